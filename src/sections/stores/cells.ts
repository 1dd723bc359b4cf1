import { openMonths } from '../../maths/openMonths';
import { spread } from '../../maths/spread';
import { storeTarget } from '../../maths/storeTarget';
import { blankable, type Cell, type List, list, one, optional, perRow, positionIn } from '../../model/arguments';
import { type CellFunction, cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { partsOf } from '../../model/parts';
import { above0, atLeast0, date, growth, number } from '../../model/reader';

/** The cell functions of this part. */
export const storesCells: readonly CellFunction[] = [
  cellFunction({
    name: 'OPERATING_MONTHS',
    text: {
      zh: '自年度首日起 12 个月内的营业月数，不足一月按天数折算，开业日与关店日都算',
      en: 'Months open in the 12 months from year_start; a part of a month counts by its days, opening and closing day included',
    },
    args: [
      blankable(date, 'opened_on', { zh: '开业日；空白为年前已开', en: 'opening date; blank if open from before' }),
      perRow(date, 'year_start', { zh: '年度首日', en: 'first day of the year' }),
      optional.perRow(date, 'closed_on', { zh: '关店日；空白为不关店', en: 'closing date; blank if it stays open' }),
    ],
    result: { zh: '营业月数（0–12）', en: 'months, 0 to 12' },
    example: { args: ['2026-03-16', '2026-01-01'], result: 9.516129032 },
    compute: (openedOn, yearStart, closedOn) => openMonths({ openedOn, closedOn }, yearStart),
  }),
  cellFunction({
    name: 'STORE_TARGET',
    text: {
      zh: '门店目标 = 月均单店业绩 ×（1 + 增长）× 营业月',
      en: 'A store’s target: baseline × (1 + growth) × operating time',
    },
    args: [
      perRow(atLeast0, 'baseline', { zh: '月均单店业绩', en: 'sales of a store in a month' }),
      perRow(growth, 'growth', { zh: '增长率（0.1 或 10%）', en: 'growth, 0.1 or 10%' }),
      perRow(atLeast0, 'operating_time', { zh: '今年营业月', en: 'months open this year' }),
    ],
    result: { zh: '业绩目标', en: 'sales target' },
    example: { args: [60_000, 0.1, 10], result: 660_000 },
    compute: storeTarget,
  }),
  cellFunction({
    name: 'SPREAD_TARGET',
    text: {
      zh: '把总目标按权重分成若干份，每份为单位的整数倍，合计恰等于总目标（最大余数法）',
      en: 'A total spread by weights into whole units that add up to it exactly (largest remainder)',
    },
    args: [
      one(atLeast0, 'total', { zh: '总目标', en: 'the total to spread' }),
      list(atLeast0, 'weights', { zh: '各份权重', en: 'weight of each part' }),
      optional.one(above0, 'unit', { zh: '单位，默认 1', en: 'each part is a multiple of it; 1 if left out' }),
      optional.list(number, 'minimums', { zh: '各份下限', en: 'least of each part' }),
      optional.list(number, 'maximums', { zh: '各份上限', en: 'most of each part' }),
    ],
    result: { zh: '各份目标，形状与权重相同', en: 'the parts, in the shape of the weights' },
    example: {
      args: [60_000, [[1], [1], [1], [0.8], [0.6]]],
      result: [[13_637], [13_636], [13_636], [10_909], [8_182]],
    },
    compute: (total, weights, unit, minimums, maximums) => spreadBlock(total, weights, unit ?? 1, minimums, maximums),
  }),
];

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
