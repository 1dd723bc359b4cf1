import type { Formula } from '../model/field';
import { choicesTab } from './own';
import { bodyStart, type Placement } from './place';
import { type Separator, separatedBy } from './separator';

/** The workbook as formulas see it: where each tab's keys stand. Tabs that are not there are absent. */
export interface Atlas {
  readonly placements: ReadonlyMap<string, Placement>;
  /** Choice ids of each list, in the order of the lists tab. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Paths of fields by what they mean: `settings.asOf` by `asOf`. */
  readonly means: ReadonlyMap<string, string>;
  /** Between arguments, as the workbook's locale has it. */
  readonly separator: Separator;
}

/** Where a formula stands: its tab, the row it is in, and for `{this}` its column. */
export interface Site {
  readonly tab: string;
  readonly row: number;
  readonly column?: number;
}

export interface Resolved {
  /** With its leading `=`; undefined where a tab it needs is not in the workbook. */
  readonly formula: string | undefined;
  /** Tabs that the first choice of formula refers to and that are not there. */
  readonly missing: readonly string[];
}

const reference = /\{([^{}|]+)(?:\|([^{}]*))?\}/g;

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `加盟` → `'加盟'!`. */
export const quoted = (title: string): string => `'${title.replace(/'/g, "''")}'!`;

/** The columns of a field: one, or those of its several cells in their order. */
function columnsOf(placement: Placement, field: string): readonly number[] {
  const single = placement.columns.get(field);
  if (single !== undefined) return [single];
  const several: number[] = [];
  for (let cell = 1; ; cell += 1) {
    const column = placement.columns.get(`${field}.${cell}`);
    if (column === undefined) return several;
    several.push(column);
  }
}

const block = (sheet: string, first: number, last: number, top: string, bottom: string): string =>
  first === last && top === bottom
    ? `${sheet}$${columnLetters(first)}${top}`
    : `${sheet}$${columnLetters(first)}${top}:$${columnLetters(last)}${bottom}`;

