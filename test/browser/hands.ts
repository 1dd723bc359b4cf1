import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { words } from '../../host/page/text';
import type { Workbook } from '../../host/workbook';
import * as sidebarText from '../../sidebar/text';
import type { Language } from '../../src/model/language';
import { sections } from '../../src/sections';
import { root } from './stage';

/** What the page leaves for the console. */
declare const openWorkbook: Workbook;

/** Opens the page, or a workbook's address on it. */
export async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  return page;
}

export const ready = (page: Page) => page.waitForSelector('html[data-ready=true]');

/** Waits until what the page does is done. */
export const idle = (page: Page) => page.waitForSelector('.busy', { state: 'detached' });

export async function sampled(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: words[language].offer.sample }).click();
  await page.waitForSelector('.offer', { state: 'detached' });
  await idle(page);
}

/** Waits until everything is kept. */
export const kept = (page: Page) => page.waitForSelector('.saved[data-saved=saved]');

/** Chooses an item of a menu, by the captions on the way to it. */
async function chosenIn(page: Page, menu: Locator, captions: readonly string[]): Promise<void> {
  await menu.click();
  for (const caption of captions) await page.locator('.o-menu-item', { hasText: caption }).first().click();
}

/** Chooses an item of the add-on's menu, by its captions from the outermost on. */
export const chosen = (page: Page, ...captions: readonly string[]): Promise<void> =>
  chosenIn(page, page.locator('.o-topbar-menu').last(), captions);

/** Chooses an item of one of the grid's own menus, the captions beginning with the menu's. */
export const chosenFrom = (page: Page, [menu, ...captions]: readonly [string, ...string[]]): Promise<void> =>
  chosenIn(page, page.locator('.o-topbar-menu', { hasText: menu }).first(), captions);

/**
 * The page in the sidebar that something opens, in place of the one that is open now; a frame's locator would be looked
 * up anew at each step.
 */
export async function inSidebar(page: Page, open: () => Promise<void>): Promise<Frame> {
  await page.evaluate(() => document.querySelector('aside.sidebar iframe')?.setAttribute('data-former', ''));
  await open();
  const place = await page.waitForSelector('aside.sidebar iframe:not([data-former])');
  const frame = await place.contentFrame();
  if (!frame) throw new Error('the sidebar has no page');
  await frame.locator('main h1').waitFor();
  return frame;
}

/** The sidebar's page, opened from the menu. */
export const sidebar = (page: Page, language: Language): Promise<Frame> =>
  inSidebar(page, () => chosen(page, { en: 'Open the plan', zh: '打开计划' }[language]));

/** Goes back to the sidebar's first view, wherever it is: a view that is still being read has neither parts nor a way back. */
export async function home(side: Frame, language: Language): Promise<void> {
  const { back: name } = { en: sidebarText.en, zh: sidebarText.zh }[language].common;
  const [parts, back] = [side.locator('.parts'), side.getByRole('button', { name, exact: true })];
  for (;;) {
    await parts.or(back).first().waitFor();
    if ((await parts.count()) > 0) return;
    await back.click();
    await side.locator('main h1').waitFor();
  }
}

/** Waits until the open form is saved: what is said of it stands in the form, a notice may be of the form before. */
export async function stored(side: Frame, language: Language): Promise<void> {
  const said = { en: sidebarText.en, zh: sidebarText.zh }[language].form.saved('').trim();
  await side.locator('.foot [role=status]', { hasText: said }).waitFor();
}

/** A tab's title in a language. */
export function titleOf(tab: string, language: Language): string {
  for (const { text } of sections) {
    const found = text[language].tabs[tab];
    if (found) return found.title;
  }
  throw new Error(`no section has a tab ${tab}`);
}

/** Whether a cell of a tab is the one selected, and takes the keys. */
const isSelected = (page: Page, tab: string, cell: string): Promise<boolean> =>
  page.evaluate(
    ([title, a1]) => {
      const { getters } = openWorkbook.model;
      const { sheetId, col, row } = getters.getActivePosition();
      const { left, top } = getters.getRangeFromSheetXC(sheetId, a1).zone;
      const asked = getters.getMainCellPosition({ sheetId, col: left, row: top });
      const takesKeys = document.activeElement?.classList.contains('o-composer') === true;
      return takesKeys && getters.getSheetName(sheetId) === title && col === asked.col && row === asked.row;
    },
    [tab, cell] as const,
  );

/** How often a person tries to select a cell that another is selected instead of. */
const TRIES = 5;

/**
 * Shows a tab and selects a cell of it. The grid takes the keyboard to itself some time after another tab is shown: the
 * name of a cell that is typed just then goes to the cell selected before, and a person sees that and does it again.
 */
export async function selected(page: Page, tab: string, cell: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    // Two clicks on a tab that is shown already would be one to rename it.
    const other = page.locator(`.o-sheet:not(.active)[title="${tab}"]`);
    if ((await other.count()) > 0) await other.click();
    const name = page.locator('.o-spreadsheet input').first();
    await name.fill(cell);
    await name.press('Enter');
    const end = Date.now() + 2000;
    while (Date.now() < end) if (await isSelected(page, tab, cell)) return;
    if (tries === TRIES) throw new Error(`${tab}!${cell} is not selected`);
    await page.keyboard.press('Escape');
  }
}

