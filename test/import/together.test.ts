import { gridOfText, type NamedGrid, openedTogether } from '../../sidebar/import/import';
import { faultText, noticeText } from '../../sidebar/import/words';
import { targetOf } from './target';

const stores = targetOf('stores');
const named = (files: Readonly<Record<string, string>>): readonly NamedGrid[] =>
  Object.entries(files).map(([name, text]) => ({ name, grid: gridOfText(text, stores) }));

/** What several files are read as. */
function read(files: Readonly<Record<string, string>>) {
  const file = openedTogether(named(files), stores);
  if ('fault' in file) throw new Error(faultText(file.fault, 'en'));
  return file.read(file.first);
}

test('files of the same headers are one, in whatever order their columns stand; what only some have is blank in the others', () => {
  const { records, faults, notices } = read({
    'east.csv': '区域表\n编号,性质,去年业绩(万元)\nE1,加盟,90\n合计,,90\n',
    'west.csv': '去年业绩(万元);编号;性质;城市\n80,5;W1;直营;成都\n',
  });
  expect(faults).toEqual([]);
  expect(records.map(({ file, row, values }) => [file, row, values])).toEqual([
    ['east.csv', 3, { storeId: 'E1', ownership: 'franchised', lastYearSales: 900_000 }],
    ['west.csv', 2, { storeId: 'W1', ownership: 'selfOperated', lastYearSales: 805_000, city: '成都' }],
  ]);
  expect(notices.map((notice) => noticeText(notice, 'en', stores))).toEqual([
    'east.csv, row 1 (区域表): above the headers, left out',
    'east.csv, row 4 (合计 · 90): a total, left out',
  ]);
});

test('faults name their file; the same store in two files names both', () => {
  const { records, faults } = read({
    'a.csv': '编号,性质\n1,加盟\n2,加盟\n',
    'b.csv': '编号,性质\n3,加盟\n2,自营\n"4"x,自营\n,自营\n',
  });
  expect(records.map(({ values }) => values.storeId)).toEqual(['1', '2', '3']);
  expect(faults.map((fault) => faultText(fault, 'en'))).toEqual([
    'b.csv, row 3, column “编号”: "2" is in row 3 (a.csv) already; it must be unique',
    'b.csv, row 4: something follows a closing quote; write a quote inside quotes twice: ""',
    'b.csv, row 5, column “编号”: is blank; every row needs it',
  ]);
});

test.each([
  ['another name for a column', '编号,性质,业绩\n1,加盟,100000', '编号,性质,营业额\n2,加盟,100000'],
  ['another unit', '编号,性质,业绩(万元)\n1,加盟,10', '编号,性质,业绩(元)\n2,加盟,100000'],
  ['another unit above', '单位：万元\n编号,性质,业绩\n1,加盟,10', '编号,性质,业绩\n2,加盟,100000'],
  ['no headers', '编号,性质\n1,加盟', '2,加盟\n3,加盟\n4,自营'],
])('%s is not put together with the first', (_, one, other) => {
  const file = openedTogether(named({ 'a.csv': one, 'b.csv': other }), stores);
  expect('fault' in file && faultText(file.fault, 'en')).toBe(
    'b.csv: has other headers or another unit than a.csv; import it by itself',
  );
});
