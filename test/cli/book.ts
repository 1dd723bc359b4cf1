import { readFileSync } from 'node:fs';
import { readXlsx, type Sheet } from 'hucre/xlsx';

interface Found {
  readonly value: unknown;
  readonly formula: string | undefined;
  readonly note: string | undefined;
}

/** A workbook file as a library that knows nothing of the add-on reads it; cells by the hidden ids of row 1 and column A. */
export interface Book {
  /** Names of the tabs that people see. */
  readonly shown: readonly string[];
  readonly names: readonly string[];
  /** The cell of a record in a field's column; in a record tab the row is the field and the column `value.1`. */
  cell(tab: string, row: string, column: string): Found;
  /** The cells of a table's column, a record each. */
  column(tab: string, column: string): readonly unknown[];
}

/** Reads an .xlsx file. */
export async function bookOf(path: string): Promise<Book> {
  const { sheets, namedRanges = [] } = await readXlsx(readFileSync(path));
  const tabNamed = (name: string): Sheet => {
    const tab = sheets.find((candidate) => candidate.name === name);
    if (!tab) throw new Error(`no tab ${name} among ${sheets.map((candidate) => candidate.name).join(', ')}`);
    return tab;
  };
  const columnIn = (tab: Sheet, column: string): number => {
    const index = (tab.rows[0] ?? []).indexOf(column);
    if (index < 0) throw new Error(`no column ${column} in ${tab.name}`);
    return index;
  };
  return {
    shown: sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    names: namedRanges.map(({ name }) => name),
    cell(name, row, column) {
      const tab = tabNamed(name);
      const rowIndex = tab.rows.findIndex(([id]) => id === row);
      if (rowIndex < 0) throw new Error(`no row ${row} in ${name}`);
      const columnIndex = columnIn(tab, column);
      const cell = tab.cells?.get(`${rowIndex},${columnIndex}`);
      return { value: tab.rows[rowIndex]?.[columnIndex], formula: cell?.formula, note: cell?.comment?.text };
    },
    column(name, column) {
      const tab = tabNamed(name);
      const index = columnIn(tab, column);
      const records = tab.rows.filter(([id]) => typeof id === 'string' && id !== '' && !id.startsWith('#'));
      return records.map((cells) => cells[index] ?? null);
    },
  };
}
