import type { Answer, FieldValue } from '../model/answer';
import { digestOf } from '../model/digest';
import { filled } from '../model/sentence';
import type { Doubt, Stamp } from '../model/signing';
import { cellKeys, type Tab } from '../model/tab';
import { sections } from '../sections';
import { leaveOpen } from '../sheets/close';
import { locked } from '../sheets/lock';
import type { Operation } from '../sheets/log';
import { isAnyNoted } from '../sheets/noted';
import { register, type Spreadsheet, tabCells } from '../sheets/read';
import { typedAreas } from '../workbook/areas';
import type { CellsByColumn, TabPlan } from '../workbook/plan';
import type { Signing } from '../workbook/registry';
import { describedTab, fieldOf, fieldThatMeans, plannedTab } from './described';
import { allCells } from './endpoints/records';
import { type Invalid, type Part, partToWrite, refused } from './endpoints/request';
import { cellsFor, fieldIdOf } from './endpoints/values';
import { keep } from './gate';
import { generate } from './generate';
import { idMaker } from './ids';
import {
  clear,
  heldIn,
  idsOf,
  isBlank,
  type Kept,
  keeping,
  keptIn,
  partOf,
  recordsOf,
  sourceOf,
  stampsOf,
  type Version,
  versionsIn,
  versionsTab,
} from './kept';
import { said, userLanguage } from './language';
import { ourWorkbook } from './ours';
import { valuesLacking } from './signedValues';
import { versionRefusal } from './version';
import { userEmail } from './who';

/*
 * Signing: the plan's targets are copied as values under a version, which nothing typed later changes, and the workbook
 * says of itself that it is signed, by which the gate knows. The values come first, then the version's own row, then what
 * the workbook says: a run that is cut off leaves rows of a version that no one has signed, and the next one puts its own
 * in their place. Before the workbook says so the plan is looked at once more, under the lock: what was saved meanwhile has
 * whoever signs look at it anew, and who has signed or opened it meanwhile was first: of two only one is told that it is done.
 */

const tabs: readonly Tab[] = sections.flatMap((section) => section.tabs);
/** What is doubtful in a part of the plan, in the user's words. */
export interface Doubted {
  readonly part: string;
  readonly message: string;
}

type Busy = Extract<Answer, { status: 'busy' }>;
const busy = (): Busy => ({ status: 'busy', message: said().busy });

function isDoubtful(part: Part, record: string, { field: id, is, where }: Doubt): boolean {
  const field = fieldOf(part.tab, id);
  const other = where && fieldOf(part.tab, where.field);
  if (!field) return false;
  if (where && other) {
    const held = heldIn(part, record, other);
    if (where.is === 'ticked' ? held !== true : isBlank(held)) return false;
  }
  const held = heldIn(part, record, field);
  if (is === 'blank') return isBlank(held);
  if (typeof is === 'object') return held === is.choice;
  // Clear of binary noise, as the tabs show it.
  const rounded = typeof held === 'number' ? Math.round(held * 100) : 0;
  return is === 'below0' ? rounded < 0 : rounded !== 0;
}

/** What whoever signs is told first, part by part. */
function doubtsIn(file: Spreadsheet): readonly Doubted[] {
  return tabs.flatMap((tab): readonly Doubted[] => {
    const part = tab.doubts && partOf(ourWorkbook(file), tab.id);
    if (!part) return [];
    const words = describedTab(tab.id)?.section.text[userLanguage()].tabs[tab.id]?.doubts ?? {};
    return (tab.doubts ?? []).flatMap((doubt) => {
      const count = idsOf(part).filter((record) => isDoubtful(part, record, doubt)).length;
      return count === 0 ? [] : [{ part: tab.id, message: filled(words[doubt.id] ?? doubt.id, { count }) }];
    });
  });
}

