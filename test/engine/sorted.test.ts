import { sections } from '../../src/sections';
import { openedDesk } from './addon';
import { ourSheets, recordIds, sheetTab, tabIn, type Value } from './book';
import { wholeFile } from './whole';

const file = wholeFile('en');
const unsorted = openedDesk(file).workbook;
const present = ourSheets(unsorted);
const tables = sections
  .flatMap((section) => section.tabs)
  .filter(({ id, shape }) => shape === 'table' && present.has(id))
  .map(({ id }) => id);

/** Sums in another order differ by their last binary places. */
const rounded = (value: Value): Value => (typeof value === 'number' ? Number(value.toPrecision(10)) + 0 : value);
const settled = (value: Value): Value => (typeof value === 'number' && Math.abs(value) < 1e-7 ? 0 : rounded(value));

/** What every tab but one shows. */
function shownElsewhere(
  workbook: ReturnType<typeof openedDesk>['workbook'],
  table: string,
): Readonly<Record<string, unknown>> {
  const shown: Record<string, readonly (readonly Value[])[]> = {};
  for (const [id, sheet] of ourSheets(workbook))
    if (id !== table && id !== 'log') shown[id] = sheetTab(workbook, sheet).values.map((line) => line.map(settled));
  return shown;
}

describe.each(tables)('%s', (table) => {
  const before = shownElsewhere(unsorted, table);

  test.each([true, false])('sorted (ascending: %p): every figure of the other tabs stays what it was', (ascending) => {
    const { workbook, addon } = openedDesk(file);
    const tab = tabIn(workbook, table);
    const rows = recordIds(tab);
    addon.use(({ SpreadsheetApp }) => {
      const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
      const first = Math.max(tab.rows.get('#total') ?? 0, tab.rows.get('#labels') ?? 0) + 2;
      sheet?.getRange(first, 1, sheet.getMaxRows() - first + 1, sheet.getMaxColumns()).sort({ column: 2, ascending });
    });
    const after = shownElsewhere(workbook, table);
    // The list overleaf follows the order of the stores.
    const { storeList: _before, ...othersBefore } = before;
    const { storeList: _after, ...othersAfter } = after;
    expect(othersAfter).toEqual(othersBefore);
    expect([...recordIds(tabIn(workbook, table))].sort()).toEqual([...rows].sort());
  });
});

test('sorting does put rows elsewhere', () => {
  const { workbook, addon } = openedDesk(file);
  const tab = tabIn(workbook, 'expansion');
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
    sheet?.getRange(4, 1, 7, sheet.getMaxColumns()).sort({ column: 2, ascending: false });
  });
  expect(recordIds(tabIn(workbook, 'expansion'))).not.toEqual(recordIds(tab));
});
