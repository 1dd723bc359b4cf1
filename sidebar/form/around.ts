import { region } from '../../src/maths/region';
import type { Around, Given, LivePart, Row } from '../../src/model/live';
import { liveParts } from '../../src/sections/figures';
import type { Book } from '../book';

const byTab = new Map(liveParts.map((live) => [live.tab, live]));

/** What is computed of a part while one types. */
export const livePart = (part: string): LivePart | undefined => byTab.get(part);

/** The parts whose records the region's figures come from, in the order of their tabs. */
export const sources: readonly string[] = liveParts.filter((live) => live.gives).map((live) => live.tab);

/** Whether what is typed into a part's form moves the region. */
export function movesRegion(part: string): boolean {
  const live = livePart(part);
  return live?.gives !== undefined || live?.addsSales !== undefined;
}

type Books = Readonly<Record<string, Book>>;

/** One part's record as typed, and as it was read. */
export interface Edited {
  readonly part: string;
  readonly row: Row;
  readonly before: Row;
}

/** The rows of a book in which one record holds other values. */
function withRow(rows: readonly Row[], row: Row): readonly Row[] {
  const known = rows.some(({ id }) => id === row.id);
  return known ? rows.map((other) => (other.id === row.id ? row : other)) : [...rows, row];
}

function givenBy(books: Books, edited: Edited | undefined): Partial<Given> {
  let given: Partial<Given> = {};
  for (const { tab, gives } of liveParts) {
    const rows = books[tab]?.rows;
    if (!rows || !gives) continue;
    given = { ...given, ...gives.from(edited?.part === tab ? withRow(rows, edited.row) : rows) };
  }
  return given;
}

/** What the region is computed from, as far as it was read; undefined while it cannot be: without a plan year, say. */
function whole(given: Partial<Given>): Given | undefined {
  const { yearStart, seasonIndex, roundingUnit, floorFactor, stretchFactor, weakLine, baselines } = given;
  const { companyTarget = null, stores = [], storeIds = [], newSales = 0, ramp = [] } = given;
  const { green = 1, amber = 0.9, asOf = '' } = given;
  if (yearStart === undefined || seasonIndex === undefined || baselines === undefined) return undefined;
  if (roundingUnit === undefined || floorFactor === undefined) return undefined;
  if (stretchFactor === undefined || weakLine === undefined) return undefined;
  const terms = { yearStart, seasonIndex, roundingUnit, floorFactor, stretchFactor, weakLine, companyTarget };
  return { ...terms, baselines, stores, storeIds, newSales, targetOpenings: 0, ramp, green, amber, asOf };
}

/** What the plan is computed from with these books; undefined without a plan year. */
export const inputOf = (books: Books): Given | undefined => whole(givenBy(books, undefined));

function computed(given: Partial<Given>): Around {
  const input = whole(given);
  if (!input) return { given, region: undefined };
  const found = region(input);
  // Neither existing nor new stores: there is no plan yet, which is not a plan of 0.
  const empty = found.rows.all.existingTarget === null && input.newSales === 0;
  return { given, region: empty ? { ...found, planned: null, gap: null } : found };
}

/** What a form's figures are computed with: the plan as it would be with what is typed. */
export function aroundOf(books: Books, edited?: Edited): Around {
  const around = computed(givenBy(books, edited));
  const adds = edited && livePart(edited.part)?.addsSales?.(edited.row, edited.before, around);
  if (!adds) return around;
  return computed({ ...around.given, newSales: (around.given.newSales ?? 0) + adds });
}
