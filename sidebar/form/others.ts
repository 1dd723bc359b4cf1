import { respread } from '../../src/maths/respread';
import { rounded } from '../../src/maths/round';

/**
 * A total over twelve months of which some are typed and stay as they are, to the cent: the others share what is left in
 * proportion to what they stand at, or by the season where that is nothing. Undefined where they cannot, as when the typed
 * ones are more than the total.
 */
export function sharedByOthers(
  total: number,
  kept: readonly (number | null)[],
  standing: readonly number[],
  season: readonly number[],
  unit: number,
): readonly number[] | undefined {
  let fast = 0;
  for (const month of kept) fast += month ?? 0;
  const months = {
    values: kept.map((month, index) => month ?? standing[index] ?? 0),
    free: kept.map((month) => month === null),
    season,
  };
  const parts = respread(rounded(total - fast, 2), months, unit);
  return Array.isArray(parts) ? parts : undefined;
}
