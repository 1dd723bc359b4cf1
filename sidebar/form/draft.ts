import type { Requests } from '../../src/app/requests';
import type { Answer, Conflict, FieldValue, Scalar } from '../../src/model/answer';
import { keyOf } from '../../src/model/key';
import type { Parsed } from '../../src/model/parse';
import { cellCheck, keyFaults, orderFaults, type RecordValues, type RuleFault } from '../../src/model/rules';
import { cellKeys, isTypable, type Tab } from '../../src/model/tab';
import { fieldValue, type Row, typedCell } from '../book';
import { cellOf, lists, roleIn, visible } from '../planParts';
import { typedValue } from '../value/inputText';
import type { Terms } from '../value/terms';

/** How the last attempt to save went, as far as it was not done. */
export type Trouble =
  | { readonly kind: 'offline' | 'barred' | 'failed' }
  /** Others are saving; `again` while it is tried again by itself. */
  | { readonly kind: 'busy'; readonly again: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'conflict' };

/** A cell that someone else has changed since the form read it. */
export interface Clash {
  readonly cell: string;
  readonly theirs: Scalar;
  readonly mine: Scalar;
  readonly choice: 'theirs' | 'mine' | undefined;
  /** Who made it what it is and when, as far as that is known. */
  readonly by: Conflict['by'];
}

/** What is being typed into one record: nothing of it is lost until it is saved or given up. */
export interface Draft {
  readonly part: string;
  /** The record as it was read; of a new one, blank. */
  readonly base: Row;
  readonly isNew: boolean;
  /** Texts typed, by cell. */
  readonly edits: Readonly<Record<string, string>>;
  /** What the workbook did not take, in its words, by cell. */
  readonly refused: Readonly<Record<string, string>>;
  readonly clashes: readonly Clash[];
  /** The request under way, or sent without an answer: sent again it is not written twice. */
  readonly request: string | undefined;
  /** The texts that it was sent with: with others it would be another request. */
  readonly sent: Readonly<Record<string, string>> | undefined;
  readonly saving: boolean;
  /** What requests without an answer may have written, by cell. */
  readonly adrift: Readonly<Record<string, Scalar>>;
  readonly trouble: Trouble | undefined;
}

/** A form with nothing typed into it. Throws for a record that was not read whole. */
export function draftOf(part: string, base: Row, isNew = false): Draft {
  if (base.partly) throw new Error(`${part}: ${base.id} was not read whole`);
  return {
    part,
    base,
    isNew,
    edits: {},
    refused: {},
    clashes: [],
    request: undefined,
    sent: undefined,
    saving: false,
    adrift: {},
    trouble: undefined,
  };
}

/** The value that the form holds for a cell: as typed, else as read. */
export function wantedCell(tab: Tab, draft: Draft, key: string, terms: Terms): Parsed {
  const cell = cellOf(tab, key);
  if (!cell) return { value: null };
  const text = draft.edits[key];
  if (text === undefined) return { value: typedCell(tab, cell.field, draft.base, key) };
  return typedValue(cell.field, text, lists, terms);
}

/** Cells whose typed text is another value than what was read, or none. */
export function changedCells(tab: Tab, draft: Draft, terms: Terms): readonly string[] {
  return Object.keys(draft.edits).filter((key) => {
    const cell = cellOf(tab, key);
    if (!cell) return false;
    const wanted = wantedCell(tab, draft, key, terms);
    return 'fault' in wanted || wanted.value !== typedCell(tab, cell.field, draft.base, key);
  });
}

/**
 * The key under which the total is typed that is to be spread over a field's months: of no cell, so that it is neither
 * checked nor saved, but kept with what is.
 */
export const totalKey = (field: string): string => `#total.${field}`;

/** Totals typed and not yet spread. */
export const totalsTyped = ({ edits }: Draft): readonly string[] => Object.keys(edits).filter(isTotalKey);
export const isTotalKey = (key: string): boolean => key.startsWith(totalKey(''));

/** Whether leaving the form would lose something. */
export const isDirty = (tab: Tab, draft: Draft, terms: Terms): boolean => changedCells(tab, draft, terms).length > 0;

/**
 * What is wrong with the form before it is sent, by cell: with what is typed into it, and of a new record with all of
 * it. `rows` are the records beside it.
 */
export function draftFaults(
  tab: Tab,
  draft: Draft,
  terms: Terms,
  rows: readonly Row[] = [],
): ReadonlyMap<string, RuleFault> {
  const faults = new Map<string, RuleFault>();
  const entered = new Set<string>(draft.isNew ? [] : Object.keys(draft.edits));
  for (const field of visible(tab)) {
    if (!isTypable(roleIn(tab, field, draft.base.id))) continue;
    const check = cellCheck(field, tab.shape === 'fixed' ? draft.base.id : undefined, lists);
    for (const key of cellKeys(field)) {
      const wanted = wantedCell(tab, draft, key, terms);
      if (draft.isNew) entered.add(key);
      const fault = 'fault' in wanted ? wanted.fault : draft.isNew ? check(wanted.value) : undefined;
      if (fault) faults.set(key, fault);
    }
  }
  const value = (key: string): Scalar => {
    const wanted = wantedCell(tab, draft, key, terms);
    return 'value' in wanted ? wanted.value : null;
  };
  const own: RecordValues = { id: draft.base.id, value, entered };
  for (const fault of [...orderFaults(tab, own), ...keyFaults(tab, [...others(tab, draft, rows), own])])
    if (!faults.has(fault.field)) faults.set(fault.field, fault);
  return faults;
}

