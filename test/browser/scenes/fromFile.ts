import { type CellValue, writeXlsx } from 'hucre/xlsx';
import type { Frame } from 'playwright-core';
import * as sidebarText from '../../../sidebar/text';
import { axeFaults } from '../axe';
import { cellOf, comes, kept, pictured, shown, sidebar, titleOf } from '../hands';
import type { Scene } from '../scene';

const STORES = 300;

/** Sales of a store's last year in 万元: 100.0, 100.5, 101.0 … */
const salesOf = (index: number): number => 100 + index / 2;
/** Every fifth is self-operated. */
const isOwn = (index: number): boolean => index % 5 === 4;

/** A report as a company sends it: a title, headers of its own, dates and figures, a total; another sheet before it is hidden. */
function report(): Promise<Uint8Array> {
  const rows: CellValue[][] = [
    ['华东区门店一览'],
    ['门店编码', '门店名称', '经营性质', '开业日期', '2026年销售额(万元)', '门店地址'],
    ...Array.from({ length: STORES }, (_, index): CellValue[] => [
      1001 + index,
      `第${index + 1}店`,
      isOwn(index) ? '直营' : '加盟店',
      new Date(Date.UTC(2010 + (index % 12), index % 12, 1 + (index % 28))),
      salesOf(index),
      `路 ${index}`,
    ]),
    [
      '合计',
      null,
      null,
      null,
      Array.from({ length: STORES }, (_, index) => salesOf(index)).reduce((sum, one) => sum + one, 0),
    ],
  ];
  return writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['x']], hidden: true },
      { name: '门店', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }] },
      { name: '说明', rows: [['y']] },
    ],
  });
}

/** What the targets add up to: growth of 10 % for franchised stores, of 5 % for the others, in the currency's unit. */
const expected = Array.from({ length: STORES }, (_, index) => salesOf(index) * (isOwn(index) ? 1.05 : 1.1)).reduce(
  (sum, one) => sum + one * 10_000,
  0,
);

/** 600 million, in the unit that is usual in each language: thousands, 万元. */
const TARGET_IN_UNITS = { en: '600000', zh: '60000' };

/** Dates, figures, shares and an ownership that could be either. */
const UNCLEAR = [
  'Store ID,Ownership,Opened,Sales,Growth,Apertura',
  'A1,Franchised,3/4/2020,950.000,0.12,2020-01-02',
  'A2,Leased,5/6/2021,120.000,0.05,2020-01-02',
  'A3,Company,5/7/2021,130.000,0.05,2020-01-02',
].join('\n');

/** How long a person takes for one click or one short entry, in seconds; the way to the next included. */
const pace = 4;

/** A list of 300 stores, as .xlsx, goes from the file to finished targets, in as many clicks as take two minutes. */
export const fromFile: Scene = async ({ page, language }) => {
  const text = { en: sidebarText.en, zh: sidebarText.zh }[language];
  let deeds = 0;
  const side: Frame = await sidebar(page, language);
  const press = async (name: string): Promise<void> => {
    deeds += 1;
    await side.getByRole('button', { name, exact: true }).first().click();
  };
  const enter = async (label: string, value: string): Promise<void> => {
    deeds += 1;
    await side.getByLabel(label, { exact: true }).fill(value);
  };
  const looked = async (name: string): Promise<void> => {
    await pictured(page, `${language}-file-${name}`);
    expect({ view: name, faults: await axeFaults(page) }).toEqual({ view: name, faults: [] });
  };
  await press(text.steps.generate);
  await enter(text.generate.region, 'East');
  await press(text.generate.go);
  await press(text.steps.fillTerms);
  await enter({ en: 'Company target', zh: '公司下达目标' }[language], TARGET_IN_UNITS[language]);
  await press(text.form.save);
  await side.locator('.foot [role=status]', { hasText: text.form.saved('').trim() }).waitFor();
  await press(text.common.back);
  await press(text.steps.importStores);
  // What a file does not tell is asked before anything else is shown; another file begins anew.
  await side.getByLabel(text.intake.paste).fill(UNCLEAR);
  await side.getByRole('button', { name: text.intake.read, exact: true }).click();
  await side.locator('.asked').first().waitFor();
  await looked('asked');
  expect(await side.getByRole('button', { name: text.intake.go(3), exact: true }).count()).toBe(0);
  await side.getByRole('button', { name: text.intake.again, exact: true }).click();
  deeds += 1;
  await side.locator('input[type=file]').setInputFiles({
    name: 'stores.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await report()),
  });
  await side.getByRole('button', { name: text.intake.go(STORES), exact: true }).waitFor();
  // Nothing had to be asked; what was found out and left out is said.
  expect(await side.locator('.asked').count()).toBe(0);
  await side.getByText('合计').first().waitFor();
  await looked('told');
  await press(text.intake.go(STORES));
  await side.getByText(text.intake.done(STORES, 0)).waitFor();
  await press(text.common.overview);
  await press(text.steps.growth);
  await press(text.fill.byHand);
  for (const [row, growth] of ['10', '5'].entries()) {
    deeds += 1;
    await side.locator('ul button').nth(row).click();
    await enter({ en: 'Growth', zh: '增长' }[language], growth);
    await press(text.form.save);
    await side.locator('.foot [role=status]', { hasText: text.form.saved('').trim() }).waitFor();
    await press(text.common.back);
  }
  await press(text.common.back);
  await side.locator('.parts').waitFor();
  const summary = titleOf('summary', language);
  const total = await cellOf(page, summary, 'total');
  const figure = async (): Promise<string> =>
    String(Math.abs(Number((await shown(page, summary, total)).replace(/,/g, '')) - expected) < STORES);
  await comes(figure, 'true');
  await looked('finished');
  await kept(page);
  expect(deeds * pace).toBeLessThan(120);
};
