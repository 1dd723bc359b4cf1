import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Outcome } from '../../host/cli/generate';
import { places } from '../places';
import { ready } from '../ready';
import { type Book, bookOf } from './book';
import { namesIn, newFolder, removeFolder } from './run';

jest.setTimeout(120_000);

/*
 * Lists as people have them, each through the built command. One process runs it for all of them; since making a workbook takes a
 * second each, a run of all tests makes some of those that can be read, `npm run prove`'s setting all.
 */

type Cell = string | number | Date | null;

interface Case {
  readonly name: string;
  readonly file: string | Uint8Array | (() => Promise<Uint8Array>);
  /** The file's name; `list.csv` unless it says something. */
  readonly as?: string;
  readonly more?: readonly string[];
  /** What stands of each store in the workbook, by its id. */
  readonly stores?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Parts of lines that are said, in order. */
  readonly says?: readonly string[];
  /** Parts of the lines that keep it from being made, in order. */
  readonly refuses?: readonly string[];
}

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const xlsx =
  (rows: readonly (readonly Cell[])[], sheet: object = {}) =>
  () =>
    writeXlsx({ sheets: [{ name: 'List', rows: rows.map((row) => [...row]), ...sheet }] });
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const twelve = Array.from({ length: 12 }, (_, index) => `${index + 1}月`).join(',');

const franchised = { ownership: 'Franchised' };
const own = { ownership: 'Self-operated' };

