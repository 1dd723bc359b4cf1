import { calendarDate, dayNumber } from '../maths/day';
import type { FieldValue, Scalar } from './answer';
import type { ChoiceList, Field } from './field';
import type { Language } from './language';
import { cellKeys } from './tab';

/** A cell's content: null for empty, a date as its day number, a month as its first day's, a choice as its label. */
type CellValue = string | number | boolean | null;

const two = (number: number): string => String(number).padStart(2, '0');

/** 46388 → `2027-01-01`. */
export function isoDate(day: number): string {
  const { year, month, day: date } = calendarDate(day);
  return `${year}-${two(month)}-${two(date)}`;
}

/** `2027-01-01` → 46388; undefined for anything that is no day of the calendar. */
export function dayOfIso(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayNumber(year, month, date);
  const back = calendarDate(day);
  return back.year === year && back.month === month && back.day === date ? day : undefined;
}

/** `2027-01` → 46388, the month's first day; undefined for anything that is no month. */
export const firstDayOf = (month: string): number | undefined => dayOfIso(`${month}-01`);

/** Choices of every list, by id and by label. */
export interface Choices {
  readonly idOf: (list: string, label: string) => string | undefined;
  readonly labelOf: (list: string, id: string, language: Language) => string | undefined;
}

/** Looks choices up by their labels in any language. */
export function choicesOf(lists: readonly ChoiceList[]): Choices {
  const ids = new Map<string, string>();
  const labels = new Map<string, Readonly<Record<Language, string>>>();
  for (const list of lists) {
    for (const { id, label } of list.choices) {
      labels.set(`${list.id}/${id}`, label);
      for (const text of [label.zh, label.en]) ids.set(`${list.id}/${text}`, id);
    }
  }
  return {
    idOf: (list, label) => ids.get(`${list}/${label}`),
    labelOf: (list, id, language) => labels.get(`${list}/${id}`)?.[language],
  };
}

/** What a cell holds for a value of the form. */
export function toCell(field: Field, value: Scalar, language: Language, choices: Choices): CellValue {
  if (value === null || value === '') return null;
  if (field.kind === 'date') return typeof value === 'string' ? (dayOfIso(value) ?? value) : value;
  if (field.kind === 'month') return typeof value === 'string' ? (firstDayOf(value) ?? value) : value;
  if (field.kind === 'choice' && field.list !== undefined && typeof value === 'string') {
    return choices.labelOf(field.list, value, language) ?? value;
  }
  return value;
}

/** The value of the form for what a cell holds; what fits no kind is handed on as it stands. */
export function fromCell(field: Field, value: CellValue, choices: Choices): Scalar {
  if (value === null || value === '') return null;
  if (field.kind === 'date') return typeof value === 'number' ? isoDate(Math.floor(value)) : value;
  if (field.kind === 'month') return typeof value === 'number' ? isoDate(Math.floor(value)).slice(0, 7) : value;
  if (field.kind === 'choice' && field.list !== undefined && typeof value === 'string')
    return choices.idOf(field.list, value) ?? value;
  if ((field.kind === 'text' || field.kind === 'longText' || field.kind === 'person') && typeof value === 'number')
    return String(value);
  return value;
}

/** A field's value as the cells it takes, by their keys. */
export function cellsOfField(
  field: Field,
  value: FieldValue,
  language: Language,
  choices: Choices,
): Record<string, CellValue> {
  const keys = cellKeys(field);
  const values: readonly Scalar[] = Array.isArray(value) ? value : [value];
  const cells: Record<string, CellValue> = {};
  for (const [index, key] of keys.entries()) cells[key] = toCell(field, values[index] ?? null, language, choices);
  return cells;
}
