import { type Area, addressOf, rectangles } from '../workbook/areas';
import { citing, movedFormula, sameFormula } from '../workbook/formula';
import type { Written } from '../workbook/image';
import { datedFormats } from '../workbook/kinds';
import type { TabState, Value } from '../workbook/state';
import { type Aside, copiesOf, type Moment, nextDown } from './aside';
import { verbatim } from './escape';
import { setFormats } from './formats';
import { type Cells, columnIn, columnsByName, headRows, isBlank, keyAt, namesOf } from './names';
import { type OurSheet, plain } from './read';
import { placesIn, type Step, type StepWork } from './steps';
import { surely } from './surely';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** One cell to be written, at its place in the tab as read: whose row and column these are is for the tab as read to say. */
export interface Write {
  readonly row: number;
  readonly column: number;
  readonly content: Written;
  /** The number format that the cell was made with; `''` where that is not known. */
  readonly format: string;
  /** It gets that format whatever it holds: another's was given to it. */
  readonly isReformatted?: boolean;
  /** It has that format already. */
  readonly isFormatted?: boolean;
}

/** A tab under the lock, and what it takes to write into it without losing what people do there meanwhile. */
export interface Guarded {
  readonly part: string;
  readonly sheet: Sheet;
  readonly aside: Aside;
  /** The tab as it stands, with its formulas. */
  readonly read: () => TabState;
  /** Whether people may type over a formula in a cell: in others what they type there is damage. */
  readonly mayBeTyped: (row: string, column: string) => boolean;
  /** The number format that a cell was made with. */
  readonly formatOf: (row: string, column: string) => string;
}

/** What stood in a cell that was written over: something that had come there since the tab was read. */
export interface Overwritten {
  readonly row: number;
  readonly column: number;
  readonly held: Value;
}

export type Verdict =
  /** All is where it belongs. In cells of formulas something else had stood than was read: that is gone. */
  | { readonly status: 'written'; readonly gone: readonly Overwritten[] }
  /** Rows, columns or cells had changed since the tab was read: what was written over them has been put back. */
  | { readonly status: 'moved' };

const at = (state: TabState, row: number, column: number): Value => state.values[row - 1]?.[column - 1] ?? '';
const formulaAt = (state: TabState, row: number, column: number): string => state.formulas[row - 1]?.[column - 1] ?? '';

const isFormula = ({ content }: Write): boolean => content !== null && typeof content === 'object';

const isSame = (one: Value | undefined, other: Value | undefined): boolean =>
  one === other || (isBlank(one) && isBlank(other));

/** Whether a cell holds what was read in it; of a day with a time a copy may tell the time as well. */
export function isAsRead(state: TabState, row: number, column: number, held: Value | undefined): boolean {
  const read = at(state, row, column);
  if (isSame(held, read)) return true;
  return typeof held === 'number' && state.days?.has(`${row} ${column}`) === true && Math.floor(held) === read;
}

/**
 * Writes cells of a tab as read. What they came over is copied aside by the same commit: where rows, columns or cells
 * had changed since the tab was read, all that belongs elsewhere is put back as people had it, and the work is to be
 * planned anew. Throws what the sheet refuses where nothing had changed.
 */
export function writeGuarded(
  guarded: Guarded,
  state: TabState,
  writes: readonly Write[],
  also: () => void = () => {},
  work: StepWork = workOf(state, writes),
): Verdict {
  const { strays, gone, refusal, owed } = written(guarded, state, writes, { before: also }, work);
  if (strays.length > 0) {
    putBack(guarded, owed);
    guarded.aside.trail?.settled();
    return { status: 'moved' };
  }
  if (refusal) throw refusal.error;
  return { status: 'written', gone };
}

/** What one write came to. */
interface Came {
  readonly strays: readonly Write[];
  readonly gone: readonly Overwritten[];
  readonly refusal: { readonly error: unknown } | undefined;
  /** What the strays came over, given the tab as it stands: where it is to be put back. */
  readonly owed: Owed;
}

type Owed = (now: TabState) => readonly Restored[];

