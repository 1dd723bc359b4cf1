import { computed, type Field, type Formula, input, preset } from '../../model/field';

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
  input('storeId', 'text', { required: true, key: true }),
  input('name', 'text', { width: 200, total: 'COUNTA({stores.storeId})', totalKind: 'count' }),
  input('ownership', 'choice', { list: 'ownership', required: true, width: 116 }),
  input('franchisee', 'text'),
  input('city', 'text'),
  input('grade', 'choice', { list: 'grade' }),
  input('area', 'number', { min: 0, above: true, total: 'sum' }),
  input('manager', 'text'),
  input('supervisor', 'person', { width: 148 }),
  input('openedOn', 'date'),
  input('closedOn', 'date', { notBefore: 'openedOn' }),
  input('channel', 'choice', { list: 'channel', open: true, width: 176 }),
  input('lastYearSales', 'money', { min: 0, total: 'sum' }),
  preset(
    'lastYearMonths',
    'months',
    `IF(${yearStart}="","",MAX(0,(${monthsThrough(`MIN({closedOn},${yearStart}-1)`, lastYearStart, true)})-(${monthsThrough(`MAX({openedOn},${lastYearStart})`, lastYearStart, false)})))`,
    { min: 0, max: 12, total: 'sum' },
  ),
  computed('storeBaseline', 'money', [
    `IF(OR({lastYearSales}="",{lastYearMonths}="",{lastYearMonths}<3),${byOwnership('avgStore')},{lastYearSales}/{lastYearMonths})`,
    'IF(OR({lastYearSales}="",{lastYearMonths}="",{lastYearMonths}<3),"",{lastYearSales}/{lastYearMonths})',
  ]),
  computed(
    'flag',
    'choice',
    [
      `IF({lastYearMonths}="","",IF(AND({lastYearSales}="",{lastYearMonths}>0),{list.flag.missing},IF({lastYearMonths}<3,{list.flag.young},IF({storeBaseline}<{settings.weakLine}*${byOwnership('avgStore')},{list.flag.weak},""))))`,
      'IF({lastYearMonths}="","",IF(AND({lastYearSales}="",{lastYearMonths}>0),{list.flag.missing},IF({lastYearMonths}<3,{list.flag.young},"")))',
    ],
    { list: 'flag' },
  ),
  preset('growth', 'growth', `IF(${byOwnership('growth')}="","",${byOwnership('growth')})`, { min: -1 }),
  preset('monthsThisYear', 'months', 'IF(COUNT({timeFrom},{timeTo})<2,"",MAX(0,{timeTo}-{timeFrom}))', {
    min: 0,
    max: 12,
    total: 'sum',
  }),
  computed(
    'computedTarget',
    'money',
    'IF(COUNT({storeBaseline},{growth},{monthsThisYear})<3,"",{storeBaseline}*(1+{growth})*{monthsThisYear})',
    { total: 'sum' },
  ),
  input('agreedTarget', 'money', { min: 0, total: 'sum', keptByImport: true }),
  computed(
    'finalTarget',
    'money',
    [
      'IF({agreedTarget}<>"",{agreedTarget},IF({computedTarget}="","",ROUND({computedTarget}/{settings.roundingUnit},0)*{settings.roundingUnit}))',
      'IF({agreedTarget}<>"",{agreedTarget},{computedTarget})',
    ],
    { total: 'sum' },
  ),
  computed('floorTarget', 'money', 'IF({finalTarget}="","",{finalTarget}*{settings.floorFactor})', { total: 'sum' }),
  computed('stretchTarget', 'money', 'IF({finalTarget}="","",{finalTarget}*{settings.stretchFactor})', {
    total: 'sum',
  }),
  computed(
    'yearOnYear',
    'growth',
    'IF(COUNT({finalTarget},{lastYearSales})<2,"",IF({lastYearSales}=0,"",{finalTarget}/{lastYearSales}-1))',
  ),
  computed('salesPerArea', 'price', 'IF(COUNT({finalTarget},{area})<2,"",IF({area}=0,"",{finalTarget}/{area}))'),
  preset('months', 'money', monthFormula, { cells: 12, monthly: true, shares: 'finalTarget', total: 'sum', min: 0 }),
  computed('monthDifference', 'money', 'IF({finalTarget}="","",ROUND({finalTarget}-SUM({months}),6))', {
    total: 'sum',
  }),
  input('signedOn', 'date'),
  input('keyActions', 'longText'),
  // Its row, for franchised stores: what the list overleaf of the target sheet finds them by.
  computed('listKey', 'count', 'IF({ownership}={list.ownership.franchised},ROW(),"")', { hidden: true }),
  computed(
    'timeFrom',
    'months',
    `IF(${yearStart}="","",${monthsThrough(`MAX({openedOn},${yearStart})`, yearStart, false)})`,
    { hidden: true },
  ),
  computed(
    'timeTo',
    'months',
    `IF(${yearStart}="","",MAX({timeFrom},${monthsThrough(`MIN({closedOn},${yearEnd})`, yearStart, true)}))`,
    { hidden: true },
  ),
  computed('weightFrom', 'index', `IF(${yearStart}="","",${weightAt('MIN(12,{timeFrom})')})`, { hidden: true }),
  computed('weightTo', 'index', `IF(${yearStart}="","",${weightAt('MIN(12,{timeTo})')})`, { hidden: true }),
];
