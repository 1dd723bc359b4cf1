import type { Fault, FieldValue, Jump } from '../../model/answer';
import { shortened } from '../../model/characters';
import { copyId } from '../../model/imported';
import { type Key, keyOf } from '../../model/key';
import { isJump, isKept } from '../../model/rules';
import { cellKeys } from '../../model/tab';
import { cellsOfField, fromCell } from '../../model/value';
import type { CellValue, Operation } from '../../sheets/log';
import type { TabState } from '../../workbook/state';
import { choices, fieldOf } from '../described';
import { type Entry, worded } from '../faults';
import { gated } from '../gate';
import { idMaker } from '../ids';
import { said } from '../language';
import { requests } from '../requests';
import { recordIds, typedCells, valueAt } from './records';
import { invalid, type Part } from './request';
import { changedCells, kept, newRecord } from './values';

/**
 * Adds or updates a block of records by their key, `{request, part, records, confirmed, toFollow}`: given values replace
 * what stands there, missing ones leave it, agreed targets are kept. Money that jumps tenfold is asked about first. New
 * records that are still `toFollow` in further blocks get their rows with this one: rows added once cost less than often.
 */
export const importRecords = gated(requests.import, ({ records, confirmed, toFollow, reason }, part) => {
  const key = keyOf(part.tab);
  // What stores are followed against comes from signing, and from re-spreads with a reason.
  if (part.tab.shape !== 'table' || !key || part.tab.working) return invalid([{ message: said().unknownRecord }]);
  const state = part.asRead();
  const held = recordsByKey(part, state, key);
  const newId = idMaker();
  const entries: Entry[] = [];
  const jumps: Jump[] = [];
  const operations: Operation[] = [];
  const names = new Map<string, string>();
  const rows = new Map<string, number>();
  const repeated: Fault[] = [];
  for (const [index, values] of records.entries()) {
    const name = key.nameOf((field) => values[field]);
    const known = key.idOf((field) => values[field]);
    const earlier = rows.get(known);
    if (earlier !== undefined && known !== '') {
      const rule = {
        rule: 'twice',
        params: { got: shortened(name), first: String(earlier), again: String(index + 1) },
      } as const;
      repeated.push({
        ...worded(part.tab, { ...rule, record: name, field: key.fields[key.fields.length - 1]?.id ?? '' }),
      });
      continue;
    }
    rows.set(known, index + 1);
    const record = held.get(known);
    if (record === undefined) {
      const added = newRecord(part, values, newId());
      entries.push(added.entry);
      operations.push(added.operation);
      names.set(added.operation.record, name);
      continue;
    }
    const updated = update(part, state, record, values);
    entries.push(updated.entry);
    jumps.push(...updated.jumps.map((jump) => ({ ...jump, record: name })));
    if (updated.operation) operations.push(updated.operation);
    names.set(record, name);
  }
  if (repeated.length > 0) return invalid(repeated);
  const isAsked = jumps.length > 0 && confirmed !== true;
  return {
    entries,
    operations,
    names,
    toFollow,
    reason,
    mayImport: true,
    instead: isAsked ? { status: 'confirm', message: said().jump, jumps } : undefined,
  };
});

function recordsByKey(part: Part, state: TabState, key: Key): ReadonlyMap<string, string> {
  const held = new Map<string, string>();
  for (const id of recordIds(part, state)) {
    const values = new Map(
      key.fields.map((field) => [field.id, fromCell(field, valueAt(part.tab, state, id, field, 0).value, choices)]),
    );
    const known = key.idOf((field) => values.get(field));
    if (known !== '') held.set(known, id);
  }
  return held;
}

function update(part: Part, state: TabState, record: string, values: Readonly<Record<string, FieldValue>>) {
  const entered: Record<string, FieldValue> = {};
  const jumps: Jump[] = [];
  const before = typedCells(part.tab, state, record);
  const to: Record<string, CellValue> = {};
  const confirmed = new Set<string>();
  for (const [id, value] of Object.entries(kept(part.tab, values))) {
    const field = fieldOf(part.tab, id);
    // What a record was found by stays as it is written there.
    if (value === null || field?.key || (field && isKept(field, before[id] ?? null))) continue;
    entered[id] = value;
    if (!field) continue;
    for (const [cell, content] of Object.entries(cellsOfField(field, value, part.language, choices))) {
      if (content === null) continue;
      const from = before[cell] ?? null;
      if (isJump(field, from, content)) jumps.push({ record, field: id, from: Number(from), to: Number(content) });
      to[cell] = content;
      // Someone has typed what now comes from a file: from here on it is imported.
      const copies = fieldOf(part.tab, copyId(field.id));
      const index = cellKeys(field).indexOf(cell);
      if (field.role === 'imported' && copies && valueAt(part.tab, state, record, copies, index).value !== content)
        confirmed.add(cell);
    }
  }
  const changed = changedCells(before, to, confirmed);
  const isSame = Object.keys(changed.to ?? {}).length === 0;
  return { entry: { record, values: entered }, jumps, operation: isSame ? undefined : { record, ...changed } };
}
