import fc from 'fast-check';
import { dayNumber } from '../../src/maths/day';
import type { Store, Terms } from '../../src/maths/store';
import { storePlan } from '../../src/maths/storePlan';
import { frozen } from '../frozen';

const terms: Terms = frozen({
  yearStart: dayNumber(2027, 1, 1),
  seasonIndex: Array(12).fill(1),
  ramp: [0.5, 0.7, 0.85, 1],
  roundingUnit: 1,
  floorFactor: 0.9,
  stretchFactor: 1.1,
  weakLine: 0.7,
});
const own = frozen({ baseline: 100, growth: 0.1 });

const blank: Store = frozen({
  ownership: 'franchised',
  openedOn: null,
  closedOn: null,
  lastYearSales: null,
  lastYearMonths: null,
  growth: null,
  monthsThisYear: null,
  agreedTarget: null,
});

test.each<
  [string, Partial<Store>, { baseline: number; flag: string | null; existing: boolean; lastYearMonths: number }]
>([
  ['open all of last year', { lastYearSales: 1200 }, { baseline: 100, flag: null, existing: true, lastYearMonths: 12 }],
  [
    'months typed over',
    { lastYearSales: 1200, lastYearMonths: 10 },
    { baseline: 120, flag: null, existing: true, lastYearMonths: 10 },
  ],
  ['at the weak-store line', { lastYearSales: 840 }, { baseline: 70, flag: null, existing: true, lastYearMonths: 12 }],
  [
    'below the weak-store line',
    { lastYearSales: 839 },
    { baseline: 839 / 12, flag: 'weak', existing: true, lastYearMonths: 12 },
  ],
  ['a typed 0 is a figure', { lastYearSales: 0 }, { baseline: 0, flag: 'weak', existing: true, lastYearMonths: 12 }],
  [
    'open three months',
    { openedOn: dayNumber(2026, 10, 1), lastYearSales: 300 },
    { baseline: 100, flag: null, existing: true, lastYearMonths: 3 },
  ],
  [
    'open less than three months',
    { openedOn: dayNumber(2026, 11, 1), lastYearSales: 10 },
    { baseline: 100, flag: 'young', existing: true, lastYearMonths: 2 },
  ],
  ['months open without sales', {}, { baseline: 100, flag: 'missing', existing: true, lastYearMonths: 12 }],
  [
    'two months open without sales: missing goes first',
    { openedOn: dayNumber(2026, 11, 1) },
    { baseline: 100, flag: 'missing', existing: true, lastYearMonths: 2 },
  ],
  [
    'opened on the year’s first day',
    { openedOn: terms.yearStart },
    { baseline: 100, flag: 'young', existing: false, lastYearMonths: 0 },
  ],
  [
    'opens in the year, whatever months are typed',
    { openedOn: dayNumber(2027, 5, 1), lastYearSales: 60, lastYearMonths: 12 },
    { baseline: 100, flag: 'young', existing: false, lastYearMonths: 12 },
  ],
  [
    'closed before last year: open in neither year',
    { closedOn: dayNumber(2025, 5, 1) },
    { baseline: 100, flag: null, existing: true, lastYearMonths: 0 },
  ],
  [
    'opens after the year: open in neither year',
    { openedOn: dayNumber(2028, 5, 1) },
    { baseline: 100, flag: null, existing: false, lastYearMonths: 0 },
  ],
  [
    'sales of last year, and no month open',
    { closedOn: dayNumber(2025, 5, 1), lastYearSales: 600 },
    { baseline: 100, flag: 'withoutMonths', existing: true, lastYearMonths: 0 },
  ],
])('baseline and flag: %s', (_, typed, expected) => {
  const plan = storePlan(frozen({ ...blank, ...typed }), own, terms);
  expect(plan).toMatchObject({ ...expected, baseline: expect.closeTo(expected.baseline, 10) });
});

test.each<[string, Partial<Store>, { computed: number; final: number; months: number }]>([
  ['its ownership’s growth', { lastYearSales: 1200 }, { computed: 1320, final: 1320, months: 12 }],
  ['its own growth', { lastYearSales: 1200, growth: 0 }, { computed: 1200, final: 1200, months: 12 }],
  ['rounded', { lastYearSales: 1205 }, { computed: 1325.5, final: 1326, months: 12 }],
  [
    'agreed goes before computed',
    { lastYearSales: 1200, agreedTarget: 1000 },
    { computed: 1320, final: 1000, months: 12 },
  ],
  ['agreed 0 is a target', { lastYearSales: 1200, agreedTarget: 0 }, { computed: 1320, final: 0, months: 12 }],
  [
    'closes on 30 June',
    { lastYearSales: 1200, closedOn: dayNumber(2027, 6, 30) },
    { computed: 660, final: 660, months: 6 },
  ],
  ['months typed over', { lastYearSales: 1200, monthsThisYear: 11 }, { computed: 1210, final: 1210, months: 11 }],
])('target: %s', (_, typed, expected) => {
  const plan = storePlan(frozen({ ...blank, ...typed }), own, terms);
  expect(plan).toMatchObject({ ...expected, computed: expect.closeTo(expected.computed, 9) });
  expect(plan.floor).toBeCloseTo(expected.final * 0.9, 9);
  expect(plan.stretch).toBeCloseTo(expected.final * 1.1, 9);
});

test('without growth there is no computed target, and an agreed one still counts', () => {
  const unknown = { baseline: 100, growth: null };
  expect(storePlan({ ...blank, lastYearSales: 1200 }, unknown, terms)).toMatchObject({
    computed: null,
    final: null,
    floor: null,
    byMonth: null,
  });
  expect(storePlan({ ...blank, lastYearSales: 1200, agreedTarget: 7 }, unknown, terms)).toMatchObject({
    computed: null,
    final: 7,
    yearOnYear: 7 / 1200 - 1,
  });
});

test('a young store of an ownership without a baseline has none, and is not weak', () => {
  const plan = storePlan({ ...blank, openedOn: dayNumber(2027, 3, 1) }, { baseline: null, growth: 0.1 }, terms);
  expect(plan).toMatchObject({ baseline: null, flag: 'young', computed: null, final: null });
});

test('months add up to the final target', () => {
  const day = fc.option(fc.integer({ min: dayNumber(2026, 1, 1), max: dayNumber(2028, 6, 1) }), { nil: null });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 8 }),
      day,
      day,
      fc.double({ min: -1, max: 2, noNaN: true }),
      fc.constantFrom(1, 0.01, 1000),
      (lastYearSales, openedOn, closedOn, growth, roundingUnit) => {
        const store = frozen({ ...blank, lastYearSales, openedOn, closedOn, growth });
        const plan = storePlan(store, own, { ...terms, roundingUnit });
        const total = (plan.byMonth ?? []).reduce((left, right) => left + right, 0);
        expect(Math.round(total / roundingUnit)).toBe(Math.round((plan.final ?? Number.NaN) / roundingUnit));
      },
    ),
  );
});
