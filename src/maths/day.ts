/**
 * A date without a time, as a spreadsheet counts it: whole days since 30 December 1899, so that no time zone can move
 * it. 2027-01-01 is 46388.
 */
export type Day = number;

/** Days from 30 December 1899 to 1 January 1970, where JavaScript's clock starts. */
export const unixEpoch: Day = 25569;

const msPerDay = 86_400_000;

/** The day number of a calendar date; `month` is 1–12, and values beyond the calendar carry over: month 13 is next January. */
export function dayNumber(year: number, month: number, day: number): Day {
  return unixEpoch + Date.UTC(year, month - 1, day) / msPerDay;
}

/** The calendar date of a day number, month 1–12. */
export function calendarDate(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date((day - unixEpoch) * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days the month has; `month` may run past 12 as in `dayNumber`. */
export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** The day `months` calendar months later (earlier if negative): from 2027-01-01, 12 months are 2028-01-01. */
export function monthsLater(day: Day, months: number): Day {
  const date = calendarDate(day);
  return dayNumber(date.year, date.month + months, date.day);
}
