import { shared } from '../needs';
import { threeYears } from '../retail';
import { call, column, expectClose } from './call';

const times = <T>(length: number, value: T): T[] => Array(length).fill(value);

const walmart = shared('data/walmart-stores-2011.csv');
const cdnow = shared('data/cdnow-sample.txt');

/** The real stores: ownership and sales. */
function realStores(): readonly (readonly [ownership: string, sales: number])[] {
  const lines = walmart.text().trim().split('\n').slice(1);
  return lines.map((line) => {
    const [, , ownership = '', , , sales] = line.split(',');
    return [ownership, Number(sales)];
  });
}

describe('AVG_STORE_BASELINE', () => {
  test('the form’s reference formula', () => {
    expect(call('AVG_STORE_BASELINE', 12_000_000, 20, 10)).toBe(60_000);
  });

  // All, franchised, self-operated.
  const groups = [
    ['all', /./, 2_448_200_007.35, 45, 4_533_703.717315],
    ['franchised', /^franchised$/, 1_996_513_221.78, 36, 4_621_558.38375],
    ['self-operated', /^self_operated$/, 451_686_785.57, 9, 4_182_285.051574],
  ] as const;

  test.each(groups)('the total of 45 real stores of 12 months: %s', (_, __, total, stores, expected) => {
    expect(call('AVG_STORE_BASELINE', total, stores, 12)).toBeCloseTo(expected, 6);
  });

  walmart.describe('45 real stores of 12 months', () => {
    test.each(groups)('%s', (_, ownership, total, stores, expected) => {
      const own = realStores().filter(([each]) => ownership.test(each));
      const sales = own.map(([, each]) => each);
      expect(own).toHaveLength(stores);
      expect(sales.reduce((left, right) => left + right, 0)).toBeCloseTo(total, 2);
      expect(call('BASELINE_FROM_STORES', column(sales), column(times(stores, 12)))).toBeCloseTo(expected, 6);
    });
  });
});

test('BASELINE_FROM_STORES weighs stores by their months', () => {
  expect(call('BASELINE_FROM_STORES', column([120, 42, 18]), column([12, 6, 3]))).toBeCloseTo(8.571428571, 9);
});

describe('OPERATING_MONTHS', () => {
  test.each([
    ['opened in mid March', ['2026-03-16', '2026-01-01'], 9.516129],
    ['opened and closed in the year', ['2026-02-01', '2026-01-01', '2026-04-15'], 2.5],
    ['open from before', ['', '2026-01-01'], 12],
    ['opened after the year', ['2027-02-01', '2026-01-01'], 0],
  ])('%s', (_, args, expected) => {
    expect(call('OPERATING_MONTHS', ...args)).toBeCloseTo(expected, 6);
  });

  test('a blank within a column is open from before', () => {
    expectClose(
      call('OPERATING_MONTHS', [['2026-03-16'], [''], ['2027-02-01']], '2026-01-01'),
      [[9.516129], [12], [0]],
      6,
    );
  });
});

test('STORE_TARGET', () => {
  expect(call('STORE_TARGET', 60_000, 0.1, 10)).toBeCloseTo(660_000, 6);
});

test('REQUIRED_GROWTH', () => {
  expect(call('REQUIRED_GROWTH', 99_282_857.142857, 128_571.428571, 702)).toBeCloseTo(0.1, 8);
});

describe('SPREAD_TARGET', () => {
  test.each([
    ['60 000', 60_000, [1, 1, 1, 0.8, 0.6], [13637, 13636, 13636, 10909, 8182]],
    ['1 579', 1579, [1, 1, 1, 0.8, 0.6], [359, 359, 359, 287, 215]],
    [
      'a month of days',
      60_000,
      [...times(17, 1), ...times(14, 1.5)],
      [...times(17, 1579), ...times(5, 2369), ...times(9, 2368)],
    ],
    ['shares in percent', 100, [13.626332, 47.989636, 9.596008, 28.788024], [14, 48, 9, 29]],
  ])('%s', (_, total, weights, expected) => {
    expect(call('SPREAD_TARGET', total, column(weights))).toEqual(column(expected));
    expect(call('SPREAD_TARGET', total, [weights])).toEqual([expected]);
  });

  test('within bounds', () => {
    const answer = call('SPREAD_TARGET', 100, [[1, 1, 1, 1]], '', [[40, 0, 0, 0]], [[100, 10, 100, 100]]);
    expect(answer).toEqual([[40, 10, 25, 25]]);
  });

  test('0.3 is a multiple of 0.01', () => {
    expect(call('SPREAD_TARGET', 0.3, [[1, 1, 1, 1]], 0.01)).toEqual([[0.08, 0.08, 0.07, 0.07]]);
  });
});

