import { plannedDesk } from './addon';
import { asked, listing, wrote } from './answer';
import { tabIn, valueIn } from './book';
import { checked } from './checked';

const store = (storeId: string, agreedTarget: number, more: object = {}) => ({
  storeId,
  name: `Store ${storeId}`,
  ownership: 'franchised',
  agreedTarget,
  ...more,
});

const promises = [
  { store: 'A', promise: 'target', promisedBy: 'Li Na', signedOn: '2026-10-20', reservation: 'once it is refitted' },
  { store: 'B', promise: 'own', own: 900, signedOn: '2026-10-21' },
  // Without a day it is not signed.
  { store: 'C', promise: 'floor', promisedBy: 'Wang' },
  // Of a new store, and of none: not among existing stores.
  { store: 'N', promise: 'stretch', promisedBy: 'Zhao', signedOn: '2026-10-22' },
  { store: 'X', promise: 'target', signedOn: '2026-10-22' },
];

test('what stores promise is held against their targets, printed overleaf, and added up once it is signed', () => {
  const { addon, workbook } = plannedDesk({ sections: ['settings', 'baseline', 'stores', 'targetSheet'] });
  const stores = [store('A', 1200), store('B', 1000), store('C', 2000), store('D', 800)];
  const records = [...stores, store('N', 500, { openedOn: '2027-03-01' })];
  wrote(addon, 'addRecords', { request: 'stores', part: 'stores', records });
  const overleaf = (column: string) =>
    ['n1', 'n2', 'n3', 'n4', 'n5'].map((row) => valueIn(tabIn(workbook, 'storeList'), row, column));
  const summary = () =>
    ['promisedStores', 'storesToPromise', 'promisedSales'].map((row) =>
      valueIn(tabIn(workbook, 'summary'), row, 'value.1'),
    );
  expect([summary(), overleaf('promised')]).toEqual([
    ['', '', ''],
    ['', '', '', '', ''],
  ]);
  addon.run('generatePlan', { section: 'commitments' });
  expect(summary()).toEqual([0, 4, 0]);
  wrote(addon, 'importRecords', { request: 'promises', part: 'commitments', records: promises });
  expect(listing(addon, 'commitments').map(({ values }) => [values.name, values.amount, values.difference])).toEqual([
    ['Store A', 1200, 0],
    ['Store B', 900, -100],
    ['Store C', 1800, -200],
    ['Store N', 550, 50],
    [null, null, null],
  ]);
  expect(summary()).toEqual([2, 4, 2100]);
  // In thousands; existing stores first.
  expect(overleaf('promised')).toEqual([1.2, 0.9, 1.8, '', 0.55]);
  expect(overleaf('promiseNote')).toEqual([
    'Li Na 2026-10-20 · once it is refitted',
    '2026-10-21',
    'Wang',
    '',
    'Zhao 2026-10-22',
  ]);
  expect(checked(addon)).toEqual([
    expect.stringMatching(/^Commitments .*: There is no “X” yet; please check it, or add it first\.$/),
  ]);
  const twice = { request: 'twice', part: 'commitments', records: [{ store: 'a', promise: 'floor' }] };
  expect(asked(addon, 'addRecords', twice).status).toBe('invalid');
});
