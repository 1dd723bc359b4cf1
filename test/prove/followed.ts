import { sections } from '../../src/sections';
import { ourSheets, tabIn } from '../engine/book';
import type { Cells, Stores } from './region';
import type { Shelf } from './shelf';
import type { Effect } from './verdict';

/** Parts in which the plan is followed, and the fields by which people call their records. */
export const keys = { actuals: 'storeId', commitments: 'store', actions: 'issue', working: 'storeId' } as const;

export type FollowedPart = keyof typeof keys;

const parts: readonly FollowedPart[] = ['actuals', 'commitments', 'actions', 'working'];

/** What stands in the parts in which the plan is followed, record by record. */
export type Followed = Readonly<Partial<Record<FollowedPart, Stores>>>;

const fieldsOf = (part: string) => sections.flatMap(({ tabs }) => tabs).find(({ id }) => id === part)?.fields ?? [];

/** What people and files have put there, without choices, which are others in another language. */
export function followedIn({ workbook }: Shelf): Followed {
  const found: Partial<Record<FollowedPart, Stores>> = {};
  for (const part of parts) if (ourSheets(workbook).has(part)) found[part] = recordsOf(workbook, part);
  return found;
}

function recordsOf(workbook: Shelf['workbook'], part: FollowedPart): Stores {
  const tab = tabIn(workbook, part);
  const given = new Set(
    fieldsOf(part)
      .filter(
        ({ role, list, kind, hidden }) =>
          role !== 'computed' && list === undefined && kind !== 'month' && hidden !== true,
      )
      .map(({ id }) => id),
  );
  const columns = [...tab.columns].filter(([key]) => given.has(key.split('.')[0] ?? ''));
  const first = Math.max(...['#fields', '#labels', '#total'].map((key) => tab.rows.get(key) ?? -1)) + 1;
  const records: Record<string, Cells> = {};
  for (let row = first; row < tab.values.length; row += 1) {
    const cells = Object.fromEntries(
      columns.flatMap(([key, at]) => {
        const value = tab.values[row]?.[at] ?? '';
        return value === '' || value === false ? [] : [[key, value]];
      }),
    );
    if (Object.keys(cells).length === 0) continue;
    const name = String(cells[keys[part]] ?? '');
    records[name in records ? `${name} again in row ${row + 1}` : name] = cells;
  }
  return records;
}

/** What is otherwise than it was, but for what commands have made of it. */
export function wrongFollowed(
  before: Followed,
  now: Followed,
  effects: Readonly<Partial<Record<FollowedPart, readonly Effect[]>>>,
): readonly string[] {
  return parts.flatMap((part) => {
    const [was, is] = [before[part], now[part] ?? {}];
    // A part that has been made since holds what it was made with.
    if (!was) return [];
    const wanted = (effects[part] ?? []).reduce((stores, effect) => effect(stores), was);
    return [...new Set([...Object.keys(wanted), ...Object.keys(is)])].flatMap((name) => {
      const [one, other] = [wanted[name], is[name]].map(inOrder);
      return one === other ? [] : [`${part} ${name} is ${other} instead of ${one}`];
    });
  });
}

const inOrder = (cells: Cells | undefined): string =>
  cells === undefined ? 'nowhere' : JSON.stringify(Object.fromEntries(Object.entries(cells).sort()));
