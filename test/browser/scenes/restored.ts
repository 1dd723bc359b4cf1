import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { words } from '../../../host/page/text';
import { axeFaults } from '../axe';
import { kept, opened, pictured, ready, shown, typed } from '../hands';
import type { Scene } from '../scene';

/** Cuts off, in the middle, the last change that the browser keeps. */
const cutOff = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const name = 'changes';
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('region-targets'));
    const transaction = database.transaction(name, 'readwrite');
    const cursor = await settled(transaction.objectStore(name).openCursor(null, 'prev'));
    if (!cursor) throw new Error('no change is kept');
    const { value } = cursor;
    await settled(cursor.update({ ...value, message: value.message.slice(0, value.message.length / 2) }));
    database.close();
  });

/** A workbook whose last change cannot be replayed opens without it, and says so; the others, and all that is kept of it, are there. */
export const restoredFromWhole: Scene = async ({ page, context, language, stage }) => {
  const text = words[language];
  await page.getByRole('button', { name: text.offer.dismiss }).click();
  const sheet = (await page.locator('.o-sheet').first().getAttribute('title')) ?? '';
  const name = page.getByLabel(text.title);
  await name.fill('Plan');
  await name.press('Enter');
  for (const [row, value] of ['one', 'two', 'three'].entries()) await typed(page, sheet, `A${row + 1}`, value);
  await kept(page);
  const first = page.url();
  await page.close();

  // In a page that opens another workbook: one that has it open would write it anew.
  const other = await opened(context, new URL('/d/other/edit', first).href);
  await cutOff(other);
  const again = await opened(context, first);
  const told = again.locator('dialog.question');
  await told.getByText(text.restored.last('Plan', 1)).waitFor();
  await pictured(again, `${language}-restored`);
  expect(await axeFaults(again)).toEqual([]);
  await again.keyboard.press('Enter');
  expect(again.url()).not.toBe(first);
  expect(await shown(again, sheet, 'A1')).toBe('one');
  expect(await again.getByLabel(text.title).inputValue()).toBe(text.restored.title('Plan'));
  await typed(again, sheet, 'A4', 'four');
  await kept(again);

  await again.getByRole('button', { name: text.books.open, exact: true }).click();
  await again.locator('dialog.books li').nth(2).waitFor();
  await pictured(again, `${language}-restored-books`);
  expect(await axeFaults(again)).toEqual([]);
  const [file] = await Promise.all([
    again.waitForEvent('download'),
    again.getByRole('button', { name: text.books.raw('Plan') }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Plan.json');
  const raw = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect([raw.book.title, raw.changes.length > 3, JSON.stringify(raw).includes('two')]).toEqual(['Plan', true, true]);

  // Asked for again it is what was restored, with what was done since; where the usual address is taken that is said.
  const usual = 'http://127.0.0.1:1/';
  await again.route('**/served.json', (route) => route.fulfill({ json: { usual } }));
  await again.goto(first);
  await ready(again);
  await told.getByText(text.restored.known('Plan')).waitFor();
  await again.keyboard.press('Enter');
  expect(await shown(again, sheet, 'A4')).toBe('four');
  await again.getByText(text.elsewhere.said).waitFor();
  expect(await again.getByRole('link', { name: text.elsewhere.go(usual) }).getAttribute('href')).toBe(usual);
  expect(await axeFaults(again)).toEqual([]);
  await pictured(again, `${language}-elsewhere`);

  // A page that cannot be opened at all leads to the workbooks, and gives what is kept of each: here the script is not to be had.
  const apart = await stage.browser.newContext({ locale: { en: 'en-US', zh: 'zh-CN' }[language] });
  const bare = await opened(apart, stage.address);
  await bare.getByLabel(text.title).fill('Kept');
  await bare.getByLabel(text.title).press('Enter');
  await kept(bare);
  await bare.route('**/addon/Code.js', (route) => route.fulfill({ status: 500 }));
  await bare.reload();
  await bare.getByRole('heading', { name: text.failedPage.heading }).waitFor();
  expect(await axeFaults(bare)).toEqual([]);
  await pictured(bare, `${language}-failed`);
  const [all] = await Promise.all([
    bare.waitForEvent('download'),
    bare.getByRole('button', { name: text.books.raw('Kept') }).click(),
  ]);
  expect(JSON.parse(readFileSync(await all.path(), 'utf8')).book.title).toBe('Kept');
  await bare.unroute('**/addon/Code.js');
  await bare.getByRole('link', { name: 'Kept' }).click();
  await ready(bare);
  expect(await bare.getByLabel(text.title).inputValue()).toBe('Kept');
  await apart.close();
};
