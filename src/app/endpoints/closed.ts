import type { Fault } from '../../model/answer';
import { cellKeys } from '../../model/tab';
import type { Operation } from '../../sheets/log';
import { describedTab, fieldOf } from '../described';
import { said } from '../language';
import { valueAt } from './records';
import { type Part, partIn } from './request';

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

/** Figures of closed months that operations would change, records that go with theirs among them. */
export function closedFaults(part: Part, operations: readonly Operation[]): readonly Fault[] {
  const { tab } = part;
  const figure = fieldOf(tab, tab.sold?.figure ?? '');
  if (!figure) return [];
  const touched = operations.flatMap(({ record, from, to }) =>
    cellKeys(figure).flatMap((field, index) => {
      const [before, after] = [from?.[field] ?? null, to === null ? null : to[field]];
      return after === undefined || after === before ? [] : [{ record, field, month: index + 1 }];
    }),
  );
  if (touched.length === 0) return [];
  const closed = closedMonths(part);
  return touched
    .filter(({ month }) => closed.has(month))
    .map(({ month: _, ...at }) => ({ ...at, message: said().closedMonth, lacks: 'reason' }));
}

/** Closed months of a tab of closings that operations would open again. */
export function openedFaults({ tab: { closes } }: Part, operations: readonly Operation[]): readonly Fault[] {
  if (!closes) return [];
  const { on } = closes;
  return operations
    .filter(({ from, to }) => (from?.[on] ?? null) !== null && to !== null && to[on] === null)
    .map(({ record }) => ({ record, field: on, message: said().openedMonth, lacks: 'reason' }));
}
