import { dayAt, monthNamed, type Order, type ShortOrder, withoutTime } from '../../../src/model/written/day';

/** A day or a month that says two digits of its year, or none: its parts, and the orders in which they may stand. */
interface Short {
  /** Texts of one way of writing are read alike. */
  readonly way: string;
  readonly parts: readonly number[];
  readonly orders: readonly ShortOrder[];
  readonly usual: ShortOrder | undefined;
}

/** `usual` is what spreadsheets write so: taken where all are of one year in it. */
type Way = readonly [pattern: RegExp, orders: readonly ShortOrder[], usual?: ShortOrder];

const name = '(\\p{L}{3,10})\\.?';
const two = '(\\d{1,2})';

/** How they are written, the parts in the order in which they stand. */
const ways: readonly Way[] = [
  [/^(\d{2})年\s*(\d{1,2})月\s*(\d{1,2})[日号]?$/, ['ymd']],
  [/^(\d{1,2})月\s*(\d{1,2})[日号]?$/, ['md']],
  [/^(\d{1,2})([-/.\s])(\d{1,2})\2(\d{1,2})$/, ['ymd', 'dmy', 'mdy']],
  [/^(\d\d)(\d\d)(\d\d)$/, ['ymd', 'dmy', 'mdy']],
  [new RegExp(`^${two}[-/.\\s]*${name}[-/.,\\s'’]*(\\d\\d)$`, 'u'), ['dmy', 'ymd']],
  [new RegExp(`^${name}[-/.\\s]*${two},?[-/.\\s'’]+(\\d\\d)$`, 'u'), ['mdy']],
  [/^(\d{1,2})\s*([-/.])\s*(\d{1,2})$/, ['ym', 'my', 'md', 'dm']],
  [/^(\d\d)(\d\d)$/, ['ym', 'my']],
  [new RegExp(`^${name}[-/.\\s'’]*${two}$`, 'u'), ['my', 'md'], 'my'],
  [new RegExp(`^${two}[-/.\\s]*${name}$`, 'u'), ['dm', 'ym']],
];

/** A text taken apart; undefined of one that is no short day. */
function shortOf(text: string): Short | undefined {
  const plain = withoutTime(text);
  if (plain.length > 24) return undefined;
  for (const [at, [pattern, orders, usual]] of ways.entries()) {
    const [, ...found] = pattern.exec(plain) ?? [];
    if (found.length === 0) continue;
    const sign = found.find((part) => /^[-/.\s]$/.test(part)) ?? '';
    const parts = found.flatMap((part) => {
      if (part === sign) return [];
      return /^\d/.test(part) ? Number(part) : (monthNamed(part) ?? 0);
    });
    return parts.includes(0) ? undefined : { way: `${at}${sign}`, parts, orders, usual };
  }
  return undefined;
}

/** What a short day is in an order: a day, or the first one of a whole month. */
export interface ShortDay {
  readonly iso: string;
  readonly isMonth: boolean;
}

/** What tells in which years days of a file are. */
export interface ShortYears {
  readonly planYear: number | undefined;
  readonly firstMonth: number;
  /** The year of days and months that say none, counted as plans' years are; undefined where it is asked. */
  readonly ofNone: number | undefined;
}

/** So many years before the plan's files still have; and what comes after it they do not, but for a year that ends in the next. */
const mostBefore = 5;

/** What a short day is in an order; undefined where it is none in it, or in a year that no such file is of. */
function inShortOrder(
  { parts }: Short,
  order: ShortOrder,
  { planYear, firstMonth, ofNone }: ShortYears,
): ShortDay | undefined {
  const at = (letter: string): number | undefined => parts[order.indexOf(letter)];
  const [ofYear, month, date] = [at('y'), at('m'), at('d')];
  if (month === undefined || month > 12) return undefined;
  const year =
    ofYear === undefined ? (ofNone !== undefined && month < firstMonth ? ofNone + 1 : ofNone) : 2000 + ofYear;
  if (year === undefined) return undefined;
  const [first, last] = planYear === undefined ? [2010, 2039] : [planYear - mostBefore, planYear + 1];
  if (ofYear !== undefined && (year < first || year > last)) return undefined;
  const day = dayAt(year, month, date ?? 1);
  return 'iso' in day ? { iso: day.iso, isMonth: date === undefined } : undefined;
}

