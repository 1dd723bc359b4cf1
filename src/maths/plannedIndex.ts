import { calendarDate, type Day, monthsLater } from './day';
import type { DayWeight } from './dayWeight';
import {
  type FestivalWindow,
  festivalDays,
  festivalIndex,
  isFestivalKnown,
  monthWeight,
  type SalesYear,
} from './festival';
import type { Figure } from './figure';
import { monthNumbers } from './openMonths';
import { seasonIndex } from './seasonIndex';

/** A year of the past as it is known. */
export interface KnownYear {
  /** The first of its first month. */
  readonly yearStart: Day;
  /** Sales of its twelve months; null where they are not known. */
  readonly months: readonly Figure[];
  /** January and February are one figure, which stands in either of them. */
  readonly together?: boolean;
}

/**
 * The years with sales above 0 in which every month is known. Of those that give January and February in one figure it is
 * split as the other years sold in these months: a day each weighed by `weight` where that is given, else as they stand;
 * without other years evenly, by what the days weigh.
 */
export function wholeYears(years: readonly KnownYear[], weight?: DayWeight): SalesYear[] {
  const whole = years.map(({ yearStart, months }) => {
    const sales = months.filter((month) => month !== null);
    return sales.length === 12 && total(sales) > 0 ? { yearStart, sales } : undefined;
  });
  const weighed = (yearStart: Day, month: number): number => (weight ? monthWeight(yearStart, month, weight) : 1);
  const perDay = (month: number): number =>
    whole.reduce(
      (sum, year) =>
        year === undefined ? sum : sum + (year.sales[month] ?? 0) / total(year.sales) / weighed(year.yearStart, month),
      0,
    );
  return years.flatMap((year, index): SalesYear[] => {
    const complete = whole[index];
    if (complete) return [complete];
    const { yearStart, months, together } = year;
    if (together !== true) return [];
    const both = pairIn(yearStart);
    const known = both.filter((month) => (months[month] ?? null) !== null);
    const [january, february] = both;
    const missing = months.filter((month) => month === null).length;
    const sum = total(months.flatMap((month) => month ?? []));
    if (february !== january + 1 || known.length !== 1 || missing !== 1 || sum <= 0) return [];
    const hasOthers = perDay(january) + perDay(february) > 0;
    const parts = both.map((month) => (hasOthers ? perDay(month) : 1) * weighed(yearStart, month));
    const one = months[known[0] ?? 0] ?? 0;
    const sales = months.map((month) => month ?? 0);
    for (const [at, month] of both.entries()) sales[month] = (one * (parts[at] ?? 0)) / total(parts);
    return [{ yearStart, sales }];
  });
}

/** A year's season index, what it would be without the festival, whether it looks at that, and from how many years it comes. */
export interface PlannedIndex {
  readonly index: readonly number[];
  readonly plain: readonly number[];
  readonly isAware: boolean;
  readonly years: number;
}

/**
 * The season index of the year from `yearStart` that its past gives: laid out by where Spring Festival falls in each year
 * if windows are given and all dates are known, else plain; 1 each without a whole year.
 */
export function plannedIndex(
  years: readonly KnownYear[],
  yearStart: Day,
  windows?: readonly FestivalWindow[],
): PlannedIndex {
  const used = wholeYears(years);
  const even: readonly number[] = Array(12).fill(1);
  if (used.length === 0) return { index: even, plain: even, isAware: false, years: 0 };
  const starts = [yearStart, ...used.map((year) => year.yearStart)];
  if (windows === undefined || !isFestivalKnown(starts)) {
    const plain = seasonIndex(used.map(({ sales }) => sales));
    return { index: plain, plain, isAware: false, years: used.length };
  }
  const past = wholeYears(years, festivalDays(windows));
  const plain = seasonIndex(past.map(({ sales }) => sales));
  return { index: festivalIndex(past, yearStart, windows) ?? plain, plain, isAware: true, years: past.length };
}

/** January and February, as months of the year from `yearStart` counted from 0. */
function pairIn(yearStart: Day): readonly [number, number] {
  const month = (calendar: number): number =>
    monthNumbers.find((at) => calendarDate(monthsLater(yearStart, at)).month === calendar) ?? 0;
  return [month(1), month(2)];
}

function total(figures: readonly number[]): number {
  let sum = 0;
  for (const figure of figures) sum += figure;
  return sum;
}
