import { createWorkbook } from '../../host/workbook';
import { deskOn, savedFile, userOf } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { rowOf, type Shared, shared, sheetOf, tabIn } from './desk';

const columnOf = ({ workbook }: Shared, field: string): number =>
  (tabIn(workbook, 'stores').columns.get(field) ?? 0) + 1;

/** A person gives a column another number format. */
function reformat(desk: Shared, field: string, format: string): void {
  sheetOf(desk.other, desk.workbook, (sheet) => {
    sheet.getRange(3, columnOf(desk, field), sheet.getMaxRows() - 2, 1).setNumberFormat(format);
  });
}

/** What a person sees in a store's cell, and the format of it. */
function shown(desk: Shared, id: string, field: string): readonly [text: string, format: string] {
  let seen: readonly [string, string] = ['', ''];
  sheetOf(desk.other, desk.workbook, (sheet) => {
    const cell = sheet.getRange(rowOf(desk.workbook, id), columnOf(desk, field));
    seen = [cell.getDisplayValue(), cell.getNumberFormat()];
  });
  return seen;
}

const opened = (record: string | undefined, to: string) => ({ record, field: 'openedOn', from: null, to });

/** The six stores in a spreadsheet whose rules for dates look at formats, or do not. */
function storesWith(strictDates: boolean): Shared {
  const { workbook, ids } = shared();
  const copy = createWorkbook({ data: JSON.parse(savedFile(workbook)), strictDates });
  return { ...deskOn(copy), other: userOf(copy, 'other@example.com'), ids };
}

describe.each([
  ['takes any number', false],
  ['refuses numbers without a format of dates', true],
])('where a rule for dates %s', (_, strictDates) => {
  test('a day saved into a column whose format someone has changed shows as a day', () => {
    const desk = storesWith(strictDates);
    reformat(desk, 'openedOn', '#,##0');
    const [first = ''] = desk.ids;
    wrote(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes: [opened(first, '2027-03-01')] });
    expect(shown(desk, first, 'openedOn')).toEqual(['2027-03-01', 'yyyy-mm-dd']);
  });

  test('so do those of added and imported stores', () => {
    const desk = storesWith(strictDates);
    reformat(desk, 'openedOn', '0');
    reformat(desk, 'closedOn', '@');
    const store = { storeId: 'N1', ownership: 'franchised', openedOn: '2025-03-01', closedOn: '2027-09-30' };
    const [added = ''] = wrote(desk.addon, 'addRecords', { request: 'add', part: 'stores', records: [store] });
    const records = [{ storeId: 'S2', openedOn: '2024-12-31' }];
    wrote(desk.addon, 'importRecords', { request: 'import', part: 'stores', records });
    expect(shown(desk, added, 'openedOn')[0]).toBe('2025-03-01');
    expect(shown(desk, added, 'closedOn')[0]).toBe('2027-09-30');
    expect(shown(desk, desk.ids[1] ?? '', 'openedOn')[0]).toBe('2024-12-31');
  });

  test('a day typed over another is put back when the save is taken back', () => {
    const desk = storesWith(strictDates);
    const [first = ''] = desk.ids;
    const save = (request: string, from: string | null, to: string | null) =>
      wrote(desk.addon, 'saveRecord', {
        request,
        part: 'stores',
        changes: [{ record: first, field: 'openedOn', from, to }],
      });
    save('first', null, '2027-03-01');
    reformat(desk, 'openedOn', '0.00');
    save('second', '2027-03-01', '2027-04-01');
    save('back', '2027-04-01', '2027-03-01');
    expect(shown(desk, first, 'openedOn')).toEqual(['2027-03-01', 'yyyy-mm-dd']);
  });
});

test('a day costs one call more than a text, however many days', () => {
  const costOf = (changes: (desk: Shared) => readonly object[]): number => {
    const desk = shared();
    desk.addon.calls.reset();
    wrote(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes: changes(desk) });
    return desk.addon.calls.total;
  };
  const texts = costOf(({ ids }) => ids.map((record) => ({ record, field: 'franchisee', from: null, to: 'Li' })));
  expect(costOf(({ ids }) => ids.map((record) => opened(record, '2027-03-01')))).toBe(texts + 1);
});

test('another column moved in the way of a day keeps its own format', () => {
  const positions = (() => {
    const desk = shared();
    desk.addon.calls.reset();
    wrote(desk.addon, 'saveRecord', {
      request: 'mine',
      part: 'stores',
      changes: [opened(desk.ids[2], '2027-03-01')],
    });
    return desk.addon.calls.total;
  })();
  for (let position = 0; position < positions; position += 1) {
    const desk = shared();
    desk.addon.hook((_, index) => {
      if (index !== position) return;
      desk.addon.hook();
      sheetOf(desk.other, desk.workbook, (sheet) => {
        const sales = sheet.getRange(1, columnOf(desk, 'lastYearSales'), sheet.getMaxRows(), 1);
        sheet.moveColumns(sales, columnOf(desk, 'openedOn'));
      });
    });
    const changes = [opened(desk.ids[2], '2027-03-01')];
    expect(asked(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes }).status).toBe('done');
    expect(shown(desk, desk.ids[2] ?? '', 'openedOn')).toEqual(['2027-03-01', 'yyyy-mm-dd']);
    expect(shown(desk, desk.ids[2] ?? '', 'lastYearSales')).toEqual(['3,000', '#,##0']);
  }
});

