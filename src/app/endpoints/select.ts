import type { Tab } from '../../model/tab';
import { type OurSheet, type Spreadsheet, tabCells } from '../../sheets/read';
import { tableRows } from '../../workbook/diff';
import { describedTab, plannedTab } from '../described';
import { generate } from '../generate';
import { said } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { type Invalid, parsedRequest, partToRead } from './request';

export type Shown = { readonly status: 'done' } | { readonly status: 'gone'; readonly message: string } | Invalid;

/** Where keys stand along a line of cells, 1-based. */
function positionsOf(line: readonly unknown[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, key] of line.entries()) {
    const name = String(key);
    if (name !== '' && !positions.has(name)) positions.set(name, index + 1);
  }
  return positions;
}

/**
 * Goes to a record's row in the grid, `{part, record, cell}`: to the cell given, else to its first; without a record to the
 * cell `at`, as `B7`, or to the tab.
 */
export function showRecord(file: Spreadsheet, request: unknown): Shown {
  const parsed = parsedRequest(requests.show, request);
  if ('answer' in parsed) return parsed.answer;
  const { part: id, record, cell, at } = parsed.value;
  const found = partToRead(file, id);
  if ('answer' in found) return found.answer;
  const { tab, ours } = found.part;
  const { sheet } = ours;
  if (record === undefined) {
    sheet.activate();
    return at === undefined ? { status: 'done' } : cellShown(sheet, at);
  }
  const rows = positionsOf(
    sheet
      .getRange(1, 1, Math.max(1, sheet.getLastRow()), 1)
      .getValues()
      .map(([key]) => key),
  );
  const columns = positionsOf(sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getValues()[0] ?? []);
  const [first] = tab.fields;
  const [field = '', index = '1'] = (cell ?? first?.id ?? '').split('.');
  const row = rows.get(tab.shape === 'record' ? field : record);
  const column = columns.get(tab.shape === 'record' ? `value.${index}` : (cell ?? first?.id ?? ''));
  if (row === undefined) return { status: 'gone', message: said().gone };
  sheet.getRange(row, column ?? 2).activate();
  return { status: 'done' };
}

/** Goes to a cell, if the tab still has it; of a row's hidden id to the row. */
function cellShown(sheet: GoogleAppsScript.Spreadsheet.Sheet, at: string): Shown {
  try {
    sheet.getRange(at.replace(/^A(?=\d)/, 'B')).activate();
    return { status: 'done' };
  } catch {
    return { status: 'gone', message: said().gone };
  }
}

export type Selected =
  | { readonly status: 'done'; readonly part: string; readonly record: string; readonly cell: string | null }
  | { readonly status: 'none' };

const none: Selected = { status: 'none' };

/** The record whose row is selected in the grid, and the cell. A row typed in the grid is given its id first. */
export function selectedRecord(file: Spreadsheet): Selected {
  const range = file.getActiveRange();
  if (!range) return none;
  const sheet = range.getSheet();
  const { language, sheets } = ourWorkbook(file);
  const ours = [...sheets.values()].find((candidate) => candidate.sheet.getSheetId() === sheet.getSheetId());
  const tab = ours && describedTab(ours.id)?.tab;
  if (!ours || !tab || !language) return none;
  const [row, column] = [range.getRow(), range.getColumn()];
  const columnKey = String(sheet.getRange(1, column).getValue());
  const rowKey = String(sheet.getRange(row, 1).getValue()) || (idOfTyped(file, ours, tab, row, language) ?? '');
  return selectedIn(tab, rowKey, columnKey);
}

function selectedIn(tab: Tab, rowKey: string, columnKey: string): Selected {
  if (rowKey === '' || rowKey.startsWith('#')) return none;
  const known = (key: string): string | null =>
    tab.fields.some((field) => field.id === key.split('.')[0] && !field.hidden) ? key : null;
  if (tab.shape !== 'record') return { status: 'done', part: tab.id, record: rowKey, cell: known(columnKey) };
  const [, index] = /^value\.(\d+)$/.exec(columnKey) ?? [];
  const field = tab.fields.find((candidate) => candidate.id === rowKey);
  const cell = field?.cells === undefined ? rowKey : `${rowKey}.${index ?? 1}`;
  return { status: 'done', part: tab.id, record: tab.id, cell: known(cell) };
}

/** The id that a used row without one is given. */
function idOfTyped(
  file: Spreadsheet,
  ours: OurSheet,
  tab: Tab,
  row: number,
  language: 'zh' | 'en',
): string | undefined {
  const plan = plannedTab(tab.id, language);
  if (!plan?.body || !tableRows(plan, tabCells(ours)).records.some((record) => record.row === row)) return undefined;
  generate(file, { section: describedTab(tab.id)?.section.id });
  return String(ours.sheet.getRange(row, 1).getValue());
}
