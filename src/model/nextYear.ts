import { type Day, dayNumber, monthsLater } from '../maths/day';
import type { Figure } from '../maths/figure';
import { monthsSold, type SoldStore, type YearSold, yearSold } from '../maths/yearSold';
import type { FieldValue, Scalar } from './answer';
import type { Field, Next } from './field';
import { foldedName } from './key';
import type { Meaning } from './means';
import { paceOfStore } from './pace';
import type { Tab } from './tab';
import { dayOfIso, isoDate } from './value';

/*
 * The plan of the next year, begun from this one's: what its fields say of themselves (`next`), and what the stores sold.
 * Of what was agreed for this year nothing is the next one's.
 */

/** Values of a record by field id, as forms give them. */
export type Values = Readonly<Record<string, FieldValue>>;

/** A record with what people typed or imported; null where a default's formula stands. */
export interface YearRecord {
  readonly id: string;
  readonly values: Values;
}

/** A tab of this year's plan, as it is in the workbook. */
export interface YearTab {
  readonly tab: Tab;
  readonly records: readonly YearRecord[];
}

/** What is filled into a record that a new workbook has from the start. */
export interface Prefill {
  readonly part: string;
  readonly record: string;
  readonly values: Values;
}

/** A store as it is told of. */
export interface StoreTold {
  readonly key: string;
  readonly name: string;
}

/** What becomes of this year's plan. */
export interface Told {
  /** How many stores are carried over, and those that have closed, with the day. */
  readonly stores: number;
  readonly closed: readonly (StoreTold & { readonly on: string })[];
  /** Rows without a key. */
  readonly nameless: number;
  /** Stores whose last year is what they are expected to come to, and those of which nothing is known. */
  readonly forecast: readonly (StoreTold & { readonly knownMonths: number; readonly months: number })[];
  readonly unknown: readonly StoreTold[];
  /** How many open only after this year. */
  readonly later: number;
  /** The day that data reach. */
  readonly through: string | null;
  /** Months of this year that its history begins with; null where none is known, or the year stands there already. */
  readonly pastMonths: number | null;
  /** Records of other tables that are carried over, by their tab. */
  readonly records: Readonly<Record<string, number>>;
}

/** The next year's plan: what a new workbook is to hold. */
export interface NextPlan {
  readonly planYear: number;
  readonly prefilled: readonly Prefill[];
  readonly records: ReadonlyMap<string, readonly Values[]>;
  readonly told: Told;
}

/** The fields of the tab in which the stores' beginnings stand, by what they say. */
export const begunFields = {
  key: 'storeId',
  known: 'knownMonths',
  months: 'openMonths',
  sold: 'soldSoFar',
  taken: 'takenAs',
  forecast: 'isForecast',
} as const;

const cellsOf = (value: FieldValue | undefined): readonly Scalar[] => [value ?? null].flat();
const isBlank = (value: FieldValue | undefined): boolean =>
  cellsOf(value).every((cell) => cell === null || cell === '');
const figuresOf = (value: FieldValue | undefined): readonly Figure[] =>
  cellsOf(value).map((cell) => (typeof cell === 'number' ? cell : null));
