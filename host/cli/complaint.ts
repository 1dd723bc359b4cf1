import type { Language } from '../../src/model/language';
import { filled } from '../../src/model/sentence';
import { type en, words } from './text';

/** Something that keeps the command from its work, as data; `complaintText` puts it into words. */
export interface Complaint {
  readonly code: keyof typeof en.faults;
  /** With its dashes: `--year`. */
  readonly option?: string;
  readonly example?: string;
  readonly known?: readonly string[];
  readonly got?: string;
  readonly file?: string;
  readonly reason?: string;
}

/** The complaint in words, on one line. */
export function complaintText(complaint: Complaint, language: Language): string {
  const { code, option = '', example = '', known = [], got = '', file = '', reason = '' } = complaint;
  const text = words[language];
  return filled(text.faults[code], {
    option,
    example,
    known: known.join(' '),
    got: `"${oneLine(got)}"`,
    file,
    reason: oneLine(reason),
  });
}

/** Names of files are said whole; what is longer than any of them is not. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
