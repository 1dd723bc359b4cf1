import type { Field, Formula } from '../../model/field';

/** A figure of the baseline tab for the row's ownership; blank without an ownership. */
function byOwnership(field: string): string {
  return `IF({ownership}={list.ownership.franchised},{baseline.franchised.${field}},IF({ownership}={list.ownership.selfOperated},{baseline.selfOperated.${field}},""))`;
}

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

/** Season weight of the year up to a point in time counted in months, within a month evenly. */
function weightAt(time: string): string {
  return `IF(${time}>=12,{settings.seasonTotal},INDEX({settings.seasonBefore},1,INT(${time})+1)+(${time}-INT(${time}))*INDEX({settings.seasonIndex},1,INT(${time})+1))`;
}

/** The final target times the share of the store's own weight gone by the end of a month, in whole rounding units. */
function throughMonth(month: number): string {
  if (month === 0) return '0';
  const gone = month === 12 ? '{settings.seasonTotal}' : `{settings.seasonBefore.${month + 1}}`;
  // In units first, clear of binary noise: a half must be seen as a half.
  return `ROUND(ROUND({finalTarget}/{settings.roundingUnit},6)*MAX(0,MIN(${gone},{weightTo})-{weightFrom})/({weightTo}-{weightFrom}),0)*{settings.roundingUnit}`;
}

function monthFormula(month: number): Formula {
  return `IF(COUNT({finalTarget},{weightFrom},{weightTo})<3,"",IF({weightTo}-{weightFrom}<=0,0,${throughMonth(month)}-${throughMonth(month - 1)}))`;
}

