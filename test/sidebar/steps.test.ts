import { fallsShort, figuresOf, nextStep, topDown } from '../../sidebar/steps';
import type { Opened, PartStatus } from '../../src/app/endpoints/open';
import { cells, type Written } from './kit';

const everything = ['settings', 'baseline', 'summary', 'stores'];

/** What was read at opening: a finished plan, but for what is said otherwise. */
function opened({
  settings = {},
  franchised = {},
  all = {},
  summary = {},
  present = everything,
  workbook = 'zh' as Opened['workbook'],
}: {
  readonly settings?: Written;
  readonly franchised?: Written;
  readonly all?: Written;
  readonly summary?: Written;
  readonly present?: readonly string[];
  readonly workbook?: Opened['workbook'];
}): Opened {
  return {
    status: 'done',
    language: 'en',
    workbook,
    standing: 'current',
    signing: null,
    registered: '',
    present,
    checked: [],
    figures: [
      cells('settings', { settings: { region: 'East', planYear: 2027, companyTarget: 150_000_000, ...settings } }),
      cells('baseline', {
        franchised: { avgStore: 128_571, growth: 0.1, ...franchised },
        selfOperated: { avgStore: null, growth: null },
        all: { lastYearSales: 1, ...all },
      }),
      cells('summary', { summary: { total: 150_000_000, gap: 0, ...summary } }),
    ],
  };
}

const status = (part: string, faults: number): PartStatus => ({ part, records: 1, filled: 1, of: 1, faults });

test.each([
  ['generate', opened({ workbook: null, present: [] })],
  ['fillTerms', opened({ settings: { region: null } })],
  ['fillTerms', opened({ settings: { companyTarget: null } })],
  ['importStores', opened({ all: { lastYearSales: null } })],
  ['growth', opened({ franchised: { growth: null } })],
  ['gap', opened({ summary: { gap: -4_058_571 } })],
  ['done', opened({})],
  ['done', opened({ summary: { gap: 12 } })],
  ['done', opened({ summary: { gap: -1 } })],
  ['done', opened({ present: ['settings'], all: { lastYearSales: null }, franchised: { growth: null } })],
] as const)('the next thing to do is %s', (step, plan) => {
  expect(nextStep(plan, [])).toEqual({ step });
});

test.each([
  [{ plannedGrowth: 3.46 }, 3.46],
  [{ plannedGrowth: 0.1, requiredGrowth: -0.7 }, -0.7],
])('growth that no one plans for is looked at before the gap is closed: %p', (summary, growth) => {
  const plan = opened({ summary: { gap: -4_058_571, ...summary } });
  expect(nextStep(plan, [])).toEqual({ step: 'unlikely', growth });
});

test.each([1, -0.5])('a growth of %p is a plan', (growth) => {
  expect(nextStep(opened({ summary: { plannedGrowth: growth, requiredGrowth: growth } }), [])).toEqual({
    step: 'done',
  });
});

test('what is wrong in a part goes before growth', () => {
  const plan = opened({ franchised: { growth: null } });
  expect(nextStep(plan, [status('settings', 0), status('stores', 2)])).toEqual({ step: 'faults', part: 'stores' });
});

test.each([
  [-1_500, false],
  [-1_501, true],
  [0, false],
  [null, false],
])('a gap of %p of 150 million is short: %p', (gap, short) => {
  expect(fallsShort({ gap, companyTarget: 150_000_000 })).toBe(short);
});

test('figures that are not there are none', () => {
  expect(figuresOf({ figures: [] })).toMatchObject({ region: null, gap: null, grown: false, based: false });
});

test('the plan is told step by step from last year on', () => {
  const plan = opened({
    all: { lastYearSales: 1_200, avgStore: 10, storeMonths: 100 },
    summary: { existingTarget: 1_100, newSales: 50 },
  });
  expect(figuresOf(plan).bridge).toEqual([
    ['lastYear', 1_200],
    ['months', -200],
    ['growth', 100],
    ['newStores', 50],
  ]);
  expect(figuresOf({ figures: [] }).bridge).toBeNull();
});

test.each<[string, Written, ReturnType<typeof topDown>]>([
  ['as long as none is asked for a promise', {}, undefined],
  [
    'some stores have signed: what lacks is no gap yet',
    { promisedStores: 3, storesToPromise: 4, promisedSales: 100_000_000, newSales: 10_000_000 },
    { asked: 150_000_000, promised: 110_000_000, promisedGap: null, planned: 150_000_000, gap: 0 },
  ],
  [
    'all have',
    { promisedStores: 4, storesToPromise: 4, promisedSales: 138_000_000, newSales: 10_000_000, total: 149_000_000 },
    { asked: 150_000_000, promised: 148_000_000, promisedGap: -2_000_000, planned: 149_000_000, gap: -1_000_000 },
  ],
])('top-down against bottom-up: %s', (_, summary, expected) => {
  expect(topDown(figuresOf(opened({ summary })))).toEqual(expected);
});
