import type { FieldValue, Scalar } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import { isEarly } from '../../src/model/early';
import { folded, parsed } from '../../src/model/parse';
import { type Column, columnsOf, namesOf, type Target } from './columns';
import type { ImportFault, Notice } from './fault';
import { headerOf, type Row, rowsOf } from './rows';

/** One row's values by field id, blank cells left out; of a field of several cells, blanks are null. */
export interface ImportRecord {
  readonly row: number;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** What a file holds: the records without a fault, and every fault of the others. */
export interface Import {
  readonly records: readonly ImportRecord[];
  readonly faults: readonly ImportFault[];
  readonly notices: readonly Notice[];
}

const delimiters = [',', ';', '\t'] as const;

/** Reads a delimited text for a table: headers by id or label, values by field, and all that is wrong, by place. */
export function importOf(text: string, target: Target): Import {
  const { rows, faults: broken } = rowsOf(text, delimiterOf(text, target));
  const [header, ...body] = rows;
  const firstBroken = broken[0]?.row ?? Number.POSITIVE_INFINITY;
  if (header === undefined || firstBroken < header.row) {
    return { records: [], faults: broken.length > 0 ? broken : [{ code: 'empty' }], notices: [] };
  }
  const filled = (index: number): boolean => body.some(({ cells }) => (cells[index] ?? '').trim() !== '');
  const { columns, faults: columnFaults, notices } = columnsOf(header.cells, target, filled);
  const faults: ImportFault[] = [...broken];
  if (body.length === 0 && broken.length === 0) faults.push({ code: 'noRecords' });
  const read: Read[] = [];
  for (const row of body) {
    if (row.cells.length !== header.cells.length) {
      faults.push({ code: 'cellCount', ...placeOf(row), expected: header.cells.length, got: row.cells.length });
      continue;
    }
    read.push(recordOf(row, columns, target));
  }
  const repeated = duplicates(read, columns);
  for (const { faults: own } of read) faults.push(...own);
  faults.push(...repeated.values());
  return {
    records: read.filter(({ row, faults: own }) => own.length === 0 && !repeated.has(row)).map(({ record }) => record),
    faults: [...columnFaults, ...inOrder(faults)],
    notices,
  };
}

/** Records in blocks as an endpoint takes them. */
export function* blocksOf(records: readonly ImportRecord[]): Generator<readonly ImportRecord['values'][]> {
  for (let start = 0; start < records.length; start += blockSize) {
    yield records.slice(start, start + blockSize).map(({ values }) => values);
  }
}

interface Read {
  readonly row: Row;
  readonly record: ImportRecord;
  readonly faults: readonly ImportFault[];
}

/** The delimiter that makes the most known headers of the first row, the comma if in doubt. */
function delimiterOf(text: string, target: Target): string {
  const names = namesOf(target);
  let best: string = delimiters[0];
  let most = 0;
  for (const delimiter of delimiters) {
    const known = headerOf(text, delimiter).filter((header) => names.has(folded(header))).length;
    if (known > most) [best, most] = [delimiter, known];
  }
  return best;
}

/** Where a row is; its line only where it is another number. */
function placeOf({ row, line }: Row): Pick<ImportFault, 'row' | 'line'> {
  return { row, ...(line !== row && { line }) };
}

function recordOf(row: Row, columns: readonly Column[], { lists }: Target): Read {
  const values: Record<string, Scalar | Scalar[]> = {};
  const faults: ImportFault[] = [];
  for (const { index, header, field, cell } of columns) {
    const got = row.cells[index] ?? '';
    const result = parsed(field, got, lists);
    const place = { ...placeOf(row), column: header };
    if ('fault' in result) {
      faults.push({ ...result.fault, ...place, got: got.trim() });
      continue;
    }
    if (result.value === null) {
      if (field.required) faults.push({ code: 'missing', ...place });
      continue;
    }
    if (field.cells === undefined) {
      values[field.id] = result.value;
      continue;
    }
    const held = values[field.id];
    const cells = Array.isArray(held) ? held : Array.from({ length: field.cells }, () => null);
    cells[cell] = result.value;
    values[field.id] = cells;
  }
  faults.push(...crossed(row, columns, values));
  return { row, record: { row: row.row, values }, faults };
}

/** Dates that lie before the one they follow. */
function crossed(row: Row, columns: readonly Column[], values: ImportRecord['values']): readonly ImportFault[] {
  return columns.flatMap(({ index, header, field }) => {
    const before = columns.find((column) => column.field.id === field.notBefore);
    const [value, least] = [values[field.id], values[before?.field.id ?? '']];
    if (before === undefined || typeof least !== 'string' || !isEarly(value, least)) return [];
    const got = (row.cells[index] ?? '').trim();
    return [{ code: 'beforeOther', ...placeOf(row), column: header, other: before.header, least, got }];
  });
}

/** Rows whose key stands in an earlier row. */
function duplicates(read: readonly Read[], columns: readonly Column[]): ReadonlyMap<Row, ImportFault> {
  const column = columns.find(({ field }) => field.key);
  const firsts = new Map<string, number>();
  const repeated = new Map<Row, ImportFault>();
  if (column === undefined) return repeated;
  for (const { row, record } of read) {
    const value = record.values[column.field.id];
    if (value === undefined) continue;
    const got = String(value);
    const first = firsts.get(got);
    if (first === undefined) firsts.set(got, row.row);
    else repeated.set(row, { code: 'duplicate', ...placeOf(row), column: column.header, got, first });
  }
  return repeated;
}

/** Faults by row, those of one row in the order they were found. */
function inOrder(faults: readonly ImportFault[]): readonly ImportFault[] {
  return [...faults].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}
