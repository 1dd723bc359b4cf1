/** A group in both years: its weight in the whole, 0 or more, and its rate; null where a year has none. */
export interface MixedGroup {
  readonly weightBefore: number;
  readonly weightAfter: number;
  readonly rateBefore: number | null;
  readonly rateAfter: number | null;
}

/** The parts of a change of an average, one a group each, in the order given. */
export interface MixEffects {
  /** By a shift of shares between groups above the average and groups below it. */
  readonly mix: readonly number[];
  /** By rates within the groups. */
  readonly rate: readonly number[];
  /** The average of both years: Σ share × rate. */
  readonly before: number;
  readonly after: number;
}

interface Pair {
  readonly before: number;
  readonly after: number;
}

/**
 * The change of Σ share × rate as mix and rate, adding up to it: each factor's change × the mean of the other's, shares
 * held against the mean of both averages. Weights are made shares of their sum. A group without weight in a year takes the
 * other year's rate, so that all of it is mix; a year without any weight takes the other's shares.
 */
export function mixEffects(groups: readonly MixedGroup[]): MixEffects {
  let allBefore = 0;
  let allAfter = 0;
  for (const { weightBefore, weightAfter } of groups) {
    allBefore += weightBefore;
    allAfter += weightAfter;
  }
  const shareOf = (weight: number, all: number): number | null => (all === 0 ? null : weight / all);
  const pairs = groups.map(({ weightBefore, weightAfter, rateBefore, rateAfter }) => ({
    rate: pair(weightBefore === 0 ? null : rateBefore, weightAfter === 0 ? null : rateAfter),
    share: pair(shareOf(weightBefore, allBefore), shareOf(weightAfter, allAfter)),
  }));
  let before = 0;
  let after = 0;
  for (const { rate, share } of pairs) {
    before += share.before * rate.before;
    after += share.after * rate.after;
  }
  const average = (before + after) / 2;
  return {
    mix: pairs.map(({ rate, share }) => (share.after - share.before) * (mean(rate) - average)),
    rate: pairs.map(({ rate, share }) => mean(share) * (rate.after - rate.before)),
    before,
    after,
  };
}

/** A figure of both years, the other year's where a year has none. */
function pair(before: number | null, after: number | null): Pair {
  return { before: before ?? after ?? 0, after: after ?? before ?? 0 };
}

const mean = ({ before, after }: Pair): number => (before + after) / 2;
