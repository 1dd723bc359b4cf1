import type { Addon } from '../../host/addon';
import { reader } from '../../sidebar/answers';
import { asked } from '../engine/answer';
import { formulaIn, tabIn, valueIn } from '../engine/book';
import { logOf, rowOf, type Shared, shared, sheetOf } from '../sheets/desk';

const part = 'stores';

/** The six stores; of the third one people have typed formulas into an input, and over a default. */
function typed(): Shared & { readonly id: string } {
  const desk = shared();
  const [, , id = ''] = desk.ids;
  const { columns } = tabIn(desk.workbook, part);
  sheetOf(desk.other, desk.workbook, (sheet) => {
    for (const [field, formula] of [
      ['lastYearSales', '=1000+500'],
      ['growth', '=1/10'],
    ] as const)
      sheet.getRange(rowOf(desk.workbook, id), (columns.get(field) ?? -1) + 1).setFormula(formula);
  });
  return { ...desk, id };
}

const newest = (addon: Addon) => {
  const answer = reader('readLog')(addon.run('readLog', { skip: 0 }));
  if (answer.status !== 'done') throw new Error(answer.message);
  const [line] = answer.lines;
  if (!line) throw new Error('nothing is logged');
  return line;
};

const both = [
  { key: 'lastYearSales', formula: '=1000+500' },
  { key: 'growth', formula: '=1/10' },
];

test('a formula that people have typed and that a save comes over stands in the log, and taking it back says so', () => {
  const { addon, workbook, id } = typed();
  const changes = [
    { record: id, field: 'lastYearSales', from: 1500, to: 2000 },
    { record: id, field: 'growth', from: null, to: 0.3 },
    { record: id, field: 'city', from: 'City 3', to: 'Harbour' },
  ];
  expect(asked(addon, 'saveRecord', { request: 'mine', part, changes })).toMatchObject({ status: 'done' });
  expect(valueIn(tabIn(workbook, part), id, 'lastYearSales')).toBe(2000);
  const line = newest(addon);
  expect(line.formulas).toEqual(both);
  expect(line.changes).toHaveLength(3);
  const back = { part, logged: line.request, record: id };
  expect(asked(addon, 'undoLogged', { request: 'city', ...back, fields: ['city'] })).not.toHaveProperty('message');
  const undone = asked(addon, 'undoLogged', { request: 'sales', ...back, fields: ['lastYearSales'] });
  expect(undone).toMatchObject({ status: 'done', message: expect.stringMatching(/formulas/i) });
  expect(valueIn(tabIn(workbook, part), id, 'lastYearSales')).toBe(1500);
  // Sent once more it has its first answer.
  expect(asked(addon, 'saveRecord', { request: 'mine', part, changes })).toMatchObject({
    status: 'done',
    records: [id],
  });
});

test('so do those of a record that is removed, and of one that an import comes over', () => {
  const removed = typed();
  expect(asked(removed.addon, 'removeRecords', { request: 'gone', part, records: [removed.id] })).toMatchObject({
    status: 'done',
  });
  expect(newest(removed.addon).formulas).toEqual(both);
  const imported = typed();
  const records = [
    { storeId: 'S3', lastYearSales: 2500 },
    { storeId: 'S4', city: 'Harbour' },
  ];
  expect(asked(imported.addon, 'importRecords', { request: 'file', part, records })).toMatchObject({ status: 'done' });
  const lines = reader('readLog')(imported.addon.run('readLog', { skip: 0, record: imported.id }));
  expect(lines).toMatchObject({ lines: [{ formulas: [both[0]] }, { formulas: [] }] });
});

test('our own default formulas are none of people’s', () => {
  const { addon, workbook, ids } = shared();
  const [, , id = ''] = ids;
  expect(formulaIn(tabIn(workbook, part), id, 'monthsThisYear')).not.toBe('');
  const changes = [{ record: id, field: 'monthsThisYear', from: null, to: 7.5 }];
  expect(asked(addon, 'saveRecord', { request: 'mine', part, changes })).toMatchObject({ status: 'done' });
  expect(newest(addon).formulas).toEqual([]);
  expect(logOf(workbook, 'mine')).toHaveLength(1);
});

test.each([10, 12, 14, 15, 16])(
  'broken off at call %i, it is ended from the log with the formulas that it comes over',
  (position) => {
    const { addon, other, workbook, id } = typed();
    addon.hook((name, index) => {
      if (index >= position) throw new Error(`${name} failed`);
    });
    const changes = [{ record: id, field: 'lastYearSales', from: 1500, to: 2000 }];
    const request = { request: 'mine', part, changes };
    expect(() => addon.run('saveRecord', request)).toThrow();
    addon.hook();
    const others = [{ record: id, field: 'city', from: 'City 3', to: 'Harbour' }];
    expect(asked(other, 'saveRecord', { request: 'theirs', part, changes: others })).toMatchObject({ status: 'done' });
    expect(logOf(workbook, 'mine').every(({ state }) => state === 'done')).toBe(true);
    expect(asked(addon, 'saveRecord', request)).toMatchObject({ status: 'done' });
    expect(valueIn(tabIn(workbook, part), id, 'lastYearSales')).toBe(2000);
    expect(new Set(logOf(workbook, 'mine').map(({ field }) => field))).toEqual(new Set(['lastYearSales', '#formula']));
  },
);
