import type { Execution } from '../../execution';
import { rangeOf } from '../given';
import { giveRules } from './data';
import { only } from './fields';
import { inputOf, lookOf } from './grid';
import { placeIn } from './tab';

type Step = GoogleAppsScript.Sheets.Schema.UpdateCellsRequest;

/** All that a cell can be told here: steps that name less are not implemented. */
const CELL = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation'];

/** Gives the cells from a tab's first one on what they hold, their looks, notes and checks; what is not told is cleared. */
export function updateCells(execution: Execution, step: Step | undefined, where: string): void {
  only(step ?? {}, ['start', 'rows', 'fields'], where);
  const { start, rows = [], fields = '' } = step ?? {};
  if ((start?.rowIndex ?? 0) !== 0 || (start?.columnIndex ?? 0) !== 0 || fields !== CELL.join(','))
    throw new Error(`Invalid ${where}: only whole cells from the first one on are implemented here`);
  const columns = Math.max(...rows.map(({ values = [] }) => values.length));
  const range = { sheetId: start?.sheetId ?? 0, endRowIndex: rows.length, endColumnIndex: columns };
  const place = placeIn(execution, range, where);
  const { sheet } = place;
  const inUsForm = (formula: string): string => execution.workbook.usFormula(formula);
  const looks = new Map<object, ReturnType<typeof lookOf>>();
  const notes = rows.map(() => Array<string>(columns).fill(''));
  for (const [row, { values = [] }] of rows.entries()) {
    for (const [col, cell] of values.entries()) {
      const at = `${where}.rows[${row}].values[${col}]`;
      only(cell, CELL, at);
      const given = cell.userEnteredFormat ?? {};
      const look = looks.get(given) ?? lookOf(given, `${at}.user_entered_format`);
      looks.set(given, look);
      execution.hold({
        sheet,
        col,
        row,
        input: inputOf(cell.userEnteredValue ?? {}, `${at}.user_entered_value`, inUsForm),
        format: look.format === undefined ? '' : execution.formatName(look.format),
        style: look.style,
      });
      const line = notes[row];
      if (line && cell.note !== undefined) line[col] = cell.note;
    }
  }
  execution.commit();
  if (notes.some((line) => line.some((note) => note !== ''))) rangeOf(execution, place).setNotes(notes);
  giveRules(execution, { properties: { sheetId: range.sheetId }, data: [{ rowData: rows }] }, where);
}
