import { newStoreSales } from '../../src/maths/newStoreSales';

/** A channel as it opens stores, and what its stores sell. */
export interface Channel {
  /** Monthly sales of a mature store. */
  readonly mature: number;
  readonly openings: readonly number[];
}

interface Around {
  /** What the region lacks of the total that is wanted; below 0 what it has beyond. */
  readonly lacking: number;
  readonly ramp: readonly number[];
  readonly seasonIndex: readonly number[];
}

export type OpeningsOutcome =
  | {
      /** Openings more in the month, or fewer. */
      readonly count: number;
      /** What one that opens then sells in the year. */
      readonly each: number;
      readonly openings: readonly number[];
      /** What is left lacking; below 0 what is beyond. */
      readonly lacking: number;
    }
  /** fewOpenings: there are not so many in the month to be left out. */
  | { readonly fault: 'noSales' | 'fewOpenings' };

/** How many stores more, or fewer, a channel opens in a month, from 0, so that the region reaches its total. */
export function openingsFor({ mature, openings }: Channel, month: number, around: Around): OpeningsOutcome {
  const { lacking, ramp, seasonIndex } = around;
  const one = openings.map((_, place) => (place === month ? 1 : 0));
  const each = newStoreSales(mature, one, ramp, seasonIndex).reduce((sum, sales) => sum + sales, 0);
  if (!(each > 0)) return { fault: 'noSales' };
  // Clear of what binary fractions leave: 3.0000000001 stores are 3.
  const count = Math.ceil(Number((lacking / each).toPrecision(12)));
  const now = openings[month] ?? 0;
  if (now + count < 0) return { fault: 'fewOpenings' };
  return {
    count: count || 0,
    each,
    openings: openings.map((opened, place) => (place === month ? now + count : opened)),
    lacking: lacking - count * each,
  };
}
