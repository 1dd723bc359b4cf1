import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sections } from '../../src/sections';
import { shared } from '../needs';
import { oneOf } from '../places';
import { type Book, bookOf } from './book';
import { namesIn, newFolder, removeFolder, run } from './run';

const folder = newFolder();
afterAll(() => removeFolder(folder));

const tabCount = sections.flatMap(({ tabs }) => tabs).filter((tab) => tab.onDemand !== true).length;
const walmart = shared('data/walmart-stores-2011.csv');

interface Made {
  readonly line: string;
  readonly warned: readonly string[];
  readonly book: Book;
}

/** Runs the command and reads back the workbook it wrote. */
async function made(name: string, args: readonly string[]): Promise<Made> {
  const { status, said, warned } = run(folder, [...args, '--out', name]);
  if (status !== 0) throw new Error(warned.join('\n'));
  // Above the last line stands what was taken for what, where a list was named.
  expect(said.length > 1).toBe(args.includes('--stores'));
  return { line: said.at(-1) ?? '', warned, book: await bookOf(join(folder, name)) };
}

/** A number of a tab, to as many places as the expected figure is given with. */
function expectFigures(book: Book, tab: string, figures: readonly (readonly [string, string, number, number])[]): void {
  for (const [row, column, figure, places] of figures) {
    const { value } = book.cell(tab, row, column);
    expect([row, column, typeof value === 'number' ? value.toFixed(places) : value]).toEqual([
      row,
      column,
      figure.toFixed(places),
    ]);
  }
}

const languages = [
  {
    lang: 'zh-CN',
    region: '华东',
    tabs: { settings: '设置', baseline: '业绩基数', summary: '区域测算', stores: '门店目标' },
    franchised: '加盟',
    line: `工作表 ${tabCount} · 门店 72 · 去年总业绩 120,960,000.00 · 月均单店业绩 148,235.29 · 区域目标 145,941,428.57 · 公司下达目标 150,000,000.00 · 差额 −4,058,571.43 · 用时 # 秒`,
    four: `工作表 ${tabCount} · 门店 4 · 去年总业绩 3,420,000.60 · 月均单店业绩 71,250.01 · 区域目标 –（请在业绩基数表填写增长） · 公司下达目标 4,000,000.00 · 用时 # 秒`,
    walmart: `工作表 ${tabCount} · 门店 45 · 去年总业绩 2,448,200,007.35 · 月均单店业绩 4,533,703.72 · 区域目标 –（请在业绩基数表填写增长） · 公司下达目标 2,600,000,000.00 · 用时 # 秒`,
  },
  {
    lang: 'en',
    region: 'East',
    tabs: { settings: 'Settings', baseline: 'Baseline', summary: 'Region summary', stores: 'Store targets' },
    franchised: 'Franchised',
    line: `tabs ${tabCount} · stores 72 · last year’s total 120,960,000.00 · average store per month 148,235.29 · region target 145,941,428.57 · company target 150,000,000.00 · gap −4,058,571.43 · # s`,
    four: `tabs ${tabCount} · stores 4 · last year’s total 3,420,000.60 · average store per month 71,250.01 · region target – (enter growth in the baseline tab) · company target 4,000,000.00 · # s`,
    walmart: `tabs ${tabCount} · stores 45 · last year’s total 2,448,200,007.35 · average store per month 4,533,703.72 · region target – (enter growth in the baseline tab) · company target 2,600,000,000.00 · # s`,
  },
] as const;

/** A store list with sales and nothing else, what it is made with, and the baselines worked out by hand. */
interface List {
  readonly name: string;
  readonly path: () => string;
  readonly region: string;
  readonly year: string;
  readonly target: string;
  readonly companyTarget: number;
  readonly figures: readonly (readonly [string, string, number, number])[];
}

