import { filesFrom } from '../../host/services/sheetsApi';
import { answers } from '../../sidebar/answers';
import { peopleBy } from '../../src/model/storePage';
import { openedDesk, savedFile } from '../engine/addon';
import { listing, wrote } from '../engine/answer';
import { sheetTab, tabIn } from '../engine/book';
import { inApril } from '../engine/followed';

const { addon, workbook } = inApril();
addon.run('generatePlan', { section: 'actions' });
const action = (store: string, issue: string) => ({
  month: '2027-04',
  store,
  issue,
  reason: 'traffic',
  dueOn: '2027-05-10',
});
wrote(addon, 'addRecords', {
  request: 'actions',
  part: 'actions',
  records: [action('C', '=1+1'), action('A', 'rain')],
});
const read = () => answers.readStorePages().parse(addon.run('readStorePages'));
const make = (wish: object, request = JSON.stringify(wish)) =>
  answers.makeStorePages().parse(addon.run('makeStorePages', { request, ...wish }));

test('whose pages there are', () => {
  addon.calls.reset();
  expect(read()).toEqual({
    status: 'done',
    supervisors: [{ name: '', stores: 4, isShared: false }],
    stores: 4,
    most: 60,
    isFollowed: true,
    through: '2027-04-15',
  });
  expect(addon.calls.total).toBeLessThanOrEqual(10);
});

test('a page holds values of its own store, and no other store’s; all come as one PDF and one .xlsx', () => {
  addon.calls.reset();
  const made = make({});
  // One request that makes the file, what is read before it, and what is noted.
  expect(addon.calls.total).toBeLessThanOrEqual(19);
  expect(made).toMatchObject({
    status: 'done',
    title: '华东 2027 store pages',
    pages: 4,
    pdf: expect.stringMatching(/\/d\/new-file-1\/export\?format=pdf&size=A4&portrait=true&scale=4/),
    xlsx: expect.stringMatching(/\/d\/new-file-1\/export\?format=xlsx$/),
    lacking: null,
  });
  // Its answer was lost: it is asked for again.
  expect(make({})).toEqual(made);
  expect(filesFrom(workbook).size).toBe(1);
  const [file] = filesFrom(workbook).values();
  if (!file) throw new Error('no file was made');
  const { workbook: opened } = openedDesk(savedFile(file));
  const sheets = opened.model.getters.getSheetIds().map((id) => sheetTab(opened, id));
  expect(sheets.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'N']);
  for (const sheet of sheets) {
    expect(sheet.formulas.flat().filter((formula) => formula !== '')).toEqual([]);
    const text = JSON.stringify(sheet.values);
    const others = ['A', 'B', 'C', 'N'].filter((key) => key !== sheet.name);
    expect(others.filter((key) => text.includes(`Store ${key}`))).toEqual([]);
  }
  const cell = (name: string, row: string, column: number) => {
    const sheet = sheets.find((one) => one.name === name);
    return sheet?.values[sheet.rows.get(row) ?? -1]?.[column];
  };
  // 97.14, 88.57 and 84.18 per cent; of B too little is known.
  expect(['A', 'B', 'C', 'N'].map((name) => cell(name, 'year', 7))).toEqual(['1 of 3', '–', '2 of 3', '3 of 3']);
  expect(cell('A', 'toDate', 1)).toBeCloseTo(0.971429, 6);
  // In thousands; per day in the currency itself.
  expect(cell('N', 'rest', 5)).toBeCloseTo(979.52481, 4);
  expect(cell('A', 'rest', 3)).toBeCloseTo(3307.69, 2);
  expect([cell('C', 'a1', 2), cell('A', 'a1', 2), cell('B', 'a1', 2)]).toEqual([
    '=1+1 · Traffic',
    'rain · Traffic',
    '',
  ]);
  expect(cell('C', 'm4', 6)).toBe('through 2027-04-15');
});

test('one store alone; a supervisor without stores has none', () => {
  expect(make({ store: ' n ' })).toMatchObject({ pages: 1, title: '华东 2027 store pages N' });
  // As in a file after the first three.
  expect(make({ supervisor: '', from: 3 })).toMatchObject({ pages: 1, title: '华东 2027 store pages 4–4' });
  expect(make({ supervisor: '', from: 4 })).toMatchObject({ status: 'invalid' });
  expect(make({ supervisor: 'Nobody' })).toMatchObject({ status: 'invalid' });
});

test('a supervisor whose name is written in two cases is one; a title is cut between characters', () => {
  const [first, second] = listing(addon, 'stores');
  const set = (record: string | undefined, field: string, from: unknown, to: unknown) => ({ record, field, from, to });
  wrote(addon, 'saveRecord', {
    request: 'supervisors',
    part: 'stores',
    changes: [
      set(first?.id, 'supervisor', null, 'Wang'),
      set(second?.id, 'supervisor', null, 'WANG'),
      set(first?.id, 'storeId', 'A', `${'x'.repeat(25)}😀`),
    ],
  });
  expect(read()).toMatchObject({
    supervisors: [expect.objectContaining({ name: 'Wang', stores: 2 }), { name: '', stores: 2, isShared: false }],
  });
  expect(make({ supervisor: 'Wang' })).toMatchObject({ pages: 2, lacking: null });
  const { workbook: opened } = openedDesk(savedFile([...filesFrom(workbook).values()].at(-1) ?? workbook));
  expect(opened.model.getters.getSheetIds().map((id) => sheetTab(opened, id).name)).toEqual(['x'.repeat(25), 'B']);
});

describe('supervisors are told apart by the list of people', () => {
  test.each<[string, readonly string[], string, string, boolean]>([
    ['one in another case', ['Wang'], 'WANG', 'Wang', false],
    ['two whose names differ in case alone', ['Wang', 'WANG'], 'WANG', 'WANG', false],
    ['neither of those two', ['Wang', 'WANG'], 'wang', 'wang', true],
    ['two of one name', ['Wang', 'Li', 'Wang'], 'Wang', 'Wang', true],
    ['one who is not in the list', ['Li'], 'Wang', 'wang', false],
    ['no one', ['Li'], '', '', false],
  ])('%s', (_, names, text, key, isShared) => {
    expect(peopleBy(names)(text)).toEqual({ key, isShared });
  });

  test('of two people of one name nobody gets the other’s stores; by store there are pages', () => {
    const people = tabIn(workbook, 'people');
    addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(people.name);
      // As it is pasted into the grid: forms refuse the second.
      const column = people.columns.get('person') ?? 0;
      const row = people.values.findIndex((line, at) => at > (people.rows.get('#labels') ?? 0) && line[column] === '');
      sheet?.getRange(row + 1, column + 1, 2, 1).setValues([['Wang'], ['Wang']]);
    });
    expect(read()).toMatchObject({
      supervisors: [expect.objectContaining({ name: 'Wang', stores: 2, isShared: true }), expect.anything()],
    });
    expect(make({ supervisor: 'Wang' }, 'shared')).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('Several people in the list of people are called “Wang”'),
    });
    expect(make({ store: 'B' }, 'alone')).toMatchObject({ status: 'done', pages: 1 });
  });
});
