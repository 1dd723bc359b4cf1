import type { Figure } from './figure';

/** What sums of products may leave of a year's target when the year is over, relative to it. */
const noise = 2 ** -40;

/** A store's year as it is followed: twelve months each. */
export interface FollowedMonths {
  /** The working target by month; 0 where the store is not open. */
  readonly targets: readonly number[];
  /** Sales by month; null: not known, 0: none were made. */
  readonly actuals: readonly Figure[];
  /** The share of each month that time has covered. */
  readonly elapsed: readonly number[];
  /** What earlier months lacked and targets of later ones make up for: it is in both, and in the year once. None if left out. */
  readonly carried?: number;
}

/** What a year has come to by the day that data reach. */
export interface ToDate {
  /** The year's target. */
  readonly year: number;
  /** All months' targets: the year's, and what is carried forward in it. */
  readonly months: number;
  /** Target of the time gone. */
  readonly due: number;
  /** Target of the time gone in months whose sales are known: all that sales may be held against. */
  readonly covered: number;
  /** Sales of the months that time has reached. */
  readonly actual: number;
}

/** A year's target, the target to date, the covered part of it, and sales to date. */
export function toDate({ targets, actuals, elapsed, carried = 0 }: FollowedMonths): ToDate {
  let months = 0;
  let due = 0;
  let covered = 0;
  let actual = 0;
  for (const [month, target] of targets.entries()) {
    const share = elapsed[month] ?? 0;
    const sales = actuals[month] ?? null;
    months += target;
    due += target * share;
    if (sales === null || share === 0) continue;
    covered += target * share;
    actual += sales;
  }
  return { year: months - carried, months, due, covered, actual };
}

/** Sales ÷ the target of the time that they cover; none where nothing is covered. */
export function achievement(actual: number, covered: number): Figure {
  return covered === 0 ? null : actual / covered;
}

/**
 * The achievement that the rest of the year needs to reach its target, months without figures taken at target; none
 * where no target is left. `months` is what all months' targets add up to, where that is more than the year's.
 */
export function requiredRate(year: number, actual: number, due: number, missing: number, months = year): Figure {
  const rest = months - due;
  return rest <= year * noise ? null : (year - actual - missing) / rest;
}

/** What every day left has to sell to reach the year's target, never below 0; none where no day is left. */
export function neededPerDay(year: number, actual: number, missing: number, days: number): Figure {
  return days === 0 ? null : Math.max(0, year - actual - missing) / days;
}
