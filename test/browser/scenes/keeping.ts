import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { words } from '../../../host/page/text';
import { axeFaults } from '../axe';
import { cellOf, idle, kept, pictured, ready, shown, titleOf, typed } from '../hands';
import type { Scene } from '../scene';

/** A workbook is there after a reload, changes, name and all; others are kept beside it, opened and deleted. */
export const reloaded: Scene = async ({ page, language }) => {
  const text = words[language];
  // A name is typed while the sample is being made, which gives the workbook one of its own.
  await page.getByRole('button', { name: text.offer.sample }).click();
  const name = page.getByLabel(text.title);
  await name.fill('Plan & <b>Co</b>');
  await page.waitForSelector('.offer', { state: 'detached' });
  await idle(page);
  await name.press('Enter');
  const first = page.url();
  const settings = titleOf('settings', language);
  const version = await cellOf(page, settings, 'version');
  await typed(page, settings, version, 'V2 ✓');
  await kept(page);
  await page.reload();
  await ready(page);
  expect(await name.inputValue()).toBe('Plan & <b>Co</b>');
  expect(await shown(page, settings, version)).toBe('V2 ✓');
  expect(await page.locator('.offer').count()).toBe(0);

  // Without an address of its own, the page opens what was changed last.
  await page.goto(new URL('/', first).href);
  await ready(page);
  expect(page.url()).toBe(first);

  await page.getByRole('button', { name: text.books.open, exact: true }).click();
  await page.getByRole('button', { name: text.books.new }).click();
  await page.waitForURL((url) => url.href !== first);
  await ready(page);
  expect(await page.locator('.o-sheet').count()).toBe(1);
  await page.getByRole('button', { name: text.books.open, exact: true }).click();
  await page.locator('dialog.books li').nth(1).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await pictured(page, `${language}-workbooks`);
  await page.locator('dialog.books .book', { hasText: 'Plan & <b>Co</b>' }).click();
  await page.waitForURL(first);
  await ready(page);
  expect(await shown(page, settings, version)).toBe('V2 ✓');

  await page.getByRole('button', { name: text.books.open, exact: true }).click();
  await page.getByRole('button', { name: text.books.remove('Plan & <b>Co</b>') }).click();
  await page.locator('dialog.question').waitFor();
  await pictured(page, `${language}-delete`);
  await page.locator('dialog.question .primary').click();
  await page.waitForURL((url) => url.href !== first);
  await ready(page);
  expect(await page.locator('.o-sheet').count()).toBe(1);
};

/** What is downloaded holds the figures of the page, and the formulas that made them. */
export const downloaded: Scene = async ({ page, language }) => {
  const text = words[language];
  const [baseline, summary] = [titleOf('baseline', language), titleOf('summary', language)];
  const cells = {
    [baseline]: await cellOf(page, baseline, 'avgStore', 5),
    [summary]: await cellOf(page, summary, 'total'),
  };
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: text.download }).click(),
  ]);
  await idle(page);
  expect(file.suggestedFilename()).toBe(`${text.sampleRegion}.xlsx`);
  const book = await readXlsx(new Uint8Array(readFileSync(await file.path())));
  expect(book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(cells)));
  const values = Object.entries(cells).map(([tab, cell]) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
    return book.sheets.find(({ name }) => name === tab)?.rows[Number(row) - 1]?.[letter.charCodeAt(0) - 65];
  });
  expect(values).toEqual([expect.closeTo(148_235.294117, 5), expect.closeTo(145_941_428.57, 2)]);
};
