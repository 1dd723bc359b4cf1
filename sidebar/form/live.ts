import type { Scalar } from '../../src/model/answer';
import { cellKeys, type Tab } from '../../src/model/tab';
import type { Book, Row } from '../book';
import { type Figures, liveFigures } from '../live/figures';
import { ownFigures, statusFigure } from '../live/own';
import { type World, withRow, worldOf } from '../live/world';
import { roleIn } from '../plan';
import type { Terms } from '../value/terms';
import { type Draft, wantedCell } from './draft';

/** The record as it would stand if the form were saved now; texts that are no value leave what was read. */
export function draftRow(tab: Tab, draft: Draft, terms: Terms): Row {
  const values: Record<string, Scalar> = { ...draft.base.values };
  const typed = new Set(draft.base.typed);
  for (const field of tab.fields) {
    const role = roleIn(tab, field, draft.base.id);
    if (role === 'computed') continue;
    for (const key of cellKeys(field)) {
      if (draft.edits[key] === undefined) continue;
      const wanted = wantedCell(tab, draft, key, terms);
      if ('fault' in wanted) continue;
      values[key] = wanted.value;
      if (role !== 'default') continue;
      if (wanted.value === null) typed.delete(key);
      else typed.add(key);
    }
  }
  return { id: draft.base.id, values, typed };
}

/** The region with what is typed into the form, as far as its books are known; undefined without a plan year. */
export function draftWorld(
  books: Readonly<Record<string, Book>>,
  part: string,
  row: Row,
  base: Row = row,
): World | undefined {
  const { settings, baseline, summary, stores } = books;
  if (!settings || !baseline) return undefined;
  const sources = { settings, baseline, summary, stores };
  const own = books[part];
  if (own && part in sources) return worldOf({ ...sources, [part]: withRow(own, row) });
  return worldOf(sources, part === 'expansion' ? moreSales(row, base, settings.rows[0]) : 0);
}

/** How much more a channel's openings sell than the workbook has them. */
function moreSales(row: Row, base: Row, settings: Row | undefined): number {
  const sales = ownFigures.expansion?.(row, { settings, world: undefined }).sales;
  const before = base.values.sales;
  return typeof sales === 'number' ? sales - (typeof before === 'number' ? before : 0) : 0;
}

/**
 * Every figure of the record with what is typed: computed here where the sidebar can, else as the workbook had it. A
 * default that was typed over and is to be a formula again has no figure until it is saved.
 */
export function draftFigures(
  tab: Tab,
  draft: Draft,
  row: Row,
  world: World | undefined,
  settings?: Row | undefined,
): Figures {
  const live: Figures = {
    ...statusFigure(row, settings),
    ...ownFigures[tab.id]?.(row, { settings, world }),
    ...(world ? liveFigures[tab.id]?.(row, world) : {}),
  };
  const figures: Record<string, Scalar> = {};
  for (const field of tab.fields) {
    const role = roleIn(tab, field, row.id);
    for (const key of cellKeys(field)) {
      const known = draft.base.typed.has(key) ? null : (draft.base.values[key] ?? null);
      figures[key] = role === 'input' ? (row.values[key] ?? null) : key in live ? (live[key] ?? null) : known;
    }
  }
  return figures;
}
