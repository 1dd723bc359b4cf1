import { monthsLater } from '../maths/day';
import type { Scalar } from '../model/answer';
import { type Closing, closingOf } from '../model/closing';
import { dueAhead, dueDay, followUp } from '../model/followUp';
import { foldedName, wordsFor } from '../model/key';
import type { Language } from '../model/language';
import type { Meaning } from '../model/means';
import { type PaceFigure, type PaceStatus, paceFigures, paceOfStore, statuses } from '../model/pace';
import { cellKeys, type Tab } from '../model/tab';
import { dayOfIso, fromCell } from '../model/value';
import { sections } from '../sections';
import { type OurWorkbook, type Spreadsheet, tabCells } from '../sheets/read';
import type { TabState } from '../workbook/state';
import { choices, describedTab, fieldOf, fieldThatMeans, tabOfRole } from './described';
import { rowIds, valueAt } from './endpoints/records';
import { userLanguage } from './language';
import { ourWorkbook } from './ours';
import { actsInLog, type YearMoved, yearMovedIn } from './yearMoved';

/*
 * How the plan is on its way: what is due in all parts, how the stores stand to what was signed, and what of them is left
 * to settle. Read from the tabs as they show it; nothing is computed twice.
 */

/** Something that someone is to do by a day, in any part. */
export interface Due {
  readonly part: string;
  readonly record: string;
  /** What people call the record. */
  readonly name: string;
  /** As `2027-03-16`. */
  readonly dueOn: string;
  readonly owner: string;
  readonly what: string;
  readonly isOverdue: boolean;
}

/** Figures of a store or of the region; null where there is none. */
export type PaceFigures = Readonly<Record<PaceFigure, number | null>>;

/** How many stores stand how. */
export type StoresByStatus = Readonly<Record<PaceStatus, number>>;

export interface StorePace {
  /** The id of its record in the store list. */
  readonly record: string;
  readonly key: string;
  readonly name: string;
  readonly gap: number;
  readonly achievement: number | null;
}

/** A month that is over, by its number in the plan year, and how many stores have a target and no figure in it. */
export interface OpenMonth {
  readonly month: number;
  readonly lacking: number;
}

export interface Following {
  /** How the plan year was changed in the grid of a plan that may hold stores; null where it was not. */
  readonly yearMoved: YearMoved | null;
  readonly overdue: number;
  readonly soon: number;
  /** Overdue first, by day; then what is due soon. */
  readonly due: readonly Due[];
  /** The day that data reach. */
  readonly through: string | null;
  /** The region's figures; null as long as it is not followed, or nothing is known of what was sold. */
  readonly region: PaceFigures | null;
  /** How the region stands; null as long as it is not followed. */
  readonly pace: PaceStatus | null;
  /** What stores that are planned and not in the list yet are expected to bring this year. */
  readonly toOpen: number;
  readonly stores: StoresByStatus;
  /** Stores with the largest gaps, the worst first. */
  readonly worst: readonly StorePace[];
  /** Red stores about which nothing is being done, the worst first, and how many there are. */
  readonly unacted: readonly StorePace[];
  readonly unactedCount: number;
  readonly months: readonly OpenMonth[];
  /** Months to close, and what has changed in closed ones; null while there is no tab for it. */
  readonly closing: Closing | null;
}

/** Lines of what is due, and of stores, that are told; of more only how many. */
const most = { due: 50, stores: 5 };

const tabs: readonly Tab[] = sections.flatMap((section) => section.tabs);
const closingTab = tabs.find(({ closes }) => closes !== undefined);
const dueField = followUp.find(({ id }) => id === 'dueOn');
/** Parts in which someone is to do something by a day. */
const followed = tabs.filter(({ fields }) => fields.some((field) => field === dueField));

/** A tab as read, and where its records stand. */
export interface Read {
  readonly tab: Tab;
  readonly state: TabState;
  readonly ids: readonly string[];
}

/** A tab with its records, as far as it is there. */
export function readTab({ sheets, language }: OurWorkbook, tab: Tab | undefined): Read | undefined {
  const ours = tab && sheets.get(tab.id);
  if (!ours || !language) return undefined;
  const state = tabCells(ours, false);
  return { tab, state, ids: rowIds({ tab, language }, state) };
}

/** The cells of a field in one record. */
export function cellsIn({ tab, state }: Read, record: string, id: string): readonly Scalar[] {
  const field = fieldOf(tab, id);
  if (!field) return [];
  return cellKeys(field).map((_, index) => fromCell(field, valueAt(tab, state, record, field, index).value, choices));
}

