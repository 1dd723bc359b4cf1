import type * as z from 'zod/mini';
import type { Answer, Fault, FieldValue, Jump, Scalar } from '../model/answer';
import type { Field, Kind, Role } from '../model/field';
import type { Language } from '../model/language';
import { fieldSchema, requests } from '../model/schema';
import { cellKeys, roleOf, type Shape, type Tab } from '../model/tab';
import { cellsOfField, fromCell } from '../model/value';
import { sections } from '../sections';
import type { Cells, CellValue, Operation } from '../sheets/log';
import { type OurSheet, ourSheets, tabState } from '../sheets/read';
import { type CellConflict, carryOut } from '../sheets/table';
import { type Rows, tableRows } from '../workbook/diff';
import { freshPlacement, type Placement } from '../workbook/place';
import type { TabState } from '../workbook/state';
import { words as workbookWords } from '../workbook/text';
import { expectation } from './faults';
import { type Generated, generate, idMaker, workbookLanguage } from './generate';
import { userLanguage } from './language';
import { atlasOf, choices, describedTab, fieldOf, lists, missingNoteIn, planOf, tabIds } from './plan';
import { words } from './text';

/** A field as a form draws it. */
export interface FieldDescription {
  readonly id: string;
  readonly label: string;
  readonly note: string | null;
  readonly kind: Kind;
  readonly role: Role;
  /** In fixed rows, rows whose role is another. */
  readonly roles: Readonly<Record<string, Role>>;
  readonly cells: number | null;
  readonly monthly: boolean;
  readonly list: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly above: boolean;
  readonly required: boolean;
  readonly key: boolean;
  readonly hidden: boolean;
}

/** One part of the plan: a tab with its fields. */
export interface PartDescription {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly shape: Shape;
  readonly present: boolean;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  readonly fields: readonly FieldDescription[];
}

export interface Description {
  /** The language asked for, in which everything here is worded. */
  readonly language: Language;
  /** The workbook's language; null if it has no plan yet. */
  readonly workbook: Language | null;
  readonly parts: readonly PartDescription[];
  readonly lists: Readonly<Record<string, readonly { readonly id: string; readonly label: string }[]>>;
}

/** One record: its values by field id, and which defaults were typed over. */
export interface PlanRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly typed: readonly string[];
}

export type Listing =
  | { readonly status: 'done'; readonly records: readonly PlanRecord[] }
  | Extract<Answer, { status: 'invalid' }>;

const choiceLists = new Map(lists.map((list) => [list.id, list]));

function described(field: Field, tab: Tab, label: string, note: string | undefined): FieldDescription {
  const roles = Object.fromEntries((tab.rows ?? []).map((row): [string, Role] => [row, roleOf(field, row)]));
  return {
    id: field.id,
    label,
    note: note ?? null,
    kind: field.kind,
    role: field.role,
    roles,
    cells: field.cells ?? null,
    monthly: field.monthly ?? false,
    list: field.list ?? null,
    min: field.min ?? null,
    max: field.max ?? null,
    above: field.above ?? false,
    required: field.required ?? false,
    key: field.key ?? false,
    hidden: field.hidden ?? false,
  };
}

/** The parts of the plan and their fields, in the user's language. Writes nothing. */
export function describePlan(): Description {
  const language = userLanguage();
  const sheets = ourSheets();
  return {
    language,
    workbook: workbookLanguage(sheets) ?? null,
    parts: sections.flatMap((section) =>
      section.tabs.map((tab) => {
        const text = section.text[language].tabs[tab.id];
        return {
          id: tab.id,
          section: section.id,
          title: text?.title ?? tab.id,
          shape: tab.shape,
          present: sheets.has(tab.id),
          rows: (tab.rows ?? []).map((id) => ({ id, label: text?.rows?.[id] ?? id })),
          fields: tab.fields.map((field) =>
            described(field, tab, text?.fields[field.id]?.label ?? field.id, text?.fields[field.id]?.note),
          ),
        };
      }),
    ),
    lists: Object.fromEntries(
      lists.map((list) => [list.id, list.choices.map(({ id, label }) => ({ id, label: label[language] }))]),
    ),
  };
}

const invalid = (language: Language, faults: readonly Fault[]): Extract<Answer, { status: 'invalid' }> => ({
  status: 'invalid',
  message: words[language].invalid,
  faults,
});

