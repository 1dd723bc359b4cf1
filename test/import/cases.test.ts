import { kindOf, textOf } from '../../sidebar/import/bytes';
import { gridOfText, importOf } from '../../sidebar/import/import';
import type { Import } from '../../sidebar/import/taken';
import { factText, faultText, noticeText } from '../../sidebar/import/words';
import { nameOf, targetOf } from './target';

const stores = targetOf('stores');

/** A file as bytes: read as the command and the form read one. */
function imported(bytes: Uint8Array): Import {
  expect(kindOf(bytes)).toBe('text');
  const read = textOf(bytes);
  if ('fault' in read) throw new Error(faultText(read.fault, 'en'));
  return importOf(gridOfText(read.text, stores), stores);
}

const utf8 = (text: string): Uint8Array => Buffer.from(text);

interface Case {
  readonly name: string;
  readonly file: Uint8Array;
  /** What each record holds besides its id. */
  readonly records?: Readonly<Record<string, object>>;
  readonly faults?: readonly string[];
  readonly questions?: readonly string[];
  /** Beginnings of what is said, in English. */
  readonly notices?: readonly string[];
  readonly facts?: readonly string[];
}

const franchised = { ownership: 'franchised' };

const cases: readonly Case[] = [
  {
    name: 'GBK, told by its bytes',
    // 编号,店名,性质,去年业绩 ⏎ A1,东店,加盟,880000 ⏎
    file: Buffer.from(
      'b1e0bac52cb5eac3fb2cd0d4d6ca2cc8a5c4ead2b5bca80a41312cb6abb5ea2cbcd3c3cb2c3838303030300a',
      'hex',
    ),
    records: { A1: { name: '东店', ...franchised, lastYearSales: 880_000 } },
  },
  {
    name: 'rows too short by blanks',
    file: utf8(
      'Store ID,Ownership,Opened,Closed\nA1,Franchised,2023-02-01,\nA2,Franchised,2023-02-01\nA3,Franchised\n',
    ),
    records: {
      A1: { ...franchised, openedOn: '2023-02-01' },
      A2: { ...franchised, openedOn: '2023-02-01' },
      A3: franchised,
    },
  },
  {
    name: 'rows too long by blanks',
    file: utf8('Store ID,Ownership\nA1,Franchised,,\nA2,Franchised,, ,\n'),
    records: { A1: franchised, A2: franchised },
  },
  {
    name: 'a row too long by more than blanks',
    file: utf8('Store ID,Ownership\nA1,Franchised,x\nA2,Franchised\n'),
    faults: ['cellCount'],
    records: { A2: franchised },
  },
  {
    name: 'a total without an ownership',
    file: utf8('编号,店名,性质,去年业绩\nA1,东店,加盟,880000\n合计,,,880000\n'),
    records: { A1: { name: '东店', ...franchised, lastYearSales: 880_000 } },
    notices: ['row 3 (合计 · 880000): a total, left out'],
  },
  {
    name: 'a total with an ownership',
    file: utf8('编号,店名,性质,去年业绩\nA1,东店,加盟,800000\nA2,西店,自营,700000\n总计,,加盟,1500000\n'),
    records: {
      A1: { name: '东店', ...franchised, lastYearSales: 800_000 },
      A2: { name: '西店', ownership: 'selfOperated', lastYearSales: 700_000 },
    },
    notices: ['row 4 (总计 · 加盟 · 1500000): a total'],
  },
  {
    name: 'subtotals and a grand total, in the name and in the id',
    file: utf8(
      'Store ID,Store name,Ownership,Sales\nA1,East,Franchised,100000\n,Subtotal,,100000\nA2,West,Franchised,200000\n,Total West,,200000\nGrand Total,,,300000\n',
    ),
    records: {
      A1: { name: 'East', ...franchised, lastYearSales: 100_000 },
      A2: { name: 'West', ...franchised, lastYearSales: 200_000 },
    },
    notices: ['row 3 (Subtotal · 100000), row 5 (Total West · 200000), row 6 (Grand Total · 300000): a total'],
  },
  {
    name: 'totals of stores that stand in rows of a month each',
    file: utf8(
      '编号,性质,月份,销售额\nA1,加盟,1月,100000\nA1,加盟,2月,200000\nA1,加盟,合计,300000\nA2,加盟,1月,50000\nA2,加盟,2月,60000\nA2,加盟,合计,110000\n',
    ),
    questions: ['sum'],
    notices: ['row 4 (A1 · 加盟 · 合计 · 300000), row 7 (A2 · 加盟 · 合计 · 110000): a total, left out'],
  },
  {
    name: 'a store whose name has the word',
    file: utf8('Store ID,Store name,Ownership\nA1,Total Fitness Mall,Franchised\nA2,Total,Franchised\n'),
    records: { A1: { name: 'Total Fitness Mall', ...franchised }, A2: { name: 'Total', ...franchised } },
  },
  {
    name: 'a total without a word that lacks what a store has',
    file: utf8('编号,性质,去年业绩\nA1,加盟,800000\nA2,自营,700000\n华东,,1500000\n'),
    records: {
      A1: { ...franchised, lastYearSales: 800_000 },
      A2: { ownership: 'selfOperated', lastYearSales: 700_000 },
    },
    notices: ['row 4 (华东 · 1500000): the sum of other rows'],
  },
  {
    name: 'a row with an id of its own and all that a store has, called a total, and the sum of others',
    file: utf8('编号,店名,性质,去年业绩\nA1,东店,加盟,800000\nA2,西店,自营,700000\nHJ01,合计,加盟,1500000\n'),
    questions: ['called'],
  },
  {
    name: 'a row that has all that a store has, and the sum of others',
    file: utf8('编号,性质,去年业绩\nA1,加盟,800000\nA2,自营,700000\n华东,加盟,1500000\n'),
    questions: ['total'],
  },
  {
    name: 'a date counted by a spreadsheet',
    file: utf8('Store ID,Ownership,Opened\nA1,Franchised,45352\n'),
    // 45352 = 46388 (1 January 2027) − 1036 days.
    records: { A1: { ...franchised, openedOn: '2024-03-01' } },
    facts: ['Opened: days counted by a spreadsheet'],
  },
  {
    name: 'dates with midnight',
    file: utf8(
      'Store ID,Ownership,Opened\nA1,Franchised,2023-05-06 00:00:00\nA2,Franchised,2023/5/6 0:00\nA3,Franchised,2023-05-06T00:00:00.000Z\n',
    ),
    records: Object.fromEntries(['A1', 'A2', 'A3'].map((id) => [id, { ...franchised, openedOn: '2023-05-06' }])),
  },
  {
    name: 'dates that can be read in one way only',
    file: utf8(
      'Store ID,Ownership,Opened\nA1,Franchised,8/19/1995\nA2,Franchised,11/30/2001\nA3,Franchised,17.04.2026\n',
    ),
    records: {
      A1: { ...franchised, openedOn: '1995-08-19' },
      A2: { ...franchised, openedOn: '2001-11-30' },
      A3: { ...franchised, openedOn: '2026-04-17' },
    },
    facts: ['Opened: month/day/year'],
  },
  {
    name: 'a date that tells the order of the others',
    file: utf8('Store ID,Ownership,Opened\nA1,Franchised,8/19/1995\nA2,Franchised,3/4/2001\n'),
    records: { A1: { ...franchised, openedOn: '1995-08-19' }, A2: { ...franchised, openedOn: '2001-03-04' } },
    facts: ['Opened: month/day/year'],
  },
  {
    name: 'dates of which none tells the order',
    file: utf8('Store ID,Ownership,Opened\nA1,Franchised,5/6/1995\nA2,Franchised,3/4/2001\n'),
    questions: ['order'],
  },
  {
    name: 'dates that tell both orders',
    file: utf8('Store ID,Ownership,Opened\nA1,Franchised,8/19/1995\nA2,Franchised,19/8/1995\nA3,Franchised,3/4/2001\n'),
    questions: ['order'],
  },
  {
    name: 'other words for the ownership',
    file: utf8('编号,性质\nA1,直营\nA2,加盟店\nA3,直营店\nA4,特许\nA5,company-owned\nA6,Franchise\nA7,Corporate\n'),
    records: {
      A1: { ownership: 'selfOperated' },
      A2: franchised,
      A3: { ownership: 'selfOperated' },
      A4: franchised,
      A5: { ownership: 'selfOperated' },
      A6: franchised,
      A7: { ownership: 'selfOperated' },
    },
  },
  {
    name: 'an ownership that is neither',
    file: utf8('编号,性质\nA1,直营\nA2,联营\nA3,联营\n'),
    questions: ['values'],
  },
  {
    name: 'decimal commas',
    file: utf8(
      'Store ID;Ownership;Last year’s sales\nA1;Franchised;870.000\nA2;Franchised;1.350.000\nA3;Franchised;2.345,67\n',
    ),
    records: {
      A1: { ...franchised, lastYearSales: 870_000 },
      A2: { ...franchised, lastYearSales: 1_350_000 },
      A3: { ...franchised, lastYearSales: 2345.67 },
    },
    facts: ['Last year’s sales: decimal comma'],
  },
  {
    name: 'thousands by points between semicolons, with nothing else to tell',
    file: utf8('Store ID;Ownership;Sales\nA1;Franchised;870.000\n'),
    records: { A1: { ...franchised, lastYearSales: 870_000 } },
    facts: ['Sales: decimal comma'],
  },
  {
    name: 'three digits behind a point, with nothing at all to tell',
    file: utf8('Store ID,Ownership,Sales\nA1,Franchised,870.000\nA2,Franchised,120.000\n'),
    questions: ['point'],
  },
  {
    name: 'signs that contradict each other',
    file: utf8('Store ID;Ownership;Sales\nA1;Franchised;1.234,56\nA2;Franchised;1,234.56\nA3;Franchised;870.000\n'),
    questions: ['point'],
  },
  {
    name: 'months beside last year’s sales',
    file: utf8(
      `编号,性质,去年业绩,${Array.from({ length: 12 }, (_, index) => `${index + 1}月`).join(',')}\nA1,加盟,240000${',20000'.repeat(12)}\n`,
    ),
    records: { A1: { ...franchised, lastYearSales: 240_000 } },
    notices: ['months taken for last year’s and left out, since the plan has its own: 12'],
  },
  {
    name: 'months of the plan’s own year beside last year’s sales',
    file: utf8('编号,性质,去年业绩,2027年1月目标,2027年2月目标\nA1,加盟,240000,1,2\n'),
    records: {
      A1: { ...franchised, lastYearSales: 240_000, months: [1, 2, ...Array.from({ length: 10 }, () => null)] },
    },
    notices: ['2 columns will take the place of formulas: Jan…Dec'],
  },
  {
    name: 'months of last year beside those of the plan',
    file: utf8('Store ID,Ownership,Jan-26,Feb-26,Jan-27,Dec-24\nA1,Franchised,1,2,3,4\n'),
    records: { A1: { ...franchised, months: [3, ...Array.from({ length: 11 }, () => null)] } },
    notices: [
      'columns of other years, left out: “Dec-24”',
      'months taken for last year’s and left out, since the plan has its own: 2',
      'a column will take the place of formulas: Jan…Dec',
    ],
  },
  {
    name: 'amounts in every way of writing',
    file: utf8(
      '编号,性质,去年业绩\nA1,加盟,88万\nA2,加盟,880000元\nA3,加盟,"¥880,000.00"\nA4,加盟,８８００００\nA5,加盟,0.88百万\nA6,加盟,880k\nA7,加盟,0.0088亿元\n',
    ),
    records: Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`A${index + 1}`, { ...franchised, lastYearSales: 880_000 }]),
    ),
  },
  {
    name: 'a unit in the header',
    file: utf8('编号,性质,去年业绩（万元）\nA1,加盟,88\n'),
    records: { A1: { ...franchised, lastYearSales: 880_000 } },
    facts: ['去年业绩（万元）: in ten thousands'],
  },
  {
    name: 'a unit above the table',
    file: utf8('门店清单,,\n单位：千元,,\n编号,性质,去年业绩\nA1,加盟,880\n'),
    records: { A1: { ...franchised, lastYearSales: 880_000 } },
    facts: ['去年业绩: in thousands'],
    notices: ['row 1 (门店清单), row 2 (单位：千元): above the headers'],
  },
  {
    name: 'figures too small for a store’s year',
    file: utf8('编号,性质,去年业绩\nA1,加盟,88.5\nA2,加盟,120\nA3,加盟,95\n'),
    questions: ['factor'],
  },
  {
    name: 'figures without a unit far below those with one',
    file: utf8('编号,性质,去年业绩\nA1,加盟,88万\nA2,加盟,120\n'),
    questions: ['bareFactor'],
  },
  {
    name: 'ids that look alike: the second is Cyrillic',
    file: utf8('Store ID,Ownership\nA1,Franchised\nА1,Franchised\n'),
    records: { A1: franchised },
    faults: ['row 3, column “Store ID”: "А1" looks like “A1” in row 2, but some letters are of another alphabet'],
  },
  {
    name: 'a figure in 元 under a header of 万元',
    file: utf8('编号,性质,去年业绩(万元)\nA1,加盟,88\nA2,加盟,1200000\nA3,加盟,95.5\n'),
    questions: ['scale'],
  },
  {
    name: 'a figure in 元 among those of a column that says no unit',
    file: utf8('编号,性质,去年业绩\nA1,加盟,880000\nA2,加盟,120\nA3,加盟,955000\n'),
    questions: ['scale'],
  },
  {
    name: 'large and small stores of one unit',
    file: utf8('编号,性质,去年业绩(万元)\nA1,加盟,12\nA2,加盟,950\nA3,加盟,60\n'),
    records: {
      A1: { ...franchised, lastYearSales: 120_000 },
      A2: { ...franchised, lastYearSales: 9_500_000 },
      A3: { ...franchised, lastYearSales: 600_000 },
    },
    facts: ['去年业绩(万元): in ten thousands'],
  },
  {
    name: 'commas that group in one cell and cannot in another',
    file: utf8('Store ID;Ownership;Net sales\nA1;Franchised;1,234,567\nA2;Franchised;1234,567\n'),
    questions: ['point'],
  },
  ...['Max', 'Min', 'Average', 'Median', '平均', '平均数', '最大', '最小值', '中位数'].map(
    (word): Case => ({
      name: `a row of ${word} below the stores`,
      file: utf8(`编号,店名,性质,去年业绩\nA1,,加盟,880000\nA2,,加盟,920000\n${word},,,900000\n`),
      records: { A1: { ...franchised, lastYearSales: 880_000 }, A2: { ...franchised, lastYearSales: 920_000 } },
      notices: [`row 4 (${word} · 900000): a total, left out`],
    }),
  ),
  {
    name: 'a store that is called Max and has an id',
    file: utf8('编号,店名,性质,去年业绩\nMax-01,Max,加盟,880000\nA2,Mean,加盟,920000\n'),
    records: {
      'Max-01': { name: 'Max', ...franchised, lastYearSales: 880_000 },
      A2: { name: 'Mean', ...franchised, lastYearSales: 920_000 },
    },
  },
  {
    name: 'negative figures',
    file: utf8(
      'Store ID,Ownership,Last year’s sales\nA1,Franchised,-420\nA2,Franchised,"(2,345.60)"\nA3,Franchised,58.07-\n',
    ),
    faults: [
      'row 2, column “Last year’s sales”: "-420" is a negative figure; expected 0 or more',
      'row 3, column “Last year’s sales”: "(2,345.60)" is a negative figure; expected 0 or more',
      'row 4, column “Last year’s sales”: "58.07-" is a negative figure; expected 0 or more',
    ],
  },
  {
    name: 'signs for nothing',
    file: utf8(
      'Store ID,Ownership,Closed,Sales\nA1,Franchised,NA,100000\nA2,Franchised,-,-\nA3,Franchised,#N/A,#DIV/0!\nA4,Franchised,NULL,/\n',
    ),
    records: { A1: { ...franchised, lastYearSales: 100_000 }, A2: franchised, A4: franchised },
    faults: ['row 4, column “Sales”: holds the error "#DIV/0!"'],
    notices: ['cells that hold a sign for nothing, read as blank: 6 ("NA", "-", "#N/A", "NULL", "/")'],
  },
  {
    name: 'no header known',
    file: utf8('id,tienda,ciudad\n7,Tienda Uno,Alfa\n8,Tienda Dos,Beta\n'),
    questions: ['column id'],
    faults: ['the file: lacks the column “Ownership”, which every row needs'],
  },
  {
    name: 'ids that a spreadsheet has marked, and one that it has lost',
    file: utf8('Store ID,Ownership\n="004",Franchised\n"\t005",Franchised\n\'006,Franchised\n1.20E+07,Franchised\n'),
    records: { '004': franchised, '005': franchised, '006': franchised },
    faults: ['row 5, column “Store ID”: "1.20E+07" is no id any more'],
  },
  { name: 'bars', file: utf8('Store ID|Ownership\nA1|Franchised\n'), records: { A1: franchised } },
  {
    name: 'a delimiter that is declared',
    file: utf8('sep=;\nStore ID;Ownership\nA1;Franchised\n'),
    records: { A1: franchised },
  },
  {
    name: 'UTF-16 with tabs',
    file: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Store ID\tOwnership\nA1\tFranchised\n', 'utf16le')]),
    records: { A1: franchised },
  },
  {
    name: 'thousands by spaces',
    file: utf8(
      'Store ID;Ownership;Last year’s sales\nA1;Franchised;20 347\nA2;Franchised;1\u00a0350\u00a0000\nA3;Franchised;1 300 000,50\nA4;Franchised;1’250’000\n',
    ),
    records: {
      A1: { ...franchised, lastYearSales: 20_347 },
      A2: { ...franchised, lastYearSales: 1_350_000 },
      A3: { ...franchised, lastYearSales: 1_300_000.5 },
      A4: { ...franchised, lastYearSales: 1_250_000 },
    },
  },
  {
    name: 'a line break in a header',
    file: utf8('"编号","门店\n名称","性质"\nA1,东店,加盟\n'),
    records: { A1: { name: '东店', ...franchised } },
  },
  {
    name: 'shares as the form takes them',
    file: utf8('Store ID,Ownership,Growth\nA1,Franchised,12\nA2,Franchised,−4\nA3,Franchised,0.2\n'),
    records: {
      A1: { ...franchised, growth: 0.12 },
      A2: { ...franchised, growth: -0.04 },
      A3: { ...franchised, growth: 0.002 },
    },
    facts: ['Growth: 10 is 10%'],
    notices: ['a column will take the place of formulas: Growth'],
  },
  {
    name: 'shares below 1 alone',
    file: utf8('Store ID,Ownership,Growth\nA1,Franchised,0.12\nA2,Franchised,0.05\n'),
    questions: ['percent'],
  },
  {
    name: 'a growth above 100 %',
    file: utf8('Store ID,Ownership,Growth\nA1,Franchised,12\nA2,Franchised,150\n'),
    questions: ['overHundred'],
  },
  {
    name: 'channels that are none of recruiting',
    file: utf8('store_id,city,channel,ownership\nA1,Harbour,Web,Franchised\n'),
    records: { A1: { city: 'Harbour', ...franchised } },
    notices: ['column “channel”: is left out; what it says is none of the choices of “Channel”: "Web"'],
  },
  {
    name: 'days that no plan has to do with',
    file: utf8(
      'Store ID,Ownership,Opened\nA1,Franchised,2026-02-29\nA2,Franchised,1900-02-00\nA3,Franchised,0000-00-00\nA4,Franchised,9999-12-31\nA5,Franchised,1899-12-31\nA6,Franchised,16/3/26\n',
    ),
    faults: [
      'row 2, column “Opened”: "2026-02-29" is no day of the calendar',
      'row 3, column “Opened”: "1900-02-00" is no day of the calendar',
      'row 4, column “Opened”: "0000-00-00" is no day of the calendar',
      'row 5, column “Opened”: "9999-12-31" lies outside 1950 to 2150',
      'row 6, column “Opened”: "1899-12-31" lies outside 1950 to 2150',
      'row 7, column “Opened”: "16/3/26" has a year of two digits',
    ],
  },
  {
    name: 'a report with titles, a unit and a total',
    file: utf8(
      '华南区门店一览\n2026年\n\n门店编码,门店名称,经营性质,开业日期,2026年销售额(万元)\n2001,东店,加盟,2018/6/1,98.7\n2002,西店,直营,2020年4月15日,"1,040"\n合计,,,,"1,138.7"\n',
    ),
    records: {
      2001: { name: '东店', ...franchised, openedOn: '2018-06-01', lastYearSales: 987_000 },
      2002: { name: '西店', ownership: 'selfOperated', openedOn: '2020-04-15', lastYearSales: 10_400_000 },
    },
    notices: ['row 1 (华南区门店一览), row 2 (2026年): above the headers', 'row 7 (合计 · 1,138.7): a total'],
  },
  {
    name: 'two rows of headers',
    file: utf8('编号,店名,性质,2026年,\n,,,销售额(万元),面积\nA1,东店,加盟,98.7,120\n'),
    records: { A1: { name: '东店', ...franchised, lastYearSales: 987_000, area: 120 } },
  },
  {
    name: 'a row of units below the headers',
    file: utf8('编号,性质,去年业绩,面积,增长\n,,万元,㎡,%\nA1,加盟,98.7,120,8\n'),
    records: { A1: { ...franchised, lastYearSales: 987_000, area: 120, growth: 0.08 } },
    notices: ['a column will take the place of formulas: Growth'],
    facts: ['去年业绩(万元): in ten thousands'],
  },
  {
    name: 'stores that are known by one column alone, vaguely called',
    file: utf8('门店,性质,年销售额\nA1,加盟,120000\nA2,直营,130000\n'),
    questions: ['column 门店'],
  },
  {
    name: 'stores that are known by one column alone, beside amounts that are all different',
    file: utf8('门店,加盟/直营,大概金额\nA1,加盟,120000\nA2,直营,130000\n'),
    questions: ['column 门店'],
  },
  {
    name: 'notes below the table',
    file: utf8('编号,店名,性质,去年业绩\nA1,东店,加盟,880000\n注：含税\n制表：王,,,2027-01-01\n'),
    records: { A1: { name: '东店', ...franchised, lastYearSales: 880_000 } },
    notices: ['row 3 (注：含税), row 4 (制表：王 · 2027-01-01): a note'],
  },
  {
    name: 'titles of groups amid the rows, and the feet of pages',
    file: utf8(
      '编号,店名,性质,去年业绩\n一、直营店,,,\n101,东店,直营,880000\n第 1 页 共 2 页\n编号,店名,性质,去年业绩\n二、加盟店,,,\n201,西店,加盟,770000\nPage 2 of 2\n',
    ),
    records: {
      101: { name: '东店', ownership: 'selfOperated', lastYearSales: 880_000 },
      201: { name: '西店', ...franchised, lastYearSales: 770_000 },
    },
    notices: [
      'row 2 (一、直营店), row 6 (二、加盟店): heads the rows below, left out',
      'row 4 (第 1 页 共 2 页), row 8 (Page 2 of 2): a note, left out',
      'row 5 (编号 · 店名 · 性质 · 去年业绩): the headers once more',
    ],
  },
  {
    name: 'a table as it is written in chats',
    file: utf8('| Store ID | Ownership | Sales |\n|---|:---|---:|\n| A1 | Franchised | 1,200,000 |\n'),
    records: { A1: { ...franchised, lastYearSales: 1_200_000 } },
    notices: ['row 2 (--- · :--- · ---:): a line drawn between rows, left out'],
  },
  {
    name: 'a table as it is written in chats, drawn with single dashes; elsewhere a dash is nothing',
    file: utf8('| Store ID | Ownership | Sales |\n|-|-|-|\n| A1 | Franchised | 1,200,000 |\n| A2 | Franchised | - |\n'),
    records: { A1: { ...franchised, lastYearSales: 1_200_000 }, A2: franchised },
    notices: ['row 2 (-): a line drawn between rows, left out', 'read as blank: 1 ("-")'],
  },
  {
    name: 'a table as it is written in chats, its columns set by short signs',
    file: utf8('| 编号 | 性质 | 去年业绩 |\n|:--|:-:|-:|\n| A1 | 加盟 | 830,000 |\n'),
    records: { A1: { ...franchised, lastYearSales: 830_000 } },
    notices: ['row 2 (:-- · :-: · -:): a line drawn between rows, left out'],
  },
  ...['，', '；'].map(
    (sign): Case => ({
      name: `${sign} between cells`,
      file: utf8(['编号,性质,去年业绩', 'A1,加盟,830000', 'A2,直营,840000'].join('\n').replace(/,/g, sign)),
      records: {
        A1: { ...franchised, lastYearSales: 830_000 },
        A2: { ownership: 'selfOperated', lastYearSales: 840_000 },
      },
    }),
  ),
  {
    name: 'months by name where days are wanted',
    file: utf8('Store ID,Ownership,Opened\nA1,Franchised,May 2020\nA2,Franchised,Dez. 2019\n'),
    questions: ['firstDay'],
  },
  {
    name: 'columns set out with blanks',
    file: utf8('编号  店名    性质  去年业绩\n1001  东店    加盟    880000\n1002  西 店   直营    770000\n'),
    records: {
      1001: { name: '东店', ...franchised, lastYearSales: 880_000 },
      1002: { name: '西 店', ownership: 'selfOperated', lastYearSales: 770_000 },
    },
  },
  {
    name: 'columns set out with blanks, one of which is missing',
    file: utf8(
      '编号  店名    性质  面积  去年业绩\n1001  东店    加盟  90    880000\n1002  西店    直营        770000\n',
    ),
    questions: ['column '],
    faults: ['the file: lacks the column “Ownership”, which every row needs'],
  },
  {
    name: 'records that stand side by side',
    file: utf8('编号,1001,1002,1003\n店名,东店,西店,南店\n性质,加盟,直营,加盟\n去年业绩,880000,770000,660000\n'),
    faults: ['the file: its records stand side by side'],
  },
  {
    name: 'amounts in Chinese numerals, and those that say about how much',
    file: utf8(
      '编号,性质,去年业绩\nA1,加盟,一百二十万\nA2,加盟,壹佰万元整\nA3,加盟,88万元整\nA4,加盟,约120万\nA5,加盟,一万二\n',
    ),
    records: {
      A1: { ...franchised, lastYearSales: 1_200_000 },
      A2: { ...franchised, lastYearSales: 1_000_000 },
      A3: { ...franchised, lastYearSales: 880_000 },
    },
    faults: [
      'row 5, column “去年业绩”: expected a number such as 1200 or 1,200, got "约120万"',
      'row 6, column “去年业绩”: expected a number such as 1200 or 1,200, got "一万二"',
    ],
  },
  {
    name: 'stores that are open, in the column of closing days',
    file: utf8('编号,性质,关店日期\nA1,加盟,营业中\nA2,加盟,2026/12/31\nA3,加盟,至今\n'),
    records: { A1: franchised, A2: { ...franchised, closedOn: '2026-12-31' }, A3: franchised },
    notices: ['cells that hold a sign for nothing, read as blank: 2 ("营业中", "至今")'],
  },
  {
    name: 'amounts and dates of other places',
    file: utf8(
      'Store ID;Ownership;Opened;Sales\nA1;Franchised;16 mars 2021;1 200 000,00 €\nA2;Franchised;3 de mayo de 2020;€ 760.000,-\nA3;Franchised;16. März 2021;EUR 1.200.000\nA4;Franchised;5 ago 2019;980.000,50 €\n',
    ),
    records: {
      A1: { ...franchised, openedOn: '2021-03-16', lastYearSales: 1_200_000 },
      A2: { ...franchised, openedOn: '2020-05-03', lastYearSales: 760_000 },
      A3: { ...franchised, openedOn: '2021-03-16', lastYearSales: 1_200_000 },
      A4: { ...franchised, openedOn: '2019-08-05', lastYearSales: 980_000.5 },
    },
    facts: ['Sales: decimal comma'],
  },
  ...[
    ['Swiss', 'CHF 1’200’000.--'],
    ['Polish', '1.200.000,00 zł'],
    ['Danish', 'kr. 1.200.000,00'],
    ['Brazilian', 'R$ 1.200.000,00'],
    ['Korean', '1,200,000원'],
    ['Thai', '฿1,200,000.00'],
  ].map(
    ([place = '', amount = '']): Case => ({
      name: `${place} amounts`,
      file: utf8(`Store ID;Ownership;Sales\nA1;Franchised;${amount}\n`),
      records: { A1: { ...franchised, lastYearSales: 1_200_000 } },
    }),
  ),
  {
    name: 'what a database writes: its sign for nothing, times, names of its own',
    file: utf8(
      'store_id\towner_type\topened_at\tgmv\n1\tfranchise\t2019-05-01 10:22:33\t120000\n2\tfranchise\t\\N\t\\N\n',
    ),
    questions: ['perhaps'],
  },
  {
    name: 'a count of days with a time in it',
    file: utf8('编号,性质,开业日期\nA1,加盟,43586.4375\n'),
    records: { A1: { ...franchised, openedOn: '2019-05-01' } },
    facts: ['开业日期: days counted by a spreadsheet'],
  },
  {
    name: 'receipts with their days, which are no openings',
    file: utf8(
      '编号,性质,日期,销售额\nA1,加盟,2026-01-02,100\nA1,加盟,2026-01-03,250\nA2,加盟,2026-01-02,300\nA2,加盟,2026-02-02,1\n',
    ),
    questions: ['sum'],
  },
  {
    name: 'a year’s total that a header does not call sales',
    file: utf8('编号,性质,Q1,Q2,Q3,Q4,全年\nA1,加盟,200000,220000,230000,230000,880000\n'),
    questions: ['perhaps'],
  },
  {
    name: 'figures whose groups a comma has torn apart',
    file: utf8('编号,店名,性质,去年业绩(元)\nA1,东店,加盟,1,200,000\nA2,西店,直营,980,000\nA3,南店,直营,950\n'),
    records: { A3: { name: '南店', ownership: 'selfOperated', lastYearSales: 950 } },
    faults: ['row 2: expected 4 cells as in the header, got 6', 'row 3: expected 4 cells as in the header, got 5'],
  },
  {
    name: 'a header that asks whether',
    file: utf8('编号,是否加盟\nA1,是\nA2,否\nA3,Y\n'),
    records: { A1: franchised, A2: { ownership: 'selfOperated' }, A3: franchised },
  },
  {
    name: 'the other way round, and an answer that is neither',
    file: utf8('编号,是否直营\nA1,1\nA2,0\nA3,待定中\n'),
    questions: ['values'],
  },
  {
    name: 'stores with sales of last year that were not open in it',
    // The plan is of 2027.
    file: utf8(
      '编号,性质,开业日期,关店日期,去年营业月,去年业绩\nA1,加盟,2027-01-01,,,50000\nA2,加盟,2020-01-01,2025-12-31,,60000\nA3,加盟,,,0,70000\nA4,加盟,2026-12-31,,,80000\nA5,加盟,2027-03-01,,,0\n',
    ),
    records: {
      A1: { ...franchised, openedOn: '2027-01-01', lastYearSales: 50_000 },
      A2: { ...franchised, openedOn: '2020-01-01', closedOn: '2025-12-31', lastYearSales: 60_000 },
      A3: { ...franchised, lastYearMonths: 0, lastYearSales: 70_000 },
      A4: { ...franchised, openedOn: '2026-12-31', lastYearSales: 80_000 },
      A5: { ...franchised, openedOn: '2027-03-01', lastYearSales: 0 },
    },
    notices: [
      'row 2 (A1 · 加盟 · 2027-01-01 · 50000), row 3 (A2 · 加盟 · 2020-01-01 · 2025-12-31 · 600…), row 4 (A3 · 加盟 · 0 · 70000) and 1 more: sales of last year and no month open in it',
      'a column will take the place of formulas',
    ],
  },
  {
    name: 'months of last year and no sum of them',
    file: utf8(
      `编号,性质,${Array.from({ length: 12 }, (_, index) => `2026年${index + 1}月`).join(',')}\nA1,加盟${',20000'.repeat(12)}\n`,
    ),
    questions: ['addUp'],
  },
  {
    name: 'some months of last year: no year can be told from them',
    file: utf8('编号,性质,2026年11月,2026年12月\nA1,加盟,1,2\n'),
    records: { A1: franchised },
    notices: ['months taken for last year’s and left out, since the plan has its own: 2'],
  },
  {
    name: 'years beside each other: the plan’s last one is meant',
    file: utf8('编号,性质,2025年销售额,2026年销售额,2027年目标\nA1,加盟,700000,880000,900000\n'),
    records: { A1: { ...franchised, lastYearSales: 880_000 } },
    notices: ['“2025年销售额”', '“2027年目标”'],
  },
  {
    name: 'two columns of one name that say different things',
    file: utf8('编号,性质,销售额,营业额\nA1,加盟,880000,890000\n'),
    questions: ['twice'],
  },
  {
    name: 'no headers at all',
    file: utf8('A1,东店,加盟,880000\nA2,西店,自营,990000\n'),
    questions: ['column A'],
  },
  {
    name: 'no headers, and nothing but words',
    file: utf8('A1,东店,加盟\nA2,西店,自营\n'),
    questions: ['column A'],
  },
  {
    name: 'headers of which none is known, years among them',
    file: utf8('clave,tienda,2025,2026\n7,Uno,100000,110000\n8,Dos,100000,120000\n'),
    questions: ['column clave'],
    faults: ['the file: lacks the column “Ownership”, which every row needs'],
  },
  {
    name: 'the same store twice, named with both rows',
    file: utf8('编号,性质\nA1,加盟\nA2,加盟\nA1,自营\n'),
    records: { A1: franchised, A2: franchised },
    faults: ['row 4, column “编号”: "A1" is in row 2 already'],
  },
  {
    name: 'areas in other units',
    file: utf8('编号,性质,面积\nA1,加盟,100㎡\nA2,加盟,80.5 平方米\nA3,加盟,90平\n'),
    records: { A1: { ...franchised, area: 100 }, A2: { ...franchised, area: 80.5 }, A3: { ...franchised, area: 90 } },
  },
];

