import { calendarDate, type Day, daysInMonth, monthsLater } from './day';

/** When a store trades: both days count as open; no opening day means open from before, no closing day means on and on. */
export interface Span {
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
}

/** The twelve months of the year that starts on `yearStart`, the first of a month. */
export const monthNumbers: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/**
 * Months from the first of `yearStart`'s month to the end of `day`: whole months before, plus day ÷ days in its month.
 * For a year from 1 January, 16 March is 2 + 16 ÷ 31. Below 0 before, above 12 after.
 */
export function monthsThrough(day: Day, yearStart: Day): number {
  const start = calendarDate(yearStart);
  const date = calendarDate(day);
  const whole = (date.year - start.year) * 12 + date.month - start.month;
  return whole + date.day / daysInMonth(date.year, date.month);
}

/**
 * Months open in the twelve months from `yearStart`: a part of a month counts as open days ÷ days in it. Opened on
 * 2026-03-16, year from 2026-01-01: 16 ÷ 31 + 9 = 9.516…; 0 if never open in that year.
 */
export function openMonths(span: Span, yearStart: Day): number {
  const { first, last } = within(span, yearStart);
  if (last < first) return 0;
  return monthsThrough(last, yearStart) - monthsThrough(first - 1, yearStart);
}

/** Open days ÷ days of the month, for each of the twelve months from `yearStart`, the first of a month. */
export function openShares(span: Span, yearStart: Day): number[] {
  const { first, last } = within(span, yearStart);
  return monthNumbers.map((month) => {
    const start = monthsLater(yearStart, month);
    const end = monthsLater(yearStart, month + 1) - 1;
    const openDays = Math.min(last, end) - Math.max(first, start) + 1;
    return Math.max(0, openDays) / (end - start + 1);
  });
}

/** The first and last open day within the year; last before first if there is none. */
function within({ openedOn, closedOn }: Span, yearStart: Day): { readonly first: Day; readonly last: Day } {
  const yearEnd = monthsLater(yearStart, 12) - 1;
  return {
    first: openedOn === null ? yearStart : Math.max(openedOn, yearStart),
    last: closedOn === null ? yearEnd : Math.min(closedOn, yearEnd),
  };
}
