import type { Day } from '../maths/day';
import { localDays } from '../maths/localDay';

const msPerMinute = 60_000;

/** Tells the day of instants by the clocks of a time zone; one service call for each time that its offset is asked. */
export function daysIn(timeZone: string): (instant: number) => Day {
  return localDays((instant) => {
    const shown = Utilities.formatDate(new Date(instant), timeZone, 'yyyy-MM-dd-HH-mm').split('-').map(Number);
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = shown;
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / msPerMinute) * msPerMinute;
  });
}
