import type { Answer, FieldValue, Scalar } from '../../model/answer';
import type { Field } from '../../model/field';
import { requests } from '../../model/schema';
import { cellKeys, roleOf, type Tab } from '../../model/tab';
import { fromCell } from '../../model/value';
import { locked } from '../../sheets/lock';
import type { CellValue } from '../../sheets/log';
import { type Spreadsheet, tabCells } from '../../sheets/read';
import { type Rows, tableRows } from '../../workbook/diff';
import type { TabState } from '../../workbook/state';
import { generate } from '../generate';
import { said } from '../language';
import { choices, describedTab, planOf } from '../plan';
import { type Invalid, type Part, parsedRequest, partOf } from './request';

/** One record: its values by field id, and which defaults were typed over. */
export interface PlanRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly typed: readonly string[];
}

export type Listing = { readonly status: 'done'; readonly records: readonly PlanRecord[] } | Invalid;

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

function recordOf(tab: Tab, state: TabState, id: string): PlanRecord {
  const values: Record<string, FieldValue> = {};
  const typedOver: string[] = [];
  for (const field of tab.fields) {
    const cells = cellKeys(field).map((_, index) => valueAt(tab, state, id, field, index));
    const scalars = cells.map(({ value }): Scalar => fromCell(field, value, choices));
    values[field.id] = field.cells === undefined ? (scalars[0] ?? null) : scalars;
    const row = tab.shape === 'fixed' ? id : undefined;
    if (roleOf(field, row) === 'default' && cells.some(({ value, formula }) => value !== null && formula === ''))
      typedOver.push(field.id);
  }
  return { id, values, typed: typedOver };
}

function rowsOfTable(part: Part, state: TabState): Rows {
  const plan = planOf(part.tab.id, part.language);
  return plan ? tableRows(plan, state) : { records: [], lastUsed: 0 };
}

export function recordIds(part: Part, state: TabState): readonly string[] {
  if (part.tab.shape === 'record') return [part.tab.id];
  if (part.tab.shape === 'fixed') return part.tab.rows ?? [];
  return rowsOfTable(part, state).records.flatMap(({ id }) => id ?? []);
}

/** All records of a part, `{part}`. Rows typed in the grid are given their ids first. */
export function listRecords(file: Spreadsheet, request: unknown): Listing {
  const parsed = parsedRequest(requests.list, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  let state = tabCells(part.ours);
  if (part.tab.shape === 'table' && rowsOfTable(part, state).records.some(({ id }) => id === undefined)) {
    locked(() => generate(file, { section: describedTab(part.tab.id)?.section.id }));
    state = tabCells(part.ours);
  }
  return { status: 'done', records: recordIds(part, state).map((id) => recordOf(part.tab, state, id)) };
}

/** One record of a part, `{part, record}`. */
export function readRecord(file: Spreadsheet, request: unknown): Listing | Extract<Answer, { status: 'gone' }> {
  const parsed = parsedRequest(requests.read, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const state = tabCells(part.ours);
  const { record } = parsed.value;
  if (!recordIds(part, state).includes(record)) return { status: 'gone', message: said().gone, records: [record] };
  return { status: 'done', records: [recordOf(part.tab, state, record)] };
}

/** What people typed into a record, cell by cell. */
export function typedCells(tab: Tab, state: TabState, record: string): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const field of tab.fields) {
    if (field.role === 'computed') continue;
    for (const [index, key] of cellKeys(field).entries()) {
      const { value, formula } = valueAt(tab, state, record, field, index);
      cells[key] = field.role === 'default' && formula !== '' ? null : value;
    }
  }
  return cells;
}
