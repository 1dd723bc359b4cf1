import fc from 'fast-check';
import { dayNumber } from '../../src/maths/day';
import { newStoreSales } from '../../src/maths/newStoreSales';
import { type RegionInput, region, type TypedBaseline } from '../../src/maths/region';
import type { Ownership, Store } from '../../src/maths/store';
import { storeMonthMean } from '../../src/maths/storeMonthMean';
import { frozen } from '../frozen';

const yearStart = dayNumber(2027, 1, 1);
const nothing: TypedBaseline = {
  lastYearSales: null,
  storeCount: null,
  averageMonths: null,
  growth: null,
  storeMonths: null,
};

function stores(count: number, ownership: Ownership, typed: Partial<Store>): Store[] {
  return Array.from({ length: count }, () => ({
    ownership,
    openedOn: null,
    closedOn: null,
    lastYearSales: null,
    lastYearMonths: null,
    growth: null,
    monthsThisYear: null,
    agreedTarget: null,
    ...typed,
  }));
}

/**
 * The golden region: 60 franchised stores with 86.4 M over 11.2 months each, 12 self-operated with 34.56 M over 12. The
 * franchised stores’ sales, 1.44 M on average, are such that targets to the cent add up to the cent.
 */
const golden: RegionInput = frozen({
  yearStart,
  seasonIndex: Array(12).fill(1),
  ramp: [0.5, 0.7, 0.85, 1],
  roundingUnit: 0.01,
  floorFactor: 0.9,
  stretchFactor: 1.1,
  weakLine: 0.7,
  companyTarget: 150_000_000,
  newSales: newStoreSales(900_000 / 7, [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0], [0.5, 0.7, 0.85, 1]).reduce(
    (a, b) => a + b,
  ),
  targetOpenings: 20,
  baselines: { franchised: { ...nothing, growth: 0.1 }, selfOperated: { ...nothing, growth: 0.05 } },
  stores: [
    ...stores(32, 'franchised', { lastYearSales: 1_440_012, lastYearMonths: 11.2 }),
    ...stores(24, 'franchised', { lastYearSales: 1_439_984, lastYearMonths: 11.2 }),
    ...stores(2, 'franchised', { lastYearSales: 1_440_000, lastYearMonths: 11.2, closedOn: dayNumber(2027, 6, 30) }),
    ...stores(2, 'franchised', { lastYearSales: 1_440_000, lastYearMonths: 11.2, closedOn: dayNumber(2027, 9, 30) }),
    ...stores(11, 'selfOperated', { lastYearSales: 2_880_000 }),
    ...stores(1, 'selfOperated', { lastYearSales: 2_880_000, closedOn: dayNumber(2027, 3, 31) }),
  ],
});

const plan = region(golden);
const { franchised, selfOperated, all } = plan.rows;

test.each([
  ['franchised last year', franchised.lastYearSales, 86_400_000],
  ['franchised stores', franchised.storeCount, 60],
  ['franchised operating time', franchised.averageMonths, 11.2],
  ['franchised baseline', franchised.baseline, 128_571.43],
  ['franchised store-months', franchised.storeMonths, 702],
  ['franchised target', franchised.existingTarget, 99_282_857.14],
  ['self-operated last year', selfOperated.lastYearSales, 34_560_000],
  ['self-operated stores', selfOperated.storeCount, 12],
  ['self-operated operating time', selfOperated.averageMonths, 12],
  ['self-operated baseline', selfOperated.baseline, 240_000],
  ['self-operated store-months', selfOperated.storeMonths, 135],
  ['self-operated target', selfOperated.existingTarget, 34_020_000],
  ['all last year', all.lastYearSales, 120_960_000],
  ['all stores', all.storeCount, 72],
  ['all baseline', all.baseline, 148_235.29],
  ['E', all.existingTarget, 133_302_857.14],
  ['N', golden.newSales, 12_638_571.43],
  ['R', plan.planned, 145_941_428.57],
  ['gap', plan.gap, -4_058_571.43],
  ['year-end stores', plan.yearEndStores, 87],
])('golden case, to the cent: %s', (_, actual, expected) => {
  expect(actual).toBeCloseTo(expected, 2);
});

