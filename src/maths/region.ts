import { averageStore } from './averageStore';
import { monthsLater } from './day';
import { change, type Figure, product, ratio, sum } from './figure';
import { monthNumbers } from './openMonths';
import { requiredGrowth } from './requiredGrowth';
import { type Ownership, ownerships, type Store, type Terms } from './store';
import { storeMonthMean } from './storeMonthMean';
import { lastYearMonths, type StorePlan, storePlan } from './storePlan';
import { storeTarget } from './storeTarget';
import { isNew } from './storeWeights';

/** What a planner may type for one ownership; null: from the store list once it has rows. Growth has no other source. */
export interface TypedBaseline {
  readonly lastYearSales: Figure;
  readonly storeCount: Figure;
  /** Months a store traded last year, on average. */
  readonly averageMonths: Figure;
  readonly growth: Figure;
  /** Σ months open this year over existing stores. */
  readonly storeMonths: Figure;
}

export interface RegionInput extends Terms {
  readonly stores: readonly Store[];
  readonly baselines: Readonly<Record<Ownership, TypedBaseline>>;
  /** What the company asks of the region (T). */
  readonly companyTarget: Figure;
  /** Sales of this year's openings (N). */
  readonly newSales: number;
  readonly targetOpenings: number;
}

/** One row of the baseline: an ownership, or both. Money in the currency's unit, growth as fractions. */
export interface BaselineRow {
  readonly lastYearSales: Figure;
  readonly storeCount: Figure;
  /** Σ months open last year. */
  readonly lastYearStoreMonths: Figure;
  readonly averageMonths: Figure;
  /** Sales of a store-month last year (B). */
  readonly baseline: Figure;
  /** As typed; of both ownerships, as planned. */
  readonly growth: Figure;
  readonly targetPerMonth: Figure;
  /** Σ months open this year over existing stores (M). */
  readonly storeMonths: Figure;
  /** Targets of existing stores (E). */
  readonly existingTarget: Figure;
  /** Growth of the average store: E ÷ (B × M) − 1. */
  readonly plannedGrowth: Figure;
  /** B by the store list alone, whatever was typed over. */
  readonly listBaseline: Figure;
}

export interface Region {
  readonly rows: Readonly<Record<Ownership | 'all', BaselineRow>>;
  /** In the order of the input. */
  readonly plans: readonly StorePlan[];
  /** Existing and new stores' sales (R). */
  readonly planned: Figure;
  /** R − T. */
  readonly gap: Figure;
  /** Growth of the average store that closes the gap: (T − N) ÷ (B × M) − 1. */
  readonly requiredGrowth: Figure;
  /** E ÷ Σ over ownerships (B × M) − 1: planned growth without the shift between ownerships. */
  readonly mixNeutralGrowth: Figure;
  /** R ÷ last year's sales − 1. */
  readonly totalGrowth: Figure;
  /** Σ final ÷ Σ last year − 1 over stores open all of both years. */
  readonly sameStoreGrowth: Figure;
  /** Existing stores that close within the year. */
  readonly closures: number;
  /** Existing stores that stay beyond the year's last day, and target openings less new stores that close before it. */
  readonly yearEndStores: number;
  /** E by month. */
  readonly existingByMonth: readonly number[];
}

/** The region's plan: every store's, each ownership's baseline, and what they add up to. */
export function region(input: RegionInput): Region {
  const franchised = lastYear(input, 'franchised');
  const selfOperated = lastYear(input, 'selfOperated');
  const own = { franchised, selfOperated };
  const plans = input.stores.map((store) => storePlan(store, own[store.ownership], input));
  const rows = {
    franchised: thisYear(input, 'franchised', franchised, plans),
    selfOperated: thisYear(input, 'selfOperated', selfOperated, plans),
  };
  const all = bothRows(rows.franchised, rows.selfOperated, listBaseline(input, input.stores));
  const existing = plans.filter((plan) => plan.existing);
  const closings = closingsOf(input.stores, input.yearStart);
  // Without any target yet there is no plan: 0 would read as a plan to sell nothing.
  const planned =
    all.existingTarget === null && input.newSales === 0 ? null : sum([all.existingTarget, input.newSales]);
  return {
    rows: { ...rows, all },
    plans,
    planned,
    gap: planned === null || input.companyTarget === null ? null : planned - input.companyTarget,
    requiredGrowth: growthTo(
      input.companyTarget === null ? null : input.companyTarget - input.newSales,
      all.baseline,
      all.storeMonths,
    ),
    mixNeutralGrowth: change(
      all.existingTarget,
      sum(ownerships.map((ownership) => product(rows[ownership].baseline, rows[ownership].storeMonths))),
    ),
    totalGrowth: change(planned, all.lastYearSales),
    sameStoreGrowth: sameStoreGrowth(input.stores, plans),
    closures: closings.existing,
    yearEndStores: closings.stay + input.targetOpenings - closings.opened,
    existingByMonth: monthNumbers.map((month) => sum(existing.map((plan) => plan.byMonth?.[month] ?? null)) ?? 0),
  };
}

type LastYear = Pick<
  BaselineRow,
  'lastYearSales' | 'storeCount' | 'lastYearStoreMonths' | 'averageMonths' | 'baseline' | 'growth' | 'listBaseline'
>;

/**
 * The stores that last year's average is made of: those with sales and months. One without sales would water it down by
 * its months, one without months would push it up by its sales.
 */
