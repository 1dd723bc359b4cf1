import type { Call } from '../index';
import type { Cost, Desk } from './region';

/** What a new tab cost. */
export interface TabCost {
  readonly name: string;
  readonly calls: number;
  readonly seconds: number;
}

interface Stretch {
  readonly calls: number;
  readonly seconds: number;
}

/** The stretches of calls that each begin with `first`, the last one up to the next call of `end`. */
function stretches({ calls, seconds }: Cost, first: string, end: string): readonly Stretch[] {
  const starts = calls.flatMap(({ name }, index) => (name === first ? [index] : []));
  const last = starts[starts.length - 1];
  if (last === undefined) return [];
  const after = calls.findIndex(({ name }, index) => index > last && name === end);
  const bounds = [...starts, after < 0 ? calls.length : after];
  return starts.map((start, index) => {
    const stop = bounds[index + 1] ?? calls.length;
    return { calls: stop - start, seconds: (calls[stop]?.at ?? seconds) - (calls[start]?.at ?? seconds) };
  });
}

/**
 * What generating an empty workbook cost, by tab. Each tab is made, beginning with its insertion, in the order in which
 * the tabs stand; then filled, beginning with its number formats, the hidden ones first; then shown if it is not hidden.
 * Throws if the calls do not come in that manner.
 */
export function newTabs({ workbook }: Desk, cost: Cost): readonly TabCost[] {
  const { getters } = workbook.model;
  const made = stretches(cost, 'Spreadsheet.insertSheet', 'DeveloperMetadataFinder.find');
  const filled = stretches(cost, 'Range.setNumberFormats', 'Sheet.showSheet');
  const shown = cost.calls.filter(({ name }) => name === 'Sheet.showSheet').length;
  const tabs = getters
    .getSheetIds()
    .slice(-made.length)
    .map((id, index) => ({ name: getters.getSheetName(id), isHidden: !getters.isSheetVisible(id), made: made[index] }));
  const order = [...tabs.filter(({ isHidden }) => isHidden), ...tabs.filter(({ isHidden }) => !isHidden)];
  const visible = tabs.filter(({ isHidden }) => !isHidden).length;
  if (made.length === 0 || filled.length !== made.length || shown !== visible) {
    throw new Error(`${made.length} tabs made, ${filled.length} filled, ${shown} of ${visible} shown`);
  }
  return tabs.map((tab) => {
    const fill = filled[order.indexOf(tab)];
    return {
      name: tab.name,
      calls: (tab.made?.calls ?? 0) + (fill?.calls ?? 0) + (tab.isHidden ? 0 : 1),
      seconds: (tab.made?.seconds ?? 0) + (fill?.seconds ?? 0),
    };
  });
}

const isWrite = ({ kind }: Call): boolean => kind === 'write' || kind === 'structure';

/** The service calls of a cost that write. */
export function writes({ calls }: Cost): number {
  return calls.filter(isWrite).length;
}

/** The reads that come after the first write: each makes Google apply what was written so far. */
export function lateReads({ calls }: Cost): number {
  const first = calls.findIndex(isWrite);
  return first < 0 ? 0 : calls.slice(first).filter(({ kind }) => kind === 'read').length;
}

/**
 * The most that any one tab can have cost where tabs are brought up to date: the longest reading of one, which begins
 * with its formulas, its name among all names, and every write as if all of them were that tab's.
 */
export function mostForOneTab(cost: Cost): number {
  const readings = stretches(cost, 'Range.getFormulas', 'Spreadsheet.getSheets');
  return Math.max(0, ...readings.map(({ calls }) => calls)) + 1 + writes(cost);
}

/** The most that any one tab cost where each was changed: it begins with its being read again, and ends with the next one's. */
export function mostChanged(cost: Cost): number {
  return Math.max(0, ...stretches(cost, 'Range.getFormulas', 'SpreadsheetApp.flush').map(({ calls }) => calls));
}

/** The calls that were made while the lock was held. */
export function locked({ calls }: Pick<Cost, 'calls'>): number {
  const names = calls.map(({ name }) => name);
  const [taken, given] = [names.indexOf('Lock.tryLock'), names.indexOf('Lock.releaseLock')];
  return taken < 0 ? 0 : given - taken - 1;
}
