import { type Room, tried } from '../case';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a cell holds after a value was written into it, dates as their day in the workbook's time zone. */
function written(sheet: Sheet, utilities: GoogleAppsScript.Utilities.Utilities, value: string, format?: string) {
  const cell = sheet.getRange('A1');
  if (format !== undefined) cell.setNumberFormat(format);
  cell.setValues([[value]]);
  const got: unknown = cell.getValue();
  if (Object.prototype.toString.call(got) === '[object Date]')
    return `date ${utilities.formatDate(cell.getValue(), sheet.getParent().getSpreadsheetTimeZone(), 'yyyy-MM-dd')}`;
  return typeof got === 'number' || typeof got === 'boolean' ? got : String(got);
}

const typed: readonly (readonly [text: string, got: string | number | boolean, what: string])[] = [
  ['01234', 1234, 'leading zeros are lost'],
  ['1,234.5', 1234.5, 'a grouped number'],
  ['$1,234.50', 1234.5, 'an amount in the locale’s currency'],
  ['10%', 0.1, 'a percentage'],
  ['1e3', 1000, 'a power of ten'],
  ['(5)', -5, 'a number in brackets is negative'],
  ['true', true, 'a tick'],
  ['2026-03-16', 'date 2026-03-16', 'a day'],
  ['2026/3/16', 'date 2026-03-16', 'a day with slashes'],
  ['3/16/2026', 'date 2026-03-16', 'a day as the locale writes it'],
  ['16-Mar-2026', 'date 2026-03-16', 'a day with its month in letters'],
  ["'01234", '01234', 'an apostrophe keeps text'],
  ["'=1+1", '=1+1', 'an apostrophe keeps a formula from being one'],
  ["'2026-03-16", '2026-03-16', 'an apostrophe keeps a day from being one'],
  ["'TRUE", 'TRUE', 'an apostrophe keeps a tick from being one'],
  ["'+A1", '+A1', 'an apostrophe keeps text with a plus'],
  ["'-5", '-5', 'an apostrophe keeps text with a minus'],
  ["'@x", '@x', 'an apostrophe keeps text with an at sign'],
  ["''quoted", "'quoted", 'of two apostrophes one stays'],
  ['店 A', '店 A', 'plain text'],
  [' x ', ' x ', 'spaces around plain text stay'],
  ['a\nb', 'a\nb', 'a line break stays'],
];

const plain: readonly (readonly [text: string, got: readonly string[], what: string])[] = [
  ['01234', ['01234'], 'digits stay text'],
  ['2026-03-16', ['2026-03-16'], 'a day stays text'],
  ['10%', ['10%'], 'a percentage stays text'],
  ['TRUE', ['TRUE'], 'a tick stays text'],
  ["'=1+1", ['=1+1', "'=1+1"], 'the apostrophe before a formula may be kept'],
];

