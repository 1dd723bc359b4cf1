import { computed, type Field, type Formula, input } from '../../model/field';
import { blankIf, blankUnless, blankUnlessAny, calledOr, firstOf, ratio } from '../../model/formulas';

const listed = 'COUNTA({stores.storeId})>0';

/** A figure of one ownership from the store list once it has rows, else `otherwise`. */
const fromList = (figure: string, otherwise: string): Formula => [firstOf([[listed, figure]], otherwise), otherwise];

/** The same field for both ownerships, and for all. */
function rows(each: (ownership: string) => Formula, all: Formula, role: Field['role']): NonNullable<Field['rows']> {
  return {
    franchised: { role, formula: each('{list.ownership.franchised}') },
    selfOperated: { role, formula: each('{list.ownership.selfOperated}') },
    all: { role: 'computed', formula: all },
  };
}

/** A figure of both ownerships together; blank while neither has one. */
function bothSum(field: string): string {
  const both = [`{baseline.franchised.${field}}`, `{baseline.selfOperated.${field}}`];
  return blankUnlessAny(both, `SUM(${both.join(',')})`);
}

/** A target over a baseline and its store-months, less 1. */
const growthTo = (target: string, average: string, months: string): string =>
  blankIf(
    `${average}*${months}=0`,
    calledOr('REQUIRED_GROWTH', [target, average, months], `${target}/(${average}*${months})-1`),
  );

/** E of a row over its baseline and store-months, less 1. */
const growthOf = blankUnless(
  ['{existingTarget}', '{avgStore}', '{storeMonths}'],
  growthTo('{existingTarget}', '{avgStore}', '{storeMonths}'),
);

/** A row's store-months of last year. */
const lastYearStoreMonths = blankUnless(['{storeCount}', '{avgMonths}'], '{storeCount}*{avgMonths}');

/** A row's baseline, growth and store-months, and what the stores are to sell by them. */
const byBaseline = blankUnless(
  ['{avgStore}', '{growth}', '{storeMonths}'],
  calledOr('STORE_TARGET', ['{avgStore}', '{growth}', '{storeMonths}'], '{avgStore}*(1+{growth})*{storeMonths}'),
);

const isNew = '{stores.openedOn},">="&{settings.yearStart}';
/** Stores that last year's average is made of: with sales and with months. */
const isHistory = '{stores.lastYearSales},">=0",{stores.lastYearMonths},">0"';
const hasMonths = '{stores.lastYearMonths},">0"';

/**
 * E of an ownership: its stores' final targets without those that open in the plan year. Blank, not 0, while it has
 * existing stores of which none has a target.
 */
function existingTargetOf(own: string): string {
  const existing = `COUNTIFS({stores.ownership},${own})-COUNTIFS({stores.ownership},${own},${isNew})`;
  const targets = `COUNTIFS({stores.ownership},${own},{stores.finalTarget},">=0")-COUNTIFS({stores.ownership},${own},{stores.finalTarget},">=0",${isNew})`;
  const sum = `SUMIFS({stores.finalTarget},{stores.ownership},${own})-SUMIFS({stores.finalTarget},{stores.ownership},${own},${isNew})`;
  return blankIf(`AND(${existing}>0,${targets}=0)`, sum);
}

