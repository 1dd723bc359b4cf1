import type { Spreadsheet } from '../sheets/read';
import { copyOfValues } from '../sheets/values';
import { userLanguage } from './language';
import { ourWorkbook } from './ours';
import { words } from './text';

/** Menu: copies of the tabs that call cell functions, with values in their place: for people without the add-on. */
export function copyValuesOnly(file: Spreadsheet): void {
  const text = words[userLanguage()];
  const titles = new Set(file.getSheets().map((sheet) => sheet.getName()));
  const made: string[] = [];
  for (const ours of ourWorkbook(file).sheets.values()) {
    let title = text.valuesOf(ours.sheet.getName());
    for (let number = 2; titles.has(title); number += 1) title = `${text.valuesOf(ours.sheet.getName())} ${number}`;
    const copy = copyOfValues(file, ours, title);
    if (copy !== undefined) made.push(copy);
  }
  file.toast(made.length === 0 ? text.noFunctions : text.valuesMade(made.join(text.separator)));
}
