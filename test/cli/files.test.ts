import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, newFolder, removeFolder, run } from './run';

jest.setTimeout(60_000);

const folder = newFolder();
afterAll(() => removeFolder(folder));

const many = `store_id,ownership\n${Array.from({ length: 250 }, (_, index) => `${index},none\n`).join('')}`;
const expected = 'expected one of Franchised, Self-operated';

const bad: readonly (readonly [string, string | Uint8Array, string, readonly string[]])[] = [
  [
    'faults of every kind',
    'store_id,ownership,opened_on,shop\n1,franchised,3/4/2026,x\n2,other,soon\n1,self_operated,,y\n',
    'en',
    [
      'bad.csv: column “shop”: is not known; expected one of Store ID, Store name, ',
      'bad.csv: row 2, column “opened_on”: "3/4/2026" is ambiguous, ',
      'bad.csv: row 3: expected 4 cells as in the header, got 3',
      'bad.csv: row 4, column “store_id”: "1" is in row 2 already; it must be unique',
      'Nothing was written.',
    ],
  ],
  [
    'another encoding',
    // 编号,店名 ⏎ S01,南京店 ⏎ in GBK
    Buffer.from('b1e0bac52cb5eac3fb0a5330312cc4cfbea9b5ea0a', 'hex'),
    'zh-CN',
    ['bad.csv：文件：不是 UTF-8 编码的文本；请在 Excel 中“另存为”，类型选“CSV UTF-8”', '没有写入任何文件。'],
  ],
  ['nothing', '', 'zh-CN', ['bad.csv：文件：是空的；', '没有写入任何文件。']],
  [
    'a fault in each of many rows',
    many,
    'en',
    [
      ...Array.from(
        { length: 250 },
        (_, index) => `bad.csv: row ${index + 2}, column “ownership”: ${expected}, got "none"`,
      ),
      'Nothing was written.',
    ],
  ],
];

test.each(bad)('%s: named by file, row and column, and nothing is written', (_, content, lang, lines) => {
  writeFileSync(join(folder, 'bad.csv'), content);
  const args = ['--region', 'East', '--year', '2027', '--stores', 'bad.csv', '--lang', lang, '--out', 'plan.xlsx'];
  const { status, said, warned } = run(folder, args);
  expect([status, said]).toEqual([1, []]);
  expect(warned.map((line, index) => line.slice(0, lines[index]?.length))).toEqual(lines);
  expect(namesIn(folder)).toEqual(['bad.csv']);
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
