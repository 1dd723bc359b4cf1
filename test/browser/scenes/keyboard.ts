import * as sidebarText from '../../../sidebar/text';
import { comes, sidebar, stored, titleOf } from '../hands';
import type { Scene } from '../scene';

/** Whoever works without a mouse is never put back to the start; rows follow each other as their list has them. */
export const keyboardAlone: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const side = await sidebar(page, language);
  const pressed = (name: string) => side.getByRole('button', { name, exact: true }).press('Enter');
  const focused = () =>
    side.locator('body').evaluate(({ ownerDocument: { activeElement: at } }) => {
      const name = at?.getAttribute('aria-label') ?? at?.getAttribute('data-cell') ?? at?.textContent;
      return `${at?.tagName} ${name}`;
    });
  const manager = side.locator('[data-cell=manager]');

  await side.locator('.parts .part', { hasText: titleOf('stores', language) }).press('Enter');
  await side.getByLabel(text.part.sort).selectOption('down');
  const names = side.locator('.rows .name');
  const [first = '', second = ''] = [await names.first().textContent(), await names.nth(1).textContent()];
  await side.locator('.rows button').first().press('Enter');
  await comes(focused, `H1 ${first}`);
  await side.getByText(text.form.place(1, 72)).waitFor();
  await pressed(text.form.next);
  await side.locator('h1', { hasText: second ?? '' }).waitFor();
  await side.getByText(text.form.place(2, 72)).waitFor();
  await comes(focused, `BUTTON ${text.form.next}`);

  await manager.fill('A');
  await manager.press('Enter');
  await stored(side, language);
  await comes(focused, 'INPUT manager');
  await manager.fill('B');
  await pressed(text.form.save);
  await stored(side, language);
  await comes(focused, `BUTTON ${text.form.save}`);

  await manager.fill('C');
  await pressed(text.common.back);
  await side.locator('dialog').waitFor();
  await page.keyboard.press('Escape');
  await comes(focused, `BUTTON ${text.common.back}`);
  await pressed(text.form.revert);
  await comes(focused, `BUTTON ${text.form.save}`);
  expect(await manager.inputValue()).toBe('B');

  await pressed(text.common.undo);
  await side.getByText(text.done.undone).waitFor();
  await comes(focused, `H1 ${second}`);
  await comes(() => manager.inputValue(), 'A');
};
