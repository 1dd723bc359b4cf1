import type { Scalar } from '../../model/answer';
import type { Language } from '../../model/language';
import type { TabRole } from '../../model/means';
import type { RecordFault } from '../../model/rules';
import { roleOf, type Tab } from '../../model/tab';
import { sections } from '../../sections';
import { type OurSheet, type OurWorkbook, type Spreadsheet, tabCells } from '../../sheets/read';
import { tableRows } from '../../workbook/diff';
import type { Signing } from '../../workbook/registry';
import type { TabState } from '../../workbook/state';
import { describedTab, plannedTab } from '../described';
import { generate } from '../generate';
import { userLanguage } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { type Standing, standingOf } from '../version';
import { type Column, columnsOf, faultsOf } from './cells';
import { recordIds } from './records';
import { type Invalid, type Part, parsedRequest, partToRead, readOnce } from './request';

/** A part's records, cell by cell: `columns` has a list for each cell key (`growth`, `months.3`), in the order of `ids`. */
export interface PartCells {
  readonly part: string;
  readonly ids: readonly string[];
  readonly columns: Readonly<Record<string, readonly Scalar[]>>;
  /** Of cells with a default formula: in which records, by their place in `ids`, it was typed over. */
  readonly typed: Readonly<Record<string, readonly number[]>>;
  readonly faults: readonly RecordFault[];
  /** The fields that `columns` and `typed` are of, where not of all that people may see. */
  readonly fields?: readonly string[];
}

/**
 * How far a part is: of a table, how many of its records hold what they need and more than they started with; else how
 * many of the cells that people fill in are filled.
 */
export interface PartStatus {
  readonly part: string;
  readonly records: number;
  readonly filled: number;
  readonly of: number;
  /** Cells that need another look. */
  readonly faults: number;
}

/** A signed version: since then the plan is closed, until it was opened again. */
export interface Signed {
  readonly version: number;
  /** As `2027-03-16`. */
  readonly on: string;
  readonly by: string;
  readonly opened: { readonly on: string; readonly by: string; readonly why: string } | null;
}

/** What the workbook says of signing, as the sidebar is told. */
export function signedOf(signing: Signing | undefined): Signed | null {
  if (signing === undefined) return null;
  const { version, on, by, opened } = signing;
  return { version, on, by, opened: opened ? { on: opened.on, by: opened.by, why: opened.why } : null };
}

export interface Opened {
  readonly status: 'done';
  /** The user's language. */
  readonly language: Language;
  /** The workbook's language; null if it has no plan yet. */
  readonly workbook: Language | null;
  /** How the workbook's plan stands to this add-on's: one of a later version is only read, one of an earlier until it is upgraded. */
  readonly standing: Standing;
  /** The version of the plan that was signed last, and whether it was opened again since; null if none was. */
  readonly signing: Signed | null;
  readonly present: readonly string[];
  /** What the workbook says of itself: requests to write send it along, and it is not asked for again. */
  readonly registered: string;
  /** Parts that were read; the others are asked for with `checkParts`. */
  readonly checked: readonly PartStatus[];
  /** The figures of records and fixed rows, as far as they were read. */
  readonly figures: readonly PartCells[];
}

/** Faults sent along with a part: more than this are not looked at one by one. */
const mostFaults = 500;

/** Tabs read at opening: with the user's language and the workbook's registry, ten service calls in all. */
const mostReads = 3;

const tabs: readonly Tab[] = sections.flatMap((section) => section.tabs);

/** Whose figures the first view shows, and on what they rest; the others follow in the order of their tabs. */
const first: readonly TabRole[] = ['terms', 'outcome', 'ownerships', 'outlets'];

const rank = ({ role }: Tab): number => (role && first.includes(role) ? first.indexOf(role) : first.length);

/** Whether there is anything to type in a tab. */
const isTyped = (tab: Tab): boolean =>
  tab.fields.some((field) => [undefined, ...(tab.rows ?? [])].some((row) => roleOf(field, row) !== 'computed'));

/** Tabs that have a status, in the order in which they are read. */
const inOrder: readonly Tab[] = tabs
  .filter((tab) => tab.shape === 'record' || (isTyped(tab) && tab.rowsFor === undefined && !tab.kept))
  .sort((one, other) => rank(one) - rank(other));

/** Whether a record holds more than it started with. */
function isBegun(tab: Tab, id: string, columns: readonly Column[], index: number): boolean {
  const seed = tab.seeds?.find((candidate) => candidate.id === id);
  if (!seed) return true;
  return columns.some(
    ({ field, values }) =>
      field.role === 'input' &&
      (values[index] ?? null) !== null &&
      values[index] !== (seed.values[field.id] ?? field.initial ?? null),
  );
}

interface Read {
  readonly tab: Tab;
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  /** Rows typed in the grid that have no id yet. */
  readonly untold: number;
}

/** Whether formulas stand in a tab that people may type over. */
export const hasDefaults = (tab: Tab): boolean =>
  tab.fields.some((field) => [undefined, ...(tab.rows ?? [])].some((row) => roleOf(field, row) === 'default'));

