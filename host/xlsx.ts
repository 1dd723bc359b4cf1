import { type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { Execution } from './execution';
import type { Workbook } from './workbook';
import { writable } from './xlsx/letters';
import { pagesOf } from './xlsx/page';
import { type Doubtful, fileSheet } from './xlsx/sheet';
import { FONT } from './xlsx/style';

/**
 * A workbook as an .xlsx file: formulas with their results, formats, looks, rules, notes, names. A formula that calls a
 * cell function of the add-on goes out as its value, with a note that holds the formula. Protections that only warn
 * lock nothing.
 */
export async function exportXlsx(workbook: Workbook): Promise<Uint8Array> {
  return writeXlsx(fileOf(workbook));
}

/** What {@link exportXlsx} writes, before it is written. */
export function fileOf(workbook: Workbook): WriteOptions {
  const { getters } = workbook.model;
  const execution = reading(workbook);
  const ids = getters.getSheetIds();
  const pageOf = pagesOf(execution);
  const pages = ids.map(pageOf);
  const namedRanges = getters.getNamedRanges().map(({ name, range }) => ({
    name,
    range: quoted(getters.getRangeString(range, undefined, { useBoundedReference: true, useFixedReference: true })),
  }));
  return {
    sheets: ids.map((sheetId, index) => fileSheet(execution, sheetId, pages[index]?.setup ?? {}, [])),
    namedRanges: [...namedRanges, ...pages.flatMap(({ names }) => names)],
    defaultFont: FONT,
    activeSheet: Math.max(
      0,
      ids.findIndex((sheetId) => getters.isSheetVisible(sheetId)),
    ),
    properties: { title: writable(workbook.settings.title) },
  };
}

/** The formulas of a workbook that LibreOffice or Excel would read differently, or not at all. */
export function doubtfulFormulas(workbook: Workbook): readonly Doubtful[] {
  const doubts: Doubtful[] = [];
  const execution = reading(workbook);
  for (const sheetId of workbook.model.getters.getSheetIds()) fileSheet(execution, sheetId, {}, doubts);
  return doubts;
}

/** An execution that only reads, of a workbook whose formulas have followed. */
function reading(workbook: Workbook): Execution {
  workbook.settle();
  return new Execution(workbook, { email: '', locale: workbook.settings.locale });
}

/** `Tab!$A$1` → `'Tab'!$A$1`. */
const quoted = (reference: string) => reference.replace(/^([^'!]+)!/, "'$1'!");
