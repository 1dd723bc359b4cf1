import type { Field } from '../model/field';
import type { FindingKind, Found, FoundCell } from '../model/finding';
import { foldedName } from '../model/key';
import type { Language } from '../model/language';
import type { Tab } from '../model/tab';
import { fromCell } from '../model/value';
import type { Entry } from '../sheets/log';
import { citedTabs } from '../workbook/cited';
import { type CellChange, type TabChange, twinsIn } from '../workbook/diff';
import { columnLetters, isCutOff } from '../workbook/formula';
import { areLost, type HeldRule } from '../workbook/highlights';
import { logTab } from '../workbook/own';
import type { TabState } from '../workbook/state';
import { choiceLabel, choices, describedTab, fieldThatMeans, meantPaths, tabOfRole, titleOf } from './described';
import { columnsOf, faultsOf, spotOf } from './endpoints/cells';
import { recordIds, rowIds, valueAt } from './endpoints/records';
import { worded } from './faults';
import type { Formatted } from './formatted';
import type { Comparison } from './generate';
import { actsOf, keysLogged } from './history';
import { displaced, foreignIds, idsBack, nameInRow, ownersOf, strayColumns } from './identities';
import { userLanguage } from './language';
import { words } from './text';
import { yearMovedIn } from './yearMoved';

const languages: readonly Language[] = ['zh', 'en'];

/** One thing that is not as it should be in a workbook. */
export interface Finding {
  readonly kind: FindingKind;
  /** The id of the tab, and what it is called in the workbook; both '' of what is about none. */
  readonly tab: string;
  readonly title: string;
  /** Where it is, where it is about a cell. */
  readonly at?: FoundCell;
  readonly message: string;
}

/** What of a workbook is looked at besides its tabs: whatever of it the workbook has. */
export interface Evidence {
  /** Tabs that someone has deleted. */
  readonly lost: readonly string[];
  readonly log: readonly Entry[];
  /** Requests in the log that are marked pending and that the add-on has not written there. */
  readonly strangers: ReadonlySet<string>;
  /** Requests that the add-on has logged and not ended. */
  readonly unfinished: ReadonlySet<string>;
  /** A run that makes tabs or changes their language was cut off, or is under way. */
  readonly isInterrupted: boolean;
  /** Names of tabs that are copies of ours. */
  readonly copies: readonly string[];
  /** Numbers that were typed as percentages or days where neither belongs, by the tab. */
  readonly formatted: ReadonlyMap<string, readonly Formatted[]>;
  /** The conditional formats of tabs that have been looked at for them. */
  readonly rules: ReadonlyMap<string, readonly HeldRule[]>;
}

/**
 * Compares a workbook with its plan and its log, and holds what was typed against the rules; reads nothing. Causes come
 * before what follows from them: a deleted tab is one finding, not one in every cell that cited it.
 */
export function findings(comparison: Comparison, evidence: Evidence, language: Language): readonly Finding[] {
  const absent = new Set([...evidence.lost, ...comparison.fresh.map(({ id }) => id)]);
  const acts = actsOf(evidence.log);
  const alike = new Map(comparison.changes.map((change) => [change.plan.id, alikeIn(change, acts)]));
  const unsound = new Set(comparison.changes.filter(isUnsound).map(({ plan }) => plan.id));
  const faults = comparison.changes.flatMap((change) =>
    faultsIn(change, comparison.language, {
      isTabAbsent: absent.size > 0,
      formatted: evidence.formatted.get(change.plan.id) ?? [],
    }),
  );
  return [
    ...interrupted(evidence, language),
    ...absentTabs(comparison, evidence, language),
    ...logMoved(comparison, language),
    ...inLog(comparison, evidence, language),
    ...comparison.changes.flatMap((change) => identitiesIn(change, comparison.language, { acts, alike }, language)),
    ...comparison.changes.flatMap((change) => damageIn(change, { absent, unsound, alike }, language)),
    ...comparison.changes.flatMap((change) => unpaintedIn(change, comparison, evidence, language)),
    ...yearMoved(comparison, acts, language),
    ...faults.filter(({ isResult }) => !isResult).map(({ finding }) => finding),
    ...unlistedPeople(comparison, language),
    ...faults.filter(({ isResult }) => isResult).map(({ finding }) => finding),
    ...comparison.changes.flatMap((change) => unreportedIn(change, language)),
    ...evidence.copies.map((title): Finding => ({ kind: 'copy', tab: '', title, message: words[language].copiedTab })),
  ];
}

