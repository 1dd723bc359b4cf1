import { followUpHighlights } from '../../model/followUp';
import type { Section } from '../../model/section';
import { staff } from './fields';
import { en, zh } from './text';

export const staffSection: Section = {
  id: 'staff',
  tabs: [
    {
      id: 'staff',
      shape: 'table',
      fields: staff,
      groups: [
        { id: 'role', from: 'role' },
        { id: 'certification', from: 'certified' },
        { id: 'training', from: 'sessionsPlanned' },
        { id: 'retention', from: 'openingStaff' },
        { id: 'followUp', from: 'owner' },
      ],

      frozenThrough: 'role',
      spareRows: 12,
      seeds: ['storeManager', 'clerk'].map((role) => ({ id: role, values: { role, ownership: 'franchised' } })),
      highlights: [
        { fields: ['gap'], formula: 'AND(ISNUMBER({gap}),{gap}>0)', look: 'warn' },
        {
          fields: ['retention'],
          formula: 'AND(ISNUMBER({retention}),ISNUMBER({retentionTarget}),{retention}<{retentionTarget})',
          look: 'warn',
        },
        {
          fields: ['certified'],
          formula: 'AND(ISNUMBER({certified}),ISNUMBER({inPost}),{certified}>{inPost})',
          look: 'bad',
        },
        {
          fields: ['left'],
          formula: 'AND(ISNUMBER({left}),ISNUMBER({openingStaff}),{left}>{openingStaff})',
          look: 'bad',
        },
        ...followUpHighlights,
      ],
    },
  ],
  text: { zh, en },
};
