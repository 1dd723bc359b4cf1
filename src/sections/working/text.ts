export const en = {
  title: 'Working targets',
  tabs: {
    working: {
      title: 'Working targets',
      isNew: 'New store’s working target',
      empty: {
        purpose:
          'One row a signed store: what it is followed against. As signed, until a re-spread changes its months.',
        name: 'North',
        figure: '1,200',
        facts: '+0',
      },
      groups: { store: 'Store', bounds: 'Held, floor and ceiling', respread: 'Last re-spread' },
      fields: {
        storeId: { label: 'Store ID', note: 'A store of the last signed version.' },
        name: { label: 'Store name', note: 'As signed.' },
        signedYear: { label: 'Signed target', note: 'The annual target of the last signed version.' },
        year: {
          label: 'Annual target',
          note: 'The months added up, without what later months make up for of earlier ones.',
        },
        adjustment: { label: 'Adjustment', note: 'Annual target less signed target.' },
        months: { label: '', note: 'As signed, or as the last re-spread wrote them.' },
        held: { label: 'Held', note: 'Ticked: no re-spread changes the month.' },
        least: { label: 'Floor of the year', note: 'A re-spread gives no less than this.' },
        most: { label: 'Ceiling of the year', note: 'A re-spread gives no more than this.' },
        version: {
          label: 'On version',
          note: 'The signed version that the last re-spread was made on. A later version ends its effect.',
        },
        carried: {
          label: 'Carried forward',
          note: 'What months gone lacked, and later months make up for; below 0 if they were ahead.',
        },
        written: { label: 'Re-spread', note: 'Written by a re-spread; blank is as signed.' },
        storeIdAt: { label: 'Row in the signed targets' },
        stands: { label: 'Of the version in force' },
        shortfall: { label: 'Carried forward, in force' },
        versionAs: { label: 'On version, as written' },
        carriedAs: { label: 'Carried forward, as written' },
        writtenAs: { label: 'Re-spread, as written' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '执行目标',
  tabs: {
    working: {
      title: '执行目标',
      isNew: '新增门店执行目标',
      empty: {
        purpose: '一店一行：月度追踪所比的目标。与签署目标相同，直到一次补差或调整改写各月。',
        name: '共和新路店',
        figure: '120',
        facts: '+0',
      },
      groups: { store: '门店', bounds: '固定月与上下限', respread: '最近一次补差或调整' },
      fields: {
        storeId: { label: '编号', note: '最新签署版本中的门店。' },
        name: { label: '店名', note: '签署时的店名。' },
        signedYear: { label: '签署年目标', note: '最新签署版本的年目标。' },
        year: { label: '年目标', note: '各月之和，不含后面月份替前面月份补的部分。' },
        adjustment: { label: '调整额', note: '年目标−签署年目标。' },
        months: { label: '', note: '与签署相同，或由最近一次补差、调整写入。' },
        held: { label: '固定', note: '勾选后，补差与调整都不改这个月。' },
        least: { label: '下限', note: '补差与调整后的年目标不低于此数。' },
        most: { label: '上限', note: '补差与调整后的年目标不高于此数。' },
        version: { label: '所依版本', note: '最近一次补差或调整所依据的签署版本；签署新版本后不再生效。' },
        carried: { label: '结转额', note: '已过月份少做、由后面月份补上的金额；多做时为负。' },
        written: { label: '改写', note: '由补差或调整写入，空白为与签署相同。' },
        storeIdAt: { label: '在签署目标中的行' },
        stands: { label: '属于生效版本' },
        shortfall: { label: '生效的结转额' },
        versionAs: { label: '写入的所依版本' },
        carriedAs: { label: '写入的结转额' },
        writtenAs: { label: '写入的改写' },
      },
    },
  },
};
