import { foldedName } from '../../src/model/key';
import { cellCheck } from '../../src/model/rules';
import type { Lines } from '../../src/model/sold';
import type { ImportFault } from './fault';
import type { Row } from './grid';
import type { Reading } from './read/reading';
import { brokenAt, type Column, type ImportRecord, placeOf, wrongAt } from './records';
import type { Target } from './target';

/** Lines added up between two turns of the page. */
const block = 5000;

/** The columns of a line, read. */
export interface LineColumns {
  readonly record: Column;
  readonly day: Column;
  readonly amount: Column;
}

/** What lines add up to: a record with its months for each store, and what there is to know of the lines. */
export interface Added {
  readonly records: readonly ImportRecord[];
  readonly faults: readonly ImportFault[];
  /** Lines that are in the records. */
  readonly lines: number;
  /** The first and the last day that they are of, as `2027-03-16`; of lines of whole months the last one's last day. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Days of records with several lines. */
  readonly sameDay: { readonly stores: number; readonly days: number; readonly got: string } | undefined;
  /** Lines of days outside the year. */
  readonly outside: { readonly rows: number; readonly first: string; readonly last: string } | undefined;
  readonly withoutAmount: number;
  /** Months of stores that are left out, since a line of them cannot be read, or stores of which no month is known: `S1 · 2027-03`. */
  readonly wrong: readonly string[];
}

/** What one store has of one day, or of a month as a whole. */
interface Day {
  sum: number;
  last: number;
  count: number;
  /** Where its last line stands. */
  at: number;
}

/** What of a store is left out: months, as `2027-03`, or all of it, since a line of it names no day that can be read. */
interface LeftOut {
  readonly id: string;
  readonly months: Set<string>;
  isWhole: boolean;
}

interface Store {
  readonly id: string;
  readonly row: Row;
  /** By day, as `2027-03-16`; what is said of a whole month by that, as `2027-03`. */
  readonly days: Map<string, Day>;
}

/** Adding up under way: stops at the end of a block and goes on from there. */
export interface Adding {
  /** Adds the next lines, and says which share of all is added up. */
  readonly steps: () => Generator<number, void>;
  /** What they come to, once all are added; which of several lines of one day and store count. */
  readonly result: (how: Reading['twice']) => Added;
}

/** Adds lines up by store and day, in the order of the file; whoever has other things to do goes on later. */
export function addingUp(
  rows: readonly Row[],
  { record, day, amount }: LineColumns,
  width: number,
  target: Target,
): Adding {
  const all = [record, day, amount];
  const names = new Map<string, string>();
  const stores = new Map<string, Store>();
  const wrong = new Map<string, LeftOut>();
  const faults: ImportFault[] = [];
  const isId = cellCheck({ ...record.field, role: 'input' }, undefined, target.lists);
  const outside: { rows: number; first: string; last: string } = { rows: 0, first: '', last: '' };
  const within = yearOf(target);
  const wholeMonths: ReadonlySet<number> = day.read.wholeMonths ?? new Set();
  let [at, lines, withoutAmount, first, last] = [0, 0, 0, '', ''];

  function nameOf(id: string): string {
    const name = names.get(id) ?? foldedName(id);
    names.set(id, name);
    return name;
  }

  /** Keeps a month that lacks a line, as far as its store is known, from being less than it was in silence. */
  function leaveOut(): void {
    const [id, of] = [record.read.values[at], day.read.values[at]];
    if (typeof id !== 'string' || record.read.faults.has(at) || isId(id)) return;
    const isDay = typeof of === 'string' && !day.read.faults.has(at);
    if (isDay && (of < within.first || of > within.last)) return;
    const left = wrong.get(nameOf(id)) ?? { id, months: new Set<string>(), isWhole: false };
    wrong.set(nameOf(id), left);
    if (isDay) left.months.add(of.slice(0, 7));
    else left.isWhole = true;
  }

  function addNext(): void {
    const row = rows[at];
    if (!row) return;
    if (row.cells.length > width) {
      faults.push({ code: 'cellCount', ...placeOf(row), expected: width, got: row.cells.length });
      leaveOut();
      return;
    }
    let isWrong = false;
    for (const column of all) {
      const found = column.read.faults.get(at);
      if (found) faults.push(wrongAt(found, row, column, target));
      if (found) isWrong = true;
    }
    if (isWrong) {
      leaveOut();
      return;
    }
    const [id, of, value] = [record.read.values[at], day.read.values[at], amount.read.values[at]];
    if (typeof value !== 'number') {
      if (amount.read.uncounted?.has(at) !== true) withoutAmount += 1;
      return;
    }
    if (typeof id !== 'string' || typeof of !== 'string') {
      const isPending = [record, day].some(({ read }) => read.pending.has(at) || read.questions.length > 0);
      const lacking = typeof id === 'string' ? day : record;
      if (isPending) return;
      faults.push({ ...placeOf(row), column: lacking.header, rule: 'needed', params: {}, got: '' });
      leaveOut();
      return;
    }
    if (of < within.first || of > within.last) {
      if (outside.rows === 0 || of < outside.first) outside.first = of;
      if (of > outside.last) outside.last = of;
      outside.rows += 1;
      return;
    }
    const name = nameOf(id);
    let store = stores.get(name);
    if (!store) {
      const broken = isId(id);
      if (broken) {
        faults.push(...brokenAt({ ...broken, field: record.field.id }, row, [record], target));
        return;
      }
      store = { id, row, days: new Map() };
      stores.set(name, store);
    }
    const isMonth = wholeMonths.has(at);
    const time = isMonth ? of.slice(0, 7) : of;
    const known = store.days.get(time);
    if (known) {
      known.sum += value;
      known.last = value;
      known.count += 1;
      known.at = at;
    } else store.days.set(time, { sum: value, last: value, count: 1, at });
    if (first === '' || of < first) first = of;
    // Whether a line is of a month or a day is known of each by itself.
    if (of > last || isMonth) last = later(last, isMonth ? lastOfMonth(of) : of);
    lines += 1;
  }

  return {
    *steps() {
      while (at < rows.length) {
        const end = Math.min(rows.length, at + block);
        for (; at < end; at += 1) addNext();
        yield at / rows.length;
      }
    },
    result(how) {
      const { sold } = target.tab;
      if (!sold) throw new Error(`${target.tab.id} takes no lines`);
      const kept = wrong.size === 0 ? [...stores.values()] : withoutWrong(stores, wrong);
      const left = wrong.size === 0 ? 0 : linesOf(stores.values()) - linesOf(kept);
      return {
        records: kept.map(({ id, row, days }) => ({
          ...(row.file !== undefined && { file: row.file }),
          row: row.row,
          values: { [sold.lines.fields[0]?.id ?? '']: id, [sold.figure]: monthsOf(days, how, target) },
        })),
        faults,
        lines: lines - left,
        first: first === '' ? undefined : first,
        last: last === '' ? undefined : last,
        sameDay: sameDayIn(kept),
        outside: outside.rows === 0 ? undefined : { ...outside },
        withoutAmount,
        wrong: [...wrong.values()].flatMap(({ id, months, isWhole }) =>
          isWhole ? [id] : [...months].sort().map((month) => `${id} · ${month}`),
        ),
      };
    },
  };
}

