import { type Figure, ratio } from '../../maths/figure';
import { headcountNeeded } from '../../maths/headcount';
import { certCoverage, retentionRate } from '../../maths/staff';
import { type Around, type FieldIds, type Figures, from, type LivePart, number, type Row } from '../../model/live';
import { statusFigure } from '../../model/status';
import type { en } from './text';

type Id = FieldIds<(typeof en)['tabs']['staff']>;

function roleFigures(row: Row<Id>, { given }: Around): Figures<Id> {
  const value = (key: Id): Figure => number(row, key);
  const [inPost, certified, left, opening] = [
    value('inPost'),
    value('certified'),
    value('left'),
    value('openingStaff'),
  ];
  const wanted = from([value('coverageTarget'), inPost], (share, count) => headcountNeeded(share * count, 1));
  return {
    coverage: inPost === 0 ? null : from([certified, inPost], certCoverage),
    gap: from([wanted, certified], (needed, have) => Math.max(0, needed - have)),
    completion: ratio(value('sessionsDone'), value('sessionsPlanned')),
    retention: opening === 0 ? null : from([opening, left], retentionRate),
    status: statusFigure(row, given),
  };
}

export const staffFigures: readonly LivePart[] = [{ tab: 'staff', figures: roleFigures }];
