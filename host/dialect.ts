import { helpers } from '@odoo/o-spreadsheet';

/** The engine's name for a formula's string that holds quotes: it has no escape for them. */
export const QUOTED = 'HOST.QUOTED';

const QUOTED_CALL = new RegExp(`${QUOTED.replace('.', '\\.')}\\(("[^"]*"(?:,"[^"]*")*)\\)`, 'g');

/** A formula as Google has it → as the engine has it. `="5"" pipe"` → `=HOST.QUOTED("5"," pipe")`. */
export function engineFormula(formula: string): string {
  if (!formula.includes('""')) return formula;
  // A doubled quote inside a string; an empty string `""` alone stays as it is.
  return formula.replace(/"(?:[^"]|"")*"/g, (string) => {
    const inside = string.slice(1, -1);
    if (!inside.includes('""')) return string;
    const parts = inside.split('""').map((part) => `"${part}"`);
    return `${QUOTED}(${parts.join(',')})`;
  });
}

/** The reverse of {@link engineFormula}. */
export function googleFormula(formula: string): string {
  if (!formula.includes(QUOTED)) return formula;
  return formula.replace(QUOTED_CALL, (_call, list: string) => `"${list.slice(1, -1).split('","').join('""')}"`);
}

const ERRORS: Readonly<Record<string, string>> = {
  '#BAD_EXPR': '#ERROR!',
  '#CYCLE': '#REF!',
  '#REF': '#REF!',
  '#SPILL!': '#REF!',
  '#ERROR': '#VALUE!',
};

/** An error of the engine in Google's words: `#CYCLE` → `#REF!`. */
export function googleError(error: string): string {
  return ERRORS[error] ?? error;
}

/** The number format of cells that have none. */
export const GENERAL = 'General';

/** What Google says of a cell without one, and of one that was given `general`. */
export const AUTOMATIC = '0.###############';

/** A cell of plain text. */
export const PLAIN_TEXT = '@';

/** Shown as plain text, but not read by the engine as "everything here is text", so that `'=1` can stand in it. */
export const ESCAPED_TEXT = '0;-0;0;@';

const isParsed = (format: string): boolean => {
  try {
    // Parsing alone lets through date parts that cannot be shown, such as `h`.
    helpers.formatValue(46_123.5, { format, locale: LOCALE });
    helpers.formatValue(-1, { format, locale: LOCALE });
    return true;
  } catch {
    return false;
  }
};

const LOCALE = {
  name: 'English',
  code: 'en_US',
  thousandsSeparator: ',',
  decimalSeparator: '.',
  weekStart: 7,
  dateFormat: 'm/d/yyyy',
  timeFormat: 'hh:mm:ss',
  formulaArgSeparator: ',',
};

const DATE_PART = /y{2,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|am\/pm|a\/p/gi;
const DATE_SHAPE: Readonly<Record<string, string>> = { h: 'hh', s: 'ss', 'am/pm': 'a', 'a/p': 'a' };

/** Rewrites the parts of a format that stand outside quotes and brackets. */
function outsideQuotes(format: string, rewrite: (part: string) => string): string {
  return format.replace(/("[^"]*"|\[[^\]]*\]|\\.)|([^"[\\]+)/g, (_all, kept?: string, part?: string) =>
    part === undefined ? (kept ?? '') : rewrite(part),
  );
}

/**
 * The nearest format the engine can show. Colours and spacing are dropped, loose symbols are quoted, hours take two
 * digits; a format it cannot show at all becomes `0` with its decimals.
 */
function nearest(format: string): string {
  const plain = outsideQuotes(
    format.replace(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\d+)\]/gi, ''),
    (part) => part.replace(/[_*]./g, '').replace(/\\(.)/g, '"$1"'),
  );
  const isDate = /[ymdhs]/i.test(plain.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  const shaped = isDate
    ? outsideQuotes(plain, (part) =>
        part.replace(DATE_PART, (token) => DATE_SHAPE[token.toLowerCase()] ?? token.toLowerCase()),
      )
    : plain;
  if (isParsed(shaped)) return shaped;
  const quoted = outsideQuotes(shaped, (part) => part.replace(/[^\s0#?.,%;@/:\-+()$€ymdhsa]+/g, '"$&"'));
  if (isParsed(quoted)) return quoted;
  const decimals = /\.([0#]+)/.exec(format)?.[1]?.length ?? 0;
  const grouped = format.includes(',') ? '#,##0' : '0';
  return grouped + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '') + (format.includes('%') ? '%' : '');
}

/** Google's formats under the names the engine can show; kept with the workbook, since two may look the same there. */
export type FormatNames = Record<string, string>;

/** A number format of Google → of the engine, remembered in `names` where the two differ. `General` → `''`. */
export function engineFormat(format: string, names: FormatNames): string {
  if (format === '' || /^general$/i.test(format) || format === AUTOMATIC) return '';
  if (isParsed(format) && !(format in names)) return format;
  let name = nearest(format);
  while (name in names ? names[name] !== format : isParsed(name) && name === format) name += '""';
  if (name !== format) names[name] = format;
  return name;
}

/** The reverse of {@link engineFormat}. */
export function googleFormat(format: string | undefined, names: Readonly<FormatNames>): string {
  if (!format) return GENERAL;
  if (format === ESCAPED_TEXT) return PLAIN_TEXT;
  return names[format] ?? format;
}