describe('the real season', () => {
  const index = call('SEASON_INDEX', threeYears);

  test('SEASON_INDEX of 2013–2015', () => {
    const expected = [
      0.892747, 0.881359, 1.002705, 0.986612, 1.048835, 1.000514, 1.021314, 1.036428, 0.963298, 1.002383, 1.008498,
      1.155308,
    ];
    expectClose(index, [expected], 6);
  });

  test('PHASE_TARGET by it, unrounded', () => {
    const expected = [
      892747, 881358, 1002705, 986612, 1048835, 1000514, 1021314, 1036428, 963298, 1002383, 1008498, 1155308,
    ];
    expect(call('PHASE_TARGET', 12_000_000, index)).toEqual([expected]);
    expect(call('PHASE_TARGET', [[12_000_000], [''], [12_000_000]], index)).toEqual([
      expected,
      times(12, ''),
      expected,
    ]);
  });
});

describe('the season around Spring Festival', () => {
  const rest: readonly number[] = Array(9).fill(3000);
  const sales = [
    [3700, 2810, 3080, ...rest],
    [4030, 2360, 3100, ...rest],
    [3350, 3220, 2920, ...rest],
  ];
  const starts = [['2024-01-01'], ['2025-01-01'], ['2026-01-01']];
  const quarter = (...args: readonly unknown[]): unknown => {
    const index = call('SEASON_INDEX', sales, ...args);
    const [months = []] = Array.isArray(index) ? index : [];
    return months.slice(0, 3).map((month: unknown) => Number(Number(month).toFixed(6)));
  };

  test.each([
    ['plain', [], [1.213471, 0.918862, 0.996611]],
    ['of 2027', [starts, '2027-01-01'], [1.285867, 0.820977, 1.0221]],
    [
      'of 2027 with the usual windows typed',
      [
        starts,
        '2027-01-01',
        [
          [-21, -1, 1.5],
          [0, 6, 0.6],
          ['', '', ''],
          [7, 20, 0.8],
        ],
      ],
      [1.285867, 0.820977, 1.0221],
    ],
  ])('SEASON_INDEX %s', (_, args, expected) => {
    expect(quarter(...args)).toEqual(expected);
  });
});

describe('NEW_STORE_SALES', () => {
  const ramp = [[0.5, 0.7, 0.85, 1]];
  const openings = [0, 0, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0];
  const expected = [0, 0, 30_000, 42_000, 51_000, 120_000, 144_000, 162_000, 180_000, 210_000, 222_000, 231_000];

  test('one store in month 3, two in 6, one in 10', () => {
    expectClose(call('NEW_STORE_SALES', 60_000, [openings], ramp), [expected], 6);
  });

  test('a row of openings and a baseline for each channel', () => {
    const twice = expected.map((sales) => sales * 2);
    expectClose(call('NEW_STORE_SALES', [[60_000], [120_000]], [openings, openings], ramp), [expected, twice], 6);
  });

  test('a ramp with blank cells after its last share', () => {
    expectClose(call('NEW_STORE_SALES', 60_000, [openings], [[0.5, 0.7, 0.85, 1, '', '']]), [expected], 6);
    expectClose(call('NEW_STORE_SALES', 60_000, [openings], column([0.5, 0.7, 0.85, 1])), [expected], 6);
  });
});

test('FUNNEL_EXPECTED', () => {
  expect(call('FUNNEL_EXPECTED', 40, [[0.4, 0.5, 0.75]])).toEqual([[16, 8, 6]]);
  expect(call('FUNNEL_EXPECTED', [[40], [''], [20]], column(['40%', '50%', '75%']))).toEqual([
    [16, 8, 6],
    ['', '', ''],
    [8, 4, 3],
  ]);
});

test('FUNNEL_REQUIRED', () => {
  expect(call('FUNNEL_REQUIRED', 6, [[0.4, 0.5, 0.75]])).toEqual([[40, 16, 8]]);
  expect(call('FUNNEL_REQUIRED', 21, '70%')).toEqual([[30]]);
});

