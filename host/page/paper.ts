import type { Model } from '@odoo/o-spreadsheet';

/** What of a tab goes on paper, counted from 0, both ends included. */
interface Printed {
  readonly sheetId: string;
  readonly lastColumn: number;
  readonly lastRow: number;
}

/** Pixels of an A4 page upright within its margins of 12 mm: 186 by 273 mm at 96 to the inch. */
const page = { width: 703, height: 1030 } as const;

/** `A1:I54` → its last column and row, counted from 0; undefined of anything else. */
export function endOf(range: string | undefined): { readonly column: number; readonly row: number } | undefined {
  const [, letters, row] = /^A1:([A-Z]+)(\d+)$/.exec(range ?? '') ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(row) - 1 };
}

/**
 * A tab as a table of a document, as wide as an A4 page: what is hidden is left out, the frozen rows come again on each
 * page, and what is little more than a page long is made to fit one.
 */
export function paperOf(model: Model, { sheetId, lastColumn, lastRow }: Printed): HTMLElement {
  const { getters } = model;
  const columns = upTo(lastColumn).filter((col) => !getters.isColHidden(sheetId, col));
  const rows = upTo(lastRow).filter((row) => !getters.isRowHidden(sheetId, row));
  const width = columns.reduce((sum, col) => sum + getters.getColSize(sheetId, col), 0);
  const height = rows.reduce((sum, row) => sum + getters.getRowSize(sheetId, row), 0);
  const fit = page.width / width;
  const isOnePage = height * fit <= page.height * 1.2;
  const table = document.createElement('table');
  table.style.width = `${width}px`;
  table.style.zoom = String(isOnePage ? Math.min(fit, page.height / height) : fit);
  const widths = table.appendChild(document.createElement('colgroup'));
  for (const col of columns) {
    widths.appendChild(document.createElement('col')).style.width = `${getters.getColSize(sheetId, col)}px`;
  }
  const [head, body] = [table.createTHead(), table.createTBody()];
  const { ySplit } = getters.getPaneDivisions(sheetId);
  for (const row of rows) {
    const line = (row < ySplit ? head : body).insertRow();
    line.style.height = `${getters.getRowSize(sheetId, row)}px`;
    for (const col of columns) placeCell(model, line, { sheetId, col, row }, columns, rows);
  }
  return table;
}

const upTo = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, index) => index);

interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** Adds a cell with what it shows and how it looks; of merged cells the first, over as many as are seen. */
function placeCell(
  { getters }: Model,
  line: HTMLTableRowElement,
  position: Position,
  columns: readonly number[],
  rows: readonly number[],
): void {
  const merge = getters.getMerge(position);
  const from = merge && { col: columns.find((col) => col >= merge.left), row: rows.find((row) => row >= merge.top) };
  if (merge && (from?.col !== position.col || from.row !== position.row)) return;
  const cell = line.insertCell();
  if (merge) {
    cell.colSpan = columns.filter((col) => col >= merge.left && col <= merge.right).length;
    cell.rowSpan = rows.filter((row) => row >= merge.top && row <= merge.bottom).length;
  }
  const at = merge ? { ...position, col: merge.left, row: merge.top } : position;
  const { formattedValue, type, value } = getters.getEvaluatedCell(at);
  const style = getters.getCellComputedStyle(at);
  const border = getters.getCellComputedBorder(at);
  cell.textContent = type === 'boolean' ? (value === true ? '✓' : '') : formattedValue;
  Object.assign(cell.style, {
    color: style.textColor ?? '',
    background: style.fillColor ?? '',
    fontWeight: style.bold ? '600' : '',
    fontSize: `${((style.fontSize ?? 10) * 4) / 3}px`,
    textAlign: style.align ?? (type === 'number' ? 'right' : type === 'boolean' ? 'center' : 'left'),
    whiteSpace: style.wrapping === 'wrap' ? 'pre-wrap' : 'pre',
    borderTop: lineOf(border?.top),
    borderBottom: lineOf(border?.bottom),
    borderLeft: lineOf(border?.left),
    borderRight: lineOf(border?.right),
  });
}

const lineOf = (line: { readonly color?: string } | undefined): string =>
  line ? `1px solid ${line.color ?? '#000'}` : '';
