import { importText } from '../../sidebar/import/import';
import { blocksOf } from '../../sidebar/import/records';
import type { Import } from '../../sidebar/import/taken';
import { words } from '../../sidebar/import/text';
import { faultText } from '../../sidebar/import/words';
import { inFileEn, inFileZh } from '../../src/model/ruleText';
import { shared } from '../needs';
import { nameOf, targetOf } from './target';

const stores = targetOf('stores');
const imported = (text: string): Import => importText(text, stores);
const values = (text: string): unknown => imported(text).records.map((record) => record.values);

describe('records', () => {
  const one = { storeId: '001', ownership: 'franchised', openedOn: '2026-03-16', lastYearSales: 1234.5 };

  test.each([
    ['Chinese headers', '编号,性质,开业,去年业绩\n001,加盟,2026年3月16日,"1,234.50"\n'],
    ['ids', 'store_id,ownership,opened_on,last_year_sales\r\n001,FRANCHISED,2026/3/16,¥1234.5\r\n'],
    ['English labels', 'Store ID,Ownership,Opened,Last year’s sales\n001,Franchised,16-Mar-2026,1234.5'],
    ['semicolons', '编号;性质;开业;去年业绩\n001;加盟;2026-03-16;1,234.5\n\n\n'],
    ['tabs', '编号\t性质\t开业\t去年业绩\n001\t加盟\t2026-03-16\t1,234.5'],
    ['a byte order mark and quotes', '\ufeff"编号","性质","开业","去年业绩"\n"001","加盟","2026-03-16","1234.50"'],
    ['columns in another order', '去年业绩,开业,性质,编号\n1234.5,2026-03-16,加盟,001'],
  ])('%s', (_, text) => {
    const { records, faults, notices, questions } = imported(text);
    expect([records, faults, notices, questions]).toEqual([[{ row: 2, values: one }], [], [], []]);
  });

  test('blank cells are left out, blank rows too', () => {
    expect(values('编号,店名,性质,面积\n1, ,加盟,\n,,,\n2,b,自营,80\n')).toEqual([
      { storeId: '1', ownership: 'franchised' },
      { storeId: '2', name: 'b', ownership: 'selfOperated', area: 80 },
    ]);
  });

  test('a typed 0 is a figure', () => {
    expect(values('编号,性质,去年业绩\n1,加盟,0')).toEqual([
      { storeId: '1', ownership: 'franchised', lastYearSales: 0 },
    ]);
  });

  test('text keeps its zeros, quotes, line breaks and leading signs', () => {
    expect(values('编号,店名,性质,关键事项\n007,=1+1,加盟,"a ""b""\r\nc"')).toEqual([
      { storeId: '007', name: '=1+1', ownership: 'franchised', keyActions: 'a "b"\nc' },
    ]);
  });

  test('months are one value of twelve, blank ones null', () => {
    expect(values('编号,性质,3月,m01\n1,加盟,30,10\n2,加盟,,\n')).toEqual([
      { storeId: '1', ownership: 'franchised', months: [10, null, 30, ...Array.from({ length: 9 }, () => null)] },
      { storeId: '2', ownership: 'franchised' },
    ]);
  });

  test('computed columns are left out, not read', () => {
    const { records, faults, notices } = imported('编号,性质,最终目标\n1,加盟,#REF!');
    expect([records.length, faults, notices]).toEqual([1, [], [{ code: 'computedColumns', headers: ['最终目标'] }]]);
  });

  const walmart = shared('data/walmart-stores-2011.csv');
  walmart.describe('of real stores', () => {
    test('the sales add up', () => {
      const { records, faults } = imported(walmart.text());
      const cents = records.reduce((sum, record) => sum + Math.round(Number(record.values.lastYearSales) * 100), 0);
      expect([records.length, faults, cents]).toEqual([45, [], 244_820_000_735]);
    });
  });
});

