import { phaseTarget } from '../../maths/phaseTarget';
import { seasonIndex } from '../../maths/seasonIndex';
import { optional, perRow, rowOf, rowsOf } from '../../model/arguments';
import { type CellFunction, cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { partsOf } from '../../model/parts';
import { above0, atLeast0, number } from '../../model/reader';

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
