import type { Content } from '../plan';
import type { Step } from './step';

const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  zh: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
};

/** Heads of the summary's values as they were: the plan year's months, behind the word for a value in the first. */
function monthHeads(column: number): readonly Content[] {
  return (['en', 'zh'] as const).map((language): Content => {
    const value = { en: 'Value', zh: '值' }[language];
    const names = months[language].map((name) => `"${name}"`).join(',');
    const named = `CHOOSE(MOD({means.firstMonth}+${column - 2},12)+1,${names})`;
    return { formula: column === 1 ? `"${value} · "&${named}` : named };
  });
}

/** A head of the list overleaf as it was, with the unit of its figures. */
const inUnit = (label: string): Content => ({
  formula: `IF({settings.displayUnit|""}="","${label}","${label} ("&{settings.displayUnit|""}&")")`,
});

const twelve = Array.from({ length: 12 }, (_, index) => index + 1);
const labels = '#labels';

/** The target sheet has each figure in a cell of its own, records have groups, and heads say once in what money is. */
export const laidOut: Step = {
  notes: [
    'Share of the mature baseline in the 1st, 2nd, 3rd … calendar month, the opening month included. The last share goes on.',
    'Each month’s weight, from the first month on; the twelve add up to 12. From the sales history, else 1 each.',
    'Franchised stores in the order of the store list.',
    '新店开业第 1、2、3……个自然月达到成熟月均的比例，含开业当月；最后一个比例一直沿用。',
    '从首月起各月权重，十二个月合计 12。取自历史月销售，没有则各月为 1。',
    '加盟店，按门店表顺序。',
  ],
  retired: ['floorStretch', 'rates', 'total', 'company', 'quarters'].map((field) => ({ tab: 'targetSheet', field })),
  former: [
    ...['settings', 'summary', 'members'].map((tab) => ({
      tab,
      row: labels,
      column: 'label',
      contents: ['Item', '项目'],
    })),
    ...twelve.slice(1).map((column) => ({
      tab: 'settings',
      row: labels,
      column: `value.${column}`,
      contents: [String(column)],
    })),
    ...twelve.map((column) => ({
      tab: 'summary',
      row: labels,
      column: `value.${column}`,
      contents: monthHeads(column),
    })),
    {
      tab: 'settings',
      row: 'ramp',
      column: 'hint',
      contents: [
        'Share of the mature baseline in the 1st, 2nd, 3rd … calendar month, the opening month included. The last share goes on.',
        '新店开业第 1、2、3……个自然月达到成熟月均的比例，含开业当月；最后一个比例一直沿用。',
      ],
    },
    ...(
      [
        ['salesBasis', 'What “sales” means in this whole workbook. The two are never mixed.'],
        ['currency', 'All money in this workbook is in this currency, stored in its unit.'],
        ['asOf', 'Due dates are judged against this day. Today unless typed over.'],
        ['weakLine', 'A store below this share of its ownership’s baseline is flagged weak.'],
        ['green', 'Actual ÷ target to date at or above this is green.'],
        ['amber', 'Actual ÷ target to date at or above this is amber; below it, red.'],
      ] as const
    ).map(([row, hint]) => ({ tab: 'settings', row, column: 'hint', contents: [hint] })),
    {
      tab: 'settings',
      row: 'seasonIndex',
      column: 'hint',
      contents: [
        'Each month’s weight, from the first month on; the twelve add up to 12. From the sales history, else 1 each.',
        '从首月起各月权重，十二个月合计 12。取自历史月销售，没有则各月为 1。',
      ],
    },
    ...(
      [
        ['stores', 'storeId'],
        ['expansion', 'channel'],
      ] as const
    ).map(([tab, column]) => ({ tab, row: '#total', column, contents: ['Total', '合计'] })),
    ...(
      [
        ['lastYearSales', 'Last year', '去年业绩'],
        ['floorTarget', 'Floor', '保底'],
        ['finalTarget', 'Target', '目标'],
        ['stretchTarget', 'Stretch', '冲刺'],
      ] as const
    ).map(([column, en, zh]) => ({ tab: 'storeList', row: labels, column, contents: [inUnit(en), inUnit(zh)] })),
  ],
};
