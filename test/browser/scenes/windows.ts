import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { cellOf, comes, kept, opened, pictured, ready, sampled, shown, sidebar, titleOf, typed } from '../hands';
import type { Scene } from '../scene';

const COMPANY_TARGET = { en: 'Company target', zh: '公司下达目标' };

/** 160 million, in the unit that is usual in each language: thousands, 万元. */
const TARGET_IN_UNITS = { en: '160000', zh: '16000' };

/** Two windows on one workbook: each sees the other's changes, and a form does not write over them. */
export const conflict: Scene = async ({ page, context, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  await sampled(page, language);
  const settings = titleOf('settings', language);
  const target = await cellOf(page, settings, 'companyTarget');
  const side = await sidebar(page, language);
  await side.locator('.parts .part').first().click();
  const input = side.getByLabel(COMPANY_TARGET[language], { exact: true });
  await input.fill(TARGET_IN_UNITS[language]);

  const second = await opened(context, page.url());
  await typed(second, settings, target, '170000000');
  await comes(() => shown(page, settings, target), '170,000,000');

  await page.bringToFront();
  await side.getByRole('button', { name: text.form.save, exact: true }).click();
  await side.getByRole('alert').filter({ hasText: text.conflict.body }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await pictured(page, `${language}-conflict`);
  expect(await shown(page, settings, target)).toBe('170,000,000');
  expect(await input.inputValue()).toBe(TARGET_IN_UNITS[language]);

  await side.getByLabel(text.conflict.mine).check();
  await side.getByRole('button', { name: text.conflict.save, exact: true }).click();
  await comes(() => shown(page, settings, target), '160,000,000');
  await comes(() => shown(second, settings, target), '160,000,000');
};

/** What one window undoes is undone in the other, and closing one leaves the other at work. */
export const undoneTogether: Scene = async ({ page, context, language }) => {
  await sampled(page, language);
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
