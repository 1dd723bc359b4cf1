import type { Answer, Fault, Scalar } from '../../model/answer';
import { fromCell } from '../../model/value';
import { type CellValue, logWhole, type Operation } from '../../sheets/log';
import { isRegistered } from '../../sheets/read';
import { type CellConflict, carryOut, type Outcome, type Writing } from '../../sheets/table';
import { mostLogRows, turnOver } from '../../sheets/turn';
import { logTab } from '../../workbook/own';
import type { TabState } from '../../workbook/state';
import { choices, describedTab, fieldOf, plannedTab } from '../described';
import { type Entry, standingFaults } from '../faults';
import { generate } from '../generate';
import { actsOf, setBy } from '../history';
import { said } from '../language';
import { growLists } from '../lists';
import { hasLostLog } from '../ours';
import { plannedIn } from '../planned';
import { userEmail } from '../who';
import { invalid, type Part, partToWrite, readOnce } from './request';
import { fieldIdOf } from './values';

/** The fields that someone else has changed, each with what it holds now and who made it so. */
function conflictAnswer(
  { tab, sheets }: Part,
  conflicts: readonly CellConflict[],
): Extract<Answer, { status: 'conflict' }> {
  const log = sheets.get(logTab);
  const acts = log ? actsOf(logWhole(log.sheet)) : [];
  return {
    status: 'conflict',
    message: said().conflict,
    conflicts: conflicts.map(({ record, key, from, to, now }) => {
      const field = fieldOf(tab, fieldIdOf(key));
      const value = (cell: CellValue): Scalar => (field ? fromCell(field, cell, choices) : cell);
      const by = setBy(acts, { part: tab.id, record, key, now });
      return { record, field: key, from: value(from), to: value(to), now: value(now), ...(by && { by }) };
    }),
  };
}

/** What else there is to say of a request to write. */
interface More {
  /** New records that further requests are about to add: room is made for them too. */
  readonly toFollow: number;
  /** It may be the last of several requests that belong together. */
  readonly isLast?: boolean;
  /** What is set: looked at once more beside what stands in the table. */
  readonly entries: readonly Entry[];
  /** Why, where it was said. */
  readonly reason: string | undefined;
  /** Whether what was looked at in other parts is still so. */
  readonly stillHolds?: (() => boolean) | undefined;
}

/** How a request to write ended; of what was written, what was done to which record. */
export type Written =
  | { readonly status: 'done'; readonly operations: readonly Operation[] }
  /** The workbook is another than when the request was planned. */
  | { readonly status: 'stale' }
  | Exclude<Answer, { readonly status: 'done' }>;

/** Carries operations out; where a person has removed a column or a row that they need, it is put back first. */
export function write(
  request: string,
  part: Part,
  operations: readonly Operation[],
  { toFollow, isLast = false, entries, reason, stillHolds = () => true }: More,
): Written {
  const plan = plannedTab(part.tab.id, part.language);
  if (!plan) return invalid([{ message: said().unknownPart(part.tab.id) }]);
  const faults: Fault[] = [];
  let before: TabState | undefined;
  const writing: Writing = {
    request,
    part: part.tab.id,
    who: userEmail(),
    when: new Date().toISOString(),
    operations,
    reason,
    toFollow,
    plan,
    ...plannedIn(part),
    before: part.asRead,
    least: part.least,
    isCurrent: () => isRegistered(part.file, part.registered ?? '') && stillHolds(),
    allowed: (state, wanted) => {
      before = state;
      faults.push(...standingFaults(part.tab, state, wanted, entries));
      return faults.length === 0;
    },
  };
  let outcome: Outcome;
  try {
    outcome = carryOut(writing);
  } catch (error) {
    if (!hasLostLog(part.file)) throw error;
    // Someone has deleted the log meanwhile: with a new one the request goes on from where it had got to.
    generate(part.file, { section: '' });
    const found = partToWrite(part.file, part.tab.id);
    if ('answer' in found) return found.answer;
    const anew = { ...plannedIn(found.part), ...again(found.part), isCurrent: () => true };
    outcome = carryOut({ ...writing, ...anew, hasBegun: true });
  }
  if (outcome.status === 'lacking') {
    generate(part.file, { section: describedTab(part.tab.id)?.section.id });
    // Mending it may have changed what the workbook says of itself.
    outcome = carryOut({ ...writing, ...again(part), isCurrent: () => true });
  }
  switch (outcome.status) {
    case 'done':
      if (before) growLists(part, { before, operations, toFollow, isLast });
      if ((outcome.lastLogged ?? 0) >= mostLogRows) turnOver(part.file);
      return outcome;
    case 'stale':
      return outcome;
    case 'busy':
    case 'lacking':
      return { status: 'busy', message: said().busy };
    case 'gone':
      return { status: 'gone', message: said().gone, records: outcome.records };
    case 'conflict':
      return conflictAnswer(part, outcome.conflicts);
    case 'absent':
      return invalid([{ message: said().noWorkbook }]);
    case 'refused':
      return invalid(faults);
  }
}

/** The part read anew, people's own columns as well: what goes or comes back may hold something there. */
function again({ ours, sheets }: Part): Pick<Writing, 'before' | 'least'> {
  const { asRead, least } = readOnce(ours, sheets);
  return { before: () => asRead(true), least };
}
