import { meant, references } from './formula';
import { choicesTab } from './own';
import type { CellPlan, TabPlan } from './plan';

type Means = ReadonlyMap<string, string>;

function citedBy({ content, rule }: CellPlan, means: Means): readonly string[] {
  const formula = content !== null && typeof content === 'object' ? content.formula : [];
  const tabs = references(formula).map((path) => tabOf(path, means));
  if (rule?.type === 'choice') return [...tabs, choicesTab];
  if (rule?.type === 'record') return [...tabs, tabOf(rule.key, means)];
  return rule?.type === 'person' ? [...tabs, tabOf('means.person', means)] : tabs;
}

/** `{list.flag.weak}` is a cell of the tab of choices. */
function tabOf(path: string, means: Means): string {
  const head = meant(path, means).split('.')[0] ?? path;
  return head === 'list' ? choicesTab : head;
}

/** Tabs that the cells of a tab refer to, by formulas or for what may be typed; among them names of its own fields. */
export function citedTabs({ rows, body = {} }: TabPlan, means: Means): ReadonlySet<string> {
  const cells = [...rows.map((row) => row.cells), body].flatMap((row) => Object.values(row));
  return new Set(cells.flatMap((cell) => citedBy(cell, means)));
}
