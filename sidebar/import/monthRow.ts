import { inOrder, type Order, serialDay, type WrittenDay, writtenDay } from '../../src/model/written/day';
import type { Heading, PerhapsMonth } from './heading';

/** A way in which a header may be a month: told by the headers beside it that are written so. */
interface Shape {
  readonly pattern: RegExp;
  /** The months that a header written so can be, the likeliest first; none if it is none. */
  readonly read: (text: string, parts: readonly string[]) => readonly PerhapsMonth[];
  /** So many in a row, each following the one before, can be nothing but months. */
  readonly enough: number;
  /** Fewer than so many are not worth a question. */
  readonly asked: number;
  /** Headers beside it that are none of twelve, and tell that the others are no months either. */
  readonly beyond?: RegExp;
  /** Headers written so are months by themselves, and only which one is told by the others. */
  readonly isKnown?: true;
}

const yearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

/** What a figure of a spreadsheet leaves of `26.10`. */
const withTen = (year: number, text: string, month: number): readonly PerhapsMonth[] =>
  /\.1$/.test(text)
    ? [
        { year, month },
        { year, month: 10 },
      ]
    : [{ year, month }];

/** The month that a day stands for as its first or its last one. */
function monthOf(day: WrittenDay, at: 'first' | 'last'): readonly PerhapsMonth[] {
  if (!('iso' in day)) return [];
  const [year = 0, month = 0, date] = day.iso.split('-').map(Number);
  const wanted = at === 'first' ? 1 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return date === wanted ? [{ year, month }] : [];
}

/** A day with four digits of its year, or two, in one order. */
const dayIn =
  (order: Extract<Order, 'dmy' | 'mdy'>, at: 'first' | 'last') =>
  (_: string, [first = '', second = '', year = '']: readonly string[]): readonly PerhapsMonth[] =>
    monthOf(inOrder({ first: Number(first), second: Number(second), year: yearOf(year) }, order), at);

const slashed = /^(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d|[23]\d)(?:\s+0?0:00(?::00)?)?$/;
const whole = /^20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:[\st]0?0:00(?::00)?)?$/;

