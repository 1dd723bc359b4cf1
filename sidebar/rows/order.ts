import type { Field } from '../../src/model/field';
import type { Row } from '../book';

/** Rows by a field's value, blanks last; `none` leaves them in the order of their tab. */
export function sorted(rows: readonly Row[], field: Field | undefined, order: 'none' | 'up' | 'down'): readonly Row[] {
  if (!field || order === 'none') return rows;
  const sign = order === 'up' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [left, right] = [one.values[field.id] ?? null, other.values[field.id] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * String(left).localeCompare(String(right), 'zh-Hans-CN');
  });
}
