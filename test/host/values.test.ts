import { started } from './start';

const today = { now: () => Date.UTC(2026, 9, 15, 12), timeZone: 'Etc/UTC' };
/** Midnight UTC: what a date is where the workbook's time zone is UTC. */
const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date));

/** What Google says of a cell without a number format. */
const automatic = '0.###############';

describe('text is read as if it had been typed', () => {
  const cases: readonly [text: string, value: unknown, format: string][] = [
    ['plain', 'plain', automatic],
    ['', '', automatic],
    ['01234', 1234, automatic],
    ['-5', -5, automatic],
    ['+5', 5, automatic],
    ['.5', 0.5, automatic],
    [' 12 ', 12, automatic],
    ['1,234', 1234, '#,##0'],
    ['1,234.50', 1234.5, '#,##0.00'],
    ['12,34', '12,34', automatic],
    ['10%', 0.1, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['-7 %', -0.07, '0%'],
    ['1e3', 1000, '0.00E+00'],
    ['¥5', 5, '[$¥]#,##0'],
    ['(5)', -5, automatic],
    ['１２', '１２', automatic],
    ['+86 138', '+86 138', automatic],
    ['TRUE', true, automatic],
    ['false', false, automatic],
    ['#N/A', '#N/A', automatic],
    ['=1+1', 2, automatic],
    ['=', '=', automatic],
    ['2026-03-16', day(2026, 3, 16), 'm/d/yyyy'],
    ['2026/3/16', day(2026, 3, 16), 'm/d/yyyy'],
    ['3/16/2026', day(2026, 3, 16), 'm/d/yyyy'],
    ['16-Mar-2026', day(2026, 3, 16), 'm/d/yyyy'],
    ['March 16, 2026', day(2026, 3, 16), 'm/d/yyyy'],
    ['2026年3月16日', day(2026, 3, 16), 'm/d/yyyy'],
    ['2026-03', day(2026, 3, 1), 'm/d/yyyy'],
    ['1-2', day(2026, 1, 2), 'm/d/yyyy'],
    ['3/4/26', day(2026, 3, 4), 'm/d/yyyy'],
    ['2026-02-30', '2026-02-30', automatic],
    ['13/13', '13/13', automatic],
    ['2026-03-16 06:00', new Date(Date.UTC(2026, 2, 16, 6)), 'm/d/yyyy h:mm:ss'],
  ];
  test.each(cases)('%p is %p, shown as %p', (text, value, format) => {
    const { sheet } = started(today);
    sheet.getRange('A1').setValues([[text]]);
    expect(sheet.getRange('A1').getValue()).toEqual(value);
    expect(sheet.getRange('A1').getNumberFormat()).toBe(format);
  });

  test('a number format that is already there stays', () => {
    const { sheet } = started(today);
    sheet.getRange('A1:A2').setNumberFormat('0.000');
    sheet.getRange('A1:A2').setValues([['10%'], ['1-2']]);
    expect(sheet.getRange('A1:A2').getNumberFormats()).toEqual([['0.000'], ['0.000']]);
    // 2026-01-02 is 46 024 days after 1899-12-30.
    expect(sheet.getRange('A1:A2').getValues()).toEqual([[0.1], [46_024]]);
  });

  test.each([
    ['en_US', '3/4/2026', day(2026, 3, 4)],
    ['en_GB', '3/4/2026', day(2026, 4, 3)],
    ['zh_CN', '3/4/2026', day(2026, 3, 4)],
  ])('in %s, %p is %p', (locale, text, value) => {
    const { sheet } = started({ ...today, locale });
    sheet.getRange('A1').setValue(text);
    expect(sheet.getRange('A1').getValue()).toEqual(value);
  });
});

describe('a leading apostrophe keeps text as it is, and is not stored', () => {
  const texts = ['01234', '1-2', '10%', 'TRUE', '=1+1', '+5', '-5', "'quoted'", '2026-03-16', '１２', '@x'];
  test.each(texts)('%p', (text) => {
    const { sheet } = started();
    sheet.getRange('A1').setValue(`'${text}`);
    sheet.getRange('B1').setFormula('=ISTEXT(A1)');
    expect(sheet.getRange('A1:B1').getValues()).toEqual([[text, true]]);
    expect(sheet.getRange('A1').getDisplayValue()).toBe(text);
    expect(sheet.getRange('A1').getFormula()).toBe('');
  });
});

describe('a plain-text cell (@)', () => {
  const cases: readonly [text: string, value: unknown][] = [
    ['01234', '01234'],
    ['1-2', '1-2'],
    ['10%', '10%'],
    ['TRUE', 'TRUE'],
    ["'01234", '01234'],
    ["'=1+1", '=1+1'],
    ["''quoted'", "'quoted'"],
    ['plain', 'plain'],
  ];
  test.each(cases)('keeps %p as %p', (text, value) => {
    const { sheet } = started();
    sheet.getRange('A1').setNumberFormat('@').setValue(text);
    sheet.getRange('B1').setFormula('=A1&"!"');
    expect(sheet.getRange('A1:B1').getValues()).toEqual([[value, `${value}!`]]);
    expect(sheet.getRange('A1').getNumberFormat()).toBe('@');
  });

  test('takes a formula all the same', () => {
    const { sheet } = started();
    sheet.getRange('A1').setNumberFormat('@').setValue('=1+1');
    expect(sheet.getRange('A1').getFormula()).toBe('=1+1');
  });

  test('leaves text text when its format changes', () => {
    const { sheet } = started();
    sheet
      .getRange('A1:A2')
      .setNumberFormat('@')
      .setValues([['01234'], ["'=1+1"]]);
    sheet.getRange('A1:A2').setNumberFormat('0');
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['01234'], ['=1+1']]);
    expect(sheet.getRange('A1:A2').getFormulas()).toEqual([[''], ['']]);
  });
});

