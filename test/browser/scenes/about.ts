import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../../../host/page/text';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { opened, pictured, sidebar } from '../hands';
import type { Scene } from '../scene';
import { root } from '../stage';

/** What the page and the sidebar are made of can be read from each. */
export const licences: Scene = async (props) => {
  const { page, context, language } = props;
  const text = words[language];
  await page.getByRole('button', { name: text.offer.dismiss }).click();
  await page.getByRole('button', { name: text.about.open, exact: true }).click();
  await page.locator('dialog.question h2').waitFor();
  await pictured(page, `${language}-about-page`);
  expect(await axeFaults(page)).toEqual([]);
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: text.about.licences }).click(),
  ]);
  await other.waitForLoadState();
  const all = (await other.textContent('body')) ?? '';
  for (const name of ['@odoo/o-spreadsheet', '@odoo/owl', 'bootstrap', 'chart.js', 'font-awesome', 'preact'])
    expect(all).toMatch(new RegExp(`^${name} [\\d.]+ · `, 'm'));
  await other.close();
  await page.getByRole('button', { name: text.frame.close, exact: true }).click();
  expect(await page.locator('dialog').count()).toBe(0);

  const side = await sidebar(page, language);
  const { about, common } = { en: sidebarText.en, zh: sidebarText.zh }[language];
  await side.getByRole('button', { name: about.open, exact: true }).click();
  await side.getByLabel(about.licences).waitFor();
  expect(await side.getByLabel(about.licences).textContent()).toContain('zod');
  await pictured(page, `${language}-about-sidebar`);
  expect(await axeFaults(page)).toEqual([]);
  await side.getByRole('button', { name: common.back, exact: true }).click();
  await side.getByRole('button', { name: about.open, exact: true }).waitFor();
  await pictured(page, `${language}-about-link`);
};

/** The grid's own file may be replaced: here by the one in its package as it is, with a mark. */
export const replacedGrid: Scene = async ({ context, stage }) => {
  const file = join(root, 'node_modules', '@odoo', 'o-spreadsheet', 'dist', 'o_spreadsheet.esm.js');
  const body = `${readFileSync(file, 'utf8')}\nglobalThis.isReplaced = true;`;
  await context.route('**/o_spreadsheet.js', (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  const page = await opened(context, stage.address);
  expect(await page.evaluate('isReplaced')).toBe(true);
  expect(await page.locator('.o-spreadsheet .o-grid canvas').count()).toBeGreaterThan(0);
};
