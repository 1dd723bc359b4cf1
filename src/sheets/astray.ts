import { columnLetters } from '../workbook/formula';
import { formatOf, type Written } from '../workbook/image';
import { idColumn, type TabPlan } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';
import { steps } from '../workbook/upgrade';
import { keyNow } from '../workbook/upgrade/rename';
import { verbatim } from './escape';
import { plain } from './read';
import {
  type Around,
  idsNow,
  makeRoom,
  needsFormat,
  ownContent,
  plannedCell,
  type Room,
  type Run,
  setFormats,
  type Write,
} from './run';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The upper left part of a tab after writing, as far as it tells which row and column is whose. */
interface After {
  /** The first column and the first row. */
  readonly ids: readonly string[];
  readonly keys: readonly string[];
  /** All of it. */
  readonly rows: () => readonly (readonly Value[])[];
}

const rowKeyAt = (after: After, row: number): string => after.ids[row - 1] ?? '';
const columnKeyAt = (after: After, column: number): string => after.keys[column - 1] ?? '';

/** From so many cells on, reading them all takes longer than a second call: most are waited for to be calculated. */
const many = 10_000;

const valuesOf = (range: GoogleAppsScript.Spreadsheet.Range): readonly (readonly Value[])[] =>
  range.getValues().map((row) => row.map(plain));

/** Reads back whose the rows and columns are, which commits what was written as a flush would. One service call, or two. */
function readBack(sheet: Sheet, { writes, added, removed, state }: Run): After {
  const width = Math.max(1, ...writes.map(({ column }) => column));
  const height = Math.max(1, ...writes.map(({ row }) => row));
  const isWhole = added.size + removed.size > 0;
  // In a workbook of an earlier version keys stand under former names, in a record down the first column.
  const now = (key: unknown): string => keyNow(steps, state.id, String(key ?? ''));
  const ids = (lines: readonly (readonly Value[])[]): readonly string[] =>
    lines.map(([id]) => (state.placement.shape === 'record' ? now(id) : String(id ?? '')));
  const range = isWhole ? sheet.getRange(`A1:${columnLetters(width)}`) : sheet.getRange(1, 1, height, width);
  if (isWhole && Math.max(height, state.maxRows) * width >= many) {
    const [first = []] = valuesOf(sheet.getRange(1, 1, 1, width));
    let rows: ReturnType<typeof valuesOf> | undefined;
    return {
      ids: idsNow(sheet),
      keys: first.map(now),
      rows: () => {
        rows ??= valuesOf(range);
        return rows;
      },
    };
  }
  const rows = valuesOf(range);
  return { ids: ids(rows), keys: (rows[0] ?? []).map(now), rows: () => rows };
}

/**
 * Whether all of a run was written where it belongs. If a person sorted, inserted, moved or removed rows or columns
 * between our reading and our writing, what we overwrote is put back from what was read; the run is then to be planned
 * anew. Throws what the sheet refuses where nothing had moved.
 */
export function settled(sheet: Sheet, plan: TabPlan, run: Run, room: Room, around: Around): boolean {
  let refusal: { readonly error: unknown } | undefined;
  let after: After;
  try {
    after = readBack(sheet, run);
  } catch (error) {
    // A number that lands in a column of choices is refused: what has moved is to be seen all the same.
    refusal = { error };
    after = readBack(sheet, run);
  }
  const present = new Set(after.ids);
  const isAstray = ({ row, column, rowKey, columnKey }: Write): boolean =>
    (rowKeyAt(after, row) !== rowKey && !run.added.has(rowKey)) ||
    (column > 1 && columnKeyAt(after, column) !== columnKey);
  const strays = run.writes.filter(isAstray);
  const victims = overwritten(run, room, after, present);
  const lost = lostRows(run, present);
  const left = [...run.removed].filter((id) => present.has(id));
  if (strays.length + victims.size + lost.length + left.length === 0) {
    if (refusal) throw refusal.error;
    return true;
  }
  const inAdded = (write: Write): boolean => run.added.has(write.rowKey);
  putBack(
    sheet,
    plan,
    run,
    after,
    strays.filter((write) => !inAdded(write)),
    around,
  );
  if (victims.size > 0 || strays.some(inAdded)) putRowsBack(sheet, run, after, victims);
  if (lost.length > 0) bringBack(sheet, plan, run.state, lost, around);
  SpreadsheetApp.flush();
  return false;
}

