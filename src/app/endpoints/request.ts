import type * as z from 'zod/mini';
import type { Answer, Fault } from '../../model/answer';
import type { Language } from '../../model/language';
import type { Tab } from '../../model/tab';
import { type OurSheet, ourWorkbook } from '../../sheets/read';
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
  schema: z.ZodMiniType<T>,
  request: unknown,
): { readonly value: T } | { readonly answer: Invalid } {
  const result = schema.safeParse(request);
  if (result.success) return { value: result.data };
  const where = result.error.issues.map((issue) => issue.path.join('.') || 'request').join(', ');
  return { answer: invalid([{ message: said().badRequest(where) }]) };
}

/** A part of the plan as it is in the workbook. */
export interface Part {
  readonly tab: Tab;
  readonly ours: OurSheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
}

/** The part a request is about, if there is such a part and it is in the workbook. */
export function partOf(id: string): { readonly part: Part } | { readonly answer: Invalid } {
  const found = describedTab(id);
  if (!found) return { answer: invalid([{ message: said().unknownPart(id) }]) };
  const { language, sheets } = ourWorkbook();
  const ours = sheets.get(id);
  if (!ours || !language) {
    const title = found.section.text[userLanguage()].tabs[id]?.title ?? id;
    return { answer: invalid([{ message: said().absentPart(title) }]) };
  }
  return { part: { tab: found.tab, ours, sheets, language } };
}
