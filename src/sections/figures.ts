import type { LivePart } from '../model/live';
import { actionsFigures } from './actions/figures';
import { baselineLive } from './baseline/figures';
import { expansionFigures } from './expansion/figures';
import { headcountFigures } from './headcount/figures';
import { membersLive } from './members/figures';
import { ratesFigures } from './rates/figures';
import { settingsFigures } from './settings/figures';
import { staffFigures } from './staff/figures';
import { storesFigures } from './stores/figures';

/** What the sidebar computes while one types, part by part, in the order of their tabs. */
export const liveParts: readonly LivePart[] = [
  ...settingsFigures,
  ...baselineLive,
  ...expansionFigures,
  ...storesFigures,
  ...ratesFigures,
  ...membersLive,
  ...staffFigures,
  ...headcountFigures,
  ...actionsFigures,
];