/** How far the rows around a row of the table as read have moved: what the nearest record above it has, else below. */
function shiftAt(state: TabState, row: number, nowOf: ReadonlyMap<string, number>): number | undefined {
  let nearest: { readonly distance: number; readonly shift: number } | undefined;
  for (const [id, before] of state.placement.rows) {
    const now = nowOf.get(id);
    if (now === undefined || before === row) continue;
    // Below is farther than any above: rows inserted between a record and the one above it move it too.
    const distance = before < row ? row - before : before - row + state.values.length;
    if (!nearest || distance < nearest.distance) nearest = { distance, shift: now - before };
  }
  return nearest?.shift;
}

function rowsNow(after: After): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const [index, id] of after.ids.entries()) {
    if (id !== '' && !rows.has(id)) rows.set(id, index + 1);
  }
  return rows;
}

/**
 * Rows as read that new records were written over, by the row written into: records that are no more, and whose row,
 * moved as its neighbours have moved, is one of those. A record that a person removed meanwhile is none of them.
 */
function overwritten(run: Run, room: Room, after: After, present: ReadonlySet<string>): ReadonlyMap<number, number> {
  const victims = new Map<number, number>();
  if (run.added.size === 0) return victims;
  const { state } = run;
  const nowOf = rowsNow(after);
  const taken = new Set(run.added.values());
  const grown = after.ids.length - state.maxRows - room.rows;
  const heads = [...state.placement.rows].filter(([id]) => id.startsWith('#')).map(([, row]) => row);
  for (let row = Math.max(0, ...heads) + 1; row <= state.values.length; row += 1) {
    const line = state.values[row - 1] ?? [];
    const id = String(line[0] ?? '');
    if (id === '' ? isStillThere(line, after) : present.has(id) || run.removed.has(id)) continue;
    const shift = shiftAt(state, row, nowOf) ?? 0;
    // Rows inserted right above it have moved it, and none that is left to tell.
    for (let by = shift; by <= Math.max(shift, grown); by += 1) if (taken.has(row + by)) victims.set(row + by, row);
  }
  return victims;
}

/** Whether a row that has no id stands somewhere as it was read; an empty one always does. */
function isStillThere(line: readonly Value[], after: After): boolean {
  if (line.every((value) => value === '' || value === false)) return true;
  return after.rows().some((row) => row.every((value, column) => value === (line[column] ?? '')));
}

/** Records whose rows were taken away in place of removed ones. */
function lostRows({ state, removed, added }: Run, present: ReadonlySet<string>): readonly string[] {
  const left = [...removed].filter((id) => present.has(id));
  // Each row taken away was someone's: as long as the removed ones are all gone, it was theirs.
  if (left.length === 0) return [];
  return [...state.placement.rows.keys()].filter((id) => !present.has(id) && !removed.has(id) && !added.has(id));
}

/**
 * The row or column as read that stands at a place now: that of its key; of one without a key, the one as far behind
 * its nearest neighbour with a key, if that had none either. 0 for one that is new.
 */
function sourceOf(at: number, keyAt: (index: number) => string, before: ReadonlyMap<string, number>): number {
  const own = before.get(keyAt(at));
  if (own !== undefined) return own;
  for (let index = at - 1; index >= 1; index -= 1) {
    const neighbour = before.get(keyAt(index));
    if (neighbour === undefined) continue;
    const source = neighbour + at - index;
    return [...before.values()].includes(source) ? 0 : source;
  }
  return 0;
}

