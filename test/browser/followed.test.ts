import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { soldPart, tasksPart, workingPart } from '../../sidebar/monthSteps';
import { partOfRole } from '../../sidebar/planParts';
import * as sidebarText from '../../sidebar/text';
import type { Language } from '../../src/model/language';
import { userOf } from '../engine/addon';
import { wrote } from '../engine/answer';
import { inApril } from '../engine/followed';
import { describeWith } from '../needs';
import { oneOf } from '../places';
import { ready } from '../ready';
import { axeFaults } from './axe';
import { launched } from './chrome';
import { pictured } from './hands';

/** A signed region of four stores in April, with an action about one of them. */
function region() {
  const desk = inApril();
  const { addon } = desk;
  addon.run('generatePlan', { section: 'actions' });
  const changes = [
    { record: 'settings', field: 'asOf', from: null, to: '2027-05-20' },
    { record: 'settings', field: 'companyTarget', from: null, to: 3_800_000 },
  ];
  wrote(addon, 'saveRecord', { request: 'terms', part: 'settings', changes });
  const action = { month: '2027-04', store: 'C', issue: 'fewer pass', reason: 'traffic', dueOn: '2027-05-10' };
  wrote(addon, 'addRecords', { request: 'action', part: 'actions', records: [action] });
  const { planned } = addon.run('readSigning') as { readonly planned: number };
  expect(addon.run('signPlan', { request: 'sign', planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
  return desk;
}

/** The sidebar in a window of its width, on the add-on as it runs for one user. */
async function sidebarOn(page: Page, addon: ReturnType<typeof userOf>): Promise<void> {
  await page.exposeFunction('callAddon', (name: string, request: unknown) =>
    request === null || request === undefined ? addon.run(name) : addon.run(name, request),
  );
  await page.addInitScript(() => {
    type Handler = (answer: unknown) => void;
    const host = window as unknown as { callAddon(name: string, request: unknown): Promise<unknown>; google: unknown };
    const runner = (done?: Handler, failed?: Handler): unknown =>
      new Proxy(
        {},
        {
          get: (_, name) => {
            if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failed);
            if (name === 'withFailureHandler') return (handler: Handler) => runner(done, handler);
            return (request?: unknown) => void host.callAddon(String(name), request ?? null).then(done, failed);
          },
        },
      );
    host.google = { script: { run: runner(), host: {} } };
  });
  const html = readFileSync(join(ready().addon, 'Sidebar.html'), 'utf8');
  await page.route('http://127.0.0.1:1/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://127.0.0.1:1/');
}

/** From the first view, or a part's: what months gone lacked is carried forward, looked at first, and taken back. */
async function respread(page: Page, language: Language, looked: (view: string) => Promise<void>): Promise<void> {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const words = text.respread;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  if ((await page.locator('.parts').count()) === 0) await page.locator('.icon-button').first().press('Enter');
  const title = workingPart?.section.text[language].title ?? '';
  await page.locator('.part', { hasText: title }).first().getByRole('button').first().click();
  await page.locator('.part', { hasText: title }).first().click();
  await button(words.title).click();
  await button(words.look).click();
  // 3,683,569 less 210, 210 with a month at its target, and 275 thousand.
  await page.getByText('2,988.57').waitFor();
  await page.getByText(words.unknown(1)).waitFor();
  await looked('view-respread');
  await page.getByLabel(words.reason, { exact: true }).fill('April');
  await button(words.go).click();
  await page.getByText(words.done(4)).waitFor();
  await button(text.common.undo).click();
  await page.getByText(text.done.undone).waitFor();
}

/**
 * From a part's view, in a plan that has been opened again and whose ramp has been changed: what the region is to come to
 * is shared out by its stores, and a scenario that was kept before is compared and applied; both are taken back.
 */
async function openedAgain(
  page: Page,
  language: Language,
  kept: string,
  looked: (view: string) => Promise<void>,
): Promise<void> {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const go = async (role: 'ownerships' | 'alternatives'): Promise<void> => {
    while ((await page.locator('.parts').count()) === 0) {
      await page.locator('.icon-button').first().press('Enter');
      await page.locator('main h1').waitFor();
    }
    const part = partOfRole(role);
    const title = part?.section.text[language].tabs[part.tab.id]?.title ?? '';
    await page.locator('.part', { hasText: title }).first().click();
  };
  const takenBack = async (): Promise<void> => {
    await button(text.common.undo).click();
    await page.getByText(text.done.undone).waitFor();
  };
  await go('ownerships');
  await button(text.part.fill).click();
  await button(text.fill.stores.go).waitFor();
  await looked('view-breakback');
  await button(text.fill.stores.go).click();
  await takenBack();
  await go('alternatives');
  await page.getByRole('button', { name: text.scenarios.compareWith(kept) }).click();
  await button(text.scenarios.apply(kept)).waitFor();
  await looked('view-scenario-compared');
  await button(text.scenarios.apply(kept)).click();
  await page.getByText(text.scenarios.applied(kept)).waitFor();
  await takenBack();
}

describeWith('Chromium')('a signed plan that is followed, in the sidebar', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launched();
  }, 120_000);
  afterAll(() => browser?.close());

  test.each(oneOf<Language>(['en', 'zh'], 'followed'))(
    'the month is read, and every store and what is due reached with the keyboard alone (%s)',
    async (language) => {
      const { workbook, addon } = region();
      const user = { email: 'planner@example.com', locale: { en: 'en_US', zh: 'zh_CN' }[language] };
      const page = await browser.newPage({ viewport: { width: 300, height: 900 } });
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      await sidebarOn(page, userOf(workbook, user.email, { user }));
      const words = { en: sidebarText.en, zh: sidebarText.zh }[language].month;
      const looked = async (view: string): Promise<void> => {
        await pictured(page, `${language}-${view}`);
        expect({ view, faults: await axeFaults(page) }).toEqual({ view, faults: [] });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
      };
      /** Goes on with the tab key to a button with these words, and presses it. */
      const pressed = async (text: string): Promise<void> => {
        for (let step = 0; step < 60; step += 1) {
          await page.keyboard.press('Tab');
          const held = await page.evaluate(() => document.activeElement?.textContent ?? '');
          if (!held.includes(text)) continue;
          await page.keyboard.press('Enter');
          return;
        }
        throw new Error(`the keyboard does not come to ${text}`);
      };

      const card = page.getByRole('region', { name: words.title });
      await card.waitFor();
      const said = (await card.textContent()) ?? '';
      // 824,286 covered, 788,000 sold; the forecast 3,490,006.01 against 3,683,569 signed and 3,800,000 asked, in thousands.
      for (const figure of ['95.60%', '−36.29', '3,490.01', '−193.56', '−309.99']) expect(said).toContain(figure);
      for (const status of ['amber', 'red', 'missing'] as const) expect(said).toContain(words.status[status]);
      expect(said).toContain(words.unacted(1));
      await looked('view-month');
      await pressed('Store C');
      const table = page.locator('.months');
      await table.waitFor();
      const months = await table.locator('tbody tr').allInnerTexts();
      expect(months.map((row) => row.split(/\s+/).slice(1, 3).join(' ')).slice(0, 5)).toEqual([
        '50.00 40.00',
        '50.00 45.00',
        '50.00 50.00',
        '50.00 20.00*',
        '50.00 ',
      ]);
      await looked('view-store-months');
      // From the store there is a way to a new action about it.
      await page.getByRole('button', { name: words.act }).click();
      await page.locator('[data-cell=issue]').waitFor();
      expect(await page.locator('[data-cell=store]').inputValue()).toBe('C');
      await looked('view-new-action');
      await page.locator('.icon-button').first().press('Enter');
      const { leave } = { en: sidebarText.en, zh: sidebarText.zh }[language];
      await page.getByRole('button', { name: leave.discard }).click();
      await page.locator('.rows').waitFor();
      // Beside its id stands what a store is called, in every list.
      for (const role of [soldPart, tasksPart]) {
        if (!role) continue;
        await page.locator('.icon-button').first().press('Enter');
        await page.locator('.parts').waitFor();
        const name = role.section.text[language].tabs[role.tab.id]?.title ?? '';
        await page.locator('.part', { hasText: name }).first().click();
        await page.locator('.rows .row').first().waitFor();
        expect(await page.locator('.rows').textContent()).toContain('Store C');
        await looked(`view-list-${role.tab.id}`);
      }
      await page.locator('.icon-button').first().press('Enter');
      await card.waitFor();
      await pressed('fewer pass');
      await page.locator('[data-cell=issue]').waitFor();
      expect(await page.locator('[data-cell=issue]').inputValue()).toBe('fewer pass');
      await page.locator('.icon-button').first().press('Enter');
      await page.locator('.rows').waitFor();
      await page.locator('.icon-button').first().press('Enter');
      await card.waitFor();
      const { nextYear } = { en: sidebarText.en, zh: sidebarText.zh }[language];
      await pressed(nextYear.open);
      await page.getByText(nextYear.forecast(3, 2027)).click();
      await page.getByText(nextYear.closed(1)).waitFor();
      expect(await page.getByText(nextYear.monthsOf(2, 12)).count()).toBe(1);
      await looked('view-next-year');
      await page.locator('.icon-button').first().press('Enter');
      await card.waitFor();
      const { scenarios } = { en: sidebarText.en, zh: sidebarText.zh }[language];
      const title = partOfRole('alternatives')?.section.text[language].title ?? '';
      await page.locator('.part', { hasText: title }).first().getByRole('button').first().click();
      await page.locator('.part', { hasText: title }).first().click();
      const name = scenarios.names[2] ?? '';
      await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name: scenarios.go }).click();
      await page.getByRole('button', { name: scenarios.compareWith(name) }).waitFor();
      await looked('view-scenarios');
      await page.getByRole('button', { name: scenarios.compareWith(name) }).click();
      await page.getByText(scenarios.same).waitFor();
      await page.locator('.icon-button').first().press('Enter');
      await card.waitFor();
      const { storePages } = { en: sidebarText.en, zh: sidebarText.zh }[language];
      await pressed(storePages.open);
      await page.getByRole('button', { name: storePages.go(4) }).click();
      await page.getByRole('link', { name: storePages.pdf }).waitFor();
      await looked('view-store-pages');
      await page.locator('.icon-button').first().press('Enter');
      await respread(page, language, looked);
      expect(addon.run('reopenPlan', { request: 'open', reason: 'a look' })).toMatchObject({ status: 'done' });
      const blanks = Array<null>(11).fill(null);
      const ramp = { record: 'settings', field: 'ramp', from: [null, ...blanks], to: [0.6, ...blanks] };
      wrote(addon, 'saveRecord', { request: 'ramp', part: 'settings', changes: [ramp] });
      await openedAgain(page, language, name, looked);
      expect(problems).toEqual([]);
      await page.close();
    },
    600_000,
  );
});
