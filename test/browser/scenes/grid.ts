import { words } from '../../../host/page/text';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import {
  cellOf,
  chosen,
  comes,
  idle,
  inSidebar,
  pictured,
  ready,
  sampled,
  selected,
  shown,
  sidebar,
  titleOf,
  typed,
} from '../hands';
import type { Scene } from '../scene';

/** The menu's item, and what is typed into the form that it opens. */
const GENERATE = { en: 'Generate the region', zh: '生成区域工作簿' };
const REGION = { en: 'North', zh: '华北' };
const FRANCHISED = { en: 'Franchised', zh: '加盟' };

export const firstVisit: Scene = async ({ page, language }) => {
  expect(await page.locator('.o-sheet').count()).toBe(1);
  expect(await page.locator('.offer').count()).toBe(1);
  expect(await axeFaults(page)).toEqual([]);
  await pictured(page, `${language}-first`);
  await page.locator('.o-topbar-menu').last().click();
  await pictured(page, `${language}-menu`);
  await page.keyboard.press('Escape');
  // Nothing is in it still: whoever reads another language, or comes back, is offered the same.
  await page.getByRole('button', { name: words[language].language.label, exact: true }).click();
  await page.getByRole('button', { name: words[language === 'zh' ? 'en' : 'zh'].offer.sample }).waitFor();
  await page.goBack();
  await ready(page);
  await page.getByRole('button', { name: words[language].offer.sample }).waitFor();

  const side = await inSidebar(page, () => chosen(page, GENERATE[language]));
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  await side.getByLabel(text.generate.region, { exact: true }).fill(REGION[language]);
  await side.getByLabel(text.generate.year, { exact: true }).fill('2027');
  await side.getByText(text.generate.namedYear(REGION[language], 2027)).waitFor();
  await pictured(page, `${language}-new`);
  await side.getByRole('button', { name: text.generate.go, exact: true }).click();
  await page.locator(`.o-sheet[title="${titleOf('targetSheet', language)}"]`).waitFor({ state: 'attached' });
  await idle(page);
  expect(await page.locator('.offer').count()).toBe(0);
  const settings = titleOf('settings', language);
  expect(await shown(page, settings, await cellOf(page, settings, 'region'))).toBe(REGION[language]);
  await pictured(page, `${language}-generated`);
};

export const figuresFollow: Scene = async ({ page, language }) => {
  await sampled(page, language);
  const [summary, baseline] = [titleOf('summary', language), titleOf('baseline', language)];
  // 133,302,857.14 of the stores there are and 12,638,571.43 of new ones.
  expect(await shown(page, summary, await cellOf(page, summary, 'total'))).toMatch(/^145,941,4(28\.57|29)$/);
  // The sample is what the workbook begins with: there is nothing to be undone.
  await selected(page, summary, 'C4');
  await page.keyboard.press('Control+z');
  await page.waitForTimeout(300);
  expect(await shown(page, summary, await cellOf(page, summary, 'total'))).toMatch(/^145,941,4(28\.57|29)$/);
  const growth = await cellOf(page, baseline, 'growth', 3);
  const target = await cellOf(page, baseline, 'existingTarget', 3);
  await comes(() => shown(page, baseline, target), /^99,282,857/);
  // The grid adds the sign to the first digit, however fast the next one comes; one typed as well is the same.
  await typed(page, baseline, growth, '13');
  await comes(() => shown(page, baseline, growth), /^13(\.0+)?%$/);
  await typed(page, baseline, growth, '12%');
  await comes(() => shown(page, baseline, growth), /^12(\.0+)?%$/);
  // 86,400,000 ÷ 60 ÷ 11.2 × 1.12 × 702
  await comes(() => shown(page, baseline, target), /^101,088,000/);
  // What the trigger has noted of it in the log goes with what was typed.
  for (const before of [/^13(\.0+)?%$/, /^10(\.0+)?%$/]) {
    await page.keyboard.press('Control+z');
    await comes(() => shown(page, baseline, growth), before);
  }
  await comes(() => shown(page, baseline, target), /^99,282,857/);
  for (const tab of ['settings', 'baseline', 'summary', 'expansion', 'stores', 'rates', 'targetSheet', 'storeList']) {
    await selected(page, titleOf(tab, language), 'C4');
    await pictured(page, `${language}-tab-${tab}`);
  }
};

