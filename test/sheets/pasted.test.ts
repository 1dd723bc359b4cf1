import { placeOf } from '../../host/services/place';
import { computedCells, rowOf, type Shared, shared, sheetOf, tabIn, typedRecords } from './desk';

const unchanged = typedRecords(shared().workbook);

type Cells = readonly (readonly (string | number)[])[];

/** What pasting does: cells from an address of the stores' tab on take values, then the trigger is told of all of them at once. */
function paste({ addon, workbook }: Shared, row: number, column: number, cells: Cells): void {
  let pasted = '';
  sheetOf(addon, workbook, (sheet) => {
    const range = sheet.getRange(row, column, cells.length, cells[0]?.length ?? 1);
    range.setValues(cells.map((line) => [...line]));
    pasted = range.getA1Notation();
  });
  addon.calls.reset();
  const { name, sheet } = tabIn(workbook, 'stores');
  expect(name).not.toBe('');
  addon.edited({ place: placeOf(workbook.model, pasted, sheet) });
}

const columnOf = ({ workbook }: Shared, field: string): number =>
  (tabIn(workbook, 'stores').columns.get(field) ?? 0) + 1;

/** Records that were not there before, by their store ids; each has an id and formulas, and what was typed is as it was. */
function newStores(desk: Shared): readonly string[] {
  const records = typedRecords(desk.workbook);
  const fresh = Object.entries(records).filter(([id]) => !(id in unchanged));
  for (const [id] of fresh) {
    expect(id).not.toMatch(/^row /);
    expect(computedCells(desk.workbook, id).monthsThisYear).toBeDefined();
  }
  return fresh.map(([, cells]) => String(cells.storeId));
}

test('rows pasted from a finished row on: the new ones below it are completed, each', () => {
  const desk = shared();
  const [row, column] = [rowOf(desk.workbook, desk.ids[5] ?? ''), columnOf(desk, 'storeId')];
  paste(desk, row, column, [['S6'], ['T1'], ['T2'], ['T3']]);
  expect(newStores(desk)).toEqual(['T1', 'T2', 'T3']);
  expect(typedRecords(desk.workbook)).toMatchObject(unchanged);
});

test('rows pasted over finished ones with new ones put in between: these are completed', () => {
  const desk = shared();
  const [row, column] = [rowOf(desk.workbook, desk.ids[1] ?? ''), columnOf(desk, 'storeId')];
  sheetOf(desk.addon, desk.workbook, (sheet) => sheet.insertRowsAfter(row, 2));
  paste(desk, row, column, [['S2'], ['T1'], ['T2'], ['S3']]);
  expect(newStores(desk)).toEqual(['T1', 'T2']);
  expect(typedRecords(desk.workbook)).toMatchObject(unchanged);
});

test('a row copied with its hidden id: the copy gets an id of its own', () => {
  const desk = shared();
  const second = desk.ids[1] ?? '';
  const row = rowOf(desk.workbook, desk.ids[5] ?? '') + 1;
  paste(desk, row, 1, [[second, 'T1']]);
  expect(newStores(desk)).toEqual(['T1']);
  expect(typedRecords(desk.workbook)).toMatchObject(unchanged);
});

test.each([
  ['above its original, another store by then', 'T1'],
  ['above its original, and the same in all cells', 'S2'],
])('a row copied with its hidden id and put in %s: the copy gets an id of its own', (_, storeId) => {
  const desk = shared();
  const second = desk.ids[1] ?? '';
  const row = rowOf(desk.workbook, second);
  sheetOf(desk.addon, desk.workbook, (sheet) => sheet.insertRowsBefore(row, 1));
  paste(desk, row, 1, [[second, storeId]]);
  expect(rowOf(desk.workbook, second)).toBe(row + 1);
  expect(typedRecords(desk.workbook)).toMatchObject(unchanged);
});

test('a paste over finished rows alone costs the trigger a look and nothing else', () => {
  const desk = shared();
  const [row, column] = [rowOf(desk.workbook, desk.ids[0] ?? ''), columnOf(desk, 'city')];
  paste(desk, row, column, [['One'], ['Two'], ['Three']]);
  // The registry in three calls, the column of ids, the keys of the columns, and what was pasted.
  expect([desk.addon.calls.total, desk.addon.calls.writes]).toEqual([6, 0]);
});

test('while another writes, the trigger leaves the rows as they are; the next command completes them', () => {
  const desk = shared();
  const other = {};
  desk.workbook.locks.take(other, 0);
  const row = rowOf(desk.workbook, desk.ids[5] ?? '') + 1;
  paste(desk, row, columnOf(desk, 'storeId'), [['T1'], ['T2']]);
  expect(desk.addon.calls.writes).toBe(0);
  desk.workbook.locks.release(other);
  desk.addon.run('generatePlan', { section: '' });
  expect(newStores(desk)).toEqual(['T1', 'T2']);
});