/** What goes out together with cells that are written: before them and after them. */
interface Also {
  readonly before: () => void;
  readonly after?: () => void;
}

/** What cells come to that are written, as it is noted of those that the log does not tell of. */
export const workOf = (state: TabState, writes: readonly Write[]): StepWork => ({
  kind: 'cells',
  cells: writes.map(({ row, column, content }) => [row, column, at(state, row, 1), content, at(state, row, column)]),
});

/** A step as it is noted before it is taken. */
export const stepOf = (part: string, state: TabState, down: number, areas: readonly Area[], work: StepWork): Step => ({
  part,
  down,
  areas,
  ...placesIn(state),
  work,
});

function written(
  guarded: Guarded,
  state: TabState,
  writes: readonly Write[],
  { before, after }: Also,
  work: StepWork = workOf(state, writes),
): Came {
  const { sheet, aside } = guarded;
  const areas = areasOf(state, writes);
  aside.trail?.before(stepOf(guarded.part, state, nextDown(aside), areas, work));
  const copies = copiesOf(aside, sheet, areas);
  before();
  setFormats(sheet, writes.filter(needsFormat));
  let refusal: Came['refusal'];
  try {
    writeCells(sheet, writes);
    after?.();
  } catch (error) {
    // Some of it may be written: what that came over is to be seen.
    refusal = { error };
  }
  let moment: Moment;
  try {
    moment = copies();
  } catch (error) {
    // A number that lands in a column of choices is refused: what has moved is to be seen all the same.
    refusal ??= { error };
    moment = copies();
  }
  const { strays, gone } = judged(guarded, state, moment, writes);
  const owed: Owed = (now) => restoredCells(guarded, state, moment, writes, strays, now);
  return { strays, gone, refusal, owed };
}

/** How often what people keep moving is put back: far more often than anyone can move it. */
const patience = 100;

/**
 * Takes the rules of cells off while they are written, for what stood there before they were made: a choice in the language
 * that the workbook has just left, something that was pasted. One service call an area.
 */
function withoutRules(sheet: Sheet, writes: readonly Write[]): Also {
  const ranges = rectangles(writes.map(({ row, column }) => ({ row, column, value: null }))).map((block) => {
    const range = sheet.getRange(block.row, block.column, block.values.length, block.values[0]?.length ?? 1);
    return { range, rules: range.getDataValidations() };
  });
  return {
    before: () => {
      for (const { range } of ranges) range.clearDataValidations();
    },
    after: () => {
      for (const { range, rules } of ranges) range.setDataValidations(rules);
    },
  };
}

const alone: Also = { before: () => {} };

/**
 * Puts back what stood in cells that were taken for others, wherever they have got to meanwhile; what putting it back
 * comes over in turn is put back next. What a rule refuses by now stood there all the same.
 */
function putBack(guarded: Guarded, first: Owed): void {
  const debts: Debt[] = [{ owed: first, isLast: false }];
  let isRefused = false;
  for (let attempt = 1; attempt <= patience; attempt += 1) {
    const [debt] = debts;
    if (!debt) return;
    const now = surely(guarded.read);
    const restored = debt.owed(now).filter(({ column }) => (column === 1) === debt.isLast);
    if (restored.length === 0) {
      paid(debts);
      continue;
    }
    const also = isRefused ? withoutRules(guarded.sheet, restored) : alone;
    const { strays, owed, refusal } = surely(() => written(guarded, now, restored, also));
    if (strays.length > 0) debts.unshift({ owed, isLast: false });
    else if (refusal && isRefused) throw refusal.error;
    else if (refusal) isRefused = true;
    else {
      paid(debts);
      const doubts = restored.filter(({ doubt }) => doubt !== undefined);
      if (doubts.length > 0) debts.push({ owed: typedInstead(doubts, now), isLast: false });
    }
  }
  throw new Error(keepMoving);
}

/** What is thrown where people move rows or columns faster than can be followed. */
export const keepMoving = 'rows or columns keep moving';

/** Whether work was given up because rows or columns were moved again and again. */
export const isKeptMoving = (error: unknown): boolean => String(error).includes(keepMoving);

