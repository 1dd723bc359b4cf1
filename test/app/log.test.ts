import type { Addon } from '../../host/addon';
import { answers } from '../../sidebar/answers';
import type { LogLine } from '../../src/app/endpoints/log';
import { openedDesk, savedFile, userOf } from '../engine/addon';
import { asked, wrote } from '../engine/answer';
import { kept } from '../kept';
import { logOf, rowOf, type Shared, shared, sheetOf, tabIn, typedRecords } from '../sheets/desk';

/** What the log tells, the newest first. */
function told(
  addon: Addon,
  wanted: object = {},
): { readonly lines: readonly LogLine[]; readonly people: readonly string[]; readonly more: boolean } {
  const answer = answers.readLog().parse(addon.run('readLog', { skip: 0, ...wanted }));
  if (answer.status !== 'done') throw new Error(JSON.stringify(answer));
  return answer;
}

const change = (record: string | undefined, field: string, from: unknown, to: unknown) => ({ record, field, from, to });
const save = (addon: Addon, request: string, ...changes: readonly object[]) =>
  asked(addon, 'saveRecord', { request, part: 'stores', changes });

function work(): string {
  const desk = shared();
  const [one, two, three] = desk.ids;
  save(desk.addon, 'mine', change(one, 'ownership', 'franchised', 'selfOperated'), change(one, 'growth', null, 0.2));
  save(desk.other, 'theirs', change(two, 'city', 'City 2', '=1+1'));
  wrote(desk.addon, 'removeRecords', { request: 'away', part: 'stores', records: [three] });
  wrote(desk.addon, 'addRecords', {
    request: 'new',
    part: 'stores',
    records: [{ storeId: 'N1', ownership: 'franchised', name: 'New' }],
  });
  return JSON.stringify({ file: savedFile(desk.workbook), ids: desk.ids });
}

/** Two users' work: a save of two fields each, an addition and a removal; `ids` are those of the stores before. */
function worked(): Shared {
  const { file, ids }: { readonly file: string; readonly ids: readonly string[] } = JSON.parse(kept('worked on', work));
  const desk = openedDesk(file);
  return { ...desk, other: userOf(desk.workbook, 'other@example.com'), ids };
}

const brief = ({ what, who, name, mine }: LogLine) => [what, who, name, mine];

test('what was changed, by whom, of which record, as forms have the values; the newest first', () => {
  const { addon } = worked();
  const { lines, people, more } = told(addon);
  expect(lines.slice(0, 4).map(brief)).toEqual([
    ['added', 'planner@example.com', 'N1', true],
    ['removed', 'planner@example.com', 'S3', true],
    ['changed', 'other@example.com', 'S2', false],
    ['changed', 'planner@example.com', 'S1', true],
  ]);
  expect(lines[2]?.changes).toEqual([{ field: 'city', from: 'City 2', to: '=1+1' }]);
  expect(lines[3]?.changes).toEqual([
    { field: 'ownership', from: 'franchised', to: 'selfOperated' },
    { field: 'growth', from: null, to: 0.2 },
  ]);
  expect(lines[1]?.changes).toContainEqual({ field: 'name', from: 'Store 3', to: null });
  expect(people).toEqual(['other@example.com', 'planner@example.com']);
  expect(more).toBe(false);
});

test.each<[string, (desk: Shared) => object, number]>([
  ['a record', ({ ids }) => ({ part: 'stores', record: ids[1] }), 2],
  ['a person', () => ({ who: 'other@example.com' }), 1],
  ['days to come', () => ({ since: '2999-01-01' }), 0],
  ['days long gone', () => ({ until: '1999-12-31' }), 0],
  ['another part', () => ({ part: 'people' }), 0],
])('by %s', (_, wanted, count) => {
  const desk = worked();
  expect(told(desk.addon, wanted(desk)).lines).toHaveLength(count);
});

test('reading writes nothing, and costs the same however long the log is', () => {
  const { addon } = worked();
  addon.calls.reset();
  told(addon);
  expect(addon.calls.writes).toBe(0);
  expect(addon.calls.total).toBeLessThanOrEqual(8);
});

test('of more than fifty the older ones come when they are asked for', () => {
  const desk = shared();
  const [id] = desk.ids;
  for (let step = 0; step < 52; step += 1)
    save(desk.addon, `step ${step}`, change(id, 'lastYearSales', 1000 + step, 1001 + step));
  const first = told(desk.addon, { part: 'stores', record: id });
  expect([first.lines.length, first.more]).toEqual([50, true]);
  const rest = told(desk.addon, { part: 'stores', record: id, skip: 50 });
  // Two saves, and the addition.
  expect([rest.lines.length, rest.more]).toEqual([3, false]);
}, 60_000);

