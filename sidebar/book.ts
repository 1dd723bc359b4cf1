import type { PartCells } from '../src/app/endpoints/open';
import type { FieldValue, Scalar } from '../src/model/answer';
import type { Field } from '../src/model/field';
import type { Row as LiveRow } from '../src/model/live';
import type { RecordFault } from '../src/model/rules';
import { cellKeys, type Tab } from '../src/model/tab';
import { roleIn } from './planParts';

/** One record, cell by cell: `growth`, `months.3`. */
export interface Row extends LiveRow {
  readonly values: Readonly<Record<string, Scalar>>;
  /** Only what lists and figures need was read of it: a cell that `values` lacks is not known to be blank. */
  readonly partly?: true;
}

/** A part's records as last read. */
export interface Book {
  readonly part: string;
  readonly rows: readonly Row[];
  readonly faults: readonly RecordFault[];
  /** The fields that were read of every record, where not all were. */
  readonly fields?: ReadonlySet<string>;
}

/** What is to be known of every record: some fields besides those of the list, or all. */
export type Wanted = readonly string[] | 'all';

/** Whether a book has what is wanted of every record. */
export const hasRead = ({ fields }: Book, wanted: Wanted): boolean =>
  fields === undefined || (wanted !== 'all' && wanted.every((id) => fields.has(id)));

/** Whether it is known what stands in a cell. */
export const isRead = (row: Row, key: string): boolean => row.partly === undefined || row.values[key] !== undefined;

/** The records of an answer. */
export function bookOf({ part, ids, columns, typed, faults, fields }: PartCells): Book {
  const values = ids.map((): Record<string, Scalar> => ({}));
  const typedOver = ids.map(() => new Set<string>());
  for (const [key, column] of Object.entries(columns)) {
    for (const [index, value] of column.entries()) {
      const row = values[index];
      if (row) row[key] = value;
    }
  }
  for (const [key, indices] of Object.entries(typed)) for (const index of indices) typedOver[index]?.add(key);
  return {
    part,
    rows: ids.map((id, index) => ({
      id,
      values: values[index] ?? {},
      typedOver: typedOver[index] ?? new Set(),
      ...(fields && { partly: true }),
    })),
    faults,
    ...(fields && { fields: new Set(fields) }),
  };
}

/** The book with the records of another answer in the places of their old selves. */
export function withRows(book: Book, fresh: Book): Book {
  const read = new Map(fresh.rows.map((row) => [row.id, row]));
  const rows = book.rows.map((row) => read.get(row.id) ?? row);
  const known = new Set(book.rows.map((row) => row.id));
  const faults = book.faults.filter(({ record }) => !read.has(record));
  return {
    ...book,
    rows: [...rows, ...fresh.rows.filter((row) => !known.has(row.id))],
    faults: [...faults, ...fresh.faults],
  };
}

/** The book without some of its records. */
export function withoutRows(book: Book, gone: readonly string[]): Book {
  const out = new Set(gone);
  return {
    ...book,
    rows: book.rows.filter(({ id }) => !out.has(id)),
    faults: book.faults.filter(({ record }) => !out.has(record)),
  };
}

/**
 * What people typed into a cell: null where nothing was, also where only the default formula stands. Throws for a cell
 * that was not read: nothing is shown, or changed from, that is not known.
 */
export function typedCell(tab: Tab, field: Field, row: Row, key: string): Scalar {
  if (!isRead(row, key)) throw new Error(`${tab.id}: ${key} was not read`);
  const value = row.values[key] ?? null;
  return roleIn(tab, field, row.id) === 'default' && !row.typedOver.has(key) ? null : value;
}

/** A field's value as an endpoint takes it: a list for a field of several cells. */
export function fieldValue(field: Field, cell: (key: string) => Scalar): FieldValue {
  const keys = cellKeys(field);
  return field.cells === undefined ? cell(field.id) : keys.map(cell);
}

/** All that people typed into a record, by field: what it takes to put it back. */
export function typedValues(tab: Tab, row: Row): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {};
  for (const field of tab.fields) {
    if (field.hidden || roleIn(tab, field, row.id) === 'computed') continue;
    values[field.id] = fieldValue(field, (key) => typedCell(tab, field, row, key));
  }
  return values;
}

/** A record that is not in the workbook yet, with what new records start with. */
export function blankRow(tab: Tab, id: string): Row {
  const values: Record<string, Scalar> = {};
  for (const field of tab.fields) {
    for (const key of cellKeys(field)) values[key] = field.initial ?? null;
  }
  return { id, values, typedOver: new Set() };
}
