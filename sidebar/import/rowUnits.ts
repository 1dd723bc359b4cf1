import { factorIn } from '../../src/model/written/units';
import { bareText, isBlank } from './cell';
import type { Row } from './grid';

/**
 * What money counts in by row, where one of the columns beside it says nothing but that: `万元`, `元`. Undefined where none
 * does; a column that says the currency's unit in every row says nothing.
 */
export function factorsBeside(
  rows: readonly Row[],
  columns: readonly number[],
): readonly (number | undefined)[] | undefined {
  for (const index of columns) {
    const factors = factorsIn(rows, index);
    if (factors) return factors;
  }
  return undefined;
}

/** What says a unit by itself; one letter could be a grade. */
const unit = /[万萬千仟百亿億元]|[a-z]{3}|[€$¥￥£]/i;

function factorsIn(rows: readonly Row[], index: number): readonly (number | undefined)[] | undefined {
  const factors: (number | undefined)[] = [];
  let isSaid = false;
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell === undefined || isBlank(cell)) {
      factors.push(undefined);
      continue;
    }
    const factor =
      typeof cell === 'string' && unit.test(cell) && !/\d/.test(cell) ? factorIn(bareText(cell)) : undefined;
    if (factor === undefined) return undefined;
    if (factor !== 1) isSaid = true;
    factors.push(factor);
  }
  return isSaid ? factors : undefined;
}
