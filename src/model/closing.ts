import { type Day, monthsLater } from '../maths/day';
import type { Scalar } from './answer';
import type { Tab } from './tab';

/** A month of the plan year: its place from 0, and its row. */
export interface Month {
  readonly month: number;
  readonly record: string;
}

/** How the closing of months stands. */
export interface Closing {
  /** The tab in which they are closed. */
  readonly part: string;
  /** Months that data reach the end of and nobody has closed. */
  readonly toClose: readonly Month[];
  /** Closed months, each with its day as `2027-03-16`. */
  readonly closed: readonly (Month & { readonly on: string })[];
  /** Closed months whose figures come to something else since, and by how much. */
  readonly changed: readonly (Month & { readonly by: number })[];
  /** Closed months of which no record’s figure was kept: whether these have changed is not known. */
  readonly unknown: readonly Month[];
}

/** No amount of money is smaller. */
const least = 0.005;

/** How the closing of months stands, by what the tab's rows say; undefined of a tab that closes none. */
export function closingOf(
  { id, rows = [], closes }: Tab,
  value: (record: string, field: string) => Scalar,
  through: Day | null,
  yearStart: Day | null,
): Closing | undefined {
  if (!closes) return undefined;
  const all = rows.map((record, month): Month => ({ month, record }));
  const closed = all.flatMap((one) => {
    const on = value(one.record, closes.on);
    return typeof on === 'string' && on !== '' ? [{ ...one, on }] : [];
  });
  return {
    part: id,
    toClose: all.filter(({ month, record }) => {
      const isOver = through !== null && yearStart !== null && monthsLater(yearStart, month + 1) - 1 <= through;
      return isOver && value(record, closes.on) === null;
    }),
    closed,
    changed: all.flatMap((one) => {
      const by = value(one.record, closes.changed);
      return typeof by === 'number' && Math.abs(by) >= least ? [{ ...one, by }] : [];
    }),
    unknown: closed
      .filter(({ record }) => (value(record, closes.remark) ?? '') !== '')
      .map(({ month, record }) => ({ month, record })),
  };
}
