import type { HelpOf } from '../../model/help';
import type { expansionCells } from './cells';

const stageRates = {
  zh: '各阶段转化率，按先后，如到访、签约、开业',
  en: 'rate of each stage in order, such as visit, signing, opening',
};

/** What the cell functions of this part are for, in words. */
export const expansionHelp: HelpOf<typeof expansionCells> = {
  NEW_STORE_SALES: {
    text: {
      zh: '新开店当年各月业绩：各月开店数按爬坡比例逐月达到成熟月均业绩，开业当月计入',
      en: 'Sales of this year’s openings by month: each opening ramps up to the mature baseline, its opening month included',
    },
    args: {
      monthly_baseline: { zh: '成熟店月均业绩', en: 'sales of a mature store in a month' },
      openings_by_month: { zh: '十二个月的开店数', en: 'openings in each of twelve months' },
      ramp: {
        zh: '爬坡：第 1、2、3……个月占成熟业绩的比例，末值延续',
        en: 'share of the baseline in the 1st, 2nd, 3rd … month; the last goes on',
      },
      '[season_index]': { zh: '季节指数，默认各月为 1', en: 'season index of twelve months; 1 each if left out' },
    },
    result: { zh: '十二个月的业绩', en: 'sales of twelve months' },
    example: {
      args: [60_000, [[0, 0, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0]], [[0.5, 0.7, 0.85, 1]]],
      result: [[0, 0, 30_000, 42_000, 51_000, 120_000, 144_000, 162_000, 180_000, 210_000, 222_000, 231_000]],
    },
  },
  FUNNEL_EXPECTED: {
    text: {
      zh: '漏斗预计：意向客户依次乘以各阶段转化率，不取整',
      en: 'What a funnel is expected to bring: leads × the rate of each stage, unrounded',
    },
    args: {
      leads: { zh: '意向客户数', en: 'number of leads' },
      rates: stageRates,
    },
    result: { zh: '每个阶段之后的数量', en: 'the count after each stage' },
    example: { args: [40, [[0.4, 0.5, 0.75]]], result: [[16, 8, 6]] },
  },
  FUNNEL_REQUIRED: {
    text: {
      zh: '漏斗倒推：要开这么多店，每个阶段开始时至少需要多少（向上取整）',
      en: 'What a funnel must be fed: the whole number needed at the start of each stage for so many openings',
    },
    args: {
      openings: { zh: '目标开店数', en: 'openings to reach' },
      rates: stageRates,
    },
    result: { zh: '每个阶段所需的数量，从第一阶段起', en: 'the number needed at each stage, first stage first' },
    example: { args: [6, [[0.4, 0.5, 0.75]]], result: [[40, 16, 8]] },
  },
};
