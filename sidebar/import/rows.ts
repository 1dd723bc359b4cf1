import type { ImportFault } from './fault';
import type { Grid, Row } from './grid';
import { limits } from './limits';
import { block, finished, type Steps } from './steps';

/** What stands between the cells of a text, the likeliest last of those that are equally likely. */
const delimiters = ['；', '，', '|', ';', '\t', ','] as const;

/** The first characters of a text are looked at to tell its delimiter. */
const sample = 32_768;

/** Line breaks of every system as one, also inside quotes; no byte order mark. */
const plainLines = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');

/** `sep=;` above everything else, which Excel writes and reads. */
const declared = /^sep=(.)[ \t]*(?:\n|$)/i;

/**
 * The rows of a delimited text, `known` telling which headers are known: the delimiter is the one that makes most of
 * them, else the one that makes rows of one width.
 */
export const gridOf = (
  text: string,
  known: (header: string) => boolean = () => false,
  most: number = limits.rows,
): Grid => finished(gridIn(text, known, most));

/** The same step by step, for who has other things to do in between: each step says which share of the text is read. */
export function* gridIn(
  text: string,
  known: (header: string) => boolean = () => false,
  most: number = limits.rows,
): Steps<Grid> {
  const plain = plainLines(text);
  const [mark = '', delimiter = ''] = declared.exec(plain) ?? [];
  if (mark !== '') {
    const { rows, faults } = yield* rowsIn(plain.slice(mark.length), delimiter, most);
    const below = <At extends { readonly line?: number; readonly row?: number }>(at: At): At => ({
      ...at,
      ...(at.line !== undefined && { line: at.line + 1 }),
      ...(at.row !== undefined && { row: at.row + 1 }),
    });
    return { rows: rows.map(below), faults: faults.map(below), delimiter };
  }
  const found = delimiterOf(plain, known);
  const spaced = found === undefined ? plain.replace(gap, '\t') : plain;
  const { rows, faults } = yield* rowsIn(spaced, found ?? '\t', most);
  // Where blanks part the cells, one that is missing would move all behind it.
  const isAligned = found !== undefined || rows.every(({ cells }) => cells.length === rows[0]?.cells.length);
  return isAligned ? { rows, faults, delimiter: found ?? '\t' } : yield* rowsIn(plain, ',', most);
}

/** What parts columns that are set out with blanks. */
const gap = /(?<=\S) {2,}(?=\S)/g;

/** The delimiter of a text; undefined where none parts anything and columns are set out with blanks. */
function delimiterOf(plain: string, known: (header: string) => boolean): string | undefined {
  const cut = plain.length > sample ? plain.slice(0, plain.lastIndexOf('\n', sample) + 1 || sample) : plain;
  let [best, most]: [string, number] = [',', 0];
  for (const delimiter of delimiters) {
    const { rows } = rowsOf(cut, delimiter);
    const widths = new Map<number, number>();
    let headers = 0;
    for (const [index, { cells }] of rows.entries()) {
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      if (index < 20) headers = Math.max(headers, cells.filter((cell) => known(String(cell))).length);
    }
    widths.delete(1);
    let even = 0;
    for (const [width, count] of widths) even = Math.max(even, (count / rows.length) * Math.min(width, 20));
    const score = headers * 100 + even;
    if (score >= most && score > 0) [best, most] = [delimiter, score];
  }
  return most === 0 && /^\S.*?\S {2,}\S/.test(cut) ? undefined : best;
}

/**
 * The rows of a delimited text that are not blank, in one pass. Where quotes are broken the row is a fault and reading
 * goes on with the next line, so that one quote does not swallow the rest of the file.
 */
export const rowsOf = (text: string, delimiter: string, most: number = limits.rows): Pick<Grid, 'rows' | 'faults'> =>
  finished(rowsIn(text, delimiter, most));

