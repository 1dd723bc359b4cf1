import fc from 'fast-check';
import { type DifferenceRow, differenceByGroup, mixVariance, openingVariance } from '../../src/maths/variance';
import { frozen } from '../frozen';

const open = { openedOn: null, closedOn: null };
const june = { openedOn: null, closedOn: 46_568 };
const december = { openedOn: null, closedOn: 46_752 };

const row = (covered: number, actual: number, rest: Partial<DifferenceRow> = {}): DifferenceRow =>
  frozen({ signed: open, now: open, isNew: false, covered, actual, due: covered, ...rest });

const rows: readonly DifferenceRow[] = [
  row(100, 95),
  row(200, 215),
  row(60, 20, { now: june }),
  row(40, 30, { isNew: true }),
  row(25, 0, { now: null, isNew: true }),
  row(0, 12, { signed: null, isNew: true }),
];

test('every row’s difference is in one group: +10 −40 −10 −25 +12 = −53', () => {
  const groups = differenceByGroup(rows);
  expect(groups).toEqual({ kept: 10, closure: -40, opened: -10, notOpened: -25, unplanned: 12, missing: 0 });
  expect(Object.values(groups).reduce((left, right) => left + right)).toBe(-53);
});

test.each<[string, Partial<DifferenceRow>, keyof ReturnType<typeof differenceByGroup>]>([
  ['closes on the signed day', { signed: june, now: june }, 'kept'],
  ['closes later than signed', { signed: june, now: december }, 'kept'],
  ['closes before the signed day', { signed: december, now: june }, 'closure'],
  ['a planned opening that closed again', { now: june, isNew: true }, 'closure'],
  ['added after signing, open for years', { signed: null }, 'unplanned'],
  ['nothing known', { covered: 0, actual: 0, due: 50 }, 'missing'],
  ['nothing due yet', { covered: 0, actual: 0, due: 0 }, 'kept'],
  ['known in part', { covered: 20, due: 50 }, 'kept'],
])('%s', (_, rest, group) => {
  const known = row(100, 107, rest);
  const groups = differenceByGroup([known]);
  expect(Object.entries(groups).filter(([, part]) => part !== 0)).toEqual(
    known.actual === known.covered ? [] : [[group, known.actual - known.covered]],
  );
});

test('last year to this year by ownership, to the cent', () => {
  const { volume, mix, rate } = mixVariance(
    frozen([
      { before: { storeMonths: 672, sales: 86_400_000 }, after: { storeMonths: 702, sales: 97_000_000 } },
      { before: { storeMonths: 144, sales: 34_560_000 }, after: { storeMonths: 135, sales: 34_500_000 } },
    ]),
  );
  expect(volume).toBeCloseTo(3_206_112.17, 2);
  expect(mix[0]).toBeCloseTo(-242_121.84, 2);
  expect(mix[1]).toBeCloseTo(-1_193_243.55, 2);
  expect(rate[0]).toBeCloseTo(6_598_013.5, 2);
  expect(rate[1]).toBeCloseTo(2_171_239.72, 2);
});

const groupYear = fc
  .record({ storeMonths: fc.integer({ min: 0, max: 500 }), perMonth: fc.integer({ min: 0, max: 300_000 }) })
  .map(({ storeMonths, perMonth }) => ({ storeMonths, sales: storeMonths * perMonth }));

test('the parts add up to the difference, with groups that come and go', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ before: groupYear, after: groupYear }), { maxLength: 5 }), (groups) => {
      const { volume, mix, rate } = mixVariance(groups);
      const parts = [volume, ...mix, ...rate].reduce((left, right) => left + right);
      const difference = groups.reduce((sum, { before, after }) => sum + after.sales - before.sales, 0);
      expect(parts).toBeCloseTo(difference, 3);
    }),
  );
});

test('a group that came this year has sold no more a store-month than before', () => {
  const kept = { storeMonths: 10, sales: 1000 };
  const { rate } = mixVariance([
    { before: kept, after: kept },
    { before: { storeMonths: 0, sales: 0 }, after: { storeMonths: 5, sales: 900 } },
  ]);
  expect(rate).toEqual([0, 0]);
});

test.each([
  ['8 × 100 000 planned, 5 × 110 000 come', 8, 800_000, 5, 550_000, -315_000, 65_000],
  ['planned and not opened: all timing', 8, 800_000, 0, 0, -800_000, 0],
  ['not planned and opened: all timing', 0, 0, 5, 550_000, 550_000, 0],
  ['neither', 0, 0, 0, 0, 0, 0],
])('openings: %s', (_, months, sales, nowMonths, nowSales, timing, performance) => {
  const parts = openingVariance({ storeMonths: months, sales }, { storeMonths: nowMonths, sales: nowSales });
  expect(parts.timing).toBeCloseTo(timing, 9);
  expect(parts.performance).toBeCloseTo(performance, 9);
});
