import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentsOf } from '../../src/app/contents';
import { bookOf } from '../../src/app/create';
import type { Language } from '../../src/model/language';
import { bareOf, mayBeUnresolved, stepsFromBare } from '../../src/workbook/api/apart';
import { colorStyle, dataValidation, entered, numberFormat } from '../../src/workbook/api/cell';
import { moved } from '../../src/workbook/api/fill';
import type { Request, Spreadsheet } from '../../src/workbook/api/json';
import { type Created, missingFrom } from '../../src/workbook/api/missing';
import { type Book, everything, type Requests, workbookRequests } from '../../src/workbook/api/request';
import type { Check } from '../../src/workbook/check';
import type { Cell } from '../../src/workbook/image';
import { shared } from '../needs';

function bookWith(language: Language, stores: number): Book {
  const records = Array.from({ length: stores }, (_, index) => ({
    storeId: `S${index + 1}`,
    name: `上海共和新路第${index + 1}店`,
    ownership: index % 5 === 0 ? 'selfOperated' : 'franchised',
    city: '上海',
    openedOn: '2022-11-20',
    lastYearSales: 1_754_080 + index,
  }));
  let id = 0;
  const newId = (): string => {
    id += 1;
    return `7c9e6679-${id}`;
  };
  const contents = contentsOf({ language, records: new Map([['stores', records]]), newId });
  return bookOf({ language, region: '华东', planYear: 2027 }, 'Asia/Shanghai', contents);
}

const requestsOf = (language: Language, stores: number): Requests => workbookRequests(bookWith(language, stores));

const bytesOf = (value: object): number => Buffer.byteLength(JSON.stringify(value));

const tool = shared('tools/check-sheets-api.mjs');

