import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import type { Around } from '../../src/model/live';
import { cellKeys, isTypable, type Tab } from '../../src/model/tab';
import type { Row } from '../book';
import { cellOf, roleIn } from '../planParts';
import type { Terms } from '../value/terms';
import { livePart } from './around';
import { changedCells, type Draft, wantedCell } from './draft';

/** Figures by cell key, as they would stand in the workbook; undefined where they are known only after saving. */
export type Shown = Readonly<Record<string, Scalar | undefined>>;

/** The record as it would stand if the form were saved now; texts that are no value leave what was read. */
export function draftRow(tab: Tab, draft: Draft, terms: Terms): Row {
  const values: Record<string, Scalar> = { ...draft.base.values };
  const typedOver = new Set(draft.base.typedOver);
  for (const field of tab.fields) {
    const role = roleIn(tab, field, draft.base.id);
    if (!isTypable(role)) continue;
    for (const key of cellKeys(field)) {
      if (draft.edits[key] === undefined) continue;
      const wanted = wantedCell(tab, draft, key, terms);
      if ('fault' in wanted) continue;
      values[key] = wanted.value;
      if (role !== 'default') continue;
      if (wanted.value === null) typedOver.delete(key);
      else typedOver.add(key);
    }
  }
  return { id: draft.base.id, values, typedOver };
}

/** What the sidebar computes of a record, by cell key; undefined where it is the workbook that knows. */
export function liveCells(tab: Tab, row: Row, around: Around): Shown {
  const figures = livePart(tab.id)?.figures(row, around) ?? {};
  const cells: Record<string, Scalar | undefined> = {};
  for (const field of tab.fields) {
    const figure = figures[field.id];
    for (const [index, key] of cellKeys(field).entries())
      cells[key] = typeof figure === 'object' && figure !== null ? figure[index] : figure;
  }
  return cells;
}

const path = /\{([a-zA-Z0-9]+)/g;

/** The fields of the same record that a field's formulas name, in any of the cells. */
function named({ formula, rows, cells = 1 }: Field): readonly string[] {
  const own = typeof formula === 'function' ? Array.from({ length: cells }, (_, cell) => formula(cell + 1)) : formula;
  const formulas = [own, ...Object.values(rows ?? {}).map((row) => row.formula)].flat(2);
  return formulas.flatMap((text) => [...(text ?? '').matchAll(path)].map(([, head = '']) => head));
}

const cites = new WeakMap<Tab, ReadonlyMap<string, ReadonlySet<string>>>();

/** By field, all fields of the same record that its figure comes from, however far back. */
function citedIn(tab: Tab): ReadonlyMap<string, ReadonlySet<string>> {
  const known = cites.get(tab);
  if (known) return known;
  const direct = new Map(tab.fields.map((field) => [field.id, named(field)]));
  const found = new Map<string, ReadonlySet<string>>();
  for (const { id } of tab.fields) {
    const all = new Set<string>();
    const open = [...(direct.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (all.has(next) || !direct.has(next)) continue;
      all.add(next);
      open.push(...(direct.get(next) ?? []));
    }
    found.set(id, all);
  }
  cites.set(tab, found);
  return found;
}

/**
 * Every figure of the record with what is typed: computed here where the sidebar can, as the workbook has it where what
 * is typed does not touch it, else known only after saving.
 */
export function draftFigures(tab: Tab, draft: Draft, row: Row, around: Around, terms: Terms): Shown {
  const live = liveCells(tab, row, around);
  const cited = citedIn(tab);
  const touched = new Set(changedCells(tab, draft, terms).map((key) => cellOf(tab, key)?.field.id));
  // What is new, or was typed over and is to be a formula again, has no figure in the workbook yet.
  const lacks = (key: string): boolean => draft.isNew || draft.base.typedOver.has(key);
  const isOpen = (field: Field, key: string): boolean =>
    live[key] === undefined && (lacks(key) || [...(cited.get(field.id) ?? [])].some((id) => touched.has(id)));
  const open = new Set<string>();
  for (const field of tab.fields) {
    if (roleIn(tab, field, row.id) !== 'default') continue;
    if (cellKeys(field).some((key) => !row.typedOver.has(key) && isOpen(field, key))) open.add(field.id);
  }
  const figures: Record<string, Scalar | undefined> = {};
  for (const field of tab.fields) {
    const role = roleIn(tab, field, row.id);
    const follows = role === 'computed' && [...(cited.get(field.id) ?? [])].some((id) => open.has(id));
    for (const key of cellKeys(field)) {
      const isTyped = role === 'input' || role === 'imported' || (role === 'default' && row.typedOver.has(key));
      if (isTyped) figures[key] = row.values[key] ?? null;
      // The formulas of a new record stay out of sight: nothing in it is old.
      else if (follows || isOpen(field, key)) figures[key] = role === 'default' && draft.isNew ? null : undefined;
      else figures[key] = live[key] === undefined ? (draft.base.values[key] ?? null) : live[key];
    }
  }
  return figures;
}
