import { type Atlas, isCutOff, resolved, sameButForStart, sameFormula } from './formula';
import { type Cell, cellOf, contentOf, type Inputs, type MissingNote, spareImage, type Written } from './image';
import { bodyStart, cellCounts, type Placement } from './place';
import {
  type CellPlan,
  type CellsByColumn,
  type HighlightPlan,
  idColumn,
  labelsRow,
  type Owner,
  type TabPlan,
  totalRow,
} from './plan';
import type { TabState, Value } from './state';
import type { Lines } from './upgrade/retire';

/** Why a cell is to be changed; shown by "check the workbook". */
export type Reason = 'key' | 'label' | 'formula' | 'default' | 'choice' | 'input';

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly reason: Reason;
  readonly was: string;
  /** Whether a formula stood there. */
  readonly formula: boolean;
  readonly content: Written;
  /** Left as it is if undefined. */
  readonly note?: string;
}

/** A note that a cell is to have: of what stands there what is ours goes, what people have written below it stays. */
export interface NoteChange {
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

/** Rows and columns that a tab lacks. They come in first, empty but for their keys; what they hold is found lacking then. */
export interface Lacking {
  /** Keys of columns, which come behind all that are in use. */
  readonly columns: readonly string[];
  /** Keys of rows, and below which row of the tab as it stands they belong; 0 above all. */
  readonly rows: readonly { readonly below: number; readonly keys: readonly string[] }[];
  /** Empty rows, before the last one of a table, so that what spans its rows spans the new ones too. */
  readonly spare: number;
  /** Its totals stand below its labels, as earlier versions had them: there the filter's buttons stood among them. */
  readonly totalsBelow: boolean;
}

/** What has to be done to one tab that is there already. */
export interface TabChange {
  readonly plan: TabPlan;
  readonly state: TabState;
  readonly placement: Placement;
  readonly lacking: Lacking;
  readonly changes: readonly CellChange[];
  /** Notes alone that are to be worded anew. */
  readonly notes: readonly NoteChange[];
  /** Whether a line of a note is one that we write, in whatever language, or of whatever version. */
  readonly isOurNote: (line: string) => boolean;
  /** Formats, conditions and checks are to be set anew: the workbook changes its language, or the plan its version. */
  readonly relabelled: boolean;
  /** A report of an earlier version: nothing in it is typed, and it is drawn anew. */
  readonly redrawn: boolean;
  /** Of an earlier version: highlights that may be in it, written for the first row of the body. */
  readonly formerHighlights: readonly HighlightPlan[];
  /** Highlights that are lost are written again. */
  readonly repainted: boolean;
  /** What the plan does without from now on. */
  readonly retired: Lines;
  readonly title: string | undefined;
}

/** What the comparison needs to know besides plan and state. */
export interface Context {
  readonly atlas: Atlas;
  readonly missingNote: MissingNote;
  /** Whether a line of a note names tabs that a figure lacks, in whatever language. */
  readonly isMissingNote: (line: string) => boolean;
  /** Lines that notes had in earlier versions. */
  readonly formerNotes: ReadonlySet<string>;
  /** The same tab in every language, and as earlier versions had it: a label that is one of these is ours to reword. */
  readonly spoken: readonly TabPlan[];
  /** The label, in the language wanted, of a choice given by its label in any language; undefined if it is none. */
  readonly choice: (list: string, value: string) => string | undefined;
  readonly newId: () => string;
  /** Which rows of a table keep an id that stands beside several. */
  readonly owners: (state: TabState) => Owners;
  /** The workbook was in another language or of another version until now. */
  readonly relabelled: boolean;
  /** It was of an earlier version. */
  readonly upgraded: boolean;
  /** Highlights that a tab of an earlier version may have, written for the first row of the body. */
  readonly formerHighlights: (plan: TabPlan) => readonly HighlightPlan[];
  readonly inputs: Inputs;
  /** What of a tab as it stands is retired. */
  readonly retired: (placement: Placement) => Lines;
}

/** Empty rows kept ready below the records of a table. */
export const fewestSpareRows = 10;

const at = <T>(matrix: readonly (readonly T[])[], row: number, column: number): T | undefined =>
  matrix[row - 1]?.[column - 1];

/** Whose cells hold what people type, wanted or not. */
const typable: ReadonlySet<Owner> = new Set<Owner>(['theirs', 'default', 'imported']);

/** A row of a table is in use if anything that people type stands in it. */
function isUsed(plan: TabPlan, state: TabState, row: number): boolean {
  for (const [key, column] of state.placement.columns) {
    const cell = plan.body?.[key];
    if (!cell || !typable.has(cell.owner)) continue;
    const value = at(state.values, row, column) ?? '';
    if (value === '' || value === false) continue;
    if (cell.owner !== 'default' || (at(state.formulas, row, column) ?? '') === '') return true;
  }
  return false;
}

export interface Rows {
  /** The record standing in each used row; a row typed in the grid has none yet. */
  readonly records: readonly { readonly row: number; readonly id: string | undefined }[];
  readonly lastUsed: number;
}

/** Rows that keep an id which stands beside several, by the id, as far as it is known whose it is. */
export type Owners = ReadonlyMap<string, number>;

/** The used rows of a table. Of two rows with one id (a row copied in the grid) the owner keeps it, unknown the upper one. */
export function tableRows(plan: TabPlan, state: TabState, owners: Owners = new Map()): Rows {
  const records: { row: number; id: string | undefined }[] = [];
  const seen = new Set<string>();
  const start = bodyStart(state.placement);
  let lastUsed = start - 1;
  for (let row = start; row <= state.values.length; row += 1) {
    const id = String(at(state.values, row, 1) ?? '');
    if (id === '' && !isUsed(plan, state, row)) continue;
    const isOwn = (owners.get(id) ?? row) === row && !seen.has(id);
    records.push({ row, id: id === '' || !isOwn ? undefined : id });
    if (isOwn) seen.add(id);
    lastUsed = row;
  }
  return { records, lastUsed };
}

/** The first row that has the id of a record; undefined of a table without any. */
export function firstRecord({ placement }: TabState): number | undefined {
  const records = [...placement.rows].flatMap(([key, row]) => (key.startsWith('#') ? [] : [row]));
  return records.length === 0 ? undefined : records.reduce((first, row) => Math.min(first, row));
}

/** Rows of a table that have one id, by it. */
export function twinsIn(plan: TabPlan, state: TabState): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  for (const { row } of plan.body ? tableRows(plan, state).records : []) {
    const id = String(at(state.values, row, 1) ?? '');
    if (id !== '') rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return new Map([...rows].filter(([, own]) => own.length > 1));
}

/** Up to which column anything stands in a tab. What is blank behind it was made ahead by a run that was cut off. */
export function usedColumns({ values, formulas, maxColumns }: TabState): number {
  for (let column = maxColumns; column > 1; column -= 1) {
    const isUsed = values.some(
      (row, index) => (row[column - 1] ?? '') !== '' || (formulas[index]?.[column - 1] ?? '') !== '',
    );
    if (isUsed) return column;
  }
  return 1;
}

/** Where the keys will stand once what is missing has been added behind what is there. */
export function placementAfter(
  plan: TabPlan,
  state: TabState,
): { readonly placement: Placement; readonly columns: readonly string[]; readonly rows: readonly string[] } {
  const columns = new Map(state.placement.columns);
  const rows = new Map(state.placement.rows);
  const newColumns = plan.columns.map((column) => column.key).filter((key) => !columns.has(key));
  const newRows = plan.rows.map((row) => row.key).filter((key) => !rows.has(key));
  const last = newColumns.length === 0 ? 0 : usedColumns(state);
  for (const [index, key] of newColumns.entries()) columns.set(key, last + 1 + index);
  for (const [index, key] of newRows.entries()) rows.set(key, state.maxRows + 1 + index);
  return {
    placement: { title: state.title, shape: plan.shape, columns, rows, cells: cellCounts(plan) },
    columns: newColumns,
    rows: newRows,
  };
}

const shown = (value: Value | undefined, formula: string | undefined): string =>
  formula ? formula : String(value ?? '');

/** Every formula that the workbook could have had here with some of its tabs missing: still ours, not typed over. */
function isOurs(formula: string, plan: CellPlan, atlas: Atlas, tab: string, row: number): boolean {
  if (isCutOff(formula)) return true;
  if (plan.content === null || typeof plan.content !== 'object') return false;
  const alternatives = typeof plan.content.formula === 'string' ? [plan.content.formula] : plan.content.formula;
  return alternatives.some((alternative) => {
    const forced = alternative.replace(/\{[^{}|]+\|([^{}]*)\}/g, '$1');
    return [alternative, forced].some((template) => {
      const result = resolved(template, atlas, { tab, row }).formula;
      return result !== undefined && sameButForStart(result, formula);
    });
  });
}

type Judgement = { readonly reason: Reason; readonly content: Written; readonly note?: string } | undefined;

interface Found {
  readonly value: Value;
  readonly formula: string;
}

interface Wanted {
  readonly plan: CellPlan;
  readonly content: Written;
  readonly note: string;
  readonly tab: string;
  readonly row: number;
  /** This cell's plan in every language. */
  readonly spoken: readonly CellPlan[];
}

/** A tick that is not set is as good as nothing. */
const isBlank = (value: Value): boolean => value === '' || value === false;

function ourCell(found: Found, wanted: Wanted): Judgement {
  const { content, note, plan } = wanted;
  if (plan.content === null) return undefined;
  if (content !== null && typeof content === 'object') {
    return sameFormula(content.formula, found.formula) ? undefined : { reason: 'formula', content, note };
  }
  // Blank while a tab that it is computed from is not there: nothing is typed there all the same.
  if (content === null)
    return found.formula === '' && isBlank(found.value) ? undefined : { reason: 'formula', content, note };
  return found.formula === '' && found.value === content ? undefined : { reason: 'key', content, note };
}

function labelCell(found: Found, wanted: Wanted, context: Context): Judgement {
  const { content, note } = wanted;
  const same =
    content !== null && typeof content === 'object'
      ? sameFormula(content.formula, found.formula)
      : found.formula === '' && found.value === (content ?? '');
  if (same) return undefined;
  const untouched = found.value === '' && found.formula === '';
  const ours = wanted.spoken.some((plan) => {
    const other = contentOf(plan, context.atlas, wanted.tab, wanted.row, context.missingNote).content;
    if (other !== null && typeof other === 'object')
      return (
        sameFormula(other.formula, found.formula) || isOurs(found.formula, plan, context.atlas, wanted.tab, wanted.row)
      );
    return found.formula === '' && found.value === (other ?? '');
  });
  return untouched || ours ? { reason: 'label', content, note } : undefined;
}

function defaultCell(found: Found, wanted: Wanted, context: Context): Judgement {
  const { content, note, tab, row } = wanted;
  if (found.formula === '' && found.value !== '') return choiceCell(found, wanted, context);
  // What is usual may differ by language: the other language's default is no more typed over than this one's.
  const ours = wanted.spoken.some((plan) => isOurs(found.formula, plan, context.atlas, tab, row));
  if (content !== null && typeof content === 'object') {
    if (sameFormula(content.formula, found.formula)) return undefined;
    if (found.formula !== '' && !ours) return undefined;
    return { reason: 'default', content, note };
  }
  return found.formula !== '' && ours ? { reason: 'default', content, note } : undefined;
}

function choiceCell(found: Found, wanted: Wanted, context: Context): Judgement {
  const { list } = wanted.plan;
  if (list === undefined || found.formula !== '' || typeof found.value !== 'string' || found.value === '')
    return undefined;
  const label = context.choice(list, found.value);
  return label === undefined || label === found.value ? undefined : { reason: 'choice', content: label };
}

const judges = { ours: ourCell, label: labelCell, default: defaultCell, theirs: choiceCell, imported: choiceCell };

/** Lines of the notes that a tab's cells have by its plans. */
function ourNotes(plan: TabPlan, { spoken, formerNotes, isMissingNote }: Context): TabChange['isOurNote'] {
  let own: Set<string> | undefined;
  const lines = (): ReadonlySet<string> => {
    if (own) return own;
    own = new Set(formerNotes);
    for (const { rows, body = {} } of [plan, ...spoken])
      for (const cells of [body, ...rows.map((row) => row.cells)])
        for (const { note = '' } of Object.values(cells)) for (const line of note.split('\n')) own.add(line);
    return own;
  };
  return (line) => lines().has(line) || isMissingNote(line);
}

/** What one row needs: cells that are not as they should be, and notes to be worded anew. */
interface RowChanges {
  readonly changes: readonly CellChange[];
  readonly notes: TabChange['notes'];
}

function rowChanges(
  cells: CellsByColumn,
  spoken: readonly CellsByColumn[],
  row: number,
  inputs: ReadonlyMap<string, Value> | undefined,
  plan: TabPlan,
  state: TabState,
  placement: Placement,
  context: Context,
): RowChanges {
  const changes: CellChange[] = [];
  const notes: NoteChange[] = [];
  for (const [field, cell] of Object.entries(cells)) {
    const column = placement.columns.get(field);
    if (column === undefined || !state.placement.columns.has(field) || row > state.maxRows || field === idColumn)
      continue;
    const found = { value: at(state.values, row, column) ?? '', formula: at(state.formulas, row, column) ?? '' };
    const input = inputs?.get(field);
    const was = shown(found.value, found.formula);
    if (input !== undefined) {
      if (found.value !== input || found.formula !== '')
        changes.push({ row, column, field, reason: 'input', was, formula: found.formula !== '', content: input });
      continue;
    }
    const { content, note } = contentOf(cell, context.atlas, plan.id, row, context.missingNote);
    const wanted = {
      plan: cell,
      content,
      note,
      tab: plan.id,
      row,
      spoken: spoken.map((other) => other[field]).filter((other) => other !== undefined),
    };
    // A copy says what it copies, in the language of that.
    const judge = cell.copyOf === undefined ? judges[cell.owner] : choiceCell;
    const judged = judge(found, wanted, context);
    if (judged) changes.push({ row, column, field, was, formula: found.formula !== '', ...judged });
    if (context.relabelled && note !== '' && judged?.note === undefined) notes.push({ row, column, note });
  }
  return { changes, notes };
}

/** How new columns look, row by row: what they hold comes later. */
export function newColumns(plan: TabPlan, state: TabState, keys: readonly string[]): readonly (readonly Cell[])[] {
  const keyed = new Map(plan.rows.map((row) => [state.placement.rows.get(row.key) ?? 0, row.cells]));
  return Array.from({ length: state.maxRows }, (_, index): readonly Cell[] => {
    const cells = keyed.get(index + 1) ?? (index + 1 >= bodyStart(state.placement) ? plan.body : undefined);
    return keys.map((key) => cellOf(cells?.[key], null, cells?.[key]?.note ?? ''));
  });
}

/** How new rows look, as wide as the tab, in the order its columns stand in. */
export function newRows(plan: TabPlan, placement: Placement, keys: readonly string[]): readonly (readonly Cell[])[] {
  const columns = columnsInOrder(placement);
  return keys.map((key) => {
    const cells = plan.rows.find((row) => row.key === key)?.cells ?? {};
    return columns.map((column) => cellOf(cells[column], null, cells[column]?.note ?? ''));
  });
}

function columnsInOrder(placement: Placement): readonly string[] {
  const columns: string[] = Array.from({ length: Math.max(...placement.columns.values()) }, () => '');
  for (const [key, column] of placement.columns) columns[column - 1] = key;
  return columns;
}

/** Rows that belong below each other come in together: below the one that stands before them in the plan. */
function lackingRows(plan: TabPlan, { placement }: TabState): Lacking['rows'] {
  const groups: { below: number; keys: string[] }[] = [];
  let below = 0;
  let open = false;
  for (const { key } of plan.rows) {
    const row = placement.rows.get(key);
    if (row !== undefined) {
      [below, open] = [row, false];
      continue;
    }
    if (open) groups[groups.length - 1]?.keys.push(key);
    else groups.push({ below, keys: [key] });
    open = true;
  }
  return groups;
}

function totalsBelow(plan: TabPlan, { placement }: TabState, { upgraded }: Context): boolean {
  const [totals, labels] = [placement.rows.get(totalRow), placement.rows.get(labelsRow)];
  return upgraded && plan.body !== undefined && totals !== undefined && labels !== undefined && totals > labels;
}

/** What a record that was typed in the grid starts with where its cells are still blank. */
function startingValues(body: CellsByColumn, state: TabState, row: number): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [key, cell] of Object.entries(body)) {
    const value = at(state.values, row, state.placement.columns.get(key) ?? 0) ?? '';
    if (cell.initial !== undefined && (value === '' || value === false)) values.set(key, cell.initial);
  }
  return values;
}

