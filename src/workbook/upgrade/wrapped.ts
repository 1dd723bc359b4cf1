import type { Step } from './step';

/**
 * Long texts of the reports stand on several lines, in rows that are high enough: they are drawn anew. What is held
 * against last year says how, in January to March. The open month has a weight for each of its days.
 */
export const wrapped: Step = {
  retired: ['weekdayFrom', 'listedMore'].map((field) => ({ tab: 'followUpTerms', field })),
  former: ['followUpSummary', 'followUpSupervisors', 'followUpChannels', 'followUp'].map((tab) => ({
    tab,
    row: '#labels',
    column: 'yearOnYear',
    contents: ['Year on year ƒ', '同比 ƒ'],
  })),
};
