import type { Content } from '../plan';
import type { Step } from './step';

const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  zh: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
};
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

/** A month's name as it was, in each language. */
const monthNamed = (month: number): readonly Content[] =>
  [months.en, months.zh].map((of): Content => {
    const names = of.map((name) => `"${name}"`).join(',');
    return { formula: `CHOOSE(MOD({means.firstMonth}+${month - 2},12)+1,${names})` };
  });

/** Where the plan year's months are named: heads of columns, heads within a record, and rows. */
const named = [
  ...[
    ['history', 'months'],
    ['stores', 'months'],
    ['expansion', 'openings'],
    ['headcount', 'arrivals'],
    ['actuals', 'sales'],
    ['signedTargets', 'months'],
    ['signedOpenings', 'openings'],
  ].map(([tab = '', field]) => ({ tab, at: (month: number) => ({ row: '#labels', column: `${field}.${month}` }) })),
  ...[
    ['settings', '#season'],
    ['summary', '#months'],
  ].map(([tab = '', row = '']) => ({ tab, at: (month: number) => ({ row, column: `value.${month}` }) })),
  ...['monitor', 'closings'].map((tab) => ({ tab, at: (month: number) => ({ row: `m${month}`, column: 'label' }) })),
];

const listed = 'COUNTA({stores.storeId})>0';
const fromList = (figure: string): readonly string[] => [`IF(${listed},${figure},"")`, '""'];
const isHistory = '{stores.lastYearSales},"<>",{stores.lastYearMonths},">0"';

const ofBaseline: Readonly<Record<string, (own: string) => readonly string[]>> = {
  storeCount: (own) => fromList(`COUNTIFS({stores.ownership},${own},${isHistory})`),
  avgMonths: (own) =>
    fromList(
      `IF({storeCount}=0,"",SUMIFS({stores.lastYearMonths},{stores.ownership},${own},${isHistory})/{storeCount})`,
    ),
  storeMonths: (own) => {
    const isNew = '{stores.openedOn},">="&{settings.yearStart}';
    const sum = `SUMIFS({stores.monthsThisYear},{stores.ownership},${own})`;
    const otherwise = 'IF({storeCount}="","",{storeCount}*12)';
    const ofNew = `SUMIFS({stores.monthsThisYear},{stores.ownership},${own},${isNew})`;
    return [`IF(${listed},${sum}-${ofNew},${otherwise})`, otherwise];
  },
};

const growth =
  'IF({ownership}={list.ownership.franchised},{baseline.franchised.growth},IF({ownership}={list.ownership.selfOperated},{baseline.selfOperated.growth},""))';

/** What a store's months are, without a look at the unit that they are rounded to. */
function monthOf(month: number): string {
  const reached = (upTo: number): string => {
    if (upTo === 0) return '0';
    if (upTo === 12) return '{finalTarget}';
    const rounded = `ROUND({units}*{through.${upTo}}/{through.12},0)*{settings.roundingUnit}`;
    return `IF({through.${upTo}}>={through.12},{finalTarget},${rounded})`;
  };
  return `IF(COUNT({finalTarget},{through.12})<2,"",IF({through.12}<=0,0,${reached(month)}-${reached(month - 1)}))`;
}

/** Formulas take only a number for one: text may stand in cells of numbers and days. */
export const numbersOnly: Step = {
  notes: [
    'What “sales” means in this whole workbook. The two are never mixed.',
    'All money in this workbook is in this currency, stored in its unit.',
    'Due dates are judged against this day. Today unless typed over.',
    'A store below this share of its ownership’s baseline is flagged weak.',
    'Actual ÷ target to date at or above this is green.',
    'Actual ÷ target to date at or above this is amber; below it, red.',
  ],
  former: [
    ...named.flatMap(({ tab, at }) => twelve.map((month) => ({ tab, ...at(month), contents: monthNamed(month) }))),
    ...['franchised', 'selfOperated'].flatMap((row) =>
      Object.entries(ofBaseline).map(([column, of]) => ({
        tab: 'baseline',
        row,
        column,
        contents: [{ formula: of(`{list.ownership.${row}}`) }],
      })),
    ),
    ...twelve.slice(4).map((cell) => ({
      tab: 'settings',
      row: 'ramp',
      column: `value.${cell}`,
      contents: [{ formula: `{ramp.${cell - 1}}` }],
    })),
    { tab: 'stores', column: 'growth', contents: [{ formula: `IF(${growth}="","",${growth})` }] },
    ...twelve.map((month) => ({
      tab: 'stores',
      column: `months.${month}`,
      contents: [{ formula: monthOf(month) }],
    })),
    ...['traffic', 'entry', 'conversion', 'attach', 'price'].map((driver) => ({
      tab: 'rates',
      column: `${driver}Target`,
      contents: [{ formula: `IF({${driver}Now}="","",{${driver}Now})` }],
    })),
    ...twelve.map((month) => ({
      tab: 'monitor',
      row: `m${month}`,
      column: 'rateTarget',
      contents: [{ formula: ['IF({members.repurchaseRate.2}="","",{members.repurchaseRate.2})', '""'] }],
    })),
    {
      tab: 'headcount',
      column: 'span',
      contents: [
        {
          formula:
            'IF({role}={list.role.supervisor},{settings.supervisorSpan},IF({role}={list.role.expansion},{settings.expansionSpan},""))',
        },
      ],
    },
  ],
};
