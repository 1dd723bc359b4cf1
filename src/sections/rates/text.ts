import { followUpEn, followUpGroup, followUpZh } from '../../model/followUp';

export const en = {
  title: 'Three rates, one price',
  tabs: {
    rates: {
      title: 'Three rates, one price',
      isNew: 'New row of rates',
      empty: {
        purpose: 'Traffic, three rates and the price now and as a target, for the region or for single stores.',
        name: 'Region, franchised',
        figure: '15,199',
        facts: 'uplift a month',
      },
      groups: {
        scope: 'Scope',
        now: 'Now',
        target: 'Target',
        result: 'Result',
        followUp: followUpGroup.en,
      },
      fields: {
        scope: {
          label: 'Scope',
          note: 'The region’s franchised stores (an average store), or one store by its ID. Scopes are never added together.',
        },
        trafficNow: {
          label: 'Traffic, now',
          note: 'People passing the door in an average month. A store that counts only visitors enters them here, with entry 100%.',
        },
        entryNow: { label: 'Entry rate, now', note: 'Visitors ÷ traffic.' },
        conversionNow: { label: 'Conversion rate, now', note: 'Tickets ÷ visitors.' },
        attachNow: { label: 'Attach rate, now', note: 'Items per ticket, often above 1.' },
        priceNow: { label: 'Unit price, now', note: 'Average price of an item.' },
        trafficTarget: { label: 'Traffic, target', note: 'As now until typed over.' },
        entryTarget: { label: 'Entry rate, target', note: 'As now until typed over.' },
        conversionTarget: { label: 'Conversion rate, target', note: 'As now until typed over.' },
        attachTarget: { label: 'Attach rate, target', note: 'As now until typed over.' },
        priceTarget: { label: 'Unit price, target', note: 'As now until typed over.' },
        salesNow: { label: 'Monthly sales, now', note: 'Traffic × entry × conversion × attach rate × unit price.' },
        salesTarget: { label: 'Monthly sales at target', note: 'The same product with the targets.' },
        deviation: {
          label: 'Against the baseline',
          note: 'Monthly sales now ÷ baseline − 1: the region’s franchised average store, or the store’s own baseline. Far from 0: check the drivers.',
        },
        uplift: { label: 'Uplift', note: 'Monthly sales at target − now.' },
        ticketNow: { label: 'Average ticket, now', note: 'Attach rate × unit price.' },
        ticketTarget: { label: 'Average ticket, target', note: 'Attach rate × unit price.' },
        trafficEffect: {
          label: 'Effect of traffic',
          note: 'Its part of the uplift: its change averaged over every order of the five. The five add up to the uplift exactly.',
        },
        entryEffect: { label: 'Effect of entry rate', note: 'Its part of the uplift.' },
        conversionEffect: { label: 'Effect of conversion rate', note: 'Its part of the uplift.' },
        attachEffect: { label: 'Effect of attach rate', note: 'Its part of the uplift.' },
        priceEffect: { label: 'Effect of unit price', note: 'Its part of the uplift.' },
        ...followUpEn,
        scopeAt: { label: 'Where the store stands' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '三率一价',
  tabs: {
    rates: {
      title: '三率一价',
      isNew: '新增三率一价',
      empty: {
        purpose: '客流、三率、件单价的现状与目标，可填全区域，也可填单店。',
        name: '区域加盟店',
        figure: '15,199',
        facts: '每月提升',
      },
      groups: {
        scope: '范围',
        now: '现状',
        target: '目标',
        result: '结果',
        followUp: followUpGroup.zh,
      },
      fields: {
        scope: { label: '范围', note: '全区域加盟店(平均一店)，或填门店编号。各范围不相加。' },
        trafficNow: {
          label: '过店客流(现)',
          note: '平均每月经过门口的人数。只统计进店人数的门店填进店人数，进店率填 100%。',
        },
        entryNow: { label: '进店率(现)', note: '进店人数÷过店客流。' },
        conversionNow: { label: '成交率(现)', note: '成交单数÷进店人数。' },
        attachNow: { label: '连带率(现)', note: '每单件数，常大于 1。' },
        priceNow: { label: '件单价(现)', note: '平均每件售价。' },
        trafficTarget: { label: '过店客流(目标)', note: '默认同现状，可改写。' },
        entryTarget: { label: '进店率(目标)', note: '默认同现状，可改写。' },
        conversionTarget: { label: '成交率(目标)', note: '默认同现状，可改写。' },
        attachTarget: { label: '连带率(目标)', note: '默认同现状，可改写。' },
        priceTarget: { label: '件单价(目标)', note: '默认同现状，可改写。' },
        salesNow: { label: '现月业绩', note: '客流×进店率×成交率×连带率×件单价。' },
        salesTarget: { label: '目标月业绩', note: '各目标值之积。' },
        deviation: {
          label: '与基数偏差',
          note: '现月业绩÷基数−1：区域取加盟月均单店业绩，门店取本店月均。偏差大时请核对。',
        },
        uplift: { label: '提升', note: '目标月业绩−现月业绩。' },
        ticketNow: { label: '客单价(现)', note: '连带率×件单价。' },
        ticketTarget: { label: '客单价(目标)', note: '连带率×件单价。' },
        trafficEffect: {
          label: '客流贡献',
          note: '该因素在提升中的份额：对五个因素的各种先后次序取平均，五项之和恰为提升。',
        },
        entryEffect: { label: '进店率贡献', note: '该因素在提升中的份额。' },
        conversionEffect: { label: '成交率贡献', note: '该因素在提升中的份额。' },
        attachEffect: { label: '连带率贡献', note: '该因素在提升中的份额。' },
        priceEffect: { label: '件单价贡献', note: '该因素在提升中的份额。' },
        ...followUpZh,
        scopeAt: { label: '门店所在位置' },
      },
    },
  },
};
