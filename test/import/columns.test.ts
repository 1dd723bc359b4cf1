import { headingOf } from '../../sidebar/import/heading';
import { importText } from '../../sidebar/import/import';
import { namesOf } from '../../sidebar/import/names';
import type { Import } from '../../sidebar/import/taken';
import { faultText, noticeText } from '../../sidebar/import/words';
import { sections } from '../../src/sections';
import { targetOf } from './target';

const stores = targetOf('stores');

/** What each header fills beside others that are known, `months.3` for the third of several cells. */
function filled(headers: readonly string[], target = stores): readonly string[] {
  return headers.map((header) => namesOf(target)(headingOf(header))?.key ?? '');
}

/** What the columns of a file with these headers and a row of `x` are taken for. */
function taken(headers: readonly string[], cells: readonly string[] = headers.map(() => 'x')): Import {
  return importText(`${headers.join(',')}\n${cells.join(',')}`, stores);
}

const keysOf = ({ taken: columns }: Import): readonly string[] => columns.map(({ match }) => match.key);

describe('a header is a field’s id or its label in either language', () => {
  test.each([
    ['storeId', 'storeId'],
    ['store_id', 'storeId'],
    ['STORE-ID', 'storeId'],
    ['Store ID', 'storeId'],
    [' 编号 ', 'storeId'],
    ['last_year_sales', 'lastYearSales'],
    ['Last year’s sales', 'lastYearSales'],
    ['去年业绩', 'lastYearSales'],
    ['面积(㎡)', 'area'],
    ['面积（㎡）', 'area'],
    ['面积', 'area'],
    ['Area (m²)', 'area'],
    ['area', 'area'],
    ['去年营业月', 'lastYearMonths'],
    ['opened_on', 'openedOn'],
    ['开业', 'openedOn'],
    ['agreedTarget', 'agreedTarget'],
    ['months.1', 'months.1'],
    ['m01', 'months.1'],
    ['M1', 'months.1'],
    ['Month 1', 'months.1'],
    ['第1月', 'months.1'],
    ['1月', 'months.1'],
    ['０１月', 'months.1'],
    ['Jan', 'months.1'],
    ['january', 'months.1'],
    ['Dec.', 'months.12'],
    ['months.12', 'months.12'],
    ['12月', 'months.12'],
  ])('%s fills %s', (header, field) => {
    expect(filled([header])).toEqual([field]);
  });

  test('months by name follow the first month, months by number do not', () => {
    expect(filled(['4月', 'Mar'], targetOf('stores', 4))).toEqual(['months.1', 'months.12']);
    expect(filled(['m01', 'Month 12'], targetOf('stores', 4))).toEqual(['months.1', 'months.12']);
  });

  test('other tables are read alike', () => {
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(filled(['year', ...months.map((month) => `m${month}`)], targetOf('history'))).toEqual([
      'year',
      ...months.map((month) => `months.${month}`),
    ]);
    expect(filled(['姓名', '岗位'], targetOf('people'))).toEqual(['person', 'role']);
  });
});