describe('taking back', () => {
  const undo = (addon: Addon, line: LogLine | undefined, fields?: readonly string[]) =>
    asked(addon, 'undoLogged', {
      request: `undo ${Math.random()}`,
      part: line?.part,
      logged: line?.request,
      record: line?.record,
      ...(fields ? { fields } : {}),
    });

  test('one’s own change, one field of it or all', () => {
    const desk = worked();
    const [one = ''] = desk.ids;
    const line = told(desk.addon).lines[3];
    expect(undo(desk.addon, line, ['growth']).status).toBe('done');
    expect(typedRecords(desk.workbook)[one]).toMatchObject({ ownership: 'Self-operated' });
    expect(typedRecords(desk.workbook)[one]?.growth).toBeUndefined();
    expect(undo(desk.addon, line, ['ownership']).status).toBe('done');
    expect(typedRecords(desk.workbook)[one]).toMatchObject({ ownership: 'Franchised' });
  });

  test('an addition, and a removal under its own id', () => {
    const desk = worked();
    const [added, removed] = told(desk.addon).lines;
    expect(undo(desk.addon, added).status).toBe('done');
    expect(undo(desk.addon, removed).status).toBe('done');
    const records = typedRecords(desk.workbook);
    expect(
      Object.values(records)
        .map(({ storeId }) => storeId)
        .sort(),
    ).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6']);
    expect(records[desk.ids[2] ?? '']).toMatchObject({ storeId: 'S3', name: 'Store 3', lastYearSales: 3000 });
  });

  test('not what someone has changed since: it says who', () => {
    const desk = worked();
    const [one] = desk.ids;
    save(desk.other, 'later', change(one, 'ownership', 'selfOperated', 'franchised'));
    const line = told(desk.addon, { part: 'stores', record: one }).lines[1];
    expect(undo(desk.addon, line)).toMatchObject({
      status: 'conflict',
      message: expect.stringMatching(
        /^other@example\.com has changed this since, on \d{4}-\d\d-\d\d \d\d:\d\d\. Nothing was undone\.$/,
      ),
    });
    // The field that nobody has touched goes back all the same.
    expect(undo(desk.addon, line, ['growth']).status).toBe('done');
  });

  test('not what was typed over in the grid', () => {
    const desk = worked();
    const [one = ''] = desk.ids;
    sheetOf(desk.other, desk.workbook, (sheet) => {
      const column = (tabIn(desk.workbook, 'stores').columns.get('growth') ?? 0) + 1;
      sheet.getRange(rowOf(desk.workbook, one), column).setValue(0.3);
    });
    expect(undo(desk.addon, told(desk.addon).lines[3])).toMatchObject({
      status: 'conflict',
      message: 'This has been changed since, in the grid. Nothing was undone.',
    });
  });

  test('not another’s change, and not what the log does not know', () => {
    const desk = worked();
    const theirs = told(desk.addon).lines[2];
    expect(undo(desk.addon, theirs)).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('other@example.com'),
    });
    expect(undo(desk.addon, theirs && { ...theirs, request: 'nobody' })).toMatchObject({ status: 'invalid' });
    expect(typedRecords(desk.workbook)[desk.ids[1] ?? '']?.city).toBe('=1+1');
  });
});

test('older entries are purged for good; that they were, by whom and when stays, also through the next purge', () => {
  const desk = worked();
  const { name } = tabIn(desk.workbook, 'log');
  desk.other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    sheet?.getRange(3, 3).setValue("'2020-01-01T00:00:00.000Z");
  });
  const before = told(desk.addon).lines.length;
  expect(desk.addon.run('purgeLog', { before: '2021-01-01' })).toEqual({ status: 'done', purged: 1 });
  expect(desk.addon.run('purgeLog', { before: '2021-01-01' })).toEqual({ status: 'done', purged: 0 });
  const { lines } = told(desk.addon);
  expect(lines).toHaveLength(before);
  expect(lines[0]).toMatchObject({
    what: 'purged',
    who: 'planner@example.com',
    changes: [{ field: '#purged', from: 1, to: '2021-01-01' }],
  });
  // Requests are recognised as before.
  expect(logOf(desk.workbook, 'mine').length).toBeGreaterThan(0);
  expect(desk.addon.run('purgeLog', { before: '2999-01-01' })).toMatchObject({ status: 'invalid' });
});

