import type { Field } from './field';

/** The id of the hidden field that keeps what was written into an imported one, beside it. */
export const copyId = (id: string): string => `${id}As`;

/** The key of a cell's copy: `doneAs`, or `monthsAs.3` of a field of several cells. */
export function copyKey(cell: string): string {
  const [id = cell, ...rest] = cell.split('.');
  return [copyId(id), ...rest].join('.');
}

/**
 * A field written by imports, or by a save that says why, and beside it, hidden, `<id>As`: the same cells once more,
 * written with it by the add-on alone. Where the two differ someone has typed over it.
 */
export function imported(
  id: string,
  kind: Field['kind'],
  more: Omit<Field, 'id' | 'kind' | 'role' | 'formula' | 'copyOf'> = {},
): readonly [Field, Field] {
  const { cells, list } = more;
  const copy: Field = {
    id: copyId(id),
    kind,
    role: 'computed',
    hidden: true,
    copyOf: id,
    ...(cells === undefined ? {} : { cells }),
    ...(list === undefined ? {} : { list }),
  };
  return [{ ...more, id, kind, role: 'imported' }, copy];
}