const textOf = (value: FieldValue | undefined): string => String(cellsOf(value)[0] ?? '');
const dayOf = (value: FieldValue | undefined): Day | null => dayOfIso(textOf(value)) ?? null;
const numberOf = (value: FieldValue | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

/** A store's record, and what its year came to. */
interface Store {
  readonly record: YearRecord;
  readonly key: string;
  readonly name: string;
  readonly year: SoldStore;
  readonly sold: YearSold;
}

const told = ({ key, name }: Store): StoreTold => ({ key, name });

/** This year's plan, with what is asked of it again and again. */
interface ThisYear {
  readonly tabs: readonly YearTab[];
  readonly planYear: number;
  readonly yearStart: Day;
  readonly through: Day | null;
  /** The tab in which sales stand, with the store list that they are of. */
  readonly soldIn: YearTab | undefined;
  readonly outlets: YearTab | undefined;
}

function valueThat(tabs: readonly YearTab[], means: Meaning): FieldValue | undefined {
  const terms = tabs.find(({ tab }) => tab.role === 'terms');
  const field = terms?.tab.fields.find((one) => one.means === means);
  return terms?.records[0]?.values[field?.id ?? ''];
}

function thisYear(tabs: readonly YearTab[]): ThisYear | undefined {
  const planYear = numberOf(valueThat(tabs, 'planYear'));
  if (planYear === undefined) return undefined;
  return {
    tabs,
    planYear,
    yearStart: dayNumber(planYear, numberOf(valueThat(tabs, 'firstMonth')) ?? 1, 1),
    through: dayOf(valueThat(tabs, 'dataThrough')),
    soldIn: tabs.find(({ tab }) => tab.sold !== undefined && !tab.sold.isLastYear),
    outlets: tabs.find(({ tab }) => tab.role === 'outlets'),
  };
}

/** The stores of the list with what they sold; those without a key are no one's. */
function storesOf(
  { soldIn, outlets, yearStart, through }: ThisYear,
  expected: ReadonlyMap<string, number>,
): readonly Store[] {
  const { sold } = soldIn?.tab ?? {};
  if (!sold || !outlets) return [];
  const soldKey = soldIn?.tab.fields.find(({ key }) => key)?.id ?? '';
  const sales = new Map(
    soldIn?.records.map(({ values }) => [foldedName(textOf(values[soldKey])), figuresOf(values[sold.figure])]),
  );
  return outlets.records.flatMap((record): readonly Store[] => {
    const { values } = record;
    const key = textOf(values[sold.against.key]);
    if (key === '') return [];
    const year: SoldStore = {
      openedOn: dayOf(values[sold.against.from]),
      closedOn: dayOf(values[sold.against.through]),
      sales: sales.get(foldedName(key)) ?? [],
      expected: expected.get(foldedName(key)) ?? null,
    };
    return [{ record, key, name: textOf(values[paceOfStore.name]), year, sold: yearSold(year, yearStart, through) }];
  });
}

/** Whether a record is one of the next year's: it is known by something, and names no store that has closed. */
function isKept({
  tab,
  outlets,
  closed,
}: {
  readonly tab: Tab;
  readonly outlets: Tab | undefined;
  readonly closed: ReadonlySet<string>;
}) {
  const naming = tab.fields.filter(({ ref }) => ref !== undefined && ref.split('.')[0] === outlets?.id);
  const needed = tab.fields.filter(({ key, required }) => key === true && required === true);
  return ({ values }: YearRecord): boolean =>
    needed.every(({ id }) => !isBlank(values[id])) &&
    !naming.some(({ id }) => !isBlank(values[id]) && closed.has(foldedName(textOf(values[id]))));
}

/** A column of a tab from its first row to its last, as `monitor.newActual`. */
function columnOf({ tabs }: ThisYear, path: string): readonly Figure[] {
  const [part, field = ''] = path.split('.');
  return tabs.find(({ tab }) => tab.id === part)?.records.flatMap(({ values }) => figuresOf(values[field])) ?? [];
}

/** What a field of the next year's plan starts with, by what it says of itself. */
function nextValue(year: ThisYear, next: Next, field: Field, values: Values, sold: YearSold | undefined): FieldValue {
  const held = values[field.id] ?? null;
  const now = (value: Scalar): FieldValue => (field.cells === undefined ? value : [value]);
  const [first = null] = cellsOf(held);
  if (next === 'same') return held;
  if (next === 'now') return now(first);
  if (next === 'after') return typeof first === 'number' ? first + 1 : null;
  if (next === 'sold') return sold?.sales ?? null;
  if ('of' in next) return values[next.of] ?? null;
  if ('last' in next)
    return now(
      columnOf(year, next.last)
        .filter((figure) => figure !== null)
        .at(-1) ?? first,
    );
  const more = columnOf(year, next.plus).reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
  return now(typeof first === 'number' ? first + more : first);
}

function nextValues(year: ThisYear, tab: Tab, { values }: YearRecord, sold?: YearSold): Values {
  const entries = tab.fields.flatMap((field): (readonly [string, FieldValue])[] => {
    if (field.next === undefined) return [];
    const value = nextValue(year, field.next, field, values, sold);
    return isBlank(value) ? [] : [[field.id, value]];
  });
  return Object.fromEntries(entries);
}

/** This year as one of those gone by, where it is not among them yet and something of it is known. */
function pastYear(
  year: ThisYear,
  stores: readonly Store[],
): { readonly tab: string; readonly values: Values; readonly months: number } | undefined {
  const { tabs, planYear, yearStart, through } = year;
  const past = tabs.find(({ tab }) => tab.pastYears !== undefined);
  const fields = past?.tab.pastYears;
  if (!past || !fields || past.records.some(({ values }) => values[fields.year] === planYear)) return undefined;
  const months = monthsSold(
    stores.map((store) => store.year),
    yearStart,
    through,
  );
  const known = months.filter((figure) => figure !== null).length;
  return known === 0
    ? undefined
    : { tab: past.tab.id, values: { [fields.year]: planYear, [fields.months]: months }, months: known };
}

/** On what of this year a store's plan is begun. */
function beginningOf({ key, sold: { sales, sold, knownMonths, months, isForecast } }: Store): Values {
  return {
    [begunFields.key]: key,
    [begunFields.known]: knownMonths,
    [begunFields.months]: months,
    [begunFields.sold]: sold,
    [begunFields.taken]: sales,
    [begunFields.forecast]: isForecast,
  };
}

/**
 * What the next year's plan starts with; undefined where this one has no year. `tabs` are all that are described, with no
 * records where they are not in the workbook; `expected` is what stores are expected to come to, by their folded key.
 */
export function nextPlan(tabs: readonly YearTab[], expected: ReadonlyMap<string, number>): NextPlan | undefined {
  const year = thisYear(tabs);
  if (!year) return undefined;
  const { planYear, yearStart, through, outlets } = year;
  const stores = storesOf(year, expected);
  const nextStart = monthsLater(yearStart, 12);
  const isClosed = ({ year: { closedOn } }: Store): boolean => closedOn !== null && closedOn < nextStart;
  const [open, closed] = [stores.filter((store) => !isClosed(store)), stores.filter(isClosed)];
  const carried = new Set(open.map(({ key }) => foldedName(key)));
  const gone = new Set(closed.map(({ key }) => foldedName(key)).filter((key) => !carried.has(key)));

  const prefilled: Prefill[] = [];
  const records = new Map<string, Values[]>();
  const add = (tab: string, values: Values): void => void records.set(tab, [...(records.get(tab) ?? []), values]);
  const counts: Record<string, number> = {};
  for (const { tab, records: own } of tabs) {
    if (!tab.fields.some(({ next }) => next !== undefined)) continue;
    if (tab === outlets?.tab) {
      records.set(
        tab.id,
        open.map(({ record, sold }) => nextValues(year, tab, record, sold)),
      );
      continue;
    }
    const kept = own.filter(isKept({ tab, outlets: outlets?.tab, closed: gone }));
    const filled = kept.map((record) => [record.id, nextValues(year, tab, record)] as const);
    const seeds = new Set(tab.seeds?.map(({ id }) => id));
    for (const [record, values] of filled.filter(([, values]) => Object.keys(values).length > 0)) {
      if (tab.shape !== 'table' || seeds.has(record)) prefilled.push({ part: tab.id, record, values });
      else add(tab.id, values);
    }
    if (tab.shape === 'table' && kept.length > 0) counts[tab.id] = kept.length;
  }
  const past = pastYear(year, stores);
  if (past) add(past.tab, past.values);
  const begun = tabs.find(({ tab }) => tab.role === 'begun')?.tab;
  if (begun) for (const store of open) add(begun.id, beginningOf(store));

  return {
    planYear: planYear + 1,
    prefilled,
    records,
    told: {
      stores: open.length,
      closed: closed.map((store) => ({ ...told(store), on: isoDate(store.year.closedOn ?? yearStart) })),
      nameless: (outlets?.records.length ?? 0) - stores.length,
      forecast: open
        .filter(({ sold }) => sold.isForecast)
        .map((store) => ({ ...told(store), knownMonths: store.sold.knownMonths, months: store.sold.months })),
      unknown: open.filter(({ sold }) => sold.months > 0 && sold.sales === null).map(told),
      later: open.filter(({ sold }) => sold.months === 0).length,
      through: through === null ? null : isoDate(through),
      pastMonths: past?.months ?? null,
      records: counts,
    },
  };
}
