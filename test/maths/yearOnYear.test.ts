import { dayNumber } from '../../src/maths/day';
import { usualWindows } from '../../src/maths/festival';
import { festivalShift, yearOnYear, yearOnYearOf } from '../../src/maths/yearOnYear';
import { frozen } from '../frozen';

const none: readonly (number | null)[] = Array(8).fill(null);
const months = (...sales: (number | null)[]): readonly (number | null)[] => frozen([...sales, ...none]);
const inApril: readonly number[] = frozen([1, 1, 1, 0.5, ...Array(8).fill(0)]);

test.each([
  // 100 + 90 + 110 + half of 80; 110 + 99 + 110 + 44.
  ['months gone, and half of the one under way', months(100, 90, 110, 80), months(110, 99, 110, 44), 340, 363],
  [
    'a month without figures of last year is left out of both',
    months(100, null, 110, 80),
    months(110, 99, 110, 44),
    250,
    264,
  ],
  ['one without figures of this year, too', months(100, 90, 110, 80), months(110, null, 110, 44), 250, 264],
  ['nothing to compare', months(null, 90, null, null), months(110, null, 110, 44), null, null],
])('%s', (_, last, sold, then, now) => {
  const change = then === null || now === null ? null : now / then - 1;
  expect(yearOnYear({ last, sold, elapsed: inApril })).toEqual({ last: then, now, change });
});

test('last year sold nothing, or gave back more: no change is told', () => {
  expect(yearOnYear({ last: months(0), sold: months(5), elapsed: inApril })).toEqual({ last: 0, now: 5, change: null });
});

test('of several stores the sums, and the change of these', () => {
  const stores = [
    yearOnYear({ last: months(100), sold: months(110), elapsed: inApril }),
    yearOnYear({ last: months(null), sold: months(7), elapsed: inApril }),
    yearOnYear({ last: months(300), sold: months(270), elapsed: inApril }),
  ];
  expect(yearOnYearOf(stores)).toEqual({ last: 400, now: 380, change: 380 / 400 - 1 });
  expect(yearOnYearOf([])).toEqual({ last: null, now: null, change: null });
});

describe('a store that sells 100 a weighed day in both years: 33.5, 32.2, 29.2 days and 39, 24.9, 31', () => {
  const january = dayNumber(2027, 1, 1);
  const shift = festivalShift(january, usualWindows) ?? undefined;
  const years = { last: months(3350, 3220, 2920, 3000), sold: months(3900, 2490, 3100, 3000) };

  test('is where it was by the festival, and up and down as it stands', () => {
    const elapsed = [1, ...Array(11).fill(0)];
    // The quarter's 94.9 days are 94.9 again: nothing is to be kept.
    expect(yearOnYear({ ...years, elapsed }, shift).change).toBeCloseTo(0, 12);
    expect(yearOnYear({ ...years, elapsed }).change).toBeCloseTo(3900 / 3350 - 1, 12);
    const toFebruary = [1, 1, ...Array(10).fill(0)];
    expect(yearOnYear({ ...years, elapsed: toFebruary }, shift).change).toBeCloseTo(0, 12);
  });

  test('after March it is the same either way', () => {
    const last = months(4000, 3000, 2000, 3000);
    const elapsed = [1, 1, 1, 1, ...Array(8).fill(0)];
    const shifted = yearOnYear({ ...years, last, elapsed }, shift);
    expect(shifted.last).toBeCloseTo(12_000, 9);
    expect(yearOnYear({ ...years, last, elapsed }).last).toBe(12_000);
  });

  test('no festival is known of 2036', () => {
    expect(festivalShift(dayNumber(2036, 1, 1), usualWindows)).toBeNull();
  });
});
