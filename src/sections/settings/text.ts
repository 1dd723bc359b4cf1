const ordinals = ['1st', '2nd', '3rd', ...Array.from({ length: 9 }, (_, index) => `${index + 4}th`)];

export const en = {
  title: 'Settings',
  tabs: {
    settings: {
      title: 'Settings',
      groups: {
        plan: 'The plan',
        money: 'Money',
        days: 'Days',
        lines: 'Lines and factors',
        ramp: 'New stores',
        season: 'Season',
        signed: 'Year and signature',
      },
      fields: {
        region: { label: 'Region', note: 'The name the target sheet carries.' },
        planYear: { label: 'Plan year', note: 'The calendar year of the plan’s first month.' },
        firstMonth: { label: 'First month', note: '1 to 12: the month the plan year starts in.' },
        companyTarget: {
          label: 'Company target',
          note: 'The target the company has set for the region for the year.',
        },
        salesBasis: {
          label: 'Sales basis',
          note: 'What “sales” means everywhere in this workbook.',
        },
        currency: { label: 'Currency', note: 'All money is in this currency, kept in its own unit.' },
        displayUnit: {
          label: 'Display unit',
          note: 'The unit of money on the target sheet and in the sidebar.',
          preset: '{list.displayUnit.thousand}',
        },
        unitSize: { label: 'Size of the display unit' },
        roundingUnit: { label: 'Rounding unit', note: 'Store targets and monthly targets are multiples of this.' },
        dataThrough: { label: 'Data through', note: 'The last day that the actual figures cover.' },
        asOf: { label: 'As-of date', note: 'Due dates are judged by it. Today unless typed over.' },
        floorFactor: { label: 'Floor', note: 'The floor target as a share of the target.' },
        stretchFactor: { label: 'Stretch', note: 'The stretch target as a share of the target.' },
        weakLine: {
          label: 'Weak-store line',
          note: 'Stores below this share of their baseline are weak.',
        },
        supervisorSpan: { label: 'Stores per supervisor', note: 'How many stores one supervisor looks after.' },
        expansionSpan: {
          label: 'Openings per expansion person',
          note: 'How many openings one person brings in a year.',
        },
        green: { label: 'Green from', note: 'Green if actual ÷ target to date reaches this.' },
        amber: { label: 'Amber from', note: 'Amber if it reaches this; below it, red.' },
        ramp: {
          label: 'Ramp of a new store',
          note: 'Share of the mature baseline, from the opening month on.',
          cells: ordinals.map((ordinal) => `${ordinal} month`),
        },
        seasonIndex: {
          label: 'Season index',
          note: 'The twelve add up to 12. From the sales history, else 1 each.',
        },
        seasonBefore: { label: 'Season weight before the month', note: 'Sum of the indices of the months before.' },
        openingWeight: {
          label: 'Weight of an opening',
          note: 'Ramp × season index, summed from the opening month to the year’s end.',
        },
        seasonTotal: { label: 'Season weight of the year', note: 'Sum of the twelve indices.' },
        yearStart: { label: 'Year starts on', note: 'First day of the plan year.' },
        yearEnd: { label: 'Year ends on', note: 'Last day of the plan year.' },
        lastYearStart: { label: 'Last year started on', note: 'First day of the twelve months before the plan year.' },
        preparedBy: { label: 'Prepared by', note: 'Stands on the target sheet.' },
        preparedOn: { label: 'Prepared on', note: 'Stands on the target sheet.' },
        version: { label: 'Version', note: 'Stands on the target sheet, for example V1 or signed.' },
      },
    },
    history: {
      title: 'Sales history',
      isNew: 'New year of sales',
      empty: {
        purpose:
          'Past years’ sales by month. From complete years the season index is computed, by which targets are spread over the months.',
        name: '2025',
        figure: '118,400.00',
        facts: 'twelve months, all stores',
      },
      fields: {
        year: { label: 'Year', note: 'A past year, named as the plan year is: by its first month.' },
        months: { label: '', note: 'Sales of the month, all stores. The season index takes complete years only.' },
        takesPart: { label: 'Use', note: 'Ticked years make the season index.' },
        total: { label: 'Year', note: 'Sum of the months.' },
        toIndex: {
          label: '12 ÷ total',
          note: 'Turns a month’s sales into its index; 0 for a year that is incomplete or not ticked.',
        },
      },
    },
    people: {
      title: 'People',
      isNew: 'New person',
      empty: {
        purpose: 'The people who own actions and look after stores: others choose from this list.',
        name: 'A. Chen',
        facts: 'Supervisor',
      },
      fields: {
        person: { label: 'Name', note: 'Owners and supervisors are chosen from this list.' },
        role: { label: 'Role' },
      },
    },
  },
};

