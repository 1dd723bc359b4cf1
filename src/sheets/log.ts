import { columnLetters } from '../workbook/formula';
import { logColumns } from '../workbook/layout';
import type { TabState, Value } from '../workbook/state';
import { steps } from '../workbook/upgrade';
import { keyNow } from '../workbook/upgrade/rename';
import { type Aside, clearAside, clearCopies, firstColumn } from './aside';
import { areInPlace, firstLine, type LogLine, linesOf, linesUnderHeads, markedLine, mendColumns } from './logLines';
import { goesOn } from './noted';
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

/** A formula of people's own that stood in a cell which was written over, or that went with its record. */
export interface LoggedFormula {
  readonly record: string;
  readonly key: string;
  readonly formula: string;
}

/**
 * One row of the log: a request's work on one record, or on one cell of it; or, which is no work, why it was made or which
 * formula stood in a cell.
 */
export interface Entry {
  readonly row: number;
  readonly request: string;
  /** As `2027-03-16T08:00:00.000Z`. */
  readonly when: string;
  /** An e-mail address; '' where Google did not tell. */
  readonly who: string;
  readonly part: string;
  readonly operation: Operation | undefined;
  /** Why the request was made, where its row says so. */
  readonly reason: string | undefined;
  /** What of a formula its row tells. */
  readonly formula?: LoggedFormula | undefined;
  readonly state: string;
  /** The row as it is written, but for its state. */
  readonly line: readonly string[];
}

/** What a request does in one tab. */
export interface TabWork {
  readonly part: string;
  readonly operations: readonly Operation[];
  /** Formulas of people's own that it comes over. */
  readonly formulas?: readonly LoggedFormula[];
}

export interface Header {
  readonly request: string;
  readonly who: string;
  readonly when: string;
  /** Why, where it must be said: a row of its own in the log. */
  readonly reason?: string | undefined;
}

/** How far back a repeated request is recognised: more rows than a request writes, unless its texts are very long. */
const tailRows = 2000;

/** Rows that stay where the log goes on when it turns over to another tab. */
export const keptRows = tailRows;

const stateColumn = 10;
const wholeRecord = '*';
const why = '#reason';
/** A row that says which formula stood in a cell. */
const stood = '#formula';
/** A row that says what was purged: how many rows, of days before which. */
export const purgedField = '#purged';
/** A row that says that the log before it is gone: someone had deleted its tab. */
export const lostField = '#lost';

/** The end of the log. */
export interface Tail {
  readonly entries: readonly Entry[];
  readonly lastRow: number;
  /** What it holds as it stands, to its last row. */
  readonly lines: readonly LogLine[];
  /** Its columns had been moved, and were put back. */
  readonly isMended: boolean;
}

/**
 * The log's last rows. Two service calls, or one where it is known that something stood in row `least` when no one wrote;
 * more if a pending request begins still further up, or if people have moved its columns: they are put back. To be called
 * under the lock.
 */
export function logTail(sheet: Sheet, least?: number): Tail {
  // Turned over since, it is shorter.
  if (least !== undefined && !isTall(sheet, least)) return logTail(sheet);
  const end = least ?? sheet.getLastRow();
  let first = Math.max(firstLine, end - tailRows + 1);
  // The heads are read along, if they are near.
  const top = first === firstLine ? 1 : first;
  const read = linesOf(sheet, top, least === undefined ? Math.max(end, firstLine) : undefined);
  if (!areInPlace(sheet, read)) {
    mendColumns(sheet, sheet.getLastRow());
    return { ...logTail(sheet), isMended: true };
  }
  const lines = [...read.lines];
  while (lines.length > 0 && lines[lines.length - 1]?.every((cell) => cell === '')) lines.pop();
  const lastRow = Math.max(2, first + lines.length - 1);
  // Below what is logged there are only copies that a run which was cut off has left: of use as long as it is to be ended.
  if (end > lastRow) {
    if (!lines.some((line) => line[8] === 'pending')) clearAside(sheet);
    if (lines.length === 0 && first > 3) return logTail(sheet);
  }
  while (first > 3 && lines[0]?.[8] === 'pending') {
    const above = Math.max(3, first - tailRows);
    lines.unshift(...linesOf(sheet, above, first - 1).lines);
    first = above;
  }
  return { entries: entriesOf(lines, first), lastRow, lines, isMended: false };
}

/** All that the log's tab tells as it was read, the oldest first. */
export function entriesIn({ values, placement }: TabState): readonly Entry[] {
  const columns = logColumns.map((key) => (placement.columns.get(key) ?? 0) - 1);
  const rows = values.slice(2).map((row) => columns.map((column) => String(row[column] ?? '')));
  return entriesOf(rows, 3);
}

