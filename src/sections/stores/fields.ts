import { computed, type Field, type Formula, input, preset } from '../../model/field';
import { blankIf, blankUnless, firstOf, orNone, ratio } from '../../model/formulas';

/** A figure of the baseline tab for the row's ownership; `none` without an ownership. */
function byOwnership(field: string, as: (figure: string) => string, none: string): string {
  return firstOf(
    [
      ['{ownership}={list.ownership.franchised}', as(`{baseline.franchised.${field}}`)],
      ['{ownership}={list.ownership.selfOperated}', as(`{baseline.selfOperated.${field}}`)],
    ],
    none,
  );
}

/** The average of the row's ownership to hold a store against; 0 where there is none. */
const averageOrNone = byOwnership('avgStore', (figure) => `SUM(${figure})`, '0');

/** Months from the start of a twelve months to the end of a day: whole months, and day ÷ days in its month. */
function monthsThrough(day: string, start: string, inclusive: boolean): string {
  const days = inclusive ? `DAY(${day})` : `(DAY(${day})-1)`;
  return `(YEAR(${day})-YEAR(${start}))*12+MONTH(${day})-MONTH(${start})+${days}/DAY(EOMONTH(${day},0))`;
}

const { yearStart, yearEnd, lastYearStart } = {
  yearStart: '{settings.yearStart}',
  yearEnd: '{settings.yearEnd}',
  lastYearStart: '{settings.lastYearStart}',
};

/** Months of last year to the day on which a store closed, and to that on which it opened. */
const lastYearThrough = monthsThrough(`MIN({closedOn},${yearStart}-1)`, lastYearStart, true);
const lastYearBefore = monthsThrough(`MAX({openedOn},${lastYearStart})`, lastYearStart, false);

/** Season weight of the year up to a point in time counted in months, within a month evenly. */
function weightAt(time: string): string {
  const whole = `INT(${time})`;
  const within = `(${time}-${whole})*${orNone(`INDEX({settings.seasonIndex},1,${whole}+1)`)}`;
  return firstOf([[`${time}>=12`, '{settings.seasonTotal}']], `INDEX({settings.seasonBefore},1,${whole}+1)+${within}`);
}

/** Opened in the plan year or later. */
const isNew = 'ISNUMBER({openMonth})';

/**
 * The store's weight of the year up to the end of a month. Of an existing store by season and open days; of a new one by
 * the ramp, the opening month in full, and the share of the month until it closes: the same that its channel's sales are
 * computed with.
 */
function weightThrough(month: number): Formula {
  const gone = month === 12 ? '{settings.seasonTotal}' : `{settings.seasonBefore.${month + 1}}`;
  const before = month === 1 ? '' : `{through.${month - 1}}+`;
  const ramp = orNone(`INDEX({settings.ramp},1,${month + 1}-{openMonth})`);
  const ofNew = `${before}${ramp}*SUM({settings.seasonIndex.${month}})*MAX(0,MIN(1,{timeTo}-${month - 1}))`;
  return blankIf(
    '{weightTo}=""',
    firstOf(
      [
        ['{openMonth}=""', `MAX(0,MIN(${gone},{weightTo})-{weightFrom})`],
        [`{openMonth}>${month}`, '0'],
      ],
      ofNew,
    ),
  );
}

/** What is reached of the final target by the end of a month, in whole rounding units; from the last weight on all of it. */
function reached(month: number): string {
  if (month === 0) return '0';
  if (month === 12) return '{finalTarget}';
  const rounded = `ROUND({units}*{through.${month}}/{through.12},0)*{settings.roundingUnit}`;
  return firstOf([[`{through.${month}}>={through.12}`, '{finalTarget}']], rounded);
}

function monthFormula(month: number): Formula {
  return blankUnless(
    ['{finalTarget}', '{through.12}', '{units}'],
    firstOf([['{through.12}<=0', '0']], `${reached(month)}-${reached(month - 1)}`),
  );
}

