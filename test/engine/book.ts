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

/** What the workbook says of itself, as the text of its metadata; '' where it says nothing. */
export const registeredIn = (workbook: Workbook): string =>
  workbook.extras.kept.metadata.find(({ key }) => key === 'regionTargets')?.value ?? '';

/** The sheets that the workbook's metadata names as ours: the engine's ids by tab. */
export function ourSheets(workbook: Workbook): ReadonlyMap<string, string> {
  const registry: { readonly tabs?: Readonly<Record<string, { readonly sheet: number }>> } = JSON.parse(
    registeredIn(workbook) || '{}',
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

/** Where cells stand, and what takes part of an answer of theirs. */
function placesUsed(
  { model: { getters } }: Workbook,
  sheetId: string,
): readonly { readonly col: number; readonly row: number }[] {
  const places: { readonly col: number; readonly row: number }[] = [];
  for (const cell of getters.getCells(sheetId)) {
    const position = getters.getCellPosition(cell.id);
    places.push(position);
    const spread = cell.isFormula ? getters.getSpreadZone(position) : undefined;
    if (!spread) continue;
    for (let row = spread.top; row <= spread.bottom; row += 1)
      for (let col = spread.left; col <= spread.right; col += 1) places.push({ col, row });
  }
  return places;
}

/** Any sheet, read as if it were a tab. */
export function sheetTab(workbook: Workbook, sheet: string): Tab {
  const { model } = workbook;
  const { getters } = model;
  const formulaOf = formulasOf(model);
  const places = placesUsed(workbook, sheet);
  // Behind the columns in use stand many that never are.
  const width = places.reduce((last, { col }) => Math.max(last, col + 1), 1);
  const height = getters.getNumberRows(sheet);
  // Below the rows in use stand many that never are: all of these are one.
  const blank: readonly string[] = Array.from({ length: width }, () => '');
  const values: (readonly Value[])[] = Array.from({ length: height }, () => blank);
  const formulas: (readonly string[])[] = Array.from({ length: height }, () => blank);
  const used = new Map<number, { readonly line: Value[]; readonly formulaLine: string[] }>();
  for (const { col, row } of places) {
    if (row >= height) continue;
    const position = { sheetId: sheet, col, row };
    const value = getters.getEvaluatedCell(position).value ?? '';
    const formula = formulaOf(position);
    // Most cells have nothing but their looks.
    if (value === '' && formula === '') continue;
    const { line, formulaLine } = used.get(row) ?? { line: [...blank], formulaLine: [...blank] };
    used.set(row, { line, formulaLine });
    line[col] = value;
    formulaLine[col] = formula;
    values[row] = line;
    formulas[row] = formulaLine;
  }
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  for (const row of [...used.keys()].sort((one, other) => one - other)) {
    const key = values[row]?.[0];
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
