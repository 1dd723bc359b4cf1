import type { Written } from '../workbook/image';

/**
 * Text that a sheet would take for a formula if it were typed. In cells with the format `@` nothing else is read into
 * text, so only this needs the apostrophe there.
 */
const formulaLike = /^[=+\-@']/;

/** Text that a sheet might take for a number, a date, a percentage, a tick or an error: any digit, spaces around it … */
const valueLike = /[\d０-９]|^[\s#]|\s$|^(true|false|真|假)$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * What to hand to `setValues` so that the cell holds `content` exactly: text that would be parsed gets the apostrophe
 * that a person would type before it.
 */
export function verbatim(content: Written, format: string): string | number | boolean {
  if (content === null) return '';
  if (typeof content === 'object') return content.formula;
  if (typeof content !== 'string') return content;
  const parsed = formulaLike.test(content) || (format !== '@' && valueLike.test(content));
  return parsed ? `'${content}` : content;
}

/**
 * The text that was meant, also where a sheet has kept the apostrophe that `verbatim` put before a formula. Text that people
 * begin with an apostrophe keeps it, but for one before a formula's sign.
 */
export function meant(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
