import { helpers } from '@odoo/o-spreadsheet';
import { engineFormat, type FormatNames } from '../../dialect';
import type { Execution } from '../../execution';
import { content, type Kept, type Note, type Zone } from '../../extras';
import { usFormula } from '../../separators';
import { COLUMN_WIDTH } from '../../workbook';
import { a1, letters } from '../place';
import { addRule, stacked } from '../validation';
import { only } from './fields';
import { hex, inputOf, lookOf, ruleOf } from './grid';

type File = GoogleAppsScript.Sheets.Schema.Spreadsheet;
type Sheet = GoogleAppsScript.Sheets.Schema.Sheet;
type Cell = GoogleAppsScript.Sheets.Schema.CellData;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;
type Validation = GoogleAppsScript.Sheets.Schema.DataValidationRule;
type Dimension = GoogleAppsScript.Sheets.Schema.DimensionProperties;

/** What is made of descriptions, once for all that say the same: most are one object, some have been copied. */
class Made<G extends object, T> {
  private readonly byObject = new Map<G, T>();
  private readonly byText = new Map<string, T>();

  of(given: G, make: () => T): T {
    const known = this.byObject.get(given);
    if (known !== undefined) return known;
    const text = JSON.stringify(given);
    const made = this.byText.get(text) ?? make();
    this.byText.set(text, made);
    this.byObject.set(given, made);
    return made;
  }
}

/** What the engine keeps once and refers to by a number: looks and number formats. */
class Numbered<T> {
  readonly items: Record<number, T> = {};
  private readonly numbers = new Map<string, number>();

  numberOf(item: T): number {
    const key = JSON.stringify(item);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(key, number);
    this.items[number] = item;
    return number;
  }
}

/** Numbers of cells row by row, as the engine keeps them: runs within a row by their address. */
class Runs {
  readonly byAddress: Record<string, number> = {};
  private run: { readonly row: number; readonly left: number; right: number; readonly number: number } | undefined;

  add(row: number, col: number, number: number | undefined): void {
    const { run } = this;
    if (run && run.row === row && run.right === col - 1 && run.number === number) {
      run.right = col;
      return;
    }
    this.end();
    this.run = number === undefined ? undefined : { row, left: col, right: col, number };
  }

  end(): void {
    if (!this.run) return;
    const { row, left, right, number } = this.run;
    this.byAddress[a1({ left, right, top: row, bottom: row })] = number;
    this.run = undefined;
  }
}

/** A cell's look, ready for the engine. */
interface Look {
  readonly style: number | undefined;
  readonly format: string | undefined;
}

const CELL = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation'];

const isKnown = (cell: object): boolean => {
  for (const name in cell) if (!CELL.includes(name)) return false;
  return true;
};

const rowsOf = ({ data }: Sheet): readonly (readonly Cell[])[] =>
  (data?.[0]?.rowData ?? []).map(({ values = [] }) => values);

/** What the engine opens, and what is kept beside it. */
export interface FileData {
  readonly sheets: readonly object[];
  readonly styles: Readonly<Record<number, object>>;
  readonly formats: Readonly<Record<number, string>>;
  readonly google: Partial<Kept>;
}

/**
 * The cells, sizes and tabs of a file in the engine's own form, which it opens many times faster than it takes commands;
 * `sheets` are those of the body of `spreadsheets.create`.
 */
