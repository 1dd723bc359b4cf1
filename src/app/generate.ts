import type { Language } from '../model/language';
import type { Meaning } from '../model/means';
import type { Only } from '../model/tab';
import { asideAt, clearCopies } from '../sheets/aside';
import { bringUpToDate, typedOver } from '../sheets/bring';
import { frame, isFramed } from '../sheets/frame';
import { type Guarded, keepMoving, type Overwritten } from '../sheets/guard';
import { hasLostHighlights } from '../sheets/highlights';
import { locked } from '../sheets/lock';
import { appendPending, beginAnew, markEntries, type Operation, pendingLines, withoutStates } from '../sheets/log';
import { forget, note } from '../sheets/noted';
import { dismissed, endPending } from '../sheets/pending';
import { fillTab, nameCells, removeTab, type Surroundings, tabMaker } from '../sheets/print';
import { type OurSheet, type OurWorkbook, register, type Spreadsheet, workbookState } from '../sheets/read';
import { guardedTab } from '../sheets/run';
import { separatorIn } from '../sheets/separator';
import {
  type Context,
  type Owners,
  placementAfter,
  type TabChange,
  tabChange,
  tableRows,
  twinsIn,
} from '../workbook/diff';
import { drawingOf, namesOf } from '../workbook/drawing';
import { truedByLabels } from '../workbook/exchanged';
import type { Atlas } from '../workbook/formula';
import { tabImage } from '../workbook/image';
import type { RoomOf } from '../workbook/layout';
import { choicesTab, logTab } from '../workbook/own';
import { freshPlacement, type Placement } from '../workbook/place';
import type { TabPlan } from '../workbook/plan';
import type { TabState, Value, WorkbookState } from '../workbook/state';
import { words as workbookWords } from '../workbook/text';
import { planVersion, steps } from '../workbook/upgrade';
import { formerHighlights, formerNotes, formerPlans } from '../workbook/upgrade/former';
import { retiredLines } from '../workbook/upgrade/retire';
import { type Amend, amending, asItIs, keysInLog, type Mending } from './amend';
import {
  atlasOf,
  choiceLabel,
  choices,
  describedTab,
  fieldThatMeans,
  isMissingNote,
  missingNoteIn,
  plannedTab,
  tabIds,
  tabOfRole,
} from './described';
import { ownersOf } from './identities';
import { idMaker } from './ids';
import { userLanguage } from './language';
import { ourWorkbook } from './ours';
import { plannedIn } from './planned';
import { type Standing, standingOf } from './version';
import { userEmail } from './who';

/** What to generate: all parts, or only `section`'s tabs; and what to enter in the settings. */
export interface Wish {
  readonly section?: string | undefined;
  readonly language?: Language | undefined;
  readonly region?: string | undefined;
  readonly planYear?: number | undefined;
  readonly currency?: string | undefined;
  /** Records that a table is about to have: what lists them gets rows for so many at least. */
  readonly room?: { readonly table: string; readonly records: number } | undefined;
  /** Whether to go to the first of the new tabs, where the plan begins, or to the tab of `section` that is there. */
  readonly show?: boolean | undefined;
  /** Tabs that someone has deleted are made anew, and more is mended than is brought up to date; or only what is said. */
  readonly mend?: true | Mending | undefined;
  /** Someone has agreed that a workbook of an earlier version is brought up to this one's. */
  readonly upgrade?: boolean | undefined;
}

export interface Generated {
  readonly language: Language;
  /** Titles of the tabs that were made. */
  readonly made: readonly string[];
  /** Cells of other tabs that were brought up to date. */
  readonly changed: number;
}

/** Nothing was done: the workbook's plan is of another version. */
export interface Refused {
  readonly refused: Exclude<Standing, 'current'>;
}

/** What stands between the workbook and its plan. */
export interface Comparison {
  readonly language: Language;
  readonly fresh: readonly TabPlan[];
  readonly atlas: Atlas;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly changes: readonly TabChange[];
  readonly context: (plan: TabPlan) => Context;
  /** What of a tab's change is carried out. */
  readonly amend: Amend;
}

const languages: readonly Language[] = ['zh', 'en'];

/** The tabs of a whole workbook: all but those that come when they are first needed. */
export const wholeTabs: readonly string[] = tabIds.filter((id) => describedTab(id)?.tab.onDemand !== true);

