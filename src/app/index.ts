import { isPermissionError } from '../model/permission';
import type { Spreadsheet } from '../sheets/read';
import { barredIn } from './barred';
import * as commands from './commands';
import { completeRows as complete } from './edit';
import * as endpoints from './endpoints';
import { type Invalid, refused } from './endpoints/request';
import { userLanguage } from './language';
import { printPages as print } from './print';
import { reasonIn } from './reason';
import { showReference as reference } from './reference';
import { showSidebar as sidebar } from './sidebar';
import { copyValuesOnly as copyValues } from './valuesOnly';
import { keepingVersions } from './workingVersions';

/**
 * A command, endpoint or trigger as Google calls it. Here, and nowhere else, it is asked which workbook it is called in:
 * from here on a workbook is handed from door to door.
 */
function here<Given extends readonly unknown[], Answer>(
  work: (file: Spreadsheet, ...given: Given) => Answer,
): (...given: Given) => Answer {
  return (...given) => work(SpreadsheetApp.getActive(), ...given);
}

/** An endpoint that writes: whom Google does not let write in this workbook, or in a tab of it, is answered so in words. */
function writing<Given extends readonly unknown[], Answer>(
  work: (file: Spreadsheet, ...given: Given) => Answer,
): (...given: Given) => Answer | Invalid {
  return here((file: Spreadsheet, ...given: Given): Answer | Invalid => {
    try {
      return work(file, ...given);
    } catch (error) {
      const reason = barredIn(file, error);
      if (reason === undefined) throw error;
      console.error(error);
      return refused(reason);
    }
  });
}

/** Says why in words where Google did not permit what a menu command needs; if not even that is permitted, as an error. */
function chosen<Given extends readonly unknown[]>(command: (...given: Given) => void): (...given: Given) => void {
  return (...given) => {
    try {
      command(...given);
    } catch (error) {
      const reason = whyNot(error);
      if (reason === undefined) throw error;
      console.error(error);
      tell(reason);
    }
  };
}

function whyNot(error: unknown): string | undefined {
  try {
    const barred = barredIn(SpreadsheetApp.getActive(), error);
    if (barred !== undefined) return barred;
  } catch (another) {
    // Without the permission for this spreadsheet nothing can be asked of it.
    console.error(another);
  }
  return isPermissionError(String(error)) ? reasonIn(error, userLanguage()) : undefined;
}

function tell(reason: string): void {
  try {
    SpreadsheetApp.getUi().alert(reason);
  } catch {
    throw new Error(reason);
  }
}

export const checkWorkbook = chosen(here(commands.checkWorkbook));
export const generateSection = chosen(here(commands.generateSection));
export const generateWorkbook = chosen(here(commands.generateWorkbook));
export const repairWorkbook = chosen(here(commands.repairWorkbook));
export const signWorkbook = chosen(here(commands.signWorkbook));
export const startNextYear = chosen(here(commands.startNextYear));
export const switchLanguage = chosen(here(commands.switchLanguage));
export const copyValuesOnly = chosen(here(copyValues));
export const printPages = chosen(here(print));

export const completeRows = here(complete);

export const addRecords = writing(endpoints.addRecords);
export const checkParts = here(endpoints.checkParts);
export const closeMonth = writing(endpoints.closeMonth);
export const compareSigned = here(endpoints.compareSigned);
export const keepYear = writing(endpoints.keepYear);
export const keepSigned = writing(endpoints.keepSigned);
export const generatePlan = writing(endpoints.generatePlan);
export const keepDraft = here(endpoints.keepDraft);
export const recallDrafts = here(endpoints.recallDrafts);
export const listFile = writing(endpoints.listFile);
export const listFindings = here(endpoints.listFindings);
export const makeFile = here(endpoints.makeFile);
export const makeNextYear = here(endpoints.makeNextYear);
export const makeStorePages = here(endpoints.makeStorePages);
export const mendFindings = writing(endpoints.mendFindings);
export const importRecords = writing(endpoints.importRecords);
export const openPart = writing(endpoints.openPart);
export const openPlan = here(endpoints.openPlan);
export const proposeRespread = here(endpoints.proposeRespread);
export const putYearBack = writing(endpoints.putYearBack);
export const purgeLog = writing(endpoints.purgeLog);
export const readFollowing = here(endpoints.readFollowing);
export const readLog = here(endpoints.readLog);
export const readNextYear = writing(endpoints.readNextYear);
export const readStorePages = here(endpoints.readStorePages);
export const readSigning = here(endpoints.readSigning);
export const removeRecords = writing(endpoints.removeRecords);
export const reopenPlan = writing(endpoints.reopenPlan);
export const restoreRecords = writing(endpoints.restoreRecords);
export const saveParts = writing(keepingVersions(endpoints.saveParts));
export const saveRecord = writing(keepingVersions(endpoints.saveRecord));
export const selectedRecord = here(endpoints.selectedRecord);
export const showRecord = here(endpoints.showRecord);
export const signPlan = writing(endpoints.signPlan);
export const undoLogged = writing(keepingVersions(endpoints.undoLogged));
export const undoRequest = writing(keepingVersions(endpoints.undoRequest));

// What follows touches no workbook.
export const showReference = chosen(reference);
export const showSidebar = chosen(() => sidebar());
export { recallColumns, rememberColumns, workbookReader } from './endpoints';
export { buildMenu } from './menu';
