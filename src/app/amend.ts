import { type FindingKind, isOfCells } from '../model/finding';
import { history, logWhole } from '../sheets/log';
import type { OurWorkbook } from '../sheets/read';
import { citedTabs } from '../workbook/cited';
import { type CellChange, type Lacking, type TabChange, twinsIn } from '../workbook/diff';
import { columnLetters } from '../workbook/formula';
import { logTab } from '../workbook/own';
import { idColumn } from '../workbook/plan';
import { describedTab, meantPaths } from './described';
import { recordIds } from './endpoints/records';
import { actsOf, type KeysLogged, keysLogged } from './history';
import { foreignIds, idBefore, idsBack, strayColumns } from './identities';

/** Of what the check has found in a tab, what is to be mended: all of it, all of one kind, or one cell, as `B7`. */
export interface Mending {
  readonly tab: string;
  readonly kind?: FindingKind | undefined;
  readonly cell?: string | undefined;
}

/** What of a tab's change is carried out. */
export type Amend = (change: TabChange) => TabChange;

/** All of it, and nothing else. */
export const asItIs: Amend = (change) => change;

const nothingLacking: Lacking = { columns: [], rows: [], spare: 0, totalsBelow: false };

/** A change of which nothing is carried out. */
const nothingOf = (change: TabChange): TabChange => ({
  ...change,
  lacking: nothingLacking,
  changes: [],
  notes: [],
  title: undefined,
});

/** Highlights too, where they can be told; with rows and columns that come back they are written anyway. */
const repainted = (change: TabChange): TabChange => ({
  ...change,
  repainted: change.lacking.rows.length === 0 && change.lacking.columns.length === 0,
});

/** Kinds that are seen by more than the plan: by the log, or by what stands twice. */
const identities: ReadonlySet<FindingKind> = new Set<FindingKind>(['sorted', 'foreign', 'orphan']);

/** Whose log and language tell the identities of rows. */
type Known = Pick<OurWorkbook, 'language' | 'sheets' | 'logs'>;

/**
 * What is carried out of tabs' changes where something is to be mended. Without a wish to mend, only what the plan says;
 * else hidden ids and keys that have come beside the wrong rows and columns as well.
 */
export function amending(mend: true | Mending | undefined, workbook: Known, newId: () => string): Amend {
  if (mend === undefined) return asItIs;
  const logged = keysInLog(workbook);
  const identified = (change: TabChange, kinds: ReadonlySet<FindingKind>): readonly CellChange[] =>
    identityChanges(change, kinds, workbook, logged, newId);
  if (mend === true) return (change) => repainted(withMore(change, identified(change, identities)));
  const { tab, kind, cell } = mend;
  // A switch of language that was cut off is finished as a whole.
  if (kind === 'interrupted') return asItIs;
  /** It lacked rows or columns: a cell is right only once they are there. */
  let isFramed = false;
  const isOfTab = ({ plan }: TabChange): boolean => plan.id === tab;
  const isAskedFor = (one: CellChange): boolean => cell === undefined || cell === cellName(one);
  return (change) => {
    if (change.relabelled) return change;
    if (kind === undefined && change.plan.id === tab)
      return repainted(withMore(change, identified(change, identities)));
    if (kind === 'highlight' && change.plan.id === tab) return repainted(nothingOf(change));
    isFramed ||= isOfTab(change) && (change.lacking.rows.length > 0 || change.lacking.columns.length > 0);
    const isFraming = isFramed && isOfTab(change);
    // A cell that was asked for stands elsewhere once rows have come in above it.
    const wanted = isFramed ? withFrame(change, tab) : wantedOf(change, mend).filter(isAskedFor);
    const more = change.plan.id === tab && kind !== undefined ? identified(change, new Set([kind])) : [];
    const changes = [...wanted, ...more.filter(isAskedFor)];
    const lacking = isFraming ? { ...change.lacking, spare: 0 } : nothingLacking;
    return { ...nothingOf(change), lacking, changes };
  };
}

