import { kept } from '../kept';
import { openedDesk, plannedDesk, savedFile } from './addon';
import { wrote } from './answer';
import { tabIn, valueIn } from './book';

const stores = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    storeId: `N${from + index}`,
    name: `Store ${from + index}`,
    ownership: 'franchised',
    lastYearSales: 1_200_000,
  }));

type List = ReturnType<typeof tabIn>;

/** Rows of the list overleaf that show something, from the top: stores, and what they add up to. */
function shown(list: List): { readonly stores: readonly string[]; readonly subtotals: readonly string[] } {
  const rows = [...list.rows.keys()].filter((row) => /^n\d+$/.test(row) && valueIn(list, row, 'name') !== '');
  const isSubtotal = (row: string): boolean => valueIn(list, row, 'group') !== '';
  return { stores: rows.filter((row) => !isSubtotal(row)), subtotals: rows.filter(isSubtotal) };
}

/** Names that the list overleaf shows, from the top. */
const listed = (workbook: Parameters<typeof tabIn>[0]): readonly unknown[] => {
  const list = tabIn(workbook, 'storeList');
  return shown(list).stores.map((row) => valueIn(list, row, 'name'));
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
  // Which tabs there are is read before the lock, and asked once more under it.
  expect(addon.calls.byName['DeveloperMetadataFinder.find']).toBe(2);
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
  const filled = (): string => {
    const { workbook, addon } = plannedDesk({ language: 'en' });
    wrote(addon, 'importRecords', { request: 'stores', part: 'stores', records: mixed(90) });
    return savedFile(workbook);
  };

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
    const { workbook, addon } = openedDesk(kept('90 stores of both ownerships', filled));
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

test('stores open in the year are listed, existing ones first, then new ones, and what each add up to', () => {
  const { workbook, addon } = plannedDesk({ language: 'en' });
  const growth = { record: 'franchised', field: 'growth', from: null, to: 0.1 };
  wrote(addon, 'saveRecord', { request: 'growth', part: 'baseline', changes: [growth] });
  const sells = { ownership: 'franchised', lastYearSales: 1_200_000 };
  const records = [
    { storeId: 'N1', name: 'Opened', ownership: 'franchised', openedOn: '2027-07-15' },
    { ...sells, storeId: 'N2', name: 'Old' },
    { ...sells, storeId: 'N3', name: 'Own', ownership: 'selfOperated' },
    { ...sells, storeId: 'N4', name: 'Gone', closedOn: '2026-12-31' },
    { ...sells, storeId: 'N5', name: 'Closing', closedOn: '2027-06-30' },
    { storeId: 'N6', name: 'Later', ownership: 'franchised', openedOn: '2028-01-01' },
  ];
  wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records });
  const list = tabIn(workbook, 'storeList');
  const { stores, subtotals } = shown(list);
  const rowsOf = (rows: readonly string[], ...fields: readonly string[]) =>
    rows.map((row) => fields.map((field) => valueIn(list, row, field)));
  // In thousands. 100,000 a month: 1.1 × 12, 1.1 × 6; by the ramp 50 + 70 + 85 + 3 × 100 from July on.
  expect(rowsOf(stores, 'name', 'finalTarget', 'quarter3', 'quarter4')).toEqual([
    ['Old', 1320, 330, 330],
    ['Closing', 660, 0, 0],
    ['Opened (new)', 505, 205, 300],
  ]);
  expect(rowsOf(subtotals, 'name', 'lastYearSales', 'finalTarget', 'quarter3', 'quarter4')).toEqual([
    ['Existing stores', 2400, 1980, 330, 330],
    ['New stores', 0, 505, 205, 300],
  ]);
  // The first is the franchised stores' target of the sheet.
  expect(valueIn(tabIn(workbook, 'baseline'), 'franchised', 'existingTarget')).toBe(1_980_000);
});

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
    expect(filled(workbook)).toBe(22);
    wrote(addon, 'importRecords', { request: 'first', part: 'stores', records: stores(1, 15) });
    expect([listed(workbook).length, filled(workbook)]).toEqual([15, 22]);
    wrote(addon, 'addRecords', { request: 'one', part: 'stores', records: stores(16, 1) });
    expect([listed(workbook).length, filled(workbook)]).toEqual([16, 42]);
    const changes = ids.slice(0, 30).map((record) => ({
      record,
      field: 'ownership',
      from: 'selfOperated',
      to: 'franchised',
    }));
    wrote(addon, 'saveRecord', { request: 'turned', part: 'stores', changes });
    expect([listed(workbook).length, filled(workbook)]).toEqual([46, 82]);
    expect(addon.run('generatePlan', {})).toMatchObject({ status: 'done', changed: 0 });
  });
});
