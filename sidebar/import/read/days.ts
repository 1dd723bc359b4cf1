import type { Scalar } from '../../../src/model/answer';
import {
  eraDay,
  inOrder,
  type Order,
  type ShortOrder,
  serialDay,
  type WrittenDay,
  writtenDay,
} from '../../../src/model/written/day';
import { type Cell, cellText } from '../cell';
import { headingOf } from '../heading';
import { periodNumber } from '../names';
import { monthHeads } from '../period';
import type { Target } from '../target';
import type { Found, Given } from './given';
import { orderOf } from './order';
import type { CellWrong, Fact, Question } from './reading';
import { type ShortYears, shortDaysOf } from './shortDays';

/** Dates with one order for all that are written alike. */
export function readDays(texts: readonly (Cell | undefined)[], given: Given): Found {
  const { index, reading, field, target, yearAbove } = given;
  const orMonth = target.names[field.id]?.orMonth === true;
  const faults = new Map<number, CellWrong>();
  const questions: Question[] = [];
  const facts: Fact[] = [];
  // Files with a line for each receipt say the same day a thousand times.
  const read = new Map<string, WrittenDay>();
  const isOfMonths = orMonth && monthHeads.test(given.heading.text.trim());
  const isMonthNumber = (cell: Cell | undefined): boolean =>
    isOfMonths && /^(?:0?[1-9]|1[0-2])$/.test(cellText(cell).trim());
  const days = texts.map((cell): WrittenDay | undefined => {
    if (cell === undefined) return undefined;
    if (isMonthNumber(cell)) return { wrong: 'noDay' };
    // Digits of a date or a month: 20240316.
    const areDigits = typeof cell === 'number' && cell > 190_000 && Number.isInteger(cell);
    if (typeof cell === 'number' && !areDigits) return serialDay(cell);
    const text = cellText(cell);
    const known = read.get(text);
    if (known) return known;
    const day = writtenDay(text);
    read.set(text, day);
    return day;
  });
  const orders = orderOf(days.filter((day) => day !== undefined));
  const isEra = reading.order === 'roc';
  const hasEra = texts.some((cell) => typeof cell === 'string' && /^1\d{6}$/.test(cell));
  const used = new Set<Order>();
  let [unclear, unclearDigits, withoutDay, isSerial]: [
    number | undefined,
    number | undefined,
    number | undefined,
    boolean,
  ] = [undefined, undefined, undefined, false];
  const monthsRead = new Map<string, WrittenDay | undefined>();
  const { planYear } = target;
  const isYearUnsure = reading.year === undefined && yearAbove.isUnsure;
  const yearOfMonths = reading.year ?? yearAbove.year ?? planYear;
  let withoutYear: number | undefined;
  const ofNone = isYearUnsure ? undefined : yearOfMonths;
  const years: ShortYears = { planYear, firstMonth: target.firstMonth, ofNone };
  // Of thirteen periods none is a month.
  const isThirteenth = (cell: Cell | undefined): boolean =>
    typeof cell === 'string' && /13$/.test(cell) && periodNumber(headingOf(cell)) === 13;
  const hasTwelve = !orMonth || !texts.some(isThirteenth);
  const short = orMonth ? shortDaysOf(shortTexts(texts, days), years, reading.order) : undefined;
  let unclearShort: { readonly at: number; readonly possible: readonly ShortOrder[] } | undefined;
  const wholeMonths = new Set<number>();
  const settled = days.map((day, at): WrittenDay | undefined => {
    if (day === undefined) return undefined;
    const found = short && isShort(day) ? short.readingOf(cellText(texts[at])) : undefined;
    if (short?.hasDecimals && short.hasLostTen(cellText(texts[at]))) {
      faults.set(at, { code: 'lostTen' });
      return undefined;
    }
    if (short && found?.order !== undefined) {
      const one = short.dayIn(cellText(texts[at]), found.order);
      if (one?.isMonth) wholeMonths.add(at);
      else used.add(found.order);
      return one ? { iso: one.iso, how: 'plain' } : day;
    }
    if (found && found.possible.length > 0) {
      unclearShort ??= { at: found.at, possible: found.possible };
      return undefined;
    }
    if (found?.possible.length === 0 && isYearUnsure && 'wrong' in day && day.wrong === 'date') {
      withoutYear ??= at;
      return undefined;
    }
    if ('sign' in day) {
      const order =
        reading.order === 'dmy' || reading.order === 'mdy' ? reading.order : (orders.get(day.sign) ?? 'dmy');
      if (order !== 'unclear') {
        used.add(order);
        return inOrder(day, order);
      }
      const isClear = day.first > 12 || day.second > 12 || day.first === day.second;
      if (isClear) return inOrder(day, 'dmy');
      unclear ??= at;
      return undefined;
    }
    if ('digits' in day) {
      if (isEra || hasEra) {
        used.add('roc');
        return eraDay(day.digits);
      }
      if (reading.order !== undefined || 'wrong' in eraDay(day.digits)) return { wrong: 'shortYear' };
      unclearDigits ??= at;
      return undefined;
    }
    if (orMonth && 'wrong' in day && (day.wrong === 'noDay' || day.wrong === 'date')) {
      const cell = texts[at];
      const text = isMonthNumber(cell) ? `${Number(cellText(cell))}月` : cellText(cell);
      if (!monthsRead.has(text)) monthsRead.set(text, monthIn(text, ofNone, target, hasTwelve));
      const month = monthsRead.get(text);
      if (month === undefined) {
        withoutYear ??= at;
        return undefined;
      }
      if ('iso' in month) wholeMonths.add(at);
      return 'iso' in month ? month : day;
    }
    if ('wrong' in day && day.wrong === 'noDay') {
      if (reading.firstDay) return firstOf(cellText(texts[at]));
      withoutDay ??= at;
      return day;
    }
    if ('iso' in day && day.how === 'serial') isSerial = true;
    return day;
  });
  const values = settled.map((day, at): Scalar => {
    if (day === undefined) return null;
    if ('iso' in day) return day.iso;
    if ('wrong' in day) faults.set(at, wrongDay(day.wrong));
    return null;
  });
  if (unclear !== undefined) {
    const day = days[unclear];
    if (day && 'sign' in day) {
      const [dmy, mdy] = [inOrder(day, 'dmy'), inOrder(day, 'mdy')];
      const iso = (found: WrittenDay): string => ('iso' in found ? found.iso : '');
      questions.push({ ask: 'order', index, got: cellText(texts[unclear]), dmy: iso(dmy), mdy: iso(mdy) });
    }
  }
  if (unclearDigits !== undefined) {
    const got = cellText(texts[unclearDigits]);
    const day = eraDay(got);
    questions.push({ ask: 'era', index, got, roc: 'iso' in day ? day.iso : '' });
  }
  if (unclearShort && short) {
    const got = cellText(texts[unclearShort.at]);
    const ways = unclearShort.possible.flatMap((order) => {
      const one = short.dayIn(got, order);
      return one ? [{ order, day: one.isMonth ? one.iso.slice(0, 7) : one.iso }] : [];
    });
    questions.push({ ask: 'shortDay', index, got, ways });
  }
  if (withoutYear !== undefined && planYear !== undefined) {
    const named = [...new Set([...yearAbove.named, planYear])].sort((one, other) => one - other);
    questions.push({ ask: 'monthYear', index, got: cellText(texts[withoutYear]), named });
  }
  if (withoutDay !== undefined && questions.length === 0) {
    const got = cellText(texts[withoutDay]);
    const day = firstOf(got);
    if ('iso' in day) {
      questions.push({ ask: 'firstDay', index, got, first: day.iso });
      for (const [at, wrong] of faults) if ('code' in wrong && wrong.code === 'noDay') faults.delete(at);
    }
  }
  const [order] = used;
  if (order !== undefined) facts.push({ fact: 'order', order });
  if (isSerial) facts.push({ fact: 'serial' });
  if (reading.firstDay) facts.push({ fact: 'firstDay' });
  if (wholeMonths.size > 0) facts.push({ fact: 'byMonth' });
  return { values, faults, facts, questions, wholeMonths };
}