describe('values are read', () => {
  test('a blank as empty text, a formula’s empty text too', () => {
    const { sheet } = started();
    sheet.getRange('B1').setFormula('=""');
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['', '']]);
  });

  const errors: readonly [formula: string, error: string][] = [
    ['=1/0', '#DIV/0!'],
    ['=NA()', '#N/A'],
    ['=A1', '#REF!'],
    ['=1+', '#ERROR!'],
    ['=noSuchName', '#NAME?'],
    ['=NOSUCHFUNCTION(1)', '#NAME?'],
    ['=10^400', '#NUM!'],
    ['="a"+1', '#VALUE!'],
    ['=Nowhere!A1', '#REF!'],
  ];
  test.each(errors)('%s as %s', (formula, error) => {
    const { sheet } = started();
    sheet.getRange('A1').setFormula(formula);
    expect(sheet.getRange('A1').getValue()).toBe(error);
    expect(sheet.getRange('A1').getDisplayValue()).toBe(error);
  });

  test.each(['=1/0', '=noSuchName', '=NOSUCHFUNCTION(1)', '="a"+1'])('IFERROR catches %s', (formula) => {
    const { sheet } = started();
    sheet.getRange('A1').setFormula(`=IFERROR(${formula.slice(1)},"caught")`);
    expect(sheet.getRange('A1').getValue()).toBe('caught');
  });

  test('text that looks like a link as it is', () => {
    const { sheet } = started();
    sheet.getRange('A1:A2').setValues([['[name](https://example.com)'], ['https://example.com']]);
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['[name](https://example.com)'], ['https://example.com']]);
  });

  test('numbers that are not finite as an error, missing ones as blank', () => {
    const { sheet } = started();
    sheet.getRange('A1:C1').setValues([[Number.NaN, null, undefined]]);
    expect(sheet.getRange('A1:C1').getValues()).toEqual([['#NUM!', '', '']]);
  });

  test('small and large numbers without loss', () => {
    const { sheet } = started();
    const numbers = [0.1 + 0.2, 1e21, 1.5e-9, -2448200007.35, 2 ** 53];
    sheet.getRange('A1:E1').setValues([numbers]);
    expect(sheet.getRange('A1:E1').getValues()).toEqual([numbers]);
  });
});

