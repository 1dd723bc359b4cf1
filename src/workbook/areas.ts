import { columnLetters } from './formula';
import { bodyStart, type Placement } from './place';
import { type CellPlan, idColumn, type TabPlan } from './plan';

/** A rectangle of a tab, 1-based. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The smallest rectangle with all of some cells in it; undefined of none. */
export function boundsOf(cells: readonly { readonly row: number; readonly column: number }[]): Area | undefined {
  const [first] = cells;
  if (!first) return undefined;
  let [top, left, bottom, right] = [first.row, first.column, first.row, first.column];
  for (const { row, column } of cells) {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Areas that people type into, merged sideways and downwards; everything else is protected with a warning. */
export function typedAreas(plan: TabPlan, placement: Placement, maxRows: number): readonly Area[] {
  const areas: Area[] = [];
  const push = (row: number, column: number, rows: number): void => {
    const last = areas[areas.length - 1];
    if (last && last.row === row && last.rows === rows && last.column + last.columns === column) {
      areas[areas.length - 1] = { ...last, columns: last.columns + 1 };
    } else areas.push({ row, column, rows, columns: 1 });
  };
  const typed = (cell: CellPlan | undefined): boolean => cell?.owner === 'theirs' || cell?.owner === 'default';
  const columns = [...placement.columns].filter(([key]) => key !== idColumn).sort((one, other) => one[1] - other[1]);
  for (const row of plan.rows) {
    const at = placement.rows.get(row.key);
    if (at === undefined) continue;
    for (const [key, column] of columns) if (typed(row.cells[key])) push(at, column, 1);
  }
  if (plan.body) {
    const start = bodyStart(placement);
    for (const [key, column] of columns) if (typed(plan.body[key])) push(start, column, maxRows - start + 1);
  }
  return mergedDown(areas);
}

function mergedDown(areas: readonly Area[]): readonly Area[] {
  const merged: Area[] = [];
  for (const area of areas) {
    const above = merged.findIndex(
      (other) => other.column === area.column && other.columns === area.columns && other.row + other.rows === area.row,
    );
    const found = merged[above];
    if (found) merged[above] = { ...found, rows: found.rows + area.rows };
    else merged.push(area);
  }
  return merged;
}

/** Rectangles of cells to write, from single ones: runs sideways, then equal runs below each other. */
export function rectangles<T>(
  cells: readonly { readonly row: number; readonly column: number; readonly value: T }[],
): readonly {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly T[])[];
}[] {
  const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: { row: number; column: number; values: T[] }[] = [];
  for (const cell of sorted) {
    const last = runs[runs.length - 1];
    if (last && last.row === cell.row && last.column + last.values.length === cell.column) last.values.push(cell.value);
    else runs.push({ row: cell.row, column: cell.column, values: [cell.value] });
  }
  const blocks: { row: number; column: number; values: T[][] }[] = [];
  const open = new Map<string, number>();
  for (const run of runs) {
    const shape = `${run.column}:${run.values.length}`;
    const index = open.get(shape);
    const block = index === undefined ? undefined : blocks[index];
    if (block && block.row + block.values.length === run.row) block.values.push(run.values);
    else open.set(shape, blocks.push({ row: run.row, column: run.column, values: [run.values] }) - 1);
  }
  return blocks;
}

/** A block of cells as `B3:D4`. */
export function addressOf({
  row,
  column,
  values,
}: {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
}): string {
  const width = values[0]?.length ?? 1;
  return `${columnLetters(column)}${row}:${columnLetters(column + width - 1)}${row + values.length - 1}`;
}
