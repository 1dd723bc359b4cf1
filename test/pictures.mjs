// Makes the READMEs' pictures from the local page with the sample region: npm run build -- --host, then
// node test/pictures.mjs; with en, zh, plan or april after it only those. Needs a Chromium; CHROME_PATH names one that is not at /usr/bin/chromium.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { smallPng } from './png.mjs';

const folder = 'docs/pictures';
const width = 1280;

/** What the page says in each language where the script must find it. */
const words = {
  en: {
    sample: 'Load the sample region',
    april: 'Open the sample in April',
    saved: 'Saved',
    fill: 'Close the gap',
    read: 'Read the rows',
    signing: 'Versions and signing',
    tabs: { followUp: 'Follow-up', actions: 'Actions', stores: 'Store targets' },
  },
  zh: {
    sample: '载入示例区域',
    april: '打开四月的示例区域',
    saved: '已保存',
    fill: '补齐差额',
    read: '读取数据',
    signing: '版本与签署',
    tabs: { followUp: '月度追踪', actions: '事项', stores: '门店目标' },
  },
};

/** The store that is looked at in April: red, and nothing is being done about it. */
const redStore = 'JM017';

/** The visible tabs in their order, and how much of each is shown, in pixels from the column letters down; the width. */
const tabs = [
  ['settings', 640],
  ['history', 200],
  ['people', 200],
  ['baseline', 160],
  ['summary', 500],
  ['expansion', 330],
  ['stores', 420],
  ['rates', 220],
  ['members', 410],
  ['monitor', 380],
  ['staff', 240],
  ['headcount', 240],
  ['target', 1640, 1840],
  ['overleaf', 330],
];

/** Rows as someone would paste them: one store as it is, one changed, one in the wrong unit, one new, one without an id. */
const pasted = {
  en: [
    'Store ID,Store name,Ownership,Last year’s sales',
    'JM001,Shanghai Gonghexin Rd,Franchised,1754080',
    'JM002,Shanghai Hutai Rd,Franchised,1124460',
    'JM003,Shanghai Caobao Rd,Franchised,113.4',
    'JM061,Shanghai Zhenbei Rd,Franchised,',
    ',Suzhou New District,Franchised,980000',
  ],
  zh: [
    '编号,店名,性质,去年业绩',
    'JM001,上海共和新路店,加盟,1754080',
    'JM002,上海沪太路店,加盟,1124460',
    'JM003,上海漕宝路店,加盟,113.4',
    'JM061,上海真北路店,加盟,',
    ',苏州新区店,加盟,980000',
  ],
};

const keep = (name, png) => {
  const small = smallPng(png);
  writeFileSync(join(folder, `${name}.png`), small);
  console.log(`${(small.length / 1000).toFixed(1).padStart(6)} KB  ${name}`);
};

/** The local page's server, as `npm start` runs it, and its address. */
function served() {
  const server = spawn(process.execPath, ['dist-host/serve.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (data) => {
      said += data;
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    server.on('exit', () => reject(new Error('the server did not start')));
  });
  return { server, address };
}

async function drawn(page, milliseconds = 600) {
  await page.waitForTimeout(milliseconds);
}

/** One tab's picture: `sheet` is its name in the bar below. */
async function tabPicture(page, sheet, name, height, wide = width) {
  await page.setViewportSize({ width: wide, height: Math.max(760, height + 180) });
  await sheet.click();
  await page.keyboard.press('Escape');
  await drawn(page);
  const grid = await page.locator('.o-grid').boundingBox();
  keep(name, await page.screenshot({ clip: { x: 0, y: grid.y, width: grid.width - 15, height } }));
}

async function tabPictures(page, language) {
  for (const [place, [name, height, wide]] of tabs.entries())
    await tabPicture(page, page.locator('.o-sheet').nth(place), `${name}-${language}`, height, wide);
  await page.setViewportSize({ width, height: 760 });
}

/** Opens the sidebar by the first item of the add-on's menu, which is the last of the menu bar. */
async function openSidebar(page) {
  await page.locator('.o-topbar-menu').last().click();
  await page.locator('.o-menu-item').first().click();
  const side = page.frameLocator('aside.sidebar iframe');
  await side.locator('.parts .part').first().waitFor();
  await drawn(page, 2000);
  return side;
}

