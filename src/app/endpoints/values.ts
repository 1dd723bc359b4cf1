import type { FieldValue, Scalar } from '../../model/answer';
import type { Field } from '../../model/field';
import { isTypedName, keptName } from '../../model/key';
import type { Language } from '../../model/language';
import type { Change } from '../../model/proposal';
import { cellKeys, startOf, type Tab } from '../../model/tab';
import { cellsOfField, fromCell } from '../../model/value';
import type { Cells, CellValue, Operation } from '../../sheets/log';
import { isOwnKey, ownLost } from '../../sheets/ownColumns';
import { choices, fieldOf, plannedTab } from '../described';
import type { Entry } from '../faults';
import type { Part } from './request';

/** Values as they are kept: names that records are told apart or found by without what is unseen in them. */
export function kept(tab: Tab, values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
  const made: Record<string, FieldValue> = { ...values };
  for (const field of tab.fields) {
    const value = made[field.id];
    if (typeof value === 'string' && isTypedName(field)) made[field.id] = keptName(field, value) || null;
  }
  return made;
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

/**
 * What operations did to records that were there and still are, field by field. Of a field of several cells those that
 * were left alone are blank on both sides: nobody would change them.
 */
export function changesIn(tab: Tab, operations: readonly Operation[]): readonly Change[] {
  const changed = new Map<
    string,
    { readonly from: Record<string, CellValue>; readonly to: Record<string, CellValue> }
  >();
  for (const { record, from, to } of operations) {
    if (from === null || to === null) continue;
    const cells = changed.get(record) ?? { from: {}, to: {} };
    Object.assign(cells.from, from);
    Object.assign(cells.to, to);
    changed.set(record, cells);
  }
  const changes: Change[] = [];
  for (const [record, { from, to }] of changed) {
    for (const field of tab.fields) {
      if (cellKeys(field).every((key) => to[key] === undefined)) continue;
      changes.push({ record, field: field.id, from: fieldValueOf(field, from), to: fieldValueOf(field, to) });
    }
  }
  return changes;
}

/** What a field holds, from its cells by their keys. */
export function fieldValueOf(field: Field, cells: Readonly<Record<string, CellValue>>): FieldValue {
  const values = cellKeys(field).map((key): Scalar => fromCell(field, cells[key] ?? null, choices));
  return field.cells === undefined ? (values[0] ?? null) : values;
}

/** Field ids of cell keys, each once. */
export const fieldIdOf = (key: string): string => key.split('.')[0] ?? key;

/** A new record: its values with what it starts with, and the cells that they take. */
export function newRecord(
  part: Part,
  values: Readonly<Record<string, FieldValue>>,
  record: string,
): { readonly entry: Entry; readonly operation: Operation } {
  const all = kept(part.tab, { ...startOf(part.tab), ...values });
  return {
    entry: { record, values: all, is: 'new' },
    operation: { record, from: null, to: cellsFor(part.tab, all, part.language) },
  };
}

/** Columns that people added to a part and deleted since, in which a record held something: it stays in the log alone. */
export function ownLostOf(part: Part, held: Cells | undefined): readonly string[] {
  const plan = plannedTab(part.tab.id, part.language);
  return plan && held ? ownLost(plan, part.asRead(true), held) : [];
}

/** Whether a cell, by its key, is one in which closing a month keeps what another held. */
export const isOfClosing = (tab: Tab, key: string): boolean => fieldOf(tab, fieldIdOf(key))?.closedOf !== undefined;

/** A record that comes back, with what it held in columns that people added, and what its months were closed with. */
export function withOwn(tab: Tab, { record, from, to }: Operation, held: Cells | undefined): Operation {
  const own = Object.entries(held ?? {}).filter(([key]) => isOwnKey(key) || isOfClosing(tab, key));
  return { record, from, to: to && { ...to, ...Object.fromEntries(own) } };
}