/** What is written into cells, and how it reads. */
export const values: Room = {
  name: 'values',
  cases: [
    ...typed.map(([text, expected, what]) => ({
      name: `written ${JSON.stringify(text)}: ${what}`,
      act: ({ sheet, Utilities }: { sheet: Sheet; Utilities: GoogleAppsScript.Utilities.Utilities }) =>
        written(sheet, Utilities, text),
      expected,
      source: 'Class Range, setValues(values); text is parsed as if typed (Sheets API, USER_ENTERED)',
    })),
    {
      name: 'written "1-2": a day, not text',
      act: ({ sheet, Utilities }) => written(sheet, Utilities, '1-2').toString().slice(0, 4),
      expected: 'date',
      source: 'Sheets API, ValueInputOption USER_ENTERED',
    },
    ...plain.map(([text, [expected = '', ...or], what]) => ({
      name: `written ${JSON.stringify(text)} into plain text: ${what}`,
      act: ({ sheet, Utilities }: { sheet: Sheet; Utilities: GoogleAppsScript.Utilities.Utilities }) =>
        written(sheet, Utilities, text, '@'),
      expected,
      or,
      source: 'Sheets API, guides/formats: @ is text; G13',
    })),
    {
      name: 'a number written into a percentage stays that number',
      act: ({ sheet }) => {
        const cell = sheet.getRange('A1').setNumberFormat('0.0%').setValue(0.125);
        return [cell.getValue(), cell.getDisplayValue()];
      },
      expected: [0.125, '12.5%'],
      source: 'Class Range, getDisplayValue()',
    },
    {
      name: 'numbers, ticks and text read as they were written, blanks as an empty text',
      act: ({ sheet }) =>
        sheet
          .getRange('A1:E1')
          .setValues([[0.1, -3, true, 'x', '']])
          .getValues(),
      expected: [[0.1, -3, true, 'x', '']],
      source: 'Class Range, getValues()',
    },
    {
      name: 'null empties a cell',
      act: ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue(5);
        cell.setValues([[null]]);
        return [cell.getValue(), cell.isBlank()];
      },
      expected: ['', true],
      source: 'gas-fakes, test/testsheetsdatavalidations.js, run on live Google too',
    },
    {
      name: 'a date reads as a date of the same instant',
      act: ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue(new Date(Date.UTC(2027, 2, 16, 4, 0, 0)));
        const got: unknown = cell.getValue();
        return [Object.prototype.toString.call(got), got instanceof Date, Number(got) === Date.UTC(2027, 2, 16, 4)];
      },
      expected: ['[object Date]', true, true],
      source: 'Class Range, getValue(): Number, Boolean, Date or String',
    },
    {
      name: 'one value for all cells of a range',
      act: ({ sheet }) => sheet.getRange('A1:B2').setValue('x').getValues(),
      expected: [
        ['x', 'x'],
        ['x', 'x'],
      ],
      source: 'Class Range, setValue(value)',
    },
    {
      name: 'too few rows are refused',
      act: ({ sheet }) => tried(() => sheet.getRange('A1:A2').setValues([[1]])),
      expected:
        'refused: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
      source: 'reported word for word in many places',
    },
    {
      name: 'too many columns are refused',
      act: ({ sheet }) => tried(() => sheet.getRange('A1').setValues([[1, 2]])),
      expected:
        'refused: The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
      source: 'reported word for word in many places',
    },
    {
      name: 'a list where rows of columns are wanted is refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a list is no table
        tried(() => sheet.getRange('A1:B1').setValues([1, 2])),
      expected: "refused: don't match the method signature for SpreadsheetApp.Range.setValues",
      source:
        'reported: “The parameters (number[]) don’t match the method signature for SpreadsheetApp.Range.setValues”',
    },
    {
      name: 'what was written is read back without a flush',
      act: ({ sheet }) => {
        sheet.getRange('A1').setValue(2);
        sheet.getRange('B1').setFormula('=A1*3');
        return [sheet.getRange('B1').getValue(), sheet.getSheetValues(1, 1, 1, 2)].map((part) => JSON.stringify(part));
      },
      expected: ['6', '[[2,6]]'],
      source: 'Apps Script guides, best practices: a read first applies what is pending',
    },
    {
      name: 'contents are cleared, looks, notes and rules stay',
      act: ({ sheet, SpreadsheetApp }) => {
        const cell = sheet.getRange('A1').setValue(5).setBackground('#ff0000').setNote('why');
        cell.setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(1).build());
        cell.clearContent();
        return [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null];
      },
      expected: ['', '#ff0000', 'why', true],
      source: 'Class Range, clearContent()',
    },
    {
      name: 'a row is appended below the last that holds anything',
      act: ({ sheet }) => {
        sheet.getRange('B3').setValue('x');
        sheet.appendRow(['a', 1]);
        return [sheet.getLastRow(), sheet.getRange('A4:B4').getValues()].map((part) => JSON.stringify(part));
      },
      expected: ['4', '[["a",1]]'],
      source: 'Class Sheet, appendRow(rowContents)',
    },
    {
      name: 'sorting: numbers, text without regard to case, ticks, blanks last; equals keep their order',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B7');
        range.setValues([
          ['b', 1],
          ['', 2],
          [10, 3],
          ['A', 4],
          [true, 5],
          [9, 6],
          ['B', 7],
        ]);
        range.sort({ column: 1, ascending: true });
        return range.getValues().map(([, number]) => Number(number));
      },
      expected: [6, 3, 4, 1, 7, 5, 2],
      source: 'Class Range, sort(sortSpecObj); gas-fakes, test/testsheetsvalues.js',
    },
    {
      name: 'errors of formulas read as their names',
      act: ({ sheet }) => {
        sheet.getRange('A1:D1').setFormulas([['=1/0', '=NA()', '=NO_SUCH_FUNCTION_HERE(1)', '=VALUE("x")']]);
        return sheet.getRange('A1:D1').getValues();
      },
      expected: [['#DIV/0!', '#N/A', '#NAME?', '#VALUE!']],
      source: 'Google Docs editors help, error types; getValues gives what the cell shows',
    },
    {
      name: 'a formula that does not parse, and one that refers to itself',
      act: ({ sheet }) => {
        sheet.getRange('A1').setFormula('=1+)');
        sheet.getRange('B1').setFormula('=B1');
        return sheet.getRange('A1:B1').getValues();
      },
      expected: [['#ERROR!', '#REF!']],
      source: 'Google Docs editors help, error types',
    },
    {
      name: 'values copied to another tab: what formulas come to, and no formats',
      act: ({ sheet, other, SpreadsheetApp }) => {
        sheet.getRange('A1:B2').setValues([
          [2, "'=1+1"],
          ['=A1*3', true],
        ]);
        sheet.getRange('A1').setNumberFormat('0.00');
        const copied = other.getRange('C4:D5');
        sheet.getRange('A1:B2').copyTo(copied, SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
        return [copied.getValues(), copied.getFormulas(), copied.getNumberFormats()[0]?.[0] === '0.00'];
      },
      expected: [
        [
          [2, '=1+1'],
          [6, true],
        ],
        [
          ['', ''],
          ['', ''],
        ],
        false,
      ],
      source: 'Class Range, copyTo(destination, copyPasteType, transposed); Enum CopyPasteType, PASTE_VALUES',
    },
    {
      name: 'values copied and then written over, before anything is read: the copy holds what stood there',
      act: ({ sheet, other, SpreadsheetApp }) => {
        sheet.getRange('A1').setValue('before');
        SpreadsheetApp.flush();
        sheet.getRange('A1').copyTo(other.getRange('A1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
        sheet.getRange('A1').setValue('after');
        return [other.getRange('A1').getValue(), sheet.getRange('A1').getValue()];
      },
      expected: ['before', 'after'],
      source: 'Class SpreadsheetApp, flush(): operations are bundled, and applied in their order',
    },
  ],
};
