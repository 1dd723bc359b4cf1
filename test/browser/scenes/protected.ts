import type { Page } from 'playwright-core';
import { words } from '../../../host/page/text';
import type { Workbook } from '../../../host/workbook';
import { axeFaults } from '../axe';
import { agreed, cellOf, comes, pictured, selected, shown, titleOf, typed } from '../hands';
import type { Scene } from '../scene';

declare const openWorkbook: Workbook;

/** What a cell holds, a formula as it is written. */
const held = (page: Page, tab: string, cell: string): Promise<string> =>
  page.evaluate(
    ([title, a1]) => {
      const { getters } = openWorkbook.model;
      const range = getters.getRangeFromSheetXC(getters.getActiveSheetId(), `'${title}'!${a1}`);
      const { left: col, top: row } = range.zone;
      return getters.getCellText({ sheetId: range.sheetId, col, row }, { showFormula: true });
    },
    [tab, cell] as const,
  );

/** Whether the grid takes the keys again. */
const isBack = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.classList.contains('o-composer') === true);

/**
 * A cell of ours is typed over, emptied, pasted over and filled only by who is asked first, with the keyboard alone; whoever
 * has said that it is enough is not asked for a while. What is there to be typed is typed without a question.
 */
export const protectedCells: Scene = async ({ page, language }) => {
  const text = words[language];
  const stores = titleOf('stores', language);
  const [target, below] = [await cellOf(page, stores, 'finalTarget', 4), await cellOf(page, stores, 'finalTarget', 5)];
  const sales = await cellOf(page, stores, 'lastYearSales', 4);
  const question = page.getByRole('dialog', { name: text.protected.title });
  const before = await held(page, stores, target);
  expect(before).toMatch(/^=/);

  await typed(page, stores, sales, '1000000');
  await comes(() => shown(page, stores, sales), /^1,000,000/);
  expect(await question.count()).toBe(0);

  await typed(page, stores, target, '7');
  await question.waitFor();
  await pictured(page, `${language}-protected`);
  expect(await axeFaults(page)).toEqual([]);
  // Escape leaves the cell, and the grid has the keys again.
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await held(page, stores, target)).toBe(before);
  await comes(() => isBack(page), true);

  for (const change of ['Delete', 'Control+v', 'Control+d']) {
    await selected(page, stores, sales);
    if (change === 'Control+v') await page.keyboard.press('Control+c');
    await selected(page, stores, change === 'Control+d' ? `${target}:${below}` : target);
    await page.keyboard.press(change);
    await question.waitFor();
    await question.getByRole('button', { name: text.buttons.CANCEL, exact: true }).click();
    await question.waitFor({ state: 'detached' });
    expect({ change, held: await held(page, stores, target) }).toEqual({ change, held: before });
  }

  // Drawn down by the handle of a cell: nothing is filled, and nothing stays ready to be filled.
  const next = await held(page, stores, below);
  await selected(page, stores, target);
  const handle = page.locator('.o-autofill').first();
  const { x = 0, y = 0, width = 0, height = 0 } = (await handle.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 30, { steps: 5 });
  await page.mouse.up();
  await question.getByRole('button', { name: text.buttons.CANCEL, exact: true }).click();
  await question.waitFor({ state: 'detached' });
  expect(await held(page, stores, below)).toBe(next);

  await typed(page, stores, target, '7');
  await agreed(page, language);
  await comes(() => held(page, stores, target), '7');
  await comes(() => isBack(page), true);
  await page.keyboard.press('Control+z');
  await comes(() => held(page, stores, target), before);

  // By the keys: on to the box, tick it, and agree.
  await typed(page, stores, target, '8');
  await question.waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  expect(await question.getByLabel(text.protected.tick).isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await comes(() => held(page, stores, target), '8');
  await typed(page, stores, target, '9');
  await comes(() => held(page, stores, target), '9');
  expect(await question.count()).toBe(0);
};
