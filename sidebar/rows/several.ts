import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { byRecord, type Change } from '../../src/model/proposal';
import { cellKeys, isTypable, type Tab } from '../../src/model/tab';
import { type Row, typedCell } from '../book';
import { roleIn, visible } from '../planParts';

/** Fields that can be set for several rows at once: typed ones of one cell, but not what tells rows apart. */
export const settable = (tab: Tab): readonly Field[] =>
  visible(tab).filter((field) => isTypable(field.role) && field.cells === undefined && !field.key);

/** The changes that set a field of some rows to one value; rows that hold it already are left out. */
export function changesTo(tab: Tab, rows: readonly Row[], field: Field, value: Scalar): readonly Change[] {
  const changes: Change[] = [];
  for (const row of rows) {
    if (!isTypable(roleIn(tab, field, row.id))) continue;
    const from = typedCell(tab, field, row, field.id);
    if (from !== value) changes.push({ record: row.id, field: field.id, from, to: value });
  }
  return changes;
}

/** The rows as they stand after some changes, until they are read again. */
export function changedRows(tab: Tab, rows: readonly Row[], changes: readonly Change[]): readonly Row[] {
  const grouped = byRecord(changes);
  return rows.map((row) => {
    const own = grouped.get(row.id);
    return own ? changedRow(tab, row, own) : row;
  });
}

function changedRow(tab: Tab, row: Row, changes: readonly Change[]): Row {
  const values: Record<string, Scalar> = { ...row.values };
  const typedOver = new Set(row.typedOver);
  for (const { field: id, to } of changes) {
    const field = tab.fields.find((candidate) => candidate.id === id);
    if (!field) continue;
    for (const [index, key] of cellKeys(field).entries()) {
      const value = typeof to === 'object' && to !== null ? (to[index] ?? null) : to;
      values[key] = value;
      if (roleIn(tab, field, row.id) !== 'default') continue;
      if (value === null) typedOver.delete(key);
      else typedOver.add(key);
    }
  }
  return { ...row, values, typedOver };
}
