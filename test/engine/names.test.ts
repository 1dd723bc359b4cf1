import { isoDate } from '../../src/model/value';
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

test('a store is found among those that were signed though others have come to stand above it, and the days of the one that is chosen are its own', () => {
  const { addon, workbook } = plannedDesk({ language: 'en', sections: ['settings', 'baseline', 'stores'] });
  addon.run('generatePlan', { section: 'followUp' });
  const agreed = (index: number): number => (index + 1) * 12_000;
  const stores = ['first', ...names].map((storeId, index) => ({
    storeId,
    ownership: 'franchised',
    agreedTarget: agreed(index),
    months: Array<number>(12).fill(agreed(index) / 12),
    // The namesakes, which stand above, open in the month that is followed.
    ...(index > 0 && index <= names.length / 2 && { openedOn: '2027-04-20' }),
  }));
  const [first] = wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  const { planned } = addon.run('readSigning') as { readonly planned: number };
  expect(addon.run('signPlan', { request: 'sign', planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
  expect(addon.run('reopenPlan', { request: 'open', reason: 'one less' })).toMatchObject({ status: 'done' });
  wrote(addon, 'removeRecords', { request: 'removed', part: 'stores', records: [first] });
  const tab = tabIn(workbook, 'followUp');
  expect(names.map((_, index) => valueIn(tab, `n${index + 1}`, 'signedYear'))).toEqual(
    names.map((_, index) => agreed(index + 1)),
  );

  const day = { record: 'settings', field: 'dataThrough', from: null, to: '2027-04-15' };
  wrote(addon, 'saveRecord', { request: 'day', part: 'settings', changes: [day] });
  let from: string | null = null;
  for (const name of names) {
    const change = { record: 'followUpTerms', field: 'daysStore', from, to: name };
    wrote(addon, 'saveRecord', { request: name, part: 'followUpTerms', changes: [change] });
    from = name;
    const opens = names.indexOf(name) < names.length / 2 ? '2027-04-20' : '2027-04-01';
    const shown = Number(valueIn(tabIn(workbook, 'followUpTerms'), 'chosenFrom', 'value.1'));
    expect([name, isoDate(shown)]).toEqual([name, opens]);
  }
});

test('a store’s promise is its own, not that of one whose id would match', () => {
  const { addon, workbook } = plannedDesk({
    language: 'en',
    sections: ['settings', 'baseline', 'stores', 'targetSheet'],
  });
  const stores = names.map((storeId, index) => ({
    storeId,
    ownership: 'franchised',
    agreedTarget: (index + 1) * 1000,
  }));
  wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records: stores });
  addon.run('generatePlan', { section: 'commitments' });
  const records = names.map((store) => ({ store, promise: 'target', signedOn: '2026-10-21' }));
  wrote(addon, 'addRecords', { request: 'promises', part: 'commitments', records });
  const tab = tabIn(workbook, 'storeList');
  const shown = names.map((_, index) => ['storeId', 'promised'].map((column) => valueIn(tab, `n${index + 1}`, column)));
  expect(shown).toEqual(names.map((name, index) => [name, index + 1]));
});
