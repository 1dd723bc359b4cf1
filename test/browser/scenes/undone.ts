import type { Page } from 'playwright-core';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import { cellOf, chosenFrom, comes, kept, ready, selected, shown, sidebar, stored, titleOf, typed } from '../hands';
import type { Scene } from '../scene';

declare const openWorkbook: Workbook;

const VERSION = { en: 'Version', zh: '版本' };
const SORT = {
  en: ['Data', 'Sort range', 'Descending (Z ⟶ A)'],
  zh: ['数据', '排序', '降序 (Z ⟶ A)'],
} as const;

/** Every cell that holds something: where it is, what it holds, what it shows. */
const cells = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(() => {
    const { getters } = openWorkbook.model;
    const found: Record<string, string> = {};
    for (const sheetId of getters.getSheetIds()) {
      for (const cell of getters.getCells(sheetId)) {
        const position = getters.getCellPosition(cell.id);
        const text = getters.getCellText(position, { showFormula: true });
        const { formattedValue } = getters.getEvaluatedCell(position);
        found[`${getters.getSheetName(sheetId)} ${position.row + 1} ${position.col + 1}`] =
          `${text} → ${formattedValue}`;
      }
    }
    return found;
  });

/** What was saved in the sidebar is undone and done again in the grid, rows are sorted, and a reload finds the same cells. */
export const undoneInGrid: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const settings = titleOf('settings', language);
  const version = await cellOf(page, settings, 'version');
  const before = await shown(page, settings, version);
  const side = await sidebar(page, language);
  await side.locator('.parts .part').first().click();
  await side.getByLabel(VERSION[language], { exact: true }).fill('V7');
  await side.getByRole('button', { name: text.form.save, exact: true }).click();
  await stored(side, language);
  await comes(() => shown(page, settings, version), 'V7');
  const saved = await cells(page);

  await selected(page, settings, version);
  await page.keyboard.press('Control+z');
  expect(await shown(page, settings, version)).toBe(before);
  await page.keyboard.press('Control+y');
  expect(await cells(page)).toEqual(saved);

  const stores = titleOf('stores', language);
  const first = await shown(page, stores, 'A4');
  await selected(page, stores, 'A4:J75');
  await chosenFrom(page, SORT[language]);
  await comes(async () => (await shown(page, stores, 'A4')) !== first, true);
  const sorted = await cells(page);
  await page.keyboard.press('Control+z');
  expect(await cells(page)).toEqual(saved);
  await page.keyboard.press('Control+y');
  expect(await cells(page)).toEqual(sorted);
  await typed(page, settings, version, 'V8');
  // In its cell, and in the log, where the trigger notes it.
  const holding = async () => Object.values(await cells(page)).filter((held) => /^"?V8"? → /.test(held)).length;
  await comes(holding, 2);
  // One undo takes back what was typed, with what the trigger noted of it.
  await page.keyboard.press('Control+z');
  expect(await cells(page)).toEqual(sorted);
  await page.keyboard.press('Control+y');
  expect(await holding()).toBe(2);
  const last = await cells(page);

  await kept(page);
  await page.reload();
  await ready(page);
  expect(await cells(page)).toEqual(last);
};
