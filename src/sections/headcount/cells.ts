import { headcountNeeded, hiresNeeded } from '../../maths/headcount';
import { perRow } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { above0, atLeast0, count } from '../../model/reader';

/** The cell functions of this part. */
export const headcountCells = [
  cellFunction({
    name: 'HEADCOUNT_NEEDED',
    args: [perRow(atLeast0, 'workload'), perRow(above0, 'span')],
    compute: headcountNeeded,
  }),
  cellFunction({
    name: 'HIRES_NEEDED',
    args: [perRow(count, 'needed'), perRow(count, 'current'), perRow(count, 'expected_leavers')],
    compute: hiresNeeded,
  }),
] as const;