test('who is unknown to Google reads all, and takes nothing back', () => {
  const desk = worked();
  const stranger = userOf(desk.workbook, '');
  expect(told(stranger).lines.some(({ mine }) => mine)).toBe(false);
});

test('a record comes back only if the log knows it as removed', () => {
  const desk = worked();
  const restore = (id: string | undefined) =>
    asked(desk.addon, 'restoreRecords', {
      request: `back ${id}`,
      part: 'stores',
      records: [{ id, values: { storeId: 'S3', ownership: 'franchised' } }],
    });
  expect(restore('1234abcd-1')).toMatchObject({
    status: 'invalid',
    faults: [{ record: '1234abcd-1', message: 'The log has no such change any more.' }],
  });
  expect(restore(desk.ids[2])).toMatchObject({ status: 'done' });
});

test('from 20,000 rows on the log goes on in a further tab; all of it is read, and requests are known as before', () => {
  const desk = worked();
  const { name } = tabIn(desk.workbook, 'log');
  const [one] = desk.ids;
  const filler = (index: number) => [
    `old ${index}`,
    '2026-01-01T00:00:00.000Z',
    'li@example.com',
    'stores',
    desk.ids[3] ?? '',
    'area',
    '1',
    String(index),
    'done',
  ];
  desk.other.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    const last = sheet?.getLastRow() ?? 2;
    sheet?.insertRowsAfter(sheet.getMaxRows(), 20_000);
    sheet
      ?.getRange(last + 1, 2, 20_000 - last, 9)
      .setValues(Array.from({ length: 20_000 - last }, (_, index) => filler(index)));
  });
  const request = change(one, 'name', 'Store 1', 'Renamed');
  save(desk.addon, 'last', request);
  const sheets = desk.workbook.model.getters.getSheetIds().map((id) => desk.workbook.model.getters.getSheetName(id));
  expect(sheets).toContain(`${name} 1`);
  // Two rows of heads, and two thousand of requests.
  expect(tabIn(desk.workbook, 'log').values.filter((line) => line[1] !== '').length).toBe(2002);
  expect(save(desk.addon, 'last', request)).toEqual({ status: 'done', records: [one] });
  expect(told(desk.addon, { part: 'stores', record: one }).lines.map(({ what }) => what)).toEqual([
    'changed',
    'changed',
    'added',
  ]);
  // A repair keeps what the log has filled, and does not turn over again.
  desk.addon.run('generatePlan', { section: '' });
  save(desk.addon, 'more', change(one, 'name', 'Renamed', 'Again'));
  expect(told(desk.addon, { part: 'stores', record: one }).lines).toHaveLength(4);
  expect(desk.addon.run('purgeLog', { before: '2026-06-01' })).toMatchObject({ status: 'done' });
  expect(told(desk.addon, { who: 'li@example.com' }).lines).toEqual([]);
  expect(told(desk.addon, { part: 'stores', record: one }).lines).toHaveLength(4);
}, 120_000);

describe('what is typed into a cell of the grid', () => {
  const typeInto = ({ other, workbook, ids }: Shared, field: string, text: string): void => {
    const tab = tabIn(workbook, 'stores');
    const [row, column] = [rowOf(workbook, ids[0] ?? ''), (tab.columns.get(field) ?? 0) + 1];
    let cell = '';
    sheetOf(other, workbook, (sheet) => {
      cell = sheet.getRange(row, column).getA1Notation();
    });
    other.type(tab.name, cell, text);
  };

  test.each([
    ['name', 'Renamed', 'Store 1', 'Renamed'],
    ['lastYearSales', '2500', 1000, 2500],
    ['area', '80', null, 80],
    ['city', '', 'City 1', null],
  ])('%s is logged, from what it held to what it holds, in few calls', (field, text, from, to) => {
    const desk = shared();
    desk.other.calls.reset();
    typeInto(desk, field, text);
    expect(desk.other.calls.total).toBeLessThan(15);
    const [line] = told(desk.addon).lines;
    expect(line).toMatchObject({
      // A trigger is not told who types.
      who: '',
      what: 'changed',
      record: desk.ids[0],
      changes: [{ field, from, to }],
    });
  });

  test('a computed cell is not: that is damage, for the check to find', () => {
    const desk = shared();
    const before = told(desk.addon).lines.length;
    typeInto(desk, 'finalTarget', '7');
    expect(told(desk.addon).lines).toHaveLength(before);
  });
});