export const baseline: readonly Field[] = [
  {
    id: 'lastYearSales',
    kind: 'money',
    role: 'default',
    min: 0,
    named: 'all',
    means: 'lastYearSales',
    rows: rows(
      (own) => fromList(`SUMIFS({stores.lastYearSales},{stores.ownership},${own},${hasMonths})`, '""'),
      bothSum('lastYearSales'),
      'default',
    ),
  },
  {
    id: 'storeCount',
    kind: 'count',
    role: 'default',
    min: 0,
    rows: rows(
      (own) => fromList(`COUNTIFS({stores.ownership},${own},${isHistory})`, '""'),
      bothSum('storeCount'),
      'default',
    ),
  },
  {
    id: 'avgMonths',
    kind: 'months',
    role: 'default',
    min: 0,
    above: true,
    max: 12,
    rows: rows(
      (own) =>
        fromList(
          blankIf(
            'SUM({storeCount})=0',
            `SUMIFS({stores.lastYearMonths},{stores.ownership},${own},${isHistory})/{storeCount}`,
          ),
          '""',
        ),
      blankUnless(['{storeCount}', '{lastYearStoreMonths}'], ratio('{lastYearStoreMonths}', '{storeCount}')),
      'default',
    ),
  },
  computed(
    'avgStore',
    'money',
    blankUnless(
      ['{lastYearSales}', '{storeCount}', '{avgMonths}'],
      blankIf(
        '{storeCount}*{avgMonths}=0',
        calledOr(
          'AVG_STORE_BASELINE',
          ['{lastYearSales}', '{storeCount}', '{avgMonths}'],
          '{lastYearSales}/{storeCount}/{avgMonths}',
        ),
      ),
    ),
    { named: 'all', means: 'averageStore' },
  ),
  input('growth', 'growth', {
    min: -1,
    means: 'growth',
    rows: {
      franchised: { role: 'input' },
      selfOperated: { role: 'input' },
      all: { role: 'computed', formula: growthOf },
    },
  }),
  computed('targetPerMonth', 'money', blankUnless(['{avgStore}', '{growth}'], '{avgStore}*(1+{growth})')),
  {
    id: 'storeMonths',
    means: 'storeMonths',
    kind: 'months',
    role: 'default',
    min: 0,
    rows: rows(
      (own) =>
        fromList(
          `SUMIFS({stores.monthsThisYear},{stores.ownership},${own})-SUMIFS({stores.monthsThisYear},{stores.ownership},${own},${isNew})`,
          blankUnless(['{storeCount}'], '{storeCount}*12'),
        ),
      bothSum('storeMonths'),
      'default',
    ),
  },
  {
    id: 'existingTarget',
    kind: 'money',
    role: 'computed',
    named: 'all',
    rows: rows((own) => fromList(existingTargetOf(own), byBaseline), bothSum('existingTarget'), 'computed'),
  },
  computed('plannedGrowth', 'growth', growthOf),
  {
    id: 'lastYearStoreMonths',
    kind: 'months',
    role: 'computed',
    rows: {
      franchised: { role: 'computed', formula: lastYearStoreMonths },
      selfOperated: { role: 'computed', formula: lastYearStoreMonths },
      all: { role: 'computed', formula: bothSum('lastYearStoreMonths') },
    },
  },
  {
    id: 'listBaseline',
    kind: 'money',
    role: 'computed',
    rows: rows(
      (own) => [
        ratio(
          `SUMIFS({stores.lastYearSales},{stores.ownership},${own},${hasMonths})`,
          `SUMIFS({stores.lastYearMonths},{stores.ownership},${own},${isHistory})`,
        ),
      ],
      [ratio(`SUMIFS({stores.lastYearSales},${hasMonths})`, `SUMIFS({stores.lastYearMonths},${isHistory})`)],
      'computed',
    ),
  },
  // In whole units: what divisions leave behind is no difference. What is added takes the sign from a 0 that lay below it.
  computed(
    'difference',
    'money',
    blankUnless(['{avgStore}', '{listBaseline}'], 'ROUND({avgStore}-{listBaseline},0)+0'),
  ),
];

/** New stores' sales in a month: what opened in each month up to it, at the ramp of its age, at the month's index. */
function newStoresInMonth(month: number): string {
  const terms: string[] = [];
  for (let opened = 1; opened <= month; opened += 1)
    terms.push(`{openedBaseline.${opened}}*SUM({settings.ramp.${month - opened + 1}})`);
  return `SUM({settings.seasonIndex.${month}})*(${terms.join('+')})`;
}

const closedByYearEnd = '{stores.closedOn},"<="&{settings.yearEnd}';
const closedThisYear = `{stores.closedOn},">="&{settings.yearStart},${closedByYearEnd}`;

/** Stores that are open in all of last year and of this year. */
const bothYears = '{stores.lastYearMonths},">=12",{stores.monthsThisYear},">=12"';

/** What an ownership's existing stores would sell at last year's average. */
const lastYearsSales = (own: string): string => `SUM({baseline.${own}.avgStore})*SUM({baseline.${own}.storeMonths})`;

/** The growth of existing stores that the company's target asks for, new stores' sales aside. */
function requiredGrowth(average: string, months: string): string {
  const existing = '{companyTarget}-{newSales}';
  const over = `(${existing})/(${average}*${months})-1`;
  return blankUnless(
    ['{companyTarget}', average, months],
    blankIf(`${average}*${months}=0`, calledOr('REQUIRED_GROWTH', [existing, average, months], over)),
  );
}

