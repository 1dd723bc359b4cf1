import { tableRows } from '../workbook/diff';
import { bare, movedFormula } from '../workbook/formula';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import type { LoggedFormula, Operation } from './log';
import { spotOf } from './spot';

/**
 * Formulas of people's own in cells that operations write over or take away: operations know what these came to, and of the
 * formulas nothing. In a cell with a default one it is people's where no other record has it.
 */
export function formulasUnder(
  plan: TabPlan,
  state: TabState,
  operations: readonly Operation[],
): readonly LoggedFormula[] {
  const found: LoggedFormula[] = [];
  const isShared = sharedIn(plan, state);
  for (const { record, from, to } of operations) {
    if (from === null) continue;
    for (const key of Object.keys(to ?? from)) {
      const spot = spotOf(plan, state, record, key);
      const formula = spot ? formulaAt(state, spot.row, spot.column) : '';
      if (!spot || formula === '' || spot.cell.owner === 'ours') continue;
      if (spot.cell.owner === 'default' && isShared(spot.row, spot.column)) continue;
      found.push({ record, key, formula });
    }
  }
  return found;
}

const formulaAt = ({ formulas }: TabState, row: number, column: number): string =>
  formulas[row - 1]?.[column - 1] ?? '';

/** Whether any other record has a cell's formula, or there is none that could have it; each column is gone through once. */
function sharedIn(plan: TabPlan, state: TabState): (row: number, column: number) => boolean {
  const counts = new Map<number, Map<string, number>>();
  let rows: ReadonlySet<number> | undefined;
  // Most records have one formula, moved to their rows: it is read once.
  const bares = new Map<string, string>();
  const formAt = (row: number, column: number): string => {
    const form = movedFormula(formulaAt(state, row, column), row, 0);
    const known = bares.get(form) ?? bare(form);
    bares.set(form, known);
    return known;
  };
  return (row, column) => {
    rows ??= new Set(plan.body ? tableRows(plan, state).records.map((record) => record.row) : []);
    const own = rows.has(row) ? 1 : 0;
    if (rows.size === own) return true;
    let forms = counts.get(column);
    if (!forms) {
      forms = new Map();
      for (const other of rows) {
        const form = formAt(other, column);
        forms.set(form, (forms.get(form) ?? 0) + 1);
      }
      counts.set(column, forms);
    }
    return (forms.get(formAt(row, column)) ?? 0) > own;
  };
}
