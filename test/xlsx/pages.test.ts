import { readXlsx, type Workbook as XlsxFile } from 'hucre/xlsx';
import { exportXlsx } from '../../host/xlsx';
import { describeWith } from '../needs';
import { converted, pagesOf } from './office';
import { samplePlan } from './samplePlan';

jest.setTimeout(900_000);

const inOffice = describeWith('LibreOffice', 'pdftotext');

// Two sheets' worth of franchised stores: 60 of every 72.
const stores = 144;
let file: Uint8Array;
let book: XlsxFile;

beforeAll(async () => {
  file = await exportXlsx(samplePlan('zh', stores));
  book = await readXlsx(file);
});

const setup = (name: string) => book.sheets.find((sheet) => sheet.name === name)?.pageSetup;

const setups: readonly [tab: string, orientation: string, across: number, down: number, rows: string | undefined][] = [
  ['目标总表', 'portrait', 1, 1, undefined],
  ['加盟店目标(背面)', 'portrait', 1, 0, '$1:$3'],
  ['设置', 'landscape', 1, 0, '$1:$2'],
  ['区域测算', 'landscape', 1, 0, '$1:$2'],
  ['业绩基数', 'landscape', 1, 0, '$1:$2'],
];
test.each(setups)(
  '%s: A4 %s, %p page(s) across, %p down, repeating rows %p',
  (tab, orientation, across, down, rows) => {
    expect(setup(tab)).toMatchObject({ paperSize: 'a4', orientation, fitToWidth: across, fitToHeight: down });
    expect(setup(tab)?.printTitlesRow).toBe(rows);
  },
);

test('a table that no page takes across is parted where its groups begin, all pages at one size that can be read', () => {
  const stores = book.sheets.find(({ name }) => name === '门店目标');
  const { orientation, fitToPage, scale, printTitlesRow, printTitlesColumn, printArea } = stores?.pageSetup ?? {};
  expect([orientation, fitToPage, printTitlesRow, printTitlesColumn]).toEqual([
    'landscape',
    undefined,
    '$1:$3',
    '$A:$C',
  ]);
  // 10 points come to 5.9.
  expect(scale).toBe(59);
  const [, last = ''] = /^\$A\$1:\$([A-Z]+)\$\d+$/.exec(printArea ?? '') ?? [];
  const keys = stores?.rows[0]?.map(String) ?? [];
  // Who and when; last year; targets; months. When it was signed and what is to be done is blank in all rows.
  expect((stores?.colBreaks ?? []).map((column) => keys[column + 1])).toEqual(['lastYearSales', 'growth', 'months.1']);
  expect(keys[[...last].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1]).toBe('monthDifference');
});

test('the target sheet is printed without the charts beside it', () => {
  expect(setup('目标总表')?.printArea).toMatch(/^\$A\$1:\$I\$\d+$/);
});

test('every page says which tab it is of, but where the tab itself says so', () => {
  const heads = (name: string) => book.sheets.find((sheet) => sheet.name === name)?.headerFooter?.oddHeader;
  expect(['门店目标', '设置', '目标总表', '加盟店目标(背面)'].map(heads)).toEqual([
    '&L&9&A',
    '&L&9&A',
    undefined,
    undefined,
  ]);
});

test('hidden tabs are not printed', () => {
  const hidden = book.sheets.filter((sheet) => sheet.hidden);
  expect(hidden.map((sheet) => sheet.pageSetup?.printArea)).toEqual([undefined, undefined]);
});

/** Whether ### stands on a page. A hidden column beside the list leaves it at the end of its lines, though not on paper. */
const tooWide = (page: string, listed: string): boolean =>
  page.includes(listed) ? /###[^\S\n]*\S/.test(page) : page.includes('###');

inOffice('on paper, as LibreOffice prints it', () => {
  let pages: readonly string[];
  beforeAll(() => {
    pages = pagesOf(converted(file, 'pdf'));
  });

  test('the target sheet takes one page, from its title to its signatures', () => {
    const found = pages.filter((page) => page.includes('华东2027营运管理目标体系'));
    expect(found).toHaveLength(1);
    for (const words of ['去年平均单店业绩', '一. 拓展、新开店计划', '二. 加盟店业绩提升目标', '编制人：', '日期：'])
      expect(found[0]).toContain(words);
  });

  test('the list overleaf goes on over pages, each with its header, and ends with the last store and a subtotal', () => {
    const found = pages.filter((page) => page.includes('加盟商') && page.includes('签字'));
    expect(found.length).toBeGreaterThan(1);
    const franchised = (stores / 72) * 60;
    const numbers = found.flatMap((page) =>
      [...page.matchAll(/^\s*(\d+)\s+\S+\s+\S+店(?!小计)/gm)].map(([, number]) => Number(number)),
    );
    expect(numbers).toEqual(Array.from({ length: franchised }, (_, index) => index + 1));
    expect(found.at(-1)).toContain('现有店小计');
  });

  test('region, year, version and page stand on each page', () => {
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/华东 2027\s+版本 V1 · /);
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
    }
  });

  test('no figure is too wide for its column', () => {
    expect(pages.filter((page) => tooWide(page, '签字'))).toEqual([]);
  });
});

inOffice('on paper in English', () => {
  let pages: readonly string[];
  beforeAll(async () => {
    pages = pagesOf(converted(await exportXlsx(samplePlan('en')), 'pdf'));
  });

  test('the target sheet takes one page', () => {
    const found = pages.filter((page) => page.includes('2027 operations targets'));
    expect(found).toHaveLength(1);
    for (const words of ['Required', '10.71%', 'Mix-neutral', '8.68%', '20.65%', 'Franchise fair (omitted)', 'Date:'])
      expect(found[0]).toContain(words);
  });

  test('no figure is too wide for its column', () => {
    expect(pages.filter((page) => tooWide(page, 'Signature'))).toEqual([]);
  });
});
