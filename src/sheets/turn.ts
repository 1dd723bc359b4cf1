import { logTab } from '../workbook/own';
import { locked } from './lock';
import { keptRows } from './log';
import { ourWorkbook, register, type Spreadsheet } from './read';

/** Rows of a tab of the log from which on it goes on in a further one: what is read at once stays bearable. */
export const mostLogRows = 20_000;

function freeName(file: Spreadsheet, title: string): string {
  const taken = new Set(file.getSheets().map((sheet) => sheet.getName()));
  for (let number = 1; ; number += 1) if (!taken.has(`${title} ${number}`)) return `${title} ${number}`;
}

/**
 * Leaves a long log as it is, in a hidden tab of its own, and goes on in a short one: the log's tab is copied, and all but
 * its last rows, by which repeated requests are known, go from the original. What is cut off in between is told twice in
 * both, and read once.
 */
export function turnOver(file: Spreadsheet): void {
  locked(() => {
    const workbook = ourWorkbook(file);
    const log = workbook.sheets.get(logTab);
    const lastRow = log?.sheet.getLastRow() ?? 0;
    if (!log || lastRow < mostLogRows) return;
    const former = log.sheet.copyTo(file);
    former.hideSheet();
    former.setName(freeName(file, log.sheet.getName()));
    former.protect().setWarningOnly(true);
    register({ ...workbook, logs: [...(workbook.logs ?? []), former] });
    SpreadsheetApp.flush();
    log.sheet.deleteRows(3, lastRow - 2 - keptRows);
    SpreadsheetApp.flush();
  });
}
