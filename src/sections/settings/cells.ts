import { paceStatus, runRateForecast, timeProgress } from '../../maths/pace';
import { phaseTarget } from '../../maths/phaseTarget';
import { seasonIndex } from '../../maths/seasonIndex';
import { optional, perRow, rowOf, rowsOf } from '../../model/arguments';
import { type CellFunction, cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { partsOf } from '../../model/parts';
import { above0, atLeast0, date, id, monthStart, number, rate } from '../../model/reader';

/** Twelve months of the same weight. */
const evenYear: readonly number[] = Array(12).fill(1);

/** In the order of PACE_STATUS’s labels. */
const statuses = ['green', 'amber', 'red'] as const;

/** The cell functions of this part. */
export const settingsCells: readonly CellFunction[] = [
  cellFunction({
    name: 'SEASON_INDEX',
    text: {
      zh: '季节指数：各月占全年的比重 × 12，取各年平均；不满十二个月的年份不计',
      en: 'Season index: each month’s share of its year × 12, averaged over the years; incomplete years are left out',
    },
    args: [
      rowsOf(number, 12, 'monthly_sales', {
        zh: '历史月销售，一年一行，十二列',
        en: 'sales of the past, a row for each year, twelve columns',
      }),
    ],
    result: { zh: '十二个月的指数，合计为 12', en: 'twelve months, adding up to 12' },
    example: {
      args: [
        [
          [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
          [5, 5, 5, 5, 10, 10, 10, 10, 15, 15, 15, 15],
        ],
      ],
      result: [[0.75, 0.75, 0.75, 0.75, 1, 1, 1, 1, 1.25, 1.25, 1.25, 1.25]],
    },
    compute: (monthlySales) => seasonIndex(completeYears(monthlySales)),
  }),
  cellFunction({
    name: 'PHASE_TARGET',
    text: {
      zh: '把年度目标按季节指数分到十二个月，合计恰等于年度目标',
      en: 'A year’s target over twelve months by the season index, adding up to it exactly',
    },
    args: [
      perRow(atLeast0, 'annual_target', { zh: '年度目标', en: 'the year’s target' }),
      rowOf(atLeast0, 12, 'season_index', {
        zh: '季节指数，共用一行，或每个目标一行',
        en: 'season index of twelve months: one row for all, or a row for each target',
      }),
      optional.perRow(above0, 'unit', { zh: '单位，默认 1', en: 'each month is a multiple of it; 1 if left out' }),
    ],
    result: { zh: '每个目标一行，十二个月', en: 'a row of twelve months for each target' },
    example: {
      args: [1200, [[0.75, 0.75, 0.75, 0.75, 1, 1, 1, 1, 1.25, 1.25, 1.25, 1.25]]],
      result: [[75, 75, 75, 75, 100, 100, 100, 100, 125, 125, 125, 125]],
    },
    compute: (annualTarget, index, unit) =>
      partsOf(phaseTarget(annualTarget, index, unit ?? 1), {
        total: 'annual_target',
        weights: 'season_index',
        amount: annualTarget,
        unit: unit ?? 1,
      }),
  }),
  cellFunction({
    name: 'TIME_PROGRESS',
    text: {
      zh: '时间进度：截至某日（含）已过去的全年权重占比，月内按天均摊',
      en: 'Time progress: share of the year’s weight gone by the end of a day, evenly within a month',
    },
    args: [
      perRow(date, 'as_of', { zh: '截至日', en: 'the day' }),
      perRow(monthStart, 'year_start', {
        zh: '年度首日（某月 1 日）',
        en: 'first day of the year, the first of a month',
      }),
      optional.rowOf(atLeast0, 12, 'season_index', {
        zh: '季节指数，默认各月相同',
        en: 'season index of twelve months; the same each if left out',
      }),
    ],
    result: { zh: '进度（0–1）', en: 'a share, 0 to 1' },
    example: { args: ['2027-02-14', '2027-01-01'], result: 0.125 },
    compute: (asOf, yearStart, index) => {
      if (index?.every((weight) => weight === 0)) throw new PlanError('noWeight', { argument: 'season_index' });
      return timeProgress(asOf, yearStart, index ?? evenYear);
    },
  }),
  cellFunction({
    name: 'RUN_RATE_FORECAST',
    text: {
      zh: '按目前进度推算全年 = 累计实际 ÷ 进度',
      en: 'What the year comes to at this rate: actual to date ÷ progress',
    },
    args: [
      perRow(number, 'actual_to_date', { zh: '累计实际', en: 'actual to date' }),
      perRow(rate, 'progress', { zh: '进度（0–1，不含 0）', en: 'share of the year gone, above 0' }),
    ],
    result: { zh: '全年推算', en: 'the year’s forecast' },
    example: { args: [300_000, 0.25], result: 1_200_000 },
    compute: runRateForecast,
  }),
  cellFunction({
    name: 'PACE_STATUS',
    text: {
      zh: '红黄绿：实际 ÷（目标 × 进度）与两条线相比',
      en: 'On pace or not: actual ÷ (target × progress) against the thresholds',
    },
    args: [
      perRow(number, 'actual', { zh: '累计实际', en: 'actual to date' }),
      perRow(above0, 'target', { zh: '全年目标', en: 'the year’s target' }),
      perRow(rate, 'progress', { zh: '进度（0–1，不含 0）', en: 'share of the year gone, above 0' }),
      optional.perRow(atLeast0, 'green', { zh: '绿线，默认 1', en: 'from here on green; 1 if left out' }),
      optional.perRow(atLeast0, 'amber', { zh: '黄线，默认 0.9', en: 'from here on amber; 0.9 if left out' }),
      optional.rowOf(id, 3, 'labels', {
        zh: '三个标签，默认 green、amber、red',
        en: 'three labels; green, amber, red if left out',
      }),
    ],
    result: { zh: '三个标签之一', en: 'one of the labels' },
    example: { args: [280, 1000, 0.3], result: 'amber' },
    compute: (actual, target, progress, green, amber, labels) => {
      const lines = { green: green ?? 1, amber: amber ?? 0.9 };
      if (lines.amber > lines.green) {
        throw new PlanError('aboveOther', { argument: 'amber', got: lines.amber, other: 'green', most: lines.green });
      }
      const status = paceStatus(actual, target, progress, lines.green, lines.amber);
      return labels?.[statuses.indexOf(status)] ?? status;
    },
  }),
];

/** The years with all twelve months; throws PlanError without any, or if a year’s sales do not add up to more than 0. */
function completeYears(rows: readonly (readonly (number | null)[])[]): number[][] {
  const years: number[][] = [];
  for (const [index, row] of rows.entries()) {
    const months = row.filter((sales) => sales !== null);
    if (months.length < 12) continue;
    const total = months.reduce((sum, sales) => sum + sales, 0);
    if (total <= 0) throw new PlanError('noYearSales', { argument: 'monthly_sales', got: total, row: index + 1 });
    years.push(months);
  }
  if (years.length === 0) throw new PlanError('noCompleteYear', { argument: 'monthly_sales' });
  return years;
}
