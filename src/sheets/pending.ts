import type { MissingNote } from '../workbook/image';
import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { type Aside, asideAt, asideFor, clearAside, heightOf } from './aside';
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
import { forget, type NotedOf, noted, sweep, trailAfter } from './noted';
import type { Surroundings } from './print';
import { type OurSheet, tabCells } from './read';
import { type Around, carriedOut, type Formats, guardedTab, plannedRun, type Run } from './run';
import { progressOf, reversed, rowKeysOf } from './spot';
import type { Step } from './steps';
import { putRight } from './unseen';

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

/** What a request does in one tab that is there. */
export interface Tabbed {
  readonly target: Target;
  readonly operations: readonly Operation[];
}

/** Operations of a request, or what takes back some of them, planned on the table as read. */
export interface Prepared {
  readonly state: TabState;
  readonly run: Run;
  readonly around: Around;
}

/** Plans operations, or some of those that a request is logged with, on the table as read. */
export function prepared(
  planned: Planned,
  { plan, state, logged }: Pick<Target, 'plan'> & Pick<Prepared, 'state'> & { readonly logged: readonly Operation[] },
  operations: readonly Operation[],
  {
    toFollow = 0,
    formats,
    isBack = false,
  }: { toFollow?: number; formats?: Formats | undefined; isBack?: boolean } = {},
): Prepared {
  const around = aroundOf(planned, state, toFollow);
  const run = plannedRun(plan, state, operations, around, formats);
  return { state, around, run: { ...run, told: { keys: rowKeysOf(plan, logged), isBack } } };
}

/** Writes what was planned; false if the table had changed since it was read, and is to be read anew. */
export function written({ ours, plan, aside }: Target, { state, run, around }: Prepared): boolean {
  if (run.writes.length === 0 && run.removed.length === 0) return true;
  return carriedOut(guardedTab(ours, plan, aside), plan, state, run, around);
}

/** Puts back what a request has written so far, in the order in which it was not; false if rows kept moving under it. */
export function takenBack(planned: Planned, works: readonly Tabbed[]): boolean {
  return [...works].reverse().every((work) => takenBackIn(planned, work));
}

function takenBackIn(planned: Planned, { target, operations }: Tabbed): boolean {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabCells(target.ours);
    const back = reversed(target.plan, state, operations);
    const of = { plan: target.plan, state, logged: operations };
    if (written(target, prepared(planned, of, back, { isBack: true }))) return true;
  }
  return false;
}

/**
 * Ends what a writer before us logged and did not live to finish: wholly written, or, where someone has changed a cell
 * of it since, wholly put back, in all of its tabs. Where `isAnew`, what
 * had been written has partly been taken for others'.
 */
