import type { HelpOf } from '../../model/help';
import type { settingsCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const settingsHelp: HelpOf<typeof settingsCells> = {
  SEASON_INDEX: {
    text: {
      zh: '季节指数：各月占全年的比重 × 12，取各年平均；不满十二个月的年份不计。给出 plan_start 时，一至三月按各年春节重新分配，三个月合计不变',
      en: 'Season index: each month’s share of its year × 12, averaged over the years; incomplete years are left out. With plan_start January to March are laid out by where Spring Festival falls in each year, and add up to what they did',
    },
    args: {
      monthly_sales: {
        zh: '历史月销售，一年一行，十二列',
        en: 'sales of the past, a row for each year, twelve columns',
      },
      '[year_starts]': {
        zh: '各历史年度的首日（某月 1 日），一年一个；与 plan_start 一起给出',
        en: 'first days of these years, one for each row; given with plan_start',
      },
      '[plan_start]': {
        zh: '计划年度的首日（某月 1 日）；留空则不看春节',
        en: 'first day of the plan year; without it the festival is not looked at',
      },
      '[windows]': {
        zh: '春节时段，一行一段：首日、末日（正月初一为 0）、日销系数（大于 0）；默认 −21…−1 为 1.5，0…6 为 0.6，7…20 为 0.8',
        en: 'windows around the festival, a row each: first day, last day (its own first day is 0), sales of such a day against others, above 0; −21…−1 at 1.5, 0…6 at 0.6 and 7…20 at 0.8 if left out',
      },
    },
    result: { zh: '十二个月的指数，合计为 12', en: 'twelve months, adding up to 12' },
    example: {
      args: [
        [
          [10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10],
          [5, 5, 5, 5, 10, 10, 10, 10, 15, 15, 15, 15],
        ],
      ],
      result: [[0.75, 0.75, 0.75, 0.75, 1, 1, 1, 1, 1.25, 1.25, 1.25, 1.25]],
    },
  },
  PHASE_TARGET: {
    text: {
      zh: '把年度目标按季节指数分到十二个月，合计恰等于年度目标',
      en: 'A year’s target over twelve months by the season index, adding up to it exactly',
    },
    args: {
      annual_target: { zh: '年度目标', en: 'the year’s target' },
      season_index: {
        zh: '季节指数，共用一行，或每个目标一行',
        en: 'season index of twelve months: one row for all, or a row for each target',
      },
      '[unit]': { zh: '单位，默认 1', en: 'each month is a multiple of it; 1 if left out' },
    },
    result: { zh: '每个目标一行，十二个月', en: 'a row of twelve months for each target' },
    example: {
      args: [1200, [[0.75, 0.75, 0.75, 0.75, 1, 1, 1, 1, 1.25, 1.25, 1.25, 1.25]]],
      result: [[75, 75, 75, 75, 100, 100, 100, 100, 125, 125, 125, 125]],
    },
  },
  TIME_PROGRESS: {
    text: {
      zh: '时间进度：截至某日（含）已过去的全年权重占比，月内按天均摊',
      en: 'Time progress: share of the year’s weight gone by the end of a day, evenly within a month',
    },
    args: {
      as_of: { zh: '截至日', en: 'the day' },
      year_start: { zh: '年度首日（某月 1 日）', en: 'first day of the year, the first of a month' },
      '[season_index]': {
        zh: '季节指数，默认各月相同',
        en: 'season index of twelve months; the same each if left out',
      },
    },
    result: { zh: '进度（0–1）', en: 'a share, 0 to 1' },
    example: { args: ['2027-02-14', '2027-01-01'], result: 0.125 },
  },
  RUN_RATE_FORECAST: {
    text: {
      zh: '按目前进度推算全年 = 累计实际 ÷ 进度',
      en: 'What the year comes to at this rate: actual to date ÷ progress',
    },
    args: {
      actual_to_date: { zh: '累计实际', en: 'actual to date' },
      progress: { zh: '进度（0–1，不含 0）', en: 'share of the year gone, above 0' },
    },
    result: { zh: '全年推算', en: 'the year’s forecast' },
    example: { args: [300_000, 0.25], result: 1_200_000 },
  },
  PACE_STATUS: {
    text: {
      zh: '红黄绿：实际 ÷（目标 × 进度）与两条线相比',
      en: 'On pace or not: actual ÷ (target × progress) against the thresholds',
    },
    args: {
      actual: { zh: '累计实际', en: 'actual to date' },
      target: { zh: '全年目标', en: 'the year’s target' },
      progress: { zh: '进度（0–1，不含 0）', en: 'share of the year gone, above 0' },
      '[green]': { zh: '绿线，默认 1', en: 'from here on green; 1 if left out' },
      '[amber]': { zh: '黄线，默认 0.9', en: 'from here on amber; 0.9 if left out' },
      '[labels]': { zh: '三个标签，默认 green、amber、red', en: 'three labels; green, amber, red if left out' },
    },
    result: { zh: '三个标签之一', en: 'one of the labels' },
    example: { args: [280, 1000, 0.3], result: 'amber' },
  },
};
