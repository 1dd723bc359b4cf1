import { copyKey, imported } from '../../src/model/imported';
import { tableFaults } from '../../src/model/rules';
import type { Section } from '../../src/model/section';
import type { Tab } from '../../src/model/tab';
import { tabPlan } from '../../src/workbook/layout';

test.each([
  ['done', 'doneAs'],
  ['months.3', 'monthsAs.3'],
])('the copy of %s is %s', (cell, copy) => {
  expect(copyKey(cell)).toBe(copy);
});

const tab: Tab = { id: 'sales', shape: 'table', fields: imported('months', 'money', { cells: 12, monthly: true }) };
const text = { title: 'Sales', tabs: { sales: { title: 'Sales', fields: {} } } };
const section: Section = { id: 'sales', tabs: [tab], text: { zh: text, en: text } };

test('of several cells each has a copy of its own, is marked by it and found by it', () => {
  const { body, highlights, columns } = tabPlan(section, tab, 'en', []);
  expect(body?.['months.3']).toMatchObject({ owner: 'imported', copy: 'monthsAs.3' });
  expect(body?.['monthsAs.3']).toMatchObject({ owner: 'ours', content: null, copyOf: 'months.3' });
  expect(columns.filter(({ hidden }) => hidden).map(({ key }) => key)).toHaveLength(13);
  const marked = highlights.filter(({ look }) => look === 'typedOver');
  expect(marked).toHaveLength(12);
  expect(marked[2]).toMatchObject({ columns: ['months.3'], formula: expect.stringContaining('{monthsAs.3}') });
  const cells: Readonly<Record<string, number>> = { 'months.3': 7, 'monthsAs.3': 5, 'months.4': 0, 'monthsAs.5': 2 };
  const faults = tableFaults(tab, [{ id: 'a', value: (cell) => cells[cell] ?? null }], []);
  expect(faults.map(({ field, rule, params }) => [field, rule, params])).toEqual([
    ['months.3', 'typedOver', { got: '5' }],
    ['months.4', 'notImported', {}],
    // Cleared by hand.
    ['months.5', 'typedOver', { got: '2' }],
  ]);
});
