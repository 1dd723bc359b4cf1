import { tableRows } from '../workbook/diff';
import { movedFormula, sameFormula } from '../workbook/formula';
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
  for (const { record, from, to } of operations) {
    if (from === null) continue;
    for (const key of Object.keys(to ?? from)) {
      const spot = spotOf(plan, state, record, key);
      const formula = spot ? formulaAt(state, spot.row, spot.column) : '';
      if (!spot || formula === '' || spot.cell.owner === 'ours') continue;
      if (spot.cell.owner === 'default' && isShared(plan, state, spot.row, spot.column)) continue;
      found.push({ record, key, formula });
    }
  }
  return found;
}

const formulaAt = ({ formulas }: TabState, row: number, column: number): string =>
  formulas[row - 1]?.[column - 1] ?? '';

/** Whether any other record has a cell's formula, or there is none that could have it. */
function isShared(plan: TabPlan, state: TabState, row: number, column: number): boolean {
  const others = plan.body ? tableRows(plan, state).records.filter((record) => record.row !== row) : [];
  const form = movedFormula(formulaAt(state, row, column), row, 0);
  return (
    others.length === 0 ||
    others.some((other) => sameFormula(movedFormula(formulaAt(state, other.row, column), other.row, 0), form))
  );
}
