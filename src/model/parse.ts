import type { Scalar } from './answer';
import { keepable } from './characters';
import type { ChoiceList, Field, Kind } from './field';
import { keptText } from './key';
import { cellCheck, type FaultName, type RuleFault } from './rules';
import type { Params } from './sentence';
import { inOrder, writtenDay } from './written/day';
import { isOfKind, numberAlone, writtenIn } from './written/number';

/** The value of a text, null if it is blank, or the rule of its field that keeps it from being one. */
export type Parsed = { readonly value: Scalar } | { readonly fault: RuleFault };

const whole: ReadonlySet<Kind> = new Set(['count', 'year']);

const yearMonth = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/;
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
 * What a person typed, as the field's value: a date as `2026-03-16`, a choice as its id, `12%` as 0.12, `120万` as
 * 1,200,000. A bare 12 is 12 in every field, also in a rate. Files are read by the same readers, column by column.
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
  const written = writtenIn(text);
  if (written && isOfKind(written, kind)) return { value: numberAlone(written) };
  return unread(whole.has(kind) ? 'whole' : 'number');
}

/** A day as it is written, alone: what could be two days is none. */
function parsedDate(_: Field, text: string): Parsed {
  const day = writtenDay(text);
  if ('iso' in day) return { value: day.iso };
  if ('sign' in day) {
    const isClear = day.first > 12 || day.second > 12 || day.first === day.second;
    if (!isClear) return unread('ambiguousDate');
    const found = inOrder(day, 'dmy');
    return 'iso' in found ? { value: found.iso } : unread('noSuchDay');
  }
  return unread('wrong' in day && day.wrong === 'noSuchDay' ? 'noSuchDay' : 'date');
}

/** A month, or a day as the month that it is in. */
function parsedMonth(field: Field, text: string): Parsed {
  const [, year, month] = yearMonth.exec(text.normalize('NFKC')) ?? [];
  const day = year !== undefined && month !== undefined ? `${year}-${month.padStart(2, '0')}-01` : text;
  const read = parsedDate(field, day);
  return 'value' in read && typeof read.value === 'string' ? { value: read.value.slice(0, 7) } : unread('month');
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
