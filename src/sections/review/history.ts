import { computed, type Field } from '../../model/field';
import { blankIf, blankUnless } from '../../model/formulas';
import type { Highlight } from '../../model/tab';
import { monthRows } from './months';

type Width = Pick<Field, 'width'>;

/** A figure of each month’s own row. */
function byRow(id: string, kind: Field['kind'], figure: (row: string) => string, more: Width = {}): Field {
  return computed(id, kind, '""', {
    afterSaving: true,
    ...more,
    rows: Object.fromEntries(monthRows.map((row) => [row, { role: 'computed', formula: figure(row) } as const])),
  });
}

/** A value that the month was closed with: it stands beside its closing, and nothing that comes later changes it. */
const then = (id: string, kind: Field['kind'], of = `${id}Then`, more: Width = {}): Field =>
  byRow(id, kind, (row) => blankUnless([`{closings.${row}.${of}}`], `{closings.${row}.${of}}`), more);

const share = (id: string, part: string, whole: string, more: Width = { width: 112 }): Field =>
  byRow(
    id,
    'rate',
    () => blankIf(`OR(COUNT({${part}},{${whole}})<2,ROUND(SUM({${whole}}),6)=0)`, `{${part}}/{${whole}}`),
    more,
  );

const less = (id: string, figure: string, other: string, more: Width = {}): Field =>
  byRow(id, 'money', () => blankUnless([`{${figure}}`, `{${other}}`], `{${figure}}-{${other}}`), more);

/** What the report holds against last year: of the month all stores, of the year ownerships as well. */
export const comparedOnYear: ReadonlySet<string> = new Set(['month', 'year', 'franchisedYear', 'selfOperatedYear']);

/** How a group stood, in the columns of the report. */
function standing(group: string, of = group): readonly Field[] {
  const [due, covered, actual] = [`${group}Due`, `${group}Covered`, `${group}Actual`];
  // Heads that name a group and the year take two lines.
  const more = group.endsWith('Year') ? { width: 136 } : undefined;
  return [
    then(due, 'money', `${of}DueThen`, more),
    then(covered, 'money', `${of}CoveredThen`, more),
    then(actual, 'money', `${of}ActualThen`, more),
    share(`${group}Achievement`, actual, covered, more),
    less(`${group}Gap`, actual, covered, more),
    ...(comparedOnYear.has(group) ? [then(`${group}OnYear`, 'growth', `${group}OnYearThen`, more)] : []),
    share(`${group}Coverage`, covered, due, more),
  ];
}

/** What the report said of each month when it was closed, and by how much the month has been corrected since. */
export const reportHistory: readonly Field[] = [
  then('closedOn', 'date', 'closedOn'),
  then('reopenedOn', 'date', 'reopenedOn'),
  // Where data are said to reach less far than when it was closed, nothing of it is known to be corrected.
  byRow('correctedSince', 'money', (row) =>
    blankIf(
      `OR(COUNT({monthActual})=0,SUM({followUpTerms.elapsed.${row.slice(1)}})=0)`,
      `ROUND(SUM({reviewMonths.${row}.allActual})-{monthActual},6)`,
    ),
  ),
  ...standing('month', 'all'),
  ...standing('franchised'),
  ...standing('selfOperated'),
  ...standing('opened'),
  ...standing('year'),
  ...standing('franchisedYear'),
  ...standing('selfOperatedYear'),
  ...standing('openedYear'),
  then('forecastAtPlan', 'money'),
  then('forecastSeason', 'money'),
  then('forecastRecent', 'money'),
  then('yearForecast', 'money'),
  then('yearSigned', 'money'),
  then('yearWorking', 'money'),
  then('yearCompany', 'money'),
  then('requiredRate', 'rate'),
  then('perDay', 'money'),
  less('forecastLessSigned', 'yearForecast', 'yearSigned'),
  less('forecastLessWorking', 'yearForecast', 'yearWorking'),
  less('forecastLessCompany', 'yearForecast', 'yearCompany'),
  then('storesRed', 'count'),
  then('storesRedTwice', 'count'),
  then('openingsAgreed', 'count'),
  then('storesOpened', 'count'),
  then('openingsToCome', 'count'),
  then('openingsPlanned', 'count'),
  then('entryRate', 'rate'),
  then('conversionRate', 'rate'),
  then('attachRate', 'decimal'),
  then('unitPrice', 'price'),
  then('ratesSales', 'money'),
  then('ratesTarget', 'money'),
  then('ratesUplift', 'money'),
  then('memberSales', 'money'),
  then('memberTarget', 'money'),
  then('repurchaseRate', 'rate'),
  then('certifiedRate', 'rate'),
  then('supervisors', 'count'),
  then('supervisorsNeeded', 'count'),
  then('expansionStaff', 'count'),
  then('actionsOverdue', 'count'),
];

/** Where its pages are parted, and how a form folds it. */
export const historyGroups: readonly { readonly id: string; readonly from: string }[] = [
  { id: 'closing', from: 'closedOn' },
  ...['month', 'franchised', 'selfOperated', 'opened', 'year', 'franchisedYear', 'selfOperatedYear', 'openedYear'].map(
    (id) => ({ id, from: `${id}Due` }),
  ),
  { id: 'forecast', from: 'forecastAtPlan' },
  { id: 'stores', from: 'storesRed' },
  { id: 'rates', from: 'entryRate' },
  { id: 'people', from: 'memberSales' },
];

export const historyHighlights: readonly Highlight[] = [
  {
    fields: ['correctedSince', 'monthActual'],
    formula: 'AND(ISNUMBER({correctedSince}),ROUND({correctedSince},2)<>0)',
    look: 'bad',
  },
  { fields: ['reopenedOn'], formula: 'ISNUMBER({reopenedOn})', look: 'warn' },
];
