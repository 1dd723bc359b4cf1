import type { Area } from '../workbook/areas';
import { spareRows, tableRows } from '../workbook/diff';
import { citing, movedFormula } from '../workbook/formula';
import { contentOf, formatOf, type MissingNote, type Written } from '../workbook/image';
import type { CellPlan, TabPlan } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';
import { steps } from '../workbook/upgrade';
import { keyNow } from '../workbook/upgrade/rename';
import { type Aside, copiesOf, heightOf, type Moment, nextDown } from './aside';
import { formsOf } from './forms';
import {
  areasOf,
  formOfOthers,
  type Guarded,
  isAsRead,
  keepMoving,
  stepOf,
  typeInstead,
  type Write,
  workOf,
  writeGuarded,
} from './guard';
import { type CellValue, consecutive, type Operation } from './log';
import { columnIn, columnsByName, headRows, isBlank, keyAt, namesOf } from './names';
import { keyWrites, ownWrites } from './ownColumns';
import { printLooks, type Surroundings } from './print';
import { type OurSheet, tabCells } from './read';
import { rowsAhead } from './room';
import { isThere, plannedCell, rowKeysOf, spotOf, withCopy } from './spot';
import type { Step, StepWork } from './steps';
import { surely } from './surely';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is asked for only when formulas are written or rows are added. */
export interface Around {
  readonly surroundings: () => Surroundings;
  readonly missingNote: MissingNote;
  /** New records that further requests are about to add: they get their rows with those of this one. */
  readonly toFollow: number;
}

/** One run of a request against the table as read: what is written where. */
export interface Run {
  readonly writes: readonly Write[];
  /** Keys of columns that people added, which get them as records go that hold something there. */
  readonly keys: readonly Write[];
  /** New records, by the rows they are written into. */
  readonly added: ReadonlyMap<string, number>;
  readonly removed: readonly Operation[];
  /** The rows that it is about as its request's note tells them, and whether it takes back what its request did. */
  readonly told: { readonly keys: readonly string[]; readonly isBack: boolean };
}

/** What a cell is to hold: a value, or what the workbook itself puts there, as in the other records if they tell. */
export function contentFor(
  cell: CellPlan,
  value: CellValue,
  tab: string,
  row: number,
  around: Around,
  others: () => Written | undefined,
): Written {
  if (value !== null) return value;
  if (cell.content === null || cell.owner === 'theirs') return null;
  const form = typeof cell.content === 'object' ? others() : undefined;
  if (form !== undefined) return form;
  return contentOf(cell, around.surroundings().atlas, tab, row, around.missingNote).content;
}

/** The number formats that cells have, as far as they were read. */
export type Formats = (row: number, column: number) => string | undefined;

/** The rows that new records come into, one for each. */
export function nextRows(plan: TabPlan, state: TabState, operations: readonly Operation[]): readonly number[] {
  const added = operations.filter(({ record, from }) => from === null && !state.placement.rows.has(record));
  const first = plan.body ? tableRows(plan, state).lastUsed + 1 : 0;
  return added.map((_, index) => first + index);
}

/** Where operations are written into the table as read. New records go below the last used row. */
export function plannedRun(
  plan: TabPlan,
  state: TabState,
  operations: readonly Operation[],
  around: Around,
  formats: Formats = () => undefined,
): Run {
  const others = formsOf(plan, state);
  const writes: Write[] = [];
  const added = new Map<string, number>();
  const removed: Operation[] = [];
  let next = plan.body ? tableRows(plan, state).lastUsed + 1 : 0;
  for (const operation of operations) {
    const { record, from, to } = operation;
    if (to === null) {
      if (isThere(plan, state, record)) removed.push(operation);
    } else if (from === null && plan.body) {
      const there = state.placement.rows.get(record);
      if (there === undefined) added.set(record, next);
      const row = there ?? next;
      const cells = rowWrites(plan, plan.body, state, { record, row, cells: to }, around, others);
      writes.push(
        ...(there === undefined ? inOne(cells, state, formats) : cells.filter(({ content }) => content !== null)),
      );
      if (there === undefined) next += 1;
    } else {
      for (const [key, value] of Object.entries(to)) {
        for (const written of withCopy(plan, record, key)) {
          const spot = spotOf(plan, state, record, written);
          if (!spot) continue;
          const { row, column, cell } = spot;
          const form = (): Written | undefined => (plan.body ? others(written, row) : undefined);
          const content = contentFor(cell, value, plan.id, row, around, form);
          const format = formatOf(cell);
          writes.push({ row, column, content, format, isFormatted: formats(row, column) === format });
        }
      }
    }
  }
  // By what columns of people's own are known when the records come back.
  const keys = keyWrites(
    plan,
    state,
    removed.flatMap(({ from }) => (from ? [from] : [])),
  );
  const told = { keys: rowKeysOf(plan, operations), isBack: false };
  return { writes, keys: keys.map((key) => ({ ...key, format: '@' })), added, removed, told };
}