export const cellFunctions: Scene = async ({ page, language }) => {
  const people = titleOf('people', language);
  await typed(page, people, 'B40', '=AVG_STORE_BASELINE(12000000,20,10)');
  await comes(() => shown(page, people, 'B40'), '60000');
  await typed(page, people, 'B41', '=AVG_STORE_BASELINE(12000000,0,10)');
  await comes(() => shown(page, people, 'B41'), '#ERROR!');
  await typed(page, people, 'B42', '=AVG_STORE_BASELINE(B40,20,10)');
  await comes(() => shown(page, people, 'B42'), '300');
  await typed(page, people, 'B40', '24000000');
  await comes(() => shown(page, people, 'B42'), '120000');
};

/** The row after the sample's 72 stores. */
const NEXT_ROW = 76;

export const rowTyped: Scene = async ({ page, language }) => {
  const stores = titleOf('stores', language);
  const cell = (field: string) => cellOf(page, stores, field, NEXT_ROW);
  const target = await cell('computedTarget');
  expect(await shown(page, stores, target)).toBe('');
  await typed(page, stores, await cell('storeId'), 'JM999');
  // The trigger gives the row its id, in the hidden column A.
  await comes(() => shown(page, stores, `A${NEXT_ROW}`), /./);
  await typed(page, stores, await cell('ownership'), FRANCHISED[language]);
  await typed(page, stores, await cell('lastYearSales'), '1200000');
  // 1,200,000 ÷ 12 × 1.1 × 12
  await comes(() => shown(page, stores, target), /^1,320,000/);
};

/** The company's target, typed in its own unit, and what the first view says of it in the display unit. */
const COMPANY = { en: '145,000.00', zh: '14,500.00' };
const YEAR = { en: /^Plan year/, zh: /^计划年度/ };
const GAP = { en: '+941.43', zh: '+94.14' };

/** What is typed in the grid stands in the sidebar's first view; another plan year is asked about, and nothing is lost. */
export const gridAndForm: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const side = await sidebar(page, language);
  await side.getByText(text.overview.short).first().waitFor();
  const [settings, stores] = [titleOf('settings', language), titleOf('stores', language)];
  await typed(page, settings, await cellOf(page, settings, 'companyTarget'), '145000000');
  await side.getByText(COMPANY[language], { exact: true }).waitFor();
  await side.getByText(GAP[language], { exact: true }).waitFor();
  await side.getByText(text.steps.done).waitFor();

  // Text that has one meaning is read, other text stays to be mended.
  const sales = await cellOf(page, stores, 'lastYearSales', 4);
  await typed(page, stores, sales, '123.4万');
  await comes(() => shown(page, stores, sales), '1,234,000');
  await typed(page, stores, sales, 'some');
  await page.locator('.said', { hasText: 'some' }).waitFor();
  expect(await shown(page, stores, sales)).toBe('some');
  await pictured(page, `${language}-kept-text`);

  await side.locator('.parts .part').first().click();
  const year = side.getByLabel(YEAR[language]);
  await year.fill('2028');
  const question = side.locator('dialog');
  const save = side.getByRole('button', { name: text.form.save, exact: true });
  await save.click();
  await question.getByText(text.form.changeYear('2027', '2028')).waitFor();
  await question.getByText(text.form.yearChanged('2027')).waitFor();
  await pictured(page, `${language}-plan-year`);
  await question.getByRole('button', { name: text.form.keepYear }).click();
  const planYear = await cellOf(page, settings, 'planYear');
  expect([await shown(page, settings, planYear), await year.inputValue()]).toEqual(['2027', '2028']);
  await save.click();
  await question.getByRole('button', { name: text.form.startYear('2028') }).click();
  await side.getByRole('heading', { name: text.nextYear.titled(2028), exact: true }).waitFor();
  await side.getByText(text.nextYear.notCarried, { exact: true }).waitFor();
  await side.getByRole('button', { name: text.common.back, exact: true }).click();
  await side.locator('.parts .part').first().click();
  await comes(() => year.inputValue(), '2027');
  await year.fill('2028');
  await save.click();
  await question.getByRole('button', { name: text.form.changeIt }).click();
  await comes(() => shown(page, settings, planYear), '2028');
};