/** What the plan adds up to now. */
export function plannedIn(file: Spreadsheet): number | null {
  const id = fieldThatMeans('planned');
  const tab = tabs.find(({ fields }) => fields.some(({ means }) => means === 'planned'));
  const part = tab && partOf(ourWorkbook(file), tab.id);
  const field = tab && id !== undefined ? fieldOf(tab, id) : undefined;
  const held = part && field ? heldIn(part, part.tab.id, field) : null;
  return typeof held === 'number' ? held : null;
}

/** By what a version's records are known again, in whatever order they stand. */
function checksumOf(records: readonly (readonly [tab: string, record: Kept])[]): string {
  const lines = records.map(([tab, record]) =>
    JSON.stringify([tab, [...record].map(([field, value]) => [field, clear(value)])]),
  );
  return digestOf(lines.sort().join('\n')).slice(0, 16);
}

/** How a workbook's plan stands to being signed. */
export interface SigningState {
  readonly signing: Signing | undefined;
  readonly planned: number | null;
  readonly doubts: readonly Doubted[];
  readonly versions: readonly Version[];
  /** Whether the last version's values are those that were signed; null without one. */
  readonly isWhole: boolean | null;
  /** Values of signed versions that are not yet where headquarters reads them. */
  readonly lacking: number;
}

/** What there is to know before signing and after it. Reads only. */
export function signingState(file: Spreadsheet): SigningState {
  const { signing } = ourWorkbook(file);
  const all = versionsIn(versionsTab && partOf(ourWorkbook(file), versionsTab.tab.id));
  // One that the workbook does not say was left by a run that was cut off: nobody has signed it.
  const versions = all.filter(({ version }) => version <= (signing?.version ?? 0));
  const [last] = versions;
  return {
    signing,
    planned: plannedIn(file),
    doubts: doubtsIn(file),
    versions: versions.map(({ id: _, ...version }) => version),
    isWhole: last ? checksumOf(recordsOf(file, last.version)) === last.checksum : null,
    lacking: valuesLacking(file),
  };
}

const today = (file: Spreadsheet): string =>
  Utilities.formatDate(new Date(), file.getSpreadsheetTimeZone(), 'yyyy-MM-dd');

export type SignAnswer =
  | { readonly status: 'done'; readonly version: number }
  /** Nothing was signed: there are doubts and no reason, or the plan is another than was looked at. */
  | { readonly status: 'doubtful'; readonly message: string; readonly doubts: readonly Doubted[] }
  | Busy
  | Invalid;

/** Signs the plan as it is: `planned` is what whoever signs has seen it add up to. */
export function sign(
  file: Spreadsheet,
  request: string,
  { planned, reason = '' }: { readonly planned: number | null; readonly reason?: string | undefined },
): SignAnswer {
  const found = ready(file);
  if ('status' in found) return found;
  const { signing } = found;
  if (signing?.request === request && !signing.opened) return { status: 'done', version: signing.version };
  const text = said().signing;
  if (signing && !signing.opened) return refused(text.already(signing.version));
  const why = reason.trim();
  const doubts = doubtsIn(file);
  if (!isSame(plannedIn(file), planned)) return { status: 'doubtful', message: text.moved, doubts };
  if (doubts.length > 0 && why === '') return { status: 'doubtful', message: text.doubtful, doubts };
  const records = recordsOf(file, null);
  const figures = versionsTab ? figuresFor(file, versionsTab.tab) : [];
  if (!records.some(([tab, record]) => isTold(tab, record))) return refused(text.nothing);
  // Its tabs come with the first version; and what a run before has left half written is ended.
  if (!versionsTab || !generate(file, { section: versionsTab.section.id })) return busy();
  const checksum = checksumOf(records);
  const version = (signing?.version ?? 0) + 1;
  // A version that was written whole by a run of one's own that was cut off before the workbook said so.
  const by = userEmail();
  const unsaid = ownRow(file, version, { by, why, checksum });
  const isUnsaid = unsaid?.openedOn === '' && checksumOf(recordsOf(file, version)) === checksum;
  const on = isUnsaid ? unsaid.signedOn : today(file);
  if (!isUnsaid) {
    const stamps = { version, signedOn: on, signedBy: by, reason: why || null, checksum, rows: records.length };
    const failed = written(file, request, { records, figures, checksum }, stamps, signing);
    if (failed) return failed;
  }
  const ended = declared(file, { version, on, by, request }, signing, () => {
    if (!ownRow(file, version, { by, why, checksum })) return 'overtaken';
    const isStill = checksumOf(recordsOf(file, null)) === checksum && isSame(plannedIn(file), planned);
    return isStill ? undefined : 'moved';
  });
  if (ended === 'moved') return { status: 'doubtful', message: text.moved, doubts: doubtsIn(file) };
  return ended === 'overtaken' ? overtaken(file) : ended;
}

