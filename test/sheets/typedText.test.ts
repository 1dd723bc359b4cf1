import { sheetTab, tabIn, type Value } from '../engine/book';
import { type Shared, shared } from './desk';

const toasts = ({ addon }: Shared): readonly string[] =>
  addon.seen.flatMap((shown) => (shown.kind === 'toast' ? [shown.message] : []));

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Types into a store's cell, or into a record's value; what stands there then. */
function typed(desk: Shared, id: string, rowKey: string, key: string, text: string): Value {
  const tab = tabIn(desk.workbook, id);
  const [row, column] = [tab.rows.get(rowKey) ?? -1, tab.columns.get(key) ?? -1];
  desk.addon.type(tab.name, `${letters(column)}${row + 1}`, text);
  return sheetTab(desk.workbook, tab.sheet).values[row]?.[column] ?? '';
}

/** Values that the log holds in its last line, as JSON. */
const lastLogged = ({ workbook }: Shared): string =>
  tabIn(workbook, 'log')
    .values.filter(([first]) => first !== '')
    .flat()
    .join('|');

// 46097 is 16 March 2026: 46023 is 1 January.
test('text in a cell of numbers or days that has one meaning is written as that', () => {
  const desk = shared();
  const [store = ''] = desk.ids;
  const cases: readonly (readonly [tab: string, row: string, key: string, text: string, value: Value])[] = [
    ['stores', store, 'lastYearSales', '123.4万', 1_234_000],
    ['stores', store, 'lastYearSales', '￥1,200,000元', 1_200_000],
    ['stores', store, 'lastYearSales', '1.2亿', 120_000_000],
    ['stores', store, 'area', '１２０㎡', 120],
    ['stores', store, 'openedOn', '2026年3月16日', 46_097],
  ];
  const got = cases.map(([tab, row, key, text]) => [tab, row, key, text, typed(desk, tab, row, key, text)]);
  expect(got).toEqual(cases);
  expect(toasts(desk)).toEqual([]);
  expect(lastLogged(desk)).toContain('1234000');
});

test('text without a meaning there stays as it was typed, and what is wrong with it is said', () => {
  const desk = shared();
  const [store = ''] = desk.ids;
  expect(typed(desk, 'stores', store, 'lastYearSales', 'about 12')).toBe('about 12');
  expect(typed(desk, 'stores', store, 'lastYearSales', '-350万')).toBe('-350万');
  expect(typed(desk, 'stores', store, 'openedOn', 'March')).toBe('March');
  expect(toasts(desk)).toEqual([
    '“about 12” in “Last year’s sales” counts nowhere as it stands; it is kept so that you can mend it. Please enter a number.',
    '“-350万” in “Last year’s sales” counts nowhere as it stands; it is kept so that you can mend it. At least 0.',
    expect.stringContaining('Please enter a date'),
  ]);
});

test('text that is a number only with another decimal sign, or an amount where none is, stays and is told', () => {
  const desk = shared();
  const [store = ''] = desk.ids;
  const cases: readonly (readonly [key: string, text: string])[] = [
    ['lastYearSales', '1,23万'],
    ['lastYearSales', '￥12,34'],
    ['area', '一百二十万'],
    ['area', '100元'],
    ['growth', '两万'],
  ];
  for (const [key, text] of cases) expect([key, typed(desk, 'stores', store, key, text)]).toEqual([key, text]);
  expect(toasts(desk)).toHaveLength(cases.length);
});

test('what is typed first into a new row is read, too', () => {
  const desk = shared();
  const tab = tabIn(desk.workbook, 'stores');
  const [row, column] = [Math.max(...tab.rows.values()) + 1, tab.columns.get('lastYearSales') ?? -1];
  desk.addon.type(tab.name, `${letters(column)}${row + 1}`, '88万');
  const { values } = tabIn(desk.workbook, 'stores');
  expect(values[row]?.[column]).toBe(880_000);
  expect(values[row]?.[0]).not.toBe('');
});

test('a text in a field of texts stays one', () => {
  const desk = shared();
  const [store = ''] = desk.ids;
  expect(typed(desk, 'stores', store, 'name', '123.4万')).toBe('123.4万');
  expect(toasts(desk)).toEqual([]);
});
