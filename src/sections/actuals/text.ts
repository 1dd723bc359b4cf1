import { flagFormula } from './fields';

export const en = {
  title: 'Actuals',
  tabs: {
    actuals: {
      title: 'Actuals',
      lines: {
        storeId: { label: 'Store ID' },
        day: { label: 'Date' },
        amount: { label: 'Amount' },
      },
      fields: {
        storeId: { label: 'Store ID', note: 'A store of the store list.' },
        name: { label: 'Store name', note: 'From the store list.' },
        sales: { label: '', note: 'Sales of the month, as imported. Blank is not known; 0 sold nothing.' },
        total: { label: 'Total', note: 'The months that are known.' },
        missing: {
          label: 'Months missing',
          note: 'Months that data have reached (Settings, data through), with a target and without a figure.',
        },
        flag: {
          label: 'Flag',
          note: 'Not in the store list; sales after closing or before opening; sales of months that data have not reached.',
          preset: flagFormula({
            unknown: 'Unknown store',
            closed: 'Sales after closing',
            notOpen: 'Sales before opening',
            ahead: 'Beyond data through',
          }),
        },
        storeIdAt: { label: 'Row in the store list' },
        salesAs: { label: 'Sales, as written' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '实际业绩',
  tabs: {
    actuals: {
      title: '实际业绩',
      lines: {
        storeId: { label: '编号' },
        day: { label: '日期' },
        amount: { label: '金额' },
      },
      fields: {
        storeId: { label: '编号', note: '门店目标中的门店。' },
        name: { label: '店名', note: '取自门店目标。' },
        sales: { label: '', note: '当月业绩，由导入写入。空白为未知，0 为没有业绩。' },
        total: { label: '合计', note: '已知月份之和。' },
        missing: { label: '缺数月', note: '数据截至日（设置）已到、有目标而没有业绩的月份数。' },
        flag: {
          label: '标记',
          note: '门店目标中没有的门店；关店后或开业前有业绩；数据截至之后有数。',
          preset: flagFormula({
            unknown: '未知店',
            closed: '关店后有业绩',
            notOpen: '开业前有业绩',
            ahead: '数据截至之后有数',
          }),
        },
        storeIdAt: { label: '在门店目标中的行' },
        salesAs: { label: '写入的业绩' },
      },
    },
  },
};
