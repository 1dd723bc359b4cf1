import { writtenDay } from '../../src/model/written/day';
import { bareText, type Cell, cellText, isBlank } from './cell';
import type { Row } from './grid';

/** The plan-like year of each row of a file with a row for each month or receipt, told by one of its columns. */
export interface Times {
  /** The column that tells. */
  readonly index: number;
  /** By place in the rows; undefined where nothing is told. A year is called by the calendar year of its first month. */
  readonly years: readonly (number | undefined)[];
  /** How many months each year has rows of, the latest first. */
  readonly found: readonly { readonly year: number; readonly months: number }[];
}

interface Month {
  readonly year: number;
  /** 1–12; undefined where only a year is told, or day and month cannot be told apart. */
  readonly month: number | undefined;
}

/** The month that a cell tells, by a day in it or by itself. */
function monthIn(cell: Cell): Month | undefined {
  const text = bareText(cell);
  const day = writtenDay(text);
  if ('iso' in day) return { year: Number(day.iso.slice(0, 4)), month: Number(day.iso.slice(5, 7)) };
  if ('sign' in day) {
    const { first, second, year } = day;
    const month = first > 12 ? second : second > 12 || first === second ? first : undefined;
    return { year, month };
  }
  if (!('wrong' in day) || day.wrong !== 'noDay') return undefined;
  const [, year, month] = /^(\d{4})\D*(\d{1,2})?\D*$/.exec(text) ?? [];
  return { year: Number(year), month: month === undefined ? undefined : Number(month) };
}

/** Months of several years in one column of a file; undefined if no free column tells any, or all are of one year. */
export function timesIn(
  rows: readonly Row[],
  columns: number,
  isFree: (index: number) => boolean,
  firstMonth: number,
): Times | undefined {
  for (let index = 0; index < columns; index++) {
    const months = isFree(index) ? monthsAt(rows, index) : undefined;
    const times = months && timesOf(index, months, firstMonth);
    if (times) return times;
  }
  return undefined;
}

/** The months that a column tells; undefined if it holds something else. */
function monthsAt(rows: readonly Row[], index: number): readonly (Month | undefined)[] | undefined {
  const told = new Map<string, Month | undefined>();
  const months: (Month | undefined)[] = [];
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) {
      months.push(undefined);
      continue;
    }
    // Figures are days only where a spreadsheet says so.
    if (typeof cell === 'number' || /^\d{5}$/.test(bareText(cell))) return undefined;
    const text = cellText(cell);
    if (!told.has(text)) told.set(text, monthIn(cell));
    const month = told.get(text);
    if (month === undefined) return undefined;
    months.push(month);
  }
  return told.size > 0 ? months : undefined;
}

function timesOf(index: number, months: readonly (Month | undefined)[], firstMonth: number): Times | undefined {
  const years: (number | undefined)[] = [];
  const found = new Map<number, Set<number>>();
  for (const one of months) {
    if (one === undefined) {
      years.push(undefined);
      continue;
    }
    // Where the year does not start with the calendar's, a year alone tells nothing.
    if (one.month === undefined && firstMonth !== 1) return undefined;
    const year = (one.month ?? 1) < firstMonth ? one.year - 1 : one.year;
    years.push(year);
    found.set(year, (found.get(year) ?? new Set()).add(one.month ?? 0));
  }
  if (found.size < 2) return undefined;
  const list = [...found].map(([year, { size }]) => ({ year, months: size }));
  return { index, years, found: list.sort((one, other) => other.year - one.year) };
}
