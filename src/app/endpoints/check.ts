import { type Found, mendedBy } from '../../model/finding';
import type { Spreadsheet } from '../../sheets/read';
import { findings, grouped } from '../check';
import { tabIds } from '../described';
import { evidenceIn } from '../evidence';
import { compare, type Generated, generate } from '../generate';
import { idMaker } from '../ids';
import { said, userLanguage } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { refusalOf, versionRefusal } from '../version';
import { type Invalid, parsedRequest, refused } from './request';

export type FoundAnswer = { readonly status: 'done'; readonly found: readonly Found[] } | Invalid;

/** All that is not as it should be in the workbook, causes first. Writes nothing. */
export function listFindings(file: Spreadsheet): FoundAnswer {
  const workbook = ourWorkbook(file);
  if (workbook.language === undefined) return refused(said().noWorkbook);
  const refusal = versionRefusal(workbook);
  if (refusal !== undefined) return refused(refusal);
  const comparison = compare({ section: '', mend: true }, workbook, idMaker());
  return { status: 'done', found: grouped(findings(comparison, evidenceIn(workbook), userLanguage())) };
}

export type Mended =
  | ({ readonly status: 'done' } & Omit<Generated, 'language'>)
  | { readonly status: 'busy'; readonly message: string }
  | Invalid;

/**
 * Puts right what the check has found, `{tab, kind, cell}`: all that it finds in a tab, of one kind, or in one cell; `tab` is
 * '' of what is about none. Everything else stays as it is. What only people can put right is refused.
 */
export function mendFindings(file: Spreadsheet, request: unknown): Mended {
  const parsed = parsedRequest(requests.mend, request);
  if ('answer' in parsed) return parsed.answer;
  const { tab, kind } = parsed.value;
  if (tab !== '' && !tabIds.includes(tab)) return refused(said().unknownPart(tab));
  if (kind !== undefined && mendedBy(kind) !== 'repair') return refused(said().byHand);
  if (ourWorkbook(file).language === undefined) return refused(said().noWorkbook);
  const done = generate(file, { section: '', mend: parsed.value });
  if (!done) return { status: 'busy', message: said().busy };
  if ('refused' in done) return refused(refusalOf(done.refused));
  return { status: 'done', made: done.made, changed: done.changed };
}
