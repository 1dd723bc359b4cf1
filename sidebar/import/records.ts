import type { FieldValue, Scalar } from '../../src/model/answer';
import { blockSize } from '../../src/model/block';
import { folded, parsed } from '../../src/model/parse';
import { type CellFault, keyFaults, orderFaults, type RecordValues } from '../../src/model/rules';
import { isInFile } from '../../src/model/ruleText';
import { cellKeys } from '../../src/model/tab';
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
  const repeated = duplicates(read, columns, target);
  for (const { faults: own } of read) faults.push(...own);
  faults.push(...[...repeated.values()].flat());
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

/** A rule that a row breaks, at the column it concerns; none if the file has no such column. */
function broken(fault: CellFault, row: Row, columns: readonly Column[], { lists }: Target): readonly ImportFault[] {
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
      got: (row.cells[column.index] ?? '').trim(),
      ...(list && { choices: list.choices.map(({ label }) => label) }),
    },
  ];
}

function recordOf(row: Row, columns: readonly Column[], target: Target): Read {
  const values: Record<string, Scalar | Scalar[]> = {};
  const found: CellFault[] = [];
  for (const { index, field, cell } of columns) {
    const result = parsed(field, row.cells[index] ?? '', target.lists);
    if ('fault' in result) {
      found.push({ ...result.fault, field: cellKeys(field)[cell] ?? field.id });
      continue;
    }
    if (result.value === null) continue;
    if (field.cells === undefined) {
      values[field.id] = result.value;
      continue;
    }
    const held = values[field.id];
    const cells = Array.isArray(held) ? held : Array.from({ length: field.cells }, () => null);
    cells[cell] = result.value;
    values[field.id] = cells;
  }
  const record = { row: row.row, values };
  found.push(...orderFaults(target.tab, rowValues(record)));
  return { row, record, faults: found.flatMap((fault) => broken(fault, row, columns, target)) };
}

/** A row of the file as rules look at it, known by its number. */
function rowValues({ row, values }: ImportRecord): RecordValues {
  const value = (cell: string): Scalar => {
    const held = values[cell] ?? null;
    return typeof held === 'object' ? null : held;
  };
  return { id: String(row), value };
}

/** Rows whose key stands in an earlier row. */
function duplicates(
  read: readonly Read[],
  columns: readonly Column[],
  target: Target,
): ReadonlyMap<Row, readonly ImportFault[]> {
  const rows = new Map(read.map(({ row }) => [String(row.row), row]));
  const repeated = new Map<Row, readonly ImportFault[]>();
  for (const { record, holder, ...fault } of keyFaults(
    target.tab,
    read.map((one) => rowValues(one.record)),
  )) {
    const row = rows.get(record);
    if (row === undefined) continue;
    const found = broken({ ...fault, params: { ...fault.params, first: holder } }, row, columns, target);
    repeated.set(row, found);
  }
  return repeated;
}

/** Faults by row, those of one row in the order they were found. */
function inOrder(faults: readonly ImportFault[]): readonly ImportFault[] {
  return [...faults].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}
