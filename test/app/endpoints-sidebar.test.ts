import * as z from 'zod/mini';
import type { Addon } from '../../host/addon';
import { emptyDesk, openedDesk, plannedDesk, savedFile, userOf } from '../engine/addon';
import { wrote } from '../engine/answer';
import { tabIn } from '../engine/book';
import { trim } from '../sheets/desk';
import { checkParts, openPart, openPlan } from './opened';

const start = [
  { storeId: 'S1', name: 'One', ownership: 'franchised', lastYearSales: 1_200_000 },
  { storeId: 'S2', name: 'Two', ownership: 'selfOperated', lastYearSales: 2_400_000, growth: 0.2 },
  { storeId: 'S3', name: 'Three', ownership: 'franchised' },
];

function made(): { readonly file: string; readonly ids: readonly string[] } {
  const { workbook, addon } = plannedDesk({ sections: ['settings', 'baseline', 'stores', 'expansion'] });
  const ids = wrote(addon, 'addRecords', { request: 'start', part: 'stores', records: start });
  trim(addon, workbook);
  return { file: savedFile(workbook), ids };
}

const { file, ids } = made();
const [one = '', two = '', three = ''] = ids;
const desk = () => openedDesk(file);

/** What one call of an endpoint costs in service calls. */
function costOf(addon: Addon, name: string, request?: object): number {
  addon.calls.reset();
  if (request === undefined) addon.run(name);
  else addon.run(name, request);
  return addon.calls.total;
}

describe('service calls', () => {
  test.each<[string, object | undefined, number]>([
    ['openPlan', undefined, 10],
    ['openPart', { part: 'stores' }, 6],
    ['openPart', { part: 'stores', records: [one] }, 6],
    // All computed: there is no default to tell from what was typed over it.
    ['openPart', { part: 'summary' }, 5],
    ['showRecord', { part: 'stores', record: one }, 8],
    ['showRecord', { part: 'stores' }, 4],
    ['recallColumns', { part: 'stores' }, 1],
    ['rememberColumns', { part: 'stores', columns: { no: 'storeId' } }, 5],
  ])('%s %j: at most %p', (name, request, most) => {
    expect(costOf(desk().addon, name, request)).toBeLessThanOrEqual(most);
  });

  test('opening costs the same however many stores there are', () => {
    const { addon } = desk();
    const before = costOf(addon, 'openPlan');
    const records = Array.from({ length: 200 }, (_, index) => ({ storeId: `M${index}`, ownership: 'franchised' }));
    wrote(addon, 'addRecords', { request: 'many', part: 'stores', records });
    expect(costOf(addon, 'openPlan')).toBe(before);
    expect(costOf(addon, 'openPart', { part: 'stores' })).toBeLessThanOrEqual(6);
  });

  test('reading writes nothing', () => {
    const { addon } = desk();
    addon.calls.reset();
    openPlan(addon);
    openPart(addon, { part: 'stores' });
    checkParts(addon, 'stores', 'people');
    expect(addon.calls.writes).toBe(0);
  });
});

