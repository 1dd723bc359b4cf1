import * as pageText from '../../../host/page/text';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { agreed, cellOf, chosen, comes, idle, inSidebar, pictured, selected, shown, titleOf, typed } from '../hands';
import type { Props } from '../scene';

declare const openWorkbook: Workbook;

/** The menu of a tab, and what agrees to what is asked. */
const DELETE = { en: 'Delete', zh: '删除' };
const OK = { en: 'OK', zh: '确定' };

export const CHECK = { en: 'Check the workbook', zh: '检查工作簿' };

/** Damages the workbook as a person might: a tab is deleted, and figures are typed over formulas. */
async function damaged(
  { page, language }: Pick<Props, 'page' | 'language'>,
  deleted: string,
  typedOver: readonly (readonly [tab: string, cell: string])[],
): Promise<void> {
  for (const [tab, cell] of typedOver) {
    await typed(page, tab, cell, '7');
    await agreed(page, language);
  }
  await selected(page, deleted, 'B2');
  await page.locator(`.o-sheet[title="${deleted}"]`).click({ button: 'right' });
  await page.locator('.o-menu-item').filter({ hasText: DELETE[language] }).click();
  // What goes with a tab of the plan is said before it goes.
  await page.getByText({ en: pageText.en, zh: pageText.zh }[language].losing(deleted)).waitFor();
  await pictured(page, `${language}-losing`);
  await page.getByRole('button', { name: OK[language], exact: true }).click();
  await page.locator(`.o-sheet[title="${deleted}"]`).waitFor({ state: 'detached' });
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
  await damaged({ page, language }, summary, [
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
