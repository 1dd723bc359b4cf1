import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { chosen, home, idle, pictured, sidebar, stored, titleOf } from '../hands';
import type { Props, Scene } from '../scene';
import { checkedAndMended } from './checked';
import { signedAndOpened } from './signed';

const ITEMS = {
  reference: { en: 'Function reference', zh: '函数说明' },
  print: { en: 'Print…', zh: '打印…' },
};

/** Keeps a picture of a view and holds it to axe-core. */
export async function looked({ page, language }: Pick<Props, 'page' | 'language'>, name: string): Promise<void> {
  await pictured(page, `${language}-${name}`);
  expect({ view: name, faults: await axeFaults(page) }).toEqual({ view: name, faults: [] });
}

/** Every view of the sidebar and every dialog of the script that no other scene comes by. */
export const everyView: Scene = async (props) => {
  const { page, language } = props;
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  let side = await sidebar(page, language);
  const button = (name: string) => side.getByRole('button', { name, exact: true });
  const part = async (tab: string) => {
    await home(side, language);
    await side
      .locator('.parts .part', { hasText: titleOf(tab, language) })
      .first()
      .click();
    await side.locator('.parts').waitFor({ state: 'detached' });
  };
  await looked(props, 'view-overview');
  await part('stores');
  await looked(props, 'view-list');
  await button(text.part.several).click();
  await side.getByLabel(text.several.field, { exact: true }).selectOption('manager');
  await side.locator('[data-cell=manager]').fill('Noor');
  await looked(props, 'view-several');
  await part('stores');
  await button(text.part.importFile).click();
  await looked(props, 'view-import');
  await part('stores');
  await side.locator('ul button').first().click();
  // The region with what is typed, each figure by its name.
  await side.locator('.foot .region', { hasText: text.form.growthNow('') }).waitFor();
  await looked(props, 'view-store');
  await part('expansion');
  await side.locator('ul button').nth(1).click();
  await looked(props, 'view-channel');
  await part('members');
  await looked(props, 'view-members');
  await button(text.common.back).click();

  // A change, seen in the log and taken back from there with the keyboard.
  await part('stores');
  await side.locator('ul button').first().click();
  const manager = side.locator('[data-cell=manager]');
  const before = await manager.inputValue();
  await manager.fill('Noor');
  await button(text.form.save).click();
  await stored(side, language);
  await button(text.log.history).click();
  await side.locator('.log-line', { hasText: 'Noor' }).first().waitFor();
  await looked(props, 'view-log');
  // From its line there is the way to the record, and back.
  await side.locator('.log-line', { hasText: 'Noor' }).first().locator('.named').click();
  await manager.waitFor();
  expect(await manager.inputValue()).toBe('Noor');
  await button(text.log.history).click();
  await side.locator('.log-line', { hasText: 'Noor' }).first().waitFor();
  await side.getByRole('button', { name: text.log.undo }).first().focus();
  await page.keyboard.press('Enter');
  await side.getByText(text.log.undone, { exact: true }).waitFor();
  await button(text.log.purge).click();
  await looked(props, 'view-log-purge');
  await page.keyboard.press('Escape');
  await button(text.common.back).click();
  await manager.waitFor();
  expect(await manager.inputValue()).toBe(before);

  // What was typed for many rows and not written is there when the sidebar is opened again, with how many it was for.
  await part('stores');
  await button(text.common.back).click();
  await page.locator('aside.sidebar .close').click();
  side = await sidebar(page, language);
  await side.getByText(text.kept.title, { exact: true }).waitFor();
  await looked(props, 'view-offered');
  await side.locator('.kept button').first().click();
  await side.locator('[data-cell=manager]').waitFor();
  expect(await side.locator('[data-cell=manager]').inputValue()).toBe('Noor');
  await looked(props, 'view-several-again');
  await side.locator('[data-cell=manager]').fill('');
  await part('stores');
  await button(text.common.back).click();
  await signedAndOpened(props, side, async () => {
    await part('stores');
    await side.locator('ul button').first().click();
    await side.locator('[data-cell=agreedTarget]').fill('999999');
    await button(text.form.save).click();
  });
  await page.locator('aside.sidebar .close').click();

  await checkedAndMended(props);

  for (const [name, captions] of Object.entries(ITEMS)) {
    await chosen(page, captions[language]);
    await page.frameLocator('dialog.sheet iframe').locator('body').waitFor();
    await idle(page);
    await looked(props, `dialog-${name}`);
    await page.locator('dialog.sheet .close').click();
  }
};
