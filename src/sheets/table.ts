import { formatOf } from '../workbook/image';
import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { asideAt, asideFor, heightOf } from './aside';
import { formulasUnder } from './formulas';
import { isKeptMoving, needsFormat } from './guard';
import { locked } from './lock';
import {
  appendPending,
  closed,
  closeEntries,
  type Entry,
  type Header,
  type Logged,
  type LogState,
  logTail,
  type Operation,
  pendingLines,
  type TabWork,
  type Tail,
  withoutStates,
} from './log';
import type { LogLine } from './logLines';
import { forget, note, type Trail } from './noted';
import {
  attempts,
  finishPending,
  type Planned,
  type Prepared,
  prepared,
  type Tabbed,
  takenBack,
  written,
} from './pending';
import { cellsSince, type OurSheet, tabCells } from './read';
import { type Formats, nextRows, stepsOf } from './run';
import { type CellConflict, conflictsOf, isThere, lacksPlace, progressOf, spotOf, withTimes } from './spot';
import type { Step } from './steps';

export type { CellConflict } from './spot';

export type Outcome =
  /** What was written now, or when the same request came first. */
  | {
      readonly status: 'done';
      readonly works: readonly TabWork[];
      /** Where the log's last row stands now. */
      readonly lastLogged?: number;
    }
  | { readonly status: 'busy' }
  /** The workbook is another than when the request was planned: its language, its tabs, its version. */
  | { readonly status: 'stale' }
  | { readonly status: 'absent' }
  /** A tab is there, but not all of the cells that were to be written. */
  | { readonly status: 'lacking'; readonly part: string }
  | { readonly status: 'gone'; readonly records: readonly string[] }
  | { readonly status: 'conflict'; readonly part: string; readonly conflicts: readonly CellConflict[] }
  | { readonly status: 'refused' };

/** What a request does in one tab, and what is needed to carry it out there. */
export interface Work extends TabWork {
  /** New records that further requests are about to add. */
  readonly toFollow: number;
  readonly plan: TabPlan;
  /** The table as it was read before the lock, with its formulas. */
  readonly before: () => TabState;
  /** A last look at the table under the lock; false refuses the request. */
  readonly allowed?: (state: TabState, operations: readonly Operation[]) => boolean;
}

/** A request to write into one tab or several, all of it or nothing, and what is needed to carry it out. */
export interface Writing extends Header, Planned {
  readonly works: readonly Work[];
  /** The log's last row as it was before the tables were read. */
  readonly least: () => number;
  /** Whether the workbook still says of itself what it said when the request was planned. */
  readonly isCurrent: () => boolean;
  /**
   * Whether what was looked at in other tabs is still so; nobody has logged anything since where it is quiet. Where it is not
   * so, the request is to be planned anew.
   */
  readonly stillHolds?: (isQuiet: boolean) => boolean;
  /** What it sets may stand there already: it was cut off once. */
  readonly hasBegun?: boolean;
}

/**
 * Carries a request out. Before the lock: read where the log ends, then the tables, and note the request with what it is
 * about to write. Under it: is the workbook still the same?
 * → end what stands pending → answered already? → does what was looked at still hold? → read the tables once more if anything was logged since → does each "from" still stand? → log all as pending →
 * write by the guard, tab by tab → mark done → flush → release.
 */
export function carryOut(writing: Writing): Outcome {
  const { sheets, works } = writing;
  const log = sheets.get(logTab);
  if (!log) return { status: 'absent' };
  const least = writing.least();
  const tables: Table[] = [];
  for (const work of works) {
    const ours = sheets.get(work.part);
    if (!ours) return { status: 'absent' };
    const before = work.before();
    const formats = formatsFor(work, ours, before);
    tables.push({ work, ours, before, first: preparedOn(writing, work, before, formats) });
  }
  const isWork = works.some(({ operations }) => operations.length > 0);
  const told = tables.map(({ work: { part, plan, operations }, ours, before }): TabWork => {
    const timed = withTimes(plan, before, operations, ours.serialOf);
    return { part, operations: timed, formulas: formulasUnder(plan, before, operations) };
  });
  const lines = isWork ? pendingLines(writing, told) : [];
  const noted = withoutStates(lines);
  // Noted before the lock and forgotten after it: no one waits for that.
  const trail = isWork ? note(writing.request, noted, writing.when, foreseen(tables)) : undefined;
  const desk: Desk = { tables, log, least, lines, trail, isPending: false };
  try {
    return locked(() => carryOutLocked(writing, desk)) ?? { status: 'busy' };
  } finally {
    if (isWork && !desk.isPending) forget(writing.request, noted);
  }
}