const noYear = `${yearStart}=""`;
const noTarget = '{finalTarget}=""';

/** Last year is no baseline: nothing sold, fewer than three months, or not open yet. */
const tooShort = `OR(COUNT({lastYearSales},{lastYearMonths})<2,{lastYearMonths}<3,${isNew})`;

/** What is lacking in last year's figures, and its flag. */
const incomplete: readonly (readonly [string, string])[] = [
  ['AND(ISNUMBER({lastYearSales}),{lastYearMonths}=0)', '{list.flag.withoutMonths}'],
  ['AND(COUNT({lastYearSales})=0,{lastYearMonths}>0)', '{list.flag.missing}'],
  // Open in neither year.
  ['AND({lastYearMonths}=0,SUM({monthsThisYear})=0)', '""'],
  [`OR({lastYearMonths}<3,${isNew})`, '{list.flag.young}'],
];

const flagOf = (cases: readonly (readonly [string, string])[]): string =>
  blankUnless(['{lastYearMonths}'], firstOf(cases, '""'));

/** The target agreed with the store, else a figure of ours. */
const agreedOr = (computedTarget: string): string =>
  firstOf([['ISNUMBER({agreedTarget})', '{agreedTarget}']], computedTarget);

/** Whether a franchised store is open in the year, existing or new. */
const listed = (which: string): string =>
  `AND({ownership}={list.ownership.franchised},ISNUMBER({monthsThisYear}),{monthsThisYear}>0,${which})`;

