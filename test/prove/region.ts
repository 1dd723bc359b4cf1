import { choicesOf } from '../../src/model/value';
import { sections } from '../../src/sections';
import { stores as fields } from '../../src/sections/stores/fields';
import { listsOf } from '../../src/workbook/layout';
import type { Value } from '../engine/book';
import { tabIn } from '../engine/book';
import type { Shelf } from './shelf';

/** What people typed into a store, by field; choices by their ids, whatever language they stand in. */
export type Cells = Readonly<Record<string, Value>>;

/** Stores by what people call them. */
export type Stores = Readonly<Record<string, Cells>>;

const choices = choicesOf(listsOf(sections));
const typed = fields.filter(({ role, hidden }) => (role === 'input' || role === 'default') && hidden !== true);
const computed = fields.filter(({ role }) => role === 'computed').map(({ id }) => id);

/** A row of the table of stores as it stands. */
export interface Row {
  readonly row: number;
  readonly id: string;
  readonly cells: Cells;
  /** Formulas by column, with the row's own number left out. */
  readonly forms: Readonly<Record<string, string>>;
}

const heads = ['#fields', '#labels', '#total'];

/** The rows of the table that hold anything, from the top; where its keys are damaged, as they stood before. */
export function rowsOf({ workbook }: Shelf, columns?: ReadonlyMap<string, number>): readonly Row[] {
  const tab = tabIn(workbook, 'stores');
  const at = columns ?? tab.columns;
  const rows: Row[] = [];
  const first = Math.max(...heads.map((key) => tab.rows.get(key) ?? -1)) + 1;
  for (let row = first; row < tab.values.length; row += 1) {
    const id = String(tab.values[row]?.[0] ?? '');
    const cells: Record<string, Value> = {};
    const forms: Record<string, string> = {};
    for (const [column, across] of at) {
      const formula = tab.formulas[row]?.[across] ?? '';
      const value = tab.values[row]?.[across] ?? '';
      if (formula !== '') forms[column] = formula.replace(new RegExp(`(\\$?[A-Z]{1,3})${row + 1}(?!\\d)`, 'g'), '$1·');
      else if (value !== '' && value !== false) cells[column] = neutral(column, value);
    }
    if (id !== '' || Object.keys(cells).length > 0) rows.push({ row: row + 1, id, cells, forms });
  }
  return rows;
}

/** A choice's id, any other value as it is. */
function neutral(column: string, value: Value): Value {
  const list = fields.find(({ id }) => id === column)?.list;
  return (list === undefined ? undefined : choices.idOf(list, String(value))) ?? value;
}

export const typedFields: readonly string[] = typed.map(({ id }) => id);
export const computedFields: readonly string[] = computed;
