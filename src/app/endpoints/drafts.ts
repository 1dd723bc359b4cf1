import { shortened } from '../../model/characters';
import { digestOf } from '../../model/digest';
import { keepDraft as keep, keptDrafts } from '../../sheets/drafts';
import type { Spreadsheet } from '../../sheets/read';
import { describedTab } from '../described';
import { said } from '../language';
import { type DraftKept, keptDraft, read, requests } from '../requests';
import { userEmail } from '../who';
import { type Invalid, invalid, parsedRequest } from './request';

export interface Drafts {
  readonly status: 'done';
  /** Tells this person in this workbook from all others; null where Google does not tell who it is. */
  readonly owner: string | null;
  /** The newest first. */
  readonly drafts: readonly DraftKept[];
}

/** What this person has typed into forms of this workbook and not saved. */
export function recallDrafts(file: Spreadsheet): Drafts {
  const email = userEmail();
  return {
    status: 'done',
    owner: email === '' ? null : digestOf(JSON.stringify([email, file.getId()])).slice(0, 32),
    drafts: keptDrafts(file).flatMap(draftIn),
  };
}

function draftIn(text: string): readonly DraftKept[] {
  try {
    const kept = read(keptDraft, JSON.parse(text));
    return 'value' in kept && describedTab(kept.value.part) ? [kept.value] : [];
  } catch {
    return [];
  }
}

export type Keeping = { readonly status: 'done'; readonly kept: boolean } | Invalid;

/**
 * Keeps what a person is typing into a form, `{part, record, draft}`, until it is saved or given up: then without `draft`.
 * It is theirs alone, and goes into no cell.
 */
export function keepDraft(file: Spreadsheet, request: unknown): Keeping {
  const parsed = parsedRequest(requests.keep, request);
  if ('answer' in parsed) return parsed.answer;
  const { part, record, draft } = parsed.value;
  if (!describedTab(part)) return invalid([{ message: said().unknownPart(shortened(part)) }]);
  const text = draft === undefined ? '' : JSON.stringify({ part, record, ...draft });
  return { status: 'done', kept: keep(file, JSON.stringify([part, record]), text, Date.now()) };
}
