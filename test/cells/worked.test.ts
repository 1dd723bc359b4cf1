import { sharedFile } from '../shared';
import { call, column, expectClose } from './call';

const times = <T>(length: number, value: T): T[] => Array(length).fill(value);

/** Rows of a comma-separated file without its header. */
function records(name: string): string[][] {
  const lines = sharedFile(name).trim().split('\n').slice(1);
  return lines.map((line) => line.split(','));
}

describe('AVG_STORE_BASELINE', () => {
  test('the form’s reference formula', () => {
    expect(call('AVG_STORE_BASELINE', 12_000_000, 20, 10)).toBe(60_000);
  });

  test.each([
    ['all', /./, 45, 4_533_703.717315],
    ['franchised', /^franchised$/, 36, 4_621_558.38375],
    ['self-operated', /^self_operated$/, 9, 4_182_285.051574],
  ])('45 real stores of 12 months: %s', (_, ownership, stores, expected) => {
    const own = records('walmart-stores-2011.csv').filter((record) => ownership.test(record[2] ?? ''));
    const total = own.reduce((sum, record) => sum + Number(record[5]), 0);
    expect(own).toHaveLength(stores);
    expect(call('AVG_STORE_BASELINE', total, stores, 12)).toBeCloseTo(expected, 6);
    const list = call(
      'BASELINE_FROM_STORES',
      column(own.map((record) => Number(record[5]))),
      column(times(stores, 12)),
    );
    expect(list).toBeCloseTo(expected, 6);
  });

  test('the real stores’ total', () => {
    const total = records('walmart-stores-2011.csv').reduce((sum, record) => sum + Number(record[5]), 0);
    expect(total).toBeCloseTo(2_448_200_007.35, 2);
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
  const years = records('us-retail-monthly.csv').filter(([year = '']) => year >= '2013' && year <= '2015');
  const index = call(
    'SEASON_INDEX',
    years.map((record) => record.slice(1).map(Number)),
  );

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
