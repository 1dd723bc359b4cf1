import { folded } from '../../src/model/parse';
import { foldedHeader } from './heading';
import type { Reading } from './read/reading';

/**
 * How files are matched in a workbook, as it keeps it: folded headers, each with what it fills and how it is read,
 * `openedOn:dmy`, '' where it is left out; `header=text` with the choice that a text is; `*field` with what all rows are.
 */
export type Remembered = Readonly<Record<string, string>>;

/** What a column fills, and how it is read. */
export interface Wish {
  readonly key: string;
  readonly reading: Reading;
}

const factorNames: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['one', 1],
  ['千元', 1000],
  ['k', 1000],
  ['万元', 10_000],
  ['10k', 10_000],
  ['百万元', 1_000_000],
  ['m', 1_000_000],
  ['亿元', 100_000_000],
]);

/** What stands behind `:` in `openedOn:dmy`, word by word. */
const readings: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['dmy', { order: 'dmy' }],
  ['mdy', { order: 'mdy' }],
  ['roc', { order: 'roc' }],
  ['ymd', { order: 'ymd' }],
  ['ym', { order: 'ym' }],
  ['my', { order: 'my' }],
  ['md', { order: 'md' }],
  ['dm', { order: 'dm' }],
  ['numbers', { ids: 'numbers' }],
  ['texts', { ids: 'texts' }],
  ['above', { above: 'same' }],
  ['first', { firstDay: true }],
  ['point', { point: '.' }],
  ['comma', { point: ',' }],
  ['percent', { percent: 'percent' }],
  ['fraction', { percent: 'fraction' }],
  ['mixed', { scale: 'mixed' }],
  ['even', { scale: 'even' }],
  ['sum', { sum: true }],
  ['each', { twice: 'each' }],
  ['last', { twice: 'last' }],
  ...[...factorNames].map(([name, factor]): [string, Reading] => [name, { factor }]),
]);

/** Every word that says how a column is read. */
export const readingWords: readonly string[] = [...readings.keys()];

/** `openedOn:dmy` as what a column fills and how it is read; undefined for a reading of another name. */
export function wishIn(text: string): Wish | undefined {
  const [key = '', words = ''] = text.split(':');
  let reading: Reading = {};
  for (const word of words.split('+')) {
    if (word === '') continue;
    const [, year] = /^sum((?:19|20)\d\d)$/.exec(word.trim().toLowerCase()) ?? [];
    const found = year === undefined ? readings.get(word.trim().toLowerCase()) : { sum: Number(year) };
    if (!found) return undefined;
    reading = { ...reading, ...found };
  }
  return { key: key.trim(), reading };
}

/** What a column fills and how it is read, as `wishIn` reads it. */
export function wishText({ key, reading }: Wish): string {
  const words: string[] = [];
  for (const [word, { order, firstDay, point, factor, scale, percent, sum, twice, ids, above }] of readings) {
    const isOf =
      (order !== undefined && order === reading.order) ||
      (firstDay === true && reading.firstDay === true) ||
      (point !== undefined && point === reading.point) ||
      (factor !== undefined && factor === reading.factor && !words.some((said) => factorNames.has(said))) ||
      (scale !== undefined && scale === reading.scale) ||
      (percent !== undefined && percent === reading.percent) ||
      (sum === true && reading.sum === true) ||
      (ids !== undefined && ids === reading.ids) ||
      (above !== undefined && above === reading.above) ||
      (twice !== undefined && twice === reading.twice);
    if (isOf) words.push(word);
  }
  if (typeof reading.sum === 'number') words.push(`sum${reading.sum}`);
  return words.length === 0 ? key : `${key}:${words.join('+')}`;
}

/** Longest header that is kept. */
const longest = 80;

/** Under what a header is kept; '' for none. */
export const keptName = (header: string): string => foldedHeader(header).slice(0, longest).replace(/^\*/, '');

/** Under what a text of a column is kept. */
export const keptChoice = (header: string, text: string): string =>
  `${keptName(header)}=${folded(text).slice(0, longest)}`;

/** Under what is kept what a field is in all rows. */
export const keptForAll = (field: string): string => `*${field}`;
