import type { Day } from '../maths/day';
import { type Language, languageOf } from '../model/language';
import { daysIn } from './clock';

/**
 * The language of the open workbook; English where there is no workbook to ask. A cell's function is handed no workbook,
 * so it is asked for here, as its clocks are: the one place besides the app's edge.
 */
export function workbookLanguage(): Language {
  if (typeof SpreadsheetApp === 'undefined') return 'en';
  return languageOf(SpreadsheetApp.getActive()?.getSpreadsheetLocale());
}

/** Tells the day of instants by the clocks of the open workbook. */
export function workbookDays(): (instant: number) => Day {
  return daysIn(SpreadsheetApp.getActive().getSpreadsheetTimeZone());
}
