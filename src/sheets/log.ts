import type { Value } from '../workbook/state';
import { steps } from '../workbook/upgrade';
import { keyNow } from '../workbook/upgrade/rename';
import { verbatim } from './escape';
import { plain } from './read';
import { rowsAhead } from './room';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a cell goes from and to: null is an empty cell, and in a cell with a default formula that formula. */
export type CellValue = Value | null;

/** Cells of one record by their keys; null for no record at all, before it is added and after it is removed. */
export type Cells = Readonly<Record<string, CellValue>> | null;

/** What a request does to one record. */
export interface Operation {
  readonly record: string;
  readonly from: Cells;
  readonly to: Cells;
}

export type LogState = 'pending' | 'done' | 'undone';

/** One row of the log: a request's work on one record, or on one cell of it; or why it was made, which is no work. */
export interface Entry {
  readonly row: number;
  readonly request: string;
  readonly part: string;
  readonly operation: Operation | undefined;
  readonly state: string;
}

export interface Header {
  readonly request: string;
  readonly part: string;
  readonly who: string;
  readonly when: string;
  /** Why, where it must be said: a row of its own in the log. */
  readonly reason?: string | undefined;
}

/** How far back a repeated request is recognised and a pending one is found: more rows than one request may write. */
const tailRows = 2000;

const stateColumn = 10;
const wholeRecord = '*';
const why = '#reason';

/** The log's last rows. Two service calls. */
export function logTail(sheet: Sheet): { readonly entries: readonly Entry[]; readonly lastRow: number } {
  const lastRow = sheet.getLastRow();
  const first = Math.max(3, lastRow - tailRows + 1);
  if (lastRow < first) return { entries: [], lastRow: Math.max(2, lastRow) };
  const rows = sheet.getRange(first, 2, lastRow - first + 1, 9).getValues();
  const entries: Entry[] = [];
  for (const [index, row] of rows.entries()) {
    const [request, , , part, record, field, from, to, state] = row.map((cell) => String(plain(cell)));
    const operation =
      field === why ? undefined : operationOf(part ?? '', record ?? '', field ?? '', from ?? '', to ?? '');
    if (request && (operation || field === why))
      entries.push({ row: first + index, request, part: part ?? '', operation, state: state ?? '' });
  }
  return { entries, lastRow };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isCellValue = (value: unknown): value is CellValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function cellsOf(part: string, text: string): Cells | undefined {
  const value = parsed(text);
  if (value === null) return null;
  if (typeof value !== 'object' || value === undefined) return undefined;
  const cells: Record<string, CellValue> = {};
  for (const [key, cell] of Object.entries(value)) if (isCellValue(cell)) cells[keyNow(steps, part, key)] = cell;
  return cells;
}

/** What a request does, under the present names of what it was logged about. */
function operationOf(part: string, record: string, field: string, from: string, to: string): Operation | undefined {
  if (field === wholeRecord) {
    const [before, after] = [cellsOf(part, from), cellsOf(part, to)];
    return before === undefined || after === undefined ? undefined : { record, from: before, to: after };
  }
  const [before, after] = [parsed(from), parsed(to)];
  const key = keyNow(steps, part, field);
  return isCellValue(before) && isCellValue(after)
    ? { record, from: { [key]: before }, to: { [key]: after } }
    : undefined;
}

/** Rows of the log for a request: a row a cell for one changed record, else a row a record; above them why, if said. */
function rowsOf(header: Header, operations: readonly Operation[]): string[][] {
  const [only] = operations;
  const line = (record: string, field: string, from: unknown, to: unknown): string[] => [
    header.request,
    header.when,
    header.who,
    header.part,
    record,
    field,
    JSON.stringify(from),
    JSON.stringify(to),
    'pending',
  ];
  const reasons = header.reason === undefined ? [] : [line('', why, null, header.reason)];
  if (operations.length === 1 && only?.from && only.to) {
    const { from, to } = only;
    const cells = Object.keys(to).map((field) => line(only.record, field, from[field] ?? null, to[field] ?? null));
    return [...reasons, ...cells];
  }
  return [...reasons, ...operations.map(({ record, from, to }) => line(record, wholeRecord, from, to))];
}

/**
 * Appends a request's rows as pending, before anything of it is written; where the log grows, it grows by a row for
 * everything `toFollow` too. Returns their row numbers.
 */
export function appendPending(
  sheet: Sheet,
  lastRow: number,
  header: Header,
  operations: readonly Operation[],
  toFollow: number,
): readonly number[] {
  const rows = rowsOf(header, operations);
  const row = lastRow + 1;
  const range = takeRows(sheet, row, rows.length, toFollow);
  range.setValues(rows.map((line) => line.map((cell) => verbatim(cell, ''))));
  return rows.map((_, index) => row + index);
}

/** Rows the log is made with, and grows by. */
export const growth = 1000;

/** The log's next rows. It grows a thousand rows at a time; asking for its height on every save would cost a call. */
function takeRows(sheet: Sheet, row: number, count: number, toFollow: number): GoogleAppsScript.Spreadsheet.Range {
  const isOnEdge = Math.ceil((row + count) / growth) > Math.ceil(row / growth);
  if (isOnEdge) grow(sheet, row + count, toFollow);
  try {
    return sheet.getRange(row, 2, count, 9);
  } catch {
    // A person has removed empty rows.
    grow(sheet, row + count, toFollow);
    return sheet.getRange(row, 2, count, 9);
  }
}

function grow(sheet: Sheet, needed: number, toFollow: number): void {
  const maxRows = sheet.getMaxRows();
  const wanted = Math.ceil((needed + rowsAhead(toFollow, maxRows)) / growth) * growth;
  if (wanted > maxRows) sheet.insertRowsAfter(maxRows, wanted - maxRows);
}

/** Says of a request's rows how they ended. */
export function markEntries(sheet: Sheet, rows: readonly number[], state: LogState): void {
  for (const { start, length } of consecutive(rows)) {
    sheet.getRange(start, stateColumn, length, 1).setValues(Array.from({ length }, () => [state]));
  }
}

/** Runs of rows that stand below each other. */
export function consecutive(rows: readonly number[]): readonly { readonly start: number; readonly length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = runs[runs.length - 1];
    if (last && last.start + last.length === row) last.length += 1;
    else runs.push({ start: row, length: 1 });
  }
  return runs;
}
