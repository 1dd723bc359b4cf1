import { computed, type Field, input } from '../../src/model/field';
import type { Section } from '../../src/model/section';
import { en, zh } from './text';

const visits: readonly Field[] = [
  input('visitor', 'person', { required: true }),
  input('store', 'text', { required: true, key: true }),
  input('month', 'count', { min: 1, max: 12 }),
  input('planned', 'count', { min: 0, total: 'sum' }),
  input('done', 'count', { min: 0, total: 'sum' }),
  computed('open', 'count', 'IF(COUNT({planned})=0,"",MAX(0,{planned}-SUM({done})))', { total: 'sum' }),
  computed('target', 'money', 'IFERROR(INDEX({stores.finalTarget},MATCH({store},{stores.storeId},0)),"")', {
    afterSaving: true,
  }),
];

/** A part of the plan that is not ours: what it takes to add one is all in this folder. */
export const visitsSection: Section = {
  id: 'visits',
  tabs: [
    {
      id: 'visits',
      shape: 'table',
      fields: visits,
      frozenThrough: 'store',
      spareRows: 20,
      highlights: [{ fields: ['open'], formula: 'AND(ISNUMBER({open}),{open}>0)', look: 'warn' }],
    },
  ],
  text: { zh, en },
};
