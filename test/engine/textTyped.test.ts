import { createWorkbook, type Workbook } from '../../host/workbook';
import { type Kind, numericKinds } from '../../src/model/field';
import { cellKeys, type Tab as Described, isTypable, roleOf } from '../../src/model/tab';
import { sections } from '../../src/sections';
import { deskOn, plannedDesk, savedFile } from './addon';
import { wrote } from './answer';
import { ourSheets, recordIds, tabIn } from './book';
import { sampleRecords } from './sample';
import { worked } from './whole';

const isRead = (kind: Kind): boolean => numericKinds.has(kind) || kind === 'date' || kind === 'month';

/** A cell that people type a number or a day into, by where it stands, and what it is called. */
interface Input {
  readonly name: string;
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** The whole plan with every part that comes when it is asked for, and what is sold, promised and done. */
function filled(): string {
  const { addon, workbook } = plannedDesk({ language: 'en' });
  for (const section of ['actuals', 'followUp', 'commitments', 'actions', 'storeRates', 'review'])
    addon.run('generatePlan', { section });
  for (const [index, [part, record, values]] of worked.entries()) {
    const changes = Object.entries(values).map(([field, to]) => ({
      record,
      field,
      from: Array.isArray(to) ? to.map(() => null) : null,
      to,
    }));
    wrote(addon, 'saveRecord', { request: `worked ${index}`, part, changes });
  }
  wrote(addon, 'importRecords', { request: 'stores', part: 'stores', records: sampleRecords.slice(0, 12) });
  const months = Array.from({ length: 12 }, (_, index) => 1_000_000 + index * 10_000);
  const ids = tabIn(workbook, 'stores');
  const stores = recordIds(ids).map((id) =>
    String(ids.values[ids.rows.get(id) ?? 0]?.[ids.columns.get('storeId') ?? 0]),
  );
  wrote(addon, 'saveRecord', {
    request: 'day',
    part: 'settings',
    changes: [{ record: 'settings', field: 'dataThrough', from: null, to: '2027-04-15' }],
  });
  wrote(addon, 'addRecords', {
    request: 'history',
    part: 'history',
    records: [2024, 2025].map((year) => ({ year, months, takesPart: true })),
  });
  wrote(addon, 'importRecords', {
    request: 'sold',
    part: 'actuals',
    records: stores.map((storeId) => ({ storeId, sales: [90_000, 80_000, 70_000, 40_000, ...Array(8).fill(null)] })),
  });
  wrote(addon, 'importRecords', {
    request: 'promises',
    part: 'commitments',
    records: stores.slice(0, 8).map((store) => ({ store, promise: 'own', own: 900_000, signedOn: '2026-10-21' })),
  });
  wrote(addon, 'addRecords', {
    request: 'action',
    part: 'actions',
    records: [
      { month: '2027-02', issue: 'Too few visitors', reason: 'traffic', amount: 5, dueOn: '2027-03-01', progress: 0.5 },
    ],
  });
  const drivers = [2000, 0.25, 0.2, 1.2, 90];
  const named = (suffix: string) =>
    Object.fromEntries(
      ['traffic', 'entry', 'conversion', 'attach', 'price'].map((id, at) => [id + suffix, drivers[at]]),
    );
  wrote(addon, 'addRecords', {
    request: 'aims',
    part: 'rates',
    records: stores.slice(0, 6).map((scope) => ({ scope, ...named('Now') })),
  });
  wrote(addon, 'addRecords', {
    request: 'counted',
    part: 'storeRates',
    records: stores.slice(0, 6).map((store) => ({ store, month: '2027-02', ...named('') })),
  });
  return savedFile(workbook);
}

/** In which sets the fields of a record stand that others' figures vanish with; all others share one. */
const setOf: Readonly<Record<string, number>> = {
  planYear: 1,
  firstMonth: 2,
  roundingUnit: 3,
  dataThrough: 3,
  method: 3,
};

/** The rows of a tab in which people type, by their keys. */
function rowsOf(tab: Described, rows: readonly string[]): readonly string[] {
  if (tab.shape === 'fixed') return tab.rows ?? [];
  return tab.shape === 'table' ? rows : [];
}

/**
 * Sets of inputs that are typed into together. Of a table each field has a record of its own, as far as there are
 * records, so that what is beside it goes on being there; fixed rows come after them, a field of each row in a set.
 */
function inputSets(workbook: Workbook): readonly (readonly Input[])[] {
  const sets: Input[][] = [];
  const put = (index: number, input: Input): void => {
    const set = sets[index] ?? [];
    sets[index] = set;
    set.push(input);
  };
  const there = ourSheets(workbook);
  for (const described of sections.flatMap(({ tabs }) => tabs)) {
    if (!there.has(described.id)) continue;
    const tab = tabIn(workbook, described.id);
    const fields = described.fields.filter(({ kind }) => isRead(kind));
    const add = (index: number, row: string, column: string): void => {
      const [at, across] = [tab.rows.get(row) ?? -1, tab.columns.get(column) ?? -1];
      if (at < 0 || across < 0) throw new Error(`no cell ${described.id} ${row} ${column}`);
      put(index, { name: `${described.id} ${row} ${column}`, sheetId: tab.sheet, col: across, row: at });
    };
    let turn = described.shape === 'fixed' ? (described.rows?.length ?? 0) : 0;
    for (const field of fields) {
      if (described.shape === 'record') {
        if (!isTypable(field.role)) continue;
        // One of the cells of several is as good as any other.
        add(setOf[field.id] ?? 4, field.id, `value.${Math.min(2, field.cells ?? 1)}`);
        continue;
      }
      const rows = rowsOf(described, recordIds(tab));
      const key = cellKeys(field)[Math.min(2, field.cells ?? 1) - 1] ?? field.id;
      const open = rows.filter((row) => isTypable(roleOf(field, described.shape === 'fixed' ? row : undefined)));
      if (open.length === 0) continue;
      add(Math.floor(turn / open.length), open[turn % open.length] ?? '', key);
      turn += 1;
    }
  }
  return sets;
}

/** What every cell shows but some. */
function cellsOf({ model: { getters } }: Workbook, without: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const sheetId of getters.getSheetIds()) {
    const { right, bottom } = getters.getSheetZone(sheetId);
    for (let row = 0; row <= bottom; row += 1)
      for (let col = 0; col <= right; col += 1) {
        if (without.has(`${sheetId} ${row} ${col}`)) continue;
        const { value } = getters.getEvaluatedCell({ sheetId, col, row });
        if (value !== null && value !== '') cells.set(`${getters.getSheetName(sheetId)} ${row + 1} ${col + 1}`, value);
      }
  }
  return cells;
}