/**
 * What is still to be put back. Ids of rows come last: by those that were written there the other cells are found, also
 * where a rule has refused them at first.
 */
interface Debt {
  readonly owed: Owed;
  readonly isLast: boolean;
}

function paid(debts: Debt[]): void {
  const debt = debts.shift();
  if (debt && !debt.isLast) debts.unshift({ ...debt, isLast: true });
}

/** A formula was put back that does not come to what stood there: that had been typed over it. */
function typedInstead(restored: readonly Restored[], then: TabState): Owed {
  return (now) =>
    restored.flatMap(({ row, column, format, doubt = '' }): readonly Restored[] => {
      // Moved once more, it is told by its row's id and its column's key.
      const id = at(then, row, 1);
      const toRow = now.values.findIndex(([other]) => other === id) + 1;
      const toColumn = now.placement.columns.get(keyAt(then, column)) ?? 0;
      if (isBlank(id) || toRow === 0 || toColumn === 0) return [];
      if (isSame(at(now, toRow, toColumn), doubt) || formulaAt(now, toRow, toColumn) === '') return [];
      return [{ row: toRow, column: toColumn, content: doubt, format, doubt: undefined }];
    });
}

/** Puts values over formulas that were written for them and do not come to them: they had been typed over those. */
export function typeInstead(guarded: Guarded, cells: readonly (Write & { readonly doubt: Value })[]): void {
  if (cells.length > 0) putBack(guarded, typedInstead(cells, surely(guarded.read)));
}

/** More runs of rows than this are copied as one. */
const mostRuns = 3;

/** Of more rows than this only the columns that are written to are copied. */
const fewRows = 30;

/** A tab of no more rows, as one with a row for each month, is copied from its top on: one area, which is one call. */
const smallTab = 20;

/** Columns that stand beside each other, or nearly so. */
function spansOf(columns: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const column of [...new Set(columns)].sort((one, other) => one - other)) {
    const span = spans[spans.length - 1];
    if (span && column - span.last <= 3) span.last = column;
    else spans.push({ first: column, last: column });
  }
  return spans;
}

