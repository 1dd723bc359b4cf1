import Papa from 'papaparse';
import type { ImportFault } from './fault';

/** One row of a file, its cells as text. */
export interface Row {
  /** As a spreadsheet counts, blank rows too: the header is row 1. */
  readonly row: number;
  /** The line of the text it starts on. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Rows {
  readonly rows: readonly Row[];
  readonly faults: readonly ImportFault[];
}

/** The text of a file in UTF-8, with or without a byte order mark; a fault if it is in another encoding, or no text. */
export function textOf(bytes: Uint8Array): { readonly text: string } | { readonly fault: ImportFault } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark passes for UTF-8 full of NULs.
    return text.includes('\0') ? { fault: { code: 'notUtf8' } } : { text };
  } catch {
    return { fault: { code: 'notUtf8' } };
  }
}

/**
 * The rows of a delimited text that are not blank. Where quotes are broken the row is a fault and reading goes on with
 * the next line, so that one quote does not swallow the rest of the file.
 */
export function rowsOf(text: string, delimiter: string): Rows {
  const plain = plainLines(text);
  const rows: Row[] = [];
  const faults: ImportFault[] = [];
  let [start, row, line] = [0, 1, 1];
  while (start < plain.length) {
    const { whole, broken } = readUntilBroken(plain.slice(start), delimiter);
    for (const { cells, length } of whole) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, line, cells });
      start += length;
      row += 1;
      line += linesIn(cells);
    }
    if (broken === undefined) break;
    faults.push({ code: broken, row, line });
    const end = plain.indexOf('\n', start);
    start = end < 0 ? plain.length : end + 1;
    row += 1;
    line += 1;
  }
  return { rows, faults };
}

/** The cells of the first row, however the rest reads. */
export function headerOf(text: string, delimiter: string): readonly string[] {
  return Papa.parse<string[]>(plainLines(text), { delimiter, newline: '\n', preview: 1 }).data[0] ?? [];
}

/** Line breaks of every system as one, also inside quotes; no byte order mark. */
function plainLines(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

interface Read {
  readonly whole: readonly { readonly cells: readonly string[]; readonly length: number }[];
  readonly broken: 'unclosedQuote' | 'brokenQuote' | undefined;
}

/** Rows with how many characters each took, up to the first whose quotes are broken. */
function readUntilBroken(text: string, delimiter: string): Read {
  const whole: { readonly cells: readonly string[]; readonly length: number }[] = [];
  let broken: Read['broken'];
  let read = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors, meta }, parser) {
      const [error] = errors;
      if (error) {
        broken = error.code === 'InvalidQuotes' ? 'brokenQuote' : 'unclosedQuote';
        parser.abort();
        return;
      }
      whole.push({ cells: data, length: meta.cursor - read });
      read = meta.cursor;
    },
  });
  return { whole, broken };
}

function linesIn(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) lines += cell.split('\n').length - 1;
  return lines;
}
