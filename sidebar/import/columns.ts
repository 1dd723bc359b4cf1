import type { ChoiceList, Field } from '../../src/model/field';
import type { Text } from '../../src/model/language';
import { folded } from '../../src/model/parse';
import type { Section } from '../../src/model/section';
import { cellKeys, type Tab } from '../../src/model/tab';
import type { ImportFault, Notice } from './fault';
import { words } from './text';

/** The table that a file is read for. */
export interface Target {
  readonly tab: Tab;
  readonly text: Section['text'];
  readonly lists: readonly ChoiceList[];
  /** The month the plan year starts in, 1–12: says which of the twelve cells `Jan` is. */
  readonly firstMonth: number;
}

/** A column of a file and what it fills: of a field of several cells, which one, from 0. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly field: Field;
  readonly cell: number;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly faults: readonly ImportFault[];
  readonly notices: readonly Notice[];
}

type Place = Pick<Column, 'field' | 'cell'>;

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What each folded header stands for. Of names that two fields share, ids come before labels, and labels before short ones. */
export function namesOf(target: Target): ReadonlyMap<string, Place> {
  const names = new Map<string, Place>();
  for (const naming of [idNames, labelNames, shortNames]) {
    for (const field of target.tab.fields) {
      for (const cell of cellKeys(field).keys()) {
        for (const name of naming(field, cell, target)) {
          const key = folded(name);
          if (key !== '' && !names.has(key)) names.set(key, { field, cell });
        }
      }
    }
  }
  return names;
}

/** The headers of a file matched to the table's fields; blank headers over blank columns are left alone. */
export function columnsOf(
  headers: readonly string[],
  target: Target,
  filled: (index: number) => boolean = () => true,
): Columns {
  const names = namesOf(target);
  const columns: Column[] = [];
  const faults: ImportFault[] = [];
  const notices: Notice[] = [];
  const taken = new Map<string, string>();
  for (const [index, header] of headers.entries()) {
    if (header.trim() === '') {
      if (filled(index)) faults.push({ code: 'unnamedColumn', column: letters(index) });
      continue;
    }
    const place = names.get(folded(header));
    if (place === undefined) {
      faults.push({ code: 'unknownColumn', column: header, known: knownLabels(target) });
      continue;
    }
    const key = `${place.field.id}.${place.cell}`;
    const first = taken.get(key);
    if (first !== undefined) {
      faults.push({ code: 'columnTwice', column: header, first });
      continue;
    }
    taken.set(key, header);
    if (place.field.role === 'computed') notices.push({ code: 'computedColumn', column: header });
    else columns.push({ index, header, ...place });
  }
  for (const field of target.tab.fields) {
    if (field.required && !taken.has(`${field.id}.0`))
      faults.push({ code: 'missingColumn', label: labelOf(field, target) });
  }
  return { columns, faults, notices };
}

function labelOf(field: Field, { tab, text }: Target): Text {
  const label = (language: 'zh' | 'en'): string => text[language].tabs[tab.id]?.fields[field.id]?.label ?? field.id;
  return { zh: label('zh'), en: label('en') };
}

function knownLabels(target: Target): readonly Text[] {
  const fields = target.tab.fields.filter((field) => field.role !== 'computed');
  return fields.map((field) => (field.monthly ? { zh: words.zh.months, en: words.en.months } : labelOf(field, target)));
}

function idNames(field: Field, cell: number): readonly string[] {
  return [cellKeys(field)[cell] ?? field.id];
}

function labelNames(field: Field, cell: number, target: Target): readonly string[] {
  if (field.monthly) return monthLabels(cell, target.firstMonth);
  const { zh, en } = labelOf(field, target);
  return field.cells === undefined ? [zh, en] : [zh, en].map((label) => `${label} ${cell + 1}`);
}

/** A month by its number in the plan year (`m01`, `month 1`, `第1月`) and by its name (`1月`, `Jan`). */
function monthLabels(cell: number, firstMonth: number): readonly string[] {
  const number = cell + 1;
  const padded = String(number).padStart(2, '0');
  const calendar = (firstMonth - 1 + cell) % 12;
  const name = monthNames[calendar] ?? '';
  return [
    `m${number}`,
    `m${padded}`,
    `month ${number}`,
    `month ${padded}`,
    `第${number}月`,
    `${calendar + 1}月`,
    `${String(calendar + 1).padStart(2, '0')}月`,
    name,
    name.slice(0, 3),
  ];
}

/** Labels without the unit in brackets at their end: `面积` for `面积(㎡)`. */
function shortNames(field: Field, _: number, target: Target): readonly string[] {
  if (field.cells !== undefined) return [];
  const { zh, en } = labelOf(field, target);
  return [zh, en].map((label) => label.replace(/\s*[(（][^()（）]*[)）]$/, ''));
}

/** 0 → A, 26 → AA. */
function letters(index: number): string {
  const before = index < 26 ? '' : letters(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
