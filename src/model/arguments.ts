import { PlanError } from './error';
import { errorIn, isBlank, quoted, type Reader } from './reader';

/** A value that a cell can show. */
export type Cell = string | number | boolean;

/**
 * An argument as it came: one value for every row, or one a row. `value` throws PlanError; `blank` tells whether the
 * cells of a row are all empty.
 */
export interface Taken<T> {
  readonly rows: number;
  blank(row: number): boolean;
  value(row: number): T;
}

/** required: a blank is an error. blankable: a blank means something. optional: it may also be left out. */
type Need = 'required' | 'blankable' | 'optional';

/** One argument of a cell function, with what it is called in the formula; what it means is said in its help. */
export interface Argument<T, Name extends string = string, N extends Need = Need> {
  readonly name: Name;
  readonly type: Reader<unknown>['type'];
  readonly need: N;
  /** row: a value for each row, or one for all. whole: a block of its own shape, the same for every row. */
  readonly scope: 'row' | 'whole';
  /** How many cells a single value takes, if not one. */
  readonly width?: number;
  take(raw: unknown): Taken<T>;
}

/** A whole range, row by row in one list; a blank is null. */
export interface List<T> {
  readonly values: readonly (T | null)[];
  readonly rows: number;
  readonly columns: number;
}

type Block = readonly (readonly unknown[])[];
type Position = { readonly row?: number; readonly column?: number };

/** Where the cell of that index (from 0) stands in its range, counted from 1, as far as it needs saying. */
export function positionIn({ rows, columns }: Pick<List<unknown>, 'rows' | 'columns'>, index: number): Position {
  return {
    ...(rows > 1 && { row: Math.floor(index / columns) + 1 }),
    ...(columns > 1 && { column: (index % columns) + 1 }),
  };
}

/** A single value or one column: a value for each row. */
export function perRow<T, Name extends string>(reader: Reader<T>, name: Name): Argument<T, Name, 'required'> {
  return columnArgument(reader, name, 'required', demanded);
}

/** As `perRow`, where a blank has a meaning of its own (null): no opening date is open from before. */
export function blankable<T, Name extends string>(
  reader: Reader<T>,
  name: Name,
): Argument<T | null, Name, 'blankable'> {
  return columnArgument(reader, name, 'blankable', allowed);
}

/** A row of `width` cells, or one such row for each row; a column of that many cells is read as one row. */
export function rowOf<T, Name extends string>(
  reader: Reader<T>,
  width: number,
  name: Name,
): Argument<readonly T[], Name, 'required'> {
  return rowArgument(repeated(reader, width), name, 'required', demanded);
}

/** As `rowOf`, where one row is meant for all rows, though each may have its own: a season index. */
export function commonRow<T, Name extends string>(
  reader: Reader<T>,
  width: number,
  name: Name,
): Argument<readonly T[], Name, 'required'> {
  return { ...rowOf(reader, width, name), scope: 'whole' };
}

/** As `rowOf`, where a blank cell has a meaning of its own (null): a month without figures is not known. */
export function blankableRow<T, Name extends string>(
  reader: Reader<T>,
  width: number,
  name: Name,
): Argument<readonly (T | null)[], Name, 'blankable'> {
  return rowArgument(repeated(reader, width), name, 'blankable', allowed);
}

/** As `rowOf`, each cell of the row with a reader of its own. */
export function rowEach<T, Name extends string>(
  readers: readonly Reader<T>[],
  name: Name,
): Argument<readonly T[], Name, 'required'> {
  return rowArgument(readers, name, 'required', demanded);
}

/** A single value that holds for the whole call. */
export function one<T, Name extends string>(reader: Reader<T>, name: Name): Argument<T, Name, 'required'> {
  return {
    name,
    type: reader.type,
    need: 'required',
    scope: 'whole',
    take: (raw) => whole(demanded(reader, single(raw, name), name)),
  };
}

