import { dayNumber, monthsLater } from '../../src/maths/day';
import { byWeekday, type DayWeight, evenDays, weekDays } from '../../src/maths/dayWeight';
import { daysLeft, elapsedShares } from '../../src/maths/elapsed';
import { festivalDays, usualWindows } from '../../src/maths/festival';
import { spread } from '../../src/maths/spread';

const yearStart = dayNumber(2027, 1, 1);
const april = (day: number): number => dayNumber(2027, 4, day);

/** That many months gone, the next one in part. */
const gone = (months: number, part: number): number[] =>
  Array.from({ length: 12 }, (_, month) => (month < months ? 1 : month === months ? part : 0));

test.each([
  ['15 April', april(15), gone(3, 0.5)],
  ['the first day of a month', april(1), gone(3, 1 / 30)],
  ['the last day of a month', april(30), gone(4, 0)],
  ['the day before the year', yearStart - 1, gone(0, 0)],
  ['the last day of the year', dayNumber(2027, 12, 31), gone(12, 0)],
  ['after the year', dayNumber(2028, 6, 1), gone(12, 0)],
  ['no data yet', null, gone(0, 0)],
])('%s', (_, through, expected) => {
  expect(elapsedShares(through, yearStart)).toEqual(expected);
});

test('a year from July has April as its tenth month', () => {
  expect(elapsedShares(april(15), dayNumber(2026, 7, 1))).toEqual(gone(9, 0.5));
});

test.each([
  ['closes on the 20th: 15 of 20 days', { openedOn: null, closedOn: april(20) }, 15 / 20],
  ['opens on the 11th: 5 of 20 days', { openedOn: april(11), closedOn: null }, 5 / 20],
  ['opens after the day', { openedOn: april(21), closedOn: null }, 0],
  ['closed before the day', { openedOn: null, closedOn: april(10) }, 1],
  ['open for days within the month', { openedOn: april(6), closedOn: april(25) }, 10 / 20],
  ['closed before the month', { openedOn: null, closedOn: april(1) - 9 }, 0.5],
  ['opens after the month', { openedOn: april(30) + 9, closedOn: null }, 0.5],
])('a store that %s', (_, span, expected) => {
  expect(elapsedShares(april(15), yearStart, evenDays, span)).toEqual(gone(3, expected));
});

// April 2027 begins on a Thursday: by the 15th eleven working days and two weekends are gone, of 22 and four.
test('weekends weigh more', () => {
  expect(elapsedShares(april(15), yearStart, weekDays(1.5))[3]).toBeCloseTo((11 + 4 * 1.5) / (22 + 8 * 1.5), 15);
});

test('a listed day has its own factor, and may weigh nothing', () => {
  const listed = new Map([
    [april(4), 3],
    [april(5), 0],
  ]);
  expect(elapsedShares(april(15), yearStart, weekDays(1.5, listed))[3]).toBeCloseTo(
    (10 + 3 * 1.5 + 3) / (21 + 7 * 1.5 + 3),
    15,
  );
});

test('a month whose days all weigh nothing goes by evenly', () => {
  expect(elapsedShares(april(15), yearStart, () => 0)[3]).toBe(0.5);
});

test('each weekday has its own weight, 1 where there is none', () => {
  // Days 1 to 15 hold two Mondays and three Thursdays; the month four and five.
  const weight = byWeekday([3, null, null, 0]);
  expect(elapsedShares(april(15), yearStart, weight)[3]).toBeCloseTo((10 + 2 * 3) / (21 + 4 * 3), 15);
});

// Spring Festival 2027 is on 6 February: five days of 1.5, seven of 0.6, fourteen of 0.8 and two of 1.
test('around Spring Festival days weigh by their windows, times their weekday; a listed day has its own factor', () => {
  const february = (day: number): number => dayNumber(2027, 2, day);
  const season = festivalDays(usualWindows);
  const gone = (weight: DayWeight): number | undefined => elapsedShares(february(20), yearStart, weight)[1];
  expect(gone(season)).toBeCloseTo(18.1 / 24.9, 15);
  expect(gone(byWeekday([], new Map(), season))).toBeCloseTo(18.1 / 24.9, 15);
  // The 1st is a Monday, the four of the month at 1.5, 0.6, 0.8, 0.8, and weigh as much again.
  expect(gone(byWeekday([2], new Map(), season))).toBeCloseTo((18.1 + 2.9) / (24.9 + 3.7), 15);
  expect(gone(byWeekday([], new Map([[february(1), 9]]), season))).toBeCloseTo((18.1 + 7.5) / (24.9 + 7.5), 15);
});

// August 2027 has 22 working days; with five of them listed at 1.5, 17 days weigh 1 and 14 weigh 1.5.
describe('17 days of 1 and 14 of 1.5', () => {
  const august = (day: number): number => dayNumber(2027, 8, day);
  const listed = new Map([2, 3, 4, 5, 6].map((day) => [august(day), 1.5]));
  const weight = weekDays(1.5, listed);

  test('a month over its days: SPREAD_TARGET’s case', () => {
    const weights = Array.from({ length: 31 }, (_, day) => weight(august(1) + day));
    const days = spread(60_000, weights);
    if (!Array.isArray(days)) throw new Error(days.fault);
    const count = (amount: number): number => days.filter((day) => day === amount).length;
    expect([count(1579), count(2369), count(2368)]).toEqual([17, 5, 9]);
  });

  // Up to the 8th all days weigh 1.5: 12 of 38; by the 10th 14 are gone.
  test.each([
    ['all month', { openedOn: null, closedOn: null }, 14 / 38],
    ['from the 5th', { openedOn: august(5), closedOn: null }, 8 / 32],
    ['to the 20th', { openedOn: null, closedOn: august(20) }, 14 / 25],
  ])('by the 10th, open %s', (_, span, expected) => {
    expect(elapsedShares(august(10), yearStart, weight, span)[7]).toBeCloseTo(expected, 15);
  });
});

test.each([
  ['to the year’s end', april(15), null, 260],
  ['to the closing', april(15), dayNumber(2027, 6, 30), 76],
  ['closing after the year', april(15), dayNumber(2028, 6, 30), 260],
  ['closed already', april(15), april(1), 0],
  ['the year is over', monthsLater(yearStart, 12) - 1, null, 0],
])('days left: %s', (_, through, closedOn, expected) => {
  expect(daysLeft(through, yearStart, closedOn)).toBe(expected);
});