/** How texts of one way of writing are read, or in which orders all of them could be. */
export interface ShortReading {
  readonly order: ShortOrder | undefined;
  readonly possible: readonly ShortOrder[];
  /** The first of them that reads otherwise in another order. */
  readonly at: number;
}

/** Short days of a column, all that are written alike in one order. */
export interface ShortDays {
  readonly readingOf: (text: string) => ShortReading | undefined;
  readonly dayIn: (text: string, order: ShortOrder) => ShortDay | undefined;
  /** Whether any of them is a figure with decimals. */
  readonly hasDecimals: boolean;
  /** Whether a figure such as `27.1` may be October as well as January. */
  readonly hasLostTen: (text: string) => boolean;
}

/** Finds in which order short days of a column stand; `said` is what a person says of it. */
export function shortDaysOf(
  texts: readonly { readonly at: number; readonly text: string }[],
  years: ShortYears,
  said: Order | undefined,
): ShortDays {
  const shorts = new Map<string, Short | undefined>();
  const byWay = new Map<string, { readonly at: number; readonly text: string; readonly short: Short }[]>();
  const decimals = new Set<string>();
  for (const { at, text } of texts) {
    if (shorts.has(text)) continue;
    const short = shortOf(text);
    shorts.set(text, short);
    const [, ofYear, decimal] = /^((?:20)?\d\d)\.(\d{1,2})$/.exec(text) ?? [];
    if (ofYear !== undefined && decimal !== undefined) decimals.add(`${ofYear}.${decimal}`);
    if (!short) continue;
    const alike = byWay.get(short.way) ?? [];
    byWay.set(short.way, alike);
    alike.push({ at, text, short });
  }
  const readings = new Map<string, ShortReading>();
  for (const [way, alike] of byWay) {
    const orders = alike[0]?.short.orders ?? [];
    const possible = orders.filter((order) => alike.every(({ short }) => inShortOrder(short, order, years)));
    const isoIn = (short: Short, order: ShortOrder): string => {
      const day = inShortOrder(short, order, years);
      return day ? `${day.iso}${day.isMonth ? ' whole' : ''}` : '';
    };
    // Orders in which all are the same days are one.
    const differing = possible.filter(
      (order, index) =>
        !possible
          .slice(0, index)
          .some((before) => alike.every(({ short }) => isoIn(short, before) === isoIn(short, order))),
    );
    const told = possible.find((order) => order === said) ?? differing.find((order) => isOfMonths(alike, order));
    const [only] = differing;
    const order = told ?? (differing.length === 1 ? only : undefined);
    const { at = 0 } = alike.find(({ short }) => new Set(differing.map((one) => isoIn(short, one))).size > 1) ?? {};
    readings.set(way, { order, possible: differing, at });
  }
  return {
    readingOf: (text) => {
      const short = shorts.get(text);
      return short && readings.get(short.way);
    },
    dayIn: (text, order) => {
      const short = shorts.get(text);
      return short && inShortOrder(short, order, years);
    },
    hasDecimals: decimals.size > 0,
    hasLostTen: (text) => {
      const [, ofYear] = /^((?:20)?\d\d)\.1$/.exec(text) ?? [];
      if (ofYear === undefined) return false;
      const has = (month: string): boolean => decimals.has(`${ofYear}.${month}`);
      return !has('10') && !has('01') && (has('9') || has('11') || has('12'));
    },
  };
}

/** Years stand still, or step once, while months go on: as days the year's part would be the same in each. */
function isOfMonths(alike: readonly { readonly short: Short }[], order: ShortOrder): boolean {
  if (order.length !== 2 || !order.includes('y')) return false;
  const isUsual = alike[0]?.short.usual === order;
  const values = (letter: string): ReadonlySet<number | undefined> =>
    new Set(alike.map(({ short }) => short.parts[order.indexOf(letter)]));
  if (isUsual && values('y').size === 1) return true;
  return values('y').size <= 2 && values('m').size >= 2 && values('m').size > values('y').size;
}
