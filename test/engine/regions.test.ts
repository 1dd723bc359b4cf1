import fc from 'fast-check';
import type { Workbook } from '../../host/workbook';
import { dayNumber } from '../../src/maths/day';
import type { Ownership } from '../../src/maths/store';
import { shared } from '../needs';
import { retail } from '../retail';
import { plannedDesk } from './addon';
import { tabIn, valueIn } from './book';
import { disagreements, regionTabs } from './compare';
import {
  anyRegion,
  anyStore,
  expectedCells,
  noBaseline,
  type PastYear,
  type Typed,
  type TypedStore,
  typeIn,
  yearStartOf,
} from './region';

const sections = ['settings', 'baseline', 'stores'];

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
/** A number with so many decimals at most. */
const decimal = (min: number, max: number, decimals: number): fc.Arbitrary<number> =>
  fc.integer({ min: min * 10 ** decimals, max: max * 10 ** decimals }).map((value) => value / 10 ** decimals);
const day = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: dayNumber(from, 1, 1), max: dayNumber(to, 12, 31) });

const money = fc.oneof(fc.constant(0), decimal(1, 20_000_000, 2), fc.integer({ min: 1, max: 5_000_000 }));
const growth = decimal(-1, 1, 4);
const byMonth = fc.oneof(
  { weight: 4, arbitrary: fc.constant<(number | null)[]>(Array(12).fill(null)) },
  { weight: 1, arbitrary: fc.array(maybe(decimal(0, 500_000, 2)), { minLength: 12, maxLength: 12 }) },
);

const store: fc.Arbitrary<TypedStore> = fc
  .record({
    ownership: fc.constantFrom<Ownership>('franchised', 'selfOperated'),
    openedOn: maybe(day(2024, 2029)),
    closedOn: maybe(day(2025, 2030)),
    lastYearSales: maybe(money),
    lastYearMonths: fc.option(decimal(0, 12, 2), { nil: null, freq: 3 }),
    growth: fc.option(growth, { nil: null, freq: 3 }),
    monthsThisYear: fc.option(decimal(0, 12, 2), { nil: null, freq: 3 }),
    agreedTarget: fc.option(money, { nil: null, freq: 3 }),
    area: maybe(decimal(1, 900, 1)),
    byMonth,
  })
  // A store that closes before it opens is refused.
  .filter(({ openedOn, closedOn }) => openedOn === null || closedOn === null || openedOn <= closedOn)
  .map((given) => ({ ...anyStore, ...given }));

const ownershipBaseline = fc.record({
  lastYearSales: fc.option(money, { nil: null, freq: 4 }),
  storeCount: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null, freq: 4 }),
  averageMonths: fc.option(decimal(1, 12, 3), { nil: null, freq: 4 }),
  growth: fc.option(growth, { nil: null, freq: 4 }).map((value) => value),
  storeMonths: fc.option(decimal(0, 900, 2), { nil: null, freq: 4 }),
});

const pastYear = (year: number): fc.Arbitrary<PastYear> =>
  fc.record({
    year: fc.constant(year),
    months: fc.oneof(
      fc.array(decimal(0, 9_000_000, 2), { minLength: 12, maxLength: 12 }),
      fc.array(maybe(decimal(0, 9_000_000, 2)), { minLength: 12, maxLength: 12 }),
      // One of the first two months is blank: both are given in the other.
      fc
        .tuple(fc.constantFrom(0, 1), fc.array(decimal(1, 9_000_000, 2), { minLength: 12, maxLength: 12 }))
        .map(([blank, months]) => months.map((sales, month) => (month === blank ? null : sales))),
      fc.constant(Array(12).fill(0)),
    ),
    takesPart: fc.boolean(),
    together: fc.boolean(),
  });

