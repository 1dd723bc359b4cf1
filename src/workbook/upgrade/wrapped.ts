import type { Step } from './step';

/**
 * Long texts of the reports stand on several lines, in rows that are high enough: they are drawn anew. What is held
 * against last year says how, in January to March. The open month has a weight for each of its days.
 */
export const wrapped: Step = {
  notes: [
    'The share of the month that has passed: 1 for months that are over, by days for the one under way.',
    '当月已过去的份额：已满的月为 1，进行中的月按天数。',
  ],
  retired: ['weekdayFrom', 'listedMore'].map((field) => ({ tab: 'followUpTerms', field })),
  former: ['followUpSummary', 'followUpSupervisors', 'followUpChannels', 'followUp'].map((tab) => ({
    tab,
    row: '#labels',
    column: 'yearOnYear',
    contents: ['Year on year ƒ', '同比 ƒ'],
  })),
};
