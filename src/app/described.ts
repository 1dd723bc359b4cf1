import type { Field } from '../model/field';
import { byMeaning, byRole, type DescribedTab, pathsOf } from '../model/known';
import type { Language } from '../model/language';
import type { Meaning, TabRole } from '../model/means';
import type { Tab } from '../model/tab';
import { choicesOf } from '../model/value';
import { sections } from '../sections';
import type { Atlas } from '../workbook/formula';
import type { MissingNote } from '../workbook/image';
import { listsOf, listsPlan, logPlan, type RoomOf, tabPlan } from '../workbook/layout';
import { choicesTab, logTab } from '../workbook/own';
import type { Placement } from '../workbook/place';
import type { TabPlan } from '../workbook/plan';
import type { Separator } from '../workbook/separator';
import { words as workbookWords } from '../workbook/text';

export const lists = listsOf(sections);
export const choices = choicesOf(lists);

const described: ReadonlyMap<string, DescribedTab> = new Map(
  sections.flatMap((section) => section.tabs.map((tab): [string, DescribedTab] => [tab.id, { section, tab }])),
);
const roles = byRole(sections);
const meanings = byMeaning(sections);

/** Where formulas find what has a meaning. */
export const meantPaths = pathsOf(sections);

/** The description of a tab of a section by its id. */
export const describedTab = (id: string): DescribedTab | undefined => described.get(id);

/** The tab that has a role. */
export const tabOfRole = (role: TabRole): DescribedTab | undefined => roles.get(role);

/** The id of the field that has a meaning, in its tab. */
export const fieldThatMeans = (meaning: Meaning): string | undefined => meanings.get(meaning)?.field.id;

/** Ids of all tabs in their order: sections' tabs, then choices and log, which people do not see. */
export const tabIds: readonly string[] = [...described.keys(), choicesTab, logTab];

/** Plans of tabs as they are made without more room, each made once: what is asked of a workbook asks for them again and again. */
const planned = new Map<string, TabPlan | undefined>();

/** The plan of a tab in a language. */
export function plannedTab(id: string, language: Language, room?: RoomOf): TabPlan | undefined {
  const key = `${id} ${language}`;
  if (room || !planned.has(key)) {
    const plan = newPlan(id, language, room);
    if (room) return plan;
    planned.set(key, plan);
  }
  return planned.get(key);
}

function newPlan(id: string, language: Language, room: RoomOf | undefined): TabPlan | undefined {
  if (id === choicesTab) return listsPlan(lists, language);
  if (id === logTab) return logPlan(language);
  const found = described.get(id);
  return found && tabPlan(found.section, found.tab, language, lists, room);
}

/** The workbook for formulas: where each tab's keys stand, and how its locale separates arguments. */
export function atlasOf(placements: ReadonlyMap<string, Placement>, separator: Separator): Atlas {
  return {
    placements,
    separator,
    means: meantPaths,
    lists: new Map(lists.map((list) => [list.id, list.choices.map((choice) => choice.id)])),
  };
}

/** The title a tab has in a language. Formulas ask for it cell by cell: nothing is planned for it. */
export function titleOf(id: string, language: Language): string {
  if (id === choicesTab) return workbookWords[language].lists;
  if (id === logTab) return workbookWords[language].log;
  return described.get(id)?.section.text[language].tabs[id]?.title ?? id;
}

/** The label of a choice in a language. */
export function choiceLabel(language: Language): (list: string, choice: string) => string {
  return (list, choice) => choices.labelOf(list, choice, language) ?? choice;
}

/**
 * Names the tabs that a figure lacks. A tab that comes when it is asked for is not lacking until it does, and neither is
 * another beside it: the figure would not be there with that either.
 */
export function missingNoteIn(language: Language): MissingNote {
  const text = workbookWords[language];
  return (missing, blank) => {
    if (missing.length === 0 || missing.some((id) => describedTab(id)?.tab.onDemand === true)) return '';
    const titles = missing.map((id) => titleOf(id, language)).join(text.separator);
    return blank ? text.needsTabs(titles) : text.withoutTabs(titles);
  };
}

/** What stands before and after the names in the lines that `missingNoteIn` words, in every language. */
const aroundMissing = Object.values(workbookWords).flatMap(({ needsTabs, withoutTabs }) => {
  return [needsTabs, withoutTabs].map((worded) => worded('\n').split('\n'));
});

/** Whether a line names tabs that a figure lacks, in whatever language. */
export const isMissingNote = (line: string): boolean =>
  aroundMissing.some(([start = '', end = '']) => line.startsWith(start) && line.endsWith(end));

/** A field of a tab by its id. */
export function fieldOf(tab: Tab, id: string): Field | undefined {
  return tab.fields.find((field) => field.id === id);
}

/** Whether a code as `EUR` is one of the currencies that plans are kept in. */
export const isCurrency = (code: string): boolean =>
  lists.some(({ id, choices: all }) => id === 'currency' && all.some((choice) => choice.id === code));
