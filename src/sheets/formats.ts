import { type Area, addressOf, rectangles } from '../workbook/areas';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Gives cells their formats: a call for each format. */
export function setFormats(
  sheet: Sheet,
  cells: readonly { readonly row: number; readonly column: number; readonly format: string }[],
): void {
  for (const format of new Set(cells.map((cell) => cell.format))) {
    const alike = cells.filter((cell) => cell.format === format);
    const blocks = rectangles(alike.map(({ row, column }) => ({ row, column, value: format })));
    sheet.getRangeList(blocks.map(addressOf)).setNumberFormat(format);
  }
}

/** The formats of a block's cells: one call. */
export const formatsIn = (sheet: Sheet, { row, column, rows, columns }: Area): readonly (readonly string[])[] =>
  sheet.getRange(row, column, rows, columns).getNumberFormats();