describe('a locale with decimal comma', () => {
  test.each([
    ['own', '=SUM(1,5;A2)', 4.5, '=SUM(1,5;A2)'],
    ['own', '=SUM(A2,A2)', '#ERROR!', '=SUM(A2,A2)'],
    ['own', '=A2*1.5', '#ERROR!', '=A2*1.5'],
    ['own', '=IF(A2=3;"a, b";"1.5")', 'a, b', '=IF(A2=3;"a, b";"1.5")'],
    ['anywhere', '=SUM(A2,A2)', 6, '=SUM(A2,A2)'],
    ['anywhere', '=SUM(A2;A2)', 6, '=SUM(A2,A2)'],
    ['anywhere', '=A2*1.5', 4.5, '=A2*1.5'],
  ] as const)('reads %s form: %s is %p', (formulaForm, formula, value, back) => {
    const { sheet } = started({ locale: 'de_DE', formulaForm });
    sheet.getRange('A2').setValue(3);
    sheet.getRange('A1').setFormula(formula);
    sheet.getRange('B1').setValue(formula);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([[value, value]]);
    expect(sheet.getRange('A1').getFormula()).toBe(back);
  });

  test('a semicolon is read everywhere', () => {
    const { sheet } = started();
    sheet.getRange('A1').setFormula('=SUM(1;2)');
    expect(sheet.getRange('A1').getValue()).toBe(3);
  });
});

describe('formulas', () => {
  const texts = [
    '=SUM(A1:A3)',
    '=IF(A1="","",A1)',
    '="say ""hi"""',
    '=""""',
    '=IFERROR(AVG_STORE_BASELINE(A1,B1,C1),A1/B1/C1)',
    "='Sheet1'!A1",
    '=SUMIFS(B2:B,A2:A,"x")',
  ];
  test.each(texts)('%s is given back as it was written', (formula) => {
    const { sheet } = started();
    sheet.getRange('D1').setFormula(formula);
    expect(
      sheet
        .getRange('D1')
        .getFormula()
        .replace(/'Sheet1'/, 'Sheet1'),
    ).toBe(formula.replace(/'Sheet1'/, 'Sheet1'));
  });

  test.each([
    ['="say ""hi"""', 'say "hi"'],
    ['=""""', '"'],
    ['="a"&"b"', 'ab'],
    ['=LEN("""")', 1],
    ['=FIXED(1234.5)', '1,234.50'],
    ['=FIXED(1234567.891,0)', '1,234,568'],
    ['=FIXED(1234.5,1,TRUE)', '1234.5'],
    ['=FIXED(1.005,2)', '1.01'],
    ['=FIXED(-0.004,2)', '0.00'],
    ['=FIXED(-2.5,0)', '-3'],
    ['=FIXED(1284,-2)', '1,300'],
    ['=FIXED("x",2)', '#VALUE!'],
    ['=FIXED(1/0,2)', '#DIV/0!'],
  ])('%s is %p', (formula, value) => {
    const { sheet } = started();
    sheet.getRange('A1').setFormula(formula);
    expect(sheet.getRange('A1').getValue()).toBe(value);
  });

  test('typed into the grid itself are in Google’s words too', () => {
    const { workbook, sheet } = started();
    const content = '=IFERROR(NOBODYS(1),"a""b")';
    workbook.change(() => workbook.model.dispatch('UPDATE_CELL', { sheetId: '0', col: 0, row: 0, content }));
    expect(sheet.getRange('A1').getValue()).toBe('a"b');
    expect(sheet.getRange('A1').getFormula()).toBe('=IFERROR(NOBODYS(1),"a""b")');
  });

  test('an empty one clears the cell', () => {
    const { sheet } = started();
    sheet.getRange('A1').setValue(5);
    sheet.getRange('A1').setFormulas([['']]);
    expect(sheet.getRange('A1').getValue()).toBe('');
  });
});

