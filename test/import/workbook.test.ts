import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { kindOf } from '../../sidebar/import/bytes';
import type { ImportFault } from '../../sidebar/import/fault';
import { importOf } from '../../sidebar/import/import';
import { limits } from '../../sidebar/import/limits';
import type { Import } from '../../sidebar/import/taken';
import { faultText, noticeText } from '../../sidebar/import/words';
import { type ReadSheet, readWorkbook } from '../../sidebar/import/workbook';
import { targetOf } from './target';

const stores = targetOf('stores');
const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

async function read(sheets: WriteSheet[], wanted?: string): Promise<ReadSheet> {
  const bytes = await writeXlsx({ sheets });
  expect(kindOf(bytes)).toBe('xlsx');
  const found = await readWorkbook(bytes, wanted);
  if ('fault' in found) throw new Error(faultText(found.fault, 'en'));
  return found;
}

const imported = async (sheet: Omit<WriteSheet, 'name'>): Promise<Import> =>
  importOf((await read([{ name: 'Stores', ...sheet }])).grid, stores);

describe('a workbook is read as a person sees it', () => {
  test('months in the headers that are dates, yes and no, and a first sheet with nothing in it', async () => {
    const rows = [
      ['编号', '是否直营', day(2027, 1, 1), day(2027, 2, 1)],
      ['A1', true, 10_000, 20_000],
      ['A2', false, 30_000, null],
    ];
    const list = { name: 'List', rows };
    const { grid, sheet, sheets } = await read([{ name: 'Sheet1', rows: [] }, list, { name: 'Sheet3', rows: [] }]);
    expect([sheet, sheets]).toEqual(['List', ['Sheet1', 'List', 'Sheet3']]);
    const { records, questions, faults } = importOf(grid, stores);
    expect([questions, faults]).toEqual([[], []]);
    const blank = Array.from({ length: 10 }, () => null);
    expect(records.map(({ values }) => values)).toEqual([
      { storeId: 'A1', ownership: 'selfOperated', months: [10_000, 20_000, ...blank] },
      { storeId: 'A2', ownership: 'franchised', months: [30_000, null, ...blank] },
    ]);
    expect((await read([list, { name: 'Empty', rows: [] }], 'Empty')).grid.rows).toEqual([]);
  });

  test('titles, merged headers in two rows, real dates and numbers, percentages, hidden rows', async () => {
    const found = await imported({
      rows: [
        ['华东门店', null, null, null, null, null, null],
        ['编号', '店名', '性质', '2026年', null, '开业日期', '增长'],
        [null, null, null, '销售额(万元)', '面积', null, null],
        ['A1', '东店', '加盟', 98.7, 120, day(2019, 5, 1), 0.1],
        ['A2', '西店', '直营', 1050.123, 80.5, day(2021, 3, 16), -0.05],
        ['A3', '=1+1', '加盟', 7, 60, 45383, 0.2],
        ['合计', null, null, 1155.823, null, null, null],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
        ...[0, 1, 2, 5, 6].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
        { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
      ],
      rowDefs: new Map([[4, { hidden: true }]]),
      cells: new Map(['3,6', '4,6', '5,6'].map((at) => [at, { style: { numFmt: '0.0%' } }])),
    });
    expect([found.faults, found.questions]).toEqual([[], []]);
    expect(found.records.map(({ row, values }) => [row, values])).toEqual([
      [
        4,
        {
          storeId: 'A1',
          name: '东店',
          ownership: 'franchised',
          lastYearSales: 987_000,
          area: 120,
          openedOn: '2019-05-01',
          growth: 0.1,
        },
      ],
      [
        5,
        {
          storeId: 'A2',
          name: '西店',
          ownership: 'selfOperated',
          lastYearSales: 10_501_230,
          area: 80.5,
          openedOn: '2021-03-16',
          growth: -0.05,
        },
      ],
      [
        6,
        {
          storeId: 'A3',
          name: '=1+1',
          ownership: 'franchised',
          lastYearSales: 70_000,
          area: 60,
          openedOn: '2024-04-01',
          growth: 0.2,
        },
      ],
    ]);
    expect(found.notices.map((notice) => noticeText(notice, 'en', stores))).toEqual([
      'a column will take the place of formulas: Growth',
      'row 1 (华东门店): above the headers, left out',
      'row 7 (合计 · 1155.823): a total, left out',
      'rows that the spreadsheet hides, read all the same: 1',
    ]);
  });

  test('ids keep the zeros that they are shown with, and are text; a figure that text holds is read as text', async () => {
    const found = await imported({
      rows: [
        ['Store ID', 'Ownership', 'Sales'],
        [7, 'Franchised', '1,234,567.80'],
        ['008', 'Franchised', 95_000],
        [1001, 'Franchised', 120_500.5],
      ],
      cells: new Map([['1,0', { style: { numFmt: '000' } }]]),
    });
    expect([found.faults, found.questions]).toEqual([[], []]);
    expect(found.records.map(({ values }) => [values.storeId, values.lastYearSales])).toEqual([
      ['007', 1_234_567.8],
      ['008', 95_000],
      ['1001', 120_500.5],
    ]);
  });

  test('a number of three decimals is no thousands: a spreadsheet’s numbers have no signs to be told', async () => {
    const found = await imported({
      rows: [
        ['Store ID', 'Ownership', 'Sales'],
        ['A', 'Franchised', 950.123],
      ],
    });
    expect([found.questions, found.records[0]?.values.lastYearSales]).toEqual([[], 950.123]);
  });

  test('a formula without its value is named, one that comes to nothing is blank', async () => {
    const found = await imported({
      rows: [
        ['Store ID', 'Ownership', 'Sales', 'City'],
        ['A', 'Franchised', null, null],
        ['B', 'Franchised', null, null],
      ],
      cells: new Map([
        ['1,2', { formula: 'D2*2' }],
        ['2,2', { formula: 'D3*2', formulaResult: 880_000 }],
        ['2,3', { formula: 'IF(1,"","")', formulaResult: '' }],
      ]),
    });
    expect(found.faults.map((fault) => faultText(fault, 'en'))).toEqual([
      'row 2, column “Sales”: holds the formula "=D2*2" and not what it comes to; open the file in a spreadsheet and save it there',
    ]);
    expect(found.records.map(({ values }) => values)).toEqual([
      { storeId: 'B', ownership: 'franchised', lastYearSales: 880_000 },
    ]);
  });

  test('a title that is merged over all columns and names one of them is a title', async () => {
    const found = await imported({
      rows: [
        ['2026年门店业绩', null, null, null, null],
        ['编号', '店名', '性质', '2026年', null],
        [null, null, null, '销售额', '面积'],
        ['A1', '东店', '加盟', 880_000, 50],
        ['合计', null, null, 880_000, 50],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
        ...[0, 1, 2].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
        { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
      ],
    });
    expect([found.questions, found.faults]).toEqual([[], []]);
    expect(found.records.map(({ values }) => values)).toEqual([
      { storeId: 'A1', name: '东店', ownership: 'franchised', lastYearSales: 880_000, area: 50 },
    ]);
  });

  test('an id that is beyond what a number holds is lost', async () => {
    const found = await imported({
      rows: [
        ['Store ID', 'Ownership'],
        [12_345_678_901_234_567_000, 'Franchised'],
      ],
    });
    expect(found.faults.map((fault) => ('code' in fault ? fault.code : fault.rule))).toEqual(['lostId']);
  });
});

describe('sheets', () => {
  const sheets: WriteSheet[] = [
    { name: 'Notes', rows: [['x']], hidden: true },
    { name: '门店', rows: [['编号']] },
    { name: 'Other', rows: [['a']] },
  ];

  test.each([
    [undefined, '门店'],
    ['Other', 'Other'],
    ['3', 'Other'],
    ['Notes', 'Notes'],
  ])('asked for %p: %s, and the ones that are shown are told', async (wanted, name) => {
    expect(await read(sheets, wanted)).toMatchObject({ sheet: name, sheets: ['门店', 'Other'] });
  });

  test('one that is not there is told with those that are', async () => {
    const found = await readWorkbook(await writeXlsx({ sheets }), 'Nope');
    expect(found).toEqual({ fault: { code: 'noSheet', got: 'Nope', known: '门店, Other' } });
  });
});

describe('what is refused before it is unpacked', () => {
  /** Where the directory of an archive says how large a part is. */
  function sizesIn(bytes: Uint8Array): readonly number[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const places: number[] = [];
    for (let at = 0; at < bytes.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) places.push(at + 24);
    return places;
  }

  async function resized(size: number): Promise<Uint8Array> {
    const bytes = Uint8Array.from(await writeXlsx({ sheets: [{ name: 'S', rows: [['Store ID'], ['A']] }] }));
    const [place = 0] = sizesIn(bytes);
    expect(place).toBeGreaterThan(0);
    new DataView(bytes.buffer).setUint32(place, size, true);
    return bytes;
  }

  test.each<[string, number, ImportFault]>([
    ['a part of 4 GB or more', 0xffffffff, { code: 'unpacksTooLarge', got: '> 4295 MB', most: '100 MB' }],
    ['a part of 3 GB', 3_000_000_000, { code: 'unpacksTooLarge', got: '3000 MB', most: '100 MB' }],
    ['a part that does not say its size', 0, { code: 'unpacksTooLarge', got: '> 4295 MB', most: '100 MB' }],
  ])('%s', async (_, size, fault) => {
    const unpacking = jest.spyOn(globalThis, 'DecompressionStream');
    const found = await readWorkbook(await resized(size), undefined);
    expect('fault' in found && faultText(found.fault, 'en').slice(0, 30)).toBe(faultText(fault, 'en').slice(0, 30));
    expect(unpacking).not.toHaveBeenCalled();
    unpacking.mockRestore();
  });

  test('a part that is larger than it says, and what is no archive at all', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { fault: { code: 'brokenFile' } };
    expect(await readWorkbook(await resized(10), undefined)).toEqual(broken);
    expect(await readWorkbook(Uint8Array.from(Buffer.from('504b030414000800', 'hex')), undefined)).toEqual(broken);
    expect(await readWorkbook(new Uint8Array(5000), undefined)).toEqual(broken);
    jest.restoreAllMocks();
  });

  test('more columns than are read, wherever they stand', async () => {
    const wide = Array.from({ length: limits.columns + 1 }, (_, index) => `c${index}`);
    const found = await read([{ name: 'S', rows: [['Store ID'], wide] }]);
    expect(found.grid).toEqual({
      rows: [],
      faults: [{ code: 'tooManyColumns', row: 2, line: 2, most: limits.columns }],
    });
  });

  test('a workbook with a password is told from one of the old kind', () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]);
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect([kindOf(old), kindOf(locked)]).toEqual(['xls', 'locked']);
  });
});