test('a day with a time is its day by the spreadsheet’s clocks, wherever the workbook was made', () => {
  const desk = shared();
  desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().setSpreadsheetTimeZone('Pacific/Kiritimati'));
  // 46097 is 16 March 2026: midnight, its first and its last minute.
  const times = [0, 1 / 1440, 1439 / 1440];
  sheetOf(desk.other, desk.workbook, (sheet) => {
    for (const [index, time] of times.entries()) {
      const cell = sheet.getRange(rowOf(desk.workbook, desk.ids[index] ?? ''), columnOf(desk, 'openedOn'));
      cell.setNumberFormat('yyyy-mm-dd').setValue(46_097 + time);
    }
  });
  const opened = listing(desk.addon, 'stores').map(({ values }) => values.openedOn);
  expect(opened.slice(0, 3)).toEqual(['2026-03-16', '2026-03-16', '2026-03-16']);
});

describe.each(['Pacific/Kiritimati', 'Asia/Shanghai', 'America/St_Johns'])('by the clocks of %s', (zone) => {
  // 16 March 2026 at 13:05; and 8 March, on which clocks in St John's were set at two.
  test.each([46_097 + 785 / 1440, 46_089 + 785 / 1440])(
    'a day with a time, %d, comes back with it when a save, or the removal of its record, is taken back',
    (held) => {
      const desk = shared();
      desk.addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().setSpreadsheetTimeZone(zone));
      const [first = '', second = ''] = desk.ids;
      const cell = (id: string, work: (range: GoogleAppsScript.Spreadsheet.Range) => void) =>
        sheetOf(desk.other, desk.workbook, (sheet) =>
          work(sheet.getRange(rowOf(desk.workbook, id), columnOf(desk, 'openedOn'))),
        );
      for (const id of [first, second])
        cell(id, (range) => void range.setNumberFormat('yyyy-mm-dd hh:mm').setValue(held));
      const value = (id: string) => {
        const tab = tabIn(desk.workbook, 'stores');
        return Number(tab.values[tab.rows.get(id) ?? -1]?.[tab.columns.get('openedOn') ?? -1]);
      };
      const day = held < 46_090 ? '2026-03-08' : '2026-03-16';
      const change = { record: first, field: 'openedOn', from: day, to: '2026-04-01' };
      wrote(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes: [change] });
      expect(value(first)).toBe(46_113);
      wrote(desk.addon, 'removeRecords', { request: 'gone', part: 'stores', records: [second] });
      for (const logged of ['mine', 'gone']) {
        const known = tabIn(desk.workbook, 'log').values.map((line) => String(line[1]));
        const request = known.find((id) => id.startsWith(`${logged}:`));
        const answer = asked(desk.addon, 'undoRequest', { request: `back ${logged}`, logged: request });
        expect(answer.status).toBe('done');
      }
      expect(value(first)).toBeCloseTo(held, 8);
      expect(value(second)).toBeCloseTo(held, 8);
    },
  );
});

test.each([
  ['openedOn', 'yyyy-mm-dd hh:mm', 46_097 + 785 / 1440, '2026-03-16', '2026-03-17'],
  // A time of day in a field of numbers.
  ['area', 'hh:mm', 0.5, 0, 80],
])(
  'where %s holds a time of day, it is saved over, and its record removed, as any other',
  (field, format, held, from, to) => {
    const desk = shared();
    const [first = '', second = ''] = desk.ids;
    const both = () => [0, 1].map((index) => listing(desk.addon, 'stores')[index]?.values[field]);
    sheetOf(desk.other, desk.workbook, (sheet) => {
      for (const id of [first, second])
        sheet.getRange(rowOf(desk.workbook, id), columnOf(desk, field)).setNumberFormat(format).setValue(held);
    });
    expect(both()).toEqual([from, from]);
    const changes = [{ record: first, field, from, to }];
    expect(asked(desk.addon, 'saveRecord', { request: 'mine', part: 'stores', changes })).toMatchObject({
      status: 'done',
    });
    expect(both()).toEqual([to, from]);
    const removal = { request: 'gone', part: 'stores', records: [first, second] };
    expect(asked(desk.addon, 'removeRecords', removal)).toMatchObject({ status: 'done' });
  },
);
