export const en = {
  title: 'Commitments',
  tabs: {
    commitments: {
      title: 'Commitments',
      isNew: 'New commitment',
      empty: {
        purpose: 'One row a store: what it promises of its target, who promised it, when, and with which reservation.',
        name: 'North',
        figure: '1,200',
        facts: 'Target · 2027-01-16',
      },
      groups: { store: 'Store', promise: 'Promise', signature: 'Signature' },
      fields: {
        store: { label: 'Store ID', note: 'A store of the store list.' },
        name: { label: 'Store name', note: 'From the store list.' },
        target: { label: 'Target', note: 'The store’s final target.' },
        promise: { label: 'Promise', note: 'Its floor, target or stretch, or a figure of its own.' },
        own: { label: 'Own figure', note: 'Where the store promises a figure of its own.' },
        amount: { label: 'Promised', note: 'By the promise; the store’s figures as they are now.' },
        difference: { label: 'Against target', note: 'Promised less target.' },
        promisedBy: { label: 'Promised by', note: 'Who signed for the store.' },
        signedOn: { label: 'Signed on', note: 'Promises count once they have a day.' },
        reservation: { label: 'Reservation', note: 'On which condition it was promised.' },
        storeAt: { label: 'Row in the store list' },
        counted: { label: 'Signed, of an existing store' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '门店承诺',
  tabs: {
    commitments: {
      title: '门店承诺',
      isNew: '新增承诺',
      empty: {
        purpose: '一店一行：门店承诺做到多少、由谁承诺、何时承诺、有什么保留意见。',
        name: '共和新路店',
        figure: '120',
        facts: '目标 · 2027-01-16',
      },
      groups: { store: '门店', promise: '承诺', signature: '签字' },
      fields: {
        store: { label: '编号', note: '门店目标中的门店。' },
        name: { label: '店名', note: '取自门店目标。' },
        target: { label: '目标', note: '该店的最终目标。' },
        promise: { label: '承诺', note: '承诺保底、目标或冲刺，或自报一个数。' },
        own: { label: '自报数', note: '门店自报时填写。' },
        amount: { label: '承诺额', note: '按所选的承诺，取门店目标当前的数值。' },
        difference: { label: '与目标差额', note: '承诺额−目标。' },
        promisedBy: { label: '承诺人', note: '代表门店签字的人。' },
        signedOn: { label: '签字日', note: '有日期的承诺才计入合计。' },
        reservation: { label: '保留意见', note: '在什么条件下承诺。' },
        storeAt: { label: '在门店目标中的行' },
        counted: { label: '已签字的现有店' },
      },
    },
  },
};
