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
      highlights: [
        { fields: ['gap'], formula: 'AND(ISNUMBER({gap}),ROUND({gap},2)<0)', look: 'bad' },
        { fields: ['gap'], formula: 'AND(ISNUMBER({gap}),ROUND({gap},2)>=0)', look: 'good' },
      ],
    },
  ],
  text: { zh, en },
};
