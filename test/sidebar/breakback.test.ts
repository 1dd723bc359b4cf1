import { openingsFor } from '../../sidebar/breakback/openings';
import { agreedAnew, promisedBy, type StoresWish, sharedStores } from '../../sidebar/breakback/stores';
import { requiredFill } from '../../sidebar/fill';
import { dayNumber } from '../../src/maths/day';
import type { Store } from '../../src/maths/store';
import type { Given } from '../../src/model/live';
import { frozen } from '../frozen';

const none = { lastYearSales: null, storeCount: null, averageMonths: null, growth: null, storeMonths: null };
const agreed = (target: number, more: Partial<Store> = {}): Store => ({
  ownership: 'franchised',
  openedOn: null,
  closedOn: null,
  lastYearSales: null,
  lastYearMonths: null,
  growth: null,
  monthsThisYear: null,
  agreedTarget: target,
  ...more,
});

/** Three existing stores of 600, 300 and 100 thousand, one that opens in the year, and 200 thousand of new stores. */
const input: Given = frozen({
  yearStart: dayNumber(2027, 1, 1),
  seasonIndex: Array(12).fill(1),
  ramp: [0.5, 0.7, 0.85, 1],
  roundingUnit: 100,
  floorFactor: 0.9,
  stretchFactor: 1.1,
  weakLine: 0.7,
  companyTarget: 1_300_000,
  newSales: 200_000,
  targetOpenings: 1,
  stores: [agreed(600_000), agreed(300_000), agreed(100_000), agreed(90_000, { openedOn: dayNumber(2027, 5, 1) })],
  storeIds: ['a', 'b', 'c', 'new'],
  baselines: { franchised: none, selfOperated: none },
  green: 1,
  amber: 0.9,
  asOf: '',
});

const wish = (more: Partial<StoresWish>): StoresWish => ({
  total: 1_300_000,
  held: new Set(),
  typed: new Map(),
  weights: new Map(),
  ...more,
});
const targets = (more: Partial<StoresWish>) => {
  const outcome = sharedStores(input, wish(more));
  return 'fault' in outcome ? outcome : outcome.stores.map(({ after }) => after);
};

test.each<[string, Partial<StoresWish>, unknown]>([
  // 1 100 000 : 6 : 3 : 1.
  ['the gap is shared out in proportion', {}, [660_000, 330_000, 110_000]],
  // 1 100 000 − 600 000 over 3 : 1.
  ['held stores keep their targets', { held: new Set(['a']) }, [600_000, 375_000, 125_000]],
  // 1 000 000 − 500 000 over 3 : 1, the total as it was.
  [
    'one store’s figure is absorbed by the rest',
    { total: 1_200_000, typed: new Map([['a', 500_000]]) },
    [500_000, 375_000, 125_000],
  ],
  // 1 100 000 over 500 : 300 : 200, what two of them promise and the third’s target.
  [
    'in proportion to what is promised',
    {
      weights: new Map([
        ['a', 500_000],
        ['c', 200_000],
      ]),
    },
    [550_000, 330_000, 220_000],
  ],
  ['no store gives way', { held: new Set(['a', 'b', 'c']) }, { fault: 'nothingFree', by: 100_000 }],
  ['others are beyond the total already', { total: 700_000, held: new Set(['a']) }, { fault: 'beyond', by: 100_000 }],
])('%s', (_, more, expected) => {
  expect(targets(more)).toEqual(expected);
});

test('only targets that become others are agreed anew, and the region comes to the total', () => {
  const outcome = sharedStores(input, wish({ held: new Set(['b']) }));
  if ('fault' in outcome) throw new Error(outcome.fault);
  expect(outcome.after).toBe(1_300_000);
  expect(agreedAnew(outcome.stores).map(({ record }) => record)).toEqual(['a', 'c']);
});

test('without existing stores there is nothing to share', () => {
  expect(sharedStores({ ...input, stores: [], storeIds: [] }, wish({}))).toEqual({ fault: 'noStores' });
});

const around = { ramp: [0.5, 0.7, 0.85, 1], seasonIndex: Array<number>(12).fill(1) };
const channel = { mature: 100_000, openings: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0] };

test.each<[string, number, number, unknown]>([
  // One of October sells 50, 70 and 85 thousand.
  ['enough stores that the gap is closed', 9, 500_000, { count: 3, each: 205_000, lacking: -115_000 }],
  ['exactly enough', 9, 410_000, { count: 2, lacking: 0 }],
  ['fewer where the region has more', 9, -250_000, { count: -1, lacking: -45_000 }],
  ['nothing to do', 9, 0, { count: 0 }],
  ['not fewer than are planned', 9, -500_000, { fault: 'fewOpenings' }],
])('openings: %s', (_, month, lacking, expected) => {
  expect(openingsFor(channel, month, { ...around, lacking })).toMatchObject(expected as object);
});

test('openings: where a mature store’s sales are not known nothing is proposed', () => {
  expect(openingsFor({ ...channel, mature: 0 }, 0, { ...around, lacking: 1 })).toEqual({ fault: 'noSales' });
});

test('growth of one ownership gives way alone: 120 000 over 600 000 are 20 points', () => {
  const baseline = (months: number) => ({
    ...none,
    lastYearSales: months * 50_000,
    storeCount: 1,
    averageMonths: months,
  });
  const outcome = requiredFill(
    {
      ...input,
      newSales: 0,
      companyTarget: 1_320_000,
      stores: [],
      baselines: {
        franchised: { ...baseline(12), growth: 0, storeMonths: 12 },
        selfOperated: { ...baseline(12), growth: 0, storeMonths: 12 },
      },
    },
    ['selfOperated'],
  );
  expect(outcome).toMatchObject({
    fill: { growths: [{ ownership: 'selfOperated', from: 0, to: 0.2 }], gapBefore: -120_000, gapAfter: 0 },
  });
});

test('a promise is of the store that it names, whatever the case of its number; none is of 0 or of no store', () => {
  const stores = [
    { id: 'r1', values: { storeId: 's1' } },
    { id: 'r2', values: { storeId: 'S2' } },
  ];
  const promises = [
    { values: { of: 'S1', sum: 500 } },
    { values: { of: 'S2', sum: 0 } },
    { values: { of: 'S3', sum: 9 } },
  ];
  const promised = promisedBy({ rows: stores, key: 'storeId' }, promises, { store: 'of', amount: 'sum' });
  expect([...promised]).toEqual([['r1', 500]]);
});
