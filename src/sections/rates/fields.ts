import { computed, type Field, input } from '../../model/field';
import { followUp } from '../../model/followUp';
import { located } from '../../model/reference';

/** Traffic, the three rates and the price, in the order of their product. */
const drivers = ['traffic', 'entry', 'conversion', 'attach', 'price'] as const;
type Driver = (typeof drivers)[number];

const kinds: Readonly<Record<Driver, Pick<Field, 'kind' | 'min' | 'max' | 'width'>>> = {
  traffic: { kind: 'number', min: 0, width: 104 },
  entry: { kind: 'rate', min: 0, max: 1 },
  conversion: { kind: 'rate', min: 0, max: 1 },
  attach: { kind: 'decimal', min: 0 },
  price: { kind: 'price', min: 0 },
};

const all = (when: 'Now' | 'Target'): string => drivers.map((driver) => `{${driver}${when}}`).join(',');
const product = (when: 'Now' | 'Target'): string => drivers.map((driver) => `{${driver}${when}}`).join('*');

/**
 * A driver's part of the difference, its change averaged over every order of the five (Shapley). For a product that is
 * Δᵢ · ∫₀¹ Π_{j≠i}(nowⱼ + t Δⱼ) dt, which Boole's rule gives exactly: t = 0, ¼, ½, ¾, 1, weights 7, 32, 12, 32, 7 over 90.
 */
function effect(driver: Driver): string {
  const others = drivers.filter((other) => other !== driver);
  const at = (share: string): string =>
    others.map((other) => `({${other}Now}+${share}*({${other}Target}-{${other}Now}))`).join('*');
  const sum = `7*${at('0')}+32*${at('1/4')}+12*${at('1/2')}+32*${at('3/4')}+7*${at('1')}`;
  return `IF(COUNT(${all('Now')},${all('Target')})<10,"",({${driver}Target}-{${driver}Now})*(${sum})/90)`;
}

/** The baseline that the scope's monthly sales are held against: the franchised stores' average, or the store's own. */
const baselineOfScope =
  'IF({scope}={list.scope.region},{baseline.franchised.avgStore},IF({scopeAt}="","",INDEX({stores.storeBaseline},{scopeAt})))';

/** What a store is known by, where the scope is one store. */
const stores = 'stores.storeId';

export const rates: readonly Field[] = [
  input('scope', 'choice', { list: 'scope', open: true, required: true, key: true, width: 160, ref: stores }),
  ...drivers.map((driver): Field => ({ id: `${driver}Now`, role: 'input', ...kinds[driver] })),
  ...drivers.map(
    (driver): Field => ({
      id: `${driver}Target`,
      role: 'default',
      formula: `IF({${driver}Now}="","",{${driver}Now})`,
      ...kinds[driver],
    }),
  ),
  computed('salesNow', 'money', `IF(COUNT(${all('Now')})<5,"",${product('Now')})`),
  computed('salesTarget', 'money', `IF(COUNT(${all('Target')})<5,"",${product('Target')})`),
  computed('deviation', 'growth', [
    `IF(COUNT({salesNow},${baselineOfScope})<2,"",IF(${baselineOfScope}=0,"",{salesNow}/${baselineOfScope}-1))`,
    'IF({scope}={list.scope.region},IF(COUNT({salesNow},{baseline.franchised.avgStore})<2,"",IF({baseline.franchised.avgStore}=0,"",{salesNow}/{baseline.franchised.avgStore}-1)),"")',
  ]),
  computed('uplift', 'money', 'IF(COUNT({salesNow},{salesTarget})<2,"",{salesTarget}-{salesNow})'),
  computed('ticketNow', 'price', 'IF(COUNT({attachNow},{priceNow})<2,"",{attachNow}*{priceNow})'),
  computed('ticketTarget', 'price', 'IF(COUNT({attachTarget},{priceTarget})<2,"",{attachTarget}*{priceTarget})'),
  ...drivers.map((driver): Field => computed(`${driver}Effect`, 'money', effect(driver))),
  ...followUp,
  located('scope', stores),
];
