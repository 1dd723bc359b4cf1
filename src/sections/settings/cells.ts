import { paceStatus, runRateForecast, timeProgress } from '../../maths/pace';
import { phaseTarget } from '../../maths/phaseTarget';
import { seasonIndex } from '../../maths/seasonIndex';
import { commonRow, optional, perRow, rowsOf } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { partsOf } from '../../model/parts';
import { above0, atLeast0, date, id, monthStart, number, rate } from '../../model/reader';

/** Twelve months of the same weight. */
const evenYear: readonly number[] = Array(12).fill(1);

/** In the order of PACE_STATUS’s labels. */
const statuses = ['green', 'amber', 'red'] as const;

/** The cell functions of this part. */
export const settingsCells = [
  cellFunction({
    name: 'SEASON_INDEX',
    args: [rowsOf(atLeast0, 12, 'monthly_sales')],
    compute: (monthlySales) => seasonIndex(completeYears(monthlySales)),
  }),
  cellFunction({
    name: 'PHASE_TARGET',
    args: [perRow(atLeast0, 'annual_target'), commonRow(atLeast0, 12, 'season_index'), optional.perRow(above0, 'unit')],
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
    args: [perRow(date, 'as_of'), perRow(monthStart, 'year_start'), optional.commonRow(atLeast0, 12, 'season_index')],
    compute: (asOf, yearStart, index) => {
      if (index?.every((weight) => weight === 0)) throw new PlanError('noWeight', { argument: 'season_index' });
      return timeProgress(asOf, yearStart, index ?? evenYear);
    },
  }),
  cellFunction({
    name: 'RUN_RATE_FORECAST',
    args: [perRow(number, 'actual_to_date'), perRow(rate, 'progress')],
    compute: runRateForecast,
  }),
  cellFunction({
    name: 'PACE_STATUS',
    args: [
      perRow(number, 'actual'),
      perRow(above0, 'target'),
      perRow(rate, 'progress'),
      optional.perRow(atLeast0, 'green'),
      optional.perRow(atLeast0, 'amber'),
      optional.commonRow(id, 3, 'labels'),
    ],
    compute: (actual, target, progress, green, amber, labels) => {
      const lines = { green: green ?? 1, amber: amber ?? 0.9 };
      if (lines.amber > lines.green) {
        throw new PlanError('aboveOther', { argument: 'amber', got: lines.amber, other: 'green', most: lines.green });
      }
      const status = paceStatus(actual, target, progress, lines.green, lines.amber);
      return labels?.[statuses.indexOf(status)] ?? status;
    },
  }),
] as const;

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
