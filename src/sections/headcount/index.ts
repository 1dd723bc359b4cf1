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
      frozenThrough: 'role',
      spareRows: 30,
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