/** What the tool beside the repository says of a document. */
function checked(document: object, schema: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-api-'));
  const file = join(folder, 'document.json');
  try {
    writeFileSync(file, JSON.stringify(document));
    return execFileSync(process.execPath, [tool.path, file, schema], { encoding: 'utf8' }).trim();
  } catch (error) {
    return typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each<readonly [Language, number]>([
  ['zh', 0],
  ['en', 0],
  ['zh', 300],
  ['en', 300],
])('the request for a workbook, %s, %i stores', (language, stores) => {
  const { create, fill } = requestsOf(language, stores);

  tool.describe('held against Google’s description', () => {
    it('has no faults', () => {
      expect(checked(create, 'Spreadsheet')).toBe('0 faults');
      expect(checked({ requests: fill }, 'BatchUpdateSpreadsheetRequest')).toBe('0 faults');
    });

    it('has none as bare tabs and steps either', () => {
      expect(checked(bareOf(create), 'Spreadsheet')).toBe('0 faults');
      expect(checked({ requests: stepsFromBare(create) }, 'BatchUpdateSpreadsheetRequest')).toBe('0 faults');
    });
  });

  it('is under 1.2 MB without stores, grows by a row of the store table for each, and what follows is small', () => {
    const empty = stores === 0 ? create : requestsOf(language, 0).create;
    expect(bytesOf(empty)).toBeLessThanOrEqual(1_200_000);
    expect(bytesOf(create)).toBeLessThanOrEqual(bytesOf(empty) + 1_100 * stores);
    expect(bytesOf(fill)).toBeLessThanOrEqual(100_000);
  });

  it('is as large in steps, and bare tabs are next to nothing', () => {
    expect(bytesOf(stepsFromBare(create))).toBeLessThanOrEqual(bytesOf(create) + 40_000);
    expect(bytesOf(bareOf(create))).toBeLessThanOrEqual(5_000);
  });

  it('carries every store itself', () => {
    const text = JSON.stringify(create);
    const missing = Array.from({ length: stores }, (_, index) => `"上海共和新路第${index + 1}店"`).filter(
      (name) => !text.includes(name),
    );
    expect(missing).toEqual([]);
  });

  it('leaves formulas to what follows only for the stores beyond the first, and for the list of them', () => {
    const sheets = new Set<number>();
    for (const request of fill) {
      if ('repeatCell' in request && request.repeatCell.fields === 'userEnteredValue')
        sheets.add(request.repeatCell.range.sheetId);
    }
    const titles = create.sheets.map(({ properties }) => properties).filter(({ sheetId }) => sheets.has(sheetId));
    const lists = { zh: ['门店目标', '加盟店目标(背面)'], en: ['Store targets', 'Store list overleaf'] };
    expect(titles.map(({ title }) => title)).toEqual(stores === 0 ? lists[language].slice(1) : lists[language]);
  });
});

it('of everything, only the lines of the two forms follow', () => {
  const names = workbookRequests(bookWith('en', 0), everything).fill.flatMap((step) => Object.keys(step));
  expect(names).toEqual(['updateBorders', 'updateBorders']);
});

it('is made by going through the workbook once, and through what follows once more', () => {
  const book = bookWith('en', 1000);
  let [cells, looked] = [0, 0];
  const counted = (cell: Cell): Cell => {
    cells += 1;
    const { content } = cell;
    return Object.defineProperty({ ...cell }, 'content', {
      get: () => {
        looked += 1;
        return content;
      },
    });
  };
  const drawings = book.drawings.map((drawing) => ({
    ...drawing,
    cells: drawing.cells.map((row) => row.map(counted)),
  }));
  workbookRequests({ ...book, drawings });
  expect(cells).toBeGreaterThan(50_000);
  expect(looked).toBeLessThanOrEqual(2 * cells);
});

it('is made without putting any of it into words, which the service does', () => {
  const book = bookWith('en', 1000);
  const words = jest.spyOn(JSON, 'stringify');
  workbookRequests(book);
  const bytes = words.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);
  words.mockRestore();
  expect(bytes).toBeLessThan(20_000);
});

describe('a cell', () => {
  it.each([
    ['#000000', {}],
    ['#ffffff', { red: 1, green: 1, blue: 1 }],
    ['#fff8dc', { red: 1, green: 0.973, blue: 0.863 }],
    ['#0b3d34', { red: 0.043, green: 0.239, blue: 0.204 }],
  ])('of the colour %s has parts of 1', (hex, rgbColor) => {
    expect(colorStyle(hex)).toEqual({ rgbColor });
  });

  it.each([
    ['General', undefined],
    ['@', { type: 'TEXT' }],
    ['#,##0', { type: 'NUMBER', pattern: '#,##0' }],
    ['0.0%', { type: 'PERCENT', pattern: '0.0%' }],
    ['yyyy-mm-dd', { type: 'DATE', pattern: 'yyyy-mm-dd' }],
    ['"day "0', { type: 'NUMBER', pattern: '"day "0' }],
    ['"100% of "0', { type: 'NUMBER', pattern: '"100% of "0' }],
  ])('formatted %s has Google’s kind of format', (pattern, format) => {
    expect(numberFormat(pattern)).toEqual(format);
  });

  it.each([
    ['nothing', null, undefined],
    ['a number', 0, { numberValue: 0 }],
    ['a tick', false, { boolValue: false }],
    ['a formula', { formula: '=1+1' }, { formulaValue: '=1+1' }],
    ['text that looks like a formula', '=IMPORTXML(1)', { stringValue: '=IMPORTXML(1)' }],
    ['text that looks like a number', '01234', { stringValue: '01234' }],
  ])('holding %s keeps it as it is', (_, content, value) => {
    expect(entered(content)).toEqual(value);
  });

  const help = 'Help.';
  const cases: readonly (readonly [Check, object])[] = [
    [
      { type: 'range', tab: 'lists', row: 2, column: 3, rows: 4, open: false, help },
      {
        condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='It''s all'!$C$2:$C$5" }] },
        inputMessage: help,
        showCustomUi: true,
        strict: true,
      },
    ],
    [
      { type: 'range', tab: 'people', row: 4, column: 2, open: true, help },
      {
        condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='It''s all'!$B$4:$B" }] },
        inputMessage: help,
        showCustomUi: true,
      },
    ],
    [
      { type: 'between', min: 0, max: 1, help },
      {
        condition: { type: 'NUMBER_BETWEEN', values: [{ userEnteredValue: '0' }, { userEnteredValue: '1' }] },
        inputMessage: help,
      },
    ],
    [
      { type: 'atLeast', min: -1, help },
      {
        condition: { type: 'NUMBER_GREATER_THAN_EQ', values: [{ userEnteredValue: '-1' }] },
        inputMessage: help,
      },
    ],
    [
      { type: 'above', min: 0, help },
      { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] }, inputMessage: help },
    ],
    [
      { type: 'date', help },
      { condition: { type: 'DATE_IS_VALID' }, inputMessage: help },
    ],
    [{ type: 'tick' }, { condition: { type: 'BOOLEAN' } }],
  ];
  it.each(cases)('checked for %j has Google’s condition', (check, validation) => {
    expect(dataValidation(check, () => 'It’s all'.replace('’', "'"))).toEqual(validation);
  });
});

