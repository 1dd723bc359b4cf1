import { computed, type Field, input } from '../../model/field';
import { blankIf, blankUnless, firstOf } from '../../model/formulas';
import { reference } from '../../model/reference';

const [store, storeAt] = reference('store', 'stores.storeId', { required: true, key: true });

/** A figure of the store in the store list. */
const ofStore = (field: string): string => `INDEX({stores.${field}},{storeAt})`;
const unlessNone = (formula: string): string => blankIf('SUM({storeAt})=0', formula);

/** A target of the store, where it has one. */
const targetOf = (field: string): string => blankUnless([ofStore(field)], ofStore(field));

const promises = [
  ['floor', 'floorTarget'],
  ['target', 'finalTarget'],
  ['stretch', 'stretchTarget'],
] as const;

/** The promise, where it is signed, of a store that was there before the year: what is held against existing stores. */
const signedOfExisting = 'AND(COUNT({signedOn},{amount})=2,SUM({storeAt})>0)';

/** What each store promises of its target, by whom, when, and with which reservation. */
export const commitments: readonly Field[] = [
  store,
  computed('name', 'text', unlessNone(`${ofStore('name')}&""`), {
    width: 200,
    afterSaving: true,
    shows: 'stores.name',
  }),
  computed('target', 'money', unlessNone(targetOf('finalTarget')), {
    afterSaving: true,
    shows: 'stores.finalTarget',
  }),
  input('promise', 'choice', { list: 'promise', required: true }),
  input('own', 'money', { min: 0 }),
  computed(
    'amount',
    'money',
    firstOf(
      [
        ['{promise}=""', '""'],
        ['{promise}={list.promise.own}', blankUnless(['{own}'], '{own}')],
        ['SUM({storeAt})=0', '""'],
        ...promises.map(([promise, field]): [string, string] => [
          `{promise}={list.promise.${promise}}`,
          targetOf(field),
        ]),
      ],
      '""',
    ),
    { total: 'sum', afterSaving: true },
  ),
  computed('difference', 'money', blankUnless(['{amount}', '{target}'], '{amount}-{target}'), {
    total: 'sum',
    afterSaving: true,
  }),
  input('promisedBy', 'text', { width: 120 }),
  input('signedOn', 'date', { total: 'COUNT({commitments.signedOn})', totalKind: 'count' }),
  input('reservation', 'longText'),
  storeAt,
  computed(
    'counted',
    'money',
    firstOf([[signedOfExisting, firstOf([[`COUNT(${ofStore('openMonth')})=0`, '{amount}']], '""')]], '""'),
    { hidden: true },
  ),
];
