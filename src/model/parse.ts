import type { Scalar } from './answer';
import type { ChoiceList, Field, Kind } from './field';
import type { Text } from './language';
import { number } from './reader';
import { dayOfIso } from './value';

/** Why a text is no value of its field; worded where people see it. */
export type ValueFault =
  | { readonly code: 'notNumber' | 'notCount' | 'notDate' | 'ambiguousDate' | 'noSuchDay' | 'notTick' }
  /** The bound as people write it: `0`, or `−100%` for a fraction. */
  | { readonly code: 'below' | 'notAbove' | 'beyond'; readonly bound: string }
  | { readonly code: 'notChoice'; readonly choices: readonly Text[] }
  | { readonly code: 'tooLong'; readonly most: number };

/** The value of a text, null if it is blank, or why it has none. */
export type Parsed = { readonly value: Scalar } | { readonly fault: ValueFault };

/** Longest text that is taken: a cell holds 50,000 characters, and the change log holds what was and what is beside each other. */
const mostCharacters = 20_000;

const money: ReadonlySet<Kind> = new Set(['money', 'price']);
const fractions: ReadonlySet<Kind> = new Set(['rate', 'growth', 'index']);
const whole: ReadonlySet<Kind> = new Set(['count', 'year']);

const currencySign = /^([+-]?)\s*[¥￥$＄€£￡]\s*/;
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const monthNamed = /^(\d{1,2})[-/\s]([a-z]{3,9})[-/\s](\d{4})$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/;

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const ticks: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', '是', '✓', '✔', '√'].map((text): [string, boolean] => [text, true]),
  ...['false', 'no', 'n', '0', '否', '✗', '✘', '×'].map((text): [string, boolean] => [text, false]),
]);

/** A text as names are compared: `Store_ID`, `store id` and `ＳｔｏｒｅＩＤ` are one. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.\-‐-―−]/g, '');
}

/**
 * What a person typed, or a file holds, as the field's value: a date as `2026-03-16`, a choice as its id, `12%` as 0.12.
 * A bare 12 is 12 in every field, also in a rate.
 */
export function parsed(field: Field, text: string, lists: readonly ChoiceList[]): Parsed {
  const trimmed = text.trim();
  return trimmed === '' ? { value: null } : parsers[field.kind](field, trimmed, lists);
}

type Parser = (field: Field, text: string, lists: readonly ChoiceList[]) => Parsed;

const parsers: Readonly<Record<Kind, Parser>> = {
  text: parsedText,
  longText: parsedText,
  person: parsedText,
  money: parsedNumber,
  price: parsedNumber,
  number: parsedNumber,
  decimal: parsedNumber,
  count: parsedNumber,
  rate: parsedNumber,
  growth: parsedNumber,
  months: parsedNumber,
  index: parsedNumber,
  year: parsedNumber,
  date: parsedDate,
  choice: parsedChoice,
  tick: parsedTick,
};

function parsedText(_: Field, text: string): Parsed {
  return text.length > mostCharacters ? { fault: { code: 'tooLong', most: mostCharacters } } : { value: text };
}

function parsedNumber(field: Field, text: string): Parsed {
  const value = numberIn(field.kind, text);
  if (value === undefined) return { fault: { code: whole.has(field.kind) ? 'notCount' : 'notNumber' } };
  const fault = rangeFault(field, value);
  return fault === undefined ? { value } : { fault };
}

/** Money may carry a currency sign; only a fraction may be a percentage, since 12% of a store's sales are not its sales. */
function numberIn(kind: Kind, text: string): number | undefined {
  if (/[%％]$/.test(text) && !fractions.has(kind)) return undefined;
  return number.read(money.has(kind) ? text.replace(currencySign, '$1') : text);
}

function rangeFault(field: Field, value: number): ValueFault | undefined {
  const { kind, min, max, above } = field;
  if (whole.has(kind) && !Number.isInteger(value)) return { code: 'notCount' };
  if (min !== undefined && above && value <= min) return { code: 'notAbove', bound: boundOf(kind, min) };
  if (min !== undefined && value < min) return { code: 'below', bound: boundOf(kind, min) };
  if (max !== undefined && value > max) return { code: 'beyond', bound: boundOf(kind, max) };
  return undefined;
}

function boundOf(kind: Kind, bound: number): string {
  const text = kind === 'rate' || kind === 'growth' ? `${bound * 100}%` : String(bound);
  return text.replace('-', '−');
}

function parsedDate(_: Field, text: string): Parsed {
  const plain = text.normalize('NFKC').toLowerCase();
  const [, day, month] = (yearLast.exec(plain) ?? []).map(Number);
  if (day !== undefined && month !== undefined && day <= 12 && month <= 12) return { fault: { code: 'ambiguousDate' } };
  const iso = isoIn(plain);
  if (iso === undefined) return { fault: { code: 'notDate' } };
  return dayOfIso(iso) === undefined ? { fault: { code: 'noSuchDay' } } : { value: iso };
}

/** `2026/3/16` and `16-mar-2026` as `2026-03-16`, whether or not there is such a day. */
function isoIn(text: string): string | undefined {
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return iso(year, month, day);
  const [, date, name, ofYear] = monthNamed.exec(text) ?? [];
  if (date === undefined || name === undefined || ofYear === undefined) return undefined;
  const named = months.findIndex((candidate) => candidate.startsWith(name));
  return named < 0 ? undefined : iso(ofYear, String(named + 1), date);
}

function iso(year: string, month: string, day: string): string | undefined {
  return Number(year) < 1900 ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function parsedChoice(field: Field, text: string, lists: readonly ChoiceList[]): Parsed {
  const choices = lists.find((list) => list.id === field.list)?.choices ?? [];
  const wanted = folded(text);
  const found = choices.find(({ id, label }) => [id, label.zh, label.en].some((name) => folded(name) === wanted));
  if (found) return { value: found.id };
  return field.open
    ? parsedText(field, text)
    : { fault: { code: 'notChoice', choices: choices.map(({ label }) => label) } };
}

function parsedTick(_: Field, text: string): Parsed {
  const value = ticks.get(text.normalize('NFKC').toLowerCase());
  return value === undefined ? { fault: { code: 'notTick' } } : { value };
}
