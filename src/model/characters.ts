/**
 * Characters that no cell keeps for certain and no file may hold: control characters but for tab and line feed, halves of
 * a pair, U+FFFE and U+FFFF.
 */
const unkept = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

const everyUnkept = new RegExp(unkept, 'gu');

/** The first character of a text that cannot be kept, as `U+0000`; undefined if all of it can. */
export function unkeptIn(text: string): string | undefined {
  const [found] = unkept.exec(text) ?? [];
  if (found === undefined) return undefined;
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text as it can be kept: every line break a line feed, and without the characters that cannot. Nobody sees those. */
export function keepable(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(everyUnkept, '');
}

/** Spaces, control characters and those of no width (zero-width, byte order mark): what a text may hide behind. */
const blanks = '[\\s\\p{C}\\p{Z}]';

/** A text that starts with `inner`, whatever stands before it unseen. */
export const behindBlanks = (inner: string): RegExp => new RegExp(`^${blanks}*${inner}`, 'u');

const isBlank = new RegExp(`^${blanks}$`, 'u');

/** A text without what is unseen at its ends. */
export function bare(text: string): string {
  const letters = [...text];
  let [start, end] = [0, letters.length];
  while (start < end && isBlank.test(letters[start] ?? '')) start += 1;
  while (end > start && isBlank.test(letters[end - 1] ?? '')) end -= 1;
  return letters.slice(start, end).join('');
}

/** A text for a message: on one line, cut after so many characters. */
export function shortened(text: string, most = 40): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length > most || text.length > 4 * most ? `${letters.slice(0, most - 1).join('')}…` : line;
}
