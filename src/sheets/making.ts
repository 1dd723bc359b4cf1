import type { Spreadsheet } from './read';

/*
 * Files that a person's requests have made from a workbook, each noted before it is begun and again once it is made: in the
 * person's own properties, as the file is theirs.
 */

/** What is noted of a request: when it was begun, in milliseconds, and what came of it. */
export interface Making {
  readonly begun: number;
  /** As the app words it; '' as long as it is under way. */
  readonly made: string;
}

/** Requests that stay noted: no one asks again for what was made long ago. */
const mostNoted = 12;

const ofAll = 'made.';
const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getUserProperties();
const keyOf = (file: Spreadsheet, request: string): string => `${ofAll}${file.getId()}.${request}`;
const textOf = ({ begun, made }: Making): string => `${begun} ${made}`;

function makingIn(text: string): Making {
  const [, begun = '0', made = ''] = /^(\d+) ([\s\S]*)$/.exec(text) ?? [];
  return { begun: Number(begun), made };
}

/** What is noted of a request; if nothing is, it is noted as begun now, and the oldest of many are forgotten. Two service calls. */
export function begunBefore(file: Spreadsheet, request: string, now: number): Making | undefined {
  const store = properties();
  const held = store.getProperties();
  const key = keyOf(file, request);
  const known = held[key];
  if (known !== undefined) return makingIn(known);
  const noted = Object.keys(held).filter((name) => name.startsWith(ofAll));
  const begunAt = (name: string): number => makingIn(held[name] ?? '').begun;
  const old = noted.sort((one, other) => begunAt(other) - begunAt(one)).slice(mostNoted - 1);
  for (const name of old) store.deleteProperty(name);
  store.setProperty(key, textOf({ begun: now, made: '' }));
  return undefined;
}

/** Notes what came of a request. One service call. */
export function noteMade(file: Spreadsheet, request: string, making: Making): void {
  properties().setProperty(keyOf(file, request), textOf(making));
}

/** Forgets a request of which no file has come. One service call. */
export function forgetMaking(file: Spreadsheet, request: string): void {
  properties().deleteProperty(keyOf(file, request));
}
