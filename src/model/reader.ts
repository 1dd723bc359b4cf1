import { calendarDate, type Day, dayNumber } from '../maths/day';
import { utcDay } from '../maths/localDay';
import { planYears } from './calendar';
import { isDate } from './dates';
import type { FaultCode } from './error';
import { isoDate } from './value';

/** What one cell is expected to hold: `read` answers undefined for anything else, which is then `fault`. */
export interface Reader<T> {
  readonly fault: FaultCode;
  /** As the autocomplete card names it. */
  readonly type: 'number' | 'date' | 'string';
  read(cell: unknown): T | undefined;
}

/**
 * The days of the years that a plan can be about: a year, a month written 202603 or a share are numbers too, and none
 * of these days.
 */
const firstDay: Day = dayNumber(planYears.first, 1, 1);
const lastDay: Day = dayNumber(planYears.last, 12, 31);

const numeric = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?\s*%?$/;
const calendar = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** Values that a failed cell may arrive as. */
const errorText = /^#(N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|ERROR!|SPILL!|CALC!|CYCLE|BAD_EXPR)$/;

/** An empty cell, alone or in a range, or an argument left out. */
export function isBlank(cell: unknown): boolean {
  return cell === '' || cell === null || cell === undefined;
}

/** The error a cell holds (`#N/A`), if it holds one. */
export function errorIn(cell: unknown): string | undefined {
  if (typeof cell === 'string') return errorText.test(cell) ? cell : undefined;
  return typeof cell === 'object' && tagOf(cell) === '[object Error]' ? String(cell) : undefined;
}

/** A cell's content as a message quotes it; null if it is blank. */
export function quoted(cell: unknown): string | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'string') return `"${cell.length > 30 ? `${cell.slice(0, 29)}…` : cell}"`;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const day = dateDay(cell);
  return day === undefined ? String(cell) : isoDate(day);
}

/** Dates come from another realm, where `instanceof Date` is false. */
function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}

/** The day of a Date that stands for one: midnight UTC (see `datesAsDays`). */
function dateDay(cell: unknown): Day | undefined {
  if (!isDate(cell)) return undefined;
  const day = utcDay(Number(cell));
  return Number.isFinite(day) ? day : undefined;
}

/** Full-width forms (１２%,) as their plain ones, spaces at the ends off. */
function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
    .trim();
}

function readNumber(cell: unknown): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = plain(cell);
  if (!numeric.test(text) || !/\d/.test(text)) return undefined;
  const value = Number(text.replace(/[,%\s]/g, ''));
  if (!Number.isFinite(value)) return undefined;
  return text.endsWith('%') ? value / 100 : value;
}

function readDate(cell: unknown): Day | undefined {
  const day = dateDay(cell) ?? (typeof cell === 'string' ? readDateText(cell) : undefined) ?? readSerial(cell);
  return day === undefined || day < firstDay || day >= lastDay + 1 ? undefined : Math.floor(day);
}

/** A day as its number; a share is none. */
function readSerial(cell: unknown): number | undefined {
  return typeof cell === 'string' && plain(cell).endsWith('%') ? undefined : readNumber(cell);
}

function readDateText(text: string): Day | undefined {
  const [, year, month, day] = (calendar.exec(plain(text)) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const serial = dayNumber(year, month, day);
  const date = calendarDate(serial);
  return date.month === month && date.day === day ? serial : undefined;
}

function readText(cell: unknown): string | undefined {
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
  const text = String(cell).trim();
  return text === '' ? undefined : text;
}

function numberWhere(fault: FaultCode, holds: (value: number) => boolean): Reader<number> {
  return {
    fault,
    type: 'number',
    read(cell) {
      const value = readNumber(cell);
      return value !== undefined && holds(value) ? value : undefined;
    },
  };
}

export const number = numberWhere('notNumber', () => true);
export const atLeast0 = numberWhere('notAtLeast0', (value) => value >= 0);
export const above0 = numberWhere('notAbove0', (value) => value > 0);
export const count = numberWhere('notCount', (value) => value >= 0 && Number.isInteger(value));
export const countAbove0 = numberWhere('notCountAbove0', (value) => value > 0 && Number.isInteger(value));
/** A fraction of −1 or more: nothing shrinks by more than all of it. */
export const growth = numberWhere('notGrowth', (value) => value >= -1);
/** A fraction in (0, 1]. */
export const rate = numberWhere('notRate', (value) => value > 0 && value <= 1);
/** A fraction in [0, 1]. */
export const share = numberWhere('notShare', (value) => value >= 0 && value <= 1);
/** A forecast method's number: 0 at plan, 1 at the season's pace, 2 at the recent months'. */
export const forecastMethod = numberWhere('notMethod', (value) => value === 0 || value === 1 || value === 2);
/** A date cell, a serial, or text such as 2026-03-16, 2026/3/16 or 2026年3月16日: a day number. */
export const date: Reader<Day> = { fault: 'notDate', type: 'date', read: readDate };
/** A date that is the first of its month. */
export const monthStart: Reader<Day> = {
  fault: 'notMonthStart',
  type: 'date',
  read(cell) {
    const day = readDate(cell);
    return day !== undefined && calendarDate(day).day === 1 ? day : undefined;
  },
};
/** What tells one from another: text or a number, compared as text without spaces at its ends. */
export const id: Reader<string> = { fault: 'notId', type: 'string', read: readText };
