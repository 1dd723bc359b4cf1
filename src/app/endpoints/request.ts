import type { Answer, Fault } from '../../model/answer';
import type { Expected } from '../../model/expected';
import type { Language } from '../../model/language';
import type { Tab } from '../../model/tab';
import { type OurSheet, ourWorkbook, type Spreadsheet } from '../../sheets/read';
import { said, userLanguage } from '../language';
import { describedTab } from '../plan';

export type Invalid = Extract<Answer, { status: 'invalid' }>;

/** An answer that nothing was written, and why. */
export const invalid = (faults: readonly Fault[]): Invalid => ({
  status: 'invalid',
  message: said().invalid,
  faults,
});

/** A request of the right form, or an answer that says where it is not. */
export function parsedRequest<T>(
  expected: Expected<T>,
  request: unknown,
): { readonly value: T } | { readonly answer: Invalid } {
  if (expected.fits(request)) return { value: request };
  const where = expected
    .misfits(request)
    .map((path) => path || 'request')
    .join(', ');
  return { answer: invalid([{ message: said().badRequest(where) }]) };
}

/** A part of the plan as it is in the workbook. */
export interface Part {
  readonly file: Spreadsheet;
  readonly tab: Tab;
  readonly ours: OurSheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
}

/** The part a request is about, if there is such a part and it is in the workbook. */
export function partOf(file: Spreadsheet, id: string): { readonly part: Part } | { readonly answer: Invalid } {
  const found = describedTab(id);
  if (!found) return { answer: invalid([{ message: said().unknownPart(id) }]) };
  const { language, sheets } = ourWorkbook(file);
  const ours = sheets.get(id);
  if (!ours || !language) {
    const title = found.section.text[userLanguage()].tabs[id]?.title ?? id;
    return { answer: invalid([{ message: said().absentPart(title) }]) };
  }
  return { part: { file, tab: found.tab, ours, sheets, language } };
}
