import fc from 'fast-check';
import { carryForward, changeTotal, respread, respreadStores, type WorkingMonths } from '../../src/maths/respread';
import { frozen } from '../frozen';

const flat: readonly number[] = Array(12).fill(1);
const all: readonly boolean[] = Array(12).fill(true);

/** Three months closed, October held. */
const months: WorkingMonths = frozen({
  values: [100, 70, 90, 100, 100, 95, 90, 95, 100, 120, 110, 130].map((thousands) => thousands * 1000),
  free: all.map((_, month) => month > 2 && month !== 9),
  season: flat,
});
const sales = frozen([88_000, 71_000, 79_500]);

const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);

test('carried forward: 841 500 in hundreds, and with the sales so far the year’s 1 200 000', () => {
  const spread = carryForward(1_200_000, sales, months, 100);
  expect(spread).toEqual([
    100_000, 70_000, 90_000, 102_600, 102_600, 97_500, 92_400, 97_500, 102_600, 120_000, 112_900, 133_400,
  ]);
  if (Array.isArray(spread)) expect(sum(sales) + sum(spread.slice(3))).toBe(1_200_000);
});

test('raised to 1 250 000: 870 000 in hundreds, and with the targets so far the new total', () => {
  const spread = changeTotal(1_250_000, months, 100);
  expect(spread).toEqual([
    100_000, 70_000, 90_000, 106_100, 106_100, 100_800, 95_500, 100_800, 106_100, 120_000, 116_700, 137_900,
  ]);
  if (Array.isArray(spread)) expect(sum(spread)).toBe(1_250_000);
});

const two = (values: readonly number[], rest: Partial<WorkingMonths> = {}): WorkingMonths =>
  frozen({ values, free: values.map(() => true), season: values.map((_, month) => month + 1), ...rest });

test.each<[string, number, WorkingMonths, number, unknown]>([
  ['what is less than a unit goes to the last month', 1000.37, two([1, 1]), 100, [500, 500.37]],
  ['and past a month without weight', 1000.37, two([1, 1, 0]), 100, [500, 500.37, 0]],
  ['and past a month without room', 1000.37, two([1, 1], { maximums: [null, 500] }), 100, [500.37, 500]],
  [
    'with room nowhere that is said',
    1000.37,
    two([1, 1], { maximums: [500, 500] }),
    100,
    { fault: 'maximumsFallShort', by: 0.37 },
  ],
  ['working targets of 0: by the season', 90, two([0, 0]), 1, [30, 60]],
  ['nothing at all anywhere', 90, two([0, 0], { season: [0, 0] }), 1, { fault: 'noWeight' }],
  ['bounds in whole units', 1000, two([1, 1], { minimums: [610, 0] }), 100, [700, 300]],
  ['nothing may change', 500, two([1, 1], { free: [false, false] }), 1, { fault: 'nothingFree', by: 500 }],
  ['nothing may change, nor has to', 0, two([7, 8], { free: [false, false] }), 1, [7, 8]],
  ['a month that stays', 90, two([1, 5, 2], { free: [true, false, true] }), 1, [30, 5, 60]],
])('%s', (_, amount, working, unit, expected) => {
  expect(respread(amount, working, unit)).toEqual(expected);
});

test.each([
  [
    'sales beyond the year',
    carryForward(300_000, [290_000], two([0, 12_000, 1], { free: [false, false, true] }), 1),
    2000,
  ],
  ['targets beyond the new total', changeTotal(100, two([80, 30, 5], { free: [false, false, true] }), 1), 10],
])('%s are said with the amount', (_, spread, by) => {
  expect(spread).toEqual({ fault: 'beyond', by });
});

test('several stores: first by their free months, then within each', () => {
  const stores = [
    two([100, 200, 100], { free: [false, true, true] }),
    two([50, 50, 50], { free: [false, true, true] }),
    two([9, 9, 9], { free: [false, false, false] }),
  ];
  // 300 : 100 of 800.
  expect(respreadStores(800, stores, 1)).toEqual([
    [100, 400, 200],
    [50, 100, 100],
    [9, 9, 9],
  ]);
});

test('a store’s bounds hold at the first step already', () => {
  const stores = [two([100, 100], { maximums: [110, 120] }), two([100, 100])];
  expect(respreadStores(1000, stores, 10)).toEqual([
    [110, 120],
    [390, 380],
  ]);
});

test('no store may change', () => {
  expect(respreadStores(10, [two([1], { free: [false] })], 1)).toEqual({ fault: 'nothingFree', by: 10 });
});

const amounts = fc.array(fc.nat(200_000), { minLength: 12, maxLength: 12 });
const ticks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

test('whatever the amount, both steps add up to it, in units, and nothing else moves', () => {
  const stores = fc.array(fc.record({ values: amounts, free: ticks }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(stores, fc.nat(10 ** 9), fc.constantFrom(1, 100), (list, cents, unit) => {
      const amount = cents / 100;
      const spreads = respreadStores(
        amount,
        list.map((each) => frozen({ ...each, season: flat })),
        unit,
      );
      const isFree = (store: number, month: number): boolean => list[store]?.free[month] ?? false;
      if (!Array.isArray(spreads)) {
        expect(list.every(({ free }) => free.every((tick) => !tick)) && amount > 0).toBe(true);
        return;
      }
      let free = 0;
      let odd = 0;
      for (const [store, row] of spreads.entries()) {
        for (const [month, value] of row.entries()) {
          if (!isFree(store, month)) {
            expect(value).toBe(list[store]?.values[month]);
            continue;
          }
          free += value;
          if (Math.round(value * 100) % (unit * 100) !== 0) odd += 1;
        }
      }
      expect(free).toBeCloseTo(amount, 4);
      expect(odd).toBeLessThanOrEqual(1);
    }),
  );
});