/** What is noted of a run: the rows that its request is about, where they stood or are to come. */
function toldWork(kind: 'logged' | 'removed', state: TabState, { writes, added, told }: Run): StepWork {
  const rows = told.keys.map((key) => {
    const row = added.get(key);
    return row === undefined ? (state.placement.rows.get(key) ?? 0) : -row;
  });
  const fresh = new Set(added.values());
  const last = Math.max(0, ...writes.filter(({ row }) => fresh.has(row)).map(({ column }) => column));
  return { kind, isBack: told.isBack, rows, last };
}

/** The steps of a run that goes as it is planned, its first copies so far below its request's first row in the log. */
export function stepsOf(plan: TabPlan, state: TabState, run: Run, down: number): readonly Step[] {
  const steps: Step[] = [];
  let next = down;
  const add = (areas: readonly Area[], work: StepWork): void => {
    steps.push(stepOf(plan.id, state, next, areas, work));
    next += heightOf(areas);
  };
  if (run.keys.length > 0) add(areasOf(state, run.keys), workOf(state, run.keys));
  if (run.writes.length > 0) add(areasOf(state, run.writes), toldWork('logged', state, run));
  for (const one of runsOf(state, run.removed)) add(areasRemoved(state, one), toldWork('removed', state, run));
  return steps;
}

/** The cells of a new record that hold anything; of one that was half written, those that are still blank. */
function rowWrites(
  plan: TabPlan,
  body: NonNullable<TabPlan['body']>,
  state: TabState,
  {
    record,
    row,
    cells,
  }: { readonly record: string; readonly row: number; readonly cells: NonNullable<Operation['to']> },
  around: Around,
  others: ReturnType<typeof formsOf>,
): readonly Write[] {
  const writes: Write[] = [];
  for (const [key, column] of state.placement.columns) {
    const cell = body[key];
    const isId = key === '#id';
    if (!isId && !cell) continue;
    const [value, formula] = [state.values[row - 1]?.[column - 1], state.formulas[row - 1]?.[column - 1]];
    if (state.placement.rows.get(record) === row && ((value ?? '') !== '' || (formula ?? '') !== '')) continue;
    const given = cells[cell?.copyOf ?? key] ?? null;
    const form = (): Written | undefined => others(key, row);
    const content = isId || !cell ? record : contentFor(cell, given, plan.id, row, around, form);
    const format = isId || !cell ? '@' : formatOf(cell);
    writes.push({ row, column, content, format });
  }
  for (const { column, content } of ownWrites(plan, state, row, cells))
    if (isBlankAt(state, row, column)) writes.push({ row, column, content, format: '' });
  return writes;
}

const isBlankAt = ({ values, formulas }: TabState, row: number, column: number): boolean =>
  isBlank(values[row - 1]?.[column - 1]) && (formulas[row - 1]?.[column - 1] ?? '') === '';

/**
 * The cells of a new record as one block, which is one call: in a row that is seen to be blank nothing comes over nothing.
 * What people have put into columns of their own there is left out. Cells that have their formats already are not given
 * them again.
 */
function inOne(writes: readonly Write[], state: TabState, formats: Formats): readonly Write[] {
  const filled = writes.filter(({ content }) => content !== null);
  const last = Math.max(...filled.map(({ column }) => column));
  const byColumn = new Map(writes.map((write) => [write.column, write]));
  const [{ row } = { row: 0 }] = writes;
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((column): readonly Write[] => {
    const write = byColumn.get(column);
    if (!write && !isBlankAt(state, row, column)) return [];
    const { content = null, format = '' } = write ?? {};
    return [{ row, column, content, format, isFormatted: formats(row, column) === format }];
  });
}

