import { type Atlas, resolved } from './formula';
import { kinds } from './kinds';
import { type CellPlan, type CellsByColumn, idColumn, type Look, type Rule, type TabPlan } from './plan';
import type { Value } from './state';

/** What is written into a cell: nothing, a formula, or a constant that must stay what it is. */
export type Written = null | { readonly formula: string } | Value;

/** One cell, ready to be written. */
export interface Cell {
  readonly content: Written;
  readonly look: Look;
  readonly format: string;
  readonly align: 'left' | 'right' | 'center' | null;
  readonly wrap: boolean;
  readonly note: string;
  readonly rule: Rule | undefined;
}

/** Words for cells whose formulas need tabs that are not in the workbook. */
export type MissingNote = (missing: readonly string[], blank: boolean) => string;

const nothing: Cell = {
  content: null,
  look: 'plain',
  format: 'General',
  align: null,
  wrap: false,
  note: '',
  rule: undefined,
};

/** What stands in a planned cell, given where everything is. */
export function contentOf(
  plan: CellPlan,
  atlas: Atlas,
  tab: string,
  row: number,
  missingNote: MissingNote,
): { readonly content: Written; readonly note: string } {
  const { content, note = '' } = plan;
  if (content === null || typeof content !== 'object') return { content: content === '' ? null : content, note };
  const { formula, missing } = resolved(content.formula, atlas, { tab, row });
  const text =
    missing.length === 0 ? note : [note, missingNote(missing, formula === undefined)].filter(Boolean).join('\n');
  return { content: formula === undefined ? null : { formula }, note: text };
}

/** The format of a planned cell. Text keeps its format `@` unless a formula must compute there. */
export function formatOf(plan: CellPlan): string {
  if (plan.format !== undefined) return plan.format;
  const { format } = kinds[plan.kind];
  return format === '@' && plan.content !== null && typeof plan.content === 'object' ? 'General' : format;
}

/** Looks of what people need not see: long texts there must not make the row of what they see higher. */
const unseen: ReadonlySet<Look> = new Set(['key', 'plain']);

/** A planned cell with its look, holding `content`. */
export function cellOf(plan: CellPlan | undefined, content: Written, note: string): Cell {
  if (!plan) return nothing;
  const { align, wrap } = kinds[plan.kind];
  const header = plan.look.startsWith('header');
  return {
    content,
    look: plan.look,
    format: formatOf(plan),
    align: plan.align ?? align,
    wrap: (header || wrap === true) && !unseen.has(plan.look),
    note,
    rule: plan.rule,
  };
}

/** The cells of one planned row at a place, in the order of `columns`. */
export function rowImage(
  cells: CellsByColumn,
  columns: readonly string[],
  atlas: Atlas,
  tab: string,
  row: number,
  missingNote: MissingNote,
): readonly Cell[] {
  return columns.map((column) => {
    const plan = cells[column];
    if (!plan) return nothing;
    const { content, note } = contentOf(plan, atlas, tab, row, missingNote);
    return cellOf(plan, content, note);
  });
}

/** An empty row ready for typing: formats and rules, no content. */
export function spareImage(body: CellsByColumn, columns: readonly string[]): readonly Cell[] {
  return columns.map((column) => cellOf(body[column], null, ''));
}

/** Values to enter, by row key and column key. */
export type Inputs = ReadonlyMap<string, ReadonlyMap<string, Value>>;

/** A whole new tab, cell by cell, with its spare rows and with what is to be entered. */
export function tabImage(
  plan: TabPlan,
  atlas: Atlas,
  missingNote: MissingNote,
  inputs: Inputs,
): readonly (readonly Cell[])[] {
  const columns = plan.columns.map((column) => column.key);
  const rows = plan.rows.map((row, index) => {
    const entered = inputs.get(row.key);
    const cells = rowImage(row.cells, columns, atlas, plan.id, index + 1, missingNote);
    return entered
      ? cells.map((cell, at) => ({ ...cell, content: entered.get(columns[at] ?? '') ?? cell.content }))
      : cells;
  });
  const { body } = plan;
  if (!body) return rows;
  const seeds = plan.seeds.map(({ id, values }, index) =>
    rowImage(body, columns, atlas, plan.id, rows.length + index + 1, missingNote).map((cell, at): Cell => {
      const column = columns[at] ?? '';
      return { ...cell, content: column === idColumn ? id : (values.get(column) ?? cell.content) };
    }),
  );
  const spare = spareImage(body, columns);
  return [...rows, ...seeds, ...Array.from({ length: plan.spareRows }, () => spare)];
}
