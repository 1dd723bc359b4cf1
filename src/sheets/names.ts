import { bodyStart } from '../workbook/place';
import { fieldsRow, idColumn, labelsRow } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';

/*
 * By what the columns of a tab are known, while people move them and delete rows above the records.
 */

const at = (state: TabState, row: number, column: number): Value => state.values[row - 1]?.[column - 1] ?? '';

/** A tick that is not set is as good as nothing. */
export const isBlank = (value: Value | undefined): boolean => value === undefined || value === '' || value === false;

/** Rows above the records of a table; elsewhere the row of keys. */
export const headRows = ({ placement }: TabState): number =>
  placement.shape === 'table' ? Math.max(1, bodyStart(placement) - 1) : 1;

/** The key of a column as read, also where the row of keys is damaged; `''` for one of people's own. */
export const keyAt = ({ placement }: TabState, column: number): string =>
  [...placement.columns].find(([, place]) => place === column)?.[0] ?? '';

export type Cells = (row: number, column: number) => Value | undefined;

/** The rows of keys and of labels, and all above the records but the keys; told by their ids, since a person may have deleted one. */
function headsOf(
  state: TabState,
  cells: Cells,
): { readonly keys: number; readonly labels: number; readonly others: readonly number[] } {
  const asRead = state.placement.rows.get(fieldsRow) ?? 0;
  let [keys, labels] = [0, 0];
  const others: number[] = [];
  for (let row = 1; row <= headRows(state); row += 1) {
    const id = cells(row, 1) ?? '';
    // Someone may have cleared its id.
    if (id === fieldsRow || (row === asRead && isBlank(id))) keys = row;
    else if (isBlank(id) || String(id).startsWith('#')) others.push(row);
    if (id === labelsRow) labels = row;
  }
  return { keys, labels, others };
}

/**
 * By what a column is known, the surest first: its key; what stands above its records, totals included, which change; its
 * label.
 */
export function namesOf(state: TabState, cells: Cells): (column: number) => readonly string[] {
  const { keys, labels, others } = headsOf(state, cells);
  return (column) => {
    if (column === 1) return [`key ${idColumn}`];
    const [key, label] = [keys, labels].map((row) => (row === 0 ? '' : (cells(row, column) ?? '')));
    const above = JSON.stringify(others.map((row) => cells(row, column) ?? ''));
    return [...(isBlank(key) ? [] : [`key ${key}`]), `above ${above}`, ...(isBlank(label) ? [] : [`label ${label}`])];
  };
}

/** Columns of a tab as read by each of their names, which what stands in its cells tells if nothing else is given. */
export function columnsByName(
  state: TabState,
  cells: Cells = (row, column) => at(state, row, column),
): ReadonlyMap<string, readonly number[]> {
  const names = namesOf(state, cells);
  const found = new Map<string, number[]>();
  const add = (name: string, column: number): void => {
    const known = found.get(name) ?? [];
    if (!known.includes(column)) found.set(name, [...known, column]);
  };
  // Also where the row of keys is gone the plan knows most.
  for (const [key, column] of state.placement.columns) add(`key ${key}`, column);
  for (let column = 1; column <= state.maxColumns; column += 1) for (const name of names(column)) add(name, column);
  return found;
}

/**
 * The column that goes by the surest of some names; undefined where none does. A name that several go by tells less: of
 * those it is the one that stands where the names were read, if any does.
 */
export function columnIn(
  columns: ReturnType<typeof columnsByName>,
  names: readonly string[],
  stood: number,
): number | undefined {
  const found = names.map((name) => columns.get(name) ?? []);
  const [only] = found.find((all) => all.length === 1) ?? [];
  return only ?? (found.some((all) => all.includes(stood)) ? stood : found.flat()[0]);
}
