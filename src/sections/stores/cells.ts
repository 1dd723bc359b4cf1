import { openMonths } from '../../maths/openMonths';
import { spread } from '../../maths/spread';
import { storeTarget } from '../../maths/storeTarget';
import { blankable, type Cell, type List, list, one, optional, perRow, positionIn } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { partsOf } from '../../model/parts';
import { above0, atLeast0, date, growth, monthStart, number } from '../../model/reader';
import { isoDate } from '../../model/value';

/** The cell functions of this part. */
export const storesCells = [
  cellFunction({
    name: 'OPERATING_MONTHS',
    args: [blankable(date, 'opened_on'), perRow(monthStart, 'year_start'), optional.perRow(date, 'closed_on')],
    compute: (openedOn, yearStart, closedOn) => {
      if (openedOn !== null && closedOn !== null && closedOn < openedOn) {
        throw new PlanError('endBeforeStart', {
          argument: 'closed_on',
          other: 'opened_on',
          least: isoDate(openedOn),
          got: isoDate(closedOn),
        });
      }
      return openMonths({ openedOn, closedOn }, yearStart);
    },
  }),
  cellFunction({
    name: 'STORE_TARGET',
    args: [perRow(atLeast0, 'baseline'), perRow(growth, 'growth'), perRow(atLeast0, 'operating_time')],
    compute: storeTarget,
  }),
  cellFunction({
    name: 'SPREAD_TARGET',
    args: [
      one(atLeast0, 'total'),
      list(atLeast0, 'weights'),
      optional.one(above0, 'unit'),
      optional.list(number, 'minimums'),
      optional.list(number, 'maximums'),
    ],
    compute: (total, weights, unit, minimums, maximums) => spreadBlock(total, weights, unit ?? 1, minimums, maximums),
  }),
] as const;

/** The parts where their weights stand; a blank weight has no part. */
function spreadBlock(
  total: number,
  weights: List<number>,
  unit: number,
  minimums: List<number> | null,
  maximums: List<number> | null,
): readonly (readonly Cell[])[] {
  const places: number[] = [];
  for (const [index, weight] of weights.values.entries()) if (weight !== null) places.push(index);
  const least = bounds(minimums, 'minimums', weights, places);
  const most = bounds(maximums, 'maximums', weights, places);
  const result = spread(
    total,
    places.map((place) => weights.values[place] ?? 0),
    unit,
    { minimums: least, maximums: most },
  );
  const parts = partsOf(result, {
    total: 'total',
    weights: 'weights',
    amount: total,
    unit,
    part: (index) => ({
      got: least[index] ?? 0,
      maximum: most[index] ?? Number.POSITIVE_INFINITY,
      ...positionIn(weights, places[index] ?? 0),
    }),
  });
  const cells: Cell[] = weights.values.map(() => '');
  for (const [index, place] of places.entries()) cells[place] = parts[index] ?? '';
  return Array.from({ length: weights.rows }, (_, row) =>
    cells.slice(row * weights.columns, (row + 1) * weights.columns),
  );
}

/** A bound for each weight that is there, in their order; none of them if the argument is left out. */
function bounds(
  given: List<number> | null,
  argument: string,
  weights: List<number>,
  places: readonly number[],
): readonly (number | null)[] {
  if (given === null) return [];
  if (given.values.length !== weights.values.length) {
    throw new PlanError('lengths', {
      argument,
      count: given.values.length,
      other: 'weights',
      otherCount: weights.values.length,
    });
  }
  return places.map((place) => given.values[place] ?? null);
}
