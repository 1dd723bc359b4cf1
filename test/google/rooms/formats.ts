import { type Room, tried } from '../case';

const live = 'gas-fakes, test/testsheets.js, run on live Google too';

/** How cells look. */
export const formats: Room = {
  name: 'formats',
  cases: [
    {
      name: 'an untouched cell’s number format',
      act: ({ sheet }) => sheet.getRange('A1').getNumberFormat(),
      expected: '0.###############',
      or: ['General'],
      source: 'reported as either; compared with both',
    },
    {
      name: 'general reads back as a pattern',
      act: ({ sheet }) => sheet.getRange('A1').setNumberFormat('general').getNumberFormat(),
      expected: '0.###############',
      source: live,
    },
    {
      name: 'General among other formats is taken',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B1').setNumberFormats([['0.00', 'General']]);
        range.setValues([[1.5, 1.5]]);
        return range.getDisplayValues();
      },
      expected: [['1.50', '1.5']],
      source: 'Class Range, setNumberFormats(numberFormats)',
    },
    {
      name: 'no number format (null) is refused',
      act: ({ sheet, SpreadsheetApp }) =>
        tried(() => {
          // @ts-expect-error: null where Google wants a text
          sheet.getRange('A1').setNumberFormat(null);
          SpreadsheetApp.flush();
        }),
      expected: 'refused',
      source: 'gas-fakes, notes/oddities.md: number format will fail with a null argument',
    },
    {
      name: 'formats read back as they were written',
      act: ({ sheet }) => {
        const patterns = ['yyyy-mm-dd', '#,##0', '0.0%', '#,##0.00', '0.0000', '@', '#,##0;[Red]-#,##0'];
        return sheet.getRange('A1:G1').setNumberFormats([patterns]).getNumberFormats();
      },
      expected: [['yyyy-mm-dd', '#,##0', '0.0%', '#,##0.00', '0.0000', '@', '#,##0;[Red]-#,##0']],
      source: 'Class Range, getNumberFormats()',
    },
    {
      name: 'numbers are shown by their formats',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:D1').setNumberFormats([['#,##0', '0.0%', '0.00', '#,##0;[Red]-#,##0']]);
        return range.setValues([[1234567.5, 0.0744, 0, -5]]).getDisplayValues();
      },
      expected: [['1,234,568', '7.4%', '0.00', '-5']],
      source: 'Sheets API, guides/formats',
    },
    {
      name: 'a serial written with its date format shows and reads as that day',
      act: ({ sheet, Utilities, spreadsheet }) => {
        const cell = sheet.getRange('A1').setNumberFormat('yyyy-mm-dd').setValue(46388);
        const day = Utilities.formatDate(cell.getValue(), spreadsheet.getSpreadsheetTimeZone(), 'yyyy-MM-dd');
        return [cell.getDisplayValue(), day];
      },
      expected: ['2027-01-01', '2027-01-01'],
      source: 'Sheets API, guides/concepts: serial numbers count days from 30 December 1899',
    },
    {
      name: 'a serial in a number’s format shows as the number: value and format go together',
      act: ({ sheet }) => sheet.getRange('A1').setNumberFormat('0').setValue(46388).getDisplayValue(),
      expected: '46388',
      source: 'G8: Sheets API, guides/formats',
    },
    {
      name: 'backgrounds: white when there is none, hexadecimal in small letters, null takes one away',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:C1').setBackgrounds([['#FFCC00', '#00ff00', null]]);
        const set = range.getBackgrounds();
        range.setBackgrounds([[null, '#00ff00', null]]);
        return [...set, ...range.getBackgrounds()];
      },
      expected: [
        ['#ffcc00', '#00ff00', '#ffffff'],
        ['#ffffff', '#00ff00', '#ffffff'],
      ],
      source: 'Class Range, setBackgrounds(color); gas-fakes, test/testsheetssets.js',
    },
    {
      name: 'a colour by its name',
      act: ({ sheet }) => sheet.getRange('A1').setBackground('LIGHTCORAL').getBackground(),
      expected: '#f08080',
      source: 'gas-fakes, test/testsheetssets.js, run on live Google too',
      host: { cannot: 'names of colours are not known to the host, which refuses them' },
    },
    {
      name: 'colours of letters: black when there is none',
      act: ({ sheet }) =>
        sheet
          .getRange('A1:C1')
          .setFontColors([['#ff0000', null, '#012345']])
          .getFontColors(),
      expected: [['#ff0000', '#000000', '#012345']],
      source: 'Class Range, getFontColors()',
    },
    {
      name: 'weights: bold, normal, and null for normal',
      act: ({ sheet }) =>
        sheet
          .getRange('A1:C1')
          .setFontWeights([['bold', 'normal', null]])
          .getFontWeights(),
      expected: [['bold', 'normal', 'normal']],
      source: live,
    },
    {
      name: 'styles: italic, normal, and null for normal',
      act: ({ sheet }) =>
        sheet
          .getRange('A1:C1')
          .setFontStyles([['italic', 'normal', null]])
          .getFontStyles(),
      expected: [['italic', 'normal', 'normal']],
      source: live,
    },
    {
      name: 'sizes: 10 unless set',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B1');
        return [range.getFontSizes()[0]?.[0] ?? null, ...(range.setFontSizes([[8, 20]]).getFontSizes()[0] ?? [])];
      },
      expected: [10, 8, 20],
      source: live,
    },
    {
      name: 'a size that is no number is refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a text where Google wants a number
        tried(() => sheet.getRange('A1').setFontSizes([['x']])),
      expected: 'refused',
      source: 'gas-fakes, test/testsheets.js: fontsize allows nothing but an integer',
    },
    {
      name: 'alignments: left, center, right; general-left for normal, general for null and for none',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:E1');
        const before = range.getHorizontalAlignments()[0]?.[0] ?? null;
        range.setHorizontalAlignments([['left', 'center', 'right', 'normal', null]]);
        return [before, ...(range.getHorizontalAlignments()[0] ?? [])];
      },
      expected: ['general', 'left', 'center', 'right', 'general-left', 'general'],
      source: live,
    },
    {
      name: 'an alignment that there is none of is passed over',
      act: ({ sheet }) =>
        // @ts-expect-error: no such alignment
        sheet.getRange('A1').setHorizontalAlignment('foo').getHorizontalAlignments()[0]?.[0] ?? null,
      expected: 'general',
      source: 'gas-fakes, notes/oddities.md: Apps Script silently ignores invalid arguments',
      host: { cannot: 'the host refuses it, on purpose: a wrong word is a fault of ours' },
    },
    {
      name: 'upright: top, middle, bottom; bottom for null',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:D1').setVerticalAlignments([['top', 'middle', 'bottom', null]]);
        return range.getVerticalAlignments().map((row) => row.map((word) => String(word).toLowerCase()));
      },
      expected: [['top', 'middle', 'bottom', 'bottom']],
      source: live,
    },
    {
      name: 'one upright place for all',
      act: ({ sheet }) =>
        sheet
          .getRange('A1:A2')
          .setVerticalAlignment('middle')
          .getVerticalAlignments()
          .map((row) => String(row[0]).toLowerCase()),
      expected: ['middle', 'middle'],
      source: 'Class Range, setVerticalAlignment(alignment)',
    },
    {
      name: 'wrapped and not wrapped',
      act: ({ sheet }) =>
        sheet
          .getRange('A1:B1')
          .setWraps([[true, false]])
          .getWrapStrategies()
          .map((row) => row.map(String)),
      expected: [['WRAP', 'OVERFLOW']],
      source: 'Class Range, setWraps(isWrapEnabled), getWrapStrategies()',
    },
    {
      name: 'wrap strategies read back',
      act: ({ sheet, SpreadsheetApp: { WrapStrategy } }) =>
        sheet
          .getRange('A1:C1')
          .setWrapStrategies([[WrapStrategy.WRAP, WrapStrategy.CLIP, WrapStrategy.OVERFLOW]])
          .getWrapStrategies()
          .map((row) => row.map(String)),
      expected: [['WRAP', 'CLIP', 'OVERFLOW']],
      source: live,
    },
    {
      name: 'a border of a colour and a style is taken',
      act: ({ sheet, SpreadsheetApp }) =>
        tried(() => {
          const line = SpreadsheetApp.BorderStyle.SOLID;
          sheet.getRange('B2:C3').setBorder(true, true, true, true, true, true, '#d9d9d9', line);
          SpreadsheetApp.flush();
        }),
      expected: 'accepted',
      source: 'Class Range, setBorder(top, left, bottom, right, vertical, horizontal, color, style)',
    },
    {
      name: 'cells merged across are one range a row; the first value stays',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B2').setValues([
          ['a', ''],
          ['c', ''],
        ]);
        range.mergeAcross();
        const merged = range.getMergedRanges().map((one) => one.getA1Notation());
        return [merged.sort().join(' '), range.isPartOfMerge(), sheet.getRange('A2').getValue()];
      },
      expected: ['A1:B1 A2:B2', true, 'c'],
      source: 'Class Range, mergeAcross()',
    },
    {
      name: 'cells merged vertically are one range a column; the first value stays',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B2').setValues([
          ['a', 'b'],
          ['', ''],
        ]);
        range.mergeVertically();
        const merged = range.getMergedRanges().map((one) => one.getA1Notation());
        return [merged.sort().join(' '), sheet.getRange('B1').getValue()];
      },
      expected: ['A1:A2 B1:B2', 'b'],
      source: 'Class Range, mergeVertically()',
    },
    {
      name: 'merged cells are parted again',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B2');
        range.merge();
        const before = range.getMergedRanges().length;
        range.breakApart();
        return [before, range.getMergedRanges().length];
      },
      expected: [1, 0],
      source: 'Class Range, breakApart()',
    },
    {
      name: 'notes of a block; an empty text is no note',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:C1').setNotes([['why', '', 'how']]);
        return [...(range.getNotes()[0] ?? []), sheet.getRange('C1').getNote()];
      },
      expected: ['why', '', 'how', 'how'],
      source: 'Class Range, setNotes(notes), getNote()',
    },
    {
      name: 'numbers as notes gain a decimal in a block',
      act: ({ sheet }) => {
        const range = sheet.getRange('A1:B1');
        // @ts-expect-error: a number where Google wants a text
        range.setNotes([[25, 2.5]]);
        return range.getNotes();
      },
      expected: [['25.0', '2.5']],
      source: 'gas-fakes, notes/oddities.md; issuetracker.google.com/issues/429373214',
    },
    {
      name: 'a number as one note stays as it is',
      act: ({ sheet }) =>
        // @ts-expect-error: a number where Google wants a text
        sheet.getRange('A1').setNote(25).getNote(),
      expected: '25',
      or: ['25.0'],
      source: 'gas-fakes, notes/oddities.md; issuetracker.google.com/issues/429373214',
    },
    {
      name: 'one text where rows of notes are wanted is refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a text is no table
        tried(() => sheet.getRange('A1').setNotes('foo')),
      expected: "refused: don't match the method signature",
      source: live,
    },
    {
      name: 'a note is cleared',
      act: ({ sheet }) => {
        const cell = sheet.getRange('A1').setNote('x');
        cell.clearNote();
        return cell.getNote();
      },
      expected: '',
      source: 'Class Range, clearNote()',
    },
    {
      name: 'looks are cleared, contents stay',
      act: ({ sheet }) => {
        const cell = sheet.getRange('A1').setValue(5).setBackground('#ff0000').setFontWeight('bold').setFontSize(20);
        cell.setFontColor('#ff0000').setFontStyle('italic').setHorizontalAlignment('right').setWrap(true).clearFormat();
        return [cell.getValue(), cell.getBackground(), cell.getFontWeight(), cell.getFontSizes()[0]?.[0] ?? null];
      },
      expected: [5, '#ffffff', 'normal', 10],
      source: 'Class Range, clearFormat()',
    },
    {
      name: 'columns are 100 wide until they are set',
      act: ({ sheet }) => {
        const before = sheet.getColumnWidth(2);
        sheet.setColumnWidths(2, 2, 180).setColumnWidth(5, 40);
        return [
          before,
          sheet.getColumnWidth(2),
          sheet.getColumnWidth(3),
          sheet.getColumnWidth(4),
          sheet.getColumnWidth(5),
        ];
      },
      expected: [100, 180, 180, 100, 40],
      source: 'Class Sheet, setColumnWidths(startColumn, numColumns, width)',
    },
    {
      name: 'a width that is no number is refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a text where Google wants a number
        tried(() => sheet.setColumnWidths(1, 2, 'x')),
      expected: 'refused',
      source: 'reported of wrongly typed arguments: “The parameters … don’t match the method signature”',
    },
    {
      name: 'a width that came to NaN is refused',
      act: ({ sheet }) => tried(() => sheet.setColumnWidths(1, 2, Number.NaN)),
      expected: 'refused',
      source: 'reported: “Cannot convert NaN to int”, or a signature that does not match',
    },
    {
      name: 'rows are 21 high until they are forced to less than their text',
      act: ({ sheet }) => {
        const before = sheet.getRowHeight(1);
        sheet.setRowHeightsForced(1, 2, 12);
        sheet.setRowHeights(4, 1, 40).setRowHeight(5, 50);
        return [before, sheet.getRowHeight(2), sheet.getRowHeight(3), sheet.getRowHeight(4), sheet.getRowHeight(5)];
      },
      expected: [21, 12, 21, 40, 50],
      source: 'Class Sheet, setRowHeightsForced(startRow, numRows, height)',
    },
  ],
};