/** A tab that is written into, as the guard needs it. */
export function guardedTab(ours: OurSheet, plan: TabPlan, aside: Aside): Guarded {
  const now = (key: string): string => keyNow(steps, plan.id, key);
  const cellAt = (row: string, column: string): CellPlan | undefined =>
    (plan.rows.find(({ key }) => key === now(row))?.cells ?? plan.body)?.[now(column)];
  return {
    part: plan.id,
    sheet: ours.sheet,
    aside,
    read: () => tabCells(ours),
    mayBeTyped: (row, column) => {
      const owner = cellAt(row, column)?.owner;
      return owner !== 'ours' && owner !== 'label';
    },
    formatOf: (row, column) => {
      const cell = cellAt(row, column);
      return cell ? formatOf(cell) : 'General';
    },
  };
}

/** A text that a person has just typed into a cell, and what is to take its place. */
export interface OverText {
  readonly row: number;
  readonly column: number;
  readonly cell: CellPlan;
  readonly text: string;
  readonly content: number | string | boolean;
}

/** What came of it: a text that a formula comes to stays, as does what someone has typed there since. */
export type OverTextDone = 'written' | 'formula' | 'changed';

/** Writes values over texts that a person has just typed into cells, all of them at once; what came of each. */
export function writtenOver(
  { ours, plan, aside }: { readonly ours: OurSheet; readonly plan: TabPlan; readonly aside: Aside },
  over: readonly OverText[],
): readonly OverTextDone[] {
  const state = tabCells(ours);
  const found = over.map(({ row, column, text }): OverTextDone => {
    if (state.formulas[row - 1]?.[column - 1]) return 'formula';
    return state.values[row - 1]?.[column - 1] === text ? 'written' : 'changed';
  });
  const writes = over.flatMap(({ row, column, cell, content }, index): readonly Write[] =>
    found[index] === 'written' ? [{ row, column, content, format: formatOf(cell), isReformatted: true }] : [],
  );
  if (writes.length === 0 || writeGuarded(guardedTab(ours, plan, aside), state, writes).status === 'written')
    return found;
  return found.map((one) => (one === 'written' ? 'changed' : one));
}

/** Writes a run's cells and takes its removed rows away; false if the table had changed since it was read. */
export function carriedOut(guarded: Guarded, plan: TabPlan, state: TabState, run: Run, around: Around): boolean {
  const { writes, keys, added, removed } = run;
  const lastRow = Math.max(0, ...added.values());
  if (lastRow >= state.maxRows && added.size > 0) makeRoom(guarded.sheet, plan, state, lastRow, around);
  // By themselves: the log does not tell of keys.
  if (keys.length > 0 && writeGuarded(guarded, state, keys).status === 'moved') return false;
  const keyed = withKeys(state, keys);
  const work = toldWork('logged', state, run);
  if (writes.length > 0 && writeGuarded(guarded, keyed, writes, undefined, work).status === 'moved') return false;
  return removed.length === 0 || areRemoved(guarded, plan, keyed, run, around);
}

/** A tab as it stands once keys of columns are written into it. */
function withKeys(state: TabState, keys: readonly Write[]): TabState {
  if (keys.length === 0) return state;
  const values = state.values.map((line) => [...line]);
  for (const { row, column, content } of keys) {
    const line = values[row - 1];
    if (line && typeof content === 'string') line[column - 1] = content;
  }
  return { ...state, values };
}

/**
 * Empty rows for writing down to `lastRow`. They go in before the tab's last one, so that filter, highlights and checks
 * that span the rows span them too.
 */
function makeRoom(sheet: Sheet, plan: TabPlan, state: TabState, lastRow: number, around: Around): void {
  const maxRows = sheet.getMaxRows();
  if (lastRow < maxRows) return;
  const count = lastRow - maxRows + rowsAhead(around.toFollow, maxRows) + plan.spareRows;
  sheet.insertRowsBefore(maxRows, count);
  printLooks(sheet, maxRows, 1, spareRows(plan, state.placement, count), around.surroundings());
}

/** A row that was taken away, as it stood then: what its columns held, by all that they are known by, and where they stood. */
export interface Taken {
  readonly id: string;
  readonly cells: readonly { readonly column: number; readonly names: readonly string[]; readonly value: Value }[];
}

type RowRun = ReturnType<typeof consecutive>[number];

/** The rows of records that are to be taken away, run by run from the bottom up. */
function runsOf(state: TabState, removed: readonly Operation[]): readonly RowRun[] {
  const wanted = new Set(removed.map(({ record }) => record));
  const rows = state.values.flatMap(([id], index) => (wanted.has(String(id)) ? [index + 1] : []));
  return [...consecutive(rows)].reverse();
}

