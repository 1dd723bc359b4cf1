import type { Formula, Kind } from '../model/field';
import type { ChartKind, SeriesLook, Shape } from '../model/tab';

/** How a cell looks: what it is for, never its colours (theme.ts has those). */
export type Look =
  | 'key'
  | 'header'
  | 'headerDefault'
  | 'headerComputed'
  | 'headerImported'
  | 'label'
  | 'hint'
  | 'total'
  | 'input'
  | 'entry'
  | 'entryTick'
  | 'default'
  | 'computed'
  | 'plain'
  | 'title'
  | 'heading'
  | 'caption'
  | 'group'
  | 'figure'
  | 'cell'
  | 'strong'
  | 'small'
  | 'fine';

/** What stands in a planned cell: nothing, a constant, or a formula with `{references}`. */
export type Content = string | number | boolean | null | { readonly formula: Formula };

/**
 * Whose a cell is. ours: anything else there is damage. label: ours until someone words it differently.
 * default: our formula until someone types over it. theirs: typed by people, never touched. imported: written by imports;
 * what people type over it is told, never touched.
 */
export type Owner = 'ours' | 'label' | 'default' | 'theirs' | 'imported';

/** What may be typed into a cell. */
export type Rule =
  | { readonly type: 'choice'; readonly list: string; readonly open?: true }
  | { readonly type: 'person' }
  /** A record of another table by its key, as `stores.storeId`. */
  | { readonly type: 'record'; readonly key: string }
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly above?: boolean }
  | { readonly type: 'date' }
  | { readonly type: 'month' }
  | { readonly type: 'tick' };

export interface CellPlan {
  readonly content: Content;
  readonly owner: Owner;
  readonly look: Look;
  readonly kind: Kind;
  /** Google's number format, where it is not the kind's. */
  readonly format?: string;
  /** Where it is not the kind's. */
  readonly align?: 'left' | 'right' | 'center';
  readonly note?: string;
  readonly rule?: Rule;
  /** The list of a choice, so that a switch of language finds the words to change. */
  readonly list?: string;
  /** The cell key of its copy, which is written along with it. */
  readonly copy?: string;
  /** Of a copy: the cell key of what it repeats. */
  readonly copyOf?: string;
  /** What a new record starts with here. */
  readonly initial?: boolean;
}

export interface ColumnPlan {
  readonly key: string;
  /** Pixels. */
  readonly width: number;
  readonly hidden: boolean;
}

/** Cells by column key. */
export type CellsByColumn = Readonly<Record<string, CellPlan>>;

export interface RowPlan {
  readonly key: string;
  readonly cells: CellsByColumn;
  readonly hidden: boolean;
  /** Pixels; the default height if left out. */
  readonly height?: number;
}

export interface HighlightPlan {
  /** Column keys (and, in a record, the row key) that are shown so. */
  readonly columns: readonly string[];
  readonly row?: string;
  readonly formula: string;
  readonly look: 'bad' | 'warn' | 'good' | 'muted' | 'subtotal' | 'band' | 'absent' | 'typing' | 'typedOver';
}

/** A chart of a tab's own cells, in keys: rows from the series' names to the last values, a column each. */
export interface ChartPlan {
  readonly id: string;
  readonly title: string;
  /** The title in every language: one of these is ours to reword. */
  readonly titles: readonly string[];
  readonly kind: ChartKind;
  /** Where its upper left corner stands. */
  readonly row: string;
  readonly column: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly header: string;
  readonly last: string;
  readonly categories: string;
  readonly series: readonly (SeriesLook & { readonly column: string })[];
}

/** Thin lines above, between and below the rows from a row and column to a row and column. */
export interface GridPlan {
  readonly rows: readonly [string, string];
  readonly columns: readonly [string, string];
}

/** How a tab is printed upright: up to and with a column; on one page, or with the frozen rows on each. */
export interface PrintedPlan {
  readonly lastColumn: string;
  readonly onePage: boolean;
}

/** What a tab is for: it is typed into, it only shows what comes of it, or it goes on paper. */
export type Use = 'typing' | 'results' | 'paper';

/** One tab as it should be, in keys: where the keys stand is for the workbook to say. */
export interface TabPlan {
  readonly id: string;
  readonly shape: Shape;
  readonly title: string;
  readonly hidden: boolean;
  /** Shown by the colour of the tab; of a hidden one undefined. */
  readonly use: Use | undefined;
  readonly columns: readonly ColumnPlan[];
  /** All rows with a key of their own, from the top. A table's records come below them. */
  readonly rows: readonly RowPlan[];
  /** How many of the rows, the last ones, list the records of another tab and are alike. */
  readonly listRows: number;
  /** The cells of one record of a table. */
  readonly body?: CellsByColumn;
  /** Records a new table starts with, by column key. */
  readonly seeds: readonly { readonly id: string; readonly values: ReadonlyMap<string, string | number | boolean> }[];
  readonly spareRows: number;
  /** Columns behind its own that are ours too, for what stands there for a moment. */
  readonly spareColumns?: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly highlights: readonly HighlightPlan[];
  /** Cells shown as one: from a column on so many columns of a row, or one column down to another row. */
  readonly merges: readonly (
    | { readonly row: string; readonly column: string; readonly columns: number }
    | { readonly row: string; readonly column: string; readonly through: string }
  )[];
  readonly printed: PrintedPlan | undefined;
  /** With lines of its own a tab does without the grid's. */
  readonly grid: GridPlan | undefined;
  readonly charts: readonly ChartPlan[];
  readonly names: readonly { readonly name: string; readonly row: string; readonly column: string }[];
}

/** Every row has its key in the first column, every column in the first row; both are hidden. */
export const idColumn = '#id';
export const fieldsRow = '#fields';
export const titleRow = '#title';
export const labelsRow = '#labels';
export const totalRow = '#total';