/** A request of the right form, or an answer that says where it is not. */
function parsedRequest<T>(
  schema: z.ZodMiniType<T>,
  request: unknown,
  language: Language,
): { readonly value: T } | { readonly answer: Extract<Answer, { status: 'invalid' }> } {
  const result = schema.safeParse(request);
  if (result.success) return { value: result.data };
  const where = result.error.issues.map((issue) => issue.path.join('.') || 'request').join(', ');
  return { answer: invalid(language, [{ message: words[language].badRequest(where) }]) };
}

interface Part {
  readonly tab: Tab;
  readonly ours: OurSheet;
  readonly sheets: ReadonlyMap<string, OurSheet>;
  readonly language: Language;
}

/** The part a request is about, if there is such a part and it is in the workbook. */
function partOf(
  id: string,
  user: Language,
): { readonly part: Part } | { readonly answer: Extract<Answer, { status: 'invalid' }> } {
  const found = describedTab(id);
  if (!found) return { answer: invalid(user, [{ message: words[user].unknownPart(id) }]) };
  const sheets = ourSheets();
  const ours = sheets.get(id);
  const language = workbookLanguage(sheets);
  if (!ours || !language) {
    const title = found.section.text[user].tabs[id]?.title ?? id;
    return { answer: invalid(user, [{ message: words[user].absentPart(title) }]) };
  }
  return { part: { tab: found.tab, ours, sheets, language } };
}

/** Where a cell of a record stands in a tab as read. */
function valueAt(
  tab: Tab,
  state: TabState,
  record: string,
  field: Field,
  index: number,
): { readonly value: CellValue; readonly formula: string } {
  const { rows, columns } = state.placement;
  const key = cellKeys(field)[index] ?? field.id;
  const row = rows.get(tab.shape === 'record' ? field.id : record) ?? 0;
  const column = columns.get(tab.shape === 'record' ? `value.${index + 1}` : key) ?? 0;
  const value = state.values[row - 1]?.[column - 1] ?? '';
  return { value: value === '' ? null : value, formula: state.formulas[row - 1]?.[column - 1] ?? '' };
}

function recordOf(tab: Tab, state: TabState, id: string): PlanRecord {
  const values: Record<string, FieldValue> = {};
  const typedOver: string[] = [];
  for (const field of tab.fields) {
    const cells = cellKeys(field).map((_, index) => valueAt(tab, state, id, field, index));
    const scalars = cells.map(({ value }): Scalar => fromCell(field, value, choices));
    values[field.id] = field.cells === undefined ? (scalars[0] ?? null) : scalars;
    const row = tab.shape === 'fixed' ? id : undefined;
    if (roleOf(field, row) === 'default' && cells.some(({ value, formula }) => value !== null && formula === ''))
      typedOver.push(field.id);
  }
  return { id, values, typed: typedOver };
}

function rowsOfTable(part: Part, state: TabState): Rows {
  const plan = planOf(part.tab.id, part.language);
  return plan ? tableRows(plan, state) : { records: [], lastUsed: 0 };
}

function recordIds(part: Part, state: TabState): readonly string[] {
  if (part.tab.shape === 'record') return [part.tab.id];
  if (part.tab.shape === 'fixed') return part.tab.rows ?? [];
  return rowsOfTable(part, state).records.flatMap(({ id }) => id ?? []);
}

/** All records of a part, `{part}`. Rows typed in the grid are given their ids first. */
export function listRecords(request: unknown): Listing {
  const user = userLanguage();
  const parsed = parsedRequest(requests.list, request, user);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(parsed.value.part, user);
  if ('answer' in found) return found.answer;
  const { part } = found;
  let state = tabState(part.ours);
  if (part.tab.shape === 'table' && rowsOfTable(part, state).records.some(({ id }) => id === undefined)) {
    generate({ section: describedTab(part.tab.id)?.section.id ?? '' });
    state = tabState(part.ours);
  }
  return { status: 'done', records: recordIds(part, state).map((id) => recordOf(part.tab, state, id)) };
}

/** One record of a part, `{part, record}`. */
export function readRecord(request: unknown): Listing | Extract<Answer, { status: 'gone' }> {
  const user = userLanguage();
  const parsed = parsedRequest(requests.read, request, user);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(parsed.value.part, user);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const state = tabState(part.ours);
  const { record } = parsed.value;
  if (!recordIds(part, state).includes(record)) return { status: 'gone', message: words[user].gone, records: [record] };
  return { status: 'done', records: [recordOf(part.tab, state, record)] };
}