const cellIn = (read: Read, record: string, id: string): Scalar => cellsIn(read, record, id)[0] ?? null;
/** What a field of a record holds, as text; '' of nothing. */
export const textIn = (read: Read, record: string, id: string): string => String(cellIn(read, record, id) ?? '');
/** The number that a field of a record holds. */
export const numberIn = (read: Read, record: string, id: string): number | null => {
  const value = cellIn(read, record, id);
  return typeof value === 'number' ? value : null;
};

/** What people call a record: the parts of its key that are filled, by names, or what its row or its part is called. */
function nameOf(read: Read, record: string, language: Language): string {
  const { tab, state } = read;
  const text = describedTab(tab.id)?.section.text[language].tabs[tab.id];
  const parts = tab.fields
    .filter(({ key }) => key)
    .map((field) => {
      const words = wordsFor(tab, field);
      const said = words ? textIn(read, record, words.id) : '';
      if (said !== '') return said;
      const value = fromCell(field, valueAt(tab, state, record, field, 0).value, choices);
      const label = field.list === undefined ? undefined : choices.labelOf(field.list, String(value), language);
      return label ?? String(value ?? '');
    });
  const filled = parts.filter((part) => part !== '');
  return filled.length > 0 ? filled.join(' · ') : (text?.rows?.[record] ?? text?.title ?? record);
}

/** What is due by a day in a tab: of what is not done, what is overdue or will be soon. */
function dueIn(read: Read, asOf: number, language: Language): readonly Due[] {
  return read.ids.flatMap((record): readonly Due[] => {
    const dueOn = textIn(read, record, 'dueOn');
    const day = dueDay(dueOn, numberIn(read, record, 'progress'));
    if (day === undefined || day > asOf + dueAhead) return [];
    const [owner, what] = [textIn(read, record, 'owner'), textIn(read, record, 'keyActions')];
    const name = nameOf(read, record, language);
    return [{ part: read.tab.id, record, name, dueOn, owner, what, isOverdue: day < asOf }];
  });
}

const isDone = (read: Read, record: string): boolean => (numberIn(read, record, 'progress') ?? 0) >= 1;

/** A day of the settings, as a number. */
function dayThat(terms: Read | undefined, meaning: Meaning): number | undefined {
  const id = fieldThatMeans(meaning);
  return terms && id !== undefined ? dayOfIso(textIn(terms, terms.tab.id, id)) : undefined;
}

function statusIn(read: Read, row: string): PaceStatus | undefined {
  const shown = textIn(read, row, paceOfStore.status);
  if (shown === '') return undefined;
  const id = choices.idOf('pace', shown);
  return statuses.find((status) => status === id) ?? 'missing';
}

/** The stores that are followed, with how each stands, the largest gap first. */
function storesIn(paces: Read | undefined, outlets: Read | undefined): readonly (StorePace & { status: PaceStatus })[] {
  if (!paces || !outlets) return [];
  const records = recordsByKey(outlets);
  const stores = paces.ids.flatMap((row) => {
    const status = statusIn(paces, row);
    const known = textIn(paces, row, paceOfStore.key);
    const record = records.get(known);
    if (!status || record === undefined) return [];
    const [gap, achievement] = [numberIn(paces, row, 'gap') ?? 0, numberIn(paces, row, 'achievement')];
    return [{ record, key: known, name: textIn(paces, row, paceOfStore.name) || known, gap, achievement, status }];
  });
  return stores.sort((one, other) => one.gap - other.gap);
}

/** Which record of the store list goes by a key. */
function recordsByKey(outlets: Read): ReadonlyMap<string, string> {
  const key = outlets.tab.fields.find((field) => field.key)?.id ?? '';
  return new Map(outlets.ids.map((id) => [textIn(outlets, id, key), id]));
}

/** Months that are over and of which not all figures are there. */
function monthsIn(
  paces: Read | undefined,
  yearStart: number | undefined,
  through: number | undefined,
): readonly OpenMonth[] {
  if (!paces || yearStart === undefined || through === undefined) return [];
  const lacking = Array.from({ length: 12 }, () => 0);
  for (const row of paces.ids) {
    const [targets, sold] = [paceOfStore.targets, paceOfStore.sold].map((id) => cellsIn(paces, row, id));
    for (const month of lacking.keys()) {
      const target = targets?.[month];
      if (typeof target === 'number' && target > 0 && typeof sold?.[month] !== 'number')
        lacking[month] = (lacking[month] ?? 0) + 1;
    }
  }
  return lacking.flatMap((count, month) =>
    count > 0 && monthsLater(yearStart, month + 1) - 1 <= through ? [{ month: month + 1, lacking: count }] : [],
  );
}

