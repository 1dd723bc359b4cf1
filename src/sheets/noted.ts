import { digestOf } from '../model/digest';
import { type NotedRequest, notedIn, notedText, type Step } from './steps';

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

/** Notes a request before its rows are logged, with what it is about to write. One service call. */
export function note(request: string, rows: Rows, when: string, steps: readonly Step[] = []): Trail {
  const key = keyOf(request, rows);
  const text = notedText({ when, steps });
  properties().setProperty(key, text ?? notedText({ when, steps: [] }) ?? '');
  return trailOf(key, when, text === undefined ? [] : steps, 0);
}

/** Goes on with what is noted of a request that another writer has left. No service call. */
export const trailAfter = (request: string, rows: Rows, { when, steps }: NotedRequest): Trail =>
  trailOf(keyOf(request, rows), when, steps, steps.length);

/**
 * Keeps what is noted of a request ahead of what it does. A step that was foreseen when the request was noted costs nothing;
 * any other a service call.
 */
export interface Trail {
  /** Notes a step right before it is taken; one that is too long to be noted is taken all the same. */
  readonly before: (step: Step) => void;
  /** All that was come over is back: what is noted next stands for itself. */
  readonly settled: () => void;
}

function trailOf(key: string, when: string, known: readonly Step[], taken: number): Trail {
  let [steps, count] = [known, taken];
  return {
    before: (step) => {
      const isForeseen = JSON.stringify(steps[count]) === JSON.stringify(step);
      if (!isForeseen) {
        const next = [...steps.slice(0, count), step];
        const text = notedText({ when, steps: next });
        if (text === undefined) return;
        properties().setProperty(key, text);
        steps = next;
      }
      count += 1;
    },
    settled: () => {
      [steps, count] = [[], 0];
    },
  };
}

/** Forgets a request whose rows say how it ended, or that came to none. One service call. */
export function forget(request: string, rows: Rows): void {
  properties().deleteProperty(keyOf(request, rows));
}

/** How long ago a request was noted, in ms, that can no longer be under way: far longer than any execution lasts. */
const longPast = 3_600_000;

/**
 * Forgets requests that were noted long ago and have no rows in the log that wait to be ended: their executions ended while
 * they waited for the lock, or right before they forgot them. One service call, and one for each. To be called under the
 * lock, with the requests that wait and their rows, and the time, as `2027-03-16T08:00:00.000Z`.
 */
export function sweep(waiting: ReadonlyMap<string, Rows>, now: string): void {
  const kept = new Set([...waiting].map(([request, rows]) => keyOf(request, rows)));
  for (const [key, text] of Object.entries(properties().getProperties())) {
    if (!key.startsWith(prefix) || kept.has(key)) continue;
    const { when } = notedIn(text);
    // Noted by a version that did not say when.
    if (when === '') properties().setProperty(key, JSON.stringify({ when: now, steps: [] }));
    else if (Date.parse(now) - Date.parse(when) > longPast) properties().deleteProperty(key);
  }
}

/** Whether a request of anybody's is noted that has not ended. One service call. */
export const isAnyNoted = (): boolean =>
  Object.keys(properties().getProperties()).some((key) => key.startsWith(prefix));

/** What was noted of rows of the log; undefined if nothing was: they are not ours. */
export type NotedOf = (request: string, rows: Rows) => NotedRequest | undefined;

/** What is noted now. One service call. */
export function noted(): NotedOf {
  const notes = properties().getProperties();
  return (request, rows) => {
    const text = notes[keyOf(request, rows)];
    return text === undefined ? undefined : notedIn(text);
  };
}
