import { rectangles } from '../workbook/areas';
import type { TabChange } from '../workbook/diff';
import { gridArea, mergedAreas, stackedAreas } from '../workbook/drawing';
import { cellOf } from '../workbook/image';
import { strokes } from '../workbook/strokes';
import { lineColor } from '../workbook/theme';
import { printLooks, type Surroundings } from './print';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * Gives a report that an earlier version made the looks, sizes, merged cells and lines of this one, wherever its rows and
 * columns stand now. Nothing in it is typed by people; what they have put beside it stays.
 */
export function redraw(sheet: Sheet, { plan, placement }: TabChange, around: Surroundings): void {
  const cells = plan.rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([key, cell]) => {
      const [atRow, atColumn] = [placement.rows.get(row.key), placement.columns.get(key)];
      if (row.hidden || atRow === undefined || atColumn === undefined) return [];
      return [{ row: atRow, column: atColumn, value: cellOf(cell, null, cell.note ?? '') }];
    }),
  );
  const blocks = rectangles(cells);
  for (const { row, column, values } of blocks)
    sheet.getRange(row, column, values.length, values[0]?.length ?? 1).breakApart();
  for (const { row, column, values } of blocks) printLooks(sheet, row, column, values, around);
  for (const { row, column, rows, columns } of mergedAreas(plan, placement))
    sheet.getRange(row, column, rows, columns).mergeAcross();
  for (const { row, column, rows, columns } of stackedAreas(plan, placement))
    sheet.getRange(row, column, rows, columns).mergeVertically();
  sizes(plan.rows, placement.rows, (start, count, pixels) => sheet.setRowHeightsForced(start, count, pixels));
  const columns = plan.columns.map(({ key, width, hidden }) => ({ key, height: width, hidden }));
  sizes(columns, placement.columns, (start, count, pixels) => sheet.setColumnWidths(start, count, pixels));
  const grid = gridArea(plan, placement);
  if (!grid) return;
  const { BorderStyle } = SpreadsheetApp;
  sheet
    .getRange(grid.row, grid.column, grid.rows, grid.columns)
    .setBorder(true, false, true, false, false, true, lineColor, BorderStyle.SOLID);
}

/** Sets sizes of neighbours at once; what is hidden, and what is people's, keeps its own. */
function sizes(
  lines: readonly { readonly key: string; readonly height?: number; readonly hidden: boolean }[],
  places: ReadonlyMap<string, number>,
  set: (start: number, count: number, pixels: number) => void,
): void {
  const wanted = lines.flatMap(({ key, height, hidden }) => {
    const at = places.get(key);
    return hidden || height === undefined || at === undefined ? [] : [{ row: at, column: 1, value: height }];
  });
  for (const { row, values } of rectangles(wanted))
    for (const { start, length, value } of strokes(values.map(([pixels]) => pixels))) {
      if (value !== undefined) set(row + start - 1, length, value);
    }
}
