import { sum } from '../../maths/figure';
import { headcountNeeded, hiresNeeded } from '../../maths/headcount';
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

type Id = FieldIds<(typeof en)['tabs']['headcount']>;

function roleFigures(row: Row<Id>, { given }: Around): Figures<Id> {
  const span = number(row, 'span');
  const needed = span === 0 ? null : from([number(row, 'workload'), span], headcountNeeded);
  const toHire = from([needed, number(row, 'current'), number(row, 'expectedLeavers') ?? 0], hiresNeeded);
  const arrivals = sum(numbers(row, 'arrivals'));
  return {
    needed,
    toHire,
    check: arrivals === null ? null : arrivals - (toHire ?? 0),
    status: statusFigure(row, given),
  };
}

export const headcountFigures: readonly LivePart[] = [{ tab: 'headcount', figures: roleFigures }];
