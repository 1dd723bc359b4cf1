import type { Answer, Fault } from '../../model/answer';
import { shortened } from '../../model/characters';
import type { Language } from '../../model/language';
import type { Tab } from '../../model/tab';
import { type OurSheet, type OurWorkbook, ourWorkbook, type Spreadsheet } from '../../sheets/read';
import { describedTab } from '../described';
import { said, userLanguage } from '../language';
import { read, type Shape } from '../requests';
import { versionRefusal } from '../version';

export type Invalid = Extract<Answer, { status: 'invalid' }>;

/** Faults told at once: of more the rest is told when these are mended. */
const mostFaults = 500;

/** An answer that nothing was written, and why. */
export const invalid = (faults: readonly Fault[]): Invalid => ({
  status: 'invalid',
  message: said().invalid,
  faults: faults.slice(0, mostFaults),
});

/** The same for what is no field's fault. */
export const refused = (message: string): Invalid => ({ status: 'invalid', message, faults: [] });

/** A request of the right shape, or an answer that says where it is not. */
export function parsedRequest<T>(
  shape: Shape<T>,
  request: unknown,
): { readonly value: T } | { readonly answer: Invalid } {
  const given = read(shape, request);
  if ('value' in given) return given;
  return { answer: invalid([{ message: said().badRequest(given.misfits.join(', ')) }]) };
}

/** A part of the plan as it is in the workbook. */
export interface Part {
  readonly file: Spreadsheet;
  readonly tab: Tab;
  readonly ours: OurSheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
}

type PartOrNone = { readonly part: Part } | { readonly answer: Invalid };

/** The part a request is to read, if there is such a part and it is in the workbook. */
export function partToRead(file: Spreadsheet, id: string): PartOrNone {
  return partIn(ourWorkbook(file), id);
}

/** The part a request is to write into. One whose plan is of another version is only read. */
export function partToWrite(file: Spreadsheet, id: string): PartOrNone {
  const workbook = ourWorkbook(file);
  const refusal = versionRefusal(workbook);
  return refusal === undefined ? partIn(workbook, id) : { answer: refused(refusal) };
}

function partIn(workbook: OurWorkbook, id: string): PartOrNone {
  const found = describedTab(id);
  if (!found) return { answer: invalid([{ message: said().unknownPart(shortened(id)) }]) };
  const { file, language, sheets } = workbook;
  const ours = sheets.get(id);
  if (!ours || !language) {
    const title = found.section.text[userLanguage()].tabs[id]?.title ?? id;
    return { answer: invalid([{ message: said().absentPart(title) }]) };
  }
  return { part: { file, tab: found.tab, ours, sheets, language } };
}
