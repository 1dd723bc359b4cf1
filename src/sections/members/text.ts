import { followUpEn, followUpGroup, followUpZh } from '../../model/followUp';

export const en = {
  title: 'Members',
  tabs: {
    members: {
      title: 'Members',
      groups: {
        value: 'Value',
        repurchase: 'Repurchase',
        followUp: followUpGroup.en,
      },
      values: ['Now', 'Target'] as readonly string[],
      fields: {
        total: { label: 'Members', note: 'All members.' },
        active: { label: 'Active members', note: 'Bought within the last 12 months.' },
        perActive: { label: 'Sales per active member', note: 'A year’s sales to members ÷ active members.' },
        memberSales: { label: 'Member sales', note: 'Active members × sales per active member.' },
        share: { label: 'Share of sales', note: 'Now: of last year’s sales. Target: of the existing stores’ target.' },
        repurchaseBasis: {
          label: 'Repurchase definition',
          note: 'Within a period: bought on two days or more ÷ bought within it. Second purchase: within N days of the first.',
        },
        repurchaseWindow: { label: 'Window, days', note: 'Length of the period, or N days.' },
        repurchaseRate: { label: 'Repurchase rate', note: 'By the definition above.' },
        ...followUpEn,
      },
    },
    monitor: {
      title: 'Member monitor',
      rows: Object.fromEntries(
        Array.from({ length: 12 }, (_, month) => [`m${month + 1}`, `Month ${month + 1}`]),
      ) as Readonly<Record<string, string>>,
      fields: {
        newTarget: { label: 'New members, target' },
        newActual: { label: 'New members, actual' },
        rateTarget: { label: 'Repurchase rate, target', note: 'The members tab’s target until typed over.' },
        rateActual: { label: 'Repurchase rate, actual' },
        difference: { label: 'Difference', note: 'Actual − target, in points.' },
        pace: { label: 'Status', note: 'Actual ÷ target against the green and amber thresholds of the settings.' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '会员',
  tabs: {
    members: {
      title: '会员增值',
      groups: {
        value: '价值',
        repurchase: '复购',
        followUp: followUpGroup.zh,
      },
      values: ['现状', '目标'],
      fields: {
        total: { label: '会员总数', note: '全部会员。' },
        active: { label: '活跃会员', note: '最近 12 个月有购买的会员。' },
        perActive: { label: '活跃人均消费', note: '会员全年消费÷活跃会员。' },
        memberSales: { label: '会员业绩', note: '活跃会员×活跃人均消费。' },
        share: { label: '占比', note: '现状占去年业绩，目标占现有店目标。' },
        repurchaseBasis: {
          label: '复购口径',
          note: '期间复购：期间内两天及以上购买的会员÷期间内购买的会员。二次购买：首购后 N 天内再次购买。',
        },
        repurchaseWindow: { label: '窗口(天)', note: '期间长度，或 N 天。' },
        repurchaseRate: { label: '复购率', note: '按上面的口径。' },
        ...followUpZh,
      },
    },
    monitor: {
      title: '会员监控',
      rows: Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`m${month + 1}`, `第${month + 1}月`])),
      fields: {
        newTarget: { label: '新增会员(目标)' },
        newActual: { label: '新增会员(实际)' },
        rateTarget: { label: '复购率(目标)', note: '默认取会员表目标，可改写。' },
        rateActual: { label: '复购率(实际)' },
        difference: { label: '差异', note: '实际−目标，百分点。' },
        pace: { label: '状态', note: '实际÷目标，对照设置中的绿灯线、黄灯线。' },
      },
    },
  },
};