/** How months are written that may be something else: decimals, ids, days. */
const shapes: readonly Shape[] = [
  {
    // `26.1`, `26/1`, `26-01`.
    pattern: /^([23]\d)\s*[./-]\s*(0?[1-9]|1[0-2])月?份?$/,
    read: (text, [year = '', month = '']) => withTen(yearOf(year), text, Number(month)),
    enough: 3,
    asked: 1,
  },
  {
    // `1/26`, `01-26`, `1月26`, `M1-26`.
    pattern: /^m?(0?[1-9]|1[0-2])(?:\s*[./-]\s*|\s*月份?\s*[-/.'’]?\s*|\s+)([23]\d)$/,
    read: (_, [month = '', year = '']) => [{ year: yearOf(year), month: Number(month) }],
    enough: 3,
    asked: 1,
  },
  {
    // `2601`.
    pattern: /^([23]\d)(0[1-9]|1[0-2])$/,
    read: (_, [year = '', month = '']) => [{ year: yearOf(year), month: Number(month) }],
    enough: 12,
    asked: 2,
    // Numbers of stores go on.
    beyond: /^[23]\d(?:00|1[3-9]|[2-9]\d)$/,
  },
  {
    // `2026.1`, which is October where the one before it is September.
    pattern: /^(20\d\d)\.([1-9]|1[0-2])$/,
    read: (text, [year = '', month = '']) => withTen(yearOf(year), text, Number(month)),
    enough: 3,
    asked: 1,
    isKnown: true,
  },
  {
    // A spreadsheet's count of days, each the first of its month.
    pattern: /^[3-5]\d{4}$/,
    read: (text) => monthOf(serialDay(Number(text)), 'first'),
    enough: 3,
    asked: 1,
  },
  { pattern: whole, read: (text) => monthOf(writtenDay(text), 'first'), enough: 1, asked: 1 },
  { pattern: whole, read: (text) => monthOf(writtenDay(text), 'last'), enough: 2, asked: 1 },
  // Months in one order are days of one month in the other.
  { pattern: slashed, read: dayIn('mdy', 'first'), enough: 12, asked: 2 },
  { pattern: slashed, read: dayIn('dmy', 'first'), enough: 12, asked: 2 },
  { pattern: slashed, read: dayIn('mdy', 'last'), enough: 2, asked: 1 },
  { pattern: slashed, read: dayIn('dmy', 'last'), enough: 2, asked: 1 },
  {
    // `26-Jan`, which a spreadsheet also writes for a day.
    pattern: /^([23]\d)[-\s]*(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*$/,
    read: (_, [year = '', name = '']) => {
      return [{ year: yearOf(year), month: names.indexOf(name.slice(0, 3)) + 1 }];
    },
    enough: 3,
    asked: 1,
  },
  {
    pattern: /^(0?[1-9]|1[0-2])$/,
    read: (_, [month = '']) => [{ year: undefined, month: Number(month) }],
    enough: 12,
    asked: 3,
    // Days, weeks or ranks.
    beyond: /^(?:0|1[3-9]|[2-4]\d|5[0-3])$/,
  },
];

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A header that is written in a shape, and the months that it can be. */
interface Candidate {
  readonly index: number;
  readonly months: readonly PerhapsMonth[];
}

/** Headers of one shape, each as one of its months. */
interface Chosen {
  readonly months: ReadonlyMap<number, PerhapsMonth>;
  /** How many of them follow the one before in the same year, one month on or one back. */
  readonly follow: number;
  readonly isWhole: boolean;
}

/**
 * Headers with the months that only all of them together tell: `26.1`, `26.2`, `26.3`. Those that can be months and are not
 * told so say which they may be.
 */
export function withMonths(headings: readonly Heading[]): readonly Heading[] {
  const found = headings.map((heading) => heading);
  for (const shape of shapes) {
    const written = headings.flatMap(({ core, month, span }, index): readonly Candidate[] => {
      const parts = shape.pattern.exec(core);
      const isFree = month === undefined && found[index]?.month === undefined;
      if (!parts || (!isFree && !shape.isKnown) || span) return [];
      return [{ index, months: shape.read(core, parts.slice(1)) }];
    });
    // One that is no month in this shape, as `13` or `2/15`, tells that none is.
    if (written.length === 0 || written.some(({ months }) => months.length === 0)) continue;
    if (headings.some(({ core }) => shape.beyond?.test(core))) continue;
    const chosen = chosenOf(written);
    if (!chosen.isWhole) continue;
    const isTold = chosen.follow + 1 >= shape.enough;
    if (!isTold && written.length < shape.asked) continue;
    for (const { index, months } of written) {
      const [heading, one] = [found[index], chosen.months.get(index)];
      if (!heading || !one) continue;
      if (isTold) found[index] = asMonth(heading, one);
      else if (!shape.isKnown || months.length > 1)
        found[index] = { ...heading, month: undefined, perhaps: written.length === 1 ? months : [one] };
    }
  }
  return withoutNamedDays(found);
}

/** Where the plan's year starts in another month than the calendar's, bare numbers may count either: only a person knows. */
export function withPeriods(headings: readonly Heading[], firstMonth: number): readonly Heading[] {
  if (firstMonth === 1) return headings;
  return headings.map((heading) => {
    const { core, month, year } = heading;
    const isBare = month !== undefined && year === undefined && /^\d{1,2}$/.test(core);
    return isBare ? { ...heading, month: undefined, perhaps: [{ year: undefined, month }] } : heading;
  });
}

/** `Jan-25`, `Jan-26`, `Jan-27` and no other month: one month of three years, or three days of it. */
function withoutNamedDays(headings: readonly Heading[]): readonly Heading[] {
  const isNamed = ({ core, month }: Heading): boolean => month !== undefined && /^\p{L}+[-\s./]?\d\d$/u.test(core);
  const like = headings.filter(isNamed);
  if (like.length < 2 || new Set(like.map(({ month }) => month)).size > 1) return headings;
  return headings.map((heading) => {
    const { month, year } = heading;
    if (!isNamed(heading) || month === undefined || typeof year !== 'number') return heading;
    const isYear = year >= 2020 && year < 2040 && like.length < 6;
    const { perhaps: _, ...rest } = { ...heading, month: undefined, year: undefined, isDated: false };
    return isYear ? { ...rest, perhaps: [{ year, month }] } : rest;
  });
}

/** A header as the month that it is told to be. */
export function asMonth(heading: Heading, { year, month }: PerhapsMonth): Heading {
  const { perhaps: _, ...rest } = heading;
  const isDated = year !== undefined || typeof heading.year === 'number';
  return { ...rest, month, year: year ?? heading.year, isDated };
}

/** Each header as the month by which most of them follow one another; none are months where a month comes twice. */
function chosenOf(written: readonly Candidate[]): Chosen {
  const starts = written.reduce((most, { months }) => Math.max(most, months.length), 1);
  let best: Chosen | undefined;
  for (let start = 0; start < starts; start++) {
    const one = fromStart(written, start);
    if (one.isWhole && (!best?.isWhole || one.follow > best.follow)) best = one;
    best ??= one;
  }
  return best ?? { months: new Map(), follow: 0, isWhole: false };
}

function fromStart(written: readonly Candidate[], start: number): Chosen {
  const months = new Map<number, PerhapsMonth>();
  const last = new Map<number | undefined, number>();
  const seen = new Set<string>();
  let [follow, isWhole] = [0, true];
  for (const { index, months: can } of written) {
    const isNext = ({ year, month }: PerhapsMonth): boolean =>
      Math.abs(month - (last.get(year) ?? 99)) === 1 ||
      (year !== undefined && month === 1 && last.get(year - 1) === 12) ||
      (year !== undefined && month === 12 && last.get(year + 1) === 1);
    const isNew = ({ year, month }: PerhapsMonth): boolean => !seen.has(`${year}-${month}`);
    const one = can.find((each) => isNext(each) && isNew(each)) ?? can[last.size === 0 ? start : 0] ?? can[0];
    if (!one) continue;
    if (!isNew(one)) isWhole = false;
    if (isNext(one)) follow += 1;
    seen.add(`${one.year}-${one.month}`);
    last.set(one.year, one.month);
    months.set(index, one);
  }
  // One month of many years is rather a day of many months: `26.1`, `27.1`, `28.1`.
  return { months, follow, isWhole: isWhole && (follow > 0 || last.size < 3) };
}
