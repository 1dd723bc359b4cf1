import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { optionsOf } from '../../host/cli/options';
import { storesIn } from '../../host/cli/stores';
import { askedLine, takenLines } from '../../host/cli/told';
import { namesIn, newFolder, removeFolder, run } from './run';

jest.setTimeout(60_000);

const folder = newFolder();
afterAll(() => removeFolder(folder));

const many = `store_id,ownership,area\n${Array.from({ length: 250 }, (_, index) => `${index},franchised,big\n`).join('')}A,franchised,1`;

const bad: readonly (readonly [string, string | Uint8Array, 'zh-CN' | 'en', readonly string[]])[] = [
  [
    'faults of every kind',
    'store_id,ownership,opened_on,area\n1,franchised,3/4/26,x\n2,,2026-01-01,5\n1,self_operated,,7\n',
    'en',
    [
      'bad.csv: row 2, column “opened_on”: "3/4/26" has a year of two digits',
      'bad.csv: row 2, column “area”: expected a number ',
      'bad.csv: row 3, column “ownership”: is blank; every row needs it',
      'bad.csv: row 4, column “store_id”: "1" is in row 2 already; it must be unique',
      'Nothing was written.',
    ],
  ],
  [
    'questions, each with the options that answer it',
    'store_id,ownership,opened_on,Sales\n1,franchised,3/4/2026,950.000\n2,leased,5/6/2026,120.000\n',
    'en',
    [
      'bad.csv: column “ownership”: What is meant by "leased", as “Ownership”? Say so with --value "ownership:leased=CHOICE" (CHOICE: franchised selfOperated, or nothing to leave it out)',
      'bad.csv: column “opened_on”: Which is the day and which the month of "3/4/2026"? Say so with --map "opened_on=openedOn:dmy" (2026-04-03) or --map "opened_on=openedOn:mdy" (2026-03-04)',
      'bad.csv: column “Sales”: Which figure is "950.000"? Say so with --map "Sales=lastYearSales:point" (950) or --map "Sales=lastYearSales:comma" (950,000)',
      'Nothing was written.',
    ],
  ],
  [
    'no header known',
    'id,tienda\n1,Uno\n2,Dos\n',
    'zh-CN',
    [
      'bad.csv：文件：缺少“性质”列，每行都必须填写；各行相同可写 --all ownership=值',
      'bad.csv：哪一列是“编号”？请写明 --map "id=storeId" --map "tienda=name"',
      '没有写入任何文件。',
    ],
  ],
  [
    'a row with the sum of others',
    'store_id,ownership,Sales\n1,franchised,800000\n2,franchised,700000\n3,franchised,1500000\n',
    'en',
    [
      'bad.csv: Is row 4 (3 · franchised · 1500000) a total? It has the sum of other rows, and all that a row of its own needs. Say so with --row 4=total (a total, leave it out) or --row 4=record (no total, take it)',
      'Nothing was written.',
    ],
  ],
  [
    'no text',
    Buffer.from('255044462d312e340a010203', 'hex'),
    'zh-CN',
    ['bad.csv：文件：既不是文本也不是工作簿；', '没有写入任何文件。'],
  ],
  ['nothing', '', 'zh-CN', ['bad.csv：文件：是空的；', '没有写入任何文件。']],
  [
    'a fault in each of many rows',
    many,
    'en',
    [
      ...Array.from(
        { length: 250 },
        (_, index) => `bad.csv: row ${index + 2}, column “area”: expected a number such as 1200 or 1,200, got "big"`,
      ),
      'Nothing was written.',
    ],
  ],
];

/** A line of the table of what was taken for what, and of what is left out. */
const isTold = (line: string): boolean => /^\S+ {2,}\S|^列 |left out(?:$|:)|不导入(?:$|：)/.test(line);

test.each(bad)('%s: named by file, row and column, and nothing is written', (_, content, lang, lines) => {
  writeFileSync(join(folder, 'bad.csv'), content);
  const args = ['--region', 'East', '--year', '2027', '--stores', 'bad.csv', '--lang', lang, '--out', 'plan.xlsx'];
  const { status, said, warned } = run(folder, args);
  expect([status, said]).toEqual([1, []]);
  const rest = warned.filter((line) => !isTold(line));
  expect(rest.map((line, index) => line.slice(0, lines[index]?.length))).toEqual(lines);
  expect(namesIn(folder)).toEqual(['bad.csv']);
});

