import type { FieldValue } from './answer';
import type { Field } from './field';
import type { Tab } from './tab';

/** What a table knows its records by: one field, or several together. */
export interface Key {
  readonly fields: readonly Field[];
  /** What a record with these values is known by; '' while a part of it is blank. */
  readonly nameOf: (value: (field: string) => FieldValue | undefined) => string;
}

const between = ' · ';

/** The parts as one text that no other parts have. */
const joined = (parts: readonly string[]): string =>
  parts.length > 1 && parts.some((part) => part.includes(between)) ? JSON.stringify(parts) : parts.join(between);

/** What a table knows its records by, if it does. */
export function keyOf({ fields: all }: Tab): Key | undefined {
  const fields = all.filter((field) => field.key);
  if (fields.length === 0) return undefined;
  return {
    fields,
    nameOf: (value) => {
      const parts = fields.map(({ id }) => String(value(id) ?? ''));
      return parts.includes('') ? '' : joined(parts);
    },
  };
}