const four = [
  'S1,franchised,1200000.10',
  'S2,franchised,600000.20',
  'S3,franchised,900000.30',
  'S4,self_operated,720000',
];
const made4: List = {
  name: 'small',
  path: () => {
    writeFileSync(join(folder, 'small.csv'), `store_id,ownership,last_year_sales\n${four.join('\n')}\n`);
    return 'small.csv';
  },
  region: '城北',
  year: '2027',
  target: '4,000,000',
  companyTarget: 4_000_000,
  figures: [
    ['all', 'lastYearSales', 3_420_000.6, 2],
    ['all', 'storeCount', 4, 0],
    ['franchised', 'avgStore', 75_000.016667, 6],
    ['selfOperated', 'avgStore', 60_000, 6],
    ['all', 'avgStore', 71_250.0125, 6],
  ],
};
const real45: List = {
  name: 'walmart',
  path: () => walmart.path,
  region: 'Walmart',
  year: '2012',
  target: '2,600,000,000',
  companyTarget: 2_600_000_000,
  figures: [
    ['all', 'lastYearSales', 2_448_200_007.35, 2],
    ['all', 'storeCount', 45, 0],
    ['franchised', 'avgStore', 4_621_558.38375, 6],
    ['selfOperated', 'avgStore', 4_182_285.051574, 6],
    ['all', 'avgStore', 4_533_703.717315, 6],
  ],
};

/** The languages in which a list is read: of its words, the last line's alone differ. */
const languagesOf = ({ name }: List): readonly string[] =>
  oneOf(
    languages.map(({ lang }) => lang),
    name,
  );

const timeless = (line: string): string => line.replace(/\d+\.\d (s|秒)$/, '# $1');

