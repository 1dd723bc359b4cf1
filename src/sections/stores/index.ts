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
      groups: [
        { id: 'store', from: 'storeId' },
        { id: 'opened', from: 'openedOn' },
        { id: 'lastYear', from: 'lastYearSales' },
        { id: 'target', from: 'growth' },
        { id: 'months', from: 'months' },
        { id: 'signed', from: 'signedOn' },
      ],

      frozenThrough: 'name',
      spareRows: 100,
      doubts: [
        { id: 'monthsDiffer', field: 'monthDifference', is: 'notZero' },
        { id: 'salesMissing', field: 'flag', is: { choice: 'missing' } },
        { id: 'withoutMonths', field: 'flag', is: { choice: 'withoutMonths' } },
        { id: 'noTarget', field: 'finalTarget', is: 'blank', where: { field: 'storeId', is: 'filled' } },
        { id: 'notAgreed', field: 'signedOn', is: 'blank', where: { field: 'finalTarget', is: 'filled' } },
      ],
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
