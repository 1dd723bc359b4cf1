import fc from 'fast-check';
import { calendarDate, dayNumber, daysInMonth } from '../../src/maths/day';
import { monthlyTarget as spreadBy } from '../../src/maths/monthlyTarget';
import type { Span } from '../../src/maths/openMonths';
import { weightsThrough } from '../../src/maths/storeWeights';
import { frozen } from '../frozen';

const yearStart = dayNumber(2027, 1, 1);
const flat: readonly number[] = frozen(Array(12).fill(1));
const rising: readonly number[] = frozen([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
const ramp: readonly number[] = frozen([0.5, 0.7, 0.85, 1]);

function monthlyTarget(target: number, span: Span, start: number, seasonIndex: readonly number[], unit: number) {
  return spreadBy(target, weightsThrough(span, { yearStart: start, seasonIndex, ramp }), unit);
}

const always = frozen({ openedOn: null, closedOn: null });

test.each([
  ['open all year, even months', 1200, always, flat, 1, Array(12).fill(100)],
  [
    'a rest that does not divide is spread over the year',
    1206,
    always,
    flat,
    1,
    [101, 100, 101, 100, 101, 100, 101, 100, 101, 100, 101, 100],
  ],
  ['by the season', 120, always, rising, 1, [0, 0, 0, 0, 10, 10, 10, 10, 20, 20, 20, 20]],
  [
    'opened on 16 April: by the ramp, April in full',
    // 50 + 70 + 85 + 6 × 100
    805,
    { openedOn: dayNumber(2027, 4, 16), closedOn: null },
    flat,
    1,
    [0, 0, 0, 50, 70, 85, 100, 100, 100, 100, 100, 100],
  ],
  [
    'opened on 16 April, closed on 15 June: half of June’s 85',
    325,
    { openedOn: dayNumber(2027, 4, 16), closedOn: dayNumber(2027, 6, 15) },
    flat,
    2,
    // 50, 120, 162.5 of 162.5: 325 × 50 ÷ 162.5 = 100, 240
    [0, 0, 0, 100, 140, 85, 0, 0, 0, 0, 0, 0],
  ],
  [
    'an agreed target that is no multiple of the unit: the last month takes the rest',
    1000.5,
    { openedOn: null, closedOn: dayNumber(2027, 4, 30) },
    flat,
    1,
    [250, 250, 250, 250.5, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    'closed on 15 April',
    350,
    { openedOn: null, closedOn: dayNumber(2027, 4, 15) },
    flat,
    1,
    [100, 100, 100, 50, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    'open only in months without weight',
    500,
    { openedOn: null, closedOn: dayNumber(2027, 4, 30) },
    rising,
    1,
    Array(12).fill(0),
  ],
  ['closed before the year', 500, { openedOn: null, closedOn: dayNumber(2026, 12, 31) }, flat, 1, Array(12).fill(0)],
  ['opened after the year', 500, { openedOn: dayNumber(2028, 1, 1), closedOn: null }, flat, 1, Array(12).fill(0)],
  [
    'in hundreds',
    1200,
    { openedOn: null, closedOn: dayNumber(2027, 5, 31) },
    flat,
    100,
    [200, 300, 200, 300, 200, 0, 0, 0, 0, 0, 0, 0],
  ],
])('%s', (_, target, span, index, unit, expected) => {
  expect(monthlyTarget(target, span, yearStart, index, unit)).toEqual(expected);
});

test('a store of final 848,571 closing on 30 June has six months and nothing in July–December', () => {
  const months = monthlyTarget(848_571, { openedOn: null, closedOn: dayNumber(2027, 6, 30) }, yearStart, flat, 1);
  // 141,428.5 a month, reached by rounding 141,428.5; 282,857; 424,285.5; 565,714; 707,142.5; 848,571
  expect(months).toEqual([141429, 141428, 141429, 141428, 141429, 141428, 0, 0, 0, 0, 0, 0]);
});

/** Weight of each month by walking its days; of a store that opens in the year by its age in months. */
function dailyWeights(openedOn: number | null, closedOn: number | null, firstMonth: number, index: readonly number[]) {
  const isNew = openedOn !== null && openedOn >= dayNumber(2027, firstMonth, 1);
  let age = 0;
  return index.map((weight, month) => {
    const first = dayNumber(2027, firstMonth + month, 1);
    const { year, month: calendarMonth } = calendarDate(first);
    const days = daysInMonth(year, calendarMonth);
    let open = 0;
    for (let day = first; day < first + days; day += 1) {
      const hasOpened = isNew ? openedOn < first + days : (openedOn ?? day) <= day;
      if (hasOpened && day <= (closedOn ?? day)) open += 1;
    }
    if (isNew && openedOn < first + days) age += 1;
    const share = isNew ? (ramp[Math.min(age, ramp.length) - 1] ?? 0) : 1;
    return (weight * share * open) / days;
  });
}

test('months add up to the target, each within one unit of its share, for any season, opening and closing', () => {
  const day = fc.option(fc.integer({ min: dayNumber(2026, 6, 1), max: dayNumber(2029, 1, 1) }), { nil: null });
  const season = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 8 }),
      day,
      day,
      fc.integer({ min: 1, max: 12 }),
      season,
      fc.constantFrom(1, 0.01, 1000),
      (units, openedOn, closedOn, firstMonth, index, unit) => {
        const weights = dailyWeights(openedOn, closedOn, firstMonth, index);
        const all = weights.reduce((left, right) => left + right, 0);
        const months = monthlyTarget(units * unit, { openedOn, closedOn }, dayNumber(2027, firstMonth, 1), index, unit);
        const counts = months.map((month) => Math.round(month / unit));
        expect(counts.reduce((left, right) => left + right, 0)).toBe(all > 1e-12 ? units : 0);
        if (all <= 1e-12) return;
        for (const [month, count] of counts.entries()) {
          expect(Math.abs(count - (units * (weights[month] ?? 0)) / all)).toBeLessThan(1 + 1e-6);
          if (weights[month] === 0) expect(count).toBe(0);
        }
      },
    ),
    { numRuns: 200 },
  );
});
