import type { Scalar } from '../../model/answer';
import type { Field } from '../../model/field';
import { locatedId } from '../../model/reference';
import { type RecordFault, tableFaults } from '../../model/rules';
import { cellKeys, type Tab } from '../../model/tab';
import { fromCell } from '../../model/value';
import type { TabState } from '../../workbook/state';
import { choices, lists } from '../described';

/** The cells of one key down all records, as forms take them. */
export interface Column {
  readonly key: string;
  readonly field: Field;
  readonly values: readonly Scalar[];
  /** Whether a formula stands in each; empty where formulas were not read. */
  readonly formulas: readonly boolean[];
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

const nowhere: Spot = { row: 0, column: 0 };

/** Where a cell of a record stands, 1-based; undefined if the tab lacks it. `key` is as `growth`, or `months.3`. */
export function spotOf(tab: Tab, { placement }: TabState, record: string, key: string): Spot | undefined {
  const { rows, columns } = placement;
  const [field = key, cell = '1'] = key.split('.');
  const [row, column] =
    tab.shape === 'record' ? [rows.get(field), columns.get(`value.${cell}`)] : [rows.get(record), columns.get(key)];
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** The cells of some records, key by key: those that people may see, and those that say whether a name is known and what was imported. */
export function columnsOf(tab: Tab, state: TabState, records: readonly string[]): readonly Column[] {
  const withFormulas = state.formulas.length > 0;
  const located = new Set(tab.fields.filter(({ ref }) => ref !== undefined).map(locatedId));
  const [any] = records;
  const has = (field: Field): boolean =>
    any !== undefined && spotOf(tab, state, any, cellKeys(field)[0] ?? field.id) !== undefined;
  return tab.fields
    .filter((field) => !field.hidden || ((located.has(field.id) || field.copyOf !== undefined) && has(field)))
    .flatMap((field) =>
      cellKeys(field).map((key): Column => {
        const values: Scalar[] = [];
        const formulas: boolean[] = [];
        for (const record of records) {
          const { row, column } = spotOf(tab, state, record, key) ?? nowhere;
          values.push(fromCell(field, state.values[row - 1]?.[column - 1] ?? '', choices));
          if (withFormulas) formulas.push((state.formulas[row - 1]?.[column - 1] ?? '') !== '');
        }
        return { key, field, values, formulas };
      }),
    );
}

/** What needs another look in the cells of some records. */
export function faultsOf(tab: Tab, records: readonly string[], columns: readonly Column[]): readonly RecordFault[] {
  const byKey = new Map(columns.map(({ key, values }) => [key, values]));
  const values = records.map((id, index) => ({ id, value: (cell: string) => byKey.get(cell)?.[index] }));
  return tableFaults(tab, values, lists);
}
