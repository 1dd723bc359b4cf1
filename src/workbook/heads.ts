import type { Placement } from './place';
import { fieldsRow, idColumn, labelsRow, type RowPlan, type TabPlan } from './plan';
import type { Value } from './state';

/** What stands in a tab, as far as it tells which row and which column is whose. */
interface Cells {
  readonly values: readonly (readonly Value[])[];
  /** Empty where formulas were not read. */
  readonly formulas: readonly (readonly string[])[];
}

/** What keys of earlier versions are called now, and which of them the plan has no more. */
interface Former {
  readonly keyNow: (key: string) => string;
  readonly isFormer: (key: string) => boolean;
}

/** Rows at the top among which a tab's own are looked for: people insert a few above them. */
const mostHeads = 12;

const at = (cells: Cells, row: number, column: number): Value => cells.values[row - 1]?.[column - 1] ?? '';

/** Constant words that a planned row holds in any language, by column. */
function wordsOf(plans: readonly TabPlan[], row: string, column: string): ReadonlySet<Value> {
  const words = new Set<Value>();
  for (const plan of plans) {
    const content = plan.rows.find(({ key }) => key === row)?.cells[column]?.content;
    if (content !== undefined && content !== null && typeof content !== 'object' && content !== '') words.add(content);
  }
  return words;
}

/** All constant words of a planned row, in any language. */
function allWords(plans: readonly TabPlan[], row: string): ReadonlySet<Value> {
  const words = new Set<Value>();
  for (const { rows } of plans) {
    for (const { content } of Object.values(rows.find(({ key }) => key === row)?.cells ?? {}))
      if (content !== null && typeof content !== 'object' && content !== '') words.add(content);
  }
  return words;
}

/** The row that holds most of some words, and at least two of them. */
function rowWith(cells: Cells, words: ReadonlySet<Value>): number | undefined {
  let best: { readonly row: number; readonly count: number } | undefined;
  for (let row = 1; row <= Math.min(mostHeads, cells.values.length); row += 1) {
    const count = (cells.values[row - 1] ?? []).filter((value) => words.has(value)).length;
    if (count > (best?.count ?? 1)) best = { row, count };
  }
  return best?.row;
}

/**
 * Where the keys of a tab stand, also where people have cleared or overwritten some of them, or deleted the row that holds
 * them: a column is known by its label, or by standing between two that are known; a row by the words and formulas in
 * it. What its own key names is taken as it is. `plans` are the tab's plans in all languages; a column under a former key
 * is no other's.
 */
export function foundPlacement(
  placement: Placement,
  cells: Cells,
  plans: readonly TabPlan[],
  { keyNow, isFormer }: Former,
): Placement {
  const [plan] = plans;
  if (!plan || isWhole(plan, placement)) return placement;
  const rows = new Map(placement.rows);
  const keysAt = rows.get(fieldsRow) ?? rowWith(cells, new Set(plan.columns.map(({ key }) => key)));
  const known = keysAt === 1 ? placement.columns : keysIn(cells, keysAt, keyNow);
  const columns = foundColumns(
    plan,
    known,
    labelsIn(cells, rows, plans),
    plans,
    widthOf(cells),
    isFormer,
    keysAt !== undefined,
  );
  if (keysAt !== undefined && !rows.has(fieldsRow)) claim(rows, fieldsRow, keysAt);
  for (const row of plan.rows) if (!rows.has(row.key)) claimRow(rows, row, columns, cells, plans, isFormer);
  return { ...placement, columns, rows };
}

const isWhole = (plan: TabPlan, { rows, columns }: Placement): boolean =>
  rows.get(fieldsRow) === 1 &&
  plan.columns.every(({ key }) => columns.has(key)) &&
  plan.rows.every(({ key }) => rows.has(key));

const widthOf = ({ values }: Cells): number => Math.max(1, ...values.slice(0, mostHeads).map((line) => line.length));

/** A row that was taken for another's, or a record's, is its own. */
function claim(rows: Map<string, number>, key: string, row: number): void {
  for (const [other, at] of rows) if (at === row) rows.delete(other);
  rows.set(key, row);
}

function keysIn(cells: Cells, row: number | undefined, keyNow: Former['keyNow']): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [index, value] of (row === undefined ? [] : (cells.values[row - 1] ?? [])).entries()) {
    const key = typeof value === 'string' ? keyNow(value) : '';
    if (index > 0 && key !== '' && !columns.has(key)) columns.set(key, index + 1);
  }
  columns.set(idColumn, 1);
  return columns;
}

/** What stands in the row of labels, column by column. */
function labelsIn(
  cells: Cells,
  rows: ReadonlyMap<string, number>,
  plans: readonly TabPlan[],
): (column: number) => Value {
  const row = rows.get(labelsRow) ?? rowWith(cells, allWords(plans, labelsRow));
  return (column) => (row === undefined ? '' : at(cells, row, column));
}

