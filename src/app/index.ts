import { isPermissionError } from '../model/permission';
import type { Spreadsheet } from '../sheets/read';
import * as commands from './commands';
import { completeRows as complete } from './edit';
import * as endpoints from './endpoints';
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

/** Says why in words where Google did not permit what a menu command needs; if not even that is permitted, as an error. */
function chosen<Given extends readonly unknown[]>(command: (...given: Given) => void): (...given: Given) => void {
  return (...given) => {
    try {
      command(...given);
    } catch (error) {
      if (!isPermissionError(String(error))) throw error;
      console.error(error);
      tell(reasonIn(error, userLanguage()));
    }
  };
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

export const addRecords = here(endpoints.addRecords);
export const checkParts = here(endpoints.checkParts);
export const closeMonth = here(endpoints.closeMonth);
export const compareSigned = here(endpoints.compareSigned);
export const keepYear = here(endpoints.keepYear);
export const keepSigned = here(endpoints.keepSigned);
export const generatePlan = here(endpoints.generatePlan);
export const keepDraft = here(endpoints.keepDraft);
export const recallDrafts = here(endpoints.recallDrafts);
export const listFile = here(endpoints.listFile);
export const listFindings = here(endpoints.listFindings);
export const makeFile = here(endpoints.makeFile);
export const makeNextYear = here(endpoints.makeNextYear);
export const makeStorePages = here(endpoints.makeStorePages);
export const mendFindings = here(endpoints.mendFindings);
export const importRecords = here(endpoints.importRecords);
export const openPart = here(endpoints.openPart);
export const openPlan = here(endpoints.openPlan);
export const proposeRespread = here(endpoints.proposeRespread);
export const putYearBack = here(endpoints.putYearBack);
export const purgeLog = here(endpoints.purgeLog);
export const readFollowing = here(endpoints.readFollowing);
export const readLog = here(endpoints.readLog);
export const readNextYear = here(endpoints.readNextYear);
export const readStorePages = here(endpoints.readStorePages);
export const readSigning = here(endpoints.readSigning);
export const removeRecords = here(endpoints.removeRecords);
export const reopenPlan = here(endpoints.reopenPlan);
export const restoreRecords = here(endpoints.restoreRecords);
export const saveParts = here(keepingVersions(endpoints.saveParts));
export const saveRecord = here(keepingVersions(endpoints.saveRecord));
export const selectedRecord = here(endpoints.selectedRecord);
export const showRecord = here(endpoints.showRecord);
export const signPlan = here(endpoints.signPlan);
export const undoLogged = here(keepingVersions(endpoints.undoLogged));
export const undoRequest = here(keepingVersions(endpoints.undoRequest));

// What follows touches no workbook.
export const showReference = chosen(reference);
export const showSidebar = chosen(() => sidebar());
export { recallColumns, rememberColumns, workbookReader } from './endpoints';
export { buildMenu } from './menu';
