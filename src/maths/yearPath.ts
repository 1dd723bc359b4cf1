import type { Figure } from './figure';
import { expectedPace, type ForecastMethod } from './forecast';
import { type FollowedMonths, toDate } from './toDate';

/** What a year comes to month by month: all up to and with each month, in the currency's unit. */
export interface YearPath {
  readonly target: readonly number[];
  /** None after the last month that is over: what a month under way has sold is held against no whole month. */
  readonly actual: readonly Figure[];
  /**
   * The sales as far as they go, and from there on what each store is expected to have sold, each at its own pace; the
   * year's last is the sum of the stores' forecasts. None before any month has begun.
   */
  readonly forecast: readonly Figure[];
}

/**
 * The path of some stores through the year; `elapsed`: the share of each month that time has covered, for all alike;
 * `openings`: the target by month of stores that are yet to open, which have sold nothing and are at plan from now on.
 */
export function yearPath(
  stores: readonly FollowedMonths[],
  elapsed: readonly number[],
  method: ForecastMethod,
  openings: readonly number[] = [],
): YearPath {
  const over = elapsed.filter((share) => share === 1).length;
  const hasBegun = elapsed.some((share) => share > 0);
  const paces = stores.map((store) => expectedPace(method, store));
  const reached = stores.map(toDate);
  let target = 0;
  let actual = 0;
  let expected = reached.reduce(
    (sum, { actual: sold, covered }, store) => sum + sold - (paces[store] ?? 0) * covered,
    0,
  );
  const path = elapsed.map((share, month) => {
    const toOpen = openings[month] ?? 0;
    target += toOpen;
    expected += toOpen * (1 - share);
    for (const [store, { targets, actuals }] of stores.entries()) {
      target += targets[month] ?? 0;
      actual += actuals[month] ?? 0;
      expected += (paces[store] ?? 0) * (targets[month] ?? 0);
    }
    const isOver = month < over;
    const isSold = isOver && month < elapsed.length - 1;
    return { target, actual: isOver ? actual : null, forecast: hasBegun ? (isSold ? actual : expected) : null };
  });
  return {
    target: path.map((month) => month.target),
    actual: path.map((month) => month.actual),
    forecast: path.map((month) => month.forecast),
  };
}
