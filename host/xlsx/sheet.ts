import type { Cell, ColumnDef, WriteSheet } from 'hucre/xlsx';
import { formulaAt, valueAt } from '../cells';
import { googleFormat } from '../dialect';
import type { Execution } from '../execution';
import { filterPlace } from '../services/filter';
import { a1, letters } from '../services/place';
import { fileCharts } from './charts';
import { type Doubt, doubtOf, fileFormula, formulaHeldAt } from './formula';
import { fileText, writable } from './letters';
import { fileConditions, fileValidations } from './rules';
import { FONT, fileHeight, fileStyle, fileWidth } from './style';

/** A formula that other programs would read differently. */
export interface Doubtful {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly doubt: Doubt;
}

type Position = { readonly sheetId: string; readonly col: number; readonly row: number };

/** The cells that hold, show or look like anything. */
function used(execution: Execution, sheetId: string): Position[] {
  const { getters } = execution.model;
  const found = new Map<string, Position>();
  for (const cell of getters.getCells(sheetId)) {
    const position = getters.getCellPosition(cell.id);
    found.set(`${position.row},${position.col}`, position);
  }
  for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
    found.set(`${position.row},${position.col}`, position);
  }
  return [...found.values()];
}

/** The note of a cell whose formula calls a function of the add-on: it goes out as a value. */
function functionNote(names: readonly string[], formula: string): string {
  return `ƒ ${names.join(', ')}\n${formula}`;
}

/** One sheet as a workbook file has it; formulas that other programs would read differently are added to `doubts`. */
export function fileSheet(
  execution: Execution,
  sheetId: string,
  page: Pick<WriteSheet, 'pageSetup' | 'headerFooter' | 'colBreaks'>,
  doubts: Doubtful[],
): WriteSheet {
  const { model, workbook } = execution;
  const { getters } = model;
  const name = getters.getSheetName(sheetId);
  const { formats, notes } = workbook.extras.kept;
  const noteAt = new Map<string, string>();
  for (const { place, text } of notes) {
    if (place.sheet === sheetId) noteAt.set(`${place.zone.top},${place.zone.left}`, text);
  }

  const cells = new Map<string, Partial<Cell>>();
  for (const position of used(execution, sheetId)) {
    const key = `${position.row},${position.col}`;
    const cell = getters.getCell(position);
    const evaluated = getters.getEvaluatedCell(position);
    const format = googleFormat(evaluated.format ?? cell?.format, formats);
    const style = fileStyle(cell?.style ?? {}, format, getters.getCellBorder(position));
    const made: Partial<Cell> = {
      value: plain(valueAt(model, position, 'Etc/UTC'), evaluated),
      ...(style && { style }),
    };
    const formula = formulaHeldAt(model, position);
    if (formula !== undefined) {
      const { text, cellFunctions } = formula;
      const spread = getters.getSpreadZone(position);
      const doubt = doubtOf(
        formula,
        spread !== undefined && (spread.right > spread.left || spread.bottom > spread.top),
      );
      if (cellFunctions.length > 0) {
        const note = functionNote(cellFunctions, formulaAt(model, position));
        const before = noteAt.get(key);
        noteAt.set(key, before ? `${before}\n\n${note}` : note);
      } else {
        if (doubt) doubts.push({ sheet: name, cell: letters(position.col) + (position.row + 1), formula: text, doubt });
        made.formula = fileFormula(text);
        made.formulaResult = made.value ?? null;
      }
    }
    cells.set(key, made);
  }
  for (const [key, text] of noteAt) cells.set(key, { ...cells.get(key), comment: { text: fileText(text) } });
  // Borders may stand on cells that hold nothing.
  const { numberOfCols, numberOfRows } = getters.getSheetSize(sheetId);
  const columns: ColumnDef[] = [];
  for (let col = 0; col < numberOfCols; col++) {
    columns.push({
      width: fileWidth(getters.getColSize(sheetId, col)),
      ...(getters.isColHidden(sheetId, col) && { hidden: true }),
    });
  }
  const rowDefs = new Map<number, { height?: number; hidden?: boolean }>();
  for (let row = 0; row < numberOfRows; row++) {
    const height = getters.getUserRowSize(sheetId, row);
    const hidden = getters.isRowHidden(sheetId, row);
    if (height !== undefined || hidden) {
      rowDefs.set(row, { ...(height !== undefined && { height: fileHeight(height) }), ...(hidden && { hidden }) });
    }
  }
  for (const [row, lines] of wrappedLines(execution, sheetId)) {
    if (lines > 1 && rowDefs.get(row)?.height === undefined) {
      rowDefs.set(row, { ...rowDefs.get(row), height: fileHeight(lines * LINE + 4) });
    }
  }
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  const filter = filterPlace(execution, sheetId);
  const { color } = getters.getSheet(sheetId);
  return {
    name: writable(name),
    cells,
    columns,
    rowDefs,
    merges: getters.getMerges(sheetId).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: fileValidations(execution, sheetId),
    conditionalRules: fileConditions(execution, sheetId),
    view: {
      showGridLines: getters.getGridLinesVisibility(sheetId),
      ...(color && { tabColor: { rgb: color.replace('#', '').toUpperCase() } }),
    },
    ...page,
    charts: fileCharts(execution, sheetId),
    ...(filter && { autoFilter: { range: a1(filter.zone) } }),
    ...((xSplit > 0 || ySplit > 0) && { freezePane: { rows: ySplit, columns: xSplit } }),
    ...(!getters.isSheetVisible(sheetId) && { hidden: true }),
  };
}

/** The height of a line of the default font, in pixels. */
const LINE = 17;

/** What a text measures in the default font, roughly, in pixels: Chinese letters are twice as wide as others. */
function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? size * 1.34 : size * 0.58;
  return width;
}

/** How many lines the wrapped texts of each row take: a file opens with the heights it was written with. */
function wrappedLines(execution: Execution, sheetId: string): Map<number, number> {
  const { getters } = execution.model;
  const lines = new Map<number, number>();
  for (const cell of getters.getCells(sheetId)) {
    if (cell.style?.wrapping !== 'wrap') continue;
    const position = getters.getCellPosition(cell.id);
    if (getters.isInMerge(position) || getters.isColHidden(sheetId, position.col)) continue;
    const text = getters.getEvaluatedCell(position).formattedValue;
    if (text === '') continue;
    const room = getters.getColSize(sheetId, position.col) - 8;
    let count = 0;
    for (const part of text.split('\n')) {
      count += Math.max(1, Math.ceil(textWidth(part, cell.style.fontSize ?? FONT.size) / room));
    }
    lines.set(position.row, Math.max(lines.get(position.row) ?? 1, count));
  }
  return lines;
}

/** A value as a file has it: a date as its serial, under a format that shows it as one; a blank as nothing. */
function plain(value: unknown, evaluated: { readonly value: unknown }): string | number | boolean | null {
  if (value === '' && evaluated.value === null) return null;
  if (typeof value === 'object') return typeof evaluated.value === 'number' ? evaluated.value : null;
  if (typeof value === 'string') return fileText(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