test('RATE_PRICE_SALES', () => {
  expect(call('RATE_PRICE_SALES', 200, 0.5, 0.5, 1.5, 200)).toBeCloseTo(15_000, 9);
  expect(call('RATE_PRICE_SALES', 2600, '30%', '15%', 1, 100)).toBeCloseTo(11_700, 9);
});

describe('RATE_PRICE_EFFECTS', () => {
  const now = [200, 0.5, 0.5, 1.5, 200];
  const target = [220, 0.48, 0.55, 1.6, 195];
  const parts = [1574.57, -675.84, 1574.57, 1066.72, -419.06];

  test('rows of five for rows of five', () => {
    expectClose(call('RATE_PRICE_EFFECTS', [now], [target]), [parts], 2);
    expectClose(call('RATE_PRICE_EFFECTS', [now, now], [target, now]), [parts, [0, 0, 0, 0, 0]], 2);
  });

  test('zeros are legal', () => {
    // From nothing, of five drivers that all change, each brings a fifth.
    expectClose(call('RATE_PRICE_EFFECTS', [[0, 0, 0, 0, 0]], [[10, 1, 1, 1, 10]]), [[20, 20, 20, 20, 20]], 9);
  });
});

/** a: days 1 and 11 of 2027. b: twice on day 5. c: days 20 and 22. d: day 30, the last. */
const purchases = [
  ['a', '2027-01-11'],
  ['b', '2027-01-05'],
  ['b', '2027-01-05'],
  ['a', '2027-01-01'],
  ['c', '2027-01-20'],
  ['c', '2027-01-22'],
  ['d', '2027-01-30'],
] as const;

describe('purchases of four customers', () => {
  const ids = column(purchases.map(([customer]) => customer));
  const dates = column(purchases.map(([, day]) => day));

  test.each([
    ['whenever', '', 2 / 4],
    ['within 10 days, which d has not had', 10, 2 / 3],
    ['within 9 days, a came a day too late', 9, 1 / 3],
  ])('REPURCHASE_RATE %s', (_, days, expected) => {
    expect(call('REPURCHASE_RATE', ids, dates, days)).toBeCloseTo(expected, 12);
  });

  test.each([
    ['all of it', '2027-01-01', '2027-01-30', 2 / 4],
    ['a second day after the end is not seen', '2027-01-20', '2027-01-21', 0],
  ])('PERIOD_REPURCHASE_RATE, %s', (_, from, to, expected) => {
    expect(call('PERIOD_REPURCHASE_RATE', ids, dates, from, to)).toBeCloseTo(expected, 12);
  });
});

