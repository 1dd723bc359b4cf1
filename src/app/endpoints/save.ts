import type { Answer, Fault } from '../../model/answer';
import { requests } from '../../model/schema';
import type { CellValue, Operation } from '../../sheets/log';
import { type Spreadsheet, tabCells } from '../../sheets/read';
import { idMaker } from '../generate';
import { said } from '../language';
import { asked } from './asked';
import { recordIds, typedCells } from './records';
import { invalid, parsedRequest, partToWrite } from './request';
import { cellsFor, changedCells, faultOf, newRecord } from './values';
import { write } from './write';

/** Saves changes of fields, each from what the form was given to what was typed: `{request, part, changes}`. */
export function saveRecord(file: Spreadsheet, request: unknown): Answer {
  const parsed = parsedRequest(requests.save, request);
  if ('answer' in parsed) return parsed.answer;
  const { changes } = parsed.value;
  const found = partToWrite(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  const faults: Fault[] = [];
  const byRecord = new Map<string, { from: Record<string, CellValue>; to: Record<string, CellValue> }>();
  for (const { record, field, from, to } of changes) {
    const message = faultOf(part.tab, record, field, to);
    if (message !== undefined) {
      faults.push({ record, field, message });
      continue;
    }
    const cells = byRecord.get(record) ?? { from: {}, to: {} };
    Object.assign(cells.from, cellsFor(part.tab, { [field]: from }, part.language));
    Object.assign(cells.to, cellsFor(part.tab, { [field]: to }, part.language));
    byRecord.set(record, cells);
  }
  if (faults.length > 0) return invalid(faults);
  const operations = [...byRecord].map(([record, { from, to }]): Operation => ({ record, ...changedCells(from, to) }));
  return write(parsed.value.request, part, operations);
}

/** Adds records to a table: `{request, part, records: [{field: value}]}`. */
export function addRecords(file: Spreadsheet, request: unknown): Answer {
  const parsed = parsedRequest(requests.add, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partToWrite(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  if (part.tab.shape !== 'table') return invalid([{ message: said().unknownRecord }]);
  const newId = idMaker();
  const added = parsed.value.records.map((values) => newRecord(part, values, newId()));
  const faults = added.flatMap((record) => record.faults);
  if (faults.length > 0) return invalid(faults);
  return write(
    parsed.value.request,
    part,
    added.map((record) => record.operation),
  );
}

/** Removes records of a table: `{request, part, records: [id]}`. The log keeps what they held. */
export function removeRecords(file: Spreadsheet, request: unknown): Answer {
  const parsed = parsedRequest(requests.remove, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partToWrite(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  if (part.tab.shape !== 'table') return invalid([{ message: said().unknownRecord }]);
  const state = tabCells(part.ours);
  const operations = parsed.value.records.map(
    (record): Operation => ({ record, from: typedCells(part.tab, state, record), to: null }),
  );
  return write(parsed.value.request, part, operations);
}

/** Puts removed records back under their own ids, `{request, part, records: [{id, values}]}`, below the others. */
export function restoreRecords(file: Spreadsheet, request: unknown): Answer {
  const parsed = parsedRequest(asked.restore, request);
  if ('answer' in parsed) return parsed.answer;
  const found = partToWrite(file, parsed.value.part);
  if ('answer' in found) return found.answer;
  const { part } = found;
  if (part.tab.shape !== 'table') return invalid([{ message: said().unknownRecord }]);
  const there = new Set(recordIds(part, tabCells(part.ours, false)));
  const restored = parsed.value.records
    .filter(({ id }) => !there.has(id))
    .map(({ id, values }) => newRecord(part, values, id));
  if (restored.length === 0) return { status: 'done', records: [] };
  const faults = restored.flatMap((record) => record.faults);
  if (faults.length > 0) return invalid(faults);
  return write(
    parsed.value.request,
    part,
    restored.map((record) => record.operation),
    { isBack: true },
  );
}
