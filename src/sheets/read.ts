import { isDate } from '../model/dates';
import type { Language } from '../model/language';
import type { Shape } from '../model/tab';
import { columnLetters } from '../workbook/formula';
import { foundPlacement } from '../workbook/heads';
import { choicesTab, logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import { registryKey, registryOf, registryText, type Signing, type Stage, type TabEntry } from '../workbook/registry';
import { placementOf, type TabState, type Value, type WorkbookState } from '../workbook/state';
import { steps } from '../workbook/upgrade';
import { keyNow, placementNow } from '../workbook/upgrade/rename';
import { isFormerKey } from '../workbook/upgrade/retire';
import { type Clock, clockOf } from './clock';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A workbook as Google has it, whatever tabs are in it. */
export type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface OurSheet {
  readonly id: string;
  readonly sheet: Sheet;
  readonly shape: Shape;
  /** Tells the day of an instant by the workbook's clocks. */
  readonly dayOf: Clock['dayOf'];
  readonly serialOf?: Clock['serialOf'];
  /** How far it has come, if it is new. */
  readonly stage?: Stage;
  /** Its plans in all languages: by them its rows and columns are found whose keys someone has cleared. */
  readonly plans?: () => readonly TabPlan[];
}

/** The plans of a tab in all languages. */
export type PlansOf = (tab: string) => readonly TabPlan[];

/** Our part of a workbook. */
export interface OurWorkbook {
  readonly file: Spreadsheet;
  readonly clock: Clock;
  /** The version of the plan that it was made by. */
  readonly version: number;
  readonly language: Language | undefined;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  /** Tabs that a run is making now, or has left half-made: no one is to read or write them. */
  readonly filling?: readonly OurSheet[];
  /** Names of the tabs that it was to make. */
  readonly making?: readonly string[];
  /** Every tab of the file, ours or not, as it was read. */
  readonly all?: readonly Sheet[];
  /** Tabs that the log has filled, the oldest first; it goes on in its own. */
  readonly logs?: readonly Sheet[];
  /** What the workbook says of tabs that were whole and that someone has deleted. */
  readonly lost?: ReadonlyMap<string, TabEntry>;
  /** The language that a switch which was cut off was to. */
  readonly turning?: Language | undefined;
  /** The version of the plan that was signed last. */
  readonly signing?: Signing;
  /** What the workbook says of itself, as text: as long as that is the same, all of this is. */
  readonly registered?: string;
}

const registryMetadata = (file: Spreadsheet): GoogleAppsScript.Spreadsheet.DeveloperMetadata | undefined =>
  file
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SPREADSHEET)
    .withKey(registryKey)
    .find()[0];

/** Whether a workbook still says of itself what it said. One service call. */
export const isRegistered = (file: Spreadsheet, text: string): boolean =>
  file
    .createDeveloperMetadataFinder()
    .withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.SPREADSHEET)
    .withKey(registryKey)
    .withValue(text)
    .find().length > 0;

/** What a workbook says of itself, as text. Two service calls. */
const registryNow = (file: Spreadsheet): string => registryMetadata(file)?.getValue() ?? '';

/**
 * Our tabs of a workbook, by the sheet ids that the workbook's developer metadata names: names and order are
 * people's, and a duplicated tab has an id of its own. Three service calls, however many tabs; one where it is told what
 * the workbook says of itself, which may be another by now: whoever writes looks under the lock whether it is.
 */
export function ourWorkbook(
  file: Spreadsheet,
  plansOf: PlansOf = () => [],
  registered: string = registryNow(file),
): OurWorkbook {
  const { version, language, tabs, making = [], turning, logs = [], timeZone, signing } = registryOf(registered);
  const all = file.getSheets();
  const byId = new Map(all.map((sheet) => [sheet.getSheetId(), sheet]));
  const sheets = new Map<string, OurSheet>();
  const filling: OurSheet[] = [];
  const lost = new Map<string, TabEntry>();
  const clock = clockOf(file, timeZone);
  const { dayOf, serialOf } = clock;
  for (const [id, entry] of Object.entries(tabs)) {
    const { sheet: sheetId, shape, stage } = entry;
    const sheet = byId.get(sheetId);
    if (!sheet && stage === undefined) lost.set(id, entry);
    if (!sheet) continue;
    const ours = { id, sheet, shape, dayOf, serialOf, plans: (): readonly TabPlan[] => plansOf(id) };
    if (stage === 'filling') filling.push({ ...ours, stage });
    else sheets.set(id, { ...ours, ...(stage ? { stage } : {}) });
  }
  const formerLogs = logs.flatMap((id) => byId.get(id) ?? []);
  const said = { version, language, turning, registered, ...(signing ? { signing } : {}) };
  return { file, clock, ...said, sheets, filling, making, lost, all, logs: formerLogs };
}

