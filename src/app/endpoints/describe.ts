import type { Field, Kind, Role } from '../../model/field';
import type { Language } from '../../model/language';
import { roleOf, type Shape, type Tab } from '../../model/tab';
import { sections } from '../../sections';
import { ourWorkbook, type Spreadsheet } from '../../sheets/read';
import { userLanguage } from '../language';
import { lists } from '../plan';

/** A field as a form draws it. */
export interface FieldDescription {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  readonly kind: Kind;
  readonly role: Role;
  /** In fixed rows, rows whose role is another. */
  readonly roles: Readonly<Record<string, Role>>;
  readonly cells: number | null;
  readonly monthly: boolean;
  readonly list: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly above: boolean;
  readonly required: boolean;
  readonly key: boolean;
  readonly hidden: boolean;
}

/** One part of the plan: a tab with its fields. */
export interface PartDescription {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly shape: Shape;
  readonly present: boolean;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  readonly fields: readonly FieldDescription[];
}

export interface Description {
  /** The language asked for, in which everything here is worded. */
  readonly language: Language;
  /** The workbook's language; null if it has no plan yet. */
  readonly workbook: Language | null;
  readonly parts: readonly PartDescription[];
  readonly lists: Readonly<Record<string, readonly { readonly id: string; readonly label: string }[]>>;
}

function described(field: Field, tab: Tab, label: string, note: string | undefined): FieldDescription {
  const roles = Object.fromEntries((tab.rows ?? []).map((row): [string, Role] => [row, roleOf(field, row)]));
  return {
    id: field.id,
    label,
    note: note ?? null,
    kind: field.kind,
    role: field.role,
    roles,
    cells: field.cells ?? null,
    monthly: field.monthly ?? false,
    list: field.list ?? null,
    min: field.min ?? null,
    max: field.max ?? null,
    above: field.above ?? false,
    required: field.required ?? false,
    key: field.key ?? false,
    hidden: field.hidden ?? false,
  };
}

/** The parts of the plan and their fields, in the user's language. Writes nothing. */
export function describePlan(file: Spreadsheet): Description {
  const language = userLanguage();
  const { language: workbook, sheets } = ourWorkbook(file);
  return {
    language,
    workbook: workbook ?? null,
    parts: sections.flatMap((section) =>
      section.tabs.map((tab) => {
        const text = section.text[language].tabs[tab.id];
        return {
          id: tab.id,
          section: section.id,
          title: text?.title ?? tab.id,
          shape: tab.shape,
          present: sheets.has(tab.id),
          rows: (tab.rows ?? []).map((id) => ({ id, label: text?.rows?.[id] ?? id })),
          fields: tab.fields.map((field) =>
            described(field, tab, text?.fields[field.id]?.label ?? field.id, text?.fields[field.id]?.note),
          ),
        };
      }),
    ),
    lists: Object.fromEntries(
      lists.map((list) => [list.id, list.choices.map(({ id, label }) => ({ id, label: label[language] }))]),
    ),
  };
}
