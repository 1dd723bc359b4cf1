import { bookOf } from '../../sidebar/book';
import { figuresNamed, suggestionsFor } from '../../sidebar/view/inputs';
import type { Opened } from '../../src/app/endpoints/open';
import { input } from '../../src/model/field';
import { cells, part, terms } from './kit';

const opened = (planYear: number | null): Pick<Opened, 'figures'> => ({
  figures: [cells('settings', { settings: { planYear } })],
});
const month = input('month', 'month');

test('the months of a plan year from April on are suggested in its order', () => {
  const suggested = suggestionsFor(month, { books: {}, opened: opened(2027) }, { ...terms, firstMonth: 4 });
  expect(suggested.map(({ value }) => value)).toEqual([
    ...['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((number) => `2027-${number}`),
    ...['01', '02', '03'].map((number) => `2028-${number}`),
  ]);
  expect(suggested[9]).toEqual({ value: '2028-01', label: 'Jan 2028' });
  const zh = suggestionsFor(month, { books: {}, opened: opened(2027) }, { ...terms, language: 'zh' });
  expect(zh[2]).toEqual({ value: '2027-03', label: '2027年3月' });
});

test('without a plan year no month is, and of a field that names nothing nothing is', () => {
  expect(suggestionsFor(month, { books: {}, opened: opened(null) }, terms)).toEqual([]);
  expect(suggestionsFor(input('note', 'text'), { books: {}, opened: opened(2027) }, terms)).toEqual([]);
});

test('beside the store that a commitment names stands its target, before anything is saved', () => {
  const stores = cells('stores', { one: { storeId: 'S1', name: 'Store 1', finalTarget: 1_200_000 } });
  const books = { stores: bookOf(stores) };
  const { tab } = part('commitments');
  expect(figuresNamed(tab, { store: ' s1' }, books)).toEqual({ name: 'Store 1', target: 1_200_000 });
  // A store that is not there, none at all, and a table that was not read.
  expect(figuresNamed(tab, { store: 'S2' }, books)).toEqual({});
  expect(figuresNamed(tab, {}, books)).toEqual({});
  expect(figuresNamed(tab, { store: 'S1' }, {})).toEqual({});
});
