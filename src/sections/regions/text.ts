export const en = {
  title: 'Regions',
  tabs: {
    regions: {
      title: 'Regions',
      isNew: 'New region',
      fields: {
        regionName: { label: 'Region' },
        year: { label: 'Plan year' },
        link: { label: 'Link', note: 'Opens the region’s workbook.' },
        madeOn: { label: 'Made on' },
        madeBy: { label: 'Made by' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '区域清单',
  tabs: {
    regions: {
      title: '区域清单',
      isNew: '新增区域',
      fields: {
        regionName: { label: '区域' },
        year: { label: '计划年度' },
        link: { label: '链接', note: '打开该区域的工作簿。' },
        madeOn: { label: '生成日期' },
        madeBy: { label: '生成人' },
      },
    },
  },
};
