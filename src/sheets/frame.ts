import { newColumns, newRows, spareRows, type TabChange } from '../workbook/diff';
import { gridArea } from '../workbook/drawing';
import { bodyStart } from '../workbook/place';
import { fieldsRow, idColumn, labelsRow, totalRow } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { type Guarded, writeGuarded } from './guard';
import { relabelHighlights } from './highlights';
import { drawLines, printLooks, type Surroundings } from './print';

/** Whether a tab lacks rows or columns. */
export const isFramed = ({ lacking }: TabChange): boolean =>
  lacking.columns.length === 0 && lacking.rows.length === 0 && lacking.spare === 0 && !lacking.totalsBelow;

/**
 * Gives a tab rows and columns that it lacks, with their keys and looks: first rows, then columns. What they hold is
 * written once the tab has been read anew. Blank rows and columns come over nothing; their keys are written by the guard.
 */
export function frame(guarded: Guarded, change: TabChange, around: Surroundings): void {
  const { plan, state, lacking } = change;
  if (lacking.totalsBelow) {
    raiseTotals(guarded, change);
    return;
  }
  if (lacking.rows.length > 0) insertRows(guarded, change, around);
  else if (lacking.columns.length > 0 && plan.listRows > 0) insertColumns(guarded, change, around);
  else if (lacking.columns.length > 0) addColumns(guarded, change, around);
  if (lacking.spare > 0) {
    guarded.sheet.insertRowsAfter(state.maxRows - 1, lacking.spare);
    printLooks(guarded.sheet, state.maxRows, 1, spareRows(plan, state.placement, lacking.spare), around);
  }
}

/**
 * Puts the totals above the labels; the filter, whose buttons then stand among the labels, begins anew. If the rows had
 * moved meanwhile, and another one was taken, it goes back where it was.
 */
function raiseTotals(guarded: Guarded, { plan }: TabChange): void {
  const { sheet } = guarded;
  const placesOf = (): readonly [totals: number | undefined, labels: number | undefined] => {
    const { rows } = guarded.read().placement;
    return [rows.get(totalRow), rows.get(labelsRow)];
  };
  sheet.getFilter()?.remove();
  const [totals, labels] = placesOf();
  if (totals === undefined || labels === undefined) return;
  sheet.moveRows(sheet.getRange(totals, 1), labels);
  if (placesOf()[0] !== labels) {
    sheet.moveRows(sheet.getRange(labels, 1), totals + 1);
    return;
  }
  if (plan.rows.some(({ key, hidden }) => key === totalRow && hidden)) sheet.hideRows(labels);
  const first = labels + 1;
  sheet.getRange(first, 1, sheet.getMaxRows() - first + 1, sheet.getMaxColumns()).createFilter();
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
    // A new row comes with the checks of the one above it.
    sheet.getRange(row, 1, keys.length, state.maxColumns).clearDataValidations();
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
  // The columns as they are known without the row of keys: with it they are known by that alone.
  const columns = [...state.placement.columns].filter(([key]) => key !== idColumn);
  const writes = [...first].flatMap(([row, keys]) =>
    keys.flatMap((key, index) => {
      if (!isBlank(row + index)) return [];
      const own = { row: row + index, column: 1, content: key, format: '@' };
      if (key !== fieldsRow) return [own];
      return [own, ...columns.map(([column, at]) => ({ ...own, column: at, content: column }))];
    }),
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
  // Before the columns are there that they cite, they cannot be written.
  if (lacking.columns.length === 0) relabelHighlights(sheet, { ...change, state, placement: state.placement }, around);
  const heads = [totalRow, labelsRow];
  if (!plan.body || plan.hidden || !lacking.rows.some(({ keys }) => keys.some((key) => heads.includes(key)))) return;
  const first = bodyStart(state.placement) - 1;
  sheet.getFilter()?.remove();
  sheet.getRange(first, 1, state.maxRows - first + 1, state.maxColumns).createFilter();
}

/** A list is read and printed as a whole: what it lacks comes in where it belongs, not behind what is there. */
function insertColumns(guarded: Guarded, change: TabChange, around: Surroundings): void {
  const { plan, state } = change;
  const { sheet } = guarded;
  const groups: { after: number; keys: string[] }[] = [];
  let after = 1;
  for (const { key } of plan.columns) {
    const known = state.placement.columns.get(key);
    if (known !== undefined) after = known;
    else if (groups[groups.length - 1]?.after === after) groups[groups.length - 1]?.keys.push(key);
    else groups.push({ after, keys: [key] });
  }
  // From the right, so that those to the left stay where they are.
  groups.sort((one, other) => other.after - one.after);
  for (const { after: left, keys } of groups) {
    sheet.insertColumnsAfter(left, keys.length);
    sheet.getRange(1, left + 1, state.maxRows, keys.length).clearDataValidations();
    printLooks(sheet, 1, left + 1, newColumns(plan, state, keys), around);
    for (const [index, key] of keys.entries()) {
      const { width, hidden } = plan.columns.find((column) => column.key === key) ?? {};
      if (width !== undefined) sheet.setColumnWidths(left + 1 + index, 1, width);
      if (hidden) sheet.hideColumns(left + 1 + index);
    }
  }
  const now = guarded.read();
  const row = now.placement.rows.get(fieldsRow) ?? 1;
  let inserted = 0;
  const writes = [...groups].reverse().flatMap(({ after: left, keys }) => {
    const first = left + 1 + inserted;
    inserted += keys.length;
    return keys.map((key, index) => ({ row, column: first + index, content: key, format: '@' }));
  });
  writeGuarded(guarded, now, writes);
  const { placement } = guarded.read();
  const grid = gridArea(plan, placement);
  if (grid) drawLines(sheet, grid);
  relabelHighlights(sheet, { ...change, placement }, around);
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
  // What was deleted with a column comes back with it.
  relabelHighlights(sheet, { ...change, placement: guarded.read().placement }, around);
}
