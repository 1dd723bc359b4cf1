import { columnLetters } from '../../src/workbook/formula';
import { copyColumns } from '../../src/workbook/own';
import { asked, wrote } from '../engine/answer';
import { recordIds, type Shared, shared, sheetOf, tabIn } from './desk';

/** Far behind all the tab is wider than there is room for copies in the log. */
type Place = 'before the names' | 'behind all' | 'far behind all';

const note = 'Rent is due';

/** People add two columns, one with a label and one without, and fill them for the third store: a text, and a formula. */
function withColumns(place: Place): Shared {
  const desk = shared();
  sheetOf(desk.other, desk.workbook, (sheet) => {
    const tab = tabIn(desk.workbook, 'stores');
    const far = place === 'far behind all' ? copyColumns : 0;
    if (far > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), far);
    const isBehind = place !== 'before the names';
    const first = isBehind ? sheet.getMaxColumns() + 1 : (tab.columns.get('name') ?? 0) + 1;
    if (isBehind) sheet.insertColumnsAfter(first - 1, 2);
    else sheet.insertColumnsBefore(first, 2);
    sheet.getRange(1, first, sheet.getMaxRows(), 2).setNumberFormat('General');
    const row = (tab.rows.get(desk.ids[2] ?? '') ?? 0) + 1;
    sheet.getRange((tab.rows.get('#labels') ?? 0) + 1, first).setValue('Landlord');
    sheet.getRange(row, first).setValue(note);
    sheet.getRange(row, first + 1).setFormula(`=2*ROW(A${row})`);
  });
  return desk;
}

/** Every cell of a store's row that is not one of ours. */
function besides({ workbook }: Shared, store: string): readonly unknown[] {
  const tab = tabIn(workbook, 'stores');
  const row = tab.values.findIndex((line) => line[tab.columns.get('storeId') ?? -1] === store);
  // What people added may have a hidden key by now.
  const ours = new Set([...tab.columns].flatMap(([key, column]) => (key.startsWith('~') ? [] : [column])));
  return (tab.values[row] ?? []).flatMap((value, column) =>
    column === 0 || ours.has(column) || value === '' ? [] : [value],
  );
}

const rowOfStore = ({ workbook }: Shared, store: string): number => {
  const tab = tabIn(workbook, 'stores');
  return tab.values.findIndex((line) => line[tab.columns.get('storeId') ?? -1] === store) + 1;
};

/** Where the column stands that has a label, from 1. */
function labelledIn({ workbook }: Shared): number {
  const tab = tabIn(workbook, 'stores');
  return (tab.values[tab.rows.get('#labels') ?? 0] ?? []).indexOf('Landlord') + 1;
}

const places: readonly Place[] = ['before the names', 'behind all', 'far behind all'];

describe.each(places)('columns that people added %s', (place) => {
  const removal = (desk: Shared) => ({ request: 'away', part: 'stores', records: [desk.ids[2]] });

  test('come back with a record whose removal is undone in the form', () => {
    const desk = withColumns(place);
    wrote(desk.addon, 'removeRecords', removal(desk));
    expect(besides(desk, 'S3')).toEqual([]);
    const values = { storeId: 'S3', name: 'Store 3', ownership: 'franchised' };
    const records = [{ id: desk.ids[2], values }];
    expect(asked(desk.addon, 'restoreRecords', { request: 'back', part: 'stores', records }).status).toBe('done');
    expect(besides(desk, 'S3')).toEqual([note, 2 * rowOfStore(desk, 'S3')]);
  });

  test('come back with a record whose removal is undone in the log', () => {
    const desk = withColumns(place);
    wrote(desk.addon, 'removeRecords', removal(desk));
    const { lines } = desk.addon.run('readLog', { skip: 0 }) as { lines: { request: string }[] };
    const undo = { request: 'back', part: 'stores', logged: lines[0]?.request, record: desk.ids[2] };
    expect(asked(desk.addon, 'undoLogged', undo).status).toBe('done');
    expect(besides(desk, 'S3')).toEqual([note, 2 * rowOfStore(desk, 'S3')]);
  });

  test('keep what stands in them where a new record comes', () => {
    const desk = withColumns(place);
    const ids = recordIds(tabIn(desk.workbook, 'stores'));
    const below = ids.length + (tabIn(desk.workbook, 'stores').rows.get(ids[0] ?? '') ?? 0) + 1;
    const column = labelledIn(desk);
    sheetOf(desk.other, desk.workbook, (sheet) => void sheet.getRange(below, column).setValue('to be asked'));
    const records = [{ storeId: 'N1', name: 'New', ownership: 'franchised', city: 'Harbour' }];
    expect(asked(desk.addon, 'addRecords', { request: 'mine', part: 'stores', records }).status).toBe('done');
    expect(besides(desk, 'N1')).toEqual(['to be asked']);
  });

  test('take no columns in the log', () => {
    const desk = withColumns(place);
    desk.addon.calls.reset();
    wrote(desk.addon, 'removeRecords', removal(desk));
    expect(Object.keys(desk.addon.calls.byName).filter((name) => name.includes('insert'))).toEqual([]);
  });

  /** From before the row is read to right before it is taken away. */
  test.each([4, 6, 7, 11, 12, 13, 14, 15])(
    'lose nothing that is typed there while their record is removed, at call %i',
    (position) => {
      const desk = withColumns(place);
      let isTyped = false;
      desk.addon.hook((_name, index) => {
        const row = rowOfStore(desk, 'S3');
        if (index !== position || row === 0) return;
        isTyped = true;
        const column = labelledIn(desk);
        sheetOf(desk.other, desk.workbook, (sheet) => {
          sheet.getRange(row, column).setValue('typed meanwhile');
        });
      });
      const { status } = asked(desk.addon, 'removeRecords', removal(desk));
      desk.addon.hook();
      expect(isTyped).toBe(true);
      // Typed before it was read, it goes with the record and stands in the log; later the record stays.
      if (status === 'done') {
        expect(rowOfStore(desk, 'S3')).toBe(0);
        expect(JSON.stringify(tabIn(desk.workbook, 'log').values)).toContain('typed meanwhile');
      } else {
        expect(status).toBe('conflict');
        expect(besides(desk, 'S3')[0]).toBe('typed meanwhile');
      }
    },
  );
});

