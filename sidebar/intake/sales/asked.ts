import { calendarDate, type Day } from '../../../src/maths/day';
import { foldedName } from '../../../src/model/key';
import { plus, type Sales } from './codes';
import { dueOf, type Held, isOpenIn, lastOf, type Months, monthOf, type Outlet } from './held';

/** What can be answered to what is asked of figures: see `Ask`. */
export type Way = 'take' | 'leave' | 'add' | 'replace' | 'late' | 'yes' | 'no';

/** A month of a record with a figure, or two. */
export interface Line {
  /** What the record is called; '' of a whole month. */
  readonly name: string;
  /** From 0; undefined of all months. */
  readonly month?: number;
  readonly from?: number | null;
  readonly to?: number | null;
  /** Of a whole month, the records that fall in it, the deepest fall first. */
  readonly falling?: readonly Line[];
}

/** Something that only a person knows of figures; nothing is written until it is answered. */
export type Ask =
  /** Whether they are of the plan's own basis. */
  | { readonly ask: 'basis'; readonly ways: readonly Way[] }
  /** The whole file is likely in another unit: its median achievement is about a power of ten. */
  | { readonly ask: 'unit'; readonly factor: number; readonly median: number }
  /** Sales far from their targets; returns beyond sales; figures that would fall; the second part of a month. */
  | {
      readonly ask:
        | 'far'
        | 'negative'
        | 'falls'
        | 'partly'
        | 'closed'
        | 'without'
        | 'outside'
        | 'back'
        | 'gap'
        | 'ahead';
      readonly ways: readonly Way[];
      readonly lines: readonly Line[];
    };

/** What was answered so far. */
export interface Answered {
  readonly ways: Readonly<Partial<Record<Ask['ask'], Way>>>;
  /** The day that figures reach once they are written. */
  readonly through: Day | null;
}

/** What a file brings. */
export interface Brought {
  readonly sales: readonly Sales[];
  /** The days of its lines, where it has lines by day. */
  readonly first: Day | null;
  readonly last: Day | null;
  /** Lines of days outside the year. */
  readonly outside: number;
}

/** From so many times its target, or so small a part of it, a record's sales are asked about. */
const farFrom = 8;
/** How near to a power of ten the median is, for another unit to be likely. */
const near = 0.3;

const hasFigure = (month: number | null): month is number => month !== null;

/** The last month that a file has figures of, from 0; -1 of none. */
export const lastMonthIn = (sales: readonly Sales[]): number =>
  sales.reduce(
    (last, { months }) =>
      Math.max(
        last,
        months.reduce<number>((at, value, month) => (hasFigure(value) ? month : at), -1),
      ),
    -1,
  );

/** The day that figures reach by a file: its last one; of whole months the last one's end, or what was known if it lies in it. */
export function throughOf({ sales, last }: Pick<Brought, 'sales' | 'last'>, { through, yearStart }: Held): Day | null {
  const month = lastMonthIn(sales);
  if (month < 0) return through;
  const reached =
    last ?? (through !== null && monthOf(yearStart, through) === month ? through : lastOf(yearStart, month));
  return through === null ? reached : Math.max(through, reached);
}