/** Where a person is at the page and what it says, for what failed there. */
export const seenAt = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const textOf = (place: string) => document.querySelector(place)?.textContent?.trim() ?? 'nothing';
    const { getters } = openWorkbook.model;
    const { sheetId, col, row } = getters.getActivePosition();
    return [
      `selected: ${getters.getSheetName(sheetId)}, column ${col + 1}, row ${row + 1}`,
      `takes the keys: ${document.activeElement?.className ?? 'nothing'}`,
      `said: ${textOf('.said')}`,
      `at work on: ${textOf('.busy')}`,
    ].join('\n');
  });

/** Types into a cell as a person does. */
export async function typed(page: Page, tab: string, cell: string, text: string): Promise<void> {
  await selected(page, tab, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Answers that what is protected is to be changed all the same. */
export async function agreed(page: Page, language: Language): Promise<void> {
  const text = words[language];
  const question = page.getByRole('dialog', { name: text.protected.title });
  await question.getByRole('button', { name: text.buttons.OK, exact: true }).click();
  await question.waitFor({ state: 'detached' });
}

/** A cell as it is shown. */
export function shown(page: Page, tab: string, cell: string): Promise<string> {
  return page.evaluate(
    ([title, a1]) => {
      const { getters } = openWorkbook.model;
      const range = getters.getRangeFromSheetXC(getters.getActiveSheetId(), `'${title}'!${a1}`);
      const { left: col, top: row } = range.zone;
      return getters.getEvaluatedCell({ sheetId: range.sheetId, col, row }).formattedValue;
    },
    [tab, cell] as const,
  );
}

/** The cell of a tab that holds a field: of a table or fixed rows by the row's number, of a record its value. */
export function cellOf(page: Page, tab: string, field: string, row?: number): Promise<string> {
  return page.evaluate(
    ([title, id, at]) => {
      const { getters } = openWorkbook.model;
      const sheetId = getters.getSheetIds().find((candidate) => getters.getSheetName(candidate) === title) ?? '';
      const letters = (col: number): string =>
        (col >= 26 ? letters(Math.floor(col / 26) - 1) : '') + String.fromCharCode(65 + (col % 26));
      const key = (col: number, down: number) => getters.getEvaluatedCell({ sheetId, col, row: down }).value;
      if (at !== undefined) {
        for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
          if (key(col, 0) === id) return `${letters(col)}${at}`;
        }
      }
      for (let down = 0; down < getters.getNumberRows(sheetId); down++) {
        if (key(0, down) !== id) continue;
        for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
          if (key(col, 0) === 'value.1') return `${letters(col)}${down + 1}`;
        }
      }
      throw new Error(`${title} has no ${id}`);
    },
    [tab, field, row] as const,
  );
}

/** Whether pictures are kept, to be looked at: a picture of each view takes the browser time that no check needs. */
const isPictured = process.env.PICTURES !== undefined;

/** How long nothing of a view has changed when it stands still, in milliseconds. */
const STILL = 100;

/** Waits until a view stands still: nothing of it is still being read, changes or moves. */
async function still(page: Page): Promise<void> {
  const reading = [sidebarText.en, sidebarText.zh].map(({ common }) => common.loading);
  const frames = page.frames().filter((frame) => frame.url() !== 'about:blank');
  await Promise.all(
    frames.map((frame) =>
      frame.evaluate(
        async ([quiet, texts]) => {
          const unchanged = (): Promise<void> =>
            new Promise((resolve) => {
              const end = (): void => {
                watch.disconnect();
                resolve();
              };
              let timer = setTimeout(end, quiet);
              const watch = new MutationObserver(() => {
                clearTimeout(timer);
                timer = setTimeout(end, quiet);
              });
              watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            });
          const isReading = (): boolean =>
            [...document.querySelectorAll('.quiet')].some(({ textContent }) => texts.includes(textContent ?? ''));
          do await unchanged();
          while (isReading());
          const moving = document
            .getAnimations()
            .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
          await Promise.allSettled(moving.map(({ finished }) => finished));
        },
        [STILL, reading] as const,
      ),
    ),
  );
}

/** Waits until a view stands still, and keeps a picture of it where pictures are asked for (`PICTURES=1`). */
export async function pictured(page: Page, name: string): Promise<void> {
  await still(page);
  if (!isPictured) return;
  mkdirSync(join(root, 'screenshots'), { recursive: true });
  await page.screenshot({ path: join(root, 'screenshots', `${name}.png`) });
}

/** Reads until what is read is as expected; fails with what was read last. */
export async function comes(read: () => Promise<unknown>, expected: unknown, within = 60_000): Promise<void> {
  const end = Date.now() + within;
  for (;;) {
    const value = await read();
    const isThere = expected instanceof RegExp ? expected.test(String(value)) : value === expected;
    if (isThere) return;
    if (Date.now() > end) {
      if (expected instanceof RegExp) expect(String(value)).toMatch(expected);
      else expect(value).toBe(expected);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
