import { columnLetters, movedFormula } from '../workbook/formula';
import { fieldsRow, labelsRow, type TabPlan } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';
import type { CellValue } from './log';

/**
 * A column that people added to a tab of ours has no key, until a record that holds something in it is taken away: then it
 * gets a hidden one, by which the log knows it wherever it is moved and whatever it is called later. The key says where it
 * stood: behind which column of ours, how far, and its label, `~city+1~Rent`; a second column of that name is
 * `~city+1*2~Rent`. With `=` in front the log tells a formula, as it would stand in row 0, its columns by their keys.
 */
const keyPattern = /^[~=]([^~+]*)\+(\d+(?:\*\d+)?)~([\s\S]*)$/;

/** Whether a key is that of a column that people added. */
export const isOwnKey = (key: string): boolean => keyPattern.test(key);

/** What a column that people added was called; '' where nothing stood above it. */
const labelIn = (key: string): string => keyPattern.exec(key)?.[3] ?? '';

/** Characters of a label that a key holds at most. */
const longestLabel = 200;

interface OwnColumn {
  readonly column: number;
  /** Its key without what says whether a formula stands there. */
  readonly name: string;
  readonly label: string;
  /** Whether the tab holds its key. */
  readonly isKeyed: boolean;
}

const keyRowOf = ({ placement }: TabState): number => placement.rows.get(fieldsRow) ?? 1;

/** The hidden keys that columns of people's own have, by column; of a column that was copied with its key the first. */
function hiddenNames(state: TabState, planned: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const known = new Set<string>();
  for (const [index, value] of (state.values[keyRowOf(state) - 1] ?? []).entries()) {
    const key = String(value);
    if (planned.has(index + 1) || !key.startsWith('~') || !isOwnKey(key) || known.has(key)) continue;
    known.add(key);
    names.set(index + 1, key.slice(1));
  }
  return names;
}

function plannedColumns(plan: TabPlan, { placement }: TabState): ReadonlyMap<number, string> {
  return new Map(plan.columns.map(({ key }) => [placement.columns.get(key) ?? 0, key]));
}

function ownColumns(plan: TabPlan, state: TabState): readonly OwnColumn[] {
  const { placement, values, maxColumns } = state;
  const planned = plannedColumns(plan, state);
  const hidden = hiddenNames(state, planned);
  const taken = new Set(hidden.values());
  const labels = values[(placement.rows.get(labelsRow) ?? 0) - 1];
  const own: OwnColumn[] = [];
  let [near, distance] = ['', 0];
  for (let column = 1; column <= maxColumns; column += 1) {
    const key = planned.get(column);
    distance = key === undefined ? distance + 1 : 0;
    near = key ?? near;
    if (key !== undefined || column === 1) continue;
    const label = String(labels?.[column - 1] ?? '');
    const isKeyed = hidden.has(column);
    let name = hidden.get(column) ?? `${near}+${distance}~${label.slice(0, longestLabel)}`;
    for (let again = 2; !isKeyed && taken.has(name); again += 1)
      name = `${near}+${distance}*${again}~${label.slice(0, longestLabel)}`;
    taken.add(name);
    own.push({ column, name, label, isKeyed });
  }
  return own;
}

/**
 * Where a column stands that people added, by its key; one that has none is known by its label, if no other has that.
 * Undefined where it cannot be told: it may have been deleted.
 */
function columnOf(own: readonly OwnColumn[], key: string): number | undefined {
  const exact = own.find(({ name }) => name === key.slice(1));
  if (exact) return exact.column;
  const label = labelIn(key);
  const labelled = own.filter((one) => label !== '' && one.label === label);
  return labelled.length === 1 ? labelled[0]?.column : undefined;
}

/** References to cells and columns of the formula's own tab; those to others are matched before them, and left alone. */
const references =
  /((?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?)|(^|[^\p{L}\p{N}_.$!'])(\$?)([A-Z]{1,3})(?=\$?\d+(?![\p{L}\p{N}_(.!])|:\$?[A-Z]{1,3}(?![\p{L}\p{N}_(.!]))|(:\$?)([A-Z]{1,3})(?![\p{L}\p{N}_(.!])/gu;

/** Columns in a formula's references, outside quoted texts, each as `nameOf` has it; as it is where that has none. */
function withColumns(formula: string, nameOf: (letters: string) => string | undefined): string {
  return formula
    .split('"')
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(
            references,
            (all, other, before = '', fixed = '', letters = '', colon = '', column = ''): string => {
              if (other !== undefined) return all;
              const name = nameOf(letters || column);
              return name === undefined ? all : `${before}${fixed}${colon}${name}`;
            },
          ),
    )
    .join('"');
}

/** Every column of a tab by a name of its own. */
function namesOf(plan: TabPlan, state: TabState): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [column, key] of plannedColumns(plan, state)) if (column > 0) names.set(columnLetters(column), key);
  for (const { column, name } of ownColumns(plan, state)) names.set(columnLetters(column), `~${name}`);
  return names;
}

