import { memberSales } from '../../maths/memberSales';
import { type Purchases, periodRepurchase, repurchase } from '../../maths/repurchase';
import { type List, list, one, optional, perRow, positionIn } from '../../model/arguments';
import { type CellFunction, cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { atLeast0, count, countAbove0, date, id } from '../../model/reader';
import { isoDate } from '../../model/value';

const customerIds = list(id, 'customer_ids', {
  zh: '顾客编号，每次购买一行',
  en: 'who bought, a row for each purchase',
});
const purchaseDates = list(date, 'purchase_dates', { zh: '购买日期', en: 'when they bought' });

/** The cell functions of this part. */
export const membersCells: readonly CellFunction[] = [
  cellFunction({
    name: 'REPURCHASE_RATE',
    text: {
      zh: '复购率：首次购买后 N 天内再次购买（另一天）的顾客 ÷ 观察期已满 N 天的顾客；不给天数则为两天及以上购买 ÷ 全部',
      en: 'Repurchase rate: customers whose second purchase day came within N days of the first ÷ customers seen for N days; without N, those who bought on two days or more ÷ all',
    },
    args: [
      customerIds,
      purchaseDates,
      optional.one(countAbove0, 'window_days', { zh: '天数 N；空白为不限', en: 'N days; no limit if left out' }),
      optional.one(date, 'as_of', {
        zh: '统计截至日，之后的购买不计；默认最后一次购买的日期',
        en: 'purchases after it are not seen; the latest date given if left out',
      }),
    ],
    result: { zh: '复购率', en: 'a rate, 0 to 1' },
    example: {
      args: [
        [['A'], ['A'], ['B'], ['C'], ['C'], ['D']],
        [['2027-01-01'], ['2027-01-20'], ['2027-01-05'], ['2027-02-01'], ['2027-04-15'], ['2027-04-30']],
        30,
      ],
      result: 0.333333333,
    },
    compute: (customers, dates, windowDays, asOf) => {
      const counted = repurchase(purchases(customers, dates), windowDays, asOf);
      if (counted.customers === 0 && windowDays !== null) {
        throw new PlanError('noWindowEnded', { argument: 'window_days', days: windowDays });
      }
      if (counted.customers === 0) throw new PlanError('noCustomers', { argument: 'purchase_dates' });
      return counted.again / counted.customers;
    },
  }),
  cellFunction({
    name: 'PERIOD_REPURCHASE_RATE',
    text: {
      zh: '期间复购率 = 期内两天及以上购买的顾客 ÷ 期内购买的顾客',
      en: 'Repurchase rate of a period: customers who bought on two days or more within it ÷ customers who bought within it',
    },
    args: [
      customerIds,
      purchaseDates,
      one(date, 'from', { zh: '期间首日', en: 'first day of the period' }),
      one(date, 'to', { zh: '期间末日（含）', en: 'last day of the period, included' }),
    ],
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
    compute: (customers, dates, from, to) => {
      if (to < from) {
        throw new PlanError('endBeforeStart', {
          argument: 'to',
          other: 'from',
          least: isoDate(from),
          got: isoDate(to),
        });
      }
      const counted = periodRepurchase(purchases(customers, dates), from, to);
      if (counted.customers === 0) throw new PlanError('noCustomers', { argument: 'purchase_dates' });
      return counted.again / counted.customers;
    },
  }),
  cellFunction({
    name: 'MEMBER_SALES',
    text: { zh: '会员业绩 = 活跃会员 × 活跃人均消费', en: 'Member sales: active members × sales per active member' },
    args: [
      perRow(count, 'active_members', { zh: '活跃会员（12 个月内有购买）', en: 'members who bought within 12 months' }),
      perRow(atLeast0, 'sales_per_active_member', { zh: '活跃会员人均消费', en: 'what each of them spends' }),
    ],
    result: { zh: '会员业绩', en: 'sales' },
    example: { args: [1200, 850], result: 1_020_000 },
    compute: memberSales,
  }),
];

/** Purchases without the rows that are blank in both; a customer without a date, or a date without a customer, is a fault. */
function purchases(customers: List<string>, dates: List<number>): Purchases {
  if (customers.values.length !== dates.values.length) {
    throw new PlanError('lengths', {
      argument: 'purchase_dates',
      count: dates.values.length,
      other: 'customer_ids',
      otherCount: customers.values.length,
    });
  }
  const bought: { readonly customers: string[]; readonly days: number[] } = { customers: [], days: [] };
  for (const [index, customer] of customers.values.entries()) {
    const day = dates.values[index] ?? null;
    if (customer === null && day === null) continue;
    if (customer === null) {
      throw new PlanError(id.fault, { argument: 'customer_ids', got: null, ...positionIn(customers, index) });
    }
    if (day === null) {
      throw new PlanError(date.fault, { argument: 'purchase_dates', got: null, ...positionIn(dates, index) });
    }
    bought.customers.push(customer);
    bought.days.push(day);
  }
  return bought;
}
