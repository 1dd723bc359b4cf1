import { foldedName } from '../../src/model/key';
import type { Column } from './records';

/** Rows that are records of their own, by place: those of each id in the order in which they stand. */
function byId({ read }: Column): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, value] of read.values.entries()) {
    if (value === null) continue;
    const id = foldedName(String(value));
    const own = places.get(id);
    if (own) own.push(at);
    else places.set(id, [at]);
  }
  return places;
}

/** Whether a file has a row for each month or receipt of a store: most ids come again. */
export function isLong(key: Column | undefined): { readonly rows: number; readonly stores: number } | undefined {
  if (!key) return undefined;
  const places = byId(key);
  let rows = 0;
  for (const { length } of places.values()) rows += length;
  return rows >= 4 && places.size * 2 <= rows ? { rows, stores: places.size } : undefined;
}

/** Rows of an id that are added up in its first one: all, or those of one year. */
export type IsAdded = (at: number) => boolean;

/**
 * The columns with the money of each id's rows added up in its first row, and the rows that are in it; rows that say
 * different things of one id are left as they are, to be found as the same record twice. Rows that are not to be added
 * are in none, nor are those of an id of which an amount cannot be read.
 */
export function summed(
  columns: readonly Column[],
  key: Column | undefined,
  isSummed: (column: Column) => boolean,
  isAdded: IsAdded = () => true,
): { readonly columns: readonly Column[]; readonly within: ReadonlySet<number> } {
  const within = new Set<number>();
  if (!key || !columns.some(isSummed)) return { columns, within };
  const others = columns.filter((column) => column.index !== key.index && !isSummed(column));
  const sums = new Map(columns.filter(isSummed).map((column) => [column, [...column.read.values]]));
  for (const all of byId(key).values()) {
    for (const at of all) if (!isAdded(at)) within.add(at);
    const added = all.filter(isAdded);
    const [first, ...more] = added;
    if (first === undefined) continue;
    // An amount that cannot be read is in no sum: its row is told, and the record left out.
    const isWrong = (at: number): boolean => columns.some((column) => isSummed(column) && column.read.faults.has(at));
    if (added.some(isWrong)) {
      for (const at of added) if (!isWrong(at)) within.add(at);
      continue;
    }
    const isOne = more.every((at) =>
      others.every(({ read }) => (read.values[at] ?? null) === (read.values[first] ?? null)),
    );
    if (!isOne) continue;
    for (const values of sums.values()) {
      for (const at of more) {
        const [sum, own] = [values[first], values[at]];
        if (typeof own === 'number') values[first] = Number(((typeof sum === 'number' ? sum : 0) + own).toFixed(6));
      }
    }
    for (const at of more) within.add(at);
  }
  return {
    columns: columns.map((column) => {
      const values = sums.get(column);
      return values ? { ...column, read: { ...column.read, values } } : column;
    }),
    within,
  };
}
