import type { Scalar } from '../../src/model/answer';
import type { ChoiceList, Field, Kind } from '../../src/model/field';
import type { Language } from '../../src/model/language';
import { words } from '../text';
import type { Terms } from './terms';

/** Decimals of each kind of number, as the workbook shows them. */
const decimals: Readonly<Partial<Record<Kind, readonly [least: number, most: number]>>> = {
  price: [2, 2],
  number: [0, 4],
  decimal: [2, 2],
  count: [0, 0],
  rate: [1, 1],
  growth: [2, 2],
  months: [2, 2],
  index: [4, 4],
};

const formats = new Map<string, Intl.NumberFormat>();

function numberText(value: number, [least, most]: readonly [number, number], percent: boolean): string {
  const key = `${least} ${most} ${percent}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en', {
      style: percent ? 'percent' : 'decimal',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  formats.set(key, format);
  const text = format.format(value);
  // A rounded −0.001 is 0, not −0.
  return /^-[0.,]*%?$/.test(text) ? text.slice(1) : text.replace('-', '−');
}

/** Money in the unit it is shown in, without the unit: 145,941,428.57 is 14,594.14 in 万元. */
export function moneyText(value: number, { unit }: Pick<Terms, 'unit'>): string {
  return numberText(value / unit, unit === 1 ? [0, Math.abs(value) < 100 ? 2 : 0] : [2, 2], false);
}

/** A fraction as a percentage with two decimals: `10.71%`. */
export const percentText = (value: number): string => numberText(value, [2, 2], true);

/** A difference with its sign: `+1,200.00`, `−405.86`. */
export const signed = (text: string, value: number): string =>
  value > 0 && !/^[0.,]*%?$/.test(text) ? `+${text}` : text;

/** A date in the reader's words: `16 Mar 2027`, `2027年3月16日`. */
export function dateText(iso: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  return words[language].date(Number(year), words[language].monthNames[Number(month) - 1] ?? month, Number(day));
}

/** The label of a choice; text that is none of the list's stays as it is. */
export function choiceText(field: Field, value: string, lists: readonly ChoiceList[], language: Language): string {
  const choices = lists.find((list) => list.id === field.list)?.choices;
  return choices?.find((choice) => choice.id === value)?.label[language] ?? value;
}

/** A value as a figure to read; a blank is nothing. */
export function shownText(field: Field, value: Scalar, lists: readonly ChoiceList[], terms: Terms): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words[terms.language].yes : words[terms.language].no;
  if (typeof value === 'string') {
    if (field.kind === 'date') return dateText(value, terms.language);
    return field.kind === 'choice' ? choiceText(field, value, lists, terms.language) : value;
  }
  if (field.kind === 'money') return moneyText(value, terms);
  if (field.kind === 'year') return String(value);
  return numberText(value, decimals[field.kind] ?? [0, 4], field.kind === 'rate' || field.kind === 'growth');
}

/** A computed figure of a form: money is in the unit that the form names, a price says its own. */
export function figureText(field: Field, value: Scalar, lists: readonly ChoiceList[], terms: Terms): string {
  const shown = shownText(field, value, lists, terms);
  return field.kind === 'price' && shown !== '' ? words[terms.language].withUnit(shown, unitText(field, terms)) : shown;
}

/** What stands behind an input, as people would write it: %, 万元, 个月. */
export function unitText({ kind }: Field, terms: Terms): string {
  const text = words[terms.language];
  if (kind === 'money') return text.money(terms.unit, terms.currency);
  if (kind === 'price') return text.money(1, terms.currency);
  return text.units[kind] ?? '';
}