/** What is wrong with a value for a field, in words; undefined if nothing is. */
function faultOf(
  tab: Tab,
  record: string | undefined,
  id: string,
  value: FieldValue,
  user: Language,
): string | undefined {
  const field = fieldOf(tab, id);
  if (!field) return words[user].unknownField(id);
  if (roleOf(field, tab.shape === 'fixed' ? record : undefined) === 'computed') return words[user].computedField;
  if (field.required && (value === null || value === '')) return words[user].required;
  if (field.cells !== undefined && (!Array.isArray(value) || value.length !== field.cells))
    return words[user].expected.list(field.cells);
  return fieldSchema(field, choiceLists).safeParse(value === '' ? null : value).success
    ? undefined
    : expectation(field, user);
}

function cellsFor(
  tab: Tab,
  values: Readonly<Record<string, FieldValue>>,
  language: Language,
): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [id, value] of Object.entries(values)) {
    const field = fieldOf(tab, id);
    if (field) Object.assign(cells, cellsOfField(field, value, language, choices));
  }
  return cells;
}

/** Only the cells that differ. */
function changedCells(
  from: Record<string, CellValue>,
  to: Record<string, CellValue>,
): { readonly from: Cells; readonly to: Cells } {
  const keys = Object.keys(to).filter((key) => to[key] !== from[key]);
  const pick = (cells: Record<string, CellValue>) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? null]));
  return { from: pick(from), to: pick(to) };
}

/** Field ids of cell keys, each once. */
const fieldIdOf = (key: string): string => key.split('.')[0] ?? key;

function conflictAnswer(tab: Tab, conflicts: readonly CellConflict[], user: Language): Answer {
  return {
    status: 'conflict',
    message: words[user].conflict,
    conflicts: conflicts.map(({ record, key, from, to, now }) => {
      const field = fieldOf(tab, fieldIdOf(key));
      const value = (cell: CellValue): Scalar => (field ? fromCell(field, cell, choices) : cell);
      return { record, field: key, from: value(from), to: value(to), now: value(now) };
    }),
  };
}

function write(request: string, part: Part, operations: readonly Operation[], user: Language): Answer {
  const plan = planOf(part.tab.id, part.language);
  if (!plan) return invalid(user, [{ message: words[user].unknownPart(part.tab.id) }]);
  const key = part.tab.fields.find((field) => field.key);
  const duplicates: Fault[] = [];
  const outcome = carryOut({
    request,
    part: part.tab.id,
    who: userEmail(),
    when: new Date().toISOString(),
    operations,
    plan,
    planOf: (id) => planOf(id, part.language),
    missingNote: missingNoteIn(part.language),
    surroundings: (sheets, state) => ({
      atlas: atlasOf(placementsAround(sheets, state)),
      sheets: new Map([...sheets].map(([id, ours]) => [id, ours.sheet])),
      words: workbookWords[part.language].rules,
    }),
    allowed: (state, wanted) => {
      if (key) duplicates.push(...duplicateFaults(key, state, wanted, user));
      return duplicates.length === 0;
    },
  });
  switch (outcome.status) {
    case 'done':
      return outcome;
    case 'busy':
      return { status: 'busy', message: words[user].busy };
    case 'gone':
      return { status: 'gone', message: words[user].gone, records: outcome.records };
    case 'conflict':
      return conflictAnswer(part.tab, outcome.conflicts, user);
    case 'absent':
      return invalid(user, [{ message: words[user].noWorkbook }]);
    case 'refused':
      return invalid(user, duplicates);
  }
}

function userEmail(): string {
  return Session.getActiveUser().getEmail();
}

/** Where all tabs' keys stand, for formulas: of the tab being written it is known already. */
function placementsAround(sheets: ReadonlyMap<string, OurSheet>, known: TabState): ReadonlyMap<string, Placement> {
  const placements = new Map<string, Placement>();
  for (const id of tabIds) {
    const ours = sheets.get(id);
    const plan = planOf(id, 'en');
    if (!ours || !plan || id === 'log') continue;
    const state = id === known.id ? { ...known, title: ours.sheet.getName() } : tabState(ours);
    placements.set(id, { ...state.placement, title: state.title, cells: freshPlacement(plan).cells });
  }
  return placements;
}

