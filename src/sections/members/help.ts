import type { HelpOf } from '../../model/help';
import type { membersCells } from './cells';

const customerIds = { zh: '顾客编号，每次购买一行', en: 'who bought, a row for each purchase' };

const purchaseDates = { zh: '购买日期', en: 'when they bought' };

/** What the cell functions of this part are for, in words. */
export const membersHelp: HelpOf<typeof membersCells> = {
  REPURCHASE_RATE: {
    text: {
      zh: '复购率：首次购买后 N 天内再次购买（另一天）的顾客 ÷ 观察期已满 N 天的顾客；不给天数则为两天及以上购买 ÷ 全部',
      en: 'Repurchase rate: customers whose second purchase day came within N days of the first ÷ customers seen for N days; without N, those who bought on two days or more ÷ all',
    },
    args: {
      customer_ids: customerIds,
      purchase_dates: purchaseDates,
      '[window_days]': { zh: '天数 N；空白为不限', en: 'N days; no limit if left out' },
      '[as_of]': {
        zh: '统计截至日，之后的购买不计；默认最后一次购买的日期',
        en: 'purchases after it are not seen; the latest date given if left out',
      },
    },
    result: { zh: '复购率', en: 'a rate, 0 to 1' },
    example: {
      args: [
        [['A'], ['A'], ['B'], ['C'], ['C'], ['D']],
        [['2027-01-01'], ['2027-01-20'], ['2027-01-05'], ['2027-02-01'], ['2027-04-15'], ['2027-04-30']],
        30,
      ],
      result: 0.333333333,
    },
  },
  PERIOD_REPURCHASE_RATE: {
    text: {
      zh: '期间复购率 = 期内两天及以上购买的顾客 ÷ 期内购买的顾客',
      en: 'Repurchase rate of a period: customers who bought on two days or more within it ÷ customers who bought within it',
    },
    args: {
      customer_ids: customerIds,
      purchase_dates: purchaseDates,
      from: { zh: '期间首日', en: 'first day of the period' },
      to: { zh: '期间末日（含）', en: 'last day of the period, included' },
    },
    result: { zh: '复购率', en: 'a rate, 0 to 1' },
    example: {
      args: [
        [['A'], ['A'], ['B'], ['C']],
        [['2027-01-01'], ['2027-03-20'], ['2027-01-05'], ['2027-07-01']],
        '2027-01-01',
        '2027-06-30',
      ],
      result: 0.5,
    },
  },
  MEMBER_SALES: {
    text: { zh: '会员业绩 = 活跃会员 × 活跃人均消费', en: 'Member sales: active members × sales per active member' },
    args: {
      active_members: { zh: '活跃会员（12 个月内有购买）', en: 'members who bought within 12 months' },
      sales_per_active_member: { zh: '活跃会员人均消费', en: 'what each of them spends' },
    },
    result: { zh: '会员业绩', en: 'sales' },
    example: { args: [1200, 850], result: 1_020_000 },
  },
};