function* rowsIn(text: string, delimiter: string, most: number): Steps<Pick<Grid, 'rows' | 'faults'>> {
  const plain = plainLines(text);
  const next = nextIn(plain);
  const rows: Row[] = [];
  const faults: ImportFault[] = [];
  let [at, row, line, width, more] = [0, 1, 1, 0, 0];
  while (at < plain.length) {
    const read = rowAt(plain, at, delimiter, width, next);
    if ('broken' in read) {
      if (faults.length < limits.faults) faults.push({ code: read.broken, row, line });
      else more += 1;
      at = next('\n', at) + 1;
      row += 1;
      line += 1;
      continue;
    }
    const { cells, end, lines } = read;
    if (cells.length > limits.columns) {
      return { rows: [], faults: [{ code: 'tooManyColumns', row, line, most: limits.columns }] };
    }
    if (cells.length > 0) rows.push({ row, line, cells });
    if (rows.length > most + 100) return { rows: [], faults: [{ code: 'tooManyRows', most }] };
    width = Math.max(width, cells.length);
    at = end;
    row += 1;
    line += lines;
    if (row % block === 0) yield at / plain.length;
  }
  if (more > 0) faults.push({ code: 'moreFaults', most: more });
  return { rows, faults };
}

/** Where a sign stands next, or the end: no stretch of the text is looked through twice for it while reading goes on. */
function nextIn(text: string): (sign: string, from: number) => number {
  const found = new Map<string, { readonly from: number; readonly at: number }>();
  return (sign, from) => {
    const last = found.get(sign);
    if (last !== undefined && last.from <= from && from <= last.at) return last.at;
    const index = text.indexOf(sign, from);
    const at = index < 0 ? text.length : index;
    found.set(sign, { from, at });
    return at;
  };
}

type ReadRow =
  | { readonly broken: 'unclosedQuote' | 'brokenQuote' }
  | { readonly cells: readonly string[]; readonly end: number; readonly lines: number };

/** The row that starts at a place, without blank cells at its end. */
function rowAt(
  text: string,
  start: number,
  delimiter: string,
  width: number,
  next: (sign: string, from: number) => number,
): ReadRow {
  const cells: string[] = [];
  let [from, blanks, lines] = [start, 0, 1];
  const take = (cell: string): void => {
    if (cell.trim() === '') {
      blanks += 1;
      return;
    }
    // A row that is far too wide is not kept to be counted.
    for (; blanks > 0 && cells.length <= limits.columns; blanks--) cells.push('');
    blanks = 0;
    if (cells.length <= limits.columns) cells.push(cell);
  };
  for (;;) {
    let end: number;
    if (text[from] === '"') {
      const quoted = quotedAt(text, from);
      if (quoted === undefined) return { broken: 'unclosedQuote' };
      end = quoted.end;
      while (text[end] === ' ') end += 1;
      if (end < text.length && text[end] !== delimiter && text[end] !== '\n') return { broken: 'brokenQuote' };
      const breaks = quoted.cell.split('\n');
      // A line inside it that is a row as wide as the others: the quote was never meant to be closed so far below.
      const isRow = (inner: string): boolean => inner.split(delimiter).length >= Math.max(3, width);
      if (breaks.length > 2 && breaks.slice(1, -1).some(isRow)) return { broken: 'unclosedQuote' };
      lines += breaks.length - 1;
      take(quoted.cell);
    } else {
      end = Math.min(next(delimiter, from), next('\n', from));
      take(text.slice(from, end));
    }
    if (text[end] !== delimiter) return { cells, end: end + 1, lines };
    from = end + 1;
  }
}

/** The cell in quotes that starts at a place, and where it ends. */
function quotedAt(text: string, start: number): { readonly cell: string; readonly end: number } | undefined {
  let from = start + 1;
  let doubled = false;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    if (text[quote + 1] !== '"') {
      const cell = text.slice(start + 1, quote);
      return { cell: doubled ? cell.replace(/""/g, '"') : cell, end: quote + 1 };
    }
    doubled = true;
    from = quote + 2;
  }
}