const region: fc.Arbitrary<Typed> = fc.record({
  planYear: fc.constantFrom(2026, 2027, 2028),
  firstMonth: maybe(fc.integer({ min: 1, max: 12 })),
  roundingUnit: maybe(fc.constantFrom(0.01, 0.5, 10, 100, 10_000)),
  floorFactor: maybe(decimal(1, 2, 2)),
  stretchFactor: maybe(decimal(1, 2, 2)),
  weakLine: maybe(decimal(0, 2, 2)),
  companyTarget: maybe(money),
  festival: fc.boolean(),
  history: fc
    .tuple(pastYear(2024), pastYear(2025), pastYear(2026))
    .chain((years) => fc.subarray(years).map((some): readonly PastYear[] => some)),
  baseline: fc.record({ franchised: ownershipBaseline, selfOperated: ownershipBaseline }),
  stores: fc.array(store, { maxLength: 9 }),
});

/** Opened in the plan year and yet with operating months before it: what that means nobody has said. */
function contradicts({ openedOn, lastYearMonths }: TypedStore, yearStart: number): boolean {
  return openedOn !== null && openedOn >= yearStart && lastYearMonths !== null;
}

const plain = region.filter((typed) => !typed.stores.some((store) => contradicts(store, yearStartOf(typed))));

test('any region: every formula of settings, history, baseline, summary and stores shows what the calculation says', () => {
  let looked = 0;
  fc.assert(
    fc.property(plain, (typed) => {
      const { workbook, addon } = plannedDesk({ sections });
      const ids = typeIn(addon, typed);
      const found = disagreements(workbook, regionTabs, expectedCells(typed, ids, 'en'));
      looked += found.looked;
      expect(found.lines).toEqual([]);
    }),
    { numRuns: 20 },
  );
  expect(looked).toBeGreaterThan(20 * 150);
}, 120_000);

/** A region of two stores open from before, each with 1,200 sold in twelve months. */
const pair: Typed = {
  ...anyRegion,
  stores: [
    { ...anyStore, lastYearSales: 1200 },
    { ...anyStore, ownership: 'selfOperated', lastYearSales: 1200 },
  ],
};

test.each([
  [
    'stores without growth have no target, and neither has their ownership',
    pair,
    { baseline: [['franchised', 'existingTarget', '']], summary: [['plannedGrowth', 'value.1', '']] },
  ],
  [
    'same-store growth leaves out a store without a target on both sides',
    { ...pair, baseline: { franchised: { ...noBaseline, growth: 0.1 }, selfOperated: noBaseline } },
    { baseline: [['franchised', 'existingTarget', 1320]], summary: [['sameStoreGrowth', 'value.1', 0.1]] },
  ],
] as const)('%s', (_, typed, shown) => {
  const { workbook, addon } = plannedDesk({ sections });
  typeIn(addon, typed);
  for (const [id, cells] of Object.entries(shown)) {
    const tab = tabIn(workbook, id);
    for (const [row, column, value] of cells) {
      const actual = valueIn(tab, row, column);
      if (typeof value === 'number') expect(actual).toBeCloseTo(value, 9);
      else expect([row, column, actual]).toEqual([row, column, value]);
    }
  }
});

/** Five years of history, of which the last three take part. */
const history = Object.entries(retail).map(
  ([year, months]): PastYear => ({
    year: Number(year),
    months: [...months],
    takesPart: Number(year) >= 2013,
    together: false,
  }),
);

test('the season index of 2013–2015, typed month by month in the history tab', () => {
  const { workbook, addon } = plannedDesk({ sections });
  typeIn(addon, { ...pair, planYear: 2016, history });
  const index = [
    0.892747, 0.881359, 1.002705, 0.986612, 1.048835, 1.000514, 1.021314, 1.036428, 0.963298, 1.002383, 1.008498,
    1.155308,
  ];
  const settings = tabIn(workbook, 'settings');
  const shown = index.map((_, month) => Number(valueIn(settings, 'seasonIndex', `value.${month + 1}`)).toFixed(6));
  expect(shown).toEqual(index.map((value) => value.toFixed(6)));
});

