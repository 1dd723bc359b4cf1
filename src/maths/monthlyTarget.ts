import { type Day, monthsLater } from './day';
import { monthNumbers, type Span } from './openMonths';
import { inUnits, multiple, rounded } from './round';
import { yearWeight } from './yearWeight';

/**
 * A store's target by month: for each month, ROUND(target × Σ weight up to it ÷ Σ weight) less the same before it, in
 * rounding units, a month's weight being season index × share of the month open. The months add up to the target when it
 * is a multiple of the unit; all are 0 when no month has weight.
 */
export function monthlyTarget(
  target: number,
  span: Span,
  yearStart: Day,
  seasonIndex: readonly number[],
  unit: number,
): number[] {
  const before = span.openedOn === null ? 0 : yearWeight(span.openedOn - 1, yearStart, seasonIndex);
  const closing = span.closedOn === null ? Number.POSITIVE_INFINITY : yearWeight(span.closedOn, yearStart, seasonIndex);
  const upTo = monthNumbers.map((month) => {
    const end = yearWeight(monthsLater(yearStart, month + 1) - 1, yearStart, seasonIndex);
    return Math.max(0, Math.min(end, closing) - before);
  });
  const all = upTo[11] ?? 0;
  if (all <= 0) return monthNumbers.map(() => 0);
  const units = inUnits(target, unit);
  let reached = 0;
  return upTo.map((weight) => {
    const next = rounded((units * weight) / all);
    const month = multiple(next - reached, unit);
    reached = next;
    return month;
  });
}
