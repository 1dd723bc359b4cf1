import { region } from '../../src/maths/region';
import { type RespreadFault, respread } from '../../src/maths/respread';
import { rounded } from '../../src/maths/round';
import { foldedName } from '../../src/model/key';
import type { Given } from '../../src/model/live';
import type { Row } from '../book';

/** What existing stores are to come to, and which of them give way. */
export interface StoresWish {
  /** What the region comes to: existing stores and new ones. */
  readonly total: number;
  /** Records of stores that keep their targets. */
  readonly held: ReadonlySet<string>;
  /** Records of stores whose targets are typed: kept as typed. */
  readonly typed: ReadonlyMap<string, number>;
  /** What others share by, where it is not their targets: what they promise. */
  readonly weights: ReadonlyMap<string, number>;
}

/** A store's target as it is and as it would be; `agreed` is what was agreed with it, none where it is computed. */
export interface SharedStore {
  readonly record: string;
  readonly agreed: number | null;
  readonly before: number;
  readonly after: number;
}

export type StoresOutcome =
  | { readonly stores: readonly SharedStore[]; readonly amount: number; readonly after: number }
  | Extract<RespreadFault, { readonly by: number }>
  | { readonly fault: 'noStores' };

/**
 * The targets of existing stores at which the region comes to a total: what new stores and held ones leave of it, shared by
 * the others in proportion to what they have, in whole rounding units.
 */
export function sharedStores(input: Given, { total, held, typed, weights }: StoresWish): StoresOutcome {
  const found = region(input);
  const stores = found.plans.flatMap((plan, index) => {
    const [record, store] = [input.storeIds[index], input.stores[index]];
    if (!plan.existing || plan.final === null || record === undefined || !store) return [];
    return [{ record, agreed: store.agreedTarget, before: plan.final }];
  });
  if (stores.length === 0) return { fault: 'noStores' };
  const fast = stores.map(({ record, before }) => typed.get(record) ?? (held.has(record) ? before : null));
  const amount = rounded(total - input.newSales - fast.reduce<number>((sum, target) => sum + (target ?? 0), 0), 2);
  const spread = respread(
    amount,
    {
      values: stores.map(({ record, before }, index) => fast[index] ?? weights.get(record) ?? before),
      free: fast.map((target) => target === null),
      season: stores.map(() => 1),
    },
    input.roundingUnit,
  );
  if (!Array.isArray(spread)) return 'by' in spread ? spread : { fault: 'noStores' };
  const shared = stores.map((store, index): SharedStore => ({ ...store, after: spread[index] ?? store.before }));
  return { stores: shared, amount, after: shared.reduce((sum, { after }) => sum + after, input.newSales) };
}

/** Those of them whose agreed target becomes another. */
export const agreedAnew = (stores: readonly SharedStore[]): readonly SharedStore[] =>
  stores.filter(({ before, after }) => Math.abs(after - before) >= 0.005);

/** What stores promise, by the ids of their records: those that name a store, whatever the case of its number. */
export function promisedBy(
  stores: { readonly rows: readonly Pick<Row, 'id' | 'values'>[]; readonly key: string },
  promises: readonly Pick<Row, 'values'>[],
  { store, amount }: { readonly store: string; readonly amount: string },
): ReadonlyMap<string, number> {
  const ids = new Map(stores.rows.map(({ id, values }) => [foldedName(String(values[stores.key] ?? '')), id]));
  const promised = new Map<string, number>();
  for (const { values } of promises) {
    const [id, figure] = [ids.get(foldedName(String(values[store] ?? ''))), values[amount]];
    if (id !== undefined && typeof figure === 'number' && figure > 0) promised.set(id, figure);
  }
  return promised;
}