describe('opening', () => {
  test('a file without a plan says so, in the user’s language', () => {
    const { workbook } = desk();
    expect(openPlan(emptyDesk('en').addon)).toMatchObject({ language: 'en', workbook: null, present: [], figures: [] });
    const reader = userOf(workbook, 'zh@example.com', { user: { email: 'zh@example.com', locale: 'zh_CN' } });
    expect(openPlan(reader)).toMatchObject({ language: 'zh', workbook: 'en' });
  });

  test('the figures that the first view shows come with it', () => {
    const { addon } = desk();
    wrote(addon, 'saveRecord', {
      request: 'target',
      part: 'settings',
      changes: [{ record: 'settings', field: 'companyTarget', from: null, to: 4_000_000 }],
    });
    const { figures, present } = openPlan(addon);
    expect(present).toEqual(['settings', 'history', 'people', 'baseline', 'summary', 'expansion', 'stores']);
    expect(figures.map(({ part }) => part)).toEqual(['settings', 'summary', 'baseline']);
    const [settings, summary] = figures;
    expect(settings?.columns).toMatchObject({
      planYear: [2027],
      companyTarget: [4_000_000],
      displayUnit: ['thousand'],
    });
    // Only S2 has a growth: 2,400,000 × 1.2.
    expect(summary?.columns).toMatchObject({ total: [2_880_000], gap: [-1_120_000] });
  });

  test('how far each part is', () => {
    const { addon } = desk();
    expect(openPlan(addon).checked).toEqual([
      { part: 'settings', records: 1, filled: 2, of: 7, faults: 0 },
      { part: 'summary', records: 1, filled: 0, of: 0, faults: 0 },
      { part: 'baseline', records: 3, filled: 0, of: 2, faults: 0 },
    ]);
    expect(checkParts(addon, 'stores', 'people', 'expansion')).toEqual([
      { part: 'stores', records: 3, filled: 3, of: 3, faults: 0 },
      { part: 'people', records: 0, filled: 0, of: 0, faults: 0 },
      // The seven channels hold no more than they started with.
      { part: 'expansion', records: 7, filled: 0, of: 7, faults: 0 },
    ]);
  });

  test('what is wrong in cells that were typed in the grid', () => {
    const { addon, workbook } = desk();
    const { name, rows, columns } = tabIn(workbook, 'stores');
    const place = (record: string, field: string) =>
      [(rows.get(record) ?? 0) + 1, (columns.get(field) ?? 0) + 1] as const;
    addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      sheet
        ?.getRange(...place(one, 'area'))
        .setDataValidation(null)
        .setValue('large');
      sheet?.getRange(...place(two, 'storeId')).setValue('S1');
      sheet?.getRange(...place(three, 'ownership')).clearContent();
      sheet?.getRange(...place(three, 'openedOn')).setValue(new Date(Date.UTC(2025, 2, 16, 12)));
      sheet?.getRange(...place(three, 'closedOn')).setValue(new Date(Date.UTC(2025, 2, 14, 12)));
    });
    const { faults } = openPart(addon, { part: 'stores' });
    expect(faults.map(({ record, field, rule }) => [record, field, rule])).toEqual(
      expect.arrayContaining([
        [one, 'area', 'number'],
        [two, 'storeId', 'unique'],
        [three, 'ownership', 'needed'],
        [three, 'closedOn', 'notBefore'],
      ]),
    );
    const [status] = checkParts(addon, 'stores');
    expect(status).toMatchObject({ records: 3, filled: 2, of: 3, faults: faults.length });
  });
});

describe('a part with its records', () => {
  test('cell by cell in the records’ order, telling defaults from what was typed over them', () => {
    const { columns, typed, ...rest } = openPart(desk().addon, { part: 'stores' });
    expect(rest).toEqual({ part: 'stores', ids, faults: [], registered: expect.stringContaining('"stores"') });
    expect(columns).toMatchObject({
      storeId: ['S1', 'S2', 'S3'],
      ownership: ['franchised', 'selfOperated', 'franchised'],
      lastYearSales: [1_200_000, 2_400_000, null],
      flag: [null, null, 'missing'],
      growth: [null, 0.2, null],
      lastYearMonths: [12, 12, 12],
    });
    expect(typed).toEqual({ growth: [1] });
    expect(columns).not.toHaveProperty('weightFrom');
  });

  test('only the records asked for', () => {
    const { ids: some, columns } = openPart(desk().addon, { part: 'stores', records: [three, 'nobody', one] });
    expect(some).toEqual([one, three]);
    expect(columns.name).toEqual(['One', 'Three']);
  });

  test('a row typed in the grid is a record at once', () => {
    const { addon, workbook } = desk();
    const { name, rows, columns } = tabIn(workbook, 'people');
    const first = Math.max(...rows.values()) + 2;
    addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      sheet?.getRange(first, (columns.get('person') ?? 0) + 1).setValue('督导一组');
    });
    expect(checkParts(addon, 'people')[0]).toMatchObject({ records: 1 });
    const people = openPart(addon, { part: 'people' });
    expect(people.columns.person).toEqual(['督导一组']);
    expect(people.ids).toEqual([expect.stringMatching(/./)]);
  });

  test.each([
    [{ part: 'nothing' }, 'There is no part “nothing”.'],
    [{ part: 'rates' }, expect.stringContaining('is not in this workbook')],
    [{ part: 7 }, expect.stringContaining('part')],
  ])('%j is refused in words', (request, message) => {
    expect(desk().addon.run('openPart', request)).toMatchObject({ status: 'invalid', faults: [{ message }] });
  });
});

