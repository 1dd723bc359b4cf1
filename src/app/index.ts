import type { Spreadsheet } from '../sheets/read';
import * as commands from './commands';
import { completeRow as complete } from './edit';
import * as endpoints from './endpoints';
import { printPages as print } from './print';
import { copyValuesOnly as copyValues } from './valuesOnly';

/**
 * A command, endpoint or trigger as Google calls it. Here, and nowhere else, it is asked which workbook it is called in:
 * from here on a workbook is handed from door to door.
 */
function here<Given extends readonly unknown[], Answer>(
  work: (file: Spreadsheet, ...given: Given) => Answer,
): (...given: Given) => Answer {
  return (...given) => work(SpreadsheetApp.getActive(), ...given);
}

export const checkWorkbook = here(commands.checkWorkbook);
export const generateSection = here(commands.generateSection);
export const generateWorkbook = here(commands.generateWorkbook);
export const repairWorkbook = here(commands.repairWorkbook);
export const switchLanguage = here(commands.switchLanguage);
export const copyValuesOnly = here(copyValues);
export const printPages = here(print);

export const completeRow = here(complete);

export const addRecords = here(endpoints.addRecords);
export const checkParts = here(endpoints.checkParts);
export const generatePlan = here(endpoints.generatePlan);
export const importRecords = here(endpoints.importRecords);
export const openPart = here(endpoints.openPart);
export const openPlan = here(endpoints.openPlan);
export const removeRecords = here(endpoints.removeRecords);
export const restoreRecords = here(endpoints.restoreRecords);
export const saveRecord = here(endpoints.saveRecord);
export const selectedRecord = here(endpoints.selectedRecord);
export const showRecord = here(endpoints.showRecord);

// What follows touches no workbook.
export { recallColumns, rememberColumns } from './endpoints';
export { buildMenu } from './menu';
export { showReference } from './reference';
export { showSidebar } from './sidebar';