const bad: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'nothing',
    '',
    ['the file: is empty; expected a row of headers and a row for each record'],
    ['文件：是空的；应有一行表头，以及每条记录一行'],
  ],
  [
    'headers alone',
    '编号,性质\n\n',
    ['the file: has headers and no rows below them'],
    ['文件：只有表头，下面没有数据行'],
  ],
  [
    'a store that closed before it opened; one that closed on the day is none',
    '编号,关店,性质,开业\n1,2026/1/1,加盟,2026-05-01\n2,2026-05-01,加盟,2026-05-01\n3,2026-01-01,加盟,\n',
    ['row 2, column “关店”: expected a date not before column “开业” (2026-05-01), got "2026/1/1"'],
    ['第 2 行“关店”列：不应早于“开业”列（2026-05-01），实际为 "2026/1/1"'],
  ],
  [
    'a row of too many cells; one of too few is one with blanks',
    '编号,性质,店名\n1,加盟\n2,加盟,b,c\n',
    ['row 3: expected 3 cells as in the header, got 4'],
    ['第 3 行：应与表头一样有 3 个单元格，实际为 4 个'],
  ],
  [
    'values of the wrong kind, all of a row',
    '编号,性质,面积,开业,关店,去年业绩\n1,加盟,big,3/4/26,soon,-1\n',
    [
      'row 2, column “面积”: expected a number such as 1200 or 1,200, got "big"',
      'row 2, column “开业”: "3/4/26" has a year of two digits; write it with four',
      'row 2, column “关店”: expected a date as 2026-03-16, 2026/3/16, 2026年3月16日 or 16-Mar-2026, got "soon"',
      'row 2, column “去年业绩”: "-1" is a negative figure; expected 0 or more',
    ],
    [
      '第 2 行“面积”列：应为数字，例如 1200 或 1,200，实际为 "big"',
      '第 2 行“开业”列："3/4/26" 的年份只有两位；请写四位年份',
      '第 2 行“关店”列：应为日期，写作 2026-03-16、2026/3/16、2026年3月16日 或 16-Mar-2026，实际为 "soon"',
      '第 2 行“去年业绩”列："-1" 是负数，应不小于 0',
    ],
  ],
  [
    'bounds and days that are not',
    '编号,性质,面积,增长,去年营业月,开业\n1,加盟,0,-150%,13,2027-02-29\n',
    [
      'row 2, column “面积”: expected more than 0, got "0"',
      'row 2, column “增长”: expected at least −100%, got "-150%"',
      'row 2, column “去年营业月”: expected at most 12, got "13"',
      'row 2, column “开业”: "2027-02-29" is no day of the calendar',
    ],
    [
      '第 2 行“面积”列：应大于 0，实际为 "0"',
      '第 2 行“增长”列：不应小于 −100%，实际为 "-150%"',
      '第 2 行“去年营业月”列：不应大于 12，实际为 "13"',
      '第 2 行“开业”列：日历上没有 "2027-02-29" 这一天',
    ],
  ],
  [
    'blanks where every row needs a value',
    'Store ID,Name,Ownership\n1,a,\n,b,Franchised\n',
    [
      'row 2, column “Ownership”: is blank; every row needs it',
      'row 3, column “Store ID”: is blank; every row needs it',
    ],
    ['第 2 行“Ownership”列：空白；此列每行都必须填写', '第 3 行“Store ID”列：空白；此列每行都必须填写'],
  ],
  [
    'the same store again and again',
    '编号,性质\nA,加盟\nB,加盟\n\nA ,自营\nA,加盟\n',
    [
      'row 5, column “编号”: "A" is in row 2 already; it must be unique',
      'row 6, column “编号”: "A" is in row 2 already; it must be unique',
    ],
    ['第 5 行“编号”列："A" 在第 2 行已经出现，不能重复', '第 6 行“编号”列："A" 在第 2 行已经出现，不能重复'],
  ],
  [
    'columns and rows at once',
    '编号,店名,面积\n1,a,b\n2,a,1,x\n',
    [
      'the file: lacks the column “Ownership”, which every row needs',
      'row 2, column “面积”: expected a number such as 1200 or 1,200, got "b"',
      'row 3: expected 3 cells as in the header, got 4',
    ],
    [
      '文件：缺少“性质”列，每行都必须填写',
      '第 2 行“面积”列：应为数字，例如 1200 或 1,200，实际为 "b"',
      '第 3 行：应与表头一样有 3 个单元格，实际为 4 个',
    ],
  ],
  [
    'rows below a line break inside quotes name their line too',
    '编号,性质,店名\n1,加盟,"a\nb"\n2,#REF!,c\n3\n',
    [
      'row 3 (line 4), column “性质”: holds the error "#REF!"',
      'row 4 (line 5), column “性质”: is blank; every row needs it',
    ],
    ['第 3 行（文本第 4 行）“性质”列：是错误值 "#REF!"', '第 4 行（文本第 5 行）“性质”列：空白；此列每行都必须填写'],
  ],
  [
    'broken quotes',
    '编号,性质\n"1"x,加盟\n2,\n"3,加盟\n',
    [
      'row 2: something follows a closing quote; write a quote inside quotes twice: ""',
      'row 3, column “性质”: is blank; every row needs it',
      'row 4: a quote is opened and never closed',
    ],
    [
      '第 2 行：收尾引号后面还有内容；引号之内的引号要写两次：""',
      '第 3 行“性质”列：空白；此列每行都必须填写',
      '第 4 行：引号没有收尾',
    ],
  ],
  [
    'a header with a broken quote, and nothing guessed from the rest',
    '"编号,性质\n1,加盟\n',
    ['row 1: a quote is opened and never closed'],
    ['第 1 行：引号没有收尾'],
  ],
  [
    'a long value with a line break, on one line',
    `编号,性质,面积\n1,加盟,"x\n${'y'.repeat(40)}"\n`,
    [`row 2, column “面积”: expected a number such as 1200 or 1,200, got "x ${'y'.repeat(27)}…"`],
    [`第 2 行“面积”列：应为数字，例如 1200 或 1,200，实际为 "x ${'y'.repeat(27)}…"`],
  ],
  [
    'ids that are none, and dates without a day or far away',
    '编号,性质,开业\n1.5E+08,加盟,\n"1\n2",加盟,\n3,加盟,1900-01-01\n4,加盟,2026-01-02\n',
    [
      'row 2, column “编号”: "1.5E+08" is no id any more: the spreadsheet has made a rounded number of it; take it from its source',
      'row 3, column “编号”: "1 2" has a line break; a quote may be missing before it',
      'row 4 (line 5), column “开业”: "1900-01-01" lies outside 1950 to 2150',
    ],
    [
      '第 2 行“编号”列："1.5E+08" 已不是编号：表格软件把它变成了近似的数；请从原始数据中取得',
      '第 3 行“编号”列："1 2" 中有换行；前面可能少了引号',
      '第 4 行（文本第 5 行）“开业”列："1900-01-01" 不在 1950 年至 2150 年之间',
    ],
  ],
];