const cases: readonly Case[] = [
  {
    name: 'GB18030',
    // 编号,店名,性质,去年业绩 ⏎ B7,东店,加盟,990000 ⏎
    file: Buffer.from(
      'b1e0bac52cb5eac3fb2cd0d4d6ca2cc8a5c4ead2b5bca80a42372cb6abb5ea2cbcd3c3cb2c3939303030300a',
      'hex',
    ),
    stores: { B7: { name: '东店', ...franchised, lastYearSales: 990_000 } },
    says: ['list.csv: read as gb18030'],
  },
  {
    name: 'UTF-16 with tabs',
    file: utf16('门店编码\t经营性质\t销售额\r\n001\t直营\t1,100,000\r\n'),
    as: 'list.txt',
    stores: { '001': { ...own, lastYearSales: 1_100_000 } },
    says: ['list.txt: read as utf-16le'],
  },
  {
    name: 'rows short and long by blanks, and an old Macintosh’s line ends',
    file: 'Store ID,Ownership,Opened,Closed\rK1,Franchised\rK2,Company-owned,2020-02-29,,,\r',
    stores: { K1: franchised, K2: { ...own, openedOn: day('2020-02-29') } },
  },
  {
    name: 'totals, with and without an ownership',
    file: '编号,店名,性质,去年业绩\nC1,北店,加盟,600000\n小计,,加盟,600000\nC2,南店,自营,900000\n小计,,,900000\n总计,,,1500000\n',
    stores: { C1: { ...franchised, lastYearSales: 600_000 }, C2: { ...own, lastYearSales: 900_000 } },
    says: ['a total'],
  },
  {
    name: 'supervisors, whom the list of people does not have yet',
    file: '编号,店名,性质,督导\nP1,北店,加盟,李四\nP2,南店,自营,王五\nP3,东店,自营,李四\n',
    stores: { P1: { ...franchised, supervisor: '李四' }, P2: own, P3: own },
    says: ['supervisors, added to the list of people: 李四, 王五'],
  },
  {
    name: 'days: in words, with midnight, in digits alone, counted',
    file: '编号,性质,开业日期\nD1,加盟,2019年11月3日\nD2,加盟,2019-11-04 00:00:00\nD3,加盟,20191105\nD4,加盟,43775\n',
    stores: {
      D1: { openedOn: day('2019-11-03') },
      D2: { openedOn: day('2019-11-04') },
      D3: { openedOn: day('2019-11-05') },
      // 43775 = 46388 (1 January 2027) − 2613 days.
      D4: { openedOn: day('2019-11-06') },
    },
  },
  {
    name: 'month before day, told by one row',
    file: 'store no,ownership,open_date\nE1,Franchise,7/28/1999\nE2,Franchise,3/4/2003\n',
    stores: { E1: { openedOn: day('1999-07-28') }, E2: { openedOn: day('2003-03-04') } },
  },
  {
    name: 'both orders in a column, and one that says neither',
    file: 'store no,ownership,open_date\nE1,Franchise,7/28/1999\nE2,Franchise,28/7/1999\nE3,Franchise,3/4/2003\n',
    refuses: ['--map "open_date=openedOn:dmy"'],
  },
  {
    name: 'thousands by points and by spaces',
    file: 'Store ID;Ownership;Net sales\nF1;Franchised;1.150.000\nF2;Franchised;840.000\nF3;Corporate;2 300 000,50\nF4;Corporate;1’050’000\n',
    stores: {
      F1: { lastYearSales: 1_150_000 },
      F2: { lastYearSales: 840_000 },
      F3: { lastYearSales: 2_300_000.5 },
      F4: { lastYearSales: 1_050_000 },
    },
  },
  {
    name: 'a figure that may be a thousand times as much',
    file: 'Store ID,Ownership,Net sales\nF1,Franchised,840.000\nF2,Franchised,760.500\n',
    refuses: ['--map "Net sales=lastYearSales:point"'],
  },
  {
    name: 'last year’s months beside last year’s sales',
    file: `编号,性质,去年业绩,${twelve}\nG1,加盟,360000${',30000'.repeat(12)}\n`,
    stores: { G1: { lastYearSales: 360_000 } },
    says: ['months taken for last year’s and left out'],
  },
  {
    name: 'amounts in every way of writing',
    file: '编号,性质,去年业绩\nH1,加盟,95万\nH2,加盟,950000元\nH3,加盟,"￥950,000.00"\nH4,加盟,９５００００\nH5,加盟,九十五万\n',
    stores: Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`H${at}`, { lastYearSales: 950_000 }])),
  },
  {
    name: 'a report: titles, a unit, two rows of headers, a total, notes below',
    file: '华北区门店\n单位：万元\n\n门店编码,门店名称,经营性质,开业日期,2026年,\n,,,,销售额,面积\nI1,一店,直营店,2018年5月1日,120.5,90㎡\nI2,二店,特许,2021/6/1,"1,010",120平\n合计,,,,"1,130.5",210\n注：不含税\n',
    stores: {
      I1: { name: '一店', ...own, openedOn: day('2018-05-01'), lastYearSales: 1_205_000, area: 90 },
      I2: { name: '二店', ...franchised, openedOn: day('2021-06-01'), lastYearSales: 10_100_000, area: 120 },
    },
    says: ['above the headers', 'a total', 'a note'],
  },
  {
    name: 'negative figures',
    file: 'Store ID,Ownership,Sales\nJ1,Franchised,-500\nJ2,Franchised,"(3,210.00)"\nJ3,Franchised,77.10-\n',
    refuses: ['row 2, column “Sales”: "-500" is a negative', 'row 3, column “Sales”', 'row 4, column “Sales”'],
  },
  {
    name: 'signs for nothing',
    file: 'Store ID,Ownership,Opened,Area,Sales\nL1,Franchised,N/A,-,700000\nL2,Franchised,NULL,#N/A,/\n',
    stores: { L1: { lastYearSales: 700_000, area: null }, L2: { lastYearSales: null, area: null, openedOn: null } },
    says: ['cells that hold a sign for nothing, read as blank: 5'],
  },
  {
    name: 'an error of a spreadsheet',
    file: 'Store ID,Ownership,Sales\nL1,Franchised,#DIV/0!\n',
    refuses: ['row 2, column “Sales”: holds the error "#DIV/0!"'],
  },
  {
    name: 'headers of which none is known',
    file: 'clave,sucursal,ciudad\n10,Uno,Norte\n11,Dos,Sur\n',
    refuses: ['lacks the column “Ownership”', '--map "clave=storeId"'],
  },
  {
    name: 'ids that a spreadsheet has marked, and one that it has lost',
    file: 'Store ID,Ownership\n="010",Franchised\n\'011,Franchised\n1.00E+08,Franchised\n',
    refuses: ['row 4, column “Store ID”: "1.00E+08" is no id any more'],
  },
  {
    name: 'a declared delimiter, a header broken in two lines, a quote with a line in it',
    file: 'sep=;\r\n"编号";"门店\n名称";"性质";"重点举措"\r\n="007";"东;店";"加盟";"一\n二"\r\n',
    stores: { '007': { name: '东;店', ...franchised } },
    says: ['columns that fill no field, left out: “重点举措”'],
  },
  {
    name: 'a quote that is never closed costs its own line',
    file: `Store ID,Store name,Ownership\nM1,"12"" pan",Franchised\nM2,6" pipe,Franchised\nM3,"open,Franchised\nM4,Last,Corporate\n`,
    refuses: ['row 4'],
  },
  {
    name: 'growth as a form takes it',
    file: 'Store ID,Ownership,Growth\nN1,Franchised,8\nN2,Franchised,−3.5\nN3,Franchised,0\n',
    stores: { N1: { growth: 0.08 }, N2: { growth: -0.035 }, N3: { growth: 0 } },
    says: ['a column will take the place of formulas: Growth'],
  },
  {
    name: 'growth beyond belief',
    file: 'Store ID,Ownership,Growth\nN1,Franchised,8\nN2,Franchised,240\n',
    refuses: ['Growth'],
  },
  {
    name: 'a channel that is none of recruiting',
    file: 'store_id,city,channel,ownership\nP1,Harbour,Web,Franchised\nP2,Hill,App,Franchised\n',
    stores: { P1: { city: 'Harbour', channel: null }, P2: { city: 'Hill', channel: null } },
    says: ['column “channel”: is left out'],
  },
  {
    name: 'days that are none',
    file: 'Store ID,Ownership,Opened\nQ1,Franchised,2023-02-29\nQ2,Franchised,0000-00-00\nQ3,Franchised,9999-12-31\nQ4,Franchised,5/6/21\n',
    refuses: ['row 2', 'row 3', 'row 4', 'row 5'],
  },
  {
    name: 'the same store twice, in another case',
    file: 'Store ID,Ownership\nr1,Franchised\nR2,Franchised\nR1,Corporate\n',
    refuses: ['row 4, column “Store ID”: "R1" is in row 2 already'],
  },
  {
    name: 'a workbook: merged title, real days and figures, a hidden row',
    file: xlsx(
      [
        ['Stores of the region', null, null, null],
        ['Store ID', 'Ownership', 'Opened', 'Sales'],
        ['S1', 'Franchised', day('2022-08-09'), 640_000.5],
        ['S2', 'Corporate', day('2023-01-31'), 720_000],
      ],
      { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }], rowDefs: new Map([[3, { hidden: true }]]) },
    ),
    as: 'list.xlsx',
    stores: {
      S1: { ...franchised, openedOn: day('2022-08-09'), lastYearSales: 640_000.5 },
      S2: { ...own, openedOn: day('2023-01-31'), lastYearSales: 720_000 },
    },
    says: ['row 1 (Stores of the region): above the headers', 'rows that the spreadsheet hides, read all the same: 1'],
  },
  {
    name: 'a table as chats write it',
    file: '| 编号 | 性质 | 去年业绩 |\n|:--|:-:|--:|\n| T1 | 加盟 | 830,000 |\n',
    as: 'list.txt',
    stores: { T1: { ...franchised, lastYearSales: 830_000 } },
    says: ['a line drawn between rows, left out'],
  },
  {
    name: 'columns set out with blanks',
    file: '编号    店名      性质    去年业绩\nU-1     东 店     加盟    810000\nU-2     西店      直营    820000\n',
    as: 'list.txt',
    stores: { 'U-1': { name: '东 店', lastYearSales: 810_000 }, 'U-2': { ...own, lastYearSales: 820_000 } },
  },
  {
    name: 'ownership for all rows, and a column that is mapped',
    file: 'tienda;ventas\nV1;1.200.000\nV2;980.000\n',
    more: ['--map', 'tienda=storeId', '--map', 'ventas=lastYearSales:comma', '--all', 'ownership=franchised'],
    stores: { V1: { ...franchised, lastYearSales: 1_200_000 }, V2: { ...franchised, lastYearSales: 980_000 } },
    says: ['“Ownership” is Franchised in every row'],
  },
  {
    name: 'commas of a Chinese keyboard',
    file: '编号，性质，去年业绩\nW1，加盟，860000\nW2，直营，870000\n',
    stores: { W1: { ...franchised, lastYearSales: 860_000 }, W2: { ...own, lastYearSales: 870_000 } },
  },
  {
    name: 'months where days are wanted, in figures and by name',
    file: 'Store ID,Ownership,Opened\nX1,Franchised,2021-04\nX2,Franchised,May 2020\n',
    refuses: ['"2021-04" names no day: is the first of the month meant? Say so with --map "Opened=openedOn:first"'],
  },
  {
    name: 'the same, said to be their first days',
    file: 'Store ID,Ownership,Opened\nX1,Franchised,2021-04\nX2,Franchised,May 2020\n',
    more: ['--map', 'Opened=openedOn:first'],
    stores: { X1: { openedOn: day('2021-04-01') }, X2: { openedOn: day('2020-05-01') } },
  },
  {
    name: 'a title that speaks of two years',
    file: '2026-2027年门店业绩\n编号,性质,1月,2月\nY1,加盟,80000,70000\n',
    refuses: [
      'Which year are “1月”, “2月” of? The lines above speak of 2026, 2027. Say so with --map "1月=months.1" --map "2月=months.2" (of 2027, the plan’s own) or --map "1月=" --map "2月=" (of another year, leave them out)',
    ],
  },
  {
    name: 'a row with an id of its own that is called a total, and is the sum',
    file: '编号,店名,性质,去年业绩\nZ1,东店,加盟,800000\nZ2,西店,自营,700000\nHJ01,合计,加盟,1500000\n',
    refuses: ['--value "店名:合计=total"'],
  },
  {
    name: 'a page that is called .xls',
    file: '<html><table><tr><td>编号</td></tr></table></html>',
    refuses: ['the file'],
  },
  { name: 'an .xls of old', file: Buffer.from('d0cf11e0a1b11ae10000', 'hex'), as: 'list.xls', refuses: ['the file'] },
  { name: 'headers and no row', file: 'Store ID,Ownership\n', refuses: ['the file'] },
  { name: 'zeros', file: new Uint8Array(400), refuses: ['the file'] },
  { name: 'a mark of order and nothing else', file: '\ufeff', refuses: ['the file: is empty'] },
];