/** First cells of what is found many times. */
const mostCells = 20;

/** Findings of one kind in a tab as one, in the order in which the first of them was found. */
export function grouped(found: readonly Finding[]): readonly Found[] {
  const groups = new Map<string, Found>();
  for (const { kind, tab, title, at, message } of found) {
    const key = JSON.stringify([kind, title, message]);
    const { count, cells } = groups.get(key) ?? { count: 0, cells: [] };
    const shown = at && cells.length < mostCells ? [...cells, at] : cells;
    groups.set(key, { kind, tab, title, message, count: count + 1, cells: shown });
  }
  return [...groups.values()];
}

const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;

function interrupted({ isInterrupted }: Evidence, language: Language): readonly Finding[] {
  return isInterrupted ? [{ kind: 'interrupted', tab: '', title: '', message: words[language].interrupted }] : [];
}

function absentTabs(
  { fresh, language: spoken }: Comparison,
  { lost }: Evidence,
  language: Language,
): readonly Finding[] {
  const deleted = new Set(lost);
  const missing = fresh.filter(({ id }) => !deleted.has(id));
  const text = words[language];
  return [
    ...lost.map(
      (tab): Finding => ({
        kind: 'tab',
        tab,
        title: titleOf(tab, spoken),
        message: tab === logTab ? text.lostLog : text.lostTab,
      }),
    ),
    ...missing.map(({ id, title }): Finding => ({ kind: 'tab', tab: id, title, message: text.missingTab })),
  ];
}

/** Columns of the log that are not where they belong: only there they are known by their places. */
function logMoved({ changes }: Comparison, language: Language): readonly Finding[] {
  const log = changes.find(({ plan }) => plan.id === logTab);
  if (!log) return [];
  const { plan, state } = log;
  const first = plan.columns.findIndex(
    ({ key }, index) => (state.placement.columns.get(key) ?? index + 1) !== index + 1,
  );
  if (first === -1) return [];
  const at = { cell: cellName(2, first + 1) };
  return [{ kind: 'columns', tab: logTab, title: state.title, at, message: words[language].logMoved }];
}

/** Work in the log that did not end, and what passes itself off as such: one finding for each request. */
function inLog(
  { language: spoken }: Comparison,
  { log, strangers, unfinished }: Evidence,
  language: Language,
): readonly Finding[] {
  const text = words[language];
  const title = titleOf(logTab, spoken);
  return [...strangers, ...unfinished].flatMap((request): readonly Finding[] => {
    const first = log.find((entry) => entry.request === request && entry.state === 'pending');
    if (!first) return [];
    const at = { cell: cellName(first.row, 1) };
    return strangers.has(request)
      ? [{ kind: 'stranger', tab: logTab, title, at, message: text.stranger(first.who) }]
      : [{ kind: 'unfinished', tab: logTab, title, at, message: text.unfinished(first.who) }];
  });
}

