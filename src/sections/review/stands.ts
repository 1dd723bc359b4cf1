import type { Field } from '../../model/field';

/** A figure of another part, by its path. */
interface Stands {
  readonly kind: Field['kind'];
  readonly of: string;
}

/** What the report says of other parts, whatever the month: it stands as it does when the report is read. */
export const stands = {
  yearForecast: { kind: 'money', of: 'followUpSummary.plan.used' },
  yearSigned: { kind: 'money', of: 'followUpSummary.plan.signedYear' },
  yearWorking: { kind: 'money', of: 'followUpSummary.plan.year' },
  yearCompany: { kind: 'money', of: 'settings.companyTarget' },
  forecastAtPlan: { kind: 'money', of: 'followUpSummary.plan.atPlan' },
  forecastSeason: { kind: 'money', of: 'followUpSummary.plan.season' },
  forecastRecent: { kind: 'money', of: 'followUpSummary.plan.recent' },
  requiredRate: { kind: 'rate', of: 'followUpSummary.plan.requiredRate' },
  perDay: { kind: 'money', of: 'followUpSummary.all.perDay' },
  openingsPlanned: { kind: 'count', of: 'expansion.#total.targetOpenings' },
  entryRate: { kind: 'rate', of: 'rates.region.entryNow' },
  conversionRate: { kind: 'rate', of: 'rates.region.conversionNow' },
  attachRate: { kind: 'decimal', of: 'rates.region.attachNow' },
  unitPrice: { kind: 'price', of: 'rates.region.priceNow' },
  ratesSales: { kind: 'money', of: 'rates.region.salesNow' },
  ratesTarget: { kind: 'money', of: 'rates.region.salesTarget' },
  ratesUplift: { kind: 'money', of: 'rates.region.uplift' },
  memberSales: { kind: 'money', of: 'members.memberSales.1' },
  memberTarget: { kind: 'money', of: 'members.memberSales.2' },
  repurchaseRate: { kind: 'rate', of: 'members.repurchaseRate.1' },
  certifiedRate: { kind: 'rate', of: 'staff.#total.coverage' },
  supervisors: { kind: 'count', of: 'headcount.supervisor.current' },
  supervisorsNeeded: { kind: 'count', of: 'headcount.supervisor.needed' },
  expansionStaff: { kind: 'count', of: 'headcount.expansion.current' },
} as const satisfies Readonly<Record<string, Stands>>;
