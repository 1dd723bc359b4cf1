/** Plain data, as a case answers it and as the probe's report holds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type Sheets = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a case has to do with: Google's services or what stands in for them, and a sheet of its own. */
export interface Given {
  readonly SpreadsheetApp: Sheets;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly ScriptApp: GoogleAppsScript.Script.ScriptApp;
  /** Absent where the manifest does not name it. */
  readonly Sheets: GoogleAppsScript.Sheets | undefined;
  readonly CacheService: GoogleAppsScript.Cache.CacheService | undefined;
  readonly spreadsheet: Spreadsheet;
  /** Made when it is first asked for, 1,000 rows by 26 columns, the only one of its name; removed after the case. */
  readonly sheet: Sheet;
  /** One more sheet for a case that needs two, removed like the first. */
  readonly other: Sheet;
  /** How a function of the script's own file reads as text. */
  readonly kept: string;
}

/** One thing that Google does, and who says so. */
export interface Case {
  readonly name: string;
  /** Does it, and says in plain data what came of it. */
  readonly act: (given: Given) => Json;
  /** What Google documents or is reported to do: `refused` is any error, `refused: words` one that says so. */
  readonly expected: Json;
  /** What else may be, where sources disagree or say nothing and the add-on is right either way. */
  readonly or?: readonly Json[];
  /** A documentation page, or where it is reported. */
  readonly source: string;
  /** Why the local host cannot hold it. */
  readonly host?: { readonly cannot: string };
}

/** Cases that belong together. */
export interface Room {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Thrown by a case that found no way to ask. */
export class Unsure extends Error {}

export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** What comes of something that may be refused: `accepted`, or `refused: ` and Google's words. */
export function tried(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return `refused: ${messageOf(error)}`;
  }
}

/** Whether an answer is as expected; keys of objects have no order. */
export function isLike(got: Json, expected: Json): boolean {
  if (typeof expected === 'string' && /^refused(?:: |$)/.test(expected))
    return typeof got === 'string' && /^refused(?:: |$)/.test(got) && got.includes(expected.slice('refused: '.length));
  return canonical(got) === canonical(expected);
}

function canonical(value: Json): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}

export type Verdict = 'same' | 'different' | 'cannot tell';

/** What came of a case. */
export interface Answered {
  readonly verdict: Verdict;
  readonly got: Json;
}

/** Runs one case. `isEnglish`: whether Google words its errors in English here; in other words none can be told apart. */
export function answerOf({ act, expected, or = [] }: Case, given: Given, isEnglish: boolean): Answered {
  const allowed = [expected, ...or];
  let got: Json;
  try {
    got = act(given);
  } catch (error) {
    const message = messageOf(error);
    if (error instanceof Unsure) return { verdict: 'cannot tell', got: message };
    return { verdict: 'different', got: `stopped: ${message}` };
  }
  if (allowed.some((one) => isLike(got, one))) return { verdict: 'same', got };
  const isOtherWords = isLike(got, 'refused') && allowed.some((one) => typeof one === 'string' && /^refused/.test(one));
  return { verdict: isOtherWords && !isEnglish ? 'cannot tell' : 'different', got };
}
