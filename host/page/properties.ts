import type { UserProperties } from '../workbook';

const nameOf = (email: string): string => `properties ${email}`;

function textUnder(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Users' properties in this browser's storage: like Google's they are there in every window, and after a reload. */
export const keptProperties: UserProperties = {
  get(email) {
    const kept: unknown = JSON.parse(textUnder(nameOf(email)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, String(value)]));
  },
  set(email, properties) {
    localStorage.setItem(nameOf(email), JSON.stringify(properties));
  },
};