/** Rows that have come beside other rows' hidden ids, ids that were typed over, and columns with another's hidden key. */
function identitiesIn(
  { state, plan }: TabChange,
  spoken: Language,
  { acts, alike }: { readonly acts: ReturnType<typeof actsOf>; readonly alike: Causes['alike'] },
  language: Language,
): readonly Finding[] {
  const tab = describedTab(state.id)?.tab;
  if (!tab) return [];
  const text = words[language];
  const about = { tab: tab.id, title: state.title };
  const strays = strayColumns(plan, state).map(({ row, column }): Finding => {
    return { ...about, kind: 'orphan', at: { cell: cellName(row, column) }, message: text.orphan };
  });
  if (tab.shape !== 'table') return strays;
  const logged = keysLogged(tab, acts);
  const ids = recordIds({ tab, language: spoken }, state);
  const moved = displaced(tab, state, ids, logged);
  const back = idsBack(tab, state, ids, logged);
  const apart = (
    kind: 'sorted' | 'astray',
    rows: readonly string[],
    message: (count: number) => string,
  ): readonly Finding[] => {
    const first = Math.min(...rows.map((id) => state.placement.rows.get(id) ?? Number.POSITIVE_INFINITY));
    return rows.length === 0
      ? []
      : [{ ...about, kind, at: { cell: cellName(first, 1) }, message: message(rows.length) }];
  };
  return [
    ...[...(alike.get(plan.id) ?? [])].flatMap(([id, rows]) =>
      rows.map((row): Finding => {
        const message = text.twin(nameInRow(tab, state, id, row));
        return { ...about, kind: 'twin', at: { cell: cellName(row, 1) }, message };
      }),
    ),
    ...apart('sorted', [...back.keys()], text.sortedApart),
    ...apart(
      'astray',
      moved.filter((id) => !back.has(id)),
      text.sortedAstray,
    ),
    ...foreignIds(tab, state, logged).map((row): Finding => {
      return { ...about, kind: 'foreign', at: { cell: cellName(row, 1) }, message: text.foreignId };
    }),
    ...strays,
  ];
}

/** Whether a tab lacks rows or columns of its plan: what cites them cannot be right before they are there. */
const isUnsound = ({ lacking }: TabChange): boolean => lacking.rows.length > 0 || lacking.columns.length > 0;

/** What makes cells of other tabs otherwise than they should be. */
interface Causes {
  readonly absent: ReadonlySet<string>;
  readonly unsound: ReadonlySet<string>;
  /** Rows of each tab that have one id, which of them whose is not known. */
  readonly alike: ReadonlyMap<string, Alike>;
}

type Alike = ReadonlyMap<string, readonly number[]>;

/** Rows of a tab that have one id, by it, as far as the log does not tell whose it is. */
function alikeIn({ plan, state }: TabChange, acts: ReturnType<typeof actsOf>): Alike {
  const twins = twinsIn(plan, state);
  const tab = describedTab(state.id)?.tab;
  if (twins.size === 0 || !tab) return new Map();
  const owners = ownersOf(tab, state, twins, keysLogged(tab, acts));
  return new Map([...twins].filter(([id]) => !owners.has(id)));
}

/** Whether a cell is only as it is because of a tab that is not there, or of rows or columns that are not: mended with them. */
function follows({ was, formula, reason }: CellChange, { plan }: TabChange, { absent, unsound }: Causes): boolean {
  if (reason === 'key' || reason === 'choice') return false;
  const cited = [plan.id, ...citedTabs(plan, meantPaths)];
  if ((formula || was === '') && cited.some((tab) => unsound.has(tab))) return true;
  return isCutOff(was) && cited.some((tab) => absent.has(tab));
}

function damageIn(change: TabChange, causes: Causes, language: Language): readonly Finding[] {
  const text = words[language];
  const { plan } = change;
  const keys = new Set([...plan.columns, ...plan.rows].map(({ key }) => key));
  const { title, id: tab } = change.state;
  const about = { tab, title };
  const found: Finding[] = [];
  const { columns } = change.lacking;
  const rows = change.lacking.rows.flatMap(({ keys }) => keys);
  if (columns.length > 0) found.push({ ...about, kind: 'columns', message: text.missingColumns(columns.length) });
  if (rows.length > 0) found.push({ ...about, kind: 'rows', message: text.missingRows(rows.length) });
  // Rows that have one id are told as such.
  const alike = new Set([...(causes.alike.get(plan.id)?.values() ?? [])].flat());
  const isToldAsTwin = ({ row, reason }: CellChange): boolean => reason === 'key' && alike.has(row);
  for (const cell of change.changes)
    if (!follows(cell, change, causes) && !isToldAsTwin(cell))
      found.push({
        ...about,
        kind: cell.reason,
        at: { cell: cellName(cell.row, cell.column), ...fieldAt(change, cell) },
        message: cell.reason === 'key' && keys.has(cell.was) ? text.exchanged : text.reasons[cell.reason],
      });
  return found;
}

