import { monthsLater } from '../maths/day';
import type { Figure } from '../maths/figure';
import { carryForward, changeTotal, type YearFault, type YearToRespread } from '../maths/respread';
import type { FieldValue, Scalar } from '../model/answer';
import { foldedName, keyOf } from '../model/key';
import type { Meaning } from '../model/means';
import type { Change } from '../model/proposal';
import { dayOfIso } from '../model/value';
import type { Working } from '../model/working';
import type { OurWorkbook, Spreadsheet } from '../sheets/read';
import { describedTab, fieldOf, fieldThatMeans, tabOfRole } from './described';
import { type Invalid, type Part, refused } from './endpoints/request';
import { clear, heldIn, idsOf, partOf } from './kept';
import { said } from './language';
import { currencyIn, moneyWords } from './money';
import { ourWorkbook } from './ours';
import { workingTab } from './working';

/*
 * Spreading what is followed anew: what months gone lacked is carried forward, or the year's total is another. Worked out
 * from the workbook as it stands and proposed; it is saved, and taken back, as any other change.
 */

/** What is to be spread anew: the stores' years stay, or come to `total` together. */
export interface Wish {
  /** Record ids; none for all. */
  readonly records?: readonly string[] | undefined;
  /** What the stores' years are to come to; left out, what months gone lacked is carried forward. */
  readonly total?: number | undefined;
}

/** A store's year as it is and as it would be. */
export interface ProposedYear {
  readonly record: string;
  readonly key: string;
  readonly name: string;
  readonly signed: number | null;
  readonly before: { readonly year: number; readonly months: readonly number[] };
  readonly after: { readonly year: number; readonly months: readonly number[] };
}

export interface ProposedRespread {
  readonly status: 'done';
  readonly part: string;
  /** What free months share. */
  readonly amount: number;
  readonly years: readonly ProposedYear[];
  /** All stores' years, those that are left alone with them. */
  readonly region: { readonly signed: number; readonly before: number; readonly after: number };
  readonly changes: readonly Change[];
  /** Cells whose target becomes another. */
  readonly cells: number;
  /** Months, from 1, that are over and not closed: their sales may still change. */
  readonly notClosed: readonly number[];
  /** Months gone without sales that are known, taken at their targets. */
  readonly unknown: number;
  /** What had been carried forward of these stores, and is no more once their total is another. */
  readonly dropped: number;
}

const twelve = Array.from({ length: 12 }, (_, month) => month);

/** Figures of a field of several cells, or of one. */
const numbers = (held: FieldValue): readonly Figure[] =>
  [held].flat().map((value) => (typeof value === 'number' ? value : null));
const number = (held: FieldValue): Figure => numbers(held)[0] ?? null;

/** What a field of a record holds, by the field's id. */
function held(part: Part, record: string, id: string): FieldValue {
  const field = fieldOf(part.tab, id);
  return field ? clear(heldIn(part, record, field)) : null;
}

const day = (value: FieldValue): number | undefined => (typeof value === 'string' ? dayOfIso(value) : undefined);

/** The records of a part by its key, folded: formulas find them whatever their case. */
function byKey(part: Part | undefined): ReadonlyMap<string, string> {
  const key = part && keyOf(part.tab)?.fields[0];
  return new Map(part && key ? idsOf(part).map((id) => [foldedName(String(heldIn(part, id, key))), id]) : []);
}

/** What the plan is made under, as far as a re-spread goes by it. */
function termsIn(workbook: OurWorkbook) {
  const part = partOf(workbook, tabOfRole('terms')?.tab.id ?? '');
  const value = (meaning: Meaning): FieldValue => {
    const id = fieldThatMeans(meaning);
    return part && id !== undefined ? held(part, part.tab.id, id) : null;
  };
  return {
    through: day(value('dataThrough')),
    yearStart: day(value('yearStart')),
    unit: number(value('roundingUnit')) ?? 1,
    season: numbers(value('seasonIndex')).map((index) => index ?? 0),
  };
}

/** Months that are closed, by their places from 0. */
function closedIn(workbook: OurWorkbook, tab: string | undefined): readonly boolean[] {
  const part = partOf(workbook, tab ?? '');
  const on = part?.tab.closes?.on;
  return (part?.tab.rows ?? []).map((row) => part !== undefined && on !== undefined && held(part, row, on) !== null);
}

