import { placeOf } from '../../host/services/place';
import { sheetTab, tabIn, type Value } from '../engine/book';
import { type Shared, shared, sheetOf } from './desk';

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

test('a month, which a formula heads, is called by its cell', () => {
  const desk = shared();
  const [store = ''] = desk.ids;
  typed(desk, 'stores', store, 'months.1', 'abc');
  typed(desk, 'stores', store, 'months.1', '50%');
  const { columns, rows } = tabIn(desk.workbook, 'stores');
  const cell = `${letters(columns.get('months.1') ?? -1)}${(rows.get(store) ?? -1) + 1}`;
  expect(toasts(desk)).toEqual([expect.stringContaining(`“abc” in “${cell}”`), expect.stringContaining(`“${cell}”: `)]);
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

const rowOfStore = ({ workbook }: Shared, id: string): Readonly<Record<string, Value | undefined>> => {
  const { values, rows, columns } = tabIn(workbook, 'stores');
  const line = values[rows.get(id) ?? -1] ?? [];
  return Object.fromEntries([...columns].map(([key, column]) => [key, line[column]]));
};

/** Puts a block into the store list as a paste does, below each other from a row on, columns by their keys. */
function pasted(desk: Shared, row: number, keys: readonly string[], values: readonly (readonly string[])[]): number {
  const { columns, sheet } = tabIn(desk.workbook, 'stores');
  const at = keys.map((key) => (columns.get(key) ?? 0) + 1);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  let place = '';
  sheetOf(desk.addon, desk.workbook, (stores) => {
    for (const [down, line] of values.entries())
      for (const [across, value] of line.entries()) stores.getRange(row + down, at[across] ?? 0).setValue(value);
    place = stores.getRange(row, first, values.length, last - first + 1).getA1Notation();
  });
  desk.addon.calls.reset();
  desk.addon.edited({ place: placeOf(desk.workbook.model, place, sheet) });
  return desk.addon.calls.total;
}

test('a pasted block is read as a whole: what has one meaning is written, what has none is told once', () => {
  const desk = shared();
  const { rows } = tabIn(desk.workbook, 'stores');
  const [one = '', two = ''] = desk.ids;
  const row = (rows.get(one) ?? -1) + 1;
  expect((rows.get(two) ?? -1) + 1).toBe(row + 1);
  const keys = ['lastYearSales', 'growth', 'openedOn'];
  const calls = pasted(desk, row, keys, [
    ['88万', '12.5 %', '2026年3月16日'],
    ['about 12', '5 %', 'March'],
  ]);
  const held = (id: string) => keys.map((key) => rowOfStore(desk, id)[key]);
  expect(held(one)).toEqual([880_000, 0.125, 46_097]);
  expect(held(two)).toEqual(['about 12', 0.05, 'March']);
  expect(toasts(desk)).toEqual([expect.stringMatching(/^“March” in “Opened” .* The same holds for 1 more\.$/)]);
  expect(calls).toBeLessThan(40);
  // A block of nothing but what counts costs its reading alone.
  expect(
    pasted(
      desk,
      row,
      ['name', 'city'],
      [
        ['East', 'Hangzhou'],
        ['West', 'Ningbo'],
      ],
    ),
  ).toBeLessThan(15);
});

test('what is pasted into rows of its own is read, too', () => {
  const desk = shared();
  const row = Math.max(...tabIn(desk.workbook, 'stores').rows.values()) + 2;
  pasted(
    desk,
    row,
    ['storeId', 'lastYearSales'],
    [
      ['P1', '88万'],
      ['P2', '990,000元'],
    ],
  );
  const { values, columns } = tabIn(desk.workbook, 'stores');
  const sales = columns.get('lastYearSales') ?? -1;
  expect([values[row - 1]?.[sales], values[row]?.[sales]]).toEqual([880_000, 990_000]);
  expect(values[row]?.[0]).not.toBe('');
});

test('a text that a formula comes to stays, and is told', () => {
  const desk = shared();
  const [store = ''] = desk.ids;
  expect(typed(desk, 'stores', store, 'lastYearSales', '="5万"')).toBe('5万');
  expect(toasts(desk)).toEqual([
    '“5万” in “Last year’s sales” is a text that a formula comes to and counts nowhere as it stands; write the figure itself.',
  ]);
});
