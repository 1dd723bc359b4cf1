import { type Language, languageOf } from '../model/language';

/**
 * The language of the open workbook; English where there is no workbook to ask. A cell's function is handed no workbook,
 * so it is asked for here: the one place besides the app's edge.
 */
export function workbookLanguage(): Language {
  if (typeof SpreadsheetApp === 'undefined') return 'en';
  return languageOf(SpreadsheetApp.getActive()?.getSpreadsheetLocale());
}