/**
 * The log's last row, where nothing in it waits to be ended and its states stand where they belong; else undefined. One
 * service call.
 */
export function endAtRest(sheet: Sheet): number | undefined {
  const column = columnLetters(stateColumn);
  const cells = sheet.getRange(`${column}1:${column}`).getValues().flat();
  if (cells[0] !== 'state' || cells.includes('pending')) return undefined;
  while (cells.length >= firstLine && cells[cells.length - 1] === '') cells.pop();
  return cells.length;
}

/** All that a tab of the log tells, the oldest first. One service call. */
export const logWhole = (sheet: Sheet): readonly Entry[] => entriesOf(linesUnderHeads(sheet), firstLine);

/**
 * All that the log tells, the oldest first, in the tabs that it has filled and in the one in which it goes on, whose entries
 * are known; of those it has filled only as many as it takes, from the newest on, until `isEnough`.
 */
export function history(
  newest: readonly Entry[],
  former: readonly Sheet[],
  isEnough: (entries: readonly Entry[]) => boolean = () => false,
): readonly Entry[] {
  let entries = newest;
  for (const sheet of [...former].reverse()) {
    if (isEnough(entries)) break;
    // The last rows of a tab that was filled stand in the next one as well.
    const known = new Set(entries.map(({ line }) => JSON.stringify(line)));
    entries = [...logWhole(sheet).filter(({ line }) => !known.has(JSON.stringify(line))), ...entries];
  }
  return entries;
}

/** Whether a sheet has a row of that number. No service call: a range that is not there is refused. */
export function isTall(sheet: Sheet, row: number): boolean {
  try {
    return row < 1 || sheet.getRange(row, 1) !== null;
  } catch {
    return false;
  }
}

function entriesOf(lines: readonly (readonly string[])[], first: number): readonly Entry[] {
  const entries: Entry[] = [];
  let isKnown = false;
  for (const [index, line] of lines.entries()) {
    const [request, when = '', who = '', part = '', record = '', field = '', , , state = ''] = line;
    if (!request) continue;
    const told = { row: first + index, request, when, who, part, state, line: line.slice(0, -1) };
    if (field !== goesOn) {
      const [from, to] = [wholeText(lines, index, 6), wholeText(lines, index, 7)];
      const operation = field === why || field === stood ? undefined : operationOf(part, record, field, from, to);
      const reason = field === why ? String(parsed(to) ?? '') : undefined;
      const formula = field === stood ? formulaIn(part, record, from) : undefined;
      isKnown = operation !== undefined || reason !== undefined || formula !== undefined;
      if (isKnown) entries.push({ ...told, operation, reason, formula });
    } else if (isKnown) entries.push({ ...told, operation: undefined, reason: undefined });
  }
  return entries;
}

/**
 * Most characters that one cell of the log is given, well below the 50,000 that a cell holds. What is longer is cut, and
 * goes on in the same column of rows below: a piece with more to come ends with an ellipsis, the next begins with one, so
 * that no piece begins or ends with a character that a sheet would read something into.
 */
const longestPiece = 45_000;
const ellipsis = '…';

/** A text in pieces, none of which ends within a character. */
function pieces(text: string): readonly string[] {
  const cut: string[] = [];
  let start = 0;
  while (text.length - start > longestPiece) {
    const code = text.charCodeAt(start + longestPiece - 1);
    const end = start + longestPiece - (code >= 0xd800 && code < 0xdc00 ? 1 : 0);
    cut.push(text.slice(start, end));
    start = end;
  }
  cut.push(text.slice(start));
  return cut.map((piece, index) => `${index > 0 ? ellipsis : ''}${piece}${index < cut.length - 1 ? ellipsis : ''}`);
}

/** The reverse of {@link pieces}: the text of one column that begins in a line. */
function wholeText(lines: readonly (readonly string[])[], start: number, column: number): string {
  let text = lines[start]?.[column] ?? '';
  for (let index = start + 1; lines[index]?.[5] === goesOn; index += 1) {
    const piece = lines[index]?.[column] ?? '';
    if (piece !== '') text = text.slice(0, -ellipsis.length) + piece.slice(ellipsis.length);
  }
  return text;
}

/** A line of the log, from its request to its state, and below it as many as its texts go on for. */
function cutLine([request, when, who, part, record, field, from, to, state]: Line): readonly Line[] {
  const [before, after] = [pieces(from), pieces(to)];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): Line => {
    const name = index === 0 ? field : goesOn;
    return [request, when, who, part, record, name, before[index] ?? '', after[index] ?? '', state];
  });
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

