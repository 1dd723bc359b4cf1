import { computed, type Field, input } from '../../src/model/field';
import { imported } from '../../src/model/imported';
import { placed, reference } from '../../src/model/reference';
import type { Section } from '../../src/model/section';
import { en, zh } from './text';

const [store, storeAt] = reference('store', 'stores.storeId', { required: true, key: true });

const [done, doneAs] = imported('done', 'count', { min: 0, total: 'sum' });

const visits: readonly Field[] = [
  input('visitor', 'person', { required: true, key: true }),
  store,
  input('month', 'month', { required: true, key: true }),
  input('planned', 'count', { min: 0, total: 'sum' }),
  done,
  computed('open', 'count', 'IF(COUNT({planned})=0,"",MAX(0,{planned}-SUM({done})))', { total: 'sum' }),
  computed('target', 'money', 'IF({storeAt}="","",INDEX({stores.finalTarget},{storeAt}))', {
    afterSaving: true,
  }),
  computed('monthTarget', 'money', 'IF(COUNT({storeAt},{monthAt})<2,"",INDEX({stores.months},{storeAt},{monthAt}))', {
    afterSaving: true,
  }),
  storeAt,
  placed('month'),
  doneAs,
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
