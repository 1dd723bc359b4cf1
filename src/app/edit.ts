import { ourSheets, tabKey } from '../sheets/read';
import { generate, workbookLanguage } from './generate';
import { describedTab } from './plan';

/**
 * A row typed in a table's grid gets its id and formulas at once, where triggers run. Best effort: a row that is missed
 * gets them from the next command or form.
 */
export function completeRow(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = event.range.getSheet();
  if (sheet.getDeveloperMetadata().every((metadata) => metadata.getKey() !== tabKey)) return;
  if (sheet.getRange(event.range.getRow(), 1).getValue() !== '') return;
  const sheets = ourSheets();
  const ours = [...sheets.values()].find((candidate) => candidate.sheet.getSheetId() === sheet.getSheetId());
  const found = ours && describedTab(ours.mark.tab);
  if (found?.tab.shape === 'table' && workbookLanguage(sheets) !== undefined) generate({ section: found.section.id });
}
