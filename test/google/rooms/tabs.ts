import { type Given, type Json, type Room, tried } from '../case';

/** Makes a tab for the while. */
function withTab<T>(
  { spreadsheet }: Given,
  name: string,
  index: number,
  work: (tab: GoogleAppsScript.Spreadsheet.Sheet) => T,
): T {
  const tab = spreadsheet.insertSheet(name, index);
  try {
    return work(tab);
  } finally {
    spreadsheet.deleteSheet(tab);
  }
}

/** Tabs: their names, their places, their sizes. */
export const tabs: Room = {
  name: 'tabs',
  cases: [
    {
      name: 'a new tab stands where it was asked for, in front and behind',
      act: (given) => {
        const count = given.spreadsheet.getNumSheets();
        return [0, 1, count].map((index) => withTab(given, 'probe new', index, (tab) => tab.getIndex() - 1 - index));
      },
      expected: [0, 0, 0],
      source: 'gas-fakes, test/testsheetsvalues.js, run on live Google too',
    },
    {
      name: 'a new tab is shown, active, and of 1,000 rows and 26 columns',
      act: (given) =>
        withTab(given, 'probe new', 1, (tab) => {
          const isActive = given.spreadsheet.getActiveSheet().getSheetId() === tab.getSheetId();
          return [tab.getMaxRows(), tab.getMaxColumns(), tab.isSheetHidden(), isActive];
        }),
      expected: [1000, 26, false, true],
      source: 'Class Spreadsheet, insertSheet(sheetName, sheetIndex)',
    },
    {
      name: 'a name that another tab has is refused',
      act: ({ spreadsheet, sheet }) => tried(() => spreadsheet.insertSheet(sheet.getName(), 0)),
      expected: 'refused',
      source: 'Class Spreadsheet, insertSheet(sheetName)',
    },
    {
      name: 'a name that differs in case only is another tab’s too',
      act: ({ spreadsheet, sheet }) => {
        const came = tried(() => spreadsheet.insertSheet(sheet.getName().toUpperCase(), 0));
        const made = spreadsheet.getSheetByName(sheet.getName().toUpperCase());
        if (came === 'accepted' && made) spreadsheet.deleteSheet(made);
        return came;
      },
      expected: 'refused',
      source: 'reported: “A sheet with the name … already exists”, whatever its case',
    },
    {
      name: 'names above 100 characters and empty ones are refused',
      act: ({ sheet, SpreadsheetApp }) =>
        ['x'.repeat(101), ''].map((name) =>
          tried(() => {
            sheet.setName(name);
            SpreadsheetApp.flush();
          }).slice(0, 7),
        ),
      expected: ['refused', 'refused'],
      source: 'reported: “Sheet names can have up to 100 characters”',
    },
    {
      name: 'a tab is renamed and found by its name',
      act: ({ spreadsheet, sheet }) => {
        const name = `${sheet.getName()} 改`;
        sheet.setName(name);
        return [
          spreadsheet.getSheetByName(name)?.getSheetId() === sheet.getSheetId(),
          spreadsheet.getSheetByName('probe, none such') === null,
        ];
      },
      expected: [true, true],
      source: 'Class Spreadsheet, getSheetByName(name): null if there is none',
    },
    {
      name: 'a number where a name is wanted is refused',
      act: ({ spreadsheet }) =>
        // @ts-expect-error: a number where Google wants a text
        tried(() => spreadsheet.getSheetByName(2027)),
      expected: 'refused',
      or: ['accepted'],
      source: 'reported either way; ours hands over texts',
    },
    {
      name: 'tabs have numbers that last, and an order that is theirs',
      act: ({ spreadsheet, sheet }) => {
        const sheets = spreadsheet.getSheets();
        const ids = sheets.map((one) => one.getSheetId());
        const places = sheets.every((one, index) => one.getIndex() === index + 1);
        const byId = spreadsheet.getSheetById(sheet.getSheetId())?.getName() === sheet.getName();
        return [ids.every((id) => Number.isInteger(id) && id >= 0), new Set(ids).size === ids.length, places, byId];
      },
      expected: [true, true, true, true],
      source: 'Class Sheet, getSheetId(), getIndex()',
    },
    {
      name: 'a tab is hidden and shown',
      act: ({ sheet }) => {
        sheet.hideSheet();
        const hidden = sheet.isSheetHidden();
        sheet.showSheet();
        return [hidden, sheet.isSheetHidden()];
      },
      expected: [true, false],
      source: 'Class Sheet, hideSheet(), isSheetHidden()',
    },
    {
      name: 'a hidden tab is written to and read like any other',
      act: ({ sheet }) => {
        sheet.hideSheet();
        return sheet.getRange('A1').setValue(5).getValue();
      },
      expected: 5,
      source: 'Class Sheet, hideSheet()',
    },
    {
      name: 'a copied tab stands last, with a name of its own',
      act: ({ spreadsheet, sheet }) => {
        sheet.getRange('A1').setFormula('=1+1');
        const copy = sheet.copyTo(spreadsheet);
        const told: Json[] = [
          copy.getIndex() === spreadsheet.getNumSheets(),
          copy.getName() !== sheet.getName(),
          copy.getRange('A1').getValue(),
        ];
        spreadsheet.deleteSheet(copy);
        return told;
      },
      expected: [true, true, 2],
      source: 'Class Sheet, copyTo(spreadsheet): named “Copy of …”, in the user’s language',
    },
    {
      name: 'rows are inserted and deleted',
      act: ({ sheet }) => {
        sheet.getRange('A2').setValue('x');
        sheet.insertRowsAfter(1, 2);
        sheet.insertRowsBefore(1, 1);
        sheet.insertRowAfter(1).insertRowBefore(1);
        const after = sheet.getMaxRows();
        const at = sheet.getLastRow();
        sheet.deleteRows(1, 4);
        sheet.deleteRow(1);
        return [after, at, sheet.getMaxRows(), sheet.getLastRow()];
      },
      expected: [1005, 7, 1000, 2],
      source: 'Class Sheet, insertRowsAfter(afterPosition, howMany), deleteRows(rowPosition, howMany)',
    },
    {
      name: 'columns are inserted and deleted',
      act: ({ sheet }) => {
        sheet.getRange('B1').setValue('x');
        sheet.insertColumnsAfter(1, 2);
        sheet.insertColumnsBefore(1, 1);
        sheet.insertColumnAfter(1).insertColumnBefore(1);
        const after = sheet.getMaxColumns();
        const at = sheet.getLastColumn();
        sheet.deleteColumns(1, 4);
        sheet.deleteColumn(1);
        return [after, at, sheet.getMaxColumns(), sheet.getLastColumn()];
      },
      expected: [31, 7, 26, 2],
      source: 'Class Sheet, insertColumnsAfter(afterPosition, howMany), deleteColumns(columnPosition, howMany)',
    },
    {
      name: 'rows appended at the end make a tab longer',
      act: ({ sheet }) => {
        sheet.insertRowsAfter(sheet.getMaxRows(), 5);
        sheet.insertColumnsAfter(sheet.getMaxColumns(), 4);
        return [sheet.getMaxRows(), sheet.getMaxColumns()];
      },
      expected: [1005, 30],
      source: 'Class Sheet, insertRowsAfter(afterPosition, howMany)',
    },
    {
      name: 'all rows cannot be deleted',
      act: ({ sheet }) => tried(() => sheet.deleteRows(1, sheet.getMaxRows())),
      expected: 'refused',
      source: "reported: “You can't delete all the rows on the sheet.”",
    },
    {
      name: 'all rows below the frozen ones cannot be deleted',
      act: ({ sheet }) => {
        sheet.setFrozenRows(2);
        return tried(() => sheet.deleteRows(3, sheet.getMaxRows() - 2));
      },
      expected: 'refused',
      source: 'reported: “Sorry, it is not possible to delete all non-frozen rows.”',
    },
    {
      name: 'rows inserted take the look of the row before them',
      act: ({ sheet }) => {
        sheet.getRange('A3').setBackground('#ff0000').setNumberFormat('0.00');
        sheet.insertRowsAfter(3, 1);
        return [sheet.getRange('A4').getBackground(), sheet.getRange('A4').getNumberFormat()];
      },
      expected: ['#ff0000', '0.00'],
      source: 'Sheets API, InsertDimensionRequest, inheritFromBefore; as inserting below does',
    },
    {
      name: 'frozen rows and columns',
      act: ({ sheet }) => {
        sheet.setFrozenRows(3);
        sheet.setFrozenColumns(2);
        const frozen = [sheet.getFrozenRows(), sheet.getFrozenColumns()];
        sheet.setFrozenRows(0);
        return [...frozen, sheet.getFrozenRows()];
      },
      expected: [3, 2, 0],
      source: 'Class Sheet, setFrozenRows(rows)',
    },
    {
      name: 'hidden rows and columns',
      act: ({ sheet }) => {
        sheet.hideRows(1);
        sheet.hideRows(3, 2);
        sheet.hideColumns(1, 2);
        const hidden = [1, 2, 3, 4].map((row) => sheet.isRowHiddenByUser(row));
        const columns = [1, 2, 3].map((column) => sheet.isColumnHiddenByUser(column));
        sheet.showRows(3, 2);
        sheet.showColumns(1, 2);
        return [
          hidden,
          columns,
          sheet.isRowHiddenByUser(3),
          sheet.isRowHiddenByFilter(3),
          sheet.isColumnHiddenByUser(1),
        ];
      },
      expected: [[true, false, true, true], [true, true, false], false, false, false],
      source: 'Class Sheet, hideRows(rowIndex, numRows), isRowHiddenByUser(rowPosition)',
    },
    {
      name: 'a hidden row reads like any other',
      act: ({ sheet }) => {
        sheet.getRange('A1:A2').setValues([['key'], ['label']]);
        sheet.hideRows(1);
        return sheet.getRange('A1:A2').getValues();
      },
      expected: [['key'], ['label']],
      source: 'Class Range, getValues()',
    },
    {
      name: 'grid lines are hidden',
      act: ({ sheet }) => {
        const before = sheet.hasHiddenGridlines();
        sheet.setHiddenGridlines(true);
        return [before, sheet.hasHiddenGridlines()];
      },
      expected: [false, true],
      source: 'Class Sheet, setHiddenGridlines(hideGridlines)',
    },
    {
      name: 'columns and rows are moved',
      act: ({ sheet }) => {
        sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
        sheet.moveColumns(sheet.getRange('A:A'), 4);
        const columns = sheet.getRange('A1:C1').getValues();
        sheet.moveRows(sheet.getRange('1:1'), 4);
        return [columns[0]?.join('') ?? '', sheet.getRange('A3:C3').getValues()[0]?.join('') ?? ''];
      },
      expected: ['bca', 'bca'],
      source: 'Class Sheet, moveColumns(columnSpec, destinationIndex)',
    },
    {
      name: 'the active tab is moved',
      act: ({ spreadsheet, sheet }) => {
        spreadsheet.setActiveSheet(sheet);
        spreadsheet.moveActiveSheet(1);
        const first = sheet.getIndex();
        spreadsheet.moveActiveSheet(2);
        return [first, sheet.getIndex()];
      },
      expected: [1, 2],
      source: 'Class Spreadsheet, moveActiveSheet(pos)',
    },
    {
      name: 'a tab knows its spreadsheet, which has a name, an id and an address',
      act: ({ spreadsheet, sheet, SpreadsheetApp }) => {
        const same =
          SpreadsheetApp.getActive().getId() === spreadsheet.getId() &&
          sheet.getParent().getId() === spreadsheet.getId();
        return [same, spreadsheet.getUrl().includes(spreadsheet.getId()), spreadsheet.getName() !== ''];
      },
      expected: [true, true, true],
      source: 'Class Sheet, getParent(); Class Spreadsheet, getUrl()',
    },
    {
      name: 'a colour of a tab',
      act: ({ sheet }) => {
        const before = sheet.getTabColor();
        const set = sheet.setTabColor('#ff0000').getTabColor();
        return [before, set];
      },
      expected: [null, '#ff0000'],
      or: [['', '#ff0000']],
      source: 'Class Sheet, getTabColor(): null if the tab has none',
    },
    {
      name: 'a tab that was deleted is refused',
      act: ({ spreadsheet, sheet, other }) => {
        spreadsheet.deleteSheet(other);
        return [tried(() => other.getRange('A1').setValue(1).getValue()).slice(0, 7), sheet.getName() !== ''];
      },
      expected: ['refused', true],
      source: 'reported: “Sheet … not found”',
    },
  ],
};
