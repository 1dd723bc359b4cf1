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

  const shared =
    minimums.length + maximums.length === 0
      ? openShares(units, weights)
      : clampedShares(units, weights, unit, { minimums, maximums });
  if (!Array.isArray(shared)) return shared;
  return wholeShares(units, shared, unit);
}

/** The fractional shares of `units` without bounds. */
function openShares(units: number, weights: readonly number[]): number[] | SpreadFault {
  const weight = exactSum(weights);
  if (weight === 0) return units === 0 ? weights.map(() => 0) : { fault: 'noWeight' };
  const shares: number[] = [];
  for (const part of weights) shares.push(cleared((units * part) / weight, noise));
  return shares;
}

/**
 * The fractional shares of `units` within the bounds. Each round fixes at their bounds the parts on the side, below or
 * above, that is out by more: fixing the other side first could fix a part for nothing.
 */
function clampedShares(
  units: number,
  weights: readonly number[],
  unit: number,
  { minimums = [], maximums = [] }: Bounds,
): number[] | SpreadFault {
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
  // A part without weight takes no more than its minimum, whatever its maximum.
  const most = highest.reduce((sum, high, index) => sum + ((weights[index] ?? 0) > 0 ? high : (lowest[index] ?? 0)), 0);
  if (least > units) return { fault: 'minimumsExceed', by: multiple(least - units, unit) };
  if (most < units) {
    const weighted = weights.some((weight) => weight > 0);
    return weighted ? { fault: 'maximumsFallShort', by: multiple(units - most, unit) } : { fault: 'noWeight' };
  }

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
    if (below === 0 && above === 0) break;
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
  return shares;
}

/** Turns shares into multiples of `unit` adding up to `units` of it: rounded down or up, up for the largest remainders. */
function wholeShares(units: number, shares: number[], unit: number): number[] {
  const remainders: number[] = [];
  let left = units;
  let largest = 1;
  for (let index = 0; index < shares.length; index += 1) {
    const share = shares[index] ?? 0;
    const count = Math.floor(share);
    remainders.push(share - count);
    shares[index] = count;
    left -= count;
    if (share > largest) largest = share;
  }
  if (left > 0) roundUp(shares, remainders, left, largest * noise);
  if (unit !== 1)
    for (let index = 0; index < shares.length; index += 1) shares[index] = multiple(shares[index] ?? 0, unit);
  return shares;
}

/** Adds 1 to the `left` counts with the largest remainders; of those equal within the tolerance, to the earlier ones. */
function roundUp(counts: number[], remainders: readonly number[], left: number, tolerance: number): void {
  const last = ranked(remainders.slice(), left - 1);
  const above = last + tolerance;
  let equals = left;
  for (let index = 0; index < remainders.length; index += 1) if ((remainders[index] ?? 0) > above) equals -= 1;
  for (let index = 0; index < remainders.length; index += 1) {
    const remainder = remainders[index] ?? 0;
    if (remainder < last - tolerance) continue;
    if (remainder <= above) {
      if (equals === 0) continue;
      equals -= 1;
    }
    counts[index] = (counts[index] ?? 0) + 1;
  }
}

/** The value of that rank, 0 for the largest; reorders the values (Hoare's quickselect: a sort would be most of the time). */
function ranked(values: number[], rank: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? pivot) > pivot) left += 1;
      while ((values[right] ?? pivot) < pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (rank <= right) to = right;
    else if (rank >= left) from = left;
    else break;
  }
  return values[rank] ?? 0;
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
