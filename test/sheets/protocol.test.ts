import { createWorkbook } from '../../host/workbook';
import { code, deskOn, openedDesk, savedFile, userOf } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { formulaIn, tabIn, valueIn } from '../engine/book';
import { logOf, requestIn, rowOf, type Shared, shared, sheetOf, typedRecords } from './desk';

const change = (record: string | undefined, field: string, from: unknown, to: unknown) => ({ record, field, from, to });
const saving = (request: string, ...changes: readonly object[]) => ({ request, part: 'stores', changes });

describe('the same request sent again', () => {
  const requests: readonly (readonly [string, (desk: Shared) => object])[] = [
    ['saveRecord', ({ ids }) => ({ changes: [change(ids[2], 'name', 'Store 3', 'Renamed')] })],
    [
      'addRecords',
      () => ({
        records: [
          { storeId: 'N1', ownership: 'franchised' },
          { storeId: 'N2', ownership: 'franchised' },
        ],
      }),
    ],
    ['removeRecords', ({ ids }) => ({ records: [ids[2], ids[4]] })],
  ];

  test.each(requests)('%s: is given the first answer and writes nothing', (endpoint, body) => {
    const desk = shared();
    const request = { request: 'mine', part: 'stores', ...body(desk) };
    const first = asked(desk.addon, endpoint, request);
    expect(first.status).toBe('done');
    const records = typedRecords(desk.workbook);
    const log = tabIn(desk.workbook, 'log').values;
    desk.addon.calls.reset();
    expect(asked(desk.addon, endpoint, request)).toEqual(first);
    // That it is on its way is noted beside the tabs, and taken back.
    expect(desk.addon.calls.sequence.filter(({ kind, sheet }) => kind === 'write' && sheet !== undefined)).toEqual([]);
    expect(typedRecords(desk.workbook)).toEqual(records);
    expect(tabIn(desk.workbook, 'log').values).toEqual(log);
    expect(Object.keys(desk.workbook.extras.kept.properties).filter((key) => key.startsWith('pending.'))).toEqual([]);
  });

  test('an import finds nothing left to change', () => {
    const desk = shared();
    const records = [
      { storeId: 'S3', city: 'Harbour' },
      { storeId: 'N1', ownership: 'franchised' },
    ];
    const request = { request: 'mine', part: 'stores', records };
    expect(asked(desk.addon, 'importRecords', request).status).toBe('done');
    const before = typedRecords(desk.workbook);
    desk.addon.calls.reset();
    expect(asked(desk.addon, 'importRecords', request).status).toBe('done');
    expect(desk.addon.calls.writes).toBe(0);
    expect(typedRecords(desk.workbook)).toEqual(before);
  });

  test('is given it by another user’s instance too, and after others have changed the field since', () => {
    const desk = shared();
    const [, , id] = desk.ids;
    const request = saving('mine', change(id, 'name', 'Store 3', 'Renamed'));
    const first = asked(desk.addon, 'saveRecord', request);
    wrote(desk.other, 'saveRecord', saving('theirs', change(id, 'name', 'Renamed', 'Theirs')));
    expect(asked(desk.other, 'saveRecord', request)).toEqual(first);
    expect(valueIn(tabIn(desk.workbook, 'stores'), id ?? '', 'name')).toBe('Theirs');
  });

  test('after a conflict it is looked at anew', () => {
    const desk = shared();
    const [, , id] = desk.ids;
    wrote(desk.other, 'saveRecord', saving('theirs', change(id, 'name', 'Store 3', 'Theirs')));
    const request = saving('mine', change(id, 'name', 'Store 3', 'Mine'));
    expect(asked(desk.addon, 'saveRecord', request).status).toBe('conflict');
    wrote(desk.other, 'saveRecord', saving('back', change(id, 'name', 'Theirs', 'Store 3')));
    expect(asked(desk.addon, 'saveRecord', request).status).toBe('done');
    expect(valueIn(tabIn(desk.workbook, 'stores'), id ?? '', 'name')).toBe('Mine');
  });
});

