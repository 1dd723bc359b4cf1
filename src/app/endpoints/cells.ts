import type { Scalar } from '../../model/answer';
import { isEarly } from '../../model/early';
import type { Field } from '../../model/field';
import { errorIn } from '../../model/reader';
import { fieldSchema } from '../../model/schema';
import { cellKeys, roleOf, type Tab } from '../../model/tab';
import { fromCell } from '../../model/value';
import type { TabState } from '../../workbook/state';
import { choices, lists } from '../plan';

/** A cell that needs another look: a value that its field does not take, or not beside another, a blank that it cannot be, an error, a key that comes twice. */
export interface CellFault {
  readonly record: string;
  /** `growth`, or `months.3` of a field of several cells. */
  readonly cell: string;
  readonly code: 'unfit' | 'blank' | 'error' | 'twice';
}

/** The cells of one key down all records, as forms take them. */
export interface Column {
  readonly key: string;
  readonly field: Field;
  readonly values: readonly Scalar[];
  /** Whether a formula stands in each; empty where formulas were not read. */
  readonly formulas: readonly boolean[];
}

/** Where a cell stands, 0-based; undefined if the tab lacks it. */
function spot(tab: Tab, state: TabState, record: string, key: string, index: number): readonly [number, number] {
  const { rows, columns } = state.placement;
  const [row, column] =
    tab.shape === 'record'
      ? [rows.get(key.split('.')[0] ?? key), columns.get(`value.${index + 1}`)]
      : [rows.get(record), columns.get(key)];
  return [(row ?? 0) - 1, (column ?? 0) - 1];
}

/** The cells that people may see of some records, key by key. */
export function columnsOf(tab: Tab, state: TabState, records: readonly string[]): readonly Column[] {
  const withFormulas = state.formulas.length > 0;
  return tab.fields
    .filter((field) => !field.hidden)
    .flatMap((field) =>
      cellKeys(field).map((key, index): Column => {
        const values: Scalar[] = [];
        const formulas: boolean[] = [];
        for (const record of records) {
          const [row, column] = spot(tab, state, record, key, index);
          values.push(fromCell(field, state.values[row]?.[column] ?? '', choices));
          if (withFormulas) formulas.push((state.formulas[row]?.[column] ?? '') !== '');
        }
        return { key, field, values, formulas };
      }),
    );
}

const choiceLists = new Map(lists.map((list) => [list.id, list]));

/** Says whether a value is one of the field's, a cell at a time. */
function takerOf(field: Field): (value: Scalar) => boolean {
  const { cells: _, ...one } = field;
  const schema = fieldSchema(one, choiceLists);
  return (value) => schema.fits(value);
}

/** What needs another look in the cells of some records, in their order. */
export function faultsOf(tab: Tab, records: readonly string[], columns: readonly Column[]): readonly CellFault[] {
  const faults: CellFault[] = [];
  for (const { key, field, values } of columns) {
    const takes = takerOf(field);
    const earliest = columns.find((column) => column.key === field.notBefore)?.values ?? [];
    const seen = new Set<Scalar>();
    for (const [index, value] of values.entries()) {
      const record = records[index] ?? '';
      const code = faultIn(field, roleOf(field, tab.shape === 'fixed' ? record : undefined), value, takes, seen);
      if (code) faults.push({ record, cell: key, code });
      else if (isEarly(value, earliest[index])) faults.push({ record, cell: key, code: 'unfit' });
    }
  }
  return faults;
}

function faultIn(
  field: Field,
  role: Field['role'],
  value: Scalar,
  takes: (value: Scalar) => boolean,
  seen: Set<Scalar>,
): CellFault['code'] | undefined {
  if (value === null) return field.required && role !== 'computed' ? 'blank' : undefined;
  if (errorIn(value) !== undefined) return 'error';
  if (role === 'computed') return undefined;
  if (!takes(value)) return 'unfit';
  if (!field.key) return undefined;
  if (seen.has(value)) return 'twice';
  seen.add(value);
  return undefined;
}
