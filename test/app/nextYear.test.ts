import { filesFrom } from '../../host/services/sheetsApi';
import { answers } from '../../sidebar/answers';
import { openedDesk, savedFile, userOf } from '../engine/addon';
import { listing, wrote } from '../engine/answer';
import { formulaIn, tabIn, valueIn } from '../engine/book';
import { inApril } from '../engine/followed';

const april = inApril();
const { addon, workbook } = april;
const read = () => answers.readNextYear().parse(addon.run('readNextYear'));

test('the menu opens it in the sidebar', () => {
  const user = userOf(workbook, 'one@example.com', { files: { Sidebar: '<div id="sidebar"></div>' } });
  user.command('startNextYear');
  expect(user.seen).toEqual([
    expect.objectContaining({ kind: 'sidebar', html: expect.stringContaining('data-view="nextYear"') }),
  ]);
});

// A and N have all their months, B lacks February; C closes in June.
test('in April all stores but the one that closes go on, with what the follow-up expects of them', () => {
  addon.calls.reset();
  const answer = read();
  // The registry; values of thirteen tabs, and the formulas of those that have defaults.
  expect(addon.calls.total).toBeLessThanOrEqual(30);
  expect(addon.calls.writes).toBe(0);
  expect(answer).toEqual({
    status: 'done',
    region: '华东',
    planYear: 2028,
    language: 'en',
    isFollowed: true,
    told: {
      stores: 3,
      closed: [{ key: 'C', name: 'Store C', on: '2027-06-30' }],
      nameless: 0,
      forecast: [
        { key: 'A', name: 'Store A', knownMonths: 3, months: 12 },
        { key: 'B', name: 'Store B', knownMonths: 2, months: 12 },
        { key: 'N', name: 'Store N', knownMonths: 1, months: 10 },
      ],
      unknown: [],
      later: 0,
      through: '2027-04-15',
      // January and March: in February B has no figure.
      pastMonths: 2,
      records: {},
    },
  });
});

describe('the next year’s workbook', () => {
  const make = (more: object = {}) =>
    answers.makeNextYear().parse(addon.run('makeNextYear', { request: 'next', planYear: 2028, ...more }));

  test('a year that is not the next one by now makes no file', () => {
    expect(make({ planYear: 2029 })).toMatchObject({ status: 'invalid' });
    expect(filesFrom(workbook).size).toBe(0);
  });

  test('a script that may belong to this spreadsheet says so first', () => {
    const bound = userOf(workbook, 'two@example.com', { bound: true });
    expect(bound.run('makeNextYear', { request: 'bound', planYear: 2028 })).toEqual({ status: 'unsure' });
    expect(filesFrom(workbook).size).toBe(0);
  });

  test('it holds the stores with their year, and says which of it is a forecast until the real one is there', () => {
    const before = savedFile(workbook);
    const made = make();
    expect(made).toMatchObject({ status: 'done', title: '华东 2028 operations targets', lacking: null });
    // Its answer was lost: it is asked for again.
    expect(make()).toEqual(made);
    expect(filesFrom(workbook).size).toBe(1);
    expect(savedFile(workbook)).toBe(before);
    const [file] = filesFrom(workbook).values();
    if (!file) throw new Error('no file was made');
    const next = openedDesk(savedFile(file));
    const stores = listing(next.addon, 'stores');
    expect(stores.map(({ values }) => values.storeId)).toEqual(['A', 'B', 'N']);
    const tab = tabIn(next.workbook, 'stores');
    const figure = (index: number, field: string) => valueIn(tab, stores[index]?.id ?? '', field);
    // What April's follow-up expects of them: by season, as the region's settings say.
    expect(figure(0, 'lastYearSales')).toBeCloseTo(1_165_714.29, 2);
    expect(figure(1, 'lastYearSales')).toBeCloseTo(1_079_052.63, 2);
    expect(figure(2, 'lastYearSales')).toBeCloseTo(979_524.81, 2);
    expect([figure(0, 'lastYearMonths'), figure(2, 'lastYearMonths'), figure(2, 'monthsThisYear')]).toEqual([
      12, 10, 12,
    ]);
    expect(formulaIn(tab, stores[2]?.id ?? '', 'lastYearMonths')).toMatch(/^=/);
    expect([figure(0, 'agreedTarget'), figure(0, 'growth'), figure(0, 'months.1')]).toEqual(['', '', '']);
    const history = listing(next.addon, 'history');
    expect(
      history.map(({ values }) => [values.year, values['months.1'], values['months.2'], values.takesPart]),
    ).toEqual([[2027, 210_000, null, true]]);
    const settings = tabIn(next.workbook, 'settings');
    expect([valueIn(settings, 'planYear', 'value.1'), valueIn(settings, 'dataThrough', 'value.1')]).toEqual([2028, '']);
    const begun = listing(next.addon, 'yearBefore');
    const still = () => {
      const now = tabIn(next.workbook, 'yearBefore');
      return begun.map(({ id }) => valueIn(now, id, 'stillForecast')).filter((value) => value !== '').length;
    };
    expect([begun.length, still()]).toEqual([3, 3]);
    const change = {
      record: stores[0]?.id ?? '',
      field: 'lastYearSales',
      from: figure(0, 'lastYearSales'),
      to: 1_200_000,
    };
    wrote(next.addon, 'saveRecord', { request: 'real', part: 'stores', changes: [change] });
    expect(still()).toBe(2);
    const { doubts } = answers.readSigning().parse(next.addon.run('readSigning'));
    expect(doubts.map(({ message }) => message)).toContain('Stores whose last year is still a forecast: 2');
    expect(next.addon.run('listFindings')).toEqual({ status: 'done', found: [] });
  });

  // As the steps beside it say: the script of this spreadsheet is brought over into the file that was made all the same.
  test('a script that is brought over into it finds its plan there: menu, check, and a save', () => {
    const bound = userOf(workbook, 'two@example.com', { bound: true });
    const sure = answers
      .makeNextYear()
      .parse(bound.run('makeNextYear', { request: 'sure', planYear: 2028, sure: true }));
    expect(sure).toMatchObject({ status: 'done', title: '华东 2028 operations targets', lacking: null });
    const file = [...filesFrom(workbook).values()].at(-1);
    if (!file) throw new Error('no file was made');
    const next = openedDesk(savedFile(file), { bound: true });
    expect(JSON.stringify(next.addon.menu())).toContain('startNextYear');
    expect(next.addon.run('listFindings')).toEqual({ status: 'done', found: [] });
    const [first] = listing(next.addon, 'stores');
    const change = { record: first?.id, field: 'agreedTarget', from: null, to: 1_300_000 };
    wrote(next.addon, 'saveRecord', { request: 'agreed', part: 'stores', changes: [change] });
    expect(valueIn(tabIn(next.workbook, 'stores'), first?.id ?? '', 'finalTarget')).toBe(1_300_000);
  });
});
