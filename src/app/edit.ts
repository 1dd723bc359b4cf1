import type { Field, Kind } from '../model/field';
import type { Language } from '../model/language';
import { maySayAnother, shownAs } from '../model/shownAs';
import { cellKeys, isTypable, roleOf, type Tab } from '../model/tab';
import { asideAt, clearCopies } from '../sheets/aside';
import { type Completed, completeTyped, type TypedIn } from '../sheets/complete';
import { idsNow } from '../sheets/guard';
import { locked } from '../sheets/lock';
import { appendDone, type CellValue, endAtRest } from '../sheets/log';
import { type OurSheet, type OurWorkbook, plain, type Spreadsheet } from '../sheets/read';
import { logTab } from '../workbook/own';
import { describedTab, plannedTab, tabOfRole } from './described';
import { shownOtherwise } from './formatted';
import { generate } from './generate';
import { idMaker } from './ids';
import { growLists } from './lists';
import { isAstray, isOfNumbers, type Typed, type TypedText, toldAs, writeMeant } from './meant';
import { ourWorkbook } from './ours';
import { plannedIn } from './planned';
import { words } from './text';
import { standingOf } from './version';
import { userEmail } from './who';

type Edited = GoogleAppsScript.Events.SheetsOnEdit;

/**
 * Rows typed or pasted in a table's grid get their ids and formulas at once, where triggers run: under the lock, once it
 * is seen that any of them needs it, and as the table's other rows have them; what else they need they get as by a
 * command. What one typed cell held before goes into the change log. Best effort: a row that is missed gets its formulas
 * from the next command or form, and what is not told stands in Google's version history.
 */
export function completeRows(file: Spreadsheet, event: Edited): void {
  const { range } = event;
  const sheet = range.getSheet();
  const workbook = ourWorkbook(file);
  const ours = [...workbook.sheets.values()].find((candidate) => candidate.sheet.getSheetId() === sheet.getSheetId());
  const found = ours && describedTab(ours.id);
  if (workbook.language === undefined || !ours || !found) return;
  const [first, last] = [range.getRow(), range.getLastRow()];
  const ids = idsNow(sheet, ours.dayOf);
  const isTable = found.tab.shape === 'table';
  const isOne = first === last && range.getColumn() === range.getLastColumn();
  if (isTable && isAnyIncomplete(ids, first, last)) {
    const done = completed(workbook, ours, found.tab, { first, last, typed: isOne ? event.value : undefined });
    if (done === false) generate(file, { section: found.section.id });
    else if (done && isOne) readNew(workbook, ours, found.tab, done, event);
    if (done && !isOne) readBlock(workbook, ours, found.tab, event);
  } else if (!isOne) readBlock(workbook, ours, found.tab, event, ids);
  else logEdit(workbook, ours, found.tab, ids[first - 1] ?? '', event);
}

/** Reads what was typed first into a row of its own, where the grid took it for text. */
function readNew(
  workbook: OurWorkbook,
  { dayOf }: OurSheet,
  tab: Tab,
  { ids, before: { placement } }: Completed,
  event: Edited,
): void {
  const { language } = workbook;
  const column = event.range.getColumn();
  const [columnKey = ''] = [...placement.columns].find(([, at]) => at === column) ?? [];
  const cell = cellAt(tab, ids[0] ?? '', columnKey);
  if (language === undefined || ids.length !== 1 || !cell || !isOfNumbers(cell.field)) return;
  const held = plain(event.range.getValue(), dayOf);
  tellOther({ ...workbook, language }, tab, cell.field, held, event);
  if (!isAstray(cell.field, held)) return;
  const typed = { ...cell, row: event.range.getRow(), column };
  locked(() => {
    writeMeant({ ...workbook, language }, tab, [{ typed, text: held }]);
    SpreadsheetApp.flush();
  });
}

/** Says of a number that was typed as a percentage or a day into a cell of other numbers what it counts as there. */
function tellOther(
  workbook: OurWorkbook & { readonly language: Language },
  tab: Tab,
  field: Field,
  held: CellValue,
  { range, value = '' }: Edited,
): void {
  if (!maySayAnother(field.kind, held) || value.startsWith('=')) return;
  const as = shownAs(field.kind, range.getNumberFormat(), held);
  if (as) toldAs(workbook, tab, [{ field, value: held, as, row: range.getRow(), column: range.getColumn() }]);
}

/** Cells of a pasted block that are looked at; what is in a larger one the check tells. */
const mostPasted = 5000;

/**
 * Reads what was pasted as text into cells of numbers or days: the block and its columns' keys in a call each, and what is
 * to be written at once.
 */
function readBlock(
  workbook: OurWorkbook,
  { sheet, dayOf }: OurSheet,
  tab: Tab,
  { range }: Edited,
  ids: readonly string[] = idsNow(sheet, dayOf),
): void {
  const { language } = workbook;
  const [rows, columns] = [range.getNumRows(), range.getNumColumns()];
  if (language === undefined || rows * columns > mostPasted) return;
  const [row, column] = [range.getRow(), range.getColumn()];
  const [keys = []] = sheet.getRange(1, column, 1, columns).getValues();
  const cells: TypedText[] = [];
  const doubtful: (Omit<Typed, 'record' | 'key'> & { readonly kind: Kind; readonly value: number })[] = [];
  for (const [down, values] of range.getValues().entries()) {
    const rowKey = ids[row + down - 1] ?? '';
    for (const [across, value] of values.entries()) {
      if (value === '' || typeof value === 'boolean') continue;
      const cell = cellAt(tab, rowKey, String(keys[across] ?? ''));
      const held = plain(value, dayOf);
      if (cell && maySayAnother(cell.field.kind, held))
        doubtful.push({ ...cell, kind: cell.field.kind, value: held, row: row + down, column: column + across });
      if (cell && isAstray(cell.field, held))
        cells.push({ typed: { ...cell, row: row + down, column: column + across }, text: held });
    }
  }
  if (cells.length > 0)
    locked(() => {
      writeMeant({ ...workbook, language }, tab, cells);
      SpreadsheetApp.flush();
    });
  toldAs({ ...workbook, language }, tab, shownOtherwise(sheet, doubtful));
}

