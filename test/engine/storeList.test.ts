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

describe('the list overleaf stays in the order of the store table, each franchised store once', () => {
  const mixed = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      storeId: `N${index + 1}`,
      name: `Store ${index + 1}`,
      ownership: index % 3 === 0 ? 'selfOperated' : 'franchised',
      lastYearSales: 1_200_000 - index,
    }));
  const franchised = (order: readonly number[]): readonly string[] =>
    order.filter((number) => number % 3 !== 1).map((number) => `Store ${number}`);
  const numbers = Array.from({ length: 90 }, (_, index) => index + 1);

  test.each<readonly [string, (sheets: readonly GoogleAppsScript.Spreadsheet.Sheet[]) => void, readonly number[]]>([
    ['nothing has happened', () => {}, numbers],
    [
      'the store table is sorted from its end',
      ([stores]) => {
        const [last, columns] = [stores?.getLastRow() ?? 0, stores?.getLastColumn() ?? 0];
        stores?.getRange(4, 1, last - 3, columns).sort({ column: salesAt(stores), ascending: true });
      },
      [...numbers].reverse(),
    ],
    ['rows are inserted among the stores', ([stores]) => stores?.insertRowsAfter(20, 3), numbers],
    ['so many that the table goes on below what is counted', ([stores]) => stores?.insertRowsAfter(20, 60), numbers],
    ['a row is inserted into the list itself', ([, list]) => list?.insertRowsAfter(30, 2), numbers],
    ['rows of stores are deleted', ([stores]) => stores?.deleteRows(4, 30), numbers.slice(30)],
  ])('when %s', (_, happened, order) => {
    const { workbook, addon } = plannedDesk({ language: 'en' });
    wrote(addon, 'importRecords', { request: 'stores', part: 'stores', records: mixed(90) });
    addon.use(({ SpreadsheetApp }) => {
      const file = SpreadsheetApp.getActive();
      const sheets = ['Store targets', 'Store list overleaf'].map((name) => file.getSheetByName(name));
      happened(sheets.filter((sheet) => sheet !== null));
    });
    expect(listed(workbook)).toEqual(franchised(order));
  });
});

const salesAt = (sheet: GoogleAppsScript.Spreadsheet.Sheet | undefined): number =>
  (sheet?.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0] ?? []).indexOf('lastYearSales') + 1;

describe('the list fills rows for the franchised stores and a few, not for all stores', () => {
  const own = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      storeId: `O${index}`,
      name: `Own ${index}`,
      ownership: 'selfOperated',
    }));
  const filled = (workbook: Parameters<typeof tabIn>[0]): number => {
    const list = tabIn(workbook, 'storeList');
    const column = list.columns.get('name') ?? -1;
    return list.formulas.filter((line) => (line[column] ?? '') !== '').length;
  };

  test('whatever comes by imports, additions and changes of ownership', () => {
    const { workbook, addon } = plannedDesk({ language: 'en' });
    const ids = wrote(addon, 'importRecords', { request: 'own', part: 'stores', records: own(150) });
    expect(filled(workbook)).toBe(20);
    wrote(addon, 'importRecords', { request: 'first', part: 'stores', records: stores(1, 15) });
    expect([listed(workbook).length, filled(workbook)]).toEqual([15, 20]);
    wrote(addon, 'addRecords', { request: 'one', part: 'stores', records: stores(16, 1) });
    expect([listed(workbook).length, filled(workbook)]).toEqual([16, 40]);
    const changes = ids.slice(0, 30).map((record) => ({
      record,
      field: 'ownership',
      from: 'selfOperated',
      to: 'franchised',
    }));
    wrote(addon, 'saveRecord', { request: 'turned', part: 'stores', changes });
    expect([listed(workbook).length, filled(workbook)]).toEqual([46, 80]);
    expect(addon.run('generatePlan', {})).toMatchObject({ status: 'done', changed: 0 });
  });
});
