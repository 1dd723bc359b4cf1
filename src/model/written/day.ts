import { monthNames, planYears } from '../calendar';
import { dayOfIso, isoDate } from '../value';
import { narrow } from './narrow';

/** The order of day, month and year; `roc`: years of Taiwan's era, 94 being 2005. */
export type Order = 'dmy' | 'mdy' | 'roc' | ShortOrder;

/** The order of days that say two digits of their year, or none, and of months that say two digits of it. */
export const shortOrders = ['ymd', 'dmy', 'mdy', 'ym', 'my', 'md', 'dm'] as const;
export type ShortOrder = (typeof shortOrders)[number];

/** A date as it is written, its order not yet known. */
export type WrittenDay =
  | { readonly iso: string; readonly how: 'plain' | 'serial' }
  /** Two numbers that are day and month, in an order to be found out; `sign` stands between them. */
  | { readonly first: number; readonly second: number; readonly year: number; readonly sign: string }
  /** Six digits: a year of Taiwan's era, or one of two digits. */
  | { readonly digits: string }
  | { readonly wrong: 'date' | 'noSuchDay' | 'shortYear' | 'farDay' | 'noDay' };

/** Midnight, or another time: a day is what it falls on. */
const time =
  /[t\s]+(?:上午|下午|am|pm)?\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|[+-]\d{2}:?\d{2})?$/;
/** A weekday before or behind the date. */
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+|\s*(?:星期|周)[一二三四五六日天]$/;