/** Which formula a row tells of, under the present name of its cell. */
function formulaIn(part: string, record: string, text: string): LoggedFormula | undefined {
  const told = parsed(text);
  if (!Array.isArray(told)) return undefined;
  const [key, formula]: readonly unknown[] = told;
  if (typeof key !== 'string' || typeof formula !== 'string') return undefined;
  return { record, key: keyNow(steps, part, key), formula };
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

type Line = readonly [
  request: string,
  when: string,
  who: string,
  part: string,
  record: string,
  field: string,
  from: string,
  to: string,
  state: LogState,
];

/**
 * Rows of the log for a request: a row a cell for one changed record, else a row a record; above them why, if said, below
 * them which formulas of people's own they come over.
 */
function rowsOf(header: Header, works: readonly TabWork[]): readonly Line[] {
  const wanted = works.flatMap(({ part, operations }) => operations.map((operation) => ({ part, operation })));
  const [only] = wanted;
  const line = (part: string, record: string, field: string, from: unknown, to: unknown): Line => [
    header.request,
    header.when,
    header.who,
    part,
    record,
    field,
    JSON.stringify(from),
    JSON.stringify(to),
    'pending',
  ];
  const reasons = header.reason === undefined ? [] : [line(works[0]?.part ?? '', '', why, null, header.reason)];
  const formulas = works.flatMap((work) =>
    (work.formulas ?? []).map(({ record, key, formula }) => line(work.part, record, stood, [key, formula], null)),
  );
  if (wanted.length === 1 && only?.operation.from && only.operation.to) {
    const { record, from, to } = only.operation;
    const cells = Object.keys(to).map((field) =>
      line(only.part, record, field, from[field] ?? null, to[field] ?? null),
    );
    return [...reasons, ...cells, ...formulas];
  }
  return [
    ...reasons,
    ...wanted.map(({ part, operation: { record, from, to } }) => line(part, record, wholeRecord, from, to)),
    ...formulas,
  ];
}

/** Rows that a request has come to in the log, and where they were written. */
export interface Logged {
  readonly rows: readonly number[];
  readonly lines: readonly LogLine[];
}

/** The rows that a request comes to in the log, as pending. */
export const pendingLines = (header: Header, works: readonly TabWork[]): readonly LogLine[] =>
  rowsOf(header, works).flatMap(cutLine);

/** Rows of the log but for how they ended. */
export const withoutStates = (lines: readonly LogLine[]): readonly LogLine[] => lines.map((line) => line.slice(0, -1));

/**
 * Appends a request's rows, once it is noted and before anything of it is written; where the log grows, it grows by a row for
 * everything `toFollow` too.
 */
export function appendPending(sheet: Sheet, lastRow: number, lines: readonly LogLine[], toFollow: number): Logged {
  const row = lastRow + 1;
  takeRows(sheet, row, lines.length, toFollow).setValues(lines.map(markedLine));
  return { rows: lines.map((_, index) => row + index), lines };
}

/** Logs what is done already: what a person typed into a cell. To be called under the lock. */
export function appendDone(sheet: Sheet, header: Header, work: TabWork): void {
  const rows = rowsOf(header, [work]).flatMap(cutLine);
  const lines = rows.map((line) => markedLine([...line.slice(0, -1), 'done']));
  takeRows(sheet, logTail(sheet).lastRow + 1, lines.length, 0).setValues(lines);
}

/** Rows the log is made with, and grows by. */
export const growth = 1000;

/** The log's next rows. It grows a thousand rows at a time; asking for its height on every save would cost a call. */
function takeRows(sheet: Sheet, row: number, count: number, toFollow: number): GoogleAppsScript.Spreadsheet.Range {
  const isOnEdge = Math.ceil((row + count) / growth) > Math.ceil(row / growth);
  if (isOnEdge) grow(sheet, row + count, toFollow);
  try {
    return sheet.getRange(row, 1, count, firstColumn - 1);
  } catch {
    // A person has removed empty rows.
    grow(sheet, row + count, toFollow);
    return sheet.getRange(row, 1, count, firstColumn - 1);
  }
}

function grow(sheet: Sheet, needed: number, toFollow: number): void {
  const maxRows = sheet.getMaxRows();
  const wanted = Math.ceil((needed + rowsAhead(toFollow, maxRows)) / growth) * growth;
  if (wanted > maxRows) sheet.insertRowsAfter(maxRows, wanted - maxRows);
}

/**
 * Removes what the log tells of days before one (`2027-03-16`), but for what is pending and what was purged before, and logs
 * that it did; how many rows went. To be called under the lock.
 */
export function purgeBefore(
  log: Sheet,
  former: readonly Sheet[],
  before: string,
  { request, when, who }: Pick<Header, 'request' | 'when' | 'who'>,
): number {
  const old = [log, ...former].map((sheet) => ({ sheet, rows: rowsBefore(sheet, before) }));
  const count = old.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) return 0;
  const line = [request, when, who, '', '', purgedField, String(count), JSON.stringify(before), 'done'];
  // What was purged is told before anything goes.
  takeRows(log, logTail(log).lastRow + 1, 1, 0).setValues([markedLine(line)]);
  SpreadsheetApp.flush();
  for (const { sheet, rows } of old) {
    for (const { start, length } of [...consecutive(rows)].reverse()) sheet.deleteRows(start, length);
  }
  SpreadsheetApp.flush();
  return count;
}

