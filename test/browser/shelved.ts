import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';
import { storesFrom } from '../../host/bench/region';
import { bookFor, workbookFor } from '../../host/book';
import { words } from '../../host/page/text';
import { sampleWorkbook } from '../../host/sample/region';
import { storesIn } from '../../host/sample/stores';
import type { Workbook } from '../../host/workbook';
import type { Language } from '../../src/model/language';
import { kept } from '../kept';
import { root } from './stage';

const timeZone = 'Asia/Shanghai';

const saved = (workbook: Workbook): string => JSON.stringify(workbook.exportData());

/** Workbooks that a person may have from an earlier day, each made once for all test files. */
const files = {
  /** The sample region, as the page makes it. */
  sample: (language: Language): string =>
    kept(`the page’s sample ${language}`, () => {
      const stores = storesIn(readFileSync(join(root, 'host', 'sample', `stores.${language}.csv`), 'utf8'));
      return saved(sampleWorkbook(language, words[language].sampleRegion, stores, { timeZone }));
    }),
  /** A region's plan, generated and nothing more. */
  generated: (language: Language): string =>
    kept(`the page’s plan ${language}`, () => {
      const nothing = { stores: [], prefilled: [], people: [] };
      return saved(workbookFor(bookFor({ language, region: 'East', year: 2027, ...nothing, timeZone })));
    }),
  /** A region of a thousand stores, with the tabs that their sales go to. */
  thousand: (language: Language): string =>
    kept(`the page’s thousand ${language}`, () => {
      const stores = storesFrom(1, 1000).map((values) => ({ values }));
      const empty = { prefilled: [], people: [], needed: ['actuals'] };
      return saved(workbookFor(bookFor({ language, region: 'East', year: 2027, stores, ...empty, timeZone })));
    }),
} as const;

export type Shelved = keyof typeof files;

/** What writes to the page's storage: the page's own. */
const shelf = (): string =>
  kept('the page’s shelf', () => {
    const entryPoints = [join(root, 'host', 'page', 'store.ts')];
    const { outputFiles } = buildSync({ entryPoints, bundle: true, write: false, format: 'iife', globalName: 'shelf' });
    return outputFiles[0]?.text ?? '';
  });

/** Puts a workbook into the storage of a person's browser, as the page itself would, and gives its address there. */
export async function shelved(page: Page, address: string, which: Shelved, language: Language): Promise<string> {
  const id = randomUUID();
  const data = files[which](language);
  const book = { id, title: which === 'sample' ? words[language].sampleRegion : 'East', changed: Date.now() };
  // Any page of the same server has the same storage.
  await page.goto(new URL('/served.json', address).href);
  const call = `(async () => (await shelf.openShelf()).write(${JSON.stringify(book)}, ${JSON.stringify(data)}, 0))()`;
  await page.evaluate(`${shelf()}; ${call}`);
  return new URL(`/d/${id}/edit`, address).href;
}
