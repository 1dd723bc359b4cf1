import { averageStore } from '../../maths/averageStore';
import { requiredGrowth } from '../../maths/requiredGrowth';
import { storeMonthMean } from '../../maths/storeMonthMean';
import { type List, list, perRow, positionIn } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { above0, atLeast0, countAbove0, number } from '../../model/reader';

/** The cell functions of this part. */
export const baselineCells = [
  cellFunction({
    name: 'AVG_STORE_BASELINE',
    args: [perRow(atLeast0, 'total_sales'), perRow(countAbove0, 'store_count'), perRow(above0, 'avg_operating_time')],
    compute: averageStore,
  }),
  cellFunction({
    name: 'BASELINE_FROM_STORES',
    args: [list(atLeast0, 'sales'), list(atLeast0, 'times')],
    compute: (sales, times) => {
      const pairs = storeMonths(sales, times);
      return storeMonthMean(pairs.sales, pairs.times);
    },
  }),
  cellFunction({
    name: 'REQUIRED_GROWTH',
    args: [perRow(number, 'target'), perRow(above0, 'baseline'), perRow(above0, 'operating_time')],
    compute: requiredGrowth,
  }),
] as const;

/** The stores’ figures without the rows that are blank in both; months without sales, and sales without months, are faults. */
function storeMonths(sales: List<number>, times: List<number>): { readonly sales: number[]; readonly times: number[] } {
  if (sales.values.length !== times.values.length) {
    throw new PlanError('lengths', {
      argument: 'times',
      count: times.values.length,
      other: 'sales',
      otherCount: sales.values.length,
    });
  }
  const pairs: { readonly sales: number[]; readonly times: number[] } = { sales: [], times: [] };
  for (const [index, sold] of sales.values.entries()) {
    const time = times.values[index] ?? null;
    if (sold !== null && !time) {
      throw new PlanError('salesWithoutTime', { argument: 'times', got: time, ...positionIn(times, index) });
    }
    if (sold === null && time) {
      throw new PlanError('timeWithoutSales', { argument: 'sales', got: null, ...positionIn(sales, index) });
    }
    if (sold === null || time === null) continue;
    pairs.sales.push(sold);
    pairs.times.push(time);
  }
  return pairs;
}
