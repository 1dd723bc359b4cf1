import { dayRows, weekdayFormula } from './days';
import { comparedLabel, comparisonFormula, namedFormula, statusFormula } from './fields';

/** Around how many people, or channels, of one name there are. */
const people = { en: [' (', ' people)'], zh: ['（', '人同名）'] } as const;
const channels = { en: [' (', ' channels)'], zh: ['（', '个渠道同名）'] } as const;

const numbered = Array.from({ length: 12 }, (_, index) => index + 1);

/** How far data reach, and what of the target to date has no figures: never held against what was sold. */
function pathNote(words: {
  readonly before: string;
  readonly through: readonly [before: string, after: string];
  readonly missing: readonly [before: string, after: string];
}): string {
  const { before, through, missing } = words;
  const day = '{followUpTerms.through}';
  const iso = `YEAR(${day})&"-"&RIGHT("0"&MONTH(${day}),2)&"-"&RIGHT("0"&DAY(${day}),2)`;
  const without = '(SUM({followUp.due})-SUM({followUp.covered}))/{settings.unitSize}';
  const none = `IF(ROUND(${without},0)<=0,"","${missing[0]}"&FIXED(${without},0)&"${missing[1]}")`;
  return `=IF(COUNT(${day})=0,"${before}","${through[0]}"&${iso}&"${through[1]}"&${none})`;
}

/** The title of the daily targets with the month, how much of it has gone, and whose they are. */
function daysWords(words: {
  /** Before the month: the region comes last, as a long name is cut where the frozen columns end. */
  readonly title: string;
  readonly gone: readonly [before: string, after: string];
  readonly region: string;
  readonly chosen: string;
  readonly alike: readonly [before: string, after: string];
  readonly sum: string;
}): Readonly<Record<string, string>> {
  const { title, gone, region, chosen, alike, sum } = words;
  const month = '{followUpTerms.daysStart}';
  const iso = `YEAR(${month})&"-"&RIGHT("0"&MONTH(${month}),2)`;
  const isOpen = 'AND(SUM({followUpTerms.partly})>0,SUM({followUpTerms.partly})=SUM({followUpTerms.daysMonth}))';
  const people = '{followUpTerms.daysAlike}';
  const shared = `IF(SUM(${people})>1,"${alike[0]}"&${people}&"${alike[1]}","")`;
  const name = `IF({followUpTerms.daysStore}<>"",{followUpTerms.daysStore},IF({followUpTerms.daysSupervisor}<>"",{followUpTerms.daysSupervisor}&${shared},"${chosen}"))`;
  return {
    title: `="${title}"&IF(COUNT(${month})=0,""," "&${iso})&IF({settings.region|""}="",""," · "&{settings.region|""})`,
    aside: `=IF(${isOpen},"${gone[0]}"&FIXED(100*{followUpTerms.monthGone},1)&"${gone[1]}","")`,
    region: `${region} ƒ`,
    regionSum: `${region}${sum} ƒ`,
    chosen: `=${name}&" ƒ"`,
    chosenSum: `=${name}&"${sum} ƒ"`,
  };
}

