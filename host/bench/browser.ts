import type { Browser, FrameLocator, JSHandle, Page } from 'playwright-core';
import { en } from '../../sidebar/text';
import { sections } from '../../src/sections';
import { launched } from '../../test/browser/chrome';
import { serving } from '../serve/server';
import type { Workbook } from '../workbook';
import { type Figure, type Group, median } from './figure';
import { listText, listWorkbook } from './list';
import { csvOf } from './region';

/** What the page leaves for the console, and what of a browser is used here. */
declare const openWorkbook: Workbook;
declare const requestAnimationFrame: (then: (now: number) => void) => void;
declare const addEventListener: (event: 'keydown', then: () => void, options: object) => void;

/** Typing in a cell should feel immediate, also beside a thousand stores; scrolling should not be felt to stop. */
const mostAnswer = 200;
const mostFrame = 100;

const patience = 300_000;

async function lasting(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const usable = (page: Page): Promise<unknown> => page.waitForSelector('html[data-ready=true]');

/** A person's first window: a browser without any workbook. */
async function newcomer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/** Opens the sidebar from the menu, until what is said in it is seen: of a plan its parts. */
async function openSidebar(page: Page, seen = '.parts .part'): Promise<FrameLocator> {
  await page.locator('.o-topbar-menu').last().click();
  await page.locator('.o-menu-item').first().click();
  const side = page.frameLocator('aside.sidebar iframe');
  await side.locator(seen).first().waitFor();
  return side;
}

const button = (side: FrameLocator, name: string) => side.getByRole('button', { name, exact: true });

async function generate(side: FrameLocator): Promise<void> {
  await button(side, en.steps.generate).click();
  await side.getByLabel(en.generate.region, { exact: true }).fill('East');
  await button(side, en.generate.go).click();
  await button(side, en.steps.fillTerms).waitFor();
}

const storesTitle = sections.find(({ id }) => id === 'stores')?.text.en.tabs.stores?.title ?? '';

/** What the preview and then the import take, from the file chosen and the button pressed to what is said of them. */
async function importInto(side: FrameLocator, stores: number): Promise<readonly [preview: number, whole: number]> {
  await side.locator('.parts .part', { hasText: storesTitle }).first().click();
  await button(side, en.part.importFile).click();
  const file = { name: 'stores.csv', mimeType: 'text/csv', buffer: csvOf(stores) };
  const preview = await lasting(async () => {
    await side.locator('input[type=file]').setInputFiles(file);
    await button(side, en.intake.go(stores)).waitFor();
  });
  const whole = await lasting(async () => {
    await button(side, en.intake.go(stores)).click();
    await side.getByText(en.intake.done(stores, 0)).waitFor();
  });
  return [preview, whole];
}

/** The cell of the first store's sales, as it is named in the grid. */
async function salesCell(page: Page): Promise<string> {
  return page.evaluate((title) => {
    const { getters } = openWorkbook.model;
    const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id) === title) ?? '';
    const textAt = (col: number, row: number) => String(getters.getEvaluatedCell({ sheetId, col, row }).value ?? '');
    const columns = Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) => textAt(col, 0));
    const rows = Array.from({ length: getters.getNumberRows(sheetId) }, (_, row) =>
      textAt(columns.indexOf('storeId'), row),
    );
    return getters.getRangeString(
      getters.getRangeFromZone(sheetId, {
        left: columns.indexOf('lastYearSales'),
        right: columns.indexOf('lastYearSales'),
        top: rows.indexOf('S1'),
        bottom: rows.indexOf('S1'),
      }),
      sheetId,
    );
  }, storesTitle);
}

/** Notes when the next key is pressed, and when a frame shows another baseline in the row of the selected cell. */
function watched(page: Page): Promise<JSHandle<{ readonly answered: Promise<number> }>> {
  return page.evaluateHandle(() => {
    const { getters } = openWorkbook.model;
    const { sheetId, row } = getters.getActivePosition();
    const columns = Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) => col);
    const isBaseline = (col: number) => getters.getEvaluatedCell({ sheetId, col, row: 0 }).value === 'storeBaseline';
    const col = columns.find(isBaseline);
    if (col === undefined) throw new Error('the stores have no baseline');
    const shown = () => getters.getEvaluatedCell({ sheetId, col, row }).value;
    const before = shown();
    const answered = new Promise<number>((resolve, reject) => {
      const pressed = (): void => {
        const start = performance.now();
        const look = (): void => {
          if (shown() !== before) requestAnimationFrame(() => resolve(performance.now() - start));
          else if (performance.now() - start > 60_000) reject(new Error('a typed figure changes no baseline'));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      addEventListener('keydown', pressed, { once: true, capture: true });
    });
    return { answered };
  });
}

