/** What is typed into the sample in words. Owners are departments: the region is made up, and so are its stores. */
export const en = {
  region: 'East',
  preparedBy: 'Regional planning',
  owners: {
    humanResources: 'Human resources',
    expansion1: 'Expansion team 1',
    expansion2: 'Expansion team 2',
    marketing: 'Marketing',
    supervisors: 'Supervisors',
    membership: 'Membership',
    training: 'Training',
  },
  supervisorTeam: (number: number) => `Supervisor team ${number}`,
  actions: {
    employee: 'Publish the employee-owner policy',
    mall: 'Enter four malls and post recruiting notices there',
    alliance: 'Sign with three allied brands',
    media: 'Spring recruiting campaign',
    joint: 'Settle the joint stores’ sites',
    other: 'Rewards for referrals by customers',
    rates: 'New window every two weeks; entry rate reviewed with it',
    members: 'Call back within thirty days',
    storeManager: 'Two certification classes',
    supervisor: 'Promote from within',
  },
};

export const zh: typeof en = {
  region: '华东',
  preparedBy: '区域计划组',
  owners: {
    humanResources: '人力部',
    expansion1: '拓展一组',
    expansion2: '拓展二组',
    marketing: '市场部',
    supervisors: '督导组',
    membership: '会员部',
    training: '培训部',
  },
  supervisorTeam: (number) => `督导${'一二三四五六'[number - 1] ?? number}组`,
  actions: {
    employee: '发布内部创业政策',
    mall: '进驻四家商场并发布招商信息',
    alliance: '与三家联盟品牌签约',
    media: '春季招商广告投放',
    joint: '确定联体店选址',
    other: '老客户转介绍奖励',
    rates: '橱窗每两周更换并考核进店率',
    members: '首购后三十天回访',
    storeManager: '店长认证班两期',
    supervisor: '内部选拔督导三名',
  },
};

export const words = { en, zh };