/** The cells of all fields, or of those named; what needs another look is looked for in all of them. */
function cellsOf({ tab, ids, columns }: Read, fields?: readonly string[]): PartCells {
  const sent = columns.filter(({ field }) => !field.hidden && (fields?.includes(field.id) ?? true));
  const typed: Record<string, readonly number[]> = {};
  for (const { key, field, values, formulas } of sent) {
    const over: number[] = [];
    for (const [index, value] of values.entries()) {
      const role = roleOf(field, tab.shape === 'fixed' ? ids[index] : undefined);
      if (role === 'default' && value !== null && formulas[index] === false) over.push(index);
    }
    if (over.length > 0) typed[key] = over;
  }
  return {
    part: tab.id,
    ids,
    columns: Object.fromEntries(sent.map(({ key, values }) => [key, values])),
    typed,
    faults: faultsOf(tab, ids, columns).slice(0, mostFaults),
    ...(fields && { fields }),
  };
}

function statusOf({ tab, ids, columns, untold }: Read): PartStatus {
  const faults = faultsOf(tab, ids, columns);
  const status = { part: tab.id, records: ids.length, faults: faults.length };
  if (tab.shape === 'table') {
    const lacking = new Set(faults.filter(({ rule }) => rule === 'needed').map(({ record }) => record));
    const filled = ids.filter((id, index) => !lacking.has(id) && isBegun(tab, id, columns, index)).length;
    return { ...status, records: ids.length + untold, filled, of: ids.length + untold };
  }
  let [filled, of] = [0, 0];
  // What scenarios hold is not typed, and none of it is lacking.
  if (tab.role === 'alternatives') return { ...status, filled, of };
  for (const { field, values } of columns) {
    for (const [index, value] of values.entries()) {
      // A tick that is not set says no: nothing is lacking.
      if (field.optional || field.kind === 'tick') continue;
      if (roleOf(field, tab.shape === 'fixed' ? ids[index] : undefined) !== 'input') continue;
      of += 1;
      if (value !== null) filled += 1;
    }
  }
  return { ...status, filled, of };
}

function readPart(part: Part, state: TabState, only?: readonly string[]): Read {
  const all = recordIds(part, state);
  const wanted = only && new Set(only);
  const ids = wanted === undefined ? all : all.filter((id) => wanted.has(id));
  const plan = plannedTab(part.tab.id, part.language);
  const untold = plan?.body ? tableRows(plan, state).records.filter(({ id }) => id === undefined).length : 0;
  return { tab: part.tab, ids, columns: columnsOf(part.tab, state, ids), untold };
}

function partIn({ file, language, sheets, registered, turning, signing }: OurWorkbook, tab: Tab): Part | undefined {
  const ours: OurSheet | undefined = sheets.get(tab.id);
  const known = { registered, turning, signing };
  return ours && language && { file, tab, ours, sheets, language, ...known, ...readOnce(ours, sheets) };
}

/**
 * What the sidebar shows first: which parts are there, how far each is, and the region's figures. At most ten service
 * calls; writes nothing.
 */
export function openPlan(file: Spreadsheet): Opened {
  const workbook = ourWorkbook(file);
  const read = inOrder
    .flatMap((tab) => partIn(workbook, tab) ?? [])
    .slice(0, mostReads)
    .map((part) => readPart(part, tabCells(part.ours, false)));
  return {
    status: 'done',
    language: userLanguage(),
    workbook: workbook.language ?? null,
    standing: standingOf(workbook),
    signing: signedOf(workbook.signing),
    registered: workbook.registered ?? '',
    present: tabs.filter((tab) => workbook.sheets.has(tab.id)).map((tab) => tab.id),
    checked: read.map(statusOf),
    figures: read.filter(({ tab }) => tab.shape !== 'table').map((part) => cellsOf(part)),
  };
}

export type Checked = { readonly status: 'done'; readonly checked: readonly PartStatus[] } | Invalid;

/** How far more parts are, `{parts}`, at most six at once: those for which opening had no time. */
export function checkParts(file: Spreadsheet, request: unknown): Checked {
  const parsed = parsedRequest(requests.check, request);
  if ('answer' in parsed) return parsed.answer;
  const workbook = ourWorkbook(file);
  const checked: PartStatus[] = [];
  for (const id of parsed.value.parts) {
    const found = describedTab(id);
    const part = found && partIn(workbook, found.tab);
    if (!part) continue;
    checked.push(statusOf(readPart(part, tabCells(part.ours, false))));
  }
  return { status: 'done', checked };
}

export type PartAnswer = ({ readonly status: 'done'; readonly registered: string } & PartCells) | Invalid;

/**
 * A part with its records, `{part, records, some}`: all of them, or only those of the ids given; of many, only the
 * fields that are asked for. Rows typed in the grid are given their ids first. Six service calls.
 */
export function openPart(file: Spreadsheet, request: unknown): PartAnswer {
  const parsed = parsedRequest(requests.open, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partToRead(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const formulas = hasDefaults(part.tab);
  let state = tabCells(part.ours, formulas);
  const plan = plannedTab(part.tab.id, part.language);
  if (plan?.body && tableRows(plan, state).records.some(({ id }) => id === undefined)) {
    generate(file, { section: describedTab(part.tab.id)?.section.id });
    state = tabCells(part.ours, formulas);
  }
  const { records, some } = parsed.value;
  const read = readPart(part, state, records);
  const { registered = '' } = part;
  return {
    status: 'done',
    registered,
    ...cellsOf(read, some && read.ids.length > some.wholeTo ? some.fields : undefined),
  };
}