test.each([
  ['all operating time', all.averageMonths, 11.3333],
  ['planned growth', all.plannedGrowth, 0.0744],
  ['growth of both', all.growth, 0.0744],
  ['planned growth of franchised stores', franchised.plannedGrowth, 0.1],
  ['planned growth of self-operated stores', selfOperated.plannedGrowth, 0.05],
  ['mix-neutral growth', plan.mixNeutralGrowth, 0.0868],
  ['required growth', plan.requiredGrowth, 0.1071],
  ['total growth', plan.totalGrowth, 0.2065],
])('golden case, to four decimals: %s', (_, actual, expected) => {
  expect(actual).toBeCloseTo(expected, 4);
});

test('golden case: a store closing on 30 June has nothing in July–December', () => {
  const closing = plan.plans[56];
  expect(closing?.final).toBe(848_571.43);
  expect(closing?.byMonth?.slice(6)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(closing?.byMonth?.reduce((a, b) => a + b)).toBeCloseTo(848_571.43, 6);
});

test('golden case: the months of existing stores add up to E', () => {
  expect(plan.existingByMonth.reduce((a, b) => a + b)).toBeCloseTo(133_302_857.14, 4);
});

test('golden case: same-store growth leaves out who was not open all of both years', () => {
  // Franchised stores traded 11.2 months last year; only the eleven self-operated stores that stay are left: 5 %.
  expect(plan.sameStoreGrowth).toBeCloseTo(0.05, 12);
});

test('figures typed over the baseline go before the store list’s, which stays to compare with', () => {
  const baselines = { ...golden.baselines, franchised: { ...nothing, growth: 0.1, lastYearSales: 100_800_000 } };
  const { rows, plans } = region(frozen({ ...golden, baselines }));
  expect(rows.franchised.baseline).toBeCloseTo(150_000, 9);
  expect(rows.franchised.listBaseline).toBeCloseTo(128_571.43, 2);
  expect(rows.franchised.existingTarget).toBeCloseTo(99_282_857.14, 2);
  expect(plans[0]?.baseline).toBeCloseTo(128_572.5, 2);
});

test('a young store takes the typed-over baseline of its ownership', () => {
  const young = stores(1, 'franchised', { openedOn: dayNumber(2026, 12, 1), lastYearSales: 5 });
  const baselines = {
    ...golden.baselines,
    franchised: { ...nothing, growth: 0.1, lastYearSales: 1200, storeCount: 1, averageMonths: 12 },
  };
  const { plans } = region(frozen({ ...golden, baselines, stores: young }));
  expect(plans[0]).toMatchObject({ baseline: 100, flag: 'young', final: 1320 });
});

test('without a store list the plan is the baseline’s targets', () => {
  const baselines = {
    franchised: {
      ...nothing,
      lastYearSales: 86_400_000,
      storeCount: 60,
      averageMonths: 11.2,
      growth: 0.1,
      storeMonths: 702,
    },
    selfOperated: {
      ...nothing,
      lastYearSales: 34_560_000,
      storeCount: 12,
      averageMonths: 12,
      growth: 0.05,
      storeMonths: 135,
    },
  };
  const { rows, gap } = region(frozen({ ...golden, stores: [], baselines }));
  expect(rows.all.existingTarget).toBeCloseTo(133_302_857.14, 2);
  expect(rows.all.plannedGrowth).toBeCloseTo(0.0744, 4);
  expect(gap).toBeCloseTo(-4_058_571.43, 2);
});

test('without a store list and store-months, every store counts twelve months', () => {
  const baselines = {
    franchised: { ...nothing, lastYearSales: 1200, storeCount: 2, averageMonths: 6, growth: 0.1 },
    selfOperated: nothing,
  };
  const { rows } = region(frozen({ ...golden, stores: [], baselines }));
  expect(rows.franchised).toMatchObject({ baseline: 100, storeMonths: 24, existingTarget: expect.closeTo(2640, 9) });
  expect(rows.selfOperated).toMatchObject({
    baseline: null,
    storeMonths: null,
    existingTarget: null,
    plannedGrowth: null,
  });
  expect(rows.all.existingTarget).toBeCloseTo(2640, 9);
});

test('an empty plan answers blanks, never 0', () => {
  const baselines = { franchised: nothing, selfOperated: nothing };
  const empty = region(
    frozen({ ...golden, stores: [], baselines, companyTarget: null, newSales: 0, targetOpenings: 0 }),
  );
  expect(empty.rows.all).toMatchObject({
    lastYearSales: null,
    baseline: null,
    existingTarget: null,
    plannedGrowth: null,
  });
  expect(empty).toMatchObject({
    gap: null,
    requiredGrowth: null,
    mixNeutralGrowth: null,
    totalGrowth: null,
    sameStoreGrowth: null,
  });
});

test('stores without growth leave E blank, and a region with one ownership only has no figures of the other', () => {
  const list = stores(3, 'franchised', { lastYearSales: 1200 });
  const baselines = { franchised: nothing, selfOperated: nothing };
  const { rows } = region(frozen({ ...golden, stores: list, baselines }));
  expect(rows.franchised).toMatchObject({ baseline: 100, existingTarget: null, plannedGrowth: null });
  expect(rows.selfOperated).toMatchObject({
    lastYearSales: 0,
    storeCount: 0,
    baseline: null,
    storeMonths: 0,
    existingTarget: 0,
  });
});

test('months open without sales are not averaged in', () => {
  const list = [...stores(2, 'franchised', { lastYearSales: 1200 }), ...stores(1, 'franchised', {})];
  const { rows, plans } = region(frozen({ ...golden, stores: list }));
  expect(rows.franchised).toMatchObject({ storeCount: 2, averageMonths: 12, baseline: 100, listBaseline: 100 });
  expect(plans[2]).toMatchObject({ flag: 'missing', baseline: 100 });
});

test('a new store is not in E, its months not in M, and it is not counted among year-end stores', () => {
  const list = [
    ...stores(1, 'franchised', { lastYearSales: 1200 }),
    ...stores(1, 'franchised', { openedOn: dayNumber(2027, 7, 1) }),
  ];
  const { rows, plans, yearEndStores } = region(frozen({ ...golden, stores: list, targetOpenings: 1 }));
  // By the ramp, without growth: 50 + 70 + 85 + 3 × 100.
  expect(plans[1]).toMatchObject({ flag: 'young', final: 505, existing: false });
  expect(rows.franchised).toMatchObject({ storeMonths: 12, existingTarget: 1320 });
  expect(yearEndStores).toBe(2);
});

test('a new store sells what its opening brings in its channel', () => {
  const [list] = [stores(1, 'franchised', { lastYearSales: 1200 })];
  const opened = stores(1, 'franchised', { openedOn: dayNumber(2027, 3, 31) });
  const { plans } = region(frozen({ ...golden, stores: [...list, ...opened] }));
  const openings = Array.from({ length: 12 }, (_, month) => (month === 2 ? 1 : 0));
  expect(plans[1]?.byMonth).toEqual(newStoreSales(100, openings, golden.ramp));
});

test('closures are existing stores that close within the year; new ones that close again are not there at its end', () => {
  const list = [
    ...stores(3, 'franchised', { lastYearSales: 1200 }),
    ...stores(1, 'franchised', { lastYearSales: 1200, closedOn: dayNumber(2027, 1, 1) }),
    ...stores(1, 'franchised', { lastYearSales: 1200, closedOn: dayNumber(2026, 12, 31) }),
    ...stores(1, 'franchised', { lastYearSales: 1200, closedOn: dayNumber(2028, 1, 1) }),
    ...stores(1, 'franchised', { openedOn: dayNumber(2027, 2, 1), closedOn: dayNumber(2027, 9, 30) }),
    ...stores(1, 'franchised', { openedOn: dayNumber(2027, 2, 1) }),
  ];
  const { closures, yearEndStores } = region(frozen({ ...golden, stores: list, targetOpenings: 5 }));
  // Of six existing ones four stay; of five openings one closes again.
  expect([closures, yearEndStores]).toEqual([1, 8]);
});

test('sales without a month are in no baseline', () => {
  const list = [
    ...stores(2, 'franchised', { lastYearSales: 1200 }),
    ...stores(1, 'franchised', { lastYearSales: 9999, closedOn: dayNumber(2025, 3, 1) }),
  ];
  const { rows, plans } = region(frozen({ ...golden, stores: list }));
  expect(rows.franchised).toMatchObject({ lastYearSales: 2400, storeCount: 2, baseline: 100, listBaseline: 100 });
  expect(plans[2]?.flag).toBe('withoutMonths');
});

test('a store closing on the year’s last day has the whole year, and is no year-end store', () => {
  const list = stores(1, 'franchised', { lastYearSales: 1200, closedOn: dayNumber(2027, 12, 31) });
  const { rows, yearEndStores } = region(frozen({ ...golden, stores: list, targetOpenings: 0 }));
  expect(rows.franchised.storeMonths).toBe(12);
  expect(yearEndStores).toBe(0);
});

const day = (from: number, to: number) =>
  fc.option(fc.integer({ min: dayNumber(from, 1, 1), max: dayNumber(to, 1, 1) }), { nil: null });
const anyStore: fc.Arbitrary<Store> = fc.record({
  ownership: fc.constantFrom<Ownership>('franchised', 'selfOperated'),
  openedOn: day(2024, 2028),
  closedOn: day(2026, 2029),
  lastYearSales: fc.option(fc.integer({ min: 0, max: 10 ** 7 }), { nil: null }),
  lastYearMonths: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
  growth: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: null }),
  monthsThisYear: fc.constant(null),
  agreedTarget: fc.option(fc.integer({ min: 0, max: 10 ** 7 }), { nil: null }),
});