/** What is copied of rows that are taken away: what stands above the records, and all of the rows. */
function areasRemoved(state: TabState, { start, length }: RowRun): readonly Area[] {
  const columns = Math.max(state.maxColumns, ...state.placement.columns.values());
  return [
    { row: 1, column: 1, rows: headRows(state), columns },
    { row: start, column: 1, rows: length, columns },
  ];
}

/** Rows that were taken away, by the copies of them. */
export function takenRows(state: TabState, areas: readonly Area[], moment: Moment): readonly Taken[] {
  const names = namesOf(state, moment);
  return areas.slice(1).flatMap(({ row, rows, columns }) =>
    Array.from({ length: rows }, (_, below): Taken => {
      const cells = Array.from({ length: columns }, (_unused, index) => ({
        column: index + 1,
        names: names(index + 1),
        value: moment(row + below, index + 1) ?? '',
      }));
      return { id: String(moment(row + below, 1) ?? ''), cells };
    }),
  );
}

/** A row with what it held, as it was read, in columns that others, inserted meanwhile, have pushed out of what was copied. */
function withUncopied(state: TabState, { id, cells }: Taken): Taken {
  const copied = new Set(cells.map(({ names: [name] }) => name));
  const names = namesOf(state, (row, column) => state.values[row - 1]?.[column - 1] ?? '');
  const row = state.placement.rows.get(id) ?? 0;
  const others = Array.from({ length: state.maxColumns }, (_, index) => index + 1)
    .filter((column) => !copied.has(names(column)[0]))
    .map((column) => ({ column, names: names(column), value: state.values[row - 1]?.[column - 1] ?? '' }));
  return { id, cells: [...cells, ...others] };
}

/**
 * Takes records away; false if that took others, or one that someone had changed meanwhile: those are written again below
 * the others. Rows that stand below each other go in one call.
 */
function areRemoved(guarded: Guarded, plan: TabPlan, state: TabState, run: Run, around: Around): boolean {
  const { sheet, aside, part } = guarded;
  const { removed } = run;
  const wanted = new Set(removed.map(({ record }) => record));
  const runs = runsOf(state, removed);
  if (runs.length === 0) return false;
  const taken: Taken[] = [];
  let failure: { readonly error: unknown } | undefined;
  try {
    for (const one of runs) {
      const areas = areasRemoved(state, one);
      aside.trail?.before(stepOf(part, state, nextDown(aside), areas, toldWork('removed', state, run)));
      const copies = copiesOf(aside, sheet, areas);
      sheet.deleteRows(one.start, one.length);
      taken.push(...takenRows(state, areas, surely(copies)));
    }
  } catch (error) {
    // Others' rows that are gone already come back all the same.
    failure = { error };
  }
  const isAsRead = (one: Taken): boolean => wanted.has(one.id) && isUnchanged(plan, state, one);
  const lost = taken.filter((one) => !isAsRead(one) && one.cells.some(({ value }) => !isBlank(value)));
  if (lost.length > 0) {
    bringBack(guarded, plan, lost, state, around);
    aside.trail?.settled();
  }
  if (failure) throw failure.error;
  const gone = new Set(taken.filter(isAsRead).map(({ id }) => id));
  return lost.length === 0 && removed.every(({ record }) => gone.has(record));
}

/** Whether what people typed into a record is what was read, in columns of their own as well. */
function isUnchanged(plan: TabPlan, state: TabState, { id, cells }: Taken): boolean {
  const row = state.placement.rows.get(id) ?? 0;
  const columns = columnsByName(state);
  const then = new Map(cells.map(({ names, value, column }) => [columnIn(columns, names, column), value]));
  for (let column = 1; column <= state.maxColumns; column += 1) {
    const owner = plannedCell(plan, id, keyNow(steps, plan.id, keyAt(state, column)))?.owner;
    // What a formula comes to may differ.
    if (owner === 'ours' || (owner === undefined && (state.formulas[row - 1]?.[column - 1] ?? '') !== '')) continue;
    if (!isAsRead(state, row, column, then.get(column))) return false;
  }
  return true;
}