/** Stores without what is left out of them; those of which nothing remains are not there. */
function withoutWrong(stores: ReadonlyMap<string, Store>, wrong: ReadonlyMap<string, LeftOut>): readonly Store[] {
  return [...stores].flatMap(([name, store]): readonly Store[] => {
    const left = wrong.get(name);
    if (!left) return [store];
    const days = new Map([...store.days].filter(([time]) => !left.isWhole && !left.months.has(time.slice(0, 7))));
    return days.size === 0 ? [] : [{ ...store, days }];
  });
}

function linesOf(stores: Iterable<Store>): number {
  let lines = 0;
  for (const { days } of stores) for (const { count } of days.values()) lines += count;
  return lines;
}

/** The columns of a line, where all of them are known. */
export function lineColumns(columns: readonly Column[], { fields, day, amount }: Lines): LineColumns | undefined {
  const of = (id: string | undefined) => columns.find(({ field }) => field.id === id);
  const [record, ofDay, ofAmount] = [of(fields.find(({ key }) => key)?.id), of(day), of(amount)];
  return record && ofDay && ofAmount && { record, day: ofDay, amount: ofAmount };
}

const later = (one: string, other: string): string => (one > other ? one : other);

const isWhole = (time: string): boolean => time.length === 7;

const two = (number: number): string => String(number).padStart(2, '0');

/** The plan year's first and last day; without a year of the plan no day is outside. */
function yearOf({ planYear, firstMonth }: Target): { readonly first: string; readonly last: string } {
  if (planYear === undefined) return { first: '', last: '9999' };
  const [year, month] = firstMonth === 1 ? [planYear, 12] : [planYear + 1, firstMonth - 1];
  return { first: `${planYear}-${two(firstMonth)}-01`, last: `${year}-${two(month)}-31` };
}

/** The last day of the month of a day. */
export function lastOfMonth(day: string): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return `${day.slice(0, 8)}${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** What a month has as a whole beside what it has by day. */
interface Beside {
  whole: number | undefined;
  /** Where the last line of a day of it stands. */
  days: number | undefined;
}

/** By month, as `2027-03`. */
function besides(days: ReadonlyMap<string, Day>): ReadonlyMap<string, Beside> {
  const months = new Map<string, Beside>();
  for (const [time, { at }] of days) {
    const month = months.get(time.slice(0, 7)) ?? { whole: undefined, days: undefined };
    months.set(time.slice(0, 7), month);
    if (isWhole(time)) month.whole = at;
    else month.days = Math.max(month.days ?? at, at);
  }
  return months;
}

/**
 * What days come to by month of the plan year; a month without a day is not known. Where the last line counts, it is
 * the last one of a day; and of a month and its days whichever of both stands last.
 */
function monthsOf(
  days: ReadonlyMap<string, Day>,
  how: Reading['twice'],
  { firstMonth }: Target,
): readonly (number | null)[] {
  const months = Array.from({ length: 12 }, (): number | null => null);
  const beside = how === 'last' ? besides(days) : undefined;
  for (const [time, { sum, last }] of days) {
    const { whole, days: byDay } = beside?.get(time.slice(0, 7)) ?? {};
    if (whole !== undefined && byDay !== undefined && isWhole(time) !== whole > byDay) continue;
    const index = (Number(time.slice(5, 7)) - firstMonth + 12) % 12;
    months[index] = (months[index] ?? 0) + (how === 'last' ? last : sum);
  }
  // The dust of adding thousands of amounts is no money.
  return months.map((month) => (month === null ? null : Number(month.toFixed(6)) || 0));
}

function sameDayIn(stores: Iterable<Store>): Added['sameDay'] {
  let [several, days, got] = [0, 0, ''];
  for (const { id, days: own } of stores) {
    let here = 0;
    const hasWhole = [...own.keys()].some(isWhole);
    const beside = hasWhole ? besides(own) : undefined;
    for (const [time, { count }] of own) {
      if (count === 1 && !(isWhole(time) && beside?.get(time)?.days !== undefined)) continue;
      if (got === '') got = `${id} · ${time}`;
      here += 1;
    }
    if (here > 0) several += 1;
    days += here;
  }
  return several === 0 ? undefined : { stores: several, days, got };
}