/** A picture of the sidebar as it stands, and the way back to its first view. */
function handsOn(page, side, language) {
  return {
    async shot(name) {
      await drawn(page, 900);
      keep(`side-${name}-${language}`, await page.locator('aside.sidebar').screenshot());
    },
    async home() {
      while ((await side.locator('.parts').count()) === 0) {
        await side.locator('header button').first().click();
        await drawn(page);
      }
    },
  };
}

/** The sidebar's views, one after the other. */
async function sidebarPictures(page, language) {
  const text = words[language];
  const side = page.frameLocator('aside.sidebar iframe');
  const { shot, home } = handsOn(page, side, language);
  const part = async (name) => {
    await home();
    await side
      .locator('.parts .part')
      .nth(tabs.findIndex(([tab]) => tab === name))
      .click();
    await drawn(page, 1200);
  };
  await page.setViewportSize({ width, height: 860 });
  await shot('overview');
  await part('settings');
  await shot('settings');
  await part('stores');
  await shot('stores');
  await side.locator('ul button').first().click();
  await shot('store');
  await side.locator('header button').first().click();
  await side.locator('.tools button').nth(2).click();
  await side.locator('select:visible').last().selectOption('growth');
  await side.locator('.field input:visible').last().fill('12');
  await shot('several');
  await part('stores');
  await side.locator('.tools button').nth(1).click();
  await side.locator('textarea').fill(pasted[language].join('\n'));
  await side.getByRole('button', { name: text.read }).click();
  await shot('import');
  await part('expansion');
  await side.locator('ul button').nth(2).click();
  await drawn(page);
  await side
    .locator('details.cells')
    .first()
    .evaluate((months) => months.scrollIntoView({ block: 'start' }));
  await shot('openings');
  await home();
  await side.getByRole('button', { name: text.fill }).click();
  await shot('fill');
  await home();
}

/** The region in April: what was signed and sold beside each other, and where one follows it in the sidebar. */
async function aprilPictures(page, language) {
  const { tabs: names, signing } = words[language];
  const sheet = (name) =>
    page.locator('.o-sheet', { has: page.locator('.o-sheet-name', { hasText: new RegExp(`^${name}$`) }) });
  await tabPicture(page, sheet(names.followUp), `followUp-${language}`, 420, 1840);
  await page.setViewportSize({ width, height: 1160 });
  const side = await openSidebar(page);
  const { shot, home } = handsOn(page, side, language);
  const part = async (name) => {
    await home();
    await side
      .locator('.parts .part')
      .filter({ has: page.frameLocator('aside.sidebar iframe').locator('.name', { hasText: new RegExp(`^${name}$`) }) })
      .click();
    await drawn(page, 1200);
  };
  await shot('month');
  await part(names.stores);
  await side.locator('input[type=search]').fill(redStore);
  await drawn(page, 900);
  await side.locator('ul button').first().click();
  await shot('storeMonths');
  await part(names.actions);
  await shot('actions');
  await home();
  await side.getByRole('button', { name: signing }).click();
  await drawn(page, 900);
  await shot('signing');
}

const { server, address } = served();
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
/** A page with one of the samples, loaded and kept. */
async function opened(language, button) {
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    viewport: { width, height: 760 },
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${await address}?lang=${language === 'zh' ? 'zh-CN' : 'en'}`);
  await page.getByRole('button', { name: button }).click();
  await page.waitForFunction((count) => document.querySelectorAll('.o-sheet').length >= count, tabs.length, {
    timeout: 240_000,
  });
  await page.locator('.saved', { hasText: words[language].saved }).waitFor({ timeout: 120_000 });
  return page;
}

/** The plan: its tabs, the page as a whole, and the sidebar's views. */
async function planPictures(page, language) {
  await tabPictures(page, language);
  await openSidebar(page);
  await page
    .locator('.o-sheet')
    .nth(tabs.findIndex(([name]) => name === 'target'))
    .click();
  await drawn(page, 1500);
  await page.setViewportSize({ width: 1400, height: 760 });
  await drawn(page);
  keep(`page-${language}`, await page.screenshot());
  await sidebarPictures(page, language);
}

const wanted = process.argv.slice(2);
const chosen = (all) => (all.some((one) => wanted.includes(one)) ? all.filter((one) => wanted.includes(one)) : all);
const sets = {
  plan: { button: 'sample', made: planPictures },
  april: { button: 'april', made: aprilPictures },
};
try {
  for (const language of chosen(['en', 'zh'])) {
    for (const set of chosen(Object.keys(sets))) {
      const page = await opened(language, words[language][sets[set].button]);
      await sets[set].made(page, language);
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  server.kill();
}
