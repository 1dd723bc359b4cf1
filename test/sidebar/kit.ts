import { type Part, partOf } from '../../sidebar/planParts';
import { plainTerms, type Terms } from '../../sidebar/value/terms';
import type { PartCells } from '../../src/app/endpoints/open';
import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import type { RecordFault } from '../../src/model/rules';

/** A part of the plan by its id; throws if there is none. */
export function part(id: string): Part {
  const found = partOf(id);
  if (!found) throw new Error(`there is no part ${id}`);
  return found;
}

/** A field of a part; throws if there is none. */
export function field(id: string, name: string): Field {
  const found = part(id).tab.fields.find((candidate) => candidate.id === name);
  if (!found) throw new Error(`there is no field ${name} in ${id}`);
  return found;
}

/** Money in 万元, in English. */
export const terms: Terms = { ...plainTerms('en'), unit: 10_000 };

/** The values of one record; those named in `typed` were typed over their formulas. */
export type Written = Readonly<Record<string, Scalar>>;

/** A part's records as the add-on would answer them. */
export function cells(
  id: string,
  records: Readonly<Record<string, Written>>,
  typed: Readonly<Record<string, readonly string[]>> = {},
  faults: readonly RecordFault[] = [],
): PartCells {
  const ids = Object.keys(records);
  const keys = new Set(Object.values(records).flatMap((record) => Object.keys(record)));
  const columns: Record<string, readonly Scalar[]> = {};
  for (const key of keys) columns[key] = ids.map((record) => records[record]?.[key] ?? null);
  const over: Record<string, number[]> = {};
  for (const [record, names] of Object.entries(typed)) {
    for (const name of names) over[name] = [...(over[name] ?? []), ids.indexOf(record)];
  }
  return { part: id, ids, columns, typed: over, faults };
}