/** The tabs wanted: those that are there, and those asked for with what they cannot do without. */
function wantedTabs(
  { section, mend }: Wish,
  present: ReadonlySet<string>,
  { lost }: Pick<OurWorkbook, 'lost'>,
): readonly string[] {
  return tabIds.filter(
    (id) =>
      present.has(id) ||
      (lost?.has(id) && (mend === true || mend?.tab === id)) ||
      (section === undefined && wholeTabs.includes(id)) ||
      id === choicesTab ||
      id === logTab ||
      describedTab(id)?.section.id === section,
  );
}

/** A name for a new tab that no tab of the file has. */
function freeTitle(title: string, taken: ReadonlySet<string>): string {
  let free = title;
  for (let number = 2; taken.has(free); number += 1) free = `${title} ${number}`;
  return free;
}

/** What is entered in the settings: what is wished, and in a new workbook the ticks that are usual in its language. */
export function settingsInputs(
  wish: Wish,
  language: Language,
  isNew = true,
): ReadonlyMap<string, ReadonlyMap<string, Value>> {
  const inputs = new Map<string, ReadonlyMap<string, Value>>();
  const put = (field: string, value: Value): void => {
    inputs.set(field, new Map([['value.1', value]]));
  };
  const enter = (meaning: Meaning, value: Value | undefined): void => {
    const field = fieldThatMeans(meaning);
    if (field !== undefined && value !== undefined && value !== '') put(field, value);
  };
  const terms = isNew ? tabOfRole('terms') : undefined;
  const words = terms?.section.text[language].tabs[terms.tab.id]?.fields ?? {};
  for (const [field, { starts }] of Object.entries(words)) if (starts === true) put(field, true);
  enter('region', wish.region);
  enter('planYear', wish.planYear);
  // The default formula says CNY already.
  enter('currency', wish.currency === 'CNY' ? undefined : choices.labelOf('currency', wish.currency ?? '', language));
  return inputs;
}

/**
 * Room for a table's records with some to come, from a hundred on by a quarter more and at most by 75: what lists them grows
 * seldom where they come one by one, and an import has it grown once; each row more has all of the list's formulas, which
 * are calculated with those of the others. What lists few, such as channels, has no hundred rows for them.
 */
export function recordRoom(records: number): number {
  let room = Math.min(100, Math.ceil((records + 10) / 25) * 25);
  while (room < records + 10) room = Math.ceil(Math.min((room * 5) / 4, room + 75) / 25) * 25;
  return room;
}

/** Rows that a list of some of a table's records fills: a few more than there are, in steps, so that it grows seldom. */
export function filledFor(records: number): number {
  let filled = 20;
  while (filled < records + 5) filled *= 2;
  return filled;
}

/** How many rows of a table hold a choice, whatever language it was chosen in. */
export function countOf({ placement, values }: TabState, { field, choice }: Only, table: string): number {
  const list = describedTab(table)?.tab.fields.find(({ id }) => id === field)?.list ?? '';
  const labels = new Set<Value>(languages.flatMap((language) => choices.labelOf(list, choice, language) ?? []));
  const column = (placement.columns.get(field) ?? 0) - 1;
  return values.filter((line) => labels.has(line[column] ?? '')).length;
}

/** How many records of a table there is to be room for; `isWanted` if it is made now unless it is there. */
function roomOf(state: WorkbookState, table: string, isWanted: boolean, wish: Wish, only?: Only): number {
  const tab = state.tabs.get(table);
  const plan = tab || isWanted ? plannedTab(table, 'en') : undefined;
  if (!plan) return 0;
  // A table that is made now has the rows that it starts with.
  if (!tab) return only ? 0 : recordRoom(plan.seeds.length);
  const held = tableRows(plan, tab).records.length;
  const records = Math.max(held, wish.room?.table === table ? wish.room.records : 0);
  if (!only) return recordRoom(records);
  // Of records to come as many are taken to have the choice as of those that are there.
  return filledFor(Math.ceil((countOf(tab, only, table) * records) / Math.max(1, held)));
}

/** Tabs by their labels where hidden keys have changed places, as the plans in both languages have them. */
const truedWorkbook = ({ tabs, titles }: WorkbookState): WorkbookState => ({
  tabs: new Map([...tabs].map(([id, tab]): [string, TabState] => [id, trued(tab)])),
  titles,
});

const trued = (tab: TabState): TabState =>
  truedByLabels(
    languages.flatMap((language) => plannedTab(tab.id, language) ?? []),
    tab,
  );

