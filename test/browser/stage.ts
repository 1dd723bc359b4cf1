import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serving } from '../../host/serve/server';
import type { Language } from '../../src/model/language';
import { ready } from '../ready';

export const root = resolve(__dirname, '..', '..');

/** The local page, in a browser. */
export interface Stage {
  readonly browser: Browser;
  readonly address: string;
  /** Everything that went wrong unseen: errors in consoles and scripts, requests to other hosts. */
  readonly problems: string[];
  /** A new person at the page, with a storage of their own. */
  person(language: Language): Promise<BrowserContext>;
  close(): Promise<void>;
}

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };

/** Serves the page that `npm start` shows to a browser; the add-on is the one that goes to Google unless another is given. */
export async function staged(browser: Browser, addon?: Readonly<Record<string, string>>): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-addon-'));
  for (const [name, content] of Object.entries(addon ?? {})) writeFileSync(join(folder, name), content);
  const built = ready();
  const served = await serving({ page: join(built.host, 'page'), addon: addon ? folder : built.addon }, 0);
  const problems: string[] = [];

  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(served.address) && !/^(?:data|blob|about):/.test(url)) problems.push(`request: ${url}`);
    });
  };

  return {
    browser,
    address: served.address,
    problems,
    async person(language) {
      const context = await browser.newContext({
        locale: locales[language],
        timezoneId: 'Asia/Shanghai',
        viewport: { width: 1280, height: 800 },
      });
      // A loaded machine of two cores takes its time; what comes at once is not waited for.
      context.setDefaultTimeout(120_000);
      context.on('page', watch);
      return context;
    },
    async close() {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}