function foundColumns(
  plan: TabPlan,
  known: ReadonlyMap<string, number>,
  labelAt: (column: number) => Value,
  plans: readonly TabPlan[],
  width: number,
  isFormer: (key: string) => boolean,
  hasKeys: boolean,
): ReadonlyMap<string, number> {
  const columns = new Map(known);
  const planned = plan.columns.map(({ key }) => key);
  const own = new Set(planned);
  const isTaken = (column: number): boolean =>
    [...columns].some(([key, place]) => place === column && (own.has(key) || isFormer(key)));
  const take = (key: string, column: number): void => {
    for (const [other, place] of columns) if (place === column) columns.delete(other);
    columns.set(key, column);
  };
  for (const key of planned.filter((one) => !columns.has(one))) {
    const words = wordsOf(plans, labelsRow, key);
    for (let column = 2; column <= width; column += 1) {
      if (isTaken(column) || !words.has(labelAt(column))) continue;
      take(key, column);
      break;
    }
  }
  // With not one of them known they stand as they were made, if nothing is missing.
  const isUnknown = planned.every((key) => key === idColumn || !columns.has(key));
  if (isUnknown && width >= planned.length) {
    for (const [index, key] of planned.entries()) if (key !== idColumn) take(key, index + 1);
    return columns;
  }
  for (let index = 0; index < planned.length; index += 1) {
    const before = columns.get(planned[index - 1] ?? '');
    if (columns.has(planned[index] ?? '') || before === undefined) continue;
    const end = planned.findIndex((key, at) => at > index && columns.has(key));
    const lacking = planned.slice(index, end === -1 ? planned.length : end);
    // Several behind each other, as months whose labels are formulas: where there are keys, they may never have been there,
    // unless others of their field are.
    const isOne = lacking.length === 1;
    const fields = new Set(lacking.map(fieldOfKey));
    const besides = [planned[index - 1], planned[end]].some((key) => key !== undefined && fields.has(fieldOfKey(key)));
    const mayBe = !hasKeys || (fields.size === 1 && besides);
    if (isOne ? end === -1 && labelAt(before + 1) === '' : !mayBe || end === -1) continue;
    const after = columns.get(planned[end] ?? '') ?? before + 2;
    const found =
      after > width + 1 ? [] : between(before, after, lacking.length, isTaken, isOne || hasKeys ? undefined : labelAt);
    for (const [at, column] of found.entries()) take(lacking[at] ?? '', column);
    index += lacking.length - 1;
  }
  return columns;
}

/** `months.3` → `months` */
const fieldOfKey = (key: string): string => key.split('.')[0] ?? key;

/**
 * The columns of so many keys between two that are known: all that stand there if they are as many, or those that have a
 * label if these are, as people insert columns of their own among them. None where it cannot be told.
 */
function between(
  before: number,
  after: number,
  count: number,
  isTaken: (column: number) => boolean,
  labelAt: ((column: number) => Value) | undefined,
): readonly number[] {
  const all = Array.from({ length: Math.max(0, after - before - 1) }, (_, index) => before + 1 + index);
  if (all.some(isTaken)) return [];
  const found = all.length === count ? all : all.filter((column) => labelAt !== undefined && labelAt(column) !== '');
  return found.length === count ? found : [];
}

/** Gives a planned row the one that looks like it: most of its constant words, and formulas where it has formulas. */
function claimRow(
  rows: Map<string, number>,
  planned: RowPlan,
  columns: ReadonlyMap<string, number>,
  cells: Cells,
  plans: readonly TabPlan[],
  isFormer: Former['isFormer'],
): void {
  const last = plans[0]?.body ? Math.min(mostHeads, cells.values.length) : cells.values.length;
  const own = new Set(plans[0]?.rows.map(({ key }) => key));
  const owned = new Set([...rows].filter(([key]) => own.has(key)).map(([, row]) => row));
  for (let row = 1; row <= last; row += 1) {
    if (owned.has(row) || isFormer(String(at(cells, row, 1))) || !isLike(planned, row, columns, cells, plans)) continue;
    claim(rows, planned.key, row);
    return;
  }
}

/**
 * Whether something is typed or imported into a row where that goes into records: it is one of those, however many formulas
 * it has. A row of totals without a word of ours would else be found in the first record.
 */
function isRecord(plan: TabPlan | undefined, row: number, columns: ReadonlyMap<string, number>, cells: Cells): boolean {
  return Object.entries(plan?.body ?? {}).some(([key, { owner }]) => {
    const column = columns.get(key);
    if ((owner !== 'theirs' && owner !== 'imported') || column === undefined) return false;
    return at(cells, row, column) !== '' && (cells.formulas[row - 1]?.[column - 1] ?? '') === '';
  });
}

function isLike(
  planned: RowPlan,
  row: number,
  columns: ReadonlyMap<string, number>,
  cells: Cells,
  plans: readonly TabPlan[],
): boolean {
  let [like, of, words] = [0, 0, 0];
  for (const [key, { content }] of Object.entries(planned.cells)) {
    const column = columns.get(key);
    if (content === null || content === '' || key === idColumn || column === undefined) continue;
    if (typeof content === 'object') {
      if (cells.formulas.length === 0) continue;
      of += 1;
      if ((cells.formulas[row - 1]?.[column - 1] ?? '') !== '') like += 1;
      continue;
    }
    of += 1;
    if (wordsOf(plans, planned.key, key).has(at(cells, row, column))) [like, words] = [like + 1, words + 1];
  }
  const hasWords = Object.entries(planned.cells).some(
    ([key, { content }]) => key !== idColumn && content !== null && content !== '' && typeof content !== 'object',
  );
  return of > 0 && like * 2 >= of && (words > 0 || (!hasWords && !isRecord(plans[0], row, columns, cells)));
}
