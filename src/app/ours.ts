import type { Language } from '../model/language';
import { type OurWorkbook, ourWorkbook as readWorkbook, type Spreadsheet } from '../sheets/read';
import { plannedTab } from './described';

const languages: readonly Language[] = ['zh', 'en'];

/**
 * Our part of a workbook, whose tabs are known by their plans in every language. Three service calls, or one where it is
 * told what the workbook says of itself.
 */
export const ourWorkbook = (file: Spreadsheet, registered?: string): OurWorkbook =>
  readWorkbook(file, (tab) => languages.flatMap((language) => plannedTab(tab, language) ?? []), registered);

/** Which of some tabs someone has deleted from a workbook that has a plan: asked where a service has failed. */
export function deletedOf(file: Spreadsheet, ids: readonly string[]): readonly string[] {
  try {
    SpreadsheetApp.flush();
  } catch (error) {
    // What was still on its way to a tab that is gone comes to nothing.
    console.error(error);
  }
  const { language, sheets } = ourWorkbook(file);
  return language === undefined ? [] : ids.filter((id) => !sheets.has(id));
}