/** Records that would carry a key which another record has. */
function duplicateFaults(
  key: Field,
  state: TabState,
  operations: readonly Operation[],
  user: Language,
): readonly Fault[] {
  const column = state.placement.columns.get(key.id) ?? 0;
  const holders = new Map<string, string>();
  for (const [id, row] of state.placement.rows) {
    const value = state.values[row - 1]?.[column - 1] ?? '';
    if (value !== '' && !id.startsWith('#')) holders.set(String(value), id);
  }
  const faults: Fault[] = [];
  for (const { record, to } of operations) {
    const value = to?.[key.id];
    if (value === undefined || value === null) continue;
    const holder = holders.get(String(value));
    if (holder !== undefined && holder !== record)
      faults.push({ record, field: key.id, message: words[user].duplicate(String(value)) });
    holders.set(String(value), record);
  }
  return faults;
}

/** Saves changes of fields, each from what the form was given to what was typed: `{request, part, changes}`. */
export function saveRecord(request: unknown): Answer {
  const user = userLanguage();
  const parsed = parsedRequest(requests.save, request, user);
  if ('answer' in parsed) return parsed.answer;
  const { changes } = parsed.value;
  const found = partOf(parsed.value.part, user);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const faults: Fault[] = [];
  const byRecord = new Map<string, { from: Record<string, CellValue>; to: Record<string, CellValue> }>();
  for (const { record, field, from, to } of changes) {
    const message = faultOf(part.tab, record, field, to, user);
    if (message !== undefined) {
      faults.push({ record, field, message });
      continue;
    }
    const cells = byRecord.get(record) ?? { from: {}, to: {} };
    Object.assign(cells.from, cellsFor(part.tab, { [field]: from }, part.language));
    Object.assign(cells.to, cellsFor(part.tab, { [field]: to }, part.language));
    byRecord.set(record, cells);
  }
  if (faults.length > 0) return invalid(user, faults);
  const operations = [...byRecord].map(([record, { from, to }]): Operation => ({ record, ...changedCells(from, to) }));
  return write(parsed.value.request, part, operations, user);
}

/** Values of a new record with what it starts with, or what is wrong with them. */
function newRecord(
  part: Part,
  values: Readonly<Record<string, FieldValue>>,
  record: string,
  user: Language,
): { readonly operation: Operation; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const initial = Object.fromEntries(
    part.tab.fields.flatMap((field) => (field.initial === undefined ? [] : [[field.id, field.initial]])),
  );
  const all: Readonly<Record<string, FieldValue>> = { ...initial, ...values };
  for (const field of part.tab.fields) {
    if (field.required && (all[field.id] ?? null) === null)
      faults.push({ record, field: field.id, message: words[user].required });
  }
  for (const [id, value] of Object.entries(all)) {
    if (value === null) continue;
    const message = faultOf(part.tab, undefined, id, value, user);
    if (message !== undefined) faults.push({ record, field: id, message });
  }
  return { operation: { record, from: null, to: cellsFor(part.tab, all, part.language) }, faults };
}

/** Adds records to a table: `{request, part, records: [{field: value}]}`. */
export function addRecords(request: unknown): Answer {
  const user = userLanguage();
  const parsed = parsedRequest(requests.add, request, user);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(parsed.value.part, user);
  if ('answer' in found) return found.answer;
  const { part } = found;
  if (part.tab.shape !== 'table') return invalid(user, [{ message: words[user].unknownRecord }]);
  const newId = idMaker();
  const added = parsed.value.records.map((values) => newRecord(part, values, newId(), user));
  const faults = added.flatMap((record) => record.faults);
  if (faults.length > 0) return invalid(user, faults);
  return write(
    parsed.value.request,
    part,
    added.map((record) => record.operation),
    user,
  );
}

/** Removes records of a table: `{request, part, records: [id]}`. The log keeps what they held. */
export function removeRecords(request: unknown): Answer {
  const user = userLanguage();
  const parsed = parsedRequest(requests.remove, request, user);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(parsed.value.part, user);
  if ('answer' in found) return found.answer;
  const { part } = found;
  if (part.tab.shape !== 'table') return invalid(user, [{ message: words[user].unknownRecord }]);
  const state = tabState(part.ours);
  const operations = parsed.value.records.map(
    (record): Operation => ({ record, from: typedCells(part.tab, state, record), to: null }),
  );
  return write(parsed.value.request, part, operations, user);
}