/** The records beside the form's, if what tells them apart is typed in it. */
function* others(tab: Tab, { base, isNew, edits }: Draft, rows: readonly Row[]): Generator<RecordValues> {
  const key = keyOf(tab);
  if (!key || (!isNew && key.fields.every(({ id }) => edits[id] === undefined))) return;
  const entered = new Set<string>();
  for (const { id, values } of rows) if (id !== base.id) yield { id, value: (cell) => values[cell] ?? null, entered };
}

export type Change = Requests['saveRecord']['changes'][number];

/** The changes to save, field by field, each from what was read to what was typed. Texts that are no value stay behind. */
export function changesOf(tab: Tab, draft: Draft, terms: Terms): Change[] {
  const changed = new Set(changedCells(tab, draft, terms).map((key) => cellOf(tab, key)?.field));
  const changes: Change[] = [];
  for (const field of tab.fields) {
    if (!changed.has(field)) continue;
    const from = fieldValue(field, (key) => typedCell(tab, field, draft.base, key));
    const to = fieldValue(field, (key) => {
      const wanted = wantedCell(tab, draft, key, terms);
      return 'value' in wanted ? wanted.value : typedCell(tab, field, draft.base, key);
    });
    changes.push({ record: draft.base.id, field: field.id, from: sendable(from), to: sendable(to) });
  }
  return changes;
}

/** A value as a request carries it, a list as one of its own. */
export const sendable = (value: FieldValue): Scalar | Scalar[] =>
  typeof value === 'object' && value !== null ? [...value] : value;

/** A new record's values by field, blanks left out. */
export function valuesOf(tab: Tab, draft: Draft, terms: Terms): Requests['addRecords']['records'][number] {
  const values: Requests['addRecords']['records'][number] = {};
  for (const field of visible(tab)) {
    if (!isTypable(roleIn(tab, field, draft.base.id))) continue;
    const value = fieldValue(field, (key) => {
      const wanted = wantedCell(tab, draft, key, terms);
      return 'value' in wanted ? wanted.value : null;
    });
    const blank = typeof value === 'object' && (value === null || value.every((cell) => cell === null));
    if (!blank) values[field.id] = sendable(value);
  }
  return values;
}

/** A text was typed; what the workbook said of the cell before is no longer true. */
export function withText(draft: Draft, key: string, text: string): Draft {
  const { [key]: _, ...refused } = draft.refused;
  return {
    ...draft,
    edits: { ...draft.edits, [key]: text },
    refused,
    ...(draft.saving || mayBeAdded(draft) ? {} : noRequest),
  };
}

const noRequest = { request: undefined, sent: undefined } as const;

/** Whether a new record was sent and no answer came: it may be there already, and must not come a second time. */
const mayBeAdded = ({ isNew, request, trouble }: Draft): boolean =>
  isNew && request !== undefined && trouble !== undefined && trouble.kind !== 'busy';

/** The request is on its way, with what the form holds or held when it was sent first. */
export const sent = (draft: Draft, request: string): Draft => ({
  ...draft,
  request,
  sent: draft.sent ?? draft.edits,
  saving: true,
  trouble: undefined,
});

const sameTexts = (one: Draft['edits'], other: Draft['edits']): boolean =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key]);

/** The form as its request was sent, where that is to be sent again; else as it is. */
export const sendingOf = (draft: Draft): Draft =>
  draft.sent === undefined || sameTexts(draft.edits, draft.sent) ? draft : { ...draft, edits: draft.sent };

/** What is kept of a request that is to be sent again: nothing if something else was typed since. */
const kept = ({ edits, request, sent: texts }: Draft): Pick<Draft, 'request' | 'sent'> =>
  texts === undefined || sameTexts(edits, texts) ? { request, sent: texts } : noRequest;

/**
 * No answer came: what was typed is kept, and so is the request, which may have been written after all. With what was
 * typed since it is another request; a new record is sent as it was, and what was typed since goes after it.
 */
export function unanswered(tab: Tab, draft: Draft, kind: 'offline' | 'barred' | 'failed', terms: Terms): Draft {
  const adrift: Record<string, Scalar> = { ...draft.adrift };
  const before = sendingOf(draft);
  for (const key of changedCells(tab, before, terms)) {
    const wanted = wantedCell(tab, before, key, terms);
    if ('value' in wanted) adrift[key] = wanted.value;
  }
  return { ...draft, ...(draft.isNew ? {} : kept(draft)), saving: false, adrift, trouble: { kind } };
}

