import { followUpHighlights } from '../../model/followUp';
import type { Section } from '../../model/section';
import { actions } from './fields';
import { lists } from './lists';
import { en, zh } from './text';

/** What is done about what did not go as planned. Its tab comes when it is asked for. */
export const actionsSection: Section = {
  id: 'actions',
  offered: 'signed',
  tabs: [
    {
      id: 'actions',
      shape: 'table',
      role: 'tasks',
      fields: actions,
      groups: [
        { id: 'issue', from: 'month' },
        { id: 'followUp', from: 'owner' },
        { id: 'result', from: 'result' },
      ],
      onDemand: true,
      staysOpen: true,
      frozenThrough: 'store',
      highlights: followUpHighlights,
      spareRows: 50,
    },
  ],
  lists,
  text: { zh, en },
};
