import type { Field } from '../../model/field';
import { copyId, imported } from '../../model/imported';
import type { Closes } from '../../model/sold';

/** Figures of the monthly report that a month is closed with, by their names in its months; each by its kind. */
export const reported = {
  allDue: 'money',
  allCovered: 'money',
  allActual: 'money',
  franchisedCovered: 'money',
  franchisedActual: 'money',
  selfOperatedCovered: 'money',
  selfOperatedActual: 'money',
  openedCovered: 'money',
  openedActual: 'money',
  yearDue: 'money',
  yearCovered: 'money',
  yearActual: 'money',
  yearForecast: 'money',
  yearSigned: 'money',
  yearWorking: 'money',
  yearCompany: 'money',
  storesOpened: 'count',
  storesRed: 'count',
  actionsOverdue: 'count',
  franchisedDue: 'money',
  selfOperatedDue: 'money',
  openedDue: 'money',
  monthOnYear: 'growth',
  franchisedYearDue: 'money',
  franchisedYearCovered: 'money',
  franchisedYearActual: 'money',
  selfOperatedYearDue: 'money',
  selfOperatedYearCovered: 'money',
  selfOperatedYearActual: 'money',
  openedYearDue: 'money',
  openedYearCovered: 'money',
  openedYearActual: 'money',
  franchisedYearOnYear: 'growth',
  selfOperatedYearOnYear: 'growth',
  yearOnYear: 'growth',
  forecastAtPlan: 'money',
  forecastSeason: 'money',
  forecastRecent: 'money',
  requiredRate: 'rate',
  perDay: 'money',
  storesRedTwice: 'count',
  openingsAgreed: 'count',
  openingsToCome: 'count',
  openingsPlanned: 'count',
  entryRate: 'rate',
  conversionRate: 'rate',
  attachRate: 'decimal',
  unitPrice: 'price',
  ratesSales: 'money',
  ratesTarget: 'money',
  ratesUplift: 'money',
  memberSales: 'money',
  memberTarget: 'money',
  repurchaseRate: 'rate',
  certifiedRate: 'rate',
  supervisors: 'count',
  supervisorsNeeded: 'count',
  expansionStaff: 'count',
} as const satisfies Readonly<Record<string, Field['kind']>>;

export type Reported = keyof typeof reported;

const keptId = (id: string): string => `${id}Then`;

/** They stand as values beside the closing, and are shown in the history of the reports. */
const pairs = Object.entries(reported).map(([id, kind]) => imported(keptId(id), kind, { hidden: true }));
export const thens: readonly Field[] = pairs.map(([field]) => field);
export const thenCopies: readonly Field[] = pairs.map(([, copy]) => copy);

export const keeps: Closes['keeps'] = Object.keys(reported).map((id) => ({
  field: keptId(id),
  of: `reviewMonths.${id}`,
}));

/** The words of each, and of its copy. */
export function keptWords(
  labels: Readonly<Record<Reported, string>>,
  atClosing: (label: string) => string,
  written: (label: string) => string,
): Readonly<Record<string, { readonly label: string }>> {
  const words = Object.entries(labels).flatMap(([id, label]) => {
    const then = atClosing(label);
    return [
      [keptId(id), { label: then }],
      [copyId(keptId(id)), { label: written(then) }],
    ] as const;
  });
  return Object.fromEntries(words);
}
