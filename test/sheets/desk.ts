import type { Addon } from '../../host/addon';
import type { Workbook } from '../../host/workbook';
import { type Desk, openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { wrote } from '../engine/answer';
import { recordIds, type Tab, tabIn, type Value, valueIn } from '../engine/book';
import { kept } from '../kept';

/** What the six stores start with; none of the texts is the text of two cells. */
export const start = [1, 2, 3, 4, 5, 6].map((number) => ({
  storeId: `S${number}`,
  name: `Store ${number}`,
  ownership: number % 2 === 0 ? 'selfOperated' : 'franchised',
  city: `City ${number}`,
  manager: `Manager ${number}`,
  lastYearSales: number * 1000,
  keyActions: `Action ${number}`,
}));

/** A region of six stores, as its file: made once for all test files, opened as often as needed. */
function made(): string {
  const { workbook, addon } = plannedDesk({ sections: ['stores'] });
  wrote(addon, 'addRecords', { request: 'start', part: 'stores', records: start });
  trim(addon, workbook);
  return savedFile(workbook);
}

/** Rows far below the last one go, or lose their looks: the file opens several times faster. */
export function trim(addon: Addon, workbook: Workbook): void {
  const names = [tabIn(workbook, 'stores').name, tabIn(workbook, 'log').name];
  addon.use(({ SpreadsheetApp }) => {
    const [stores, log] = names.map((name) => SpreadsheetApp.getActive().getSheetByName(name));
    stores?.deleteRows(25, stores.getMaxRows() - 25);
    log?.getRange(60, 1, log.getMaxRows() - 60, log.getMaxColumns()).clearFormat();
  });
}

/** The workbook of the six stores with two users; `ids` are the records' in order. */
export interface Shared extends Desk {
  readonly other: Addon;
  readonly ids: readonly string[];
}

export function shared(): Shared {
  const desk = openedDesk(kept('six stores', made));
  return { ...desk, other: userOf(desk.workbook, 'other@example.com'), ids: recordIds(tabIn(desk.workbook, 'stores')) };
}

/** What people typed, record by record; a row without an id goes by its number. */
export function typedRecords(workbook: Workbook): Readonly<Record<string, Readonly<Record<string, Value>>>> {
  const tab = tabIn(workbook, 'stores');
  const records: Record<string, Record<string, Value>> = {};
  const first = Math.max(tab.rows.get('#total') ?? 0, tab.rows.get('#labels') ?? 0) + 1;
  for (let row = first; row < tab.values.length; row += 1) {
    const cells: Record<string, Value> = {};
    for (const [column, at] of tab.columns) {
      const value = tab.values[row]?.[at] ?? '';
      if (value !== '' && (tab.formulas[row]?.[at] ?? '') === '') cells[column] = value;
    }
    const id = String(tab.values[row]?.[0] ?? '');
    if (id !== '' || Object.keys(cells).length > 0) {
      const key = id === '' || id in records ? `row ${row + 1} ${id}` : id;
      records[key] = cells;
    }
  }
  return records;
}

/** What the formulas of a record's row show. */
export function computedCells(workbook: Workbook, id: string): Readonly<Record<string, Value>> {
  const tab = tabIn(workbook, 'stores');
  const row = tab.rows.get(id) ?? -1;
  const cells: Record<string, Value> = {};
  for (const [column, at] of tab.columns) {
    // The row's own number is another thing after a sort.
    if (column !== 'listKey' && (tab.formulas[row]?.[at] ?? '') !== '') cells[column] = tab.values[row]?.[at] ?? '';
  }
  return cells;
}

/** One row of the change log. */
export interface Logged {
  readonly request: string;
  readonly record: string;
  readonly field: string;
  readonly state: string;
}

/** The request's own id in what the log knows it by: behind it stands what it was to do, as a digest. */
export const requestIn = (logged: string): string => logged.replace(/:[0-9a-f]{16}$/, '');

/** The rows of the change log of a request. */
export function logOf(workbook: Workbook, request: string): readonly Logged[] {
  const tab = tabIn(workbook, 'log');
  const rows: Logged[] = [];
  for (const [row, line] of tab.values.entries()) {
    const at = (column: string): string => String(line[tab.columns.get(column) ?? -1] ?? '');
    if (row > 1 && requestIn(at('request')) === request) {
      rows.push({ request, record: at('record'), field: at('field'), state: at('state') });
    }
  }
  return rows;
}

/** The stores' tab as a person has it open. */
export function sheetOf(
  addon: Addon,
  workbook: Workbook,
  work: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void,
): void {
  const { name } = tabIn(workbook, 'stores');
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    if (!sheet) throw new Error(`there is no tab ${name}`);
    work(sheet);
  });
}

/** The row of a record, counted from 1. */
export function rowOf(workbook: Workbook, id: string): number {
  const row = tabIn(workbook, 'stores').rows.get(id);
  if (row === undefined) throw new Error(`there is no record ${id}`);
  return row + 1;
}

export { recordIds, type Tab, tabIn, valueIn };
