import { averageStore } from '../../maths/averageStore';
import { requiredGrowth } from '../../maths/requiredGrowth';
import { storeMonthMean } from '../../maths/storeMonthMean';
import { type List, list, perRow, positionIn } from '../../model/arguments';
import { type CellFunction, cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { above0, atLeast0, countAbove0, number } from '../../model/reader';

/** The cell functions of this part. */
export const baselineCells: readonly CellFunction[] = [
  cellFunction({
    name: 'AVG_STORE_BASELINE',
    text: {
      zh: '去年平均单店业绩 = 去年总业绩 ÷ 门店数 ÷ 平均单店营业时间',
      en: 'Last year’s average store performance: total sales ÷ stores ÷ average operating time',
    },
    args: [
      perRow(atLeast0, 'total_sales', { zh: '去年总业绩', en: 'last year’s total sales' }),
      perRow(countAbove0, 'store_count', { zh: '已有门店数量', en: 'number of stores' }),
      perRow(above0, 'avg_operating_time', {
        zh: '平均单店营业时间（月）',
        en: 'average operating time of a store, in months',
      }),
    ],
    result: { zh: '每店每月的业绩', en: 'sales of a store in a month' },
    example: { args: [12_000_000, 20, 10], result: 60_000 },
    compute: averageStore,
  }),
  cellFunction({
    name: 'BASELINE_FROM_STORES',
    text: {
      zh: '由门店表求月均单店业绩 = Σ 业绩 ÷ Σ 营业月',
      en: 'The baseline from a list of stores: Σ sales ÷ Σ months open',
    },
    args: [
      list(atLeast0, 'sales', { zh: '各店去年业绩', en: 'last year’s sales of each store' }),
      list(atLeast0, 'times', { zh: '各店去年营业月', en: 'months each store was open last year' }),
    ],
    result: { zh: '每店每月的业绩', en: 'sales of a store in a month' },
    example: {
      args: [
        [[120], [42], [18]],
        [[12], [6], [3]],
      ],
      result: 8.571428571,
    },
    compute: (sales, times) => {
      const pairs = storeMonths(sales, times);
      return storeMonthMean(pairs.sales, pairs.times);
    },
  }),
  cellFunction({
    name: 'REQUIRED_GROWTH',
    text: {
      zh: '平均单店须增长多少 = 目标 ÷（月均单店业绩 × 营业月）− 1',
      en: 'How much the average store must grow: target ÷ (baseline × operating time) − 1',
    },
    args: [
      perRow(number, 'target', { zh: '业绩目标', en: 'sales target' }),
      perRow(above0, 'baseline', { zh: '月均单店业绩', en: 'sales of a store in a month' }),
      perRow(above0, 'operating_time', {
        zh: '营业月（多店为店月合计）',
        en: 'months open; of several stores, store-months',
      }),
    ],
    result: { zh: '增长率（0.1 即 10%）', en: 'growth, 0.1 for 10%' },
    example: { args: [99_282_857.142857, 128_571.428571, 702], result: 0.1 },
    compute: requiredGrowth,
  }),
];

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
