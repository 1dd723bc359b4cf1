import type { Field, Formula, Kind } from './field';

/** record: one set of fields, label beside value. fixed: given rows. table: any number of rows. report: formulas only. */
export type Shape = 'record' | 'fixed' | 'table' | 'report';

/** A cell is shown as `look` wherever `formula` is true for its row; references are to fields of the same row. */
export interface Highlight {
  readonly fields: readonly string[];
  readonly formula: string;
  readonly look: 'bad' | 'warn' | 'good' | 'muted';
}

/** What a report shows in one place: words, or a formula, or words of each language that are a formula. */
export interface ReportCell {
  /** First column, 1 to the report's width, and how many columns it takes; one if left out. */
  readonly at: number;
  readonly span?: number;
  /** The id of its words in the tab's text; words that start with `=` are a formula. */
  readonly text?: string;
  readonly formula?: Formula;
  readonly kind?: Kind;
  /** The id of a number format in the tab's text, for figures that carry their name with them. */
  readonly format?: string;
  readonly look?: 'title' | 'heading' | 'header' | 'cell' | 'strong' | 'small';
}

export interface ReportRow {
  readonly id: string;
  /** Pixels. */
  readonly height?: number;
  readonly cells: readonly ReportCell[];
}

/** One tab of a section. */
export interface Tab {
  readonly id: string;
  readonly shape: Shape;
  readonly fields: readonly Field[];
  /** Ids of the rows of a `fixed` tab, in order. */
  readonly rows?: readonly string[];
  /** The fixed rows are the months of the plan year. */
  readonly monthlyRows?: boolean;
  /** Records that a new table starts with: an id each, and values by field id as forms give them. */
  readonly seeds?: readonly {
    readonly id: string;
    readonly values: Readonly<Record<string, string | number | boolean>>;
  }[];
  /** Columns left in view when scrolling sideways: up to and with this field. */
  readonly frozenThrough?: string;
  readonly highlights?: readonly Highlight[];
  /** Of a report: its rows, and the widths of its columns in pixels. */
  readonly report?: { readonly widths: readonly number[]; readonly rows: readonly ReportRow[] };
  /** A fixed tab with a row for every record that a table has room for, at least so many. */
  readonly rowsFor?: { readonly table: string; readonly least: number };
  /** How the tab is printed: on A4 upright, as wide as the page; the header rows again on each page. */
  readonly printed?: { readonly rows?: number };
  /** Empty rows ready for typing in a new table. */
  readonly spareRows?: number;
}

/** The formula of one cell of a field, in one row of its tab; undefined for an input. */
export function formulaOf(field: Field, row: string | undefined, cell: number): Formula | undefined {
  const own = row === undefined ? undefined : field.rows?.[row];
  if (own) return own.formula;
  return typeof field.formula === 'function' ? field.formula(cell) : field.formula;
}

/** The role of a field in one row of its tab. */
export function roleOf(field: Field, row: string | undefined): Field['role'] {
  return (row === undefined ? undefined : field.rows?.[row]?.role) ?? field.role;
}

/** Keys of a field's cells: `growth`, or `months.1` … `months.12` for a field of several. */
export function cellKeys(field: Field): readonly string[] {
  if (field.cells === undefined) return [field.id];
  return Array.from({ length: field.cells }, (_, index) => `${field.id}.${index + 1}`);
}
