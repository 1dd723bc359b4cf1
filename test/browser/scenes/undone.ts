import type { Page } from 'playwright-core';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import {
  agreed,
  cellOf,
  chosenFrom,
  comes,
  kept,
  ready,
  selected,
  shown,
  sidebar,
  stored,
  titleOf,
  typed,
} from '../hands';
import type { Scene } from '../scene';

declare const openWorkbook: Workbook;

const VERSION = { en: 'Version', zh: '版本' };
const SORT = {
  en: ['Data', 'Sort range', 'Descending (Z ⟶ A)'],
  zh: ['数据', '排序', '降序 (Z ⟶ A)'],
} as const;

/** Every cell that holds something, by where it is: what it holds, what it shows; and what all of them come to, as a digest. */
interface Cells {
  readonly all: Readonly<Record<string, string>>;
  readonly digest: string;
}

/** All cells as they are. Of some ten thousand the digest is brought here alone, unless they are asked for. */
const looked = (page: Page, isAsked: boolean): Promise<Cells> =>
  page.evaluate(async (isWhole) => {
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
    const text = JSON.stringify(Object.entries(found).sort(([one], [other]) => (one < other ? -1 : 1)));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return { all: isWhole ? found : {}, digest: new Uint8Array(digest).join() };
  }, isAsked);

const cells = (page: Page): Promise<Cells> => looked(page, true);

/** Holds all cells to what they were; where they are others, says which. */
async function areAgain(page: Page, before: Cells): Promise<void> {
  const { digest } = await looked(page, false);
  if (digest !== before.digest) expect((await cells(page)).all).toEqual(before.all);
  expect(digest).toBe(before.digest);
}

/** How many cells hold a text and nothing else. */
const holding = (page: Page, text: string): Promise<number> =>
  page.evaluate((held) => {
    const { getters } = openWorkbook.model;
    const all = getters.getSheetIds().flatMap((id) => getters.getCells(id).filter(({ isFormula }) => !isFormula));
    const texts = all.map((cell) => getters.getCellText(getters.getCellPosition(cell.id)));
    return texts.filter((one) => one === held || one === `"${held}"`).length;
  }, text);

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
  await areAgain(page, saved);

  const stores = titleOf('stores', language);
  const first = await shown(page, stores, 'A4');
  await selected(page, stores, 'A4:J75');
  await chosenFrom(page, SORT[language]);
  // The ids beside the rows are protected, and go with them.
  await agreed(page, language);
  await comes(async () => (await shown(page, stores, 'A4')) !== first, true);
  const sorted = await cells(page);
  await page.keyboard.press('Control+z');
  await areAgain(page, saved);
  await page.keyboard.press('Control+y');
  await areAgain(page, sorted);
  await typed(page, settings, version, 'V8');
  // In its cell, and in the log, where the trigger notes it.
  await comes(() => holding(page, 'V8'), 2);
  // One undo takes back what was typed, with what the trigger noted of it.
  await page.keyboard.press('Control+z');
  await areAgain(page, sorted);
  await page.keyboard.press('Control+y');
  expect(await holding(page, 'V8')).toBe(2);
  const last = await cells(page);

  await kept(page);
  await page.reload();
  await ready(page);
  await areAgain(page, last);
};
