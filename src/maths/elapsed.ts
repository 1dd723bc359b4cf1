import { type Day, monthsLater } from './day';
import { type DayWeight, daysWeight, evenDays } from './dayWeight';
import { monthNumbers, type Span } from './openMonths';

/** Open all the time. */
const always: Span = { openedOn: null, closedOn: null };

/**
 * The share of each month of the year from `yearStart` that time has covered by the end of `through`: 1 before the month
 * that holds it, 0 after; of that month the weight of its days gone ÷ that of all its days: 15 April is 0.5. Of a store
 * that opens or closes within it, only its own open days count. Without a day nothing is covered.
 */
export function elapsedShares(
  through: Day | null,
  yearStart: Day,
  weight: DayWeight = evenDays,
  span: Span = always,
): number[] {
  return monthNumbers.map((month) => {
    const first = monthsLater(yearStart, month);
    const last = monthsLater(yearStart, month + 1) - 1;
    if (through === null || through < first) return 0;
    if (through >= last) return 1;
    const opened = Math.max(first, span.openedOn ?? first);
    const closed = Math.min(last, span.closedOn ?? last);
    return (
      shareGone(opened, closed, through, weight) ??
      shareGone(first, last, through, weight) ??
      (through - first + 1) / (last - first + 1)
    );
  });
}

/** Days from the one after `through` to the year's end, or to the closing day before it; never below 0. */
export function daysLeft(through: Day, yearStart: Day, closedOn: Day | null): number {
  const yearEnd = monthsLater(yearStart, 12) - 1;
  return Math.max(0, Math.min(closedOn ?? yearEnd, yearEnd) - through);
}

/** The part gone of what the days from `first` to `last` weigh; null if that is nothing. */
function shareGone(first: Day, last: Day, through: Day, weight: DayWeight): number | null {
  const all = daysWeight(first, last, weight);
  return all === 0 ? null : daysWeight(first, Math.min(last, through), weight) / all;
}