function rowsBefore(sheet: Sheet, before: string): readonly number[] {
  return linesUnderHeads(sheet).flatMap(([, at = '', , , , field, , , state], index) =>
    at !== '' && at.slice(0, 10) < before && field !== purgedField && field !== lostField && state !== 'pending'
      ? [index + 3]
      : [],
  );
}

/** Begins a log that was made in the place of a deleted one: what was logged before is gone, and that is said. One service call. */
export function beginAnew(sheet: Sheet, { request, when, who }: Pick<Header, 'request' | 'when' | 'who'>): void {
  const line = [request, when, who, '', '', lostField, 'null', 'null', 'done'];
  sheet.getRange(firstLine, 1, 1, firstColumn - 1).setValues([markedLine(line)]);
}

/** Says of a request's rows how they ended. */
export function markEntries(sheet: Sheet, rows: readonly number[], state: LogState): void {
  for (const { start, length } of consecutive(rows)) {
    sheet.getRange(start, stateColumn, length, 1).setValues(Array.from({ length }, () => [state]));
  }
}

/** Says of a request's rows how they ended, and takes away the copies made meanwhile: in one call if they stand beside them. */
export function closeEntries(aside: Aside, rows: readonly number[], state: LogState): void {
  const { sheet, row, used } = aside;
  if (used.rows === 0 || rows.some((logged, index) => logged !== row + index)) {
    clearCopies(aside);
    markEntries(sheet, rows, state);
    return;
  }
  const cells = Array.from({ length: Math.max(rows.length, used.rows) }, (_, index): string[] => [
    index < rows.length ? state : '',
    ...Array<string>(used.columns).fill(''),
  ]);
  sheet.getRange(row, stateColumn, cells.length, used.columns + 1).setValues(cells);
  Object.assign(used, { rows: 0, columns: 0 });
}

/** How a request ended, and what the log held before its rows were appended, with how that ended. */
interface Closing {
  readonly request: string;
  readonly state: LogState;
  readonly before: Tail;
}

/**
 * Commits what was said of a request's rows, and sees that it was said of them and that they came over no others: people may
 * have inserted or deleted rows of the log right before. One service call where nobody has.
 */
export function closed(sheet: Sheet, { rows, lines: own }: Logged, closing: Closing): void {
  const [first, last] = [rows[0] ?? 3, rows[rows.length - 1] ?? 3];
  // The heads, or a row that was logged before, tell whether the columns are where they were.
  const read = linesOf(sheet, first <= firstLine + 1 ? 1 : first - 1, last);
  if (!areInPlace(sheet, read)) {
    mendColumns(sheet, last);
    takeRows(sheet, first, own.length, 0).setValues(own.map(markedLine));
    tellStates(sheet, closing);
    return;
  }
  const lines = read.lines.slice(-rows.length);
  const above = read.lines[read.lines.length - rows.length - 1];
  if (!lines.every(([request]) => request === closing.request)) {
    for (const [index, [request]] of lines.entries())
      if (request === '') sheet.getRange(first + index, stateColumn).clearContent();
    clearAside(sheet);
    tellStates(sheet, closing);
    return;
  }
  const covered = above === undefined ? [] : coveredBy(above, closing.before.lines);
  if (covered.length === 0) return;
  const whole = [...covered, ...lines];
  takeRows(sheet, first, whole.length, 0).setValues(whole.map(markedLine));
  tellStates(sheet, closing);
}

/** The rows that should stand below one that now stands last above a request's: it came over as many as had moved down. */
function coveredBy(above: readonly string[], before: Tail['lines']): Tail['lines'] {
  const place = before.map((line) => unended(line)).lastIndexOf(unended(above));
  return place === -1 ? [] : before.slice(place + 1);
}

/** A row of the log but for how it ended. */
const unended = (line: readonly string[]): string => JSON.stringify(line.slice(0, -1));

/** Says of all rows how they ended, wherever they stand now. */
function tellStates(sheet: Sheet, { request, state, before }: Closing): void {
  const states = new Map(before.entries.map(({ line, state: told }) => [JSON.stringify(line), told]));
  for (const entry of logTail(sheet).entries) {
    const wanted = entry.request === request ? state : states.get(JSON.stringify(entry.line));
    if (wanted !== undefined && wanted !== entry.state) sheet.getRange(entry.row, stateColumn).setValue(wanted);
  }
  SpreadsheetApp.flush();
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
