import { ratio } from '../../maths/figure';
import { memberSales } from '../../maths/memberSales';
import { paceStatus } from '../../maths/pace';
import {
  type Around,
  type FieldIds,
  type Figures,
  from,
  type LivePart,
  number,
  numbers,
  type Row,
} from '../../model/live';
import { statusFigure } from '../../model/status';
import type { en } from './text';

type Members = FieldIds<(typeof en)['tabs']['members']>;
type Month = FieldIds<(typeof en)['tabs']['monitor']>;

function membersFigures(row: Row<Members>, { region, given }: Around): Figures<Members> {
  const [active, perActive] = [numbers(row, 'active', 2), numbers(row, 'perActive', 2)];
  const sales = active.map((count, cell) => from([count, perActive[cell] ?? null], memberSales));
  const all = region?.rows.all;
  const [now = null, target = null] = sales;
  return {
    memberSales: sales,
    share: [all && ratio(now, all.lastYearSales), all && ratio(target, all.existingTarget)],
    status: statusFigure(row, given),
  };
}

function monthFigures(row: Row<Month>, { given }: Around): Figures<Month> {
  const [target, actual] = [number(row, 'rateTarget'), number(row, 'rateActual')];
  const { green = 1, amber = 0.9 } = given;
  const known = target !== null && actual !== null;
  return {
    difference: known ? actual - target : null,
    pace: known ? (target === 0 ? 'green' : paceStatus(actual, target, 1, green, amber)) : null,
  };
}

export const membersLive: readonly LivePart[] = [
  { tab: 'members', figures: membersFigures },
  { tab: 'monitor', figures: monthFigures },
];