/** A tab's work planned on the table as read. */
const preparedOn = (
  writing: Writing,
  { plan, operations, toFollow }: Work,
  state: TabState,
  formats: Formats | undefined,
): Prepared => prepared(writing, { plan, state, logged: operations }, operations, { toFollow, formats });

/** The steps of a request if nobody writes between. */
function foreseen(tables: readonly Table[]): readonly Step[] {
  const steps: Step[] = [];
  for (const { work, first } of tables) {
    const down = steps.reduce((sum, { areas }) => sum + heightOf(areas), 0);
    steps.push(...stepsOf(work.plan, first.state, first.run, down));
  }
  return steps;
}

/**
 * The formats that cells have which are to be written together with theirs: those that are as they were made are not set
 * again. Of new records, and of changes in one.
 */
function formatsFor({ plan, operations }: Work, { sheet }: OurSheet, state: TabState): Formats | undefined {
  const rows = nextRows(plan, state, operations);
  const [only] = operations;
  if (operations.length === 1 && only?.from && only.to) {
    for (const [key, content] of Object.entries(only.to)) {
      const spot = spotOf(plan, state, only.record, key);
      if (spot && needsFormat({ ...spot, content, format: formatOf(spot.cell) }))
        return formatsIn(sheet, state, [spot.row]);
    }
  }
  const isDated = operations.some(({ from, to }) =>
    Object.entries(from === null ? (to ?? {}) : {}).some(([key, content]) => {
      const cell = plan.body?.[key];
      return cell !== undefined && needsFormat({ row: 0, column: 0, content, format: formatOf(cell) });
    }),
  );
  return isDated ? formatsIn(sheet, state, rows) : undefined;
}

function formatsIn(sheet: OurSheet['sheet'], state: TabState, rows: readonly number[]): Formats | undefined {
  const [first = 0, last = 0] = [rows[0], rows[rows.length - 1]];
  if (first === 0 || last > state.maxRows) return undefined;
  const formats = sheet.getRange(first, 1, last - first + 1, state.maxColumns).getNumberFormats();
  return (row, column) => formats[row - first]?.[column - 1];
}

/** A tab that is written into, as it was read before the lock. */
interface Table {
  readonly work: Work;
  readonly ours: OurSheet;
  readonly before: TabState;
  /** Its work as planned on that. */
  readonly first: Prepared;
}

/** What was read before the lock, and how far the request has come. */
interface Desk {
  readonly tables: readonly Table[];
  readonly log: OurSheet;
  readonly least: number;
  /** What the request comes to in the log. */
  readonly lines: readonly LogLine[];
  /** What is noted of it. */
  readonly trail: Trail | undefined;
  /** Some of it may stand in the log as pending: it is to stay noted. */
  isPending: boolean;
}

/** The first answer to a request that was carried out already; pending ones by how they ended. */
function answeredBefore(
  writing: Writing,
  entries: readonly Entry[],
  ended: ReadonlyMap<string, LogState>,
): Outcome | undefined {
  const answered = entries.filter(
    ({ request, state }) =>
      request === writing.request && (state === 'pending' ? ended.get(request) === 'done' : state === 'done'),
  );
  if (answered.length === 0) return undefined;
  const parts = [...new Set(answered.map(({ part }) => part))];
  const works = parts.map((part): TabWork => {
    return { part, operations: answered.flatMap((entry) => (entry.part === part && entry.operation) || []) };
  });
  return { status: 'done', works };
}