export const stores: readonly Field[] = [
  input('storeId', 'text', { required: true, key: true, next: 'same' }),
  input('name', 'text', { width: 200, total: 'COUNTA({stores.storeId})', totalKind: 'count', next: 'same' }),
  input('ownership', 'choice', { list: 'ownership', required: true, width: 116, next: 'same' }),
  input('franchisee', 'text', { next: 'same' }),
  input('city', 'text', { next: 'same' }),
  input('grade', 'choice', { list: 'grade', next: 'same' }),
  input('area', 'number', { min: 0, above: true, total: 'sum', totalKind: 'count', next: 'same' }),
  input('manager', 'text', { next: 'same' }),
  input('supervisor', 'person', { width: 148, personRole: 'supervisor', next: 'same' }),
  input('openedOn', 'date', { means: 'openedOn', next: 'same' }),
  input('closedOn', 'date', { notBefore: 'openedOn', next: 'same' }),
  input('channel', 'choice', { list: 'channel', open: true, width: 176, next: 'same' }),
  input('lastYearSales', 'money', { min: 0, total: 'sum', next: 'sold' }),
  preset('lastYearMonths', 'months', blankIf(noYear, `MAX(0,(${lastYearThrough})-(${lastYearBefore}))`), {
    dividing: 'lastYearSales',
    next: { of: 'monthsThisYear' },
    min: 0,
    max: 12,
    total: 'sum',
  }),
  computed('storeBaseline', 'money', [
    firstOf([[tooShort, byOwnership('avgStore', (figure) => figure, '""')]], '{lastYearSales}/{lastYearMonths}'),
    blankIf(tooShort, '{lastYearSales}/{lastYearMonths}'),
  ]),
  computed(
    'flag',
    'choice',
    [
      flagOf([...incomplete, [`{storeBaseline}<SUM({settings.weakLine})*${averageOrNone}`, '{list.flag.weak}']]),
      flagOf(incomplete),
    ],
    { list: 'flag' },
  ),
  preset(
    'growth',
    'growth',
    byOwnership('growth', (figure) => blankUnless([figure], figure), '""'),
    { min: -1 },
  ),
  preset('monthsThisYear', 'months', blankUnless(['{timeFrom}', '{timeTo}'], 'MAX(0,{timeTo}-{timeFrom})'), {
    min: 0,
    max: 12,
    total: 'sum',
  }),
  computed(
    'computedTarget',
    'money',
    firstOf(
      [[isNew, blankUnless(['{storeBaseline}', '{through.12}'], '{storeBaseline}*{through.12}')]],
      blankUnless(['{storeBaseline}', '{growth}', '{monthsThisYear}'], '{storeBaseline}*(1+{growth})*{monthsThisYear}'),
    ),
    { total: 'sum' },
  ),
  input('agreedTarget', 'money', { min: 0, total: 'sum', keptByImport: true, means: 'agreedTarget' }),
  computed(
    'finalTarget',
    'money',
    [
      agreedOr(
        blankUnless(
          ['{computedTarget}', '{settings.roundingUnit}'],
          'ROUND({computedTarget}/{settings.roundingUnit},0)*{settings.roundingUnit}',
        ),
      ),
      agreedOr('{computedTarget}'),
    ],
    { total: 'sum' },
  ),
  computed(
    'floorTarget',
    'money',
    blankUnless(['{finalTarget}', '{settings.floorFactor}'], '{finalTarget}*{settings.floorFactor}'),
    { total: 'sum' },
  ),
  computed(
    'stretchTarget',
    'money',
    blankUnless(['{finalTarget}', '{settings.stretchFactor}'], '{finalTarget}*{settings.stretchFactor}'),
    {
      total: 'sum',
    },
  ),
  computed(
    'yearOnYear',
    'growth',
    blankUnless(['{finalTarget}', '{lastYearSales}'], blankIf('{lastYearSales}=0', '{finalTarget}/{lastYearSales}-1')),
  ),
  computed('salesPerArea', 'price', blankUnless(['{finalTarget}', '{area}'], ratio('{finalTarget}', '{area}'))),
  preset('months', 'money', monthFormula, { cells: 12, monthly: true, shares: 'finalTarget', total: 'sum', min: 0 }),
  computed('monthDifference', 'money', blankIf(noTarget, 'ROUND({finalTarget}-SUM({months}),6)'), {
    total: 'sum',
  }),
  input('signedOn', 'date'),
  input('keyActions', 'longText', { staysOpen: true }),
  // Its row, for franchised stores that are open in the year: what the list overleaf of the target sheet finds existing
  // and new ones by.
  computed('listKey', 'count', firstOf([[listed('{openMonth}=""'), 'ROW()']], '""'), {
    hidden: true,
    total: 'COUNT({stores.listKey})',
  }),
  computed('timeFrom', 'months', blankIf(noYear, monthsThrough(`MAX({openedOn},${yearStart})`, yearStart, false)), {
    hidden: true,
  }),
  computed(
    'timeTo',
    'months',
    blankIf(noYear, `MAX({timeFrom},${monthsThrough(`MIN({closedOn},${yearEnd})`, yearStart, true)})`),
    { hidden: true },
  ),
  computed('weightFrom', 'index', blankIf(noYear, weightAt('MIN(12,{timeFrom})')), { hidden: true }),
  computed('weightTo', 'index', blankIf(noYear, weightAt('MIN(12,{timeTo})')), { hidden: true }),
  // Of a new store: the month of the plan year in which it opens, from 1 on.
  computed(
    'openMonth',
    'count',
    blankIf(
      `OR(${noYear},COUNT({openedOn})=0)`,
      blankIf(
        `{openedOn}<${yearStart}`,
        `(YEAR({openedOn})-YEAR(${yearStart}))*12+MONTH({openedOn})-MONTH(${yearStart})+1`,
      ),
    ),
    { hidden: true },
  ),
  computed('through', 'index', weightThrough, { cells: 12, hidden: true }),
  // Clear of binary noise: a half must be seen as a half.
  computed(
    'units',
    'number',
    blankUnless(['{finalTarget}', '{settings.roundingUnit}'], 'ROUND({finalTarget}/{settings.roundingUnit},6)'),
    { hidden: true },
  ),
  computed('newListKey', 'count', firstOf([[listed(isNew), 'ROW()']], '""'), {
    hidden: true,
    total: 'COUNT({stores.newListKey})',
  }),
];