/** The row of a version if it is one's own: others may be signing the same plan at the same moment. */
function ownRow(
  file: Spreadsheet,
  version: number,
  { by, why, checksum }: { readonly by: string; readonly why: string; readonly checksum: string },
): ReturnType<typeof versionsIn>[number] | undefined {
  const row = versionsIn(versionsTab && partOf(ourWorkbook(file), versionsTab.tab.id)).find(
    (one) => one.version === version,
  );
  return row?.signedBy === by && row.reason === why && row.checksum === checksum ? row : undefined;
}

/** What is told to who signs or opens a plan that someone else has signed or opened meanwhile, or is just doing so. */
function overtaken(file: Spreadsheet): Busy | Invalid {
  const { signing } = ourWorkbook(file);
  return signing && !signing.opened ? refused(said().signing.already(signing.version)) : busy();
}

const isSameSigning = (one: Signing | undefined, other: Signing | undefined): boolean =>
  one?.request === other?.request && one?.opened?.request === other?.opened?.request;

/** Whether the plan adds up to the same, to the cent. */
const isSame = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : Math.abs(one - other) < 0.005;

/** Whether a record has the figure by which versions are compared. */
function isTold(tab: string, record: Kept): boolean {
  const figure = describedTab(tab)?.tab.kept?.records?.figure ?? '';
  return !isBlank(record.get(figure) ?? null);
}

/** The plan to sign or to open, if it is there and of this add-on's version. */
function ready(file: Spreadsheet): { readonly signing: Signing | undefined } | Invalid {
  const workbook = ourWorkbook(file);
  if (workbook.language === undefined) return refused(said().noWorkbook);
  const refusal = versionRefusal(workbook);
  return refusal === undefined ? { signing: workbook.signing } : refused(refusal);
}

type Failed = Busy | Invalid;

/** What kept a write from being made, as an answer of signing. */
function failedBy(answer: ReturnType<typeof keep>): Failed | undefined {
  if (answer === undefined || answer.status === 'busy') return answer;
  return answer.status === 'invalid' ? answer : refused(answer.message);
}

/** What is copied of a plan, all of it as it was at one time. */
interface Copied {
  readonly records: readonly (readonly [tab: string, record: Kept])[];
  readonly figures: readonly (readonly [field: string, value: FieldValue])[];
  readonly checksum: string;
}

/**
 * Writes a version: its records, tab by tab, then its own row, in place of those that a run which was cut off has left. What
 * was written for the same request, but of another plan, is another write.
 */
function written(
  file: Spreadsheet,
  request: string,
  { records, figures, checksum }: Copied,
  stamps: Partial<Record<Stamp, FieldValue>>,
  signing: Signing | undefined,
): Failed | undefined {
  const newId = idMaker();
  for (const tab of [...keeping, ...(versionsTab ? [versionsTab.tab] : [])]) {
    const found = partToWrite(file, tab.id);
    if ('answer' in found) return found.answer;
    const { part } = found;
    // From here to its own lock the writer sees to it.
    if (!isSameSigning(part.signing, signing)) return overtaken(file);
    // All of the row, people's own columns as well: what is removed stands in the log.
    const state = part.asRead(true);
    const left = keptIn(part, Number(stamps.version)).map(
      ({ id }): Operation => ({ record: id, from: allCells(part, state, id), to: null }),
    );
    const isOwn = tab === versionsTab?.tab;
    const copies = isOwn ? [new Map(figures)] : records.filter(([id]) => id === tab.id).map(([, record]) => record);
    const rows = copies.map((copy): Operation => {
      const values = { ...Object.fromEntries(copy), ...stampsOf(tab, stamps) };
      return { record: newId(), from: null, to: cellsFor(part.tab, values, part.language) };
    });
    const why = isOwn && typeof stamps.reason === 'string' ? stamps.reason : undefined;
    const id = `${request}:${tab.id}:${stamps.version}:${checksum}`;
    const failed = failedBy(keep(id, part, [...left, ...rows], { reason: why }));
    if (failed) return failed;
  }
  return undefined;
}

