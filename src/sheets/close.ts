import type { Area } from '../workbook/areas';
import type { OurSheet } from './read';

/**
 * What of a tab is typed without a warning from now on; the rest warns before it is changed, and refuses nothing. The
 * protection is the one that the tab was made with, or a new one where someone has taken that away.
 */
export function leaveOpen({ sheet }: OurSheet, open: readonly Area[]): void {
  const { SHEET } = SpreadsheetApp.ProtectionType;
  const [kept = sheet.protect()] = sheet.getProtections(SHEET);
  kept.setWarningOnly(true);
  kept.setUnprotectedRanges(open.map(({ row, column, rows, columns }) => sheet.getRange(row, column, rows, columns)));
}
