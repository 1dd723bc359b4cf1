import { dayNumber } from '../maths/day';
import { keepable } from '../model/characters';
import { foldedName } from '../model/key';
import type { Language } from '../model/language';
import { paceOfStore } from '../model/pace';
import {
  type PageTerms,
  type Person,
  peopleBy,
  rankOf,
  type StoreAction,
  type StoreFacts,
  type StorePace,
  storePageValues,
} from '../model/storePage';
import { dayOfIso } from '../model/value';
import { sections } from '../sections';
import { storePage, storePageSection } from '../sections/storePage';
import type { OurWorkbook, Spreadsheet } from '../sheets/read';
import { type Book, newFileLocale } from '../workbook/api/request';
import { tableRows } from '../workbook/diff';
import { drawingOf } from '../workbook/drawing';
import { tabImage } from '../workbook/image';
import { tabPlan } from '../workbook/layout';
import { freshPlacement } from '../workbook/place';
import type { TabPlan } from '../workbook/plan';
import { separatorOf } from '../workbook/separator';
import { words as workbookWords } from '../workbook/text';
import {
  atlasOf,
  choiceLabel,
  choices,
  fieldOf,
  fieldThatMeans,
  lists,
  missingNoteIn,
  plannedTab,
  tabOfRole,
} from './described';
import { cellsIn, numberIn, type Read, readTab, textIn } from './following';
import { ourWorkbook } from './ours';
import { words } from './text';

/*
 * A page for each store, as values in a file of its own: it opens, prints and goes out without anything of the plan, or of
 * another store, in it. Figures are read as the tabs show them; nothing is computed twice.
 */

/** Pages in one file: what Google takes in one request with ease. */
export const mostPages = 60;

const unitSizes: Readonly<Record<string, number>> = { tenThousand: 10_000, thousand: 1000 };

/** All that pages are made of. */
export interface StorePages {
  readonly language: Language;
  readonly region: string;
  readonly planYear: number;
  readonly stores: readonly StoreFacts[];
  /** Whom the name of a supervisor means. */
  readonly personOf: (name: string) => Person;
  readonly actions: ReadonlyMap<string, readonly StoreAction[]>;
  readonly isFollowed: boolean;
  readonly through: string | null;
  readonly firstMonth: number;
  /** The ids of the settings' display unit and currency. */
  readonly displayUnit: string;
  readonly currency: string;
  /** The version that was signed last; null if none was. */
  readonly version: number | null;
}

const numbersIn = (read: Read, record: string, field: string): readonly (number | null)[] =>
  cellsIn(read, record, field).map((value) => (typeof value === 'number' ? value : null));

/** A choice by its label, other text as it stands. */
function labelIn(read: Read, record: string, id: string, language: Language): string {
  const held = textIn(read, record, id);
  const list = fieldOf(read.tab, id)?.list;
  return list === undefined ? held : (choices.labelOf(list, held, language) ?? held);
}

function paceIn(paces: Read, row: string): StorePace {
  const figure = (id: string): number | null => numberIn(paces, row, id);
  const status = choices.idOf('pace', textIn(paces, row, paceOfStore.status));
  return {
    achievement: figure('achievement'),
    isMissing: status === undefined,
    due: figure('due'),
    actual: figure('actual'),
    gap: figure('gap'),
    coverage: figure('coverage'),
    requiredRate: figure('requiredRate'),
    perDay: figure('perDay'),
    used: figure('used'),
  };
}

function storesIn(outlets: Read, paces: Read | undefined, language: Language): readonly StoreFacts[] {
  const key = outlets.tab.fields.find((field) => field.key)?.id ?? '';
  const rows = new Map(paces?.ids.map((row) => [foldedName(textIn(paces, row, paceOfStore.key)), row]));
  return outlets.ids.flatMap((record): readonly StoreFacts[] => {
    const known = textIn(outlets, record, key);
    if (known === '') return [];
    const row = rows.get(foldedName(known));
    const followed = paces && row !== undefined ? { pace: paceIn(paces, row), row, paces } : undefined;
    const text = (id: string): string => textIn(outlets, record, id);
    const figure = (id: string): number | null => numberIn(outlets, record, id);
    const supervisor = text('supervisor');
    return [
      {
        key: known,
        name: text('name'),
        about: [labelIn(outlets, record, 'ownership', language), text('city'), text('franchisee'), supervisor],
        supervisor,
        manager: text('manager'),
        keyActions: text('keyActions'),
        closedOn: dayOfIso(text('closedOn')) ?? null,
        year: followed ? numberIn(followed.paces, followed.row, 'year') : figure('finalTarget'),
        floor: figure('floorTarget'),
        stretch: figure('stretchTarget'),
        targets: followed
          ? numbersIn(followed.paces, followed.row, paceOfStore.targets)
          : numbersIn(outlets, record, 'months'),
        sold: followed ? numbersIn(followed.paces, followed.row, paceOfStore.sold) : [],
        pace: followed?.pace,
      },
    ];
  });
}

