import { type Desk, plannedDesk } from './addon';
import { asked, listing, wrote } from './answer';
import { tabIn } from './book';

/** Types into a cell of a tab as a person does, by the record's id or row's key and the column's key. */
function typed({ addon, workbook }: Desk, id: string, row: string, column: string, text: string): void {
  const tab = tabIn(workbook, id);
  const [at, across] = [tab.rows.get(row) ?? -1, tab.columns.get(column) ?? -1];
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(tab.name);
    addon.type(tab.name, sheet?.getRange(at + 1, across + 1).getA1Notation() ?? '', text);
  });
}

const store = { storeId: 'A1', name: 'First', lastYearSales: 100_000, lastYearMonths: 12 };

/** What Google would refuse if a rule that refuses stood beside a formula of ours: `""` is no number, no date, no choice. */
describe('what comes to nothing is written all the same', () => {
  test('a store, before growth is typed', () => {
    const desk = plannedDesk();
    wrote(desk.addon, 'addRecords', { request: 'a', part: 'stores', records: [{ ...store, ownership: 'franchised' }] });
    expect(listing(desk.addon, 'stores')[0]?.values.growth).toBeNull();
  });

  test('a self-operated store, by import', () => {
    const desk = plannedDesk();
    const records = [{ ...store, ownership: 'selfOperated' }];
    wrote(desk.addon, 'importRecords', { request: 'a', part: 'stores', records });
    expect(listing(desk.addon, 'stores')).toHaveLength(1);
  });

  test('a new channel', () => {
    const desk = plannedDesk();
    const before = listing(desk.addon, 'expansion').length;
    wrote(desk.addon, 'addRecords', { request: 'a', part: 'expansion', records: [{ channel: 'Own channel' }] });
    expect(listing(desk.addon, 'expansion')).toHaveLength(before + 1);
  });

  test('a row typed in the grid, then opened in the sidebar', () => {
    const desk = plannedDesk();
    const tab = tabIn(desk.workbook, 'stores');
    const first = Math.max(tab.rows.get('#total') ?? 0, tab.rows.get('#labels') ?? 0) + 2;
    desk.addon.type(tab.name, `B${first}`, 'A1');
    desk.addon.type(tab.name, `C${first}`, 'First');
    expect(listing(desk.addon, 'stores').map(({ values }) => values.storeId)).toEqual(['A1']);
  });

  test('a default of the baseline, restored', () => {
    const desk = plannedDesk();
    const change = { record: 'franchised', field: 'lastYearSales' };
    const save = (request: string, from: number | null, to: number | null) =>
      wrote(desk.addon, 'saveRecord', { request, part: 'baseline', changes: [{ ...change, from, to }] });
    save('type', null, 5_000_000);
    save('restore', 5_000_000, null);
    const tab = tabIn(desk.workbook, 'baseline');
    expect(tab.formulas[tab.rows.get('franchised') ?? 0]?.[tab.columns.get('lastYearSales') ?? 0]).toMatch(/^=/);
  });
});

test('what is wrong in a default is refused by the form, and taken in the grid, where a highlight marks it', () => {
  const desk = plannedDesk();
  const change = { record: 'settings', field: 'firstMonth', from: 1, to: 13 };
  expect(asked(desk.addon, 'saveRecord', { request: 'a', part: 'settings', changes: [change] }).status).toBe('invalid');
  typed(desk, 'settings', 'firstMonth', 'value.1', '13');
  const tab = tabIn(desk.workbook, 'settings');
  expect(tab.values[tab.rows.get('firstMonth') ?? 0]?.[tab.columns.get('value.1') ?? 0]).toBe(13);
});
