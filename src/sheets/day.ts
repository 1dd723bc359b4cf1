import { unixEpoch } from '../maths/day';

const hour = 3_600_000;

/**
 * The day number of a Date as a sheet hands it over: midnight of the workbook's time zone. Thirteen hours on, it falls
 * on the same calendar day in UTC for every zone from UTC−10 to UTC+13.
 */
export function dayOf(milliseconds: number): number {
  return Math.floor((milliseconds + 13 * hour) / (24 * hour)) + unixEpoch;
}
