import type { Scalar } from '../../model/answer';
import type { Field } from '../../model/field';
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

/** What needs another look in the cells of some records. */
export function faultsOf(tab: Tab, records: readonly string[], columns: readonly Column[]): readonly RecordFault[] {
  const byKey = new Map(columns.map(({ key, values }) => [key, values]));
  const values = records.map((id, index) => ({ id, value: (cell: string) => byKey.get(cell)?.[index] ?? null }));
  return tableFaults(tab, values, lists);
}
