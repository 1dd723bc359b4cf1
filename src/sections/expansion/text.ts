import { followUpEn, followUpGroup, followUpZh } from '../../model/followUp';

export const en = {
  title: 'Expansion',
  tabs: {
    expansion: {
      title: 'Expansion plan',
      isNew: 'New channel',
      doubts: {
        openingsDiffer: 'Channels whose months do not add up to the target openings: {count}.',
        noOwner: 'Channels without an owner: {count}.',
      },
      empty: {
        purpose: 'One row a channel that brings new stores: its funnel, its openings by month, its budget.',
        name: 'Mall placement',
        figure: '7',
        facts: 'openings',
      },
      groups: {
        channel: 'Channel',
        funnel: 'Funnel',
        openings: 'Openings',
        result: 'Result',
        followUp: followUpGroup.en,
      },
      fields: {
        channel: { label: 'Channel', note: 'Recruiting channel. More may be added below.' },
        enabled: { label: 'Enabled', note: 'Only ticked channels count. The franchise fair starts unticked.' },
        ownership: { label: 'Ownership', note: 'Of the stores this channel opens; franchised until typed over.' },
        carriedOver: { label: 'Signings carried over', note: 'Signed last year, opening this year.' },
        leads: { label: 'Leads', note: 'Interested candidates expected this year.' },
        visitRate: { label: 'Visit rate', note: 'Visits ÷ leads.' },
        signRate: { label: 'Signing rate', note: 'Signings ÷ visits.' },
        openRate: { label: 'Opening rate', note: 'Openings ÷ signings.' },
        expectedOpenings: {
          label: 'Expected openings',
          note: 'Signings carried over + leads × visit rate × signing rate × opening rate.',
        },
        targetOpenings: { label: 'Target openings' },
        leadsNeeded: {
          label: 'Leads needed',
          note: 'For target less carried over: each stage ÷ its rate, rounded up, from the opening back to the lead.',
        },
        openings: { label: '', note: 'Openings planned in the month.' },
        check: { label: 'Check', note: 'Sum of the months less target openings: must be 0.' },
        actualOpenings: {
          label: 'Actual openings',
          note: 'Stores of the store list with this channel that opened in the plan year.',
        },
        matureBaseline: {
          label: 'Mature baseline',
          note: 'Monthly sales of a mature store: its ownership’s average store, until typed over.',
        },
        sales: {
          label: 'Sales this year',
          note: 'Mature baseline × Σ openings × (ramp × season index to the year’s end), the opening month included; 0 if not enabled. Without growth.',
        },
        budget: { label: 'Budget' },
        costPerOpening: { label: 'Cost per opening', note: 'Budget ÷ target openings.' },
        ...followUpEn,
        weight: { label: 'Baseline if enabled' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '拓展计划',
  tabs: {
    expansion: {
      title: '拓展计划',
      isNew: '新增渠道',
      doubts: {
        openingsDiffer: '各月开店之和与目标开店不符的渠道：{count} 个。',
        noOwner: '没有负责人的渠道：{count} 个。',
      },
      empty: { purpose: '每个招商渠道一行：漏斗、各月开店、费用。', name: '商场招募', figure: '7', facts: '目标开店' },
      groups: {
        channel: '渠道',
        funnel: '漏斗',
        openings: '开店',
        result: '结果',
        followUp: followUpGroup.zh,
      },
      fields: {
        channel: { label: '渠道', note: '招商渠道，可在下方增加。' },
        enabled: { label: '启用', note: '只计入勾选的渠道。招商会默认不勾选。' },
        ownership: { label: '性质', note: '该渠道所开门店的性质，默认加盟，可改写。' },
        carriedOver: { label: '结转签约', note: '去年签约、今年开业。' },
        leads: { label: '意向客户', note: '今年预计意向客户数。' },
        visitRate: { label: '到访率', note: '到访÷意向客户。' },
        signRate: { label: '签约率', note: '签约÷到访。' },
        openRate: { label: '开业率', note: '开业÷签约。' },
        expectedOpenings: { label: '预计开店', note: '结转签约+意向客户×到访率×签约率×开业率。' },
        targetOpenings: { label: '目标开店' },
        leadsNeeded: { label: '需意向客户', note: '目标减结转后，由开业倒推：每一步÷该步比率，向上取整。' },
        openings: { label: '', note: '当月计划开店数。' },
        check: { label: '校验', note: '各月之和减目标开店，应为 0。' },
        actualOpenings: { label: '实际开店', note: '门店表中属于本渠道、在计划年度开业的门店数。' },
        matureBaseline: { label: '成熟月均', note: '成熟门店月业绩：默认取本性质月均单店业绩，可改写。' },
        sales: {
          label: '本年业绩',
          note: '成熟月均×各月开店×(爬坡×季节指数累计至年末)，含开业当月；未启用为 0；不含增长。',
        },
        budget: { label: '费用' },
        costPerOpening: { label: '单店费用', note: '费用÷目标开店。' },
        ...followUpZh,
        weight: { label: '启用渠道月均' },
      },
    },
  },
};
