import type { Spreadsheet } from './read';

/** Whether the user may change a workbook at all: Google tells who its editors are only to those who are. One service call. */
export function mayEdit(file: Spreadsheet): boolean {
  try {
    file.getEditors();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** Names of tabs in which something is protected against the user; none where Google does not tell. */
export function lockedTabs(file: Spreadsheet): readonly string[] {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  try {
    const names = [SHEET, RANGE]
      .flatMap((type) => file.getProtections(type))
      .filter((protection) => !protection.isWarningOnly() && !protection.canEdit())
      .map((protection) => protection.getRange().getSheet().getName());
    return [...new Set(names)];
  } catch (error) {
    console.error(error);
    return [];
  }
}
