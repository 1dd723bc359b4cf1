import fc from 'fast-check';
import { type Fill, type FillOutcome, requiredFill } from '../../sidebar/fill';
import { dayNumber } from '../../src/maths/day';
import { type RegionInput, region, type TypedBaseline } from '../../src/maths/region';
import type { Ownership, Store } from '../../src/maths/store';
import { frozen } from '../frozen';

const nothing: TypedBaseline = {
  lastYearSales: null,
  storeCount: null,
  averageMonths: null,
  growth: null,
  storeMonths: null,
};

/** The golden region without its store list: baselines typed, growth 10 % and 5 %. */
const golden: RegionInput = frozen({
  yearStart: dayNumber(2027, 1, 1),
  seasonIndex: Array(12).fill(1),
  ramp: [0.5, 0.7, 0.85, 1],
  roundingUnit: 0.01,
  floorFactor: 0.9,
  stretchFactor: 1.1,
  weakLine: 0.7,
  companyTarget: 150_000_000,
  newSales: 12_638_571.43,
  targetOpenings: 20,
  stores: [],
  baselines: {
    franchised: { lastYearSales: 86_400_000, storeCount: 60, averageMonths: 11.2, growth: 0.1, storeMonths: 702 },
    selfOperated: { lastYearSales: 34_560_000, storeCount: 12, averageMonths: 12, growth: 0.05, storeMonths: 135 },
  },
});

function store(ownership: Ownership, typed: Partial<Store>): Store {
  return {
    ownership,
    openedOn: null,
    closedOn: null,
    lastYearSales: null,
    lastYearMonths: null,
    growth: null,
    monthsThisYear: null,
    agreedTarget: null,
    ...typed,
  };
}

function fillOf(outcome: FillOutcome): Fill {
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.fill;
}

/** The gap of the region once the growths are set. */
function gapWith(input: RegionInput, { growths }: Fill): number | null {
  const baselines = { ...input.baselines };
  for (const { ownership, to } of growths) baselines[ownership] = { ...baselines[ownership], growth: to };
  return region({ ...input, baselines }).gap;
}

test('golden case: 4,058,571.43 over 702 × 128,571.43 + 135 × 240,000 is 3.3088 points, in hundredths 3.31', () => {
  const fill = fillOf(requiredFill(golden));
  expect(fill.points).toBe(0.0331);
  expect(fill.growths).toEqual([
    { ownership: 'franchised', from: 0.1, to: 0.1331 },
    { ownership: 'selfOperated', from: 0.05, to: 0.0831 },
  ]);
  expect(fill.gapBefore).toBeCloseTo(-4_058_571.43, 2);
  // 122,657,142.857 × 3.31 % is 1,380 more than the gap.
  expect(fill.gapAfter).toBeCloseTo(1380, 2);
  expect(gapWith(golden, fill)).toBeCloseTo(1380, 2);
});

test('a blank growth counts from 0', () => {
  const baselines = {
    franchised: { ...golden.baselines.franchised, growth: null },
    selfOperated: { ...golden.baselines.selfOperated, growth: null },
  };
  const fill = fillOf(requiredFill({ ...golden, baselines }));
  expect(fill.growths.map(({ from }) => from)).toEqual([null, null]);
  // 150,000,000 − 12,638,571.43 over 122,657,142.857, less 1: 11.98812 %.
  expect(fill.growths.map(({ to }) => to)).toEqual([0.1199, 0.1199]);
});

test('a plan above the company’s target is brought down to it', () => {
  const fill = fillOf(requiredFill({ ...golden, companyTarget: 140_000_000 }));
  expect(fill.points).toBeLessThan(0);
  // Down by less than a hundredth of a percent of 122,657,142.857 above it.
  expect(gapWith({ ...golden, companyTarget: 140_000_000 }, fill)).toBeGreaterThanOrEqual(0);
  expect(fill.gapAfter).toBeLessThan(12_266);
});

test('a plan that meets its target needs nothing', () => {
  const met = {
    ...golden,
    roundingUnit: 1,
    newSales: 0,
    companyTarget: 2_000,
    stores: [
      store('franchised', { agreedTarget: 1000, lastYearSales: 900 }),
      store('franchised', { lastYearSales: 1000 }),
    ],
    baselines: { franchised: { ...nothing, growth: 0 }, selfOperated: nothing },
  };
  expect(fillOf(requiredFill(met))).toMatchObject({ points: 0, gapBefore: 0, gapAfter: 0, following: 1, fixed: 1 });
});

test.each<[string, Partial<RegionInput>]>([
  ['noTarget', { companyTarget: null }],
  ['noBaseline', { baselines: { franchised: nothing, selfOperated: nothing } }],
  [
    'nothingFollows',
    {
      stores: [
        store('franchised', { lastYearSales: 1000, agreedTarget: 5 }),
        store('selfOperated', { lastYearSales: 1000, growth: 0.5 }),
      ],
      baselines: { franchised: nothing, selfOperated: nothing },
    },
  ],
  ['belowAll', { companyTarget: 12_000_000 }],
])('%s: nothing is proposed', (fault, input) => {
  expect(requiredFill({ ...golden, ...input })).toEqual({ fault });
});

test('closed by the least growth in hundredths of a percent', () => {
  const stores = fc.array(
    fc.record({
      ownership: fc.constantFrom<Ownership>('franchised', 'selfOperated'),
      lastYearSales: fc.integer({ min: 100_000, max: 5_000_000 }),
      agreedTarget: fc.option(fc.integer({ min: 100_000, max: 5_000_000 }), { freq: 5 }),
      growth: fc.option(fc.constantFrom(0, 0.08, -0.1), { freq: 5 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(
      stores,
      fc.constantFrom(1, 100, 0.01),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (list, unit, share) => {
        const total = list.reduce((sum, { lastYearSales }) => sum + lastYearSales, 0);
        const input: RegionInput = {
          ...golden,
          roundingUnit: unit,
          newSales: 0,
          companyTarget: Math.round(total * share),
          stores: list.map(({ ownership, ...typed }) => store(ownership, typed)),
          baselines: { franchised: { ...nothing, growth: 0.1 }, selfOperated: { ...nothing, growth: 0.05 } },
        };
        const outcome = requiredFill(input);
        if ('fault' in outcome) return;
        const gap = gapWith(input, outcome.fill) ?? Number.NaN;
        expect(gap).toBeCloseTo(outcome.fill.gapAfter, 3);
        expect(gap).toBeGreaterThan(-0.001);
        const less = outcome.fill.growths.map(({ to, ...growth }) => ({
          ...growth,
          to: Math.round(to * 1e4 - 1) / 1e4,
        }));
        expect(gapWith(input, { ...outcome.fill, growths: less })).toBeLessThan(-0.00004);
        for (const { to } of outcome.fill.growths) expect(to).toBe(Number(to.toFixed(4)));
      },
    ),
    { numRuns: 60 },
  );
});
