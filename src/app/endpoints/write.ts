import type { Answer, Fault, Scalar } from '../../model/answer';
import { fromCell } from '../../model/value';
import { locked } from '../../sheets/lock';
import { type CellValue, logWhole, type Operation, type TabWork } from '../../sheets/log';
import { endPending } from '../../sheets/pending';
import { isRegistered } from '../../sheets/read';
import { type CellConflict, carryOut, type Outcome, type Work, type Writing } from '../../sheets/table';
import { mostLogRows, turnOver } from '../../sheets/turn';
import { logTab } from '../../workbook/own';
import type { TabState } from '../../workbook/state';
import { choices, describedTab, fieldOf, plannedTab } from '../described';
import { type Entry, standingFaults } from '../faults';
import { generate } from '../generate';
import { actsOf, setBy } from '../history';
import { said } from '../language';
import { growLists } from '../lists';
import { deletedOf } from '../ours';
import { plannedIn } from '../planned';
import { userEmail } from '../who';
import { absentPart, invalid, type Part, partsToWrite, readOnce } from './request';
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

/** What a request does in one part of the plan. */
export interface PartWork {
  readonly part: Part;
  readonly operations: readonly Operation[];
  /** New records that further requests are about to add: room is made for them too. */
  readonly toFollow: number;
  /** It may be the last of several requests that belong together. */
  readonly isLast?: boolean;
  /** What is set: looked at once more beside what stands in the table. */
  readonly entries: readonly Entry[];
}

/** What else there is to say of a request to write. */
interface More {
  /** Why, where it was said. */
  readonly reason: string | undefined;
  /** Whether what was looked at in other parts is still so; nobody has logged anything since where it is quiet. */
  readonly stillHolds?: Writing['stillHolds'];
}

/** How a request to write ended; of what was written, what was done to which record of which tab. */
export type Written =
  | { readonly status: 'done'; readonly works: readonly TabWork[] }
  /** The workbook is another than when the request was planned. */
  | { readonly status: 'stale' }
  | Exclude<Answer, { readonly status: 'done' }>;

/**
 * Carries operations out, in one part or in several, all of them or none; where a person has removed a column or a row that
 * they need, it is put back first.
 */
export function write(request: string, works: readonly PartWork[], { reason, stillHolds }: More): Written {
  const [first] = works;
  const faults: Fault[] = [];
  const before = new Map<string, TabState>();
  const planned: Work[] = [];
  for (const { part, operations, toFollow, entries } of works) {
    const plan = plannedTab(part.tab.id, part.language);
    if (!plan) return invalid([{ message: said().unknownPart(part.tab.id) }]);
    const allowed = (state: TabState, wanted: readonly Operation[]): boolean => {
      before.set(part.tab.id, state);
      const own = standingFaults(part.tab, state, wanted, entries);
      faults.push(...own);
      return own.length === 0;
    };
    planned.push({ part: part.tab.id, operations, toFollow, plan, before: part.asRead, allowed });
  }
  if (!first) return { status: 'done', works: [] };
  const { file, registered } = first.part;
  const writing: Writing = {
    request,
    who: userEmail(),
    when: new Date().toISOString(),
    works: planned,
    reason,
    ...plannedIn(first.part),
    least: first.part.least,
    isCurrent: () => isRegistered(file, registered ?? ''),
    ...(stillHolds && { stillHolds }),
  };
  const ids = works.map(({ part }) => part.tab.id);
  let outcome: Outcome;
  try {
    outcome = carryOut(writing);
  } catch (error) {
    const deleted = deletedOf(file, [logTab, ...ids]);
    const [absent] = deleted.filter((id) => id !== logTab);
    if (absent !== undefined) {
      // What it had written into other parts is taken back, now that it cannot be whole.
      const found = partsToWrite(
        file,
        ids.filter((id) => !deleted.includes(id)),
      );
      const [left] = 'parts' in found ? found.parts : [];
      if (left) locked(() => endPending(plannedIn(left)));
      return absentPart(absent);
    }
    if (deleted.length === 0) throw error;
    // Someone has deleted the log meanwhile: with a new one the request goes on from where it had got to.
    generate(file, { section: '' });
    const found = partsToWrite(file, ids);
    if ('answer' in found) return found.answer;
    outcome = carryOut({ ...writing, ...again(planned, found.parts), hasBegun: true });
  }
  if (outcome.status === 'lacking') {
    generate(file, { section: describedTab(outcome.part)?.section.id });
    // Mending it may have changed what the workbook says of itself, or made the tab anew.
    const found = partsToWrite(file, ids);
    if ('answer' in found) return found.answer;
    outcome = carryOut({ ...writing, ...again(planned, found.parts) });
  }
  switch (outcome.status) {
    case 'done':
      for (const { part, operations, toFollow, isLast } of works) {
        const read = before.get(part.tab.id);
        if (read) growLists(part, { before: read, operations, toFollow, isLast: isLast === true });
      }
      if ((outcome.lastLogged ?? 0) >= mostLogRows) turnOver(file);
      return outcome;
    case 'stale':
      return outcome;
    case 'busy':
    case 'lacking':
      return { status: 'busy', message: said().busy };
    case 'gone':
      return { status: 'gone', message: said().gone, records: outcome.records };
    case 'conflict': {
      const { part: id, conflicts } = outcome;
      const part = works.find((work) => work.part.tab.id === id)?.part ?? first.part;
      return conflictAnswer(part, conflicts);
    }
    case 'absent':
      return invalid([{ message: said().noWorkbook }]);
    case 'refused':
      return invalid(faults);
  }
}

/**
 * What the parts are by now, read anew, people's own columns as well: what goes or comes back may hold something there. What
 * the workbook says of itself was just asked for.
 */
function again(planned: readonly Work[], parts: readonly Part[]): Partial<Writing> {
  const [first] = parts;
  const read = parts.map(({ ours, sheets }) => readOnce(ours, sheets));
  const works = planned.map((work, index): Work => {
    const asRead = read[index]?.asRead;
    return asRead ? { ...work, before: () => asRead(true) } : work;
  });
  const least = (): number => Math.min(...read.map((one) => one.least()));
  return { ...(first && plannedIn(first)), works, least, isCurrent: () => true };
}
