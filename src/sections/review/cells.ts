import { mixEffects } from '../../maths/mixEffects';
import { varianceParts } from '../../maths/varianceParts';
import { type Cell, type List, list, positionIn } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { atLeast0, number } from '../../model/reader';

/** Throws where a list has not as many cells as the first one. */
function held(given: List<number>, argument: string, first: List<number>, other: string): void {
  if (given.values.length === first.values.length) return;
  throw new PlanError('lengths', { argument, count: given.values.length, other, otherCount: first.values.length });
}

/** The value in a place; throws where there is none. */
function demanded(given: List<number>, argument: string, place: number): number {
  const value = given.values[place] ?? null;
  if (value === null) throw new PlanError(number.fault, { argument, got: null, ...positionIn(given, place) });
  return value;
}

/** The cell functions of this part. */
export const reviewCells = [
  cellFunction({
    name: 'VARIANCE_PARTS',
    args: [list(number, 'before'), list(number, 'after')],
    compute: (before, after) => {
      held(after, 'after', before, 'before');
      // A cell that is blank in both is no factor.
      const places = before.values.flatMap((value, place) =>
        value === null && (after.values[place] ?? null) === null ? [] : [place],
      );
      const parts = varianceParts(
        places.map((place) => demanded(before, 'before', place)),
        places.map((place) => demanded(after, 'after', place)),
      );
      const cells: Cell[] = before.values.map(() => '');
      for (const [index, place] of places.entries()) cells[place] = parts[index] ?? '';
      return Array.from({ length: before.rows }, (_, row) =>
        cells.slice(row * before.columns, (row + 1) * before.columns),
      );
    },
  }),
  cellFunction({
    name: 'MIX_EFFECTS',
    args: [
      list(atLeast0, 'shares_before'),
      list(number, 'rates_before'),
      list(atLeast0, 'shares_after'),
      list(number, 'rates_after'),
    ],
    compute: (sharesBefore, ratesBefore, sharesAfter, ratesAfter) => {
      held(ratesBefore, 'rates_before', sharesBefore, 'shares_before');
      held(sharesAfter, 'shares_after', sharesBefore, 'shares_before');
      held(ratesAfter, 'rates_after', sharesBefore, 'shares_before');
      const groups = sharesBefore.values.map((share, place) => {
        const [before, after] = [share ?? 0, sharesAfter.values[place] ?? 0];
        return {
          weightBefore: before,
          weightAfter: after,
          // Without a share there is no rate to know.
          rateBefore: before === 0 ? null : demanded(ratesBefore, 'rates_before', place),
          rateAfter: after === 0 ? null : demanded(ratesAfter, 'rates_after', place),
        };
      });
      const { mix, rate } = mixEffects(groups);
      return groups.map(({ weightBefore, weightAfter }, index) =>
        weightBefore + weightAfter === 0 ? ['', ''] : [mix[index] ?? 0, rate[index] ?? 0],
      );
    },
  }),
] as const;