/** A formula of a row as it would stand in row 0, with its tab's columns by their names. */
function freed(plan: TabPlan, state: TabState, formula: string, row: number): string {
  const names = namesOf(plan, state);
  return withColumns(movedFormula(formula, row, 0), (letters) => {
    const name = names.get(letters);
    return name === undefined ? undefined : `«${encodeURIComponent(name)}»`;
  });
}

/** The reverse of {@link freed}; undefined if a column that it refers to is not there any more. */
function bound(plan: TabPlan, state: TabState, formula: string, row: number): string | undefined {
  const own = ownColumns(plan, state);
  let isWhole = true;
  const told = formula.replace(/«([^»]*)»/g, (_, text: string) => {
    const name = decodeURIComponent(text);
    const column = name.startsWith('~') ? columnOf(own, name) : state.placement.columns.get(name);
    isWhole &&= column !== undefined;
    return columnLetters(column ?? 1);
  });
  return isWhole ? movedFormula(told, 0, row) : undefined;
}

function held(plan: TabPlan, state: TabState, row: number, column: number, ofFormula: boolean): CellValue {
  const formula = state.formulas[row - 1]?.[column - 1] ?? '';
  if (ofFormula) return formula === '' ? null : freed(plan, state, formula, row);
  const value: Value = state.values[row - 1]?.[column - 1] ?? '';
  return formula !== '' || value === '' || value === false ? null : value;
}

/** What stands in a record's cells of columns that people added; the tab is to be read whole. */
export function ownCells(plan: TabPlan, state: TabState, record: string): Readonly<Record<string, CellValue>> {
  const row = state.placement.rows.get(record);
  const cells: Record<string, CellValue> = {};
  if (row === undefined) return cells;
  for (const { column, name } of ownColumns(plan, state)) {
    const [formula, value] = [held(plan, state, row, column, true), held(plan, state, row, column, false)];
    if (formula !== null) cells[`=${name}`] = formula;
    else if (value !== null) cells[`~${name}`] = value;
  }
  return cells;
}

/** What a record holds under the key of a column that people added; undefined if there is no such column. */
export function ownValue(plan: TabPlan, state: TabState, record: string, key: string): CellValue | undefined {
  const [row, column] = [state.placement.rows.get(record), columnOf(ownColumns(plan, state), key)];
  return row === undefined || column === undefined ? undefined : held(plan, state, row, column, key.startsWith('='));
}

/** A cell to be written. */
interface OwnWrite {
  readonly row: number;
  readonly column: number;
  readonly content: Value | { readonly formula: string };
}

/** Keys of the columns in which records that go hold something, as far as the columns have none. */
export function keyWrites(
  plan: TabPlan,
  state: TabState,
  records: readonly Readonly<Record<string, CellValue>>[],
): readonly OwnWrite[] {
  const keys = new Set(records.flatMap((cells) => Object.keys(cells).filter(isOwnKey)));
  if (keys.size === 0) return [];
  const row = keyRowOf(state);
  return ownColumns(plan, state).flatMap(({ column, name, isKeyed }) =>
    isKeyed || !(keys.has(`~${name}`) || keys.has(`=${name}`)) ? [] : [{ row, column, content: `~${name}` }],
  );
}

/** What is to be written for a record in a row, in columns that people added. */
export function ownWrites(
  plan: TabPlan,
  state: TabState,
  row: number,
  cells: Readonly<Record<string, CellValue>>,
): readonly OwnWrite[] {
  const keys = Object.keys(cells).filter((key) => isOwnKey(key) && (cells[key] ?? null) !== null);
  if (keys.length === 0) return [];
  const own = ownColumns(plan, state);
  return keys.flatMap((key): readonly OwnWrite[] => {
    const [column, value] = [columnOf(own, key), cells[key] ?? null];
    if (column === undefined || value === null) return [];
    if (!key.startsWith('=')) return [{ row, column, content: value }];
    const formula = bound(plan, state, String(value), row);
    return formula === undefined ? [] : [{ row, column, content: { formula } }];
  });
}

/** What of a record's cells in columns that people added cannot be put back, by what the columns were called. */
export function ownLost(plan: TabPlan, state: TabState, cells: Readonly<Record<string, CellValue>>): readonly string[] {
  const own = ownColumns(plan, state);
  return Object.keys(cells).flatMap((key) => {
    if (!isOwnKey(key) || (cells[key] ?? null) === null) return [];
    const isPlaced =
      columnOf(own, key) !== undefined &&
      (!key.startsWith('=') || bound(plan, state, String(cells[key]), 1) !== undefined);
    return isPlaced ? [] : [labelIn(key)];
  });
}
