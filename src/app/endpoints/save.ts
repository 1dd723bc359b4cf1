import type { Answer, Fault, FieldValue } from '../../model/answer';
import { cellKeys } from '../../model/tab';
import { fromCell } from '../../model/value';
import { type Cells, type CellValue, logWhole, type Operation } from '../../sheets/log';
import { logTab } from '../../workbook/own';
import { choices, fieldOf } from '../described';
import { type Entry, worded } from '../faults';
import { gated, gatedParts, type Wanted } from '../gate';
import { idMaker } from '../ids';
import { said } from '../language';
import { type Requests, requests } from '../requests';
import { keptByClosing } from './closing';
import { allCells, recordIds, typedIn } from './records';
import { invalid, type Part } from './request';
import { cellsFor, changedCells, kept, newRecord, ownLostOf, withOwn } from './values';

/** Records come to a table and go from it; elsewhere they are given. */
const isTable = ({ tab }: Part): boolean => tab.shape === 'table';
const noTable = (): Answer => invalid([{ message: said().unknownRecord }]);

/** Saves changes of fields, each from what the form was given to what was typed: `{request, part, changes}`. */
export const saveRecord = gated(requests.save, ({ changes, reason }, part) => savedChanges(changes, reason, part));

/** The same in several parts at once, all of it or nothing: `{request, parts: [{part, changes}]}`. */
export const saveParts = gatedParts(
  requests.saveParts,
  ({ parts }) => [...new Set(parts.map(({ part }) => part))],
  ({ parts, reason }, part) => {
    const own = parts.filter((one) => one.part === part.tab.id);
    return savedChanges(
      own.flatMap(({ changes }) => changes),
      reason,
      part,
    );
  },
);

function savedChanges(changes: Requests['saveRecord']['changes'], reason: string | undefined, part: Part): Wanted {
  const { tab, language } = part;
  const entries: Entry[] = [];
  const byRecord = new Map<string, { from: Record<string, CellValue>; to: Record<string, CellValue> }>();
  for (const { record, field, from, to } of changes) {
    const values = kept(tab, { [field]: to });
    entries.push({ record, values });
    const cells = byRecord.get(record) ?? { from: {}, to: {} };
    Object.assign(cells.from, cellsOf(part, record, field, from));
    Object.assign(cells.to, cellsFor(tab, values, language));
    byRecord.set(record, cells);
  }
  const operations = [...byRecord].map(([record, { from, to }]): Operation => ({ record, ...changedCells(from, to) }));
  return { entries, operations, reason };
}

/**
 * The cells that a form was given as a field's value: as they stand where they mean the same, such as a choice by its name in
 * the other language, or a number in a field of texts. Nobody has changed those.
 */
function cellsOf(part: Part, record: string, id: string, given: FieldValue): Readonly<Record<string, CellValue>> {
  const { tab, language } = part;
  const cells = cellsFor(tab, { [id]: given }, language);
  const field = fieldOf(tab, id);
  if (!field) return cells;
  const held = typedIn(tab, part.asRead(), record, field);
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => {
      const stands = held[key] ?? null;
      return [key, fromCell(field, stands, choices) === fromCell(field, cell, choices) ? stands : cell];
    }),
  );
}

/** Adds records to a table: `{request, part, records: [{field: value}]}`. */
export const addRecords = gated(requests.add, ({ records, reason }, part) => {
  if (!isTable(part)) return noTable();
  const newId = idMaker();
  const added = records.map((values) => newRecord(part, values, newId()));
  return { entries: added.map(({ entry }) => entry), operations: added.map(({ operation }) => operation), reason };
});

/** Removes records of a table: `{request, part, records: [id]}`. The log keeps what they held. */
export const removeRecords = gated(requests.remove, ({ records }, part) => {
  if (!isTable(part)) return noTable();
  // All of the row is read, people's own columns as well: where it comes back, so do they.
  const state = part.asRead(true);
  const operations = records.map((record): Operation => ({ record, from: allCells(part, state, record), to: null }));
  return { entries: [], operations };
});

/**
 * What the log says that records of a part held when they were last removed: of a month that was closed since, not what it
 * had been closed with before.
 */
function removedCells({ tab, sheets }: Part): ReadonlyMap<string, NonNullable<Cells>> {
  const log = sheets.get(logTab);
  const removed = new Map<string, Record<string, CellValue>>();
  for (const { part, state, operation } of log ? logWhole(log.sheet) : []) {
    if (state !== 'done' || !operation) continue;
    if (part === tab.id && operation.from && operation.to === null)
      removed.set(operation.record, { ...operation.from });
    const key = keptByClosing(tab, part, operation);
    if (key !== undefined) for (const held of removed.values()) delete held[key];
  }
  return removed;
}

/** Imported fields of a record that are to come back otherwise than they went. */
function otherThanRemoved({ tab }: Part, { record, to }: Operation, held: NonNullable<Cells>): readonly Fault[] {
  const other = tab.fields.filter(
    (field) => field.role === 'imported' && cellKeys(field).some((key) => (to?.[key] ?? null) !== (held[key] ?? null)),
  );
  return other.map(({ id }) => worded(tab, { rule: 'reasonless', params: {}, record, field: id }));
}

/**
 * Puts removed records back under their own ids, `{request, part, records: [{id, values}]}`, below the others: only those
 * that the log knows to have been removed, and what was imported as it was.
 */
export const restoreRecords = gated(requests.restore, ({ records }, part) => {
  if (!isTable(part)) return noTable();
  const there = new Set(recordIds(part, part.asRead(true)));
  const restored = records.filter(({ id }) => !there.has(id)).map(({ id, values }) => newRecord(part, values, id));
  if (restored.length === 0) return { status: 'done', records: [] };
  const removed = removedCells(part);
  const faults = restored.flatMap(({ operation }): readonly Fault[] => {
    const held = removed.get(operation.record);
    if (!held) return [{ record: operation.record, message: said().notInLog }];
    return otherThanRemoved(part, operation, held);
  });
  if (faults.length > 0) return invalid(faults);
  return {
    entries: restored.map(({ entry }): Entry => ({ ...entry, is: 'back' })),
    operations: restored.map(({ operation }) => withOwn(part.tab, operation, removed.get(operation.record))),
    lost: restored.flatMap(({ operation }) => ownLostOf(part, removed.get(operation.record))),
    mayImport: true,
  };
});