/** Days of January to March as they sold, 100 a day × its factor, and 3,000 in each other month. */
const festive = ([january, february, march]: readonly (number | null)[], year: number, together = false): PastYear => {
  const months = [january, february, march].map((days) => (typeof days === 'number' ? days * 100 : null));
  return { year, months: [...months, ...Array(9).fill(3000)], takesPart: true, together };
};
const years = [festive([37, 28.1, 30.8], 2024), festive([40.3, 23.6, 31], 2025), festive([33.5, 32.2, 29.2], 2026)];

test.each([
  ['plain', false, years, [1.213471, 0.918862, 0.996611]],
  ['with the festival on 6 February', true, years, [1.285867, 0.820977, 1.0221]],
  // 65.7 days are split as 2024 and 2025 sold a weighed day, alike in both months: 33.5 and 32.2.
  [
    'with January and February of 2026 in one figure',
    true,
    [...years.slice(0, 2), festive([null, 65.7, 29.2], 2026, true)],
    [1.285867, 0.820977, 1.0221],
  ],
])('the season index of 2027 %s', (_, festival, history, expected) => {
  const { workbook, addon } = plannedDesk({ sections });
  typeIn(addon, { ...anyRegion, festival, history });
  const settings = tabIn(workbook, 'settings');
  const index = Array.from({ length: 12 }, (_, month) =>
    Number(valueIn(settings, 'seasonIndex', `value.${month + 1}`)),
  );
  for (const [month, figure] of expected.entries()) expect(index[month]).toBeCloseTo(figure, 6);
  expect(index.reduce((left, right) => left + right)).toBeCloseTo(12, 12);
  expect(valueIn(settings, 'seasonTotal', 'value.1')).toBeCloseTo(12, 12);
});

const walmart = shared('data/walmart-stores-2011.csv');
walmart.describe('real stores: 45 with their sales of 2011', () => {
  let header: string;
  let typed: Typed;
  let workbook: Workbook;
  let ids: ReturnType<typeof typeIn>;
  beforeAll(() => {
    const [first = '', ...lines] = walmart.text().trim().split(/\r?\n/);
    header = first;
    const stores = lines.map((line): TypedStore => {
      const [, , ownership, , , sales] = line.split(',');
      return {
        ...anyStore,
        ownership: ownership === 'franchised' ? 'franchised' : 'selfOperated',
        lastYearSales: Number(sales),
      };
    });
    typed = {
      ...anyRegion,
      planYear: 2012,
      companyTarget: 2_600_000_000,
      history,
      baseline: { franchised: { ...noBaseline, growth: 0.06 }, selfOperated: { ...noBaseline, growth: 0.03 } },
      stores,
    };
    const desk = plannedDesk({ sections });
    workbook = desk.workbook;
    ids = typeIn(desk.addon, typed);
  });

  test('the file is the one that the worked cases are about', () => {
    expect(header).toBe('store_id,name,ownership,opened_on,closed_on,last_year_sales');
    expect(typed.stores).toHaveLength(45);
  });

  test.each([
    ['all', 'lastYearSales', 2_448_200_007.35, 2],
    ['all', 'avgStore', 4_533_703.717_315, 6],
    ['franchised', 'storeCount', 36, 9],
    ['franchised', 'avgStore', 4_621_558.383_75, 6],
    ['selfOperated', 'storeCount', 9, 9],
    ['selfOperated', 'avgStore', 4_182_285.051_574, 6],
  ])('baseline %s %s is %d', (row, column, expected, decimals) => {
    expect(Number(valueIn(tabIn(workbook, 'baseline'), row, column))).toBeCloseTo(expected, decimals);
  });

  test('every formula shows what the calculation says', () => {
    const found = disagreements(workbook, regionTabs, expectedCells(typed, ids, 'en'));
    expect(found.lines).toEqual([]);
    expect(found.looked).toBeGreaterThan(45 * 25);
  });
});
