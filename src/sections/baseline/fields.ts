import { computed, type Field, type Formula, input } from '../../model/field';

const listed = 'COUNTA({stores.storeId})>0';

/** A figure of one ownership from the store list once it has rows, else `otherwise`. */
const fromList = (figure: string, otherwise: string): Formula => [`IF(${listed},${figure},${otherwise})`, otherwise];

/** The same field for both ownerships, and for all. */
function rows(each: (ownership: string) => Formula, all: Formula, role: Field['role']): NonNullable<Field['rows']> {
  return {
    franchised: { role, formula: each('{list.ownership.franchised}') },
    selfOperated: { role, formula: each('{list.ownership.selfOperated}') },
    all: { role: 'computed', formula: all },
  };
}

const bothSum = (field: string): string =>
  `IF(COUNT({baseline.franchised.${field}},{baseline.selfOperated.${field}})=0,"",SUM({baseline.franchised.${field}},{baseline.selfOperated.${field}}))`;

/** E of a row over its baseline and store-months, less 1. */
const growthOf =
  'IF(COUNT({existingTarget},{avgStore},{storeMonths})<3,"",IF({avgStore}*{storeMonths}=0,"",IFERROR(REQUIRED_GROWTH({existingTarget},{avgStore},{storeMonths}),{existingTarget}/({avgStore}*{storeMonths})-1)))';

/**
 * E of an ownership: its stores' final targets without those that open in the plan year. Blank, not 0, while it has
 * existing stores of which none has a target.
 */
