import { computed, type Field, type Formula } from '../../model/field';
import { blankIf, blankUnless, firstOf } from '../../model/formulas';
import { type MonthFigure, monthFigureIds } from '../../model/monthFigures';
import { number } from '../../model/paper';
import { dueBefore } from './due';
import { stands } from './stands';
import { bridgeStep } from './variance';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Rows of the review’s months, a month of the plan year each. */
export const monthRows: readonly string[] = months.map((month) => `m${month}`);

/** Stores that are told apart: by ownership, those that open in the plan year, which have one too, and all of them. */
export const storeGroups = ['franchised', 'selfOperated', 'opened', 'all'] as const;
export type StoreGroup = (typeof storeGroups)[number];

/** Which rows of the follow-up are of a group. */
const isOf: Readonly<Record<StoreGroup, string>> = {
  franchised: '({followUp.ownership}={list.ownership.franchised})',
  selfOperated: '({followUp.ownership}={list.ownership.selfOperated})',
  opened: 'ISNUMBER({followUp.openedIn})',
  all: '({followUp.storeId}<>"")',
};

/** A figure of the months up to one. */
const upTo = (month: number, field: string): string =>
  months
    .slice(0, month)
    .map((one) => `{reviewMonths.m${one}.${field}}`)
    .join(',');

/** Nothing of a month has gone by, by the weights of its days. */
const isAhead = (month: number): string => `SUM({followUpTerms.elapsed.${month}})=0`;

/** A figure of each month, blank of months that data have not reached. */
function byMonth(
  id: string,
  kind: Field['kind'],
  figure: (month: number) => Formula,
  isNone: (month: number) => string = isAhead,
): Field {
  const row = (month: number): Formula => [figure(month)].flat().map((formula) => blankIf(isNone(month), formula));
  return computed(id, kind, '""', {
    afterSaving: true,
    rows: Object.fromEntries(months.map((month) => [`m${month}`, { role: 'computed', formula: row(month) } as const])),
  });
}

/** Summed over the stores of a group: whole months as they are, the one under way by each store’s own share of it. */
function toDate(group: StoreGroup, known: string, month: number): string {
  const own = `${isOf[group]}${known}*1`;
  return firstOf(
    [[`SUM({followUpTerms.over.${month}})=1`, `SUMPRODUCT(${own},{followUp.targets.${month}})`]],
    `SUMPRODUCT(${own},{followUp.targets.${month}},{followUp.ownShare})`,
  );
}

function sold(group: StoreGroup, month: number): string {
  const figures = `${isOf[group]}*ISNUMBER({followUp.sold.${month}})*({followUp.ownShare}>0)`;
  const whole = `${isOf[group]}*ISNUMBER({followUp.sold.${month}})`;
  const summed = (own: string): string =>
    blankIf(`SUMPRODUCT(${own})=0`, `SUMPRODUCT(${own},{followUp.sold.${month}})`);
  return firstOf([[`SUM({followUpTerms.over.${month}})=1`, summed(whole)]], summed(figures));
}

/** Store-months of openings so far as their figures are known, on the ramp of their age and weighed by the season. */
function rampedMonths(month: number): string {
  const terms = months
    .slice(0, month)
    .map(
      (opened) =>
        `SUM({settings.ramp.${month - opened + 1}})*SUMPRODUCT(({followUp.openedIn}=${opened})*ISNUMBER({followUp.sold.${month}}))`,
    );
  return `SUM({followUpTerms.elapsed.${month}})*SUM({settings.seasonIndex.${month}})*(${terms.join('+')})`;
}

const calendarMonth = (month: number): string => `MOD(SUM({settings.firstMonth})+${month - 2},12)+1`;
const isLastYear = '({history.year}=SUM({settings.planYear})-1)';
const known = (month: number): string => `SUMPRODUCT(${isLastYear}*ISNUMBER({history.months.${month}}))`;
const sales = (month: number): string => `SUMPRODUCT(${isLastYear}*1,{history.months.${month}})`;

/** Last year’s months in the region’s history. */
const past = 'INDEX({history.months},MATCH(SUM({settings.planYear})-1,{history.year},0),0)';
const { shift, inQuarter } = { shift: '{followUpTerms.shift}', inQuarter: '{followUpTerms.inQuarter}' };

/**
 * How last year’s month weighs this year: where the festival is followed January to March are laid out by it, what the
 * three came to staying, as it is of a store. January and February in one figure hold it wherever it falls.
 */
function pastWeight(month: number): string {
  const isOne = `SUMPRODUCT(${isLastYear}*({history.together}=TRUE))*(12-COUNT(${past}))>0`;
  const moved = `SUMPRODUCT(${past},${inQuarter}*${shift})`;
  const isWhole = `AND(SUMPRODUCT(ISNUMBER(${past})*${inQuarter})=3,${moved}<>0)`;
  const kept = `IF(${isWhole},SUMPRODUCT(${past},${inQuarter})/${moved},1)`;
  const isMoved = `AND(SUM({followUpTerms.inQuarter.${month}})=1,SUMPRODUCT((${shift}<>1)*1)>0)`;
  return `IF(${isMoved},IFERROR(IF(${isOne},1,SUM({followUpTerms.shift.${month}})*${kept}),1),1)`;
}

/**
 * What the region’s history has of last year’s month, as far as this year’s has gone; blank where it has nothing. January
 * and February that are one figure count as one once February is over, and till then not at all.
 */
