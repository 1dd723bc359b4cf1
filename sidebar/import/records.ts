import type { FieldValue, Scalar } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import type { Field } from '../../src/model/field';
import { type CellFault, cellCheck, keyFaults, orderFaults, type RecordValues } from '../../src/model/rules';
import { isInFile } from '../../src/model/ruleText';
import { cellKeys } from '../../src/model/tab';
import { cellText } from './cell';
import type { ImportFault } from './fault';
import type { Row } from './grid';
import type { CellWrong, ReadColumn } from './read/reading';
import type { Target } from './target';

/** One row's values by field id, blank cells left out; of a field of several cells, blanks are null. */
export interface ImportRecord {
  readonly row: number;
  /** The file that it is of, where several are read together. */
  readonly file?: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** A column that fills a cell of a field, read. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly field: Field;
  readonly cell: number;
  readonly read: ReadColumn;
}

/** Records in blocks as an endpoint takes them. */
export function* blocksOf(records: readonly ImportRecord[]): Generator<readonly ImportRecord['values'][]> {
  for (let start = 0; start < records.length; start += blockSize) {
    yield records.slice(start, start + blockSize).map(({ values }) => values);
  }
}

/** The records of rows whose columns have been read, and all that is wrong in the others; rows at some places are left out. */
export function recordsOf(
  rows: readonly Row[],
  left: ReadonlySet<number>,
  columns: readonly Column[],
  all: Readonly<Record<string, Scalar>>,
  width: number,
  target: Target,
): { readonly records: readonly ImportRecord[]; readonly faults: readonly ImportFault[] } {
  const checks = columns.map(({ field }) => cellCheck({ ...field, role: 'input' }, undefined, target.lists));
  const read = rows.flatMap((row, at): readonly Read[] => {
    if (left.has(at)) return [];
    if (row.cells.length > width && width > 0) {
      const fault: ImportFault = { code: 'cellCount', ...placeOf(row), expected: width, got: row.cells.length };
      return [{ row, record: recordOf(row, {}), faults: [fault], isWhole: false }];
    }
    return [recordAt(row, at, columns, checks, all, target)];
  });
  const repeated = duplicates(
    read.filter(({ isWhole }) => isWhole),
    columns,
    target,
  );
  const faults: ImportFault[] = [];
  for (const { row, faults: own } of read) faults.push(...own, ...(repeated.get(row) ?? []));
  return {
    records: read.filter(({ row, faults: own }) => own.length === 0 && !repeated.has(row)).map(({ record }) => record),
    faults,
  };
}

interface Read {
  readonly row: Row;
  readonly record: ImportRecord;
  readonly faults: readonly ImportFault[];
  readonly isWhole: boolean;
}

/** A row as answers know it: its number, with its file where there are several. */
export const rowName = ({ row, file }: Pick<Row, 'row' | 'file'>): string =>
  file === undefined ? String(row) : `${file}:${row}`;

/** Where a row is; its line only where it is another number. */
export function placeOf({ row, line, file }: Row): Pick<ImportFault, 'row' | 'line' | 'file'> {
  return { row, ...(line !== row && { line }), ...(file !== undefined && { file }) };
}

const recordOf = ({ row, file }: Row, values: ImportRecord['values']): ImportRecord => ({
  row,
  ...(file !== undefined && { file }),
  values,
});

function recordAt(
  row: Row,
  at: number,
  columns: readonly Column[],
  checks: readonly ReturnType<typeof cellCheck>[],
  all: Readonly<Record<string, Scalar>>,
  target: Target,
): Read {
  const values: Record<string, Scalar | Scalar[]> = { ...all };
  const faults: ImportFault[] = [];
  for (const [place, column] of columns.entries()) {
    const { field, cell, read } = column;
    if (read.pending.has(at)) continue;
    const wrong = read.faults.get(at);
    if (wrong) {
      faults.push(wrongAt(wrong, row, column, target));
      continue;
    }
    const value = read.values[at] ?? null;
    const broken = checks[place]?.(value);
    if (broken) {
      const isNegative = broken.rule === 'atLeast' && field.min === 0 && typeof value === 'number' && value < 0;
      if (isNegative) faults.push(wrongAt({ code: 'negative' }, row, column, target));
      else faults.push(...brokenAt({ ...broken, field: cellKeys(field)[cell] ?? field.id }, row, columns, target));
      continue;
    }
    if (value === null) continue;
    if (field.cells === undefined) {
      values[field.id] = value;
      continue;
    }
    const held = values[field.id];
    const cells = Array.isArray(held) ? held : Array.from({ length: field.cells }, () => null);
    cells[cell] = value;
    values[field.id] = cells;
  }
  const record = recordOf(row, values);
  for (const fault of orderFaults(target.tab, rowValues(record, '')))
    faults.push(...brokenAt(fault, row, columns, target));
  return { row, record, faults, isWhole: true };
}

const gotAt = (row: Row, index: number): string => cellText(row.cells[index]).trim();

/** What is wrong with a cell, at its place in the file. */
export function wrongAt(wrong: CellWrong, row: Row, { index, header, field }: Column, target: Target): ImportFault {
  const place = { ...placeOf(row), column: header, got: gotAt(row, index) };
  if ('code' in wrong && wrong.code === 'otherCurrency') return { ...place, ...wrong };
  if ('code' in wrong) return { ...place, code: wrong.code };
  const list = target.lists.find(({ id }) => id === field.list);
  const choices = list && wrong.rule === 'choice' ? { choices: list.choices.map(({ label }) => label) } : {};
  return { ...place, rule: wrong.rule, params: wrong.list === undefined ? {} : { list: wrong.list }, ...choices };
}

/** A rule that a row breaks, at the column it concerns; none if the file has no such column. */
export function brokenAt(
  fault: CellFault,
  row: Row,
  columns: readonly Column[],
  { lists }: Target,
): readonly ImportFault[] {
  const { rule, params } = fault;
  const column = columns.find(({ field, cell }) => cellKeys(field)[cell] === fault.field);
  if (column === undefined || !isInFile(rule)) return [];
  const other = columns.find(({ field }) => field.id === params.other)?.header;
  const list = lists.find(({ id }) => id === params.list);
  return [
    {
      ...placeOf(row),
      column: column.header,
      rule,
      params: { ...params, ...(other === undefined ? {} : { other }) },
      got: gotAt(row, column.index),
      ...(list && { choices: list.choices.map(({ label }) => label) }),
    },
  ];
}

/** A row of the file as rules look at it. */
function rowValues({ values }: ImportRecord, id: string): RecordValues {
  const value = (cell: string): Scalar => {
    const held = values[cell] ?? null;
    return typeof held === 'object' ? null : held;
  };
  return { id, value };
}

/** Rows whose key stands in an earlier row. */
function duplicates(
  read: readonly Read[],
  columns: readonly Column[],
  target: Target,
): ReadonlyMap<Row, readonly ImportFault[]> {
  const repeated = new Map<Row, readonly ImportFault[]>();
  const found = keyFaults(
    target.tab,
    read.map((one, at) => rowValues(one.record, String(at))),
  );
  for (const { record, holder, ...fault } of found) {
    const [row, other] = [read[Number(record)]?.row, read[Number(holder)]?.row];
    if (row === undefined || other === undefined) continue;
    const first = other.file === undefined || other.file === row.file ? other.row : `${other.row} (${other.file})`;
    repeated.set(row, brokenAt({ ...fault, params: { ...fault.params, first } }, row, columns, target));
  }
  return repeated;
}
