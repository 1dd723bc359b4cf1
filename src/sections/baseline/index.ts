import type { Section } from '../../model/section';
import { baseline, summary } from './fields';
import { en, zh } from './text';

export const baselineSection: Section = {
  id: 'baseline',
  tabs: [
    {
      id: 'baseline',
      shape: 'fixed',
      role: 'ownerships',
      fields: baseline,
      rows: ['franchised', 'selfOperated', 'all'],
      totalRow: 'all',
    },
    {
      id: 'summary',
      shape: 'record',
      role: 'outcome',
      fields: summary,
      doubts: [
        { id: 'noPlan', field: 'total', is: 'blank' },
        { id: 'gap', field: 'gap', is: 'below0' },
      ],
      groups: [
        { id: 'target', from: 'existingTarget' },
        { id: 'growth', from: 'lastYearTotal' },
        { id: 'stores', from: 'existingStores' },
        { id: 'months', from: 'existingByMonth' },
        { id: 'commitments', from: 'promisedStores' },
      ],

      highlights: [
        { fields: ['gap'], formula: 'AND(ISNUMBER({gap}),ROUND({gap},2)<0)', look: 'bad' },
        // No plan means to double the average store, or to halve it: a figure that it rests on is wrong.
        ...['plannedGrowth', 'requiredGrowth'].map((field) => ({
          fields: [field],
          formula: `AND(ISNUMBER({${field}}),OR({${field}}>1,{${field}}<-50%))`,
          look: 'bad' as const,
        })),
        { fields: ['withoutSales'], formula: 'AND(ISNUMBER({withoutSales}),{withoutSales}>0)', look: 'warn' },
        { fields: ['gap'], formula: 'AND(ISNUMBER({gap}),ROUND({gap},2)>=0)', look: 'good' },
      ],
    },
  ],
  text: { zh, en },
};