describe('small files of every kind that people have', () => {
  test.each(cases)('$name', ({ file, records = {}, faults = [], questions = [], notices = [], facts = [] }) => {
    const found = imported(file);
    const headerAt = (index: number): string => found.taken.find((one) => one.index === index)?.header ?? '';
    const asked = found.questions.map((question) =>
      question.ask === 'column'
        ? `column ${question.guess === undefined ? '' : headerAt(question.guess)}`
        : question.ask,
    );
    expect(asked).toEqual(questions);
    const held = Object.fromEntries(
      found.records.map(({ values: { storeId, ...values } }) => [String(storeId), values]),
    );
    expect(held).toEqual(questions.length > 0 ? {} : records);
    const said = found.faults.map((fault) => (faults.includes(nameOf(fault)) ? nameOf(fault) : faultText(fault, 'en')));
    expect(said).toEqual(faults.map((fault) => (fault.includes(' ') ? expect.stringContaining(fault) : fault)));
    const told = found.notices.map((notice) => noticeText(notice, 'en', stores));
    for (const notice of notices) expect(told).toContainEqual(expect.stringContaining(notice));
    if (notices.length === 0 && questions.length === 0) expect(told).toEqual([]);
    const shown = found.taken.flatMap(({ header, facts: own }) =>
      own.map((fact) => `${header}: ${factText(fact, 'en', stores)}`),
    );
    for (const fact of facts) expect(shown).toContain(fact);
  });
});
