import { rectangles } from '../workbook/areas';
import { columnLetters } from '../workbook/formula';
import type { Written } from '../workbook/image';
import { verbatim } from './escape';
import { type OurSheet, type Spreadsheet, tabCells } from './read';

/** A call of an add-on's cell function: no function of the sheet itself has an underscore in its name. */
const cellFunctionCall = /\b[A-Z]+(?:_[A-Z]+)+\(/i;

/**
 * Copies a tab and puts values in place of the formulas that call cell functions; undefined if it has none. The
 * copy is not one of our tabs: nothing refers to it, and people may do with it what they like.
 */
export function copyOfValues(file: Spreadsheet, ours: OurSheet, title: string): string | undefined {
  const { values, formulas } = tabCells(ours);
  const cells: { row: number; column: number; value: Written }[] = [];
  for (const [row, line] of formulas.entries()) {
    for (const [column, formula] of line.entries()) {
      if (cellFunctionCall.test(formula))
        cells.push({ row: row + 1, column: column + 1, value: values[row]?.[column] ?? null });
    }
  }
  if (cells.length === 0) return undefined;
  const copy = ours.sheet.copyTo(file);
  copy.setName(title);
  for (const block of rectangles(cells)) {
    const width = block.values[0]?.length ?? 1;
    const last = `${columnLetters(block.column + width - 1)}${block.row + block.values.length - 1}`;
    copy
      .getRange(`${columnLetters(block.column)}${block.row}:${last}`)
      .setValues(block.values.map((line) => line.map((value) => verbatim(value, ''))));
  }
  copy.showSheet();
  return title;
}