/** Writes down which tabs are ours, in which language they are, and which ones are being made. */
export function register(workbook: OurWorkbook): void {
  // A tab that someone has deleted stays known, until it is made anew.
  const tabs: Record<string, TabEntry> = Object.fromEntries(workbook.lost ?? []);
  for (const { id, sheet, shape, stage } of workbook.sheets.values()) {
    tabs[id] = { sheet: sheet.getSheetId(), shape, ...(stage ? { stage } : {}) };
  }
  const { file, version, language, turning, making = [], logs = [], clock, signing } = workbook;
  const text = registryText({
    version,
    tabs,
    timeZone: clock.zone(),
    ...(language ? { language } : {}),
    ...(turning ? { turning } : {}),
    ...(making.length > 0 ? { making } : {}),
    ...(logs.length > 0 ? { logs: logs.map((sheet) => sheet.getSheetId()) } : {}),
    ...(signing ? { signing } : {}),
  });
  const metadata = registryMetadata(file);
  if (metadata) metadata.setValue(text);
  else file.addDeveloperMetadata(registryKey, text, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** A cell's value as plain data: a date, with or without a time, as the number of its day by the workbook's clocks. */
export function plain(value: unknown, dayOf: Clock['dayOf']): Value {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return isDate(value) ? dayOf(Number(value)) : '';
}

/**
 * What stands in one of our tabs, empty rows below included, so that a row inserted meanwhile pushes none out of sight: one
 * service call, two with formulas, and one more where the tab has other columns than its plan. Where the first columns have
 * all `keys`, no others are read.
 */
export function tabCells(ours: OurSheet, withFormulas = true, wanted: readonly string[] = []): TabState {
  // Behind the log's own columns there are copies at most.
  const isLog = ours.id === logTab && wanted.length === 0;
  const keys = isLog ? (ours.plans?.()[0]?.columns.map(({ key }) => key) ?? []) : wanted;
  const near = keys.length === 0 ? undefined : cellsWithin(ours, keys.length, withFormulas);
  if (near && keys.every((key) => near.placement.columns.has(key))) return near;
  const planned = ours.plans?.()[0]?.columns.length ?? 0;
  const { sheet } = ours;
  let columns = planned > 0 && columnsOf(sheet, planned + 1) === undefined ? planned : sheet.getMaxColumns();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const whole = cellsWithin(ours, columns, withFormulas);
    // Someone may have inserted or deleted a column right before it was read.
    if (whole && columnsOf(sheet, columns + 1) === undefined) return whole;
    columns = sheet.getMaxColumns();
  }
  throw new Error(`columns were inserted or removed while ${ours.id} was read`);
}

/**
 * A tab as it stands, after it was read before: one service call if nothing in it has changed. Formulas are then where they
 * were.
 */
export function cellsSince(ours: OurSheet, before: TabState): TabState {
  const values = columnsOf(ours.sheet, before.maxColumns)
    ?.getValues()
    .map((row) => row.map((cell) => plain(cell, ours.dayOf)));
  const isSame =
    values?.length === before.values.length &&
    values.every((row, index) => row.every((value, column) => value === before.values[index]?.[column]));
  return isSame ? before : tabCells(ours);
}

/** What became of a tab's keys of earlier versions. */
const former = (tab: string) => ({
  keyNow: (key: string): string => keyNow(steps, tab, key),
  isFormer: (key: string): boolean => isFormerKey(steps, tab, key),
});

/** The first so many columns of a tab; undefined if it has fewer. */
function cellsWithin(ours: OurSheet, columns: number, withFormulas: boolean): TabState | undefined {
  const { id, sheet, shape, dayOf, plans } = ours;
  const range = columnsOf(sheet, columns);
  if (!range) return undefined;
  // Values first: against them the guard holds what stands there as it writes, and so sees a column that moved before the formulas.
  const read = () => ({ ...valuesIn(range.getValues(), dayOf), formulas: withFormulas ? range.getFormulas() : [] });
  let { values, days, formulas } = read();
  const [plan] = withFormulas ? (plans?.() ?? []) : [];
  // Someone has inserted or deleted a row in between: once more. A column is for the guard to see.
  if (plan && !isAligned(plan, values, formulas)) ({ values, days, formulas } = read());
  const placement = placementNow(steps, id, placementOf('', shape, values));
  return {
    id,
    sheetId: sheet.getSheetId(),
    title: '',
    placement: plans ? foundPlacement(placement, { values, formulas }, plans(), former(id)) : placement,
    values,
    formulas,
    maxRows: values.length,
    maxColumns: columns,
    ...(days.size > 0 && { days }),
  };
}

/** A tab's cells as plain data, and which of them hold days. */
function valuesIn(
  cells: readonly (readonly unknown[])[],
  dayOf: Clock['dayOf'],
): { readonly values: readonly (readonly Value[])[]; readonly days: ReadonlyMap<string, number> } {
  const days = new Map<string, number>();
  const values = cells.map((line, row) =>
    line.map((cell, column) => {
      if (isDate(cell)) days.set(`${row + 1} ${column + 1}`, Number(cell));
      return plain(cell, dayOf);
    }),
  );
  return { values, days };
}

/** Whether all records that were read have formulas of ours in their rows; or none, for lack of what they cite. */
function isAligned(plan: TabPlan, values: TabState['values'], formulas: TabState['formulas']): boolean {
  const records = values.flatMap(([id], index) => (id === '' || String(id).startsWith('#') ? [] : [index]));
  const keys = values[0] ?? [];
  const columns = Object.entries(plan.body ?? {}).flatMap(([key, { owner, content }]) => {
    const column = owner === 'ours' && typeof content === 'object' && content !== null ? keys.indexOf(key) : -1;
    return column === -1 ? [] : [column];
  });
  if (columns.length === 0) return true;
  const withOurs = records.filter((row) => columns.some((column) => (formulas[row]?.[column] ?? '') !== ''));
  return withOurs.length === 0 || withOurs.length === records.length;
}

function columnsOf(sheet: Sheet, columns: number): GoogleAppsScript.Spreadsheet.Range | undefined {
  try {
    return sheet.getRange(`A1:${columnLetters(columns)}`);
  } catch {
    return undefined;
  }
}

/** Tabs in which no formula of ours stands. */
const withoutFormulas: readonly string[] = [choicesTab, logTab];

/** Our tabs as they stand, under names that they are presumed to have: none is asked for its own. */
export function presumedState({ sheets }: OurWorkbook, titleOf: (tab: string) => string): WorkbookState {
  const tabs = new Map<string, TabState>();
  for (const [id, ours] of sheets) tabs.set(id, titled(tabCells(ours, !withoutFormulas.includes(id)), titleOf(id)));
  return { tabs, titles: [] };
}

const titled = (tab: TabState, title: string): TabState => ({
  ...tab,
  title,
  placement: { ...tab.placement, title },
});

/** The same with the names that some of our tabs have, a service call each. */
export function namedState(
  { tabs, titles }: WorkbookState,
  { sheets }: OurWorkbook,
  wanted: ReadonlySet<string>,
): WorkbookState {
  const named = [...tabs].map(([id, tab]): [string, TabState] => {
    const sheet = wanted.has(id) ? sheets.get(id)?.sheet : undefined;
    return [id, sheet ? titled(tab, sheet.getName()) : tab];
  });
  return { tabs: new Map(named), titles };
}

/** The same with the names that all tabs of the file have, ours or not, a service call each. */
export function namedWhole(state: WorkbookState, { file, sheets }: OurWorkbook): WorkbookState {
  const names = new Map(file.getSheets().map((sheet) => [sheet.getSheetId(), sheet.getName()]));
  const named = [...state.tabs].map(([id, tab]): [string, TabState] => {
    return [id, titled(tab, names.get(sheets.get(id)?.sheet.getSheetId() ?? -1) ?? '')];
  });
  return { tabs: new Map(named), titles: [...names.values()] };
}

/** A workbook as it stands: our tabs, and the names of all. */
export const workbookState = (workbook: OurWorkbook): WorkbookState =>
  namedWhole(
    presumedState(workbook, () => ''),
    workbook,
  );
