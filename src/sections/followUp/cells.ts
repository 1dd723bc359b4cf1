import { forecastMethods, forecastYear } from '../../maths/forecast';
import { achievement, neededPerDay, requiredRate, toDate } from '../../maths/toDate';
import { blankable, blankableRow, commonRow, one, optional, perRow, rowOf } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { atLeast0, count, forecastMethod, number, share } from '../../model/reader';

const targets = rowOf(atLeast0, 12, 'targets');
const actuals = blankableRow(number, 12, 'actuals');
const elapsed = commonRow(share, 12, 'elapsed');

/** What sums of products of doubles may exceed the year’s target by, relative to it, when the year is over. */
const noise = 2 ** -40;

/** The cell functions of this part. Where there is nothing to divide by the answer is blank, as in the tab. */
export const followUpCells = [
  cellFunction({
    name: 'COVERED_TARGET',
    args: [targets, elapsed, actuals],
    compute: (targets, elapsed, actuals) => toDate({ targets, elapsed, actuals }).covered,
  }),
  cellFunction({
    name: 'ACHIEVEMENT',
    args: [perRow(number, 'actual'), perRow(atLeast0, 'covered_target')],
    compute: (actual, covered) => achievement(actual, covered) ?? '',
  }),
  cellFunction({
    name: 'REQUIRED_RATE',
    args: [
      perRow(atLeast0, 'annual_target'),
      perRow(number, 'actual'),
      perRow(atLeast0, 'elapsed_target'),
      optional.perRow(atLeast0, 'missing'),
    ],
    compute: (annual, actual, due, missing) => {
      if (due > annual * (1 + noise)) {
        throw new PlanError('aboveOther', {
          argument: 'elapsed_target',
          got: due,
          other: 'annual_target',
          most: annual,
        });
      }
      return requiredRate(annual, actual, due, missing ?? 0) ?? '';
    },
  }),
  cellFunction({
    name: 'NEEDED_PER_DAY',
    args: [
      perRow(atLeast0, 'annual_target'),
      perRow(number, 'actual'),
      blankable(atLeast0, 'missing'),
      perRow(count, 'days_left'),
    ],
    compute: (annual, actual, missing, days) => neededPerDay(annual, actual, missing ?? 0, days) ?? '',
  }),
  cellFunction({
    name: 'FORECAST_YEAR',
    args: [one(forecastMethod, 'method'), targets, actuals, elapsed],
    compute: (method, targets, actuals, elapsed) =>
      forecastYear(forecastMethods[method] ?? 'season', { targets, actuals, elapsed }),
  }),
] as const;
