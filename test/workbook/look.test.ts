import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import { cellOf } from '../../src/workbook/image';
import { listsOf, tabPlan } from '../../src/workbook/layout';
import type { CellPlan, TabPlan } from '../../src/workbook/plan';

const lists = listsOf(sections);

function plannedTab(id: string, language: Language): TabPlan {
  for (const section of sections) {
    const tab = section.tabs.find((candidate) => candidate.id === id);
    if (tab) return tabPlan(section, tab, language, lists, () => 3);
  }
  throw new Error(`no tab ${id}`);
}

/** A planned cell: of a table's records without a row. */
function cellIn(plan: TabPlan, row: string | undefined, column: string): CellPlan | undefined {
  return row === undefined ? plan.body?.[column] : plan.rows.find(({ key }) => key === row)?.cells[column];
}

describe('text is broken into lines where the next cell would hide its end', () => {
  test.each<readonly [tab: string, row: string | undefined, column: string, wrapped: boolean]>([
    ['stores', undefined, 'name', true],
    ['stores', undefined, 'franchisee', true],
    ['stores', undefined, 'supervisor', true],
    ['stores', undefined, 'keyActions', true],
    ['stores', undefined, 'lastYearSales', false],
    ['storeList', 'n1', 'name', true],
    ['storeList', 'n1', 'franchisee', true],
    ['summary', 'requiredGrowth', 'label', true],
    // Hidden ids and steps of a computation must not make the rows higher that people see.
    ['stores', undefined, '#id', false],
    ['stores', '#fields', 'name', false],
    ['stores', undefined, 'listKey', false],
  ])('%s %s %s: %p', (tab, row, column, wrapped) => {
    const cell = cellIn(plannedTab(tab, 'zh'), row, column);
    expect(cell === undefined ? false : cellOf(cell, null, '').wrap).toBe(wrapped);
  });

  test('a row of the list to be signed has room for two lines and a hand', () => {
    expect(plannedTab('storeList', 'zh').rows.find(({ key }) => key === 'n1')?.height).toBeGreaterThanOrEqual(32);
  });
});

describe('what stands above a record’s values', () => {
  const months = (name: string): string => `CHOOSE(MOD(SUM({means.firstMonth})+${name},12)+1,`;
  test.each<readonly [tab: string, language: Language, row: string, column: string, expected: unknown]>([
    ['summary', 'en', '#labels', 'value.1', 'Value'],
    ['summary', 'zh', '#labels', 'value.2', ''],
    ['summary', 'en', '#months', 'value.1', expect.stringContaining(`${months('-1')}"Jan"`)],
    // Ramp and season index share the columns: a ramp's are a store's months, not the year's.
    ['settings', 'en', '#ramp', 'value.2', '2nd month'],
    ['settings', 'zh', '#season', 'value.2', expect.stringContaining(`${months('0')}"1月"`)],
    ['members', 'zh', '#labels', 'value.2', '目标'],
    // In what money is stands once in the head.
    [
      'settings',
      'zh',
      '#labels',
      'label',
      expect.stringContaining('"项目 · 金额 ("&IF({means.currency}={list.currency.CNY},"元"'),
    ],
    ['stores', 'en', '#total', 'storeId', expect.stringContaining('"Total ("&')],
    ['staff', 'en', '#total', 'role', 'Total'],
  ])('%s %s %s %s', (tab, language, row, column, expected) => {
    const content = cellIn(plannedTab(tab, language), row, column)?.content;
    const formula = typeof content === 'object' && content !== null ? content.formula : content;
    expect(Array.isArray(formula) ? formula[0] : formula).toEqual(expected);
  });
});