/** Which rows keep an id that stands beside several, by the log: read only where there are such rows. */
function ownersIn(plan: TabPlan, state: TabState, logged: ReturnType<typeof keysInLog>): Owners {
  const twins = twinsIn(plan, state);
  const tab = describedTab(plan.id)?.tab;
  return twins.size === 0 || !tab ? new Map() : ownersOf(tab, state, twins, logged(plan.id));
}

/** Compares the plan of the tabs wanted with the workbook, as it stands now or as it was read. Reads only. */
export function compare(
  wish: Wish,
  workbook: OurWorkbook,
  newId: () => string,
  amend: Amend = asItIs,
  read: WorkbookState = workbookState(workbook),
): Comparison {
  const state = truedWorkbook(read);
  const language = wish.language ?? workbook.language ?? userLanguage();
  const wanted = wantedTabs(wish, new Set(state.tabs.keys()), workbook);
  const room: RoomOf = (table, only) => roomOf(state, table, wanted.includes(table), wish, only);
  const plans = wanted.flatMap((id) => plannedTab(id, language, room) ?? []);
  const titles = new Set(state.titles);
  const placements = new Map<string, Placement>();
  const fresh: TabPlan[] = [];
  for (const plan of plans) {
    const tab = state.tabs.get(plan.id);
    if (tab) placements.set(plan.id, placementAfter(plan, tab).placement);
    else {
      const titled = { ...plan, title: freeTitle(plan.title, titles) };
      titles.add(titled.title);
      placements.set(plan.id, freshPlacement(titled));
      fresh.push(titled);
    }
  }
  const atlas = atlasOf(placements, separatorIn(workbook.file));
  const inputs = settingsInputs(wish, language, !state.tabs.has(tabOfRole('terms')?.tab.id ?? ''));
  const logged = keysInLog(workbook);
  const isEarlier = standingOf(workbook) === 'earlier';
  const since = isEarlier ? steps.slice(workbook.version) : [];
  const context = (plan: TabPlan): Context => ({
    atlas,
    missingNote: missingNoteIn(language),
    isMissingNote,
    formerNotes: formerNotes(since),
    spoken: languages.flatMap((spoken) => {
      const same = plannedTab(plan.id, spoken, room);
      return same ? [same, ...formerPlans(since, same)] : [];
    }),
    choice: (list, label) => {
      const id = choices.idOf(list, label);
      return id === undefined ? undefined : choices.labelOf(list, id, language);
    },
    newId,
    owners: (tab) => ownersIn(plan, tab, logged),
    upgraded: isEarlier,
    formerHighlights: (of) => formerHighlights(since, of),
    relabelled: isEarlier || (workbook.language !== undefined && workbook.language !== language),
    retired: (placement) => retiredLines(since, plan.id, placement),
    inputs: plan.id === tabOfRole('terms')?.tab.id ? inputs : new Map(),
  });
  const changes = plans.flatMap((plan) => {
    const tab = state.tabs.get(plan.id);
    return tab ? [amend(tabChange(plan, tab, context(plan)))] : [];
  });
  return { language, fresh, atlas, placements, changes, context, amend };
}

/**
 * The workbook without what an interrupted run left half-made, which is made again, and with what it left whole shown.
 * A half-made tab that a person has shown is theirs from then on: they may have typed there.
 */
function withoutLeftovers(workbook: OurWorkbook): OurWorkbook {
  const { sheets, filling = [], making = [], file, clock, language, turning, version, lost, logs, signing } = workbook;
  for (const { sheet } of filling) if (sheet.isSheetHidden()) removeTab(file, sheet);
  const kept = new Map<string, OurSheet>();
  for (const ours of sheets.values()) {
    if (ours.stage === 'showing' && plannedTab(ours.id, language ?? 'en')?.hidden === false) ours.sheet.showSheet();
    kept.set(ours.id, finished(ours));
  }
  removeEmpty(file, making, new Set([...kept.values()].map(({ sheet }) => sheet.getSheetId())));
  return {
    file,
    clock,
    version,
    language,
    sheets: kept,
    turning,
    ...(lost ? { lost } : {}),
    ...(logs ? { logs } : {}),
    ...(signing ? { signing } : {}),
  };
}

