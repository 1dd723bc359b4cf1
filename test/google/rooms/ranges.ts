import { type Room, tried } from '../case';

/** Where a range is, and how it is asked for. */
export const ranges: Room = {
  name: 'ranges',
  cases: [
    {
      name: 'a range by its first row and column and its size',
      act: ({ sheet }) => {
        const range = sheet.getRange(2, 3, 4, 2);
        const ends = [range.getRow(), range.getColumn(), range.getLastRow(), range.getLastColumn()];
        return [...ends, range.getNumRows(), range.getNumColumns(), range.getHeight(), range.getWidth()];
      },
      expected: [2, 3, 5, 4, 4, 2, 4, 2],
      source: 'Class Sheet, getRange(row, column, numRows, numColumns)',
    },
    {
      name: 'one cell in A1 notation, with dollars and without',
      act: ({ sheet }) => [sheet.getRange('$C$3').getA1Notation(), sheet.getRange(3, 3).getA1Notation()],
      expected: ['C3', 'C3'],
      source: 'gas-fakes, test/testsheetsdeveloper.js, run on live Google too',
    },
    {
      name: 'whole rows in A1 notation',
      act: ({ sheet }) => {
        const range = sheet.getRange('5:7');
        return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];
      },
      expected: ['5:7', 3, 26],
      source: 'gas-fakes, test/testsheetsdeveloper.js, run on live Google too',
    },
    {
      name: 'whole columns in A1 notation',
      act: ({ sheet }) => {
        const range = sheet.getRange('D:F');
        return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];
      },
      expected: ['D:F', 1000, 3],
      source: 'gas-fakes, test/testsheetsdeveloper.js, run on live Google too',
    },
    {
      name: 'ranges written from the far end are turned round',
      act: ({ sheet }) => ['C5:B2', '5:2', 'D:B'].map((a1) => sheet.getRange(a1).getA1Notation()),
      expected: ['B2:C5', '2:5', 'B:D'],
      source: 'gas-fakes, test/testsheetsdeveloper.js, run on live Google too',
    },
    {
      name: 'a column from a row on goes to the end of the sheet',
      act: ({ sheet }) => {
        const range = sheet.getRange('B3:B');
        return [range.getRow(), range.getLastRow(), range.getNumColumns()];
      },
      expected: [3, 1000, 1],
      source: 'Google Sheets API, guides/concepts, A1 notation',
    },
    {
      name: 'columns from the first cell on go to the end of the sheet',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:C');
        return [range.getNumRows(), range.getNumColumns()];
      },
      expected: [1000, 3],
      source: 'Google Sheets API, guides/concepts, A1 notation',
    },
    {
      name: 'a range in R1C1 notation',
      act: ({ sheet }) => [sheet.getRange('R2C3').getA1Notation(), sheet.getRange('R1C1:R2C2').getA1Notation()],
      expected: ['C2', 'A1:B2'],
      source: 'Class Sheet, getRange(a1Notation): A1 or R1C1 notation',
    },
    {
      name: 'a range in lower case after a lone exclamation mark',
      act: ({ sheet }) => sheet.getRange('!c2:e5').getA1Notation(),
      expected: 'C2:E5',
      source: 'gas-fakes, test/testsheetssets.js, run on live Google too',
    },
    {
      name: 'a tab named in the notation is where the range is',
      act: ({ spreadsheet, sheet }) => {
        const range = spreadsheet.getRange(`'${sheet.getName()}'!E10:F12`);
        return [range.getA1Notation(), range.getSheet().getSheetId() === sheet.getSheetId()];
      },
      expected: ['E10:F12', true],
      source: 'Class Spreadsheet, getRange(a1Notation)',
    },
    {
      name: 'coordinates beyond the sheet are refused',
      act: ({ sheet }) => tried(() => sheet.getRange(1001, 1)),
      expected: 'refused: The coordinates of the range are outside the dimensions of the sheet.',
      source: 'reported, e.g. stackoverflow.com/questions/58402936',
    },
    {
      name: 'columns beyond the sheet are refused in A1 notation too, open or not',
      act: ({ sheet }) => ['A1:AD', 'AD5'].map((a1) => tried(() => sheet.getRange(a1).getValues()).slice(0, 7)),
      expected: ['refused', 'refused'],
      source: 'reasoned from “exceeds grid limits” of the Sheets API; tabs read in part rely on it',
    },
    {
      name: 'a first row of 0 is refused',
      act: ({ sheet }) => tried(() => sheet.getRange(0, 1)),
      expected: 'refused: The starting row of the range is too small',
      source: 'reported, e.g. stackoverflow.com/questions/41175326',
    },
    {
      name: 'no rows at all are refused',
      act: ({ sheet }) => tried(() => sheet.getRange(1, 1, 0, 1)),
      expected: 'refused: The number of rows in the range must be at least 1',
      source: 'reported, e.g. stackoverflow.com/questions/52191837',
    },
    {
      name: 'a row that is no number is refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a text where Google wants a number
        tried(() => sheet.getRange('1', 2)),
      expected: "refused: don't match the method signature",
      source: 'reported of all overloads alike: “The parameters (String,number) don’t match the method signature”',
    },
    {
      name: 'a row that came to NaN is refused',
      act: ({ sheet }) => tried(() => sheet.getRange(Number.NaN, 2).getValue()),
      expected: 'refused',
      source: 'reported: “Cannot convert NaN to int”, or a signature that does not match',
    },
    {
      name: 'a row that came to nothing is refused',
      act: ({ sheet }) => {
        const row: number[] = [];
        // @ts-expect-error: nothing where Google wants a number
        return tried(() => sheet.getRange(row[0], 2).getValue());
      },
      expected: 'refused',
      source: 'reported: “The parameters (null,number) don’t match the method signature”',
    },
    {
      name: 'the cell of a range, counted from 1',
      act: ({ sheet }) => sheet.getRange('B2:D5').getCell(2, 3).getA1Notation(),
      expected: 'D3',
      source: 'Class Range, getCell(row, column)',
    },
    {
      name: 'a range beside another keeps its size',
      act: ({ sheet }) => {
        const range = sheet.getRange('B2:C3');
        return [range.offset(1, 2).getA1Notation(), range.offset(1, 1, 1, 1).getA1Notation()];
      },
      expected: ['D3:E4', 'C3'],
      source: 'Class Range, offset(rowOffset, columnOffset)',
    },
    {
      name: 'a range of no rows beside another is refused',
      act: ({ sheet }) => tried(() => sheet.getRange('B2:C3').offset(0, 0, 0)),
      expected: 'refused: number of rows',
      source: 'gas-fakes, test/testsheetsvui.js, run on live Google too',
    },
    {
      name: 'a range knows its tab',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1');
        return [range.getGridId() === sheet.getSheetId(), range.getSheet().getName() === sheet.getName()];
      },
      expected: [true, true],
      source: 'Class Range, getGridId(), getSheet()',
    },
    {
      name: 'scattered ranges are one list',
      act: ({ sheet }) =>
        sheet
          .getRangeList(['A1', 'C3:D4'])
          .getRanges()
          .map((range) => range.getA1Notation()),
      expected: ['A1', 'C3:D4'],
      source: 'Class RangeList, getRanges()',
    },
    {
      name: 'scattered ranges are changed alike in one call',
      act: ({ sheet }) => {
        sheet.getRangeList(['A1', 'B2:B3']).setValue('x').setBackground('#ffcc00').setNumberFormat('0.00');
        return [sheet.getRange('A1:B3').getValues(), sheet.getRange('B3').getBackground()].map((part) =>
          JSON.stringify(part),
        );
      },
      expected: ['[["x",""],["","x"],["","x"]]', '"#ffcc00"'],
      source: 'Class RangeList, setValue(value)',
    },
    {
      name: 'an empty sheet has its first cell as data, and no last row',
      act: ({ sheet }) => [sheet.getDataRange().getA1Notation(), sheet.getLastRow(), sheet.getLastColumn()],
      expected: ['A1', 0, 0],
      source: 'Class Sheet, getDataRange(), getLastRow()',
    },
    {
      name: 'the last row is the last that holds anything, looks apart',
      act: ({ sheet }) => {
        sheet.getRange('B4').setValue(1);
        sheet.getRange('D9').setBackground('#ff0000').setNumberFormat('0.00');
        return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];
      },
      expected: [4, 2, 'A1:B4'],
      source: 'Class Sheet, getLastRow(): the last row that has content',
    },
    {
      name: 'a formula that comes to an empty text is content',
      act: ({ sheet }) => {
        sheet.getRange('A6').setFormula('=""');
        return [sheet.getLastRow(), sheet.getRange('A6').isBlank(), sheet.getRange('A6').getValue()];
      },
      expected: [6, false, ''],
      or: [[6, true, '']],
      source: 'reported: getLastRow counts formulas that show nothing; isBlank says nothing of them',
    },
    {
      name: 'which cell is active after a tab and a range were activated',
      act: ({ spreadsheet, sheet }) => {
        spreadsheet.setActiveSheet(sheet);
        sheet.getRange('B2:C3').activate();
        const active = spreadsheet.getActiveRange();
        return [spreadsheet.getActiveSheet().getSheetId() === sheet.getSheetId(), active?.getA1Notation() ?? null];
      },
      expected: [true, 'B2:C3'],
      source: 'Class Range, activate(); Class Spreadsheet, getActiveRange()',
    },
    {
      name: 'a tab can be activated by itself',
      act: ({ spreadsheet, sheet, other }) => {
        other.activate();
        sheet.activate();
        return spreadsheet.getActiveSheet().getSheetId() === sheet.getSheetId();
      },
      expected: true,
      source: 'Class Sheet, activate()',
    },
    {
      name: 'a range prints its kind',
      act: ({ sheet }) => [String(sheet.getRange('A1')), String(sheet)],
      expected: ['Range', 'Sheet'],
      source: 'gas-fakes, test/testsheetsvui.js, run on live Google too',
    },
  ],
};
