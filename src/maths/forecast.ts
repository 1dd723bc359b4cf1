import { type FollowedMonths, toDate } from './toDate';

/** atPlan: what is left comes in as planned. season: at the achievement so far. recent: at that of the last full months. */
export type ForecastMethod = 'atPlan' | 'season' | 'recent';

/** In the order of their numbers, from 0. */
export const forecastMethods: readonly ForecastMethod[] = ['atPlan', 'season', 'recent'];

/** How many full months with figures the recent pace is taken from. */
const recentMonths = 3;

/**
 * What a store's year comes to: sales so far, and of all that they do not cover what the method expects. A store without
 * one full month of figures against a target has shown no pace yet, and is taken at plan by every method.
 */
export function forecastYear(method: ForecastMethod, months: FollowedMonths): number {
  const { months: all, covered, actual } = toDate(months);
  return actual + paceOf(method, months, actual, covered) * (all - covered);
}

/** The share of its target that a store is expected to sell of all that its sales do not cover, by a method. */
export function expectedPace(method: ForecastMethod, months: FollowedMonths): number {
  const { covered, actual } = toDate(months);
  return paceOf(method, months, actual, covered);
}

/** Whether a store has less than one full month of figures against a target. */
export function isEarly(months: FollowedMonths): boolean {
  return fullMonths(months).length === 0;
}

function paceOf(method: ForecastMethod, months: FollowedMonths, actual: number, covered: number): number {
  const full = fullMonths(months);
  if (method === 'atPlan' || full.length === 0) return 1;
  if (method === 'season') return actual / covered;
  let sales = 0;
  let target = 0;
  for (const month of full.slice(-recentMonths)) {
    sales += months.actuals[month] ?? 0;
    target += months.targets[month] ?? 0;
  }
  return sales / target;
}

/** The months, from 0, that are over, have figures, and a target to hold them against. */
function fullMonths({ targets, actuals, elapsed }: FollowedMonths): readonly number[] {
  const full: number[] = [];
  for (const [month, target] of targets.entries()) {
    if (elapsed[month] === 1 && target > 0 && (actuals[month] ?? null) !== null) full.push(month);
  }
  return full;
}