describe('what a list does not tell is told by options', () => {
  const stage = newFolder();
  afterAll(() => removeFolder(stage));
  const plan = (content: string | Uint8Array, ...options: readonly string[]) => {
    writeFileSync(join(stage, 'list.csv'), content);
    const args = ['--region', 'East', '--year', '2027', '--stores', 'list.csv', '--lang', 'en', '--out', 'plan.xlsx'];
    return run(stage, [...args, ...options]);
  };

  test('columns, readings, choices and fields of all rows; what was taken for what is printed', () => {
    const { status, said, warned } = plan(
      'id,tienda,alta,ventas\n1,Uno,3/4/2020,950.000\n2,Dos,5/6/2021,1.250.000\n3,Sur,5/6/2021,2.200.000\n',
      ...['--map', 'id=storeId', '--map', 'tienda=店名', '--map', 'alta=Opened:dmy'],
      ...['--map', 'ventas=lastYearSales', '--all', 'ownership=加盟', '--row', '4=total'],
    );
    expect([status, warned]).toEqual([
      0,
      [
        'list.csv: “Ownership” is Franchised in every row',
        'list.csv: row 4 (3 · Sur · 5/6/2021 · 2.200.000): the sum of other rows, left out',
      ],
    ]);
    expect(said.slice(0, -1)).toEqual([
      'Column  taken for          read as',
      'id      Store ID',
      'tienda  Store name',
      'alta    Opened             day/month/year',
      'ventas  Last year’s sales  decimal comma',
    ]);
    expect(said.at(-1)).toMatch(/ stores 2 · last year’s total 2,200,000.00 · /);
  });

  test('months that make up a year, by the letters of their columns where headers come again', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`).join(',');
    const list = `编号,性质,2025年${','.repeat(12)}2026年${','.repeat(11)}\n,,${months},${months}\n1,加盟${',8000'.repeat(12)}${',9000'.repeat(12)}\n`;
    const { warned } = plan(list);
    expect(warned.find((line) => line.includes('--map'))).toMatch(
      / Say so with --map "O:Z=\+lastYearSales" or --map "O:Z="$/,
    );
    const line = '--region East --year 2027 --stores list.csv --out plan.xlsx --map O:Z=+lastYearSales';
    const asked = optionsOf(line.split(' '), { folder: stage, locale: 'en' });
    if (asked.kind !== 'do' || !asked.options.stores) throw new Error('not understood');
    const stores = await storesIn(asked.options.stores, 2027, asked.options.wishes);
    expect(stores.records.map(({ values }) => values.lastYearSales)).toEqual([108_000]);
    expect(takenLines(stores, 'en').filter((taken) => taken.includes('+ Last year’s sales'))).toHaveLength(12);
  });

  test('a store that is called like a total, by the text of its column', async () => {
    writeFileSync(join(stage, 'list.csv'), '编号,性质,去年业绩\nA1,加盟,800000\n合计,加盟,500000\n');
    const read = async (...options: readonly string[]) => {
      const line = ['--region', 'East', '--year', '2027', '--stores', 'list.csv', '--out', 'plan.xlsx', ...options];
      const asked = optionsOf(line, { folder: stage, locale: 'en' });
      if (asked.kind !== 'do' || !asked.options.stores) throw new Error('not understood');
      return storesIn(asked.options.stores, 2027, asked.options.wishes);
    };
    const first = await read();
    expect(first.questions.map((question) => askedLine(first, question, 'en').replace(/^.*Say so/, ''))).toEqual([
      ' with --value "编号:合计=total" (a total, leave it out) or --value "编号:合计=record" (no total, take it)',
    ]);
    const taken = await read('--value', '编号:合计=record');
    expect(taken.records.map(({ values }) => values.storeId)).toEqual(['A1', '合计']);
    const left = await read('--value', '编号:合计=total');
    expect(left.records.map(({ values }) => values.storeId)).toEqual(['A1']);
    const { complaints } = await read('--value', '编号:合计=sum');
    expect(complaints).toEqual([{ code: 'noChoice', option: '--value', got: 'sum', known: ['total', 'record'] }]);
  });

  test('an encoding, which is told where it is not UTF-8', () => {
    // 编号,性质 ⏎ 1,加盟 ⏎
    const gbk = Buffer.from('b1e0bac52cd0d4d6ca0a312cbcd3c3cb0a', 'hex');
    expect(plan(gbk)).toMatchObject({ status: 0, warned: ['list.csv: read as gb18030; another with --encoding'] });
    expect(plan(gbk, '--encoding', 'utf-8')).toMatchObject({
      status: 1,
      warned: [
        'list.csv: the file: is not text in utf-8; choose another encoding with --encoding',
        'Nothing was written.',
      ],
    });
  });

  test('a sheet of a workbook, and several lists as one', async () => {
    const sheet = (name: string, ids: readonly string[]) => ({
      name,
      rows: [['Store ID', 'Ownership', 'Sales'], ...ids.map((id) => [id, 'Corporate', 100_000])],
    });
    writeFileSync(
      join(stage, 'list.xlsx'),
      await writeXlsx({ sheets: [sheet('One', ['A']), sheet('Two', ['B', 'C'])] }),
    );
    const asked = (...more: readonly string[]) =>
      run(stage, ['--region', 'East', '--year', '2027', '--lang', 'en', '--out', 'plan.xlsx', '--stores', ...more]);
    expect(asked('list.xlsx').said.at(-1)).toMatch(/ stores 1 · last year’s total 100,000.00 · /);
    expect(asked('list.xlsx', '--sheet', 'Two').said.at(-1)).toMatch(/ stores 2 · last year’s total 200,000.00 · /);
    expect(asked('list.xlsx', '--sheet', 'Three').warned).toEqual([
      'list.xlsx: the file: has no sheet “Three”; it has One, Two',
      'Nothing was written.',
    ]);
    writeFileSync(join(stage, 'more.csv'), 'Ownership;Store ID;Sales\nFranchise;D;300000\nFranchise;A;300000\n');
    expect(asked('list.xlsx', '--stores', 'more.csv').warned.slice(-2)).toEqual([
      'more.csv, row 3, column “Store ID”: "A" is in row 2 (list.xlsx) already; it must be unique',
      'Nothing was written.',
    ]);
  });

  test('what is not there is told with what there is', () => {
    const { status, warned } = plan(
      'Store ID,Ownership\n1,Franchised\n',
      ...[
        '--map',
        'Shop=name',
        '--map',
        'Store ID=colour',
        '--all',
        'grade=Z',
        '--all',
        'area=big',
        '--value',
        'Ownership:x=y',
      ],
    );
    expect(status).toBe(1);
    expect(warned.slice(3, -1)).toEqual([
      '--map: the list has no column "Shop"; it has Store ID Ownership',
      expect.stringMatching(/^--map: there is no field "colour"; there are storeId name ownership /),
      '--value: there is no choice "y"; there are franchised selfOperated',
      '--all: there is no choice "Z"; there are A B C D',
      '--all: area cannot be "big"',
    ]);
  });
});

test('bad usage ends alike', () => {
  const empty = newFolder();
  const { status, said, warned } = run(empty, ['--sample', '--out', 'plan.xls'], 'zh_CN.UTF-8');
  expect([status, said]).toEqual([1, []]);
  expect(warned).toEqual([
    '--out：文件名应以 .xlsx 或 .json 结尾，实际为 "plan.xls"',
    '没有写入任何文件。全部选项：npm run generate -- --help',
  ]);
  expect(namesIn(empty)).toEqual([]);
  removeFolder(empty);
});

test('help is printed and is no failure', () => {
  const { status, said, warned } = run(folder, ['--help']);
  expect([status, said[0]?.startsWith('Usage: npm run generate -- --region'), warned]).toEqual([0, true, []]);
});

test('a workbook that cannot be put in its place leaves no draft behind', () => {
  const stage = newFolder();
  writeFileSync(join(stage, 'stores.csv'), '编号,性质\n1,加盟\n');
  // A name longer than file systems take.
  const name = `${'长'.repeat(90)}.xlsx`;
  const args = ['--region', '华东', '--year', '2027', '--stores', 'stores.csv', '--out', name];
  const { status, said, warned } = run(stage, args);
  expect([status, said]).toEqual([1, []]);
  expect(warned[0]).toMatch(/^长+\.xlsx：无法写入（ENAMETOOLONG/);
  expect(namesIn(stage)).toEqual(['stores.csv']);
  removeFolder(stage);
});
