import { followUpHighlights } from '../../model/followUp';
import type { Section } from '../../model/section';
import { headcount } from './fields';
import { en, zh } from './text';

export const headcountSection: Section = {
  id: 'headcount',
  tabs: [
    {
      id: 'headcount',
      shape: 'table',
      fields: headcount,
      groups: [
        { id: 'role', from: 'role' },
        { id: 'need', from: 'workload' },
        { id: 'hire', from: 'current' },
        { id: 'followUp', from: 'owner' },
      ],

      frozenThrough: 'role',
      spareRows: 12,
      seeds: ['supervisor', 'expansion'].map((role) => ({ id: role, values: { role } })),
      highlights: [
        { fields: ['check'], formula: 'AND(ISNUMBER({check}),{check}<>0)', look: 'bad' },
        { fields: ['check'], formula: 'AND(ISNUMBER({check}),{check}=0)', look: 'good' },
        { fields: ['toHire'], formula: 'AND(ISNUMBER({toHire}),{toHire}>0)', look: 'warn' },
        ...followUpHighlights,
      ],
    },
  ],
  text: { zh, en },
};
