import { calendarDate, type Day, dayNumber, monthsLater } from './day';
import { type DayWeight, daysWeight } from './dayWeight';
import { monthNumbers } from './openMonths';
import { seasonIndex } from './seasonIndex';

/** The year of the first of `festivalDates`. */
export const firstFestivalYear = 2010;

/**
 * Spring Festival's first day, month × 100 + day, by year. A table, as the Chinese calendars that come with runtimes are
 * a day off where the new moon falls near midnight in Beijing (2027, 2030).
 */
const festivalDates: readonly number[] = [
  214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203, 123, 211,
  131, 219, 208,
];

/** Which day of its year Spring Festival begins on, from 1, by year from `firstFestivalYear`: 14 February is the 45th. */
export const festivalDaysOfYear: readonly number[] = festivalDates.map(
  (date) => (Math.floor(date / 100) - 1) * 31 + (date % 100),
);

/** The first day of Spring Festival in a calendar year from 2010 to 2035; none in others. */
export function springFestival(year: number): Day | null {
  const ordinal = festivalDaysOfYear[year - firstFestivalYear];
  return ordinal === undefined ? null : dayNumber(year, 1, ordinal);
}

/** Days around Spring Festival, both counted from its first, 0, and what they sell against other days. */
export interface FestivalWindow {
  readonly from: number;
  readonly through: number;
  readonly factor: number;
}

/** Before, during and after the holiday; how a trade that sells fashion and gifts is taken to sell. */
export const usualWindows: readonly FestivalWindow[] = [
  { from: -21, through: -1, factor: 1.5 },
  { from: 0, through: 6, factor: 0.6 },
  { from: 7, through: 20, factor: 0.8 },
];

/** What days weigh around Spring Festival: their window's factor, else 1. Windows do not overlap. */
export function festivalDays(windows: readonly FestivalWindow[]): DayWeight {
  return (day) => {
    const first = springFestival(calendarDate(day).year);
    if (first === null) return 1;
    for (const { from, through, factor } of windows) if (day >= first + from && day <= first + through) return factor;
    return 1;
  };
}

/** Whether it is known when Spring Festival falls in every January to March of the years from `starts`. */
export function isFestivalKnown(starts: readonly Day[]): boolean {
  return starts.every((start) =>
    quarterOf(start).every((month) => springFestival(calendarDate(monthsLater(start, month)).year) !== null),
  );
}

/** Which months of the year from `yearStart`, counted from 0, are January to March, in the order in which it has them. */
const quarterOf = (yearStart: Day): readonly number[] =>
  monthNumbers.filter((month) => calendarDate(monthsLater(yearStart, month)).month <= 3);

/** Twelve months of sales from `yearStart`, the first of a month. */
export interface SalesYear {
  readonly yearStart: Day;
  readonly sales: readonly number[];
}

/**
 * The season index of the year from `yearStart` with January to March laid out by where Spring Festival falls in it: in
 * each year of the past a month sells so much a weighted day, and the days are weighed anew. What the three months weigh
 * together stays, since the festival moves sales within them; the other months are the plain index. Null if a year
 * concerned is beyond the festivals known.
 */
export function festivalIndex(
  history: readonly SalesYear[],
  yearStart: Day,
  windows: readonly FestivalWindow[],
): number[] | null {
  const weight = festivalDays(windows);
  if (!isFestivalKnown([yearStart, ...history.map((year) => year.yearStart)])) return null;
  const plain = seasonIndex(history.map(({ sales }) => sales));
  const quarter = quarterOf(yearStart);
  const weighed = quarter.map((month) => {
    let perDay = 0;
    for (const past of history) {
      let total = 0;
      for (const sales of past.sales) total += sales;
      const share = ((past.sales[month] ?? 0) / total) * 12;
      perDay += share / monthWeight(past.yearStart, month, weight) / history.length;
    }
    return perDay * monthWeight(yearStart, month, weight);
  });
  let kept = 0;
  let moved = 0;
  for (const [index, month] of quarter.entries()) {
    kept += plain[month] ?? 0;
    moved += weighed[index] ?? 0;
  }
  if (moved === 0) return plain;
  const index = [...plain];
  for (const [at, month] of quarter.entries()) index[month] = ((weighed[at] ?? 0) * kept) / moved;
  return index;
}

/** What a month's days weigh, the month counted from 0 in the year from `yearStart`. */
export function monthWeight(yearStart: Day, month: number, weight: DayWeight): number {
  return daysWeight(monthsLater(yearStart, month), monthsLater(yearStart, month + 1) - 1, weight);
}

/**
 * What the days of each window sold against January to March's other days, on average: a trade's own factors. Daily
 * sales by day; null where a window, or all that lies outside them, has no day with a figure.
 */
export function ownFactors(sales: ReadonlyMap<Day, number>, windows: readonly FestivalWindow[]): (number | null)[] {
  const inWindows = windows.map(() => ({ total: 0, days: 0 }));
  const outside = { total: 0, days: 0 };
  for (const [day, sold] of sales) {
    const { year, month } = calendarDate(day);
    const first = springFestival(year);
    if (first === null || month > 3) continue;
    const at = windows.findIndex(({ from, through }) => day >= first + from && day <= first + through);
    const into = inWindows[at] ?? outside;
    into.total += sold;
    into.days += 1;
  }
  return inWindows.map(({ total, days }) =>
    days === 0 || outside.total === 0 ? null : total / days / (outside.total / outside.days),
  );
}
