import { type Day, dayNumber } from '../maths/day';
import { localDays } from '../maths/localDay';

const msPerMinute = 60_000;
const msPerDay = 86_400_000;

/** The clocks of a workbook's place. */
export interface Clock {
  /** Their time zone. */
  readonly zone: () => string;
  /** Tells the day of an instant. */
  readonly dayOf: (instant: number) => Day;
  /** The same with the time, in fractions of a day, as a cell holds it. */
  readonly serialOf: (instant: number) => number;
}

/**
 * A workbook's clocks. `noted` is a time zone that it was known to have: as long as every date is a midnight there, it
 * still has it, and the workbook need not be asked, which is a service call.
 */
export function clockOf(file: GoogleAppsScript.Spreadsheet.Spreadsheet, noted?: string): Clock {
  let own: string | undefined;
  let known: Clock['dayOf'] | undefined;
  const likely = noted === undefined ? undefined : daysIn(noted);
  const asked = (): string => {
    own ??= file.getSpreadsheetTimeZone();
    return own;
  };
  const dayOf: Clock['dayOf'] = (instant) => {
    const day = known ? undefined : likely?.(instant);
    if (day !== undefined && likely?.(instant - 1) !== day) return day;
    known ??= daysIn(asked());
    return known(instant);
  };
  const isMidnight = (instant: number): boolean => dayOf(instant - 1) !== dayOf(instant);
  return {
    zone: () => own ?? noted ?? asked(),
    dayOf,
    serialOf: (instant) => (isMidnight(instant) ? dayOf(instant) : serialIn(asked(), instant)),
  };
}

/** An instant by the clocks of a time zone, in days since 1899-12-30. */
function serialIn(timeZone: string, instant: number): number {
  const shown = Utilities.formatDate(new Date(instant), timeZone, 'yyyy-MM-dd-HH-mm-ss').split('-').map(Number);
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = shown;
  const ms = ((hour * 60 + minute) * 60 + second) * 1000 + (instant % 1000);
  return dayNumber(year, month, date) + ms / msPerDay;
}

/** Tells the day of instants by the clocks of a time zone; one service call for each time that its offset is asked. */
export function daysIn(timeZone: string): (instant: number) => Day {
  return localDays((instant) => {
    const shown = Utilities.formatDate(new Date(instant), timeZone, 'yyyy-MM-dd-HH-mm').split('-').map(Number);
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = shown;
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / msPerMinute) * msPerMinute;
  });
}