/** What rows and columns that come back bring with them: what belongs in them and what cites them, but nothing that is typed goes. */
function withFrame({ plan, changes }: TabChange, tab: string): readonly CellChange[] {
  return plan.id === tab || citedTabs(plan, meantPaths).has(tab) ? changes.filter(isOpen) : [];
}

const isOpen = ({ was, formula }: CellChange): boolean => was === '' || formula;

const cellName = ({ row, column }: CellChange): string => `${columnLetters(column)}${row}`;

/** Identities beside what the plan wants of other cells. */
function withMore(change: TabChange, more: readonly CellChange[]): TabChange {
  if (more.length === 0) return change;
  const own = new Set(more.map(cellName));
  return { ...change, changes: [...change.changes.filter((one) => !own.has(cellName(one))), ...more] };
}

/** The changes of cells that one kind of mending comes to. */
function wantedOf({ plan, changes }: TabChange, { tab, kind }: Mending): readonly CellChange[] {
  // With a tab that is made anew comes what cited it, but nothing goes that someone has typed.
  if (kind === 'tab') return citedTabs(plan, meantPaths).has(tab) ? changes.filter(isOpen) : [];
  if (plan.id !== tab || kind === undefined) return [];
  if (kind === 'columns' || kind === 'rows') return changes.filter(isOpen);
  if (!isOfCells(kind)) return [];
  // A row that gets its id gets what belongs in it.
  const keyed = new Set(kind === 'key' ? changes.filter(({ reason }) => reason === kind).map(({ row }) => row) : []);
  return changes.filter((change) => change.reason === kind || (keyed.has(change.row) && isOpen(change)));
}

/** What the log knows of the keys of a tab's records, read when it is first asked for. */
export function keysInLog({ sheets, logs = [] }: Known): (tab: string) => KeysLogged {
  const known = new Map<string, KeysLogged>();
  let acts: ReturnType<typeof actsOf> | undefined;
  return (id) => {
    const log = sheets.get(logTab);
    const described = describedTab(id);
    if (!log || !described) return new Map();
    acts ??= actsOf(history(logWhole(log.sheet), logs));
    const keys = known.get(id) ?? keysLogged(described.tab, acts);
    known.set(id, keys);
    return keys;
  };
}

/** What puts hidden ids and keys back where they belong. */
function identityChanges(
  { plan, state, lacking }: TabChange,
  kinds: ReadonlySet<FindingKind>,
  { language }: Known,
  logged: (tab: string) => KeysLogged,
  newId: () => string,
): readonly CellChange[] {
  const tab = describedTab(plan.id)?.tab;
  // Where the rows of keys themselves are missing they come first.
  if (!tab || !language || lacking.rows.length > 0 || lacking.columns.length > 0) return [];
  const changes: CellChange[] = [];
  const put = (row: number, column: number, content: string | null): void => {
    const was = String(state.values[row - 1]?.[column - 1] ?? '');
    changes.push({ row, column, field: idColumn, reason: 'key', was, formula: false, content });
  };
  if (kinds.has('orphan')) for (const { row, column } of strayColumns(plan, state)) put(row, column, null);
  if (tab.shape !== 'table') return changes;
  // Which of them is the copy was chosen: it gets an id of its own.
  if (kinds.has('twin')) for (const rows of twinsIn(plan, state).values()) for (const row of rows) put(row, 1, newId());
  if (!(kinds.has('sorted') || kinds.has('foreign'))) return changes;
  const ids = recordIds({ tab, language }, state);
  if (kinds.has('sorted')) {
    for (const [id, own] of idsBack(tab, state, ids, logged(plan.id))) put(state.placement.rows.get(id) ?? 0, 1, own);
  }
  if (kinds.has('foreign')) {
    for (const row of foreignIds(tab, state, logged(plan.id))) {
      const id = String(state.values[row - 1]?.[0] ?? '');
      put(row, 1, idBefore(tab, state, id, ids, logged(plan.id)) ?? newId());
    }
  }
  return changes;
}
