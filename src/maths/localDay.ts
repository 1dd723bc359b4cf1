import { calendarDate, type Day, dayNumber, unixEpoch } from './day';

const msPerDay = 86_400_000;

/** Midnight UTC of a day, in milliseconds since 1970. */
export const midnightOf = (day: Day): number => (day - unixEpoch) * msPerDay;

/** The day in UTC of an instant, in milliseconds since 1970. */
export const utcDay = (instant: number): Day => Math.floor(instant / msPerDay) + unixEpoch;

/**
 * Tells the calendar day of instants at a place, where `offsetAt` answers by how many milliseconds its clocks are ahead
 * of UTC at an instant. Clocks are set twice a year at most: between two equal answers nothing is asked, so that ten
 * thousand dates of a year cost some dozens of questions.
 */
export function localDays(offsetAt: (instant: number) => number): (instant: number) => Day {
  const asked = new Map<Day, number>();
  const offsetOf = (day: Day): number => {
    const known = asked.get(day);
    if (known !== undefined) return known;
    const offset = offsetAt(midnightOf(day));
    asked.set(day, offset);
    return offset;
  };
  return (instant) => {
    const day = utcDay(instant);
    const { year, month } = calendarDate(day);
    let offset = offsetOf(dayNumber(year, month, 1));
    if (offset !== offsetOf(dayNumber(year, month + 1, 1))) {
      offset = offsetOf(day);
      if (offset !== offsetOf(day + 1)) offset = offsetAt(instant);
    }
    return utcDay(instant + offset);
  };
}
