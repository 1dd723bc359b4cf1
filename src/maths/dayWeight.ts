import type { Day } from './day';
import type { Figure } from './figure';

/** What a day weighs against another of its month, 0 or above. */
export type DayWeight = (day: Day) => number;

/** Every day the same. */
export const evenDays: DayWeight = () => 1;

/**
 * Days of the week weigh their own, Monday’s first and 1 where there is none, times what the day weighs by the season, as
 * around a festival; listed days weigh their own factor alone.
 */
export function byWeekday(
  weights: readonly Figure[],
  listed: ReadonlyMap<Day, number> = new Map(),
  season: DayWeight = evenDays,
): DayWeight {
  // 30 December 1899, day 0, was a Saturday.
  return (day) => listed.get(day) ?? (weights[(day + 5) % 7] ?? 1) * season(day);
}

/** Saturdays and Sundays weigh `weekend`, other days 1, and listed days their own factor. */
export function weekDays(weekend: number, listed: ReadonlyMap<Day, number> = new Map()): DayWeight {
  return byWeekday([1, 1, 1, 1, 1, weekend, weekend], listed);
}

/** What the days from `first` to `last` weigh together; 0 if there are none. */
export function daysWeight(first: Day, last: Day, weight: DayWeight): number {
  let total = 0;
  for (let day = first; day <= last; day += 1) total += weight(day);
  return total;
}