/** A whole range of any shape, with blanks, and a value somewhere. */
export function list<T, Name extends string>(reader: Reader<T>, name: Name): Argument<List<T>, Name, 'required'> {
  return {
    name,
    type: reader.type,
    need: 'required',
    scope: 'whole',
    take(raw) {
      const taken = listOf(reader, raw, name);
      if (taken.values.every((value) => value === null))
        throw new PlanError(reader.fault, { argument: name, got: null });
      return whole(taken);
    },
  };
}

/** A row or a column without gaps; blanks at its end do not count. */
export function sequence<T, Name extends string>(
  reader: Reader<T>,
  name: Name,
): Argument<readonly T[], Name, 'required'> {
  return {
    name,
    type: reader.type,
    need: 'required',
    scope: 'whole',
    take: (raw) => whole(sequenceOf(reader, raw, name)),
  };
}

/** A whole block whose rows are `width` cells wide; a blank is null. */
export function rowsOf<T, Name extends string>(
  reader: Reader<T>,
  width: number,
  name: Name,
): Argument<readonly (readonly (T | null)[])[], Name, 'required'> {
  return {
    name,
    type: reader.type,
    need: 'required',
    scope: 'whole',
    take(raw) {
      const block = wideBlock(raw, width, name);
      return whole(
        block.map((cells, row) => cells.map((cell, column) => allowed(reader, cell, name, row + 1, column + 1))),
      );
    },
  };
}

/** The same arguments, which may be left out or blank: null. */
export const optional = {
  perRow<T, Name extends string>(reader: Reader<T>, name: Name): Argument<T | null, Name, 'optional'> {
    return columnArgument(reader, name, 'optional', allowed);
  },
  commonRow<T, Name extends string>(
    reader: Reader<T>,
    width: number,
    name: Name,
  ): Argument<readonly T[] | null, Name, 'optional'> {
    return maybe(commonRow(reader, width, name));
  },
  one<T, Name extends string>(reader: Reader<T>, name: Name): Argument<T | null, Name, 'optional'> {
    return maybe(one(reader, name));
  },
  list<T, Name extends string>(reader: Reader<T>, name: Name): Argument<List<T> | null, Name, 'optional'> {
    return maybe({ ...list(reader, name), take: (raw) => whole(listOf(reader, raw, name)) });
  },
  rowsOf<T, Name extends string>(
    reader: Reader<T>,
    width: number,
    name: Name,
  ): Argument<readonly (readonly (T | null)[])[] | null, Name, 'optional'> {
    return maybe(rowsOf(reader, width, name));
  },
  sequence<T, Name extends string>(reader: Reader<T>, name: Name): Argument<readonly T[] | null, Name, 'optional'> {
    return maybe(sequence(reader, name));
  },
};

function maybe<T, Name extends string>(argument: Argument<T, Name>): Argument<T | null, Name, 'optional'> {
  return { ...argument, need: 'optional', take: (raw) => (isBlank(raw) ? whole(null) : argument.take(raw)) };
}

function columnArgument<T, V, Name extends string, N extends Need>(
  reader: Reader<T>,
  name: Name,
  need: N,
  read: (reader: Reader<T>, cell: unknown, name: string, row?: number) => V,
): Argument<V, Name, N> {
  return {
    name,
    type: reader.type,
    need,
    scope: 'row',
    take(raw) {
      const block = blockOf(raw);
      if (block.some((cells) => cells.length !== 1))
        throw new PlanError('notColumn', { argument: name, ...sizeOf(block) });
      if (block.length === 1) return whole(read(reader, block[0]?.[0], name));
      return {
        rows: block.length,
        blank: (row) => isBlank(block[row]?.[0]),
        value: (row) => read(reader, block[row]?.[0], name, row + 1),
      };
    },
  };
}

function repeated<T>(reader: Reader<T>, width: number): readonly Reader<T>[] {
  return Array.from({ length: width }, () => reader);
}

