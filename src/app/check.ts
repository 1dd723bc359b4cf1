import type { Language } from '../model/language';
import type { Entry } from '../sheets/log';
import { citedTabs } from '../workbook/cited';
import { type CellChange, isCutOff, type TabChange } from '../workbook/diff';
import { columnLetters } from '../workbook/formula';
import { logTab } from '../workbook/own';
import { describedTab, meantPaths, titleOf } from './described';
import { columnsOf, faultsOf, spotOf } from './endpoints/cells';
import { recordIds } from './endpoints/records';
import { worded } from './faults';
import type { Comparison } from './generate';
import { actsOf, keysLogged } from './history';
import { displaced, foreignIds } from './identities';
import { words } from './text';

/** One thing that is not as it should be in a workbook. */
export interface Finding {
  /** The id of the tab, and what it is called in the workbook. */
  readonly tab: string;
  readonly title: string;
  /** As `B7`, where it is about a cell. */
  readonly cell?: string;
  readonly message: string;
  /** A repair puts it right; or only people know what is right. */
  readonly by: 'repair' | 'hand';
}

/** What of a workbook is looked at besides its tabs: whatever of it the workbook has. */
export interface Evidence {
  /** Tabs that someone has deleted. */
  readonly lost: readonly string[];
  readonly log: readonly Entry[];
  /** Requests in the log that are marked pending and that the add-on has not written there. */
  readonly strangers: ReadonlySet<string>;
}

/**
 * Compares a workbook with its plan and its log, and holds what was typed against the rules; reads nothing. Causes come
 * before what follows from them: a deleted tab is one finding, not one in every cell that cited it.
 */
export function findings(comparison: Comparison, evidence: Evidence, language: Language): readonly Finding[] {
  const absent = new Set([...evidence.lost, ...comparison.fresh.map(({ id }) => id)]);
  const acts = actsOf(evidence.log);
  const faults = comparison.changes.flatMap((change) => faultsIn(change, comparison.language, absent.size > 0));
  return [
    ...absentTabs(comparison, evidence, language),
    ...strangersInLog(comparison, evidence, language),
    ...comparison.changes.flatMap((change) => identitiesIn(change, comparison.language, acts, language)),
    ...comparison.changes.flatMap((change) => damageIn(change, absent, language)),
    ...faults.filter(({ isResult }) => !isResult).map(({ finding }) => finding),
    ...faults.filter(({ isResult }) => isResult).map(({ finding }) => finding),
  ];
}

const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** A finding as a line: `Stores B7: please enter a number`. */
export function findingLine({ title, cell, message }: Finding, language: Language): string {
  return cell === undefined ? words[language].findingIn(title, message) : words[language].finding(title, cell, message);
}

function absentTabs(
  { fresh, language: spoken }: Comparison,
  { lost }: Evidence,
  language: Language,
): readonly Finding[] {
  const deleted = new Set(lost);
  const missing = fresh.filter(({ id, hidden }) => !hidden && !deleted.has(id));
  const text = words[language];
  return [
    ...lost.map((tab): Finding => ({ tab, title: titleOf(tab, spoken), message: text.lostTab, by: 'repair' })),
    ...missing.map(({ id, title }): Finding => ({ tab: id, title, message: text.missingTab, by: 'repair' })),
  ];
}

/** Rows of the log that pass themselves off as unfinished work: one finding for each request. */
function strangersInLog(
  { language: spoken }: Comparison,
  { log, strangers }: Evidence,
  language: Language,
): readonly Finding[] {
  return [...strangers].flatMap((request): readonly Finding[] => {
    const first = log.find((entry) => entry.request === request && entry.state === 'pending');
    if (!first) return [];
    const message = words[language].stranger(first.who);
    return [{ tab: logTab, title: titleOf(logTab, spoken), cell: `A${first.row}`, message, by: 'hand' }];
  });
}

/** Rows that have come beside other rows' hidden ids, and ids that were typed over. */
function identitiesIn(
  { state }: TabChange,
  spoken: Language,
  acts: ReturnType<typeof actsOf>,
  language: Language,
): readonly Finding[] {
  const tab = describedTab(state.id)?.tab;
  if (tab?.shape !== 'table') return [];
  const text = words[language];
  const about = { tab: tab.id, title: state.title, by: 'hand' } as const;
  const logged = keysLogged(tab, acts);
  const moved = displaced(tab, state, recordIds({ tab, language: spoken }, state), logged);
  const first = Math.min(...moved.map((id) => state.placement.rows.get(id) ?? Number.POSITIVE_INFINITY));
  return [
    ...(moved.length === 0 ? [] : [{ ...about, cell: cellName(first, 1), message: text.sortedApart(moved.length) }]),
    ...foreignIds(tab, state, logged).map((row) => ({ ...about, cell: cellName(row, 1), message: text.foreignId })),
  ];
}

/** Whether a cell is only as it is because of a tab that is not there: mended with it. */
function follows({ was, reason }: CellChange, { plan }: TabChange, absent: ReadonlySet<string>): boolean {
  if (!isCutOff(was) || reason === 'key' || reason === 'choice') return false;
  return [...citedTabs(plan, meantPaths)].some((cited) => absent.has(cited));
}

function damageIn(change: TabChange, absent: ReadonlySet<string>, language: Language): readonly Finding[] {
  const text = words[language];
  const { title, id: tab } = change.state;
  const about = { tab, title, by: 'repair' } as const;
  const found: Finding[] = [];
  const { columns } = change.lacking;
  const rows = change.lacking.rows.flatMap(({ keys }) => keys);
  if (columns.length > 0) found.push({ ...about, message: text.missingColumns(columns.length) });
  if (rows.length > 0) found.push({ ...about, message: text.missingRows(rows.length) });
  for (const cell of change.changes)
    if (!follows(cell, change, absent))
      found.push({ ...about, cell: cellName(cell.row, cell.column), message: text.reasons[cell.reason] });
  return found;
}

interface FaultFound {
  readonly finding: Finding;
  /** A formula stands there: what it is made from is likely wrong, and told first. */
  readonly isResult: boolean;
}

/**
 * What breaks a rule in the records of a tab; cells that are missing or damaged are told as damage alone, and while a tab is
 * not there no formula's error is told.
 */
function faultsIn({ state, changes }: TabChange, workbook: Language, isTabAbsent: boolean): readonly FaultFound[] {
  const tab = describedTab(state.id)?.tab;
  if (!tab) return [];
  const damaged = new Set(changes.map(({ row, column }) => cellName(row, column)));
  const ids = recordIds({ tab, language: workbook }, state);
  return faultsOf(tab, ids, columnsOf(tab, state, ids)).flatMap((fault): readonly FaultFound[] => {
    const spot = spotOf(tab, state, fault.record, fault.field);
    if (!spot) return [];
    const cell = cellName(spot.row, spot.column);
    if (damaged.has(cell)) return [];
    const isResult = (state.formulas[spot.row - 1]?.[spot.column - 1] ?? '') !== '';
    if (isResult && isTabAbsent && fault.rule === 'error') return [];
    const { message } = worded(tab, fault);
    return [{ finding: { tab: tab.id, title: state.title, cell, message, by: 'hand' }, isResult }];
  });
}
