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

test('last year’s sales by month and by day are those of the year before, and this year’s are outside it', () => {
  const target = targetOf('lastSales', 1, 2026);
  const of = (lines: readonly string[]) => {
    const file = opened(gridOfText(lines.join('\n'), target), target);
    for (const _ of file.columns(file.first));
    return file.read(file.first);
  };
  const wide = of(['Store ID,2026-01,2026-02,2027-01', 'JM001,90,105,70']);
  expect(wide.records.map(({ values }) => values)).toEqual([{ storeId: 'JM001', sales: months(90, 105) }]);
  const long = of(['Store ID,Date,Amount', 'JM001,2026-01-05,40', 'JM001,2026-02-07,50', 'JM001,2027-01-02,60']);
  expect(long.records.map(({ values }) => values)).toEqual([{ storeId: 'JM001', sales: months(40, 50) }]);
  expect(long.notices).toContainEqual({ code: 'outsideYear', rows: 1, first: '2027-01-02', last: '2027-01-02' });
});

// A plan of 2027 whose year begins in April lasts until March 2028.
test.each<[string, string, readonly (number | null)[]]>([
  ['January 2027 is of the year before', 'Store ID,2027-01,2027-04', months(90)],
  ['January 2028 is its tenth month', 'Store ID,2027-04,2028-01', months(100, ...Array<null>(8).fill(null), 90)],
  ['April 2028 is of the year after', 'Store ID,2027-04,2028-04', months(100)],
])('where the year begins in April, %s', (_, header, sales) => {
  const { records } = read([header, 'JM001,100,90'], 4);
  expect(records.map(({ values }) => values)).toEqual([{ storeId: 'JM001', sales }]);
});

test('where the year begins in April, a calendar year is no year that could be added up', () => {
  const header = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
  const target = targetOf('stores', 4);
  const file = opened(
    gridOfText([`Store ID,${header.join()}`, `JM001,${header.map(() => 5).join()}`].join('\n'), target),
    target,
  );
  expect(JSON.stringify(file.read(file.first))).not.toContain('lastYearSales');
});
