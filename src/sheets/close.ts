import type { Area } from '../workbook/areas';
import type { OurSheet } from './read';

/**
 * What of a tab is typed without a warning from now on; the rest warns before it is changed, and refuses nothing. The
 * protection is the one that the tab was made with, or a new one where someone has taken that away. Where someone has made a
 * lock of it, it stays one.
 */
export function leaveOpen({ sheet }: OurSheet, open: readonly Area[]): void {
  const { SHEET } = SpreadsheetApp.ProtectionType;
  const [kept] = sheet.getProtections(SHEET);
  if (kept && !kept.isWarningOnly()) return;
  const protection = kept ?? sheet.protect();
  protection.setWarningOnly(true);
  protection.setUnprotectedRanges(
    open.map(({ row, column, rows, columns }) => sheet.getRange(row, column, rows, columns)),
  );
}
