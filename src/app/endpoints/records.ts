import type { Field } from '../../model/field';
import { cellKeys, type Tab } from '../../model/tab';
import type { CellValue } from '../../sheets/log';
import { ownCells } from '../../sheets/ownColumns';
import { type Rows, tableRows } from '../../workbook/diff';
import type { TabState } from '../../workbook/state';
import { plannedTab } from '../described';
import type { Part } from './request';

/** Where a cell of a record stands in a tab as read. */
export function valueAt(
  tab: Tab,
  state: TabState,
  record: string,
  field: Field,
  index: number,
): { readonly value: CellValue; readonly formula: string } {
  const { rows, columns } = state.placement;
  const key = cellKeys(field)[index] ?? field.id;
  const row = rows.get(tab.shape === 'record' ? field.id : record) ?? 0;
  const column = columns.get(tab.shape === 'record' ? `value.${index + 1}` : key) ?? 0;
  const value = state.values[row - 1]?.[column - 1] ?? '';
  return { value: value === '' ? null : value, formula: state.formulas[row - 1]?.[column - 1] ?? '' };
}

/** A part in the language of its tab. */
type Described = Pick<Part, 'tab' | 'language'>;

function rowsOfTable(part: Described, state: TabState): Rows {
  const plan = plannedTab(part.tab.id, part.language);
  return plan ? tableRows(plan, state) : { records: [], lastUsed: 0 };
}

/** The rows of a part that hold something of their own: its records, or those of a list as many as stand there. */
export function rowIds(part: Described, state: TabState): readonly string[] {
  if (!part.tab.rowsFor) return recordIds(part, state);
  return [...state.placement.rows.keys()].filter((key) => !key.startsWith('#'));
}

/** The ids of a part's records, in the order of their rows; rows typed in the grid that have none yet are left out. */
export function recordIds(part: Described, state: TabState): readonly string[] {
  if (part.tab.shape === 'record') return [part.tab.id];
  if (part.tab.shape === 'fixed') return part.tab.rows ?? [];
  return rowsOfTable(part, state).records.flatMap(({ id }) => id ?? []);
}

/** What people typed into a record's fields, cell by cell. */
export function typedCells(tab: Tab, state: TabState, record: string): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const field of tab.fields)
    if (field.role !== 'computed') Object.assign(cells, typedIn(tab, state, record, field));
  return cells;
}

/** What people typed into one field of a record, cell by cell. */
export function typedIn(tab: Tab, state: TabState, record: string, field: Field): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [index, key] of cellKeys(field).entries()) {
    const { value, formula } = valueAt(tab, state, record, field, index);
    cells[key] = field.role === 'default' && formula !== '' ? null : value;
  }
  return cells;
}

/** What a record's months were closed with, as far as any were. */
function closedCells(tab: Tab, state: TabState, record: string): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const field of tab.fields) {
    if (field.closedOf === undefined) continue;
    for (const [index, key] of cellKeys(field).entries()) {
      const { value } = valueAt(tab, state, record, field, index);
      if (value !== null) cells[key] = value;
    }
  }
  return cells;
}

/**
 * All that people typed into a record, in columns of their own as well, and what its months were closed with: the tab is to
 * be read whole.
 */
export function allCells(part: Described, state: TabState, record: string): Readonly<Record<string, CellValue>> {
  const plan = plannedTab(part.tab.id, part.language);
  return {
    ...typedCells(part.tab, state, record),
    ...closedCells(part.tab, state, record),
    ...(plan ? ownCells(plan, state, record) : {}),
  };
}