function rowArgument<T, V, Name extends string, N extends Need>(
  readers: readonly Reader<T>[],
  name: Name,
  need: N,
  read: (reader: Reader<T>, cell: unknown, name: string, row: number | undefined, column: number) => V,
): Argument<readonly V[], Name, N> {
  return {
    name,
    type: readers[0]?.type ?? 'number',
    need,
    scope: 'row',
    width: readers.length,
    take(raw) {
      const block = wideBlock(raw, readers.length, name);
      const row = (index: number): readonly V[] => {
        const number = block.length > 1 ? index + 1 : undefined;
        return readers.map((reader, column) => read(reader, block[index]?.[column], name, number, column + 1));
      };
      if (block.length === 1) return whole(row(0));
      return { rows: block.length, blank: (index) => (block[index] ?? []).every(isBlank), value: row };
    },
  };
}

/** One value for every row. */
function whole<T>(value: T): Taken<T> {
  return { rows: 1, blank: () => false, value: () => value };
}

/** Positions are two numbers, made into one only where there is a fault: they are passed with every cell. */
function demanded<T>(reader: Reader<T>, cell: unknown, name: string, row?: number, column?: number): T {
  const error = errorIn(cell);
  const value = error !== undefined || isBlank(cell) ? undefined : reader.read(cell);
  if (value !== undefined) return value;
  const position = { ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
  if (error !== undefined) throw new PlanError('errorValue', { argument: name, got: error, ...position });
  throw new PlanError(reader.fault, { argument: name, got: quoted(cell), ...position });
}

function allowed<T>(reader: Reader<T>, cell: unknown, name: string, row?: number, column?: number): T | null {
  return isBlank(cell) ? null : demanded(reader, cell, name, row, column);
}

/** Whether an argument is a single value, a cell or as many in a line as it takes, with nothing in it. */
export function isBlankValue({ width = 1 }: Argument<unknown>, raw: unknown): boolean {
  if (!Array.isArray(raw)) return isBlank(raw);
  const block = blockOf(raw);
  const { rows, columns } = sizeOf(block);
  const isSingle = (rows === 1 || columns === 1) && (rows * columns === 1 || rows * columns === width);
  return isSingle && block.every((cells) => cells.every(isBlank));
}

/** A range as rows of cells; a cell alone is a block of one. */
function blockOf(raw: unknown): Block {
  if (!Array.isArray(raw)) return [[raw]];
  const rows: readonly unknown[] = raw;
  if (rows.length === 0) return [['']];
  return rows.every((row): row is readonly unknown[] => Array.isArray(row)) ? rows : [rows];
}

function sizeOf(block: Block): { readonly rows: number; readonly columns: number } {
  return { rows: block.length, columns: block[0]?.length ?? 0 };
}

function single(raw: unknown, name: string): unknown {
  const block = blockOf(raw);
  const { rows, columns } = sizeOf(block);
  if (rows !== 1 || columns !== 1) throw new PlanError('notOne', { argument: name, rows, columns });
  return block[0]?.[0];
}

function wideBlock(raw: unknown, width: number, name: string): Block {
  const block = blockOf(raw);
  const { rows, columns } = sizeOf(block);
  if (columns === width) return block;
  if (columns === 1 && rows === width) return [block.map(([cell]) => cell)];
  if (rows === 1 && columns === 1 && isBlank(block[0]?.[0])) return [Array.from({ length: width }, () => '')];
  throw new PlanError('notWide', { argument: name, width, rows, columns });
}

function listOf<T>(reader: Reader<T>, raw: unknown, name: string): List<T> {
  const block = blockOf(raw);
  const size = sizeOf(block);
  const values: (T | null)[] = [];
  for (const [row, cells] of block.entries()) {
    const number = size.rows > 1 ? row + 1 : undefined;
    for (const [column, cell] of cells.entries())
      values.push(allowed(reader, cell, name, number, size.columns > 1 ? column + 1 : undefined));
  }
  return { values, ...size };
}

function sequenceOf<T>(reader: Reader<T>, raw: unknown, name: string): readonly T[] {
  const block = blockOf(raw);
  const size = sizeOf(block);
  if (size.rows > 1 && size.columns > 1) throw new PlanError('notLine', { argument: name, ...size });
  const cells = block.flat();
  while (cells.length > 1 && isBlank(cells[cells.length - 1])) cells.pop();
  return cells.map((cell, index) => {
    const { row, column } = positionIn(size, index);
    return demanded(reader, cell, name, row, column);
  });
}
