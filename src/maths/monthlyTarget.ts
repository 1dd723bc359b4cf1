import { inUnits, multiple, rounded } from './round';

/**
 * A store's target by month: for each month, ROUND(target × weight up to it ÷ the year's weight) less the same before it,
 * in rounding units; from the last month with weight on all of the target is reached, so that the months add up to it,
 * whatever was agreed. `through` is the weight up to the end of each month; all are 0 when no month has weight.
 */
export function monthlyTarget(target: number, through: readonly number[], unit: number): number[] {
  const all = through[through.length - 1] ?? 0;
  if (all <= 0) return through.map(() => 0);
  const units = inUnits(target, unit);
  let reached = 0;
  return through.map((weight) => {
    const next = weight >= all ? units : rounded((units * weight) / all);
    const month = multiple(next - reached, unit);
    reached = next;
    return month;
  });
}
