import type * as z from 'zod/mini';
import type { Answer, Fault } from '../../model/answer';
import type { Language } from '../../model/language';
import type { Tab } from '../../model/tab';
import { type OurSheet, ourSheets } from '../../sheets/read';
import { workbookLanguage } from '../generate';
import { describedTab } from '../plan';
import { words } from '../text';

export type Invalid = Extract<Answer, { status: 'invalid' }>;

/** An answer that nothing was written, and why. */
export const invalid = (language: Language, faults: readonly Fault[]): Invalid => ({
  status: 'invalid',
  message: words[language].invalid,
  faults,
});

/** A request of the right form, or an answer that says where it is not. */
export function parsedRequest<T>(
  schema: z.ZodMiniType<T>,
  request: unknown,
  language: Language,
): { readonly value: T } | { readonly answer: Invalid } {
  const result = schema.safeParse(request);
  if (result.success) return { value: result.data };
  const where = result.error.issues.map((issue) => issue.path.join('.') || 'request').join(', ');
  return { answer: invalid(language, [{ message: words[language].badRequest(where) }]) };
}

/** A part of the plan as it is in the workbook. */
export interface Part {
  readonly tab: Tab;
  readonly ours: OurSheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
}

/** The part a request is about, if there is such a part and it is in the workbook. */
export function partOf(id: string, user: Language): { readonly part: Part } | { readonly answer: Invalid } {
  const found = describedTab(id);
  if (!found) return { answer: invalid(user, [{ message: words[user].unknownPart(id) }]) };
  const sheets = ourSheets();
  const ours = sheets.get(id);
  const language = workbookLanguage(sheets);
  if (!ours || !language) {
    const title = found.section.text[user].tabs[id]?.title ?? id;
    return { answer: invalid(user, [{ message: words[user].absentPart(title) }]) };
  }
  return { part: { tab: found.tab, ours, sheets, language } };
}
