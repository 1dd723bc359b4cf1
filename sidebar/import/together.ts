import { currencyOfUnit } from '../../src/model/written/currency';
import { rowText } from './aside';
import type { Cell } from './cell';
import type { ImportFault } from './fault';
import type { Row } from './grid';
import { foldedHeader, headingOf } from './heading';
import { withMonths } from './monthRow';
import { type Table, unitIn, unitWordsIn } from './table';

/** A file's table, with the name of the file where there are several. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** What money counts in, by a line above a table. */
export const unitAbove = ({ above }: Table): number | undefined =>
  above.map((row) => unitIn(rowText(row))).find((factor) => factor !== undefined);

/** The currencies that a line above a table can mean by its unit, as it says it, and in which row. */
export function currencyAbove({ above }: Table) {
  for (const line of above) {
    const words = unitWordsIn(rowText(line));
    const currencies = words === undefined ? undefined : currencyOfUnit(words);
    if (words !== undefined && currencies) return { currencies, got: words, row: line.row };
  }
  return undefined;
}

/**
 * Several files as one table: columns of one header are one column, those that only some have are blank in the others.
 * Files that name the same thing otherwise are not put together: what they count in may be another thing.
 */
export function together(
  files: readonly NamedTable[],
  keyOf: (header: string) => string | undefined,
): { readonly table: Table } | { readonly fault: ImportFault } {
  const [first] = files;
  if (!first) return { fault: { code: 'empty' } };
  const headers: string[] = [];
  const places = new Map<string, number>();
  const keys = new Map<string, string>();
  const body: Row[] = [];
  const [above, repeated, ruled]: [Row[], Row[], Row[]] = [[], [], []];
  for (const { name, table } of files) {
    const other: ImportFault = { code: 'otherHeaders', file: name, first: first.name };
    if ((table.headerRow === undefined) !== (first.table.headerRow === undefined)) return { fault: other };
    if (unitAbove(table) !== unitAbove(first.table)) return { fault: other };
    const columns: number[] = [];
    for (const [index, { text }] of table.headings.entries()) {
      // Without a header a column is known by where it stands.
      const called = text === '' ? `#${index}` : foldedHeader(text);
      const key = text === '' ? undefined : keyOf(text);
      const known = key === undefined ? undefined : keys.get(key);
      if (known !== undefined && known !== called && !places.has(called)) return { fault: other };
      const place = places.get(called) ?? headers.length;
      if (place === headers.length) headers.push(text);
      places.set(called, place);
      if (key !== undefined && known === undefined) keys.set(key, called);
      columns.push(place);
    }
    const moved = (row: Row): Row => ({ ...row, file: name, cells: movedCells(row.cells, columns) });
    body.push(...table.body.map(moved));
    above.push(...table.above.map((row) => ({ ...row, file: name })));
    repeated.push(...table.repeated.map((row) => ({ ...row, file: name })));
    ruled.push(...table.ruled.map((row) => ({ ...row, file: name })));
  }
  const groups = first.table.headings;
  const isOne = files.every(({ table }) => table.delimiter === first.table.delimiter);
  return {
    table: {
      headings: withMonths(headers.map((text, index) => groups[index] ?? headingOf(text))),
      headerRow: first.table.headerRow,
      width: headers.length,
      body,
      above,
      repeated,
      ruled,
      delimiter: isOne ? first.table.delimiter : undefined,
    },
  };
}

/** Cells in the columns of all files; those beyond a file's own columns stay behind all others. */
function movedCells(cells: readonly Cell[], columns: readonly number[]): readonly Cell[] {
  const moved: Cell[] = [];
  for (const [index, cell] of cells.entries()) {
    const place = columns[index] ?? columns.length + index;
    while (moved.length <= place) moved.push('');
    moved[place] = cell;
  }
  return moved;
}
