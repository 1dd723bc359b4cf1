import { salesWords } from '../../../sidebar/intake/sales/text';
import * as sidebarText from '../../../sidebar/text';
import { sections } from '../../../src/sections';
import { axeFaults } from '../axe';
import { cellOf, chosen, comes, home, idle, pictured, shown, sidebar, titleOf } from '../hands';
import type { Scene } from '../scene';

/** Stores of the sample that the export has; the other twelve keep another book. */
const STORES = 60;

/** Some days' sales of each of them, January to mid-April; one code is no store's. */
function exported(): Buffer {
  const lines = ['门店编码,营业日期,实收金额'];
  for (let store = 1; store <= STORES; store += 1) {
    const id = store === 7 ? 'POS-0173' : `JM${String(store).padStart(3, '0')}`;
    for (const month of [1, 2, 3, 4])
      for (const day of month === 4 ? [1, 8, 15] : [1, 8, 15, 22, 28])
        lines.push(`${id},2027/${month}/${day},${18_000 + store * 10 + day}.5`);
  }
  return Buffer.from(lines.join('\n'));
}

/** An export of tills is added up, asked about and written, tells how far data reach; a month is closed. */
export const salesImported: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const words = salesWords[language];
  const tab = titleOf('actuals', language);
  const title = sections.find(({ id }) => id === 'actuals')?.text[language].title ?? '';
  await chosen(page, ...{ en: ['Generate one tab', title], zh: ['生成单个工作表', title] }[language]);
  await idle(page);
  const side = await sidebar(page, language);
  const button = (name: string) => side.getByRole('button', { name, exact: true });
  const looked = async (name: string): Promise<void> => {
    await pictured(page, `${language}-sales-${name}`);
    expect({ view: name, faults: await axeFaults(page) }).toEqual({ view: name, faults: [] });
  };
  await side.locator('.parts .part', { hasText: tab }).first().click();
  await button(text.part.importFile).click();
  await side.locator('input[type=file]').setInputFiles({ name: 'pos.csv', mimeType: 'text/csv', buffer: exported() });
  await side.getByText(words.codes(1)).waitFor();
  await looked('codes');
  await side.locator('section.panel select').first().selectOption('=JM007');
  await side.getByRole('heading', { name: words.coded }).waitFor();
  await side.getByText(words.basis(language === 'zh' ? '零售额' : 'Retail sales')).waitFor();
  await looked('asked');
  for (const name of [words.ways.basis?.yes, words.ways.without?.leave, words.ways.far?.take, words.ways.ahead?.take])
    if (name !== undefined && (await button(name).count()) > 0) await button(name).click();
  await button(text.intake.go(STORES)).waitFor();
  // What is asked is told by how much of it is left.
  await side.getByRole('heading', { name: words.answered }).waitFor();
  const day = language === 'zh' ? '2027年4月15日' : '15 Apr 2027';
  await side.getByText(words.starts(day)).waitFor();
  await looked('preview');
  await button(text.intake.go(STORES)).click();
  await side.getByText(text.intake.done(STORES, 0)).waitFor();
  await looked('done');
  const through = await cellOf(page, titleOf('settings', language), 'dataThrough');
  const sales = await cellOf(page, tab, 'sales.4', 4);
  await comes(() => shown(page, titleOf('settings', language), through), /15/);
  expect(await shown(page, tab, sales)).not.toBe('');
  // Whoever comes to import again begins anew.
  await button(text.common.back).click();
  await button(text.part.importFile).click();
  await side.locator('input[type=file]').waitFor({ state: 'attached' });
  expect(await side.getByText(text.intake.done(STORES, 0)).count()).toBe(0);
  // January is over, and closed; that nothing of its report would be kept is said beforehand.
  const [january = ''] = text.monthNames;
  await home(side, language);
  await side
    .locator('.parts .part', { hasText: titleOf('closings', language) })
    .first()
    .click();
  const review = sections.find(({ id }) => id === 'review')?.text[language].title ?? '';
  await side.getByText(text.closing.withoutReport(review)).waitFor();
  await looked('to-close');
  await button(text.closing.close(january)).click();
  await button(text.closing.open(january)).waitFor();
  await looked('closed');
};
