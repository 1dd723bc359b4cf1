import { calendarDate, type Day, monthsLater } from './day';
import { type FestivalWindow, festivalDays, isFestivalKnown, monthWeight } from './festival';
import type { Figure } from './figure';
import { monthNumbers } from './openMonths';

/** A store's months of two years, and the share of each that this year has gone through. */
export interface TwoYears {
  readonly last: readonly Figure[];
  readonly sold: readonly Figure[];
  readonly elapsed: readonly number[];
}

/** Sales of months with figures of both years, as far as this year has gone; null where no month can be compared. */
export interface YearOnYear {
  readonly last: Figure;
  readonly now: Figure;
  /** `now ÷ last − 1`. */
  readonly change: Figure;
}

/** How last year's months weigh in this year: January to March by the festival's days now against those then, others 1. */
export interface FestivalShift {
  readonly inQuarter: readonly boolean[];
  readonly shifts: readonly number[];
}

/** The shift of the year from `yearStart` against the one before; null where a festival is not known. */
export function festivalShift(yearStart: Day, windows: readonly FestivalWindow[]): FestivalShift | null {
  const before = monthsLater(yearStart, -12);
  if (!isFestivalKnown([yearStart, before])) return null;
  const weight = festivalDays(windows);
  const inQuarter = monthNumbers.map((month) => calendarDate(monthsLater(yearStart, month)).month <= 3);
  const shifts = monthNumbers.map((month) =>
    inQuarter[month] ? monthWeight(yearStart, month, weight) / monthWeight(before, month, weight) : 1,
  );
  return { inQuarter, shifts };
}

/**
 * This year's sales against last year's of the same months: only of months known in both, last year's by the share that
 * this year has gone through. With a shift last year's January to March are laid out by this year's festival; what the
 * three came to stays where all are known.
 */
export function yearOnYear({ last, sold, elapsed }: TwoYears, shift?: FestivalShift): YearOnYear {
  let [plain, moved, isWhole] = [0, 0, true];
  for (const month of monthNumbers) {
    if (!shift?.inQuarter[month]) continue;
    const figure = last[month] ?? null;
    if (figure === null) isWhole = false;
    plain += figure ?? 0;
    moved += (figure ?? 0) * (shift.shifts[month] ?? 1);
  }
  const kept = isWhole && moved !== 0 ? plain / moved : 1;
  let then: Figure = null;
  let now: Figure = null;
  for (const month of monthNumbers) {
    const [before, figure, share] = [last[month] ?? null, sold[month] ?? null, elapsed[month] ?? 0];
    if (before === null || figure === null || share <= 0) continue;
    const weight = shift?.inQuarter[month] ? (shift.shifts[month] ?? 1) * kept : 1;
    then = (then ?? 0) + before * share * weight;
    now = (now ?? 0) + figure;
  }
  return { last: then, now, change: then === null || now === null || then <= 0 ? null : now / then - 1 };
}

/** The same of several stores: the sums of their sales, and the change of the sums. */
export function yearOnYearOf(stores: readonly YearOnYear[]): YearOnYear {
  let last: Figure = null;
  let now: Figure = null;
  for (const store of stores) {
    if (store.last === null || store.now === null) continue;
    last = (last ?? 0) + store.last;
    now = (now ?? 0) + store.now;
  }
  return { last, now, change: last === null || now === null || last <= 0 ? null : now / last - 1 };
}
