import { plannedDesk } from './addon';
import { wrote } from './answer';
import { tabIn, valueIn } from './book';
import { channelled, names, nobodies, openings, scoped } from './hardNames';

test('a store that a field names is found by its own id, whatever signs that holds', () => {
  const { workbook, rows } = scoped();
  const tab = tabIn(workbook, 'rates');
  const places = rows.map((row) => valueIn(tab, row, 'scopeAt'));
  expect(places).toEqual([...names.map((_, index) => index + 1), ...nobodies.map(() => '')]);
});

test('a channel’s openings are those of stores of its own name', () => {
  const { workbook, rows } = channelled();
  const tab = tabIn(workbook, 'expansion');
  expect(rows.map((row) => valueIn(tab, row, 'actualOpenings'))).toEqual(openings);
});

test('without a plan year nothing has opened in it', () => {
  const { workbook, addon } = plannedDesk({ language: 'en', sections: ['settings', 'stores', 'expansion'] });
  const store = { storeId: 'S1', ownership: 'franchised', channel: 'Own', openedOn: '2027-05-01' };
  const stores = [store, { ...store, storeId: 'S2', openedOn: null }];
  wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  const [own = ''] = wrote(addon, 'addRecords', { request: 'own', part: 'expansion', records: [{ channel: 'Own' }] });
  expect(valueIn(tabIn(workbook, 'expansion'), own, 'actualOpenings')).toBe(1);
  const settings = tabIn(workbook, 'settings');
  const [row, column] = [settings.rows.get('planYear') ?? 0, settings.columns.get('value.1') ?? 0];
  addon.use(({ SpreadsheetApp }) => {
    SpreadsheetApp.getActive()
      .getSheetByName(settings.name)
      ?.getRange(row + 1, column + 1)
      .clearContent();
  });
  expect(valueIn(tabIn(workbook, 'expansion'), own, 'actualOpenings')).toBe(0);
});
