import type { Figure } from './figure';
import { inUnits, multiple, rounded } from './round';
import { type Bounds, type SpreadFault, spread } from './spread';

/** A store's months as they stand, and which of them may change. */
export interface WorkingMonths extends Bounds {
  /** The working target by month. */
  readonly values: readonly number[];
  /** Months that may change: neither closed, nor held, nor without a store that is open. */
  readonly free: readonly boolean[];
  /** What free months weigh if their working targets are all 0. */
  readonly season: readonly number[];
  /** What its free months come to together at least and at most. */
  readonly least?: Figure;
  readonly most?: Figure;
}

/** Decimals of the smallest coin. */
const finest = 2;

/** nothingFree: no month may take `by`. beyond: what stands fast is `by` more than the total. */
export type RespreadFault =
  | SpreadFault
  | { readonly fault: 'nothingFree'; readonly by: number }
  | { readonly fault: 'beyond'; readonly by: number };

/** Of stores' years also belowNothing: what one's months gone come to lies `by` below 0, and no month of it is free to make up for it. */
export type YearFault = RespreadFault | { readonly fault: 'belowNothing'; readonly by: number; readonly index: number };

/** A store's year before a re-spread, twelve months each. */
export interface YearToRespread {
  /** The working target by month. */
  readonly months: readonly number[];
  /** The year's target: its months, without what later ones make up for of earlier ones. */
  readonly year: number;
  /** Sales; null: not known. */
  readonly sold: readonly Figure[];
  /** Months that are over or closed, those that are held, and those in which the store trades. */
  readonly past: readonly boolean[];
  readonly held: readonly boolean[];
  readonly open: readonly boolean[];
  /** What the year comes to at least and at most; null is no bound. */
  readonly least: Figure;
  readonly most: Figure;
}

/** A store's year after it. */
export interface RespreadYear {
  readonly months: readonly number[];
  readonly year: number;
  /** What months gone lacked of their targets, which is in the later months' once more; below 0 if they were ahead. */
  readonly carried: number;
}

/** What a re-spread comes to: the amount that free months share, and each store's year. */
export interface Respread {
  readonly amount: number;
  readonly years: readonly RespreadYear[];
}

/**
 * Carries what months gone fell short, or ran ahead, over to the free ones: the stores' years together stay, and free
 * months get what sales of the past and held targets leave of them, in proportion to their working targets. Months gone
 * without sales that are known are taken at their targets; past and held months come back as they were.
 */
export function carryForward(
  stores: readonly YearToRespread[],
  season: readonly number[],
  unit: number,
): Respread | YearFault {
  return respreadYears(sum(stores.map(({ year }) => year)), stores, { season, unit, taken: soldOr });
}

/**
 * Changes what the stores' years come to together: months gone keep their targets, as held ones do, and free ones get
 * what these leave of the new total, in proportion to their working targets.
 */
export function changeTotal(
  total: number,
  stores: readonly YearToRespread[],
  season: readonly number[],
  unit: number,
): Respread | YearFault {
  return respreadYears(total, stores, { season, unit, taken: workingIn });
}

type Taken = (store: YearToRespread, month: number) => number;
const workingIn: Taken = ({ months }, month) => months[month] ?? 0;
const soldOr: Taken = (store, month) => store.sold[month] ?? workingIn(store, month);

interface How {
  readonly season: readonly number[];
  readonly unit: number;
  /** What of the year a month that is gone has come to. */
  readonly taken: Taken;
}

function respreadYears(
  total: number,
  stores: readonly YearToRespread[],
  { season, unit, taken }: How,
): Respread | YearFault {
  const fast = stores.map((store) => sum(store.months.map((_, month) => fastIn(store, month, taken))));
  const amount = rounded(total - sum(fast), finest);
  for (const [index, store] of stores.entries()) {
    const by = -(fast[index] ?? 0);
    const hasFree = store.months.some((_, month) => isFree(store, month));
    if (by > 0 && !hasFree) return { fault: 'belowNothing', by: rounded(by, finest), index };
  }
  const working = stores.map((store, index): WorkingMonths => {
    const { months, most } = store;
    // A year's target is never below 0, whatever was given back.
    const least = Math.max(0, store.least ?? 0);
    const left = (bound: Figure): Figure => (bound === null ? null : rounded(bound - (fast[index] ?? 0), finest));
    return {
      values: months.map((target, month) => (staysIn(store, month) || isFree(store, month) ? target : 0)),
      free: months.map((_, month) => isFree(store, month)),
      season,
      least: left(least),
      most: left(most),
    };
  });
  const spreads = respreadStores(amount, working, unit);
  if ('fault' in spreads) return spreads;
  const years = spreads.map((months, index): RespreadYear => {
    const free = sum(months.filter((_, month) => working[index]?.free[month]));
    const year = rounded((fast[index] ?? 0) + free, finest);
    return { months, year, carried: rounded(sum(months) - year, finest) };
  });
  return { amount, years };
}

/** Whether a month's target stays as it is: gone, or held. */
const staysIn = ({ past, held }: YearToRespread, month: number): boolean =>
  past[month] === true || held[month] === true;
const isFree = (store: YearToRespread, month: number): boolean => !staysIn(store, month) && store.open[month] === true;