test('columns of one label or none are told apart, moved or not; of one that is gone it is said that its text is in the log', () => {
  const desk = shared();
  const letters = (column: number): string => columnLetters(column);
  const tab = tabIn(desk.workbook, 'stores');
  const rowOf = (store: number): number => (tab.rows.get(desk.ids[store] ?? '') ?? 0) + 1;
  const labels = (tab.rows.get('#labels') ?? 0) + 1;
  const city = (tab.columns.get('city') ?? 0) + 1;
  let first = 0;
  sheetOf(desk.other, desk.workbook, (sheet) => {
    first = sheet.getMaxColumns() + 1;
    sheet.insertColumnsAfter(first - 1, 4);
    sheet.getRange(1, first, sheet.getMaxRows(), 4).setNumberFormat('General');
    sheet.getRange(labels, first, 1, 4).setValues([['Note', 'Note', '', 'Both']]);
    sheet.getRange(rowOf(3), first, 1, 4).setValues([['A', 'B', 'C', 'D']]);
    sheet.getRange(rowOf(2), first, 1, 3).setValues([['a', 'b', 'c']]);
    const row = rowOf(2);
    sheet.getRange(row, city).setValue('Port');
    sheet.getRange(row, first + 3).setFormula(`=${letters(city)}${row}&"${letters(city)}1"&$${letters(first)}${row}`);
  });
  wrote(desk.addon, 'removeRecords', { request: 'away', part: 'stores', records: [desk.ids[2]] });
  sheetOf(desk.other, desk.workbook, (sheet) => {
    // The unlabelled one goes; another of the same label comes before the others, and one before the city.
    sheet.deleteColumns(first + 2, 1);
    sheet.insertColumnsBefore(first, 1);
    sheet.getRange(labels, first).setValue('Note');
    sheet.insertColumnsBefore(city, 1);
  });
  const values = { storeId: 'S3', name: 'Store 3', ownership: 'franchised', city: 'Port' };
  const records = [{ id: desk.ids[2], values }];
  const answer = asked(desk.addon, 'restoreRecords', { request: 'back', part: 'stores', records });
  expect(answer).toMatchObject({ status: 'done', message: expect.stringContaining('a column without a label') });
  const now = tabIn(desk.workbook, 'stores');
  const line = (store: string): readonly unknown[] =>
    now.values.find((cells) => cells[now.columns.get('storeId') ?? -1] === store) ?? [];
  const [back, beside] = [line('S3'), line('S4')];
  const under = (mark: string): unknown => back[beside.indexOf(mark)];
  expect(['A', 'B', 'D'].map(under)).toEqual(['a', 'b', `Port${letters(city)}1a`]);
  expect(back.filter((value) => value === 'c')).toEqual([]);
  expect(JSON.stringify(tabIn(desk.workbook, 'log').values)).toContain('\\"c\\"');
});
