import { followUpEn, followUpGroup, followUpZh } from '../../model/followUp';

export const en = {
  title: 'Headcount',
  tabs: {
    headcount: {
      title: 'Headcount',
      isNew: 'New post',
      empty: {
        purpose: 'One row a role: how many the plan needs, how many there are, how many to hire.',
        name: 'Supervisors',
        figure: '3',
        facts: 'to hire',
      },
      groups: {
        role: 'Role',
        need: 'Need',
        hire: 'To hire',
        followUp: followUpGroup.en,
      },
      fields: {
        role: { label: 'Role', note: 'Supervisors and expansion staff; more may be added below.' },
        workload: {
          label: 'Workload',
          note: 'Supervisors: stores at year end. Expansion staff: target openings. May be typed over.',
        },
        span: { label: 'Span', note: 'Workload one person carries, from the settings. May be typed over.' },
        needed: { label: 'Needed', note: 'Workload ÷ span, rounded up.' },
        current: { label: 'Current', note: 'People in the role now.' },
        expectedLeavers: { label: 'Expected leavers', note: 'Of the current people, this year.' },
        toHire: { label: 'To hire', note: 'Needed − (current − expected leavers), at least 0.' },
        arrivals: { label: '', note: 'People arriving in the month.' },
        check: { label: 'Check', note: 'Sum of the arrivals less to hire: must be 0.' },
        ...followUpEn,
      },
    },
  },
};

export const zh: typeof en = {
  title: '人力需求',
  tabs: {
    headcount: {
      title: '人力需求',
      isNew: '新增岗位',
      empty: {
        purpose: '每个岗位一行：计划需要多少人，现有多少，需招多少。',
        name: '督导',
        figure: '3',
        facts: '需招',
      },
      groups: {
        role: '岗位',
        need: '需要',
        hire: '招聘',
        followUp: followUpGroup.zh,
      },
      fields: {
        role: { label: '岗位', note: '督导、拓展，可在下方增加。' },
        workload: { label: '工作量', note: '督导为年末店数，拓展为目标开店。可改写。' },
        span: { label: '人效', note: '每人承担的工作量，取自设置。可改写。' },
        needed: { label: '需要', note: '工作量÷人效，向上取整。' },
        current: { label: '现有', note: '目前在岗人数。' },
        expectedLeavers: { label: '预计离职', note: '现有人员中今年预计离职人数。' },
        toHire: { label: '需招', note: '需要−(现有−预计离职)，不小于 0。' },
        arrivals: { label: '', note: '当月到岗人数。' },
        check: { label: '校验', note: '各月到岗之和减需招，应为 0。' },
        ...followUpZh,
      },
    },
  },
};
