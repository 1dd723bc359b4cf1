import { narrow } from './narrow';

/** Currencies that a sign or a word can mean: `$` is of many countries. By their ISO codes. */
export type Currencies = readonly string[];

const dollars = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN'];
const crowns = ['SEK', 'NOK', 'DKK'];

/** Codes that stand for themselves. */
const codes =
  'CNY USD EUR GBP CHF HKD TWD MOP JPY KRW BRL INR AED SGD MYR THB AUD CAD NZD MXN PLN CZK SEK NOK DKK ZAR VND IDR PHP TRY RUB';

/** What people write instead, in lower case. */
const words: readonly (readonly [string, Currencies])[] = [
  ['人民币', ['CNY']],
  ['人民幣', ['CNY']],
  ['rmb', ['CNY']],
  ['cn¥', ['CNY']],
  ['元', ['CNY', 'TWD', 'HKD', 'MOP']],
  ['圆', ['CNY', 'TWD', 'HKD', 'JPY']],
  ['yuan', ['CNY']],
  ['¥', ['CNY', 'JPY']],
  ['￥', ['CNY', 'JPY']],
  ['jp¥', ['JPY']],
  ['日元', ['JPY']],
  ['日圆', ['JPY']],
  ['円', ['JPY']],
  ['us$', ['USD']],
  ['美元', ['USD']],
  ['美金', ['USD']],
  ['$', dollars],
  ['hk$', ['HKD']],
  ['港元', ['HKD']],
  ['港币', ['HKD']],
  ['港幣', ['HKD']],
  ['nt$', ['TWD']],
  ['台币', ['TWD']],
  ['台幣', ['TWD']],
  ['新台币', ['TWD']],
  ['新台幣', ['TWD']],
  ['澳门元', ['MOP']],
  ['s$', ['SGD']],
  ['新加坡元', ['SGD']],
  ['新币', ['SGD']],
  ['a$', ['AUD']],
  ['澳元', ['AUD']],
  ['c$', ['CAD']],
  ['加元', ['CAD']],
  ['mex$', ['MXN']],
  ['r$', ['BRL']],
  ['€', ['EUR']],
  ['欧元', ['EUR']],
  ['歐元', ['EUR']],
  ['euro', ['EUR']],
  ['£', ['GBP']],
  ['￡', ['GBP']],
  ['英镑', ['GBP']],
  ['瑞士法郎', ['CHF']],
  ['₩', ['KRW']],
  ['韩元', ['KRW']],
  ['원', ['KRW']],
  ['₹', ['INR']],
  ['rs', ['INR']],
  ['rs.', ['INR']],
  ['rm', ['MYR']],
  ['฿', ['THB']],
  ['บาท', ['THB']],
  ['泰铢', ['THB']],
  ['₫', ['VND']],
  ['đồng', ['VND']],
  ['vnđ', ['VND']],
  ['đ', ['VND']],
  ['rp', ['IDR']],
  ['₱', ['PHP']],
  ['₺', ['TRY']],
  ['₽', ['RUB']],
  ['руб', ['RUB']],
  ['руб.', ['RUB']],
  ['zł', ['PLN']],
  ['kč', ['CZK']],
  ['kr', crowns],
  ['kr.', crowns],
];

const byWord = new Map<string, Currencies>([
  ...codes.split(' ').map((code): [string, Currencies] => [code.toLowerCase(), [code]]),
  ...words,
]);

const escaped = (word: string): string => word.replace(/[.$]/g, '\\$&');

const longestFirst = [...byWord.keys()].sort((one, other) => other.length - one.length);

const any = (of: readonly string[]): string => of.map(escaped).join('|');

/** Words that behind a figure are its unit: `1200元`, `120万美元`. */
const isUnit = (word: string): boolean => /\p{Script=Han}/u.test(word) || word === 'yuan';

/** A currency before or behind a figure, in lower case; a word that is its unit only before it. */
export const besideFigure = new RegExp(
  `^(?:${any(longestFirst.filter((word) => word !== '元'))})\\s*|\\s*(?:${any(longestFirst.filter((word) => !isUnit(word)))})$`,
);

const isShort = (word: string): boolean => /^[a-z]{2}\.?$/.test(word);

/** A currency named among other words, in lower case; `元` may be the unit's. Of two letters: see `standsAlone`. */
export const anyCurrency = new RegExp(
  longestFirst
    .filter((word) => word !== '元' && word !== '圆' && word !== 'yuan')
    .map((word) => (isShort(word) ? `${escaped(word)}(?![a-z])` : escaped(word)))
    .join('|'),
  'g',
);

/** Whether a currency found in a text is no end of another word: two letters, as in `tkr`, would be found in many. */
const standsAlone = (text: string, found: string, at: number): boolean =>
  !isShort(found) || !/[a-z]/.test(text.charAt(at - 1));

/** A text in lower case without the currencies that it names. */
export const withoutCurrency = (text: string): string =>
  text.replace(anyCurrency, (found, at: number) => (standsAlone(text, found, at) ? '' : found));

const plain = (text: string): string => narrow(text).toLowerCase().trim();

/** The currencies that a text can mean which names nothing else: `US$`, `人民币`. */
export const currencyIn = (text: string): Currencies | undefined => byWord.get(plain(text));

/** The currencies that a unit of money names: `万元`, `千美元`, `RMB k`. */
export function currencyOfUnit(unit: string): Currencies | undefined {
  const words = plain(unit);
  const [named] =
    [...words.matchAll(anyCurrency)].find(({ 0: found, index }) => standsAlone(words, found, index)) ?? [];
  return byWord.get(named ?? (words.endsWith('元') ? '元' : words));
}

/** Those that two can both mean. */
export const shared = (one: Currencies, other: Currencies): Currencies => one.filter((code) => other.includes(code));