test('any region: parts add up, baselines are store-month means, and nothing is written into', () => {
  fc.assert(
    fc.property(fc.array(anyStore, { minLength: 1, maxLength: 30 }), (list) => {
      const input = frozen({ ...golden, roundingUnit: 1, stores: list });
      const { rows, plans, existingByMonth, requiredGrowth } = region(input);
      const existing = plans.filter((_, index) => (list[index]?.openedOn ?? 0) < yearStart);
      const finals = existing.reduce((total, { final }) => total + (final ?? 0), 0);
      expect(rows.all.existingTarget ?? 0).toBe(finals);
      // Months add up to the final targets, but for agreed targets of stores that are closed all year.
      const placed = existing.filter(({ byMonth }) => byMonth?.some((month) => month > 0));
      expect(existingByMonth.reduce((a, b) => a + b)).toBe(
        placed.reduce((total, { final }) => total + (final ?? 0), 0),
      );
      const counted = list
        .map((store, index) => ({ store, months: plans[index]?.lastYearMonths ?? 0 }))
        .filter(({ store, months }) => store.lastYearSales !== null && months > 0);
      const mean = storeMonthMean(
        counted.map(({ store }) => store.lastYearSales ?? 0),
        counted.map(({ months }) => months),
      );
      if (Number.isFinite(mean)) expect(rows.all.baseline).toBeCloseTo(mean, 4);
      if (requiredGrowth === null || !rows.all.baseline || !rows.all.storeMonths) return;
      // Growing so, the average store closes the gap.
      const reached = rows.all.baseline * (1 + requiredGrowth) * rows.all.storeMonths + input.newSales;
      expect(reached / 150_000_000).toBeCloseTo(1, 9);
    }),
  );
});
