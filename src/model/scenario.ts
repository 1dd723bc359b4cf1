import type { FieldValue, Scalar } from './answer';
import type { Held } from './held';
import type { Change } from './proposal';
import { cellKeys, type Tab } from './tab';

/*
 * A scenario is the plan's drivers and what they came to, as values at the moment of saving: a column of a record, each of
 * whose fields says which cell of the plan it holds. Applied, the drivers are changes of the parts that they are of.
 */

/** Scenarios that people save, and behind them the plan as it was before one was applied. */
export const slots = 4;
export const beforeSlot = slots;

/** What the plan holds: of a cell what it comes to, and what people typed; undefined where it is not there or not read. */
export interface PlanCell {
  readonly value: Scalar;
  readonly typed: Scalar;
}
export type CellOf = (part: string, record: string, cell: string) => PlanCell | undefined;

/** Values of one scenario by field. */
export type Scenario = Readonly<Record<string, Scalar>>;

const blank = '–';
const off = '×';
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

/** Openings as people read them: `20 = 0 0 2 2 3 2 1 2 3 3 2 0`, `–` where nothing stands; after a × where the channel takes no part. */
export function openingsText(enabled: boolean, target: Scalar, months: readonly Scalar[]): string {
  const text = (value: Scalar): string => (typeof value === 'number' ? String(value) : blank);
  const mark = enabled ? '' : `${off} `;
  if (text(target) === blank && months.every((month) => text(month) === blank)) return `${mark}${blank}`;
  return `${mark}${text(target)} = ${months.map(text).join(' ')}`;
}

/** The reverse of {@link openingsText}; undefined for what is none. */
export function openingsOf(text: string):
  | {
      readonly enabled: boolean;
      readonly target: number | null;
      readonly months: readonly (number | null)[];
    }
  | undefined {
  const match = /^(× )?(\d+|–)(?: = ((?:\d+|–)(?: (?:\d+|–)){11}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, mark, target = blank, months] = match;
  if (months === undefined && target !== blank) return undefined;
  const number = (one: string): number | null => (one === blank ? null : Number(one));
  return {
    enabled: mark === undefined,
    target: number(target),
    months: months === undefined ? twelve.map(() => null) : months.split(' ').map(number),
  };
}

/** What a field of a scenario would hold of the plan as it is. */
function heldNow(held: Held, cellOf: CellOf): Scalar {
  const { part, record } = held;
  if (!('months' in held)) return cellOf(part, record, held.cell)?.value ?? null;
  const enabled = cellOf(part, record, held.enabled);
  if (!enabled) return null;
  const months = twelve.map((month) => cellOf(part, record, `${held.months}.${month}`)?.value ?? null);
  return openingsText(enabled.value === true, cellOf(part, record, held.target)?.value ?? null, months);
}

/** The plan as it is, as a scenario. */
export function scenarioNow(tab: Tab, cellOf: CellOf): Scenario {
  return Object.fromEntries(tab.fields.flatMap(({ id, holds }) => (holds ? [[id, heldNow(holds, cellOf)]] : [])));
}

/** Where scenarios stand: the value of a field in one of its columns, from 0. */
export type Kept = (field: string, slot: number) => Scalar;

/** A kept scenario. */
export const scenarioIn = (tab: Tab, kept: Kept, slot: number): Scenario =>
  Object.fromEntries(tab.fields.map(({ id }) => [id, kept(id, slot)]));

/** The changes that put a scenario into one of the columns, and leave the others. */
export function keepingChanges(tab: Tab, kept: Kept, slot: number, scenario: Scenario): readonly Change[] {
  return tab.fields.flatMap((field): readonly Change[] => {
    const from = cellKeys(field).map((_, index) => kept(field.id, index));
    const to = from.map((value, index) => (index === slot ? (scenario[field.id] ?? null) : value));
    return to.every((value, index) => value === from[index]) ? [] : [{ record: tab.id, field: field.id, from, to }];
  });
}

/** A cell, and what it is to hold. */
interface CellSet {
  readonly part: string;
  readonly record: string;
  readonly cell: string;
  readonly to: Scalar;
}

/** The cells that a field of a scenario would set; none where it holds nothing. */
function cellsSet(held: Held, value: Scalar): readonly CellSet[] {
  const { part, record } = held;
  if (held.is === 'result' || value === null) return [];
  if (!('months' in held)) return [{ part, record, cell: held.cell, to: value }];
  const openings = typeof value === 'string' ? openingsOf(value) : undefined;
  if (!openings) return [];
  return [
    { part, record, cell: held.enabled, to: openings.enabled },
    { part, record, cell: held.target, to: openings.target },
    ...openings.months.map((to, index) => ({ part, record, cell: `${held.months}.${index + 1}`, to })),
  ];
}

/**
 * What applying a scenario changes, part by part: cells that come to something else by now. What it holds nothing of stays
 * as it is, and so does what is not in the workbook.
 */
export function applying(
  tab: Tab,
  scenario: Scenario,
  cellOf: CellOf,
  fieldIn: (part: string, field: string) => { readonly cells?: number } | undefined,
): ReadonlyMap<string, readonly Change[]> {
  const fields = new Map<
    string,
    { readonly part: string; readonly record: string; readonly field: string; readonly to: Map<string, Scalar> }
  >();
  for (const { id, holds } of tab.fields) {
    for (const { part, record, cell, to } of holds ? cellsSet(holds, scenario[id] ?? null) : []) {
      const now = cellOf(part, record, cell);
      const isSame = now?.value === to || (now?.value === false && to === null);
      if (!now || isSame) continue;
      const field = cell.split('.')[0] ?? cell;
      const key = JSON.stringify([part, record, field]);
      const known = fields.get(key) ?? { part, record, field, to: new Map() };
      known.to.set(cell, to);
      fields.set(key, known);
    }
  }
  const changes = new Map<string, Change[]>();
  for (const { part, record, field, to } of fields.values()) {
    const described = fieldIn(part, field);
    if (!described) continue;
    const typed = (cell: string): Scalar => cellOf(part, record, cell)?.typed ?? null;
    const keys =
      described.cells === undefined
        ? [field]
        : Array.from({ length: described.cells }, (_, index) => `${field}.${index + 1}`);
    const whole = (values: readonly Scalar[]): FieldValue =>
      described.cells === undefined ? (values[0] ?? null) : values;
    const change: Change = {
      record,
      field,
      from: whole(keys.map(typed)),
      to: whole(keys.map((key) => (to.has(key) ? (to.get(key) ?? null) : typed(key)))),
    };
    changes.set(part, [...(changes.get(part) ?? []), change]);
  }
  return changes;
}
