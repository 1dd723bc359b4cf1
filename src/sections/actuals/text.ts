import { monthFiguresEn, monthFiguresZh } from '../../model/monthFigures';
import { flagFormula, remarkFormula } from './fields';
import { keptWords } from './kept';

/** What figures of stores by month are called, of whichever year, in English. */
const soldEn = {
  lines: {
    storeId: { label: 'Store ID' },
    day: { label: 'Date' },
    amount: { label: 'Amount' },
  },
  storeId: { label: 'Store ID', note: 'A store of the store list.' },
  name: { label: 'Store name', note: 'From the store list.' },
  total: { label: 'Total', note: 'The months that are known.' },
  salesAs: { label: 'Sales, as written' },
};

/** The same in Chinese. */
const soldZh = {
  lines: {
    storeId: { label: '编号' },
    day: { label: '日期' },
    amount: { label: '金额' },
  },
  storeId: { label: '编号', note: '门店目标中的门店。' },
  name: { label: '店名', note: '取自门店目标。' },
  total: { label: '合计', note: '已知月份之和。' },
  salesAs: { label: '写入的业绩' },
};

export const en = {
  title: 'Actuals',
  tabs: {
    actuals: {
      title: 'Actuals',
      isNew: 'New store’s sales',
      empty: {
        purpose:
          'What each store has sold, by month. Import a file of the tills: one row a store with its months, or single lines of store, date and amount, which are added up. Blank is not known; 0 sold nothing.',
        name: 'S001',
        figure: '295,000.00',
        facts: 'three months',
      },
      lines: soldEn.lines,
      fields: {
        storeId: soldEn.storeId,
        name: soldEn.name,
        sales: {
          label: '',
          note: 'Sales of the month, as imported. Blank is not known; 0 sold nothing. Red: changed since the month was closed.',
        },
        total: soldEn.total,
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
        salesAs: soldEn.salesAs,
        salesThen: { label: 'Sales, at closing' },
        lastAt: { label: 'Row in last year’s sales' },
        lastToDate: { label: 'Last year to date' },
        sameToDate: { label: 'This year, same months' },
      },
    },
    lastSales: {
      title: 'Last year’s sales',
      isNew: 'New store’s last year',
      empty: {
        purpose:
          'What each store sold a year before, by month. The follow-up holds the same months of this year against it.',
        name: 'S001',
        figure: '1,180,000.00',
        facts: 'twelve months',
      },
      lines: soldEn.lines,
      fields: {
        storeId: soldEn.storeId,
        name: soldEn.name,
        sales: {
          label: '',
          note: 'Sales of the month in the year before the plan year, as imported. Blank is not known; 0 sold nothing.',
        },
        total: soldEn.total,
        storeIdAt: { label: 'Row in the store list' },
        salesAs: soldEn.salesAs,
      },
    },
    closings: {
      title: 'Month closing',
      rows: {
        m1: 'Month 1',
        m2: 'Month 2',
        m3: 'Month 3',
        m4: 'Month 4',
        m5: 'Month 5',
        m6: 'Month 6',
        m7: 'Month 7',
        m8: 'Month 8',
        m9: 'Month 9',
        m10: 'Month 10',
        m11: 'Month 11',
        m12: 'Month 12',
      },
      fields: {
        closedOn: { label: 'Closed on', note: 'From then on the month is watched, not locked.' },
        closedBy: { label: 'Closed by', note: 'Who closed it.' },
        closedTotal: { label: 'Total at closing', note: 'What all stores had sold in the month when it was closed.' },
        soldNow: { label: 'Total now', note: 'What all stores have sold in the month, as it stands.' },
        changed: { label: 'Changed since', note: 'Total now less total at closing; red if it is not 0.' },
        remark: {
          label: 'Remark',
          note: 'Whether what each store had in the month at closing is known.',
          preset: remarkFormula('Closed before stores’ figures were kept: close anew'),
        },
        storesThen: { label: 'Stores with figures at closing' },
        closedOnAs: { label: 'Closed on, as written' },
        closedByAs: { label: 'Closed by, as written' },
        closedTotalAs: { label: 'Total at closing, as written' },
        reopenedOn: { label: 'Opened again on' },
        reopenedOnAs: { label: 'Opened again on, as written' },
        ...keptWords(
          monthFiguresEn,
          (label) => `${label}, at closing`,
          (label) => `${label}, as written`,
        ),
      },
    },
    storeAliases: {
      title: 'Store aliases',
      isNew: 'New alias',
      empty: {
        purpose:
          'Codes of tills and cash books that are no store’s own, and the store that each means. Imports ask for new ones and remember them here.',
        name: 'POS-0173',
        facts: 'S001',
      },
      fields: {
        code: { label: 'Code in files', note: 'As tills or cash books write it.' },
        storeId: { label: 'Store ID', note: 'The store of the store list that it means.' },
        leftOut: { label: 'Leave out', note: 'Ticked: figures of this code are not imported.' },
        storeIdAt: { label: 'Row in the store list' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '实际业绩',
  tabs: {
    actuals: {
      title: '实际业绩',
      isNew: '新增门店业绩',
      empty: {
        purpose:
          '各门店各月卖了多少。导入收银系统的文件：一店一行、各月一列，或逐笔的编号、日期、金额，由导入加总。空白为未知，0 为没有业绩。',
        name: 'S001',
        figure: '29.50',
        facts: '三个月',
      },
      lines: soldZh.lines,
      fields: {
        storeId: soldZh.storeId,
        name: soldZh.name,
        sales: { label: '', note: '当月业绩，由导入写入。空白为未知，0 为没有业绩。红色：关账后有变动。' },
        total: soldZh.total,
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
        salesAs: soldZh.salesAs,
        salesThen: { label: '关账时的业绩' },
        lastAt: { label: '在去年业绩中的行' },
        lastToDate: { label: '去年同期' },
        sameToDate: { label: '今年可比月份' },
      },
    },
    lastSales: {
      title: '去年业绩',
      isNew: '新增门店去年业绩',
      empty: {
        purpose: '各门店计划年度前一年的各月业绩。月度追踪用它与今年的相同月份相比。',
        name: 'S001',
        figure: '118.00',
        facts: '十二个月',
      },
      lines: soldZh.lines,
      fields: {
        storeId: soldZh.storeId,
        name: soldZh.name,
        sales: { label: '', note: '计划年度前一年当月的业绩，由导入写入。空白为未知，0 为没有业绩。' },
        total: soldZh.total,
        storeIdAt: { label: '在门店目标中的行' },
        salesAs: soldZh.salesAs,
      },
    },
    closings: {
      title: '关账',
      rows: {
        m1: '第1月',
        m2: '第2月',
        m3: '第3月',
        m4: '第4月',
        m5: '第5月',
        m6: '第6月',
        m7: '第7月',
        m8: '第8月',
        m9: '第9月',
        m10: '第10月',
        m11: '第11月',
        m12: '第12月',
      },
      fields: {
        closedOn: { label: '已关账', note: '关账后该月只监看，不锁定。' },
        closedBy: { label: '关账人', note: '由谁关账。' },
        closedTotal: { label: '关账合计', note: '关账时全部门店该月业绩之和。' },
        soldNow: { label: '现合计', note: '全部门店该月业绩之和，以现在的数为准。' },
        changed: { label: '关账后变动', note: '现合计减关账合计；不为 0 时显示红色。' },
        remark: {
          label: '备注',
          note: '关账时各店的数是否留存。',
          preset: remarkFormula('关账时未留存各店数：请重新关账'),
        },
        storesThen: { label: '关账时有数门店数' },
        closedOnAs: { label: '写入的关账日' },
        closedByAs: { label: '写入的关账人' },
        closedTotalAs: { label: '写入的关账合计' },
        reopenedOn: { label: '重新打开日' },
        reopenedOnAs: { label: '重新打开日，写入值' },
        ...keptWords(
          monthFiguresZh,
          (label) => `${label}(关账时)`,
          (label) => `${label}，写入值`,
        ),
      },
    },
    storeAliases: {
      title: '门店别名',
      isNew: '新增别名',
      empty: {
        purpose: '收银或台账中与门店编号不同的代码，各指哪家门店。导入时会询问新代码，并记在这里。',
        name: 'POS-0173',
        facts: 'S001',
      },
      fields: {
        code: { label: '文件中的代码', note: '收银或台账中的写法。' },
        storeId: { label: '编号', note: '所指的门店目标中的门店。' },
        leftOut: { label: '不导入', note: '勾选后，此代码的数不导入。' },
        storeIdAt: { label: '在门店目标中的行' },
      },
    },
  },
};
