import { certCoverage, retentionRate } from '../../maths/staff';
import { perRow } from '../../model/arguments';
import { type CellFunction, cellFunction } from '../../model/cellFunction';
import { PlanError } from '../../model/error';
import { count, countAbove0 } from '../../model/reader';

/** The cell functions of this part. */
export const staffCells: readonly CellFunction[] = [
  cellFunction({
    name: 'CERT_COVERAGE',
    text: {
      zh: '标准化认证覆盖率 = 持证有效 ÷ 在岗',
      en: 'Certification coverage: valid certificates ÷ staff in post',
    },
    args: [
      perRow(count, 'certified', { zh: '持有效证书人数', en: 'people with a valid certificate' }),
      perRow(countAbove0, 'in_post', { zh: '在岗人数', en: 'people in post' }),
    ],
    result: { zh: '覆盖率', en: 'a share, 0 to 1' },
    example: { args: [48, 50], result: 0.96 },
    compute: (certified, inPost) => {
      notAbove('certified', certified, 'in_post', inPost);
      return certCoverage(certified, inPost);
    },
  }),
  cellFunction({
    name: 'RETENTION_RATE',
    text: {
      zh: '稳定率 =（期初人数 − 其中离职）÷ 期初人数；期间新进人员不计',
      en: 'Retention rate: opening staff still employed ÷ opening staff; later hires are not in it',
    },
    args: [
      perRow(countAbove0, 'opening_staff', { zh: '期初人数', en: 'staff at the start' }),
      perRow(count, 'left', { zh: '其中离职人数', en: 'how many of them left' }),
    ],
    result: { zh: '稳定率', en: 'a share, 0 to 1' },
    example: { args: [50, 6], result: 0.88 },
    compute: (openingStaff, left) => {
      notAbove('left', left, 'opening_staff', openingStaff);
      return retentionRate(openingStaff, left);
    },
  }),
];

/** Throws PlanError if the part is larger than the whole it is counted from. */
function notAbove(argument: string, got: number, other: string, most: number): void {
  if (got > most) throw new PlanError('aboveOther', { argument, got, other, most });
}