export function dataOf({ properties, sheets = [] }: File): FileData {
  const { locale } = helpers.createEmptyWorkbookData().settings;
  const inUsForm = (formula: string): string => usFormula(formula, properties?.locale ?? 'en_US', 'anywhere');
  const styles = new Numbered<object>();
  const formats = new Numbered<string>();
  const names: FormatNames = {};
  const notes: Note[] = [];
  const looks = new Made<Format, Look>();
  const bare: Look = { style: undefined, format: undefined };
  const lookOfCell = (given: Format | undefined, where: () => string): Look =>
    given === undefined
      ? bare
      : looks.of(given, () => {
          const { format, style } = lookOf(given, where());
          const held = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
          return {
            style: Object.keys(held).length > 0 ? styles.numberOf(held) : undefined,
            format: format === undefined ? undefined : engineFormat(format, names),
          };
        });

  const sheetData = (sheet: Sheet, at: number): object => {
    const {
      properties: { sheetId = 0, title = '', hidden, tabColorStyle, gridProperties } = {},
      data,
      merges = [],
    } = sheet;
    const {
      columnCount = 26,
      rowCount = 1000,
      frozenRowCount,
      frozenColumnCount,
      hideGridlines,
    } = gridProperties ?? {};
    const where = `spreadsheet.sheets[${at}]`;
    const cells: Record<string, string> = {};
    const [styled, formatted] = [new Runs(), new Runs()];
    rowsOf(sheet).forEach((values, row) => {
      values.forEach((cell, col) => {
        const place = () => `${where}.data[0].row_data[${row}].values[${col}]`;
        if (!isKnown(cell)) only(cell, CELL, place());
        const { style, format } = lookOfCell(cell.userEnteredFormat, () => `${place()}.user_entered_format`);
        const value = cell.userEnteredValue;
        const words = value && content(inputOf(value, `${where}.user_entered_value`, inUsForm), format, locale);
        if (words && words.content !== '') cells[`${letters(col)}${row + 1}`] = words.content;
        const shown = words?.format ?? format;
        styled.add(row, col, style);
        formatted.add(row, col, shown ? formats.numberOf(shown) : undefined);
        const zone = { left: col, right: col, top: row, bottom: row };
        if (cell.note) notes.push({ place: { sheet: String(sheetId), zone }, text: cell.note });
      });
    });
    styled.end();
    formatted.end();
    const [grid] = data ?? [];
    return {
      id: String(sheetId),
      name: title,
      colNumber: columnCount,
      rowNumber: rowCount,
      cells,
      styles: styled.byAddress,
      formats: formatted.byAddress,
      cols: dimensions(columnCount, grid?.columnMetadata ?? [], COLUMN_WIDTH, `${where}.column_metadata`),
      rows: dimensions(rowCount, grid?.rowMetadata ?? [], undefined, `${where}.row_metadata`),
      merges: merges.map(({ startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 }) =>
        a1({ left: startColumnIndex, right: endColumnIndex - 1, top: startRowIndex, bottom: endRowIndex - 1 }),
      ),
      panes: { ySplit: frozenRowCount ?? 0, xSplit: frozenColumnCount ?? 0 },
      areGridLinesVisible: !hideGridlines,
      isVisible: !hidden,
      ...(tabColorStyle && { color: hex(tabColorStyle) }),
    };
  };

  const made = sheets.map(sheetData);
  return { sheets: made, styles: styles.items, formats: formats.items, google: { notes, formats: names } };
}

function dimensions(
  count: number,
  given: readonly Dimension[],
  usual: number | undefined,
  where: string,
): Readonly<Record<number, object>> {
  const made: Record<number, object> = {};
  for (let index = 0; index < count; index += 1) {
    const { pixelSize = usual, hiddenByUser, ...others } = given[index] ?? {};
    only(others, [], `${where}[${index}]`);
    if (pixelSize === undefined && !hiddenByUser) continue;
    made[index] = { ...(pixelSize !== undefined && { size: pixelSize }), ...(hiddenByUser && { isHidden: true }) };
  }
  return made;
}

/** A check with the cells that have it. */
interface Checked {
  readonly validation: Validation;
  readonly zones: Zone[];
}

/** Gives the cells of a sheet their checks, each check once with all its cells. */
export function giveRules(execution: Execution, sheet: Sheet, where: string): void {
  const id = String(sheet.properties?.sheetId);
  const checks = new Made<Validation, Checked>();
  const found = new Set<Checked>();
  rowsOf(sheet).forEach((values, row) => {
    values.forEach(({ dataValidation }, col) => {
      if (!dataValidation) return;
      const check = checks.of(dataValidation, () => ({ validation: dataValidation, zones: [] }));
      found.add(check);
      const { zones } = check;
      const last = zones[zones.length - 1];
      if (last && last.top === row && last.right === col - 1) zones[zones.length - 1] = { ...last, right: col };
      else zones.push({ left: col, right: col, top: row, bottom: row });
    });
  });
  for (const { validation, zones } of found) {
    addRule(execution, id, ruleOf(execution, id, validation, where), stacked(zones));
  }
}