/** What is done about stores, by their folded keys. */
function actionsIn(tasks: Read | undefined, language: Language): ReadonlyMap<string, readonly StoreAction[]> {
  const byStore = new Map<string, StoreAction[]>();
  const store = fieldThatMeans('actedStore') ?? '';
  for (const record of tasks?.ids ?? []) {
    if (!tasks) break;
    const key = foldedName(textIn(tasks, record, store));
    if (key === '') continue;
    const reason = labelIn(tasks, record, 'reason', language);
    const action = {
      month: textIn(tasks, record, 'month'),
      issue: [textIn(tasks, record, 'issue'), reason].filter((one) => one !== '').join(' · '),
      what: textIn(tasks, record, 'keyActions'),
      owner: textIn(tasks, record, 'owner'),
      dueOn: textIn(tasks, record, 'dueOn'),
      progress: numberIn(tasks, record, 'progress'),
    };
    byStore.set(key, [...(byStore.get(key) ?? []), action]);
  }
  return byStore;
}

/** The names of the people there are, a row each, also of those that have just been typed in the grid. */
function namesIn({ language }: OurWorkbook, people: Read | undefined): readonly string[] {
  const plan = people && language && plannedTab(people.tab.id, language);
  const column = people?.state.placement.columns.get(fieldThatMeans('person') ?? '');
  if (!people || !plan || column === undefined) return [];
  const { values } = people.state;
  const names = tableRows(plan, people.state).records.map(({ row }) =>
    String(values[row - 1]?.[column - 1] ?? '').trim(),
  );
  return names.filter((name) => name !== '');
}

const peopleTab = sections
  .flatMap((section) => section.tabs)
  .find(({ fields }) => fields.some(({ means }) => means === 'person'));

/** What pages are made of, as the workbook has it; undefined while it has no year or no stores. Reads only. */
export function storePagesIn(file: Spreadsheet): StorePages | undefined {
  const workbook: OurWorkbook = ourWorkbook(file);
  const { language } = workbook;
  const role = (name: Parameters<typeof tabOfRole>[0]): Read | undefined => readTab(workbook, tabOfRole(name)?.tab);
  const [terms, outlets] = [role('terms'), role('outlets')];
  if (!language || !terms || !outlets) return undefined;
  const term = (meaning: Parameters<typeof fieldThatMeans>[0]): string =>
    textIn(terms, terms.tab.id, fieldThatMeans(meaning) ?? '');
  const planYear = Number(term('planYear'));
  if (!planYear) return undefined;
  const paces = role('paces');
  return {
    language,
    region: term('region'),
    planYear,
    stores: storesIn(outlets, paces, language),
    personOf: peopleBy(namesIn(workbook, readTab(workbook, peopleTab))),
    actions: actionsIn(role('tasks'), language),
    isFollowed: paces !== undefined,
    through: term('dataThrough') || null,
    firstMonth: Number(term('firstMonth')) || 1,
    displayUnit: term('displayUnit'),
    currency: term('currency'),
    version: workbook.signing?.version ?? null,
  };
}

function termsOf(pages: StorePages): PageTerms {
  const { language, region, planYear, firstMonth, displayUnit, currency, through, version } = pages;
  const text = words[language].storePages;
  const unit = choices.labelOf('displayUnit', displayUnit, language) ?? '';
  return {
    yearStart: dayNumber(planYear, firstMonth, 1),
    through: through === null ? null : (dayOfIso(through) ?? null),
    unit: unitSizes[displayUnit] ?? 1,
    title: (store) => text.heading(region, planYear, store),
    moneyIn: text.moneyIn(unitSizes[displayUnit] === undefined ? '' : unit, currency),
    basis: text.basis(version, through),
    rank: text.rank,
    throughDay: text.through,
    total: text.total,
    more: text.more,
  };
}

/** A title that no other page has, as every program takes it: 31 characters, none of `[]:*?/\`. */
function titleOf(key: string, taken: Set<string>): string {
  const plain = keepable(key.replace(/[[\]:*?/\\'\t\n]/g, '_').slice(0, 26)) || '_';
  let title = plain;
  for (let number = 2; taken.has(title.toLowerCase()); number += 1) title = `${plain} ${number}`;
  taken.add(title.toLowerCase());
  return title;
}

/** The file of some stores' pages, drawn; ranks are among all stores of the region. */
export function pagesBook(pages: StorePages, wanted: readonly StoreFacts[], title: string, timeZone: string): Book {
  const { language, stores, actions } = pages;
  const terms = termsOf(pages);
  const page = tabPlan(storePageSection, storePage, language, lists);
  const taken = new Set<string>();
  const made = wanted.map((store, index) => {
    const plan: TabPlan = { ...page, id: `page${index + 1}`, title: titleOf(store.key, taken) };
    const own = actions.get(foldedName(store.key)) ?? [];
    return { plan, values: storePageValues(store, rankOf(store, stores), own, terms) };
  });
  const locale = newFileLocale[language];
  const placements = new Map(made.map(({ plan }) => [plan.id, freshPlacement(plan)]));
  const atlas = atlasOf(placements, separatorOf(locale));
  const scene = { atlas, label: choiceLabel(language) };
  const drawings = made.map(({ plan, values }) =>
    drawingOf(plan, freshPlacement(plan), tabImage(plan, atlas, missingNoteIn(language), values), scene),
  );
  return { title, language, locale, timeZone, drawings, atlas, words: workbookWords[language].rules, isPaper: true };
}