/** Whether a tab as read holds a row without an id that is what one of those is that were taken away, as far as it holds anything. */
function isBareRow(state: TabState, row: number, { cells }: Taken, columns: ReturnType<typeof columnsByName>): boolean {
  if (!isBlank(state.values[row - 1]?.[0])) return false;
  const wanted = new Map(cells.map(({ names, value, column }) => [columnIn(columns, names, column), value]));
  let isUsed = false;
  for (let column = 2; column <= state.maxColumns; column += 1) {
    const value = state.values[row - 1]?.[column - 1];
    if (isBlank(value)) continue;
    if (value !== wanted.get(column)) return false;
    isUsed = true;
  }
  return isUsed;
}

/** Where rows stand that were to be written again and are there already, all or in part. */
function rowsBegun(state: TabState, lost: readonly Taken[]): ReadonlyMap<Taken, number> {
  const columns = columnsByName(state);
  const found = new Map<Taken, number>();
  const taken = new Set<number>();
  for (const one of lost) {
    let row = isBlank(one.id) ? undefined : state.placement.rows.get(one.id);
    for (let candidate = state.values.length; isBlank(one.id) && candidate > headRows(state); candidate -= 1)
      if (!taken.has(candidate) && isBareRow(state, candidate, one, columns)) row ??= candidate;
    if (row === undefined) continue;
    found.set(one, row);
    taken.add(row);
  }
  return found;
}

/**
 * Rows that were taken away in others' place: written again below the others, with the formulas that they had. Where it was
 * another writer who took them, `isLater`, with those that the others have, and none that is there.
 */
export function bringBack(
  guarded: Guarded,
  plan: TabPlan,
  lost: readonly Taken[],
  before: TabState,
  around: Around,
  isLater = false,
): void {
  const columnsBefore = columnsByName(before);
  let failure: { readonly error: unknown } | undefined;
  let open = lost.map((one) => withUncopied(before, one));
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const state = surely(guarded.read);
    const columns = columnsByName(state);
    const namesBefore = namesOf(before, (row, column) => before.values[row - 1]?.[column - 1] ?? '');
    const columnNow = (column: number): number => columnIn(columns, namesBefore(column), column) ?? column;
    let last = tableRows(plan, state).lastUsed;
    // Where a call has failed, or a column was moved under it, some of it is written already.
    const begun: ReadonlyMap<Taken, number> = attempt > 1 || isLater ? rowsBegun(state, open) : new Map();
    if (attempt === 1) open = open.filter((one) => !begun.has(one));
    const writes = open.flatMap((one) => {
      const { id, cells } = one;
      const there = begun.get(one);
      if (there === undefined) last += 1;
      const row = there ?? last;
      const from = before.placement.rows.get(id) ?? 0;
      return cells.flatMap(({ names, value, column: stood }): readonly (Write & { readonly doubt: Value })[] => {
        const column = columnIn(columns, names, stood);
        if (column === undefined) return [];
        const formula = before.formulas[from - 1]?.[(columnIn(columnsBefore, names, stood) ?? 0) - 1] ?? '';
        const own =
          isLater && !isBlank(id) && mayHoldFormula(plan, state, column) ? formOfOthers(state, row, column) : '';
        const told = formula === '' ? own : citing(movedFormula(formula, from, row), columnNow);
        const content = told === '' ? value : { formula: told };
        // A row that is not there yet goes in one call, and so is there whole or not at all.
        if (content === '' && there !== undefined) return [];
        return [{ row, column, content: content === '' ? null : content, format: '', doubt: value }];
      });
    });
    if (writes.length === 0) return;
    if (last >= state.maxRows) makeRoom(guarded.sheet, plan, state, last, around);
    try {
      if (writeGuarded(guarded, state, writes).status === 'moved') continue;
      const isDoubtful = ({ row, column, content }: Write): boolean =>
        isLater &&
        content !== null &&
        typeof content === 'object' &&
        guarded.mayBeTyped(String(state.values[row - 1]?.[0] ?? ''), keyAt(state, column));
      typeInstead(guarded, writes.filter(isDoubtful));
      return;
    } catch (error) {
      if (failure) throw error;
      failure = { error };
    }
  }
  throw failure?.error ?? new Error(keepMoving);
}

/** Whether a formula may stand in a column: one of ours, or one of people's own in a column that they added. */
function mayHoldFormula(plan: TabPlan, state: TabState, column: number): boolean {
  const cell = plan.body?.[keyAt(state, column)];
  return cell === undefined || (typeof cell.content === 'object' && cell.content !== null);
}