/** A tab whose conditional formats are lost: one finding. With rows and columns that come back they are written anew. */
function unpaintedIn(
  change: TabChange,
  { atlas }: Comparison,
  { rules }: Evidence,
  language: Language,
): readonly Finding[] {
  const { plan, placement, state } = change;
  const held = rules.get(plan.id);
  const scenes = languages.map((one) => ({ atlas, label: choiceLabel(one) }));
  if (!held || isUnsound(change) || !areLost(plan, placement, scenes, held)) return [];
  return [{ kind: 'highlight', tab: plan.id, title: state.title, message: words[language].lostHighlights }];
}

/** Another plan year than the plan was made for, where it holds stores. */
function yearMoved(
  { changes, language: spoken }: Comparison,
  acts: ReturnType<typeof actsOf>,
  language: Language,
): readonly Finding[] {
  const [terms, outlets] = [tabOfRole('terms')?.tab, tabOfRole('outlets')?.tab];
  const stateOf = (tab: Tab | undefined) => changes.find(({ state }) => state.id === tab?.id)?.state;
  const [state, stores] = [stateOf(terms), stateOf(outlets)];
  const field = terms?.fields.find(({ means }) => means === 'planYear');
  if (!terms || !outlets || !state || !stores || !field) return [];
  if (rowIds({ tab: outlets, language: spoken }, stores).length === 0) return [];
  const moved = yearMovedIn(acts, fromCell(field, valueAt(terms, state, terms.id, field, 0).value, choices));
  const spot = spotOf(terms, state, terms.id, field.id);
  if (!moved || !spot) return [];
  const at = { cell: cellName(spot.row, spot.column), record: terms.id, field: field.id };
  const message = words[language].yearMoved(moved.from, moved.to);
  return [{ kind: 'year', tab: terms.id, title: state.title, at, message }];
}

/** Whom stores name and the list of people does not have: a finding a name, at its first store. */
function unlistedPeople({ changes, language: spoken }: Comparison, language: Language): readonly Finding[] {
  const stateOf = (tab: Tab | undefined) => changes.find(({ state }) => state.id === tab?.id)?.state;
  const outlets = tabOfRole('outlets')?.tab;
  const key = fieldThatMeans('person');
  const people = changes
    .map(({ state }) => describedTab(state.id)?.tab)
    .find((tab) => tab?.fields.some(({ means }) => means === 'person'));
  const [stores, list] = [stateOf(outlets), stateOf(people)];
  if (!outlets || !people || !stores || !list) return [];
  const namesIn = (tab: Tab, state: TabState, field: Field) =>
    recordIds({ tab, language: spoken }, state).map((record) => ({
      record,
      field: field.id,
      name: String(fromCell(field, valueAt(tab, state, record, field, 0).value, choices) ?? ''),
    }));
  const person = people.fields.find(({ id }) => id === key);
  const known = new Set(person ? namesIn(people, list, person).map(({ name }) => foldedName(name)) : []);
  const found = new Map<string, Finding>();
  for (const field of outlets.fields.filter(({ kind }) => kind === 'person')) {
    for (const { record, name } of namesIn(outlets, stores, field)) {
      const folded = foldedName(name);
      const spot = spotOf(outlets, stores, record, field.id);
      if (folded === '' || known.has(folded) || found.has(folded) || !spot) continue;
      const at = { cell: cellName(spot.row, spot.column), record, field: field.id };
      const message = words[language].unlisted(name, list.title);
      found.set(folded, { kind: 'fault', tab: outlets.id, title: stores.title, at, message });
    }
  }
  return [...found.values()];
}

