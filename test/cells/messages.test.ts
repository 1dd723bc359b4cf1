import { callCell } from '../../src/functions';
import { en, zh } from '../../src/model/text';
import { column, described, message } from './call';

const flat = Array(12).fill(1);

test.each([
  [
    'AVG_STORE_BASELINE',
    [1000, 0, 12],
    'store_count: expected a whole number above 0, got 0',
    'store_count：应为大于 0 的整数，实际为 0',
  ],
  [
    'AVG_STORE_BASELINE',
    [column([1, 1, 1]), column([1, 2, 0]), 12],
    'store_count: expected a whole number above 0, got 0 (row 3)',
    'store_count：应为大于 0 的整数，实际为 0（第 3 行）',
  ],
  [
    'AVG_STORE_BASELINE',
    [1000, 2.5, 12],
    'store_count: expected a whole number above 0, got 2.5',
    'store_count：应为大于 0 的整数，实际为 2.5',
  ],
  [
    'AVG_STORE_BASELINE',
    [1000, 20],
    'avg_operating_time: expected a number above 0, got nothing',
    'avg_operating_time：应为大于 0 的数字，实际为 空白',
  ],
  [
    'AVG_STORE_BASELINE',
    [],
    'total_sales: expected a number of 0 or more, got nothing',
    'total_sales：应为不小于 0 的数字，实际为 空白',
  ],
  [
    'AVG_STORE_BASELINE',
    ['', 20, 10],
    'total_sales: expected a number of 0 or more, got nothing',
    'total_sales：应为不小于 0 的数字，实际为 空白',
  ],
  [
    'AVG_STORE_BASELINE',
    ['many', 20, 10],
    'total_sales: expected a number of 0 or more, got "many"',
    'total_sales：应为不小于 0 的数字，实际为 "many"',
  ],
  [
    'AVG_STORE_BASELINE',
    [true, 20, 10],
    'total_sales: expected a number of 0 or more, got TRUE',
    'total_sales：应为不小于 0 的数字，实际为 TRUE',
  ],
  [
    'AVG_STORE_BASELINE',
    [new Date(Date.UTC(2026, 2, 16)), 20, 10],
    'total_sales: expected a number of 0 or more, got 2026-03-16',
    'total_sales：应为不小于 0 的数字，实际为 2026-03-16',
  ],
  [
    'AVG_STORE_BASELINE',
    ['#N/A', 20, 10],
    'total_sales: the cell holds the error #N/A',
    'total_sales：单元格为错误值 #N/A',
  ],
  [
    'AVG_STORE_BASELINE',
    [column([1, '#DIV/0!']), 20, 10],
    'total_sales: the cell holds the error #DIV/0! (row 2)',
    'total_sales：单元格为错误值 #DIV/0!（第 2 行）',
  ],
  [
    'AVG_STORE_BASELINE',
    [1, 2, 3, 4],
    'AVG_STORE_BASELINE: takes at most 3 arguments, got 4',
    'AVG_STORE_BASELINE：最多 3 个参数，实际为 4 个',
  ],
  [
    'AVG_STORE_BASELINE',
    [column([1, 2]), column([1, 2, 3]), 12],
    'store_count: has 3 rows where total_sales has 2; columns must be of equal height',
    'store_count：有 3 行，而 total_sales 有 2 行；各列行数必须相同',
  ],
  [
    'AVG_STORE_BASELINE',
    [[[1, 2]], 1, 12],
    'total_sales: expected a single value or one column, got 1 rows × 2 columns',
    'total_sales：应为单个值或一列，实际为 1 行 × 2 列',
  ],
  [
    'AVG_STORE_BASELINE',
    [column([1, 1]), column([1, '']), 12],
    'store_count: expected a whole number above 0, got nothing (row 2)',
    'store_count：应为大于 0 的整数，实际为 空白（第 2 行）',
  ],
  [
    'STORE_TARGET',
    [100, '-120%', 12],
    'growth: expected a growth of −100% or more, got "-120%"',
    'growth：应为不低于 −100% 的增长率，实际为 "-120%"',
  ],
  [
    'OPERATING_MONTHS',
    ['soon', '2026-01-01'],
    'opened_on: expected a date from 1950 to 2150, got "soon"',
    'opened_on：应为 1950 至 2150 年的日期，实际为 "soon"',
  ],
  [
    'OPERATING_MONTHS',
    [[['2026-01-01'], ['#REF!']], '2026-01-01'],
    'opened_on: the cell holds the error #REF! (row 2)',
    'opened_on：单元格为错误值 #REF!（第 2 行）',
  ],
  [
    'OPERATING_MONTHS',
    [column(['', '2026-05-01']), '2026-01-01', column(['2025-12-31', '2026-04-30'])],
    'closed_on: expected a date not before opened_on (2026-05-01), got 2026-04-30 (row 2)',
    'closed_on：不应早于 opened_on（2026-05-01），实际为 2026-04-30（第 2 行）',
  ],
  [
    'BASELINE_FROM_STORES',
    [column([10, 20]), column([1, 0])],
    'times: expected a number above 0 beside sales, got 0 (row 2)',
    'times：有业绩时应为大于 0 的数字，实际为 0（第 2 行）',
  ],
  [
    'BASELINE_FROM_STORES',
    [column([10, 20]), column([1, ''])],
    'times: expected a number above 0 beside sales, got nothing (row 2)',
    'times：有业绩时应为大于 0 的数字，实际为 空白（第 2 行）',
  ],
  [
    'BASELINE_FROM_STORES',
    [column([10, '']), column([1, 5])],
    'sales: expected sales beside an operating time above 0, got nothing (row 2)',
    'sales：营业时间大于 0 时应有业绩，实际为 空白（第 2 行）',
  ],
  [
    'BASELINE_FROM_STORES',
    [column([10, 20]), column([1])],
    'times: has 1 cells where sales has 2; both must have the same number',
    'times：有 1 个单元格，而 sales 有 2 个；两者个数必须相同',
  ],
  [
    'BASELINE_FROM_STORES',
    [column(['', '']), column([1, 2])],
    'sales: expected a number of 0 or more, got nothing',
    'sales：应为不小于 0 的数字，实际为 空白',
  ],
  [
    'SPREAD_TARGET',
    [10.5, [[1, 1]]],
    'total: expected a multiple of 1, got 10.5',
    'total：应为 1 的整数倍，实际为 10.5',
  ],
  [
    'SPREAD_TARGET',
    [column([10, 20]), [[1, 1]]],
    'total: expected a single value, got 2 rows × 1 columns',
    'total：应为单个值，实际为 2 行 × 1 列',
  ],
  [
    'SPREAD_TARGET',
    [10, [[1, -1]]],
    'weights: expected a number of 0 or more, got -1 (column 2)',
    'weights：应为不小于 0 的数字，实际为 -1（第 2 列）',
  ],
  [
    'SPREAD_TARGET',
    [
      10,
      [
        [1, 1],
        [1, 'x'],
      ],
    ],
    'weights: expected a number of 0 or more, got "x" (row 2, column 2)',
    'weights：应为不小于 0 的数字，实际为 "x"（第 2 行第 2 列）',
  ],
  [
    'SPREAD_TARGET',
    [10, [[0, 0]]],
    'weights: expected at least one weight above 0',
    'weights：至少要有一个大于 0 的权重',
  ],
  [
    'SPREAD_TARGET',
    [10, [[1, 1]], 1, [[6, 7]]],
    'minimums: together 3 more than the total',
    'minimums：下限合计比总数多 3',
  ],
  [
    'SPREAD_TARGET',
    [10, [[1, 1]], 1, '', [[6, 1]]],
    'maximums: leave 3 of the total that no part can take',
    'maximums：总数中有 3 无处可分',
  ],
  [
    'SPREAD_TARGET',
    [10, [[1], [1]], 1, [[0], [7]], [[9], [6]]],
    'minimums: expected at most the part’s maximum 6, got 7 (row 2)',
    'minimums：不应超过该份的上限 6，实际为 7（第 2 行）',
  ],
  [
    'SPREAD_TARGET',
    [10, [[1, 1]], 1, [[1, 1, 1]]],
    'minimums: has 3 cells where weights has 2; both must have the same number',
    'minimums：有 3 个单元格，而 weights 有 2 个；两者个数必须相同',
  ],
  [
    'SPREAD_TARGET',
    [1e12, [[1]], 0.01],
    'total: expected at most 35184372088832 units of 0.01, got 1000000000000',
    'total：最多 35184372088832 个单位（每单位 0.01），实际为 1000000000000',
  ],
  [
    'SEASON_INDEX',
    [[flat.slice(1)]],
    'monthly_sales: expected rows of 12 cells, got 1 rows × 11 columns',
    'monthly_sales：每行应为 12 个单元格，实际为 1 行 × 11 列',
  ],
  [
    'SEASON_INDEX',
    [[[...flat.slice(1), '']]],
    'monthly_sales: expected at least one year with all twelve months',
    'monthly_sales：至少要有一个十二个月齐全的年份',
  ],
  [
    'SEASON_INDEX',
    [[flat, Array(12).fill(0)]],
    'monthly_sales: expected a year’s sales to add up to more than 0, got 0 (row 2)',
    'monthly_sales：一年业绩合计应大于 0，实际为 0（第 2 行）',
  ],
  [
    'SEASON_INDEX',
    [[flat, [...flat.slice(1), 'x']]],
    'monthly_sales: expected a number of 0 or more, got "x" (row 2, column 12)',
    'monthly_sales：应为不小于 0 的数字，实际为 "x"（第 2 行第 12 列）',
  ],
  [
    'SEASON_INDEX',
    [[flat], '2026-01-01'],
    'plan_start: expected the first day of a month, got nothing',
    'plan_start：应为某月的第一天，实际为 空白',
  ],
  [
    'SEASON_INDEX',
    [[flat, flat], '2026-01-01', '2027-01-01'],
    'year_starts: has 1 cells where monthly_sales has 2 rows; a first day for each year',
    'year_starts：有 1 个单元格，而 monthly_sales 有 2 行；每年应有一个首日',
  ],
  [
    'SEASON_INDEX',
    [[flat, flat], column(['2026-01-01', '2025-07-01']), '2027-01-01'],
    'year_starts: expected a year that begins in the month in which plan_start does, got 2025-07-01 (row 2)',
    'year_starts：应与 plan_start 从同一个月份开始，实际为 2025-07-01（第 2 行）',
  ],
  [
    'SEASON_INDEX',
    [[flat], '2009-01-01', '2027-01-01'],
    'year_starts: expected a year whose Spring Festival is known (2010 to 2035), got 2009-01-01 (row 1)',
    'year_starts：春节日期只有 2010 至 2035 年，实际为 2009-01-01（第 1 行）',
  ],
  [
    'SEASON_INDEX',
    [[flat], '2026-01-01', '2036-01-01'],
    'plan_start: expected a year whose Spring Festival is known (2010 to 2035), got 2036-01-01',
    'plan_start：春节日期只有 2010 至 2035 年，实际为 2036-01-01',
  ],
  [
    'SEASON_INDEX',
    [[flat], '2026-01-01', '2027-01-01', [[-21, -1, 0]]],
    'windows: expected a number above 0, got 0 (row 1, column 3)',
    'windows：应为大于 0 的数字，实际为 0（第 1 行第 3 列）',
  ],
  [
    'SEASON_INDEX',
    [
      [flat],
      '2026-01-01',
      '2027-01-01',
      [
        [-21, 0, 1.5],
        [0, 6, 2],
      ],
    ],
    'windows: expected first days after the window before, and last days not before them, got 0 (row 2)',
    'windows：时段首日应晚于上一时段，末日不早于首日，实际为 0（第 2 行）',
  ],
  [
    'PHASE_TARGET',
    [column([120, 120.5]), [flat]],
    'annual_target: expected a multiple of 1, got 120.5 (row 2)',
    'annual_target：应为 1 的整数倍，实际为 120.5（第 2 行）',
  ],
  [
    'PHASE_TARGET',
    [column([120, 240]), [flat, flat, flat]],
    'season_index: has 3 rows where annual_target has 2; columns must be of equal height',
    'season_index：有 3 行，而 annual_target 有 2 行；各列行数必须相同',
  ],
  [
    'PHASE_TARGET',
    [column([120, 240]), [flat, [...flat.slice(1), '']]],
    'season_index: expected a number of 0 or more, got nothing (row 2, column 12)',
    'season_index：应为不小于 0 的数字，实际为 空白（第 2 行第 12 列）',
  ],
  [
    'PHASE_TARGET',
    [column([120, 240]), [Array(12).fill(0)]],
    'season_index: expected at least one weight above 0 (row 1)',
    'season_index：至少要有一个大于 0 的权重（第 1 行）',
  ],
  [
    'FUNNEL_EXPECTED',
    [40, [[0.5, 0]]],
    'rates: expected a rate above 0 and at most 100%, got 0 (column 2)',
    'rates：应为大于 0 且不超过 100% 的比率，实际为 0（第 2 列）',
  ],
  [
    'FUNNEL_EXPECTED',
    [
      40,
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ],
    'rates: expected one row or one column, got 2 rows × 2 columns',
    'rates：应为一行或一列，实际为 2 行 × 2 列',
  ],
  [
    'FUNNEL_REQUIRED',
    [6, [['', 0.5]]],
    'rates: expected a rate above 0 and at most 100%, got nothing (column 1)',
    'rates：应为大于 0 且不超过 100% 的比率，实际为 空白（第 1 列）',
  ],
  [
    'RATE_PRICE_EFFECTS',
    [[[200, 1.5, 0.5, 1.5, 200]], [[200, 0.5, 0.5, 1.5, 200]]],
    'now: expected a share from 0 to 100%, got 1.5 (column 2)',
    'now：应为 0 到 100% 的占比，实际为 1.5（第 2 列）',
  ],
  [
    'REPURCHASE_RATE',
    [column(['A', 'B']), column(['2027-01-01', ''])],
    'purchase_dates: expected a date from 1950 to 2150, got nothing (row 2)',
    'purchase_dates：应为 1950 至 2150 年的日期，实际为 空白（第 2 行）',
  ],
  [
    'REPURCHASE_RATE',
    [column(['A', '']), column(['2027-01-01', '2027-01-02'])],
    'customer_ids: expected a text or a number, got nothing (row 2)',
    'customer_ids：应为文本或数字，实际为 空白（第 2 行）',
  ],
  [
    'REPURCHASE_RATE',
    [column(['A', 'B']), column(['2027-01-01'])],
    'purchase_dates: has 1 cells where customer_ids has 2; both must have the same number',
    'purchase_dates：有 1 个单元格，而 customer_ids 有 2 个；两者个数必须相同',
  ],
  [
    'REPURCHASE_RATE',
    [column(['A']), column(['2027-01-01']), 30],
    'window_days: no customer’s window of 30 days had ended',
    'window_days：还没有顾客满 30 天',
  ],
  [
    'REPURCHASE_RATE',
    [column(['A']), column(['2027-01-01']), '', '2026-01-01'],
    'purchase_dates: no purchase to count',
    'purchase_dates：没有可统计的购买记录',
  ],
  [
    'PERIOD_REPURCHASE_RATE',
    [column(['A']), column(['2027-01-01']), '2026-06-01', '2026-01-01'],
    'to: expected a date not before from (2026-06-01), got 2026-01-01',
    'to：不应早于 from（2026-06-01），实际为 2026-01-01',
  ],
  [
    'PERIOD_REPURCHASE_RATE',
    [column(['A']), column(['2027-01-01']), '2026-01-01', '2026-06-01'],
    'purchase_dates: no purchase to count',
    'purchase_dates：没有可统计的购买记录',
  ],
  [
    'CERT_COVERAGE',
    [column([48, 51]), 50],
    'certified: expected at most in_post (50), got 51 (row 2)',
    'certified：不应超过 in_post（50），实际为 51（第 2 行）',
  ],
  [
    'RETENTION_RATE',
    [5, 6],
    'left: expected at most opening_staff (5), got 6',
    'left：不应超过 opening_staff（5），实际为 6',
  ],
  [
    'TIME_PROGRESS',
    ['2027-02-14', '2027-01-15'],
    'year_start: expected the first day of a month, got "2027-01-15"',
    'year_start：应为某月的第一天，实际为 "2027-01-15"',
  ],
  [
    'TIME_PROGRESS',
    ['2027-02-14', '2027-01-01', [Array(12).fill(0)]],
    'season_index: expected at least one weight above 0',
    'season_index：至少要有一个大于 0 的权重',
  ],
  [
    'RUN_RATE_FORECAST',
    [300, 0],
    'progress: expected a rate above 0 and at most 100%, got 0',
    'progress：应为大于 0 且不超过 100% 的比率，实际为 0',
  ],
  [
    'PACE_STATUS',
    [300, 1000, 0.3, 0.8],
    'amber: expected at most green (0.8), got 0.9',
    'amber：不应超过 green（0.8），实际为 0.9',
  ],
  [
    'PACE_STATUS',
    [300, 1000, 0.3, '', '', [['good', 'bad']]],
    'labels: expected rows of 3 cells, got 1 rows × 2 columns',
    'labels：每行应为 3 个单元格，实际为 1 行 × 2 列',
  ],
  [
    'COVERED_TARGET',
    [[flat, flat], [flat], [flat, [...flat.slice(1), 'none']]],
    'actuals: expected a number, got "none" (row 2, column 12)',
    'actuals：应为数字，实际为 "none"（第 2 行第 12 列）',
  ],
  [
    'COVERED_TARGET',
    [[[...flat.slice(1), '']], [flat], [flat]],
    'targets: expected a number of 0 or more, got nothing (column 12)',
    'targets：应为不小于 0 的数字，实际为 空白（第 12 列）',
  ],
  [
    'COVERED_TARGET',
    [[flat], [[...flat.slice(1), 15]], [flat]],
    'elapsed: expected a share from 0 to 100%, got 15 (column 12)',
    'elapsed：应为 0 到 100% 的占比，实际为 15（第 12 列）',
  ],
  [
    'ACHIEVEMENT',
    [100, -1],
    'covered_target: expected a number of 0 or more, got -1',
    'covered_target：应为不小于 0 的数字，实际为 -1',
  ],
  [
    'REQUIRED_RATE',
    [column([1200, 1200]), 340, column([350, 1300])],
    'elapsed_target: expected at most annual_target (1200), got 1300 (row 2)',
    'elapsed_target：不应超过 annual_target（1200），实际为 1300（第 2 行）',
  ],
  [
    'NEEDED_PER_DAY',
    [1200, 340, 0, 12.5],
    'days_left: expected a whole number of 0 or more, got 12.5',
    'days_left：应为不小于 0 的整数，实际为 12.5',
  ],
  [
    'FORECAST_YEAR',
    [3, [flat], [flat], [flat]],
    'method: expected 0 (at plan), 1 (season) or 2 (recent months), got 3',
    'method：应为 0（按计划）、1（季节）或 2（近三月），实际为 3',
  ],
  [
    'VARIANCE_PARTS',
    [[[8, 100]], [[5, '']]],
    'after: expected a number, got nothing (column 2)',
    'after：应为数字，实际为 空白（第 2 列）',
  ],
  [
    'MIX_EFFECTS',
    [column([1, 2]), column([10, '']), column([1, 2]), column([10, 20])],
    'rates_before: expected a number, got nothing (row 2)',
    'rates_before：应为数字，实际为 空白（第 2 行）',
  ],
])('%s(%j)', (name, args, english, chinese) => {
  expect(message('en', name, ...args)).toBe(english);
  expect(message('zh', name, ...args)).toBe(chinese);
});

