import type { Frame, Page } from 'playwright-core';
import { chosen, comes, idle, kept, ready, shown } from '../hands';
import type { Scene } from '../scene';

/** A small script that does, one after the other, what a script may do to the person at the page. */
export const SCRIPT = `
function onOpen(event) {
  var ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()
    .addItem('Ask', 'ask')
    .addItem('Write, then ask', 'writeThenAsk')
    .addItem('Tell', 'tell')
    .addItem('Fail', 'fail')
    .addSeparator()
    .addSubMenu(ui.createMenu('More').addItem('Sidebar', 'sidebar').addItem('Dialog', 'dialog'))
    .addToUi();
}
function cell(a1) { return SpreadsheetApp.getActive().getActiveSheet().getRange(a1); }
function ask() {
  var ui = SpreadsheetApp.getUi();
  cell('A1').getValue();
  var name = ui.prompt('Who', 'Your name?', ui.ButtonSet.OK_CANCEL);
  if (name.getSelectedButton() !== ui.Button.OK) { cell('A1').setValue('cancelled'); return; }
  var sure = ui.alert('Sure', 'Write ' + name.getResponseText() + '?', ui.ButtonSet.YES_NO);
  cell('A1').setValue(name.getResponseText() + ' ' + sure);
  cell('A2').setValue(Number(cell('A2').getValue()) + 1);
}
function writeThenAsk() {
  var ui = SpreadsheetApp.getUi();
  cell('B1').setValue(Number(cell('B1').getValue()) + 1);
  SpreadsheetApp.flush();
  cell('B2').setValue(ui.prompt('And now?').getResponseText());
}
function tell() {
  SpreadsheetApp.getActive().toast('first', 'Title');
  SpreadsheetApp.getActive().toast('last');
  SpreadsheetApp.getUi().alert('One <b>thing</b>');
  SpreadsheetApp.getUi().alert('Another');
}
function fail() { throw new Error('on purpose'); }
function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Side')); }
function dialog() {
  var page = HtmlService.createHtmlOutput('<button onclick="google.script.host.close()">Done</button>');
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(300).setHeight(120), 'Small');
}
function onEdit(event) {
  cell('D1').setValue([event.range.getA1Notation(), event.value, event.oldValue, event.authMode].join('|'));
}
function probe() {
  var web = ['window', 'document', 'self', 'top', 'parent', 'location', 'fetch', 'setTimeout', 'XMLHttpRequest',
    'localStorage', 'indexedDB', 'alert', 'crypto', 'performance', 'URL', 'TextEncoder', 'WebAssembly', 'openWorkbook'];
  return {
    web: web.filter(function (name) { return eval('typeof ' + name) !== 'undefined' || globalThis[name] !== undefined; }),
    dates: cell('C1').getValue() instanceof Date,
    fresh: typeof counter,
    arrays: [1, [2]].concat([[3]]),
  };
}
var counter;
function count() { counter = (counter || 0) + 1; return counter; }
function echo(value) { return value; }
function litter() {
  left = 1;
  Array.prototype.left = 2;
  Object.getPrototypeOf([].entries()).left = 3;
  String.prototype.trim = function () { return 'left'; };
  return 'done';
}
function littered() { return [typeof left, typeof [].left, typeof [].entries().left, ' x '.trim()]; }
function refuse(reason) { throw new Error(reason); }
function hidden_() { return 'never'; }
/** @customfunction */
function TWICE(value) { return value * 2; }
`;

export const SIDEBAR = `<!doctype html><html lang="en"><head><title>Side</title></head><body><h1>Side</h1></body></html>`;

/** The frame of the sidebar. */
async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.locator('aside.sidebar iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('the sidebar has no frame');
  await frame.waitForSelector('h1');
  return frame;
}

const sheet = (page: Page) => page.locator('.o-sheet').first().getAttribute('title');
const cell = async (page: Page, a1: string) => shown(page, (await sheet(page)) ?? '', a1);

async function begun(page: Page): Promise<void> {
  await page.locator('.offer button').last().click();
}

/** A script that asks starts anew with each answer, and writes once. */
export const asks: Scene = async ({ page }) => {
  await begun(page);
  await chosen(page, 'Ask');
  const question = page.locator('dialog.question');
  await question.locator('input').fill('Ann');
  await page.keyboard.press('Enter');
  await question.getByText('Write Ann?').waitFor();
  expect(await cell(page, 'A1')).toBe('');
  await question.getByRole('button', { name: 'No', exact: true }).click();
  await idle(page);
  expect([await cell(page, 'A1'), await cell(page, 'A2')]).toEqual(['Ann NO', '1']);

  await chosen(page, 'Ask');
  await question.locator('input').waitFor();
  await page.keyboard.press('Escape');
  await idle(page);
  expect([await cell(page, 'A1'), await cell(page, 'A2')]).toEqual(['cancelled', '1']);
};

/** What has been written is not written again: then the browser itself asks, and the script stands still. */
export const asksLate: Scene = async ({ page }) => {
  await begun(page);
  page.once('dialog', (dialog) => dialog.accept('late'));
  await chosen(page, 'Write, then ask');
  await comes(() => cell(page, 'B2'), 'late');
  expect(await cell(page, 'B1')).toBe('1');
};

