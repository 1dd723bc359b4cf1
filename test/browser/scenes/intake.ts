import type { CDPSession, FrameLocator, Page } from 'playwright-core';
import { storesFrom } from '../../../host/bench/region';
import type { Workbook } from '../../../host/workbook';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { comes, kept, pictured, ready, sidebar, titleOf } from '../hands';
import type { Scene } from '../scene';

/** What the page leaves for the console. */
declare const openWorkbook: Workbook;

/** Three blocks of five hundred at most. */
const STORES = 1100;

function csv(): Buffer {
  const stores = storesFrom(1, STORES);
  const lines = [Object.keys(stores[0] ?? {}), ...stores.map((store) => Object.values(store))];
  return Buffer.from(lines.map((line) => line.join(',')).join('\n'));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The numbers of the stores that stand in the workbook. */
const numbers = (page: Page, tab: string): Promise<readonly string[]> =>
  page.evaluate((title) => {
    const { getters } = openWorkbook.model;
    const sheetId = getters.getSheetIds().find((id) => getters.getSheetName(id) === title) ?? '';
    const textAt = (col: number, row: number) => String(getters.getEvaluatedCell({ sheetId, col, row }).value ?? '');
    const columns = Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) => textAt(col, 0));
    const rows = Array.from({ length: getters.getNumberRows(sheetId) }, (_, row) =>
      textAt(columns.indexOf('storeId'), row),
    );
    return rows.filter((text) => /^S\d+$/.test(text));
  }, tab);

/**
 * Where a button stands, told as soon as it does: a hand presses it while the page is busy with a block, and is heard when
 * that is through; a test that asks where it is would be answered only then.
 */
async function whenSeen(page: Page, side: FrameLocator, name: string): Promise<{ readonly promise: Promise<Place> }> {
  const promise = new Promise<Place>((resolve) => {
    page.on('console', (said) => {
      const place = /^seen at (\d+) (\d+)$/.exec(said.text());
      if (place) resolve({ x: Number(place[1]), y: Number(place[2]) });
    });
  });
  await side.locator('body').evaluate((body, label) => {
    const look = new MutationObserver(() => {
      const found = [...body.querySelectorAll('button')].find(({ textContent }) => textContent === label);
      if (!found) return;
      look.disconnect();
      const { left, top, width, height } = found.getBoundingClientRect();
      console.log(`seen at ${Math.round(left + width / 2)} ${Math.round(top + height / 2)}`);
    });
    look.observe(body, { subtree: true, childList: true });
  }, name);
  return { promise };
}

/** Presses and lets go at once, as a hand does; the page's own mouse waits for each movement to be heard. */
async function pressed(session: CDPSession, place: Place): Promise<void> {
  const button = { ...place, button: 'left', clickCount: 1 } as const;
  await Promise.all([
    session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place }),
    session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button }),
    session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button }),
  ]);
}

/** An import is stopped after the block that is on its way, goes on where it stopped, and is there after a reload. */
export const importStopped: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  const tab = titleOf('stores', language);
  const side = await sidebar(page, language);
  const button = (name: string) => side.getByRole('button', { name, exact: true });
  const looked = async (name: string): Promise<void> => {
    await pictured(page, `${language}-import-${name}`);
    expect({ view: name, faults: await axeFaults(page) }).toEqual({ view: name, faults: [] });
  };
  await button(text.steps.generate).click();
  await side.getByLabel(text.generate.region, { exact: true }).fill('East');
  await button(text.generate.go).click();
  await button(text.steps.settings).waitFor();
  await side.locator('.parts .part', { hasText: tab }).first().click();
  await button(text.part.importFile).click();
  await side.locator('input[type=file]').setInputFiles({ name: 'stores.csv', mimeType: 'text/csv', buffer: csv() });
  await button(text.intake.go(STORES)).waitFor();
  const session = await page.context().newCDPSession(page);
  const seen = await whenSeen(page, side, text.intake.stop);
  const frame = await page.locator('aside.sidebar iframe').boundingBox();
  await button(text.intake.go(STORES)).click();
  const { x, y } = await seen.promise;
  await pressed(session, { x: (frame?.x ?? 0) + x, y: (frame?.y ?? 0) + y });
  await side.getByText(text.intake.stopped).waitFor();
  await looked('stopped');
  const written = (await numbers(page, tab)).length;
  expect([500, 1000]).toContain(written);
  await side.getByText(text.intake.progress(written, STORES)).waitFor();

  await button(text.intake.resume).click();
  await side.getByText(text.intake.done(STORES, 0)).waitFor();
  await looked('done');
  const all = Array.from({ length: STORES }, (_, index) => `S${index + 1}`);
  expect(await numbers(page, tab)).toEqual(all);
  await kept(page);
  await page.reload();
  await ready(page);
  await comes(async () => (await numbers(page, tab)).join(), all.join());
};