function finished(planned: Planned, works: readonly Tabbed[], isAnew: boolean): LogState {
  const isPermitted = works.every(({ target, operations }) => planned.permits(target.plan.id, operations));
  for (let attempt = 1; attempt <= attempts && isPermitted; attempt += 1) {
    const read = works.map((work) => ({ ...work, state: tabCells(work.target.ours) }));
    const isOvertaken = read.some(({ target, operations, state }) =>
      operations.some((operation) => progressOf(target.plan, state, operation) === 'changed'),
    );
    if (isOvertaken) break;
    try {
      const areWritten = read.every(({ target, operations, state }) => {
        const { plan } = target;
        // A new record that is there may lack formulas still: what it has is not written again.
        const open = operations.filter(
          (operation) => isAnew || isAddition(operation) || progressOf(plan, state, operation) === 'open',
        );
        return written(target, prepared(planned, { plan, state, logged: operations }, open));
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

const isAddition = ({ from, to }: Operation): boolean => from === null && to !== null;

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
 * Ends what writers before us logged and did not live to finish, and, given the time, forgets what they noted and did not
 * come to log. To be called under the lock, before anything is read. Gives the end of the log; undefined where there is no
 * log.
 */
export function endPending(planned: Planned, now?: string): Tail | undefined {
  const log = planned.sheets.get(logTab);
  if (!log) return undefined;
  const tail = logTail(log.sheet);
  const ended = finishPending(planned, asideAt(log, tail.lastRow + 1), tail.entries);
  if (now !== undefined) {
    const waiting = [...waitingIn(tail.entries)].filter((request) => !isOver(ended.get(request)));
    sweep(new Map(waiting.map((request) => [request, linesNow(tail.entries, request)])), now);
  }
  return tail;
}

const isOver = (state: LogState | undefined): boolean => state === 'done' || state === 'undone';

/** Requests that stand in the log as pending. */
const waitingIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.filter(({ state }) => state === 'pending').map(({ request }) => request));

/** The rows of a request as it came last: one that was undone and came once more stands there twice. */
const linesNow = (entries: readonly Entry[], request: string): readonly (readonly string[])[] =>
  entries.filter((entry) => entry.request === request && entry.state !== 'undone').map(({ line }) => line);

/** Requests that stand in the log as pending and that the add-on has not noted: someone has typed or changed their rows. */
export function strangersIn(entries: readonly Entry[], notedOf: NotedOf): ReadonlySet<string> {
  return new Set([...waitingIn(entries)].filter((request) => !notedOf(request, linesNow(entries, request))));
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
 * Ends all requests that are logged as pending; says how each ended. First what its writer came over and did not live to put
 * back is put back. What the add-on has not noted itself is left as it stands: nobody is made to do what someone has typed
 * into the log.
 */
export function finishPending(
  planned: Planned,
  aside: Aside,
  entries: readonly Entry[],
): ReadonlyMap<string, LogState> {
  const ended = new Map<string, LogState>();
  const pending = entries.filter((entry) => entry.state === 'pending');
  if (pending.length === 0) return ended;
  const { sheet } = aside;
  const notedOf = noted();
  const left = [...new Set(pending.map((entry) => entry.request))].flatMap((request) => {
    const lines = linesNow(entries, request);
    const note = notedOf(request, lines);
    const rows = pending.filter((entry) => entry.request === request).map((entry) => entry.row);
    return note ? [{ request, lines, note, rows }] : [];
  });
  // Below the copies that are left, which are needed until their requests have ended; the last of their rows may be blank.
  const free = Math.max(aside.row, ...left.map(({ rows, note }) => Math.min(...rows) + heightLeft(note.steps)));
  for (const { request, lines, note, rows } of left) {
    const below = asideAt(aside, Math.max(free, sheet.getLastRow() + 1));
    const trail = trailAfter(request, lines, note);
    const own = asideFor(below, trail, Math.min(...rows));
    const { works, isWhole } = tabbed(
      planned,
      own,
      pending.filter((entry) => entry.request === request),
    );
    const isAnew = isPutRight(planned, works, note.steps, own);
    trail.settled();
    const state = isWhole ? finished(planned, works, isAnew) : takenBack(planned, works) ? 'undone' : 'pending';
    SpreadsheetApp.flush();
    closeEntries(own, rows, state);
    if (state !== 'pending') {
      SpreadsheetApp.flush();
      forget(request, lines);
    }
    ended.set(request, state);
  }
  if (ended.size > 0) clearAside(sheet);
  return ended;
}

/** How many rows the copies of steps take, from their request's first row in the log on. */
const heightLeft = (steps: readonly Step[]): number =>
  Math.max(0, ...steps.map(({ down, areas }) => down + heightOf(areas)));

/** Whether anything was put back that a writer before us came over. */
function isPutRight(planned: Planned, works: readonly Tabbed[], steps: readonly Step[], aside: Aside): boolean {
  const lefts = works.map(({ target: { ours, plan }, operations }) => ({
    ours,
    plan,
    operations,
    around: (state: TabState) => aroundOf(planned, state, 0),
  }));
  return putRight(lefts, steps, aside);
}