/** What is copied: what says whose the rows and columns are, and the cells; of rows without an id all cells. */
export function areasOf(state: TabState, writes: readonly Write[]): readonly Area[] {
  const heads = headRows(state);
  const isKnown = writes.every(({ row }) => !isBlank(at(state, row, 1)));
  const right = Math.max(1, ...writes.map(({ column }) => column));
  const width = isKnown ? right : Math.max(right, state.maxColumns);
  // A formula cites columns that are not written to.
  const cited = writes.some(isFormula) ? Math.max(width, ...state.placement.columns.values()) : width;
  const area = (row: number, column: number, bottom: number, last: number): Area => ({
    row,
    column,
    rows: bottom - row + 1,
    columns: last - column + 1,
  });
  const runs: { first: number; last: number }[] = [];
  for (const row of [...new Set(writes.map((write) => write.row))].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (row <= heads) continue;
    if (run && run.last + 1 === row) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const [top, bottom] = [runs[0]?.first ?? 0, runs[runs.length - 1]?.last ?? 0];
  const above = area(1, 1, heads, cited);
  if (top === 0) return [above];
  if (isKnown && bottom - top >= fewRows) {
    const spans = spansOf([1, ...writes.filter(({ row }) => row > heads).map(({ column }) => column)]);
    return [above, ...spans.map(({ first, last }) => area(top, first, bottom, last))];
  }
  const isSmall = state.maxRows <= smallTab;
  if (isSmall || (top === heads + 1 && runs.length === 1)) return [area(1, 1, bottom, cited)];
  if (runs.length > mostRuns) return [above, area(top, 1, bottom, width)];
  return [above, ...runs.map((run) => area(run.first, 1, run.last, width))];
}

/** Which of the cells written were others than had been read, and which formulas had come to something else. */
function judged(
  guarded: Guarded,
  state: TabState,
  moment: Moment,
  writes: readonly Write[],
  isLater = false,
): { readonly strays: readonly Write[]; readonly gone: readonly Overwritten[] } {
  const namesRead = namesOf(state, (row, column) => at(state, row, column));
  const namesThen = namesOf(state, moment);
  const lines = new Map<number, boolean>();
  const columns = new Map<number, boolean>();
  let ids: readonly string[] | undefined;
  const isSameRow = (row: number): boolean => {
    const known = lines.get(row);
    if (known !== undefined) return known;
    const id = at(state, row, 1);
    let same = isBlank(id) ? isSameLine(state, moment, row) : moment(row, 1) === id;
    if (!same && !isBlank(id) && !isLater) {
      // Where it stands all the same it was not copied: a filter may have hidden it.
      ids ??= surely(() => idsNow(guarded.sheet, guarded.aside.dayOf));
      same = ids[row - 1] === String(id);
      if (same) hidden.add(row);
    }
    lines.set(row, same);
    return same;
  };
  const isSameColumn = (column: number): boolean => {
    const known = columns.get(column);
    if (known !== undefined) return known;
    // Of a column without a key a later writer knows no other name.
    const same = namesRead(column)[0] === namesThen(column)[0] || (isLater && keyAt(state, column) === '');
    columns.set(column, same);
    return same;
  };
  /** Whether a column has the key that it had; of one without, and where the keys were gone, nothing is said. */
  const isSameKey = (column: number): boolean => {
    const [name = ''] = namesRead(column);
    return !name.startsWith('key ') || name === namesThen(column)[0];
  };
  const hidden = new Set<number>();
  // A formula that was made for columns as they stood cites others, be it in its own place.
  const isMiscited = writes.some(isFormula) && [...state.placement.columns.values()].some((one) => !isSameKey(one));
  const strays: Write[] = [];
  const gone: Overwritten[] = [];
  for (const write of writes) {
    const { row, column } = write;
    if (!isSameRow(row) || !isSameColumn(column) || (isMiscited && isFormula(write))) {
      strays.push(write);
      continue;
    }
    const held = moment(row, column) ?? '';
    if (hidden.has(row) || isAsRead(state, row, column, held)) continue;
    const [rowKey, columnKey] = [String(at(state, row, 1)), keyAt(state, column)];
    if (formulaAt(state, row, column) === '' || guarded.mayBeTyped(rowKey, columnKey)) strays.push(write);
    else gone.push({ row, column, held });
  }
  return { strays, gone };
}

/** What another writer wrote and did not live to look at: its tab as it was read, what was written, and the copies. */
export interface Unseen {
  readonly state: TabState;
  readonly writes: readonly Write[];
  readonly moment: Moment;
}

/**
 * Puts back what a writer before us came over and did not live to put back; false if there is nothing of the kind. Only
 * what still stands as it was written there.
 */
export function putBackLater(guarded: Guarded, { state, writes, moment }: Unseen): boolean {
  const { strays } = judged(guarded, state, moment, writes, true);
  if (strays.length === 0) return false;
  putBack(guarded, (now) => restoredCells(guarded, state, moment, writes, strays, now, true));
  return true;
}

/** The first column as it stands now, from the top. One service call. */
export function idsNow(sheet: Sheet, dayOf: OurSheet['dayOf']): readonly string[] {
  return sheet
    .getRange('A1:A')
    .getValues()
    .map(([id]) => String(plain(id, dayOf)));
}

/** Whether a row without an id stands as it was read; what formulas come to may change. */
function isSameLine(state: TabState, moment: Moment, row: number): boolean {
  for (let column = 1; column <= state.maxColumns; column += 1) {
    if (formulaAt(state, row, column) !== '') continue;
    const now = moment(row, column);
    if (now !== undefined && !isAsRead(state, row, column, now)) return false;
  }
  return true;
}

/** What is to be put back into a cell, and where it stands now. */
interface Restored extends Write {
  /** What it held, if the formula put back may have been typed over since it was read. */
  readonly doubt: Value | undefined;
}

function restoredCells(
  guarded: Guarded,
  state: TabState,
  moment: Moment,
  writes: readonly Write[],
  strays: readonly Write[],
  now: TabState,
  isLater = false,
): readonly Restored[] {
  const written = new Map(writes.map((write) => [`${write.row} ${write.column}`, write.content]));
  /** The cells right after the commit. */
  const after: Cells = (row, column) => {
    const content = written.get(`${row} ${column}`);
    if (content === undefined) return moment(row, column);
    return content === null ? '' : typeof content === 'object' ? content.formula : content;
  };
  const rowsNow = positions(now.values.length, (row) => at(now, row, 1));
  const rowsRead = positions(state.values.length, (row) => at(state, row, 1));
  const [columnsNow, columnsRead] = [columnsByName(now), columnsByName(state)];
  // By what was left above the records: of a formula that was written there nobody knows what it came to.
  const formulasAbove = writes.flatMap(({ row, content }) =>
    row <= headRows(state) && content !== null && typeof content === 'object' ? [content.formula] : [],
  );
  const columnsLeft = columnsByName(now, (row, column) => {
    const formula = formulaAt(now, row, column);
    const ours = formula === '' ? undefined : formulasAbove.find((one) => sameFormula(one, formula));
    return ours ?? at(now, row, column);
  });
  const [namesAfter, namesThen] = [namesOf(state, after), namesOf(state, moment)];
  /** Where a cell that was written stands now, of columns that go by one name the one that holds what was written. */
  const placeNow = (row: number, column: number): readonly [row: number, column: number] | undefined => {
    const id = after(row, 1) ?? '';
    const content = written.get(`${row} ${column}`);
    for (const toColumn of namesAfter(column).flatMap((name) => columnsLeft.get(name) ?? [])) {
      const isOurs = (candidate: number): boolean => holds(now, candidate, toColumn, content);
      const toRow = isBlank(id)
        ? [row, ...now.values.map((_, index) => index + 1)].find((one) => isBlank(at(now, one, 1)) && isOurs(one))
        : rowsNow.get(String(id));
      // What no longer holds what was written has been changed once more since: that stays.
      if (toRow !== undefined && isOurs(toRow)) return [toRow, toColumn];
    }
    return undefined;
  };
  const namesRead = namesOf(state, (row, column) => at(state, row, column));
  /** Where a column that stood there as the tab was read stands now. */
  const columnNow = (column: number): number => columnIn(columnsNow, namesRead(column), column) ?? column;
  // What formulas stood there a later writer does not know.
  const isTold = !isLater && !isMisread(state, now, writes, columnNow);
  return strays.flatMap((stray): readonly Restored[] => {
    const { row, column } = stray;
    const place = placeNow(row, column);
    if (!place) return [];
    const [toRow, toColumn] = place;
    const held = moment(row, column) ?? '';
    if (isLater && isBlank(held) && stray.content === null) return [];
    const idThen = moment(row, 1) ?? '';
    const fromRow = isBlank(idThen) ? sameLine(state, moment, row) : rowsRead.get(String(idThen));
    const fromColumn = namesThen(column).flatMap((name) => columnsRead.get(name) ?? [])[0] ?? 0;
    const isReformatted = needsFormat(stray);
    const format = isReformatted ? guarded.formatOf(String(at(now, toRow, 1)), keyAt(now, toColumn)) : '';
    const restored = { row: toRow, column: toColumn, format, isReformatted };
    const asRead = fromRow === undefined ? '' : formulaAt(state, fromRow, fromColumn);
    const own = asRead === '' ? '' : citing(movedFormula(asRead, fromRow ?? toRow, toRow), columnNow);
    const formula = isTold || isBlank(idThen) ? own : formOfOthers(now, toRow, toColumn);
    if (formula === '' || (fromRow === undefined && !isLater))
      return [{ ...restored, content: isBlank(held) && held !== false ? null : held, doubt: undefined }];
    const isRead = isTold && fromRow !== undefined && isSame(held, at(state, fromRow, fromColumn));
    const isDoubtful = guarded.mayBeTyped(String(idThen), keyAt(state, fromColumn)) && !isRead;
    return [{ ...restored, content: { formula }, doubt: isDoubtful ? held : undefined }];
  });
}

/**
 * Whether a tab's formulas, which are read after its values, stand in other columns than those: a column in which all records
 * that nothing was written to have a formula in the one and none in the other.
 */
function isMisread(
  state: TabState,
  now: TabState,
  writes: readonly Write[],
  columnNow: (column: number) => number,
): boolean {
  const own = new Set(writes.map(({ row }) => row));
  const pairs = [...state.placement.rows].flatMap(([id, row]): readonly (readonly [number, number])[] => {
    const rowNow = now.placement.rows.get(id);
    return id.startsWith('#') || own.has(row) || rowNow === undefined ? [] : [[row, rowNow]];
  });
  if (pairs.length === 0) return false;
  const columns = Array.from({ length: state.maxColumns }, (_, index) => index + 1);
  return columns.some((column) => {
    const to = columnNow(column);
    return pairs.every(
      ([row, rowNow]) => (formulaAt(state, row, column) === '') !== (formulaAt(now, rowNow, to) === ''),
    );
  });
}

/** The formula that most of the other rows have in a column, as it would stand in a row; '' where they have none. */
export function formOfOthers(now: TabState, row: number, column: number): string {
  const counts = new Map<string, number>();
  for (let other = headRows(now) + 1; other <= now.values.length; other += 1) {
    const formula = formulaAt(now, other, column);
    if (formula === '' || other === row) continue;
    const form = movedFormula(formula, other, row);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/** The first place of each key, from 1. */
function positions(length: number, keyOf: (at: number) => Value): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (let index = 1; index <= length; index += 1) {
    const key = String(keyOf(index));
    if (key !== '' && !found.has(key)) found.set(key, index);
  }
  return found;
}

/** A row without an id that was read as it stood when it was written over; none if it was blank. */
function sameLine(state: TabState, moment: Moment, row: number): number | undefined {
  const width = state.maxColumns;
  for (let candidate = headRows(state) + 1; candidate <= state.values.length; candidate += 1) {
    if (!isBlank(at(state, candidate, 1))) continue;
    let [same, used] = [true, false];
    for (let column = 1; column <= width && same; column += 1) {
      const value = at(state, candidate, column);
      used ||= !isBlank(value);
      same = formulaAt(state, candidate, column) !== '' || isSame(moment(row, column), value);
    }
    if (same && used) return candidate;
  }
  return undefined;
}

/** Whether a cell holds what was written into it. */
function holds(state: TabState, row: number, column: number, content: Written | undefined): boolean {
  if (content === undefined) return false;
  if (content !== null && typeof content === 'object') return formulaAt(state, row, column) !== '';
  if (formulaAt(state, row, column) !== '') return false;
  const value = at(state, row, column);
  if (content === null) return isBlank(value);
  // A column of texts takes a number for its digits.
  return isSame(value, content) || String(value).toUpperCase() === String(content).toUpperCase();
}

/**
 * Whether a cell is to be written together with its format, since a person may have changed that: a day must not show as
 * the number that it is, which a rule that wants a date refuses. Text stays text in any format.
 */
export const needsFormat = ({ content, format, isReformatted = false, isFormatted = false }: Write): boolean =>
  isReformatted || (!isFormatted && typeof content === 'number' && datedFormats.has(format));

/**
 * Writes cells and none between them: those are people's. Blocks that take one and the same value go in one call,
 * however far apart, others in one each; Google holds writes back until something is read, so that many cost little.
 */
function writeCells(sheet: Sheet, writes: readonly Write[]): void {
  // As if no cell had the format `@`: escaped like that, text stays what it is in those, too.
  const cells = writes.map(({ row, column, content }) => ({ row, column, value: verbatim(content, '') }));
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

type Block = ReturnType<typeof rectangles<ReturnType<typeof verbatim>>>[number];

/** A formula is none: the same text means another in another row. */
const isOfOneValue = ({ values }: Block): boolean => {
  const value = values[0]?.[0];
  return !String(value).startsWith('=') && values.every((line) => line.every((other) => other === value));
};