/** Milliseconds from the Enter that ends a typed figure to the frame that shows what follows from it: five in turn. */
async function answers(page: Page): Promise<readonly number[]> {
  await page.locator(`.o-sheet[title="${storesTitle}"]`).click();
  const cell = await salesCell(page);
  const took: number[] = [];
  for (const sales of [1_800_001, 1_800_002, 1_800_003, 1_800_004, 1_800_005]) {
    const name = page.locator('.o-spreadsheet input').first();
    await name.fill(cell);
    await name.press('Enter');
    await page.keyboard.type(String(sales));
    const handle = await watched(page);
    await page.keyboard.press('Enter');
    took.push(await handle.evaluate(({ answered }) => answered));
  }
  return took;
}

/** The longest time between two frames, in milliseconds, while the stores are scrolled down and up again. */
async function longestFrame(page: Page): Promise<number> {
  const grid = await page.locator('.o-grid-overlay').boundingBox();
  if (!grid) throw new Error('the page shows no grid');
  await page.mouse.move(grid.x + grid.width / 2, grid.y + grid.height / 2);
  const frames = await page.evaluateHandle(() => {
    const seen = { longest: 0, isOver: false };
    let last: number | undefined;
    const frame = (now: number): void => {
      if (last !== undefined) seen.longest = Math.max(seen.longest, now - last);
      last = now;
      if (!seen.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return seen;
  });
  for (const down of [1, -1]) for (let turn = 0; turn < 40; turn += 1) await page.mouse.wheel(0, down * 400);
  return frames.evaluate((seen) => {
    seen.isOver = true;
    return seen.longest;
  });
}

async function first(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await newcomer(browser);
  const took = await lasting(async () => {
    await page.goto(address);
    await usable(page);
  });
  await page.context().close();
  return [{ name: 'first visit, to a usable page', value: took, unit: 'ms', most: 1_500 }];
}

/** Rows of a list whose preview is measured. */
const listed = 5000;

/** From the file chosen to the preview of what an import would do; nothing is written. */
async function previewed(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await newcomer(browser);
  await page.goto(address);
  await usable(page);
  const side = await openSidebar(page, 'main .next');
  await generate(side);
  await side.locator('.parts .part', { hasText: storesTitle }).first().click();
  await button(side, en.part.importFile).click();
  const files = [
    ['csv', 'text/csv', listText(listed)],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', await listWorkbook(listed)],
  ] as const;
  const figures: Figure[] = [];
  for (const [kind, mimeType, buffer] of files) {
    const value = await lasting(async () => {
      await side.locator('input[type=file]').setInputFiles({ name: `stores.${kind}`, mimeType, buffer });
      await button(side, en.intake.go(listed)).waitFor();
    });
    await button(side, en.intake.again).click();
    const name = `a list of ${listed.toLocaleString('en-US')} rows read and previewed, .${kind}`;
    figures.push({ name, value: value / 1000, unit: 's', most: 1 });
  }
  await page.context().close();
  return figures;
}

async function imported(
  browser: Browser,
  address: string,
  stores: number,
): Promise<readonly [Page, readonly Figure[]]> {
  const page = await newcomer(browser);
  await page.goto(address);
  await usable(page);
  const side = await openSidebar(page, 'main .next');
  await generate(side);
  const [preview, whole] = await importInto(side, stores);
  await page.waitForSelector('.saved[data-saved=saved]');
  const named = `${stores.toLocaleString('en-US')} stores`;
  return [
    page,
    [
      { name: `import by the sidebar, ${named}: preview`, value: preview / 1000, unit: 's', most: 3 },
      { name: `import by the sidebar, ${named}`, value: whole / 1000, unit: 's', most: 12 },
    ],
  ];
}

async function used(browser: Browser, address: string, stores: number): Promise<readonly Figure[]> {
  const [page, figures] = await imported(browser, address, stores);
  const named = `${stores.toLocaleString('en-US')} stores`;
  const ready = await lasting(async () => {
    await page.reload();
    await usable(page);
  });
  const opened = await lasting(() => openSidebar(page));
  const answered = await answers(page);
  const frame = await longestFrame(page);
  await page.context().close();
  return [
    ...figures,
    { name: `usable after a reload, ${named}`, value: ready / 1000, unit: 's', most: 5 },
    { name: `sidebar opened, ${named}`, value: opened / 1000, unit: 's', most: 3 },
    {
      name: `typed cell answered, the first, ${named}`,
      value: answered[0] ?? Number.NaN,
      unit: 'ms',
      most: mostAnswer,
    },
    {
      name: `typed cell answered, the median of five, ${named}`,
      value: median(answered),
      unit: 'ms',
      most: mostAnswer,
    },
    { name: `the longest frame while scrolling, ${named}`, value: frame, unit: 'ms', most: mostFrame },
  ];
}

/** The local page in a real browser: how long a person waits. */
export function browserGroup(folders: { readonly page: string; readonly addon: string }): Group {
  return {
    title: 'The page in Chromium',
    runs: 3,
    figures: async () => {
      const served = await serving(folders, 0);
      const browser = await launched();
      try {
        return [
          ...(await first(browser, served.address)),
          ...(await previewed(browser, served.address)),
          ...(await used(browser, served.address, 100)),
          ...(await used(browser, served.address, 1000)),
        ];
      } finally {
        await browser.close();
        await served.close();
      }
    },
  };
}
