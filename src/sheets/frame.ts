import { newColumns, newRows, spareRows, type TabChange } from '../workbook/diff';
import { gridArea } from '../workbook/drawing';
import { totalRow } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { type Guarded, writeGuarded } from './guard';
import { drawLines, printLooks, type Surroundings } from './print';
import { relabelHighlights } from './relabel';

/** Whether a tab lacks rows or columns. */
export const isFramed = ({ lacking }: TabChange): boolean =>
  lacking.columns.length === 0 && lacking.rows.length === 0 && lacking.spare === 0;

/**
 * Gives a tab rows and columns that it lacks, with their keys and looks: first rows, then columns. What they hold is
 * written once the tab has been read anew. Blank rows and columns come over nothing; their keys are written by the guard.
 */
export function frame(guarded: Guarded, change: TabChange, around: Surroundings): void {
  const { plan, state, lacking } = change;
  if (lacking.rows.length > 0) insertRows(guarded, change, around);
  else if (lacking.columns.length > 0) addColumns(guarded, change, around);
  if (lacking.spare > 0) {
    guarded.sheet.insertRowsAfter(state.maxRows - 1, lacking.spare);
    printLooks(guarded.sheet, state.maxRows, 1, spareRows(plan, state.placement, lacking.spare), around);
  }
}

function insertRows(guarded: Guarded, change: TabChange, around: Surroundings): void {
  const { plan, state, lacking } = change;
  const { sheet } = guarded;
  // From below, so that those above stay where they are.
  for (const { below, keys } of [...lacking.rows].reverse()) {
    if (below === 0) sheet.insertRowsBefore(1, keys.length);
    else sheet.insertRowsAfter(below, keys.length);
  }
  let inserted = 0;
  const first = new Map<number, readonly string[]>();
  for (const { below, keys } of lacking.rows) {
    const row = below + 1 + inserted;
    first.set(row, keys);
    inserted += keys.length;
    printLooks(sheet, row, 1, newRows(plan, state.placement, keys), around);
    for (const [index, key] of keys.entries()) {
      const { hidden = false, height } = plan.rows.find((one) => one.key === key) ?? {};
      if (hidden) sheet.hideRows(row + index);
      else if (height !== undefined && plan.listRows === 0) sheet.setRowHeightsForced(row + index, 1, height);
    }
    if (row <= plan.frozenRows) sheet.setFrozenRows(plan.frozenRows);
    const list = plan.rows.find((one) => one.key === keys[0])?.height;
    if (plan.listRows > 0 && list !== undefined) sheet.setRowHeightsForced(row, keys.length, list);
  }
  const now = guarded.read();
  const isBlank = (row: number): boolean =>
    (now.values[row - 1] ?? []).every((value) => value === '' || value === false);
  const writes = [...first].flatMap(([row, keys]) =>
    keys.flatMap((key, index) =>
      isBlank(row + index) ? [{ row: row + index, column: 1, content: key, format: '@' }] : [],
    ),
  );
  if (writes.length > 0) writeGuarded(guarded, now, writes);
  spanned(guarded, change, around);
}

/** What spans the rows spans the new ones: lines, highlights, and the filter from the row of totals on. */
function spanned(guarded: Guarded, change: TabChange, around: Surroundings): void {
  const { plan, lacking } = change;
  const { sheet } = guarded;
  const state: TabState = guarded.read();
  const grid = gridArea(plan, state.placement);
  if (grid) drawLines(sheet, grid);
  relabelHighlights(sheet, { ...change, state, placement: state.placement }, around);
  const totals = state.placement.rows.get(totalRow);
  if (totals === undefined || !lacking.rows.some(({ keys }) => keys.includes(totalRow))) return;
  sheet.getFilter()?.remove();
  sheet.getRange(totals, 1, state.maxRows - totals + 1, state.maxColumns).createFilter();
}

function addColumns(guarded: Guarded, change: TabChange, around: Surroundings): void {
  const { plan, state, placement, lacking } = change;
  const { sheet } = guarded;
  const first = placement.columns.get(lacking.columns[0] ?? '') ?? 1;
  const beyond = first + lacking.columns.length - 1 - state.maxColumns;
  if (beyond > 0) sheet.insertColumnsAfter(state.maxColumns, beyond);
  printLooks(sheet, 1, first, newColumns(plan, state, lacking.columns), around);
  const now = beyond > 0 ? guarded.read() : state;
  const isBlank = (column: number): boolean => now.values.every((line) => (line[column - 1] ?? '') === '');
  const row = state.placement.rows.get('#fields') ?? 1;
  const writes = lacking.columns.flatMap((key, index) =>
    isBlank(first + index) ? [{ row, column: first + index, content: key, format: '@' }] : [],
  );
  if (writes.length > 0) writeGuarded(guarded, now, writes);
}