/** Completes a table's typed rows; false if they need more than their ids and formulas, undefined if others write. */
function completed(workbook: OurWorkbook, ours: OurSheet, tab: Tab, edited: TypedIn): Completed | false | undefined {
  const { file, sheets, language } = workbook;
  const log = sheets.get(logTab);
  const plan = language && plannedTab(tab.id, language);
  if (!log || !plan || workbook.turning !== undefined || standingOf(workbook) !== 'current') return false;
  const done = locked(() => {
    const lastRow = endAtRest(log.sheet);
    if (lastRow === undefined) return 'more';
    const aside = asideAt(log, lastRow + 1);
    const rows = completeTyped(plannedIn({ file, sheets, language }), { ours, plan, aside }, idMaker(), edited);
    clearCopies(aside);
    return rows ?? 'more';
  });
  if (done === undefined) return undefined;
  if (done === 'more') return false;
  const operations = done.ids.map((record) => ({ record, from: null, to: {} }));
  growLists({ file, tab, sheets, language }, { before: done.before, operations, toFollow: 0, isLast: false });
  return done;
}

/** Whether one of some rows has no id, or, copied in the grid with all that is hidden in it, that of a row elsewhere. */
function isAnyIncomplete(ids: readonly string[], first: number, last: number): boolean {
  const rows = new Map<string, number>();
  for (const id of ids) rows.set(id, (rows.get(id) ?? 0) + 1);
  return ids.slice(first - 1, last).some((id) => id === '' || (rows.get(id) ?? 0) > 1);
}

/** The record and the cell's key of a row and a column that are known by their keys; undefined where people do not type. */
function cellAt(tab: Tab, rowKey: string, columnKey: string): Pick<Typed, 'record' | 'key' | 'field'> | undefined {
  if (rowKey === '' || rowKey.startsWith('#')) return undefined;
  const [record, name] = tab.shape === 'record' ? [tab.id, rowKey] : [rowKey, columnKey.split('.')[0] ?? ''];
  const field = tab.fields.find(({ id }) => id === name);
  if (!field || !isTypable(roleOf(field, tab.shape === 'fixed' ? record : undefined))) return undefined;
  if (tab.shape !== 'record') return { record, key: columnKey, field };
  const [, cell = ''] = /^value\.(\d+)$/.exec(columnKey) ?? [];
  const key = cellKeys(field)[Number(cell) - 1];
  return key === undefined ? undefined : { record, key, field };
}

/** What an event says that a cell held, as a cell's value like the one that it holds now. */
function before(oldValue: string | undefined, now: CellValue): CellValue {
  if (oldValue === undefined || oldValue === '') return null;
  if (/^(?:true|false)$/i.test(oldValue) && typeof now !== 'string') return /^true$/i.test(oldValue);
  const number = Number(oldValue);
  return typeof now !== 'string' && Number.isFinite(number) ? number : oldValue;
}

/** Says of another plan year, where the plan holds stores, what that would make of their sales: no trigger can ask. */
function tellYear(
  { file, sheets, language }: OurWorkbook & { readonly language: Language },
  from: CellValue,
  to: CellValue,
): void {
  const outlets = sheets.get(tabOfRole('outlets')?.tab.id ?? '');
  if (!outlets || typeof from !== 'number' || typeof to !== 'number') return;
  const ids = idsNow(outlets.sheet, outlets.dayOf);
  if (ids.some((id) => id !== '' && !id.startsWith('#'))) file.toast(words[language].yearMoved(from, to));
}

/**
 * Logs one cell that a person typed into: what it held before, as far as the event tells, and what it holds. Text that
 * says a number or a day is written as that first.
 */
function logEdit(workbook: OurWorkbook, ours: OurSheet, tab: Tab, rowKey: string, event: Edited): void {
  const { range, oldValue } = event;
  const { sheets, language } = workbook;
  const log = sheets.get(logTab);
  if (!log) return;
  const cell = cellAt(tab, rowKey, String(ours.sheet.getRange(1, range.getColumn()).getValue()));
  if (!cell) return;
  const held = plain(range.getValue(), ours.dayOf);
  const from = before(oldValue, held);
  if (from === (held === '' ? null : held)) return;
  const header = { request: Utilities.getUuid(), who: userEmail(), when: new Date().toISOString() };
  const typed = { ...cell, row: range.getRow(), column: range.getColumn() };
  locked(() => {
    const meant =
      language !== undefined && isAstray(cell.field, held)
        ? writeMeant({ ...workbook, language }, tab, [{ typed, text: held }])[0]
        : undefined;
    const to = meant ?? (held === '' ? null : held);
    const operation = { record: cell.record, from: { [cell.key]: from }, to: { [cell.key]: to } };
    appendDone(log.sheet, header, { part: tab.id, operations: [operation] });
    SpreadsheetApp.flush();
  });
  if (language === undefined) return;
  if (cell.field.means === 'planYear') tellYear({ ...workbook, language }, from, held);
  else tellOther({ ...workbook, language }, tab, cell.field, held, event);
}