/** Which field a cell is of, where it is of one: of a record its row says so, else its column. */
function fieldAt({ state }: TabChange, { row, field }: CellChange): { readonly field?: string } {
  if (state.placement.shape !== 'record') return field.startsWith('#') ? {} : { field };
  const [key] = [...state.placement.rows].find(([, at]) => at === row) ?? [];
  return key === undefined || key.startsWith('#') ? {} : { field: key };
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
function faultsIn(
  { state, changes }: TabChange,
  workbook: Language,
  { isTabAbsent, formatted }: { readonly isTabAbsent: boolean; readonly formatted: readonly Formatted[] },
): readonly FaultFound[] {
  const tab = describedTab(state.id)?.tab;
  if (!tab) return [];
  const damaged = new Set(changes.map(({ row, column }) => cellName(row, column)));
  const ids = rowIds({ tab, language: workbook }, state);
  // What a number was typed as tells more than the bound that it breaks.
  const shown = formattedFaults(tab, state, formatted).filter(({ at }) => !damaged.has(at?.cell ?? ''));
  for (const { at } of shown) if (at) damaged.add(at.cell);
  const broken = faultsOf(tab, ids, columnsOf(tab, state, ids)).flatMap((fault): readonly FaultFound[] => {
    const spot = spotOf(tab, state, fault.record, fault.field);
    if (!spot) return [];
    const cell = cellName(spot.row, spot.column);
    if (damaged.has(cell)) return [];
    const isResult = (state.formulas[spot.row - 1]?.[spot.column - 1] ?? '') !== '';
    if (isResult && isTabAbsent && fault.rule === 'error') return [];
    const { message } = worded(tab, fault);
    const at = { cell, record: fault.record, field: fault.field };
    return [{ finding: { kind: 'fault', tab: tab.id, title: state.title, at, message }, isResult }];
  });
  return [...shown.map((finding) => ({ finding, isResult: false })), ...broken];
}

/** Months that were closed with none of the figures that stand beside their closing, or of what each record had then. */
function unreportedIn({ state }: TabChange, language: Language): readonly Finding[] {
  const tab = describedTab(state.id)?.tab;
  const closes = tab?.closes;
  if (!tab || !closes) return [];
  const cell = (record: string, id: string): unknown => {
    const field = tab.fields.find((one) => one.id === id);
    return field && valueAt(tab, state, record, field, 0).value;
  };
  return (tab.rows ?? []).flatMap((record): readonly Finding[] => {
    const spot = spotOf(tab, state, record, closes.on);
    if (!spot || typeof cell(record, closes.on) !== 'number') return [];
    const at = { cell: cellName(spot.row, spot.column), record, field: closes.on };
    const text = words[language];
    const isReported = closes.keeps.some(({ field }) => typeof cell(record, field) === 'number');
    const isKept = typeof cell(record, closes.total) !== 'number' || cell(record, closes.recordsThen) !== 0;
    return [...(isReported ? [] : [text.closedWithoutReport]), ...(isKept ? [] : [text.closedWithoutRecords])].map(
      (message): Finding => ({ kind: 'unreported', tab: tab.id, title: state.title, at, message }),
    );
  });
}

/** What was typed as another kind of number than its field's, cell by cell. */
function formattedFaults(tab: Tab, { title }: TabState, formatted: readonly Formatted[]): readonly Finding[] {
  const text = words[userLanguage()];
  return formatted.map(({ record, key, row, column, as, value }): Finding => {
    const at = { cell: cellName(row, column), record, field: key };
    return { kind: 'fault', tab: tab.id, title, at, message: text.shownAs[as](value) };
  });
}
