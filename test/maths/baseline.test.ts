import fc from 'fast-check';
import { averageStore } from '../../src/maths/averageStore';
import { requiredGrowth } from '../../src/maths/requiredGrowth';
import { storeMonthMean } from '../../src/maths/storeMonthMean';
import { storeTarget } from '../../src/maths/storeTarget';
import { frozen } from '../frozen';

test('the average store sells total ÷ stores ÷ operating time in a month', () => {
  expect(averageStore(12_000_000, 20, 10)).toBe(60_000);
});

test('the store-month mean weighs each store by its months; the mean of ratios, 7.6667, is wrong', () => {
  expect(storeMonthMean(frozen([120, 42, 18]), frozen([12, 6, 3]))).toBeCloseTo(8.571428571428571, 12);
});

/** A month that is open in part counts in part. */
const partMonths = fc.integer({ min: 31, max: 12 * 31 }).map((days) => days / 31);

const storeList = fc.array(fc.record({ sales: fc.integer({ min: 0, max: 10 ** 8 }), months: partMonths }), {
  minLength: 1,
  maxLength: 50,
});

test('the form’s formula and the store-month mean are the same figure', () => {
  fc.assert(
    fc.property(storeList, (stores) => {
      const sales = stores.map((store) => store.sales);
      const months = stores.map((store) => store.months);
      const total = sales.reduce((left, right) => left + right, 0);
      const averageTime = months.reduce((left, right) => left + right, 0) / stores.length;
      expect(averageStore(total, stores.length, averageTime)).toBeCloseTo(storeMonthMean(sales, months), 5);
    }),
  );
});

test.each([
  [60_000, 0.1, 10, 660_000],
  [60_000, 0, 12, 720_000],
  [60_000, -1, 12, 0],
])('a baseline of %d, growth %d, %d months make %d', (baseline, growth, months, expected) => {
  expect(storeTarget(baseline, growth, months)).toBeCloseTo(expected, 6);
});

test('the growth that reaches the target', () => {
  expect(requiredGrowth(99_282_857.142857, 128_571.428571, 702)).toBeCloseTo(0.1, 8);
});

test('required growth is the way back from a target', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 1e6, noNaN: true }),
      fc.double({ min: -0.9, max: 3, noNaN: true }),
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      (baseline, growth, months) => {
        expect(requiredGrowth(storeTarget(baseline, growth, months), baseline, months)).toBeCloseTo(growth, 9);
      },
    ),
  );
});
