import { references } from './formula';
import type { CellPlan, TabPlan } from './plan';

/** Where the choices of a rule stand. */
const choicesOf: Readonly<Record<string, string>> = { choice: 'lists', person: 'people' };

function citedBy({ content, rule }: CellPlan): readonly string[] {
  const tabs = content !== null && typeof content === 'object' ? references(content.formula).map(tabOf) : [];
  const choices = rule && choicesOf[rule.type];
  return choices === undefined ? tabs : [...tabs, choices];
}

/** `{list.flag.weak}` is a cell of the tab of choices. */
function tabOf(path: string): string {
  const head = path.split('.')[0] ?? path;
  return head === 'list' ? 'lists' : head;
}

/** Tabs that the cells of a tab refer to, by formulas or for what may be typed; among them names of its own fields. */
export function citedTabs({ rows, body = {} }: TabPlan): ReadonlySet<string> {
  const cells = [...rows.map((row) => row.cells), body].flatMap((row) => Object.values(row));
  return new Set(cells.flatMap(citedBy));
}
