import { columnsOf, namesOf } from '../../sidebar/import/columns';
import { folded } from '../../src/model/parse';
import { sections } from '../../src/sections';
import { targetOf } from './target';

const stores = targetOf('stores');

/** What each header fills, `months.3` for the third of several cells. */
function filled(headers: readonly string[], target = stores): readonly string[] {
  return columnsOf(headers, target).columns.map(({ field, cell }) =>
    field.cells === undefined ? field.id : `${field.id}.${cell + 1}`,
  );
}

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
    expect(filled(['year', ...Array.from({ length: 12 }, (_, index) => `m${index + 1}`)], targetOf('history'))).toEqual(
      ['year', ...Array.from({ length: 12 }, (_, index) => `months.${index + 1}`)],
    );
    expect(filled(['姓名', '岗位'], targetOf('people'))).toEqual(['person', 'role']);
  });
});

describe('columns that cannot be taken', () => {
  const required = ['storeId', 'ownership'];

  test('an unknown one is told those that are known', () => {
    const [fault] = columnsOf([...required, '门店号'], stores).faults;
    expect(fault).toMatchObject({ code: 'unknownColumn', column: '门店号' });
    const known = fault && 'known' in fault ? fault.known.map(({ en }) => en) : [];
    expect(known.slice(0, 3)).toEqual(['Store ID', 'Store name', 'Ownership']);
    expect(known).toContain('Jan…Dec');
    expect(known).not.toContain('Final target');
  });

  test('one that comes twice names the first', () => {
    expect(columnsOf([...required, '店名', 'Store name', 'NAME'], stores).faults).toEqual([
      { code: 'columnTwice', column: 'Store name', first: '店名' },
      { code: 'columnTwice', column: 'NAME', first: '店名' },
    ]);
  });

  test('those that every row needs are missed', () => {
    expect(columnsOf(['店名'], stores).faults).toEqual([
      { code: 'missingColumn', label: { zh: '编号', en: 'Store ID' } },
      { code: 'missingColumn', label: { zh: '性质', en: 'Ownership' } },
    ]);
  });

  test('computed ones are left out with a notice', () => {
    const { columns, faults, notices } = columnsOf([...required, '最终目标', 'Flag'], stores);
    expect([columns.length, faults, notices]).toEqual([
      2,
      [],
      [
        { code: 'computedColumn', column: '最终目标' },
        { code: 'computedColumn', column: 'Flag' },
      ],
    ]);
  });

  test('one without a header is a fault only where it holds something', () => {
    const headers = [...required, '', ' '];
    expect(columnsOf(headers, stores, () => false).faults).toEqual([]);
    expect(columnsOf(headers, stores, (index) => index === 3).faults).toEqual([{ code: 'unnamedColumn', column: 'D' }]);
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
        expect([name, names.get(folded(name))?.field.id]).toEqual([name, field.id]);
      }
    }
  },
);