/** A store that is followed, with its year, and what its row holds. */
interface Followed {
  readonly record: string;
  readonly key: string;
  readonly figure: (id: string) => FieldValue;
  readonly year: YearToRespread;
}

interface Read {
  readonly followed: readonly Followed[];
  readonly version: number;
  readonly working: Working;
  readonly unit: number;
  readonly season: readonly number[];
  readonly over: readonly boolean[];
  readonly closed: readonly boolean[];
}

/** All stores of the version in force that the list still has, and what a re-spread goes by; or what is lacking. */
function read(file: Spreadsheet): Read | Invalid {
  const workbook = ourWorkbook(file);
  const words = said().respread;
  const part = workingTab && partOf(workbook, workingTab.tab.id);
  if (!workbook.signing || !part || !workingTab) return refused(words.notSigned);
  const { working } = workingTab;
  const key = keyOf(part.tab)?.fields[0]?.id ?? '';
  const { against, closings, figure: sales = '' } = describedTab(working.sold)?.tab.sold ?? {};
  const [sold, stores] = [partOf(workbook, working.sold), partOf(workbook, against?.tab ?? '')];
  const [inSold, inStores] = [byKey(sold), byKey(stores)];
  const { through, yearStart, unit, season } = termsIn(workbook);
  if (yearStart === undefined) return refused(words.noYear);
  const closed = closedIn(workbook, closings);
  const over = twelve.map((month) => through !== undefined && monthsLater(yearStart, month + 1) - 1 <= through);
  const past = twelve.map((month) => over[month] === true || closed[month] === true);
  const followed = idsOf(part).flatMap((record): readonly Followed[] => {
    const figure = (id: string): FieldValue => held(part, record, id);
    const year = number(figure(working.year));
    if (year === null) return [];
    const name = String(figure(key) ?? '');
    const [soldAs, storedAs] = [inSold.get(foldedName(name)), inStores.get(foldedName(name))];
    // One that has left the list since is not followed: what it got would be lost.
    if (stores && storedAs === undefined) return [];
    const dayOf = (id = ''): number | undefined =>
      stores && storedAs !== undefined ? day(held(stores, storedAs, id)) : undefined;
    const [from, until] = [dayOf(against?.from), dayOf(against?.through)];
    const ticks = [figure(working.held)].flat();
    const open = twelve.map((month) => isOpen(yearStart, month, from, until));
    return [
      {
        record,
        key: name,
        figure,
        year: {
          months: numbers(figure(working.months)).map((target) => target ?? 0),
          year,
          sold: sold && soldAs !== undefined ? numbers(held(sold, soldAs, sales)) : twelve.map(() => null),
          past,
          held: twelve.map((month) => ticks[month] === true),
          open,
          least: number(figure(working.least)),
          most: number(figure(working.most)),
        },
      },
    ];
  });
  return { followed, version: workbook.signing.version, working, unit, season, over, closed };
}

