import { type Area, typedAreas } from './areas';
import { type Chart, chartsOf } from './charts';
import { type Atlas, resolved, withLabels } from './formula';
import type { Cell } from './image';
import { bodyStart, type Placement } from './place';
import type { HighlightPlan, TabPlan } from './plan';
import { highlightTheme } from './theme';

/** Cells that look so while a formula holds, which is written for the first of them. */
export interface Highlight {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly background?: string;
  readonly color: string;
  readonly bold: boolean;
}

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

/** What drawing needs to know of the workbook around a tab. */
export interface Scene {
  readonly atlas: Atlas;
  /** A choice's label in the workbook's language. */
  readonly label: (list: string, choice: string) => string;
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

/** Where a highlight applies: the body of a table, every row of fixed rows, or one row of a record. */
function highlightAreas(highlight: HighlightPlan, plan: TabPlan, placement: Placement, rows: number): readonly Area[] {
  const start = bodyStart(placement);
  const row = highlight.row === undefined ? start : placement.rows.get(highlight.row);
  const columns = highlight.columns
    .map((key) => placement.columns.get(key))
    .filter((column) => column !== undefined)
    .sort((one, other) => one - other);
  if (row === undefined) return [];
  const height = highlight.row !== undefined ? 1 : rows - start + 1;
  const areas: Area[] = [];
  for (const column of columns) {
    const last = areas[areas.length - 1];
    if (last && last.column + last.columns === column) areas[areas.length - 1] = { ...last, columns: last.columns + 1 };
    else areas.push({ row, column, rows: height, columns: 1 });
  }
  return plan.body || highlight.row !== undefined || height > 0 ? areas : [];
}

/** A tab's highlights, the one that counts first in front; those whose formula cannot be written yet are left out. */
export function highlightsOf(
  plan: TabPlan,
  placement: Placement,
  rows: number,
  { atlas, label }: Scene,
): readonly Highlight[] {
  const highlights: Highlight[] = [];
  for (const highlight of plan.highlights) {
    const areas = highlightAreas(highlight, plan, placement, rows);
    const [first] = areas;
    if (!first) continue;
    const site = { tab: plan.id, row: first.row, column: first.column };
    const { formula } = resolved(withLabels(highlight.formula, label), atlas, site);
    if (formula !== undefined) highlights.push({ areas, formula, ...highlightTheme[highlight.look] });
  }
  return highlights;
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
