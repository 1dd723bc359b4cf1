import type { OurWorkbook } from '../sheets/read';
import { planVersion } from '../workbook/upgrade';
import { said } from './language';

/** How a workbook's plan stands to the one that this add-on makes. */
export type Standing = 'earlier' | 'current' | 'later';

export function standingOf({ version }: Pick<OurWorkbook, 'version'>): Standing {
  if (version === planVersion) return 'current';
  return version < planVersion ? 'earlier' : 'later';
}

/**
 * Why nothing may be written into a workbook, in words: its plan was made by a later version, of which only so much is
 * known as can be read, or by an earlier one and is not upgraded yet. Undefined if it may.
 */
export function versionRefusal(workbook: Pick<OurWorkbook, 'version'>): string | undefined {
  const standing = standingOf(workbook);
  return standing === 'current' ? undefined : refusalOf(standing);
}

/** The same for a standing that is known. */
export const refusalOf = (standing: Exclude<Standing, 'current'>): string => said()[standing];