/** How the re-spread would be; or why there is none. Reads only. */
export function proposedRespread(file: Spreadsheet, { records, total }: Wish): ProposedRespread | Invalid {
  const found = read(file);
  if ('status' in found) return found;
  const { followed, working, unit, season, over, closed } = found;
  const chosen = records === undefined ? followed : followed.filter(({ record }) => records.includes(record));
  if (chosen.length === 0) return refused(said().respread.noStore);
  const years = chosen.map(({ year }) => year);
  const spread = total === undefined ? carryForward(years, season, unit) : changeTotal(total, years, season, unit);
  if ('fault' in spread) {
    const names = chosen.map(({ key }) => key);
    return refused(faultWords(spread, names, currencyIn(ourWorkbook(file))));
  }
  const after = chosen.map(({ year }, index) => spread.years[index] ?? { ...year, carried: 0 });
  const difference = sum(after.map(({ year }, index) => year - (years[index]?.year ?? 0)));
  const before = sum(followed.map(({ year }) => year.year));
  return {
    status: 'done',
    part: workingTab?.tab.id ?? '',
    amount: spread.amount,
    years: chosen.map(({ record, key, figure, year }, index): ProposedYear => {
      const { year: to = 0, months = [] } = after[index] ?? {};
      const name = String(figure(working.name) ?? '');
      const signed = number(figure(working.signedYear));
      return { record, key, name, signed, before: yearIn(year), after: { year: to, months } };
    }),
    region: {
      signed: cleared(sum(followed.map(({ figure }) => number(figure(working.signedYear)) ?? 0))),
      before: cleared(before),
      after: cleared(before + difference),
    },
    changes: chosen.flatMap((one, index) => changesOf(one, after[index], found)),
    cells: sum(
      chosen.map(
        ({ year }, index) =>
          (after[index]?.months ?? []).filter((target, month) => target !== year.months[month]).length,
      ),
    ),
    notClosed: twelve.filter((month) => over[month] && !closed[month]).map((month) => month + 1),
    unknown:
      total === undefined ? sum(years.map((year) => twelve.filter((month) => isUnknown(year, month)).length)) : 0,
    dropped: total === undefined ? 0 : cleared(sum(chosen.map((one) => carriedIn(one, found)))),
  };
}

/** What is carried forward of a store on the version in force. */
const carriedIn = ({ figure }: Followed, { working, version }: Read): number =>
  figure(working.version) === version ? (number(figure(working.carried)) ?? 0) : 0;

const yearIn = ({ year, months }: YearToRespread) => ({ year, months });

/** What is saved of a store: the months that become others; what an earlier version's re-spread has left goes. */
function changesOf(
  { record, figure, year }: Followed,
  after: { readonly months: readonly number[]; readonly carried: number } | undefined,
  { working, version }: Read,
): readonly Change[] {
  if (!after) return [];
  const [was, written, carried] = [
    figure(working.version),
    numbers(figure(working.written)),
    number(figure(working.carried)),
  ];
  const stands = was === version;
  const to = after.months.map((target, month): Scalar => {
    if (target !== year.months[month]) return target;
    return stands ? (written[month] ?? null) : null;
  });
  const carry = after.carried === 0 ? null : after.carried;
  const isAsItIs = to.every((target) => target === null) && carry === null && !stands;
  if (isAsItIs) return [];
  const changes: Change[] = [
    { record, field: working.written, from: written, to },
    { record, field: working.version, from: was, to: version },
    { record, field: working.carried, from: carried, to: carry },
  ];
  return changes.filter(({ from, to: then }) => JSON.stringify(from) !== JSON.stringify(then));
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

/** A sum without what binary fractions leave behind. */
const cleared = (value: number): number => Number(value.toPrecision(14));

/** Whether a month is gone in which the store had a target and nothing is known of what it sold. */
const isUnknown = ({ past, months, sold }: YearToRespread, month: number): boolean =>
  past[month] === true && (months[month] ?? 0) > 0 && (sold[month] ?? null) === null;

/** Whether a store trades on any day of a month of the plan year, from 0. */
function isOpen(yearStart: number, month: number, from: number | undefined, until: number | undefined): boolean {
  return (
    (from === undefined || from < monthsLater(yearStart, month + 1)) &&
    (until === undefined || until >= monthsLater(yearStart, month))
  );
}

/** Why the amount cannot be spread, with the amount, in the user's words. */
function faultWords(fault: YearFault, names: readonly string[], currency: string): string {
  const words = said().respread;
  const amountText = (value: number): string => moneyWords(value, currency);
  switch (fault.fault) {
    case 'nothingFree':
      return words.nothingFree(amountText(fault.by));
    case 'beyond':
      return words.beyond(amountText(fault.by));
    case 'minimumsExceed':
      return words.minimumsExceed(amountText(fault.by));
    case 'maximumsFallShort':
      return words.maximumsFallShort(amountText(fault.by));
    case 'belowNothing':
      return words.belowNothing(names[fault.index] ?? '', amountText(fault.by));
    case 'crossedBounds':
      return words.crossedBounds(names[fault.index] ?? '');
    case 'noWeight':
      return words.noWeight;
    case 'notMultiple':
    case 'tooManyUnits':
      return words.tooManyUnits;
  }
}
