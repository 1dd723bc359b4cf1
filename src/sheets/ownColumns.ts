import { movedFormula } from '../workbook/formula';
import { labelsRow, type TabPlan } from '../workbook/plan';
import type { TabState, Value } from '../workbook/state';
import type { CellValue } from './log';

/**
 * Columns that people added to a tab of ours have no key. The log knows one by the column of ours before it, how far behind
 * that it stands, and its label: `~city+1~Rent`. With `=` in front it is about a formula, as it would stand in row 0.
 */
const keyPattern = /^[~=]([^~+]*)\+(\d+)~([\s\S]*)$/;

/** Whether a key is that of a column that people added. */
export const isOwnKey = (key: string): boolean => keyPattern.test(key);

/** What a column that people added is called; '' where nothing stands above it. */
export const ownLabel = (key: string): string => keyPattern.exec(key)?.[3] ?? '';

interface OwnColumn {
  readonly column: number;
  /** Without what says whether a formula stands there. */
  readonly name: string;
  readonly label: string;
}

function ownColumns(plan: TabPlan, { placement, values, maxColumns }: TabState): readonly OwnColumn[] {
  const planned = new Map<number, string>();
  for (const { key } of plan.columns) planned.set(placement.columns.get(key) ?? 0, key);
  const labels = values[(placement.rows.get(labelsRow) ?? 0) - 1];
  const own: OwnColumn[] = [];
  let [near, distance] = ['', 0];
  for (let column = 1; column <= maxColumns; column += 1) {
    const key = planned.get(column);
    distance = key === undefined ? distance + 1 : 0;
    near = key ?? near;
    const label = String(labels?.[column - 1] ?? '');
    if (key === undefined && column > 1) own.push({ column, name: `${near}+${distance}~${label}`, label });
  }
  return own;
}

/** Where a column stands that people added: as it stood, else under its label, else where it stood. */
function columnOf(own: readonly OwnColumn[], key: string): number | undefined {
  const name = key.slice(1);
  const label = ownLabel(key);
  const place = name.slice(0, name.indexOf('~') + 1);
  const found =
    own.find((one) => one.name === name) ??
    own.find((one) => label !== '' && one.label === label) ??
    own.find((one) => one.name.startsWith(place));
  return found?.column;
}

const held = ({ values, formulas }: TabState, row: number, column: number, ofFormula: boolean): CellValue => {
  const formula = formulas[row - 1]?.[column - 1] ?? '';
  if (ofFormula) return formula === '' ? null : movedFormula(formula, row, 0);
  const value: Value = values[row - 1]?.[column - 1] ?? '';
  return formula !== '' || value === '' || value === false ? null : value;
};

/** What stands in a record's cells of columns that people added; the tab is to be read whole. */
export function ownCells(plan: TabPlan, state: TabState, record: string): Readonly<Record<string, CellValue>> {
  const row = state.placement.rows.get(record);
  const cells: Record<string, CellValue> = {};
  if (row === undefined) return cells;
  for (const { column, name } of ownColumns(plan, state)) {
    const [formula, value] = [held(state, row, column, true), held(state, row, column, false)];
    if (formula !== null) cells[`=${name}`] = formula;
    else if (value !== null) cells[`~${name}`] = value;
  }
  return cells;
}

/** What a record holds under the key of a column that people added; undefined if there is no such column. */
export function ownValue(plan: TabPlan, state: TabState, record: string, key: string): CellValue | undefined {
  const [row, column] = [state.placement.rows.get(record), columnOf(ownColumns(plan, state), key)];
  return row === undefined || column === undefined ? undefined : held(state, row, column, key.startsWith('='));
}

/** What is to be written for a record in a row, in columns that people added. */
export function ownWrites(
  plan: TabPlan,
  state: TabState,
  row: number,
  cells: Readonly<Record<string, CellValue>>,
): readonly { readonly column: number; readonly content: Value | { readonly formula: string } }[] {
  const keys = Object.keys(cells).filter(isOwnKey);
  if (keys.length === 0) return [];
  const own = ownColumns(plan, state);
  return keys.flatMap((key) => {
    const [column, value] = [columnOf(own, key), cells[key] ?? null];
    if (column === undefined || value === null) return [];
    const content = key.startsWith('=') ? { formula: movedFormula(String(value), 0, row) } : value;
    return [{ column, content }];
  });
}