/** `$C5+D5` moved from row 5 to row 9 is `$C9+D9`: references to the formula's own row go along with it. */
export function movedFormula(formula: string, from: number, to: number): string {
  return formula.replace(/(\$?[A-Z]{1,3})(\d+)(?![\d(])/g, (all, column: string, row: string) =>
    Number(row) === from ? `${column}${to}` : all,
  );
}

/** What a cell held when it was read, to be written into another row. */
function heldContent(state: TabState, from: number, column: number, to: number): Written {
  const formula = state.formulas[from - 1]?.[column - 1] ?? '';
  if (formula !== '') return { formula: movedFormula(formula, from, to) };
  const value = state.values[from - 1]?.[column - 1] ?? '';
  return value === '' ? null : value;
}

/** Puts back what stood in cells that were taken for others, and their formats. */
function putBack(
  sheet: Sheet,
  plan: TabPlan,
  { state }: Run,
  after: After,
  strays: readonly Write[],
  around: Around,
): void {
  setFormats(
    sheet,
    strays.filter(needsFormat).map(({ row, column }) => {
      const cell = plannedCell(plan, rowKeyAt(after, row), columnKeyAt(after, column));
      return { row, column, format: cell ? formatOf(cell) : 'General' };
    }),
  );
  const doubtful: { readonly row: number; readonly column: number; readonly held: Value }[] = [];
  for (const { row, column } of strays) {
    const [rowKey, columnKey] = [rowKeyAt(after, row), columnKeyAt(after, column)];
    const from = sourceOf(row, (index) => rowKeyAt(after, index), state.placement.rows);
    const source = sourceOf(column, (index) => columnKeyAt(after, index), state.placement.columns);
    let content = heldContent(state, from, source, row);
    if (state.formulas.length === 0 && content !== null) {
      const own = ownContent(plan, rowKey, columnKey, row, around);
      if (own && own.content !== null) {
        if (own.cell.owner === 'default')
          doubtful.push({ row, column, held: state.values[from - 1]?.[source - 1] ?? '' });
        content = own.content;
      }
    }
    sheet.getRange(row, column).setValue(verbatim(content, ''));
  }
  // Formulas were not read: what a default's formula does not come to had been typed over it.
  for (const { row, column, held } of doubtful) {
    const cell = sheet.getRange(row, column);
    if (plain(cell.getValue()) !== held) cell.setValue(verbatim(held, ''));
  }
}

/** Takes new records out of their rows again, and puts back what had stood there. */
function putRowsBack(sheet: Sheet, run: Run, after: After, victims: ReadonlyMap<number, number>): void {
  const { state } = run;
  const nowOf = rowsNow(after);
  const width = sheet.getMaxColumns();
  for (const [id, written] of run.added) {
    const row = nowOf.get(id);
    if (row === undefined) continue;
    const from = victims.get(written);
    const line = Array.from({ length: width }, (_, index): Written => {
      if (from === undefined) return null;
      const keyAt = (column: number): string => (column === 1 ? idColumn : columnKeyAt(after, column));
      return heldContent(state, from, sourceOf(index + 1, keyAt, state.placement.columns), row);
    });
    sheet.getRange(row, 1, 1, width).setValues([line.map((content) => verbatim(content, ''))]);
  }
}

/** Records whose rows were taken away in another's place: written again below the others. */
function bringBack(sheet: Sheet, plan: TabPlan, state: TabState, lost: readonly string[], around: Around): void {
  const first = sheet.getLastRow() + 1;
  const rows = lost.flatMap((id) => state.placement.rows.get(id) ?? []);
  if (rows.length === 0) return;
  const width = Math.max(...rows.map((row) => state.values[row - 1]?.length ?? 1));
  makeRoom(sheet, plan, state, first + rows.length - 1, around);
  const lines = rows.map((from, index) =>
    Array.from({ length: width }, (_, column) => verbatim(heldContent(state, from, column + 1, first + index), '')),
  );
  sheet.getRange(first, 1, lines.length, width).setValues(lines);
}