function lastYear(month: number): string {
  const elapsed = (one: number): string => `SUM({followUpTerms.elapsed.${one}})`;
  const own = blankIf(`${known(month)}=0`, `${elapsed(month)}*${sales(month)}*{reviewMonths.m${month}.lastYearWeight}`);
  const ifOneFigure = (other: number, figure: string): string => {
    const isOne = `AND(SUMPRODUCT(${isLastYear}*({history.together}=TRUE))>0,${known(month)}+${known(other)}=1)`;
    return `IF(${isOne},IF(${elapsed(Math.max(month, other))}=1,${figure},""),${own})`;
  };
  // In a plan year from February on January is its last month: they do not follow each other.
  const cases: (readonly [string, string])[] = [];
  if (month < 12)
    cases.push([`${calendarMonth(month)}=1`, ifOneFigure(month + 1, `${sales(month)}+${sales(month + 1)}`)]);
  if (month > 1) cases.push([`${calendarMonth(month)}=2`, ifOneFigure(month - 1, '0')]);
  return firstOf(cases, own);
}

/** Against last year's sales by the region's history, where any of what is due is known and enough of it; 0 is none known. */
const onHistory = (figures: 'all' | 'year', before: string): string => {
  const isKnown = `IF(ROUND(SUM({${figures}Covered}),6)=0,FALSE,ROUND({${figures}Covered}/{${figures}Due},12)>=SUM({followUpTerms.coverageLine}))`;
  return `IF(${isKnown},${blankIf(`${before}=0`, `SUM({${figures}Actual})/${before}-1`)},"")`;
};

function yearOnHistory(month: number): string {
  const before = upTo(month, 'lastYear');
  return onHistory('year', `IF(COUNT(${before})<${month},0,SUM(${before}))`);
}

/** The month that data have reached, from 1. */
export const reachedMonth = 'MAX(1,MIN(12,SUM({followUpTerms.month})))';

/** What stores that are known in both years say of the year so far: of the month that data have reached alone. */
const byStores = (group: StoreGroup, month: number, otherwise: string): string => {
  const figure = `{followUpSummary.${group}.yearOnYear}`;
  return `IF(AND(${reachedMonth}=${month},COUNT(${figure})=1),${figure},${otherwise})`;
};

/** The figures of a month that are steps from the company target to the forecast, and which step each is in the bridge. */
const bridgeSteps = {
  bridgePlan: 'plan',
  bridgeKept: 'kept',
  bridgeOpened: 'opened',
  bridgeNotOpened: 'notOpened',
  bridgeUnplanned: 'unplanned',
  bridgeClosure: 'closure',
  bridgeRest: 'rest',
} as const satisfies Readonly<Partial<Record<MonthFigure, string>>>;

const isStep = (id: MonthFigure): id is keyof typeof bridgeSteps => id in bridgeSteps;
export const bridgeFigures = monthFigureIds.filter(isStep);

/** What the region, or an ownership, is held against in a month, and what was sold: the monthly report’s ground. */
export const reviewMonths: readonly Field[] = [
  ...storeGroups.flatMap((group) => [
    byMonth(`${group}Due`, 'money', (month) => toDate(group, '', month)),
    byMonth(`${group}Covered`, 'money', (month) => toDate(group, `*ISNUMBER({followUp.sold.${month}})`, month)),
    byMonth(`${group}Actual`, 'money', (month) => sold(group, month)),
  ]),
  byMonth('rampedMonths', 'index', rampedMonths),
  byMonth('lastYearWeight', 'index', pastWeight),
  byMonth('lastYear', 'money', lastYear),
  ...storeGroups.flatMap((group) =>
    (['Due', 'Covered', 'Actual'] as const).map((figures) =>
      byMonth(
        `${group === 'all' ? 'year' : `${group}Year`}${figures}`,
        'money',
        (month) => `SUM(${upTo(month, `${group}${figures}`)})`,
      ),
    ),
  ),
  ...Object.entries(stands).map(([id, { kind, of }]) => byMonth(id, kind, () => number(of))),
  byMonth('signedVersion', 'count', () =>
    blankIf('COUNT({signedVersions.version|""})=0', 'MAX({signedVersions.version|0})'),
  ),
  // The bridge is drawn in the display unit, which may be another when a month is looked at again.
  ...bridgeFigures.map((id) => {
    const amount = bridgeStep('toForecast', bridgeSteps[id]);
    return byMonth(id, 'money', () => blankUnless([amount], `${amount}*{settings.unitSize}`));
  }),
  byMonth('storesOpened', 'count', () => 'SUM({followUpOpenings.opened})'),
  byMonth('storesRed', 'count', () => 'COUNTIF({followUp.status},{list.pace.red})'),
  byMonth('storesRedTwice', 'count', () => 'COUNT({followUp.redKey})'),
  byMonth('openingsAgreed', 'count', () => 'SUM({followUpOpenings.planned})'),
  byMonth('openingsToCome', 'count', () => 'SUM({followUpOpenings.toOpen})'),
  byMonth('actionsOverdue', 'count', () => dueBefore('SUM({settings.asOf})')),
  byMonth('monthOnYear', 'growth', (month) => onHistory('all', `SUM({reviewMonths.m${month}.lastYear})`)),
  ...(['all', 'franchised', 'selfOperated'] as const).map((group) =>
    byMonth(
      group === 'all' ? 'yearOnYear' : `${group}YearOnYear`,
      'growth',
      (month) => byStores(group, month, group === 'all' ? yearOnHistory(month) : '""'),
      // Stores are compared on a first day that weighs nothing, too.
      (month) => `SUM({followUpTerms.month})<${month}`,
    ),
  ),
];
