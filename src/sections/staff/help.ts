import type { HelpOf } from '../../model/help';
import type { staffCells } from './cells';

/** What the cell functions of this part are for, in words. */
export const staffHelp: HelpOf<typeof staffCells> = {
  CERT_COVERAGE: {
    text: {
      zh: '标准化认证覆盖率 = 持证有效 ÷ 在岗',
      en: 'Certification coverage: valid certificates ÷ staff in post',
    },
    args: {
      certified: { zh: '持有效证书人数', en: 'people with a valid certificate' },
      in_post: { zh: '在岗人数', en: 'people in post' },
    },
    result: { zh: '覆盖率', en: 'a share, 0 to 1' },
    example: { args: [48, 50], result: 0.96 },
  },
  RETENTION_RATE: {
    text: {
      zh: '稳定率 =（期初人数 − 其中离职）÷ 期初人数；期间新进人员不计',
      en: 'Retention rate: opening staff still employed ÷ opening staff; later hires are not in it',
    },
    args: {
      opening_staff: { zh: '期初人数', en: 'staff at the start' },
      left: { zh: '其中离职人数', en: 'how many of them left' },
    },
    result: { zh: '稳定率', en: 'a share, 0 to 1' },
    example: { args: [50, 6], result: 0.88 },
  },
};
