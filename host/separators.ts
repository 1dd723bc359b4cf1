import { QUOTED } from './dialect';

/**
 * How a spreadsheet whose locale has a decimal comma reads a formula that a script writes: in US form as well as in its
 * own (`anywhere`), or in its own only (`own`). Sources disagree on what Google does; `;` between arguments is read
 * everywhere.
 */
export type FormulaForm = 'anywhere' | 'own';

/** The function that stands for a formula which its locale cannot read. */
export const UNREAD = 'HOST.UNREAD';

/** The function that stands for a formula that refers to a tab which was not there when it was entered. */
export const UNRESOLVED = 'HOST.UNRESOLVED';

/** A formula that shows #REF! until it is entered again. */
export const unresolved = (formula: string): string => `=${UNRESOLVED}("${encodeURIComponent(formula)}")`;

export const isUnresolved = (formula: string): boolean => formula.startsWith(`=${UNRESOLVED}(`);

/** Locales with a decimal comma that the host is tried with. */
const COMMA = /^(?:de_DE|fr_FR|es_ES|it_IT|nl_NL|pl_PL|pt_BR|ru_RU|id_ID|tr_TR|vi_VN|sv_SE|da_DK|cs_CZ|uk_UA)$/;

export const hasDecimalComma = (locale: string): boolean => COMMA.test(locale);

/** A string, a sheet's name, or what stands in braces; else one character that matters. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^{}]*\}|\d+[.,]\d+|[,;]/g;

/** A formula as a script writes it → in US form, as the engine has it. */
export function usFormula(text: string, locale: string, form: FormulaForm): string {
  if (!hasDecimalComma(locale) && !text.includes(';')) return text;
  const isOwn = hasDecimalComma(locale) && form === 'own';
  let isRead = true;
  const us = text.replace(PARTS, (part) => {
    if (part === ';') return ',';
    if (part === ',') {
      if (isOwn) isRead = false;
      return part;
    }
    if (!/^\d/.test(part) || !hasDecimalComma(locale)) return part;
    if (part.includes('.')) {
      if (isOwn) isRead = false;
      return part;
    }
    // `1,5` is a number in its own form; in US form, two arguments.
    return isOwn ? part.replace(',', '.') : part;
  });
  return isRead ? us : `=${UNREAD}("${encodeURIComponent(text)}")`;
}

const UNREAD_CALL = /^=HOST\.UN(?:READ|RESOLVED)\("([^"]*)"\)$/;

/** A formula in US form → as a script reads it. */
export function readFormula(us: string, locale: string, form: FormulaForm): string {
  const unread = UNREAD_CALL.exec(us);
  if (unread?.[1] !== undefined) return decodeURIComponent(unread[1]);
  if (!hasDecimalComma(locale) || form !== 'own' || us === '' || us.includes(QUOTED)) return us;
  return us.replace(PARTS, (part) => (part === ',' ? ';' : /^\d/.test(part) ? part.replace('.', ',') : part));
}
