import { withoutCurrency } from './currency';
import { narrow } from './narrow';

/** Units of money by what is left of them without currency and brackets, largest first. */
const factors: readonly (readonly [RegExp, number])[] = [
  [/^(?:bn|billions?|mrd|mld|tỷ|tỉ|млрд)$/, 1_000_000_000],
  [/^(?:亿|億|억)$/, 100_000_000],
  [/^(?:千万|crores?|cr)$/, 10_000_000],
  [/^(?:百万|m|mm|mn|mio|mln|millions?|millones|milhões|triệu|ล้าน|ล้านบาท|백만|млн)$/, 1_000_000],
  [/^(?:十万|lakhs?|lacs?)$/, 100_000],
  [/^(?:万|萬|만|10k|10000|10,000|tenthousands?|w)$/, 10_000],
  [
    /^(?:千|仟|천|k|[x×*]?['’]?000s?|[x×*]?1000s?|[x×*]?1,000s?|thousands?|tsd|tausend|milliers|nghìn|ngàn|พัน|тыс)$/,
    1000,
  ],
  [/^(?:百)$/, 100],
  [/^(?:元|圆|yuan|)$/, 1],
];

/** What money counts in, from words such as `万元`, `单位：万元`, `in thousands`, `RMB k`; undefined if they say no such thing. */
export function factorIn(words: string): number | undefined {
  const plain = narrow(words)
    .toLowerCase()
    .replace(/^(?:金额)?单位\s*[:：为是]?|^units?\s*[:：]?|^amounts?\s*|^in\s+/g, '')
    .trim();
  const bare = withoutCurrency(plain)
    .replace(/[\s./]+/g, '')
    .replace(/^in/, '');
  if (bare === '' && bare === plain) return undefined;
  // Beside a currency one letter is enough: `T€`, and a word that elsewhere is a million: `R$ mil`.
  if (bare !== plain && (bare === 't' || (bare === 'mil' && /r\$|brl/.test(plain)))) return 1000;
  // `元` of 万元 is the currency.
  const found = factors.find(([unit]) => unit.test(bare) || (bare.length > 1 && unit.test(bare.replace(/元$/, ''))));
  return found?.[1];
}

const areas: readonly (readonly [RegExp, number])[] = [
  [/^(?:㎡|m2|m²|sqm|sq\.?m\.?|平方米|平米|平方|平|squaremet(?:re|er)s?)$/, 1],
  [/^(?:ft2|ft²|sqft|sq\.?ft\.?|squarefeet|squarefoot|平方英尺|平方呎)$/, 0.09290304],
  [/^坪$/, 400 / 121],
];

/** Square metres of a unit of area. */
export const metresIn = (words: string): number | undefined => {
  const plain = narrow(words).toLowerCase().replace(/\s+/g, '');
  return areas.find(([unit]) => unit.test(plain))?.[1];
};
