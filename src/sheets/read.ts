import type { Language } from '../model/language';
import type { Shape } from '../model/tab';
import { columnLetters } from '../workbook/formula';
import { registryKey, registryOf, registryText, type Stage, type TabEntry } from '../workbook/registry';
import { placementOf, type TabState, type Value, type WorkbookState } from '../workbook/state';
import { steps } from '../workbook/upgrade';
import { placementNow } from '../workbook/upgrade/rename';
import { dayOf } from './day';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A workbook as Google has it, whatever tabs are in it. */
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface OurSheet {
  readonly id: string;
  readonly sheet: Sheet;
  readonly shape: Shape;
  /** How far it has come, if it is new. */
  readonly stage?: Stage;
}

/** Our part of a workbook. */
export interface OurWorkbook {
  readonly file: Spreadsheet;
  /** The version of the plan that it was made by. */
  readonly version: number;
  readonly language: Language | undefined;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  /** Tabs that a run is making now, or has left half-made: no one is to read or write them. */
  readonly filling?: readonly OurSheet[];
  /** Names of the tabs that it was to make. */
  readonly making?: readonly string[];
  /** Tabs that the log has filled, the oldest first; it goes on in its own. */
  readonly logs?: readonly Sheet[];
  /** What the workbook says of tabs that were whole and that someone has deleted. */
  readonly lost?: ReadonlyMap<string, TabEntry>;
}

const registryMetadata = (file: Spreadsheet): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined =>
  file
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SPREADSHEET)
    .withKey(registryKey)
    .find()[0];

/**
 * Our tabs of a workbook, by the sheet ids that the workbook's developer metadata names: names and order are
 * people's, and a duplicated tab has an id of its own. Three service calls, however many tabs.
 */
export function ourWorkbook(file: Spreadsheet): OurWorkbook {
  const { version, language, tabs, making = [], logs = [] } = registryOf(registryMetadata(file)?.getValue());
  const byId = new Map(file.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  const sheets = new Map<string, OurSheet>();
  const filling: OurSheet[] = [];
  const lost = new Map<string, TabEntry>();
  for (const [id, entry] of Object.entries(tabs)) {
    const { sheet: sheetId, shape, stage } = entry;
    const sheet = byId.get(sheetId);
    if (!sheet && stage === undefined) lost.set(id, entry);
    if (!sheet) continue;
    if (stage === 'filling') filling.push({ id, sheet, shape, stage });
    else sheets.set(id, { id, sheet, shape, ...(stage ? { stage } : {}) });
  }
  return { file, version, language, sheets, filling, making, lost, logs: logs.flatMap((id) => byId.get(id) ?? []) };
}

/** Writes down which tabs are ours, in which language they are, and which ones are being made. */
export function register(workbook: OurWorkbook): void {
  // A tab that someone has deleted stays known, until it is made anew.
  const tabs: Record<string, TabEntry> = Object.fromEntries(workbook.lost ?? []);
  for (const { id, sheet, shape, stage } of workbook.sheets.values()) {
    tabs[id] = { sheet: sheet.getSheetId(), shape, ...(stage ? { stage } : {}) };
  }
  const { file, version, language, making = [], logs = [] } = workbook;
  const text = registryText({
    version,
    tabs,
    ...(language ? { language } : {}),
    ...(making.length > 0 ? { making } : {}),
    ...(logs.length > 0 ? { logs: logs.map((sheet) => sheet.getSheetId()) } : {}),
  });
  const metadata = registryMetadata(file);
  if (metadata) metadata.setValue(text);
  else file.addDeveloperMetadata(registryKey, text, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** A cell's value as plain data: a date as its day number. */
export function plain(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Object.prototype.toString.call(value) === '[object Date]' ? dayOf(Number(value)) : '';
}

/**
 * What stands in one of our tabs, empty rows below included, so that a row inserted meanwhile pushes none out of sight:
 * two service calls, three with formulas. Where the first columns have all `keys`, no others are read, and it is one less.
 */
export function tabCells(ours: OurSheet, withFormulas = true, keys: readonly string[] = []): TabState {
  const near = keys.length === 0 ? undefined : cellsWithin(ours, keys.length, withFormulas);
  if (near && keys.every((key) => near.placement.columns.has(key))) return near;
  const all = ours.sheet.getMaxColumns();
  const whole = cellsWithin(ours, all, withFormulas);
  if (!whole) throw new Error(`columns were removed while ${ours.id} was read`);
  return whole;
}

/** The first so many columns of a tab; undefined if it has fewer. */
function cellsWithin(ours: OurSheet, columns: number, withFormulas: boolean): TabState | undefined {
  const { id, sheet, shape } = ours;
  const range = columnsOf(sheet, columns);
  if (!range) return undefined;
  // Formulas first: what is written is placed by the values, which must not be the older ones.
  const formulas = withFormulas ? range.getFormulas() : [];
  const values = range.getValues().map((row) => row.map(plain));
  return {
    id,
    sheetId: sheet.getSheetId(),
    title: '',
    placement: placementNow(steps, id, placementOf('', shape, values)),
    values,
    formulas,
    maxRows: values.length,
    maxColumns: columns,
  };
}

function columnsOf(sheet: Sheet, columns: number): GoogleAppsScript.Spreadsheet.Range | undefined {
  try {
    return sheet.getRange(`A1:${columnLetters(columns)}`);
  } catch {
    return undefined;
  }
}

/** A workbook as it stands: our tabs, and the names of all. */
export function workbookState({ file, sheets }: OurWorkbook): WorkbookState {
  const names = new Map(file.getSheets().map((sheet) => [sheet.getSheetId(), sheet.getName()]));
  const tabs = new Map<string, TabState>();
  for (const [id, ours] of sheets) {
    const cells = tabCells(ours);
    const title = names.get(cells.sheetId) ?? '';
    tabs.set(id, { ...cells, title, placement: { ...cells.placement, title } });
  }
  return { tabs, titles: [...names.values()] };
}
