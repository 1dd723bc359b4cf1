import type { CellFunction } from '../../host/functions';
import { createWorkbook } from '../../host/index';
import { services, started } from './start';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const values = (sheet: Sheet, a1: string): unknown[][] => sheet.getRange(a1).getValues();

/** Column A counts up, B doubles it, C sums B as far as its row, D1 sums all. */
function furnished(rows: number) {
  const host = started({ rows: rows + 5 });
  const { sheet, SpreadsheetApp } = host;
  const lines = Array.from({ length: rows }, (_, index) => index + 1);
  sheet.getRange(1, 1, rows, 1).setValues(lines.map((line) => [line]));
  sheet.getRange(1, 2, rows, 2).setFormulas(lines.map((line) => [`=A${line}*2`, `=SUM(B$1:B${line})`]));
  sheet.getRange('D1').setFormula('=SUM(C:C)');
  SpreadsheetApp.flush();
  return host;
}

describe('what is looked at is as if everything had been calculated', () => {
  const changes: readonly (readonly [string, (sheet: Sheet) => void])[] = [
    ['nothing', () => {}],
    ['a value typed', (sheet) => sheet.getRange('A3').setValue(100)],
    ['a formula typed', (sheet) => sheet.getRange('B3').setFormula('=A3*1000')],
    ['rows inserted', (sheet) => sheet.insertRowsBefore(4, 3)],
    ['rows inserted, then a value', (sheet) => sheet.insertRowsBefore(4, 3).getRange('A9').setValue(7)],
    ['rows deleted', (sheet) => sheet.deleteRows(2, 4)],
    ['a column moved', (sheet) => sheet.moveColumns(sheet.getRange('A1:A'), 4)],
    ['many values', (sheet) => sheet.getRange(1, 1, 300, 1).setValues(Array.from({ length: 300 }, () => [3]))],
    ['a sort', (sheet) => sheet.getRange('A1:A500').sort({ column: 1, ascending: false })],
  ];
  test.each(changes)('after %s', (_name, change) => {
    const { sheet, workbook } = furnished(500);
    change(sheet);
    const below = values(sheet, 'A450:D480');
    const all = sheet.getDataRange().getValues();
    const anew = services(createWorkbook({ data: workbook.exportData() }))
      .sheet.getDataRange()
      .getValues();
    expect({ below, all }).toEqual({ below: anew.slice(449, 480), all: anew });
  });
});

test('a long column in which each cell builds on the one above is read from its end', () => {
  const { sheet } = started({ rows: 20_001 });
  const formulas = Array.from({ length: 20_000 }, (_, index) => [`=A${index + 1}+1`]);
  sheet.getRange('A1').setValue(1);
  sheet.getRange('A2:A20001').setFormulas(formulas);
  sheet.insertRowsBefore(1, 1);
  expect(values(sheet, 'A20002')).toEqual([[20_001]]);
});

describe('what a formula spills is there before anyone looks at the formula', () => {
  test.each([
    ['rows inserted above', (sheet: Sheet) => sheet.insertRowsBefore(1, 1), 'C3:C4', [[20], [30]]],
    ['a value of it typed', (sheet: Sheet) => sheet.getRange('A3').setValue(7), 'C2:C3', [[20], [70]]],
  ])('%s', (_name, change, spilled, expected) => {
    const { sheet } = started();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('C1').setFormula('=A1:A3*10');
    expect(values(sheet, 'C3')).toEqual([[30]]);
    change(sheet);
    expect(values(sheet, spilled)).toEqual(expected);
  });
});

test('rows inserted leave uncalculated what nobody looks at', () => {
  const { sheet, workbook } = started();
  let calls = 0;
  const given: CellFunction = () => {
    calls += 1;
    return { value: 1 };
  };
  workbook.addFunctions({ GIVEN: given });
  sheet.getRange('B1:B100').setFormula('=GIVEN(A1)');
  values(sheet, 'B1:B100');
  expect(calls).toBe(100);
  sheet.insertRowsBefore(1, 1);
  values(sheet, 'B2:B4');
  expect(calls).toBe(103);
});

describe('functions that the engine has otherwise', () => {
  test.each([
    ['=SMALL(A1:A4,1)', 2],
    ['=SMALL(A1:A4,3)', 9],
    ['=SMALL(A1:A4,4)', '#NUM!'],
    ['=IFERROR(SMALL(A1:A4,4),"none")', 'none'],
    ['=SMALL(A1:A4,2.9)', 5],
    ['=INDEX(A1:A4,2)', 5],
    ['=INDEX(A1:A4,"")', '#VALUE!'],
    ['=IFERROR(INDEX(A1:A4,A3),"none")', 'none'],
  ])('%s', (formula, expected) => {
    const { sheet } = started();
    sheet.getRange('A1:A4').setValues([[9], [5], ['x'], [2]]);
    sheet.getRange('A3').setFormula('=""');
    sheet.getRange('C1').setFormula(formula);
    expect(values(sheet, 'C1')).toEqual([[expected]]);
  });

  test('SMALL follows its range', () => {
    const { sheet } = started();
    sheet.getRange('A1:A3').setValues([[9], [5], [2]]);
    sheet.getRange('C1').setFormula('=SMALL(A1:A3,1)');
    expect(values(sheet, 'C1')).toEqual([[2]]);
    sheet.getRange('A2').setValue(1);
    expect(values(sheet, 'C1')).toEqual([[1]]);
  });
});