/** The region's figures in one column: what the plan adds up to, and what the company asks. */
export const summary: readonly Field[] = [
  computed('existingTarget', 'money', '{baseline.all.existingTarget}', { means: 'existingTarget' }),
  computed('newSales', 'money', '{expansion.#total.sales|0}', { means: 'newSales', afterSaving: true }),
  computed(
    'total',
    'money',
    blankIf('AND(COUNT({existingTarget})=0,SUM({newSales})=0)', 'SUM({existingTarget},{newSales})'),
    { named: true, means: 'planned' },
  ),
  computed('companyTarget', 'money', blankUnless(['{settings.companyTarget}'], '{settings.companyTarget}')),
  computed('gap', 'money', blankUnless(['{companyTarget}', '{total}'], '{total}-{companyTarget}'), {
    named: true,
    means: 'gap',
  }),
  computed('ratio', 'rate', blankIf('OR(COUNT({total})=0,SUM({companyTarget})=0)', '{total}/{companyTarget}')),
  // Of existing stores: their targets rest on the others' average alone.
  computed(
    'withoutSales',
    'money',
    [
      `SUM({stores.finalTarget})-SUMIFS({stores.finalTarget},{stores.lastYearSales},">=0")-SUMIFS({stores.finalTarget},${isNew})+SUMIFS({stores.finalTarget},${isNew},{stores.lastYearSales},">=0")`,
      '""',
    ],
    { means: 'withoutSales', afterSaving: true },
  ),
  computed('lastYearTotal', 'money', '{baseline.all.lastYearSales}'),
  computed(
    'totalGrowth',
    'growth',
    blankUnless(['{lastYearTotal}', '{total}'], blankIf('{lastYearTotal}=0', '{total}/{lastYearTotal}-1')),
  ),
  computed('plannedGrowth', 'growth', '{baseline.all.plannedGrowth}', { named: true, means: 'plannedGrowth' }),
  computed('requiredGrowth', 'growth', requiredGrowth('{baseline.all.avgStore}', '{baseline.all.storeMonths}'), {
    named: true,
    means: 'requiredGrowth',
  }),
  computed(
    'mixNeutralGrowth',
    'growth',
    blankUnless(
      ['{existingTarget}'],
      `IFERROR({existingTarget}/(${lastYearsSales('franchised')}+${lastYearsSales('selfOperated')})-1,"")`,
    ),
  ),
  computed(
    'sameStoreGrowth',
    'growth',
    `IFERROR(SUMIFS({stores.finalTarget},${isHistory},${bothYears})/SUMIFS({stores.lastYearSales},{stores.finalTarget},">=0",${bothYears})-1,"")`,
  ),
  computed(
    'existingStores',
    'count',
    fromList(`COUNTA({stores.storeId})-COUNTIFS({stores.storeId},"<>",${isNew})`, 'SUM({baseline.all.storeCount})'),
    { afterSaving: true },
  ),
  computed(
    'closures',
    'count',
    blankIf('COUNT({settings.yearStart})=0', `COUNTIFS(${closedThisYear})-COUNTIFS(${closedThisYear},${isNew})`),
    { afterSaving: true },
  ),
  computed(
    'yearEndStores',
    'count',
    // Existing ones that close, and new ones that close again, are no longer there.
    `{existingStores}-IF(COUNT({settings.yearEnd})=0,0,COUNTIFS(${closedByYearEnd}))+{expansion.#total.targetOpenings|0}`,
    { named: true, afterSaving: true },
  ),
  computed(
    'existingByMonth',
    'money',
    (month) => `SUM({stores.months.${month}})-SUMIFS({stores.months.${month}},${isNew})`,
    { cells: 12, monthly: true, afterSaving: true },
  ),
  computed(
    'openedBaseline',
    'money',
    (month) => [`SUMPRODUCT({expansion.weight},{expansion.openings.${month}})`, '0'],
    { cells: 12, monthly: true, hidden: true },
  ),
  computed('newByMonth', 'money', newStoresInMonth, { cells: 12, monthly: true, afterSaving: true }),
  computed('totalByMonth', 'money', (month) => `SUM({existingByMonth.${month}},{newByMonth.${month}})`, {
    cells: 12,
    monthly: true,
    afterSaving: true,
  }),
  // What existing stores have promised and signed, as far as it is asked for, and how many of them there are.
  computed('promisedStores', 'count', ['COUNT({commitments.counted})', '""'], {
    means: 'promisedStores',
    afterSaving: true,
  }),
  computed(
    'storesToPromise',
    'count',
    [
      `IF(COUNT({promisedStores})=0,"",COUNT({stores.finalTarget})-COUNTIFS({stores.finalTarget},">=0",${isNew}))`,
      '""',
    ],
    { means: 'storesToPromise', afterSaving: true },
  ),
  computed('promisedSales', 'money', ['SUM({commitments.counted})', '""'], {
    means: 'promisedSales',
    afterSaving: true,
  }),
];
