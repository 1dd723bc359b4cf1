import { bareText, isBlank } from './cell';
import type { Row } from './grid';
import { headingOf } from './heading';
import { namesOf } from './names';
import type { Table } from './table';
import type { Target } from './target';

/** A column that says which figure a row has says few things. */
const mostWords = 12;

/** What a row may have beside targets and what was sold: shares, differences, other years. */
const others = /率|比|差|同期|去年|上年|缺口|%|rate|share|variance|diff|gap|last year|\bly\b|growth/i;
const targets = /目标|计划|预算|任务|指标值|target|plan|budget|goal/i;
const actuals = /实际|实绩|实销|完成(?!率)|达成额|actual/i;

type Kind = 'target' | 'actual' | 'other';

function kindOf(text: string): Kind | undefined {
  if (others.test(text)) return 'other';
  if (targets.test(text)) return 'target';
  return actuals.test(text) ? 'actual' : undefined;
}

/**
 * A table of figures that were sold without the rows of targets, shares and differences that stand between them, as a
 * column says that fills nothing: `目标` and `实际` below each other.
 */
export function unstacked(table: Table, target: Target): Table {
  if (!target.asksCodes) return table;
  const nameOf = namesOf(target);
  for (const [index, heading] of table.headings.entries()) {
    if (heading.month !== undefined || (heading.text !== '' && nameOf(heading))) continue;
    const kinds = kindsIn(table.body, index);
    if (!kinds) continue;
    const isSold = ({ cells }: Row): boolean => kinds.get(bareText(cells[index])) === 'actual';
    const isOther = (row: Row): boolean => !isSold(row) && !isBlank(row.cells[index]);
    return {
      ...table,
      body: table.body.filter((row) => !isOther(row)),
      others: table.body.filter(isOther),
    };
  }
  return table;
}

/** What each text of a column says of its rows, if all say one kind, and some what was sold and some another. */
function kindsIn(body: readonly Row[], index: number): ReadonlyMap<string, Kind> | undefined {
  const kinds = new Map<string, Kind>();
  for (const { cells } of body) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) continue;
    const text = bareText(cell);
    if (kinds.has(text)) continue;
    const kind = typeof cell === 'string' ? kindOf(headingOf(text).text) : undefined;
    if (kind === undefined || kinds.size >= mostWords) return undefined;
    kinds.set(text, kind);
  }
  const all = new Set(kinds.values());
  return all.has('actual') && all.size > 1 ? kinds : undefined;
}
