import { formulasOf } from '../../host/cells';
import { gid } from '../../host/services/place';
import type { Workbook } from '../../host/workbook';

/** A cell's content as a number (dates too), text or boolean; '' for nothing, `#REF!` and its like for an error. */
export type Value = string | number | boolean;

/** One of the plan's tabs as it stands in the workbook, found by the hidden ids alone. */
export interface Tab {
  readonly name: string;
  /** The engine's id of the sheet. */
  readonly sheet: string;
  readonly hidden: boolean;
  readonly values: readonly (readonly Value[])[];
  readonly formulas: readonly (readonly string[])[];
  /** Rows by the ids in the first column, columns by those in the first row, from 0; of two the first. */
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
}

/** The sheets that the workbook's metadata names as ours: the engine's ids by tab. */
export function ourSheets(workbook: Workbook): ReadonlyMap<string, string> {
  const kept = workbook.extras.kept.metadata.find(({ key }) => key === 'regionTargets');
  const registry: { readonly tabs?: Readonly<Record<string, { readonly sheet: number }>> } = JSON.parse(
    kept?.value ?? '{}',
  );
  const ids = new Map(workbook.model.getters.getSheetIds().map((id) => [gid(id), id]));
  const sheets = new Map<string, string>();
  for (const [tab, { sheet }] of Object.entries(registry.tabs ?? {})) {
    const id = ids.get(sheet);
    if (id !== undefined) sheets.set(tab, id);
  }
  return sheets;
}

/** A tab of the plan; throws if it is not there. */
export function tabIn(workbook: Workbook, id: string): Tab {
  const sheet = ourSheets(workbook).get(id);
  if (sheet === undefined) throw new Error(`the workbook has no tab ${id}`);
  return sheetTab(workbook, sheet);
}

/** Columns up to the last that holds a cell or takes part of an answer: behind the log's stand many that never do. */
function widthUsed({ model: { getters } }: Workbook, sheetId: string): number {
  let width = 1;
  for (const cell of getters.getCells(sheetId)) {
    const position = getters.getCellPosition(cell.id);
    const right = cell.isFormula ? getters.getSpreadZone(position)?.right : undefined;
    width = Math.max(width, (right ?? position.col) + 1);
  }
  return width;
}

/** Any sheet, read as if it were a tab. */
export function sheetTab(workbook: Workbook, sheet: string): Tab {
  const { model } = workbook;
  const { getters } = model;
  const height = getters.getNumberRows(sheet);
  const width = widthUsed(workbook, sheet);
  const formulaOf = formulasOf(model);
  const values: Value[][] = [];
  const formulas: string[][] = [];
  for (let row = 0; row < height; row += 1) {
    const line: Value[] = [];
    const formulaLine: string[] = [];
    for (let col = 0; col < width; col += 1) {
      const position = { sheetId: sheet, col, row };
      line.push(getters.getEvaluatedCell(position).value ?? '');
      formulaLine.push(formulaOf(position));
    }
    values.push(line);
    formulas.push(formulaLine);
  }
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const [row, line] of values.entries()) {
    const key = line[0];
    if (key !== undefined && key !== '' && !rows.has(String(key))) rows.set(String(key), row);
  }
  for (const [column, key] of (values[0] ?? []).entries()) {
    if (column > 0 && key !== '' && !columns.has(String(key))) columns.set(String(key), column);
  }
  return {
    name: getters.getSheetName(sheet),
    sheet,
    hidden: !getters.isSheetVisible(sheet),
    values,
    formulas,
    rows,
    columns,
  };
}

/** Where a cell is, from 0: of a record `value.1` in the field's row, elsewhere the field's column in the record's row. */
function spotIn(tab: Tab, row: string, column: string): readonly [row: number, column: number] {
  const found = [tab.rows.get(row), tab.columns.get(column)] as const;
  const [atRow, atColumn] = found;
  if (atRow === undefined || atColumn === undefined) throw new Error(`${tab.name} has no cell ${row}.${column}`);
  return [atRow, atColumn];
}

/** What stands in a cell. */
export function valueIn(tab: Tab, row: string, column: string): Value {
  const [atRow, atColumn] = spotIn(tab, row, column);
  return tab.values[atRow]?.[atColumn] ?? '';
}

/** The formula in a cell, '' for none. */
export function formulaIn(tab: Tab, row: string, column: string): string {
  const [atRow, atColumn] = spotIn(tab, row, column);
  return tab.formulas[atRow]?.[atColumn] ?? '';
}

/** Ids of a table's records, from the top. */
export function recordIds(tab: Tab): readonly string[] {
  return [...tab.rows.keys()].filter((id) => !id.startsWith('#'));
}
