import { askedEn, askedZh } from '../model/ruleText';

export const en = {
  item: 'Item',
  explanation: 'Explanation',
  value: 'Value',
  total: 'Total',
  number: 'No.',
  lists: 'Choices',
  log: 'Change log',
  monthOf: (month: number) => `Month ${month}`,
  monthNames: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as readonly string[],
  computedBy: (formula: string) => `Computed: ${formula}`,
  money: 'Money',
  itemAndMoney: 'Item · money',
  ownUnit: 'CNY',
  needsTabs: (titles: string) => `Blank until these tabs are in the workbook: ${titles}.`,
  withoutTabs: (titles: string) => `Computed without these tabs, which are not in the workbook: ${titles}.`,
  separator: ', ',
  logColumns: {
    request: 'Request',
    when: 'When',
    who: 'Who',
    part: 'Part',
    record: 'Record',
    field: 'Field',
    from: 'From',
    to: 'To',
    state: 'State',
  },
  rules: askedEn,
};

export const zh: typeof en = {
  item: '项目',
  explanation: '说明',
  value: '值',
  total: '合计',
  number: '序号',
  lists: '选项',
  log: '变更记录',
  monthOf: (month) => `第${month}月`,
  monthNames: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  computedBy: (formula) => `计算公式：${formula}`,
  money: '金额',
  itemAndMoney: '项目 · 金额',
  ownUnit: '元',
  needsTabs: (titles) => `工作簿中有以下工作表后才有数：${titles}。`,
  withoutTabs: (titles) => `工作簿中没有以下工作表，未计入：${titles}。`,
  separator: '、',
  logColumns: {
    request: '请求',
    when: '时间',
    who: '操作人',
    part: '部分',
    record: '记录',
    field: '字段',
    from: '原值',
    to: '新值',
    state: '状态',
  },
  rules: askedZh,
};

export type RuleWords = typeof askedEn;

export const words = { en, zh };
