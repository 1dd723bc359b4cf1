import { rectangles } from '../workbook/areas';
import { spareRows, tableRows } from '../workbook/diff';
import { columnLetters } from '../workbook/formula';
import { contentOf, formatOf, type MissingNote, type Written } from '../workbook/image';
import { kinds } from '../workbook/kinds';
import type { CellPlan, TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { verbatim } from './escape';
import { type CellValue, consecutive, type Operation } from './log';
import { printBlock, type Surroundings } from './print';
import { plain } from './read';
import { rowsAhead } from './room';
import { isThere, spotOf, withCopy } from './spot';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is asked for only when formulas are written or rows are added. */
export interface Around {
  readonly surroundings: () => Surroundings;
  readonly missingNote: MissingNote;
  /** New records that further requests are about to add: they get their rows with those of this one. */
  readonly toFollow: number;
}

/** One cell to be written, and the keys that its row and column must bear for it to be the right one. */
export interface Write {
  readonly row: number;
  readonly column: number;
  readonly rowKey: string;
  readonly columnKey: string;
  readonly content: Written;
  readonly format: string;
}

/** One run of a request against the table as read: what is written where, so that it can be checked and put back. */
export interface Run {
  readonly state: TabState;
  readonly writes: readonly Write[];
  /** New records, by the rows they are written into. */
  readonly added: ReadonlyMap<string, number>;
  readonly removed: ReadonlySet<string>;
}

/** What writing a run did to the tab besides. */
export interface Room {
  /** Empty rows that were added at the tab's end. */
  readonly rows: number;
}

function contentFor(cell: CellPlan, value: CellValue, tab: string, row: number, around: Around): Written {
  if (value !== null) return value;
  if (cell.content === null || cell.owner === 'theirs') return null;
  return contentOf(cell, around.surroundings().atlas, tab, row, around.missingNote).content;
}

/** What the plan says of the cell at a row and column of a tab; of a table's records its body. */
export const plannedCell = (plan: TabPlan, rowKey: string, columnKey: string): CellPlan | undefined =>
  (plan.rows.find(({ key }) => key === rowKey)?.cells ?? plan.body)?.[columnKey];

/** What the workbook itself puts into a cell of a tab as read; null where people type. */
export function ownContent(
  plan: TabPlan,
  rowKey: string,
  columnKey: string,
  row: number,
  around: Around,
): { readonly content: Written; readonly cell: CellPlan } | undefined {
  const cell = plannedCell(plan, rowKey, columnKey);
  return cell && { cell, content: contentFor(cell, null, plan.id, row, around) };
}

/** Where operations are written into the table as read. New records go below the last used row. */
export function plannedRun(plan: TabPlan, state: TabState, operations: readonly Operation[], around: Around): Run {
  const writes: Write[] = [];
  const added = new Map<string, number>();
  const removed = new Set<string>();
  let next = plan.body ? tableRows(plan, state).lastUsed + 1 : 0;
  for (const { record, from, to } of operations) {
    if (to === null) {
      if (isThere(plan, state, record)) removed.add(record);
    } else if (from === null && plan.body) {
      const there = state.placement.rows.get(record);
      if (there === undefined) added.set(record, next);
      writes.push(...rowWrites(plan, plan.body, state, { record, row: there ?? next, cells: to }, around));
      if (there === undefined) next += 1;
    } else {
      for (const [key, value] of Object.entries(to)) {
        for (const written of withCopy(plan, record, key)) {
          const spot = spotOf(plan, state, record, written);
          if (!spot) continue;
          const { row, column, rowKey, columnKey, cell } = spot;
          const content = contentFor(cell, value, plan.id, row, around);
          writes.push({ row, column, rowKey, columnKey, content, format: formatOf(cell) });
        }
      }
    }
  }
  return { state, writes, added, removed };
}

/** The cells of a new record; of one that was half written, those that are still blank. */
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
): readonly Write[] {
  const writes: Write[] = [];
  for (const [key, column] of state.placement.columns) {
    const cell = body[key];
    const isId = key === '#id';
    if (!isId && !cell) continue;
    const [value, formula] = [state.values[row - 1]?.[column - 1], state.formulas[row - 1]?.[column - 1]];
    if (state.placement.rows.get(record) === row && ((value ?? '') !== '' || (formula ?? '') !== '')) continue;
    const content = isId || !cell ? record : contentFor(cell, cells[cell.copyOf ?? key] ?? null, plan.id, row, around);
    const format = isId || !cell ? '@' : formatOf(cell);
    writes.push({ row, column, rowKey: record, columnKey: key, content, format });
  }
  return writes;
}

