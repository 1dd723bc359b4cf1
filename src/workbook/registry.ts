import type { Language } from '../model/language';
import type { Shape } from '../model/tab';

/** The developer metadata in which a workbook says which of its tabs are ours. */
export const registryKey = 'regionTargets';

/** How far a new tab has come. */
export type Stage = 'filling' | 'showing';

/** What the workbook says of one of our tabs. */
export interface TabEntry {
  readonly sheet: number;
  readonly shape: Shape;
  /** A run is under way, or was interrupted: the tab is half-made, or whole and not yet shown. */
  readonly stage?: Stage;
}

export interface Registry {
  readonly language?: Language;
  /** Names of the tabs that a run under way, or interrupted, was to make. */
  readonly making?: readonly string[];
  readonly tabs: Readonly<Record<string, TabEntry>>;
}

const isEntry = (entry: unknown): entry is TabEntry =>
  typeof entry === 'object' && entry !== null && 'sheet' in entry && 'shape' in entry;

/** The registry as the metadata holds it; what cannot be read names no tabs. */
export function registryOf(text: string | null | undefined): Registry {
  try {
    const read: unknown = JSON.parse(text ?? '');
    if (typeof read !== 'object' || read === null || !('tabs' in read) || typeof read.tabs !== 'object')
      return { tabs: {} };
    const tabs = Object.fromEntries(Object.entries(read.tabs ?? {}).filter(([, entry]) => isEntry(entry)));
    const language =
      'language' in read && (read.language === 'zh' || read.language === 'en') ? read.language : undefined;
    const making = 'making' in read && Array.isArray(read.making) ? read.making.map(String) : [];
    return { tabs, ...(language ? { language } : {}), ...(making.length > 0 ? { making } : {}) };
  } catch {
    return { tabs: {} };
  }
}

/** The reverse of {@link registryOf}. */
export const registryText = ({ tabs, language, making }: Registry): string =>
  JSON.stringify({ tabs, ...(language ? { language } : {}), ...(making ? { making } : {}) });
