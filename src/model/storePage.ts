import { monthsLater } from '../maths/day';
import type { Figure } from '../maths/figure';
import { foldedName } from './key';
import { isoDate } from './value';

/*
 * One page for each store: its targets by month, what it sold, where it stands, what is being done, and room to sign. A page
 * holds values of its own store alone; of the others only how many there are.
 */

/** Actions that a page has room for. */
export const actionRows = 6;

/** A store as the plan and the follow-up have it; money in the currency's unit. Texts as they are shown. */
export interface StoreFacts {
  readonly key: string;
  readonly name: string;
  /** Ownership, city, franchisee, supervisor: what of it is known. */
  readonly about: readonly string[];
  readonly supervisor: string;
  readonly manager: string;
  readonly keyActions: string;
  readonly closedOn: number | null;
  readonly year: Figure;
  readonly floor: Figure;
  readonly stretch: Figure;
  readonly targets: readonly Figure[];
  readonly sold: readonly Figure[];
  /** Where it stands by the follow-up; undefined where it is not followed. */
  readonly pace: StorePace | undefined;
}

export interface StorePace {
  readonly achievement: Figure;
  /** Too little is known to hold it against others. */
  readonly isMissing: boolean;
  readonly due: Figure;
  readonly actual: Figure;
  readonly gap: Figure;
  readonly coverage: Figure;
  readonly requiredRate: Figure;
  readonly perDay: Figure;
  readonly used: Figure;
}

/** Whom a name means. */
export interface Person {
  readonly key: string;
  /** Several people are called so: which of them is meant nobody can tell. */
  readonly isShared: boolean;
}

/**
 * Tells people by their names, given those of all there are: one whose name is written in another case is the same, unless
 * two people's names differ in that alone.
 */
export function peopleBy(names: readonly string[]): (name: string) => Person {
  const alike = new Map<string, string[]>();
  for (const name of names) alike.set(foldedName(name), [...(alike.get(foldedName(name)) ?? []), name]);
  return (name) => {
    const known = alike.get(foldedName(name)) ?? [];
    // Names that differ in case alone are two people's; in a third case it is neither's.
    if (new Set(known).size > 1) return { key: name, isShared: known.filter((one) => one === name).length !== 1 };
    return { key: known[0] ?? foldedName(name), isShared: known.length > 1 };
  };
}

/** Something that is done about a store. */
export interface StoreAction {
  readonly month: string;
  readonly issue: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly progress: Figure;
}

/** What all pages of a file say alike, and the sentences that its language words. */
export interface PageTerms {
  readonly yearStart: number;
  readonly through: number | null;
  /** What figures are divided by to be shown. */
  readonly unit: number;
  readonly title: (store: string) => string;
  readonly moneyIn: string;
  /** On what the targets rest, and through which day sales are known. */
  readonly basis: string;
  readonly rank: (rank: number, of: number) => string;
  readonly throughDay: (day: string) => string;
  readonly total: string;
  readonly more: (count: number) => string;
}

/** What stands in a page, by row and column key. */
export type PageValues = ReadonlyMap<string, ReadonlyMap<string, string | number>>;

/**
 * A store's place by achievement among all of which enough is known, 1 the best, those that are alike in one place;
 * undefined for one of which it is not.
 */
export function rankOf(
  store: Pick<StoreFacts, 'pace'>,
  all: readonly Pick<StoreFacts, 'pace'>[],
): { readonly rank: number; readonly of: number } | undefined {
  const known = all.flatMap(({ pace }) =>
    pace && !pace.isMissing && pace.achievement !== null ? pace.achievement : [],
  );
  const own = store.pace && !store.pace.isMissing ? store.pace.achievement : null;
  return own === null ? undefined : { rank: known.filter((one) => one > own).length + 1, of: known.length };
}

/** Open ones first, by due date, those without one last; then what is done. */
const byUrgency = (one: StoreAction, other: StoreAction): number =>
  Number((one.progress ?? 0) >= 1) - Number((other.progress ?? 0) >= 1) ||
  (one.dueOn === '' ? '9' : one.dueOn).localeCompare(other.dueOn === '' ? '9' : other.dueOn);

/** The page of a store. */
export function storePageValues(
  store: StoreFacts,
  rank: ReturnType<typeof rankOf>,
  actions: readonly StoreAction[],
  terms: PageTerms,
): PageValues {
  const { unit, yearStart, through } = terms;
  const page = new Map<string, Map<string, string | number>>();
  const put = (row: string, column: number, value: Figure | string): void => {
    if (value === null || value === '') return;
    const line = page.get(row) ?? new Map<string, string | number>();
    line.set(`c${column}`, value);
    page.set(row, line);
  };
  const money = (figure: Figure): Figure => (figure === null ? null : figure / unit);
  const { pace } = store;

  put('title', 1, terms.title(store.name === '' ? store.key : store.name));
  put('subtitle', 1, [store.key, ...store.about].filter((one) => one !== '').join(' · '));
  put('subtitle', 8, terms.moneyIn);
  put('basis', 1, terms.basis);
  const four = (row: string, values: readonly (Figure | string)[]): void => {
    for (const [index, value] of values.entries()) put(row, index * 2 + 1, value);
  };
  four('year', [
    money(store.year),
    money(store.floor),
    money(store.stretch),
    rank ? terms.rank(rank.rank, rank.of) : '–',
  ]);
  if (pace) {
    four('toDate', [pace.achievement, money(pace.due), money(pace.actual), money(pace.gap)]);
    four('rest', [pace.requiredRate, pace.perDay, money(pace.used), pace.coverage]);
  }

  let [target, sales] = [0, 0];
  for (let month = 0; month < 12; month += 1) {
    const [start, end] = [monthsLater(yearStart, month), monthsLater(yearStart, month + 1) - 1];
    const [wanted = null, sold = null] = [store.targets[month], store.sold[month]];
    const row = `m${month + 1}`;
    put(row, 1, isoDate(start).slice(0, 7));
    put(row, 2, money(wanted));
    put(row, 3, money(sold));
    target += wanted ?? 0;
    sales += sold ?? 0;
    if (wanted === null || sold === null) continue;
    // Sales of a part of a month are not held against all of it.
    const lastDay = store.closedOn === null ? end : Math.min(end, store.closedOn);
    if (through === null || through < lastDay) {
      if (through !== null && through >= start) put(row, 6, terms.throughDay(isoDate(through)));
      continue;
    }
    put(row, 4, money(sold - wanted));
    if (wanted !== 0) put(row, 5, sold / wanted);
  }
  put('total', 1, terms.total);
  put('total', 2, target / unit);
  if (store.sold.some((sold) => sold !== null)) put('total', 3, sales / unit);

  for (const [index, action] of [...actions].sort(byUrgency).slice(0, actionRows).entries()) {
    const row = `a${index + 1}`;
    put(row, 1, action.month);
    put(row, 2, action.issue);
    put(row, 4, action.what);
    put(row, 6, action.owner);
    put(row, 7, action.dueOn);
    put(row, 8, action.progress);
  }
  if (actions.length > actionRows) put('more', 1, terms.more(actions.length - actionRows));
  put('keyActions', 3, store.keyActions);
  put('signing', 1, store.manager);
  put('signing', 4, store.supervisor);
  return page;
}
