import type { HelpOf } from '../../model/help';
import type { headcountCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const headcountHelp: HelpOf<typeof headcountCells> = {
  HEADCOUNT_NEEDED: {
    text: { zh: '需要人数 = 工作量 ÷ 人效，向上取整', en: 'People needed: workload ÷ span, rounded up' },
    args: {
      workload: { zh: '工作量，如年末店数或目标开店数', en: 'such as year-end stores or target openings' },
      span: { zh: '人效：每人负责多少', en: 'how much of it one person takes on' },
    },
    result: { zh: '人数', en: 'people' },
    example: { args: [45, 12], result: 4 },
  },
  HIRES_NEEDED: {
    text: {
      zh: '需招人数 = 需要 − 现有 + 预计离职，不小于 0',
      en: 'People to hire: needed − current + expected leavers, never below 0',
    },
    args: {
      needed: { zh: '需要人数', en: 'people needed' },
      current: { zh: '现有人数', en: 'people there now' },
      expected_leavers: { zh: '预计离职人数', en: 'how many of them are expected to leave' },
    },
    result: { zh: '人数', en: 'people' },
    example: { args: [8, 6, 1], result: 3 },
  },
};
