import type { Jump, Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { keyOf } from '../../src/model/key';
import type { Change, Proposal } from '../../src/model/proposal';
import { isJump, isKept } from '../../src/model/rules';
import { cellKeys } from '../../src/model/tab';
import { type Book, fieldValue, type Row, typedCell } from '../book';
import type { ImportFault } from '../import/fault';
import type { ImportRecord } from '../import/records';
import type { Import } from '../import/taken';
import type { Target } from '../import/target';
import { totalsOf } from '../rows/totals';

/** A cell that an import would change. */
interface CellChange {
  readonly cell: string;
  readonly from: Scalar;
  readonly to: Scalar;
}

/** What an import would do, before it does it. */
export interface Preview {
  readonly added: readonly Arrival[];
  readonly changed: readonly Arrival[];
  /** Rows that hold nothing new. */
  readonly same: number;
  /** Values that imports leave alone, such as agreed targets. */
  readonly kept: number;
  readonly faults: readonly ImportFault[];
  /** New rows that cannot be added, since the file has no column for a field that every record needs. */
  readonly lacking: { readonly rows: number; readonly fields: readonly Field[] };
  /** Money that is ten times or more what stands there, or a tenth or less; records by their keys. */
  readonly jumps: readonly Jump[];
}

/** A row of the file with the key its record is known by. */
export interface Arrival {
  readonly key: string;
  readonly isNew: boolean;
  readonly record: ImportRecord;
  /** What it changes, of a new record everything that it holds: known by its id if it is there, else by its key. */
  readonly changes: readonly Change[];
}

/** Compares what a file holds with the records that are there. */
export function previewOf(
  { records, faults }: Pick<Import, 'records' | 'faults'>,
  target: Target,
  book: Book,
): Preview {
  const { tab } = target;
  const key = keyOf(tab);
  const held = new Map<string, Row>();
  const looks = new Map<string, Row>();
  for (const row of book.rows) {
    const known = key?.idOf((field) => row.values[field]) ?? '';
    if (known === '' || !key) continue;
    held.set(known, row);
    looks.set(
      key.looksOf((field) => row.values[field]),
      row,
    );
  }
  const added: Arrival[] = [];
  const changed: Arrival[] = [];
  const missing = new Set<Field>();
  const alike: ImportFault[] = [];
  let lacking = 0;
  const jumps: Jump[] = [];
  let [same, kept] = [0, 0];
  for (const record of records) {
    const name = key?.nameOf((field) => record.values[field]) ?? '';
    const row = held.get(key?.idOf((field) => record.values[field]) ?? '');
    const like = row ? undefined : looks.get(key?.looksOf((field) => record.values[field]) ?? '');
    if (key && like) {
      const { row: at, file } = record;
      const place = { row: at, ...(file !== undefined && { file }) };
      alike.push({ ...place, code: 'likeHeld', id: name, like: key.nameOf((field) => like.values[field]) });
      continue;
    }
    if (!row) {
      const without = tab.fields.filter((field) => field.required && record.values[field.id] === undefined);
      for (const field of without) missing.add(field);
      if (without.length > 0) lacking += 1;
      else added.push({ key: name, isNew: true, record, changes: valuesAs(tab, name, record) });
      continue;
    }
    const compared = comparison(target, row, record);
    kept += compared.kept;
    if (compared.changes.length === 0) same += 1;
    else changed.push({ key: name, isNew: false, record, changes: changesIn(tab, row, compared.changes) });
    for (const jump of compared.jumps) jumps.push({ record: name, ...jump });
  }
  const places = new Map(book.rows.map(({ id }, index) => [id, index]));
  const place = ({ changes: [first] }: Arrival): number => places.get(first?.record ?? '') ?? 0;
  return {
    added,
    // As they stand in the table: rows below each other are written together, whatever the file's order.
    changed: changed.sort((one, other) => place(one) - place(other)),
    same,
    kept,
    // A file that only changes records does without the columns that new ones need.
    faults: [...faults.filter((fault) => !('code' in fault && fault.code === 'missingColumn')), ...alike],
    lacking: { rows: lacking, fields: [...missing] },
    jumps,
  };
}

/** A new record's values as changes from nothing; blanks change nothing. */
function valuesAs(tab: Target['tab'], key: string, { values }: ImportRecord): readonly Change[] {
  return tab.fields.flatMap((field): readonly Change[] => {
    const to = values[field.id] ?? null;
    if (Array.isArray(to) ? to.every((cell) => cell === null) : to === null) return [];
    const from = field.cells === undefined ? null : cellKeys(field).map(() => null);
    return [{ record: key, field: field.id, from, to }];
  });
}

/** What writing some arrivals would do to a part, as a proposal. */
export function proposalOf(tab: Target['tab'], arriving: readonly Arrival[], { rows }: Book): Proposal {
  const changes = arriving.flatMap((arrival) => arrival.changes);
  const added = arriving.filter(({ isNew }) => isNew).map(({ key }) => key);
  return { part: tab.id, changes, added, totals: totalsOf(tab, rows, changes, added) };
}

/** Changed cells as changes of their fields. */
function changesIn(tab: Target['tab'], row: Row, cells: readonly CellChange[]): readonly Change[] {
  const to = new Map(cells.map((change) => [change.cell, change.to]));
  return tab.fields.flatMap((field): readonly Change[] => {
    if (!cellKeys(field).some((cell) => to.has(cell))) return [];
    const held = (cell: string): Scalar => typedCell(tab, field, row, cell);
    const wanted = (cell: string): Scalar => to.get(cell) ?? held(cell);
    return [{ record: row.id, field: field.id, from: fieldValue(field, held), to: fieldValue(field, wanted) }];
  });
}

function comparison({ tab }: Target, row: Row, { values }: ImportRecord) {
  const changes: CellChange[] = [];
  const jumps: Omit<Jump, 'record'>[] = [];
  let kept = 0;
  for (const field of tab.fields) {
    const value = values[field.id];
    // What a record was found by stays as it is written there.
    if (value === undefined || field.key) continue;
    for (const [index, cell] of cellKeys(field).entries()) {
      const to = typeof value === 'object' && value !== null ? (value[index] ?? null) : value;
      const from = typedCell(tab, field, row, cell);
      if (to === null || to === from) continue;
      if (isKept(field, from)) {
        kept += 1;
        continue;
      }
      changes.push({ cell, from, to });
      if (isJump(field, from, to)) jumps.push({ field: field.id, from: Number(from), to: Number(to) });
    }
  }
  return { changes, jumps, kept };
}

/** The records to write: what is added, what is changed, and of those with jumps only if they are right. */
export function arrivals({ added, changed, jumps }: Preview, accepted: boolean): readonly Arrival[] {
  const doubtful = new Set(accepted ? [] : jumps.map(({ record }) => record));
  return [...added, ...changed.filter(({ key }) => !doubtful.has(key))];
}
