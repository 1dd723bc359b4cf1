import { gridOfText, opened } from '../../sidebar/import/import';
import { targetOf } from './target';

/** What a table of sales is read as: records, and what is asked or wrong. */
function read(lines: readonly string[], firstMonth = 1) {
  const target = targetOf('actuals', firstMonth);
  const file = opened(gridOfText(lines.join('\n'), target), target);
  return file.read(file.first);
}

const figures = ['JM001,Shanghai,90000,105000,98000,47000', 'JM002,Beijing,0,,77000,44000'];
const months = (...sold: (number | null)[]): (number | null)[] =>
  Array.from({ length: 12 }, (_, month) => sold[month] ?? null);

test.each<[string, string, number, readonly (readonly (number | null)[])[]]>([
  [
    'Chinese months',
    '编号,店名,1月,2月,3月,4月',
    1,
    [months(90_000, 105_000, 98_000, 47_000), months(0, null, 77_000, 44_000)],
  ],
  [
    'other words',
    '门店编码,门店名称,一月,二月,三月,四月',
    1,
    [months(90_000, 105_000, 98_000, 47_000), months(0, null, 77_000, 44_000)],
  ],
  [
    'English months',
    'Store no,Store name,Jan,Feb,Mar,Apr',
    1,
    [months(90_000, 105_000, 98_000, 47_000), months(0, null, 77_000, 44_000)],
  ],
  [
    'a year from March',
    'Store ID,Store name,Mar,Apr,May,Jun',
    3,
    [months(90_000, 105_000, 98_000, 47_000), months(0, null, 77_000, 44_000)],
  ],
])('a table of sales by store and month, %s: blank is not known, 0 is none', (_, header, firstMonth, sold) => {
  const { records, faults, questions } = read([header, ...figures], firstMonth);
  expect([faults, questions]).toEqual([[], []]);
  expect(records.map(({ values }) => values)).toEqual([
    { storeId: 'JM001', sales: sold[0] },
    { storeId: 'JM002', sales: sold[1] },
  ]);
});
