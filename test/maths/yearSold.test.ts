import { dayNumber } from '../../src/maths/day';
import type { Figure } from '../../src/maths/figure';
import { monthsSold, type SoldStore, yearSold } from '../../src/maths/yearSold';

const yearStart = dayNumber(2027, 1, 1);
const yearEnd = dayNumber(2027, 12, 31);
const days = (count: number, value: Figure): Figure[] => Array(count).fill(value);
const store = (sales: readonly Figure[], more: Partial<SoldStore> = {}): SoldStore => ({
  openedOn: null,
  closedOn: null,
  sales,
  expected: 999,
  ...more,
});

const whole = days(12, 10);
const opened = dayNumber(2027, 3, 17);
const closes = dayNumber(2027, 6, 15);

test.each<readonly [string, SoldStore, number | null, object]>([
  [
    'a whole year is what was sold',
    store(whole),
    yearEnd,
    { sales: 120, isForecast: false, sold: 120, knownMonths: 12, months: 12 },
  ],
  ['cents add up to cents', store([0.1, 0.2, ...days(10, 0)]), yearEnd, { sales: 0.3, sold: 0.3 }],
  [
    'a month of nothing is known',
    store([...days(11, 10), 0]),
    yearEnd,
    { sales: 110, isForecast: false, knownMonths: 12 },
  ],
  [
    'a day short of its end it is a forecast',
    store(whole),
    yearEnd - 1,
    { sales: 999, isForecast: true, sold: 120, knownMonths: 11 },
  ],
  ['so it is without a day that data reach', store(whole), null, { sales: 999, isForecast: true, knownMonths: 0 }],
  [
    'a month without a figure is not 0',
    store([...days(5, 10), null, ...days(6, 10)]),
    yearEnd,
    { sales: 999, isForecast: true, sold: 110, knownMonths: 11 },
  ],
  [
    'with nothing expected there is no last year, not a part of one',
    store(days(9, 10), { expected: null }),
    dayNumber(2027, 9, 30),
    { sales: null, isForecast: false, sold: 90, knownMonths: 9 },
  ],
  [
    'a forecast is of hundredths, as money is',
    store(days(9, 10), { expected: 1234.56789 }),
    dayNumber(2027, 9, 30),
    { sales: 1234.57, isForecast: true },
  ],
  // 15 ÷ 31 of March and nine months.
  [
    'one that opened has its own months',
    store([null, null, ...days(10, 10)], { openedOn: opened }),
    yearEnd,
    { sales: 100, isForecast: false, knownMonths: 15 / 31 + 9, months: 15 / 31 + 9 },
  ],
  [
    'one that has closed is whole from that day on',
    store([...days(6, 10)], { closedOn: closes }),
    closes,
    { sales: 60, isForecast: false, months: 5.5 },
  ],
  [
    'one that opens after the year has no last year, whatever is expected',
    store([], { openedOn: yearEnd + 1, expected: 0 }),
    yearEnd,
    { sales: null, isForecast: false, sold: null, months: 0 },
  ],
])('%s', (_, given, through, result) => {
  const year = yearSold(given, yearStart, through);
  for (const [figure, value] of Object.entries(result)) {
    const got = year[figure as keyof typeof year];
    if (typeof value === 'number') expect(got).toBeCloseTo(value, 9);
    else expect(got).toBe(value);
  }
});

test('a year of another first month', () => {
  const april = dayNumber(2027, 4, 1);
  expect(yearSold(store(whole), april, dayNumber(2028, 3, 31))).toMatchObject({ sales: 120, knownMonths: 12 });
  expect(yearSold(store(whole), april, yearEnd)).toMatchObject({ sales: 999, knownMonths: 9 });
});

test('the region by month: closed stores are in it, a month that a store lacks or that is not over is not', () => {
  const closed = store([...days(6, 5)], { closedOn: closes });
  const lacking = store([1, null, ...days(10, 1)]);
  const late = store([null, null, ...days(10, 2)], { openedOn: opened });
  expect(monthsSold([closed, lacking, late], yearStart, dayNumber(2027, 8, 30))).toEqual([
    6,
    null,
    8,
    8,
    8,
    8,
    3,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(monthsSold([], yearStart, yearEnd)).toEqual(days(12, null));
});
