import type { FieldValue } from '../model/answer';
import { keyOf } from '../model/key';
import type { Tab } from '../model/tab';
import { fromCell } from '../model/value';
import type { Owners } from '../workbook/diff';
import { fieldsRow, type TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { choices } from './described';
import { valueAt } from './endpoints/records';
import type { KeysLogged } from './history';
import { isMadeId } from './ids';

/** What records of a table are known by as they stand, by their hidden ids; '' where their names are blank. */
function standingKeys(tab: Tab, state: TabState, ids: readonly string[]): ReadonlyMap<string, string> {
  const key = keyOf(tab);
  if (!key) return new Map();
  const valuesOf = (id: string): ReadonlyMap<string, FieldValue> =>
    new Map(
      key.fields.map((field): [string, FieldValue] => [
        field.id,
        fromCell(field, valueAt(tab, state, id, field, 0).value, choices),
      ]),
    );
  return new Map(
    ids.map((id): [string, string] => {
      const values = valuesOf(id);
      return [id, key.idOf((field) => values.get(field))];
    }),
  );
}

/** What the log says that a record was known by. */
function loggedKey(tab: Tab, logged: KeysLogged, id: string): string {
  const values = logged.get(id);
  return (values && keyOf(tab)?.idOf((field) => values.get(field))) ?? '';
}

/**
 * Records of a table that stand beside another's hidden id: by the log they had a key that another row has now, and have
 * lost their own. One may have been typed anew; of two or more the rows were sorted without the column of ids.
 */
export function displaced(tab: Tab, state: TabState, ids: readonly string[], logged: KeysLogged): readonly string[] {
  const standing = standingKeys(tab, state, ids);
  const holders = new Map([...standing].map(([id, known]) => [known, id]));
  const moved = ids.filter((id) => {
    const before = loggedKey(tab, logged, id);
    const holder = holders.get(before);
    return before !== '' && before !== standing.get(id) && holder !== undefined && holder !== id;
  });
  return moved.length > 1 ? moved : [];
}

/**
 * The hidden ids that belong beside displaced rows, by the ids that stand there: each row's own, by what the log says that
 * it was known by. Rows of which that cannot be told, and those that would take an id from them, stay as they are.
 */
export function idsBack(
  tab: Tab,
  state: TabState,
  ids: readonly string[],
  logged: KeysLogged,
): ReadonlyMap<string, string> {
  const moved = displaced(tab, state, ids, logged);
  const standing = standingKeys(tab, state, moved);
  const owners = new Map(moved.map((id) => [loggedKey(tab, logged, id), id]));
  const back = new Map(
    moved.flatMap((id): readonly (readonly [string, string])[] => {
      const owner = owners.get(standing.get(id) ?? '');
      return owner === undefined ? [] : [[id, owner]];
    }),
  );
  // Ids that come out twice, or that another row keeps, would damage more than they mend.
  for (;;) {
    const given = [...back.values()];
    const doubtful = [...back].filter(
      ([, owner]) => !back.has(owner) || given.indexOf(owner) !== given.lastIndexOf(owner),
    );
    if (doubtful.length === 0) return back;
    for (const [id] of doubtful) back.delete(id);
  }
}

/** The id that a row had by the log before someone typed over it: that of a record known as it is, which stands nowhere. */
export function idBefore(
  tab: Tab,
  state: TabState,
  id: string,
  ids: readonly string[],
  logged: KeysLogged,
): string | undefined {
  const known = standingKeys(tab, state, [id]).get(id) ?? '';
  const there = new Set(ids);
  if (known === '') return undefined;
  return [...logged.keys()].find((other) => !there.has(other) && loggedKey(tab, logged, other) === known);
}

/**
 * Of rows with one id those to whom it belongs: the one of them that is called what the log says that the record was called.
 * Of rows that are called the same nobody can tell.
 */
export function ownersOf(
  tab: Tab,
  state: TabState,
  twins: ReadonlyMap<string, readonly number[]>,
  logged: KeysLogged,
): Owners {
  const owners = new Map<string, number>();
  for (const [id, rows] of twins) {
    const known = loggedKey(tab, logged, id);
    const own = rows.filter((row) => known !== '' && keyInRow(tab, state, id, row) === known);
    if (own.length === 1 && own[0] !== undefined) owners.set(id, own[0]);
  }
  return owners;
}

/** A tab in which an id is that of one row, whatever other rows have it. */
function withRow(state: TabState, id: string, row: number): TabState {
  const rows = new Map([...state.placement.rows, [id, row] as const]);
  return { ...state, placement: { ...state.placement, rows } };
}

/** What the record of a row is known by. */
const keyInRow = (tab: Tab, state: TabState, id: string, row: number): string =>
  standingKeys(tab, withRow(state, id, row), [id]).get(id) ?? '';

/** What the record of a row is called, as it stands there. */
export function nameInRow(tab: Tab, state: TabState, id: string, row: number): string {
  const own = withRow(state, id, row);
  const fields = keyOf(tab)?.fields ?? [];
  return fields.map((field) => String(valueAt(tab, own, id, field, 0).value ?? '')).join(' ');
}

/** Columns that carry the hidden key of one before them, as copied columns do: what is typed there counts nowhere. */
export function strayColumns(
  plan: TabPlan,
  { values, placement }: TabState,
): readonly { readonly row: number; readonly column: number }[] {
  const row = placement.rows.get(fieldsRow) ?? 1;
  const planned = new Set(plan.columns.map(({ key }) => key));
  const taken = new Set(placement.columns.values());
  return (values[row - 1] ?? []).flatMap((key, index) => {
    const column = index + 1;
    return column > 1 && planned.has(String(key)) && !taken.has(column) ? [{ row, column }] : [];
  });
}

/** Rows of a table whose hidden id is none that was given: someone has typed over it. From 1. */
export function foreignIds(tab: Tab, { placement }: TabState, logged: KeysLogged): readonly number[] {
  if (tab.shape !== 'table') return [];
  const seeds = new Set((tab.seeds ?? []).map(({ id }) => id));
  const isGiven = (id: string): boolean => id.startsWith('#') || seeds.has(id) || isMadeId(id) || logged.has(id);
  return [...placement.rows].flatMap(([id, row]) => (isGiven(id) ? [] : [row]));
}