function counted(stores: readonly Store[], yearStart: number): readonly Store[] {
  return stores.filter((store) => store.lastYearSales !== null && lastYearMonths(store, yearStart) > 0);
}

function lastYear(input: RegionInput, ownership: Ownership): LastYear {
  const typedBaseline = input.baselines[ownership];
  const own = input.stores.filter((store) => store.ownership === ownership);
  const list = counted(own, input.yearStart);
  const listed = input.stores.length > 0;
  const listMonths = list.reduce((months, store) => months + lastYearMonths(store, input.yearStart), 0);
  const lastYearSales =
    typedBaseline.lastYearSales ?? (listed ? (sum(list.map((store) => store.lastYearSales)) ?? 0) : null);
  const storeCount = typedBaseline.storeCount ?? (listed ? list.length : null);
  const averageMonths = typedBaseline.averageMonths ?? (listed ? ratio(listMonths, storeCount) : null);
  return {
    lastYearSales,
    storeCount,
    lastYearStoreMonths: product(storeCount, averageMonths),
    averageMonths,
    baseline: baselineOf(lastYearSales, storeCount, averageMonths),
    growth: typedBaseline.growth,
    listBaseline: listBaseline(input, own),
  };
}

function thisYear(
  input: RegionInput,
  ownership: Ownership,
  before: LastYear,
  plans: readonly StorePlan[],
): BaselineRow {
  const { baseline, growth } = before;
  const own = plans.filter((plan, index) => plan.existing && input.stores[index]?.ownership === ownership);
  const listed = input.stores.length > 0;
  const storeMonths =
    input.baselines[ownership].storeMonths ??
    (listed ? own.reduce((months, plan) => months + plan.months, 0) : product(before.storeCount, 12));
  const targetPerMonth = baseline === null || growth === null ? null : baseline * (1 + growth);
  const fromBaseline =
    baseline === null || growth === null || storeMonths === null ? null : storeTarget(baseline, growth, storeMonths);
  const fromStores = own.length === 0 ? 0 : sum(own.map((plan) => plan.final));
  const existingTarget = listed ? fromStores : fromBaseline;
  return {
    ...before,
    targetPerMonth,
    storeMonths,
    existingTarget,
    plannedGrowth: growthTo(existingTarget, baseline, storeMonths),
  };
}

function bothRows(franchised: BaselineRow, selfOperated: BaselineRow, fromList: Figure): BaselineRow {
  const both = (field: keyof BaselineRow): Figure => sum([franchised[field], selfOperated[field]]);
  const lastYearSales = both('lastYearSales');
  const storeCount = both('storeCount');
  const lastYearStoreMonths = both('lastYearStoreMonths');
  const averageMonths = ratio(lastYearStoreMonths, storeCount);
  const baseline = baselineOf(lastYearSales, storeCount, averageMonths);
  const storeMonths = both('storeMonths');
  const existingTarget = both('existingTarget');
  const growth = growthTo(existingTarget, baseline, storeMonths);
  return {
    lastYearSales,
    storeCount,
    lastYearStoreMonths,
    averageMonths,
    baseline,
    growth,
    targetPerMonth: baseline === null || growth === null ? null : baseline * (1 + growth),
    storeMonths,
    existingTarget,
    plannedGrowth: growth,
    listBaseline: fromList,
  };
}

function listBaseline(input: RegionInput, stores: readonly Store[]): Figure {
  const list = counted(stores, input.yearStart);
  const mean = storeMonthMean(
    list.map((store) => store.lastYearSales ?? 0),
    list.map((store) => lastYearMonths(store, input.yearStart)),
  );
  return Number.isFinite(mean) ? mean : null;
}

function baselineOf(sales: Figure, storeCount: Figure, averageMonths: Figure): Figure {
  if (sales === null || !storeCount || !averageMonths) return null;
  return averageStore(sales, storeCount, averageMonths);
}

function growthTo(target: Figure, baseline: Figure, storeMonths: Figure): Figure {
  if (target === null || !baseline || !storeMonths) return null;
  return requiredGrowth(target, baseline, storeMonths);
}

function sameStoreGrowth(stores: readonly Store[], plans: readonly StorePlan[]): Figure {
  const finals: Figure[] = [];
  const sales: Figure[] = [];
  for (const [index, plan] of plans.entries()) {
    const store = stores[index];
    if (!store || store.lastYearSales === null || plan.final === null || !plan.existing) continue;
    if (plan.lastYearMonths < 12 || plan.months < 12) continue;
    finals.push(plan.final);
    sales.push(store.lastYearSales);
  }
  return change(sum(finals), sum(sales));
}

/** Stores of the list at the year's end: existing ones that closed within the year or stay, new ones that closed again. */
function closingsOf(
  stores: readonly Store[],
  yearStart: number,
): { readonly existing: number; readonly stay: number; readonly opened: number } {
  const yearEnd = monthsLater(yearStart, 12) - 1;
  const counts = { existing: 0, stay: 0, opened: 0 };
  for (const store of stores) {
    const isClosed = store.closedOn !== null && store.closedOn <= yearEnd;
    if (isNew(store, yearStart)) counts.opened += isClosed ? 1 : 0;
    else if (!isClosed) counts.stay += 1;
    else if ((store.closedOn ?? 0) >= yearStart) counts.existing += 1;
  }
  return counts;
}
