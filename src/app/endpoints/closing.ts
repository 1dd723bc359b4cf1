import type { Fault } from '../../model/answer';
import { shortened } from '../../model/characters';
import type { Closes } from '../../model/sold';
import type { Tab } from '../../model/tab';
import type { CellValue, Operation } from '../../sheets/log';
import { describedTab, fieldOf } from '../described';
import { gated } from '../gate';
import { said } from '../language';
import { requests } from '../requests';
import { userEmail } from '../who';
import { recordIds, valueAt } from './records';
import { invalid, type Part, partIn, refused } from './request';
import { cellsFor, fieldIdOf } from './values';

/** What the figures of a month, from 1, come to in all; null where none is known. */
function totalOf(part: Part, tab: Tab, figure: string, month: number): number | null {
  const field = fieldOf(tab, figure);
  if (!field) return null;
  const state = part.asRead();
  const values = recordIds(part, state).map((id) => valueAt(tab, state, id, field, month - 1).value);
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : Number(known.reduce((sum, value) => sum + value, 0).toFixed(6));
}

/** What a month is closed with beside its total: figures of the month's row in tabs that are there, in columns that are there. */
function keptOf(part: Part, { keeps }: Closes, record: string): Readonly<Record<string, number | null>> {
  const here = part.asRead().placement.columns;
  const sources = new Map<string, Part | undefined>();
  const kept: Record<string, number | null> = {};
  for (const { field, of } of keeps) {
    const [tab = '', figure = ''] = of.split('.');
    if (!here.has(field) || !part.sheets.has(tab)) continue;
    if (!sources.has(tab)) {
      const found = partIn(part, tab);
      sources.set(tab, 'answer' in found ? undefined : found.part);
    }
    const source = sources.get(tab);
    const shown = source && fieldOf(source.tab, figure);
    if (!source || !shown) continue;
    const { value } = valueAt(source.tab, source.asRead(), record, shown, 0);
    kept[field] = typeof value === 'number' ? Number(value.toFixed(6)) : null;
  }
  return kept;
}

/**
 * Closes a month, `{request, part, record}`: its day, who, what it comes to, and the figures
 * of its report, which stay when it is opened again for a reason, marked as that. A closed
 * month is watched, not locked: imports leave it alone unless they say why, and what has changed since is told.
 */
export const closeMonth = gated(requests.close, ({ record, reason }, part) => {
  const { closes, rows = [] } = part.tab;
  const month = rows.indexOf(record) + 1;
  if (!closes || month === 0) return invalid([{ record: shortened(record), message: said().unknownRecord }]);
  const state = part.asRead();
  const hasMark = state.placement.columns.has(closes.reopened);
  const names = [closes.on, closes.by, closes.total];
  const now = (ids: readonly string[]): Record<string, CellValue> => {
    const cells: Record<string, CellValue> = {};
    for (const id of ids) {
      const field = fieldOf(part.tab, id);
      if (field) cells[id] = valueAt(part.tab, state, record, field, 0).value;
    }
    return cells;
  };
  const today = Utilities.formatDate(new Date(), part.file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
  const from = now(hasMark ? [...names, closes.reopened] : names);
  const isClosed = (from[closes.on] ?? null) !== null;
  if (reason !== undefined) {
    if (!isClosed) return { status: 'done', records: [] };
    if (reason.trim() === '') return refused(said().reasonNeeded);
    const values = {
      ...Object.fromEntries(names.map((id) => [id, null])),
      ...(hasMark ? { [closes.reopened]: today } : {}),
    };
    return {
      entries: [{ record, values, is: 'back' }],
      operations: [{ record, from, to: cellsFor(part.tab, values, part.language) }],
      reason,
      mayImport: true,
    };
  }
  if (isClosed) return { status: 'done', records: [] };
  const sold = partIn(part, closes.tab);
  if ('answer' in sold) return sold.answer;
  const total = totalOf(sold.part, sold.part.tab, closes.figure, month);
  // An import may write into it while this waits.
  const kept = keptOf(part, closes, record);
  const isSame = (): boolean => {
    const again = partIn(part, closes.tab);
    if ('answer' in again || totalOf(again.part, again.part.tab, closes.figure, month) !== total) return false;
    return JSON.stringify(keptOf(part, closes, record)) === JSON.stringify(kept);
  };
  const values = {
    [closes.on]: today,
    [closes.by]: userEmail() || null,
    [closes.total]: total,
    ...(hasMark ? { [closes.reopened]: null } : {}),
    ...kept,
  };
  const operation: Operation = {
    record,
    from: { ...from, ...now(Object.keys(kept)) },
    to: cellsFor(part.tab, values, part.language),
  };
  const message = Object.values(kept).some((figure) => figure !== null) ? undefined : said().closedWithoutReport;
  return { entries: [{ record, values }], operations: [operation], mayImport: true, stillHolds: isSame, message };
});

/** Months of a table's figures that are closed, from 1. */
function closedMonths(part: Part): ReadonlySet<number> {
  const { tab, sheets } = part;
  const closings = tab.sold?.closings;
  if (closings === undefined || !sheets.has(closings)) return new Set();
  const found = partIn(part, closings);
  const closes = describedTab(closings)?.tab.closes;
  const on = closes && fieldOf(describedTab(closings)?.tab ?? tab, closes.on);
  if ('answer' in found || !on) return new Set();
  const state = found.part.asRead();
  const rows = found.part.tab.rows ?? [];
  return new Set(
    rows.flatMap((row, index) => (valueAt(found.part.tab, state, row, on, 0).value === null ? [] : [index + 1])),
  );
}

/** Figures of closed months that operations would change. */
export function closedFaults(part: Part, operations: readonly Operation[]): readonly Fault[] {
  const figure = part.tab.sold?.figure;
  if (figure === undefined) return [];
  const touched = operations.flatMap(({ record, from, to }) =>
    Object.entries(to ?? {})
      .filter(([key, value]) => fieldIdOf(key) === figure && value !== (from?.[key] ?? null))
      .map(([key]) => ({ record, field: key, month: Number(key.split('.')[1]) })),
  );
  if (touched.length === 0) return [];
  const closed = closedMonths(part);
  return touched
    .filter(({ month }) => closed.has(month))
    .map(({ month: _, ...at }) => ({ ...at, message: said().closedMonth }));
}
