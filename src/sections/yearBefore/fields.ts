import { computed, type Field, input } from '../../model/field';
import { blankIf, blankUnless, firstOf, ratio } from '../../model/formulas';
import { begunFields } from '../../model/nextYear';
import { reference } from '../../model/reference';

const [store, storeAt] = reference(begunFields.key, 'stores.storeId', { required: true, key: true });

/** A figure of the store in the store list. */
const ofStore = (field: string): string => `INDEX({stores.${field}},{${storeAt.id}})`;
const unlessNone = (formula: string): string => blankIf(`SUM({${storeAt.id}})=0`, formula);

const { known, months, sold, taken, forecast } = begunFields;

/** On what of the year before each store's plan was begun, and whether that is still what it was expected to come to. */
export const yearBefore: readonly Field[] = [
  store,
  computed('name', 'text', unlessNone(`${ofStore('name')}&""`), {
    width: 200,
    afterSaving: true,
    shows: 'stores.name',
  }),
  input(known, 'months', { min: 0, max: 12 }),
  input(months, 'months', { min: 0, max: 12 }),
  computed('coverage', 'rate', blankUnless([`{${known}}`, `{${months}}`], ratio(`{${known}}`, `{${months}}`)), {
    afterSaving: true,
  }),
  input(sold, 'money', { total: 'sum' }),
  input(taken, 'money', { total: 'sum' }),
  input(forecast, 'tick'),
  computed(
    'stillForecast',
    'money',
    unlessNone(firstOf([[`AND({${forecast}}=TRUE,${ofStore('lastYearSales')}={${taken}})`, `{${taken}}`]], '""')),
    { total: 'sum', afterSaving: true },
  ),
  storeAt,
];
