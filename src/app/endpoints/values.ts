import type { Fault, FieldValue } from '../../model/answer';
import type { Language } from '../../model/language';
import { fieldSchema } from '../../model/schema';
import { roleOf, type Tab } from '../../model/tab';
import { cellsOfField } from '../../model/value';
import type { Cells, CellValue, Operation } from '../../sheets/log';
import { expectation } from '../faults';
import { said } from '../language';
import { choices, fieldOf, lists } from '../plan';
import type { Part } from './request';

const choiceLists = new Map(lists.map((list) => [list.id, list]));

/** What is wrong with a value for a field, in words; undefined if nothing is. */
export function faultOf(tab: Tab, record: string | undefined, id: string, value: FieldValue): string | undefined {
  const field = fieldOf(tab, id);
  if (!field) return said().unknownField(id);
  if (roleOf(field, tab.shape === 'fixed' ? record : undefined) === 'computed') return said().computedField;
  if (field.required && (value === null || value === '')) return said().required;
  if (field.cells !== undefined && (!Array.isArray(value) || value.length !== field.cells))
    return said().expected.list(field.cells);
  return fieldSchema(field, choiceLists).fits(value === '' ? null : value) ? undefined : expectation(field);
}

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

/** Only the cells that differ. */
export function changedCells(
  from: Record<string, CellValue>,
  to: Record<string, CellValue>,
): { readonly from: Cells; readonly to: Cells } {
  const keys = Object.keys(to).filter((key) => to[key] !== from[key]);
  const pick = (cells: Record<string, CellValue>) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
  return { from: pick(from), to: pick(to) };
}

/** Field ids of cell keys, each once. */
export const fieldIdOf = (key: string): string => key.split('.')[0] ?? key;

/** Values of a new record with what it starts with, or what is wrong with them. */
export function newRecord(
  part: Part,
  values: Readonly<Record<string, FieldValue>>,
  record: string,
): { readonly operation: Operation; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const initial = Object.fromEntries(
    part.tab.fields.flatMap((field) => (field.initial === undefined ? [] : [[field.id, field.initial]])),
  );
  const all: Readonly<Record<string, FieldValue>> = { ...initial, ...values };
  for (const field of part.tab.fields) {
    if (field.required && (all[field.id] ?? null) === null)
      faults.push({ record, field: field.id, message: said().required });
  }
  for (const [id, value] of Object.entries(all)) {
    if (value === null) continue;
    const message = faultOf(part.tab, undefined, id, value);
    if (message !== undefined) faults.push({ record, field: id, message });
  }
  return { operation: { record, from: null, to: cellsFor(part.tab, all, part.language) }, faults };
}
