import { type Answered, answerOf, type Case, type Given, tried } from '../case';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** In the file beside this bundle. */
declare const probeKept: () => void;

/** Gives a case the services and sheets of its own, and takes the sheets away after it. */
export function answered(one: Case, number: number): Answered {
  const spreadsheet = SpreadsheetApp.getActive();
  const made: Sheet[] = [];
  const sheetFor = (letter: string): Sheet => {
    const sheet = spreadsheet.insertSheet(`probe ${number + 1} ${letter}`, spreadsheet.getNumSheets());
    made.push(sheet);
    return sheet;
  };
  let sheet: Sheet | undefined;
  let other: Sheet | undefined;
  const given: Given = {
    SpreadsheetApp,
    LockService,
    PropertiesService,
    Session,
    Utilities,
    HtmlService,
    ScriptApp,
    Sheets: typeof Sheets === 'undefined' ? undefined : Sheets,
    CacheService: typeof CacheService === 'undefined' ? undefined : CacheService,
    spreadsheet,
    get sheet() {
      sheet ??= sheetFor('a');
      return sheet;
    },
    get other() {
      other ??= sheetFor('b');
      return other;
    },
    kept: String(probeKept),
  };
  try {
    return answerOf(one, given, /^en/.test(Session.getActiveUserLocale()));
  } finally {
    // What the case left pending may be refused; sheets it deleted are gone.
    tried(() => SpreadsheetApp.flush());
    for (const each of made) tried(() => spreadsheet.deleteSheet(each));
    tried(() => SpreadsheetApp.flush());
  }
}
