const wideForms = /[\uff01-\uff5e\u3000]/g;
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f]/g;
/** What is not seen. */
export const unseen = /[\u200b-\u200d\u2060\ufeff]/g;

/** Letters, digits and signs of ASCII alone are as narrow as they can be. */
const ascii = /^[!-~]*$/;

/** Full-width letters, digits and signs as their plain ones, every space as the plain one, what is not seen left out. */
export function narrow(text: string): string {
  if (ascii.test(text)) return text;
  return text
    .replace(wideForms, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)))
    .replace(otherSpaces, ' ')
    .replace(unseen, '')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .trim();
}
