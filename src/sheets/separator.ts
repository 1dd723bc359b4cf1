import { type Separator, separatorOf } from '../workbook/separator';
import type { Spreadsheet } from './read';

/** What separates arguments in a workbook's formulas. One service call: for those who are about to write some. */
export const separatorIn = (file: Spreadsheet): Separator => separatorOf(file.getSpreadsheetLocale());
