import { type Room, tried } from '../case';

const LONGEST = 50_000;

/** How much fits. */
export const limits: Room = {
  name: 'limits',
  cases: [
    {
      name: 'a cell takes 50,000 characters',
      act: ({ sheet }) => String(sheet.getRange('A1').setValue('x'.repeat(LONGEST)).getValue()).length,
      expected: LONGEST,
      source: 'Google Drive help, files you can store: 50,000 characters a cell',
    },
    {
      name: 'a cell takes no more',
      act: ({ sheet, SpreadsheetApp }) =>
        tried(() => {
          sheet.getRange('A1').setValue('x'.repeat(LONGEST + 1));
          SpreadsheetApp.flush();
        }),
      expected: 'refused: more than the maximum of 50000 characters in a single cell',
      source: 'G11; reported: “Your input contains more than the maximum of 50000 characters in a single cell.”',
    },
    {
      name: 'what is too long in one cell keeps the others of the block from being written',
      act: ({ sheet, SpreadsheetApp }) => {
        tried(() => {
          sheet.getRange('A1:A2').setValues([['first'], ['x'.repeat(LONGEST + 1)]]);
          SpreadsheetApp.flush();
        });
        return sheet.getRange('A1').getValue();
      },
      expected: '',
      source: 'reasoned: a call is done or refused as a whole',
    },
    {
      name: 'a note of 5,000 characters is kept',
      act: ({ sheet }) => sheet.getRange('A1').setNote('x'.repeat(5000)).getNote().length,
      expected: 5000,
      source: 'Class Range, setNote(note)',
    },
    {
      name: 'a block of 2,000 rows and 20 columns in one call',
      act: ({ sheet }) => {
        sheet.insertRowsAfter(1000, 1000);
        const rows = Array.from({ length: 2000 }, (_, row) =>
          Array.from({ length: 20 }, (_cell, column) => row * 20 + column),
        );
        sheet.getRange(1, 1, 2000, 20).setValues(rows);
        return sheet.getRange(2000, 20).getValue();
      },
      expected: 39_999,
      source: 'Apps Script guides, best practices: batch operations',
    },
    {
      name: 'ten million cells are the most',
      act: ({ sheet }) => tried(() => sheet.insertRowsAfter(1000, 400_000)),
      expected: 'refused',
      source: 'Google Drive help, files you can store: 10 million cells',
      host: { cannot: 'the engine would make them' },
    },
  ],
};
