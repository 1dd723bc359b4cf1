import { type Day, dayNumber, monthsLater } from '../src/maths/day';
import { type FestivalWindow, festivalDays } from '../src/maths/festival';
import type { Figure } from '../src/maths/figure';
import { openShares } from '../src/maths/openMonths';
import { type KnownYear, plannedIndex, wholeYears } from '../src/maths/plannedIndex';
import { monthsSold } from '../src/maths/yearSold';
import type { Scalar } from '../src/model/answer';
import { foldedName } from '../src/model/key';
import type { Sold } from '../src/model/sold';
import type { Tab } from '../src/model/tab';
import { dayOfIso } from '../src/model/value';
import type { Row } from './book';

/** What the season index would be with last year's sales of the stores among the years that it comes from. */
export interface LastIndex {
  readonly index: readonly number[];
  /** What all stores sold by month. */
  readonly months: readonly number[];
  readonly isAware: boolean;
  /** How many years it comes from, last year among them. */
  readonly years: number;
  /** Stores that were open last year and have no row. */
  readonly without: number;
}

/** Or which months, from 0, lack figures of stores that were open. */
export type LastOutcome = LastIndex | { readonly lacking: readonly number[] };

interface Sources {
  readonly sold: Sold;
  readonly key: string;
  /** Last year's sales, the list of stores, and the years gone by. */
  readonly rows: readonly Row[];
  readonly outlets: readonly Row[];
  readonly past: readonly Row[];
  readonly fields: NonNullable<Tab['pastYears']>;
  readonly planYear: number;
  readonly firstMonth: number;
  readonly windows: readonly FestivalWindow[] | undefined;
}

const figure = (value: Scalar | undefined): Figure => (typeof value === 'number' ? value : null);
const day = (value: Scalar | undefined): Day | null => dayOfIso(String(value ?? '')) ?? null;
const monthsIn = ({ values }: Row, field: string): Figure[] =>
  Array.from({ length: 12 }, (_, month) => figure(values[`${field}.${month + 1}`]));

/** The season index of the plan year by the years gone by, and what stores sold last year in place of what stands there of it. */
export function lastIndex(sources: Sources): LastOutcome {
  const { sold, key, rows, outlets, planYear, firstMonth, windows } = sources;
  const yearStart = dayNumber(planYear, firstMonth, 1);
  const lastStart = monthsLater(yearStart, -12);
  const spans = new Map(
    outlets.map(({ values }) => [
      foldedName(String(values[sold.against.key] ?? '')),
      { openedOn: day(values[sold.against.from]), closedOn: day(values[sold.against.through]) },
    ]),
  );
  const named = new Set(rows.map(({ values }) => foldedName(String(values[key] ?? ''))));
  const stores = rows.flatMap((row) => {
    const sales = monthsIn(row, sold.figure);
    if (sales.every((month) => month === null)) return [];
    const span = spans.get(foldedName(String(row.values[key] ?? '')));
    return [{ ...(span ?? spanOf(sales, lastStart)), sales }];
  });
  const months = monthsSold(stores, lastStart, yearStart - 1);
  const known = months.flatMap((month) => month ?? []);
  if (known.length < 12) return { lacking: months.flatMap((month, index) => (month === null ? [index] : [])) };
  const all = [...yearsBefore(sources), { yearStart: lastStart, months }];
  const { index, isAware, years: used } = plannedIndex(all, yearStart, windows);
  const without = [...spans].filter(
    ([name, span]) => name !== '' && !named.has(name) && openShares(span, lastStart).some((share) => share > 0),
  );
  return { index, months: known, isAware, years: used, without: without.length };
}

type Past = Pick<Sources, 'past' | 'fields' | 'planYear' | 'firstMonth' | 'windows'>;

/** The years gone by that count, but for last year. */
function yearsBefore({ past, fields, planYear, firstMonth }: Past): readonly KnownYear[] {
  return past.flatMap((row): readonly KnownYear[] => {
    const year = figure(row.values[fields.year]);
    if (year === null || year === planYear - 1 || row.values[fields.counts] !== true) return [];
    const start = dayNumber(year, firstMonth, 1);
    return [{ yearStart: start, months: monthsIn(row, fields.months), together: row.values[fields.together] === true }];
  });
}

/** What January and February sold of both last year, as the other years did; undefined where they do not follow each other. */
export function pairShares(past: Past): readonly [january: number, february: number] | undefined {
  const { planYear, firstMonth, windows } = past;
  const [january, february] = [1, 2].map((month) => (month - firstMonth + 12) % 12);
  if (january === undefined || february === undefined) return undefined;
  const yearStart = dayNumber(planYear - 1, firstMonth, 1);
  const months = Array.from({ length: 12 }, (_, month) => (month === february ? null : 1));
  const years = [...yearsBefore(past), { yearStart, months, together: true }];
  const last = wholeYears(years, windows && festivalDays(windows)).find((year) => year.yearStart === yearStart);
  return last && [last.sales[january] ?? 0, last.sales[february] ?? 0];
}

/** A store that is no longer in the list was open where it has figures. */
function spanOf(sales: readonly Figure[], yearStart: Day): { readonly openedOn: Day; readonly closedOn: Day } {
  const first = sales.findIndex((month) => month !== null);
  const last = sales.reduce<number>((at, month, index) => (month === null ? at : index), first);
  return { openedOn: monthsLater(yearStart, first), closedOn: monthsLater(yearStart, last + 1) - 1 };
}
