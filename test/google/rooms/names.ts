import { type Case, type Room, tried } from '../case';

/** Names that no range may have. */
const refused: readonly (readonly [name: string, why: string])[] = [
  ['1a', 'it begins with a digit'],
  ['A1', 'it is a cell'],
  ['R1C1', 'it is a cell in the other notation'],
  ['has space', 'it has a space'],
  ['', 'it is empty'],
  ['true', 'it is a value'],
];

/** Named ranges. */
export const names: Room = {
  name: 'names',
  cases: [
    {
      name: 'a named range is found by its name, on its tab and among all',
      act: ({ spreadsheet, sheet }) => {
        spreadsheet.setNamedRange('probe_first', sheet.getRange('B2:C3'));
        const found = spreadsheet.getRangeByName('probe_first')?.getA1Notation() ?? null;
        const all = spreadsheet.getNamedRanges().map((one) => [one.getName(), one.getRange().getA1Notation()]);
        const here = sheet.getNamedRanges().length;
        spreadsheet.removeNamedRange('probe_first');
        return [found, all, here, spreadsheet.getNamedRanges().length];
      },
      expected: ['B2:C3', [['probe_first', 'B2:C3']], 1, 0],
      source: 'gas-fakes, test/testsheetsrange.js, run on live Google too',
    },
    {
      name: 'a name that there is none of',
      act: ({ spreadsheet }) => spreadsheet.getRangeByName('probe_nothing') === null,
      expected: true,
      source: 'Class Spreadsheet, getRangeByName(name): null if there is none',
    },
    {
      name: 'a name given again moves there',
      act: ({ spreadsheet, sheet }) => {
        spreadsheet.setNamedRange('probe_moved', sheet.getRange('A1'));
        spreadsheet.setNamedRange('probe_moved', sheet.getRange('C5'));
        const found = spreadsheet.getNamedRanges().map((one) => one.getRange().getA1Notation());
        spreadsheet.removeNamedRange('probe_moved');
        return found;
      },
      expected: ['C5'],
      source: 'Class Spreadsheet, setNamedRange(name, range)',
    },
    {
      name: 'a named range is renamed, moved and removed by its handle',
      act: ({ spreadsheet, sheet }) => {
        spreadsheet.setNamedRange('probe_old', sheet.getRange('A1:B2'));
        const [named] = spreadsheet.getNamedRanges();
        named?.setName('probe_new').setRange(sheet.getRange('D4'));
        const found = spreadsheet.getRangeByName('probe_new')?.getA1Notation() ?? null;
        spreadsheet.getNamedRanges()[0]?.remove();
        return [found, spreadsheet.getNamedRanges().length];
      },
      expected: ['D4', 0],
      source: 'gas-fakes, test/testsheetsrange.js, run on live Google too',
    },
    {
      name: 'a name moves with its cells',
      act: ({ spreadsheet, sheet }) => {
        spreadsheet.setNamedRange('probe_pushed', sheet.getRange('B2'));
        sheet.insertRowsBefore(1, 1);
        const found = spreadsheet.getRangeByName('probe_pushed')?.getA1Notation() ?? null;
        spreadsheet.removeNamedRange('probe_pushed');
        return found;
      },
      expected: 'B3',
      source: 'Google Docs editors help, named ranges',
    },
    ...refused.map(
      ([name, why]): Case => ({
        name: `the name ${JSON.stringify(name)} is refused: ${why}`,
        act: ({ spreadsheet, sheet, SpreadsheetApp }) => {
          const came = tried(() => {
            spreadsheet.setNamedRange(name, sheet.getRange('A1'));
            SpreadsheetApp.flush();
          });
          if (came === 'accepted') spreadsheet.removeNamedRange(name);
          return came;
        },
        expected: 'refused',
        source: 'Google Docs editors help, named ranges: rules for names',
      }),
    ),
    {
      name: 'a sheet is no range',
      act: ({ spreadsheet, sheet }) =>
        // @ts-expect-error: a sheet where Google wants a range
        tried(() => spreadsheet.setNamedRange('probe_sheet', sheet)),
      expected: "refused: don't match the method signature for SpreadsheetApp.Spreadsheet.setNamedRange",
      source: 'reported of wrongly typed arguments',
    },
  ],
};
