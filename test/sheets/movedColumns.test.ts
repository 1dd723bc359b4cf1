import { asked } from '../engine/answer';
import { valueIn } from '../engine/book';
import { places } from '../places';
import { type Shared, shared, tabIn } from './desk';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const inLog = ({ other, workbook }: Shared, act: (log: Sheet) => void): void =>
  other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tabIn(workbook, 'log').name);
    if (sheet) act(sheet);
  });

const columns = ['request', 'part', 'record', 'field', 'from', 'to', 'state'] as const;

/** What the log says under its own heads, row by row, of requests by their own ids. */
function told({ workbook }: Shared): readonly (readonly string[])[] {
  const tab = tabIn(workbook, 'log');
  const lines = tab.values.slice(2).map((line) => columns.map((key) => String(line[tab.columns.get(key) ?? -1] ?? '')));
  return lines
    .filter((line) => line.some((text) => text !== ''))
    .map(([request = '', ...line]) => [request.replace(/:[0-9a-f]{16}$/, ''), ...line]);
}

const save = (desk: Shared, request: string, at: number) =>
  asked(desk.addon, 'saveRecord', {
    request,
    part: 'stores',
    changes: [{ record: desk.ids[at], field: 'name', from: `Store ${at + 1}`, to: `Name ${at + 1}` }],
  }).status;

const place = (log: Sheet, key: string): number =>
  (log.getRange(1, 1, 1, log.getMaxColumns()).getValues()[0]?.indexOf(key) ?? -1) + 1;

const acts: readonly (readonly [string, (log: Sheet) => void])[] = [
  [
    'moves a column of the log',
    (log) => log.moveColumns(log.getRange(1, place(log, 'from'), 1, 1), place(log, 'to') + 1),
  ],
  ['moves a column of the log to its end', (log) => log.moveColumns(log.getRange(1, place(log, 'when'), 1, 1), 12)],
  [
    'inserts a column into the log and writes there',
    (log) => {
      log.insertColumnBefore(place(log, 'record'));
      log.getRange(2, place(log, 'record') - 1).setValue('Mine');
    },
  ],
];

/** But for the records' ids, which are others in each workbook. */
const rowsOf = (desk: Shared) => told(desk).map((line) => line.filter((_, index) => index !== 2));

function undisturbed() {
  const desk = shared();
  expect([save(desk, 'mine', 2), save(desk, 'next', 3)]).toEqual(['done', 'done']);
  return rowsOf(desk);
}

const expected = undisturbed();

/** The log's columns from the second on, as they are made. */
const inOrder = ['request', 'when', 'who', 'part', 'record', 'field', 'from', 'to', 'state'];
const keysOf = ({ workbook }: Shared): readonly unknown[] => tabIn(workbook, 'log').values[0]?.slice(1, 10) ?? [];

describe.each(acts)('a person who %s', (does, act) => {
  test('before a save: it goes under its own heads, and what the person wrote stays', () => {
    const desk = shared();
    inLog(desk, act);
    expect(save(desk, 'mine', 2)).toBe('done');
    expect(save(desk, 'next', 3)).toBe('done');
    expect(rowsOf(desk)).toEqual(expected);
    expect(keysOf(desk)).toEqual(inOrder);
    const { values } = tabIn(desk.workbook, 'log');
    expect(values[1]?.filter((value) => value === 'Mine').length).toBe(act === acts[2]?.[1] ? 1 : 0);
  });

  test('is told by the check, and repair puts the columns back', () => {
    const desk = shared();
    expect([save(desk, 'mine', 2), save(desk, 'next', 3)]).toEqual(['done', 'done']);
    inLog(desk, act);
    expect(desk.addon.run('listFindings')).toMatchObject({ found: [{ kind: 'columns', tab: 'log', count: 1 }] });
    expect(desk.addon.run('mendFindings', { tab: 'log', kind: 'columns' })).toMatchObject({
      status: 'done',
      changed: 1,
    });
    expect(desk.addon.run('listFindings')).toEqual({ status: 'done', found: [] });
    expect(keysOf(desk)).toEqual(inOrder);
    expect(rowsOf(desk)).toEqual(expected);
  });

  test('while a save is written: both it and the next one stand under their own heads', () => {
    for (const position of places(20, does)) {
      const desk = shared();
      desk.addon.hook((_name, index) => {
        if (index === position) inLog(desk, act);
      });
      expect([position, save(desk, 'mine', 2)]).toEqual([position, 'done']);
      desk.addon.hook();
      expect([position, save(desk, 'next', 3)]).toEqual([position, 'done']);
      expect([position, rowsOf(desk)]).toEqual([position, expected]);
      expect(valueIn(tabIn(desk.workbook, 'stores'), desk.ids[2] ?? '', 'name')).toBe('Name 3');
    }
  });
});

test('a column that was deleted from the log comes back, and what is logged stands under its own heads', () => {
  const desk = shared();
  inLog(desk, (log) => void log.deleteColumn(place(log, 'who')));
  expect(save(desk, 'mine', 2)).toBe('done');
  expect(keysOf(desk)).toEqual(inOrder);
  expect(rowsOf(desk).slice(-1)).toEqual(expected.slice(-2, -1));
  expect(desk.addon.run('listFindings')).toMatchObject({ found: [{ kind: 'label', tab: 'log' }] });
});

describe('a log that is longer than what is read of it', () => {
  const long = (): Shared => {
    const desk = shared();
    inLog(desk, (log) => {
      const line = ['old', '2026-01-01T00:00:00.000Z', 'someone', 'stores', 'gone', 'name', '"a"', '"b"', 'done'];
      log.insertRowsAfter(log.getMaxRows(), 2500);
      log.getRange(log.getLastRow() + 1, 2, 2100, line.length).setValues(Array.from({ length: 2100 }, () => line));
    });
    expect(save(desk, 'mine', 2)).toBe('done');
    return desk;
  };

  test('tells by its rows whether its columns are where they were: a save takes 20 calls all the same', () => {
    const desk = long();
    desk.addon.calls.reset();
    expect(save(desk, 'next', 3)).toBe('done');
    expect(desk.addon.calls.total).toBeLessThanOrEqual(20);
    for (const [, act] of acts.slice(0, 1)) inLog(desk, act);
    expect(save(desk, 'last', 4)).toBe('done');
    expect(keysOf(desk)).toEqual(inOrder);
    expect(rowsOf(desk).slice(-3, -1)).toEqual(expected.slice(-2));
  });
});
