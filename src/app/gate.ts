import type { Answer, Fault } from '../model/answer';
import type { Tab } from '../model/tab';
import type { Operation } from '../sheets/log';
import { isRegistered, type Spreadsheet } from '../sheets/read';
import { logTab } from '../workbook/own';
import { closedFaults, openedFaults } from './endpoints/closed';
import { absentPart, invalid, type Part, parsedRequest, partsToWrite, refused } from './endpoints/request';
import { changesIn, fieldIdOf } from './endpoints/values';
import { type PartWork, write } from './endpoints/write';
import { type Entry, enteredFaults, reasonlessFaults } from './faults';
import { generate } from './generate';
import { type Asked, identity } from './identity';
import { said } from './language';
import { deletedOf } from './ours';
import type { Shape } from './requests';

/** Whether an operation is to change anything. */
const isWork = ({ from, to }: Operation): boolean => from === null || to === null || Object.keys(to).length > 0;

/** What a request comes to in the part as it stands. */
export interface Wanted {
  /** What it sets, record by record: what rules look at. */
  readonly entries: readonly Entry[];
  readonly operations: readonly Operation[];
  /** New records that further requests are about to add: room is made for them too. */
  readonly toFollow?: number | undefined;
  /** By what the request knows its records, where it is not their ids. */
  readonly names?: ReadonlyMap<string, string>;
  /** Why imported fields are set by hand; undefined where it is not said. */
  readonly reason?: string | undefined;
  /**
   * An import, or what puts back what was there: imported fields are its own to write, but for those of a month that is
   * closed, for which it says why as people do.
   */
  readonly mayImport?: true;
  /** What people's columns that are gone by now were called: what stood there cannot be put back, and that is said. */
  readonly lost?: readonly string[];
  /** Said with the answer that it is done, where not all could be. */
  readonly message?: string | undefined;
  /**
   * Whether what it looked at in other parts is still so, asked under the lock; where it is not, it is planned anew. Where it
   * is quiet nobody has logged anything since: only what people do in the grid can be otherwise.
   */
  readonly stillHolds?: ((isQuiet: boolean) => boolean) | undefined;
  /** It puts back what the plan was signed with. */
  readonly isPutBack?: true;
  /** Answered in place of writing, once the rules are kept: a question first, or that there is nothing to do. */
  readonly instead?: Answer | undefined;
}

/** What was done, for who did not know the records: which were added, and what the others' fields went from and to. */
function doneBy(tab: Tab, operations: readonly Operation[]) {
  const added = operations.filter(({ from }) => from === null).map(({ record }) => record);
  return { added, changes: changesIn(tab, operations) };
}

/** Whether operations change anything that is agreed with a plan: records that come or go, or a field that does not stay open. */
function isOfPlan(tab: Tab, operations: readonly Operation[]): boolean {
  if (tab.staysOpen) return false;
  const open = new Set(tab.fields.filter(({ staysOpen }) => staysOpen).map(({ id }) => id));
  return operations.some(
    ({ from, to }) => from === null || to === null || Object.keys(to).some((key) => !open.has(fieldIdOf(key))),
  );
}

/** A fault of a record by the name that the request has for it. */
function named(fault: Fault, names: ReadonlyMap<string, string> | undefined): Fault {
  const name = fault.record === undefined ? undefined : names?.get(fault.record);
  return name === undefined ? fault : { ...fault, record: name };
}

/** Records of a request that the part can never have: a part that is one record has that, fixed rows are those of the plan. */
function strangersTo({ tab }: Part, entries: readonly Entry[]): readonly string[] {
  if (tab.shape === 'table') return [];
  const known = new Set(tab.shape === 'record' ? [tab.id] : tab.rows);
  return [...new Set(entries.map(({ record }) => record).filter((record) => !known.has(record)))];
}

