import { rectangles } from '../workbook/areas';
import type { TabChange } from '../workbook/diff';
import { bodyStart } from '../workbook/place';
import type { CellPlan } from '../workbook/plan';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Where formulas of ours stand that may be typed over. */
function defaultCells({
  plan,
  placement,
  state,
}: TabChange): readonly { readonly row: number; readonly column: number }[] {
  const cells: { row: number; column: number }[] = [];
  const place = (row: number, of: Readonly<Record<string, CellPlan>>): void => {
    for (const [key, { owner }] of Object.entries(of)) {
      const column = placement.columns.get(key);
      if (owner === 'default' && column !== undefined) cells.push({ row, column });
    }
  };
  for (const row of plan.rows) {
    const at = placement.rows.get(row.key);
    if (at !== undefined) place(at, row.cells);
  }
  if (plan.body) for (let row = bodyStart(placement); row <= state.maxRows; row += 1) place(row, plan.body);
  return cells;
}

/**
 * Takes off rules that refuse where formulas of ours stand, as earlier versions of the plan had them: a formula's result
 * is held against such a rule as it is written. Before anything is written there.
 */
export function loosenRules(sheet: Sheet, change: TabChange): void {
  const cells = defaultCells(change);
  if (cells.length === 0) return;
  const [rows, columns] = [Math.max(...cells.map(({ row }) => row)), Math.max(...cells.map(({ column }) => column))];
  const present = sheet.getRange(1, 1, rows, columns).getDataValidations();
  const refusing = cells.filter(({ row, column }) => present[row - 1]?.[column - 1]?.getAllowInvalid() === false);
  for (const { row, column, values } of rectangles(refusing.map((cell) => ({ ...cell, value: null }))))
    sheet.getRange(row, column, values.length, values[0]?.length ?? 1).setDataValidation(null);
}
