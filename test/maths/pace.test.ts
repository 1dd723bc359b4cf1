import { dayNumber } from '../../src/maths/day';
import { paceStatus, runRateForecast, timeProgress } from '../../src/maths/pace';
import { frozen } from '../frozen';

const flat: readonly number[] = frozen(Array(12).fill(1));
const late: readonly number[] = frozen([...Array(11).fill(0), 12]);
const yearStart = dayNumber(2027, 1, 1);

test.each([
  ['14 February', dayNumber(2027, 2, 14), flat, 0.125],
  ['the day before the year', dayNumber(2026, 12, 31), flat, 0],
  ['the first day', yearStart, flat, 1 / 31 / 12],
  ['the last day', dayNumber(2027, 12, 31), flat, 1],
  ['after the year', dayNumber(2028, 3, 1), flat, 1],
  ['half of the only month with weight', dayNumber(2027, 12, 31) - 15, late, 16 / 31],
])('progress on %s', (_, asOf, index, expected) => {
  expect(timeProgress(asOf, yearStart, index)).toBeCloseTo(expected, 12);
});

test('going on as so far', () => {
  expect(runRateForecast(300, 0.25)).toBe(1200);
});

test.each([
  [100, 100, 1, 'green'],
  [99, 100, 1, 'amber'],
  [90, 100, 1, 'amber'],
  [89.9, 100, 1, 'red'],
  [30, 100, 0.3, 'green'],
  // 0.1 × 3 is a little above 0.3 in doubles, and still on target.
  [0.3, 3, 0.1, 'green'],
  [0, 100, 0.5, 'red'],
])('%d of %d at %d is %s', (actual, target, progress, expected) => {
  expect(paceStatus(actual, target, progress, 1, 0.9)).toBe(expected);
});

test('other thresholds', () => {
  expect(paceStatus(95, 100, 1, 0.95, 0.8)).toBe('green');
  expect(paceStatus(80, 100, 1, 0.95, 0.8)).toBe('amber');
});
