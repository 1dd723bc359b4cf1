import type { Shape } from '../model/tab';
import { placementOf, type TabState, type Value, type WorkbookState } from '../workbook/state';
import { dayOf } from './day';
import { meant } from './escape';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Developer metadata that marks a tab as ours; a copy of the tab carries another sheet's id and is not. */
export const tabKey = 'regionTargets.tab';

/** What a tab's metadata says. */
export interface TabMark {
  readonly tab: string;
  readonly sheet: number;
  readonly shape: Shape;
  readonly unfinished?: true;
  /** On the lists tab: the workbook's language, and whether a run was interrupted. */
  readonly language?: 'zh' | 'en';
  readonly running?: true;
}

export interface OurSheet {
  readonly sheet: Sheet;
  readonly mark: TabMark;
  readonly metadata: GoogleAppsScript.Spreadsheet.DeveloperMetadata;
}

function markOf(text: string | null): TabMark | undefined {
  try {
    const mark: unknown = JSON.parse(text ?? '');
    return isMark(mark) ? mark : undefined;
  } catch {
    return undefined;
  }
}

function isMark(mark: unknown): mark is TabMark {
  return (
    typeof mark === 'object' &&
    mark !== null &&
    'tab' in mark &&
    typeof mark.tab === 'string' &&
    'sheet' in mark &&
    'shape' in mark
  );
}

/** Our tabs of the current workbook by id, found by their metadata: names and order are people's. One service call. */
export function ourSheets(): ReadonlyMap<string, OurSheet> {
  const found = new Map<string, OurSheet>();
  const copies = new Map<string, OurSheet[]>();
  for (const metadata of SpreadsheetApp.getActive().createDeveloperMetadataFinder().withKey(tabKey).find()) {
    const sheet = metadata.getLocation().getSheet();
    const mark = markOf(metadata.getValue());
    if (!sheet || !mark) continue;
    const ours = { sheet, mark, metadata };
    if (mark.sheet === sheet.getSheetId()) found.set(mark.tab, ours);
    else copies.set(mark.tab, [...(copies.get(mark.tab) ?? []), ours]);
  }
  // In a file copied as a whole, sheet ids may differ from what the metadata says; a single tab of its kind is the tab.
  for (const [tab, [only, ...others]] of copies) {
    if (only && others.length === 0 && !found.has(tab)) found.set(tab, only);
  }
  return found;
}

/** A cell's value as plain data: a date as its day number, text as it was meant. */
export function plain(value: unknown): Value {
  if (typeof value === 'string') return meant(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return Object.prototype.toString.call(value) === '[object Date]' ? dayOf(Number(value)) : '';
}

/** One of our tabs with all that stands in it. */
export function tabState({ sheet, mark }: OurSheet): TabState {
  const range = sheet.getDataRange();
  const values = range.getValues().map((row) => row.map(plain));
  const title = sheet.getName();
  return {
    id: mark.tab,
    sheetId: sheet.getSheetId(),
    title,
    unfinished: mark.unfinished === true,
    placement: placementOf(title, mark.shape, values),
    values,
    formulas: range.getFormulas(),
    maxRows: sheet.getMaxRows(),
    maxColumns: sheet.getMaxColumns(),
  };
}

/** The current workbook: our tabs, and the names of all. */
export function workbookState(sheets: ReadonlyMap<string, OurSheet>): WorkbookState {
  return {
    tabs: new Map([...sheets].map(([id, ours]) => [id, tabState(ours)])),
    titles: SpreadsheetApp.getActive()
      .getSheets()
      .map((sheet) => sheet.getName()),
  };
}
