import type { Due, Following, OpenMonth, StorePace } from '../src/app/following';
import { meant, type Part, partOfRole, parts } from './planParts';
import type { View } from './store/state';

/** The table of what stores are followed against, where a re-spread may have made that other than what was signed. */
export const workingPart = parts.find(({ tab }) => tab.working !== undefined);
/** The table that figures come to from files, month by month; and that of the year before. */
export const soldPart = parts.find(({ tab }) => tab.sold !== undefined && !tab.sold.isLastYear);
export const lastSoldPart = parts.find(({ tab }) => tab.sold?.isLastYear);
/** The table of years gone by. */
export const pastPart = parts.find(({ tab }) => tab.pastYears !== undefined);
export const pacePart = partOfRole('pace');
export const tasksPart = partOfRole('tasks');

/** The next thing to do about a signed plan. */
export type MonthStep =
  /** A part is not there yet: its section. */
  | { readonly step: 'generate'; readonly section: string; readonly part: string }
  | { readonly step: 'through' | 'sold' | 'done' }
  | { readonly step: 'lacking'; readonly month: OpenMonth }
  | { readonly step: 'overdue'; readonly due: Due }
  | { readonly step: 'act'; readonly store: StorePace };

/** What comes next once the plan is signed: first that it can be followed, then what lacks, is overdue, or red. */
export function monthStep(present: readonly string[], following: Following): MonthStep {
  for (const part of [soldPart, pacePart])
    if (part && !present.includes(part.tab.id))
      return { step: 'generate', section: part.section.id, part: part.tab.id };
  if (following.through === null) return { step: 'through' };
  if (following.region === null) return { step: 'sold' };
  const [month] = following.months;
  if (month) return { step: 'lacking', month };
  const overdue = following.due.find(({ isOverdue }) => isOverdue);
  if (overdue) return { step: 'overdue', due: overdue };
  const [store] = following.unacted;
  if (!store) return { step: 'done' };
  if (tasksPart && !present.includes(tasksPart.tab.id))
    return { step: 'generate', section: tasksPart.section.id, part: tasksPart.tab.id };
  return { step: 'act', store };
}

/** The form of a new action about a store, by its key. */
export function actionFor(key: string): View {
  const field = meant('actedStore')?.field.id;
  return { kind: 'new', part: tasksPart?.tab.id ?? '', ...(field !== undefined && { typed: { [field]: key } }) };
}

/** The parts whose figures a month is closed with, of a tab that closes months, as far as they are not there. */
export function reportsLacking({ tab }: Part, present: readonly string[]): readonly Part[] {
  const named = new Set(tab.closes?.keeps.map(({ of }) => of.split('.')[0]));
  return parts.filter((part) => named.has(part.tab.id) && !present.includes(part.tab.id));
}
