import type { Answer } from '../../model/answer';
import { fieldThatMeans, tabOfRole } from '../described';
import { gatedParts } from '../gate';
import { identity } from '../identity';
import { said } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { actsInLog, yearMovedIn } from '../yearMoved';
import { refused } from './request';

const termsTab = (): string => tabOfRole('terms')?.tab.id ?? '';

/**
 * Puts the plan year back that someone has changed in the grid, `{request, from, to}`, from what stands there now: also in a
 * plan that is signed, as it was signed for that year.
 */
export const putYearBack = gatedParts(
  requests.putYearBack,
  () => [termsTab()],
  ({ from, to }, { tab, file }) => {
    const field = fieldThatMeans('planYear') ?? '';
    // Someone may say meanwhile that it is meant.
    const isMoved = (): boolean => yearMovedIn(actsInLog(ourWorkbook(file)), from)?.from === to;
    if (!isMoved()) return refused(said().yearNotMoved);
    return {
      stillHolds: isMoved,
      entries: [{ record: tab.id, values: { [field]: to } }],
      operations: [{ record: tab.id, from: { [field]: from }, to: { [field]: to } }],
      isPutBack: true,
    };
  },
);

/**
 * Says that the plan is to be of the year that someone has typed in the grid, `{request, year}`: in the log, where who did
 * stands. A year that does not stand there, or that nobody has typed, is refused.
 */
export const keepYear = gatedParts(
  requests.keepYear,
  (asked, file): readonly string[] | Answer => {
    const acts = actsInLog(ourWorkbook(file));
    const isKept = acts.some(({ request, state }) => request === identity(asked) && state === 'done');
    return isKept || yearMovedIn(acts, asked.year) ? [termsTab()] : refused(said().yearNotMoved);
  },
  ({ year }, { tab }) => {
    const field = fieldThatMeans('planYear') ?? '';
    return {
      entries: [{ record: tab.id, values: { [field]: year } }],
      operations: [{ record: tab.id, from: { [field]: year }, to: { [field]: year } }],
      reason: said().yearKept(year),
    };
  },
);