/**
 * The one way into tabs that people write in too: request → shape → state of the plan and who → rules → operation →
 * writer. An endpoint says its shape and what a request comes to; nothing is written past this.
 *
 * The state is that of the workbook: one whose plan is of another version is only read. In a plan that is signed what
 * stays open (who does what until when) goes on, the rest answers that it is signed, before the rules. Who signs writes it
 * down in what the workbook says of itself, which the writer holds against what was read here: a request that was on its
 * way meanwhile is planned anew, and finds it signed. A form may send along what the workbook said of itself when it was
 * opened, which saves asking twice: it is held against the workbook all the same, before anything is written or refused.
 */
export function gated<A extends Asked & { readonly part: string }>(
  shape: Shape<A>,
  wantedOf: (asked: A, part: Part) => Wanted | Answer,
) {
  return gatedParts(shape, (asked) => [asked.part], wantedOf);
}

/** The same for a request that is about several parts, or that says itself about which: all of it is written, or nothing. */
export function gatedParts<A extends Asked>(
  shape: Shape<A>,
  partsOf: (asked: A, file: Spreadsheet) => readonly string[] | Answer,
  wantedOf: (asked: A, part: Part) => Wanted | Answer,
) {
  return (file: Spreadsheet, request: unknown): Answer => {
    const parsed = parsedRequest(shape, request);
    if ('answer' in parsed) return parsed.answer;
    const { value } = parsed;
    const parts = partsOf(value, file);
    if ('status' in parts) return parts;
    if (value.registered !== undefined) {
      const answer = answered(file, value, parts, wantedOf, value.registered);
      if (answer.status !== 'stale') return answer;
    }
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const answer = answered(file, value, parts, wantedOf);
      if (answer.status !== 'stale') return answer;
    }
    return { status: 'busy', message: said().busy };
  };
}

/** The workbook is another than the request was planned for. */
interface Stale {
  readonly status: 'stale';
}

const stale: Stale = { status: 'stale' };

/** How often a request is planned anew because the workbook has become another before it got the lock. */
const attempts = 3;

function answered<A extends Asked>(
  file: Spreadsheet,
  asked: A,
  parts: readonly string[],
  wantedOf: (asked: A, part: Part) => Wanted | Answer,
  registered?: string,
): Answer | Stale {
  /** What is answered before the writer has looked: true only of the workbook as it is. */
  const early = <T extends Answer | Stale>(answer: T): T | Stale =>
    registered === undefined || isRegistered(file, registered) ? answer : stale;
  const found = partsToWrite(file, parts, registered);
  if ('answer' in found) return early(found.answer);
  if (found.parts.some(({ turning, sheets }) => turning !== undefined || !sheets.has(logTab))) {
    if (registered !== undefined) return stale;
    // A switch of language that was cut off: what is written now is to be in the language that all else is in. Or someone has
    // deleted the log: nothing is written without one, so that it is made anew.
    generate(file, { section: '' });
    return stale;
  }
  const works: GatedWork[] = [];
  for (const part of found.parts) {
    const work = workIn(file, asked, part, wantedOf);
    if ('status' in work) return early(work);
    works.push(work);
  }
  const instead = works.find(({ wanted }) => wanted.instead)?.wanted.instead;
  if (instead) return early(instead);
  const written = write(identity(asked), works, {
    reason: works.find(({ reason }) => reason !== undefined)?.reason,
    // Months are closed by the add-on alone, which logs it.
    stillHolds: (isQuiet) =>
      works.every((work) => (work.wanted.stillHolds?.(isQuiet) ?? true) && (isQuiet || lateFaults(work).length === 0)),
  });
  if (written.status === 'invalid') {
    const names = new Map(works.flatMap(({ wanted }) => [...(wanted.names ?? [])]));
    return { ...written, faults: written.faults.map((fault) => named(fault, names)) };
  }
  if (written.status !== 'done') return written;
  const records = [...new Set(written.works.flatMap(({ operations }) => operations.map(({ record }) => record)))];
  const lost = works.flatMap(({ wanted }) => wanted.lost ?? []);
  const message =
    lost.length > 0
      ? said().ownLost([...new Set(lost)])
      : works.find(({ wanted }) => wanted.message !== undefined)?.wanted.message;
  const [only] = works;
  const known =
    only?.wanted.names &&
    doneBy(
      only.part.tab,
      written.works.flatMap(({ operations }) => operations),
    );
  return { status: 'done', records, ...known, ...(message !== undefined && { message }) };
}

