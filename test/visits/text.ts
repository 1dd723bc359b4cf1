export const en = {
  title: 'Store visits',
  tabs: {
    visits: {
      title: 'Store visits',
      fields: {
        visitor: { label: 'Supervisor', note: 'Who goes there.' },
        store: { label: 'Store', note: 'By its number in the store list.' },
        month: { label: 'Month', note: 'Month of the plan year.' },
        planned: { label: 'Planned', note: 'Visits planned.' },
        done: { label: 'Done', note: 'Visits made.' },
        open: { label: 'Still to make', note: 'Planned less made, at least 0.' },
        target: { label: 'Target', note: 'The store’s final target.' },
        monthTarget: { label: 'Target of the month', note: 'The store’s target in that month.' },
        monthAt: { label: 'Month of the plan year' },
        doneAs: { label: 'Made, as imported' },
        storeAt: { label: 'Where the store stands' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '巡店计划',
  tabs: {
    visits: {
      title: '巡店计划',
      fields: {
        visitor: { label: '督导', note: '由谁巡店。' },
        store: { label: '门店', note: '门店目标表中的编号。' },
        month: { label: '月份', note: '计划年度的月份。' },
        planned: { label: '计划次数', note: '计划巡店次数。' },
        done: { label: '完成次数', note: '已巡店次数。' },
        open: { label: '待巡次数', note: '计划次数减完成次数，不小于 0。' },
        target: { label: '门店目标', note: '该店的最终目标。' },
        monthTarget: { label: '当月目标', note: '该店当月的目标。' },
        monthAt: { label: '年度第几月' },
        doneAs: { label: '导入的完成次数' },
        storeAt: { label: '门店所在位置' },
      },
    },
  },
};
