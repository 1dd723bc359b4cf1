import { bookOf } from '../../sidebar/book';
import { filterable, noFilter, rowsFound } from '../../sidebar/rows/find';
import { rowsListed } from '../../sidebar/rows/listed';
import { sorted } from '../../sidebar/rows/order';
import { changedRows, changesTo, settable } from '../../sidebar/rows/several';
import { headlineOf, keysOf, titleOf } from '../../sidebar/rows/title';
import { plainListing } from '../../sidebar/store/state';
import { replaced, reversed } from '../../src/model/proposal';
import { cells, field, part, terms } from './kit';

const stores = part('stores');
const book = bookOf(
  cells(
    'stores',
    {
      a: { storeId: 'S001', name: '徐家汇店', ownership: 'franchised', city: '上海', growth: 0.1, finalTarget: 300 },
      b: { storeId: 'S002', name: '静安寺店', ownership: 'franchised', city: '上海', growth: 0.2, finalTarget: null },
      c: { storeId: 'S010', name: 'Airport', ownership: 'selfOperated', city: null, growth: 0.05, finalTarget: 100 },
      d: { storeId: null, name: null, ownership: null, city: '苏州', growth: null, finalTarget: 200 },
    },
    { b: ['growth'] },
    [{ record: 'd', field: 'storeId', rule: 'needed', params: {} }],
  ),
);
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join('');

test.each([
  ['', 'abcd'],
  ['徐家', 'a'],
  ['上海 店', 'ab'],
  ['s 001', 'a'],
  ['S-00', 'ab'],
  ['franchised', 'ab'],
  ['airport self', 'c'],
  ['nothing', ''],
])('search for %j finds %j', (text, found) => {
  expect(ids(rowsFound(stores, book, { ...noFilter, text }, 'en'))).toBe(found);
});

test('a Chinese reader finds by Chinese labels', () => {
  expect(ids(rowsFound(stores, book, { ...noFilter, text: '加盟' }, 'zh'))).toBe('ab');
});

test.each([
  [{ ownership: 'franchised' }, false, 'ab'],
  [{ city: '' }, false, 'c'],
  [{ ownership: 'franchised', city: '' }, false, ''],
  [{}, true, 'd'],
])('filter %j, faulty only %p, finds %j', (values, faulty, found) => {
  expect(ids(rowsFound(stores, book, { text: '', values, faulty }, 'en'))).toBe(found);
});

test('a filter offers what the rows hold, choices in their own order and blanks last', () => {
  const offered = Object.fromEntries(filterable(stores, book).map((offer) => [offer.field.id, offer.values]));
  expect(offered.ownership).toEqual(['franchised', 'selfOperated', '']);
  expect(offered).not.toHaveProperty('storeId');
});

test.each([
  ['none', 'abcd'],
  ['up', 'cdab'],
  ['down', 'adcb'],
] as const)('in the order %j the rows are %j, blanks last', (order, expected) => {
  expect(ids(sorted(book.rows, field('stores', 'finalTarget'), order))).toBe(expected);
});

test('rows are listed as found, in the order of the figure that stands beside them', () => {
  const listing = {
    filter: { ...noFilter, values: { ownership: 'franchised' } },
    figure: 'growth',
    order: 'down',
  } as const;
  expect(ids(rowsListed(stores, book, listing, 'en'))).toBe('ba');
  expect(ids(rowsListed(stores, book, { ...plainListing, order: 'up' }, 'en'))).toBe('cdab');
  expect(ids(rowsListed(stores, book, plainListing, 'en'))).toBe('abcd');
});

test('a row is called by its name, else by its key, else by nothing', () => {
  expect(book.rows.map((row) => titleOf(stores, row, terms))).toEqual([
    '徐家汇店',
    '静安寺店',
    'Airport',
    'Without a name',
  ]);
  const history = part('history');
  const [year] = bookOf(cells('history', { y: { year: 2025 } })).rows;
  expect(year && titleOf(history, year, terms)).toBe('2025');
});

test.each([
  ['actuals', { storeId: 'S001', name: '徐家汇店' }, '徐家汇店', ['S001']],
  ['commitments', { store: 'S001', name: '徐家汇店' }, '徐家汇店', ['S001']],
  ['lastSales', { storeId: 'S001', name: '徐家汇店' }, '徐家汇店', ['S001']],
  ['working', { storeId: 'S001', name: '徐家汇店' }, '徐家汇店', ['S001']],
  [
    'actions',
    { month: '2027-04', store: 'S001', name: '徐家汇店', issue: 'traffic' },
    '2027-04 · 徐家汇店 · traffic',
    ['S001'],
  ],
  // An action about the region names no store, and a store that is not in the list has no name.
  ['actions', { month: '2027-04', store: null, name: null, issue: 'traffic' }, '2027-04 · traffic', []],
  ['actuals', { storeId: 'S009', name: null }, 'S009', []],
  ['stores', { storeId: 'S001', name: '徐家汇店' }, '徐家汇店', ['S001']],
] as const)('a row of %s, %j, is called %s, with %j beside it', (id, values, title, keys) => {
  const [row] = bookOf(cells(id, { a: values })).rows;
  if (!row) throw new Error('no row');
  expect([titleOf(part(id), row, terms), keysOf(part(id), row, terms)]).toEqual([title, keys]);
});

test('beside a row stands the figure that the other parts take from it most', () => {
  expect(headlineOf(stores)?.id).toBe('finalTarget');
});

describe('several rows at once', () => {
  const growth = field('stores', 'growth');
  const changes = changesTo(stores.tab, book.rows, growth, 0.2);

  test('only rows that hold another value change, each from what was typed', () => {
    expect(changes).toEqual([
      { record: 'a', field: 'growth', from: null, to: 0.2 },
      { record: 'c', field: 'growth', from: null, to: 0.2 },
      { record: 'd', field: 'growth', from: null, to: 0.2 },
    ]);
    expect(replaced(changes)).toBe(0);
    expect(replaced(changesTo(stores.tab, book.rows, growth, 0.3))).toBe(1);
  });

  test('clearing puts the formula back where it was typed over', () => {
    expect(changesTo(stores.tab, book.rows, growth, null)).toEqual([
      { record: 'b', field: 'growth', from: 0.2, to: null },
    ]);
  });

  test('changed and changed back, the rows are what they were', () => {
    const there = changedRows(stores.tab, book.rows, changes);
    expect(there.map((row) => [row.values.growth, row.typedOver.has('growth')])).toEqual([
      [0.2, true],
      [0.2, true],
      [0.2, true],
      [0.2, true],
    ]);
    expect(reversed(changes).map(({ from, to }) => [from, to])).toEqual(changes.map(({ from, to }) => [to, from]));
    const back = changedRows(stores.tab, there, reversed(changes));
    expect(back.map((row) => row.typedOver.has('growth'))).toEqual([false, true, false, false]);
  });

  test('what tells rows apart, computed figures and fields of many cells are not offered', () => {
    const offered = settable(stores.tab).map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining(['growth', 'supervisor', 'closedOn']));
    for (const id of ['storeId', 'finalTarget', 'months', 'timeFrom']) expect(offered).not.toContain(id);
  });
});
