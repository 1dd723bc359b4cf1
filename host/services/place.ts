import type { Model } from '@odoo/o-spreadsheet';
import type { Zone } from '../extras';
import { misfit } from './signature';

/** Characters that a cell takes. */
export const LONGEST = 50_000;

/** Calls `work` for each cell of a zone, row by row, with its place in the zone. */
export function eachCell(zone: Zone, work: (col: number, row: number, down: number, across: number) => void): void {
  for (let row = zone.top; row <= zone.bottom; row++) {
    for (let col = zone.left; col <= zone.right; col++) work(col, row, row - zone.top, col - zone.left);
  }
}

/** A zone's cells as rows of columns. */
export function block<T>(zone: Zone, cell: (col: number, row: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = zone.top; row <= zone.bottom; row++) {
    const cells: T[] = [];
    for (let col = zone.left; col <= zone.right; col++) cells.push(cell(col, row));
    rows.push(cells);
  }
  return rows;
}

export const rowsOf = (zone: Zone) => zone.bottom - zone.top + 1;
export const columnsOf = (zone: Zone) => zone.right - zone.left + 1;

export const isInside = (zone: Zone, col: number, row: number) =>
  col >= zone.left && col <= zone.right && row >= zone.top && row <= zone.bottom;

/** Checks that a script's data fills a zone, in Google's words if it does not. */
export function asBlock(data: unknown, zone: Zone, member: string): readonly (readonly unknown[])[] {
  const rows: unknown[] | undefined = Array.isArray(data) ? data : undefined;
  if (!rows?.every((row): row is unknown[] => Array.isArray(row))) {
    throw misfit([data], `SpreadsheetApp.Range.${member}`);
  }
  mismatch('rows', rows.length, rowsOf(zone));
  for (const row of rows) mismatch('columns', row.length, columnsOf(zone));
  return rows;
}

function mismatch(what: string, given: number, wanted: number): void {
  if (given === wanted) return;
  throw new Error(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${given} but the range has ${wanted}.`,
  );
}

/** A zone from a first row and column, counted from 1, and its size; throws, in Google's words, what is not on the sheet. */
export function zoneAt(
  model: Model,
  sheetId: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Zone {
  if (row < 1) throw new Error('The starting row of the range is too small.');
  if (column < 1) throw new Error('The starting column of the range is too small.');
  if (rows < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new Error('The number of columns in the range must be at least 1.');
  const { numberOfRows, numberOfCols } = model.getters.getSheetSize(sheetId);
  if (row + rows - 1 > numberOfRows || column + columns - 1 > numberOfCols) {
    throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return { top: row - 1, bottom: row + rows - 2, left: column - 1, right: column + columns - 2 };
}

/** A place that a script asked for; `whole` where it asked for rows or columns from end to end. */
export interface Asked {
  readonly sheet: string;
  readonly zone: Zone;
  readonly whole?: 'rows' | 'columns';
}

/** The other notation, as `R2C3` or `R1C1:R2C2`. */
const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

/** `Tab!` before a range, and the range itself. */
const PARTS = /^((?:'(?:[^']|'')*'|[^'!]*)!)?([\s\S]*)$/;

/** The range of a notation that the engine reads, with the tab before it. */
function engineNotation(asked: string): string {
  const [, tab = '', range = ''] = PARTS.exec(asked) ?? [];
  const [, row, column, lastRow = row, lastColumn = column] = R1C1.exec(range) ?? [];
  const cells =
    row === undefined
      ? range
      : a1({
          top: Number(row) - 1,
          left: Number(column) - 1,
          bottom: Number(lastRow) - 1,
          right: Number(lastColumn) - 1,
        });
  return tab === '!' ? cells : tab + cells;
}

function wholeOf(asked: string): Asked['whole'] {
  const range = asked.slice(asked.lastIndexOf('!') + 1);
  if (/^\$?\d+:\$?\d+$/.test(range)) return 'rows';
  return /^\$?[a-z]+:\$?[a-z]+$/i.test(range) ? 'columns' : undefined;
}

/** A range in A1 or R1C1 notation, `Tab!A1:B2` too; `sheetId` is meant where no tab is named. */
export function placeOf(model: Model, a1: string, sheetId: string): Asked {
  const range = model.getters.getRangeFromSheetXC(sheetId, engineNotation(a1));
  if (range.invalidXc !== undefined || range.invalidSheetName !== undefined) throw new Error('Range not found');
  const { left, right, top, bottom } = range.zone;
  const { numberOfRows, numberOfCols } = model.getters.getSheetSize(range.sheetId);
  if (right >= numberOfCols || bottom >= numberOfRows) {
    // Google's own words for an A1 range beyond the sheet differ from those for coordinates.
    throw new Error(`Range (${a1}) exceeds grid limits. Max rows: ${numberOfRows}, max columns: ${numberOfCols}`);
  }
  const whole = wholeOf(a1);
  return { sheet: range.sheetId, zone: { left, right, top, bottom }, ...(whole && { whole }) };
}

/** A zone in A1 notation: `B2:C4`, `B2`. */
export function a1(zone: Zone): string {
  const first = letters(zone.left) + (zone.top + 1);
  const last = letters(zone.right) + (zone.bottom + 1);
  return first === last ? first : `${first}:${last}`;
}

/** A column's letters: 0 → A, 26 → AA. */
export function letters(column: number): string {
  let rest = column;
  let name = '';
  do {
    name = String.fromCharCode(65 + (rest % 26)) + name;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return name;
}

/** Google's number for a sheet: the engine's own id where that is a number or names one, else one made from it. */
export function gid(sheetId: string): number {
  const [, digits] = /^s?(\d{1,10})$/.exec(sheetId) ?? [];
  if (digits !== undefined) return Number(digits);
  let hash = 0;
  for (const letter of sheetId) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return hash >>> 1;
}
