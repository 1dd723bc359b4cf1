import type { Figure } from '../src/maths/figure';
import { type RegionInput, region } from '../src/maths/region';
import { roundedTo } from '../src/maths/round';
import { type Ownership, ownerships } from '../src/maths/store';
import { storeTarget } from '../src/maths/storeTarget';

/** Growth that closes the gap: the same points added to both ownerships' growth, in hundredths of a percent. */
export interface Fill {
  /** Added to each growth, a fraction. */
  readonly points: number;
  readonly growths: readonly { readonly ownership: Ownership; readonly from: Figure; readonly to: number }[];
  readonly gapBefore: number;
  /** What growth in hundredths of a percent leaves above the company's target; 0 or more. */
  readonly gapAfter: number;
  /** Stores that take their ownership's growth, and those with a growth or a target of their own. */
  readonly following: number;
  readonly fixed: number;
}

export type FillOutcome =
  | { readonly fill: Fill }
  | { readonly fault: 'noTarget' | 'noBaseline' | 'nothingFollows' | 'belowAll' };

/** What one store, or an ownership without a store list, adds to the region's target at a growth. */
interface Part {
  readonly ownership: Ownership;
  readonly baseline: number;
  readonly months: number;
  readonly rounding: boolean;
}

const tidy = (value: number): number => Number(value.toPrecision(15));

/** Growth as people agree it, in hundredths of a percent, up to the next. */
const inHundredths = (growth: number): number => Math.ceil(tidy(growth * 1e4)) / 1e4;

/**
 * The least growth in hundredths of a percent, the same points added for both ownerships or for those given, at which the
 * plan reaches the company's target: found by halving, since every store's target is rounded on its own. A growth that is
 * blank counts from 0.
 */
export function requiredFill(input: RegionInput, moving: readonly Ownership[] = ownerships): FillOutcome {
  const now = region(input);
  const { companyTarget } = input;
  if (companyTarget === null) return { fault: 'noTarget' };
  const based = ownerships.filter((ownership) => now.rows[ownership].baseline !== null);
  if (based.length === 0) return { fault: 'noBaseline' };

  const parts: Part[] = [];
  let fixedTarget = 0;
  let [following, fixed] = [0, 0];
  for (const [index, plan] of now.plans.entries()) {
    const store = input.stores[index];
    if (!store || !plan.existing) continue;
    const follows = store.agreedTarget === null && store.growth === null && moving.includes(store.ownership);
    if (follows && plan.baseline !== null) {
      parts.push({ ownership: store.ownership, baseline: plan.baseline, months: plan.months, rounding: true });
      following += 1;
    } else {
      fixedTarget += plan.final ?? 0;
      fixed += 1;
    }
  }
  if (input.stores.length === 0) {
    for (const ownership of based) {
      const { baseline, storeMonths, existingTarget } = now.rows[ownership];
      if (!moving.includes(ownership)) fixedTarget += existingTarget ?? 0;
      else if (baseline !== null && storeMonths !== null)
        parts.push({ ownership, baseline, months: storeMonths, rounding: false });
    }
  }
  const slope = parts.reduce((total, { baseline, months }) => total + baseline * months, 0);
  if (slope <= 0) return { fault: 'nothingFollows' };

  const start: Readonly<Record<Ownership, number>> = {
    franchised: input.baselines.franchised.growth ?? 0,
    selfOperated: input.baselines.selfOperated.growth ?? 0,
  };
  const growthAt = (ownership: Ownership, points: number): number => inHundredths(start[ownership] + points);
  const gapAt = (points: number): number => {
    let total = fixedTarget;
    for (const { ownership, baseline, months, rounding } of parts) {
      const target = storeTarget(baseline, growthAt(ownership, points), months);
      total += rounding ? roundedTo(target, input.roundingUnit) : target;
    }
    return total + input.newSales - companyTarget;
  };
  const points = leastPoints(gapAt, slope, input.roundingUnit * (parts.length + 1));
  const moved = based.filter((ownership) => moving.includes(ownership));
  if (moved.some((ownership) => growthAt(ownership, points) < -1)) return { fault: 'belowAll' };
  return {
    fill: {
      points,
      growths: moved.map((ownership) => ({
        ownership,
        from: input.baselines[ownership].growth,
        to: growthAt(ownership, points),
      })),
      gapBefore: now.gap ?? -companyTarget,
      gapAfter: cents(gapAt(points)),
      following,
      fixed,
    },
  };
}

/** The dust of adding thousands of amounts is no gap. */
const cents = (value: number): number => Math.round(value * 1e4) / 1e4 || 0;

/** The least points, in hundredths of a percent, at which no gap is left. */
function leastPoints(gapAt: (points: number) => number, slope: number, unevenness: number): number {
  const closes = (hundredths: number): boolean => cents(gapAt(hundredths / 1e4)) >= 0;
  const guess = (-gapAt(0) / slope) * 1e4;
  const margin = (2 * unevenness * 1e4) / slope + 2;
  let [short, enough] = [Math.floor(guess - margin), Math.ceil(guess + margin)];
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (closes(middle)) enough = middle;
    else short = middle;
  }
  // Where less growth rounds to the same targets, what is there stays.
  return cents(gapAt(enough / 1e4)) === cents(gapAt(0)) ? 0 : enough / 1e4;
}
