import { dayNumber, monthsLater } from '../../src/maths/day';
import {
  festivalDays,
  festivalIndex,
  isFestivalKnown,
  monthWeight,
  ownFactors,
  type SalesYear,
  springFestival,
  usualWindows,
} from '../../src/maths/festival';
import { seasonIndex } from '../../src/maths/seasonIndex';
import { frozen } from '../frozen';

const january = (year: number): number => dayNumber(year, 1, 1);

test.each([
  [2010, 2, 14],
  [2015, 2, 19],
  [2020, 1, 25],
  [2024, 2, 10],
  [2025, 1, 29],
  [2026, 2, 17],
  // A day that common calendars get wrong: the new moon is at 23:56 on the 6th, and at 00:07 on the 3rd, in Beijing.
  [2027, 2, 6],
  [2030, 2, 3],
  [2035, 2, 8],
])('Spring Festival of %i', (year, month, day) => {
  expect(springFestival(year)).toBe(dayNumber(year, month, day));
});

test.each([2009, 2036])('none is known of %i', (year) => {
  expect(springFestival(year)).toBeNull();
});

// The synodic month's mean length and the new moon of 6 January 2000, 18:14 UTC, give each new moon to within 14 hours.
test('every festival is a new moon', () => {
  for (let year = 2010; year <= 2035; year += 1) {
    const noon = (springFestival(year) ?? 0) + 4 / 24;
    const moons = (noon - (dayNumber(2000, 1, 6) + 18.24 / 24)) / 29.530588853;
    expect(Math.abs(moons - Math.round(moons)) * 29.530588853).toBeLessThan(1.2);
  }
});

test('every window lies within January to March of its year', () => {
  for (let year = 2010; year <= 2035; year += 1) {
    const first = springFestival(year) ?? 0;
    for (const { from, through } of usualWindows) {
      expect(first + from).toBeGreaterThanOrEqual(january(year));
      expect(first + through).toBeLessThan(dayNumber(year, 4, 1));
    }
  }
});

test.each([
  [2024, [37, 28.1, 30.8]],
  [2025, [40.3, 23.6, 31]],
  [2026, [33.5, 32.2, 29.2]],
  [2027, [39, 24.9, 31]],
])('weighted days of January to March %i', (year, expected) => {
  const weight = festivalDays(usualWindows);
  for (const [month, days] of expected.entries())
    expect(monthWeight(january(year), month, weight)).toBeCloseTo(days, 9);
});

/** 100 a day × its factor in the first quarter, 3,000 a month after it. */
function salesOf(yearStart: number): SalesYear {
  const weight = festivalDays(usualWindows);
  const sales = Array.from({ length: 12 }, (_, month) => {
    const isFirstQuarter = new Date(Date.UTC(1899, 11, 30 + monthsLater(yearStart, month))).getUTCMonth() < 3;
    return isFirstQuarter ? 100 * monthWeight(yearStart, month, weight) : 3000;
  });
  return frozen({ yearStart, sales });
}

const history = [2024, 2025, 2026].map((year) => salesOf(january(year)));
const plain = seasonIndex(history.map(({ sales }) => sales));

test('the index of 2027 knows that the festival comes early', () => {
  const index = festivalIndex(history, january(2027), usualWindows) ?? [];
  const truth = seasonIndex([salesOf(january(2027)).sales]);
  for (const [month, figures] of [
    [1.213471, 1.285867, 1.282543],
    [0.918862, 0.820977, 0.818854],
    [0.996611, 1.0221, 1.019457],
  ].entries()) {
    const [asPlain = 0, aware = 0, asTrue = 0] = figures;
    expect(plain[month]).toBeCloseTo(asPlain, 6);
    expect(index[month]).toBeCloseTo(aware, 6);
    expect(truth[month]).toBeCloseTo(asTrue, 6);
  }
  expect(index.slice(3)).toEqual(plain.slice(3));
  expect(index.reduce((left, right) => left + right)).toBeCloseTo(12, 12);
});

test('a year from July has the same three months elsewhere', () => {
  const fromJuly = [2023, 2024, 2025].map((year) => salesOf(dayNumber(year, 7, 1)));
  const index = festivalIndex(fromJuly, dayNumber(2026, 7, 1), usualWindows) ?? [];
  for (const [month, aware] of [1.285867, 0.820977, 1.0221].entries()) expect(index[6 + month]).toBeCloseTo(aware, 6);
  expect(index.reduce((left, right) => left + right)).toBeCloseTo(12, 12);
});

test('factors of 1 lay the quarter out by its days: what a leap year sold in 29 is sold in 28', () => {
  const even = usualWindows.map((window) => ({ ...window, factor: 1 }));
  const leap = [{ yearStart: january(2024), sales: [31, 29, 31, ...Array(9).fill(30)] }];
  const index = festivalIndex(leap, january(2027), even) ?? [];
  const quarter = (91 / 361) * 12;
  for (const [month, days] of [31, 28, 31].entries()) expect(index[month]).toBeCloseTo((quarter * days) / 90, 12);
});

test('nothing sold in the quarter: the plain index', () => {
  const closed = [{ yearStart: january(2026), sales: [0, 0, 0, ...Array(9).fill(5)] }];
  expect(festivalIndex(closed, january(2027), usualWindows)).toEqual(seasonIndex([closed[0]?.sales ?? []]));
});

test('a year from March has the festival of two calendar years', () => {
  // January 2028 is of the year from March 2027, as March 2027 is: both festivals are to be known.
  expect(isFestivalKnown([dayNumber(2027, 3, 1)])).toBe(true);
  expect(isFestivalKnown([dayNumber(2035, 2, 1)])).toBe(false);
  expect(isFestivalKnown([january(2035)])).toBe(true);
});

test.each([
  ['the plan year', history, january(2036)],
  ['a year of the past', [salesOf(january(2009)), ...history], january(2027)],
])('no index where the festival of %s is not known', (_, years, yearStart) => {
  expect(festivalIndex(years, yearStart, usualWindows)).toBeNull();
});

test('a trade’s own factors, from its days', () => {
  const weight = festivalDays([
    { from: -21, through: -1, factor: 1.4 },
    { from: 0, through: 6, factor: 2 },
    { from: 7, through: 20, factor: 0.7 },
  ]);
  const sales = new Map<number, number>();
  for (let day = january(2025); day < january(2027); day += 1) sales.set(day, 50 * weight(day));
  const factors = ownFactors(sales, usualWindows);
  for (const [index, factor] of [1.4, 2, 0.7].entries()) expect(factors[index]).toBeCloseTo(factor, 12);
  expect(ownFactors(new Map([[january(2025), 10]]), usualWindows)).toEqual([null, null, null]);
});