/** Empty rows of a table as wide as the tab, in the order its columns stand in. */
export function spareRows(plan: TabPlan, placement: Placement, count: number): readonly (readonly Cell[])[] {
  const spare = spareImage(plan.body ?? {}, columnsInOrder(placement));
  return Array.from({ length: count }, () => spare);
}

/** Compares the plan of a tab with the tab that is there. Applying the result and comparing again finds nothing. */
export function tabChange(plan: TabPlan, state: TabState, context: Context): TabChange {
  const { placement, columns: lackingColumns, rows: missingRows } = placementAfter(plan, state);
  const changes: CellChange[] = [];
  const notes: NoteChange[] = [];
  const add = (row: RowChanges): void => {
    changes.push(...row.changes);
    notes.push(...row.notes);
  };
  const key = (row: number, id: string): void => {
    if (at(state.values, row, 1) !== id) {
      changes.push({
        row,
        column: 1,
        field: idColumn,
        reason: 'key',
        was: shown(at(state.values, row, 1), ''),
        formula: false,
        content: id,
      });
    }
  };
  for (const row of plan.rows) {
    const number = placement.rows.get(row.key);
    if (number === undefined || missingRows.includes(row.key)) continue;
    key(number, row.key);
    const spoken = context.spoken.map(
      (other) => other.rows.find((candidate) => candidate.key === row.key)?.cells ?? {},
    );
    add(rowChanges(row.cells, spoken, number, context.inputs.get(row.key), plan, state, placement, context));
  }
  const rows = plan.body ? tableRows(plan, state, context.owners(state)) : { records: [], lastUsed: 0 };
  for (const { row, id } of rows.records) {
    const { body = {} } = plan;
    key(row, id ?? context.newId());
    const inputs = id === undefined ? startingValues(body, state, row) : undefined;
    add(
      rowChanges(
        body,
        context.spoken.map((other) => other.body ?? {}),
        row,
        inputs,
        plan,
        state,
        placement,
        context,
      ),
    );
  }
  const spare = plan.body && state.maxRows - rows.lastUsed < fewestSpareRows ? plan.spareRows : 0;
  const title =
    plan.title !== state.title && context.spoken.some((other) => other.title === state.title) ? plan.title : undefined;
  return {
    plan,
    state,
    placement,
    lacking: {
      columns: lackingColumns,
      rows: lackingRows(plan, state),
      spare,
      totalsBelow: totalsBelow(plan, state, context),
    },
    changes,
    notes,
    isOurNote: ourNotes(plan, context),
    relabelled: context.relabelled,
    redrawn: context.upgraded && plan.shape === 'report',
    formerHighlights: context.formerHighlights(plan),
    repainted: false,
    retired: context.retired(state.placement),
    title,
  };
}