/** The region's figures that a version's own row keeps. */
function figuresFor(file: Spreadsheet, { fields }: Tab): readonly (readonly [string, FieldValue])[] {
  return fields.flatMap((field): readonly (readonly [string, FieldValue])[] => {
    const from = sourceOf(field);
    const part = field.keeps === undefined ? undefined : partOf(ourWorkbook(file), from.tab);
    const source = part && fieldOf(part.tab, from.field);
    return part && source ? [[field.id, heldIn(part, part.tab.id, source)]] : [];
  });
}

/**
 * The workbook says that it is signed, or opened again; then what is typed without a warning follows. Nothing is said where
 * it says something else than `before` by now, or where `hindered` finds under the lock what speaks against it.
 */
function declared(
  file: Spreadsheet,
  signing: Signing,
  before: Signing | undefined,
  hindered: () => 'moved' | 'overtaken' | undefined,
): Busy | { readonly status: 'done'; readonly version: number } | 'moved' | 'overtaken' {
  const ended = locked(() => {
    const workbook = ourWorkbook(file);
    const hindrance = isSameSigning(workbook.signing, before) ? hindered() : 'overtaken';
    if (hindrance) return hindrance;
    register({ ...workbook, signing });
    SpreadsheetApp.flush();
    return 'said';
  });
  if (ended !== 'said') return ended ?? busy();
  warnAtLast(file, signing.opened === undefined);
  return { status: 'done', version: signing.version };
}

/** Says where it is typed without a warning from now on; what is signed is signed, whatever people do to the rows meanwhile. */
function warnAtLast(file: Spreadsheet, isClosed: boolean): void {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    try {
      warn(file, isClosed);
      SpreadsheetApp.flush();
      return;
    } catch (error) {
      // Someone has deleted a row of those that were read.
      console.error(error);
    }
  }
}

/** Inputs of the plan warn before they are typed into as long as it is signed. */
function warn(file: Spreadsheet, isClosed: boolean): void {
  const { sheets, language } = ourWorkbook(file);
  for (const ours of sheets.values()) {
    const tab = describedTab(ours.id)?.tab;
    const plan = language && plannedTab(ours.id, language);
    if (!tab || !plan || tab.kept || tab.staysOpen || tab.shape === 'report') continue;
    const state = tabCells(ours, false);
    leaveOpen(ours, typedAreas(isClosed ? stillOpen(tab, plan) : plan, state.placement, state.maxRows));
  }
}

/** A tab's plan with only the cells that stay open. */
function stillOpen(tab: Tab, plan: TabPlan): TabPlan {
  const stays = (key: string): boolean => fieldOf(tab, fieldIdOf(key))?.staysOpen === true;
  const only = (cells: CellsByColumn, row: string): CellsByColumn =>
    Object.fromEntries(Object.entries(cells).filter(([column]) => stays(tab.shape === 'record' ? row : column)));
  return {
    ...plan,
    rows: plan.rows.map((row) => ({ ...row, cells: only(row.cells, row.key) })),
    ...(plan.body ? { body: only(plan.body, '') } : {}),
  };
}

