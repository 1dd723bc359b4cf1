import type { Only } from '../model/tab';
import { sections } from '../sections';
import { asideAt, clearCopies } from '../sheets/aside';
import { growList } from '../sheets/grow';
import { locked } from '../sheets/lock';
import { isTall, type Operation } from '../sheets/log';
import { endPending } from '../sheets/pending';
import type { OurSheet } from '../sheets/read';
import { guardedTab } from '../sheets/run';
import { logTab } from '../workbook/own';
import type { TabPlan } from '../workbook/plan';
import type { TabState } from '../workbook/state';
import { choices, fieldOf, plannedTab } from './described';
import type { Part } from './endpoints/request';
import { countOf, filledFor, generate, recordRoom } from './generate';
import { plannedIn } from './planned';

/** Keys and labels, above the numbered rows of a list. */
const headRows = 2;

/** A table as it is in the workbook. */
type Table = Pick<Part, 'file' | 'tab' | 'sheets' | 'language'>;

/** What was written into a table. */
interface Written {
  /** The table before it. */
  readonly before: TabState;
  readonly operations: readonly Operation[];
  /** New records that further requests are about to add. */
  readonly toFollow: number;
  /** It may have been the last of several requests, the others of which have left the lists to it. */
  readonly isLast: boolean;
}

/**
 * Tabs that list a table's records one by one get rows for the added ones, where they have none left: once for all requests
 * of an import, and in a step of its own, so that what is written is neither held up nor undone by it.
 */
export function growLists(part: Table, { before, operations, toFollow, isLast }: Written): void {
  if (toFollow > 0) return;
  const held = [...before.placement.rows.keys()].filter((id) => !id.startsWith('#')).length;
  const records = held + operations.filter(({ from }) => from === null).length;
  for (const section of sections) {
    for (const { id, rowsFor } of section.tabs) {
      const list = rowsFor?.table === part.tab.id ? part.sheets.get(id) : undefined;
      if (!rowsFor || !list) continue;
      // By what the check holds it against: else a list that has just enough rows would lack some.
      const rows = Math.max(rowsFor.least, recordRoom(records)) + (rowsFor.more ?? 0);
      const isShort = !isTall(list.sheet, headRows + rows);
      const listed = rowsFor.only ? listedAfter(part, rowsFor.only, before, operations) : 0;
      const isFuller = rowsFor.only !== undefined && (isLast || isFilledFurther(part, rowsFor.only, before, listed));
      if (!isShort && !isFuller) continue;
      const plan = plannedTab(id, part.language, (_, only) => (only ? filledFor(listed) : recordRoom(records)));
      if (plan && growOne(part, list, plan) === false)
        generate(part.file, { section: section.id, room: { table: part.tab.id, records } });
    }
  }
}

/** Grows one list under the lock; false if what stands in it does not tell what its further rows hold. */
function growOne(part: Table, list: OurSheet, plan: TabPlan): boolean | undefined {
  return locked(() => {
    const planned = plannedIn(part);
    const log = part.sheets.get(logTab);
    const tail = endPending(planned);
    if (!log || !tail) return undefined;
    const aside = asideAt(log, tail.lastRow + 1);
    const isDone = growList(guardedTab(list, plan, aside), plan, planned.surroundings);
    clearCopies(aside);
    SpreadsheetApp.flush();
    return isDone;
  });
}

/** How many records have a choice once operations are written. */
function listedAfter(part: Table, { field, choice }: Only, before: TabState, operations: readonly Operation[]): number {
  const list = fieldOf(part.tab, field)?.list ?? '';
  const label = choices.labelOf(list, choice, part.language);
  const entering = operations.filter(({ from, to }) => to?.[field] === label && from?.[field] !== label);
  return countOf(before, { field, choice }, part.tab.id) + entering.length;
}

/** Whether a list of the records with a choice is to fill more rows than it did. */
const isFilledFurther = (part: Table, only: Only, before: TabState, after: number): boolean =>
  filledFor(after) > filledFor(countOf(before, only, part.tab.id));
