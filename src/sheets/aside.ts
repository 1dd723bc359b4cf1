import type { Area } from '../workbook/areas';
import { copyColumns } from '../workbook/own';
import type { Value } from '../workbook/state';
import type { Trail } from './noted';
import { type OurSheet, plain } from './read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where copies are put while cells are written: behind the columns of the log, from a row on below all that is logged. */
export interface Aside {
  readonly sheet: Sheet;
  readonly row: number;
  /** Tells the day of an instant by the workbook's clocks. */
  readonly dayOf: OurSheet['dayOf'];
  /** How much of it copies have taken so far. */
  readonly used: { rows: number; columns: number };
  /** What a request leaves noted of what it does: then copies go below each other, and stay until it has ended. */
  readonly trail?: Trail;
  /** The row of the request's first row in the log. */
  readonly first?: number;
}

/** Room for copies from a row of the log's sheet on. */
export const asideAt = ({ sheet, dayOf }: Pick<OurSheet, 'sheet' | 'dayOf'>, row: number): Aside => ({
  sheet,
  row,
  dayOf,
  used: { rows: 0, columns: 0 },
});

/** The same for a request that is noted. */
export const asideFor = (aside: Aside, trail: Trail, first: number): Aside => ({
  ...aside,
  used: { rows: 0, columns: 0 },
  trail,
  first,
});

/** The row in which the next copies begin. */
const nextRow = ({ row, used, trail }: Aside): number => row + (trail ? used.rows : 0);

/** How far below a request's first row in the log its next copies begin. */
export const nextDown = (aside: Aside): number => nextRow(aside) - (aside.first ?? aside.row);

/** How many rows copies of areas take. */
export const heightOf = (areas: readonly Area[]): number => spread(areas).height;

/** What stood in the copied cells at the very moment at which others were written; undefined where nothing was copied. */
export type Moment = (row: number, column: number) => Value | undefined;

/** The first column of the copies: the log's own end right before it. */
export const firstColumn = 11;

/** In the first row of columns behind the copies: what stands there is people's. */
export const theirs = '#theirs';

/**
 * Has cells' values copied aside together with the writes that follow: none of these calls comes back with anything, so
 * that they go out together, and the copies hold what the writes came over. A call an area, or a piece of it. What comes
 * back commits what is pending, the copies with it, and reads them: one call.
 */
export function copiesOf(aside: Aside, sheet: Sheet, areas: readonly Area[]): () => Moment {
  const { pieces, height, width } = spread(areas);
  const top = nextRow(aside);
  const place = roomFor(aside, top, height, width);
  // The first of them comes last: it has the keys of columns, and where it is there, all are.
  for (const { row, column, rows, columns, down, right } of [...pieces].reverse()) {
    const from = sheet.getRange(row, column, rows, columns);
    const to = place.offset(down, right, rows, columns);
    from.copyTo(to, SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
  }
  aside.used.rows = Math.max(aside.used.rows, top - aside.row + height);
  aside.used.columns = Math.max(aside.used.columns, width);
  return () => momentOf(place.getValues(), pieces, aside.dayOf);
}

function momentOf(values: readonly (readonly unknown[])[], pieces: readonly Piece[], dayOf: Aside['dayOf']): Moment {
  return (row, column) => {
    for (const piece of pieces) {
      const [below, beside] = [row - piece.row, column - piece.column];
      if (below < 0 || below >= piece.rows || beside < 0 || beside >= piece.columns) continue;
      return plain(values[piece.down + below]?.[piece.right + beside] ?? '', dayOf);
    }
    return undefined;
  };
}

/**
 * Copies that a writer before us has left, so many rows below the first row of its request; undefined where they are not all
 * there: then nothing was written yet. One service call.
 */
export function copiesLeft({ sheet, dayOf, first }: Aside, down: number, areas: readonly Area[]): Moment | undefined {
  const { pieces, height, width } = spread(areas);
  if (first === undefined) return undefined;
  const values = rangeIn(sheet, first + down, height, width)?.getValues() ?? [];
  const [last] = pieces;
  const copied = values.slice(0, last?.rows).flatMap((line) => line.slice(0, last?.columns));
  return copied.every((value) => value === '') ? undefined : momentOf(values, pieces, dayOf);
}

/** So many cells for copies; undefined where the sheet has fewer rows or columns. */
function rangeIn(sheet: Sheet, row: number, rows: number, columns: number): Range | undefined {
  try {
    return sheet.getRange(row, firstColumn, rows, columns);
  } catch {
    return undefined;
  }
}

/** A part of an area that is no wider than the room for copies, and where its copy goes. */
interface Piece extends Area {
  readonly down: number;
  readonly right: number;
}

/**
 * Where copies of areas go: beside each other, and below where they would be wider than the room that is there. An area that
 * is wider by itself goes in pieces: columns inserted for it would be three calls, and bear a format in every row.
 */
function spread(areas: readonly Area[]): {
  readonly pieces: readonly Piece[];
  readonly height: number;
  readonly width: number;
} {
  const pieces: Piece[] = [];
  let [down, right, height, width] = [0, 0, 1, 1];
  for (const area of areas.flatMap(inRoom)) {
    if (right > 0 && right + area.columns > copyColumns) [down, right] = [height, 0];
    pieces.push({ ...area, down, right });
    right += area.columns;
    height = Math.max(height, down + area.rows);
    width = Math.max(width, right);
  }
  return { pieces, height, width };
}

/** An area in pieces that are no wider than the room for copies. */
function inRoom(area: Area): readonly Area[] {
  const pieces: Area[] = [];
  for (let from = 0; from < area.columns; from += copyColumns)
    pieces.push({ ...area, column: area.column + from, columns: Math.min(copyColumns, area.columns - from) });
  return pieces;
}

/** Takes away the copies that were made. One service call, if there are any. */
export function clearCopies({ sheet, row, used }: Aside): void {
  if (used.rows > 0) sheet.getRange(row, firstColumn, used.rows, used.columns).clearContent();
  Object.assign(used, { rows: 0, columns: 0 });
}

/** Takes away copies that were left in the log's sheet. A person who has written there will do without. */
export function clearAside(sheet: Sheet): void {
  const columns = endOf(sheet) - firstColumn;
  if (columns < 1) return;
  sheet.getRange(3, firstColumn, sheet.getMaxRows() - 2, columns).clearContent();
}

/** The column behind those for copies: the sheet's end, or what is people's. */
function endOf(sheet: Sheet): number {
  const end = sheet.getMaxColumns() + 1;
  const made = firstColumn + copyColumns;
  if (end <= made) return end;
  const [keys = []] = sheet.getRange(1, made, 1, end - made).getValues();
  const first = keys.indexOf(theirs);
  return first === -1 ? end : made + first;
}

/** So many cells of the log's sheet; it comes with enough for most tables, and grows where one is larger. */
function roomFor({ sheet }: Aside, row: number, rows: number, columns: number): Range {
  const found = rangeIn(sheet, row, rows, columns);
  if (found) return found;
  const [maxRows, end] = [sheet.getMaxRows(), endOf(sheet)];
  const [lastRow, lastColumn] = [row + rows - 1, firstColumn + copyColumns - 1];
  if (lastRow > maxRows) sheet.insertRowsAfter(maxRows, lastRow - maxRows);
  if (lastColumn >= end) sheet.insertColumnsAfter(end - 1, lastColumn - end + 1);
  return sheet.getRange(row, firstColumn, rows, columns);
}
