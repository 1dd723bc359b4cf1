import { certCoverage, retentionRate } from '../../maths/staff';
import { perRow } from '../../model/arguments';
import { cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { count, countAbove0 } from '../../model/reader';

/** The cell functions of this part. */
export const staffCells = [
  cellFunction({
    name: 'CERT_COVERAGE',
    args: [perRow(count, 'certified'), perRow(countAbove0, 'in_post')],
    compute: (certified, inPost) => {
      notAbove('certified', certified, 'in_post', inPost);
      return certCoverage(certified, inPost);
    },
  }),
  cellFunction({
    name: 'RETENTION_RATE',
    args: [perRow(countAbove0, 'opening_staff'), perRow(count, 'left')],
    compute: (openingStaff, left) => {
      notAbove('left', left, 'opening_staff', openingStaff);
      return retentionRate(openingStaff, left);
    },
  }),
] as const;

/** Throws PlanError if the part is larger than the whole it is counted from. */
function notAbove(argument: string, got: number, other: string, most: number): void {
  if (got > most) throw new PlanError('aboveOther', { argument, got, other, most });
}
