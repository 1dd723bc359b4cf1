import type { Field, Formula, Kind } from './field';
import type { TabRole } from './means';
import type { Doubt, KeptRecords } from './signing';
import type { Closes, Sold } from './sold';
import type { Working } from './working';

/** record: one set of fields, label beside value. fixed: given rows. table: any number of rows. report: formulas only. */
export type Shape = 'record' | 'fixed' | 'table' | 'report';

/** A cell is shown as `look` wherever `formula` is true for its row; references are to fields of the same row. */
export interface Highlight {
  readonly fields: readonly string[];
  /** Of a report: the row that it is about, all if left out. */
  readonly row?: string;
  readonly formula: string;
  readonly look: 'bad' | 'warn' | 'good' | 'muted' | 'subtotal' | 'band' | 'absent';
}

/** What a report shows in one place: words, or a formula, or words of each language that are a formula. */
export interface ReportCell {
  /** First column, 1 to the report's width, and how many columns and rows it takes; one if left out. */
  readonly at: number;
  readonly span?: number;
  readonly down?: number;
  /** Its text stands in one line over the blank cells that it spans, which stay cells of their own. */
  readonly overflow?: true;
  /** The id of its words in the tab's text; words that start with `=` are a formula. */
  readonly text?: string;
  readonly formula?: Formula;
  readonly kind?: Kind;
  readonly align?: 'left' | 'right';
  /** A number format, where it is not the kind's. */
  readonly format?: string;
  readonly look?: 'title' | 'heading' | 'header' | 'caption' | 'figure' | 'cell' | 'strong' | 'small' | 'fine';
  /** Shows the name of the plan year's month of this number, 1 to 12. */
  readonly month?: number;
}

export interface ReportRow {
  readonly id: string;
  /** Pixels. */
  readonly height?: number;
  readonly cells: readonly ReportCell[];
}

/**
 * How a chart shows its series: columns on each other, a line each, or steps from a total to a total. Steps are columns
 * on each other too, of which those below a step are as white as the page: so they stand alike on Google, the page and
 * in a file, where a kind of its own would not.
 */
export type ChartKind = 'stackedColumns' | 'lines' | 'steps';

/** How a series looks; of lines one may be dashed, as what is not yet so. */
export interface SeriesLook {
  readonly color: string;
  readonly dashed?: true;
}

/**
 * A chart of a report's own cells: one column of categories and a column for each series, their names above them.
 * Such a block is what Google, the API, a file and the engine all read alike.
 */
export interface ReportChart {
  readonly id: string;
  /** The id of its title in the tab's words. */
  readonly title: string;
  readonly kind: ChartKind;
  /** Upper left corner: a row's id and a column, 1 to the report's width. */
  readonly row: string;
  readonly at: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** The rows of the series' names and of their last values. */
  readonly header: string;
  readonly last: string;
  readonly categories: number;
  readonly series: readonly (SeriesLook & { readonly at: number })[];
}

/** Records of a table that have a choice in a field. */
export interface Only {
  readonly field: string;
  readonly choice: string;
}

/** One tab of a section. */
export interface Tab {
  readonly id: string;
  readonly shape: Shape;
  /** What it is known by outside its part of the plan; no two tabs have the same. */
  readonly role?: TabRole;
  readonly fields: readonly Field[];
  /** Fields that belong together, as the form and a record show them: each group from a field up to the next group's. */
  readonly groups?: readonly { readonly id: string; readonly from: string }[];
  /** Ids of the rows of a `fixed` tab, in order. */
  readonly rows?: readonly string[];
  /** The one of them that the others add up to. */
  readonly totalRow?: string;
  /** The one of stores that are planned and not in the list yet. */
  readonly openingsRow?: string;
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
  /** Of a report: its rows, and the widths of its columns in pixels, those from one on hidden: what others are found by. */
  readonly report?: {
    readonly widths: readonly number[];
    readonly hiddenFrom?: number;
    readonly rows: readonly ReportRow[];
    readonly charts?: readonly ReportChart[];
  };
  /**
   * A row above the labels: the words `title` in its first column, and `aside` in the column of this field, as a page
   * needs them that is read by itself.
   */
  readonly titled?: { readonly asideAt: string };
  /** Thin lines above, between and below rows: from a row to a row, the last if left out, in so many columns or in all. */
  readonly grid?: { readonly from: string; readonly to?: string; readonly columns?: number };
  /** A fixed tab with a row for every record that a table has room for, at least so many. */
  readonly rowsFor?: {
    readonly table: string;
    readonly least: number;
    /** It lists only the records with this choice: for so many, and a few, its rows hold all cells. */
    readonly only?: Only;
    /** Rows beside those of records, for what they add up to. */
    readonly more?: number;
    /** The fields whose cells all rows hold. */
    readonly everyRow?: readonly string[];
  };
  /** How many of its rows hold all cells; all if left out. */
  readonly filledRows?: number;
  /**
   * Printed on A4 upright, as wide as the page: of its columns the first few, all if left out; on one page, or on as
   * many as its rows take with the frozen ones again on each. Other tabs lie on their side.
   */
  readonly printed?: { readonly columns?: number; readonly onePage?: true };
  /** Made only when it is asked for, not with the whole workbook. */
  readonly onDemand?: true;
  /**
   * Only signing writes it: no form and no import, and what stands in it stays. Of a table's records, which those are; or
   * that it holds all versions value by value.
   */
  readonly kept?: { readonly records?: KeptRecords; readonly values?: true };
  /** All of it goes on being typed once the plan is signed. */
  readonly staysOpen?: true;
  /** Of a table of figures by month: how they come from files. */
  readonly sold?: Sold;
  /** Its rows are months in which figures of another table are closed. */
  readonly closes?: Closes;
  /** Its records are what is followed of what was signed. */
  readonly working?: Working;
  /**
   * Of a table with a row for each year gone by: the fields of the year, of its twelve months, whether it counts, and
   * whether January and February are one figure.
   */
  readonly pastYears?: {
    readonly year: string;
    readonly months: string;
    readonly counts: string;
    readonly together: string;
  };
  /** Its records open stores: in which months how many, how many in all, whether they count, and what a mature one sells. */
  readonly opens?: {
    readonly months: string;
    readonly count: string;
    readonly enabled: string;
    readonly mature: string;
  };
  /** Its records are what stores promise: of which store, by its key, and how much. */
  readonly promises?: { readonly store: string; readonly amount: string };
  /** What is looked at before the plan is signed. */
  readonly doubts?: readonly Doubt[];
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

/** Whether people type into cells of this role: formulas and imported figures are only shown to them. */
export const isTypable = (role: Field['role']): boolean => role === 'input' || role === 'default';

const keysOf = new WeakMap<Field, readonly string[]>();

/** Keys of a field's cells: `growth`, or `months.1` … `months.12` for a field of several. */
export function cellKeys(field: Field): readonly string[] {
  const known = keysOf.get(field);
  if (known) return known;
  const { id, cells } = field;
  const keys = cells === undefined ? [id] : Array.from({ length: cells }, (_, index) => `${id}.${index + 1}`);
  keysOf.set(field, keys);
  return keys;
}

/** What a new record of a tab starts with. */
export function startOf(tab: Tab): Readonly<Record<string, boolean>> {
  const values: Record<string, boolean> = {};
  for (const { id, initial } of tab.fields) if (initial !== undefined) values[id] = initial;
  return values;
}