describe('dates', () => {
  const zones: readonly [zone: string, midnight: string][] = [
    ['Pacific/Honolulu', '2026-03-16T10:00:00.000Z'],
    ['America/New_York', '2026-03-16T04:00:00.000Z'],
    ['Etc/UTC', '2026-03-16T00:00:00.000Z'],
    ['Asia/Shanghai', '2026-03-15T16:00:00.000Z'],
    ['Pacific/Auckland', '2026-03-15T11:00:00.000Z'],
  ];
  test.each(zones)('in %s a day is its own midnight, and comes back the same', (timeZone, midnight) => {
    const { sheet } = started({ timeZone });
    sheet.getRange('A1').setValue('2026-03-16');
    const read: unknown = sheet.getRange('A1').getValue();
    expect(read).toEqual(new Date(midnight));
    sheet.getRange('B1').setValue(read);
    sheet.getRange('C1').setFormula('=A1=B1');
    expect(sheet.getRange('C1').getValue()).toBe(true);
  });

  test('a serial under a date format is read as a date, under a number format as a number', () => {
    const { sheet } = started({ timeZone: 'Asia/Shanghai' });
    sheet.getRange('A1:B1').setValues([[46_097, 46_097]]);
    sheet.getRange('A1').setNumberFormat('yyyy-MM-dd');
    expect(sheet.getRange('A1:B1').getValues()).toEqual([[new Date('2026-03-15T16:00:00.000Z'), 46_097]]);
    expect(sheet.getRange('A1').getDisplayValue()).toBe('2026-03-16');
  });

  test('TODAY and NOW are the workbook’s own', () => {
    // 15 October 2026 at 18:30 in UTC is the 16th, 02:30, in Shanghai: 46 311 days after 1899-12-30.
    const { sheet } = started({ timeZone: 'Asia/Shanghai', now: () => Date.UTC(2026, 9, 15, 18, 30) });
    sheet
      .getRange('A1:B1')
      .setNumberFormat('0.0000')
      .setFormulas([['=TODAY()', '=NOW()']]);
    expect(sheet.getRange('A1:B1').getDisplayValues()).toEqual([['46311.0000', '46311.1042']]);
  });

  test('an hour that clocks skip or repeat is still one instant', () => {
    const { sheet } = started({ timeZone: 'America/New_York' });
    // Clocks go from 02:00 to 03:00 on 8 March 2026, and from 02:00 back to 01:00 on 1 November 2026.
    sheet.getRange('A1:A2').setValues([['2026-03-08 02:30'], ['2026-11-01 01:30']]);
    expect(sheet.getRange('A1:A2').getValues()).toEqual([
      [new Date('2026-03-08T07:30:00.000Z')],
      [new Date('2026-11-01T05:30:00.000Z')],
    ]);
  });
});

describe('what does not fit is refused in Google’s words', () => {
  const wrong: readonly [what: string, write: (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void, words: string][] = [
    [
      'too few rows',
      (sheet) => sheet.getRange(1, 1, 3, 1).setValues([[1], [2]]),
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
    ],
    [
      'too few columns',
      (sheet) => sheet.getRange(1, 1, 1, 3).setValues([[1, 2]]),
      'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
    ],
    [
      'a ragged block',
      (sheet) => sheet.getRange(1, 1, 2, 2).setFormulas([['=1', '=2'], ['=3']]),
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      'formats of another size',
      (sheet) => sheet.getRange(1, 1, 1, 2).setNumberFormats([['0']]),
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      'a range beyond the sheet',
      (sheet) => sheet.getRange(1, 26, 1, 2),
      'The coordinates of the range are outside the dimensions of the sheet.',
    ],
    ['row 0', (sheet) => sheet.getRange(0, 1), 'The starting row of the range is too small.'],
    ['column 0', (sheet) => sheet.getRange(1, 0), 'The starting column of the range is too small.'],
    ['no rows', (sheet) => sheet.getRange(1, 1, 0, 1), 'The number of rows in the range must be at least 1.'],
    ['no columns', (sheet) => sheet.getRange(1, 1, 1, 0), 'The number of columns in the range must be at least 1.'],
    ['what is no reference', (sheet) => sheet.getRange('no range'), 'Range not found'],
    [
      'more than a cell can hold',
      (sheet) => sheet.getRange(1, 1).setValue('x'.repeat(50_001)),
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
  ];
  test.each(wrong)('%s', (_what, write, words) => {
    const { sheet } = started();
    expect(() => write(sheet)).toThrow(words);
  });

  test('nothing of a refused block is written', () => {
    const { sheet } = started();
    expect(() => sheet.getRange(1, 1, 2, 1).setValues([[1], [2], [3]])).toThrow();
    expect(sheet.getLastRow()).toBe(0);
  });
});