it.each([
  ['=$C5+D$5', '=$C9+D$5'],
  ["=IF($D5='选项'!$B$2,'业绩基数'!$F$3,\"\")", "=IF($D9='选项'!$B$2,'业绩基数'!$F$3,\"\")"],
  ['=SUM($AA5:$AL5)', '=SUM($AA9:$AL9)'],
  ['=LOG10(A5)', '=LOG10(A9)'],
  ['=SUM(B$4:B5)', '=SUM(B$4:B9)'],
  ['=B4+1', '=B8+1'],
  ["=SUM('Stores'!$N$4:$N)", "=SUM('Stores'!$N$4:$N)"],
])('%s moved from row 5 to row 9 is %s', (formula, there) => {
  expect(moved(formula, 5, 9)).toBe(there);
});

describe('what an answer lacks', () => {
  const range = { sheetId: 7 };
  const rule = (formula: string) => ({
    ranges: [range],
    booleanRule: {
      condition: { type: 'CUSTOM_FORMULA' as const, values: [{ userEnteredValue: formula }] },
      format: {},
    },
  });
  const metadata = {
    metadataKey: 'ours',
    metadataValue: '{}',
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  } as const;
  const create: Spreadsheet = {
    properties: { title: 'Plan', locale: 'en_US', timeZone: 'Etc/UTC' },
    sheets: [
      {
        properties: { sheetId: 7, title: 'One', index: 0, gridProperties: { rowCount: 1, columnCount: 1 } },
        data: [{ rowData: [], rowMetadata: [], columnMetadata: [] }],
        conditionalFormats: [rule('=A1=1'), rule('=A1=2'), rule('=A1=3')],
        protectedRanges: [{ range, warningOnly: true }],
        basicFilter: { range },
      },
    ],
    namedRanges: [{ name: 'first', range }],
    developerMetadata: [metadata],
  };
  const sheet = {
    properties: { sheetId: 7 },
    conditionalFormats: [rule('=A1=1'), rule('=A1=2'), rule('=A1=3')],
    protectedRanges: [{}],
    basicFilter: {},
  };
  const complete: Created = {
    sheets: [sheet],
    namedRanges: [{ name: 'first' }],
    developerMetadata: [{ metadataKey: 'ours' }],
  };
  const without = (part: object): Created => ({ ...complete, sheets: [{ ...sheet, ...part }] });

  it.each<readonly [string, Created, readonly Request[]]>([
    ['nothing', complete, []],
    [
      'formulas that Google words anew, as many as asked for',
      without({ conditionalFormats: [rule('=a1=1'), rule('=A1 = 2'), rule('=A1=3')] }),
      [],
    ],
    [
      'one conditional format, at its place',
      without({ conditionalFormats: [rule('=A1=1'), rule('=A1=3')] }),
      [{ addConditionalFormatRule: { rule: rule('=A1=2'), index: 1 } }],
    ],
    [
      'the protection',
      without({ protectedRanges: undefined }),
      [{ addProtectedRange: { protectedRange: { range, warningOnly: true } } }],
    ],
    ['the filter', without({ basicFilter: undefined }), [{ setBasicFilter: { filter: { range } } }]],
    ['a name', { ...complete, namedRanges: [] }, [{ addNamedRange: { namedRange: { name: 'first', range } } }]],
    [
      'the metadata',
      { ...complete, developerMetadata: undefined },
      [{ createDeveloperMetadata: { developerMetadata: metadata } }],
    ],
  ])('is added: %s', (_, created, requests) => {
    expect(missingFrom(create, created)).toEqual(requests);
  });
});

