import { computed, type Field } from '../../model/field';
import { blankIf, blankUnless } from '../../model/formulas';
import { type MonthFigure, monthFigures } from '../../model/monthFigures';
import type { Highlight } from '../../model/tab';
import { bridgeFigures, monthRows } from './months';

type Width = Pick<Field, 'width'>;

/** A figure of each month’s own row. */
function byRow(id: string, kind: Field['kind'], figure: (row: string) => string, more: Width = {}): Field {
  return computed(id, kind, '""', {
    afterSaving: true,
    ...more,
    rows: Object.fromEntries(monthRows.map((row) => [row, { role: 'computed', formula: figure(row) } as const])),
  });
}

/** What stands beside the closing of the month. */
const ofClosing = (id: string, kind: Field['kind'], of: string, more: Width = {}): Field =>
  byRow(id, kind, (row) => blankUnless([`{closings.${row}.${of}}`], `{closings.${row}.${of}}`), more);

/** A figure that the month was closed with: nothing that comes later changes it. */
const then = (figure: MonthFigure, more: Width = {}, id: string = figure): Field =>
  ofClosing(id, monthFigures[figure], `${figure}Then`, more);

const share = (id: string, part: string, whole: string, more: Width = { width: 112 }): Field =>
  byRow(
    id,
    'rate',
    () => blankIf(`OR(COUNT({${part}},{${whole}})<2,ROUND(SUM({${whole}}),6)=0)`, `{${part}}/{${whole}}`),
    more,
  );

const less = (id: string, figure: string, other: string, more: Width = {}): Field =>
  byRow(id, 'money', () => blankUnless([`{${figure}}`, `{${other}}`], `{${figure}}-{${other}}`), more);

type Spanned<End extends string> = Extract<MonthFigure, `${string}${End}`>;
/** Stores whose figures a month is closed with, of the month itself and of the year so far. */
type Group = Spanned<'Due'> extends `${infer Name}Due` ? Name : never;

/** What the report holds against last year: of the month all stores, of the year ownerships as well. */
const onYear: Readonly<Partial<Record<Group, Spanned<'OnYear'>>>> = {
  all: 'monthOnYear',
  year: 'yearOnYear',
  franchisedYear: 'franchisedYearOnYear',
  selfOperatedYear: 'selfOperatedYearOnYear',
};

/** How a group stood, in the columns of the report; all stores of the month are the month’s own here. */
function standing(of: Group): readonly Field[] {
  const group = of === 'all' ? 'month' : of;
  const [due, covered, actual] = [`${group}Due`, `${group}Covered`, `${group}Actual`];
  // Heads that name a group and the year take two lines.
  const more = group.endsWith('Year') ? { width: 136 } : undefined;
  const compared = onYear[of];
  return [
    then(`${of}Due`, more, due),
    then(`${of}Covered`, more, covered),
    then(`${of}Actual`, more, actual),
    share(`${group}Achievement`, actual, covered, more),
    less(`${group}Gap`, actual, covered, more),
    ...(compared ? [then(compared, more)] : []),
    share(`${group}Coverage`, covered, due, more),
  ];
}

const groups: readonly Group[] = [
  ...(['all', 'franchised', 'selfOperated', 'opened'] as const),
  ...(['year', 'franchisedYear', 'selfOperatedYear', 'openedYear'] as const),
];

/** What forecasts are held against, by the name of what one is more or less than it. */
const aims = {
  forecastLessSigned: 'yearSigned',
  forecastLessWorking: 'yearWorking',
  forecastLessCompany: 'yearCompany',
} as const satisfies Readonly<Record<string, MonthFigure>>;

/** The bridge begins at the company target, or where none is given at what stores and openings are followed against. */
const bridgeStart = 'IF(COUNT({yearCompany})=0,{yearWorking},{yearCompany})';
const bridgeSteps = bridgeFigures.map((id) => `{${id}}`);

const whole = (figures: readonly MonthFigure[]): readonly Field[] => figures.map((figure) => then(figure));

/** What the report said of each month when it was closed, and by how much the month has been corrected since. */
export const reportHistory: readonly Field[] = [
  ofClosing('closedOn', 'date', 'closedOn'),
  ofClosing('reopenedOn', 'date', 'reopenedOn'),
  // Where data are said to reach less far than when it was closed, nothing of it is known to be corrected.
  byRow('correctedSince', 'money', (row) =>
    blankIf(
      `OR(COUNT({monthActual})=0,SUM({followUpTerms.elapsed.${row.slice(1)}})=0)`,
      `ROUND(SUM({reviewMonths.${row}.allActual})-{monthActual},6)`,
    ),
  ),
  ...groups.flatMap(standing),
  ...whole(['forecastAtPlan', 'forecastSeason', 'forecastRecent', 'yearForecast']),
  ...whole(['signedVersion', 'yearSigned', 'yearWorking', 'yearCompany', 'requiredRate', 'perDay']),
  ...Object.entries(aims).map(([id, aim]) => less(id, 'yearForecast', aim)),
  ...bridgeFigures.map((id) => then(id)),
  byRow('bridgeCheck', 'money', () =>
    blankUnless(
      ['{yearForecast}', ...bridgeSteps],
      `ROUND(${bridgeStart}+SUM(${bridgeSteps.join(',')})-{yearForecast},2)+0`,
    ),
  ),
  ...whole(['storesRed', 'storesRedTwice']),
  ...whole(['openingsAgreed', 'storesOpened', 'openingsToCome', 'openingsPlanned']),
  ...whole(['entryRate', 'conversionRate', 'attachRate', 'unitPrice', 'ratesSales', 'ratesTarget', 'ratesUplift']),
  ...whole(['memberSales', 'memberTarget', 'repurchaseRate', 'certifiedRate']),
  ...whole(['supervisors', 'supervisorsNeeded', 'expansionStaff', 'actionsOverdue']),
];

/** Where its pages are parted, and how a form folds it. */
export const historyGroups: readonly { readonly id: string; readonly from: string }[] = [
  { id: 'closing', from: 'closedOn' },
  ...groups.map((of) => (of === 'all' ? 'month' : of)).map((id) => ({ id, from: `${id}Due` })),
  { id: 'forecast', from: 'forecastAtPlan' },
  { id: 'bridge', from: 'bridgePlan' },
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
  { fields: ['bridgeCheck'], formula: 'AND(ISNUMBER({bridgeCheck}),{bridgeCheck}<>0)', look: 'bad' },
];
