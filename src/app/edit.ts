import { ourWorkbook, type Spreadsheet } from '../sheets/read';
import { idsNow } from '../sheets/run';
import { describedTab } from './described';
import { generate } from './generate';

/**
 * Rows typed or pasted in a table's grid get their ids and formulas at once, where triggers run: under the lock, once it
 * is seen that any of them needs it. Best effort: a row that is missed gets them from the next command or form.
 */
export function completeRows(file: Spreadsheet, { range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = range.getSheet();
  const { language, sheets } = ourWorkbook(file);
  const ours = [...sheets.values()].find((candidate) => candidate.sheet.getSheetId() === sheet.getSheetId());
  const found = ours && describedTab(ours.id);
  if (language === undefined || found?.tab.shape !== 'table') return;
  const [first, last] = [range.getRow(), range.getLastRow()];
  if (isAnyIncomplete(idsNow(sheet), first, last)) generate(file, { section: found.section.id });
}

/** Whether one of some rows has no id, or, copied in the grid with all that is hidden in it, that of a row elsewhere. */
function isAnyIncomplete(ids: readonly string[], first: number, last: number): boolean {
  const rows = new Map<string, number>();
  for (const id of ids) rows.set(id, (rows.get(id) ?? 0) + 1);
  return ids.slice(first - 1, last).some((id) => id === '' || (rows.get(id) ?? 0) > 1);
}
