import type { HelpOf } from '../../model/help';
import type { storesCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const storesHelp: HelpOf<typeof storesCells> = {
  OPERATING_MONTHS: {
    text: {
      zh: '自年度首日起 12 个月内的营业月数，不足一月按天数折算，开业日与关店日都算',
      en: 'Months open in the 12 months from year_start; a part of a month counts by its days, opening and closing day included',
    },
    args: {
      opened_on: { zh: '开业日；空白为年前已开', en: 'opening date; blank if open from before' },
      year_start: { zh: '年度首日（某月 1 日）', en: 'first day of the year, the first of a month' },
      '[closed_on]': { zh: '关店日；空白为不关店', en: 'closing date; blank if it stays open' },
    },
    result: { zh: '营业月数（0–12）', en: 'months, 0 to 12' },
    example: { args: ['2026-03-16', '2026-01-01'], result: 9.516129032 },
  },
  STORE_TARGET: {
    text: {
      zh: '门店目标 = 月均单店业绩 ×（1 + 增长）× 营业月',
      en: 'A store’s target: baseline × (1 + growth) × operating time',
    },
    args: {
      baseline: { zh: '月均单店业绩', en: 'sales of a store in a month' },
      growth: { zh: '增长率（0.1 或 10%）', en: 'growth, 0.1 or 10%' },
      operating_time: { zh: '今年营业月', en: 'months open this year' },
    },
    result: { zh: '业绩目标', en: 'sales target' },
    example: { args: [60_000, 0.1, 10], result: 660_000 },
  },
  SPREAD_TARGET: {
    text: {
      zh: '把总目标按权重分成若干份，每份为单位的整数倍，合计恰等于总目标（最大余数法）',
      en: 'A total spread by weights into whole units that add up to it exactly (largest remainder)',
    },
    args: {
      total: { zh: '总目标', en: 'the total to spread' },
      weights: { zh: '各份权重', en: 'weight of each part' },
      '[unit]': { zh: '单位，默认 1', en: 'each part is a multiple of it; 1 if left out' },
      '[minimums]': { zh: '各份下限', en: 'least of each part' },
      '[maximums]': { zh: '各份上限', en: 'most of each part' },
    },
    result: { zh: '各份目标，形状与权重相同', en: 'the parts, in the shape of the weights' },
    example: {
      args: [60_000, [[1], [1], [1], [0.8], [0.6]]],
      result: [[13_637], [13_636], [13_636], [10_909], [8_182]],
    },
  },
};
