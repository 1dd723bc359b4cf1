import { ourWorkbook, type Spreadsheet } from '../sheets/read';
import { describedTab } from './described';
import { generate } from './generate';

/**
 * A row typed in a table's grid gets its id and formulas at once, where triggers run. Best effort: a row that is missed
 * gets them from the next command or form.
 */
export function completeRow(file: Spreadsheet, event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = event.range.getSheet();
  const { language, sheets } = ourWorkbook(file);
  const ours = [...sheets.values()].find((candidate) => candidate.sheet.getSheetId() === sheet.getSheetId());
  const found = ours && describedTab(ours.id);
  if (language === undefined || found?.tab.shape !== 'table') return;
  if (sheet.getRange(event.range.getRow(), 1).getValue() === '') generate(file, { section: found.section.id });
}