export const zh: typeof en = {
  title: '设置',
  tabs: {
    settings: {
      title: '设置',
      groups: {
        plan: '计划',
        money: '金额',
        days: '日期',
        lines: '标准与系数',
        ramp: '新店',
        season: '季节',
        signed: '年度与编制',
      },
      fields: {
        region: { label: '区域', note: '目标总表上的区域名称。' },
        planYear: { label: '计划年度', note: '计划首月所在的公历年份。' },
        firstMonth: { label: '首月', note: '1 至 12：计划年度从哪个月开始。' },
        companyTarget: { label: '公司下达目标', note: '公司对本区域下达的全年目标。' },
        salesBasis: { label: '业绩口径', note: '全工作簿的“业绩”口径，两种口径不混用。' },
        currency: { label: '币种', note: '全工作簿的金额都用这个币种，以元为单位存放。' },
        displayUnit: {
          label: '显示单位',
          note: '目标总表和侧边栏中金额的显示单位。',
          preset: '{list.displayUnit.tenThousand}',
        },
        unitSize: { label: '显示单位大小' },
        roundingUnit: { label: '取整单位', note: '门店目标和各月目标都是它的整数倍。' },
        dataThrough: { label: '数据截至', note: '实际数据统计到哪一天。' },
        asOf: { label: '参照日', note: '是否逾期以这一天为准。默认今天，可改写。' },
        floorFactor: { label: '保底系数', note: '保底目标占目标的比例。' },
        stretchFactor: { label: '冲刺系数', note: '冲刺目标占目标的比例。' },
        weakLine: { label: '弱店线', note: '月均低于本性质基数的这个比例，标记为弱店。' },
        supervisorSpan: { label: '督导人效(店)', note: '每名督导管理的门店数。' },
        expansionSpan: { label: '拓展人效(店/年)', note: '每名拓展人员一年开店数。' },
        green: { label: '绿灯线', note: '实际÷进度目标达到此比例为绿灯。' },
        amber: { label: '黄灯线', note: '实际÷进度目标达到此比例为黄灯，低于为红灯。' },
        ramp: {
          label: '新店爬坡',
          note: '占成熟月均的比例，从开业当月起。',
          cells: ordinals.map((_, index) => `第${index + 1}月`),
        },
        seasonIndex: { label: '季节指数', note: '十二个月合计 12；取自历史月销售，没有则为 1。' },
        seasonBefore: { label: '月初累计权重', note: '本月之前各月指数之和。' },
        openingWeight: { label: '开业月权重', note: '从开业当月到年末，爬坡×季节指数之和。' },
        seasonTotal: { label: '全年权重', note: '十二个月指数之和。' },
        yearStart: { label: '年度开始日', note: '计划年度第一天。' },
        yearEnd: { label: '年度结束日', note: '计划年度最后一天。' },
        lastYearStart: { label: '去年开始日', note: '计划年度之前十二个月的第一天。' },
        preparedBy: { label: '编制人', note: '印在目标总表上。' },
        preparedOn: { label: '编制日期', note: '印在目标总表上。' },
        version: { label: '版本', note: '印在目标总表上，例如 V1、签字版。' },
      },
    },
    history: {
      title: '历史月销售',
      isNew: '新增年度业绩',
      empty: {
        purpose: '往年各月销售额。十二个月齐全的年度用来计算季节指数，目标按它分到各月。',
        name: '2025',
        figure: '11,840.00',
        facts: '十二个月，全部门店',
      },
      fields: {
        year: { label: '年度', note: '过去的年度，与计划年度一样以首月所在年份命名。' },
        months: { label: '', note: '当月全部门店销售额。季节指数只取十二个月齐全的年度。' },
        takesPart: { label: '参与', note: '勾选的年度用于计算季节指数。' },
        total: { label: '全年', note: '各月合计。' },
        toIndex: { label: '12÷全年', note: '把月销售换算为指数；不齐全或未勾选的年度为 0。' },
      },
    },
    people: {
      title: '人员名单',
      isNew: '新增人员',
      empty: { purpose: '负责人和督导的名单，其他各处从这里选择。', name: '陈某', facts: '督导' },
      fields: {
        person: { label: '姓名', note: '负责人、督导从这个名单中选择。' },
        role: { label: '岗位' },
      },
    },
  },
};