/** The store list's keys about which something is being done. */
function actedIn(tasks: Read | undefined): ReadonlySet<string> {
  const id = fieldThatMeans('actedStore') ?? '';
  const open = tasks?.ids.filter((record) => !isDone(tasks, record)) ?? [];
  return new Set(tasks ? open.map((record) => foldedName(textIn(tasks, record, id))) : []);
}

const bare = <T extends StorePace>({ record, key, name, gap, achievement }: T): StorePace => ({
  record,
  key,
  name,
  gap,
  achievement,
});

/** How the plan is on its way. Reads only. */
export function followingIn(file: Spreadsheet): Following {
  const workbook = ourWorkbook(file);
  const known = new Map<string, Read | undefined>();
  const read = (tab: Tab | undefined): Read | undefined => {
    if (!tab) return undefined;
    if (!known.has(tab.id)) known.set(tab.id, readTab(workbook, tab));
    return known.get(tab.id);
  };
  const role = (name: Parameters<typeof tabOfRole>[0]): Read | undefined => read(tabOfRole(name)?.tab);
  const terms = role('terms');
  const [asOf, through, yearStart] = [
    dayThat(terms, 'asOf'),
    dayThat(terms, 'dataThrough'),
    dayThat(terms, 'yearStart'),
  ];
  const language = userLanguage();
  const due =
    asOf === undefined
      ? []
      : followed.flatMap((tab) => {
          const part = read(tab);
          return part ? dueIn(part, asOf, language) : [];
        });
  due.sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const [pace, paces] = [role('pace'), role('paces')];
  const stores = storesIn(paces, paces && role('outlets'));
  const acted = stores.some(({ status }) => status === 'red') ? actedIn(role('tasks')) : new Set<string>();
  const unacted = stores.filter(({ status, key }) => status === 'red' && !acted.has(foldedName(key)));
  const id = fieldThatMeans('dataThrough') ?? '';
  const planYear = fieldThatMeans('planYear') ?? '';
  return {
    yearMoved: (terms && yearMovedIn(actsInLog(workbook), numberIn(terms, terms.tab.id, planYear))) ?? null,
    overdue: due.filter(({ isOverdue }) => isOverdue).length,
    soon: due.filter(({ isOverdue }) => !isOverdue).length,
    due: due.slice(0, most.due),
    through: terms ? textIn(terms, terms.tab.id, id) || null : null,
    region: pace ? figuresIn(pace) : null,
    pace: (pace && statusIn(pace, pace.tab.totalRow ?? '')) ?? null,
    toOpen: (pace && numberIn(pace, pace.tab.openingsRow ?? '', 'used')) ?? 0,
    stores: countsOf(stores),
    worst: stores
      .filter(({ gap, status }) => gap < 0 && status !== 'missing')
      .slice(0, most.stores)
      .map(bare),
    unacted: unacted.slice(0, most.stores).map(bare),
    unactedCount: unacted.length,
    months: monthsIn(paces, yearStart, through),
    closing: closingIn(read(closingTab), through, yearStart),
  };
}

function closingIn(
  months: Read | undefined,
  through: number | undefined,
  yearStart: number | undefined,
): Closing | null {
  if (!months) return null;
  const value = (record: string, field: string): Scalar => cellIn(months, record, field);
  return closingOf(months.tab, value, through ?? null, yearStart ?? null) ?? null;
}

/** The region's figures, where anything is known of what was sold. */
function figuresIn(pace: Read): PaceFigures | null {
  const row = pace.tab.totalRow ?? '';
  const figure = (id: PaceFigure): number | null => numberIn(pace, row, id);
  const figures = Object.fromEntries(paceFigures.map((id) => [id, figure(id)]));
  return (figures.covered ?? 0) > 0 ? { ...noFigures, ...figures } : null;
}

const noFigures: PaceFigures = {
  year: null,
  due: null,
  covered: null,
  actual: null,
  achievement: null,
  gap: null,
  coverage: null,
  used: null,
  signedYear: null,
};

function countsOf(stores: readonly { readonly status: PaceStatus }[]): Readonly<Record<PaceStatus, number>> {
  const count = (status: PaceStatus): number => stores.filter((store) => store.status === status).length;
  return { green: count('green'), amber: count('amber'), red: count('red'), missing: count('missing') };
}
