import { computed, type Field, input } from '../../model/field';
import { blankIf, blankUnless, orNone } from '../../model/formulas';
import { type Driver, drivers, type FactorChange, factorEffect } from '../../model/ratePrice';
import { located, placed, reference } from '../../model/reference';

const [store, storeAt] = reference('store', 'stores.storeId', { required: true, key: true });

const kinds: Readonly<Record<Driver, Pick<Field, 'kind' | 'min' | 'max' | 'width'>>> = {
  traffic: { kind: 'number', min: 0, width: 104 },
  entry: { kind: 'rate', min: 0, max: 1 },
  conversion: { kind: 'rate', min: 0, max: 1 },
  attach: { kind: 'decimal', min: 0 },
  price: { kind: 'price', min: 0 },
};

/** Of the row's store and month in the follow-up: its target, what it sold, and the share of the month that has gone. */
const ofMonth = (field: string): string => `INDEX({followUp.${field}},{storeAt},{monthAt})`;
const share = `IF(INDEX({followUpTerms.over},1,{monthAt})=1,1,IF(SUM({followUpTerms.partly})={monthAt},${orNone('INDEX({followUp.ownShare},{storeAt})')},0))`;

/** The aim of the improvement plan for the store; traffic, which it has of an average month, by the season and the time gone. */
function aim(driver: Driver): Field {
  const planned = `INDEX({rates.${driver}Target},{ratesAt})`;
  const season = driver === 'traffic' ? `*${orNone('INDEX({settings.seasonIndex},1,{monthAt})')}*{share}` : '';
  return computed(
    `${driver}Aim`,
    kinds[driver].kind,
    [blankIf('OR(SUM({ratesAt})=0,SUM({share})=0)', blankUnless([planned], `${planned}${season}`)), '""'],
    { hidden: true },
  );
}

const changes = drivers.map((driver): FactorChange => [`{${driver}Aim}`, `{${driver}}`]);

/** What traffic, the three rates and the price came to in a store’s month, and what of its difference each explains. */
export const storeRates: readonly Field[] = [
  store,
  computed('name', 'text', blankIf('SUM({storeAt})=0', 'INDEX({stores.name},{storeAt})&""'), {
    width: 160,
    afterSaving: true,
    shows: 'stores.name',
  }),
  input('month', 'month', { required: true, key: true }),
  ...drivers.map((driver): Field => ({ id: driver, role: 'input', ...kinds[driver] })),
  computed(
    'sales',
    'money',
    blankUnless(
      drivers.map((driver) => `{${driver}}`),
      drivers.map((driver) => `{${driver}}`).join('*'),
    ),
    {
      afterSaving: true,
    },
  ),
  // Sales less covered target, as the follow-up has them.
  computed(
    'difference',
    'money',
    [
      blankIf(
        'SUM({share})=0',
        blankIf(`COUNT(${ofMonth('sold')})=0`, `${ofMonth('sold')}-${ofMonth('targets')}*{share}`),
      ),
      '""',
    ],
    { afterSaving: true },
  ),
  ...drivers.map((driver, place) =>
    computed(`${driver}Effect`, 'money', blankIf('{known}=0', factorEffect(changes, place)), { afterSaving: true }),
  ),
  storeAt,
  placed('month'),
  located('store', 'rates.scope', 'ratesAt'),
  computed('share', 'rate', [blankIf('OR(SUM({storeAt})=0,COUNT({monthAt})=0)', share), '""'], { hidden: true }),
  ...drivers.map(aim),
  // Both sides are whole, and the follow-up knows of the month.
  computed('known', 'count', `(COUNT(${changes.flat().join(',')},{difference})=${2 * drivers.length + 1})*1`, {
    hidden: true,
  }),
];
