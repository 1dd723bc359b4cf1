import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { locked } from './lock';
import { appendPending, type Header, logTail, markEntries, type Operation } from './log';
import { forget } from './noted';
import { attempts, finishPending, type Planned, tabFor, takenBack, written } from './pending';
import { type CellConflict, conflictsOf, isThere, lacksPlace, progressOf } from './spot';

export type { CellConflict } from './spot';

export type Outcome =
  /** What was written now, or when the same request came first. */
  | {
      readonly status: 'done';
      readonly operations: readonly Operation[];
      /** Where the log's last row stands now. */
      readonly lastLogged?: number;
    }
  | { readonly status: 'busy' }
  | { readonly status: 'absent' }
  /** The tab is there, but not all of the cells that were to be written. */
  | { readonly status: 'lacking' }
  | { readonly status: 'gone'; readonly records: readonly string[] }
  | { readonly status: 'conflict'; readonly conflicts: readonly CellConflict[] }
  | { readonly status: 'refused' };

/** A request to write into one tab, and what is needed to carry it out. */
export interface Writing extends Header, Planned {
  readonly operations: readonly Operation[];
  /** New records that further requests are about to add. */
  readonly toFollow: number;
  readonly plan: TabPlan;
  /** A last look at the table under the lock; false refuses the request. */
  readonly allowed?: (state: TabState, operations: readonly Operation[]) => boolean;
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
  if (answered.length > 0) return { status: 'done', operations: answered.flatMap(({ operation }) => operation ?? []) };
  if (operations.length === 0) return { status: 'done', operations };
  let logged: readonly number[] = [];
  const abandoned = (outcome: Outcome): Outcome => {
    if (logged.length === 0) return outcome;
    const isUndone = takenBack(writing, ours, plan, operations);
    if (isUndone) markEntries(log.sheet, logged, 'undone');
    SpreadsheetApp.flush();
    if (isUndone) forget(writing.request);
    return outcome;
  };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const state = tabFor(ours, plan, operations);
    const refusal = refusalOf(writing, state, attempt > 1);
    if (refusal) return abandoned(refusal);
    if (logged.length === 0) logged = appendPending(log.sheet, lastRow, writing, operations, writing.toFollow);
    try {
      if (!written(writing, ours.sheet, plan, state, operations, writing.toFollow)) continue;
    } catch (error) {
      abandoned({ status: 'busy' });
      throw error;
    }
    markEntries(log.sheet, logged, 'done');
    SpreadsheetApp.flush();
    forget(writing.request);
    return { status: 'done', operations, lastLogged: Math.max(lastRow, ...logged) };
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
