import { computed, type Field, input } from '../../model/field';
import { followUp, openKey } from '../../model/followUp';
import { blankIf, blankUnless, firstOf } from '../../model/formulas';
import { type Driver, drivers, type FactorChange, factorEffect } from '../../model/ratePrice';
import { located } from '../../model/reference';

const kinds: Readonly<Record<Driver, Pick<Field, 'kind' | 'min' | 'max' | 'width'>>> = {
  traffic: { kind: 'number', min: 0, width: 104 },
  entry: { kind: 'rate', min: 0, max: 1 },
  conversion: { kind: 'rate', min: 0, max: 1 },
  attach: { kind: 'decimal', min: 0 },
  price: { kind: 'price', min: 0 },
};

const all = (when: 'Now' | 'Target'): readonly string[] => drivers.map((driver) => `{${driver}${when}}`);
const product = (when: 'Now' | 'Target'): string => blankUnless(all(when), all(when).join('*'));

/** A driver's part of the difference between now and the target. */
function effect(driver: Driver): string {
  const changes = drivers.map((one): FactorChange => [`{${one}Now}`, `{${one}Target}`]);
  return blankUnless([...all('Now'), ...all('Target')], factorEffect(changes, drivers.indexOf(driver)));
}

const isRegion = '{scope}={list.scope.region}';
const regionBaseline = '{baseline.franchised.avgStore}';

/** The baseline that the scope's monthly sales are held against: the franchised stores' average, or the store's own. */
const baselineOfScope = firstOf(
  [[isRegion, regionBaseline]],
  blankIf('{scopeAt}=""', 'INDEX({stores.storeBaseline},{scopeAt})'),
);

/** How far today's monthly sales lie above a baseline. */
const deviationFrom = (base: string): string =>
  blankUnless(['{salesNow}', base], blankIf(`${base}=0`, `{salesNow}/${base}-1`));

/** What a store is known by, where the scope is one store. */
const stores = 'stores.storeId';

export const rates: readonly Field[] = [
  input('scope', 'choice', {
    list: 'scope',
    open: true,
    required: true,
    key: true,
    width: 160,
    ref: stores,
    next: 'same',
  }),
  ...drivers.map((driver): Field => ({ id: `${driver}Now`, role: 'input', ...kinds[driver], next: 'same' })),
  ...drivers.map(
    (driver): Field => ({
      id: `${driver}Target`,
      role: 'default',
      formula: blankUnless([`{${driver}Now}`], `{${driver}Now}`),
      ...kinds[driver],
    }),
  ),
  computed('salesNow', 'money', product('Now')),
  computed('salesTarget', 'money', product('Target')),
  computed('deviation', 'growth', [
    deviationFrom(baselineOfScope),
    firstOf([[isRegion, deviationFrom(regionBaseline)]], '""'),
  ]),
  computed('uplift', 'money', blankUnless(['{salesNow}', '{salesTarget}'], '{salesTarget}-{salesNow}')),
  computed('ticketNow', 'price', blankUnless(['{attachNow}', '{priceNow}'], '{attachNow}*{priceNow}')),
  computed('ticketTarget', 'price', blankUnless(['{attachTarget}', '{priceTarget}'], '{attachTarget}*{priceTarget}')),
  ...drivers.map((driver): Field => computed(`${driver}Effect`, 'money', effect(driver))),
  ...followUp,
  located('scope', stores),
  openKey,
];