export const stores: readonly Field[] = [
  { id: 'storeId', kind: 'text', role: 'input', required: true, key: true },
  { id: 'name', kind: 'text', role: 'input', width: 160, total: 'COUNTA({stores.storeId})', totalKind: 'count' },
  { id: 'ownership', kind: 'choice', list: 'ownership', role: 'input', required: true },
  { id: 'franchisee', kind: 'text', role: 'input' },
  { id: 'city', kind: 'text', role: 'input' },
  { id: 'grade', kind: 'choice', list: 'grade', role: 'input' },
  { id: 'area', kind: 'number', role: 'input', min: 0, above: true, total: 'sum' },
  { id: 'manager', kind: 'text', role: 'input' },
  { id: 'supervisor', kind: 'person', role: 'input' },
  { id: 'openedOn', kind: 'date', role: 'input' },
  { id: 'closedOn', kind: 'date', role: 'input' },
  { id: 'channel', kind: 'choice', list: 'channel', open: true, role: 'input' },
  { id: 'lastYearSales', kind: 'money', role: 'input', min: 0, total: 'sum' },
  {
    id: 'lastYearMonths',
    kind: 'months',
    role: 'default',
    min: 0,
    max: 12,
    total: 'sum',
    formula: `IF(${yearStart}="","",MAX(0,(${monthsThrough(`MIN({closedOn},${yearStart}-1)`, lastYearStart, true)})-(${monthsThrough(`MAX({openedOn},${lastYearStart})`, lastYearStart, false)})))`,
  },
  {
    id: 'storeBaseline',
    kind: 'money',
    role: 'computed',
    formula: [
      `IF(OR({lastYearSales}="",{lastYearMonths}="",{lastYearMonths}<3),${byOwnership('avgStore')},{lastYearSales}/{lastYearMonths})`,
      'IF(OR({lastYearSales}="",{lastYearMonths}="",{lastYearMonths}<3),"",{lastYearSales}/{lastYearMonths})',
    ],
  },
  {
    id: 'flag',
    kind: 'choice',
    list: 'flag',
    role: 'computed',
    formula: [
      `IF({lastYearMonths}="","",IF(AND({lastYearSales}="",{lastYearMonths}>0),{list.flag.missing},IF({lastYearMonths}<3,{list.flag.young},IF({storeBaseline}<{settings.weakLine}*${byOwnership('avgStore')},{list.flag.weak},""))))`,
      'IF({lastYearMonths}="","",IF(AND({lastYearSales}="",{lastYearMonths}>0),{list.flag.missing},IF({lastYearMonths}<3,{list.flag.young},"")))',
    ],
  },
  {
    id: 'growth',
    kind: 'growth',
    role: 'default',
    min: -1,
    formula: `IF(${byOwnership('growth')}="","",${byOwnership('growth')})`,
  },
  {
    id: 'monthsThisYear',
    kind: 'months',
    role: 'default',
    min: 0,
    max: 12,
    total: 'sum',
    formula: 'IF(COUNT({timeFrom},{timeTo})<2,"",MAX(0,{timeTo}-{timeFrom}))',
  },
  {
    id: 'computedTarget',
    kind: 'money',
    role: 'computed',
    total: 'sum',
    formula: 'IF(COUNT({storeBaseline},{growth},{monthsThisYear})<3,"",{storeBaseline}*(1+{growth})*{monthsThisYear})',
  },
  { id: 'agreedTarget', kind: 'money', role: 'input', min: 0, total: 'sum', keptByImport: true },
  {
    id: 'finalTarget',
    kind: 'money',
    role: 'computed',
    total: 'sum',
    formula: [
      'IF({agreedTarget}<>"",{agreedTarget},IF({computedTarget}="","",ROUND({computedTarget}/{settings.roundingUnit},0)*{settings.roundingUnit}))',
      'IF({agreedTarget}<>"",{agreedTarget},{computedTarget})',
    ],
  },
  {
    id: 'floorTarget',
    kind: 'money',
    role: 'computed',
    total: 'sum',
    formula: 'IF({finalTarget}="","",{finalTarget}*{settings.floorFactor})',
  },
  {
    id: 'stretchTarget',
    kind: 'money',
    role: 'computed',
    total: 'sum',
    formula: 'IF({finalTarget}="","",{finalTarget}*{settings.stretchFactor})',
  },
  {
    id: 'yearOnYear',
    kind: 'growth',
    role: 'computed',
    formula: 'IF(COUNT({finalTarget},{lastYearSales})<2,"",IF({lastYearSales}=0,"",{finalTarget}/{lastYearSales}-1))',
  },
  {
    id: 'salesPerArea',
    kind: 'money',
    role: 'computed',
    formula: 'IF(COUNT({finalTarget},{area})<2,"",IF({area}=0,"",{finalTarget}/{area}))',
  },
  {
    id: 'months',
    kind: 'money',
    role: 'default',
    cells: 12,
    monthly: true,
    total: 'sum',
    min: 0,
    formula: monthFormula,
  },
  {
    id: 'monthDifference',
    kind: 'money',
    role: 'computed',
    total: 'sum',
    formula: 'IF({finalTarget}="","",ROUND({finalTarget}-SUM({months}),6))',
  },
  { id: 'signedOn', kind: 'date', role: 'input' },
  { id: 'keyActions', kind: 'longText', role: 'input' },
  {
    // Its row, for franchised stores: what the list overleaf of the target sheet finds them by.
    id: 'listKey',
    kind: 'count',
    role: 'computed',
    hidden: true,
    formula: 'IF({ownership}={list.ownership.franchised},ROW(),"")',
  },
  {
    id: 'timeFrom',
    kind: 'months',
    role: 'computed',
    hidden: true,
    formula: `IF(${yearStart}="","",${monthsThrough(`MAX({openedOn},${yearStart})`, yearStart, false)})`,
  },
  {
    id: 'timeTo',
    kind: 'months',
    role: 'computed',
    hidden: true,
    formula: `IF(${yearStart}="","",MAX({timeFrom},${monthsThrough(`MIN({closedOn},${yearEnd})`, yearStart, true)}))`,
  },
  {
    id: 'weightFrom',
    kind: 'index',
    role: 'computed',
    hidden: true,
    formula: `IF(${yearStart}="","",${weightAt('MIN(12,{timeFrom})')})`,
  },
  {
    id: 'weightTo',
    kind: 'index',
    role: 'computed',
    hidden: true,
    formula: `IF(${yearStart}="","",${weightAt('MIN(12,{timeTo})')})`,
  },
];
