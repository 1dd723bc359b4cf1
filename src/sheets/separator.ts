import { type Separator, separatorOf } from '../workbook/separator';
import type { Spreadsheet } from './read';

const known = new WeakMap<Spreadsheet, Separator>();

/** What separates arguments in a workbook's formulas. One service call in a run: for those who are about to write some. */
export function separatorIn(file: Spreadsheet): Separator {
  const separator = known.get(file) ?? separatorOf(file.getSpreadsheetLocale());
  known.set(file, separator);
  return separator;
}
