import type { Day } from './day';
import { yearWeight } from './yearWeight';

/** What a ratio of doubles may lack of the threshold it meets. */
const noise = 2 ** -50;

/** The share of the year's weight gone by the end of `asOf`, within a month evenly: 0 before the year, 1 after. */
export function timeProgress(asOf: Day, yearStart: Day, seasonIndex: readonly number[]): number {
  let all = 0;
  for (const index of seasonIndex) all += index;
  return yearWeight(asOf, yearStart, seasonIndex) / all;
}

/** What the year comes to if it goes on as so far; progress is a fraction above 0. */
export function runRateForecast(actualToDate: number, progress: number): number {
  return actualToDate / progress;
}

/** How actual stands against what should be there by now, target × progress, measured by the thresholds. */
export function paceStatus(
  actual: number,
  target: number,
  progress: number,
  green: number,
  amber: number,
): 'green' | 'amber' | 'red' {
  const ratio = (actual / (target * progress)) * (1 + noise);
  if (ratio >= green) return 'green';
  return ratio >= amber ? 'amber' : 'red';
}