describe.each(languages)(
  'in $lang',
  ({ lang, region, tabs, franchised, line, four: fourLine, walmart: walmartLine }) => {
    describe('the sample is the worked case', () => {
      let sample: Made;
      beforeAll(async () => {
        sample = await made(`sample-${lang}.xlsx`, ['--sample', '--lang', lang]);
      }, 120_000);

      test('one line says what it holds', () => {
        expect([timeless(sample.line), sample.warned]).toEqual([line, []]);
      });

      test('every tab is there, the parts’ first, and no empty one', () => {
        expect(sample.book.shown).toHaveLength(tabCount);
        expect(sample.book.shown).toEqual(expect.arrayContaining(Object.values(tabs)));
        expect(sample.book.shown[0]).toBe(tabs.settings);
      });

      test('settings are those asked for', () => {
        const setting = (field: string): unknown => sample.book.cell(tabs.settings, field, 'value.1').value;
        expect(['region', 'planYear', 'companyTarget', 'roundingUnit'].map(setting)).toEqual([
          region,
          2027,
          150_000_000,
          0.01,
        ]);
      });

      test('baselines, growth and targets, to the cent', () => {
        expectFigures(sample.book, tabs.baseline, [
          ['franchised', 'lastYearSales', 86_400_000, 2],
          ['franchised', 'storeCount', 60, 0],
          ['franchised', 'avgMonths', 11.2, 6],
          ['franchised', 'avgStore', 128_571.43, 2],
          ['franchised', 'storeMonths', 702, 6],
          ['franchised', 'existingTarget', 99_282_857.14, 2],
          ['selfOperated', 'lastYearSales', 34_560_000, 2],
          ['selfOperated', 'storeCount', 12, 0],
          ['selfOperated', 'avgMonths', 12, 6],
          ['selfOperated', 'avgStore', 240_000, 2],
          ['selfOperated', 'storeMonths', 135, 6],
          ['selfOperated', 'existingTarget', 34_020_000, 2],
          ['all', 'lastYearSales', 120_960_000, 2],
          ['all', 'avgMonths', 11.3333, 4],
          ['all', 'avgStore', 148_235.29, 2],
          ['all', 'existingTarget', 133_302_857.14, 2],
          ['all', 'plannedGrowth', 0.0744, 4],
        ]);
        expect([
          sample.book.cell(tabs.baseline, 'franchised', 'growth').value,
          sample.book.cell(tabs.baseline, 'selfOperated', 'growth').value,
        ]).toEqual([0.1, 0.05]);
      });

      test('the gap, closures and growth whatever the mix', () => {
        expectFigures(sample.book, tabs.summary, [
          ['newSales', 'value.1', 12_638_571.43, 2],
          ['total', 'value.1', 145_941_428.57, 2],
          ['gap', 'value.1', -4_058_571.43, 2],
          ['requiredGrowth', 'value.1', 0.1071, 4],
          ['yearEndStores', 'value.1', 87, 0],
          ['mixNeutralGrowth', 'value.1', 0.0868, 4],
          ['closures', 'value.1', 5, 0],
          ['existingStores', 'value.1', 72, 0],
        ]);
      });

      test('72 stores with their months; one that closes in June has nothing after it', () => {
        const { book } = sample;
        expect(book.column(tabs.stores, 'storeId')).toHaveLength(72);
        expect(book.column(tabs.stores, 'ownership').filter((ownership) => ownership === franchised)).toHaveLength(60);
        const finals = book.column(tabs.stores, 'finalTarget').map(Number);
        expect(finals.reduce((sum, final) => sum + Math.round(final * 100), 0)).toBe(13_330_285_714);
        const closing = book.column(tabs.stores, 'storeId').indexOf('JM014');
        const months = Array.from(
          { length: 12 },
          (_, index) => book.column(tabs.stores, `months.${index + 1}`)[closing],
        );
        expect(finals[closing]?.toFixed(2)).toBe('848571.43');
        expect(months.slice(0, 6).reduce<number>((sum, month) => sum + Number(month), 0)).toBeCloseTo(848_571.43, 6);
        expect(months.slice(6)).toEqual([0, 0, 0, 0, 0, 0]);
      });

      test('figures are formulas with their results; a cell function’s is its value with a note', () => {
        expect(sample.book.cell(tabs.baseline, 'all', 'lastYearSales').formula).toMatch(/^IF\(/);
        expect(sample.book.cell(tabs.summary, 'total', 'value.1').formula).toMatch(/SUM\(/);
        const average = sample.book.cell(tabs.baseline, 'all', 'avgStore');
        expect([average.formula, average.note]).toEqual([undefined, expect.stringContaining('AVG_STORE_BASELINE')]);
        expect(sample.book.names).toEqual(
          expect.arrayContaining(['baseline_avgStore', 'summary_total', 'summary_gap']),
        );
      });
    });

    const fromFile = (list: List, expected: string): void => {
      let listed: Made;
      beforeAll(async () => {
        const args = ['--region', list.region, '--year', list.year, '--stores', list.path(), '--target', list.target];
        listed = await made(`${list.name}-${lang}.xlsx`, [...args, '--lang', lang]);
      }, 120_000);

      test('one line says what it holds', () => {
        expect([timeless(listed.line), listed.warned]).toEqual([expected, []]);
      });

      test('total and baselines', () => {
        expectFigures(listed.book, tabs.baseline, list.figures);
      });

      test('no target is made up where no growth was entered', () => {
        const finals = listed.book.column(tabs.stores, 'finalTarget');
        expect(finals.filter((final) => final !== '' && final !== null)).toEqual([]);
        expect(listed.book.cell(tabs.settings, 'companyTarget', 'value.1').value).toBe(list.companyTarget);
      });
    };

    if (languagesOf(made4).includes(lang)) describe('stores of a file', () => fromFile(made4, fourLine));
    if (languagesOf(real45).includes(lang)) walmart.describe('real stores', () => fromFile(real45, walmartLine));
  },
);

test('text of a file stays text in the workbook, and what was typed over stands', async () => {
  const texts = ['01234', '1e5', '+1+1', 'TRUE'];
  const names = ['=1+1', '3/4/2026', "'quoted", '12%'];
  const rows = texts.map((id, index) => `"${id.replace(/"/g, '""')}",${names[index]},Franchised,5%`);
  writeFileSync(join(folder, 'stores.csv'), `Store ID,Store name,Ownership,Growth\n${rows.join('\n')}\n`);
  const { book } = await made('text.xlsx', ['--region', '=1+1', '--year', '2027', '--stores', 'stores.csv']);
  expect(book.column('Store targets', 'storeId')).toEqual(texts);
  expect(book.column('Store targets', 'name')).toEqual(names);
  expect(book.column('Store targets', 'growth')).toEqual([0.05, 0.05, 0.05, 0.05]);
  expect(book.cell('Settings', 'region', 'value.1')).toMatchObject({ value: '=1+1', formula: undefined });
}, 60_000);

test('nothing but the workbooks is added to the folder', () => {
  const lists = existsSync(walmart.path) ? [made4, real45] : [made4];
  const listed = lists.flatMap((list) => languagesOf(list).map((lang) => `${list.name}-${lang}.xlsx`));
  const samples = languages.map(({ lang }) => `sample-${lang}.xlsx`);
  expect(namesIn(folder)).toEqual([...samples, ...listed, 'text.xlsx', 'stores.csv', 'small.csv'].sort());
});