/** What people typed into a record, cell by cell. */
function typedCells(tab: Tab, state: TabState, record: string): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const field of tab.fields) {
    if (field.role === 'computed') continue;
    for (const [index, key] of cellKeys(field).entries()) {
      const { value, formula } = valueAt(tab, state, record, field, index);
      cells[key] = field.role === 'default' && formula !== '' ? null : value;
    }
  }
  return cells;
}

/**
 * Adds or updates a block of records by their key, `{request, part, records, confirmed}`: given values replace what
 * stands there, missing ones leave it, agreed targets are kept. Money that jumps tenfold is asked about first.
 */
export function importRecords(request: unknown): Answer {
  const user = userLanguage();
  const parsed = parsedRequest(requests.import, request, user);
  if ('answer' in parsed) return parsed.answer;
  const found = partOf(parsed.value.part, user);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const key = part.tab.fields.find((field) => field.key);
  if (part.tab.shape !== 'table' || !key) return invalid(user, [{ message: words[user].unknownRecord }]);
  const state = tabState(part.ours);
  const held = recordsByKey(part, state, key);
  const newId = idMaker();
  const faults: Fault[] = [];
  const jumps: Jump[] = [];
  const operations: Operation[] = [];
  for (const values of parsed.value.records) {
    const name = String(values[key.id] ?? '');
    const record = held.get(name);
    if (record === undefined) {
      const added = newRecord(part, values, newId(), user);
      faults.push(...added.faults.map((fault) => ({ ...fault, record: name })));
      operations.push(added.operation);
      continue;
    }
    const updated = update(part, state, record, values, user);
    faults.push(...updated.faults.map((fault) => ({ ...fault, record: name })));
    jumps.push(...updated.jumps.map((jump) => ({ ...jump, record: name })));
    if (updated.operation) operations.push(updated.operation);
  }
  if (faults.length > 0) return invalid(user, faults);
  if (jumps.length > 0 && parsed.value.confirmed !== true)
    return { status: 'confirm', message: words[user].jump, jumps };
  if (operations.length === 0) return { status: 'done', records: [] };
  return write(parsed.value.request, part, operations, user);
}

function recordsByKey(part: Part, state: TabState, key: Field): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  for (const id of recordIds(part, state)) {
    const { value } = valueAt(part.tab, state, id, key, 0);
    if (value !== null) held.set(String(value), id);
  }
  return held;
}

/** Ten times more or less: likely 元 against 万元. */
const jumpFactor = 10;

function jumpOf(record: string, field: Field, from: CellValue, to: CellValue): readonly Jump[] {
  if (field.kind !== 'money' || typeof from !== 'number' || typeof to !== 'number' || from <= 0) return [];
  return to >= from * jumpFactor || to <= from / jumpFactor ? [{ record, field: field.id, from, to }] : [];
}

function update(
  part: Part,
  state: TabState,
  record: string,
  values: Readonly<Record<string, FieldValue>>,
  user: Language,
) {
  const faults: Fault[] = [];
  const jumps: Jump[] = [];
  const before = typedCells(part.tab, state, record);
  const to: Record<string, CellValue> = {};
  for (const [id, value] of Object.entries(values)) {
    const field = fieldOf(part.tab, id);
    if (value === null || (field?.keptByImport && before[id] !== null)) continue;
    const message = faultOf(part.tab, undefined, id, value, user);
    if (message !== undefined || !field) {
      faults.push({ record, field: id, message: message ?? words[user].unknownField(id) });
      continue;
    }
    for (const [cell, content] of Object.entries(cellsOfField(field, value, part.language, choices))) {
      if (content === null) continue;
      jumps.push(...jumpOf(record, field, before[cell] ?? null, content));
      to[cell] = content;
    }
  }
  const changed = changedCells(before, to);
  return { faults, jumps, operation: Object.keys(changed.to ?? {}).length === 0 ? undefined : { record, ...changed } };
}

export type GenerateAnswer = ({ readonly status: 'done' } & Generated) | Extract<Answer, { status: 'invalid' }>;

/** Generates the workbook, or brings it up to date: `{section, language, region, planYear, currency}`, all optional. */
export function generatePlan(request: unknown): GenerateAnswer {
  const user = userLanguage();
  const parsed = parsedRequest(requests.generate, request, user);
  if ('answer' in parsed) return parsed.answer;
  return { status: 'done', ...generate(parsed.value) };
}