function carryOutLocked(writing: Writing, desk: Desk): Outcome {
  const { works } = writing;
  const { tables, log, least, lines, trail } = desk;
  if (!writing.isCurrent()) return { status: 'stale' };
  const tail = logTail(log.sheet, least);
  const { entries, lastRow } = tail;
  const room = asideAt(log, lastRow + 1);
  const aside = trail ? asideFor(room, trail, lastRow + 1) : room;
  const tabbed = tables.map(({ work: { plan, operations }, ours }): Tabbed => {
    return { target: { ours, plan, aside }, operations };
  });
  const ended = finishPending(writing, room, entries);
  const told: Tail = {
    ...tail,
    entries: entries.map((entry) =>
      entry.state === 'pending' ? { ...entry, state: ended.get(entry.request) ?? entry.state } : entry,
    ),
  };
  const answered = answeredBefore(writing, entries, ended);
  if (answered) return answered;
  if (lines.length === 0) return { status: 'done', works };
  // Nobody has logged anything since the tables were read: what people may have done in it is for the guard to see.
  const isQuiet = lastRow === least && ended.size === 0;
  if (writing.stillHolds?.(isQuiet) === false) return { status: 'stale' };
  let logged: Logged | undefined;
  const abandoned = (outcome: Outcome): Outcome => {
    if (!logged) return outcome;
    if (takenBack(writing, tabbed)) {
      closeEntries(aside, logged.rows, 'undone');
      closed(log.sheet, logged, { request: writing.request, state: 'undone', before: told });
      desk.isPending = false;
    } else SpreadsheetApp.flush();
    return outcome;
  };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const states = tables.map(({ ours, before }) =>
      attempt > 1 ? tabCells(ours) : isQuiet ? before : cellsSince(ours, before),
    );
    const refusal = refusalOf(works, states, attempt > 1 || writing.hasBegun === true);
    if (refusal) return abandoned(refusal);
    desk.isPending = true;
    logged ??= appendPending(log.sheet, lastRow, lines, Math.max(...works.map(({ toFollow }) => toFollow)));
    try {
      const areWritten = tables.every(({ work, first }, index) => {
        const [one, state] = [tabbed[index], states[index]];
        if (!one || !state) return true;
        return written(one.target, state === first.state ? first : preparedOn(writing, work, state, undefined));
      });
      if (!areWritten) continue;
    } catch (error) {
      const outcome = abandoned({ status: 'busy' });
      if (isKeptMoving(error)) return outcome;
      throw error;
    }
    closeEntries(aside, logged.rows, 'done');
    closed(log.sheet, logged, { request: writing.request, state: 'done', before: told });
    desk.isPending = false;
    return { status: 'done', works, lastLogged: Math.max(lastRow, ...logged.rows) };
  }
  return abandoned({ status: 'busy' });
}

/** Why a request cannot be carried out on the tables as read; once it has begun, what it has written itself is no reason. */
function refusalOf(works: readonly Work[], states: readonly TabState[], hasBegun: boolean): Outcome | undefined {
  for (const [index, work] of works.entries()) {
    const state = states[index];
    const refusal = state && refusalIn(work, state, hasBegun);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusalIn(work: Work, state: TabState, hasBegun: boolean): Outcome | undefined {
  const { part, plan, operations } = work;
  const open = hasBegun
    ? operations.filter((operation) => progressOf(plan, state, operation) !== 'written')
    : operations;
  if (open.some((operation) => lacksPlace(plan, state, operation))) return { status: 'lacking', part };
  const gone = open
    .filter((operation) => operation.from !== null && !isThere(plan, state, operation.record))
    .map((operation) => operation.record);
  if (gone.length > 0) return { status: 'gone', records: gone };
  const conflicts = conflictsOf(plan, state, open).filter(({ now, to }) => !hasBegun || now !== to);
  if (conflicts.length > 0) return { status: 'conflict', part, conflicts };
  return work.allowed?.(state, open) === false ? { status: 'refused' } : undefined;
}
