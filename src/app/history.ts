import type { FieldValue, Scalar } from '../model/answer';
import { keyOf } from '../model/key';
import { cellKeys, type Tab } from '../model/tab';
import { fromCell } from '../model/value';
import {
  type Cells,
  type CellValue,
  type Entry,
  type LoggedFormula,
  lostField,
  type Operation,
  purgedField,
} from '../sheets/log';
import { choices, describedTab } from './described';
import { changesIn, isOfClosing } from './endpoints/values';

/** One field of a record, from what it held to what it was set to; of an added or removed record from or to nothing. */
export interface LoggedChange {
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** What one request did to one record. */
export interface Act {
  readonly request: string;
  /** As `2027-03-16T08:00:00.000Z`. */
  readonly at: string;
  /** An e-mail address; '' where Google did not tell. */
  readonly who: string;
  readonly part: string;
  readonly record: string;
  /** Of `purged` the only change is from how many rows went to the day before which; `lost` says that the log before it is. */
  readonly what: 'changed' | 'added' | 'removed' | 'purged' | 'lost';
  readonly state: string;
  readonly reason: string | undefined;
  readonly operations: readonly Operation[];
  /** Formulas of people's own that it came over. */
  readonly formulas: readonly LoggedFormula[];
}

/** Whether closing a month has kept there what a record held: nothing of the record has changed. */
function keepsClosing(part: string, cells: NonNullable<Cells>): boolean {
  const tab = describedTab(part)?.tab;
  return tab !== undefined && Object.keys(cells).every((key) => isOfClosing(tab, key));
}

/** The log's entries as acts, the oldest first: the rows of one request about one record are one. */
export function actsOf(entries: readonly Entry[]): readonly Act[] {
  const acts = new Map<string, Act>();
  const reasons = new Map<string, string>();
  const formulas = new Map<string, readonly LoggedFormula[]>();
  for (const { request, when, who, part, operation, state, reason, formula } of entries) {
    if (reason !== undefined) reasons.set(request, reason);
    if (formula !== undefined) {
      const own = JSON.stringify([request, when, part, formula.record]);
      formulas.set(own, [...(formulas.get(own) ?? []), formula]);
    }
    if (!operation) continue;
    const { record, from, to } = operation;
    if (from !== null && to !== null && keepsClosing(part, to)) continue;
    // A request that was undone and sent again stands in the log twice.
    const key = JSON.stringify([request, when, part, record]);
    const known = acts.get(key);
    if (known) {
      acts.set(key, { ...known, operations: [...known.operations, operation] });
      continue;
    }
    const isPurge = part === '' && to !== null && purgedField in to;
    const isLost = part === '' && to !== null && lostField in to;
    const what = isPurge ? 'purged' : isLost ? 'lost' : from === null ? 'added' : to === null ? 'removed' : 'changed';
    const act = { request, at: when, who, part, record, what, state, reason: reasons.get(request) } as const;
    acts.set(key, { ...act, operations: [operation], formulas: [] });
  }
  return [...acts].map(([key, act]) => ({ ...act, formulas: formulas.get(key) ?? [] }));
}

function valuesOf(tab: Tab, cells: Cells): ReadonlyMap<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  for (const field of tab.fields) {
    if (field.closedOf !== undefined) continue;
    const held = cellKeys(field).map((key): Scalar => fromCell(field, cells?.[key] ?? null, choices));
    if (held.some((value) => value !== null))
      values.set(field.id, field.cells === undefined ? (held[0] ?? null) : held);
  }
  return values;
}

/** What an act did, field by field, as forms have the values; of a part that the plan has no longer nothing is known. */
export function changesOfAct({ part, what, operations }: Act): readonly LoggedChange[] {
  const tab = describedTab(part)?.tab;
  if (what === 'purged')
    return operations.map(({ from, to }) => ({
      field: purgedField,
      from: from?.[purgedField] ?? null,
      to: to?.[purgedField] ?? null,
    }));
  if (!tab) return [];
  if (what === 'changed') return changesIn(tab, operations).map(({ field, from, to }) => ({ field, from, to }));
  const [only] = operations;
  const values = valuesOf(tab, (what === 'added' ? only?.to : only?.from) ?? null);
  return [...values].map(([field, value]) =>
    what === 'added' ? { field, from: null, to: value } : { field, from: value, to: null },
  );
}

/** Whether an act only says that what stands there is meant, as of a year that is kept: of that nothing can be taken back. */
export const changedNothing = ({ what, operations }: Act): boolean =>
  what === 'changed' &&
  operations.every(({ from, to }) => Object.entries(to ?? {}).every(([key, value]) => from?.[key] === value));

/** Who set a cell of a record to what it holds now; undefined if the log does not know. */
export function setBy(
  acts: readonly Act[],
  {
    part,
    record,
    key,
    now,
  }: { readonly part: string; readonly record: string; readonly key: string; readonly now: CellValue },
): Pick<Act, 'who' | 'at'> | undefined {
  for (const act of [...acts].reverse()) {
    if (act.part !== part || act.record !== record || act.state !== 'done') continue;
    const held = act.operations.flatMap(({ to }) => (to !== null && key in to ? [to[key] ?? null] : []));
    if (held.length > 0) return held.includes(now) ? { who: act.who, at: act.at } : undefined;
  }
  return undefined;
}

/** What the log knows of the keys of a part's records: the parts of each one's name, as it was last logged. */
export type KeysLogged = ReadonlyMap<string, ReadonlyMap<string, FieldValue>>;

/** By record, the values of the key's fields as the acts on it left them. */
export function keysLogged(tab: Tab, acts: readonly Act[]): KeysLogged {
  const fields = keyOf(tab)?.fields ?? [];
  const known = new Map<string, Map<string, FieldValue>>();
  for (const { part, state, operations } of acts) {
    if (part !== tab.id || state !== 'done') continue;
    for (const { record, to } of operations) {
      if (to === null) continue;
      const values = known.get(record) ?? new Map<string, FieldValue>();
      for (const field of fields) {
        const cell = to[field.id];
        if (cell !== undefined) values.set(field.id, fromCell(field, cell, choices));
      }
      known.set(record, values);
    }
  }
  return known;
}
