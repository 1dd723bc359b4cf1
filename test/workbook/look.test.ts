import { createWorkbook, loadAddon } from '../../host/index';
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
  const months = (name: string): string => `CHOOSE(MOD({means.firstMonth}+${name},12)+1,`;
  test.each<readonly [tab: string, language: Language, column: string, expected: unknown]>([
    ['summary', 'en', 'value.1', expect.stringContaining(`"Value · "&${months('-1')}"Jan"`)],
    ['summary', 'zh', 'value.2', expect.stringContaining(`${months('0')}"1月"`)],
    // Ramp and season index share the columns: a ramp's are a store's months, not the year's.
    ['settings', 'en', 'value.2', '2'],
    ['members', 'zh', 'value.2', '目标'],
  ])('%s %s %s', (tab, language, column, expected) => {
    const content = cellIn(plannedTab(tab, language), '#labels', column)?.content;
    const formula = typeof content === 'object' && content !== null ? content.formula : content;
    expect(Array.isArray(formula) ? formula[0] : formula).toEqual(expected);
  });
});

describe('a figure that carries its name has its minus behind the name', () => {
  const { use } = loadAddon({ code: '', workbook: createWorkbook() });
  const shown = (value: number, format: string): string =>
    use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive()
        .getActiveSheet()
        .getRange('A1')
        .setValue(value)
        .setNumberFormat(format)
        .getDisplayValue(),
    );
  const text = sections.find(({ id }) => id === 'targetSheet')?.text;
  test.each<readonly [Language, string, number, string]>([
    ['zh', 'franchisedFormat', -0.125, '加盟 -12.50%'],
    ['zh', 'selfOperatedFormat', 0.05, '自营 5.00%'],
    ['zh', 'allFormat', -0.0744, '合计 -7.44%'],
    ['zh', 'requiredFormat', -0.1071, '需要 -10.71%'],
    ['zh', 'sameStoreFormat', -0.01, '可比店 -1.00%'],
    ['zh', 'mixNeutralFormat', -0.0868, '剔除结构 -8.68%'],
    ['zh', 'totalFormat', -0.2065, '总业绩 -20.65%'],
    ['zh', 'upliftFormat', -1500, '提升 -1,500'],
    ['zh', 'gapFormat', -405.857, '差额 -405.86'],
    ['en', 'franchisedFormat', -0.125, 'franchised -12.50%'],
    ['en', 'requiredFormat', 0, 'required 0.00%'],
    ['en', 'totalFormat', -0.2065, 'total -20.65%'],
    ['en', 'upliftFormat', -1500, 'uplift -1,500'],
  ])('%s %s of %d is shown as %s', (language, format, value, expected) => {
    expect(shown(value, text?.[language].tabs.targetSheet?.words?.[format] ?? '')).toBe(expected);
  });
});