describe('every fault of a file is named, in both languages', () => {
  test.each(bad)('%s', (_, text, english, chinese) => {
    const { faults } = imported(text);
    expect(faults.map((fault) => faultText(fault, 'en'))).toEqual(english);
    expect(faults.map((fault) => faultText(fault, 'zh'))).toEqual(chinese);
  });

  test('rows with a fault are no records, the others are', () => {
    const { records } = imported('编号,性质\n1,加盟\n2,#N/A\n1,自营\n3\n4,自营\n');
    expect(records.map(({ row }) => row)).toEqual([2, 6]);
  });

  test('other tables: whole years within bounds, ticks', () => {
    const { faults } = importText('年度,参与\n1,maybe\n2026.5,是\n2026,是\n2026,否\n', targetOf('history'));
    expect(faults.map((fault) => faultText(fault, 'en'))).toEqual([
      'row 2, column “年度”: expected at least 1990, got "1"',
      'row 2, column “参与”: expected yes or no, got "maybe"',
      'row 3, column “年度”: expected a whole number, got "2026.5"',
      'row 5, column “年度”: "2026" is in row 4 already; it must be unique',
    ]);
  });

  test('broken rows and faults of others are listed and counted together', () => {
    const rows = [...Array.from({ length: 1100 }, () => '"x"y,加盟'), ...Array.from({ length: 50 }, () => ',加盟')];
    const { faults } = imported(`编号,性质\n${rows.join('\n')}\nA,加盟`);
    expect(faults).toHaveLength(1001);
    expect(faults.at(-1)).toEqual({ code: 'moreFaults', most: 150 });
  });

  test('as many are listed as can be read, and the rest counted', () => {
    const { faults } = imported(
      `编号,性质,面积\n${Array.from({ length: 1200 }, (_, index) => `${index},加盟,x`).join('\n')}\nA,加盟,1`,
    );
    expect(faults).toHaveLength(1001);
    expect(faultText(faults[1000] ?? { code: 'empty' }, 'en')).toBe('the file: has 200 problems more');
  });

  test.each([...Object.keys(words.en.faults), ...Object.keys(inFileEn)])(
    '%s has the same blanks to fill in both languages',
    (code) => {
      const blanks = (faults: Readonly<Record<string, string>>): readonly string[] =>
        [...(faults[code] ?? '').matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
      const [en, zh] = [
        { ...words.en.faults, ...inFileEn },
        { ...words.zh.faults, ...inFileZh },
      ];
      expect(blanks(zh)).toEqual(blanks(en));
      expect(blanks(en)).toContain('{where}');
    },
  );
});

describe('blocks', () => {
  const records = Array.from({ length: 1001 }, (_, index) => ({ row: index + 2, values: { storeId: String(index) } }));

  test.each([
    [0, []],
    [1, [1]],
    [500, [500]],
    [501, [500, 1]],
    [1001, [500, 500, 1]],
  ])('%i records', (count, sizes) => {
    const blocks = [...blocksOf(records.slice(0, count))];
    expect(blocks.map((block) => block.length)).toEqual(sizes);
    expect(blocks.flat()).toEqual(records.slice(0, count).map((record) => record.values));
  });
});

test('a file of 500 broken quotes is read row by row, each once a fault', () => {
  const rows = Array.from({ length: 500 }, (_, index) => `"${index}"x,加盟`);
  const { faults } = imported(`编号,性质\n${rows.join('\n')}\n`);
  expect(faults.map((fault) => `${nameOf(fault)} ${fault.row}`)).toEqual(
    rows.map((_, index) => `brokenQuote ${index + 2}`),
  );
});
