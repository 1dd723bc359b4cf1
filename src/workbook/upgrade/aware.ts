import type { Step } from './step';

/** The season index can follow Spring Festival: its formula was the plain one. */
export const aware: Step = {
  notes: [
    'As signed; of a store that is not in what was signed, as planned.',
    'From the people list; of those without stores there are no figures.',
    '签署的目标；签署中没有的门店取当前计划。',
    '取自人员名单；名下没有门店的不计。',
  ],
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
