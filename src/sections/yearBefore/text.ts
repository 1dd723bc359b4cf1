export const en = {
  title: 'From the year before',
  tabs: {
    yearBefore: {
      title: 'From the year before',
      isNew: 'New row',
      empty: {
        purpose: 'One row a store: with which figures of the year before its plan was begun.',
        name: 'North',
        figure: '1,200',
        facts: '9 of 12 months known',
      },
      doubts: { forecast: 'Stores whose last year is still a forecast: {count}' },
      fields: {
        storeId: { label: 'Store ID', note: 'A store of the store list.' },
        name: { label: 'Store name', note: 'From the store list.' },
        knownMonths: { label: 'Months known', note: 'Months of the year before that were over and had a figure.' },
        openMonths: { label: 'Months open', note: 'In which the store was open that year.' },
        coverage: { label: 'Coverage', note: 'Months known ÷ months open.' },
        soldSoFar: { label: 'Sold so far', note: 'Sales that were known when this plan was begun.' },
        takenAs: { label: 'Taken as last year', note: 'With what its last year’s sales began in the store list.' },
        isForecast: {
          label: 'Forecast',
          note: 'The year was not over, or lacked months: the follow-up’s forecast was taken.',
        },
        stillForecast: {
          label: 'Still a forecast',
          note: 'As long as the forecast stands in the store list. Import the real sales of the year there once they are known.',
        },
        storeIdAt: { label: 'Row in the store list' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '上年结转',
  tabs: {
    yearBefore: {
      title: '上年结转',
      isNew: '新增一行',
      empty: {
        purpose: '一店一行：本计划开始时用了上年的哪些数据。',
        name: '共和新路店',
        figure: '120',
        facts: '已知 9 个月，共 12 个月',
      },
      doubts: { forecast: '去年业绩仍为预测的门店：{count} 家' },
      fields: {
        storeId: { label: '编号', note: '门店目标中的门店。' },
        name: { label: '店名', note: '取自门店目标。' },
        knownMonths: { label: '已知月数', note: '上年已结束且有业绩的月数。' },
        openMonths: { label: '营业月数', note: '上年该店营业的月数。' },
        coverage: { label: '覆盖率', note: '已知月数÷营业月数。' },
        soldSoFar: { label: '已知业绩', note: '结转时已知的业绩。' },
        takenAs: { label: '结转业绩', note: '结转到门店目标“去年业绩”的数。' },
        isForecast: { label: '预测', note: '上年尚未结束或缺月，用的是月度追踪的预测。' },
        stillForecast: { label: '仍为预测', note: '门店目标中仍是预测数时显示。得知全年实际业绩后，请导入门店目标。' },
        storeIdAt: { label: '在门店目标中的行' },
      },
    },
  },
};
