import type { Scalar } from './answer';
import { monthNames } from './calendar';
import { keepable } from './characters';
import type { ChoiceList, Field, Kind } from './field';
import { keptText } from './key';
import { number } from './reader';
import { cellCheck, type FaultName, type RuleFault } from './rules';
import type { Params } from './sentence';
import { dayOfIso } from './value';

/** The value of a text, null if it is blank, or the rule of its field that keeps it from being one. */
export type Parsed = { readonly value: Scalar } | { readonly fault: RuleFault };

const money: ReadonlySet<Kind> = new Set(['money', 'price']);
const fractions: ReadonlySet<Kind> = new Set(['rate', 'growth', 'index']);
const whole: ReadonlySet<Kind> = new Set(['count', 'year']);

const currencySign = /^([+-]?)\s*[¥￥$＄€£￡]\s*/;
const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const yearMonth = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const monthNamed = /^(\d{1,2})[-/\s]([a-z]{3,9})[-/\s](\d{4})$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/;

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
  const result = read(field, text, lists);
  if ('fault' in result) return result;
  const fault = cellCheck({ ...field, role: 'input' }, undefined, lists)(result.value);
  return fault ? { fault } : result;
}

/**
 * What a text says, whether or not it keeps its field's other rules. Control characters, which nobody sees and no file can
 * hold, come along from other programs: they are left out.
 */
export function read(field: Field, text: string, lists: readonly ChoiceList[]): Parsed {
  const trimmed = keepable(text).trim();
  return trimmed === '' ? { value: null } : parsers[field.kind](field, trimmed, lists);
}

const unread = (rule: FaultName, params: Params = {}): Parsed => ({ fault: { rule, params } });

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
  month: parsedMonth,
  choice: parsedChoice,
  tick: parsedTick,
};

function parsedText(field: Field, text: string): Parsed {
  const value = keptText(field, text);
  return { value: value === '' ? null : value };
}

function parsedNumber({ kind }: Field, text: string): Parsed {
  const value = numberIn(kind, text);
  return value === undefined ? unread(whole.has(kind) ? 'whole' : 'number') : { value };
}

/** Money may carry a currency sign; only a fraction may be a percentage, since 12% of a store's sales are not its sales. */
function numberIn(kind: Kind, text: string): number | undefined {
  if (/[%％]$/.test(text) && !fractions.has(kind)) return undefined;
  return number.read(money.has(kind) ? text.replace(currencySign, '$1') : text);
}

function parsedDate(_: Field, text: string): Parsed {
  const plain = text.normalize('NFKC').toLowerCase();
  const [, day, month] = (yearLast.exec(plain) ?? []).map(Number);
  if (day !== undefined && month !== undefined && day <= 12 && month <= 12) return unread('ambiguousDate');
  const iso = isoIn(plain);
  if (iso === undefined) return unread('date');
  return dayOfIso(iso) === undefined ? unread('noSuchDay') : { value: iso };
}

/** A month, or a day as the month that it is in. */
function parsedMonth(field: Field, text: string): Parsed {
  const [, year, month] = yearMonth.exec(text.normalize('NFKC')) ?? [];
  const day = year !== undefined && month !== undefined ? `${year}-${month.padStart(2, '0')}-01` : text;
  const read = parsedDate(field, day);
  return 'value' in read && typeof read.value === 'string' ? { value: read.value.slice(0, 7) } : unread('month');
}

/** `2026/3/16` and `16-mar-2026` as `2026-03-16`, whether or not there is such a day. */
function isoIn(text: string): string | undefined {
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return iso(year, month, day);
  const [, date, name, ofYear] = monthNamed.exec(text) ?? [];
  if (date === undefined || name === undefined || ofYear === undefined) return undefined;
  const named = monthNames.findIndex((candidate) => candidate.startsWith(name));
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
  return field.open ? parsedText(field, text) : unread('choice', { list: field.list ?? '' });
}

function parsedTick(_: Field, text: string): Parsed {
  const value = ticks.get(text.normalize('NFKC').toLowerCase());
  return value === undefined ? unread('tick') : { value };
}
