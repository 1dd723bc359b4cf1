import type { CellsByColumn, Content, HighlightPlan, TabPlan } from '../plan';
import type { Step } from './step';

const withContent = (cells: CellsByColumn, column: string, content: Content): CellsByColumn => {
  const cell = cells[column];
  return cell ? { ...cells, [column]: { ...cell, content } } : cells;
};

/** A tab's plan as earlier versions had it, once for each content that one of its cells has had. */
export function formerPlans(steps: readonly Step[], plan: TabPlan): readonly TabPlan[] {
  const of = steps.flatMap(({ former = [] }) => former.filter(({ tab }) => tab === plan.id));
  return of.flatMap(({ row, column, contents }) =>
    contents.map((content): TabPlan => {
      if (row === undefined) return { ...plan, body: withContent(plan.body ?? {}, column, content) };
      const rows = plan.rows.map((one) =>
        one.key === row ? { ...one, cells: withContent(one.cells, column, content) } : one,
      );
      return { ...plan, rows };
    }),
  );
}

/** Lines of notes that a workbook of an earlier version may have from us; none of a later one. */
export const formerNotes = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ notes = [] }) => notes));

/** Highlights that a tab of an earlier version may have, written for the first row of its body; none of a later one. */
export function formerHighlights(steps: readonly Step[], plan: TabPlan): readonly HighlightPlan[] {
  const of = steps.flatMap(({ highlightsForBody }) => (highlightsForBody ? [highlightsForBody] : []));
  if (of.length === 0) return [];
  const gone = of.flat().filter(({ tab }) => tab === plan.id);
  return [...plan.highlights, ...gone.map(({ highlight }) => highlight)];
}
