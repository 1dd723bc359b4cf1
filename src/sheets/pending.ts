import type { MissingNote } from '../workbook/image';
import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { type Aside, asideAt } from './aside';
import {
  closeEntries,
  type Entry,
  type LogState,
  logTail,
  logWhole,
  markEntries,
  type Operation,
  type Tail,
} from './log';
import { forget, type IsNoted, noted } from './noted';
import type { Surroundings } from './print';
import { type OurSheet, tabCells } from './read';
import { type Around, carriedOut, type Formats, guardedTab, plannedRun } from './run';
import { progressOf, reversed } from './spot';

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

export function aroundOf(planned: Planned, state: TabState, toFollow: number): Around {
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

/** Where operations are written: a tab, its plan, and where copies are put meanwhile. */
export interface Target {
  readonly ours: OurSheet;
  readonly plan: TabPlan;
  readonly aside: Aside;
}

/** Writes operations into the table as read; false if it had changed since, and is to be read anew. */
export function written(
  planned: Planned,
  { ours, plan, aside }: Target,
  state: TabState,
  operations: readonly Operation[],
  toFollow = 0,
  formats?: Formats,
): boolean {
  const around = aroundOf(planned, state, toFollow);
  const run = plannedRun(plan, state, operations, around, formats);
  if (run.writes.length === 0 && run.removed.length === 0) return true;
  return carriedOut(guardedTab(ours, plan, aside), plan, state, run, around);
}

/** What a request does in one tab that is there. */
export interface Tabbed {
  readonly target: Target;
  readonly operations: readonly Operation[];
}

/** Puts back what a request has written so far, in the order in which it was not; false if rows kept moving under it. */
export function takenBack(planned: Planned, works: readonly Tabbed[]): boolean {
  return [...works].reverse().every((work) => takenBackIn(planned, work));
}

function takenBackIn(planned: Planned, { target, operations }: Tabbed): boolean {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabCells(target.ours);
    if (written(planned, target, state, reversed(target.plan, state, operations))) return true;
  }
  return false;
}

/**
 * Ends what a writer before us logged and did not live to finish: wholly written, or, where someone has changed a cell
 * of it since, wholly put back, in all of its tabs.
 */
function finished(planned: Planned, works: readonly Tabbed[]): LogState {
  const isPermitted = works.every(({ target, operations }) => planned.permits(target.plan.id, operations));
  for (let attempt = 1; attempt <= attempts && isPermitted; attempt += 1) {
    const read = works.map((work) => ({ ...work, state: tabCells(work.target.ours) }));
    const isOvertaken = read.some(({ target, operations, state }) =>
      operations.some((operation) => progressOf(target.plan, state, operation) === 'changed'),
    );
    if (isOvertaken) break;
    try {
      const areWritten = read.every(({ target, operations, state }) => {
        const open = operations.filter((operation) => progressOf(target.plan, state, operation) === 'open');
        return written(planned, target, state, open);
      });
      if (areWritten) return 'done';
    } catch (error) {
      // What the sheet refuses now it would refuse every writer after us.
      console.error(error);
      break;
    }
  }
  return takenBack(planned, works) ? 'undone' : 'pending';
}

/** A logged request's work, tab by tab in its order; whether all of them are there. */
function tabbed(
  planned: Planned,
  aside: Aside,
  entries: readonly Entry[],
): { readonly works: readonly Tabbed[]; readonly isWhole: boolean } {
  const parts = [...new Set(entries.map(({ part }) => part))];
  const works = parts.flatMap((part): readonly Tabbed[] => {
    const [plan, ours] = [planned.plannedTab(part), planned.sheets.get(part)];
    if (!plan || !ours) return [];
    const operations = entries.flatMap((entry) => (entry.part === part && entry.operation) || []);
    return [{ target: { ours, plan, aside }, operations }];
  });
  return { works, isWhole: works.length === parts.length };
}

/**
 * Ends what writers before us logged and did not live to finish. To be called under the lock, before anything is read.
 * Gives the end of the log; undefined where there is no log.
 */
export function endPending(planned: Planned): Tail | undefined {
  const log = planned.sheets.get(logTab);
  if (!log) return undefined;
  const tail = logTail(log.sheet);
  finishPending(planned, asideAt(log, tail.lastRow + 1), tail.entries);
  return tail;
}

/** The rows of a request as it came last: one that was undone and came once more stands there twice. */
const linesNow = (entries: readonly Entry[], request: string): readonly (readonly string[])[] =>
  entries.filter((entry) => entry.request === request && entry.state !== 'undone').map(({ line }) => line);

/** Requests that stand in the log as pending and that the add-on has not noted: someone has typed or changed their rows. */
export function strangersIn(entries: readonly Entry[], isNoted: IsNoted): ReadonlySet<string> {
  const pending = new Set(entries.filter(({ state }) => state === 'pending').map(({ request }) => request));
  for (const request of [...pending]) {
    if (isNoted(request, linesNow(entries, request))) pending.delete(request);
  }
  return pending;
}

/**
 * Says of what someone has typed into the log as pending that it is not written: of the request in one row, or of all. Gives
 * how many rows. To be called under the lock.
 */
export function dismissed(log: OurSheet['sheet'], row?: number): number {
  const entries = logWhole(log);
  if (!entries.some(({ state }) => state === 'pending')) return 0;
  const only = entries.find((entry) => entry.row === row)?.request;
  const strangers = strangersIn(entries, noted());
  const rows = entries
    .filter(({ state, request }) => state === 'pending' && strangers.has(request))
    .filter(({ request }) => row === undefined || request === only)
    .map((entry) => entry.row);
  markEntries(log, rows, 'undone');
  return rows.length;
}

/**
 * Ends all requests that are logged as pending; says how each ended. What the add-on has not noted itself is left as it
 * stands: nobody is made to do what someone has typed into the log.
 */
export function finishPending(
  planned: Planned,
  aside: Aside,
  entries: readonly Entry[],
): ReadonlyMap<string, LogState> {
  const ended = new Map<string, LogState>();
  const pending = entries.filter((entry) => entry.state === 'pending');
  if (pending.length === 0) return ended;
  const strangers = strangersIn(entries, noted());
  for (const request of new Set(pending.map((entry) => entry.request))) {
    if (strangers.has(request)) continue;
    const rows = pending.filter((entry) => entry.request === request);
    const { works, isWhole } = tabbed(planned, aside, rows);
    const state = isWhole ? finished(planned, works) : takenBack(planned, works) ? 'undone' : 'pending';
    SpreadsheetApp.flush();
    closeEntries(
      aside,
      rows.map((entry) => entry.row),
      state,
    );
    if (state !== 'pending') {
      SpreadsheetApp.flush();
      forget(request, linesNow(entries, request));
    }
    ended.set(request, state);
  }
  return ended;
}