/** Writes a run's cells in blocks and takes its removed rows away. */
export function writeRun(sheet: Sheet, plan: TabPlan, run: Run, around: Around): Room {
  const { writes, state } = run;
  const lastRow = Math.max(0, ...writes.map((cell) => cell.row));
  const rows = lastRow >= state.maxRows && run.added.size > 0 ? makeRoom(sheet, plan, state, lastRow, around) : 0;
  setFormats(sheet, writes.filter(needsFormat));
  writeCells(sheet, writes);
  if (run.removed.size > 0) removeRows(sheet, run.removed);
  return { rows };
}

const dates: ReadonlySet<string> = new Set([kinds.date.format, kinds.month.format]);

/**
 * Whether a cell is to be written together with its format, since a person may have changed that: '01234' must stay text
 * all the same, and a day must not show as the number that it is, which a rule that wants a date refuses.
 */
export const needsFormat = ({ content, format }: Pick<Write, 'content' | 'format'>): boolean =>
  format === '@'
    ? typeof content === 'string' && verbatim(content, '') !== content
    : typeof content === 'number' && dates.has(format);

/** Gives cells their formats: a call for each format. */
export function setFormats(
  sheet: Sheet,
  cells: readonly { readonly row: number; readonly column: number; readonly format: string }[],
): void {
  for (const format of new Set(cells.map((cell) => cell.format))) {
    const alike = cells.filter((cell) => cell.format === format);
    const blocks = rectangles(alike.map(({ row, column }) => ({ row, column, value: format })));
    sheet.getRangeList(blocks.map(addressOf)).setNumberFormat(format);
  }
}

/**
 * Writes cells and none between them: those are people's. Blocks that take one and the same value go in one call,
 * however far apart, others in one each; Google holds writes back until something is read, so that many cost little.
 */
function writeCells(sheet: Sheet, writes: readonly Write[]): void {
  const cells = writes.map(({ row, column, content, format }) => ({ row, column, value: verbatim(content, format) }));
  const groups = new Map<string, Block[]>();
  for (const block of rectangles(cells)) {
    const key = isOfOneValue(block) ? JSON.stringify(block.values[0]?.[0]) : `${block.row} ${block.column}`;
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  for (const [first, ...others] of groups.values()) {
    if (!first) continue;
    const { row, column, values } = first;
    const [line = [], value = ''] = [values[0], values[0]?.[0]];
    if (others.length > 0) sheet.getRangeList([first, ...others].map(addressOf)).setValue(value);
    else sheet.getRange(row, column, values.length, line.length).setValues(values.map((cellsInRow) => [...cellsInRow]));
  }
}

type Block<T = ReturnType<typeof verbatim>> = ReturnType<typeof rectangles<T>>[number];

/** A formula is none: the same text means another in another row. */
const isOfOneValue = ({ values }: Block): boolean => {
  const value = values[0]?.[0];
  return !String(value).startsWith('=') && values.every((line) => line.every((other) => other === value));
};

function addressOf({ row, column, values }: Block<unknown>): string {
  const width = values[0]?.length ?? 1;
  return `${columnLetters(column)}${row}:${columnLetters(column + width - 1)}${row + values.length - 1}`;
}

/**
 * Empty rows for writing down to `lastRow`; how many were added. They go in before the tab's last one, so that filter,
 * highlights and checks that span the rows span them too.
 */
export function makeRoom(sheet: Sheet, plan: TabPlan, state: TabState, lastRow: number, around: Around): number {
  const maxRows = sheet.getMaxRows();
  if (lastRow < maxRows) return 0;
  const count = lastRow - maxRows + rowsAhead(around.toFollow, maxRows) + plan.spareRows;
  sheet.insertRowsBefore(maxRows, count);
  printBlock(sheet, maxRows, 1, spareRows(plan, state.placement, count), around.surroundings());
  return count;
}

/** The first column as it stands now, from the top. One service call. */
export function idsNow(sheet: Sheet): readonly string[] {
  return sheet
    .getRange('A1:A')
    .getValues()
    .map(([id]) => String(plain(id)));
}

/** Rows that stand below each other go in one call; where they stand is read anew, so near before as can be. */
function removeRows(sheet: Sheet, records: ReadonlySet<string>): void {
  const rows = idsNow(sheet).flatMap((id, index) => (records.has(id) ? [index + 1] : []));
  for (const { start, length } of [...consecutive(rows)].reverse()) sheet.deleteRows(start, length);
}
