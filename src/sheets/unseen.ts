import { formatOf, type Written } from '../workbook/image';
import { datedFormats } from '../workbook/kinds';
import { type CellPlan, fieldsRow, idColumn, type TabPlan } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';
import { type Aside, copiesLeft, type Moment } from './aside';
import { isKeptMoving, putBackLater, type Unseen, type Write } from './guard';
import type { CellValue, Operation } from './log';
import { isBlank, keyAt } from './names';
import { isOwnKey } from './ownColumns';
import type { OurSheet } from './read';
import { type Around, bringBack, guardedTab, type Taken, takenRows } from './run';
import { isSameDay, plannedCell, rowKeysOf, spotOf, withCopy } from './spot';
import type { Step } from './steps';

/*
 * What a writer came over whose execution ended before it could look at the copies: told by what it noted ahead of each step,
 * by what the log says of its request, and by the copies.
 */

/** A request's work in one tab, as the log tells it. */
interface Left {
  readonly ours: OurSheet;
  readonly plan: TabPlan;
  readonly operations: readonly Operation[];
  readonly around: (state: TabState) => Around;
}

/** Puts back what a request's last steps came over, the last one first; whether there was anything. */
export function putRight(lefts: readonly Left[], steps: readonly Step[], aside: Aside): boolean {
  let isAny = false;
  try {
    for (const step of [...steps].reverse()) {
      const left = lefts.find(({ plan }) => plan.id === step.part);
      const moment = left && copiesLeft(aside, step.down, step.areas);
      if (left && moment && isPutRight(left, step, moment, aside)) isAny = true;
    }
  } catch (error) {
    if (isKeptMoving(error)) throw error;
    // What the sheet refuses now it would refuse every writer after us.
    console.error(error);
  }
  return isAny;
}

function isPutRight(left: Left, step: Step, moment: Moment, aside: Aside): boolean {
  const { ours, plan, around } = left;
  const guarded = guardedTab(ours, plan, aside);
  const { state, writes } = thenIn(left, step);
  if (step.work.kind !== 'removed') return putBackLater(guarded, { state, writes, moment });
  const isBack = step.work.isBack;
  const wanted = new Map(left.operations.map(({ record, from, to }) => [record, isBack ? to : from]));
  const lost = takenRows(state, step.areas, moment).filter((one) => {
    const cells = wanted.get(one.id);
    return one.cells.some(({ value }) => !isBlank(value)) && !(cells && isUnchanged(plan, one, cells));
  });
  if (lost.length > 0) bringBack(guarded, plan, lost, state, around(state), true);
  return lost.length > 0;
}

/** Whether what a record held as it was taken away is what the log says that it held. */
function isUnchanged(plan: TabPlan, { id, cells }: Taken, logged: NonNullable<Operation['from']>): boolean {
  return cells.every(({ names: [name = ''], value }) => {
    const key = name.startsWith('key ') ? name.slice(4) : '';
    if (key === idColumn) return true;
    const cell = plannedCell(plan, id, key);
    // What a formula comes to may differ, and may have been typed over.
    if (cell?.owner === 'ours' || cell?.copyOf !== undefined) return true;
    if (cell === undefined && `=${key.slice(1)}` in logged) return true;
    if (cell === undefined && !isOwnKey(key)) return isBlank(value);
    const held = logged[key] ?? null;
    if (held === null && cell?.owner === 'default') return true;
    return held === null ? isBlank(value) : value === held || (cell !== undefined && isSameDay(cell, value, held));
  });
}

/** What a cell was to hold; of a formula that it is one. */
function contentThen(cell: CellPlan | undefined, value: CellValue): Written {
  if (value !== null) return value;
  if (!cell || cell.content === null || cell.owner === 'theirs') return null;
  return typeof cell.content === 'object' ? { formula: '=' } : cell.content;
}

/** A cell that a step wrote, and what it had held. */
interface Over {
  readonly row: number;
  readonly column: number;
  readonly content: Written;
  readonly held: Value;
  readonly cell?: CellPlan | undefined;
}