const yearFirst = /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*日?$/;
const yearMonth = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?份?$/;
const namedMonth = /^(\p{L}{3,10})\.?[-/.,\s]*\d{4}$/u;
const yearLast = /^(\d{1,2})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{4})$/;
const shortYear = /^\d{1,2}\s*[-/.年\s]\s*\d{1,2}\s*[-/.月\s]\s*\d{1,2}\s*日?$/;
const named = /^(\d{1,2})(?:st|nd|rd|th|er|º)?\.?(?:\s+de)?[-/.\s]*(\p{L}{3,10})\.?(?:\s+de\s)?[-/.,\s]*(\d{4})$/u;
const namedFirst = /^(\p{L}{3,10})\.?[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4})$/u;
const namedShort = /^\d{1,2}[-/.\s]*\p{L}{3,10}\.?[-/.,\s]*\d{2}$/u;
/** Three digits are a year of Taiwan's era: 108 is 2019. */
const longYear = /^(1\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;
const era = /^(?:民国|民國)\s*(\d{2,3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** A text in small narrow letters, without a time of day and a weekday. */
export const withoutTime = (text: string): string =>
  narrow(text).toLowerCase().replace(time, '').replace(weekday, '').trim();

/** The date in a text, as far as the text itself tells it. */
export function writtenDay(text: string): WrittenDay {
  const plain = withoutTime(text);
  const [, year, month, day] = yearFirst.exec(plain) ?? [];
  if (year !== undefined) return dayAt(Number(year), Number(month), Number(day));
  const [, first, sign, second, ofYear] = yearLast.exec(plain) ?? [];
  if (sign !== undefined && first !== undefined && second !== undefined)
    return { first: Number(first), second: Number(second), year: Number(ofYear), sign };
  const [, date, name, nameYear] = named.exec(plain) ?? [];
  if (name !== undefined) return namedDay(date, name, nameYear);
  const [, name2, date2, nameYear2] = namedFirst.exec(plain) ?? [];
  if (name2 !== undefined) return namedDay(date2, name2, nameYear2);
  const [, eraYear, eraMonth, eraDay] = era.exec(plain) ?? longYear.exec(plain) ?? [];
  if (eraYear !== undefined) return dayAt(Number(eraYear) + 1911, Number(eraMonth), Number(eraDay));
  if (/^\d+(?:\.0+)?$|^\d{5}\.\d+$/.test(plain)) return numberDay(plain.replace(/\.\d+$/, ''));
  const [, alone] = namedMonth.exec(plain) ?? [];
  const isMonth = alone !== undefined && monthNamed(alone) !== undefined;
  if (isMonth || yearMonth.test(plain)) return { wrong: 'noDay' };
  if (shortYear.test(plain) || namedShort.test(plain)) return { wrong: 'shortYear' };
  return { wrong: 'date' };
}

/** `20240316`; a spreadsheet's count of days; `1040316` of Taiwan's era; six digits are unclear. */
function numberDay(digits: string): WrittenDay {
  if (digits.length === 8)
    return dayAt(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (digits.length === 7 && digits.startsWith('1')) return eraDay(digits);
  if (digits.length === 6) {
    const [year, month] = [Number(digits.slice(0, 4)), Number(digits.slice(4))];
    const isMonth = isNear(year) && month >= 1 && month <= 12;
    return isMonth ? { wrong: 'noDay' } : { digits };
  }
  const isYear = digits.length === 4 && isNear(Number(digits));
  return isYear ? { wrong: 'noDay' } : serialDay(Number(digits));
}

/** A spreadsheet's count of days: 45383 is 2024-04-01. */
export function serialDay(days: number): WrittenDay {
  const iso = days >= 1 && days < 2_958_466 ? isoDate(Math.floor(days)) : '';
  if (iso === '' || days < 10_000) return { wrong: 'date' };
  return isNear(Number(iso.slice(0, 4))) ? { iso, how: 'serial' } : { wrong: 'farDay' };
}

/** `940704` and `1040704` as days of Taiwan's era. */
export function eraDay(digits: string): WrittenDay {
  const year = Number(digits.slice(0, -4)) + 1911;
  return dayAt(year, Number(digits.slice(-4, -2)), Number(digits.slice(-2)));
}

const withoutAccents = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');

function namedDay(date = '', name: string, year = ''): WrittenDay {
  const month = monthNamed(name);
  return month === undefined ? { wrong: 'date' } : dayAt(Number(year), month, Number(date));
}

/** Months in other languages that are written in Latin letters, without accents: none is another month in another one. */
const otherNames = [
  'janvier januar januari enero janeiro gennaio',
  'fevrier februar februari febrero fevereiro febbraio',
  'mars marz maerz mrz maart mrt marzo marco',
  'avril april abril aprile',
  'mai mei mayo maio maggio',
  'juin juni junio junho giugno',
  'juillet juli julio julho luglio',
  'aout august augustus agosto',
  'septembre septiembre setiembre setembro settembre',
  'octobre oktober octubre outubro ottobre',
  'novembre noviembre novembro',
  'decembre dezember diciembre dezembro dicembre',
].map((names) => names.split(' '));

/** A month by its name or by its first three letters or more, in small letters, 1–12. */
export function monthNamed(accented: string): number | undefined {
  const name = withoutAccents(accented);
  const isOf = (full: string): boolean => full.startsWith(name);
  const own = monthNames.findIndex((full) => isOf(full) || (name === 'sept' && full === 'september'));
  if (own >= 0) return own + 1;
  const others = otherNames.flatMap((names, index) => (names.some(isOf) ? [index + 1] : []));
  return others.length === 1 ? others[0] : undefined;
}

const isNear = (year: number): boolean => year >= planYears.first && year <= planYears.last;

const two = (number: number): string => String(number).padStart(2, '0');

/** A day of the calendar, of a year that a plan can have to do with. */
export function dayAt(year: number, month: number, day: number): WrittenDay {
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (year < 1900 ? month < 1 || month > 12 || day < 1 || day > 31 : dayOfIso(iso) === undefined)
    return { wrong: 'noSuchDay' };
  return isNear(year) ? { iso, how: 'plain' } : { wrong: 'farDay' };
}

/** A day with two numbers in an order; where one of them is no month, it tells the order itself. */
export function inOrder(
  { first, second, year }: { readonly first: number; readonly second: number; readonly year: number },
  order: Order,
): WrittenDay {
  const isMonthFirst = second > 12 || (first <= 12 && order === 'mdy');
  return isMonthFirst ? dayAt(year, first, second) : dayAt(year, second, first);
}
