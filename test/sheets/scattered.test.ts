import { asked, wrote } from '../engine/answer';
import { formulaIn } from '../engine/book';
import { type Shared, shared, sheetOf, tabIn, typedRecords, valueIn } from './desk';

/** Cells of every second store in every second column, and in the columns between of the others: none stand together. */
const odd = { name: '=Renamed', franchisee: '=Same', grade: 'A', manager: '0123' };
const even = { city: 'Harbour', area: 80, supervisor: '3-4' };

const records = [1, 2, 3, 4, 5, 6].map((number) => ({ storeId: `S${number}`, ...(number % 2 === 1 ? odd : even) }));
const request = { request: 'mine', part: 'stores', records };

function columnOf(desk: Shared, field: string): number {
  return (tabIn(desk.workbook, 'stores').columns.get(field) ?? 0) + 1;
}

function cellOf(desk: Shared, id: string, field: string, work: (cell: GoogleAppsScript.Spreadsheet.Range) => void) {
  const row = (tabIn(desk.workbook, 'stores').rows.get(id) ?? 0) + 1;
  sheetOf(desk.other, desk.workbook, (sheet) => work(sheet.getRange(row, columnOf(desk, field))));
}

function imported(desk: Shared): Record<string, unknown> {
  const before = typedRecords(desk.workbook);
  return Object.fromEntries(desk.ids.map((id, index) => [id, { ...before[id], ...(index % 2 === 0 ? odd : even) }]));
}

function callsOf(): number {
  const desk = shared();
  desk.addon.calls.reset();
  wrote(desk.addon, 'importRecords', request);
  return desk.addon.calls.total;
}

const count = callsOf();

test('cells that stand apart take what was sent, as text where it is text', () => {
  const desk = shared();
  const expected = imported(desk);
  wrote(desk.addon, 'importRecords', request);
  expect(typedRecords(desk.workbook)).toEqual(expected);
});

test('a value that many cells take is written in one call', () => {
  const desk = shared();
  const changes = desk.ids
    .filter((_, index) => index % 2 === 0)
    .map((record) => ({ record, field: 'supervisor', from: null, to: 'Li' }));
  desk.addon.calls.reset();
  wrote(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes });
  expect(desk.addon.calls.byName['RangeList.setValue']).toBe(1);
  // The log's rows and their state; the cells of the table in that one call.
  expect(desk.addon.calls.byName['Range.setValues']).toBe(2);
  expect(desk.ids.map((id) => valueIn(tabIn(desk.workbook, 'stores'), id, 'supervisor'))).toEqual([
    'Li',
    '',
    'Li',
    '',
    'Li',
    '',
  ]);
});

test('a formula that a person has put between them stays one', () => {
  const desk = shared();
  const [, second = ''] = desk.ids;
  cellOf(desk, second, 'name', (cell) => cell.setNumberFormat('General').setFormula('="Store "&2'));
  wrote(desk.addon, 'importRecords', request);
  expect(formulaIn(tabIn(desk.workbook, 'stores'), second, 'name')).toBe('="Store "&2');
});

test.each(Array.from({ length: count }, (_, index) => index))(
  'what a person types between them before call %i stays',
  (position) => {
    const desk = shared();
    const [, second = '', third = ''] = desk.ids;
    const expected = imported(desk);
    desk.addon.hook((_, index) => {
      if (index !== position) return;
      cellOf(desk, second, 'name', (cell) => cell.setValue('Typed'));
      cellOf(desk, third, 'city', (cell) => cell.setValue('Typed too'));
    });
    expect(asked(desk.addon, 'importRecords', request).status).toBe('done');
    expect(typedRecords(desk.workbook)).toEqual({
      ...expected,
      [second]: { ...(expected[second] ?? {}), name: 'Typed' },
      [third]: { ...(expected[third] ?? {}), city: 'Typed too' },
    });
  },
);