describe('taking a removal back', () => {
  test('the same ids with all that was typed, below the others, once', () => {
    const { addon } = desk();
    wrote(addon, 'removeRecords', { request: 'remove', part: 'stores', records: [two] });
    const records = [
      {
        id: two,
        values: { storeId: 'S2', name: '=1+1', ownership: 'selfOperated', lastYearSales: 2_400_000, growth: 0.2 },
      },
    ];
    expect(wrote(addon, 'restoreRecords', { request: 'back', part: 'stores', records })).toEqual([two]);
    expect(wrote(addon, 'restoreRecords', { request: 'again', part: 'stores', records })).toEqual([]);
    const { ids: after, columns, typed } = openPart(addon, { part: 'stores' });
    expect(after).toEqual([one, three, two]);
    expect(columns).toMatchObject({ name: ['One', 'Three', '=1+1'], finalTarget: [null, null, 2_880_000] });
    expect(typed).toEqual({ growth: [2] });
  });

  test('a store that closed before it opened comes back as it was', () => {
    const { addon } = desk();
    wrote(addon, 'removeRecords', { request: 'remove', part: 'stores', records: [two] });
    const values = { storeId: 'S2', ownership: 'selfOperated', openedOn: '2025-03-16', closedOn: '2025-03-14' };
    const records = [{ id: two, values }];
    expect(wrote(addon, 'restoreRecords', { request: 'back', part: 'stores', records })).toEqual([two]);
    expect(openPart(addon, { part: 'stores' }).columns).toMatchObject({ closedOn: [null, null, '2025-03-14'] });
  });

  test('a key that another record has taken meanwhile is refused, nothing is written', () => {
    const { addon } = desk();
    wrote(addon, 'removeRecords', { request: 'remove', part: 'stores', records: [two] });
    wrote(addon, 'addRecords', {
      request: 'taken',
      part: 'stores',
      records: [{ storeId: 'S2', ownership: 'franchised' }],
    });
    const records = [{ id: two, values: { storeId: 'S2', ownership: 'selfOperated' } }];
    expect(addon.run('restoreRecords', { request: 'back', part: 'stores', records })).toMatchObject({
      status: 'invalid',
      faults: [{ record: two, field: 'storeId' }],
    });
  });
});

describe('between the grid and the forms', () => {
  const show = (addon: Addon, request: object) => addon.run('showRecord', request);
  const selected = (addon: Addon) => addon.run('selectedRecord');

  test.each([
    [{ part: 'stores', record: two, cell: 'growth' }],
    [{ part: 'stores', record: three, cell: 'months.3' }],
    [{ part: 'baseline', record: 'selfOperated', cell: 'avgStore' }],
    [{ part: 'settings', record: 'settings', cell: 'companyTarget' }],
    [{ part: 'settings', record: 'settings', cell: 'ramp.4' }],
  ])('%j is shown, and is then the selected record', (request) => {
    const { addon } = desk();
    expect(show(addon, request)).toEqual({ status: 'done' });
    expect(selected(addon)).toEqual({ status: 'done', ...request });
  });

  test('a record’s row is found again after rows were sorted', () => {
    const { addon, workbook } = desk();
    const { name, columns } = tabIn(workbook, 'stores');
    addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      sheet
        ?.getRange(4, 1, 3, sheet.getMaxColumns())
        .sort({ column: (columns.get('storeId') ?? 0) + 1, ascending: false });
    });
    show(addon, { part: 'stores', record: one });
    expect(selected(addon)).toMatchObject({ record: one, cell: 'storeId' });
  });

  test('a header, an empty row and a tab of someone’s own are no record', () => {
    const { addon, workbook } = desk();
    const { name } = tabIn(workbook, 'stores');
    const at = (sheet: string, row: number): unknown => {
      addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getSheetByName(sheet)?.getRange(row, 2).activate());
      return selected(addon);
    };
    addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().insertSheet('mine'));
    expect([at(name, 2), at(name, 3), at(name, 20), at('mine', 1)]).toEqual(Array(4).fill({ status: 'none' }));
  });

  test('a record that is gone, and a tab alone', () => {
    const { addon } = desk();
    expect(show(addon, { part: 'stores', record: 'nobody' })).toMatchObject({ status: 'gone' });
    expect(show(addon, { part: 'people' })).toEqual({ status: 'done' });
  });
});

