import type { Page } from 'playwright-core';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { cellOf, chosen, comes, idle, inSidebar, pictured, selected, shown, titleOf } from '../hands';
import type { Props } from '../scene';

declare const openWorkbook: Workbook;

export const CHECK = { en: 'Check the workbook', zh: '检查工作簿' };

/** Damages the workbook as a person might: a tab is deleted, and figures are typed over formulas. */
async function damaged(page: Page, deleted: string, typedOver: readonly (readonly [tab: string, cell: string])[]) {
  for (const [tab, cell] of typedOver) {
    await selected(page, tab, cell);
    await page.evaluate(() => {
      const { model } = openWorkbook;
      const { sheetId, col, row } = model.getters.getActivePosition();
      model.dispatch('UPDATE_CELL', { sheetId, col, row, content: '7' });
    });
  }
  await page.evaluate((title) => {
    const { model } = openWorkbook;
    const sheetId = model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === title);
    if (sheetId !== undefined) model.dispatch('DELETE_SHEET', { sheetId, sheetName: title });
  }, deleted);
}

/** The check from the menu, on the sample: whole; damaged, with the way to each cell; mended with the keyboard alone. */
export async function checkedAndMended({ page, language }: Props): Promise<void> {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language].check;
  const looked = async (name: string): Promise<void> => {
    await pictured(page, `${language}-${name}`);
    expect({ view: name, faults: await axeFaults(page) }).toEqual({ view: name, faults: [] });
  };
  const side = await inSidebar(page, () => chosen(page, CHECK[language]));
  await side.getByText(text.fine).waitFor();
  await looked('check-fine');

  const [stores, summary] = [titleOf('stores', language), titleOf('summary', language)];
  const target = await cellOf(page, stores, 'finalTarget', 4);
  const before = await shown(page, stores, target);
  await damaged(page, summary, [
    [stores, target],
    [stores, await cellOf(page, stores, 'finalTarget', 6)],
  ]);
  await side.getByRole('button', { name: text.again }).click();
  await side.locator('.finding').nth(1).waitFor();
  expect(await side.locator('.finding').count()).toBe(2);
  await looked('check-found');
  // The cause first, and from each cell the way to it.
  expect(await side.locator('.finding').first().textContent()).toContain(text.meaning.tab);
  await side.getByRole('button', { name: text.toCell(stores, target) }).click();
  await comes(() => page.evaluate(() => openWorkbook.model.getters.getActivePosition().row), 3);

  await side.getByRole('button', { name: text.mendAll(3) }).focus();
  await page.keyboard.press('Enter');
  await side.getByText(text.mendedAll).waitFor();
  await looked('check-mended');
  expect(await side.locator('.finding').count()).toBe(0);
  expect(await shown(page, stores, target)).toBe(before);
  await page.locator(`.o-sheet[title="${summary}"]`).waitFor();
  await page.locator('aside.sidebar .close').click();
  await idle(page);
}
