import { formatOf } from '../workbook/image';
import { datedFormats } from '../workbook/kinds';
import type { CellPlan, TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import type { CellValue, Operation } from './log';
import { isOwnKey, ownCells, ownValue } from './ownColumns';
import type { OurSheet } from './read';

/** A cell that does not hold what the request said it held. */
export interface CellConflict {
  readonly record: string;
  readonly key: string;
  readonly from: CellValue;
  readonly to: CellValue;
  readonly now: CellValue;
}

/** Where a cell of a record stands, and the keys of its row and column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly rowKey: string;
  readonly columnKey: string;
  readonly cell: CellPlan;
}

/** The keys of a cell's row and column: in a record tab the field is its row, elsewhere its column. */
function keysOf(plan: TabPlan, record: string, key: string): readonly [row: string, column: string] {
  if (plan.shape !== 'record') return [record, key];
  const [field = '', index = '1'] = key.split('.');
  return [field, `value.${index}`];
}

/** The keys of the rows that operations are about, each once, in an order that is the same however the log is sorted. */
export const rowKeysOf = (plan: TabPlan, operations: readonly Operation[]): readonly string[] =>
  [
    ...new Set(
      operations.flatMap(({ record, from, to }) =>
        plan.shape === 'record' ? Object.keys(to ?? from ?? {}).map((key) => keysOf(plan, record, key)[0]) : [record],
      ),
    ),
  ].sort();

/** The plan of a record's cell. */
export function plannedCell(plan: TabPlan, record: string, key: string): CellPlan | undefined {
  const [row, column] = keysOf(plan, record, key);
  return (plan.body ?? plan.rows.find((candidate) => candidate.key === row)?.cells)?.[column];
}

/** A cell's key, and that of its copy if it has one. */
export function withCopy(plan: TabPlan, record: string, key: string): readonly string[] {
  const copy = plannedCell(plan, record, key)?.copy;
  return copy === undefined ? [key] : [key, copy];
}

/** Whether a copy does not hold yet what stands beside it. */
const lagsBehind = (plan: TabPlan, state: TabState, record: string, cells: NonNullable<Operation['to']>): boolean =>
  Object.entries(cells).some(([key, value]) => {
    const copy = plannedCell(plan, record, key)?.copy;
    const spot = copy === undefined ? undefined : spotOf(plan, state, record, copy);
    return spot !== undefined && typedValue(state, spot) !== value;
  });

/** Where a cell of a record stands in the tab as read; undefined if the record or the field is not there. */
export function spotOf(plan: TabPlan, state: TabState, record: string, key: string): Spot | undefined {
  const [rowKey, columnKey] = keysOf(plan, record, key);
  const [row, column] = [state.placement.rows.get(rowKey), state.placement.columns.get(columnKey)];
  const cell = plannedCell(plan, record, key);
  return row !== undefined && column !== undefined && cell ? { row, column, rowKey, columnKey, cell } : undefined;
}

/** The value people have put in a cell: null for none, also where only the default formula stands. */
function typedValue(state: TabState, { row, column, cell }: Spot): CellValue {
  const value = state.values[row - 1]?.[column - 1] ?? '';
  if (value === '') return null;
  return cell.owner === 'default' && (state.formulas[row - 1]?.[column - 1] ?? '') !== '' ? null : value;
}

/** Whether a record is in the tab as read. */
export const isThere = (plan: TabPlan, state: TabState, record: string): boolean =>
  plan.shape === 'record' || state.placement.rows.has(record);

/**
 * Whether a cell that takes something has no place in the tab as read: a person has removed its column, or its row of
 * those that the tab always has.
 */
export const lacksPlace = (plan: TabPlan, state: TabState, { record, from, to }: Operation): boolean =>
  Object.entries(to ?? {}).some(([key, value]) => {
    if (plannedCell(plan, record, key) === undefined || (from === null && value === null)) return false;
    return withCopy(plan, record, key).some((cell) => {
      const [row, column] = keysOf(plan, record, cell);
      return !state.placement.columns.has(column) || (!plan.body && !state.placement.rows.has(row));
    });
  });

/** Whether a formula may stand in a cell that is written to, so that formulas must be read as well. */
export const needsFormulas = (plan: TabPlan, operations: readonly Operation[]): boolean =>
  operations.some(
    ({ record, from, to }) =>
      from === null ||
      to === null ||
      Object.keys(to).some((key) => plannedCell(plan, record, key)?.owner === 'default'),
  );

const blanked = (cells: Readonly<Record<string, CellValue>>): Record<string, CellValue> =>
  Object.fromEntries(Object.keys(cells).map((key) => [key, null]));

/** Whether a cell of days holds one day, of which one of two values may tell the time as well. */
export const isSameDay = (cell: CellPlan, one: CellValue, other: CellValue): boolean =>
  typeof one === 'number' &&
  typeof other === 'number' &&
  datedFormats.has(formatOf(cell)) &&
  Math.floor(one) === Math.floor(other);

/**
 * Operations with the times of the days that they come over: what was sent tells days alone, and what stood there is to be
 * put back as it was.
 */
export function withTimes(
  plan: TabPlan,
  state: TabState,
  operations: readonly Operation[],
  serialOf: OurSheet['serialOf'],
): readonly Operation[] {
  if (!serialOf || !state.days) return operations;
  return operations.map((operation) => {
    const { record, from } = operation;
    const exact: Record<string, CellValue> = {};
    for (const [key, value] of Object.entries(from ?? {})) {
      const spot = spotOf(plan, state, record, key);
      const instant = spot && state.days?.get(`${spot.row} ${spot.column}`);
      const serial = instant === undefined ? value : serialOf(instant);
      if (spot && serial !== value && isSameDay(spot.cell, serial, value)) exact[key] = serial;
    }
    return Object.keys(exact).length === 0 ? operation : { ...operation, from: { ...from, ...exact } };
  });
}

/** Cells whose "from" no longer stands. */
export function conflictsOf(plan: TabPlan, state: TabState, operations: readonly Operation[]): readonly CellConflict[] {
  const conflicts: CellConflict[] = [];
  for (const { record, from, to } of operations) {
    // Of a record that goes, all that stands in it must be known.
    const since = from !== null && to === null ? ownCells(plan, state, record) : {};
    for (const [key, before] of Object.entries({ ...blanked(since), ...from })) {
      const spot = spotOf(plan, state, record, key);
      const own = isOwnKey(key) ? ownValue(plan, state, record, key) : null;
      // A column that people added and have removed since holds nothing any more.
      if (own === undefined) continue;
      const now = spot ? typedValue(state, spot) : own;
      if (now !== before && !(spot && isSameDay(spot.cell, now, before)))
        conflicts.push({ record, key, from: before, to: to?.[key] ?? null, now });
    }
  }
  return conflicts;
}

/**
 * How far a logged operation has come: nothing or a part of it still open to be written, all written, or overtaken by
 * someone's other value.
 */
export function progressOf(plan: TabPlan, state: TabState, operation: Operation): 'open' | 'written' | 'changed' {
  const { record, from, to } = operation;
  const there = isThere(plan, state, record);
  if (to === null) {
    if (!there) return 'written';
    return conflictsOf(plan, state, [operation]).length === 0 ? 'open' : 'changed';
  }
  if (!there) return from === null ? 'open' : 'changed';
  const differing = conflictsOf(plan, state, [{ record, from: to, to }]);
  const lags = lagsBehind(plan, state, record, to);
  if (from === null) return lags || differing.some(({ now }) => now === null) ? 'open' : 'written';
  if (differing.length === 0) return lags ? 'open' : 'written';
  return differing.every(({ key, now }) => now === (from[key] ?? null)) ? 'open' : 'changed';
}

/** What it takes to put back what of these operations has been written; a cell that someone has changed since stays. */
export function reversed(plan: TabPlan, state: TabState, operations: readonly Operation[]): readonly Operation[] {
  return operations.flatMap((operation): readonly Operation[] => {
    const { record, from, to } = operation;
    const there = isThere(plan, state, record);
    if (from === null || to === null) return (from === null) === there ? [{ record, from: to, to: from }] : [];
    if (!there) return [];
    const kept = new Set(conflictsOf(plan, state, [{ record, from: to, to }]).map(({ key }) => key));
    const keys = Object.keys(to).filter((key) => !kept.has(key) && to[key] !== from[key]);
    if (keys.length === 0) return [];
    const pick = (cells: NonNullable<Operation['from']>) =>
      Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
    return [{ record, from: pick(to), to: pick(from) }];
  });
}
