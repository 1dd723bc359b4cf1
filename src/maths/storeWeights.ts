import { calendarDate, type Day, monthsLater } from './day';
import { monthNumbers, monthsThrough, type Span } from './openMonths';
import { yearWeight } from './yearWeight';

/** What a year's months weigh: twelve season indices, and new stores' shares of the mature baseline, the last going on. */
export interface YearWeights {
  /** The first day of the plan year, the first of a month. */
  readonly yearStart: Day;
  readonly seasonIndex: readonly number[];
  readonly ramp: readonly number[];
}

/** Whether a store opens in the plan year or later. */
export const isNew = ({ openedOn }: Span, yearStart: Day): boolean => openedOn !== null && openedOn >= yearStart;

/**
 * A store's weight of the year up to the end of each month, in months of the mature baseline. Of an existing store a
 * month weighs season index × share of its days open; of a new one ramp share of its 1st, 2nd, 3rd … calendar month ×
 * season index × share of the month until it closes, the opening month in full.
 */
export function weightsThrough(span: Span, year: YearWeights): readonly number[] {
  return isNew(span, year.yearStart) ? newThrough(span, year) : existingThrough(span, year);
}

function existingThrough({ openedOn, closedOn }: Span, { yearStart, seasonIndex }: YearWeights): readonly number[] {
  const before = openedOn === null ? 0 : yearWeight(openedOn - 1, yearStart, seasonIndex);
  const closing = closedOn === null ? Number.POSITIVE_INFINITY : yearWeight(closedOn, yearStart, seasonIndex);
  return monthNumbers.map((month) => {
    const end = yearWeight(monthsLater(yearStart, month + 1) - 1, yearStart, seasonIndex);
    return Math.max(0, Math.min(end, closing) - before);
  });
}

function newThrough({ openedOn, closedOn }: Span, { yearStart, seasonIndex, ramp }: YearWeights): readonly number[] {
  const start = calendarDate(yearStart);
  const opened = calendarDate(openedOn ?? yearStart);
  const opening = (opened.year - start.year) * 12 + opened.month - start.month;
  const closing = closedOn === null ? Number.POSITIVE_INFINITY : monthsThrough(closedOn, yearStart);
  let through = 0;
  return monthNumbers.map((month) => {
    if (month < opening) return 0;
    const share = ramp[Math.min(month - opening, ramp.length - 1)] ?? 0;
    through += share * (seasonIndex[month] ?? 0) * Math.max(0, Math.min(1, closing - month));
    return through;
  });
}