/** Notices come in their order, as text; an error is said, and the page goes on. */
export const tells: Scene = async ({ page }) => {
  await begun(page);
  // A notice stays for seconds only: it is looked for from the start.
  const told = page.locator('.said', { hasText: 'last' }).waitFor();
  await chosen(page, 'Tell');
  const said = page.locator('dialog.question p');
  await said.filter({ hasText: 'One <b>thing</b>' }).waitFor();
  await told;
  await page.locator('dialog.question .primary').click();
  await said.filter({ hasText: 'Another' }).waitFor();
  await page.locator('dialog.question .primary').click();
  await idle(page);
  const failed = page.locator('.said', { hasText: 'on purpose' }).waitFor();
  await chosen(page, 'Fail');
  await failed;
  await chosen(page, 'More', 'Dialog');
  await page.frameLocator('dialog.sheet iframe').getByRole('button', { name: 'Done' }).click();
  await page.locator('dialog.sheet').waitFor({ state: 'detached' });
};

/** The script has Apps Script's globals and no others, in a realm of its own that each execution has new. */
export const realm: Scene = async ({ page }) => {
  await begun(page);
  await page.keyboard.type('=TWICE(21)');
  await page.keyboard.press('Enter');
  await comes(() => cell(page, 'A1'), '42');
  await chosen(page, 'More', 'Sidebar');
  const frame = await frameOf(page);
  const run = (name: string, ...args: readonly unknown[]) =>
    frame.evaluate(
      ([called, given]) =>
        new Promise<unknown>((resolve, reject) => {
          const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
          Reflect.apply(Reflect.get(runner, called) as () => void, runner, given);
        }),
      [name, args] as const,
    );
  expect(await run('probe')).toEqual({ web: [], dates: false, fresh: 'undefined', arrays: [1, [2], [3]] });
  expect([await run('count'), await run('count')]).toEqual([1, 1]);
  // What one leaves on the language itself, no other finds.
  expect([await run('litter'), await run('littered'), await run('count')]).toEqual([
    'done',
    ['undefined', 'undefined', 'undefined', 'x'],
    1,
  ]);
};

/** `google.script.run` as Google has it. */
export const calls: Scene = async ({ page }) => {
  await begun(page);
  await chosen(page, 'More', 'Sidebar');
  const frame = await frameOf(page);
  const found = await frame.evaluate(async () => {
    const { run, host } = google.script;
    const called = (name: string, ...args: readonly unknown[]): Promise<readonly unknown[]> =>
      new Promise((resolve) => {
        const runner = run
          .withUserObject({ mine: true })
          .withSuccessHandler((answer: unknown, mine: unknown) => resolve(['answer', answer, mine]))
          .withFailureHandler((error: Error, mine: unknown) => resolve(['failure', error.message, mine]));
        Reflect.apply(Reflect.get(runner, name) as () => void, runner, args);
      });
    const thrown = (name: string, ...args: readonly unknown[]): string => {
      try {
        Reflect.apply(Reflect.get(run, name) as () => void, run, args);
        return 'nothing';
      } catch (error) {
        return error instanceof TypeError ? 'TypeError' : 'Error';
      }
    };
    return {
      plain: await called('echo', { a: [1, 'x', null, true], b: undefined }),
      refused: await called('refuse', 'no <b>way</b>'),
      date: thrown('echo', new Date()),
      map: thrown('echo', new Map()),
      unknown: thrown('nobody'),
      hidden: thrown('hidden_'),
      // More than run at a time: the others wait, and none is lost.
      many: (await Promise.all(Array.from({ length: 25 }, (_, index) => called('echo', index)))).map(
        ([, answer]) => answer,
      ),
      host: typeof host.close,
      origin: self.origin,
    };
  });
  const mine = { mine: true };
  expect(found).toEqual({
    plain: ['answer', { a: [1, 'x', null, true], b: null }, mine],
    refused: ['failure', 'no <b>way</b>', mine],
    date: 'Error',
    map: 'Error',
    unknown: 'TypeError',
    hidden: 'TypeError',
    many: Array.from({ length: 25 }, (_, index) => index),
    host: 'function',
    // A frame without the page's origin: it can reach neither the page nor its storage.
    origin: 'null',
  });
};

/** Typing fires the trigger with what Google tells it; what the script writes fires none. */
export const edits: Scene = async ({ page }) => {
  await begun(page);
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await comes(() => cell(page, 'D1'), 'A1|one||LIMITED');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await comes(() => cell(page, 'D1'), 'A1|two|one|LIMITED');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await comes(() => cell(page, 'D1'), 'A1||two|LIMITED');
  await kept(page);
  await page.reload();
  await ready(page);
  expect(await cell(page, 'D1')).toBe('A1||two|LIMITED');
};

/** What a frame of the script has of Google. */
interface Runner {
  withUserObject(mine: unknown): Runner;
  withSuccessHandler(handler: (answer: unknown, mine: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error, mine: unknown) => void): Runner;
}
declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };
