import type { Section } from '../../model/section';
import { versionFields, working, workingFields } from './fields';
import { lists } from './lists';
import { en, zh } from './text';

/** What the stores are followed against. Its tab comes when it is asked for; without it that is what was signed. */
export const workingSection: Section = {
  id: 'working',
  offered: 'signed',
  tabs: [
    {
      id: 'working',
      shape: 'table',
      fields: workingFields,
      groups: [
        { id: 'store', from: 'storeId' },
        { id: 'bounds', from: 'held' },
        { id: 'respread', from: 'version' },
      ],
      onDemand: true,
      staysOpen: true,
      working,
      frozenThrough: 'name',
      highlights: [
        {
          fields: ['year', 'adjustment'],
          formula: 'AND(ISNUMBER({adjustment}),ROUND({adjustment},2)<>0)',
          look: 'warn',
        },
        { fields: ['version', 'carried', 'written'], formula: '{stands}=0', look: 'muted' },
      ],
      spareRows: 100,
    },
    {
      id: 'workingVersions',
      shape: 'table',
      fields: versionFields,
      onDemand: true,
      kept: {},
      frozenThrough: 'name',
      spareRows: 20,
    },
  ],
  lists,
  text: { zh, en },
};