describe('rows that are sorted each time a save has written', () => {
  /** Sorts, the other way each time, when the save has written and not yet read back; so many times. */
  function restless(desk: Shared, times: number): void {
    let sorts = 0;
    let last = '';
    desk.addon.hook((name) => {
      const isReadingBack = name === 'Range.getValues' && last === 'Range.setValues';
      last = name;
      if (!isReadingBack || sorts === times) return;
      sorts += 1;
      sheetOf(desk.other, desk.workbook, (sheet) => {
        sheet.getRange(4, 1, 6, sheet.getMaxColumns()).sort({ column: 2, ascending: sorts % 2 === 0 });
      });
    });
  }

  test.each([
    [1, 'done'],
    [2, 'done'],
    [20, 'done'],
  ])('%i times: %s; what it came over is put back each time', (times, expected) => {
    const desk = shared();
    const before = typedRecords(desk.workbook);
    const [first = ''] = desk.ids;
    const request = saving('mine', change(first, 'name', 'Store 1', 'Renamed'));
    restless(desk, times);
    const { status } = asked(desk.addon, 'saveRecord', request);
    desk.addon.hook();
    expect(status).toBe(expected);
    const after = { ...before, [first]: { ...before[first], name: 'Renamed' } };
    expect(typedRecords(desk.workbook)).toEqual(status === 'done' ? after : before);
    expect(asked(desk.addon, 'saveRecord', request).status).toBe('done');
    expect(typedRecords(desk.workbook)).toEqual(after);
  });
});

test('while another holds the lock a save is busy, has written nothing, and waited no longer than 20 seconds', () => {
  const desk = shared();
  const before = typedRecords(desk.workbook);
  const request = saving('mine', change(desk.ids[2], 'name', 'Store 3', 'Renamed'));
  let answer = '';
  desk.other.hook((name) => {
    if (name === 'Range.setValues' && answer === '') answer = asked(desk.addon, 'saveRecord', request).status;
  });
  wrote(desk.other, 'saveRecord', saving('theirs', change(desk.ids[3], 'name', 'Store 4', 'Theirs')));
  expect(answer).toBe('busy');
  expect(desk.workbook.locks.waited).toBeLessThanOrEqual(20_000);
  expect(typedRecords(desk.workbook)[desk.ids[2] ?? '']).toEqual(before[desk.ids[2] ?? '']);
  expect(logOf(desk.workbook, 'mine')).toEqual([]);
  expect(asked(desk.addon, 'saveRecord', request).status).toBe('done');
});

describe('what stands no more', () => {
  test('a removed record is gone, and nothing is logged', () => {
    const desk = shared();
    const [, , id] = desk.ids;
    wrote(desk.other, 'removeRecords', { request: 'theirs', part: 'stores', records: [id] });
    const answer = asked(desk.addon, 'saveRecord', saving('mine', change(id, 'name', 'Store 3', 'Renamed')));
    expect(answer).toMatchObject({ status: 'gone', records: [id] });
    expect(asked(desk.addon, 'removeRecords', { request: 'again', part: 'stores', records: [id] })).toMatchObject({
      status: 'gone',
    });
    expect([...logOf(desk.workbook, 'mine'), ...logOf(desk.workbook, 'again')]).toEqual([]);
  });

  test('every field that others have changed is named, in the form’s own terms, and none of the request is written', () => {
    const desk = shared();
    const [, second, third] = desk.ids;
    wrote(
      desk.other,
      'saveRecord',
      saving(
        'theirs',
        change(second, 'ownership', 'selfOperated', 'franchised'),
        change(third, 'openedOn', null, '2025-03-01'),
      ),
    );
    const answer = asked(
      desk.addon,
      'saveRecord',
      saving(
        'mine',
        change(second, 'ownership', 'selfOperated', null),
        change(third, 'openedOn', null, '2024-01-01'),
        change(third, 'name', 'Store 3', 'Renamed'),
      ),
    );
    // Ownership cannot be blank: that is told before anything is compared.
    expect(answer.status).toBe('invalid');
    const request = saving(
      'mine',
      change(third, 'openedOn', null, '2024-01-01'),
      change(third, 'name', 'Store 3', 'Renamed'),
      change(second, 'ownership', 'selfOperated', 'selfOperated'),
    );
    expect(asked(desk.addon, 'saveRecord', request)).toMatchObject({
      status: 'conflict',
      conflicts: [{ record: third, field: 'openedOn', from: null, to: '2024-01-01', now: '2025-03-01' }],
    });
    expect(valueIn(tabIn(desk.workbook, 'stores'), third ?? '', 'name')).toBe('Store 3');
  });
});

