import type { Workbook } from '../../host/workbook';
import { roleOf } from '../../src/model/tab';
import { sections } from '../../src/sections';
import { type Tab, tabIn, type Value } from './book';
import type { Cells, Expected } from './region';

/** The tabs whose formulas `expectedCells` knows. */
export const regionTabs = ['settings', 'history', 'baseline', 'summary', 'stores'] as const;

/** How far two computations of one figure may lie apart: a few binary roundings. */
function tolerance(expected: number, column: string, unit: number): number {
  // A difference of two large figures keeps the noise of both: existing stores are all stores less the new ones.
  const noise = /difference|gap|existing|total/i.test(column) ? 1e-5 : 1e-7;
  return Math.max(noise, Math.abs(expected) * 1e-9) + unit * 1.000001;
}

function agrees(actual: Value, { value, unit = 0 }: Expected, column: string): boolean {
  if (typeof actual !== 'number' || typeof value !== 'number') return actual === value;
  return Math.abs(actual - value) <= tolerance(value, column, unit);
}

/** The key of every cell of a tab that holds a formula, with the record's natural key where `naturalKey` names a column. */
function formulaCells(tab: Tab): readonly { readonly row: string; readonly column: string; readonly value: Value }[] {
  const cells: { row: string; column: string; value: Value }[] = [];
  for (const [row, at] of tab.rows) {
    for (const [column, across] of tab.columns) {
      if ((tab.formulas[at]?.[across] ?? '') !== '') cells.push({ row, column, value: tab.values[at]?.[across] ?? '' });
    }
  }
  return cells;
}

/** Records whose rows are named in the expectations by what people know them by, not by their hidden ids. */
const named: Readonly<Record<string, string>> = { history: 'year' };

/** Fields that nothing is expected of here: today's date, and steps of other parts' figures. */
const elsewhere = new Set(['asOf', 'listKey', 'newListKey']);

/**
 * Every cell with a formula that does not show what is expected, a line each, and every one that nothing is expected of.
 * `looked` counts the cells, so that a comparison of nothing is seen.
 */
export function disagreements(
  workbook: Workbook,
  tabs: readonly string[],
  expected: Cells,
): { readonly lines: readonly string[]; readonly looked: number } {
  const lines: string[] = [];
  let looked = 0;
  for (const id of tabs) {
    const tab = tabIn(workbook, id);
    const key = named[id];
    for (const { row, column, value } of formulaCells(tab)) {
      const [at, across] = [tab.rows.get(row) ?? -1, tab.columns.get(key ?? '') ?? -1];
      const name = key === undefined || row.startsWith('#') ? row : String(tab.values[at]?.[across]);
      const cell = `${id} ${name} ${column}`;
      const wanted = expected.get(cell);
      if (elsewhere.has(row) || elsewhere.has(column)) continue;
      looked += 1;
      if (wanted === undefined) lines.push(`${cell}: nothing expected, ${JSON.stringify(value)} there`);
      else if (!agrees(value, wanted, column === 'value.1' ? row : column))
        lines.push(`${cell}: expected ${JSON.stringify(wanted.value)}, ${JSON.stringify(value)} there`);
    }
  }
  return { lines, looked };
}

/** The columns and rows whose cells hold formulas that nobody may type over, by tab. */
const isComputed = (tab: string, row: string, column: string): boolean => {
  const described = sections.flatMap((section) => section.tabs).find(({ id }) => id === tab);
  const id = described?.shape === 'record' ? row : (column.split('.')[0] ?? column);
  const field = described?.fields.find((candidate) => candidate.id === id);
  return field !== undefined && !row.startsWith('#') && roleOf(field, row) === 'computed';
};

/**
 * Every expected cell that is not there, shows something else, or, though computed, holds no formula; a line each.
 * `looked` counts the cells.
 */
export function allAgree(
  workbook: Workbook,
  expected: Cells,
): { readonly lines: readonly string[]; readonly looked: number } {
  const lines: string[] = [];
  const tabs = new Map<string, Tab>(regionTabs.map((id) => [id, tabIn(workbook, id)]));
  let looked = 0;
  for (const [cell, wanted] of expected) {
    const [id = '', name = '', column = ''] = cell.split(' ');
    const tab = tabs.get(id);
    const keyColumn = named[id];
    const row = keyColumn === undefined || name.startsWith('#') || !tab ? name : rowNamed(tab, keyColumn, name);
    const [at, across] = [tab?.rows.get(row), tab?.columns.get(column)];
    if (tab === undefined || at === undefined || across === undefined) {
      lines.push(`${cell}: not there`);
      continue;
    }
    looked += 1;
    const value = tab.values[at]?.[across] ?? '';
    if (!agrees(value, wanted, column === 'value.1' ? row : column))
      lines.push(`${cell}: expected ${JSON.stringify(wanted.value)}, ${JSON.stringify(value)} there`);
    else if (isComputed(id, row, column) && (tab.formulas[at]?.[across] ?? '') === '')
      lines.push(`${cell}: no formula`);
  }
  return { lines, looked };
}

/** The id of the record that people know by this name. */
function rowNamed(tab: Tab, column: string, name: string): string {
  const across = tab.columns.get(column) ?? -1;
  for (const [id, at] of tab.rows) if (!id.startsWith('#') && String(tab.values[at]?.[across]) === name) return id;
  return name;
}
