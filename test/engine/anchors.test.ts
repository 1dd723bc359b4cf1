import { quietly } from '../../host/engine/model';
import { createWorkbook, type Workbook, type WorkbookOptions } from '../../host/workbook';
import { plannedTab } from '../../src/app/described';
import { kept } from '../kept';
import { type Desk, deskOn, openedDesk, savedFile } from './addon';
import { asked, wrote } from './answer';
import { ourSheets, recordIds, type Tab, tabIn, valueIn } from './book';
import { inApril } from './followed';
import { wholeFile } from './whole';

/** Google's way with a formula whose first row is deleted is told nowhere: both. */
const ways: readonly (readonly [name: string, way: WorkbookOptions['deletedAnchor']])[] = [
  ['what a rule cites of a deleted row is lost', 'lost'],
  ['a rule goes on with the next row', 'kept'],
];

/** Stores in April with January closed, after which the first one's figure of it has changed, and another's. */
const closedFile = (): string =>
  kept('a closed month that has changed', () => {
    const { addon, workbook } = openedDesk(savedFile(inApril().workbook));
    expect(asked(addon, 'closeMonth', { request: 'close', part: 'closings', record: 'm1' })).toMatchObject({
      status: 'done',
    });
    const sold = [
      ['A', 91_000],
      ['C', 39_000],
    ].map(([storeId, january]) => ({ storeId, sales: [january, ...Array(11).fill(null)] }));
    const importing = { request: 'late', part: 'actuals', records: sold, confirmed: true, reason: 'late' };
    wrote(addon, 'importRecords', importing);
    return savedFile(workbook);
  });

const opened = (file: string, deletedAnchor: WorkbookOptions['deletedAnchor']): Desk =>
  deskOn(createWorkbook({ data: JSON.parse(file), ...(deletedAnchor && { deletedAnchor }) }));

const tables = (workbook: Workbook): readonly (readonly [id: string, tab: Tab])[] =>
  [...ourSheets(workbook).keys()]
    .filter((id) => plannedTab(id, 'en')?.shape === 'table' && (plannedTab(id, 'en')?.highlights.length ?? 0) > 0)
    .map((id) => [id, tabIn(workbook, id)] as const);

/** What highlights paint of a tab, by row and column; rows without an id are left out. */
function painted({ model: { getters } }: Workbook, { sheet, rows, columns }: Tab): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const [row, at] of rows)
    for (const [column, col] of columns) {
      const style = getters.getCellConditionalFormatStyle({ sheetId: sheet, col, row: at });
      if (style) cells[`${row} ${column}`] = JSON.stringify(style);
    }
  return cells;
}

const paintedIn = (workbook: Workbook): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  workbook.settle();
  return Object.fromEntries(tables(workbook).map(([id, tab]) => [id, painted(workbook, tab)]));
};

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a person does in the grid of each table with some records; how many tables that are. */
function inTables(
  { addon, workbook }: Desk,
  work: (sheet: Sheet, first: number, records: readonly string[]) => void,
): number {
  const all = tables(workbook).flatMap(([, tab]) => {
    const records = recordIds(tab);
    const first = Math.min(...records.map((id) => tab.rows.get(id) ?? 0)) + 1;
    return records.length > 1 ? [{ name: tab.name, first, records }] : [];
  });
  expect(all.length).toBeGreaterThan(1);
  addon.use(({ SpreadsheetApp }) => {
    for (const { name, first, records } of all) {
      const sheet = SpreadsheetApp.getActive().getSheetByName(name);
      if (sheet) work(sheet, first, records);
    }
  });
  return all.length;
}

const deleteFirst = (desk: Desk): number => inTables(desk, (sheet, first) => void sheet.deleteRow(first));

/** The same record deleted where it is not the first: what stood there is sorted before. */
function deleteElsewhere(desk: Desk): void {
  inTables(desk, (sheet, first, records) => {
    const [id = ''] = records;
    const ascending = [...records].sort()[0] !== id;
    sheet.getRange(first, 1, records.length, sheet.getMaxColumns()).sort({ column: 1, ascending });
    const keys = sheet.getRange(first, 1, records.length).getValues();
    const at = keys.findIndex(([key]) => key === id);
    expect(at).toBeGreaterThan(0);
    sheet.deleteRow(first + at);
  });
}

describe.each([
  ['a plan that is filled', () => wholeFile('en')],
  ['stores that are followed, with a closed month', closedFile],
])('%s', (_, file) => {
  const plain = (): Desk => opened(file(), 'lost');

  test('nothing is painted in rows of heads', () => {
    const cells = Object.values(paintedIn(plain().workbook)).flatMap((painted) => Object.keys(painted));
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter((at) => at.startsWith('#'))).toEqual([]);
  });

  test.each(ways)(
    'the first record of each table is deleted in the grid: where %s, the others stay as painted, and undone all',
    (_, way) => {
      const elsewhere = plain();
      deleteElsewhere(elsewhere);
      const desk = opened(file(), way);
      const whole = paintedIn(desk.workbook);
      const deleted = deleteFirst(desk);
      const left = paintedIn(desk.workbook);
      expect(left).toEqual(paintedIn(elsewhere.workbook));
      expect(left).not.toEqual(whole);
      for (let time = 0; time < deleted; time += 1) quietly(() => desk.workbook.model.dispatch('REQUEST_UNDO'));
      expect(paintedIn(desk.workbook)).toEqual(whole);
    },
  );

  test('a row is inserted above the first record of each table: all stays as painted, and the row is painted like the others', () => {
    const desk = plain();
    const { addon, workbook } = desk;
    const whole = paintedIn(workbook);
    inTables(desk, (sheet, first) => void sheet.insertRowBefore(first));
    expect(paintedIn(workbook)).toEqual(whole);
    const stores = tabIn(workbook, 'stores');
    const [first = ''] = recordIds(stores);
    const row = stores.rows.get(first) ?? 0;
    addon.type(stores.name, `B${row}`, 'NEW');
    const now = tabIn(workbook, 'stores');
    const id = recordIds(now).find((one) => valueIn(now, one, 'storeId') === 'NEW') ?? '';
    const cells = painted(workbook, now);
    expect(cells[`${id} storeId`]).toBe(cells[`${first} storeId`]);
  });
});

describe.each(ways)('where %s', (_, way) => {
  test('the first store is removed in the sidebar, and the first of what was sold: the red cell of the other stays', () => {
    const { addon, workbook } = opened(closedFile(), way);
    const red = (): readonly string[] => {
      const tab = tabIn(workbook, 'actuals');
      return Object.entries(painted(workbook, tab)).flatMap(([at, style]) => {
        const [id = '', key = ''] = at.split(' ');
        return key.startsWith('sales.') && style.includes('#fce8e6') ? [`${valueIn(tab, id, 'storeId')} ${key}`] : [];
      });
    };
    expect(red()).toEqual(['A sales.1', 'C sales.1']);
    for (const part of ['stores', 'actuals']) {
      const [first] = recordIds(tabIn(workbook, part));
      wrote(addon, 'removeRecords', { request: part, part, records: [first] });
    }
    expect(red()).toEqual(['C sales.1']);
  });
});
