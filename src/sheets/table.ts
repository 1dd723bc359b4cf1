import type { MissingNote } from '../workbook/image';
import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { settled } from './astray';
import { locked } from './lock';
import { appendPending, type Entry, type Header, type LogState, logTail, markEntries, type Operation } from './log';
import type { Surroundings } from './print';
import { type OurSheet, tabCells } from './read';
import { type Around, plannedRun, writeRun } from './run';
import { type CellConflict, conflictsOf, isThere, lacksPlace, needsFormulas, progressOf, reversed } from './spot';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export type { CellConflict } from './spot';

export type Outcome =
  | { readonly status: 'done'; readonly records: readonly string[] }
  | { readonly status: 'busy' }
  | { readonly status: 'absent' }
  /** The tab is there, but not all of the cells that were to be written. */
  | { readonly status: 'lacking' }
  | { readonly status: 'gone'; readonly records: readonly string[] }
  | { readonly status: 'conflict'; readonly conflicts: readonly CellConflict[] }
  | { readonly status: 'refused' };

/** A request to write into one tab, and what is needed to carry it out. */
export interface Writing extends Header {
  readonly operations: readonly Operation[];
  /** New records that further requests are about to add. */
  readonly toFollow: number;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly plan: TabPlan;
  /** The same for any tab that an unfinished request may concern. */
  readonly planOf: (tab: string) => TabPlan | undefined;
  /** Asked only when formulas are written. */
  readonly surroundings: (state: TabState) => Surroundings;
  readonly missingNote: MissingNote;
  /** A last look at the table under the lock; false refuses the request. */
  readonly allowed?: (state: TabState, operations: readonly Operation[]) => boolean;
}

/** How often a save starts again after someone sorted or inserted rows under it. */
const attempts = 3;

function aroundOf(writing: Writing, state: TabState): Around {
  let made: Surroundings | undefined;
  return {
    missingNote: writing.missingNote,
    surroundings: () => {
      made ??= writing.surroundings(state);
      return made;
    },
    toFollow: writing.toFollow,
  };
}

/** A tab as it stands, as much of it as operations need. */
function tabFor(ours: OurSheet, plan: TabPlan, operations: readonly Operation[]): TabState {
  const isChange = operations.every(({ from, to }) => from !== null && to !== null);
  const keys = isChange ? plan.columns.map((column) => column.key) : [];
  return tabCells(ours, needsFormulas(plan, operations), keys);
}

/** Writes operations into the table as read; false if rows or columns moved meanwhile and it is to be read anew. */
function written(
  writing: Writing,
  sheet: Sheet,
  plan: TabPlan,
  state: TabState,
  operations: readonly Operation[],
): boolean {
  const around = aroundOf(writing, state);
  const run = plannedRun(plan, state, operations, around);
  if (run.writes.length === 0 && run.removed.size === 0) return true;
  const room = writeRun(sheet, plan, run, around);
  return settled(sheet, plan, run, room, around);
}

/** Puts back what operations have written so far; false if rows kept moving under it. */
function takenBack(writing: Writing, ours: OurSheet, plan: TabPlan, operations: readonly Operation[]): boolean {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabCells(ours);
    if (written(writing, ours.sheet, plan, state, reversed(plan, state, operations))) return true;
  }
  return false;
}

/**
 * Ends what a writer before us logged and did not live to finish: wholly written, or, where someone has changed a cell
 * of it since, wholly put back.
 */
function finished(writing: Writing, plan: TabPlan, ours: OurSheet, operations: readonly Operation[]): LogState {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabFor(ours, plan, operations);
    const open = operations.filter((operation) => progressOf(plan, state, operation) === 'open');
    const isOvertaken = operations.some((operation) => progressOf(plan, state, operation) === 'changed');
    if (isOvertaken) break;
    try {
      if (written(writing, ours.sheet, plan, state, open)) return 'done';
    } catch (error) {
      // What the sheet refuses now it would refuse every writer after us.
      console.error(error);
      break;
    }
  }
  return takenBack(writing, ours, plan, operations) ? 'undone' : 'pending';
}