describe('columns of imports', () => {
  const recall = (addon: Addon) => addon.run('recallColumns', { part: 'stores' });
  const remember = (addon: Addon, columns: object) => addon.run('rememberColumns', { part: 'stores', columns });

  test('are remembered in the workbook, the latest matching of a header', () => {
    const { addon, workbook } = desk();
    expect(recall(addon)).toEqual({ status: 'done', columns: {} });
    remember(addon, { no: 'storeId', 门店: 'name' });
    remember(addon, { no: '', 城市: 'city' });
    const columns = { no: '', 城市: 'city', 门店: 'name' };
    expect(recall(userOf(workbook, 'other@example.com'))).toEqual({ status: 'done', columns });
    expect(addon.run('recallColumns', { part: 'people' })).toEqual({ status: 'done', columns: {} });
  });

  test('so is what several columns fill together, and what was said of marked lines and of rows called like totals', () => {
    const { addon } = desk();
    const columns = { '1月': '+lastYearSales', '状态=退货': 'takenOff', '编号=合计': 'record', '编号=小计': 'total' };
    expect(remember(addon, columns)).toEqual({ status: 'done', columns });
    expect(remember(addon, { 编号: '+nothing' })).toMatchObject({ status: 'invalid' });
    expect(remember(addon, { '编号=合计': 'anything' })).toMatchObject({ status: 'invalid' });
  });

  test('two users who keep theirs at the same moment lose none', () => {
    const { addon, workbook } = desk();
    const other = userOf(workbook, 'other@example.com');
    addon.hook((call) => {
      if (call !== 'Properties.setProperty') return;
      addon.hook();
      expect(remember(other, { 城市: 'city' })).toMatchObject({ status: 'busy' });
    });
    expect(remember(addon, { 门店: 'name' })).toMatchObject({ status: 'done' });
    remember(other, { 城市: 'city' });
    expect(recall(addon)).toEqual({ status: 'done', columns: { 门店: 'name', 城市: 'city' } });
  });

  test('more than a property holds: the latest are kept', () => {
    const { addon } = desk();
    const many = (from: string) =>
      Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`${from}${'列'.repeat(30)}${n}`, 'name']));
    remember(addon, many('a'));
    remember(addon, many('b'));
    const { columns } = z.object({ columns: z.record(z.string(), z.string()) }).parse(recall(addon));
    expect(Object.keys(columns).length).toBeGreaterThan(30);
    expect(Object.keys(columns).every((header) => header.startsWith('b'))).toBe(true);
  });
});

test('while someone else writes, generating answers busy and makes nothing', () => {
  const { addon, workbook } = desk();
  const holder = {};
  workbook.locks.take(holder, 0);
  expect(addon.run('generatePlan', { section: 'rates' })).toMatchObject({ status: 'busy' });
  workbook.locks.release(holder);
  expect(openPlan(addon).present).not.toContain('rates');
});

test('our own rows, keys, labels and totals, are no records: nothing is written into them', () => {
  const { addon, workbook } = desk();
  const before = savedFile(workbook);
  const change = { record: '#labels', field: 'name', from: 'Store name', to: 'mine' };
  for (const [name, request] of [
    ['saveRecord', { request: 'a', part: 'stores', changes: [change] }],
    ['removeRecords', { request: 'b', part: 'stores', records: ['#total'] }],
    ['restoreRecords', { request: 'c', part: 'stores', records: [{ id: '#mine', values: { storeId: 'S9' } }] }],
  ] as const)
    expect(addon.run(name, request)).toMatchObject({ status: 'invalid' });
  expect(savedFile(workbook)).toBe(before);
});

test('a record comes back without what every record needs, as it was left in the grid', () => {
  const { addon } = desk();
  wrote(addon, 'removeRecords', { request: 'remove', part: 'stores', records: [two] });
  const values = { storeId: 'S2', openedOn: '2025-03-16' };
  expect(wrote(addon, 'restoreRecords', { request: 'back', part: 'stores', records: [{ id: two, values }] })).toEqual([
    two,
  ]);
  expect(openPart(addon, { part: 'stores' }).faults).toEqual([
    { record: two, field: 'ownership', rule: 'needed', params: {} },
  ]);
});
