import type { Change } from './answer';

export type { Change } from './answer';

/** A figure that a proposal is about, as it is and as it would be; null where it is not known. */
export interface Total {
  /** Another part's, if the figure is not the proposal's own. */
  readonly part?: string;
  readonly field: string;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What would be done in one part of the plan, as data: worked out and looked at first, then applied, then taken back as a
 * whole as long as it still stands. Closing the gap, spreading a total over months, one field of many rows and the rows
 * of a file are proposals.
 *
 * What is coming fits without another mechanism. A re-spread with held cells proposes a change for each month that is not
 * held, with the year's figure of each store as totals; held cells are no changes, so nothing can touch them. Undo from
 * the log reads a request's rows as its changes and applies them `reversed`: a field that has changed since is a conflict
 * and nothing is written. A scenario is a proposal that is kept: its drivers are changes, its results totals.
 */
export interface Proposal {
  readonly part: string;
  readonly changes: readonly Change[];
  /** Records of the changes that are not there yet: every value of theirs comes from nothing. */
  readonly added: readonly string[];
  /** What moves with it. */
  readonly totals: readonly Total[];
}

/** What was done in a part: what it takes to take it back. */
export interface Applied {
  readonly part: string;
  readonly changes: readonly Change[];
  /** Ids of the records that were added. */
  readonly added: readonly string[];
}

/** The changes that take others back. */
export const reversed = (changes: readonly Change[]): readonly Change[] =>
  changes.map(({ record, field, from, to }) => ({ record, field, from: to, to: from }));

/** How many of the changes replace a value. */
export const replaced = (changes: readonly Change[]): number =>
  changes.filter(({ from }) => (Array.isArray(from) ? from.some((cell) => cell !== null) : from !== null)).length;

/** The changes by their records, in the order in which these come first. */
export function byRecord(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const grouped = new Map<string, Change[]>();
  for (const change of changes) grouped.set(change.record, [...(grouped.get(change.record) ?? []), change]);
  return grouped;
}