const finished = ({ id, sheet, shape, dayOf, serialOf, plans }: OurSheet): OurSheet => ({
  id,
  sheet,
  shape,
  dayOf,
  ...(serialOf ? { serialOf } : {}),
  ...(plans ? { plans } : {}),
});

/** Removes tabs of these names that were added and not yet filled when the run was interrupted. */
function removeEmpty(file: Spreadsheet, names: readonly string[], ours: ReadonlySet<number>): void {
  for (const sheet of file.getSheets()) {
    if (ours.has(sheet.getSheetId()) || !names.includes(sheet.getName()) || sheet.getLastRow() > 0) continue;
    // The only tab that is shown cannot go: a person has given it that name.
    if (sheet.isSheetHidden() || visibleTabs(file) > 1) removeTab(file, sheet);
  }
}

const visibleTabs = (file: Spreadsheet): number => file.getSheets().filter((sheet) => !sheet.isSheetHidden()).length;

/**
 * Makes the workbook as its plan says: new tabs are built hidden and shown when whole, then the tabs that were there
 * are brought up to date. Typed values are kept. If making a new tab fails, the new tabs are removed. A workbook of an
 * earlier version is upgraded on the way if that is wished; that it is of this version is written down last. It goes on
 * while no one else writes, and ends first what a writer before it has left half written; undefined if the others took
 * too long.
 */
export function generate(file: Spreadsheet, wish: Wish): Generated | Refused | undefined {
  return locked(() => generateLocked(file, wish));
}

function generateLocked(file: Spreadsheet, given: Wish): Generated | Refused {
  const found = ourWorkbook(file);
  // A switch of language that was cut off is finished on the way.
  const wish: Wish = { ...given, language: given.language ?? found.turning };
  const standing = standingOf(found);
  if (standing === 'later' || (standing === 'earlier' && !wish.upgrade)) return { refused: standing };
  const ended =
    found.language === undefined
      ? undefined
      : endPending(plannedIn({ ...found, language: found.language }), new Date().toISOString());
  const marked = dismissStrangers(found, given.mend) + (ended?.isMended ? 1 : 0);
  const hasLeftovers = (found.making ?? []).length > 0;
  const before = hasLeftovers ? withoutLeftovers(found) : found;
  const newId = idMaker();
  const comparison = compare(wish, before, newId, amending(wish.mend, before, newId));
  const { language, fresh } = comparison;
  // Where the person is: a tab that is added is the one shown, and as it is hidden any other of them.
  const stood = fresh.length > 0 ? file.getActiveSheet() : undefined;
  const made = makeTabs(comparison, before);
  const log = made.get(logTab);
  const isLogLost = log !== undefined && before.lost?.has(logTab) === true;
  if (isLogLost) beginAnew(log.sheet, headerNow());
  const shown = wish.show && tabToShow(wish, fresh, made, before);
  if (shown) file.setActiveSheet(shown);
  else if (stood) file.setActiveSheet(stood, true);
  const all = new Map([...before.sheets, ...made]);
  const workbook: OurWorkbook = { ...before, sheets: all };
  const isTurning = before.language !== undefined && before.language !== language;
  if (isTurning && before.turning !== language) register({ ...workbook, turning: language });
  const { changed: brought, comparison: last } = bringAll(
    wish,
    workbook,
    comparison,
    newId,
    isLogLost ? 3 : ended?.lastRow,
  );
  const changed = brought + marked;
  if (standing === 'earlier') addNames(last, before);
  const isNews =
    fresh.length > 0 ||
    changed > 0 ||
    hasLeftovers ||
    before.language !== language ||
    before.turning !== undefined ||
    standing === 'earlier';
  if (isNews) register({ ...before, version: planVersion, language, sheets: all, making: [], turning: undefined });
  SpreadsheetApp.flush();
  return { language, made: fresh.filter((plan) => !plan.hidden).map((plan) => plan.title), changed };
}

/** Where to go: to the first of the new tabs; where a part was asked for that has its tabs already, to its first one. */
function tabToShow(
  { section }: Wish,
  fresh: readonly TabPlan[],
  made: ReadonlyMap<string, OurSheet>,
  { sheets }: OurWorkbook,
): GoogleAppsScript.Spreadsheet.Sheet | undefined {
  const first = fresh.find((plan) => !plan.hidden)?.id;
  if (first !== undefined) return made.get(first)?.sheet;
  const there = tabIds.find((id) => describedTab(id)?.section.id === section && sheets.has(id));
  return there === undefined ? undefined : sheets.get(there)?.sheet;
}

