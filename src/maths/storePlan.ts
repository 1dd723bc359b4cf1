import { monthsLater } from './day';
import { change, type Figure, product, ratio } from './figure';
import { monthlyTarget } from './monthlyTarget';
import { openMonths } from './openMonths';
import { roundedTo } from './round';
import { type Flag, monthsForOwnBaseline, type Store, type Terms } from './store';
import { storeTarget } from './storeTarget';
import { isNew, weightsThrough } from './storeWeights';

/** What a store's plan is computed with besides the terms: its ownership's sales of a store-month, and growth. */
export interface OwnershipTerms {
  readonly baseline: Figure;
  readonly growth: Figure;
}

/** One store's year; figures are null where something they need is blank. */
export interface StorePlan {
  /** Not opened in the plan year or later; also if it closed or will close. */
  readonly existing: boolean;
  readonly lastYearMonths: number;
  /** Sales of a month. */
  readonly baseline: Figure;
  readonly flag: Flag | null;
  readonly growth: Figure;
  readonly months: number;
  readonly computed: Figure;
  readonly final: Figure;
  readonly floor: Figure;
  readonly stretch: Figure;
  /** Final target against last year's sales, a fraction. */
  readonly yearOnYear: Figure;
  /** The final target by month; none without a final target. */
  readonly byMonth: readonly number[] | null;
}

/** Months open in the twelve months before the plan year: as typed, else from the dates. */
export function lastYearMonths(store: Store, yearStart: number): number {
  return store.lastYearMonths ?? openMonths(store, monthsLater(yearStart, -12));
}

/** Months open in the plan year: as typed, else from the dates. */
function monthsThisYear(store: Store, yearStart: number): number {
  return store.monthsThisYear ?? openMonths(store, yearStart);
}

/** One store’s baseline, flag, target and months, from its own figures and those of its ownership. */
export function storePlan(store: Store, own: OwnershipTerms, terms: Terms): StorePlan {
  const { yearStart } = terms;
  const existing = !isNew(store, yearStart);
  const lastMonths = lastYearMonths(store, yearStart);
  const months = monthsThisYear(store, yearStart);
  const baseline = hasOwnBaseline(store, lastMonths, existing) ? ratio(store.lastYearSales, lastMonths) : own.baseline;
  const growth = store.growth ?? own.growth;
  const through = weightsThrough(store, terms);
  const computed = existing ? targetOf(baseline, growth, months) : product(baseline, through[11] ?? 0);
  const final = store.agreedTarget ?? (computed === null ? null : roundedTo(computed, terms.roundingUnit));
  return {
    existing,
    lastYearMonths: lastMonths,
    baseline,
    flag: flagOf(store, { lastMonths, months, existing }, weakFlag(baseline, own.baseline, terms.weakLine)),
    growth,
    months,
    computed,
    final,
    floor: product(final, terms.floorFactor),
    stretch: product(final, terms.stretchFactor),
    yearOnYear: change(final, store.lastYearSales),
    byMonth: final === null ? null : monthlyTarget(final, through, terms.roundingUnit),
  };
}

/** Whether last year is a baseline of the store's own; else it takes its ownership's. */
function hasOwnBaseline(store: Store, lastMonths: number, existing: boolean): boolean {
  return existing && store.lastYearSales !== null && lastMonths >= monthsForOwnBaseline;
}

const targetOf = (baseline: Figure, growth: Figure, months: number): Figure =>
  baseline === null || growth === null ? null : storeTarget(baseline, growth, months);

/** What keeps last year from being a baseline; nothing of a store that is open in neither year. */
function flagOf(
  { lastYearSales }: Store,
  {
    lastMonths,
    months,
    existing,
  }: { readonly lastMonths: number; readonly months: number; readonly existing: boolean },
  otherwise: Flag | null,
): Flag | null {
  if (lastYearSales !== null && lastMonths === 0) return 'withoutMonths';
  if (lastYearSales === null && lastMonths > 0) return 'missing';
  if (lastMonths === 0 && months === 0) return null;
  return lastMonths < monthsForOwnBaseline || !existing ? 'young' : otherwise;
}

function weakFlag(baseline: Figure, ownershipBaseline: Figure, weakLine: number): Flag | null {
  if (baseline === null || ownershipBaseline === null) return null;
  return baseline < weakLine * ownershipBaseline ? 'weak' : null;
}
