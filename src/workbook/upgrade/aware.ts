import type { Step } from './step';

/** The season index can follow Spring Festival: its formula was the plain one. */
export const aware: Step = {
  former: Array.from({ length: 12 }, (_, index) => ({
    tab: 'settings',
    row: 'seasonIndex',
    column: `value.${index + 1}`,
    contents: [
      {
        formula: [
          `IF(SUM({history.toIndex})=0,1,SUMPRODUCT({history.months.${index + 1}},{history.toIndex})/COUNTIF({history.toIndex},">0"))`,
          '1',
        ],
      },
    ],
  })),
};
