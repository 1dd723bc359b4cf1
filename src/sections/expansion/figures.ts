import { type Figure, ratio, sum } from '../../maths/figure';
import { funnelExpected, funnelRequired } from '../../maths/funnel';
import { newStoreSales } from '../../maths/newStoreSales';
import { ownerships } from '../../maths/store';
import {
  type Around,
  type FieldIds,
  type Figures,
  type LivePart,
  number,
  numbers,
  type Row,
  surplus,
  whole,
} from '../../model/live';
import { statusFigure } from '../../model/status';
import type { en } from './text';

type Id = FieldIds<(typeof en)['tabs']['expansion']>;

/** What a new store sells in a month once it is grown: its ownership's average until typed over. */
function matureBaseline(row: Row<Id>, { region }: Around): Figure | undefined {
  const ownership = ownerships.find((known) => known === row.values.ownership);
  if (row.typedOver.has('matureBaseline')) return number(row, 'matureBaseline');
  return region && (ownership === undefined ? null : region.rows[ownership].baseline);
}

/** What the channel's openings sell in the plan year; undefined while the ramp is not known. */
function sales(row: Row<Id>, around: Around): Figure | undefined {
  const { ramp, seasonIndex = Array<number>(12).fill(1) } = around.given;
  const openings = numbers(row, 'openings');
  if (!ramp) return undefined;
  if (sum(openings) === null) return null;
  const baseline = matureBaseline(row, around);
  const mature = (row.values.enabled === true && (baseline ?? number(row, 'matureBaseline'))) || 0;
  const counts = openings.map((count) => count ?? 0);
  return sum(newStoreSales(mature, counts, ramp, seasonIndex));
}

function channelFigures(row: Row<Id>, around: Around): Figures<Id> {
  const value = (key: Id): Figure => number(row, key);
  const [carriedOver, leads, target] = [value('carriedOver'), value('leads'), value('targetOpenings')];
  const rates = whole([value('visitRate'), value('signRate'), value('openRate')]);
  const signed = leads === null ? 0 : rates ? (funnelExpected(leads, rates)[2] ?? 0) : null;
  return {
    expectedOpenings: (carriedOver === null && leads === null) || signed === null ? null : (carriedOver ?? 0) + signed,
    leadsNeeded:
      target === null || !rates ? null : (funnelRequired(Math.max(0, target - (carriedOver ?? 0)), rates)[0] ?? null),
    check: surplus(numbers(row, 'openings'), target),
    matureBaseline: matureBaseline(row, around),
    sales: sales(row, around),
    costPerOpening: ratio(value('budget'), target),
    status: statusFigure(row, around.given),
  };
}

/** Against what the workbook has for the channel: that is in the region's new sales already. */
function moreSales(row: Row<Id>, before: Row<Id>, around: Around): number {
  const now = sales(row, around);
  return typeof now === 'number' ? now - (number(before, 'sales') ?? 0) : 0;
}

export const expansionFigures: readonly LivePart[] = [
  { tab: 'expansion', figures: channelFigures, addsSales: moreSales },
];
