import type { Placement } from './place';

/** What a cell holds, a date as its day number (days since 1899-12-30), '' for nothing. */
export type Value = string | number | boolean;

/** One of our tabs as it stands in the workbook. */
export interface TabState {
  readonly id: string;
  readonly sheetId: number;
  readonly title: string;
  readonly placement: Placement;
  readonly values: readonly (readonly Value[])[];
  /** '' where a cell holds no formula. */
  readonly formulas: readonly (readonly string[])[];
  readonly maxRows: number;
  readonly maxColumns: number;
  /** The instants of cells that hold a day, maybe with a time, of which `values` tell the day alone; by `row column`. */
  readonly days?: ReadonlyMap<string, number>;
}

export interface WorkbookState {
  readonly tabs: ReadonlyMap<string, TabState>;
  /** Names of all tabs of the file, ours or not. */
  readonly titles: readonly string[];
}

/** The keys of one tab's values: every row has its key in the first column, every column in the first row. */
export function placementOf(title: string, shape: Placement['shape'], values: TabState['values']): Placement {
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  const cells = new Map<string, number>();
  for (const [index, value] of (values[0] ?? []).entries()) {
    if (typeof value === 'string' && value !== '' && index > 0 && !columns.has(value)) columns.set(value, index + 1);
  }
  columns.set('#id', 1);
  for (const [index, row] of values.entries()) {
    const key = row[0];
    if (key !== undefined && key !== '' && !rows.has(String(key))) rows.set(String(key), index + 1);
  }
  return { title, shape, columns, rows, cells };
}
