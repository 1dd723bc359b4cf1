import { calendarDate, type Day } from '../../maths/day';
import {
  type FestivalWindow,
  festivalIndex,
  isFestivalKnown,
  type SalesYear,
  usualWindows,
} from '../../maths/festival';
import { paceStatus, runRateForecast, timeProgress } from '../../maths/pace';
import { phaseTarget } from '../../maths/phaseTarget';
import { seasonIndex } from '../../maths/seasonIndex';
import { commonRow, optional, perRow, rowsOf } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { partsOf } from '../../model/parts';
import { above0, atLeast0, date, id, monthStart, number, rate } from '../../model/reader';
import { isoDate } from '../../model/value';

/** Twelve months of the same weight. */
const evenYear: readonly number[] = Array(12).fill(1);

/** In the order of PACE_STATUS’s labels. */
const statuses = ['green', 'amber', 'red'] as const;

/** The cell functions of this part. */
export const settingsCells = [
  cellFunction({
    name: 'SEASON_INDEX',
    args: [
      rowsOf(atLeast0, 12, 'monthly_sales'),
      optional.list(monthStart, 'year_starts'),
      optional.one(monthStart, 'plan_start'),
      optional.rowsOf(number, 3, 'windows'),
    ],
    compute: (monthlySales, yearStarts, planStart, windows) => {
      const years = completeYears(monthlySales);
      if (yearStarts === null && planStart === null && windows === null)
        return seasonIndex(years.map(({ sales }) => sales));
      if (planStart === null) throw new PlanError('notMonthStart', { argument: 'plan_start', got: null });
      const dated = datedYears(years, monthlySales.length, yearStarts?.values ?? [], planStart);
      const index = festivalIndex(dated, planStart, windowsOf(windows));
      if (index === null) throw new PlanError('unknownFestival', { argument: 'plan_start', got: isoDate(planStart) });
      return index;
    },
  }),
  cellFunction({
    name: 'PHASE_TARGET',
    args: [perRow(atLeast0, 'annual_target'), commonRow(atLeast0, 12, 'season_index'), optional.perRow(above0, 'unit')],
    compute: (annualTarget, index, unit) =>
      partsOf(phaseTarget(annualTarget, index, unit ?? 1), {
        total: 'annual_target',
        weights: 'season_index',
        amount: annualTarget,
        unit: unit ?? 1,
      }),
  }),
  cellFunction({
    name: 'TIME_PROGRESS',
    args: [perRow(date, 'as_of'), perRow(monthStart, 'year_start'), optional.commonRow(atLeast0, 12, 'season_index')],
    compute: (asOf, yearStart, index) => {
      if (index?.every((weight) => weight === 0)) throw new PlanError('noWeight', { argument: 'season_index' });
      return timeProgress(asOf, yearStart, index ?? evenYear);
    },
  }),
  cellFunction({
    name: 'RUN_RATE_FORECAST',
    args: [perRow(number, 'actual_to_date'), perRow(rate, 'progress')],
    compute: runRateForecast,
  }),
  cellFunction({
    name: 'PACE_STATUS',
    args: [
      perRow(number, 'actual'),
      perRow(above0, 'target'),
      perRow(rate, 'progress'),
      optional.perRow(atLeast0, 'green'),
      optional.perRow(atLeast0, 'amber'),
      optional.commonRow(id, 3, 'labels'),
    ],
    compute: (actual, target, progress, green, amber, labels) => {
      const lines = { green: green ?? 1, amber: amber ?? 0.9 };
      if (lines.amber > lines.green) {
        throw new PlanError('aboveOther', { argument: 'amber', got: lines.amber, other: 'green', most: lines.green });
      }
      const status = paceStatus(actual, target, progress, lines.green, lines.amber);
      return labels?.[statuses.indexOf(status)] ?? status;
    },
  }),
] as const;

/** A year with all twelve months, and which row of the argument it is, from 0. */
interface CompleteYear {
  readonly row: number;
  readonly sales: readonly number[];
}

/** The years with all twelve months; throws PlanError without any, or if a year’s sales do not add up to more than 0. */
function completeYears(rows: readonly (readonly (number | null)[])[]): CompleteYear[] {
  const years: CompleteYear[] = [];
  for (const [row, cells] of rows.entries()) {
    const sales = cells.filter((month) => month !== null);
    if (sales.length < 12) continue;
    const total = sales.reduce((sum, month) => sum + month, 0);
    if (total <= 0) throw new PlanError('noYearSales', { argument: 'monthly_sales', got: total, row: row + 1 });
    years.push({ row, sales });
  }
  if (years.length === 0) throw new PlanError('noCompleteYear', { argument: 'monthly_sales' });
  return years;
}

/** The years with their first days, which begin in the month that the plan year begins in. */
function datedYears(
  years: readonly CompleteYear[],
  rows: number,
  starts: readonly (Day | null)[],
  planStart: Day,
): SalesYear[] {
  if (starts.length !== rows) {
    const params = { argument: 'year_starts', count: starts.length, other: 'monthly_sales', otherCount: rows };
    throw new PlanError('years', params);
  }
  return years.map(({ row, sales }) => {
    const yearStart = starts[row] ?? null;
    const at = { argument: 'year_starts', got: yearStart === null ? null : isoDate(yearStart), row: row + 1 };
    if (yearStart === null) throw new PlanError('notMonthStart', at);
    if (calendarDate(yearStart).month !== calendarDate(planStart).month) throw new PlanError('otherMonth', at);
    if (!isFestivalKnown([yearStart])) throw new PlanError('unknownFestival', at);
    return { yearStart, sales };
  });
}

/** Windows that follow each other, each with a factor above 0; the usual ones if none are given. */
function windowsOf(rows: readonly (readonly (number | null)[])[] | null): readonly FestivalWindow[] {
  if (rows === null) return usualWindows;
  const windows: FestivalWindow[] = [];
  for (const [row, cells] of rows.entries()) {
    if (cells.every((cell) => cell === null)) continue;
    const [from = null, through = null, factor = null] = cells;
    const at = { argument: 'windows', row: row + 1 };
    for (const [column, cell] of cells.entries())
      if (cell === null) throw new PlanError('notNumber', { ...at, column: column + 1, got: null });
    if (from === null || through === null || factor === null) continue;
    if (factor <= 0) throw new PlanError('notAbove0', { ...at, column: 3, got: factor });
    const last = windows[windows.length - 1];
    if (through < from || (last && from <= last.through)) throw new PlanError('windowOrder', { ...at, got: from });
    windows.push({ from, through, factor });
  }
  return windows;
}
