import type { MissingNote } from '../workbook/image';
import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { settled } from './astray';
import { type Entry, type LogState, logTail, markEntries, type Operation } from './log';
import { forget, type IsNoted, noted } from './noted';
import type { Surroundings } from './print';
import { type OurSheet, tabCells } from './read';
import { type Around, plannedRun, writeRun } from './run';
import { needsFormulas, progressOf, reversed } from './spot';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A workbook's tabs and their plans, as far as it takes to write into any of them. */
export interface Planned {
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly plannedTab: (tab: string) => TabPlan | undefined;
  /** Asked only when formulas are written. */
  readonly surroundings: (state: TabState) => Surroundings;
  readonly missingNote: MissingNote;
  /** Whether a request that is taken up from the log keeps the rules that it would have to keep if it came now. */
  readonly permits: (tab: string, operations: readonly Operation[]) => boolean;
}

/** How often a save starts again after someone sorted or inserted rows under it. */
export const attempts = 3;

function aroundOf(planned: Planned, state: TabState, toFollow: number): Around {
  let made: Surroundings | undefined;
  return {
    missingNote: planned.missingNote,
    surroundings: () => {
      made ??= planned.surroundings(state);
      return made;
    },
    toFollow,
  };
}

/** A tab as it stands, as much of it as operations need. */
export function tabFor(ours: OurSheet, plan: TabPlan, operations: readonly Operation[]): TabState {
  const isChange = operations.every(({ from, to }) => from !== null && to !== null);
  const keys = isChange ? plan.columns.map((column) => column.key) : [];
  return tabCells(ours, needsFormulas(plan, operations), keys);
}

/** Writes operations into the table as read; false if rows or columns moved meanwhile and it is to be read anew. */
export function written(
  planned: Planned,
  sheet: Sheet,
  plan: TabPlan,
  state: TabState,
  operations: readonly Operation[],
  toFollow = 0,
): boolean {
  const around = aroundOf(planned, state, toFollow);
  const run = plannedRun(plan, state, operations, around);
  if (run.writes.length === 0 && run.removed.size === 0) return true;
  const room = writeRun(sheet, plan, run, around);
  return settled(sheet, plan, run, room, around);
}

/** Puts back what operations have written so far; false if rows kept moving under it. */
export function takenBack(planned: Planned, ours: OurSheet, plan: TabPlan, operations: readonly Operation[]): boolean {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabCells(ours);
    if (written(planned, ours.sheet, plan, state, reversed(plan, state, operations))) return true;
  }
  return false;
}

/**
 * Ends what a writer before us logged and did not live to finish: wholly written, or, where someone has changed a cell
 * of it since, wholly put back.
 */
function finished(planned: Planned, plan: TabPlan, ours: OurSheet, operations: readonly Operation[]): LogState {
  for (let attempt = 1; attempt <= attempts && planned.permits(plan.id, operations); attempt += 1) {
    const state = tabFor(ours, plan, operations);
    const open = operations.filter((operation) => progressOf(plan, state, operation) === 'open');
    const isOvertaken = operations.some((operation) => progressOf(plan, state, operation) === 'changed');
    if (isOvertaken) break;
    try {
      if (written(planned, ours.sheet, plan, state, open)) return 'done';
    } catch (error) {
      // What the sheet refuses now it would refuse every writer after us.
      console.error(error);
      break;
    }
  }
  return takenBack(planned, ours, plan, operations) ? 'undone' : 'pending';
}

/** Ends what writers before us logged and did not live to finish. To be called under the lock, before anything is read. */
export function endPending(planned: Planned): void {
  const log = planned.sheets.get(logTab);
  if (log) finishPending(planned, log.sheet, logTail(log.sheet).entries);
}

/** Requests that stand in the log as pending and that the add-on has not noted: someone has typed or changed their rows. */
export function strangersIn(entries: readonly Entry[], isNoted: IsNoted): ReadonlySet<string> {
  const pending = new Set(entries.filter(({ state }) => state === 'pending').map(({ request }) => request));
  for (const request of [...pending]) {
    // One that was undone and came once more stands there twice.
    const logged = entries.filter((entry) => entry.request === request && entry.state !== 'undone');
    const lines = logged.map(({ line }) => line);
    if (isNoted(request, lines)) pending.delete(request);
  }
  return pending;
}

/**
 * Ends all requests that are logged as pending; says how each ended. What the add-on has not noted itself is left as it
 * stands: nobody is made to do what someone has typed into the log.
 */
export function finishPending(planned: Planned, log: Sheet, entries: readonly Entry[]): ReadonlyMap<string, LogState> {
  const ended = new Map<string, LogState>();
  const pending = entries.filter((entry) => entry.state === 'pending');
  if (pending.length === 0) return ended;
  const strangers = strangersIn(entries, noted());
  for (const request of new Set(pending.map((entry) => entry.request))) {
    if (strangers.has(request)) continue;
    const rows = pending.filter((entry) => entry.request === request);
    const part = rows[0]?.part ?? '';
    const [plan, ours] = [planned.plannedTab(part), planned.sheets.get(part)];
    const operations = rows.flatMap((entry) => entry.operation ?? []);
    const state = plan && ours ? finished(planned, plan, ours, operations) : 'undone';
    SpreadsheetApp.flush();
    markEntries(
      log,
      rows.map((entry) => entry.row),
      state,
    );
    if (state !== 'pending') {
      SpreadsheetApp.flush();
      forget(request);
    }
    ended.set(request, state);
  }
  return ended;
}
