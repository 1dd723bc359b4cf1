import { numericKinds } from '../../src/model/field';
import { folded } from '../../src/model/parse';
import { currencyIn } from '../../src/model/written/currency';
import { writtenIn } from '../../src/model/written/number';
import { bareText, type Cell, isBlank } from './cell';
import type { Row } from './grid';
import type { Match } from './matching';
import type { Table } from './table';
import { placeOf, type Target } from './target';

/** What heads a column of currencies. */
const currencyWords =
  /币种|币别|幣種|幣別|货币|貨幣|币|幣|currency(?: code)?|\bcurr\b|\bccy\b|devise|währung|moneda|divisa|moeda|valuta|通貨|통화|валюта/iu;

/** What heads a column that says in what figures beside it count. */
const unitWords = new RegExp(
  `${currencyWords.source}|单位|單位|単位|units?|einheit|unité|unidade?|단위|đơn vị|หน่วย|единиц\\p{L}*`,
  'giu',
);

/** Whether a header speaks of currencies: what its column then says is one, known or not. */
export const namesCurrency = (name: string): boolean => currencyWords.test(name);

/** What else may stand in such a header without naming one figure: it is of any amount. */
const anyAmount = /^(?:金额|金額|业绩|業績|销售|銷售|销售额|营业额|结算|交易|本位|amount|sales|revenue|net|gross|of)*$/;

/** A code or a Chinese word of a currency, or a unit of 元: what says so little else that no header is needed. */
const isPlainly = (text: string): boolean =>
  /^[十百千仟万萬亿億]*元$/.test(text) ||
  (/^(?:[a-z]{3}|\p{Script=Han}+)$/iu.test(text) && currencyIn(text) !== undefined);

/** So many cells tell whether a column holds figures. */
const looked = 20;

function isNumber(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell === 'object') return 'amount' in cell || 'shared' in cell;
  return typeof cell === 'string' && writtenIn(bareText(cell)) !== undefined;
}

/** Numbers of telephones and the like, which count nothing. */
const isCode = (cell: Cell): boolean => /^\d{8,}$/.test(bareText(cell));

/** Whether a column holds figures: by the field that it fills, else by its cells. */
function holdsFigures(rows: readonly Row[], index: number, match: Match | undefined, target: Target): boolean {
  const place = match && match.key !== '' ? placeOf(target, match.key) : undefined;
  if (place) return numericKinds.has(place.field.kind);
  const filled: Cell[] = [];
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell !== undefined && !isBlank(cell)) filled.push(cell);
    if (filled.length === looked) break;
  }
  return filled.length > 0 && filled.every((cell) => isNumber(cell) && !isCode(cell));
}

/** The columns of figures that a column stands beside: those right before it, else the next ones behind it. */
function figuresBeside(at: number, width: number, isFigure: (index: number) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = at - 1; index >= 0 && isFigure(index); index -= 1) found.add(index);
  if (found.size > 0) return found;
  let first = at + 1;
  while (first < width && !isFigure(first)) first += 1;
  for (let index = first; index < width && isFigure(index); index += 1) found.add(index);
  return found;
}

/**
 * The columns that fill nothing and may say in what a column's figures count: headed by a word for units or currencies,
 * or saying nothing but such, and beside these figures. `押金单位` is of the deposits, wherever it stands.
 */
export function columnsBeside(
  rows: readonly Row[],
  table: Table,
  matching: readonly Match[],
  target: Target,
): (figure: number) => readonly number[] {
  const isFigure = matching.map((match, index) => holdsFigures(rows, index, match, target));
  const names = matching.map((_, index) => folded(table.headings[index]?.name ?? ''));
  const saying = matching.flatMap(({ key }, index) => {
    if (key !== '' || isFigure[index]) return [];
    const name = names[index] ?? '';
    const rest = name.replace(unitWords, '').trim();
    if (rest === name && name !== '' && !isPlain(rows, index)) return [];
    const of = rest === name ? '' : rest;
    return [{ index, of: anyAmount.test(of.replace(/\s/g, '')) ? '' : of }];
  });
  return (figure) =>
    saying.flatMap(({ index, of }) => {
      const name = names[figure] ?? '';
      if (of !== '') return name.includes(of) || (name !== '' && of.includes(name)) ? [index] : [];
      return figuresBeside(index, matching.length, (one) => isFigure[one] ?? false).has(figure) ? [index] : [];
    });
}

function isPlain(rows: readonly Row[], index: number): boolean {
  let filled = 0;
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) continue;
    if (!isPlainly(bareText(cell))) return false;
    filled += 1;
  }
  return filled > 0;
}
