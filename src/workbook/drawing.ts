import { type Area, typedAreas } from './areas';
import { type Chart, chartsOf } from './charts';
import { type Highlight, highlightsOf, type Scene } from './highlights';
import type { Cell } from './image';
import { bodyStart, type Placement } from './place';
import type { TabPlan } from './plan';

/** A whole new tab in rows and columns: what is printed cell by cell, and what belongs to the tab itself. */
export interface Drawing {
  readonly plan: TabPlan;
  readonly cells: readonly (readonly Cell[])[];
  /** Each row of an area is merged by itself. */
  readonly merges: readonly Area[];
  /** Each column of an area is merged by itself. */
  readonly stacks: readonly Area[];
  readonly highlights: readonly Highlight[];
  /** What people type into; everything else warns before it is changed. */
  readonly open: readonly Area[];
  readonly filter: Area | undefined;
  /** Thin lines above, between and below its rows; the sheet's own are then hidden. */
  readonly grid: Area | undefined;
  readonly charts: readonly Chart[];
  readonly names: readonly { readonly name: string; readonly row: number; readonly column: number }[];
}

/** Draws a new tab, given its cells. */
export function drawingOf(
  plan: TabPlan,
  placement: Placement,
  cells: readonly (readonly Cell[])[],
  scene: Scene,
): Drawing {
  return {
    plan,
    cells,
    merges: mergedAreas(plan, placement),
    stacks: stackedAreas(plan, placement),
    highlights: highlightsOf(plan, placement, cells.length, scene),
    open: typedAreas(plan, placement, cells.length),
    filter: filterArea(plan, placement, cells.length),
    grid: gridArea(plan, placement),
    charts: chartsOf(plan, placement),
    names: namesOf(plan, placement),
  };
}

/** Where the cells stand that a tab has names for. */
export function namesOf(plan: TabPlan, placement: Placement): Drawing['names'] {
  return plan.names.flatMap(({ name, row, column }) => {
    const [atRow, atColumn] = [placement.rows.get(row), placement.columns.get(column)];
    return atRow === undefined || atColumn === undefined ? [] : [{ name, row: atRow, column: atColumn }];
  });
}

/** Rows below each other that merge the same columns are one area. */
export function mergedAreas(plan: TabPlan, placement: Placement): readonly Area[] {
  const cells = plan.merges.flatMap((merge) => {
    const [atRow, atColumn] = [placement.rows.get(merge.row), placement.columns.get(merge.column)];
    if (atRow === undefined || atColumn === undefined || !('columns' in merge)) return [];
    return [{ row: atRow, column: atColumn, columns: merge.columns, rows: 1 }];
  });
  const areas: Area[] = [];
  for (const cell of cells.sort(
    (one, other) => one.column - other.column || one.columns - other.columns || one.row - other.row,
  )) {
    const last = areas[areas.length - 1];
    if (last && last.column === cell.column && last.columns === cell.columns && last.row + last.rows === cell.row)
      areas[areas.length - 1] = { ...last, rows: last.rows + 1 };
    else areas.push(cell);
  }
  return areas;
}

/** Columns beside each other that merge the same rows are one area. */
export function stackedAreas(plan: TabPlan, placement: Placement): readonly Area[] {
  const cells = plan.merges.flatMap((merge) => {
    const [atRow, atColumn] = [placement.rows.get(merge.row), placement.columns.get(merge.column)];
    const through = 'through' in merge ? placement.rows.get(merge.through) : undefined;
    if (atRow === undefined || atColumn === undefined || through === undefined || through < atRow) return [];
    return [{ row: atRow, column: atColumn, columns: 1, rows: through - atRow + 1 }];
  });
  const areas: Area[] = [];
  for (const cell of cells.sort((one, other) => one.row - other.row || one.column - other.column)) {
    const last = areas[areas.length - 1];
    if (last && last.row === cell.row && last.rows === cell.rows && last.column + last.columns === cell.column)
      areas[areas.length - 1] = { ...last, columns: last.columns + 1 };
    else areas.push(cell);
  }
  return areas;
}

/** From the row above a table's records down, all columns. */
function filterArea(plan: TabPlan, placement: Placement, rows: number): Area | undefined {
  if (!plan.body || plan.hidden) return undefined;
  const first = bodyStart(placement) - 1;
  return { row: first, column: 1, rows: rows - first + 1, columns: plan.columns.length };
}

/** The cells that a tab draws lines around and between. */
export function gridArea({ grid }: TabPlan, { rows, columns }: Placement): Area | undefined {
  if (!grid) return undefined;
  const [top, bottom] = grid.rows.map((key) => rows.get(key));
  const [left, right] = grid.columns.map((key) => columns.get(key));
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
