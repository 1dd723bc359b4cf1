import type { Fault, FieldValue, Scalar } from '../model/answer';
import { shortened } from '../model/characters';
import { acrossFaults, isRefusedInTab, type RecordFault, type RecordValues, valueFaults } from '../model/rules';
import { faultWords } from '../model/ruleText';
import { roleOf, type Tab } from '../model/tab';
import { fromCell } from '../model/value';
import type { Operation } from '../sheets/log';
import type { TabState } from '../workbook/state';
import { choices, describedTab, fieldOf, lists } from './described';
import { valueAt } from './endpoints/records';
import { said, userLanguage } from './language';

/** What a request sets in one record, as plain values by field. */
export interface Entry {
  readonly record: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** A new record is looked at as a whole; what comes back as it was only has to fit into its cells. */
  readonly is?: 'new' | 'back';
}

/** A fault in the user's words. */
export function worded(tab: Tab, { record, field, ...fault }: RecordFault): Fault {
  const language = userLanguage();
  const labels = describedTab(tab.id)?.section.text[language].tabs[tab.id]?.fields;
  return { record, field, message: faultWords(fault, language, (id) => labels?.[id]?.label ?? id) };
}

/** What is wrong with values as they are asked to be set, each looked at alone. */
export function enteredFaults(tab: Tab, entries: readonly Entry[]): readonly Fault[] {
  return entries.flatMap((entry) => entryFaults(tab, entry));
}

function entryFaults(tab: Tab, { record, values, is }: Entry): readonly Fault[] {
  const faults: Fault[] = [];
  const row = tab.shape === 'fixed' ? record : undefined;
  for (const field of tab.fields) {
    const value = values[field.id];
    if (value === undefined && (is !== 'new' || roleOf(field, row) === 'computed')) continue;
    const isBlank = value === undefined || (value === null && is !== undefined);
    const blank = field.cells === undefined ? null : Array<null>(field.cells).fill(null);
    const broken = valueFaults(field, row, isBlank ? blank : value, lists);
    const counted =
      is === 'back'
        ? broken.filter(({ rule }) => rule === 'locked' || rule === 'cells' || isRefusedInTab(rule, field))
        : broken;
    faults.push(...counted.map((fault) => worded(tab, { ...fault, record })));
  }
  for (const id of Object.keys(values))
    if (!fieldOf(tab, id)) faults.push({ record, field: id, message: said().unknownField(shortened(id)) });
  return faults;
}

/** Imported fields that are set without its being said why. */
export function reasonlessFaults(tab: Tab, entries: readonly Entry[]): readonly Fault[] {
  return entries.flatMap(({ record, values, is }) => {
    const row = tab.shape === 'fixed' ? record : undefined;
    return tab.fields.flatMap((field): readonly Fault[] => {
      const value = values[field.id] ?? null;
      if (roleOf(field, row) !== 'imported' || values[field.id] === undefined) return [];
      if (is === 'new' && value === null) return [];
      return [worded(tab, { rule: 'reasonless', params: {}, record, field: field.id })];
    });
  });
}

/** What would be wrong in the table as read once operations are carried out: dates in a record, keys across records. */
export function standingFaults(
  tab: Tab,
  state: TabState,
  operations: readonly Operation[],
  entries: readonly Entry[],
): readonly Fault[] {
  const back = new Set(entries.filter(({ is }) => is === 'back').map(({ record }) => record));
  return acrossFaults(tab, recordsAfter(tab, state, operations))
    .filter(({ record, rule }) => rule === 'unique' || !back.has(record))
    .map((fault) => worded(tab, fault));
}

const untouched: ReadonlySet<string> = new Set();

/** The records of a tab as they would stand. */
function recordsAfter(tab: Tab, state: TabState, operations: readonly Operation[]): readonly RecordValues[] {
  const byRecord = new Map(operations.map((operation) => [operation.record, operation]));
  const held = [...state.placement.rows.keys()].filter((id) => !id.startsWith('#'));
  const ids = tab.shape === 'table' ? new Set([...held, ...byRecord.keys()]) : byRecord.keys();
  return [...ids].flatMap((id): readonly RecordValues[] => {
    const to = byRecord.get(id)?.to;
    if (to === null) return [];
    const value = (cell: string): Scalar => {
      const field = fieldOf(tab, cell);
      if (!field) return null;
      return fromCell(field, to && cell in to ? (to[cell] ?? null) : valueAt(tab, state, id, field, 0).value, choices);
    };
    return [{ id, value, entered: to ? new Set(Object.keys(to)) : untouched }];
  });
}
