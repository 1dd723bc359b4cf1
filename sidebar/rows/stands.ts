import type { FieldValue, Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { keptName } from '../../src/model/key';
import type { Applied } from '../../src/model/proposal';
import { cellKeys } from '../../src/model/tab';
import type { Book, Row } from '../book';
import { partOf } from '../planParts';

/**
 * Whether what was done is still so, as far as it is known: what was added is there, and what was changed holds what it
 * was set to.
 */
export function stands({ part, changes, added }: Applied, book: Book | undefined): boolean {
  const tab = partOf(part)?.tab;
  if (!book || !tab) return true;
  const rows = new Map(book.rows.map((row) => [row.id, row]));
  if (added.some((id) => !rows.has(id))) return false;
  return changes.every(({ record, field: id, to }) => {
    const row = rows.get(record);
    const field = tab.fields.find((candidate) => candidate.id === id);
    return row !== undefined && (field === undefined || holds(row, field, to));
  });
}

function holds(row: Row, field: Field, to: FieldValue): boolean {
  return cellKeys(field).every((key, index) => {
    const wanted: Scalar = typeof to === 'object' && to !== null ? (to[index] ?? null) : to;
    const held = row.values[key];
    if (held === undefined) return true;
    // A blank lets the usual formula be; of several cells those that were left alone are blank, too.
    if (wanted === null) return field.cells !== undefined || !row.typedOver.has(key);
    return isSame(field, held, wanted);
  });
}

function isSame(field: Field, held: Scalar, wanted: Scalar): boolean {
  if (typeof held === 'number' && typeof wanted === 'number')
    return Math.abs(held - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  return held === (typeof held === 'string' && typeof wanted === 'string' ? keptName(field, wanted) : wanted);
}