/** What is told alike of a store and of all of them, in English. */
const enFigures = {
  year: {
    label: 'Annual target',
    note: 'The working target: as signed, or by the last re-spread; of a store that was not signed, as planned.',
  },
  due: { label: 'Target to date', note: 'Of the time that data have reached.' },
  covered: {
    label: 'Covered target',
    note: 'The same of months with figures only: all that sales may be held against.',
  },
  actual: { label: 'Actual', note: 'Sales of the months that data have reached.' },
  achievement: { label: 'Achievement', note: 'Actual ÷ covered target.' },
  gap: { label: 'Gap', note: 'Actual less covered target.' },
  status: {
    label: 'Status',
    note: 'By achievement and the thresholds of the settings; or that too many months are without figures.',
    preset: statusFormula('No figures'),
  },
  coverage: { label: 'Coverage', note: 'Covered target ÷ target to date.' },
  timeProgress: { label: 'Time progress', note: 'Target to date ÷ annual target.' },
  requiredRate: {
    label: 'Required on the rest',
    note: 'The achievement that the rest of the year needs, months without figures taken at target.',
  },
  perDay: { label: 'Needed per day', note: 'What each day left has to sell to reach the annual target.' },
  atPlan: { label: 'Forecast at plan', note: 'Actual, and all else as planned.' },
  season: { label: 'Forecast, season', note: 'Actual, and all else at the achievement so far.' },
  recent: {
    label: 'Forecast, recent',
    note: 'Actual, and all else at the achievement of the last three full months.',
  },
  used: { label: 'Forecast used', note: 'By the method above.' },
  signedYear: { label: 'Signed target', note: 'The annual target of the last signed version.' },
  lastToDate: {
    label: 'Last year to date',
    note: 'Last year’s sales of the months that both years have figures of, as far as data reach in them.',
  },
  sameToDate: { label: 'This year, same months', note: 'This year’s sales of these months.' },
  yearOnYear: { label: 'Year on year', note: 'This year’s sales of the same months ÷ last year’s, less 1.' },
  carried: { label: 'Carried forward' },
};

