import type { FieldValue } from '../model/answer';
import { keyOf } from '../model/key';
import type { Tab } from '../model/tab';
import { fromCell } from '../model/value';
import type { TabState } from '../workbook/state';
import { choices } from './described';
import { valueAt } from './endpoints/records';
import { isMadeId } from './generate';
import type { KeysLogged } from './history';

/**
 * Records of a table that stand beside another's hidden id: by the log they had a key that another row has now, and have
 * lost their own. One may have been typed anew; of two or more the rows were sorted without the column of ids.
 */
export function displaced(tab: Tab, state: TabState, ids: readonly string[], logged: KeysLogged): readonly string[] {
  const key = keyOf(tab);
  if (!key) return [];
  const idOf = (values: ReadonlyMap<string, FieldValue>): string => key.idOf((field) => values.get(field));
  const standing = new Map(
    ids.map((id): [string, string] => {
      const values = key.fields.map((field): [string, FieldValue] => [
        field.id,
        fromCell(field, valueAt(tab, state, id, field, 0).value, choices),
      ]);
      return [id, idOf(new Map(values))];
    }),
  );
  const holders = new Map([...standing].map(([id, known]) => [known, id]));
  const moved = ids.filter((id) => {
    const before = idOf(logged.get(id) ?? new Map());
    const holder = holders.get(before);
    return before !== '' && before !== standing.get(id) && holder !== undefined && holder !== id;
  });
  return moved.length > 1 ? moved : [];
}

/** Rows of a table whose hidden id is none that was given: someone has typed over it. From 1. */
export function foreignIds(tab: Tab, { placement }: TabState, logged: KeysLogged): readonly number[] {
  if (tab.shape !== 'table') return [];
  const seeds = new Set((tab.seeds ?? []).map(({ id }) => id));
  const isGiven = (id: string): boolean => id.startsWith('#') || seeds.has(id) || isMadeId(id) || logged.has(id);
  return [...placement.rows].flatMap(([id, row]) => (isGiven(id) ? [] : [row]));
}
