import type { Field } from '../../model/field';

/** New stores' share of the mature baseline in their 1st, 2nd, 3rd … calendar month; the last share goes on. */
const defaultRamp = [0.5, 0.7, 0.85, 1];

/** A month's share of its year × 12, averaged over the complete, ticked years; 1 without any. */
function seasonIndexFormula(month: number): readonly string[] {
  return [
    `IF(SUM({history.toIndex})=0,1,SUMPRODUCT({history.months.${month}},{history.toIndex})/COUNTIF({history.toIndex},">0"))`,
    '1',
  ];
}

/** What a store that opens in a month sells in the rest of the year, in months of the mature baseline. */
function openingWeight(month: number): string {
  const terms: string[] = [];
  for (let later = month; later <= 12; later += 1) terms.push(`{ramp.${later - month + 1}}*{seasonIndex.${later}}`);
  return terms.join('+');
}

export const settings: readonly Field[] = [
  { id: 'region', kind: 'text', role: 'input', required: true, named: true },
  { id: 'planYear', kind: 'year', role: 'input', required: true, min: 2000, max: 2100, named: true },
  { id: 'firstMonth', kind: 'count', role: 'default', formula: '1', min: 1, max: 12 },
  { id: 'companyTarget', kind: 'money', role: 'input', min: 0, named: true },
  { id: 'salesBasis', kind: 'choice', list: 'salesBasis', role: 'default', formula: '{list.salesBasis.retail}' },
  { id: 'currency', kind: 'choice', list: 'currency', role: 'default', formula: '{list.currency.CNY}' },
  {
    id: 'displayUnit',
    kind: 'choice',
    list: 'displayUnit',
    role: 'default',
    formula: '{list.displayUnit.tenThousand}',
  },
  {
    id: 'unitSize',
    kind: 'count',
    role: 'computed',
    hidden: true,
    formula:
      'IF({displayUnit}={list.displayUnit.tenThousand},10000,IF({displayUnit}={list.displayUnit.thousand},1000,1))',
  },
  { id: 'roundingUnit', kind: 'number', role: 'default', formula: '1', min: 0, above: true },
  { id: 'dataThrough', kind: 'date', role: 'input' },
  { id: 'asOf', kind: 'date', role: 'default', formula: 'TODAY()' },
  { id: 'floorFactor', kind: 'rate', role: 'default', formula: '0.9', min: 0, above: true },
  { id: 'stretchFactor', kind: 'rate', role: 'default', formula: '1.1', min: 0, above: true },
  { id: 'weakLine', kind: 'rate', role: 'default', formula: '0.7', min: 0 },
  { id: 'supervisorSpan', kind: 'number', role: 'default', formula: '12', min: 0, above: true },
  { id: 'expansionSpan', kind: 'number', role: 'default', formula: '8', min: 0, above: true },
  { id: 'green', kind: 'rate', role: 'default', formula: '1', min: 0 },
  { id: 'amber', kind: 'rate', role: 'default', formula: '0.9', min: 0 },
  {
    id: 'ramp',
    kind: 'rate',
    role: 'default',
    cells: 12,
    formula: (cell) => (cell <= defaultRamp.length ? String(defaultRamp[cell - 1]) : `{ramp.${cell - 1}}`),
    min: 0,
  },
  { id: 'seasonIndex', kind: 'index', role: 'default', cells: 12, monthly: true, formula: seasonIndexFormula, min: 0 },
  {
    id: 'seasonBefore',
    kind: 'index',
    role: 'computed',
    cells: 12,
    formula: (cell) => (cell === 1 ? '0' : `{seasonBefore.${cell - 1}}+{seasonIndex.${cell - 1}}`),
    hidden: true,
  },
  {
    id: 'openingWeight',
    kind: 'index',
    role: 'computed',
    cells: 12,
    monthly: true,
    hidden: true,
    formula: openingWeight,
  },
  { id: 'seasonTotal', kind: 'index', role: 'computed', formula: 'SUM({seasonIndex})', hidden: true },
  {
    id: 'yearStart',
    kind: 'date',
    role: 'computed',
    formula: 'IF({planYear}="","",DATE({planYear},{firstMonth},1))',
    named: true,
  },
  { id: 'yearEnd', kind: 'date', role: 'computed', formula: 'IF({planYear}="","",EOMONTH({yearStart},11))' },
  {
    id: 'lastYearStart',
    kind: 'date',
    role: 'computed',
    formula: 'IF({planYear}="","",EDATE({yearStart},-12))',
    hidden: true,
  },
  { id: 'preparedBy', kind: 'text', role: 'input' },
  { id: 'preparedOn', kind: 'date', role: 'input' },
  { id: 'version', kind: 'text', role: 'input' },
];

export const history: readonly Field[] = [
  { id: 'year', kind: 'year', role: 'input', required: true, key: true, min: 1990, max: 2100 },
  { id: 'months', kind: 'money', role: 'input', cells: 12, monthly: true, min: 0 },
  { id: 'takesPart', kind: 'tick', role: 'input', initial: true },
  {
    id: 'total',
    kind: 'money',
    role: 'computed',
    formula: 'IF(COUNT({months})=0,"",SUM({months}))',
  },
  {
    id: 'toIndex',
    kind: 'index',
    role: 'computed',
    hidden: true,
    formula: 'IF(AND({takesPart}=TRUE,COUNT({months})=12,SUM({months})>0),12/SUM({months}),0)',
  },
];

export const people: readonly Field[] = [
  { id: 'person', kind: 'text', role: 'input', required: true, key: true, width: 160 },
  { id: 'role', kind: 'choice', list: 'role', role: 'input', width: 160 },
];
