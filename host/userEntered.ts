import { GENERAL } from './dialect';
import type { Input } from './extras';

/** What typing a text into a cell makes of it: what the cell holds, and the number format an unformatted cell takes. */
export interface UserEntered {
  readonly input: Input;
  readonly format?: string;
}

/** Where a text is typed: the workbook's locale, and today as a spreadsheet serial (for dates without a year). */
export interface Place {
  readonly locale: string;
  readonly today: number;
}

const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#ERROR!']);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** The spreadsheet serial of a date, or nothing if there is no such day. */
function serialOf(year: number, month: number, day: number): number | undefined {
  const full = year < 100 ? (year < 30 ? 2000 + year : 1900 + year) : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || full < 1900 || full > 9999) return undefined;
  return date.getTime() / 86_400_000 + 25_569;
}

interface Parts {
  readonly year?: string | undefined;
  readonly month: string;
  readonly day?: string | undefined;
}

/** Shapes of dates, in the order they are tried; `monthFirst` and `dayFirst` hold in some locales only. */
const DATES: readonly { readonly shape: RegExp; readonly only?: 'monthFirst' | 'dayFirst'; readonly parts: string }[] =
  [
    { shape: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, parts: 'ymd' },
    { shape: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/, parts: 'ymd' },
    { shape: /^(\d{4})年(\d{1,2})月$/, parts: 'ym' },
    { shape: /^(\d{1,2})月(\d{1,2})日$/, parts: 'md' },
    { shape: /^(\d{4})[-/](\d{1,2})$/, parts: 'ym' },
    { shape: /^(\d{1,2})[-/](\d{4})$/, parts: 'my' },
    { shape: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/, only: 'monthFirst', parts: 'mdy' },
    { shape: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/, only: 'dayFirst', parts: 'dmy' },
    { shape: /^(\d{1,2})[-/](\d{1,2})$/, only: 'monthFirst', parts: 'md' },
    { shape: /^(\d{1,2})[-/](\d{1,2})$/, only: 'dayFirst', parts: 'dm' },
    { shape: new RegExp(`^(\\d{1,2})[-\\s/]?${MONTH}[-\\s/,]?\\s*(\\d{4}|\\d{2})$`, 'i'), parts: 'dMy' },
    { shape: new RegExp(`^${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`, 'i'), parts: 'Mdy' },
    { shape: new RegExp(`^(\\d{1,2})[-\\s]${MONTH}$`, 'i'), parts: 'dM' },
    { shape: new RegExp(`^${MONTH}[-\\s](\\d{1,2})$`, 'i'), parts: 'Md' },
    { shape: new RegExp(`^${MONTH}[-\\s,]+(\\d{4})$`, 'i'), parts: 'My' },
  ];

/** Locales that write the day before the month, in numbers. */
const DAY_FIRST = /^(?!en_US|en_CA|en_PH|zh|ja|ko|sv|hu|lt)/;

function date(text: string, place: Place): number | undefined {
  const order = DAY_FIRST.test(place.locale) ? 'dayFirst' : 'monthFirst';
  for (const { shape, only, parts } of DATES) {
    if (only !== undefined && only !== order) continue;
    const match = shape.exec(text);
    if (!match) continue;
    const found: Partial<Record<string, string>> = {};
    for (const [index, part] of [...parts].entries()) found[part] = match[index + 1];
    const read: Parts = {
      year: found.y,
      month: found.m ?? String(MONTHS.indexOf((found.M ?? '').slice(0, 3).toLowerCase()) + 1),
      day: found.d,
    };
    const year = read.year === undefined ? yearOf(place.today) : Number(read.year);
    return serialOf(year, Number(read.month), Number(read.day ?? 1));
  }
  return undefined;
}

const yearOf = (serial: number) => new Date((serial - 25_569) * 86_400_000).getUTCFullYear();

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?$/i;

/** The share of a day that a time of day is; hours from 24 on are a duration. */
function time(text: string): number | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = '0', half] = match;
  let hour = Number(hours);
  if (Number(minutes) > 59 || Number(seconds) > 59 || (half !== undefined && (hour < 1 || hour > 12))) return undefined;
  if (half !== undefined) hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