describe('a default', () => {
  test('typed over and given back: the formula stands again', () => {
    const desk = shared();
    const [first = ''] = desk.ids;
    const formula = formulaIn(tabIn(desk.workbook, 'stores'), first, 'monthsThisYear');
    expect(formula).toMatch(/^=/);
    wrote(desk.addon, 'saveRecord', saving('over', change(first, 'monthsThisYear', null, 7.5)));
    expect([
      formulaIn(tabIn(desk.workbook, 'stores'), first, 'monthsThisYear'),
      valueIn(tabIn(desk.workbook, 'stores'), first, 'monthsThisYear'),
    ]).toEqual(['', 7.5]);
    wrote(desk.addon, 'saveRecord', saving('back', change(first, 'monthsThisYear', 7.5, null)));
    expect(formulaIn(tabIn(desk.workbook, 'stores'), first, 'monthsThisYear')).toBe(formula);
  });

  test('that someone typed over meanwhile is a conflict', () => {
    const desk = shared();
    const [first = ''] = desk.ids;
    wrote(desk.other, 'saveRecord', saving('theirs', change(first, 'growth', null, 0.2)));
    expect(asked(desk.addon, 'saveRecord', saving('mine', change(first, 'growth', null, 0.1)))).toMatchObject({
      status: 'conflict',
      conflicts: [{ field: 'growth', from: null, to: 0.1, now: 0.2 }],
    });
  });
});

describe('tabs are ours by the ids in the workbook’s metadata', () => {
  test('renamed and moved, they are written to all the same', () => {
    const desk = shared();
    sheetOf(desk.other, desk.workbook, (sheet) => sheet.setName('Läden & 店铺 ’27'));
    const [first = ''] = desk.ids;
    wrote(desk.addon, 'saveRecord', saving('mine', change(first, 'name', 'Store 1', 'Renamed')));
    expect(valueIn(tabIn(desk.workbook, 'stores'), first, 'name')).toBe('Renamed');
    expect(tabIn(desk.workbook, 'stores').name).toBe('Läden & 店铺 ’27');
  });

  test('a duplicated tab is a person’s own: it is not written to', () => {
    const desk = shared();
    const [first = ''] = desk.ids;
    const copy = desk.other.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const sheet = file.getSheetByName(tabIn(desk.workbook, 'stores').name);
      if (!sheet) throw new Error('no stores');
      file.setActiveSheet(sheet);
      return file.duplicateActiveSheet().getName();
    });
    wrote(desk.addon, 'saveRecord', saving('mine', change(first, 'name', 'Store 1', 'Renamed')));
    expect(valueIn(tabIn(desk.workbook, 'stores'), first, 'name')).toBe('Renamed');
    const names = desk.other.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive().getSheetByName(copy)?.getRange(4, 3, 2, 1).getValues(),
    );
    expect(names).toEqual([['Store 1'], ['Store 2']]);
  });

  test('a copy of the file has the same tabs', () => {
    const desk = shared();
    const copy = openedDesk(savedFile(desk.workbook));
    const [first = ''] = desk.ids;
    wrote(copy.addon, 'saveRecord', saving('mine', change(first, 'name', 'Store 1', 'Renamed')));
    expect(valueIn(tabIn(copy.workbook, 'stores'), first, 'name')).toBe('Renamed');
    expect(valueIn(tabIn(desk.workbook, 'stores'), first, 'name')).toBe('Store 1');
  });

  test('a deleted tab is said to be missing', () => {
    const desk = shared();
    desk.other.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const sheet = file.getSheetByName(tabIn(desk.workbook, 'stores').name);
      if (sheet) file.deleteSheet(sheet);
    });
    expect(asked(desk.addon, 'saveRecord', saving('mine', change('x', 'name', '', 'Renamed'))).status).toBe('invalid');
  });

  test('a workbook without a plan is told so', () => {
    const { addon } = deskOn(createWorkbook());
    expect(asked(addon, 'saveRecord', saving('mine', change('x', 'name', '', 'Renamed')))).toMatchObject({
      status: 'invalid',
    });
    expect(code.length).toBeGreaterThan(0);
  });
});