/** What passes itself off in the log as unfinished work is marked as not written, where that is to be mended; how many rows. */
function dismissStrangers({ sheets }: OurWorkbook, mend: Wish['mend']): number {
  const log = sheets.get(logTab);
  if (!log || mend === undefined) return 0;
  if (mend === true) return dismissed(log.sheet);
  const isWanted = mend.tab === logTab && (mend.kind === undefined || mend.kind === 'stranger');
  return isWanted ? dismissed(log.sheet, Number(/\d+$/.exec(mend.cell ?? '')?.[0]) || undefined) : 0;
}

/** The new tabs, whole and shown. What fails before that takes them away again. */
function makeTabs(comparison: Comparison, before: OurWorkbook): ReadonlyMap<string, OurSheet> {
  const { file } = before;
  const { language, fresh } = comparison;
  const made = new Map<string, OurSheet>();
  if (fresh.length === 0) return made;
  const making = fresh.map((plan) => plan.title);
  try {
    const makeTab = tabMaker(file);
    // Whoever comes after a run that is cut off finds here what it was about.
    register({ ...before, making });
    for (const plan of fresh) made.set(plan.id, makeTab(plan, plan.rows.length + plan.seeds.length + plan.spareRows));
    const all = new Map([...before.sheets, ...made]);
    register({ ...before, language, sheets: all, making });
    const around = surroundings(comparison, all);
    // The choices first: a cell that takes one of them is checked against them as soon as it is written.
    for (const plan of [...fresh].sort((one, other) => Number(other.hidden) - Number(one.hidden))) {
      fillFresh(file, plan, comparison, all, around);
    }
    // From here on nothing is lacking but to be shown, and people may type into what is.
    const whole = new Map([...made].map(([id, ours]): [string, OurSheet] => [id, { ...ours, stage: 'showing' }]));
    register({ ...before, language, sheets: new Map([...before.sheets, ...whole]), making });
    for (const plan of fresh) if (!plan.hidden) made.get(plan.id)?.sheet.showSheet();
  } catch (error) {
    const left = [...made].filter(([, { sheet }]) => !isRemoved(file, sheet));
    register(left.length === 0 ? before : { ...before, sheets: new Map([...before.sheets, ...left]), making });
    throw error;
  }
  return new Map([...made].map(([id, ours]) => [id, finished(ours)]));
}

function isRemoved(file: Spreadsheet, sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  try {
    removeTab(file, sheet);
    return true;
  } catch (error) {
    // The next run finds the tab marked as half-made and removes it.
    console.error(error);
    return false;
  }
}

/** Names that the plan has come to have for cells of tabs that were there; those that people cite stay. */
function addNames({ changes }: Comparison, { file, sheets }: OurWorkbook): void {
  const taken = new Set(file.getNamedRanges().map((range) => range.getName()));
  for (const { plan, placement } of changes) {
    const ours = sheets.get(plan.id);
    const names = namesOf(plan, placement).filter(({ name }) => !taken.has(name));
    if (ours) nameCells(file, ours.sheet, names);
  }
}

function surroundings(comparison: Comparison, sheets: ReadonlyMap<string, OurSheet>): Surroundings {
  return {
    atlas: comparison.atlas,
    sheets: new Map([...sheets].map(([id, ours]) => [id, ours.sheet])),
    words: workbookWords[comparison.language].rules,
    label: choiceLabel(comparison.language),
    labels: languages.map(choiceLabel),
    built: new Map(),
  };
}

function fillFresh(
  file: Spreadsheet,
  plan: TabPlan,
  comparison: Comparison,
  sheets: ReadonlyMap<string, OurSheet>,
  around: Surroundings,
): void {
  const [ours, placement] = [sheets.get(plan.id), comparison.placements.get(plan.id)];
  if (!ours || !placement) return;
  const { missingNote, inputs } = comparison.context(plan);
  const cells = tabImage(plan, around.atlas, missingNote, inputs);
  fillTab(file, ours.sheet, drawingOf(plan, placement, cells, around), around);
}

/** What bringing tabs up to date has come to. */
interface UpToDate {
  readonly changed: number;
  readonly comparison: Comparison;
}

/** How often tabs are read and brought up to date anew, because people move what is in them or rows were lacking. */
const passes = 8;

