import type { Language } from '../model/language';
import { type OurWorkbook, ourWorkbook as readWorkbook, type Spreadsheet } from '../sheets/read';
import { plannedTab } from './described';

const languages: readonly Language[] = ['zh', 'en'];

/** Our part of a workbook, whose tabs are known by their plans in every language. Three service calls. */
export const ourWorkbook = (file: Spreadsheet): OurWorkbook =>
  readWorkbook(file, (tab) => languages.flatMap((language) => plannedTab(tab, language) ?? []));
