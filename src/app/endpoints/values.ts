import type { FieldValue } from '../../model/answer';
import type { Language } from '../../model/language';
import { startOf, type Tab } from '../../model/tab';
import { cellsOfField } from '../../model/value';
import type { Cells, CellValue, Operation } from '../../sheets/log';
import { choices, fieldOf } from '../described';
import type { Entry } from '../faults';
import type { Part } from './request';

export function cellsFor(
  tab: Tab,
  values: Readonly<Record<string, FieldValue>>,
  language: Language,
): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [id, value] of Object.entries(values)) {
    const field = fieldOf(tab, id);
    if (field) Object.assign(cells, cellsOfField(field, value, language, choices));
  }
  return cells;
}

/** Only the cells that differ, and those that are to be written all the same. */
export function changedCells(
  from: Record<string, CellValue>,
  to: Record<string, CellValue>,
  besides: ReadonlySet<string> = new Set(),
): { readonly from: Cells; readonly to: Cells } {
  const keys = Object.keys(to).filter((key) => to[key] !== from[key] || besides.has(key));
  const pick = (cells: Record<string, CellValue>) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
  return { from: pick(from), to: pick(to) };
}

/** Field ids of cell keys, each once. */
export const fieldIdOf = (key: string): string => key.split('.')[0] ?? key;

/** A new record: its values with what it starts with, and the cells that they take. */
export function newRecord(
  part: Part,
  values: Readonly<Record<string, FieldValue>>,
  record: string,
): { readonly entry: Entry; readonly operation: Operation } {
  const all = { ...startOf(part.tab), ...values };
  return {
    entry: { record, values: all, is: 'new' },
    operation: { record, from: null, to: cellsFor(part.tab, all, part.language) },
  };
}
