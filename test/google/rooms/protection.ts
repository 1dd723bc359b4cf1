import { type Room, tried } from '../case';

/** Protections and filters. */
export const protection: Room = {
  name: 'protection',
  cases: [
    {
      name: 'a protected tab that warns, with ranges left open',
      act: ({ sheet, SpreadsheetApp }) => {
        const made = sheet.protect().setDescription('probe').setWarningOnly(true);
        made.setUnprotectedRanges([sheet.getRange('A1:B1'), sheet.getRange('C3')]);
        const [held] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
        const open = held?.getUnprotectedRanges().map((range) => range.getA1Notation()) ?? null;
        return [
          held?.getDescription() ?? null,
          held?.isWarningOnly() ?? null,
          open,
          held?.canEdit() ?? null,
          String(held?.getProtectionType()),
        ];
      },
      expected: ['probe', true, ['A1:B1', 'C3'], true, 'SHEET'],
      source: 'gas-fakes, test/testsheets.js, run on live Google too',
    },
    {
      name: 'a tab protected again has the one protection',
      act: ({ sheet, SpreadsheetApp }) => {
        sheet.protect().setDescription('first');
        const again = sheet.protect().getDescription();
        return [again, sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length];
      },
      expected: ['first', 1],
      source: 'Class Sheet, protect(): returns the protection that is there',
    },
    {
      name: 'a protected range, moved and removed',
      act: ({ sheet, SpreadsheetApp }) => {
        const made = sheet.getRange('A1:D5').protect().setWarningOnly(true);
        made.setRange(sheet.getRange('B2:E6'));
        const [held] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
        const told = [held?.getRange().getA1Notation() ?? null, String(held?.getProtectionType())];
        held?.remove();
        return [...told, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];
      },
      expected: ['B2:E6', 'RANGE', 0],
      source: 'gas-fakes, test/testsheets.js, run on live Google too',
    },
    {
      name: 'a range’s protection leaves no ranges open',
      act: ({ sheet }) =>
        tried(() =>
          sheet
            .getRange('A1:D5')
            .protect()
            .setUnprotectedRanges([sheet.getRange('B2')]),
        ),
      expected: 'refused',
      source: 'Class Protection, setUnprotectedRanges(ranges): throws if the protection is not of a sheet',
    },
    {
      name: 'a word where a kind of protection is wanted is refused',
      act: ({ sheet }) =>
        // @ts-expect-error: a text where Google wants a member of an enum
        tried(() => sheet.getProtections('SHEET')),
      expected: "refused: don't match the method signature for SpreadsheetApp.Sheet.getProtections",
      source: 'reported of wrongly typed arguments',
    },
    {
      name: 'a script writes where a protection warns',
      act: ({ sheet }) => {
        sheet.protect().setWarningOnly(true);
        return tried(() => sheet.getRange('A1').setValue(1).getValue());
      },
      expected: 'accepted',
      source: 'Class Protection, setWarningOnly(warningOnly): anyone can edit, with a warning',
    },
    {
      name: 'who may edit is told who the editors are, and may edit what only warns',
      act: ({ sheet, spreadsheet, SpreadsheetApp }) => {
        sheet.protect().setWarningOnly(true);
        const kept = spreadsheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
        return [spreadsheet.getEditors().length > 0, kept.map((protection) => protection.canEdit())];
      },
      expected: [true, [true]],
      source: 'Class Spreadsheet, getEditors(); Class Protection, canEdit()',
    },
    {
      name: 'a filter has its range; a tab has one',
      act: ({ sheet }) => {
        const before = sheet.getFilter() === null;
        const filter = sheet.getRange('A1:C5').createFilter();
        const second = tried(() => sheet.getRange('E1:F2').createFilter());
        const told = [String(filter), sheet.getFilter()?.getRange().getA1Notation() ?? null];
        filter.remove();
        return [before, ...told, second.slice(0, 7), sheet.getFilter() === null];
      },
      expected: [true, 'Filter', 'A1:C5', 'refused', true],
      source: 'gas-fakes, test/testsheetssets.js, run on live Google too',
    },
    {
      name: 'a second filter is refused in these words',
      act: ({ sheet }) => {
        sheet.getRange('A1:C5').createFilter();
        return tried(() => sheet.getRange('A1:B2').createFilter());
      },
      expected: "refused: You can't create a filter in a sheet that already has a filter.",
      source: 'gas-fakes, test/testsheetssets.js, run on live Google too',
    },
    {
      name: 'a filter sorts the rows below its header',
      act: ({ sheet }) => {
        sheet.getRange('A1:A4').setValues([['head'], [3], [1], [2]]);
        sheet.getRange('A1:A4').createFilter().sort(1, true);
        return sheet
          .getRange('A1:A4')
          .getValues()
          .map(([value]) => String(value));
      },
      expected: ['head', '1', '2', '3'],
      source: 'gas-fakes, test/testsheetssets.js, run on live Google too',
    },
  ],
};
