import { asked } from '../engine/answer';
import { valueIn } from '../engine/book';
import { places } from '../places';
import { type Shared, shared, tabIn } from './desk';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const mine = ({ ids }: Shared) => ({
  request: 'mine',
  part: 'stores',
  changes: [
    { record: ids[3], field: 'name', from: 'Store 4', to: 'R4' },
    { record: ids[4], field: 'city', from: 'City 5', to: null },
  ],
});

const inLog = ({ other, workbook }: Shared, act: (log: Sheet) => void): void =>
  other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tabIn(workbook, 'log').name);
    if (sheet) act(sheet);
  });

/** The log's rows that say anything: of which request, and how it ended. */
function told({ workbook }: Shared): readonly string[] {
  const { values } = tabIn(workbook, 'log');
  return values.slice(2).flatMap((line) => {
    const [request, state] = [String(line[1] ?? '').split(':')[0], String(line[9] ?? '')];
    return request === '' && state === '' ? [] : [`${request} ${state}`];
  });
}

/** What a run without anyone beside it comes to, and how many calls it takes. */
function undisturbed(): { readonly rows: readonly string[]; readonly calls: number } {
  const desk = shared();
  desk.addon.calls.reset();
  expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
  return { rows: told(desk), calls: desk.addon.calls.total };
}

const { rows, calls } = undisturbed();

const acts: readonly (readonly [string, (log: Sheet) => void, (rows: readonly string[]) => readonly string[]])[] = [
  ['inserts a row above all of the log', (log) => log.insertRowBefore(3), (all) => all],
  ['deletes the first row of the log', (log) => log.deleteRow(3), (all) => all.slice(1)],
];

describe.each(acts)('a person who %s while a save is written', (name, act, left) => {
  test('leaves each request its own state, at every call', () => {
    for (const position of places(calls, name, 4)) {
      const desk = shared();
      desk.addon.hook((_name, index) => {
        if (index === position) inLog(desk, act);
      });
      expect([position, asked(desk.addon, 'saveRecord', mine(desk)).status]).toEqual([position, 'done']);
      desk.addon.hook();
      expect([position, told(desk)]).toEqual([position, left(rows)]);
      expect([position, asked(desk.addon, 'saveRecord', mine(desk)).status]).toEqual([position, 'done']);
    }
  });
});

test.each([15, 16])(
  'a save ended at call %i, whose rows are then sorted in the log, is finished by the next writer',
  (last) => {
    const desk = shared();
    desk.addon.hook((_name, index) => {
      if (index >= last) throw new Error('ended');
    });
    expect(() => asked(desk.addon, 'saveRecord', mine(desk))).toThrow('ended');
    desk.addon.hook();
    inLog(desk, (log) => {
      log.getRange(3, 1, log.getLastRow() - 2, log.getLastColumn()).sort({ column: 6, ascending: false });
    });
    const change = { record: desk.ids[0], field: 'manager', from: 'Manager 1', to: 'Next' };
    expect(asked(desk.other, 'saveRecord', { request: 'next', part: 'stores', changes: [change] }).status).toBe('done');
    const stores = tabIn(desk.workbook, 'stores');
    expect([valueIn(stores, desk.ids[3] ?? '', 'name'), valueIn(stores, desk.ids[4] ?? '', 'city')]).toEqual([
      'R4',
      '',
    ]);
    expect(asked(desk.addon, 'saveRecord', mine(desk)).status).toBe('done');
  },
);
