import { rectangles } from '../workbook/areas';
import { spareRows, tableRows } from '../workbook/diff';
import type { Atlas } from '../workbook/formula';
import { contentOf, type MissingNote, type Written } from '../workbook/image';
import type { CellPlan, TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { typed } from './escape';
import { locked } from './lock';
import { appendPending, type CellValue, type Header, logTail, markEntries, type Operation } from './log';
import { printBlock, type Surroundings } from './print';
import { type OurSheet, tabCells } from './read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell that does not hold what the request said it held. */
export interface CellConflict {
  readonly record: string;
  readonly key: string;
  readonly from: CellValue;
  readonly to: CellValue;
  readonly now: CellValue;
}

export type Outcome =
  | { readonly status: 'done'; readonly records: readonly string[] }
  | { readonly status: 'busy' }
  | { readonly status: 'absent' }
  | { readonly status: 'gone'; readonly records: readonly string[] }
  | { readonly status: 'conflict'; readonly conflicts: readonly CellConflict[] }
  | { readonly status: 'refused' };

/** A request to write into one tab, and what is needed to carry it out. */
export interface Writing extends Header {
  readonly operations: readonly Operation[];
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly plan: TabPlan;
  /** The same for any tab that an unfinished request may concern. */
  readonly planOf: (tab: string) => TabPlan | undefined;
  /** Asked only when formulas are written. */
  readonly surroundings: (state: TabState) => Surroundings;
  readonly missingNote: MissingNote;
  /** A last look at the table under the lock; false refuses the request. */
  readonly allowed?: (state: TabState, operations: readonly Operation[]) => boolean;
}

/** How often a save starts again after someone sorted or inserted rows under it. */
const attempts = 3;

interface Spot {
  readonly row: number;
  readonly column: number;
  readonly cell: CellPlan;
}

/** Where a cell of a record stands: in a record tab the key is its row, elsewhere its column. */
function spotOf(plan: TabPlan, state: TabState, record: string, key: string): Spot | undefined {
  const { rows, columns } = state.placement;
  if (plan.shape === 'record') {
    const [field = '', index = '1'] = key.split('.');
    const [row, column] = [rows.get(field), columns.get(`value.${index}`)];
    const cell = plan.rows.find((candidate) => candidate.key === field)?.cells[`value.${index}`];
    return row !== undefined && column !== undefined && cell ? { row, column, cell } : undefined;
  }
  const [row, column] = [rows.get(record), columns.get(key)];
  const cell = (plan.body ?? plan.rows.find((candidate) => candidate.key === record)?.cells)?.[key];
  return row !== undefined && column !== undefined && cell ? { row, column, cell } : undefined;
}

/** The value people have put in a cell: null for none, also where only the default formula stands. */
function typedValue(state: TabState, { row, column, cell }: Spot): CellValue {
  const value = state.values[row - 1]?.[column - 1] ?? '';
  if (value === '') return null;
  return cell.owner === 'default' && (state.formulas[row - 1]?.[column - 1] ?? '') !== '' ? null : value;
}

const isThere = (plan: TabPlan, state: TabState, record: string): boolean =>
  plan.shape === 'record' || state.placement.rows.has(record);

const needsFormulas = (plan: TabPlan, operations: readonly Operation[]): boolean =>
  operations.some(({ from }) =>
    Object.keys(from ?? {}).some((key) => {
      const cell =
        plan.shape === 'record'
          ? plan.rows.find((row) => row.key === key.split('.')[0])?.cells['value.1']
          : plan.body?.[key];
      return plan.shape === 'fixed' || cell?.owner === 'default';
    }),
  );

function conflictsOf(plan: TabPlan, state: TabState, operations: readonly Operation[]): readonly CellConflict[] {
  const conflicts: CellConflict[] = [];
  for (const { record, from, to } of operations) {
    for (const [key, before] of Object.entries(from ?? {})) {
      const spot = spotOf(plan, state, record, key);
      const now = spot ? typedValue(state, spot) : null;
      if (now !== before) conflicts.push({ record, key, from: before, to: to?.[key] ?? null, now });
    }
  }
  return conflicts;
}

interface Write {
  readonly row: number;
  readonly column: number;
  readonly value: { readonly content: Written; readonly format: string };
}

/** One run of a request against the table as read: what is written where, so that it can be checked and undone. */
interface Run {
  readonly state: TabState;
  readonly writes: readonly Write[];
  /** The key each row we write to has in the first column: a record's id, in a record tab a field's. */
  readonly rows: ReadonlyMap<string, number>;
  readonly removed: ReadonlyMap<string, number>;
}

function contentFor(
  writing: Pick<Writing, 'missingNote'>,
  cell: CellPlan,
  value: CellValue,
  tab: string,
  row: number,
  atlas: () => Atlas,
): Written {
  if (value !== null) return value;
  return cell.content === null || cell.owner === 'theirs'
    ? null
    : contentOf(cell, atlas(), tab, row, writing.missingNote).content;
}

function planWrites(
  writing: Writing,
  plan: TabPlan,
  state: TabState,
  operations: readonly Operation[],
  around: () => Surroundings,
): Run {
  const writes: Write[] = [];
  const rows = new Map<string, number>();
  const removed = new Map<string, number>();
  const atlas = (): Atlas => around().atlas;
  let next = plan.body ? tableRows(plan, state).lastUsed + 1 : 0;
  const columns = [...state.placement.columns];
  for (const { record, from, to } of operations) {
    if (to === null) {
      const row = state.placement.rows.get(record);
      if (row !== undefined) removed.set(record, row);
      continue;
    }
    if (from === null && plan.body) {
      const row = next;
      next += 1;
      rows.set(record, row);
      for (const [key, column] of columns) {
        const cell = plan.body[key];
        if (key === '#id') writes.push({ row, column: 1, value: { content: record, format: '@' } });
        else if (cell) {
          const content = contentFor(writing, cell, to[key] ?? null, plan.id, row, atlas);
          writes.push({ row, column, value: { content, format: formatAt(cell) } });
        }
      }
      continue;
    }
    for (const [key, value] of Object.entries(to)) {
      const spot = spotOf(plan, state, record, key);
      if (!spot) continue;
      rows.set(plan.shape === 'record' ? (key.split('.')[0] ?? key) : record, spot.row);
      const content = contentFor(writing, spot.cell, value, plan.id, spot.row, atlas);
      writes.push({ row: spot.row, column: spot.column, value: { content, format: formatAt(spot.cell) } });
    }
  }
  return { state, writes, rows, removed };
}

/** The format a cell was printed with. Where a formula stood it is not `@`. */
const formatAt = (cell: CellPlan): string => (cell.content === null && isText(cell) ? '@' : '');
const isText = (cell: CellPlan): boolean => ['text', 'longText', 'choice', 'person'].includes(cell.kind);

function write(sheet: Sheet, plan: TabPlan, run: Run, around: () => Surroundings): void {
  const lastRow = Math.max(0, ...run.writes.map((cell) => cell.row));
  if (lastRow > run.state.maxRows) makeRoom(sheet, plan, run.state, lastRow, around);
  const texts = run.writes.filter(
    ({ value }) => value.format === '@' && typeof value.content === 'string' && value.content !== '',
  );
  // A person may have changed a text column's format: '01234' must stay text all the same.
  const risky = texts.filter(({ value }) => typed(value.content, '') !== value.content);
  if (risky.length > 0) {
    const areas = rectangles(risky.map(({ row, column }) => ({ row, column, value: '@' })));
    for (const area of areas)
      sheet.getRange(area.row, area.column, area.values.length, area.values[0]?.length ?? 1).setNumberFormat('@');
  }
  for (const block of rectangles(run.writes)) {
    const range = sheet.getRange(block.row, block.column, block.values.length, block.values[0]?.length ?? 1);
    range.setValues(block.values.map((line) => line.map(({ content, format }) => typed(content, format))));
  }
  for (const row of [...run.removed.values()].sort((one, other) => other - one)) sheet.deleteRow(row);
}

/** New rows go in before the tab's last one, so that filter, highlights and checks that span the rows span them too. */
function makeRoom(sheet: Sheet, plan: TabPlan, state: TabState, lastRow: number, around: () => Surroundings): void {
  const maxRows = sheet.getMaxRows();
  if (lastRow < maxRows) return;
  const count = lastRow - maxRows + plan.spareRows;
  sheet.insertRowsBefore(maxRows, count);
  printBlock(sheet, maxRows, 1, spareRows(plan, state.placement, count), around());
}

/** The ids as they stand now, by row. One service call. */
function idsNow(sheet: Sheet, rows: number): readonly string[] {
  return sheet
    .getRange(1, 1, rows, 1)
    .getValues()
    .map(([id]) => String(id ?? ''));
}

/**
 * Whether every row we wrote to still was that record's. If a person sorted or inserted rows between our reading and
 * our writing, what we overwrote is put back from what was read, and the save starts again.
 */
function stillStands(sheet: Sheet, run: Run): boolean {
  if (run.rows.size === 0 && run.removed.size === 0) return true;
  const height = Math.max(run.state.values.length, ...run.rows.values()) - run.removed.size;
  const ids = idsNow(sheet, Math.max(1, height));
  const present = new Set(ids);
  const lost =
    run.removed.size === 0
      ? []
      : [...run.state.placement.rows.keys()].filter((id) => !run.removed.has(id) && !present.has(id));
  const moved = [...run.rows].filter(([id, row]) => ids[row - 1] !== id && run.removed.size === 0);
  if (lost.length === 0 && moved.length === 0) return true;
  putBack(sheet, run, ids, new Set(moved.map(([, row]) => row)));
  for (const id of lost) bringBack(sheet, run.state, id);
  SpreadsheetApp.flush();
  return false;
}

/** `$C5+D5` moved from row 5 to row 9 is `$C9+D9`: references to the formula's own row go along with it. */
export function movedFormula(formula: string, from: number, to: number): string {
  return formula.replace(/(\$?[A-Z]{1,3})(\d+)(?![\d(])/g, (all, column: string, row: string) =>
    Number(row) === from ? `${column}${to}` : all,
  );
}

/** What a record's cell held when it was read, to be written into another row. */
function heldContent(state: TabState, from: number, column: number, to: number): Written {
  const formula = state.formulas[from - 1]?.[column - 1] ?? '';
  if (formula !== '') return { formula: movedFormula(formula, from, to) };
  const value = state.values[from - 1]?.[column - 1] ?? '';
  return value === '' ? null : value;
}

function putBack(sheet: Sheet, run: Run, ids: readonly string[], rows: ReadonlySet<number>): void {
  for (const { row, column } of run.writes) {
    if (!rows.has(row) || column === 1) continue;
    const owner = run.state.placement.rows.get(ids[row - 1] ?? '');
    const content = owner === undefined ? null : heldContent(run.state, owner, column, row);
    sheet.getRange(row, column).setValue(typed(content, ''));
  }
}

/** A record whose row was deleted in the removed one's place: written again below the others. */
function bringBack(sheet: Sheet, state: TabState, id: string): void {
  const from = state.placement.rows.get(id);
  if (from === undefined) return;
  const row = sheet.getLastRow() + 1;
  const width = state.values[from - 1]?.length ?? 0;
  const contents = Array.from({ length: width }, (_, index) => typed(heldContent(state, from, index + 1, row), ''));
  sheet.getRange(row, 1, 1, width).setValues([contents]);
}

/** Finishes what a writer before us logged and did not live to finish; a cell changed since then is left alone. */
function finishPending(
  writing: Writing,
  sheets: ReadonlyMap<string, OurSheet>,
  log: Sheet,
  entries: ReturnType<typeof logTail>['entries'],
): void {
  const pending = entries.filter((entry) => entry.state === 'pending');
  for (const request of new Set(pending.map((entry) => entry.request))) {
    const rows = pending.filter((entry) => entry.request === request);
    const [first] = rows;
    const plan = first && writing.planOf(first.part);
    const ours = first && sheets.get(first.part);
    if (!plan || !ours) {
      markEntries(
        log,
        rows.map((entry) => entry.row),
        'undone',
      );
      continue;
    }
    const state = tabCells(ours);
    const [redo, given] = [[], []] as [Operation[], number[]];
    for (const entry of rows) {
      const { operation } = entry;
      const open = stillOpen(plan, state, operation);
      if (open === 'changed') given.push(entry.row);
      else if (open === 'open') redo.push(operation);
    }
    const around = once(() => writing.surroundings(state));
    const run = planWrites(writing, plan, state, redo, around);
    write(ours.sheet, plan, run, around);
    SpreadsheetApp.flush();
    markEntries(
      log,
      rows.map((entry) => entry.row).filter((row) => !given.includes(row)),
      'done',
    );
    if (given.length > 0) markEntries(log, given, 'undone');
  }
}

/** Whether a logged operation has yet to be written, has been, or has been overtaken by another change. */
function stillOpen(plan: TabPlan, state: TabState, { record, from, to }: Operation): 'open' | 'written' | 'changed' {
  const there = isThere(plan, state, record);
  if (from === null) return there ? 'written' : 'open';
  if (to === null)
    return there ? (conflictsOf(plan, state, [{ record, from, to }]).length === 0 ? 'open' : 'changed') : 'written';
  if (!there) return 'changed';
  if (conflictsOf(plan, state, [{ record, from: to, to }]).length === 0) return 'written';
  return conflictsOf(plan, state, [{ record, from, to }]).every((conflict) => conflict.now === conflict.to)
    ? 'open'
    : 'changed';
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Carries a request out: lock → read table and log tail → answered already? → does each "from" still stand? → log as
 * pending → write the changed cells → flush → are the rows still the records'? → mark done → flush → release.
 */
export function carryOut(writing: Writing): Outcome {
  return locked(() => carryOutLocked(writing)) ?? { status: 'busy' };
}

function carryOutLocked(writing: Writing): Outcome {
  const { sheets } = writing;
  const [ours, log] = [sheets.get(writing.part), sheets.get('log')];
  if (!ours || !log) return { status: 'absent' };
  const { entries, lastRow } = logTail(log.sheet);
  if (entries.some((entry) => entry.state === 'pending')) finishPending(writing, sheets, log.sheet, entries);
  const answered = entries.filter((entry) => entry.request === writing.request);
  if (answered.length > 0)
    return { status: 'done', records: [...new Set(answered.map((entry) => entry.operation.record))] };
  const { plan, operations } = writing;
  const removes = operations.some((operation) => operation.to === null);
  let logged: { readonly row: number; readonly count: number } | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabCells(ours, removes || needsFormulas(plan, operations));
    const gone = operations
      .filter((operation) => operation.from !== null && !isThere(plan, state, operation.record))
      .map((operation) => operation.record);
    const conflicts = gone.length > 0 ? [] : conflictsOf(plan, state, operations);
    const refused = writing.allowed?.(state, operations) === false;
    if (gone.length > 0 || conflicts.length > 0 || refused) {
      if (logged) markEntries(log.sheet, numbers(logged), 'undone');
      if (gone.length > 0) return { status: 'gone', records: gone };
      return refused ? { status: 'refused' } : { status: 'conflict', conflicts };
    }
    const around = once(() => writing.surroundings(state));
    const run = planWrites(writing, plan, state, operations, around);
    logged ??= appendPending(log.sheet, lastRow, writing, operations);
    write(ours.sheet, plan, run, around);
    // Reading the ids commits what was written, as a flush would.
    if (!stillStands(ours.sheet, run)) continue;
    markEntries(log.sheet, numbers(logged), 'done');
    SpreadsheetApp.flush();
    return { status: 'done', records: operations.map((operation) => operation.record) };
  }
  if (logged) markEntries(log.sheet, numbers(logged), 'undone');
  return { status: 'busy' };
}

const numbers = ({ row, count }: { readonly row: number; readonly count: number }): readonly number[] =>
  Array.from({ length: count }, (_, index) => row + index);
