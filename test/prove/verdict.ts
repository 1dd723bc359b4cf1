import type { Value } from '../engine/book';
import { tabIn } from '../engine/book';
import { type Cells, computedFields, type Row, rowsOf, type Stores, typedFields } from './region';
import type { Shelf } from './shelf';

/** What something that was done to the stores makes of them. */
export type Effect = (stores: Stores) => Stores;

/** The stores as they stand: of two rows with one name the second is told apart. */
export function storesOf(rows: readonly Row[]): Stores {
  const stores: Record<string, Cells> = {};
  for (const { cells, row } of rows) {
    const typed: Record<string, Value> = {};
    for (const [field, value] of Object.entries(cells)) if (typedFields.includes(field)) typed[field] = value;
    if (Object.keys(typed).length === 0) continue;
    const name = String(cells.storeId ?? '');
    stores[name in stores ? `${name} again in row ${row}` : name] = typed;
  }
  return stores;
}

/** Cells that an effect changes, as `store field`, and stores that come or go, as `store`. */
function touched(effect: Effect, base: Stores): ReadonlySet<string> {
  const after = effect(base);
  const keys = new Set<string>();
  for (const store of new Set([...Object.keys(base), ...Object.keys(after)])) {
    const [was, is] = [base[store], after[store]];
    if ((was === undefined) !== (is === undefined)) keys.add(store);
    if (was === undefined || is === undefined) continue;
    for (const field of new Set([...Object.keys(was), ...Object.keys(is)]))
      if (was[field] !== is[field]) keys.add(`${store} ${field}`);
  }
  return keys;
}

/** What the log says, as text: what was written over is there if it is nowhere else. */
function logText({ workbook }: Shelf): string {
  return JSON.stringify(tabIn(workbook, 'log').values.slice(2));
}

/**
 * What is wrong with the stores: what was accepted is not there once, what a person typed is neither there nor in the log,
 * or anything else has changed. Where both wanted the same cell either may stand there.
 */
export function wrongStores(shelf: Shelf, base: Stores, ours: Effect, theirs: Effect, now: Stores): readonly string[] {
  const expected = theirs(ours(base));
  const [own, other] = [touched(ours, base), touched(theirs, base)];
  const log = logText(shelf);
  const problems: string[] = [];
  for (const store of new Set([...Object.keys(expected), ...Object.keys(now)])) {
    const [wanted, found] = [expected[store], now[store]];
    const isContested =
      [...own].some((key) => key.split(' ')[0] === store) && [...other].some((key) => key.split(' ')[0] === store);
    if (wanted === undefined || found === undefined) {
      if (wanted === found || isContested) {
        // A removed record that was typed into meanwhile: it is there with what was typed, or that is in the log.
        const typed = [...other].flatMap((key) => theirs(base)[store]?.[key.split(' ')[1] ?? ''] ?? []);
        if (found === undefined && !typed.every((value) => log.includes(String(value))))
          problems.push(`${store}: what was typed is lost`);
        continue;
      }
      problems.push(`${store} ${found === undefined ? 'is lost' : 'is too much'}: ${JSON.stringify(found ?? wanted)}`);
      continue;
    }
    for (const field of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      if (wanted[field] === found[field]) continue;
      const key = `${store} ${field}`;
      const isBoth = own.has(key) && other.has(key);
      const allowed =
        isBoth && found[field] === ours(base)[store]?.[field] && log.includes(String(theirs(base)[store]?.[field]));
      if (!allowed)
        problems.push(`${store}.${field}: ${JSON.stringify(found[field])} instead of ${JSON.stringify(wanted[field])}`);
    }
  }
  return problems;
}

/** Ids that are not what they were, come twice or are lacking. */
export function wrongIds(before: readonly Row[], now: readonly Row[]): readonly string[] {
  const problems: string[] = [];
  const known = new Map(before.filter(({ id }) => id !== '').map(({ id, cells }) => [String(cells.storeId), id]));
  const seen = new Set<string>();
  for (const { id, cells, row } of now) {
    const store = String(cells.storeId ?? '');
    if (id === '') problems.push(`row ${row} has no id`);
    if (seen.has(id)) problems.push(`the id of row ${row} comes twice`);
    seen.add(id);
    const was = known.get(store);
    if (was !== undefined && was !== id) problems.push(`${store} has another id`);
    if (Object.keys(cells).length === 0) problems.push(`row ${row} is a record of nothing`);
  }
  return problems;
}

/** Formulas of ours that are missing, or others than in the other rows. */
export function wrongFormulas(now: readonly Row[]): readonly string[] {
  const problems: string[] = [];
  for (const field of computedFields) {
    const forms = new Map(now.map(({ forms: own, cells }) => [String(cells.storeId), own[field] ?? '']));
    const kinds = new Set(forms.values());
    if (kinds.size > 1) problems.push(`${field} has ${kinds.size} formulas: ${JSON.stringify([...forms])}`);
  }
  return problems;
}

/** A request's rows in the log that say otherwise than its answer. */
export function wrongLog({ workbook }: Shelf, request: string, status: string): readonly string[] {
  const tab = tabIn(workbook, 'log');
  const at = (column: string) => tab.columns.get(column) ?? -1;
  const states = new Set(
    tab.values
      .filter((line) => String(line[at('request')]).split(':')[0] === request)
      .map((line) => String(line[at('state')])),
  );
  if (status === 'done')
    return [...states].join() === 'done' ? [] : [`${request} is done and logged as ${[...states].join() || 'nothing'}`];
  return [...states].every((state) => state === 'undone')
    ? []
    : [`${request} is ${status} and logged as ${[...states].join()}`];
}

export { rowsOf };