/** Cells whose formulas ask for an error where there is nothing to draw, as they are called in `cellsOf`. */
function gapsIn({ model: { getters } }: Workbook): readonly string[] {
  return getters.getSheetIds().flatMap((sheetId) =>
    getters.getCells(sheetId).flatMap(({ id }) => {
      const { col, row } = getters.getCellPosition(id);
      const text = getters.getCellText({ sheetId, col, row }, { showFormula: true });
      return text.includes('NA()') ? [`${getters.getSheetName(sheetId)} ${row + 1} ${col + 1}`] : [];
    }),
  );
}

test('text in an input of numbers or days gives what a blank gives, and no error, in every cell of the workbook', () => {
  const workbook = createWorkbook({ data: JSON.parse(filled()), waits: true });
  deskOn(workbook);
  workbook.settle();
  const write = (inputs: readonly Input[], content: (index: number) => string): void => {
    workbook.change(() => {
      for (const [index, { sheetId, col, row }] of inputs.entries())
        workbook.model.dispatch('UPDATE_CELL', { sheetId, col, row, content: content(index) });
    });
    workbook.settle();
  };
  const faults: string[] = [];
  const isError = (value: unknown): boolean => typeof value === 'string' && /^#[A-Z]/.test(value);
  const errors = [...cellsOf(workbook, new Set())].flatMap(([key, value]) => (isError(value) ? [key] : []));
  const known = new Set([...errors, ...gapsIn(workbook)]);
  const sets = inputSets(workbook);
  expect(sets.flat().length).toBeGreaterThan(80);
  for (const set of sets) {
    const own = new Set(set.map(({ sheetId, col, row }) => `${sheetId} ${row} ${col}`));
    const before = set.map(({ sheetId, col, row }) => {
      const cell = workbook.model.getters.getCell({ sheetId, col, row });
      return cell ? workbook.model.getters.getCellText({ sheetId, col, row }, { showFormula: true }) : '';
    });
    write(set, () => '');
    const blank = cellsOf(workbook, own);
    write(set, () => 'abc');
    const text = cellsOf(workbook, own);
    const names = set.map(({ name }) => name).join(', ');
    for (const key of new Set([...blank.keys(), ...text.keys()])) {
      const [was, is] = [blank.get(key), text.get(key)];
      if (was !== is || (isError(is) && !known.has(key)))
        faults.push(`${key}: ${String(was)} | ${String(is)}  (${names})`);
    }
    write(set, (index) => before[index] ?? '');
  }
  expect(faults.slice(0, 20)).toEqual([]);
});