cdnow.describe('real purchases', () => {
  let ids: readonly (readonly string[])[];
  let dates: readonly (readonly string[])[];
  beforeAll(() => {
    const lines = cdnow
      .text()
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    ids = column(lines.map(([customer]) => customer ?? ''));
    dates = column(lines.map(([, , day = '']) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`));
  });

  test.each([
    [30, 410],
    [90, 687],
    [180, 887],
    [365, 1074],
    ['', 1139],
  ])('REPURCHASE_RATE within %p days: %d of 2,357 customers', (days, again) => {
    expect(call('REPURCHASE_RATE', ids, dates, days)).toBeCloseTo(again / 2357, 12);
  });

  test.each([
    ['first half of 1998', '1998-01-01', '1998-06-30', 247 / 515],
    ['1997', '1997-01-01', '1997-12-31', 1040 / 2357],
  ])('PERIOD_REPURCHASE_RATE, %s', (_, from, to, expected) => {
    expect(call('PERIOD_REPURCHASE_RATE', ids, dates, from, to)).toBeCloseTo(expected, 12);
  });
});

test('50,000 purchases in one call', () => {
  // 10,000 customers buy five times each; every other one of them on a single day.
  const customers = Array.from({ length: 50_000 }, (_, index) => [index % 10_000]);
  const days = customers.map(([customer = 0], index) => [46_000 + (customer % 2) * Math.floor(index / 10_000)]);
  expect(call('REPURCHASE_RATE', customers, days)).toBe(0.5);
  expect(call('PERIOD_REPURCHASE_RATE', customers, days, 46_000, 46_004)).toBe(0.5);
});

test.each([
  ['MEMBER_SALES', [1200, 850], 1_020_000],
  ['CERT_COVERAGE', [48, 50], 0.96],
  ['RETENTION_RATE', [50, 6], 0.88],
  ['HEADCOUNT_NEEDED', [45, 12], 4],
  ['HEADCOUNT_NEEDED', [45, 15], 3],
  ['HEADCOUNT_NEEDED', [87, 12], 8],
  ['HIRES_NEEDED', [8, 6, 1], 3],
  ['TIME_PROGRESS', ['2027-02-14', '2027-01-01'], 0.125],
  ['TIME_PROGRESS', ['2026-12-31', '2027-01-01'], 0],
  ['TIME_PROGRESS', ['2028-01-01', '2027-01-01'], 1],
  ['RUN_RATE_FORECAST', [300, 0.25], 1200],
])('%s(%j) is %d', (name, args, expected) => {
  expect(call(name, ...args)).toBeCloseTo(expected, 12);
});

test('TIME_PROGRESS by the real season', () => {
  const index = call('SEASON_INDEX', threeYears);
  expect(call('TIME_PROGRESS', '2027-02-14', '2027-01-01', index)).toBeCloseTo(0.111119, 6);
});

test.each([
  ['on target', [300, 1000, 0.3], 'green'],
  ['a little behind', [280, 1000, 0.3], 'amber'],
  ['far behind', [200, 1000, 0.3], 'red'],
  ['other lines', [280, 1000, 0.3, 0.9, 0.8], 'green'],
  ['labels in a row', [280, 1000, 0.3, '', '', [['绿', '黄', '红']]], '黄'],
  ['labels in a column', [200, 1000, 0.3, '', '', [['绿'], ['黄'], ['红']]], '红'],
  ['a column of actuals', [[[300], [''], [200]], 1000, 0.3], [['green'], [''], ['red']]],
])('PACE_STATUS: %s', (_, args, expected) => {
  expect(call('PACE_STATUS', ...args)).toEqual(expected);
});

/** Four stores on 15 April 2027: twelve targets and the sales of four months, of which April is half gone. */
describe('a region in April', () => {
  const half = [1, 1, 1, 0.5, ...times(8, 0)];
  const later = times(8, '');
  const targets = [
    times(12, 100_000),
    [80_000, 60_000, 70_000, 80_000, ...times(8, 91_250)],
    [...times(6, 50_000), ...times(6, 0)],
    [0, 0, 64_286, 90_000, 109_286, ...times(7, 128_571)],
  ];
  const actuals = [
    [90_000, 105_000, 98_000, 47_000, ...later],
    [80_000, '', 77_000, 44_000, ...later],
    [40_000, 45_000, 50_000, 20_000, ...later],
    ['', '', 50_000, 42_000, ...later],
  ];
  const annual = column([1_200_000, 1_020_000, 300_000, 1_163_569]);
  const sold = column([340_000, 201_000, 155_000, 92_000]);
  const due = column([350_000, 250_000, 175_000, 109_286]);
  const missing = column([0, 60_000, '', 0]);

  test('COVERED_TARGET', () => {
    const covered = column([350_000, 190_000, 175_000, 109_286]);
    expect(call('COVERED_TARGET', targets, [half], actuals)).toEqual(covered);
    expect(call('COVERED_TARGET', targets, column(half), actuals)).toEqual(covered);
    expect(call('COVERED_TARGET', targets, [half, half, half, half], actuals)).toEqual(covered);
    expect(call('COVERED_TARGET', [targets[1]], [half], [actuals[1]])).toBe(190_000);
    expect(call('COVERED_TARGET', column(targets[1] ?? []), [half], column(actuals[1] ?? []))).toBe(190_000);
  });

  test('ACHIEVEMENT, of the region 95.60 % and not 89.11 %', () => {
    const achieved = column([0.971429, 1.057895, 0.885714, 0.841828]);
    expectClose(call('ACHIEVEMENT', sold, column([350_000, 190_000, 175_000, 109_286])), achieved, 6);
    expect(call('ACHIEVEMENT', 788_000, 824_286)).toBeCloseTo(0.955979, 6);
    expect(call('ACHIEVEMENT', column([0, 0]), column([0, 5]))).toEqual(column(['', 0]));
  });

  test('REQUIRED_RATE', () => {
    const rates = column([860 / 850, 759 / 770, 145 / 125, 1_071_569 / 1_054_283]);
    expectClose(call('REQUIRED_RATE', annual, sold, due, missing), rates, 12);
    expect(call('REQUIRED_RATE', 1_020_000, 201_000, 250_000)).toBeCloseTo(819 / 770, 12);
    // The year is over, or its sum of products is a hair above it.
    expect(call('REQUIRED_RATE', 300, 290, 300)).toBe('');
    expect(call('REQUIRED_RATE', 0.3, 0.2, 0.1 + 0.2)).toBe('');
  });

  test('NEEDED_PER_DAY', () => {
    const days = column([260, 260, 76, 260]);
    expectClose(call('NEEDED_PER_DAY', annual, sold, missing, days), column([3307.69, 2919.23, 1907.89, 4121.42]), 2);
    expect(call('NEEDED_PER_DAY', 100, 120, '', 10)).toBe(0);
    expect(call('NEEDED_PER_DAY', 100, 90, '', 0)).toBe('');
  });

  test.each([
    ['at plan', 0, [1_190_000, 1_031_000, 280_000, 1_146_283], 3_647_283],
    ['season', 1, [1_165_714.29, 1_079_052.63, 265_714.29, 979_524.81], 3_490_006.01],
    ['recent months', 2, [1_170_166.67, 1_069_733.33, 267_500, 911_994.24], 3_419_394.24],
  ])('FORECAST_YEAR %s', (_, method, expected, region) => {
    const forecasts = call('FORECAST_YEAR', method, targets, actuals, [half]);
    expectClose(forecasts, column(expected), 2);
    const sum = [forecasts].flat(2).reduce<number>((total, each) => total + Number(each), 0);
    expect(sum).toBeCloseTo(region, 2);
    expect(call('FORECAST_YEAR', method, [targets[0]], [actuals[0]], [half])).toBeCloseTo(expected[0] ?? 0, 2);
  });

  test('a store with half a month is taken at plan, and one with nothing has no row', () => {
    const sales = [['', '', '', 70_000, ...later], times(12, '')];
    const blank = times(12, '');
    expect(call('FORECAST_YEAR', 1, [times(12, 100_000), blank], sales, [half])).toEqual(column([1_220_000, '']));
    expect(call('COVERED_TARGET', [times(12, 100_000), blank], [half], sales)).toEqual(column([50_000, '']));
  });
});

test('VARIANCE_PARTS: any number of factors, either way, the five drivers as RATE_PRICE_EFFECTS has them', () => {
  const [now, then] = [
    [100, 0.5, 0.5, 1, 100],
    [120, 0.5, 0.5, 1, 110],
  ];
  expectClose(call('VARIANCE_PARTS', [now], [then]), [[525, 0, 0, 0, 275]], 9);
  expectClose(call('VARIANCE_PARTS', column([8, 100_000]), column([5, 110_000])), [[-315_000], [65_000]], 6);
  expect(call('VARIANCE_PARTS', [[8, 100_000, '']], [[5, 110_000, '']])).toEqual([[-315_000, 65_000, '']]);
  expect(call('VARIANCE_PARTS', [[7]], [[9]])).toEqual([[2]]);
});

test('MIX_EFFECTS: of store-months and sales a store-month, times the mean of both years’ store-months', () => {
  const [monthsBefore, monthsAfter] = [column([672, 144]), column([702, 135])];
  const [ratesBefore, ratesAfter] = [
    column([86_400_000 / 672, 34_560_000 / 144]),
    column([97_000_000 / 702, 34_500_000 / 135]),
  ];
  const months = (816 + 837) / 2;
  const parts = call('MIX_EFFECTS', monthsBefore, ratesBefore, monthsAfter, ratesAfter);
  const whole = Array.isArray(parts) ? parts.map((row) => row.map((part: number) => part * months)) : parts;
  expectClose(
    whole,
    [
      [-242_121.84, 6_598_013.5],
      [-1_193_243.55, 2_171_239.72],
    ],
    2,
  );
  // A group that came has no rate before, and all of it is mix: a half each, held against 15; rows with neither year are blank.
  expect(
    call('MIX_EFFECTS', column([1, 0, '']), column([10, '', '']), column([1, 1, '']), column([10, 30, ''])),
  ).toEqual([
    [2.5, 0],
    [7.5, 0],
    ['', ''],
  ]);
});