describe('headers as people write them', () => {
  test.each([
    ['门店编码', 'storeId'],
    ['门店编号', 'storeId'],
    ['store no', 'storeId'],
    ['Store No.', 'storeId'],
    ['STORE_ID', 'storeId'],
    ['店铺名称', 'name'],
    ['门店\n名称', 'name'],
    ['store_name', 'name'],
    ['经营性质', 'ownership'],
    ['Ownership Type', 'ownership'],
    ['开业日期', 'openedOn'],
    ['open_date', 'openedOn'],
    ['Opening Date', 'openedOn'],
    ['关店日期', 'closedOn'],
    ['销售额', 'lastYearSales'],
    ['年销售', 'lastYearSales'],
    ['2026年销售额', 'lastYearSales'],
    ['2026年销售额(万元)', 'lastYearSales'],
    ['去年销售额（单位：万元）', 'lastYearSales'],
    ['net sales', 'lastYearSales'],
    ['Net Sales (k)', 'lastYearSales'],
    ['Sales 2026', 'lastYearSales'],
    ['FY2026 revenue', 'lastYearSales'],
    ['Annual revenue, RMB 10k', 'lastYearSales'],
    ['销售额/万元', 'lastYearSales'],
    ['营业面积(平方米)', 'area'],
    ['2027年3月', 'months.3'],
    ['2026-11', 'months.11'],
    ['2027-03-01', 'months.3'],
    ['Turnover EUR', 'lastYearSales'],
    ['2026年1-12月销售额', 'lastYearSales'],
    ['2026年1-6月销售额', ''],
    ['三月', 'months.3'],
    // Of another year, or a target: no sales of last year.
    ['2025年销售额', ''],
    ['Sales target', ''],
    ['2027年销售目标', ''],
    ['月均销售额', ''],
    ['门店地址', ''],
  ])('%j fills %j', (header, key) => {
    expect(filled([header])).toEqual([key]);
  });

  test.each([
    ['去年业绩(万元)', 10_000],
    ['去年业绩（千元）', 1000],
    ['去年业绩[元]', 1],
    ['去年业绩，单位：亿元', 100_000_000],
    ['Sales (k)', 1000],
    ["Sales ('000)", 1000],
    ['Sales (in thousands)', 1000],
    ['Sales (RMB million)', 1_000_000],
    ['Sales (USD)', 1],
    ['Sales_k', 1000],
    ['销售额万元', 10_000],
    ['Sales', undefined],
    ['Sales (net)', undefined],
  ])('money under %j counts in %p', (header, factor) => {
    expect(headingOf(header).factor).toBe(factor);
  });

  test('a name that could be another’s is taken where others are sure, and holds what it says', () => {
    expect(keysOf(taken(['id', '经营性质', 'type'], ['A1', '加盟', 'Mall']))).toEqual(['storeId', 'ownership', '']);
    expect(keysOf(taken(['id', 'tienda', 'type'], ['A1', 'Uno', 'franchise']))).toEqual(['', '', 'ownership']);
    expect(keysOf(taken(['Store ID', 'type'], ['A1', 'Mall']))).toEqual(['storeId', '']);
    expect(keysOf(taken(['Store ID', 'type'], ['A1', 'corporate']))).toEqual(['storeId', 'ownership']);
  });

  test('a surer name takes the field from one before it', () => {
    expect(keysOf(taken(['code', 'Store ID', 'Ownership'], ['x', 'y', '加盟']))).toEqual(['', 'storeId', 'ownership']);
  });

  test('what is remembered comes before names', () => {
    const remembered = { 城市: 'name', 'store id': '', storeid: '', no: 'storeId' };
    const { taken: columns } = importText('Store ID,城市,No,性质\n1,a,2,加盟', stores, remembered);
    expect(columns.map(({ match }) => [match.key, match.by])).toEqual([
      ['', 'remembered'],
      ['name', 'remembered'],
      ['storeId', 'remembered'],
      ['ownership', 'header'],
    ]);
  });
});

describe('columns that are not taken', () => {
  const required = ['storeId', 'ownership'];
  const told = (headers: readonly string[]) => {
    const { notices, faults } = taken(
      headers,
      headers.map((_, index) => (index === 1 ? '加盟' : 'x')),
    );
    return [
      ...notices.map((notice) => noticeText(notice, 'en', stores)),
      ...faults.map((fault) => faultText(fault, 'en')),
    ];
  };

  test('an unknown one is a notice', () => {
    expect(told([...required, '门店地址'])).toEqual(['columns that fill no field, left out: “门店地址”']);
  });

  test('one that comes again with the same in it is a notice', () => {
    expect(told([...required, '店名', 'NAME'])).toEqual([
      'column “NAME”: is left out, since another column is taken for the same',
    ]);
  });

  test('those that every row needs are missed', () => {
    expect(told(['编号', '店名'])).toEqual(['the file: lacks the column “Ownership”, which every row needs']);
  });

  test('computed ones are left out with a notice', () => {
    expect(told([...required, '最终目标', 'Flag'])).toEqual([
      'columns that the workbook computes, left out: “最终目标”, “Flag”',
    ]);
  });

  test('one without a header is told by its letter where it holds something', () => {
    expect(told([...required, '', '店名'])).toEqual(['columns that fill no field, left out: “C”']);
    expect(keysOf(importText('编号,性质,,店名\n1,加盟,,a', stores))).toEqual(['storeId', 'ownership', 'name']);
  });
});

const tables = sections.flatMap(({ tabs }) => tabs).filter(({ shape }) => shape === 'table');

test.each(tables.map(({ id }) => id))(
  'in the table %s every id and label that may be filled names its own field',
  (id) => {
    const target = targetOf(id);
    const names = namesOf(target);
    for (const field of target.tab.fields.filter(({ role }) => role !== 'computed')) {
      const labels = [target.text.zh, target.text.en].map((text) => text.tabs[id]?.fields[field.id]?.label ?? '');
      for (const name of field.cells === undefined ? [field.id, ...labels] : [`${field.id}.1`]) {
        expect([name, names(headingOf(name))?.key.split('.')[0]]).toEqual([name, field.id]);
      }
    }
  },
);
