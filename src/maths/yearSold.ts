import { type Day, monthsLater } from './day';
import type { Figure } from './figure';
import { openShares, type Span } from './openMonths';
import { roundedTo } from './round';

/** A store's year as it was sold, and what it is expected to come to. */
export interface SoldStore extends Span {
  /** Sales by month; null: not known, 0: none were made. */
  readonly sales: readonly Figure[];
  /** What all of the year is expected to come to; none where nothing is expected yet. */
  readonly expected: Figure;
}

/** What a store's year comes to, for the year after it; money in the currency's unit. */
export interface YearSold {
  /** Its sales where all of its months are known, else what is expected; none where neither is there. */
  readonly sales: Figure;
  readonly isForecast: boolean;
  /** The sales that are known. */
  readonly sold: Figure;
  /** Months that are over and known, of all in which it is open. */
  readonly knownMonths: number;
  readonly months: number;
}

/** Noise that sums of shares of months leave. */
const noise = 1e-9;

/** Money added up, without what binary fractions leave: 0.3, not 0.30000000000000004. */
const total = (figures: readonly number[]): number =>
  Number(figures.reduce((sum, sales) => sum + sales, 0).toPrecision(14));

/** The last day of a month from `yearStart`, the first being 0. */
const endOf = (month: number, yearStart: Day): Day => monthsLater(yearStart, month + 1) - 1;

/**
 * A store's sales of a year as the year after it takes them for last year's: never a part of the year for all of it.
 * `through` is the last day that is known of.
 */
export function yearSold(store: SoldStore, yearStart: Day, through: Day | null): YearSold {
  let [months, knownMonths] = [0, 0];
  for (const [month, share] of openShares(store, yearStart).entries()) {
    const lastDay = Math.min(endOf(month, yearStart), store.closedOn ?? Number.POSITIVE_INFINITY);
    months += share;
    if ((store.sales[month] ?? null) !== null && through !== null && lastDay <= through) knownMonths += share;
  }
  const figures = store.sales.filter((sales) => sales !== null);
  const sold = figures.length === 0 ? null : total(figures);
  const isWhole = months - knownMonths < noise;
  // A forecast has no more decimals than money.
  const expected = store.expected === null ? null : roundedTo(store.expected, 0.01);
  // One that was not open yet has no last year, whatever is expected of it.
  const sales = months === 0 ? null : isWhole ? sold : expected;
  return {
    sales,
    isForecast: !isWhole && sales !== null,
    sold,
    knownMonths,
    months,
  };
}

/**
 * What a region sold month by month, the stores that have closed included: none of a month that is not over, that no store
 * has figures of, or of which a store lacks its own.
 */
export function monthsSold(
  stores: readonly Omit<SoldStore, 'expected'>[],
  yearStart: Day,
  through: Day | null,
): readonly Figure[] {
  const open = stores.map((store) => openShares(store, yearStart));
  return Array.from({ length: 12 }, (_, month): Figure => {
    if (through === null || through < endOf(month, yearStart)) return null;
    const isLacking = stores.some(
      ({ sales }, index) => (open[index]?.[month] ?? 0) > 0 && (sales[month] ?? null) === null,
    );
    const figures = stores.flatMap(({ sales }) => sales[month] ?? []);
    return isLacking || figures.length === 0 ? null : total(figures);
  });
}
