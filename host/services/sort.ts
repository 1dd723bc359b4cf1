import type { Execution } from '../execution';
import type { Patch, Place } from '../extras';
import { heldAt } from './held';
import { eachCell, isInside } from './place';

/** One column to sort by: its number on the sheet, counted from 1. */
interface Order {
  readonly column: number;
  readonly ascending: boolean;
}

function ordersOf(order: unknown): readonly Order[] {
  const list: readonly unknown[] = Array.isArray(order) ? order : [order];
  return list.map((item) => {
    if (typeof item === 'number') return { column: item, ascending: true };
    if (typeof item === 'object' && item !== null && 'column' in item) {
      return { column: Number(item.column), ascending: !('ascending' in item) || item.ascending !== false };
    }
    throw new Error('Invalid argument: sortSpecObj (SpreadsheetApp.Range.sort)');
  });
}

/** Ascending: numbers, text, booleans, errors; blanks last in either direction. */
const RANKS: Readonly<Record<string, number>> = { number: 0, text: 1, boolean: 2, error: 3 };

type Value = { readonly type: string; readonly value: string | number | boolean | null };

function compared(a: Value, b: Value): number {
  const rank = (RANKS[a.type] ?? 0) - (RANKS[b.type] ?? 0);
  if (rank !== 0) return rank;
  if (typeof a.value === 'string' && typeof b.value === 'string') {
    return a.value.localeCompare(b.value, undefined, { sensitivity: 'base' });
  }
  return Number(a.value) - Number(b.value);
}

/**
 * Sorts the rows of a place by the values of columns; equal rows keep their order. Contents, looks and notes move with
 * their cells, and references of a formula are adapted as if it had been copied; hidden rows and heights stay.
 */
export function sortPlace(execution: Execution, place: Place, order: unknown): void {
  const { sheet: sheetId, zone } = place;
  const { getters } = execution.model;
  execution.workbook.settle();
  const orders = ordersOf(order);
  for (const { column } of orders) {
    if (column < zone.left + 1 || column > zone.right + 1) throw new Error(`Column ${column} is outside the range.`);
  }
  const rows: number[] = [];
  for (let row = zone.top; row <= zone.bottom; row++) rows.push(row);
  const sorted = [...rows].sort((first, second) => {
    for (const { column, ascending } of orders) {
      const a = getters.getEvaluatedCell({ sheetId, col: column - 1, row: first });
      const b = getters.getEvaluatedCell({ sheetId, col: column - 1, row: second });
      const blanks = Number(a.type === 'empty') - Number(b.type === 'empty');
      if (blanks !== 0) return blanks;
      const order = a.type === 'empty' ? 0 : compared(a, b);
      if (order !== 0) return ascending ? order : -order;
    }
    return first - second;
  });
  const newRow = new Map<number, number>();
  for (const [index, row] of sorted.entries()) newRow.set(row, zone.top + index);

  const patches: Patch[] = [];
  eachCell(zone, (col, row) => {
    const to = newRow.get(row) ?? row;
    if (to === row) return;
    const cell = getters.getCell({ sheetId, col, row });
    patches.push({
      sheet: sheetId,
      col,
      row: to,
      input: heldAt(execution, { sheetId, col, row }, to - row),
      format: cell?.format ?? '',
      style: { ...cell?.style },
      whole: true,
    });
  });
  const { workbook } = execution;
  const notes = workbook.extras.kept.notes.map((note) => {
    const { left, top } = note.place.zone;
    if (note.place.sheet !== sheetId || !isInside(zone, left, top)) return note;
    const to = newRow.get(top) ?? top;
    return { ...note, place: { sheet: sheetId, zone: { ...note.place.zone, top: to, bottom: to } } };
  });
  execution.apply(patches);
  if (workbook.extras.kept.notes.length > 0) workbook.keep({ notes });
}
