import type { Frame, Page } from 'playwright-core';
import { csvOf } from '../../../host/bench/region';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { cellOf, comes, kept, pictured, ready, shown, sidebar, titleOf } from '../hands';
import type { Props, Scene } from '../scene';

/** What the page leaves for the console. */
declare const openWorkbook: Workbook;

/** Two blocks of five hundred at most: one is written, one is stopped before. */
const STORES = 510;

/** The numbers of the stores that stand in the workbook. */
async function numbers(page: Page, tab: string): Promise<readonly string[]> {
  const first = await cellOf(page, tab, 'storeId', 4);
  return page.evaluate(
    ([title, cell, column]) => {
      const { getters } = openWorkbook.model;
      const range = getters.getRangeFromSheetXC(getters.getActiveSheetId(), `'${title}'!${cell}:${column}`);
      const cells = getters.getEvaluatedCellsInZone(range.sheetId, range.zone);
      return cells.map(({ value }) => String(value ?? '')).filter((text) => text !== '');
    },
    [tab, first, first.replace(/\d/g, '')] as const,
  );
}

/** Has a button pressed the moment it is there: a hand that is slower than that is heard only between two blocks. */
export const pressedOnceThere = (side: Frame, name: string): Promise<void> =>
  side.locator('body').evaluate((body, label) => {
    const look = new MutationObserver(() => {
      const found = [...body.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label);
      if (!found) return;
      look.disconnect();
      found.click();
    });
    look.observe(body, { subtree: true, childList: true });
  }, name);

/** An import is stopped after the block that is on its way, goes on where it stopped, and is there after a reload. */
export const importStopped: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const tab = titleOf('stores', language);
  const side = await sidebar(page, language);
  const button = (name: string) => side.getByRole('button', { name, exact: true });
  const looked = async (name: string): Promise<void> => {
    await pictured(page, `${language}-import-${name}`);
    expect({ view: name, faults: await axeFaults(page) }).toEqual({ view: name, faults: [] });
  };
  await side.locator('.parts .part', { hasText: tab }).first().click();
  await button(text.part.importFile).click();
  await side
    .locator('input[type=file]')
    .setInputFiles({ name: 'stores.csv', mimeType: 'text/csv', buffer: csvOf(STORES) });
  await button(text.intake.go(STORES)).waitFor();
  await pressedOnceThere(side, text.intake.stop);
  await button(text.intake.go(STORES)).click();
  await side.getByText(text.intake.stopped).waitFor();
  await looked('stopped');
  await side.getByText(text.intake.progress(500, STORES)).waitFor();
  expect((await numbers(page, tab)).length).toBe(500);

  await button(text.intake.resume).click();
  await side.getByText(text.intake.done(STORES, 0)).waitFor();
  await looked('done');
  const all = Array.from({ length: STORES }, (_, index) => `S${index + 1}`);
  expect(await numbers(page, tab)).toEqual(all);
  await kept(page);
  await page.reload();
  await ready(page);
  await comes(async () => (await numbers(page, tab)).join(), all.join());

  await takenBack({ page, language }, looked);
};

/** A second file is proposed field by field, written, and taken back as a whole. */
async function takenBack(
  { page, language }: Pick<Props, 'page' | 'language'>,
  looked: (name: string) => Promise<void>,
): Promise<void> {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const tab = titleOf('stores', language);
  const side = await sidebar(page, language);
  const button = (name: string) => side.getByRole('button', { name, exact: true });
  const [first, before] = [await cellOf(page, tab, 'lastYearSales', 4), await numbers(page, tab)];
  const sales = await shown(page, tab, first);
  await side.locator('.parts .part', { hasText: tab }).first().click();
  await button(text.part.importFile).click();
  await side
    .getByLabel(text.intake.paste)
    .fill(
      'storeId,name,ownership,lastYearSales\nS1,Harbour,franchised,2345678\nX1,One,franchised,1000000\nX2,Two,franchised,',
    );
  await button(text.intake.read).click();
  await button(text.intake.go(3)).waitFor();
  await side.getByText(text.proposed.added(2)).click();
  await looked('proposed');
  await button(text.intake.go(3)).click();
  await side.getByText(text.intake.done(2, 1)).waitFor();
  await looked('taken');
  expect(await numbers(page, tab)).toEqual([...before, 'X1', 'X2']);
  expect(await shown(page, tab, first)).not.toBe(sales);
  await button(text.common.undo).click();
  await side.getByText(text.done.undone).waitFor();
  await looked('taken-back');
  expect(await numbers(page, tab)).toEqual(before);
  expect(await shown(page, tab, first)).toBe(sales);
}