/** What of the year stands fast in a month; a month to come in which the store does not trade has none. */
function fastIn(store: YearToRespread, month: number, taken: Taken): number {
  if (store.past[month]) return taken(store, month);
  return store.held[month] ? workingIn(store, month) : 0;
}

/**
 * The twelve months with `amount`, in the currency's unit, laid over the free ones in multiples of `unit`. What is left
 * over of a unit, as sales have cents, goes to the last month that can take it, so that the total is exact.
 */
export function respread(amount: number, months: WorkingMonths, unit: number): number[] | RespreadFault {
  const free = freeMonths(months);
  const parts = sharedOut(
    amount,
    {
      weights: weightsOr(
        free.map((month) => workingOf(months, month)),
        free.map((month) => seasonOf(months, month)),
      ),
      minimums: free.map((month) => leastOf(months, month, unit)),
      maximums: free.map((month) => mostOf(months, month, unit)),
    },
    unit,
  );
  if (!Array.isArray(parts)) return parts;
  const values = [...months.values];
  for (const [index, month] of free.entries()) values[month] = parts[index] ?? 0;
  return values;
}

/**
 * The same for several stores: `amount` over the stores by the working targets of their free months, then each store's
 * part over its own. Both steps add up exactly, which fitting both ways at once could not.
 */
export function respreadStores(
  amount: number,
  stores: readonly WorkingMonths[],
  unit: number,
): (readonly number[])[] | RespreadFault {
  const open = stores.filter(({ free }) => free.includes(true));
  const over = (figure: (store: WorkingMonths, month: number) => number): number[] =>
    open.map((store) => sum(freeMonths(store).map((month) => figure(store, month))));
  const parts = sharedOut(
    amount,
    {
      weights: weightsOr(over(workingOf), over(seasonOf)),
      minimums: open.map((store) =>
        Math.max(
          inWholeUnits(store.least ?? 0, unit, Math.ceil),
          sum(freeMonths(store).map((month) => leastOf(store, month, unit))),
        ),
      ),
      maximums: open.map((store) =>
        Math.min(
          inWholeUnits(store.most ?? Number.POSITIVE_INFINITY, unit, Math.floor),
          sum(freeMonths(store).map((month) => mostOf(store, month, unit))),
        ),
      ),
    },
    unit,
  );
  if (!Array.isArray(parts)) {
    if (parts.fault !== 'crossedBounds') return parts;
    const crossed = open[parts.index];
    return { ...parts, index: crossed ? stores.indexOf(crossed) : -1 };
  }
  const spreads: (readonly number[])[] = [];
  let next = 0;
  for (const store of stores) {
    if (!store.free.includes(true)) {
      spreads.push(store.values);
      continue;
    }
    const months = respread(parts[next] ?? 0, store, unit);
    if (!Array.isArray(months)) return months;
    spreads.push(months);
    next += 1;
  }
  return spreads;
}

interface Shares {
  readonly weights: readonly number[];
  readonly minimums: readonly number[];
  readonly maximums: readonly number[];
}

/** The parts of `amount`: multiples of `unit`, but for what is less than one, which the last part with room takes. */
function sharedOut(amount: number, shares: Shares, unit: number): number[] | RespreadFault {
  const { weights, maximums } = shares;
  if (amount < 0) return { fault: 'beyond', by: -amount };
  if (weights.length === 0) return amount === 0 ? [] : { fault: 'nothingFree', by: amount };
  const whole = multiple(Math.floor(inUnits(amount, unit)), unit);
  const parts = spread(whole, weights, unit, shares);
  const over = rounded(amount - whole, finest);
  if (!Array.isArray(parts) || over === 0) return parts;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index] ?? 0;
    if ((weights[index] ?? 0) === 0 || part + over > (maximums[index] ?? part)) continue;
    parts[index] = rounded(part + over, finest);
    return parts;
  }
  return { fault: 'maximumsFallShort', by: over };
}

/** The months, from 0, that may change. */
function freeMonths({ values, free }: WorkingMonths): readonly number[] {
  return [...values.keys()].filter((month) => free[month]);
}

const workingOf = ({ values }: WorkingMonths, month: number): number => values[month] ?? 0;
const seasonOf = ({ season }: WorkingMonths, month: number): number => season[month] ?? 0;

function weightsOr(weights: readonly number[], otherwise: readonly number[]): readonly number[] {
  return weights.some((weight) => weight > 0) ? weights : otherwise;
}

/** A month's bounds as multiples of the unit within them, so that bounds of sums can hold month by month. */
function leastOf({ minimums }: WorkingMonths, month: number, unit: number): number {
  return inWholeUnits(minimums?.[month] ?? 0, unit, Math.ceil);
}

function mostOf({ maximums }: WorkingMonths, month: number, unit: number): number {
  return inWholeUnits(maximums?.[month] ?? Number.POSITIVE_INFINITY, unit, Math.floor);
}

/** A bound as a multiple of the unit within it; none is none. */
const inWholeUnits = (bound: number, unit: number, within: (units: number) => number): number =>
  Number.isFinite(bound) ? multiple(within(inUnits(bound, unit)), unit) : bound;

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
