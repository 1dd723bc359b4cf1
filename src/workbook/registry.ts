import type { Language } from '../model/language';
import type { Shape } from '../model/tab';
import { planVersion } from './upgrade';

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

/** The last version of the plan that was signed: since then its inputs are closed, until it is opened again. */
export interface Signing {
  readonly version: number;
  /** As `2027-03-16`. */
  readonly on: string;
  /** An e-mail address; '' where Google did not tell. */
  readonly by: string;
  /** The request that signed it: sent again it gets the same answer. */
  readonly request: string;
  readonly opened?: { readonly on: string; readonly by: string; readonly why: string; readonly request: string };
}

export interface Registry {
  /** The version of the plan that the workbook was made by: 0 before there were any, this one's if it has no plan yet. */
  readonly version: number;
  readonly language?: Language;
  /** The language that a switch under way, or interrupted, was to: whoever writes next finishes it first. */
  readonly turning?: Language;
  /** Names of the tabs that a run under way, or interrupted, was to make. */
  readonly making?: readonly string[];
  readonly tabs: Readonly<Record<string, TabEntry>>;
  /** The sheet ids of tabs that the log has filled, the oldest first. */
  readonly logs?: readonly number[];
  /** The time zone that the workbook had when this was written. */
  readonly timeZone?: string;
  readonly signing?: Signing;
}

const isEntry = (entry: unknown): entry is TabEntry =>
  typeof entry === 'object' && entry !== null && 'sheet' in entry && 'shape' in entry;

const none: Registry = { version: planVersion, tabs: {} };

/** What is no number that we know to write was written by a later version. */
const versionOf = (version: unknown): number =>
  typeof version === 'number' && Number.isInteger(version) ? version : Number.POSITIVE_INFINITY;

const languageOf = (language: unknown): Language | undefined =>
  language === 'zh' || language === 'en' ? language : undefined;

const textsIn = (given: object): ReadonlyMap<string, string> =>
  new Map(Object.entries(given).map(([key, value]) => [key, typeof value === 'string' ? value : '']));

/** What is said of signing; what cannot be read is no version. */
function signingOf(given: unknown): Signing | undefined {
  if (typeof given !== 'object' || given === null || !('version' in given)) return undefined;
  const version = Number(given.version);
  if (!Number.isInteger(version) || version < 1) return undefined;
  const said = textsIn(given);
  const opened =
    'opened' in given && typeof given.opened === 'object' && given.opened ? textsIn(given.opened) : undefined;
  const of = (texts: ReadonlyMap<string, string>) => ({
    on: texts.get('on') ?? '',
    by: texts.get('by') ?? '',
    request: texts.get('request') ?? '',
  });
  return { version, ...of(said), ...(opened ? { opened: { ...of(opened), why: opened.get('why') ?? '' } } : {}) };
}

/** The registry as the metadata holds it; what cannot be read names no tabs. */
export function registryOf(text: string | null | undefined): Registry {
  try {
    const read: unknown = JSON.parse(text ?? '');
    if (typeof read !== 'object' || read === null || !('tabs' in read) || typeof read.tabs !== 'object') return none;
    const tabs = Object.fromEntries(Object.entries(read.tabs ?? {}).filter(([, entry]) => isEntry(entry)));
    const language = 'language' in read ? languageOf(read.language) : undefined;
    const turning = 'turning' in read ? languageOf(read.turning) : undefined;
    const making = 'making' in read && Array.isArray(read.making) ? read.making.map(String) : [];
    const version = 'version' in read ? versionOf(read.version) : 0;
    const timeZone = 'timeZone' in read && typeof read.timeZone === 'string' ? read.timeZone : undefined;
    const logs = 'logs' in read && Array.isArray(read.logs) ? read.logs.map(Number) : [];
    const signing = 'signing' in read ? signingOf(read.signing) : undefined;
    return {
      version,
      tabs,
      ...(language ? { language } : {}),
      ...(turning ? { turning } : {}),
      ...(making.length > 0 ? { making } : {}),
      ...(logs.length > 0 ? { logs } : {}),
      ...(timeZone ? { timeZone } : {}),
      ...(signing ? { signing } : {}),
    };
  } catch {
    return none;
  }
}

/** The reverse of {@link registryOf}. */
export const registryText = ({ version, tabs, language, turning, making, logs, timeZone, signing }: Registry): string =>
  JSON.stringify({
    version,
    tabs,
    ...(language ? { language } : {}),
    ...(turning ? { turning } : {}),
    ...(making ? { making } : {}),
    ...(logs ? { logs } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(signing ? { signing } : {}),
  });
