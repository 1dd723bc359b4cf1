import { utcDay } from '../maths/localDay';
import type { Language } from '../model/language';
import { foundPlacement } from '../workbook/heads';
import { logColumns, logPlan } from '../workbook/layout';
import type { Placement } from '../workbook/place';
import { fieldsRow, type TabPlan } from '../workbook/plan';
import { placementOf, type Value } from '../workbook/state';
import { firstColumn, theirs } from './aside';
import { verbatim } from './escape';
import { plain } from './read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A row of the log, from its request to its state. */
export type LogLine = readonly string[];

/** The first row below the log's heads. */
export const firstLine = 3;

/** Rows of the log as read by where its columns belong. */
export interface Lines {
  readonly lines: readonly LogLine[];
  /** What stands above the first of them, where that was read: heads, or nothing. */
  readonly heads: readonly (readonly Value[])[];
  /** Whether rows tell that they hold what they were written with: the columns are where they were then. */
  readonly areSound: boolean;
}

/** Rows at the top that are looked at for what stands in which column. */
const topRows = 12;

/**
 * A mark of what a row of the log holds but for how it ended, in which order: it stands in the hidden column before it. Where
 * columns have been moved since, the mark tells. FNV-1a, no safeguard against forging.
 */
function markOf(line: LogLine): string {
  let hash = 0x811c9dc5;
  for (const text of line.slice(0, -1)) {
    for (let index = 0; index <= text.length; index += 1) {
      // A text's end is told like a character that none holds.
      hash ^= index === text.length ? 0x10000 : text.charCodeAt(index);
      hash = Math.imul(hash, 0x01000193);
    }
  }
  return `m${(hash >>> 0).toString(36)}`;
}

/** A row of the log with its mark, as it is written. */
export const markedLine = (line: LogLine): ReturnType<typeof verbatim>[] =>
  [markOf(line), ...line].map((cell) => verbatim(cell, ''));

const texts = (row: readonly unknown[]): readonly string[] => row.map((cell) => String(plain(cell, utcDay)));

/** Rows of the log by the columns in which they belong, heads included; to the end of the sheet if no last one is given. One service call. */
export function linesOf(sheet: Sheet, first: number, last?: number): Lines {
  const rows = sheet
    .getRange(`A${first}:J${last ?? ''}`)
    .getValues()
    .map(texts);
  const above = Math.max(0, firstLine - first);
  const lines = rows.slice(above).map((row) => row.slice(1));
  // Rows that were logged before there were marks tell nothing.
  const marked = rows.slice(above).filter(([mark = '']) => mark !== '');
  return {
    lines,
    heads: rows.slice(0, above === 0 ? 0 : topRows),
    areSound: marked.length > 0 && marked.every(([mark, ...line]) => mark === markOf(line)),
  };
}

let made: readonly TabPlan[] | undefined;

/** Where the log's columns stand, told by their keys, or where those were cleared by their labels. */
function placementIn(top: Lines['heads']): Placement {
  const languages: readonly Language[] = ['zh', 'en'];
  made ??= languages.map(logPlan);
  const none = { keyNow: (key: string): string => key, isFormer: (): boolean => false };
  return foundPlacement(placementOf('', 'table', top), { values: top, formulas: [] }, made, none);
}

const isInPlace = ({ columns }: Placement): boolean => logColumns.every((key, index) => columns.get(key) === index + 2);

/** Whether the log's columns are where they belong; asks for its heads only where what was read does not tell. */
export function areInPlace(sheet: Sheet, { heads, areSound }: Lines): boolean {
  if (heads.length === 0 && areSound) return true;
  return isInPlace(placementIn(heads.length > 0 ? heads : topOf(sheet, firstColumn - 1)));
}

function topOf(sheet: Sheet, columns: number): Lines['heads'] {
  return sheet.getRange(1, 1, Math.min(topRows, sheet.getMaxRows()), columns).getValues().map(texts);
}

/** The log's rows as they stand under its heads, wherever people have moved its columns. One service call where they have not. */
export function linesUnderHeads(sheet: Sheet): readonly LogLine[] {
  const read = linesOf(sheet, 1);
  if (isInPlace(placementIn(read.heads))) return read.lines;
  const rows = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getValues().map(texts);
  const { columns } = placementIn(rows.slice(0, topRows));
  return rows.slice(firstLine - 1).map((row) => logColumns.map((key) => row[(columns.get(key) ?? 0) - 1] ?? ''));
}

/**
 * Puts the log's columns back where they belong; one that was deleted comes back blank. What people have put into columns
 * between them goes behind everything. Rows that were logged after the columns had been moved get their cells back in order.
 */
export function mendColumns(sheet: Sheet, lastRow: number): void {
  const wrong = writtenByPlace(sheet, lastRow);
  mendFirst(sheet);
  const { columns, rows } = placementIn(topOf(sheet, sheet.getMaxColumns()));
  const places = new Map<string, number>(logColumns.flatMap((key) => [[key, columns.get(key) ?? 0] as const]));
  const last = Math.max(...places.values());
  const between = Math.max(0, last - 1 - [...places.values()].filter((place) => place > 1).length);
  for (const [index, key] of logColumns.entries()) {
    const [wanted, now] = [index + 2, places.get(key) ?? 0];
    if (now === wanted) continue;
    if (now === 0) {
      sheet.insertColumnBefore(wanted);
      sheet.getRange(rows.get(fieldsRow) ?? 1, wanted).setValue(key);
    } else sheet.moveColumns(sheet.getRange(1, now, sheet.getMaxRows(), 1), wanted);
    for (const [other, place] of places)
      if (place >= wanted && (now === 0 || place < now)) places.set(other, place + 1);
    places.set(key, wanted);
  }
  if (between > 0) moveTheirs(sheet, between);
  for (const { row, line } of wrong) sheet.getRange(row, 1, 1, line.length + 1).setValues([markedLine(line)]);
  SpreadsheetApp.flush();
}

/** The column of hidden keys of rows comes first. */
function mendFirst(sheet: Sheet): void {
  const top = topOf(sheet, sheet.getMaxColumns());
  const place = Math.max(...top.map((row) => row.indexOf(fieldsRow))) + 1;
  if (place > 1) sheet.moveColumns(sheet.getRange(1, place, sheet.getMaxRows(), 1), 1);
  else if (place === 0 && top.some(([key]) => logColumns.some((own) => own === key))) {
    sheet.insertColumnBefore(1);
    sheet.getRange(1, 1).setValue(fieldsRow);
  }
}

/** Rows that hold what they were written with by place, though the columns there are others by now. */
function writtenByPlace(sheet: Sheet, lastRow: number): readonly { readonly row: number; readonly line: LogLine }[] {
  if (lastRow < firstLine) return [];
  const rows = sheet
    .getRange(firstLine, 1, lastRow - firstLine + 1, firstColumn - 1)
    .getValues()
    .map(texts);
  return rows.flatMap(([mark, ...line], index) =>
    mark !== '' && mark === markOf(line) ? [{ row: firstLine + index, line }] : [],
  );
}

/** Columns right behind the log's own that are people's: they go to the end if anything stands in them. */
function moveTheirs(sheet: Sheet, count: number): void {
  const range = sheet.getRange(1, firstColumn, sheet.getMaxRows(), count);
  if (range.getValues().every((row) => row.every((cell) => cell === ''))) return;
  const width = sheet.getMaxColumns();
  sheet.moveColumns(range, width + 1);
  const keys = sheet.getRange(1, width - count + 1, 1, count);
  keys.setValues(keys.getValues().map((row) => row.map((key) => (key === '' ? theirs : key))));
}
