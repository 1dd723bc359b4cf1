import { type Figure, ratio, sum } from './figure';
import { type ForecastMethod, forecastYear, isEarly } from './forecast';
import { paceStatus } from './pace';
import { achievement, type FollowedMonths, neededPerDay, requiredRate, type ToDate, toDate } from './toDate';

/** One store as it is followed. */
export interface FollowedStore extends FollowedMonths {
  /** Days after the one that data reach in which it still trades this year. */
  readonly daysLeft: number;
  /** What its manager expects of the year; goes before every method. */
  readonly manualForecast: Figure;
}

/** What every store is followed with. */
export interface FollowUpTerms {
  readonly method: ForecastMethod;
  /** The coverage below which figures are too few for a status: 0.95. */
  readonly coverageLine: number;
  /** Achievement from which a store is green, and from which amber: 1 and 0.9. */
  readonly green: number;
  readonly amber: number;
}

/** missing: too many months without figures to say. */
export type FollowUpStatus = 'missing' | 'green' | 'amber' | 'red';

/** How a store, or a region as the sum of its stores, stands; money in the currency's unit. */
export interface FollowUp extends Omit<ToDate, 'actual'> {
  /** Sales of the months that time has reached; none where nothing is known of them, 0 where none were made. */
  readonly actual: Figure;
  /** Sales ÷ covered target; of a region the ratio of the sums. */
  readonly achievement: Figure;
  /** Covered target ÷ target to date. */
  readonly coverage: Figure;
  /** Sales less covered target; none without sales that are known. */
  readonly gap: Figure;
  /** Target of the time to come. */
  readonly rest: number;
  /** Target of months gone without figures. */
  readonly missing: number;
  /** Sales, and target to date, of the year's target. */
  readonly yearDone: Figure;
  readonly timeProgress: Figure;
  readonly requiredRate: Figure;
  readonly perDay: Figure;
  readonly forecasts: Readonly<Record<ForecastMethod, number>>;
  /** The forecast that counts: as typed, else by the settings' method. */
  readonly used: number;
  /** Stores that are taken at plan, having shown no pace yet. */
  readonly early: number;
  /** None before anything is due. */
  readonly status: FollowUpStatus | null;
}

/** Where a store stands against its working target. */
export function followUp(store: FollowedStore, terms: FollowUpTerms): FollowUp {
  const reached = toDate(store);
  const forecasts = {
    atPlan: forecastYear('atPlan', store),
    season: forecastYear('season', store),
    recent: forecastYear('recent', store),
  };
  const { year, due, covered, actual } = reached;
  return {
    ...standing(reached, isKnown(store), terms),
    perDay: neededPerDay(year, actual, due - covered, store.daysLeft),
    forecasts,
    used: store.manualForecast ?? forecasts[terms.method],
    early: store.manualForecast === null && isEarly(store) ? 1 : 0,
  };
}

/**
 * A region, or any group of stores: the sums of their figures, ratios as ratios of sums, and forecasts as the sum of the
 * stores' own, never by the group's pace: a store that is ahead does not sell for one that is behind.
 */
export function followUpOf(stores: readonly FollowUp[], terms: FollowUpTerms): FollowUp {
  const total = (figure: (store: FollowUp) => number): number => stores.reduce((sum, each) => sum + figure(each), 0);
  const reached = {
    year: total(({ year }) => year),
    months: total(({ months }) => months),
    due: total(({ due }) => due),
    covered: total(({ covered }) => covered),
    actual: total(({ actual }) => actual ?? 0),
  };
  return {
    ...standing(
      reached,
      stores.some(({ actual }) => actual !== null),
      terms,
    ),
    perDay: sum(stores.map(({ perDay }) => perDay)),
    forecasts: {
      atPlan: total(({ forecasts }) => forecasts.atPlan),
      season: total(({ forecasts }) => forecasts.season),
      recent: total(({ forecasts }) => forecasts.recent),
    },
    used: total(({ used }) => used),
    early: total(({ early }) => early),
  };
}

/** Whether any month that time has reached has a figure. */
const isKnown = ({ actuals, elapsed }: FollowedMonths): boolean =>
  actuals.some((sales, month) => sales !== null && (elapsed[month] ?? 0) > 0);

function standing(
  reached: ToDate,
  hasSales: boolean,
  { coverageLine, green, amber }: FollowUpTerms,
): Omit<FollowUp, 'perDay' | 'forecasts' | 'used' | 'early'> {
  const { year, months, due, covered, actual } = reached;
  const missing = due - covered;
  const coverage = ratio(covered, due);
  return {
    ...reached,
    actual: hasSales ? actual : null,
    achievement: achievement(actual, covered),
    coverage,
    gap: hasSales ? actual - covered : null,
    rest: months - due,
    missing,
    yearDone: hasSales ? ratio(actual, year) : null,
    timeProgress: ratio(due, year),
    requiredRate: requiredRate(year, actual, due, missing, months),
    status: statusOf(),
  };

  function statusOf(): FollowUpStatus | null {
    if (coverage === null) return null;
    if (covered === 0 || coverage < coverageLine) return 'missing';
    return paceStatus(actual, year, covered / year, green, amber);
  }
}
