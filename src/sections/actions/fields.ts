import { computed, type Field, input } from '../../model/field';
import { followUp, openKey } from '../../model/followUp';
import { blankIf } from '../../model/formulas';
import { reference } from '../../model/reference';

/** Without one it is the region's, or a channel's. */
const [store, storeAt] = reference('store', 'stores.storeId', { key: true, means: 'actedStore' });

/** What is done about what did not go as planned: where, why, by whom, until when, and what came of it. */
export const actions: readonly Field[] = [
  input('month', 'month', { required: true, key: true }),
  store,
  computed('name', 'text', blankIf('SUM({storeAt})=0', 'INDEX({stores.name},{storeAt})&""'), {
    width: 160,
    afterSaving: true,
    shows: 'stores.name',
  }),
  input('channel', 'choice', { list: 'channel', open: true, width: 120 }),
  input('issue', 'text', { required: true, key: true, worded: true, width: 200 }),
  input('reason', 'choice', { list: 'reason', required: true, width: 132 }),
  input('amount', 'money', { total: 'sum' }),
  ...followUp,
  input('result', 'longText'),
  storeAt,
  openKey,
];