/**
 * Brings the tabs that were there up to date, and looks again as long as any of them lacked rows or had changed meanwhile.
 * Formulas are written under the tabs' present names; the names change last, and formulas follow by themselves.
 */
function bringAll(wish: Wish, workbook: OurWorkbook, first: Comparison, newId: () => string, logged = 2): UpToDate {
  const log = workbook.sheets.get(logTab);
  if (!log) throw new Error('the workbook has no log');
  const aside = asideAt(log, logged + 1);
  let comparison = first;
  let changed = 0;
  for (let pass = 1; pass <= passes; pass += 1) {
    const around = surroundings(comparison, workbook.sheets);
    // The choices first: cells that take them are checked against them as they are written.
    const ordered = [...comparison.changes].sort((one, other) => Number(other.plan.hidden) - Number(one.plan.hidden));
    const lacking = ordered.filter((change) => !isFramed(change));
    let isWhole = lacking.length === 0;
    for (const change of isWhole ? ordered : lacking) {
      const ours = workbook.sheets.get(change.plan.id);
      if (!ours) continue;
      const guarded = guardedTab(ours, change.plan, aside);
      if (!isWhole) {
        frame(guarded, change, around);
        continue;
      }
      const { moved, count } = broughtUp(guarded, change, comparison, around, log);
      changed += count;
      if (moved) isWhole = false;
    }
    if (isWhole) break;
    if (pass === passes) throw new Error(keepMoving);
    comparison = compare({ ...wish, language: comparison.language }, workbook, newId, comparison.amend);
  }
  clearCopies(aside);
  for (const { plan, title } of comparison.changes)
    if (title !== undefined) workbook.sheets.get(plan.id)?.sheet.setName(title);
  return { changed, comparison };
}

/** Brings one tab up to date, as it stands right before it is written to. */
function broughtUp(
  guarded: Guarded,
  planned: TabChange,
  comparison: Comparison,
  around: Surroundings,
  log: OurSheet,
): { readonly moved: boolean; readonly count: number } {
  const isLost = planned.repainted && hasLostHighlights(guarded.sheet, planned, around);
  const isDue =
    isLost ||
    planned.changes.length > 0 ||
    planned.relabelled ||
    planned.retired.rows.length > 0 ||
    planned.retired.columns.length > 0;
  if (!isDue) return { moved: false, count: 0 };
  const { plan } = planned;
  const found = tabChange(plan, { ...trued(guarded.read()), title: planned.state.title }, comparison.context(plan));
  const change = comparison.amend(found);
  if (!isFramed(change)) return { moved: true, count: 0 };
  noteOverwritten(log, change, typedOver(change));
  const verdict = bringUpToDate(guarded, { ...change, repainted: isLost }, around);
  if (verdict.status === 'moved') return { moved: true, count: 0 };
  noteOverwritten(log, change, verdict.gone);
  return { moved: false, count: change.changes.length + (isLost ? 1 : 0) };
}

/** Keeps in the log what people had typed over formulas of ours, which take its place. */
function noteOverwritten(log: OurSheet, { plan, state }: TabChange, cells: readonly Overwritten[]): void {
  if (cells.length === 0) return;
  const operations = cells.map(({ row, column, held }): Operation => {
    const [rowKey, columnKey] = [keyAt(state.placement.rows, row), keyAt(state.placement.columns, column)];
    const index = columnKey.split('.')[1] ?? '1';
    const isRecord = plan.shape === 'record';
    const key = isRecord ? `${rowKey}${index === '1' ? '' : `.${index}`}` : columnKey;
    return { record: isRecord ? plan.id : rowKey, from: { [key]: held }, to: { [key]: null } };
  });
  const header = headerNow();
  const works = [{ part: plan.id, operations }];
  const lines = pendingLines(header, works);
  const noted = withoutStates(lines);
  note(header.request, noted, header.when);
  const { rows } = appendPending(log.sheet, log.sheet.getLastRow(), lines, 0);
  markEntries(log.sheet, rows, 'done');
  forget(header.request, noted);
}

/** Who does what is logged besides requests, and when. */
const headerNow = (): { readonly request: string; readonly who: string; readonly when: string } => ({
  request: Utilities.getUuid(),
  who: userEmail(),
  when: new Date().toISOString(),
});

const keyAt = (keys: ReadonlyMap<string, number>, place: number): string =>
  [...keys].find(([, at]) => at === place)?.[0] ?? '';