/** Columns side by side, by the first and the last of them. */
function runsOf(columns: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs[runs.length - 1];
    if (last && last[1] + 1 === column) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/**
 * The cells of some columns: one block, or several with commas where a person has moved one of them away or put a column
 * of their own between; undefined of no columns.
 */
function blocks(sheet: string, columns: readonly number[], top: string, bottom: string): string | undefined {
  const runs = runsOf(columns);
  return runs.length === 0 ? undefined : runs.map(([first, last]) => block(sheet, first, last, top, bottom)).join(',');
}

/** A cell, or the cells of a field of several, in one row of a record. */
function inRecord(placement: Placement, sheet: string, parts: readonly string[]): string | undefined {
  const [field = '', cell] = parts;
  const row = placement.rows.get(field);
  if (row === undefined) return undefined;
  const numbers = cell === undefined ? upTo(placement.cells.get(field) ?? 1) : [Number(cell)];
  const columns = numbers.flatMap((number) => placement.columns.get(`value.${number}`) ?? []);
  return columns.length < numbers.length ? undefined : blocks(sheet, columns, `$${row}`, `$${row}`);
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** What a reference stands for: the same address in all rows, or one that depends on the row. */
type Address = string | ((site: Site) => string);

/** `{field}` of the formula's own tab: in a record its cell, elsewhere the cell in the formula's own row. */
function ownReference(placement: Placement, path: string): Address | undefined {
  if (placement.shape === 'record') return inRecord(placement, '', path.split('.'));
  const runs = runsOf(columnsOf(placement, path)).map(
    ([first, last]) => [`$${columnLetters(first)}`, first === last ? undefined : `:$${columnLetters(last)}`] as const,
  );
  if (runs.length === 0) return undefined;
  return ({ row }) => runs.map(([first, last]) => `${first}${row}${last === undefined ? '' : last + row}`).join(',');
}

/** The rows of a tab that have a key. */
const keyedRows = new WeakMap<Placement, ReadonlySet<number>>();

/** `{above.field}`: the cell in the row before, rows that people have put between left out. */
function aboveReference(placement: Placement, field: string): Address | undefined {
  const keyed = keyedRows.get(placement) ?? new Set(placement.rows.values());
  keyedRows.set(placement, keyed);
  const own = ownReference(placement, field);
  if (typeof own !== 'function') return own;
  return (site) => {
    let row = site.row - 1;
    while (row > 1 && !keyed.has(row)) row -= 1;
    return own({ ...site, row });
  };
}

/** `{tab.field}` (a table's whole column), `{tab.row.field}`, `{tab.record.field}`, `{record.field}`. */
function tabReference(placement: Placement, sheet: string, parts: readonly string[]): string | undefined {
  if (placement.shape === 'record') return inRecord(placement, sheet, parts);
  const [head = '', ...rest] = parts;
  const row = placement.rows.get(head);
  if (row !== undefined && rest.length > 0) {
    const columns = columnsOf(placement, rest.join('.'));
    if (placement.shape === 'table' && !head.startsWith('#')) return lookedUp(placement, sheet, head, columns);
    return blocks(sheet, columns, `$${row}`, `$${row}`);
  }
  return blocks(sheet, columnsOf(placement, parts.join('.')), `$${bodyStart(placement)}`, '');
}

/** Cells of one record of a table, found by its id: people sort its rows, and an address would stay where it is. */
function lookedUp(placement: Placement, sheet: string, record: string, columns: readonly number[]): string | undefined {
  const top = `$${bodyStart(placement)}`;
  const at = `MATCH("${record}",${block(sheet, 1, 1, top, '')},0)`;
  const cells = columns.map((column) => `INDEX(${block(sheet, column, column, top, '')},${at})`);
  return cells.length === 0 ? undefined : cells.join(',');
}

function listReference(map: Atlas, parts: readonly string[]): string | undefined {
  const [list = '', choice] = parts;
  const placement = map.placements.get(choicesTab);
  const column = placement?.columns.get(list);
  if (!placement || column === undefined) return undefined;
  const choices = map.lists.get(list) ?? [];
  const row = (index: number) => placement.rows.get(String(index + 1));
  const [first, last] =
    choice === undefined ? [0, choices.length - 1] : [choices.indexOf(choice), choices.indexOf(choice)];
  const [top, bottom] = [row(first), row(last)];
  if (top === undefined || bottom === undefined) return undefined;
  return block(quoted(placement.title), column, column, `$${top}`, `$${bottom}`);
}

/** `means.asOf` as the path of the field that means it; other paths as they are. */
export function meant(path: string, means: ReadonlyMap<string, string>): string {
  const [head, meaning = '', ...rest] = path.split('.');
  const found = head === 'means' ? means.get(meaning) : undefined;
  return found === undefined ? path : [found, ...rest].join('.');
}

/** The address a reference stands for; undefined if its tab is absent, or the row that a person has removed. */
function address(path: string, map: Atlas, { tab, column }: Omit<Site, 'row'>): Address | undefined {
  const own = map.placements.get(tab);
  const parts = path.split('.');
  const [head = '', ...rest] = parts;
  if (path === 'this' && column !== undefined) return ({ row }) => `${columnLetters(column)}${row}`;
  if (head === 'list') return listReference(map, rest);
  if (head === 'above') return own && aboveReference(own, rest.join('.'));
  const ownAddress = own && ownReference(own, path);
  if (ownAddress !== undefined) return ownAddress;
  const placement = map.placements.get(head);
  if (!placement) return undefined;
  return tabReference(placement, head === tab ? '' : quoted(placement.title), rest);
}

/** A template whose references are found: what stands between them, and addresses. Undefined where one is needed and absent. */
interface Found {
  readonly parts: readonly Address[] | undefined;
  readonly missing: readonly string[];
}

function found(template: string, map: Atlas, site: Omit<Site, 'row'>): Found {
  const missing = new Set<string>();
  const parts: Address[] = ['='];
  let absent = false;
  let end = 0;
  for (const match of template.matchAll(reference)) {
    const [whole, written = '', fallback] = match;
    const path = meant(written, map.means);
    const there = address(path, map, site);
    if (there === undefined) {
      missing.add(path.split('.')[0] ?? path);
      if (fallback === undefined) absent = true;
    }
    parts.push(template.slice(end, match.index), there ?? fallback ?? '');
    end = match.index + whole.length;
  }
  parts.push(template.slice(end));
  return { parts: absent ? undefined : parts, missing: [...missing] };
}

/** A column's rows have one template, whose references are looked for once: by tab, column and template. */
const known = new WeakMap<Atlas, Map<string, Found>>();

function resolvedOne(template: string, map: Atlas, site: Site): Resolved {
  const there = known.get(map) ?? new Map<string, Found>();
  known.set(map, there);
  const key = `${site.tab} ${site.column ?? ''} ${template}`;
  const { parts, missing } = there.get(key) ?? found(template, map, site);
  there.set(key, { parts, missing });
  const text = parts?.map((part) => (typeof part === 'string' ? part : part(site))).join('');
  return { formula: text === undefined ? undefined : separatedBy(map.separator, text), missing };
}

/**
 * A formula with its `{references}` turned into addresses: `{growth}` is the cell of the same row (in a record, the
 * field's cell), `{stores.finalTarget}` a table's whole column, `{baseline.all.growth}` one cell of a fixed row,
 * `{settings.ramp}` all cells of a field, `{settings.ramp.2}` one of them, `{list.flag.weak}` the cell of a choice;
 * `{means.asOf}` is the field that means it, whatever tab it is in; `{x.y|0}` is 0 while tab x is not there; `{above.field}` is the cell of the row before; `{this}` is the cell itself, relative (in highlights). Of several formulas
 * the first that can be resolved is taken.
 */
export function resolved(formula: Formula, map: Atlas, site: Site): Resolved {
  const alternatives = typeof formula === 'string' ? [formula] : formula;
  let missing: readonly string[] = [];
  for (const [index, template] of alternatives.entries()) {
    const result = resolvedOne(template, map, site);
    if (index === 0) missing = result.missing;
    if (result.formula !== undefined) return { formula: result.formula, missing };
  }
  return { formula: undefined, missing };
}

/**
 * A condition's formula with its choices as quoted labels: a conditional format cannot refer to another tab, so it is
 * written anew when the workbook changes its language.
 */
export function withLabels(template: string, label: (list: string, choice: string) => string): string {
  return template.replace(/\{list\.(\w+)\.(\w+)\}/g, (_, list: string, choice: string) => `"${label(list, choice)}"`);
}

/** All paths that a formula refers to. */
export function references(formula: Formula): readonly string[] {
  const templates = typeof formula === 'string' ? [formula] : formula;
  return templates.flatMap((template) => [...template.matchAll(reference)].map((match) => match[1] ?? ''));
}

/**
 * Formula texts that differ only in case outside quotes, spaces, separators, needless quotes around tab names and in how
 * a share is written (0.9, 90%) are the same.
 */
export function sameFormula(one: string, other: string): boolean {
  return one === other || bare(one) === bare(other);
}

/**
 * Whether formulas are the same but for the row that whole columns begin with: a row that is inserted above the first record
 * moves that, and the record in it is then left out.
 */
export const sameButForStart = (one: string, other: string): boolean =>
  sameFormula(withoutStarts(one), withoutStarts(other));

const withoutStarts = (formula: string): string =>
  formula.replace(/(\$?[A-Z]{1,3})\$\d+(:\$?[A-Z]{1,3})(?![A-Z$\d])/g, '$1$2');

/** `$C5+D5` moved from row 5 to row 9 is `$C9+D9`: references to the formula's own row go along with it. */
export const movedFormula = (formula: string, from: number, to: number): string =>
  withRows(formula, new Map([[from, to]]));

/** The same for several rows at once; references to others, and those that stay where they are, are left as they are. */
export function withRows(formula: string, rows: ReadonlyMap<number, number>): string {
  return formula.replace(/(\$?[A-Z]{1,3})(\d+)(?![\d(])/g, (all, column: string, row: string) => {
    const to = rows.get(Number(row));
    return to === undefined ? all : `${column}${to}`;
  });
}

/** A text in quotes; a cell or cells, of another tab with its name, and what stands before: Google's editor parses no look-behind. */
const cited =
  /"[^"]*"|(^|[^\w.$])((?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}(?:\$?\d+)?)?)(?![\w(.])/gu;

/** A formula with something else for each cell, or block of cells, that it cites of its own tab. */
function recited(formula: string, instead: (cells: string) => string): string {
  return formula.replace(
    cited,
    (all, before: string | undefined, tab: string | undefined, cells: string | undefined) =>
      tab !== undefined || cells === undefined ? all : `${before ?? ''}${instead(cells)}`,
  );
}

/** `$C5+Lists!$C$2` is `$D5+Lists!$C$2` once column 3 stands in 4: what a formula cites of its own tab, where it stands now. */
export const citing = (formula: string, columnNow: (column: number) => number): string =>
  recited(formula, (cells) => cells.replace(/[A-Z]+/g, (letters) => columnLetters(columnNow(columnOf(letters)))));

/** Whether a formula has lost what it cited; some programs write the error without its mark. */
export const isCutOff = (formula: string): boolean => formula.includes('#REF');

/** What is alike in a formula in whatever row it is written: `=$C5>0` and `=$C6>0`. */
export const inAnyRow = (formula: string): string => bare(recited(formula, (cells) => cells.replace(/\d+/g, '')));

/** What is alike in a formula whatever it cites, or has cited and lost: `=$C5>0` and `=#REF!>0`. */
export const citingAny = (formula: string): string =>
  bare(recited(formula, () => '#REF!')).replace(/#REF(?!!)/g, '#REF!');

/** A → 1, AA → 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** `90%` → `0.9`. */
const share = (part: string): string =>
  part.replace(
    /(^|[^\w.$])(\d+(?:\.\d+)?)%/g,
    (_, before: string, percent: string) => `${before}${Number(`${percent}e-2`)}`,
  );

/** A formula without what it may be written with and mean the same: blanks, small letters, the locale's separators. */
export function bare(formula: string): string {
  return separatedBy(',', formula)
    .split('"')
    .map((part, index) => (index % 2 === 1 ? part : share(part.replace(/[\s']/g, '').toUpperCase())))
    .join('"');
}