interface Ran {
  readonly outcome: Outcome;
  readonly folder: string;
}

const folder = newFolder();
afterAll(() => removeFolder(folder));

/** Of those that can be read some, of those that are refused all. */
const readable = cases.filter(({ stores }) => stores !== undefined);
const made = new Set(places(readable.length, 'nasty', 4).map((place) => readable[place]));
const tried = cases.filter((one) => one.stores === undefined || made.has(one));
const ran = new Map<Case, Ran>();

beforeAll(async () => {
  const asked: string[][] = [];
  for (const [index, { file, as = 'list.csv', more = [] }] of tried.entries()) {
    const own = `case${index}`;
    mkdirSync(join(folder, own));
    writeFileSync(join(folder, own, as), typeof file === 'function' ? await file() : file);
    const out = ['--lang', 'en', '--out', join(own, 'plan.xlsx')];
    asked.push(['--region', 'East', '--year', '2027', '--stores', join(own, as), ...out, ...more]);
  }
  const input = JSON.stringify(asked);
  const command = join(ready().host, 'cli.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, join(__dirname, 'many.mjs'), command], {
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8' },
    input,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  expect(stderr).toBe('');
  const outcomes: readonly Outcome[] = JSON.parse(stdout);
  for (const [index, one] of tried.entries()) {
    const outcome = outcomes[index];
    if (outcome) ran.set(one, { outcome, folder: join(folder, `case${index}`) });
  }
});

/** A store's cells, of the columns that are asked for. */
function heldIn(book: Book, id: string, columns: readonly string[]): Record<string, unknown> {
  const at = book.column('Store targets', 'storeId').indexOf(id);
  return Object.fromEntries(columns.map((column) => [column, book.column('Store targets', column)[at] ?? null]));
}

test.each(tried.map((one) => [one.name, one] as const))('%s', async (_, one) => {
  const { stores, says = [], refuses = [] } = one;
  const found = ran.get(one);
  if (!found) throw new Error('was not run');
  const { status, warned } = found.outcome;
  if (!stores) {
    expect([status, warned.at(-1)]).toEqual([1, 'Nothing was written.']);
    const lines = warned.slice(-1 - refuses.length, -1);
    expect(lines).toEqual(refuses.map((part) => expect.stringContaining(part)));
    expect(namesIn(found.folder)).toEqual([one.as ?? 'list.csv']);
    return;
  }
  expect([status, warned.length]).toEqual([
    0,
    warned.filter((line) => says.some((part) => line.includes(part))).length,
  ]);
  for (const part of says) expect(warned).toContainEqual(expect.stringContaining(part));
  const book = await bookOf(join(found.folder, 'plan.xlsx'));
  expect(book.column('Store targets', 'storeId')).toEqual(Object.keys(stores));
  for (const [id, held] of Object.entries(stores)) expect(heldIn(book, id, Object.keys(held))).toEqual(held);
});