/** A tab as it was read before a step, as far as that is known, and what the step wrote. */
function thenIn(left: Left, step: Step): Pick<Unseen, 'state' | 'writes'> {
  const { plan, operations } = left;
  const { work } = step;
  if (work.kind === 'cells') {
    const state = stateThen(
      plan,
      step,
      work.cells.map(([row, , id]) => [String(id), row] as const),
    );
    return overIn(
      state,
      work.cells.map(([row, column, , content, held]) => ({ row, column, content, held })),
    );
  }
  const rows = new Map(rowKeysOf(plan, operations).map((key, index) => [key, work.rows[index] ?? 0]));
  const state = stateThen(
    plan,
    step,
    [...rows].filter(([, row]) => row > 0),
  );
  if (work.kind === 'removed') return overIn(state, []);
  const over = operations.flatMap(({ record, from: before, to: after }): readonly Over[] => {
    const [from, to] = work.isBack ? [after, before] : [before, after];
    if (to === null) return [];
    if (from === null)
      return addedTo(plan, state, { record, row: Math.abs(rows.get(record) ?? 0), last: work.last }, to);
    return Object.keys(to).flatMap((key) => changedIn(plan, state, record, key, from[key] ?? null, to[key] ?? null));
  });
  return overIn(state, over);
}

/** A tab of which only keys and places are known. */
function stateThen(plan: TabPlan, { heads, columns, areas }: Step, known: Step['heads']): TabState {
  const rows = new Map([...heads, ...known.filter(([id]) => id !== '')]);
  const width = Math.max(1, ...columns.map(([, column]) => column));
  const height = Math.max(...rows.values(), ...areas.map(({ row, rows: count }) => row + count - 1));
  const values = Array.from({ length: height }, () => Array<Value>(width).fill(''));
  const keys = values[(rows.get(fieldsRow) ?? 0) - 1];
  for (const [key, column] of columns) if (keys) keys[column - 1] = key;
  for (const [key, row] of rows) {
    const line = values[row - 1];
    if (line) line[0] = key;
  }
  const placement = { title: '', shape: plan.shape, columns: new Map(columns), rows, cells: new Map<string, number>() };
  return { id: plan.id, sheetId: 0, title: '', placement, values, formulas: [], maxRows: height, maxColumns: width };
}

/** The same with what cells held that were written. */
function overIn(state: TabState, over: readonly Over[]): Pick<Unseen, 'state' | 'writes'> {
  const values = state.values.map((line) => [...line]);
  const days = new Map<string, number>();
  const writes = over.map(({ row, column, content, held, cell }): Write => {
    const line = values[row - 1];
    const format = cell ? formatOf(cell) : '';
    const isDay = datedFormats.has(format) && typeof held === 'number';
    if (line && column > 1) line[column - 1] = isDay ? Math.floor(held) : held;
    if (isDay) days.set(`${row} ${column}`, 0);
    return { row, column, content, format };
  });
  return { state: { ...state, values, days }, writes };
}

function changedIn(
  plan: TabPlan,
  state: TabState,
  record: string,
  key: string,
  from: CellValue,
  to: CellValue,
): readonly Over[] {
  return withCopy(plan, record, key).flatMap((written): readonly Over[] => {
    const spot = spotOf(plan, state, record, written);
    return spot ? [{ ...spot, content: contentThen(spot.cell, to), held: from ?? '' }] : [];
  });
}

function addedTo(
  plan: TabPlan,
  state: TabState,
  { record, row, last }: { readonly record: string; readonly row: number; readonly last: number },
  cells: NonNullable<Operation['to']>,
): readonly Over[] {
  return Array.from({ length: row === 0 ? 0 : last }, (_, index): Over => {
    const column = index + 1;
    const key = keyAt(state, column);
    const cell = plan.body?.[key];
    const content = column === 1 ? record : contentThen(cell, cells[cell?.copyOf ?? key] ?? null);
    return { row, column, content, held: '', cell };
  });
}
