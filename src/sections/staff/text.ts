import { followUpEn, followUpGroup, followUpZh } from '../../model/followUp';

export const en = {
  title: 'Staff',
  tabs: {
    staff: {
      title: 'Staff',
      isNew: 'New group of staff',
      empty: {
        purpose: 'One row a role: how many are certified, training, and who has left.',
        name: 'Store managers',
        figure: '79.0%',
        facts: 'certified',
      },
      groups: {
        role: 'Role',
        certification: 'Certification',
        training: 'Training',
        retention: 'Retention',
        followUp: followUpGroup.en,
      },
      fields: {
        role: { label: 'Role' },
        ownership: { label: 'Ownership', note: 'Of the stores the staff work in.' },
        inPost: { label: 'In post', note: 'People employed in this role now.' },
        certified: { label: 'Certified', note: 'Of them, with a valid certificate.' },
        coverage: { label: 'Certification coverage', note: 'Certified ÷ in post. In the total row: sum ÷ sum.' },
        coverageTarget: { label: 'Coverage, target', note: 'In the total row weighted by people in post.' },
        gap: {
          label: 'Gap, people',
          note: 'Certificates missing for the target: target × in post, rounded up, − certified.',
        },
        sessionsPlanned: { label: 'Sessions planned', note: 'Training sessions, not attendances.' },
        sessionsDone: { label: 'Sessions done' },
        completion: { label: 'Completion', note: 'Sessions done ÷ planned.' },
        openingStaff: { label: 'Opening staff', note: 'Employed at the start of the period.' },
        left: { label: 'Of whom left', note: 'Of the opening staff; later hires are not in it.' },
        retention: { label: 'Retention rate', note: '1 − left ÷ opening staff.' },
        retentionTarget: { label: 'Retention, target', note: 'In the total row weighted by opening staff.' },
        ...followUpEn,
      },
    },
  },
};

export const zh: typeof en = {
  title: '人员素质与稳定',
  tabs: {
    staff: {
      title: '人员素质与稳定',
      isNew: '新增人员类别',
      empty: { purpose: '每个岗位一行：持证、培训、离职。', name: '店长', figure: '79.0%', facts: '认证覆盖率' },
      groups: {
        role: '岗位',
        certification: '认证',
        training: '培训',
        retention: '稳定',
        followUp: followUpGroup.zh,
      },
      fields: {
        role: { label: '岗位' },
        ownership: { label: '性质', note: '所在门店的性质。' },
        inPost: { label: '在岗', note: '目前在岗人数。' },
        certified: { label: '持证有效', note: '其中证书有效的人数。' },
        coverage: { label: '认证覆盖率', note: '持证有效÷在岗。合计行为合计之比。' },
        coverageTarget: { label: '覆盖率目标', note: '合计行按在岗人数加权。' },
        gap: { label: '缺口(人)', note: '目标×在岗向上取整−持证有效。' },
        sessionsPlanned: { label: '培训计划(次)', note: '培训场次，不是人次。' },
        sessionsDone: { label: '培训完成(次)' },
        completion: { label: '完成率', note: '完成场次÷计划场次。' },
        openingStaff: { label: '期初人数', note: '期初在岗人数。' },
        left: { label: '其中离职', note: '期初人员中的离职人数，不含期间新进人员。' },
        retention: { label: '稳定率', note: '1−离职÷期初。' },
        retentionTarget: { label: '稳定率目标', note: '合计行按期初人数加权。' },
        ...followUpZh,
      },
    },
  },
};
