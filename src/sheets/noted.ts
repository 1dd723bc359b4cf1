import { digestOf } from '../model/digest';

/**
 * Requests that the add-on itself is about to log or has logged, and that have not ended, each with a digest of its rows: in
 * the document's properties, where nobody writes from the grid. Only these are carried out from the log. One that is sent
 * again while it waits to be ended has rows of its own, and so a note of its own.
 */
const prefix = 'pending.';
const keyOf = (request: string, rows: Rows): string => `${prefix}${request}.${digestOfRows(rows)}`;

/** Rows of the log as they are written, but for how they ended. */
type Rows = readonly (readonly string[])[];

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();

/** A row of the log that goes on with the texts of the row above it, by its field. */
export const goesOn = '#more';

const fieldAt = 5;

/**
 * What of a log's rows must be as it was written: all but how they ended, and in which order they stand, since people sort
 * the log. Rows that go on with others stay with them.
 */
function digestOfRows(rows: Rows): string {
  const entries: (readonly string[])[][] = [];
  for (const row of rows) {
    const above = entries[entries.length - 1];
    if (above && row[fieldAt] === goesOn) above.push(row);
    else entries.push([row]);
  }
  return digestOf(JSON.stringify(entries.map((entry) => JSON.stringify(entry)).sort()));
}

/** Notes a request before its rows are logged. One service call. */
export function note(request: string, rows: Rows): void {
  properties().setProperty(keyOf(request, rows), request);
}

/** Forgets a request whose rows say how it ended, or that came to none. One service call. */
export function forget(request: string, rows: Rows): void {
  properties().deleteProperty(keyOf(request, rows));
}

/** Whether a request of anybody's is noted that has not ended. One service call. */
export const isAnyNoted = (): boolean =>
  Object.keys(properties().getProperties()).some((key) => key.startsWith(prefix));

/** Whether rows of the log are what was noted of a request. */
export type IsNoted = (request: string, rows: Rows) => boolean;

/** What is noted now. One service call. */
export function noted(): IsNoted {
  const notes = properties().getProperties();
  return (request, rows) => keyOf(request, rows) in notes;
}
