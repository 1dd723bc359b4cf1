import { tableRows } from '../workbook/diff';
import { movedFormula } from '../workbook/formula';
import type { Written } from '../workbook/image';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';

/** So many records must agree on what a column holds: of fewer any may have been typed over. */
const fewest = 3;

/** Records that are looked at, from the top: enough to see what most have. */
const most = 200;

/**
 * What the other records of a table have in a column of formulas, for a row of its own; undefined where they do not tell.
 * They stand there with the addresses that the workbook has now: none of the tabs they cite is read for it.
 */
export function formsOf(plan: TabPlan, state: TabState): (key: string, row: number) => Written | undefined {
  const rows = tableRows(plan, state)
    .records.filter(({ id }) => id !== undefined)
    .slice(0, most)
    .map(({ row }) => row);
  const known = new Map<string, string | null | undefined>();
  return (key, row) => {
    if (!known.has(key)) known.set(key, formIn(state, state.placement.columns.get(key) ?? 0, rows));
    const form = known.get(key);
    return form === undefined || form === null ? form : { formula: movedFormula(form, 0, row) };
  };
}

/** The formula that most rows have in a column, as it would stand in row 0; null if none has anything there. */
function formIn(state: TabState, column: number, rows: readonly number[]): string | null | undefined {
  if (rows.length < fewest) return undefined;
  const counts = new Map<string, number>();
  let isBlank = true;
  for (const row of rows) {
    const formula = state.formulas[row - 1]?.[column - 1] ?? '';
    isBlank &&= formula === '' && (state.values[row - 1]?.[column - 1] ?? '') === '';
    if (formula === '' || formula.includes('#REF!')) continue;
    const form = movedFormula(formula, row, 0);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  if (isBlank) return null;
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best && best[1] * 2 > rows.length ? best[0] : undefined;
}
