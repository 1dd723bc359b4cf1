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
}

/** Decimals of the smallest coin. */
const finest = 2;

/** nothingFree: no month may take `by`. beyond: what stands fast is `by` more than the total. */
export type RespreadFault =
  | SpreadFault
  | { readonly fault: 'nothingFree'; readonly by: number }
  | { readonly fault: 'beyond'; readonly by: number };

/**
 * Carries what closed months fell short, or ran ahead, over to the free ones: the year's total stays, and free months
 * get what sales of closed months and held targets leave of it, in proportion to their working targets. `sales` are
 * those of the closed months, the first of the year; these and held months come back as they were.
 */
export function carryForward(
  year: number,
  sales: readonly number[],
  months: WorkingMonths,
  unit: number,
): number[] | RespreadFault {
  return respread(year - sum(sales) - sum(fixed(months).slice(sales.length)), months, unit);
}

/**
 * Changes the year's total: months that are not free keep their targets, and free ones get what these leave of the new
 * total, in proportion to their working targets.
 */
export function changeTotal(year: number, months: WorkingMonths, unit: number): number[] | RespreadFault {
  return respread(year - sum(fixed(months)), months, unit);
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
      minimums: over((store, month) => leastOf(store, month, unit)),
      maximums: over((store, month) => mostOf(store, month, unit)),
    },
    unit,
  );
  if (!Array.isArray(parts)) return parts;
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

/** The targets of the months that may not, 0 in the others' places. */
function fixed({ values, free }: WorkingMonths): readonly number[] {
  return values.map((value, month) => (free[month] ? 0 : value));
}

const workingOf = ({ values }: WorkingMonths, month: number): number => values[month] ?? 0;
const seasonOf = ({ season }: WorkingMonths, month: number): number => season[month] ?? 0;

function weightsOr(weights: readonly number[], otherwise: readonly number[]): readonly number[] {
  return weights.some((weight) => weight > 0) ? weights : otherwise;
}

/** A month's bounds as multiples of the unit within them, so that bounds of sums can hold month by month. */
function leastOf({ minimums }: WorkingMonths, month: number, unit: number): number {
  return multiple(Math.ceil(inUnits(minimums?.[month] ?? 0, unit)), unit);
}

function mostOf({ maximums }: WorkingMonths, month: number, unit: number): number {
  const most = maximums?.[month] ?? null;
  return most === null ? Number.POSITIVE_INFINITY : multiple(Math.floor(inUnits(most, unit)), unit);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
