import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { currencyIn } from '../../src/model/written/currency';
import { factorIn } from '../../src/model/written/units';
import type { Cell } from './cell';
import type { ImportFault } from './fault';
import type { Grid, Row } from './grid';
import { limits } from './limits';
import { unreadable } from './zip';

/** A sheet of a workbook as rows, and which sheets there are. */
export interface ReadSheet {
  readonly grid: Grid;
  readonly sheets: readonly string[];
  readonly sheet: string;
}

/** Rows that are read beyond the limit, to know that there are more. */
const beyond = 200;
/** Column 1,001. */
const lastColumn = 'ALM';

const percentFormat = /%/;
/** What a number's format shows as it stands: in brackets with its country, in quotes, or a sign by itself. */
const signs = /\[\$([^\]-]+)(?:-[^\]]*)?\]|"([^"]+)"|([¥￥$€£₩₹]|[百千万亿]+元?)/g;
const quotes = /"[^"]*"/g;
/** A number that is shown with zeros before it: an id. */
const zeros = /^0{2,}$/;

/** Reads a sheet of an .xlsx: the one of that name or number, else the first that is shown. */
export async function readWorkbook(
  bytes: Uint8Array,
  wanted: string | undefined,
  most: number = limits.rows,
): Promise<ReadSheet | { readonly fault: ImportFault }> {
  const wrong = unreadable(bytes);
  if (wrong) return { fault: wrong };
  const names: string[] = [];
  let chosen: string | undefined;
  const isWanted = (name: string, index: number, isHidden: boolean): boolean =>
    wanted === undefined ? !isHidden : name === wanted || String(index + 1) === wanted;
  try {
    const { sheets } = await readXlsx(bytes, {
      readStyles: true,
      maxRows: most + beyond,
      range: `A1:${lastColumn}${most + beyond}`,
      sheets: (info, index) => {
        const isHidden = info.hidden === true || info.veryHidden === true;
        if (!isHidden) names.push(info.name);
        if (chosen !== undefined || !isWanted(info.name, index, isHidden)) return false;
        chosen = info.name;
        return true;
      },
    });
    const [sheet] = sheets;
    // A first sheet with nothing in it is nobody's list.
    const next = names[names.indexOf(sheet?.name ?? '') + 1];
    if (sheet && wanted === undefined && sheet.rows.length === 0 && next !== undefined) {
      const read = await readWorkbook(bytes, next, most);
      return 'fault' in read ? read : { ...read, sheets: names };
    }
    if (!sheet) return { fault: { code: 'noSheet', got: wanted ?? '', known: names.join(', ') } };
    return { grid: gridOfSheet(sheet, most), sheets: names, sheet: sheet.name };
  } catch (error) {
    console.error(error);
    return { fault: { code: 'brokenFile' } };
  }
}

function gridOfSheet(sheet: Sheet, most: number): Grid {
  const rows: Row[] = [];
  const { filled, shared } = withMerged(sheet);
  let hiddenRows = 0;
  for (const [index, values] of filled.entries()) {
    const cells: Cell[] = [];
    for (const [column, value] of values.entries()) {
      const cell = sheet.cells?.get(`${index},${column}`);
      if (value === null || value === undefined || value === '') {
        const { formula } = cell ?? {};
        // A formula that comes to an empty text has that for its value.
        if (formula === undefined || value === '') continue;
        while (cells.length < column) cells.push('');
        // Of formulas that are filled down the first alone says what it is.
        cells.push(`=${formula || '(…)'}`);
        continue;
      }
      while (cells.length < column) cells.push('');
      const isShared = typeof value === 'number' && shared.has(`${index},${column}`);
      cells.push(isShared ? { shared: value } : cellOf(value, cell?.style?.numFmt));
    }
    if (cells.length === 0) continue;
    if (cells.length > limits.columns) {
      return { rows: [], faults: [{ code: 'tooManyColumns', row: index + 1, line: index + 1, most: limits.columns }] };
    }
    rows.push({ row: index + 1, line: index + 1, cells });
    if (sheet.rowDefs?.get(index)?.hidden) hiddenRows += 1;
  }
  if (rows.length > most + beyond / 2) {
    return { rows: [], faults: [{ code: 'tooManyRows', most }] };
  }
  return { rows, faults: [], hiddenRows };
}

/** The rows with what merged cells say in each of the cells that they take, and which of these take several rows. */
function withMerged({ rows, merges = [] }: Sheet): {
  readonly filled: readonly (readonly CellValue[])[];
  readonly shared: ReadonlySet<string>;
} {
  const shared = new Set<string>();
  const filled: CellValue[][] = rows.map((cells) => [...cells]);
  let copied = 0;
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    if (value === null) continue;
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++) {
      const cells = filled[row];
      for (let column = startCol; cells && column <= Math.min(endCol, limits.columns - 1); column++) {
        copied += 1;
        if (copied > limits.rows * 10) return { filled, shared };
        cells[column] = value;
        if (endRow > startRow) shared.add(`${row},${column}`);
      }
    }
  }
  return { filled, shared };
}

/**
 * What a number's format shows beside it: `[$€-407]`, `"US$"`, `0.0"万元"`. A format that itself scales the number, with
 * a comma behind its digits or a point of its own, shows a unit in which the number does not count.
 */
function unitShown(format: string): string | undefined {
  const [shown = ''] = format.split(';');
  const isScaled = /[0#?],+(?![0#?])|[!\\]\./.test(shown.replace(quotes, ''));
  for (const [, bracketed, quoted, bare] of shown.matchAll(signs)) {
    const unit = (bracketed ?? quoted ?? bare ?? '').trim();
    const factor = factorIn(unit);
    if (currencyIn(unit) || (factor !== undefined && factor !== 1 && !isScaled)) return unit;
  }
  return undefined;
}

function cellOf(value: NonNullable<CellValue>, format: string | undefined): Cell {
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) };
  if (typeof value !== 'number' || format === undefined) return value;
  if (percentFormat.test(format)) return { percent: Number((value * 100).toPrecision(15)) };
  const unit = unitShown(format);
  if (unit !== undefined) return { amount: value, unit };
  if (zeros.test(format) && Number.isInteger(value) && value >= 0) return String(value).padStart(format.length, '0');
  return value;
}