describe('the change log', () => {
  /** Fills the log with finished requests down to a row. */
  function filled(desk: Shared, lastRow: number): void {
    const { name } = tabIn(desk.workbook, 'log');
    desk.other.use(({ SpreadsheetApp }) => {
      const log = SpreadsheetApp.getActive().getSheetByName(name);
      if (!log) throw new Error('no log');
      const first = log.getLastRow() + 1;
      const line = ['old', '2026-10-01', 'a@example.com', 'stores', 'x', 'name', '"a"', '"b"', 'done'];
      log.getRange(first, 2, lastRow - first + 1, 9).setValues(Array.from({ length: lastRow - first + 1 }, () => line));
    });
  }

  test.each([990, 996, 997, 998, 999, 1000])(
    'full down to row %i, also after a repair, it takes the next requests',
    (lastRow) => {
      const desk = shared();
      filled(desk, lastRow);
      desk.addon.command('repairWorkbook');
      let from = 'Store 1';
      for (const to of ['A', 'B', 'C']) {
        const [first] = desk.ids;
        wrote(desk.addon, 'saveRecord', saving(`to ${to}`, change(first, 'name', from, to)));
        from = to;
        expect(logOf(desk.workbook, `to ${to}`).map(({ state }) => state)).toEqual(['done']);
      }
    },
  );

  test('takes a thousand rows at once where it is nearly full', () => {
    const desk = shared();
    filled(desk, 990);
    const records = Array.from({ length: 300 }, (_, index) => ({ storeId: `N${index}`, ownership: 'franchised' }));
    wrote(desk.addon, 'addRecords', { request: 'mine', part: 'stores', records });
    expect(logOf(desk.workbook, 'mine')).toHaveLength(300);
    expect(Object.keys(typedRecords(desk.workbook))).toHaveLength(306);
  });

  test('says who changed what, from what to what', () => {
    const desk = shared();
    const [first = ''] = desk.ids;
    wrote(desk.other, 'saveRecord', saving('theirs', change(first, 'name', 'Store 1', 'Renamed')));
    const log = tabIn(desk.workbook, 'log');
    const row = log.values.find((line) => requestIn(String(line[log.columns.get('request') ?? 0])) === 'theirs') ?? [];
    const at = (column: string): unknown => row[log.columns.get(column) ?? 0];
    expect([at('who'), at('part'), at('record'), at('field'), at('from'), at('to')]).toEqual([
      'other@example.com',
      'stores',
      first,
      'name',
      '"Store 1"',
      '"Renamed"',
    ]);
    expect(String(at('when'))).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });
});

test('a row typed in the grid is given its id when the part is next listed, and can be saved to', () => {
  const desk = shared();
  const last = rowOf(desk.workbook, desk.ids[5] ?? '');
  sheetOf(desk.other, desk.workbook, (sheet) =>
    sheet.getRange(last + 1, 2, 1, 2).setValues([['G1', 'Typed in the grid']]),
  );
  const typed = listing(userOf(desk.workbook, 'third@example.com'), 'stores').find(
    ({ values }) => values.storeId === 'G1',
  );
  expect(typed?.values.name).toBe('Typed in the grid');
  wrote(desk.addon, 'saveRecord', saving('mine', change(typed?.id, 'name', 'Typed in the grid', 'Saved')));
  expect(valueIn(tabIn(desk.workbook, 'stores'), typed?.id ?? '', 'name')).toBe('Saved');
});
