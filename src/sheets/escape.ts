import { behindBlanks } from '../model/characters';
import type { Written } from '../workbook/image';

/**
 * Text that a sheet, or a program that opens its export, would take for a formula if it were typed: a sign of either
 * width, also behind spaces and characters that nobody sees. An apostrophe of the text's own must not be taken for ours.
 * In cells with the format `@` nothing else is read into text, so only this needs the apostrophe there.
 */
const formulaLike = behindBlanks("[=+\\-@＝＋－＠−'＇]");

/** Text that a sheet might take for a number, a date, a percentage, a tick or an error: any digit, spaces around it … */
const valueLike =
  /\p{N}|^[\s\p{C}\p{Z}#]|[\s\p{C}\p{Z}]$|^(true|false|真|假)$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/**
 * What to hand to `setValues` so that the cell holds `content` exactly: text that would be parsed gets the apostrophe
 * that a person would type before it, which the sheet does not keep.
 */
export function verbatim(content: Written, format: string): string | number | boolean {
  if (content === null) return '';
  if (typeof content === 'object') return content.formula;
  if (typeof content !== 'string') return content;
  const parsed = formulaLike.test(content) || (format !== '@' && valueLike.test(content));
  return parsed ? `'${content}` : content;
}
