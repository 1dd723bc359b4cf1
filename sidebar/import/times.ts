import { writtenDay } from '../../src/model/written/day';
import { narrow } from '../../src/model/written/narrow';
import { bareText, type Cell, cellText, isBlank } from './cell';
import type { Row } from './grid';
import { type Period, periodIn } from './period';
import { coarsest, isNear } from './sums';

/** The plan-like year of each row of a file with a row for each month or receipt, told by one of its columns. */
export interface Times {
  /** The column that tells. */
  readonly index: number;
  /** By place in the rows; undefined where nothing is told. A year is called by the calendar year of its first month. */
  readonly years: readonly (number | undefined)[];
  /** Rows at these places are of a part of a year: a month, a quarter. */
  readonly parts: ReadonlySet<number>;
  /** How many months each year has rows of, the latest first. */
  readonly found: readonly { readonly year: number; readonly months: number }[];
}

/** The period that a cell tells, by itself or by a day in it; its month is undefined where day and month cannot be told apart. */
function periodOf(cell: Cell): Period | undefined {
  const text = bareText(cell);
  const period = periodIn(narrow(text).toLowerCase());
  if (period) return period;
  const day = writtenDay(text);
  if ('iso' in day) return { year: Number(day.iso.slice(0, 4)), month: Number(day.iso.slice(5, 7)), months: 1 };
  if (!('sign' in day)) return undefined;
  const { first, second, year } = day;
  const month = first > 12 ? second : second > 12 || first === second ? first : undefined;
  return { year, month, months: 1 };
}

/** Months and years in one column of a file; undefined if no free column tells any. */
export function timesIn(
  rows: readonly Row[],
  columns: number,
  isFree: (index: number) => boolean,
  firstMonth: number,
): Times | undefined {
  for (let index = 0; index < columns; index++) {
    const periods = isFree(index) ? periodsAt(rows, index) : undefined;
    const times = periods && timesOf(index, periods, firstMonth);
    if (times) return times;
  }
  return undefined;
}

/** The periods that a column tells; undefined if it holds something else. */
function periodsAt(rows: readonly Row[], index: number): readonly (Period | undefined)[] | undefined {
  const told = new Map<string, Period | undefined>();
  const periods: (Period | undefined)[] = [];
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) {
      periods.push(undefined);
      continue;
    }
    // Figures are days only where a spreadsheet says so; `2026` and `202603` are periods all the same.
    const isFigure = typeof cell === 'number' || /^\d{5}$/.test(bareText(cell));
    if (isFigure && !/^20\d\d(?:0[1-9]|1[0-2])?$/.test(bareText(cell))) return undefined;
    const text = cellText(cell);
    if (!told.has(text)) told.set(text, periodOf(cell));
    const period = told.get(text);
    if (period === undefined) return undefined;
    periods.push(period);
  }
  return told.size > 0 ? periods : undefined;
}

function timesOf(index: number, periods: readonly (Period | undefined)[], firstMonth: number): Times | undefined {
  const years: (number | undefined)[] = [];
  const parts = new Set<number>();
  const found = new Map<number, Set<number>>();
  for (const [at, one] of periods.entries()) {
    if (one === undefined) {
      years.push(undefined);
      continue;
    }
    const { month, months } = one;
    // Where the year does not start with the calendar's, a year alone, or a quarter that is of two years, tells nothing.
    const start = month ?? 1;
    const isOfTwo = start < firstMonth && start + months > firstMonth;
    if (firstMonth !== 1 && (month === undefined || isOfTwo)) return undefined;
    const year = start < firstMonth ? one.year - 1 : one.year;
    years.push(year);
    if (months < 12) parts.add(at);
    const own = found.get(year) ?? new Set();
    found.set(year, own);
    if (month === undefined) own.add(0);
    else for (let next = month; next < month + months; next += 1) own.add(next);
  }
  if (found.size === 0) return undefined;
  const list = [...found].map(([year, own]) => ({ year, months: own.size - (own.size > 1 && own.has(0) ? 1 : 0) }));
  return { index, years, parts, found: list.sort((one, other) => other.year - one.year) };
}

/** Places of rows that are none of a month where others of their id are, and whether they hold the sum of those. */
export interface WholeRow {
  readonly at: number;
  readonly isSum: boolean;
}

/**
 * Rows of an id without a month, or of a year alone, beside rows of months of the same id: what stands in them stands in
 * those already. `ids` and amounts by place; a row without an id is of none.
 */
export function wholeRows(
  { years, parts }: Pick<Times, 'years' | 'parts'>,
  ids: readonly (string | undefined)[],
  amounts: readonly (readonly (number | null)[])[],
): readonly WholeRow[] {
  const places = new Map<string, number[]>();
  for (const [at, id] of ids.entries()) {
    if (id === undefined) continue;
    const own = places.get(id);
    if (own) own.push(at);
    else places.set(id, [at]);
  }
  const found: WholeRow[] = [];
  for (const own of places.values()) {
    const months = own.filter((at) => parts.has(at));
    if (months.length === 0 || months.length === own.length) continue;
    const ofYear = new Map<number | undefined, readonly number[]>();
    for (const at of months) ofYear.set(years[at], [...(ofYear.get(years[at]) ?? []), at]);
    for (const at of own) {
      if (parts.has(at)) continue;
      const year = years[at];
      if (year !== undefined && !ofYear.has(year)) continue;
      const sets = year === undefined ? [months, ...ofYear.values()] : [ofYear.get(year) ?? []];
      found.push({ at, isSum: sets.some((set) => isSumOf(amounts, at, set)) });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

function isSumOf(amounts: readonly (readonly (number | null)[])[], at: number, set: readonly number[]): boolean {
  let told = 0;
  for (const column of amounts) {
    const value = column[at] ?? null;
    if (value === null || value === 0) continue;
    const parts = set.flatMap((place) => column[place] ?? []);
    if (
      !isNear(
        value,
        parts.reduce((sum, part) => sum + part, 0),
        parts.length,
        coarsest(parts),
      )
    )
      return false;
    told += 1;
  }
  return told > 0;
}
