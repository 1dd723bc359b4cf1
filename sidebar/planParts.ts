import type { ChoiceList, Field, FieldText } from '../src/model/field';
import { byMeaning, byRole } from '../src/model/known';
import type { Language } from '../src/model/language';
import type { Meaning, TabRole } from '../src/model/means';
import type { Section, TabText } from '../src/model/section';
import { cellKeys, roleOf, type Tab } from '../src/model/tab';
import { sections } from '../src/sections';
import { words } from './text';

/** One part of the plan as the sidebar shows it: a tab, and its words. */
export interface Part {
  readonly tab: Tab;
  readonly section: Section;
}

/** The parts of the plan in the order of their tabs. */
export const parts: readonly Part[] = sections.flatMap((section) => section.tabs.map((tab) => ({ tab, section })));

const byId = new Map(parts.map((part) => [part.tab.id, part]));

/** The part of that id. */
export const partOf = (id: string): Part | undefined => byId.get(id);

export const lists: readonly ChoiceList[] = sections.flatMap((section) => section.lists ?? []);

const roles = byRole(sections);
const meanings = byMeaning(sections);

/** The part that has a role. */
export const partOfRole = (role: TabRole): Part | undefined => roles.get(role);

/** The field that has a meaning, and its part. */
export const meant = (meaning: Meaning): (Part & { readonly field: Field }) | undefined => meanings.get(meaning);

/** The table whose records a field names, and the key that it names them by; none of a field that names none. */
export function namedBy({ kind, ref }: Field): (Part & { readonly field: Field }) | undefined {
  if (kind === 'person') return meant('person');
  const [id = '', key] = ref?.split('.') ?? [];
  const part = partOf(id);
  const field = part?.tab.fields.find((candidate) => candidate.id === key);
  return part && field && { ...part, field };
}

const nothing: TabText = { title: '', fields: {} };

export const textOf = ({ section, tab }: Part, language: Language): TabText =>
  section.text[language].tabs[tab.id] ?? nothing;

/** The words of a field; a field without any of its own is known by its id. */
export const fieldText = (part: Part, field: Field, language: Language): FieldText =>
  textOf(part, language).fields[field.id] ?? { label: field.id };

/** Fields that people may see, in order. */
export const visible = (tab: Tab): readonly Field[] => tab.fields.filter((field) => !field.hidden);

/** Whether there is anything to type in a part. */
export const isTyped = (tab: Tab): boolean =>
  tab.fields.some((field) => [undefined, ...(tab.rows ?? [])].some((row) => roleOf(field, row) !== 'computed'));

/** Whose a cell of a record is: in fixed rows it may differ from row to row. */
export const roleIn = (tab: Tab, field: Field, record: string): Field['role'] =>
  roleOf(field, tab.shape === 'fixed' ? record : undefined);

/** The field of a cell key such as `months.3`, and which of its cells, from 0. */
export function cellOf(tab: Tab, key: string): { readonly field: Field; readonly index: number } | undefined {
  const [id = '', index] = key.split('.');
  const field = tab.fields.find((candidate) => candidate.id === id);
  return field && { field, index: index === undefined ? 0 : Number(index) - 1 };
}

/** The name of each cell of a field: months by their names from the year's first on, a record's by their headings. */
export function cellLabels(part: Part, field: Field, language: Language, firstMonth: number): readonly string[] {
  const { label, cells } = fieldText(part, field, language);
  const heads = part.tab.shape === 'record' ? textOf(part, language).values : undefined;
  const { monthNames } = words[language];
  return cellKeys(field).map((_, index) => {
    if (field.monthly) return monthNames[(firstMonth - 1 + index) % 12] ?? '';
    if (field.cells === undefined) return label;
    return heads?.[index] ?? cells?.[index] ?? String(index + 1);
  });
}

/** What a field is called on its own: a field of months has names for its cells only. */
export const fieldLabel = (part: Part, field: Field, language: Language): string =>
  fieldText(part, field, language).label || words[language].byMonth;

/** What people call a fixed row. */
export function rowLabel(part: Part, record: string, language: Language, firstMonth: number): string {
  const index = part.tab.rows?.indexOf(record) ?? -1;
  if (part.tab.monthlyRows) return words[language].monthNames[(firstMonth - 1 + index) % 12] ?? record;
  return textOf(part, language).rows?.[record] ?? record;
}
