import { calendarDate, type Day, daysInMonth } from './day';

/**
 * The year's weight up to and including `day`: Σ index of the whole months before, plus the month's index × day ÷ days in
 * it; 0 before the year that starts on `yearStart` (the first of a month), Σ index from its end on.
 */
export function yearWeight(day: Day, yearStart: Day, seasonIndex: readonly number[]): number {
  const start = calendarDate(yearStart);
  const date = calendarDate(day);
  const month = (date.year - start.year) * 12 + date.month - start.month;
  if (month < 0) return 0;
  let weight = 0;
  for (const [before, index] of seasonIndex.entries()) {
    if (before < month) weight += index;
    else if (before === month) weight += (index * date.day) / daysInMonth(date.year, date.month);
  }
  return weight;
}
