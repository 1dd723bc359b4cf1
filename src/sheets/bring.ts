import { firstRecord, spareRows, type TabChange } from '../workbook/diff';
import type { Placement } from '../workbook/place';
import { idColumn } from '../workbook/plan';
import { type Guarded, keepMoving, type Overwritten, type Verdict, type Write, writeGuarded } from './guard';
import { relabelHighlights } from './highlights';
import { consecutive } from './log';
import { loosenRules } from './loosen';
import { notesFor, printLooks, type Surroundings } from './print';
import { redraw } from './redraw';
import { relabelCharts, relabelled } from './relabel';

/** What people have typed over formulas of ours: it is not to be lost without a word. */
export function typedOver({ state, changes }: TabChange): readonly Overwritten[] {
  return changes
    .filter(({ reason, was, formula }) => reason === 'formula' && was !== '' && !formula)
    .map(({ row, column }) => ({ row, column, held: state.values[row - 1]?.[column - 1] ?? '' }));
}

/**
 * Writes what a tab's cells are to hold, and what carries words besides them. If the tab had changed since it was read,
 * what was written over has been put back, and the tab is to be read anew.
 */
export function bringUpToDate(guarded: Guarded, change: TabChange, around: Surroundings): Verdict {
  try {
    return brought(guarded, change, around);
  } catch (error) {
    // Someone has deleted rows or columns that were to be written to.
    if (!hasShrunk(guarded, change)) throw error;
    return { status: 'moved' };
  }
}

/** Whether a tab has fewer rows or columns than when it was read. */
const hasShrunk = ({ sheet }: Guarded, { state }: TabChange): boolean =>
  sheet.getMaxRows() < state.maxRows || sheet.getMaxColumns() < state.maxColumns;

function brought(guarded: Guarded, change: TabChange, around: Surroundings): Verdict {
  const { sheet } = guarded;
  const { state, changes, notes, isOurNote, relabelled: isRelabelled, repainted, redrawn, retired } = change;
  const writes = changes.map(({ row, column, content }): Write => ({ row, column, content, format: '' }));
  if (change.plan.shape === 'report') writes.push(...between(change));
  const noted = changes.flatMap(({ row, column, note }) => (note === undefined ? [] : [{ row, column, note }]));
  if (isRelabelled) {
    loosenRules(sheet, change);
    relabelHighlights(sheet, change, around);
    relabelCharts(sheet, change);
  } else if (repainted) repaint(guarded, change, around);
  const looks = isRelabelled ? relabelled(sheet, change, around) : undefined;
  const note = notesFor(sheet, [...noted, ...notes], isOurNote);
  const also = (): void => {
    for (const row of insertedAbove(change))
      printLooks(sheet, row, 1, spareRows(change.plan, state.placement, 1), around);
    note();
    looks?.();
    if (redrawn) redraw(sheet, change, around);
    for (const row of retired.rows) sheet.hideRows(row);
    for (const column of retired.columns) sheet.hideColumns(column);
  };
  if (writes.length === 0) {
    also();
    return { status: 'written', gone: [] };
  }
  return writeGuarded(guarded, state, writes, also);
}

/** How often highlights are written anew because people move what they are written for. */
const patience = 4;

/** A tab's highlights anew where its rows and columns stand then: rules are not put back, as cells are. */
function repaint(guarded: Guarded, change: TabChange, around: Surroundings): void {
  let { placement, state } = change;
  for (let attempt = 1; attempt <= patience; attempt += 1) {
    relabelHighlights(guarded.sheet, { ...change, placement, state }, around);
    const now = guarded.read();
    if (standsAlike(placement, now.placement) && state.maxRows === now.maxRows) return;
    state = now;
    placement = { ...placement, rows: now.placement.rows, columns: now.placement.columns };
  }
  throw new Error(keepMoving);
}

/** Whether heads and columns are where they were; records may have been sorted. */
function standsAlike(one: Placement, other: Placement): boolean {
  const places = ({ rows, columns }: Placement): string =>
    JSON.stringify([[...rows].filter(([key]) => one.shape !== 'table' || key.startsWith('#')), [...columns].sort()]);
  return places(one) === places(other);
}

/** Rows that were inserted above the first record and become records: nothing of the body reaches up to them. */
function insertedAbove({ plan, state, changes }: TabChange): readonly number[] {
  const first = plan.body ? firstRecord(state) : undefined;
  if (first === undefined) return [];
  return changes.flatMap(({ row, field, was }) => (field === idColumn && was === '' && row < first ? [row] : []));
}

/**
 * Formulas and blanks of a report between cells that are to be written, as they were read, in rows that stand below each
 * other: nobody types there, and what is written together takes fewer calls.
 */
function between({ state, changes }: TabChange): readonly Write[] {
  const own = new Set(changes.map(({ row, column }) => `${row} ${column}`));
  return consecutive([...new Set(changes.map(({ row }) => row))]).flatMap(({ start, length }) => {
    const columns = changes.filter(({ row }) => row >= start && row < start + length).map(({ column }) => column);
    const [first, last] = [Math.min(...columns), Math.max(...columns)];
    const writes: Write[] = [];
    for (let row = start; row < start + length; row += 1) {
      for (let column = first; column <= last; column += 1) {
        const formula = state.formulas[row - 1]?.[column - 1] ?? '';
        const isBlank = (state.values[row - 1]?.[column - 1] ?? '') === '';
        if (own.has(`${row} ${column}`) || (formula === '' && !isBlank)) continue;
        writes.push({ row, column, content: formula === '' ? null : { formula }, format: '' });
      }
    }
    return writes;
  });
}
