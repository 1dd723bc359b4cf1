import type { CellHelp } from '../model/help';
import { baselineHelp } from './baseline/help';
import { expansionHelp } from './expansion/help';
import { followUpHelp } from './followUp/help';
import { headcountHelp } from './headcount/help';
import { membersHelp } from './members/help';
import { ratesHelp } from './rates/help';
import { reviewHelp } from './review/help';
import { settingsHelp } from './settings/help';
import { staffHelp } from './staff/help';
import { storesHelp } from './stores/help';

/** The help of every cell function by its name, in the order of the reference. */
export const cellHelp: Readonly<Record<string, CellHelp>> = {
  ...baselineHelp,
  ...storesHelp,
  ...settingsHelp,
  ...expansionHelp,
  ...ratesHelp,
  ...membersHelp,
  ...staffHelp,
  ...headcountHelp,
  ...followUpHelp,
  ...reviewHelp,
};