/** What the answer leaves to do. Done: what was sent is as read from now on, and what was typed meanwhile stays typed. */
export function answered(tab: Tab, draft: Draft, answer: Answer, sentEdits: Draft['edits'], terms: Terms): Draft {
  const idle = { ...draft, ...noRequest, saving: false, trouble: undefined };
  switch (answer.status) {
    case 'done':
      return saved(tab, { ...idle, clashes: [], adrift: {} }, sentEdits, terms);
    case 'busy':
      return { ...idle, ...kept(draft), trouble: { kind: 'busy', again: false } };
    case 'gone':
      return { ...idle, trouble: { kind: 'gone' } };
    case 'conflict':
      return clashing(tab, idle, answer.conflicts);
    case 'invalid': {
      const refused: Record<string, string> = {};
      const general: string[] = [];
      for (const { field, message } of answer.faults) {
        if (field !== undefined && cellOf(tab, field)) refused[field] = message;
        else general.push(message);
      }
      return { ...idle, refused, trouble: { kind: 'invalid', message: general.join(' ') || answer.message } };
    }
    case 'signed':
    case 'confirm':
      return { ...idle, trouble: { kind: 'invalid', message: answer.message } };
  }
}

function saved(tab: Tab, draft: Draft, sentEdits: Draft['edits'], terms: Terms): Draft {
  const values: Record<string, Scalar> = { ...draft.base.values };
  const typedOver = new Set(draft.base.typedOver);
  const edits: Record<string, string> = {};
  for (const [key, text] of Object.entries(draft.edits)) {
    const cell = cellOf(tab, key);
    if (!cell) {
      edits[key] = text;
      continue;
    }
    const sentText = sentEdits[key];
    if (sentText !== undefined) {
      const wanted = typedValue(cell.field, sentText, lists, terms);
      const value = 'value' in wanted ? wanted.value : null;
      values[key] = value;
      if (roleIn(tab, cell.field, draft.base.id) === 'default') {
        if (value === null) typedOver.delete(key);
        else typedOver.add(key);
      }
    }
    if (text !== sentText) edits[key] = text;
  }
  return { ...draft, isNew: false, base: { ...draft.base, values, typedOver }, edits, refused: {} };
}

/** Conflicts that are none, since what stands there is mine or was sent by me and its answer lost, settle themselves. */
function clashing(tab: Tab, draft: Draft, conflicts: readonly Conflict[]): Draft {
  let { base } = draft;
  const clashes: Clash[] = [];
  for (const { field: cell, to, now, by } of conflicts) {
    const [mine, theirs] = [scalar(to), scalar(now)];
    base = withCell(tab, base, cell, theirs);
    const myOwn = theirs === mine || (cell in draft.adrift && theirs === draft.adrift[cell]);
    if (!myOwn) clashes.push({ cell, theirs, mine, choice: undefined, by });
  }
  return { ...draft, base, clashes, trouble: clashes.length > 0 ? { kind: 'conflict' } : undefined };
}

const scalar = (value: FieldValue): Scalar => (typeof value === 'object' ? null : value);

/** A record with another value typed into one of its cells; null is nothing typed. */
export function withCell(tab: Tab, row: Row, key: string, value: Scalar): Row {
  const typedOver = new Set(row.typedOver);
  const field = cellOf(tab, key)?.field;
  if (field && roleIn(tab, field, row.id) === 'default') {
    if (value === null) typedOver.delete(key);
    else typedOver.add(key);
  }
  return { ...row, values: { ...row.values, [key]: value }, typedOver };
}

/** Theirs or mine, chosen for one cell. Theirs gives up what was typed there; mine is saved over theirs. */
export function chosen(draft: Draft, cell: string, choice: 'theirs' | 'mine'): Draft {
  return { ...draft, clashes: draft.clashes.map((clash) => (clash.cell === cell ? { ...clash, choice } : clash)) };
}

/** Whether every clash has its choice. */
export const isSettled = (draft: Draft): boolean => draft.clashes.every(({ choice }) => choice !== undefined);

/** The choices made: cells for which theirs was chosen are as read again. */
export function settled(draft: Draft): Draft {
  const edits = { ...draft.edits };
  for (const { cell, choice } of draft.clashes) if (choice === 'theirs') delete edits[cell];
  return { ...draft, edits, clashes: [], trouble: undefined };
}

/**
 * The record was read again: what is typed stays, with what it was typed over, so that a change of someone else's shows
 * as a conflict and is not written over.
 */
export function reread(tab: Tab, draft: Draft, row: Row): Draft {
  let base = row;
  for (const key of Object.keys(draft.edits)) {
    const field = cellOf(tab, key)?.field;
    if (field) base = withCell(tab, base, key, typedCell(tab, field, draft.base, key));
  }
  return { ...draft, base };
}

/** What was typed is given up. */
export const reverted = (draft: Draft): Draft => draftOf(draft.part, draft.base, draft.isNew);
