import { followUpHighlights } from '../../model/followUp';
import type { Section } from '../../model/section';
import { expansion } from './fields';
import { en, zh } from './text';

export const expansionSection: Section = {
  id: 'expansion',
  tabs: [
    {
      id: 'expansion',
      shape: 'table',
      fields: expansion,
      groups: [
        { id: 'channel', from: 'channel' },
        { id: 'funnel', from: 'carriedOver' },
        { id: 'openings', from: 'targetOpenings' },
        { id: 'result', from: 'matureBaseline' },
        { id: 'followUp', from: 'owner' },
      ],

      opens: { months: 'openings', count: 'targetOpenings', enabled: 'enabled', mature: 'matureBaseline' },
      frozenThrough: 'channel',
      doubts: [
        { id: 'openingsDiffer', field: 'check', is: 'notZero', where: { field: 'enabled', is: 'ticked' } },
        { id: 'noOwner', field: 'owner', is: 'blank', where: { field: 'targetOpenings', is: 'filled' } },
      ],
      spareRows: 12,
      // The form's own channels in its order; the fair is left out of the form and starts unticked.
      seeds: ['fair', 'employee', 'mall', 'alliance', 'media', 'joint', 'other'].map((channel) => ({
        id: channel,
        values: { channel, enabled: channel !== 'fair' },
      })),
      highlights: [
        { fields: ['check'], formula: 'AND(ISNUMBER({check}),{check}<>0)', look: 'bad' },
        { fields: ['check'], formula: 'AND(ISNUMBER({check}),{check}=0)', look: 'good' },
        { fields: ['channel'], formula: 'AND({channel}<>"",{enabled}<>TRUE)', look: 'muted' },
        ...followUpHighlights,
      ],
    },
  ],
  text: { zh, en },
};
