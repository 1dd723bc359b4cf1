import type { Field } from '../model/field';
import type { Language } from '../model/language';
import type { Section } from '../model/section';
import type { Tab } from '../model/tab';
import { choicesOf } from '../model/value';
import { sections } from '../sections';
import type { Atlas } from '../workbook/formula';
import type { MissingNote } from '../workbook/image';
import { listsOf, listsPlan, logPlan, tabPlan } from '../workbook/layout';
import type { Placement } from '../workbook/place';
import type { TabPlan } from '../workbook/plan';
import { words as workbookWords } from '../workbook/text';

/** Where a tab is described. */
export interface Described {
  readonly section: Section;
  readonly tab: Tab;
}

export const lists = listsOf(sections);
export const choices = choicesOf(lists);

const described: ReadonlyMap<string, Described> = new Map(
  sections.flatMap((section) => section.tabs.map((tab): [string, Described] => [tab.id, { section, tab }])),
);

/** The description of a tab of a section by its id. */
export const describedTab = (id: string): Described | undefined => described.get(id);

/** Ids of all tabs in their order: sections' tabs, then choices and log, which people do not see. */
export const tabIds: readonly string[] = [...described.keys(), 'lists', 'log'];

/** The plan of a tab in a language. */
export function planOf(id: string, language: Language, room?: (table: string) => number): TabPlan | undefined {
  if (id === 'lists') return listsPlan(lists, language);
  if (id === 'log') return logPlan(language);
  const found = described.get(id);
  return found && tabPlan(found.section, found.tab, language, lists, room);
}

/** The workbook for formulas: where each tab's keys stand. */
export function atlasOf(placements: ReadonlyMap<string, Placement>): Atlas {
  return { placements, lists: new Map(lists.map((list) => [list.id, list.choices.map((choice) => choice.id)])) };
}

/** The title a tab has in a language. */
export function titleOf(id: string, language: Language): string {
  return planOf(id, language)?.title ?? id;
}

/** The label of a choice in a language. */
export function choiceLabel(language: Language): (list: string, choice: string) => string {
  return (list, choice) => choices.labelOf(list, choice, language) ?? choice;
}

/** Names the tabs that a figure lacks. */
export function missingNoteIn(language: Language): MissingNote {
  const text = workbookWords[language];
  return (missing, blank) => {
    const titles = missing.map((id) => titleOf(id, language)).join(text.separator);
    return blank ? text.needsTabs(titles) : text.withoutTabs(titles);
  };
}

/** A field of a tab by its id. */
export function fieldOf(tab: Tab, id: string): Field | undefined {
  return tab.fields.find((field) => field.id === id);
}
