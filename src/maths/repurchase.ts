import type { Day } from './day';

/** Who bought, and on which day: two lists of the same length. */
export interface Purchases {
  readonly customers: readonly string[];
  readonly days: readonly Day[];
}

/** How many customers bought again, and out of how many. */
export interface Repurchase {
  readonly again: number;
  readonly customers: number;
}

/**
 * Customers whose second purchase day is at most `windowDays` after their first, out of those whose window had ended by
 * `asOf`; purchases after it are not seen. Without a window: who bought on two days or more, out of all.
 */
export function repurchase(purchases: Purchases, windowDays: number | null, asOf: Day | null): Repurchase {
  const last = asOf ?? latest(purchases.days);
  let again = 0;
  let customers = 0;
  for (const { first, second } of firstDays(purchases, Number.NEGATIVE_INFINITY, last).values()) {
    if (windowDays !== null && first + windowDays > last) continue;
    customers += 1;
    if (second - first <= (windowDays ?? last - first)) again += 1;
  }
  return { again, customers };
}

/** Customers who bought on two days or more from `from` to `to`, both included, out of those who bought within. */
export function periodRepurchase(purchases: Purchases, from: Day, to: Day): Repurchase {
  let again = 0;
  const customers = firstDays(purchases, from, to);
  for (const { second } of customers.values()) if (second <= to) again += 1;
  return { again, customers: customers.size };
}

interface FirstDays {
  first: Day;
  /** The first other day; infinite without one. */
  second: Day;
}

/** The first two days on which each customer bought within the period. */
function firstDays({ customers, days }: Purchases, from: Day, to: Day): ReadonlyMap<string, FirstDays> {
  const known = new Map<string, FirstDays>();
  for (let index = 0; index < customers.length; index += 1) {
    const customer = customers[index];
    const day = days[index];
    if (customer === undefined || day === undefined || day < from || day > to) continue;
    const seen = known.get(customer);
    if (seen === undefined) known.set(customer, { first: day, second: Number.POSITIVE_INFINITY });
    else if (day < seen.first) {
      seen.second = seen.first;
      seen.first = day;
    } else if (day > seen.first && day < seen.second) seen.second = day;
  }
  return known;
}

function latest(days: readonly Day[]): Day {
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) if (day > last) last = day;
  return last;
}
