import type { Answer, Fault, FieldValue, Jump } from '../../model/answer';
import type { Field } from '../../model/field';
import { requests } from '../../model/schema';
import { cellsOfField } from '../../model/value';
import type { CellValue, Operation } from '../../sheets/log';
import { type Spreadsheet, tabCells } from '../../sheets/read';
import type { TabState } from '../../workbook/state';
import { idMaker } from '../generate';
import { said } from '../language';
import { choices, fieldOf } from '../plan';
import { recordIds, typedCells, valueAt } from './records';
import { invalid, type Part, parsedRequest, partToWrite } from './request';
import { changedCells, faultOf, newRecord } from './values';
import { write } from './write';

/**
 * Adds or updates a block of records by their key, `{request, part, records, confirmed, toFollow}`: given values replace
 * what stands there, missing ones leave it, agreed targets are kept. Money that jumps tenfold is asked about first. New
 * records that are still `toFollow` in further blocks get their rows with this one: rows added once cost less than often.
 */
export function importRecords(file: Spreadsheet, request: unknown): Answer {
  const parsed = parsedRequest(requests.import, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partToWrite(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const key = part.tab.fields.find((field) => field.key);
  if (part.tab.shape !== 'table' || !key) return invalid([{ message: said().unknownRecord }]);
  const state = tabCells(part.ours);
  const held = recordsByKey(part, state, key);
  const newId = idMaker();
  const faults: Fault[] = [];
  const jumps: Jump[] = [];
  const operations: Operation[] = [];
  const names = new Map<string, string>();
  for (const values of parsed.value.records) {
    const name = String(values[key.id] ?? '');
    const record = held.get(name);
    if (record === undefined) {
      const added = newRecord(part, values, newId());
      faults.push(...added.faults.map((fault) => ({ ...fault, record: name })));
      operations.push(added.operation);
      names.set(added.operation.record, name);
      continue;
    }
    const updated = update(part, state, record, values);
    faults.push(...updated.faults.map((fault) => ({ ...fault, record: name })));
    jumps.push(...updated.jumps.map((jump) => ({ ...jump, record: name })));
    if (updated.operation) operations.push(updated.operation);
    names.set(record, name);
  }
  if (faults.length > 0) return invalid(faults);
  if (jumps.length > 0 && parsed.value.confirmed !== true) return { status: 'confirm', message: said().jump, jumps };
  if (operations.length === 0) return { status: 'done', records: [] };
  const answer = write(parsed.value.request, part, operations, { toFollow: parsed.value.toFollow });
  return answer.status === 'invalid'
    ? { ...answer, faults: answer.faults.map((fault) => named(fault, names)) }
    : answer;
}

/** A fault of a record under the key that the file knows it by. */
function named(fault: Fault, names: ReadonlyMap<string, string>): Fault {
  const name = fault.record === undefined ? undefined : names.get(fault.record);
  return name === undefined ? fault : { ...fault, record: name };
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

function update(part: Part, state: TabState, record: string, values: Readonly<Record<string, FieldValue>>) {
  const faults: Fault[] = [];
  const jumps: Jump[] = [];
  const before = typedCells(part.tab, state, record);
  const to: Record<string, CellValue> = {};
  for (const [id, value] of Object.entries(values)) {
    const field = fieldOf(part.tab, id);
    if (value === null || (field?.keptByImport && before[id] !== null)) continue;
    const message = faultOf(part.tab, undefined, id, value);
    if (message !== undefined || !field) {
      faults.push({ record, field: id, message: message ?? said().unknownField(id) });
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
