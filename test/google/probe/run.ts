import { rooms } from '../rooms';
import { noted } from '../rooms/events';
import { seen } from '../rooms/script';
import { answered } from './given';
import { type Placed, startReport, writeLine, writeSummary } from './report';
import { tabNames, type Words, wordsFor } from './text';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Milliseconds for one choice of the menu item: Google ends a script after six minutes, and a case may take one. */
const block = 4 * 60_000;

/** How far a run has come, kept in the document's properties. */
interface State {
  /** The number of the case that comes next, or that is running. */
  readonly next: number;
  readonly isRunning: boolean;
  /** The report's tab. */
  readonly tab: number;
  /** What the spreadsheet had before. */
  readonly locale: string;
  readonly timeZone: string;
}

const KEY = 'probe state';

const cases: readonly Placed[] = rooms.flatMap((room) => room.cases.map((one) => ({ room, one })));

const properties = () => PropertiesService.getDocumentProperties();

function stateKept(file: Spreadsheet): State | undefined {
  const text = properties().getProperty(KEY);
  if (text === null) return undefined;
  const state: State = JSON.parse(text);
  // A report that somebody deleted is begun anew.
  return file.getSheets().some((sheet) => sheet.getSheetId() === state.tab) ? state : undefined;
}

const keep = (state: State): void => {
  properties().setProperty(KEY, JSON.stringify(state));
};

/** Whether nothing of anybody's is in the spreadsheet; a letter in the first cell is for the trigger. */
const isEmpty = (file: Spreadsheet): boolean =>
  file.getSheets().every((sheet) => isOurs(sheet) || (sheet.getLastRow() <= 1 && sheet.getLastColumn() <= 1));

const isOurs = (sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean =>
  tabNames.includes(sheet.getName()) || /^probe \d+ [ab]/.test(sheet.getName());

/** Begins a run, unless the spreadsheet or the user will not have it. */
function begin(file: Spreadsheet, words: Words): State | undefined {
  const ui = SpreadsheetApp.getUi();
  if (!isEmpty(file)) {
    ui.alert(words.run, words.notEmpty, ui.ButtonSet.OK);
    return undefined;
  }
  if (properties().getProperty(noted.edit) === null) {
    const answer = ui.alert(words.run, words.first, ui.ButtonSet.OK_CANCEL);
    if (answer !== ui.Button.OK) return undefined;
  }
  properties().deleteProperty(seen);
  const before = file.getSheets().filter(isOurs);
  for (const sheet of before) file.deleteSheet(sheet);
  const kept = { locale: file.getSpreadsheetLocale(), timeZone: file.getSpreadsheetTimeZone() };
  const tab = startReport(file, words, cases.length).getSheetId();
  file.setSpreadsheetLocale('en_US');
  file.setSpreadsheetTimeZone(Session.getScriptTimeZone());
  SpreadsheetApp.flush();
  return { next: 0, isRunning: false, tab, ...kept };
}

/** Runs cases until all are done or the block's time is up; chosen again, goes on where it stopped. */
export function runProbe(): void {
  const ends = Date.now() + block;
  const file = SpreadsheetApp.getActive();
  const words = wordsFor(Session.getActiveUserLocale());
  const state = stateKept(file) ?? begin(file, words);
  const tab = file.getSheets().find((sheet) => sheet.getSheetId() === state?.tab);
  if (!state || !tab) return;
  const ui = SpreadsheetApp.getUi();
  let { next } = state;
  const [cut] = state.isRunning ? cases.slice(next) : [];
  if (cut) {
    writeLine(tab, next, cut, { verdict: 'cannot tell', got: words.stopped }, words);
    next += 1;
  }
  for (const placed of cases.slice(next)) {
    if (Date.now() >= ends) {
      keep({ ...state, next, isRunning: false });
      file.setActiveSheet(tab);
      ui.alert(words.run, words.again(next, cases.length), ui.ButtonSet.OK);
      return;
    }
    keep({ ...state, next, isRunning: true });
    writeLine(tab, next, placed, answered(placed.one, next), words);
    SpreadsheetApp.flush();
    next += 1;
  }
  for (const sheet of file.getSheets()) if (/^probe \d+ [ab]/.test(sheet.getName())) file.deleteSheet(sheet);
  file.setSpreadsheetLocale(state.locale);
  file.setSpreadsheetTimeZone(state.timeZone);
  const environment = `${new Date().toISOString()} · ${state.locale} · ${Session.getActiveUserLocale()}`;
  const { same, different, 'cannot tell': unsure } = writeSummary(tab, cases.length, environment, words);
  file.setActiveSheet(tab);
  properties().deleteProperty(KEY);
  ui.alert(words.run, words.done(same, different, unsure), ui.ButtonSet.OK);
}
