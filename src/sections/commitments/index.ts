import type { Section } from '../../model/section';
import { commitments } from './fields';
import { lists } from './lists';
import { en, zh } from './text';

/** What the stores promise of their targets. Its tab comes when it is asked for. */
export const commitmentsSection: Section = {
  id: 'commitments',
  offered: 'always',
  tabs: [
    {
      id: 'commitments',
      shape: 'table',
      fields: commitments,
      groups: [
        { id: 'store', from: 'store' },
        { id: 'promise', from: 'promise' },
        { id: 'signature', from: 'promisedBy' },
      ],
      promises: { store: 'store', amount: 'amount' },
      onDemand: true,
      staysOpen: true,
      frozenThrough: 'name',
      highlights: [
        { fields: ['own'], formula: 'AND({promise}={list.promise.own},COUNT({own})=0)', look: 'bad' },
        { fields: ['own'], formula: 'AND({promise}<>{list.promise.own},{own}<>"")', look: 'muted' },
        { fields: ['difference'], formula: 'AND(ISNUMBER({difference}),{difference}<0)', look: 'warn' },
      ],
      spareRows: 100,
    },
  ],
  lists,
  text: { zh, en },
};
