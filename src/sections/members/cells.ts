import { memberSales } from '../../maths/memberSales';
import { type Purchases, periodRepurchase, repurchase } from '../../maths/repurchase';
import { type List, list, one, optional, perRow, positionIn } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { atLeast0, count, countAbove0, date, id } from '../../model/reader';
import { isoDate } from '../../model/value';

const customerIds = list(id, 'customer_ids');
const purchaseDates = list(date, 'purchase_dates');

/** The cell functions of this part. */
export const membersCells = [
  cellFunction({
    name: 'REPURCHASE_RATE',
    args: [customerIds, purchaseDates, optional.one(countAbove0, 'window_days'), optional.one(date, 'as_of')],
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
    args: [customerIds, purchaseDates, one(date, 'from'), one(date, 'to')],
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
    args: [perRow(count, 'active_members'), perRow(atLeast0, 'sales_per_active_member')],
    compute: memberSales,
  }),
] as const;

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
