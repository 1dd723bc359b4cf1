import { type CellFunction, type CellResult, cell } from './model/cellFunction';
import { datesAsDays } from './model/dates';
import { baselineCells } from './sections/baseline/cells';
import { expansionCells } from './sections/expansion/cells';
import { followUpCells } from './sections/followUp/cells';
import { headcountCells } from './sections/headcount/cells';
import { membersCells } from './sections/members/cells';
import { ratesCells } from './sections/rates/cells';
import { reviewCells } from './sections/review/cells';
import { settingsCells } from './sections/settings/cells';
import { staffCells } from './sections/staff/cells';
import { storesCells } from './sections/stores/cells';
import { workbookDays, workbookLanguage } from './sheets/locale';

/** Every cell function, in the order of the reference. */
export const cellFunctions: readonly CellFunction[] = [
  ...baselineCells,
  ...storesCells,
  ...settingsCells,
  ...expansionCells,
  ...ratesCells,
  ...membersCells,
  ...staffCells,
  ...headcountCells,
  ...followUpCells,
  ...reviewCells,
];

/** The cell function of that name with the arguments as a formula passes them; throws Error, worded for the workbook. */
export function callCell(name: string, args: ArrayLike<unknown>): CellResult {
  const called = cellFunctions.find((candidate) => candidate.name === name);
  if (!called) throw new Error(`no cell function ${name}`);
  return cell(called, datesAsDays(args, workbookDays), workbookLanguage);
}
