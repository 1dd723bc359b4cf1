import type { HelpOf } from '../../model/help';
import type { followUpCells } from './cells';

const targets = { zh: '十二个月的目标，未营业的月份为 0', en: 'targets of twelve months, 0 where not open' };

const actuals = {
  zh: '十二个月的实际；空白为未知，0 为没有业绩',
  en: 'sales of the twelve months; blank is not known, 0 is none',
};

const elapsed = {
  zh: '各月已过去的份额（0–1）：已满的月为 1，未到的月为 0；共用一行，或每行各自',
  en: 'share of each month that has passed, 0 to 1: whole months 1, months to come 0; one row for all, or a row for each',
};

const annualTarget = { zh: '全年目标', en: 'the year’s target' };

const actual = { zh: '累计实际', en: 'sales to date' };

/** What the cell functions of this part are for, in words. */
export const followUpHelp: HelpOf<typeof followUpCells> = {
  COVERED_TARGET: {
    text: {
      zh: '已有实际的月份的应达成：目标 × 已过去的份额，只计有实际的月份',
      en: 'Target of the time that sales cover: target × share gone, of the months with figures only',
    },
    args: { targets, elapsed, actuals },
    result: { zh: '可与累计实际相比的目标', en: 'the target that sales to date may be held against' },
    example: {
      args: [
        [[80, 60, 70, 80, 90, 90, 90, 90, 90, 90, 90, 100]],
        [[1, 1, 1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0]],
        [[80, '', 77, 44, '', '', '', '', '', '', '', '']],
      ],
      result: 190,
    },
  },
  ACHIEVEMENT: {
    text: {
      zh: '达成率 = 累计实际 ÷ 已有实际的月份的应达成',
      en: 'Achievement: sales to date ÷ the target of the time that they cover',
    },
    args: {
      actual,
      covered_target: {
        zh: '已有实际的月份的应达成（COVERED_TARGET）',
        en: 'target of the time that they cover, as COVERED_TARGET answers',
      },
    },
    result: { zh: '达成率；没有可比的目标时为空白', en: 'a fraction; blank where no target is covered' },
    example: { args: [201, 190], result: 1.057894737 },
  },
  REQUIRED_RATE: {
    text: {
      zh: '后续需达成率 =（全年目标 − 累计实际 − 缺数）÷（全年目标 − 应达成）：余下的时间要达到多少才能完成全年',
      en: 'Achievement that the rest of the year needs: (year’s target − sales − missing) ÷ (year’s target − target to date)',
    },
    args: {
      annual_target: annualTarget,
      actual,
      elapsed_target: { zh: '应达成：已过去的时间的目标', en: 'target of the time gone' },
      '[missing]': {
        zh: '缺数月份的目标，按完成计；默认 0',
        en: 'target of the months gone without figures, taken as reached; 0 if left out',
      },
    },
    result: { zh: '后续需达成率；没有余下的目标时为空白', en: 'a fraction; blank where no target is left' },
    example: { args: [1020, 201, 250, 60], result: 0.985714286 },
  },
  NEEDED_PER_DAY: {
    text: {
      zh: '日均需：余下每天要做多少才能完成全年，已超额为 0',
      en: 'What each day left has to sell to reach the year’s target; 0 once it is reached',
    },
    args: {
      annual_target: annualTarget,
      actual,
      missing: {
        zh: '缺数月份的目标，按完成计；空白为 0',
        en: 'target of the months gone without figures, taken as reached; blank is 0',
      },
      days_left: { zh: '余下的天数', en: 'days left' },
    },
    result: { zh: '每天的业绩；没有余下的天时为空白', en: 'sales a day; blank where no day is left' },
    example: { args: [1200, 340, 0, 260], result: 3.307692308 },
  },
  FORECAST_YEAR: {
    text: {
      zh: '全年预测 = 累计实际 + 其余目标按所选方法计；还没有一个满月的实际时一律按计划',
      en: 'The year’s forecast: sales to date, and the rest of the target by the method; at plan without one full month of sales',
    },
    args: {
      method: {
        zh: '0 按计划，1 按至今的达成率（季节），2 按近三个满月的达成率',
        en: '0 at plan, 1 at the achievement so far (season), 2 at that of the last three full months',
      },
      targets,
      actuals,
      elapsed,
    },
    result: { zh: '全年预测', en: 'the year’s forecast' },
    example: {
      args: [
        1,
        [[100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]],
        [[90, 105, 98, 47, '', '', '', '', '', '', '', '']],
        [[1, 1, 1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0]],
      ],
      result: 1165.714285714,
    },
  },
};
