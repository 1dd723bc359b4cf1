import { plannedDesk } from './addon';
import { wrote } from './answer';
import { tabIn, valueIn } from './book';

const stores = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    storeId: `N${from + index}`,
    name: `Store ${from + index}`,
    ownership: 'franchised',
    lastYearSales: 1_200_000,
  }));

/** Names that the list overleaf shows, from the top. */
const listed = (workbook: Parameters<typeof tabIn>[0]): readonly unknown[] => {
  const list = tabIn(workbook, 'storeList');
  return [...list.rows.keys()]
    .filter((row) => /^n\d+$/.test(row))
    .map((row) => valueIn(list, row, 'name'))
    .filter((name) => name !== '');
};

test('the list overleaf shows every franchised store, however many are imported, without a further command', () => {
  const { workbook, addon } = plannedDesk({ language: 'en' });
  wrote(addon, 'importRecords', { request: 'first', part: 'stores', records: stores(1, 90) });
  expect(listed(workbook)).toHaveLength(90);
  wrote(addon, 'importRecords', { request: 'second', part: 'stores', records: stores(91, 160) });
  const names = listed(workbook);
  expect(names).toHaveLength(250);
  expect([names[0], names[249]]).toEqual(['Store 1', 'Store 250']);
});

test('saves and single additions within its room do not generate anything', () => {
  const { addon } = plannedDesk({ language: 'en' });
  wrote(addon, 'addRecords', { request: 'one', part: 'stores', records: stores(1, 1) });
  expect(addon.calls.byName['Sheet.insertRowsAfter'] ?? 0).toBe(0);
  expect(addon.calls.byName['DeveloperMetadataFinder.find']).toBe(1);
});