test('a long text is quoted in part', () => {
  expect(message('en', 'STORE_TARGET', 'x'.repeat(500), 0, 12)).toBe(
    `baseline: expected a number of 0 or more, got "${'x'.repeat(29)}…"`,
  );
});

test('each sentence has the same places to fill in both languages', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const chinese: Readonly<Record<string, string>> = { ...zh.faults, ...zh.positions };
  for (const [code, sentence] of Object.entries({ ...en.faults, ...en.positions })) {
    expect([code, places(chinese[code] ?? '')]).toEqual([code, places(sentence)]);
  }
});

describe('the workbook’s language', () => {
  let asked = 0;
  const services = (locale: string) => ({
    SpreadsheetApp: {
      getActive: () => ({
        getSpreadsheetLocale: () => {
          asked += 1;
          return locale;
        },
      }),
    },
  });

  afterEach(() => {
    asked = 0;
    Reflect.deleteProperty(globalThis, 'SpreadsheetApp');
  });

  test.each([
    ['zh_CN', '应为'],
    ['zh_TW', '应为'],
    ['en_US', 'expected'],
    ['de_DE', 'expected'],
  ])('in a workbook of locale %s an error says "%s"', (locale, word) => {
    Object.assign(globalThis, services(locale));
    expect(() => callCell('AVG_STORE_BASELINE', [1, 0, 1])).toThrow(word);
    expect(asked).toBe(1);
  });

  test('is not asked for when there is nothing to say', () => {
    Object.assign(globalThis, services('zh_CN'));
    for (const { name, help } of described) callCell(name, help.example.args);
    expect(asked).toBe(0);
  });

  test('is English where there is no workbook', () => {
    expect(() => callCell('AVG_STORE_BASELINE', [1, 0, 1])).toThrow(
      'store_count: expected a whole number above 0, got 0',
    );
  });
});