const NUMBER = /^([-+]?)\s*([$¥￥€£]?)\s*([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[-+]?\d+)?\s*(%?)\s*([€$£]?)$/i;

function number(text: string): UserEntered | undefined {
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1] !== undefined && /^[$¥￥€£\d.]/.test(bracketed[1])) {
    const inner = number(bracketed[1]);
    if (inner?.input.kind !== 'number') return undefined;
    return { ...inner, input: { kind: 'number', number: -inner.input.number } };
  }
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign = '', before = '', innerSign = '', whole = '', fraction = '', exponent = '', percent = '', after = ''] =
    match;
  if (whole === '' && !/\d/.test(fraction)) return undefined;
  if (sign !== '' && innerSign !== '') return undefined;
  const grouped = whole.includes(',');
  const size = Number(`${whole.replace(/,/g, '') || '0'}${fraction === '.' ? '' : fraction}${exponent}`);
  if (!Number.isFinite(size)) return undefined;
  const signed = sign === '-' || innerSign === '-' ? -size : size;
  // 12.5 % is 0.125 exactly as its decimals say, not as 12.5 / 100 happens to round.
  const value = percent ? Number(`${signed}e-2`) : signed;
  const input: Input = { kind: 'number', number: Number.isNaN(value) ? signed / 100 : value };
  const decimals = fraction.length > 1 ? '.00' : '';
  const currency = before || after;
  if (percent) return { input, format: `0${decimals}%` };
  if (currency) return { input, format: before ? `[$${currency}]#,##0${decimals}` : `#,##0${decimals}[$${currency}]` };
  if (exponent) return { input, format: '0.00E+00' };
  if (grouped) return { input, format: `#,##0${decimals}` };
  return { input };
}

const dateFormat = (locale: string) =>
  locale.startsWith('zh') ? 'yyyy/m/d' : DAY_FIRST.test(locale) ? 'dd/mm/yyyy' : 'm/d/yyyy';

/**
 * The formula that a text is taken for, if it is. Of blanks and unseen characters before the sign, and of a full-width
 * sign, it is not known what Sheets makes: here they keep no formula from being one.
 */
function formulaIn(text: string): string | undefined {
  const [, rest = ''] = /^[\s\p{C}\p{Z}]*[=＝](.+)$/su.exec(text) ?? [];
  return rest === '' ? undefined : `=${rest}`;
}

/**
 * What Google Sheets makes of a text typed into a cell with a number format (`General` where there is none), as
 * `setValues` does too: `'01234` is text, `01234` a number, `1-2` a date, `10%` 0.1. In a plain-text cell (`@`)
 * everything is text but a formula. Not sourced from Google's code: from what Sheets is seen to do.
 */
export function userEntered(text: string, format: string, place: Place): UserEntered {
  if (text === '') return { input: { kind: 'blank' } };
  if (text.startsWith("'")) return { input: { kind: 'text', text: text.slice(1) } };
  const formula = formulaIn(text);
  if (formula !== undefined) return { input: { kind: 'formula', formula } };
  if (format === '@') return { input: { kind: 'text', text } };
  const trimmed = text.trim();
  if (/^(?:true|false)$/i.test(trimmed)) return { input: { kind: 'boolean', boolean: /^true$/i.test(trimmed) } };
  if (ERRORS.has(trimmed.toUpperCase())) return { input: { kind: 'error', error: trimmed.toUpperCase() } };
  const read = number(trimmed) ?? moment(trimmed, place);
  if (!read) return { input: { kind: 'text', text } };
  return format === GENERAL ? read : { input: read.input };
}

/** A date, a time, or both. */
function moment(text: string, place: Place): UserEntered | undefined {
  const clock = time(text);
  if (clock !== undefined) return { input: { kind: 'number', number: clock }, format: 'h:mm:ss' };
  const day = date(text, place);
  if (day !== undefined) return { input: { kind: 'number', number: day }, format: dateFormat(place.locale) };
  const both = /^(.+?)[\sT]+(\d{1,2}:\d{2}.*)$/.exec(text);
  if (!both?.[1] || !both[2]) return undefined;
  const days = date(both[1], place);
  const share = time(both[2]);
  if (days === undefined || share === undefined) return undefined;
  return { input: { kind: 'number', number: days + share }, format: `${dateFormat(place.locale)} h:mm:ss` };
}

/** The format a cell without one takes when a script puts a date into it. */
export function dateTimeFormat(locale: string, serial: number): string {
  return Number.isInteger(serial) ? dateFormat(locale) : `${dateFormat(locale)} h:mm:ss`;
}
