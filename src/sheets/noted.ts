import { digestOf } from '../model/digest';

/**
 * Requests that the add-on itself has logged and not yet ended, each with a digest of its rows: in the document's
 * properties, where nobody writes from the grid. Only these are carried out from the log.
 */
const keyOf = (request: string): string => `pending.${request}`;

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();

/** A row of the log that goes on with the texts of the row above it, by its field. */
export const goesOn = '#more';

const fieldAt = 5;

/**
 * What of a log's rows must be as it was written: all but how they ended, and in which order they stand, since people sort
 * the log. Rows that go on with others stay with them.
 */
function digestOfRows(rows: readonly (readonly string[])[]): string {
  const entries: (readonly string[])[][] = [];
  for (const row of rows) {
    const above = entries[entries.length - 1];
    if (above && row[fieldAt] === goesOn) above.push(row);
    else entries.push([row]);
  }
  return digestOf(JSON.stringify(entries.map((entry) => JSON.stringify(entry)).sort()));
}

/** Notes a request before its rows are logged. One service call. */
export function note(request: string, rows: readonly (readonly string[])[]): void {
  properties().setProperty(keyOf(request), digestOfRows(rows));
}

/** Forgets a request whose rows say how it ended. One service call. */
export function forget(request: string): void {
  properties().deleteProperty(keyOf(request));
}

/** Whether a request of anybody's is noted that has not ended. One service call. */
export const isAnyNoted = (): boolean =>
  Object.keys(properties().getProperties()).some((key) => key.startsWith(keyOf('')));

/** Whether rows of the log are what was noted of a request. */
export type IsNoted = (request: string, rows: readonly (readonly string[])[]) => boolean;

/** What is noted now. One service call. */
export function noted(): IsNoted {
  const notes = properties().getProperties();
  return (request, rows) => notes[keyOf(request)] === digestOfRows(rows);
}
