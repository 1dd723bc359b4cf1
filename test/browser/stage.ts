import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageFiles } from '../../host/page/bundle.mjs';
import { serving } from '../../host/serve/server';
import type { Language } from '../../src/model/language';
import { launched } from './chrome';

export const root = resolve(__dirname, '..', '..');

/** The local page, served from a build of its own, in a browser. */
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

/** Builds what `npm start` shows into a folder; the add-on is the one that goes to Google unless another is given. */
async function built(folder: string, addon?: Readonly<Record<string, string>>): Promise<void> {
  mkdirSync(join(folder, 'page'));
  mkdirSync(join(folder, 'addon'));
  const files: readonly (readonly [string, string | Uint8Array])[] = await pageFiles(root);
  for (const [name, content] of files) writeFileSync(join(folder, 'page', name), content);
  for (const [name, content] of Object.entries(addon ?? {})) writeFileSync(join(folder, 'addon', name), content);
  if (addon === undefined) {
    execFileSync(process.execPath, [join(root, 'build.mjs'), '--quiet', '--out', join(folder, 'addon')], {
      stdio: 'pipe',
    });
  }
}

/** Serves the page and starts a browser. */
export async function staged(addon?: Readonly<Record<string, string>>): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-page-'));
  await built(folder, addon);
  const served = await serving({ page: join(folder, 'page'), addon: join(folder, 'addon') }, 0);
  const browser = await launched();
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
      await browser.close();
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}
