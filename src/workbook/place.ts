import type { Shape } from '../model/tab';
import { fieldsRow, labelsRow, type TabPlan, totalRow } from './plan';

/** Where the keys of one tab stand in the workbook, 1-based. */
export interface Placement {
  readonly title: string;
  readonly shape: Shape;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyMap<string, number>;
  /** How many cells each field of a record takes. */
  readonly cells: ReadonlyMap<string, number>;
}

/** The first row of a table's records. */
export function bodyStart(placement: Placement): number {
  const { rows } = placement;
  // Workbooks of earlier versions have the totals below the labels.
  return Math.max(0, ...[fieldsRow, totalRow, labelsRow].map((key) => rows.get(key) ?? 0)) + 1;
}

/** How many value cells each row of a planned record has. */
export function cellCounts(plan: TabPlan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (plan.shape !== 'record') return counts;
  for (const row of plan.rows) {
    counts.set(row.key, Object.keys(row.cells).filter((key) => key.startsWith('value.')).length);
  }
  return counts;
}

/** Where a planned tab's keys stand when it is made anew: in the plan's own order. */
export function freshPlacement(plan: TabPlan): Placement {
  return {
    title: plan.title,
    shape: plan.shape,
    columns: new Map(plan.columns.map((column, index) => [column.key, index + 1])),
    rows: new Map(
      [...plan.rows.map((row) => row.key), ...plan.seeds.map((seed) => seed.id)].map((key, index) => [key, index + 1]),
    ),
    cells: cellCounts(plan),
  };
}
