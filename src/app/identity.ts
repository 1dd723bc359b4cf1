import { digestOf } from '../model/digest';

/** What requests that write have in common: an id of their own, under which each is written once. */
export interface Asked {
  readonly request: string;
  /** What the workbook said of itself when the form was opened: what need not be asked again, unless it is another by now. */
  readonly registered?: string | undefined;
}

/** What of a request is no part of what it is to do. */
const besides: ReadonlySet<string> = new Set(['request', 'registered', 'reason', 'toFollow', 'confirmed']);

/**
 * A request's id in the log: its own, and what it is to do as a digest. Sent again it is the same; with other content it
 * is another request, which is not answered with what the first one did.
 */
export function identity(asked: Asked): string {
  const content = Object.entries(asked).filter(([key]) => !besides.has(key));
  return `${asked.request}:${digestOf(JSON.stringify(content)).slice(0, 16)}`;
}
