import type { Held } from './held';
import type { Text } from './language';
import type { Meaning } from './means';
import type { Stamp, ValueColumn } from './signing';

/**
 * What a cell of a field holds.
 * `money` is in the currency's unit (元), `rate` and `growth` are fractions shown as %, `months` may be a part of a
 * month, `decimal` has two places, `count` is whole, `date` a day without a time, `month` a month of a year (`2027-03`), `choice` one id of a list, `person` a name of the people list.
 */
export type Kind =
  | 'text'
  | 'longText'
  | 'money'
  | 'price'
  | 'number'
  | 'decimal'
  | 'count'
  | 'rate'
  | 'growth'
  | 'months'
  | 'index'
  | 'year'
  | 'date'
  | 'month'
  | 'choice'
  | 'person'
  | 'tick';

/** Kinds whose values are numbers, dates and months aside. */
export const numericKinds: ReadonlySet<Kind> = new Set<Kind>([
  'money',
  'price',
  'number',
  'decimal',
  'count',
  'rate',
  'growth',
  'months',
  'index',
  'year',
]);

/**
 * input: typed by people. default: a formula that may be typed over. computed: a formula that may not. imported: written
 * by an import, or by a save that says why.
 */
export type Role = 'input' | 'default' | 'computed' | 'imported';

/**
 * A formula with `{references}` in place of addresses (see workbook/formula.ts). Of several, the first whose
 * referenced tabs are all in the workbook is used.
 */
export type Formula = string | readonly string[];

/** One field of a part of the plan: a column of a table, a row of a record, an input of the form. */
export interface Field {
  readonly id: string;
  readonly kind: Kind;
  readonly role: Role;
  /** For `default` and `computed`; of a field of several cells, one formula a cell (1-based). */
  readonly formula?: Formula | ((cell: number) => Formula);
  /** Fixed rows whose role or formula differs from the column's. */
  readonly rows?: Readonly<Record<string, { readonly role: Role; readonly formula?: Formula }>>;
  /** How many cells the field takes beside each other: 12 for the months of a year. One if left out. */
  readonly cells?: number;
  /** The cells are the months of the plan year, first month first. */
  readonly monthly?: boolean;
  /** The field whose figure the months share out: what a form proposes to spread over them. */
  readonly shares?: string;
  /** What a new record starts with. */
  readonly initial?: boolean;
  /** The id of the list a `choice` is taken from. */
  readonly list?: string;
  /** The list suggests; other text is as good. */
  readonly open?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** The minimum itself is not allowed. */
  readonly above?: boolean;
  readonly required?: boolean;
  /** Blank says something as well: it is not counted among what is still to be filled in. */
  readonly optional?: true;
  /** The id of the date that this one must not lie before. */
  readonly notBefore?: string;
  /** The id of a figure that comes to nothing where this one is 0: found where both stand there, and taken all the same. */
  readonly dividing?: string;
  /** What people know a record by: unique within its table. */
  readonly key?: boolean;
  /** Of a key: it is said in words, which keep their signs as they are typed. */
  readonly worded?: boolean;
  /** What stands in the frozen row above a table: a sum of the column, or a formula. */
  readonly total?: 'sum' | Formula | ((cell: number) => Formula);
  readonly totalKind?: Kind;
  /** In the workbook and hidden: a step of a computation that people need not see. */
  readonly hidden?: boolean;
  /** Cited from outside: a named range `<tab>_<field>`; in fixed rows, of the row given here. */
  readonly named?: true | string;
  /** It names a record of another table by this key, as `stores.storeId`: suggested, marked where there is none. */
  readonly ref?: string;
  /** Of a person: what whoever is named here is, as a choice of the list of people's roles. */
  readonly personRole?: string;
  /** Computed: it shows this field, as `stores.finalTarget`, of the record that a field of its own names. */
  readonly shows?: string;
  /** Hidden: it holds what was written into this imported field, cell by cell. */
  readonly copyOf?: string;
  /** Hidden: it holds what this field of twelve months held when each of them was closed, written by closing alone. */
  readonly closedOf?: string;
  /** What it is known by outside its part of the plan; no two fields mean the same. */
  readonly means?: Meaning;
  /** It goes on being typed once the plan is signed: who does what until when, and what came of it. */
  readonly staysOpen?: true;
  /** Of a tab that keeps what was signed: the field whose value it holds, as `stores.finalTarget`. */
  readonly keeps?: string;
  /** Of a kept field: what its value is called where versions stand value by value; a year's and its months' are one. */
  readonly measure?: string;
  /** What an act of signing writes here of itself. */
  readonly stamp?: Stamp;
  /** Of the tab in which versions stand value by value: what this column says of a value. */
  readonly says?: ValueColumn;
  /** Of a computed field: known only after saving; a form has no figure for what is typed. */
  readonly afterSaving?: true;
  /** An import leaves what stands there alone. */
  readonly keptByImport?: boolean;
  /** Of a scenario: the cell of the plan that it holds in each of its columns. */
  readonly holds?: Held;
  /** What the next year's plan starts with here; with nothing if left out. */
  readonly next?: Next;
  /** Pixels; the kind's width if left out. */
  readonly width?: number;
}

/**
 * same: what was typed here. now: of what is now and what is aimed at, what is now. after: the year after this one. sold:
 * what the record sold this year. Or what was typed into another field of the record; or what is now with a column of another
 * tab, as `monitor.newActual`, added up, or with the last figure of one in place of it.
 */
export type Next =
  | 'same'
  | 'now'
  | 'after'
  | 'sold'
  | { readonly of: string }
  | { readonly plus: string }
  | { readonly last: string };

/** A list of choices: ids in order, each with its label. Formulas compare with the lists tab, never with a label. */
export interface ChoiceList {
  readonly id: string;
  readonly choices: readonly { readonly id: string; readonly label: Text }[];
}

export interface FieldText {
  readonly label: string;
  /** What the figure means and, if computed, how: the note on its header and the hint in the form. */
  readonly note?: string;
  /** What its cells are called, where they are no months of the plan year. */
  readonly cells?: readonly string[];
  /** The default's formula in this language, where what is usual depends on it. */
  readonly preset?: Formula;
  /** Of a tick: whether it is set in a new workbook of this language. */
  readonly starts?: boolean;
}

type More = Omit<Field, 'id' | 'kind' | 'role' | 'formula'>;

/** A field that people fill in. */
export function input(id: string, kind: Kind, more: More = {}): Field {
  return { id, kind, role: 'input', ...more };
}

/** A field with a formula that may be typed over. */
export function preset(id: string, kind: Kind, formula: NonNullable<Field['formula']>, more: More = {}): Field {
  return { id, kind, role: 'default', formula, ...more };
}

/** A field with a formula that may not be typed over. */
export function computed(id: string, kind: Kind, formula: NonNullable<Field['formula']>, more: More = {}): Field {
  return { id, kind, role: 'computed', formula, ...more };
}