export const en = {
  title: 'Follow-up',
  tabs: {
    followUpTerms: {
      title: 'Follow-up terms',
      fields: {
        through: { label: 'Data through', note: 'From the settings: sales up to this day are known.' },
        coverageLine: { label: 'Coverage line', note: 'Below it too many months are without figures for a status.' },
        method: {
          label: 'Forecast method',
          note: '0 at plan, 1 at the achievement so far (season), 2 at that of the last three full months.',
        },
        weekdayWeight: {
          label: 'Weekday weights',
          note: 'Monday to Sunday: what such a day sells against another, as 1.5; 1 where nothing is typed. By these is told how much of the month under way has gone.',
          cells: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
        },
        listedOn: {
          label: 'Listed days',
          note: 'Days with a weight of their own, as holidays; the weight stands below each.',
          cells: numbered.map((number) => `Day ${number}`),
        },
        listedWeight: {
          label: 'Their weights',
          note: 'In place of the weekday’s; 0 where nothing is sold. A day without a weight goes by its weekday.',
          cells: numbered.map((number) => `Weight ${number}`),
        },
        daysSupervisor: {
          label: 'Daily targets of a supervisor',
          note: 'Beside the region’s in the daily targets; blank for none.',
        },
        daysStore: {
          label: 'Daily targets of a store',
          note: 'By its store ID; goes before the supervisor. A store has them on its open days only.',
        },
        month: { label: 'Month reached', note: 'Of the plan year, from 1; 0 before it, 13 after it.' },
        elapsed: {
          label: 'Month gone',
          note: 'The share of the month that has passed: 1 for months that are over, by what its days weigh for the one under way.',
        },
        weekdayUsed: { label: 'Weekday weights used' },
        daysStart: { label: 'First day of the open month' },
        daysEnd: { label: 'Last day of the open month' },
        daysMonth: { label: 'Number of the open month' },
        newYearNow: { label: 'Festival of its year' },
        firstDays: { label: 'Days of the open month, 1' },
        firstWeights: { label: 'What they weigh, 1' },
        middleDays: { label: 'Days of the open month, 2' },
        middleWeights: { label: 'What they weigh, 2' },
        lastDays: { label: 'Days of the open month, 3' },
        lastWeights: { label: 'What they weigh, 3' },
        dayTarget: { label: 'Target of the open month' },
        dayUnits: { label: 'The same in rounding units' },
        daysAlike: { label: 'People of the supervisor’s name' },
        chosenFrom: { label: 'First open day of the store' },
        chosenThrough: { label: 'Last open day of the store' },
        weightOfMonth: { label: 'Weight of the month reached' },
        weightGone: { label: 'Weight gone of it' },
        monthGone: { label: 'Share gone of it' },
        over: { label: 'Month is over' },
        number: { label: 'Number of the month' },
        mark: { label: 'Mark of the month' },
        overCount: { label: 'Months that are over' },
        overMarks: { label: 'Marks of the months that are over' },
        recentOver: { label: 'Last three months that are over' },
        lastTwoMarks: { label: 'Marks of the last two of them' },
        usualShare: { label: 'Share gone for most stores' },
        signedAbove: { label: 'Rows of earlier versions above those signed last' },
        daysLeft: { label: 'Days left of the year' },
        partly: { label: 'Month under way' },
        monthStart: { label: 'Its first day' },
        monthEnd: { label: 'Its last day' },
        comparison: {
          label: 'Year on year is',
          note: 'In January to March last year’s months are laid out by this year’s festival, if the settings follow it.',
          preset: comparisonFormula({ asSold: 'As sold', festival: 'Festival-comparable' }),
        },
        comparedAs: { label: 'Year on year is, in January to March' },
        inQuarter: { label: 'January to March' },
        shift: { label: 'Weighed days against last year’s' },
      },
    },
    followUpSummary: {
      title: 'Follow-up summary',
      words: { yearOnYear: comparedLabel('Year on year ƒ') },
      rows: {
        franchised: 'Franchised',
        selfOperated: 'Self-operated',
        all: 'All stores',
        toOpen: 'To open',
        plan: 'With openings',
      },
      fields: {
        ...enFigures,
      },
    },
    followUpCharts: {
      title: 'Follow-up charts',
      fields: {},
      words: {
        title: 'The year month by month, and by supervisor',
        note: pathNote({
          before: 'No sales yet. Amounts in display units.',
          through: [
            'Data through ',
            '. Actual up to the last full month, forecast from there on; amounts in display units.',
          ],
          missing: [' Target without figures so far: ', ', no part of actual.'],
        }),
        month: 'Month',
        target: 'Target',
        actual: 'Actual',
        forecast: 'Forecast',
        expected: 'At pace',
        supervisor: 'Supervisor',
        achievement: 'Achievement',
        status: 'Status',
        gap: 'Gap',
        path: 'Cumulative target, actual and forecast (display unit)',
        bySupervisor: 'Achievement by supervisor, the furthest behind first',
      },
    },
    followUpSupervisors: {
      title: 'Follow-up by supervisor',
      words: { yearOnYear: comparedLabel('Year on year ƒ') },
      fields: {
        name: {
          label: 'Supervisor',
          note: 'From the people list: those that stores name. Several people of one name stand in one row: which of them a store means cannot be told.',
          preset: namedFormula(people.en),
        },
        storeCount: { label: 'Number of stores', note: 'Stores of the list that name them.' },
        ...enFigures,
        listed: { label: 'Name in this row of the table' },
        upTo: { label: 'Names with stores up to it' },
        place: { label: 'Place from the furthest behind' },
        at: { label: 'Row in the table' },
        who: { label: 'Name in the table' },
        alike: { label: 'Rows of the table with this name' },
      },
    },
    followUpChannels: {
      title: 'Follow-up by channel',
      words: { yearOnYear: comparedLabel('Year on year ƒ') },
      fields: {
        name: {
          label: 'Channel',
          note: 'From the expansion plan: those that stores came through. Several channels of one name stand in one row.',
          preset: namedFormula(channels.en),
        },
        storeCount: { label: 'Number of stores', note: 'Stores of the list that came through it.' },
        ...enFigures,
        listed: { label: 'Name in this row of the table' },
        upTo: { label: 'Names with stores up to it' },
        place: { label: 'Place from the furthest behind' },
        at: { label: 'Row in the table' },
        who: { label: 'Name in the table' },
        alike: { label: 'Rows of the table with this name' },
      },
    },
    followUpDays: {
      title: 'Daily targets',
      rows: Object.fromEntries(dayRows.map((row, index) => [row, String(index + 1)])),
      words: daysWords({
        title: 'Daily targets',
        gone: ['', '% of the month gone'],
        region: 'All stores',
        chosen: 'Chosen',
        alike: people.en,
        sum: ', up to the day',
      }),
      fields: {
        day: { label: 'Day', note: 'Of the month that is open: that of the day after the one that data reach.' },
        weekday: {
          label: 'Weekday',
          note: 'Of the day.',
          preset: weekdayFormula(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']),
        },
        weight: {
          label: 'Weight',
          note: 'By the weekday, listed days, and Spring Festival where the settings follow it.',
        },
        region: {
          label: 'All stores',
          note: 'The month’s working target over its days, in whole units, adding up to it.',
        },
        regionSum: { label: 'All stores, up to the day', note: 'From the first of the month on.' },
        chosen: { label: 'Chosen', note: 'Of the supervisor or the store that the follow-up terms name.' },
        chosenSum: { label: 'Chosen, up to the day', note: 'From the first of the month on.' },
        regionWeight: { label: 'All stores: weight' },
        regionExact: { label: 'All stores: exact units' },
        regionWhole: { label: 'All stores: whole units' },
        regionRest: { label: 'All stores: remainder' },
        regionPlace: { label: 'All stores: place of the remainder' },
        chosenWeight: { label: 'Chosen: weight' },
        chosenExact: { label: 'Chosen: exact units' },
        chosenWhole: { label: 'Chosen: whole units' },
        chosenRest: { label: 'Chosen: remainder' },
        chosenPlace: { label: 'Chosen: place of the remainder' },
        number: { label: 'Number of the day' },
        gone: { label: 'Day has gone' },
      },
    },
    followUpOpenings: {
      title: 'Openings to come',
      fields: {
        name: { label: 'Channel', note: 'From the expansion plan.' },
        planned: { label: 'Planned', note: 'Openings of the year, as signed; before signing as planned.' },
        opened: { label: 'In the list', note: 'Stores of the list that opened, or open, in the plan year through it.' },
        toOpen: { label: 'To open', note: 'The rest: stores in the list take the place of the earliest planned ones.' },
        year: { label: 'Annual target', note: 'Of those to open, as planned.' },
        due: { label: 'Target to date', note: 'Of it, what is late: these stores have sold nothing yet.' },
        used: { label: 'Forecast', note: 'The rest of the year as planned.' },
        months: { label: 'Target', note: 'Of those to open: baseline × ramp × season index.' },
        openings: { label: 'Openings planned' },
        left: { label: 'Of them to open' },
        weight: { label: 'Monthly sales of a mature store' },
        lastPlanned: { label: 'Last opening that was planned' },
        rampedMonths: { label: 'Planned months on the ramp' },
        monthsLeft: { label: 'Store-months to come' },
      },
    },
    followUp: {
      title: 'Follow-up',
      words: { yearOnYear: comparedLabel('Year on year ƒ') },
      fields: {
        storeId: { label: 'Store ID', note: 'In the order of the store list.' },
        name: { label: 'Store name', note: 'From the store list.' },
        ownership: { label: 'Ownership', note: 'From the store list.' },
        ...enFigures,
        pace: { label: 'Pace expected of the rest' },
        supervisor: { label: 'Supervisor' },
        channel: { label: 'Channel' },
        signedAt: { label: 'Row in the signed targets' },
        workingAt: { label: 'Row in the working targets' },
        soldAt: { label: 'Row in the actuals' },
        ownShare: { label: 'Own share of the month under way' },
        targets: { label: 'Target' },
        sold: { label: 'Sold' },
        openedIn: { label: 'Month of opening' },
        openKey: { label: 'Order of opening' },
        lost: { label: 'Target of months after closing' },
        group: { label: 'Group of its difference' },
        gapKey: { label: 'Order of gaps' },
        redKey: { label: 'Red for two months' },
        openedOn: { label: 'Opened' },
        closedOn: { label: 'Closes' },
        fullMarks: { label: 'Marks of the full months' },
        knownMonths: { label: 'Months with figures' },
      },
    },
  },
};

/** What is told alike of a store and of all of them, in Chinese. */
const zhFigures = {
  year: { label: '年目标', note: '执行目标：与签署相同，或按最近一次补差、调整；签署中没有的门店取当前计划。' },
  due: { label: '应达成', note: '数据截至日之前的目标。' },
  covered: { label: '可比目标', note: '只计有业绩的月份，业绩只与它相比。' },
  actual: { label: '实际', note: '数据截至日之前的业绩。' },
  achievement: { label: '达成率', note: '实际÷可比目标。' },
  gap: { label: '缺口', note: '实际−可比目标。' },
  status: {
    label: '状态',
    note: '按达成率与设置中的两条线判断；缺数过多时为缺数。',
    preset: statusFormula('缺数'),
  },
  coverage: { label: '覆盖率', note: '可比目标÷应达成。' },
  timeProgress: { label: '时间进度', note: '应达成÷年目标。' },
  requiredRate: { label: '后续需达成率', note: '余下的时间需要的达成率，缺数月按完成计。' },
  perDay: { label: '日均需', note: '余下每天要做多少才能完成年目标。' },
  atPlan: { label: '预测(按计划)', note: '实际加上其余目标。' },
  season: { label: '预测(季节)', note: '实际加上其余目标按至今的达成率。' },
  recent: { label: '预测(近三月)', note: '实际加上其余目标按近三个满月的达成率。' },
  used: { label: '采用的预测', note: '按所选的方法。' },
  signedYear: { label: '签署目标', note: '最近一次签署的年目标。' },
  carried: { label: '结转额' },
  lastToDate: { label: '去年同期', note: '两年都有业绩的月份中去年的业绩，当月按数据截至日折算。' },
  sameToDate: { label: '今年可比月份', note: '这些月份今年的业绩。' },
  yearOnYear: { label: '同比', note: '相同月份今年业绩÷去年业绩−1。' },
};

export const zh: typeof en = {
  title: '月度追踪',
  tabs: {
    followUpTerms: {
      title: '追踪口径',
      fields: {
        through: { label: '数据截至', note: '取自设置：到这一天的业绩已知。' },
        coverageLine: { label: '覆盖率线', note: '低于此线表示缺数过多，不判断状态。' },
        method: { label: '预测方法', note: '0 按计划，1 按至今的达成率（季节），2 按近三个满月的达成率。' },
        weekdayWeight: {
          label: '星期权重',
          note: '周一至周日各天的业绩之比，如 1.5，空白为 1；进行中的月按此计算已过的份额。',
          cells: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
        },
        listedOn: {
          label: '特别日',
          note: '有自己权重的日子，如节假日；权重写在下一行对应处。',
          cells: numbered.map((number) => `日期${number}`),
        },
        listedWeight: {
          label: '特别日权重',
          note: '代替当天的星期权重，不营业为 0；没有权重的日子按星期。',
          cells: numbered.map((number) => `权重${number}`),
        },
        daysSupervisor: { label: '每日目标：督导', note: '在每日目标中与区域并列，可不填。' },
        daysStore: { label: '每日目标：门店', note: '填写门店编号，优先于督导；只在该店营业的日子有目标。' },
        month: { label: '已到第几月', note: '计划年度的第几个月，年度之前为 0，之后为 13。' },
        elapsed: { label: '当月已过', note: '当月已过去的份额：已满的月为 1，进行中的月按各天的权重。' },
        weekdayUsed: { label: '采用的星期权重' },
        daysStart: { label: '本期第一天' },
        daysEnd: { label: '本期最后一天' },
        daysMonth: { label: '本期月序' },
        newYearNow: { label: '当年春节' },
        firstDays: { label: '本期各天 1' },
        firstWeights: { label: '各天权重 1' },
        middleDays: { label: '本期各天 2' },
        middleWeights: { label: '各天权重 2' },
        lastDays: { label: '本期各天 3' },
        lastWeights: { label: '各天权重 3' },
        dayTarget: { label: '本期目标' },
        dayUnits: { label: '以取整单位计' },
        daysAlike: { label: '与该督导同名的人数' },
        chosenFrom: { label: '该店首个营业日' },
        chosenThrough: { label: '该店最后营业日' },
        weightOfMonth: { label: '所到月的权重' },
        weightGone: { label: '其中已过的权重' },
        monthGone: { label: '其中已过的份额' },
        over: { label: '当月已满' },
        number: { label: '月序' },
        mark: { label: '月份标记' },
        overCount: { label: '已满月数' },
        overMarks: { label: '已满月的标记' },
        recentOver: { label: '最近三个已满月' },
        lastTwoMarks: { label: '最近两个已满月的标记' },
        usualShare: { label: '一般门店当月已过份额' },
        signedAbove: { label: '最新版本之上的行数' },
        daysLeft: { label: '全年剩余天数' },
        partly: { label: '进行中的月' },
        monthStart: { label: '当月第一天' },
        monthEnd: { label: '当月最后一天' },
        comparison: {
          label: '同比口径',
          note: '设置为跟随春节时，一至三月去年各月按今年春节所在的日子重新分配。',
          preset: comparisonFormula({ asSold: '按实际月份', festival: '春节可比' }),
        },
        comparedAs: { label: '一至三月的同比口径' },
        inQuarter: { label: '一至三月' },
        shift: { label: '加权天数与去年之比' },
      },
    },
    followUpSummary: {
      title: '追踪汇总',
      words: { yearOnYear: comparedLabel('同比 ƒ') },
      rows: { franchised: '加盟', selfOperated: '自营', all: '门店合计', toOpen: '待开', plan: '门店与待开' },
      fields: {
        ...zhFigures,
      },
    },
    followUpCharts: {
      title: '追踪图表',
      fields: {},
      words: {
        title: '全年逐月与各督导',
        note: pathNote({
          before: '尚无业绩。金额按显示单位。',
          through: ['数据截至 ', '。实际到最后一个满月，其后为预测；金额按显示单位。'],
          missing: ['至今缺数的目标 ', '，实际中没有这一部分。'],
        }),
        month: '月份',
        target: '目标',
        actual: '实际',
        forecast: '预测',
        expected: '按进度',
        supervisor: '督导',
        achievement: '达成率',
        status: '状态',
        gap: '缺口',
        path: '累计目标、实际与预测(按显示单位)',
        bySupervisor: '各督导达成率(最落后在前)',
      },
    },
    followUpSupervisors: {
      title: '追踪(按督导)',
      words: { yearOnYear: comparedLabel('同比 ƒ') },
      fields: {
        name: {
          label: '督导',
          note: '取自人员名单，只列名下有门店的。几人同名时合为一行：门店填的是哪一位无法分辨。',
          preset: namedFormula(people.zh),
        },
        storeCount: { label: '门店数', note: '门店目标中由其负责的门店。' },
        ...zhFigures,
        listed: { label: '该表这一行的名称' },
        upTo: { label: '至此有门店的名称数' },
        place: { label: '从最落后数起的名次' },
        at: { label: '在该表中的行' },
        who: { label: '该表中的名称' },
        alike: { label: '该表中同名的行数' },
      },
    },
    followUpChannels: {
      title: '追踪(按渠道)',
      words: { yearOnYear: comparedLabel('同比 ƒ') },
      fields: {
        name: {
          label: '渠道',
          note: '取自拓展计划，只列有门店的。几个渠道同名时合为一行。',
          preset: namedFormula(channels.zh),
        },
        storeCount: { label: '门店数', note: '门店目标中经该渠道开业的门店。' },
        ...zhFigures,
        listed: { label: '该表这一行的名称' },
        upTo: { label: '至此有门店的名称数' },
        place: { label: '从最落后数起的名次' },
        at: { label: '在该表中的行' },
        who: { label: '该表中的名称' },
        alike: { label: '该表中同名的行数' },
      },
    },
    followUpDays: {
      title: '每日目标',
      rows: Object.fromEntries(dayRows.map((row, index) => [row, String(index + 1)])),
      words: daysWords({
        title: '每日目标',
        gone: ['当月已过 ', '%'],
        region: '全部门店',
        chosen: '所选',
        alike: people.zh,
        sum: '，累计',
      }),
      fields: {
        day: { label: '日期', note: '进行中的月：数据截至日次日所在的月。' },
        weekday: {
          label: '星期',
          note: '当天的星期。',
          preset: weekdayFormula(['周一', '周二', '周三', '周四', '周五', '周六', '周日']),
        },
        weight: { label: '权重', note: '按星期、特别日，设置为跟随春节时再按春节前后。' },
        region: { label: '全部门店', note: '当月执行目标分到各天，取整，合计等于当月目标。' },
        regionSum: { label: '全部门店，累计', note: '自当月第一天起。' },
        chosen: { label: '所选', note: '追踪口径中所填督导或门店。' },
        chosenSum: { label: '所选，累计', note: '自当月第一天起。' },
        regionWeight: { label: '全部门店：权重' },
        regionExact: { label: '全部门店：精确单位数' },
        regionWhole: { label: '全部门店：整单位数' },
        regionRest: { label: '全部门店：余数' },
        regionPlace: { label: '全部门店：余数名次' },
        chosenWeight: { label: '所选：权重' },
        chosenExact: { label: '所选：精确单位数' },
        chosenWhole: { label: '所选：整单位数' },
        chosenRest: { label: '所选：余数' },
        chosenPlace: { label: '所选：余数名次' },
        number: { label: '日序' },
        gone: { label: '已过' },
      },
    },
    followUpOpenings: {
      title: '待开门店',
      fields: {
        name: { label: '渠道', note: '取自拓展计划。' },
        planned: { label: '计划开店', note: '全年开店数，以签署为准；未签署时取当前计划。' },
        opened: { label: '已在列表', note: '门店目标中经该渠道于计划年度开业的门店。' },
        toOpen: { label: '待开', note: '其余的开店，列表中的门店先抵最早的计划。' },
        year: { label: '年目标', note: '待开门店的计划业绩。' },
        due: { label: '应达成', note: '其中已延误的部分，这些店还没有业绩。' },
        used: { label: '预测', note: '余下时间按计划。' },
        months: { label: '目标', note: '待开门店的：基准×爬坡×季节指数。' },
        openings: { label: '计划开店数' },
        left: { label: '其中待开' },
        weight: { label: '成熟店月业绩' },
        lastPlanned: { label: '最后一家计划内的开业' },
        rampedMonths: { label: '计划的爬坡店月' },
        monthsLeft: { label: '余下的店月' },
      },
    },
    followUp: {
      title: '月度追踪',
      words: { yearOnYear: comparedLabel('同比 ƒ') },
      fields: {
        storeId: { label: '编号', note: '按门店目标的次序。' },
        name: { label: '店名', note: '取自门店目标。' },
        ownership: { label: '性质', note: '取自门店目标。' },
        ...zhFigures,
        pace: { label: '余下部分预计的达成率' },
        supervisor: { label: '督导' },
        channel: { label: '渠道' },
        signedAt: { label: '在签署目标中的行' },
        workingAt: { label: '在执行目标中的行' },
        soldAt: { label: '在实际业绩中的行' },
        ownShare: { label: '当月自己的份额' },
        targets: { label: '目标' },
        sold: { label: '业绩' },
        openedIn: { label: '开业的月份' },
        openKey: { label: '开业的次序' },
        lost: { label: '关店后各月的目标' },
        group: { label: '差异所属的组' },
        gapKey: { label: '缺口的次序' },
        redKey: { label: '连续两月为红' },
        openedOn: { label: '开业日期' },
        closedOn: { label: '关店日期' },
        fullMarks: { label: '满月的标记' },
        knownMonths: { label: '有数月数' },
      },
    },
  },
};
