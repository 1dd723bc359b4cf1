import { cleared, inUnits, multiple } from './round';

/** What doubles may lose in the steps that lead to a share, relative to it. */
const noise = 2 ** -48;

/** The most units a total may have: up to here, noise stays below a unit however many parts there are. */
export const mostUnits = 2 ** 45;

/** Why a total cannot be spread; `by` in the total's own unit, `index` the part at fault, from 0. */
export type SpreadFault =
  | { readonly fault: 'notMultiple' }
  | { readonly fault: 'tooManyUnits' }
  | { readonly fault: 'noWeight' }
  | { readonly fault: 'crossedBounds'; readonly index: number }
  | { readonly fault: 'minimumsExceed'; readonly by: number }
  | { readonly fault: 'maximumsFallShort'; readonly by: number };

/** Bounds of the parts, in the order of the weights; null or missing is no bound of one's own: at least 0, without end. */
export interface Bounds {
  readonly minimums?: readonly (number | null)[];
  readonly maximums?: readonly (number | null)[];
}

/**
 * Parts in proportion to the weights, each a multiple of `unit`, adding up to `total` exactly: the method of the largest
 * remainder, equal remainders going to the earlier part. Where bounds are given, parts beyond them are set to them and
 * the rest is shared out. Total and weights are 0 or above.
 */
export function spread(
  total: number,
  weights: readonly number[],
  unit = 1,
  { minimums = [], maximums = [] }: Bounds = {},
): number[] | SpreadFault {
  const units = inUnits(total, unit);
  if (units > mostUnits) return { fault: 'tooManyUnits' };
  if (!Number.isInteger(units)) return { fault: 'notMultiple' };

  const lowest: number[] = [];
  const highest: number[] = [];
  for (const index of weights.keys()) {
    const low = Math.max(0, Math.ceil(inUnits(minimums[index] ?? 0, unit)));
    const high = Math.floor(inUnits(maximums[index] ?? Number.POSITIVE_INFINITY, unit));
    if (low > high) return { fault: 'crossedBounds', index };
    lowest.push(low);
    highest.push(high);
  }
  const least = lowest.reduce(plus, 0);
  const most = highest.reduce(plus, 0);
  if (least > units) return { fault: 'minimumsExceed', by: multiple(least - units, unit) };
  if (most < units) return { fault: 'maximumsFallShort', by: multiple(units - most, unit) };

  const { shares, rest } = clampedShares(units, weights, lowest, highest);
  if (rest > 0) {
    const noWeight = weights.every((weight) => weight === 0) && most === Number.POSITIVE_INFINITY;
    return noWeight ? { fault: 'noWeight' } : { fault: 'maximumsFallShort', by: multiple(rest, unit) };
  }
  return wholeShares(units, shares).map((count) => multiple(count, unit));
}

/**
 * The fractional shares of `units` within the bounds, and what no part could take. Each round fixes at their bounds the
 * parts on the side, below or above, that is out by more: fixing the other side first could fix a part for nothing.
 */
function clampedShares(
  units: number,
  weights: readonly number[],
  lowest: readonly number[],
  highest: readonly number[],
): { readonly shares: readonly number[]; readonly rest: number } {
  const shares = weights.map(() => 0);
  let free = [...weights.keys()];
  let rest = units;
  while (free.length > 0) {
    const weight = exactSum(free.map((index) => weights[index] ?? 0));
    let below = 0;
    let above = 0;
    for (const index of free) {
      const share = weight > 0 ? cleared((rest * (weights[index] ?? 0)) / weight, noise) : 0;
      shares[index] = share;
      below += Math.max(0, (lowest[index] ?? 0) - share);
      above += Math.max(0, share - (highest[index] ?? share));
    }
    if (below === 0 && above === 0) return { shares, rest: weight > 0 ? 0 : rest };
    const stillFree: number[] = [];
    for (const index of free) {
      const share = shares[index] ?? 0;
      const low = lowest[index] ?? 0;
      const high = highest[index] ?? share;
      if (share < low && below >= above) shares[index] = low;
      else if (share > high && above >= below) shares[index] = high;
      else {
        stillFree.push(index);
        continue;
      }
      rest -= shares[index] ?? 0;
    }
    free = stillFree;
  }
  return { shares, rest };
}

/** Whole numbers adding up to `units`, each a share rounded down or up, up for the largest remainders. */
function wholeShares(units: number, shares: readonly number[]): number[] {
  const counts = shares.map(Math.floor);
  const left = units - counts.reduce(plus, 0);
  if (left <= 0) return counts;
  const remainders = shares.map((share, index) => share - (counts[index] ?? 0));
  const descending = Float64Array.from(remainders).sort().reverse();
  const last = descending[left - 1] ?? 0;
  const tolerance = Math.max(1, maximum(shares)) * noise;
  let given = 0;
  for (const [index, remainder] of remainders.entries()) {
    if (remainder <= last + tolerance) continue;
    counts[index] = (counts[index] ?? 0) + 1;
    given += 1;
  }
  for (const [index, remainder] of remainders.entries()) {
    if (given === left) break;
    if (Math.abs(remainder - last) > tolerance) continue;
    counts[index] = (counts[index] ?? 0) + 1;
    given += 1;
  }
  return counts;
}

function maximum(values: readonly number[]): number {
  let result = 0;
  for (const value of values) if (value > result) result = value;
  return result;
}

/** The sum with what each addition loses added back (Neumaier's summation), so that thousands of weights lose no unit. */
function exactSum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

function plus(left: number, right: number): number {
  return left + right;
}
