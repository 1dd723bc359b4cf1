import { followUpEn, followUpGroup, followUpZh } from '../../model/followUp';

export const en = {
  title: 'Actions',
  tabs: {
    actions: {
      title: 'Actions',
      isNew: 'New action',
      empty: {
        purpose: 'One row a thing to do: what did not go as planned, where and why, who does what about it until when.',
        name: '2027-04 · S1 · Fewer people pass',
        facts: 'Supervisor · 2027-05-31',
      },
      groups: { issue: 'Issue', followUp: followUpGroup.en, result: 'Result' },
      fields: {
        month: { label: 'Month', note: 'In which it showed.' },
        store: { label: 'Store ID', note: 'Blank if it is the region’s or a channel’s.' },
        name: { label: 'Store name', note: 'From the store list.' },
        channel: { label: 'Channel', note: 'If it is about openings.' },
        issue: { label: 'Issue', note: 'What did not go as planned.' },
        reason: { label: 'Reason', note: 'The main one.' },
        amount: { label: 'Amount', note: 'What it costs or brings in sales.' },
        ...followUpEn,
        keyActions: { label: 'What is done' },
        result: { label: 'Result', note: 'What came of it, and why it is closed.' },
        storeAt: { label: 'Row in the store list' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '事项',
  tabs: {
    actions: {
      title: '事项',
      isNew: '新增事项',
      empty: {
        purpose: '一件事一行：哪里没有按计划、什么原因、谁在什么时候之前做什么。',
        name: '2027-04 · S1 · 客流减少',
        facts: '督导 · 2027-05-31',
      },
      groups: { issue: '问题', followUp: followUpGroup.zh, result: '结果' },
      fields: {
        month: { label: '期间', note: '问题出现的月份。' },
        store: { label: '门店编号', note: '属于区域或渠道的事项不填。' },
        name: { label: '店名', note: '取自门店目标。' },
        channel: { label: '渠道', note: '与开店有关时填写。' },
        issue: { label: '问题', note: '什么没有按计划。' },
        reason: { label: '原因', note: '主要原因。' },
        amount: { label: '影响额', note: '对业绩的影响。' },
        ...followUpZh,
        keyActions: { label: '措施' },
        result: { label: '关闭说明', note: '结果如何，为何关闭。' },
        storeAt: { label: '在门店目标中的行' },
      },
    },
  },
};