/** A part of a request that has passed the gate. */
interface GatedWork extends PartWork {
  readonly wanted: Wanted;
  readonly reason: string | undefined;
}

/**
 * Figures of closed months that an import, or what takes one back, would change without a word, and months that taking their
 * closing back would open; someone may close one while it waits. Records go without a word, and so they come back: by how much their months have changed is watched.
 */
function lateFaults({ part, wanted, operations, reason }: Omit<GatedWork, 'toFollow' | 'isLast' | 'entries'>) {
  if (!wanted.mayImport || reason !== undefined) return [];
  const back = new Set(wanted.entries.flatMap(({ record, is }) => (is === 'back' ? [record] : [])));
  const changed = operations.filter(({ record, from }) => from !== null || !back.has(record));
  return [...closedFaults(part, changed), ...openedFaults(part, operations)];
}

/** What a request is to do in a part, or why nothing of it is done. */
function workIn<A extends Asked>(
  file: Spreadsheet,
  asked: A,
  part: Part,
  wantedOf: (asked: A, part: Part) => Wanted | Answer,
): GatedWork | Answer | Stale {
  if (part.tab.kept) return refused(said().keptPart);
  let wanted: Wanted | Answer;
  try {
    wanted = wantedOf(asked, part);
  } catch (error) {
    // Someone has deleted the log right now, or the part's own tab.
    const deleted = deletedOf(file, [logTab, part.tab.id]);
    if (deleted.length === 0) throw error;
    return deleted.includes(part.tab.id) ? absentPart(part.tab.id) : stale;
  }
  if ('status' in wanted) return wanted;
  const { entries, names, toFollow = 0, mayImport } = wanted;
  const operations = wanted.operations.filter(isWork);
  const { signing } = part;
  if (signing && !signing.opened && !wanted.isPutBack && isOfPlan(part.tab, operations))
    return { status: 'signed', message: said().signed(signing.version, signing.on, signing.by) };
  const reason = wanted.reason?.trim() || undefined;
  // Ids that start with # are those of our own rows: keys, labels, totals.
  if (operations.some(({ record }) => record.startsWith('#')))
    return invalid([{ message: said().badRequest('record') }]);
  const strangers = strangersTo(part, entries);
  if (strangers.length > 0) return { status: 'gone', message: said().gone, records: strangers };
  const unasked = mayImport || reason !== undefined ? [] : reasonlessFaults(part.tab, entries);
  const faults = [...enteredFaults(part.tab, entries), ...unasked, ...lateFaults({ part, wanted, operations, reason })];
  if (faults.length > 0) return invalid(faults.map((fault) => named(fault, names)));
  const isLast = wanted.toFollow === 0;
  return { part, wanted, operations, toFollow, isLast, entries, reason };
}

/**
 * Writes into a tab that is kept: what signing writes of itself, by the same writer, in the log as all else. Sent again
 * under the same request it is written once.
 */
export function keep(
  request: string,
  part: Part,
  operations: readonly Operation[],
  { reason, toFollow = 0 }: Pick<Wanted, 'reason' | 'toFollow'> = {},
): Exclude<Answer, { readonly status: 'done' }> | undefined {
  if (!part.tab.kept) throw new Error(`${part.tab.id} is not kept`);
  const entries = operations.map(({ record }): Entry => ({ record, values: {}, is: 'back' }));
  const written = write(request, [{ part, operations: operations.filter(isWork), toFollow, entries }], { reason });
  if (written.status === 'done') return undefined;
  return written.status === 'stale' ? { status: 'busy', message: said().busy } : written;
}
