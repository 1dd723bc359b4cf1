import { calendarDate, type Day, monthsLater } from '../../../src/maths/day';
import { elapsedShares } from '../../../src/maths/elapsed';
import type { Scalar } from '../../../src/model/answer';
import { foldedName } from '../../../src/model/key';
import type { Sold } from '../../../src/model/sold';
import { dayOfIso } from '../../../src/model/value';
import type { Book, Row } from '../../book';

/** Twelve figures of the plan year; null is not known. */
export type Months = readonly (number | null)[];

/** A record that figures are imported for, as the plan knows it. */
export interface Outlet {
  readonly key: string;
  readonly name: string;
  /** Twelve, 0 where there is none. */
  readonly targets: readonly number[];
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
}

/** What figures from a file are held against. */
export interface Held {
  /** The plan year's first day. */
  readonly yearStart: Day;
  /** The day that figures reach so far. */
  readonly through: Day | null;
  /** By folded key, in the order of their table. */
  readonly outlets: ReadonlyMap<string, Outlet>;
  /** Records by codes of earlier files, folded; null where they are left out. */
  readonly aliases: ReadonlyMap<string, string | null>;
  /** Figures that stand in the table, by folded key. */
  readonly there: ReadonlyMap<string, Months>;
  /** Months that are closed, from 0. */
  readonly closed: ReadonlySet<number>;
  /** Today, where it is known. */
  readonly today: Day | null;
}

const text = (value: Scalar | undefined): string => String(value ?? '').trim();
const figure = (value: Scalar | undefined): number | null => (typeof value === 'number' ? value : null);
const day = (value: Scalar | undefined): Day | null => dayOfIso(text(value)) ?? null;

/** The twelve cells of a field. */
export const monthsIn = ({ values }: Row, field: string): Months =>
  Array.from({ length: 12 }, (_, month) => figure(values[`${field}.${month + 1}`]));

/** Targets that were agreed on, by folded key, in place of those of the table. */
export type Agreed = ReadonlyMap<string, Months>;

/** What a file's figures are held against, out of the books that were read. */
export function heldIn(
  { against, aliases, figure: sold }: Sold,
  key: string,
  yearStart: Day,
  through: Day | null,
  books: { readonly own: Book; readonly outlets: Book | undefined; readonly aliases: Book | undefined },
  title: string | undefined,
  agreed: Agreed | undefined,
  closed: ReadonlySet<number> = new Set(),
  today: Day | null = null,
): Held {
  const outlets = new Map<string, Outlet>();
  for (const row of books.outlets?.rows ?? []) {
    const own = text(row.values[against.key]);
    if (own === '') continue;
    const targets = agreed?.get(foldedName(own)) ?? monthsIn(row, against.target);
    outlets.set(foldedName(own), {
      key: own,
      name: title === undefined ? '' : text(row.values[title]),
      targets: targets.map((target) => target ?? 0),
      openedOn: day(row.values[against.from]),
      closedOn: day(row.values[against.through]),
    });
  }
  const known = new Map<string, string | null>();
  for (const { values } of books.aliases?.rows ?? []) {
    const code = foldedName(text(values[aliases.code]));
    const meant = text(values[aliases.record]);
    if (code === '') continue;
    if (values[aliases.leftOut] === true) known.set(code, null);
    else if (meant !== '') known.set(code, meant);
  }
  const there = new Map<string, Months>();
  for (const row of books.own.rows) there.set(foldedName(text(row.values[key])), monthsIn(row, sold));
  return { yearStart, through, outlets, aliases: known, there, closed, today };
}

/** Which month of the plan year a day lies in, from 0; below 0 before it, 12 or more after it. */
export function monthOf(yearStart: Day, of: Day): number {
  const [first, one] = [calendarDate(yearStart), calendarDate(of)];
  return (one.year - first.year) * 12 + one.month - first.month;
}

/** The last day of a month of the plan year, from 0. */
export const lastOf = (yearStart: Day, month: number): Day => monthsLater(yearStart, month + 1) - 1;

/** Whether an outlet is open on a day of a month of the plan year, from 0. */
export function isOpenIn({ openedOn, closedOn }: Outlet, month: number, yearStart: Day): boolean {
  const [first, last] = [lastOf(yearStart, month - 1) + 1, lastOf(yearStart, month)];
  return (openedOn ?? first) <= last && (closedOn ?? last) >= first;
}

/** What an outlet is to have sold in each month by a day. */
export function dueOf({ targets, openedOn, closedOn }: Outlet, through: Day | null, yearStart: Day): readonly number[] {
  const shares = elapsedShares(through, yearStart, undefined, { openedOn, closedOn });
  return targets.map((target, month) => target * (shares[month] ?? 0));
}
