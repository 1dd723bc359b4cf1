import type { Section } from '../../model/section';
import { stores } from './fields';
import { lists } from './lists';
import { en, zh } from './text';

export const storesSection: Section = {
  id: 'stores',
  tabs: [
    {
      id: 'stores',
      shape: 'table',
      role: 'outlets',
      fields: stores,
      frozenThrough: 'name',
      spareRows: 100,
      highlights: [
        { fields: ['flag'], formula: '{flag}={list.flag.missing}', look: 'bad' },
        { fields: ['flag'], formula: '{flag}={list.flag.withoutMonths}', look: 'bad' },
        { fields: ['flag', 'storeBaseline'], formula: '{flag}={list.flag.weak}', look: 'warn' },
        { fields: ['flag'], formula: '{flag}={list.flag.young}', look: 'muted' },
        { fields: ['monthDifference'], formula: 'AND(ISNUMBER({monthDifference}),{monthDifference}<>0)', look: 'warn' },
      ],
    },
  ],
  lists,
  text: { zh, en },
};
