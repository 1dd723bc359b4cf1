import '../../host/page/quiet';
import { quietly } from '../../host/engine/model';
import { createWorkbook } from '../../host/index';
import { services } from './start';

/** A table of two rows and four spare ones under it: a choice in column A, a box to tick in column B. */
function table() {
  const workbook = createWorkbook({ rows: 6, columns: 3 });
  const { model } = workbook;
  const { sheet, SpreadsheetApp } = services(workbook);
  const choice = SpreadsheetApp.newDataValidation().requireValueInList(['Mall', 'Street'], true).build();
  sheet.getRange('A1:A6').setDataValidation(choice);
  sheet.getRange('B1:B6').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
  sheet.getRange('A1').setValue('Mall');
  sheet.getRange('C2').setFormula('=1+1');
  sheet.getRange('A3:C3').setBackground('#ffffff');
  SpreadsheetApp.flush();
  workbook.settle();
  const sheetId = model.getters.getActiveSheetId();
  return {
    model,
    /** What each row has of arrows and boxes. */
    icons: (): readonly number[] =>
      [0, 1, 2, 3, 4, 5].map((row) =>
        [0, 1].reduce((sum, col) => sum + model.getters.getCellIcons({ sheetId, col, row }).length, 0),
      ),
    select: (col: number, row: number) => quietly(() => model.selection.selectCell(col, row)),
    type: (row: number, content: string) =>
      quietly(() => model.dispatch('UPDATE_CELL', { sheetId, col: 0, row, content })),
  };
}

test('a row in which nothing stands has arrows and boxes only while it is in hand', () => {
  const { icons, select, type } = table();
  select(0, 0);
  expect(icons()).toEqual([2, 2, 0, 0, 0, 0]);
  select(2, 4);
  expect(icons()).toEqual([2, 2, 0, 0, 2, 0]);
  type(4, 'Street');
  select(2, 5);
  expect(icons()).toEqual([2, 2, 0, 0, 2, 2]);
  type(4, '');
  expect(icons()).toEqual([2, 2, 0, 0, 0, 2]);
});
