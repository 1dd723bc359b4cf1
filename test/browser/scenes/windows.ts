import type { Page } from 'playwright-core';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { cellOf, comes, kept, opened, pictured, ready, shown, sidebar, titleOf, typed } from '../hands';
import type { Scene } from '../scene';

declare const openWorkbook: Workbook;

const COMPANY_TARGET = { en: 'Company target', zh: '公司下达目标' };

/** 160 million, in the unit that is usual in each language: thousands, 万元. */
const TARGET_IN_UNITS = { en: '160000', zh: '16000' };

/** 175 million. */
const AGAIN_IN_UNITS = { en: '175000', zh: '17500' };

/** How many cells hold a text and no formula. */
const holding = (page: Page, text: string): Promise<number> =>
  page.evaluate((held) => {
    const { getters } = openWorkbook.model;
    const cells = getters.getSheetIds().flatMap((id) => getters.getCells(id));
    return cells.filter(
      (cell) => !cell.isFormula && getters.getCellText(getters.getCellPosition(cell.id)).includes(held),
    ).length;
  }, text);

/**
 * Two windows on one workbook: each sees the other's changes, and a form does not write over them; neither does what was
 * typed before the page was loaded again.
 */
export const conflict: Scene = async ({ page, context, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const settings = titleOf('settings', language);
  const target = await cellOf(page, settings, 'companyTarget');
  const side = await sidebar(page, language);
  await side.locator('.parts .part').first().click();
  const input = side.getByLabel(COMPANY_TARGET[language], { exact: true });
  await input.fill(TARGET_IN_UNITS[language]);

  const second = await opened(context, page.url());
  await typed(second, settings, target, '170000000');
  await comes(() => shown(page, settings, target), '170,000,000');
  // As it is typed, it stands in the log alone, where the trigger notes it.
  await comes(() => holding(page, '170000000'), 1);

  await page.bringToFront();
  await side.getByRole('button', { name: text.form.save, exact: true }).click();
  await side.getByRole('alert').filter({ hasText: text.conflict.body }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await pictured(page, `${language}-conflict`);
  expect(await shown(page, settings, target)).toBe('170,000,000');
  expect(await input.inputValue()).toBe(TARGET_IN_UNITS[language]);

  // Whose the other value is, which Google does not tell of what is typed in the grid, and since when.
  await side.locator('.clash', { hasText: text.log.unknown }).waitFor();

  await side.getByLabel(text.conflict.mine).check();
  await side.getByRole('button', { name: text.conflict.save, exact: true }).click();
  await comes(() => shown(page, settings, target), '160,000,000');
  await comes(() => shown(second, settings, target), '160,000,000');

  // Typed and not saved, the page gone, and the same field changed in the other window meanwhile.
  await input.fill(AGAIN_IN_UNITS[language]);
  await side.getByText(text.form.unsaved).waitFor();
  // What was typed first may still be kept, until a second after it was saved.
  const again = AGAIN_IN_UNITS[language];
  await comes(() => page.evaluate((typed) => JSON.stringify(localStorage).includes(typed), again), true);
  await typed(second, settings, target, '180000000');
  await comes(() => shown(page, settings, target), '180,000,000');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await ready(page);
  const anew = await sidebar(page, language);
  await anew.getByText(text.kept.title).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await pictured(page, `${language}-kept`);
  await anew.getByRole('button', { name: text.kept.resumeOne(settings) }).click();
  await anew.getByRole('alert').filter({ hasText: text.conflict.body }).waitFor();
  await pictured(page, `${language}-kept-conflict`);
  await anew.getByLabel(text.conflict.mine).check();
  await anew.getByRole('button', { name: text.conflict.save, exact: true }).click();
  await comes(() => shown(second, settings, target), '175,000,000');
  await comes(() => page.evaluate(() => JSON.stringify(localStorage).includes('companyTarget')), false);
};

/** What one window undoes is undone in the other, and closing one leaves the other at work. */
export const undoneTogether: Scene = async ({ page, context, language }) => {
  const settings = titleOf('settings', language);
  const version = await cellOf(page, settings, 'version');
  const before = await shown(page, settings, version);
  const second = await opened(context, page.url());
  await typed(page, settings, version, 'V9');
  await comes(() => shown(second, settings, version), 'V9');
  await page.keyboard.press('Control+z');
  await comes(() => shown(second, settings, version), before);
  await page.close();
  await typed(second, settings, version, 'V10');
  await kept(second);
  await second.reload();
  await ready(second);
  expect(await shown(second, settings, version)).toBe('V10');
};
