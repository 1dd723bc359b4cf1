import { type Language, languageOf } from '../model/language';

/** The language of the open workbook; English where there is no workbook to ask. */
export function workbookLanguage(): Language {
  if (typeof SpreadsheetApp === 'undefined') return 'en';
  return languageOf(SpreadsheetApp.getActive()?.getSpreadsheetLocale());
}
