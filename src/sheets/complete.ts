import { fewestSpareRows, firstRecord, type Rows, tableRows, twinsIn } from '../workbook/diff';
import type { Written } from '../workbook/image';
import type { CellPlan, TabPlan } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';
import { formsOf } from './forms';
import { isKeptMoving, type Write, writeGuarded } from './guard';
import { aroundOf, attempts, type Planned, type Target } from './pending';
import { tabCells } from './read';
import { contentFor, guardedTab } from './run';

/** Rows that have been completed, by the ids that they were given, and the table as it was. */
export interface Completed {
  readonly ids: readonly string[];
  readonly before: TabState;
}

/**
 * Gives rows that people typed or pasted into a table their ids, and the formulas that their blank cells lack: as the other
 * records have them, so that no other tab is read. To be called under the lock. Undefined where that is not all that they need, and where people keep moving rows.
 */
export function completeTyped(
  planned: Planned,
  target: Target,
  newId: () => string,
  { typed, first, last }: TypedIn,
): Completed | undefined {
  const { ours, plan, aside } = target;
  const keys = plan.columns.map(({ key }) => key);
  try {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const state = tabCells(ours, true, keys);
      if (!isSimple(plan, state, { first, last })) return undefined;
      const ids: string[] = [];
      const around = aroundOf(planned, state, 0);
      const others = formsOf(plan, state);
      const writes = typedRows(plan, state, { first, last }).flatMap(({ row }) => {
        const id = newId();
        ids.push(id);
        const lacking = lackingCells(
          plan,
          state,
          row,
          (key, cell) => cell.initial ?? contentFor(cell, null, plan.id, row, around, () => others(key, row)),
        );
        return inOne(state, row, new Map([...lacking, [1, id]]), typed);
      });
      if (writes.length === 0 || writeGuarded(guardedTab(ours, plan, aside), state, writes).status === 'written')
        return { ids, before: state };
    }
  } catch (error) {
    if (!isKeptMoving(error)) throw error;
  }
  return undefined;
}

/** What a person has just typed or pasted: rows from one to another, and the text where it was one cell. */
export interface TypedIn {
  readonly first: number;
  readonly last: number;
  readonly typed?: string | undefined;
}

type Pasted = Pick<TypedIn, 'first' | 'last'>;

/** Rows to be completed. Of rows with one id those that have just been pasted are the copies, wherever they stand. */
function typedRows(plan: TabPlan, state: TabState, { first, last }: Pasted): Rows['records'] {
  const owners = new Map<string, number>();
  for (const [id, rows] of twinsIn(plan, state)) {
    const before = rows.find((row) => row < first || row > last);
    if (before !== undefined) owners.set(id, before);
  }
  return tableRows(plan, state, owners).records.filter(({ id }) => id === undefined);
}

const valueAt = ({ values }: TabState, row: number, column: number): Value => values[row - 1]?.[column - 1] ?? '';
const formulaAt = ({ formulas }: TabState, row: number, column: number): string =>
  formulas[row - 1]?.[column - 1] ?? '';
const isBlank = (state: TabState, row: number, column: number): boolean =>
  (valueAt(state, row, column) === '' || valueAt(state, row, column) === false) && formulaAt(state, row, column) === '';

/**
 * Whether typed rows lack no more than ids and formulas: all columns are there, empty rows are left, none was inserted above
 * the first record, where what cites the whole table begins, and nothing was pasted over what is to be computed.
 */
function isSimple(plan: TabPlan, state: TabState, pasted: Pasted): boolean {
  const { columns } = state.placement;
  if (plan.columns.some(({ key }) => !columns.has(key))) return false;
  if (state.maxRows - tableRows(plan, state).lastUsed < fewestSpareRows) return false;
  const typed = typedRows(plan, state, pasted);
  const first = firstRecord(state);
  if (first !== undefined && typed.some(({ row }) => row < first)) return false;
  return typed.every(({ row }) =>
    Object.entries(plan.body ?? {}).every(([key, cell]) => {
      const column = columns.get(key) ?? 0;
      return (
        cell.owner !== 'ours' ||
        cell.content === null ||
        isBlank(state, row, column) ||
        formulaAt(state, row, column) !== ''
      );
    }),
  );
}

/** What a typed row's blank cells are to hold, by column. */
function lackingCells(
  plan: TabPlan,
  state: TabState,
  row: number,
  contentOf: (key: string, cell: CellPlan) => Written,
): ReadonlyMap<number, Written> {
  const cells = new Map<number, Written>();
  for (const [key, cell] of Object.entries(plan.body ?? {})) {
    const column = state.placement.columns.get(key);
    if (column === undefined || !isBlank(state, row, column)) continue;
    const content = contentOf(key, cell);
    if (content !== null) cells.set(column, content);
  }
  return cells;
}

/**
 * A row's cells, with what stands between them written as it was read, so that all of it goes in one call: but for formulas,
 * texts that may have more to them than their characters, and numbers that may be days with a time.
 */
function inOne(
  state: TabState,
  row: number,
  cells: ReadonlyMap<number, Written>,
  typed: string | undefined,
): readonly Write[] {
  const last = Math.max(...cells.keys());
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((column): readonly Write[] => {
    const content = cells.get(column);
    if (content !== undefined) return [{ row, column, content, format: '' }];
    const value = valueAt(state, row, column);
    const isPlain = value === '' || typeof value === 'boolean' || String(value) === typed;
    if (!isPlain || formulaAt(state, row, column) !== '') return [];
    return [{ row, column, content: value === '' ? null : value, format: '' }];
  });
}