function existingTargetOf(own: string): string {
  const isNew = '{stores.openedOn},">="&{settings.yearStart}';
  const existing = `COUNTIFS({stores.ownership},${own})-COUNTIFS({stores.ownership},${own},${isNew})`;
  const targets = `COUNTIFS({stores.ownership},${own},{stores.finalTarget},">=0")-COUNTIFS({stores.ownership},${own},{stores.finalTarget},">=0",${isNew})`;
  const sum = `SUMIFS({stores.finalTarget},{stores.ownership},${own})-SUMIFS({stores.finalTarget},{stores.ownership},${own},${isNew})`;
  return `IF(AND(${existing}>0,${targets}=0),"",${sum})`;
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
      (own) => fromList(`SUMIFS({stores.lastYearSales},{stores.ownership},${own})`, '""'),
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
      (own) => fromList(`COUNTIFS({stores.ownership},${own},{stores.lastYearSales},"<>")`, '""'),
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
          `IF({storeCount}=0,"",SUMIFS({stores.lastYearMonths},{stores.ownership},${own},{stores.lastYearSales},"<>")/{storeCount})`,
          '""',
        ),
      'IF(COUNT({storeCount},{lastYearStoreMonths})<2,"",IF({storeCount}=0,"",{lastYearStoreMonths}/{storeCount}))',
      'default',
    ),
  },
  computed(
    'avgStore',
    'money',
    'IF(COUNT({lastYearSales},{storeCount},{avgMonths})<3,"",IF({storeCount}*{avgMonths}=0,"",IFERROR(AVG_STORE_BASELINE({lastYearSales},{storeCount},{avgMonths}),{lastYearSales}/{storeCount}/{avgMonths})))',
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
  computed('targetPerMonth', 'money', 'IF(COUNT({avgStore},{growth})<2,"",{avgStore}*(1+{growth}))'),
  {
    id: 'storeMonths',
    kind: 'months',
    role: 'default',
    min: 0,
    rows: rows(
      (own) =>
        fromList(
          `SUMIFS({stores.monthsThisYear},{stores.ownership},${own})-SUMIFS({stores.monthsThisYear},{stores.ownership},${own},{stores.openedOn},">="&{settings.yearStart})`,
          'IF({storeCount}="","",{storeCount}*12)',
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
    rows: rows(
      (own) =>
        fromList(
          existingTargetOf(own),
          'IF(COUNT({avgStore},{growth},{storeMonths})<3,"",IFERROR(STORE_TARGET({avgStore},{growth},{storeMonths}),{avgStore}*(1+{growth})*{storeMonths}))',
        ),
      bothSum('existingTarget'),
      'computed',
    ),
  },
  computed('plannedGrowth', 'growth', growthOf),
  {
    id: 'lastYearStoreMonths',
    kind: 'months',
    role: 'computed',
    rows: {
      franchised: { role: 'computed', formula: 'IF(COUNT({storeCount},{avgMonths})<2,"",{storeCount}*{avgMonths})' },
      selfOperated: { role: 'computed', formula: 'IF(COUNT({storeCount},{avgMonths})<2,"",{storeCount}*{avgMonths})' },
      all: { role: 'computed', formula: bothSum('lastYearStoreMonths') },
    },
  },
  {
    id: 'listBaseline',
    kind: 'money',
    role: 'computed',
    rows: rows(
      (own) => [
        `IF(SUMIFS({stores.lastYearMonths},{stores.ownership},${own},{stores.lastYearSales},"<>")=0,"",SUMIFS({stores.lastYearSales},{stores.ownership},${own})/SUMIFS({stores.lastYearMonths},{stores.ownership},${own},{stores.lastYearSales},"<>"))`,
      ],
      [
        'IF(SUMIFS({stores.lastYearMonths},{stores.lastYearSales},"<>")=0,"",SUM({stores.lastYearSales})/SUMIFS({stores.lastYearMonths},{stores.lastYearSales},"<>"))',
      ],
      'computed',
    ),
  },
  computed('difference', 'money', 'IF(COUNT({avgStore},{listBaseline})<2,"",{avgStore}-{listBaseline})'),
];

/** New stores' sales in a month: what opened in each month up to it, at the ramp of its age, at the month's index. */
function newStoresInMonth(month: number): string {
  const terms: string[] = [];
  for (let opened = 1; opened <= month; opened += 1)
    terms.push(`{openedBaseline.${opened}}*{settings.ramp.${month - opened + 1}}`);
  return `{settings.seasonIndex.${month}}*(${terms.join('+')})`;
}

/** The region's figures in one column: what the plan adds up to, and what the company asks. */
export const summary: readonly Field[] = [
  computed('existingTarget', 'money', '{baseline.all.existingTarget}'),
  computed('newSales', 'money', '{expansion.#total.sales|0}', { afterSaving: true }),
  computed(
    'total',
    'money',
    'IF(AND(COUNT({existingTarget})=0,SUM({newSales})=0),"",SUM({existingTarget},{newSales}))',
    { named: true, means: 'planned' },
  ),
  computed('companyTarget', 'money', 'IF({settings.companyTarget}="","",{settings.companyTarget})'),
  computed('gap', 'money', 'IF(COUNT({companyTarget},{total})<2,"",{total}-{companyTarget})', {
    named: true,
    means: 'gap',
  }),
  computed('ratio', 'rate', 'IF(OR(COUNT({total})=0,SUM({companyTarget})=0),"",{total}/{companyTarget})'),
  computed('lastYearTotal', 'money', '{baseline.all.lastYearSales}'),
  computed(
    'totalGrowth',
    'growth',
    'IF(COUNT({lastYearTotal},{total})<2,"",IF({lastYearTotal}=0,"",{total}/{lastYearTotal}-1))',
  ),
  computed('plannedGrowth', 'growth', '{baseline.all.plannedGrowth}', { named: true, means: 'plannedGrowth' }),
  computed(
    'requiredGrowth',
    'growth',
    'IF(COUNT({companyTarget},{baseline.all.avgStore},{baseline.all.storeMonths})<3,"",IF({baseline.all.avgStore}*{baseline.all.storeMonths}=0,"",IFERROR(REQUIRED_GROWTH({companyTarget}-{newSales},{baseline.all.avgStore},{baseline.all.storeMonths}),({companyTarget}-{newSales})/({baseline.all.avgStore}*{baseline.all.storeMonths})-1)))',
    { named: true, means: 'requiredGrowth' },
  ),
  computed(
    'mixNeutralGrowth',
    'growth',
    'IF(COUNT({existingTarget})=0,"",IFERROR({existingTarget}/(SUM({baseline.franchised.avgStore})*SUM({baseline.franchised.storeMonths})+SUM({baseline.selfOperated.avgStore})*SUM({baseline.selfOperated.storeMonths}))-1,""))',
  ),
  computed(
    'sameStoreGrowth',
    'growth',
    'IFERROR(SUMIFS({stores.finalTarget},{stores.lastYearSales},"<>",{stores.lastYearMonths},">=12",{stores.monthsThisYear},">=12")/SUMIFS({stores.lastYearSales},{stores.finalTarget},">=0",{stores.lastYearMonths},">=12",{stores.monthsThisYear},">=12")-1,"")',
  ),
  computed(
    'existingStores',
    'count',
    fromList(
      'COUNTA({stores.storeId})-COUNTIFS({stores.storeId},"<>",{stores.openedOn},">="&{settings.yearStart})',
      'SUM({baseline.all.storeCount})',
    ),
    { afterSaving: true },
  ),
  computed(
    'closures',
    'count',
    'IF({settings.planYear}="","",COUNTIFS({stores.closedOn},">="&{settings.yearStart},{stores.closedOn},"<="&{settings.yearEnd}))',
    { afterSaving: true },
  ),
  computed(
    'yearEndStores',
    'count',
    '{existingStores}-COUNTIFS({stores.closedOn},"<="&{settings.yearEnd})+COUNTIFS({stores.closedOn},"<="&{settings.yearEnd},{stores.openedOn},">="&{settings.yearStart})+{expansion.#total.targetOpenings|0}',
    { named: true, afterSaving: true },
  ),
  computed(
    'existingByMonth',
    'money',
    (month) =>
      `SUM({stores.months.${month}})-SUMIFS({stores.months.${month}},{stores.openedOn},">="&{settings.yearStart})`,
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
];