/** How far a record's sales are from the targets of the same days; undefined where there are none. */
export function ratioOf(
  months: Months,
  outlet: Outlet | undefined,
  through: Day | null,
  yearStart: Day,
): number | undefined {
  if (!outlet) return undefined;
  const due = dueOf(outlet, through, yearStart);
  let [sold, target] = [0, 0];
  for (const [month, value] of months.entries()) {
    if (!hasFigure(value)) continue;
    sold += value;
    target += due[month] ?? 0;
  }
  return target > 0 ? sold / target : undefined;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** What is to be asked of a file's figures, in the order in which it is asked. */
export function asksOf(brought: Brought, held: Held, answered: Answered): readonly Ask[] {
  const { sales, first, outside } = brought;
  const { yearStart, outlets, there, closed } = held;
  const { through } = answered;
  const asks: Ask[] = [{ ask: 'basis', ways: ['yes', 'no'] }];
  const ratios = sales.flatMap(({ key, months }) => {
    const ratio = ratioOf(months, outlets.get(foldedName(key)), through, yearStart);
    return ratio === undefined ? [] : [{ key, ratio }];
  });
  const middle = median(ratios.map(({ ratio }) => ratio).filter((ratio) => ratio > 0));
  const power = middle === undefined ? 0 : Math.round(Math.log10(middle));
  const isUnit = middle !== undefined && power !== 0 && Math.abs(middle / 10 ** power - 1) <= near;
  if (isUnit) asks.push({ ask: 'unit', factor: 10 ** -power, median: middle });
  const add = (ask: Extract<Ask, { lines: unknown }>['ask'], ways: readonly Way[], lines: readonly Line[]): void => {
    if (lines.length > 0) asks.push({ ask, ways, lines });
  };
  if (outside > 0) add('outside', ['leave'], [{ name: '', to: outside }]);
  const isBack = through !== null && held.through !== null && through < held.through;
  if (isBack) add('back', ['take'], [{ name: '' }]);
  const gaps = gapsIn(sales, there);
  add('gap', ['take'], gaps);
  const isAhead = held.today !== null && through !== null && through > held.today;
  if (isAhead) add('ahead', ['take'], [{ name: '', month: monthOf(yearStart, through) }]);
  const far = ratios.filter(({ ratio }) => ratio >= farFrom || ratio <= 1 / farFrom);
  if (!isUnit || answered.ways.unit === 'take')
    add(
      'far',
      ['take', 'leave'],
      far.map(({ key, ratio }) => ({ name: key, to: ratio })),
    );
  const each = (
    wanted: (value: number, month: number, before: number | null, key: string) => boolean,
  ): readonly Line[] =>
    sales.flatMap(({ key, months }) =>
      months.flatMap((value, month): readonly Line[] => {
        const before = there.get(foldedName(key))?.[month] ?? null;
        return hasFigure(value) && wanted(value, month, before, key)
          ? [{ name: key, month, from: before, to: value }]
          : [];
      }),
    );
  add(
    'negative',
    ['take', 'leave'],
    each((value) => value < 0),
  );
  const part = first !== null && calendarDate(first).day > 1 ? monthOf(yearStart, first) : -1;
  const isApart = first !== null && (held.through === null || held.through < first);
  // A closed month that the file begins within is asked about as an open one is: late receipts add to it, or replace it.
  const partly = each((_, month, before) => month === part && before !== null);
  const isPartly = (month: number): boolean => month === part && partly.length > 0;
  add(
    'closed',
    ['leave', 'late'],
    each((value, month, before) => closed.has(month) && !isPartly(month) && value !== before),
  );
  add('partly', isApart ? ['add', 'replace', 'leave'] : ['replace', 'leave'], inAll(partly));
  // What one record gains hides nothing of what another loses.
  const whole = inAll(each((_, month, before) => month !== part && !closed.has(month) && before !== null));
  add(
    'falls',
    ['replace', 'leave'],
    whole.filter(({ falling }) => falling !== undefined),
  );
  const brings = new Set(sales.map(({ key }) => foldedName(key)));
  const reached = sales.reduce<Months>((all, { months }) => plus(all, months), Array<null>(12).fill(null));
  const without = [...outlets].flatMap(([name, outlet]): readonly Line[] => {
    if (brings.has(name)) return [];
    const due = dueOf(outlet, through, yearStart);
    const lacks = reached.some((value, month) => {
      const isDue = hasFigure(value) && (due[month] ?? 0) > 0 && isOpenIn(outlet, month, yearStart);
      return isDue && (there.get(name)?.[month] ?? null) === null;
    });
    return lacks ? [{ name: outlet.name === '' ? outlet.key : `${outlet.key} ${outlet.name}` }] : [];
  });
  add('without', ['leave'], without);
  return asks;
}

/** Months without a figure of anyone, there or in the file, before one that the file has: stray lines of a late day. */
function gapsIn(sales: readonly Sales[], there: Held['there']): readonly Line[] {
  const inFile = lastMonthIn(sales);
  const all = [...sales.map(({ months }) => months), ...there.values()];
  const isKnown = Array.from({ length: 12 }, (_, month) => all.some((months) => hasFigure(months[month] ?? null)));
  const first = isKnown.indexOf(true);
  return isKnown.flatMap((known, month) => (!known && first < month && month < inFile ? [{ name: '', month }] : []));
}

/** Months of records as months of all of them, with the records that fall. */
function inAll(lines: readonly Line[]): readonly Line[] {
  const months = new Map<number, Line[]>();
  for (const line of lines) {
    const own = months.get(line.month ?? 0);
    if (own) own.push(line);
    else months.set(line.month ?? 0, [line]);
  }
  return [...months]
    .sort(([one], [other]) => one - other)
    .map(([month, own]) => {
      const falling = own.filter((line) => fallOf(line) > 0).sort((one, other) => fallOf(other) - fallOf(one));
      const sum = (of: 'from' | 'to'): number => cents(own.reduce((all, line) => all + (line[of] ?? 0), 0));
      return { name: '', month, from: sum('from'), to: sum('to'), ...(falling.length > 0 && { falling }) };
    });
}

/** Without the dust of adding thousands of amounts. */
const cents = (amount: number): number => Number(amount.toFixed(6));

const fallOf = ({ from, to }: Line): number => cents((from ?? 0) - (to ?? 0));

/** Whether figures of closed months change by what was answered: a late correction, which needs its reason. */
export const isLate = (asks: readonly Ask[], closed: Held['closed'], { ways }: Answered): boolean =>
  asks.some((ask) => {
    if (ask.ask === 'closed') return ways.closed === 'late';
    if (ask.ask !== 'partly' || ways.partly === undefined || ways.partly === 'leave') return false;
    return ask.lines.some(({ month }) => month !== undefined && closed.has(month));
  });

/** What is asked and has no answer yet with which figures may be written. */
export const unanswered = (asks: readonly Ask[], { ways }: Answered): readonly Ask[] =>
  asks.filter(({ ask }) => ways[ask] === undefined || (ask === 'basis' && ways.basis === 'no'));

/** The figures as they are to be written, by what was answered. */
export function settled(
  { sales }: Brought,
  held: Held,
  asks: readonly Ask[],
  { ways, through }: Answered,
): readonly Sales[] {
  const linesOf = (name: Ask['ask']): readonly Line[] =>
    asks.flatMap((ask) => (ask.ask === name && 'lines' in ask ? ask.lines : []));
  const far = new Set(ways.far === 'leave' ? linesOf('far').map(({ name }) => name) : []);
  const cellsOf = (lines: readonly Line[]): ReadonlySet<string> =>
    new Set(lines.map(({ name, month }) => `${month} ${name}`));
  const cells = (name: Ask['ask']): ReadonlySet<string> => cellsOf(linesOf(name));
  const [negative, closed] = [cells('negative'), cells('closed')];
  const monthsIn = (name: Ask['ask']): ReadonlySet<number> =>
    new Set(linesOf(name).flatMap(({ month }) => (month === undefined ? [] : [month])));
  const partly = monthsIn('partly');
  const falls = cellsOf(linesOf('falls').flatMap(({ falling = [] }) => falling));
  const most = through === null ? 11 : monthOf(held.yearStart, through);
  return sales
    .filter(({ key }) => !far.has(key))
    .map((one) => {
      const there = held.there.get(foldedName(one.key));
      const months = one.months.map((value, month) => {
        if (value === null || month > most) return null;
        const cell = `${month} ${one.key}`;
        if (negative.has(cell) && ways.negative !== 'take') return null;
        if (closed.has(cell)) return ways.closed === 'late' ? value : null;
        if (partly.has(month) && ways.partly === 'leave') return null;
        if (partly.has(month) && ways.partly === 'add') return Number((value + (there?.[month] ?? 0)).toFixed(6));
        if (falls.has(cell) && ways.falls !== 'replace') return null;
        return value;
      });
      return { ...one, months };
    })
    .filter(({ months }) => months.some(hasFigure));
}