/** Ends all requests that are logged as pending; says how each ended. */
function finishPending(writing: Writing, log: Sheet, entries: readonly Entry[]): ReadonlyMap<string, LogState> {
  const ended = new Map<string, LogState>();
  const pending = entries.filter((entry) => entry.state === 'pending');
  for (const request of new Set(pending.map((entry) => entry.request))) {
    const rows = pending.filter((entry) => entry.request === request);
    const part = rows[0]?.part ?? '';
    const [plan, ours] = [writing.planOf(part), writing.sheets.get(part)];
    const operations = rows.map((entry) => entry.operation);
    const state = plan && ours ? finished(writing, plan, ours, operations) : 'undone';
    SpreadsheetApp.flush();
    markEntries(
      log,
      rows.map((entry) => entry.row),
      state,
    );
    ended.set(request, state);
  }
  return ended;
}

/**
 * Carries a request out: lock → read table and log tail → answered already? → does each "from" still stand? → log as
 * pending → write the changed cells → commit → are rows and columns still whose they were? → mark done → flush → release.
 */
export function carryOut(writing: Writing): Outcome {
  return locked(() => carryOutLocked(writing)) ?? { status: 'busy' };
}

function carryOutLocked(writing: Writing): Outcome {
  const { sheets, plan, operations } = writing;
  const [ours, log] = [sheets.get(writing.part), sheets.get(logTab)];
  if (!ours || !log) return { status: 'absent' };
  const { entries, lastRow } = logTail(log.sheet);
  const ended = finishPending(writing, log.sheet, entries);
  const answered = entries.filter(
    ({ request, state }) =>
      request === writing.request && (state === 'pending' ? ended.get(request) === 'done' : state === 'done'),
  );
  if (answered.length > 0)
    return { status: 'done', records: [...new Set(answered.map((entry) => entry.operation.record))] };
  if (operations.length === 0) return { status: 'done', records: [] };
  let logged: readonly number[] = [];
  const abandoned = (outcome: Outcome): Outcome => {
    if (logged.length === 0) return outcome;
    if (takenBack(writing, ours, plan, operations)) markEntries(log.sheet, logged, 'undone');
    SpreadsheetApp.flush();
    return outcome;
  };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabFor(ours, plan, operations);
    const refusal = refusalOf(writing, state, attempt > 1);
    if (refusal) return abandoned(refusal);
    if (logged.length === 0) logged = appendPending(log.sheet, lastRow, writing, operations, writing.toFollow);
    try {
      if (!written(writing, ours.sheet, plan, state, operations)) continue;
    } catch (error) {
      abandoned({ status: 'busy' });
      throw error;
    }
    markEntries(log.sheet, logged, 'done');
    SpreadsheetApp.flush();
    return { status: 'done', records: operations.map((operation) => operation.record) };
  }
  return abandoned({ status: 'busy' });
}

/** Why a request cannot be carried out on the table as read; once it has begun, what it has written itself is no reason. */
function refusalOf(writing: Writing, state: TabState, hasBegun: boolean): Outcome | undefined {
  const { plan, operations } = writing;
  const open = hasBegun
    ? operations.filter((operation) => progressOf(plan, state, operation) !== 'written')
    : operations;
  if (open.some((operation) => lacksPlace(plan, state, operation))) return { status: 'lacking' };
  const gone = open
    .filter((operation) => operation.from !== null && !isThere(plan, state, operation.record))
    .map((operation) => operation.record);
  if (gone.length > 0) return { status: 'gone', records: gone };
  const conflicts = conflictsOf(plan, state, open).filter(({ now, to }) => !hasBegun || now !== to);
  if (conflicts.length > 0) return { status: 'conflict', conflicts };
  return writing.allowed?.(state, open) === false ? { status: 'refused' } : undefined;
}
