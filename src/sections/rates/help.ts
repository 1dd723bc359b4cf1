import type { HelpOf } from '../../model/help';
import type { ratesCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const ratesHelp: HelpOf<typeof ratesCells> = {
  RATE_PRICE_SALES: {
    text: {
      zh: '三率一价：月业绩 = 过店客流 × 进店率 × 成交率 × 连带率 × 件单价',
      en: 'Three rates, one price: a month’s sales = traffic × entry × conversion × attach rate × unit price',
    },
    args: {
      traffic: { zh: '月过店客流', en: 'people passing the door in a month' },
      entry_rate: { zh: '进店率', en: 'share of them who come in' },
      conversion_rate: { zh: '成交率', en: 'share of visitors who buy' },
      attach_rate: { zh: '连带率（件/单）', en: 'items per ticket' },
      unit_price: { zh: '件单价', en: 'average price of an item' },
    },
    result: { zh: '月业绩', en: 'sales of a month' },
    example: { args: [200, 0.5, 0.5, 1.5, 200], result: 15_000 },
  },
  RATE_PRICE_EFFECTS: {
    text: {
      zh: '各因素对业绩提升的贡献，合计恰等于提升额（各种先后次序的平均，即 Shapley 值）',
      en: 'Each driver’s part of the change in sales, adding up to it: its change averaged over every order (Shapley)',
    },
    args: {
      now: {
        zh: '现状：客流、进店率、成交率、连带率、件单价',
        en: 'now: traffic, entry, conversion, attach rate, unit price',
      },
      target: { zh: '目标：同样五项', en: 'target: the same five' },
    },
    result: { zh: '每行五项贡献', en: 'a row of five parts' },
    example: {
      args: [[[100, 0.5, 0.5, 1, 100]], [[120, 0.5, 0.5, 1, 110]]],
      result: [[525, 0, 0, 0, 275]],
    },
  },
};