/** Days that are told by no more than what stands there, by place. */
function shortTexts(
  texts: readonly (Cell | undefined)[],
  days: readonly (WrittenDay | undefined)[],
): readonly { readonly at: number; readonly text: string }[] {
  const found: { readonly at: number; readonly text: string }[] = [];
  // Most files have none, and some a hundred thousand lines.
  for (const [at, day] of days.entries()) if (day && isShort(day)) found.push({ at, text: cellText(texts[at]) });
  return found;
}

const isShort = (day: WrittenDay): boolean =>
  'digits' in day || ('wrong' in day && day.wrong !== 'farDay' && day.wrong !== 'noSuchDay');

/** How many years before the plan's a word says. */
const back = { this: 0, last: 1, before: 2 } as const;

/** The first day of a month that is written without a day; undefined of one without a year, where none is known. */
function monthIn(
  text: string,
  yearOfMonths: number | undefined,
  target: Target,
  hasTwelve: boolean,
): WrittenDay | undefined {
  const { planYear, firstMonth } = target;
  const [, digitsYear, digitsMonth] = /^(\d{4})(\d{2})$/.exec(text) ?? [];
  const heading = headingOf(text);
  const period = hasTwelve ? periodNumber(heading) : undefined;
  const ofPeriod = period === undefined ? undefined : ((firstMonth + period - 2) % 12) + 1;
  const month = digitsMonth === undefined ? (heading.month ?? ofPeriod) : Number(digitsMonth);
  const said = digitsYear === undefined ? heading.year : Number(digitsYear);
  if (month === undefined || (planYear === undefined && typeof said !== 'number')) return { wrong: 'noDay' };
  // A period is counted in the plan's year, whose last months may be of the next calendar year.
  const isNext = heading.month === undefined && ofPeriod !== undefined && month < firstMonth;
  if (typeof said === 'number') return writtenDay(`${isNext ? said + 1 : said}-${month}-1`);
  const year = said === undefined ? yearOfMonths : planYear && planYear - back[said];
  return year === undefined ? undefined : writtenDay(`${month < firstMonth ? year + 1 : year}-${month}-1`);
}

/** A month without a day as its first one. */
function firstOf(text: string): WrittenDay {
  const named = writtenDay(`1 ${text.trim()}`);
  if ('iso' in named) return named;
  const [, year, month = '1'] = /^\D*(\d{4})\D*?(\d{1,2})?\D*$/.exec(text) ?? [];
  return year === undefined ? { wrong: 'date' } : writtenDay(`${year}-${month}-1`);
}

const wrongDay = (wrong: Extract<WrittenDay, { readonly wrong: string }>['wrong']): CellWrong =>
  wrong === 'date' || wrong === 'noSuchDay' ? { rule: wrong } : { code: wrong };
