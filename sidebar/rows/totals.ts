import type { Field } from '../../src/model/field';
import type { Change, Total } from '../../src/model/proposal';
import { cellKeys, type Tab } from '../../src/model/tab';
import type { Row } from '../book';

/**
 * The column totals of money that some changes move, before and after. What a new record's formula or a cell's own
 * formula will come to is known only afterwards: null.
 */
export function totalsOf(
  tab: Tab,
  rows: readonly Row[],
  changes: readonly Change[],
  added: readonly string[] = [],
): readonly Total[] {
  const columns = tab.fields.filter((field) => field.kind === 'money' && field.total === 'sum' && !field.hidden);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const isNew = new Set(added);
  const totals: Total[] = [];
  for (const field of columns) {
    const moved = changes.filter((change) => change.field === field.id);
    if (moved.length === 0) continue;
    const before = rows.reduce((sum, row) => sum + standing(field, row), 0);
    let after: number | null = before;
    const filled = new Set<string>();
    for (const { record, from, to } of moved) {
      if (isNew.has(record)) filled.add(record);
      const difference = moveOf(field, byId.get(record), [from, to]);
      after = after === null || difference === null ? null : after + difference;
    }
    if (field.role === 'default' && added.some((record) => !filled.has(record))) after = null;
    totals.push({ field: field.id, before: tidy(before), after: after === null ? null : tidy(after) });
  }
  return totals;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What a record adds to its column's total as it is. */
const standing = (field: Field, row: Row): number =>
  cellKeys(field).reduce((sum, key) => sum + number(row.values[key]), 0);

/** By how much one change moves the total; null where a formula comes in. */
function moveOf(
  field: Field,
  row: Row | undefined,
  [from, to]: readonly [Change['from'], Change['to']],
): number | null {
  let difference = 0;
  for (const [index, key] of cellKeys(field).entries()) {
    const [was, wanted] = [from, to].map((value) =>
      typeof value === 'object' && value !== null ? value[index] : value,
    );
    if (wanted === was) {
      if (row === undefined && field.role === 'default' && (wanted ?? null) === null) return null;
      continue;
    }
    if (field.role === 'default' && (wanted ?? null) === null) return null;
    difference += number(wanted) - number(row?.values[key]);
  }
  return difference;
}

/** The dust of adding thousands of amounts is no money. */
const tidy = (sum: number): number => Number(sum.toPrecision(15));