/** Opens a signed plan again: what was signed stays, and the next signing makes a new version. */
export function reopen(
  file: Spreadsheet,
  request: string,
  reason: string,
): Exclude<SignAnswer, { status: 'doubtful' }> {
  const found = ready(file);
  if ('status' in found) return found;
  const { signing } = found;
  const words = said().signing;
  if (signing?.opened?.request === request) return { status: 'done', version: signing.version };
  if (!signing || signing.opened) return refused(words.open);
  const why = reason.trim();
  if (why === '') return refused(words.needsReason);
  const to = partToWrite(file, versionsTab?.tab.id ?? '');
  if ('answer' in to) return to.answer;
  const { part } = to;
  if (!isSameSigning(part.signing, signing)) return reopened(file);
  const rowIn = (versions: Part | undefined) => versionsIn(versions).find(({ version }) => version === signing.version);
  const row = rowIn(part);
  const opened = { on: today(file), by: userEmail(), why, request };
  const isOwn = ({ openedBy, openedFor }: Version): boolean => openedBy === opened.by && openedFor === why;
  // A run that was cut off may have told its row already, and not that it has; another's is told anew.
  if (row && isOwn(row) && isAnyNoted() && !generate(file, { section: versionsTab?.section.id })) return busy();
  if (row && !isOwn(row)) {
    const cellsOf = (on: string, by: string, reason: string) => {
      const stamps = { openedOn: on || null, openedBy: by || null, openedFor: reason || null };
      return cellsFor(part.tab, stampsOf(part.tab, stamps), part.language);
    };
    const from = cellsOf(row.openedOn, row.openedBy, row.openedFor);
    const to = cellsOf(opened.on, opened.by, why);
    const id = `${request}:${part.tab.id}`;
    const failed = failedBy(keep(id, part, [{ record: row.id, from, to }], { reason: why }));
    if (failed) return failed;
  }
  const ended = declared(file, { ...signing, opened }, signing, () => {
    const told = rowIn(partOf(ourWorkbook(file), part.tab.id));
    return told && !isOwn(told) ? 'overtaken' : undefined;
  });
  return ended === 'overtaken' || ended === 'moved' ? reopened(file) : ended;
}

/** What is told to who opens a plan that someone else has opened meanwhile, or is just opening. */
const reopened = (file: Spreadsheet): Busy | Invalid =>
  ourWorkbook(file).signing?.opened ? refused(said().signing.open) : busy();

/** A record that two versions have otherwise. */
export interface Difference {
  readonly part: string;
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Months that differ, from 1. */
  readonly months: readonly number[];
}

/** What a later version has otherwise than an earlier one, record by record; `to` null is the plan as it is now. */
export function differences(file: Spreadsheet, from: number, to: number | null): readonly Difference[] {
  const [before, after] = [recordsOf(file, from), recordsOf(file, to)];
  return keeping.flatMap((tab) => {
    const { key = '', name = '', figure = '' } = tab.kept?.records ?? {};
    const byKey = (records: typeof before): ReadonlyMap<string, Kept> =>
      new Map(records.filter(([id]) => id === tab.id).map(([, record]) => [String(record.get(key)), record]));
    const [old, now] = [byKey(before), byKey(after)];
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): readonly Difference[] => {
      const [was, is] = [old.get(id), now.get(id)];
      const figureOf = (record: Kept | undefined): number | null => {
        const value = record?.get(figure) ?? null;
        return typeof value === 'number' ? value : null;
      };
      const months = monthsThatDiffer(tab, was, is);
      if (figureOf(was) === figureOf(is) && months.length === 0) return [];
      const called = String((is ?? was)?.get(name) ?? id);
      return [{ part: tab.id, name: called, from: figureOf(was), to: figureOf(is), months }];
    });
  });
}

function monthsThatDiffer(tab: Tab, was: Kept | undefined, is: Kept | undefined): readonly number[] {
  const field = tab.fields.find(({ monthly, keeps }) => monthly === true && keeps !== undefined);
  if (!field || !was || !is) return [];
  const [before, after] = [was, is].map((record) => [record.get(field.id) ?? null].flat());
  return cellKeys(field).flatMap((_, index) => ((before?.[index] ?? 0) === (after?.[index] ?? 0) ? [] : [index + 1]));
}
