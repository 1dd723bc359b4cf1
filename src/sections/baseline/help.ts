import type { HelpOf } from '../../model/help';
import type { baselineCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const baselineHelp: HelpOf<typeof baselineCells> = {
  AVG_STORE_BASELINE: {
    text: {
      zh: '去年平均单店业绩 = 去年总业绩 ÷ 门店数 ÷ 平均单店营业时间',
      en: 'Last year’s average store performance: total sales ÷ stores ÷ average operating time',
    },
    args: {
      total_sales: { zh: '去年总业绩', en: 'last year’s total sales' },
      store_count: { zh: '已有门店数量', en: 'number of stores' },
      avg_operating_time: { zh: '平均单店营业时间（月）', en: 'average operating time of a store, in months' },
    },
    result: { zh: '每店每月的业绩', en: 'sales of a store in a month' },
    example: { args: [12_000_000, 20, 10], result: 60_000 },
  },
  BASELINE_FROM_STORES: {
    text: {
      zh: '由门店表求月均单店业绩 = Σ 业绩 ÷ Σ 营业月',
      en: 'The baseline from a list of stores: Σ sales ÷ Σ months open',
    },
    args: {
      sales: { zh: '各店去年业绩', en: 'last year’s sales of each store' },
      times: { zh: '各店去年营业月', en: 'months each store was open last year' },
    },
    result: { zh: '每店每月的业绩', en: 'sales of a store in a month' },
    example: {
      args: [
        [[120], [42], [18]],
        [[12], [6], [3]],
      ],
      result: 8.571428571,
    },
  },
  REQUIRED_GROWTH: {
    text: {
      zh: '平均单店须增长多少 = 目标 ÷（月均单店业绩 × 营业月）− 1',
      en: 'How much the average store must grow: target ÷ (baseline × operating time) − 1',
    },
    args: {
      target: { zh: '业绩目标', en: 'sales target' },
      baseline: { zh: '月均单店业绩', en: 'sales of a store in a month' },
      operating_time: { zh: '营业月（多店为店月合计）', en: 'months open; of several stores, store-months' },
    },
    result: { zh: '增长率（0.1 即 10%）', en: 'growth, 0.1 for 10%' },
    example: { args: [99_282_857.142857, 128_571.428571, 702], result: 0.1 },
  },
};
