import { dayNumber } from '../../src/maths/day';
import type { Figure } from '../../src/maths/figure';
import { type Region, type RegionInput, region, type TypedBaseline } from '../../src/maths/region';
import { type Ownership, ownerships, type Store } from '../../src/maths/store';
import type { Scalar } from '../../src/model/answer';
import { dayOfIso } from '../../src/model/value';
import type { Book, Row } from '../book';

/** The books that the region's figures come from. */
export interface Sources {
  readonly settings: Book;
  readonly baseline: Book;
  /** Figures of parts that the sidebar does not compute: new stores' sales. */
  readonly summary: Book | undefined;
  readonly stores: Book | undefined;
}

/** The region's plan computed here, as the workbook's formulas compute it. */
export interface World {
  readonly input: RegionInput;
  readonly region: Region;
  /** Ids of the stores, in the order of the input; rows without an ownership are not in it. */
  readonly ids: readonly string[];
}

const number = (value: Scalar | undefined): Figure => (typeof value === 'number' ? value : null);
const day = (value: Scalar | undefined): Figure => (typeof value === 'string' ? (dayOfIso(value) ?? null) : null);
const typedNumber = (row: Row, key: string): Figure => (row.typed.has(key) ? number(row.values[key]) : null);

/** A store as typed; a row without an ownership is in no total. */
function storeOf(row: Row): Store | undefined {
  const ownership = ownerships.find((known) => known === row.values.ownership);
  return (
    ownership && {
      ownership,
      openedOn: day(row.values.openedOn),
      closedOn: day(row.values.closedOn),
      lastYearSales: number(row.values.lastYearSales),
      lastYearMonths: typedNumber(row, 'lastYearMonths'),
      growth: typedNumber(row, 'growth'),
      monthsThisYear: typedNumber(row, 'monthsThisYear'),
      agreedTarget: number(row.values.agreedTarget),
    }
  );
}

function typedBaseline(book: Book, ownership: Ownership): TypedBaseline {
  const row = book.rows.find(({ id }) => id === ownership);
  const typed = (key: string): Figure => (row ? typedNumber(row, key) : null);
  return {
    lastYearSales: typed('lastYearSales'),
    storeCount: typed('storeCount'),
    averageMonths: typed('avgMonths'),
    growth: number(row?.values.growth),
    storeMonths: typed('storeMonths'),
  };
}

/** The plan year's first day by the settings; undefined without a year. */
export function yearStartOf(settings: Row | undefined): number | undefined {
  const year = number(settings?.values.planYear);
  return year === null ? undefined : dayNumber(year, number(settings?.values.firstMonth) ?? 1, 1);
}

/** What the region's plan is computed from; undefined without a plan year. */
export function inputOf({ settings, baseline, summary, stores }: Sources): Omit<World, 'region'> | undefined {
  const [terms] = settings.rows;
  const yearStart = yearStartOf(terms);
  if (!terms || yearStart === undefined) return undefined;
  const listed: Store[] = [];
  const ids: string[] = [];
  for (const row of stores?.rows ?? []) {
    const store = storeOf(row);
    if (!store) continue;
    listed.push(store);
    ids.push(row.id);
  }
  const value = (key: string, otherwise: number): number => number(terms.values[key]) ?? otherwise;
  return {
    ids,
    input: {
      yearStart,
      seasonIndex: Array.from({ length: 12 }, (_, month) => value(`seasonIndex.${month + 1}`, 1)),
      roundingUnit: value('roundingUnit', 1),
      floorFactor: value('floorFactor', 0.9),
      stretchFactor: value('stretchFactor', 1.1),
      weakLine: value('weakLine', 0.7),
      stores: listed,
      typed: {
        franchised: typedBaseline(baseline, 'franchised'),
        selfOperated: typedBaseline(baseline, 'selfOperated'),
      },
      companyTarget: number(terms.values.companyTarget),
      newSales: number(summary?.rows[0]?.values.newSales) ?? 0,
      targetOpenings: 0,
    },
  };
}

/**
 * The region's plan as it would be with what these books hold, and with so much more sales of new stores; undefined
 * without a plan year.
 */
export function worldOf(sources: Sources, moreNewSales = 0): World | undefined {
  const known = inputOf(sources);
  if (!known) return undefined;
  const input = { ...known.input, newSales: known.input.newSales + moreNewSales };
  const computed = region(input);
  // Neither existing nor new stores: there is no plan yet, which is not a plan of 0.
  const empty = computed.rows.all.existingTarget === null && input.newSales === 0;
  return { ids: known.ids, input, region: empty ? { ...computed, planned: null, gap: null } : computed };
}

/** A book in which one record holds other values; `typed` tells which of its defaults are typed over. */
export function withRow(book: Book, row: Row): Book {
  const known = book.rows.some(({ id }) => id === row.id);
  return {
    ...book,
    rows: known ? book.rows.map((other) => (other.id === row.id ? row : other)) : [...book.rows, row],
  };
}