describe('formulas that may refer to nothing for good', () => {
  const tab = (sheetId: number, formula: string): Spreadsheet['sheets'][number] => ({
    properties: { sheetId, title: 'One', index: 0, gridProperties: { rowCount: 1, columnCount: 1 } },
    data: [
      {
        rowData: formula === '' ? [] : [{ values: [{}, { userEnteredValue: { formulaValue: formula } }] }],
        rowMetadata: [],
        columnMetadata: [],
      },
    ],
    protectedRanges: [],
  });
  const create: Spreadsheet = {
    properties: { title: 'Plan', locale: 'en_US', timeZone: 'Etc/UTC' },
    sheets: [tab(7, "='Two'!A1"), tab(8, '')],
    namedRanges: [],
    developerMetadata: [],
  };
  const answering = (...cells: readonly object[]): Created => ({
    sheets: [{ properties: { sheetId: 7 }, data: [{ rowData: [{ values: cells }] }] }],
  });
  const error = (type: string) => ({ effectiveValue: { errorValue: { type } } });

  it.each<readonly [string, Created, boolean]>([
    ['a cell that says so', answering({}, error('REF')), true],
    ['no cell that says so', answering({}, {}), false],
    ['a function that the file does not know yet', answering({}, error('NAME')), false],
    ['no cells at all', { sheets: [{ properties: { sheetId: 7 } }, { properties: { sheetId: 8 } }] }, true],
    ['no tab', {}, true],
  ])('%s', (_, created, may) => {
    expect(mayBeUnresolved(create, created)).toBe(may);
  });

  it('none, where there are no formulas', () => {
    expect(mayBeUnresolved({ ...create, sheets: [tab(8, '')] }, {})).toBe(false);
  });
});

describe('a chart of lines in the request', () => {
  const book = bookWith('en', 0);
  const drawings = book.drawings.map((drawing) => ({
    ...drawing,
    charts: drawing.charts.map((chart) => ({
      ...chart,
      kind: 'lines' as const,
      series: chart.series
        .slice(0, 2)
        .map((series, index) => (index === 1 ? { ...series, dashed: true as const } : series)),
    })),
  }));
  const { create } = workbookRequests({ ...book, drawings });
  const charts = create.sheets.flatMap((sheet) => sheet.charts ?? []);

  it('is not stacked, and one line is dashed', () => {
    const [{ spec } = { spec: undefined }] = charts;
    expect(spec?.basicChart).toMatchObject({ chartType: 'LINE', legendPosition: 'BOTTOM_LEGEND', headerCount: 1 });
    expect(spec?.basicChart).not.toHaveProperty('stackedType');
    expect(spec?.basicChart.series.map(({ lineStyle }) => lineStyle)).toEqual([
      { type: 'SOLID', width: 2 },
      { type: 'MEDIUM_DASHED', width: 2 },
    ]);
  });

  tool.describe('held against Google’s description', () => {
    it('has no faults', () => {
      expect(checked(create, 'Spreadsheet')).toBe('0 faults');
    });
  });
});
