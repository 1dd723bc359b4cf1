import type { CellFunction } from '../../host/engine/functions';
import { calculatingBy, type Idle } from '../../host/engine/lazy';
import { createWorkbook } from '../../host/workbook';
import { services, started } from './start';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const values = (sheet: Sheet, a1: string): unknown[][] => sheet.getRange(a1).getValues();

test('a long column in which each cell builds on the one above is read from its end', () => {
  const { sheet } = started({ rows: 20_001 });
  const formulas = Array.from({ length: 20_000 }, (_, index) => [`=A${index + 1}+1`]);
  sheet.getRange('A1').setValue(1);
  sheet.getRange('A2:A20001').setFormulas(formulas);
  sheet.insertRowsBefore(1, 1);
  expect(values(sheet, 'A20002')).toEqual([[20_001]]);
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

test('in the background each step calculates one cell, what it needs before it, until all is there', () => {
  let slice: Parameters<Idle>[0] | undefined;
  const idle: Idle = (given) => {
    slice = given;
  };
  const { sheet, workbook, SpreadsheetApp } = started({ rows: 320, config: { custom: calculatingBy(idle) } });
  let calls = 0;
  workbook.addFunctions({
    GIVEN: () => {
      calls += 1;
      return { value: 1 };
    },
  });
  sheet.getRange('A1').setFormula('=SUM(B1:B300)');
  sheet.getRange('B1:B300').setFormula('=GIVEN(C1)+D$1');
  sheet.getRange('D1').setFormula('=E1*2');
  SpreadsheetApp.flush();
  sheet.insertRowsBefore(1, 1);
  SpreadsheetApp.flush();
  calls = 0;
  const steps: number[] = [];
  for (let state = 'more'; state === 'more'; ) {
    const before = calls;
    state = slice?.(() => true) ?? 'none';
    steps.push(calls - before);
  }
  expect(Math.max(...steps)).toBe(1);
  expect(calls).toBe(300);
  expect(values(sheet, 'A2')).toEqual([[300]]);
  expect(calls).toBe(300);
});

test('what a tab that goes has left uncalculated is left out, and all else is there', () => {
  const slices: Parameters<Idle>[0][] = [];
  const idle: Idle = (given) => void slices.push(given);
  const { sheet, SpreadsheetApp } = started({ rows: 320, config: { custom: calculatingBy(idle) } });
  const other = SpreadsheetApp.getActive().insertSheet('Other');
  other.getRange('A1:A300').setFormula('=Sheet1!E1*2');
  sheet.getRange('E1').setValue(2);
  sheet.getRange('B1:B300').setFormula('=Other!A1+1');
  SpreadsheetApp.flush();
  sheet.insertRowsBefore(1, 1);
  SpreadsheetApp.flush();
  slices[slices.length - 1]?.(() => true);
  SpreadsheetApp.getActive().deleteSheet(other);
  for (const slice of slices) while (slice(() => true) === 'more');
  expect(values(sheet, 'B2:B3')).toEqual([['#REF!'], ['#REF!']]);
});

test('a workbook in which nothing spills is opened without calculating; what spills is there at once', () => {
  let calls = 0;
  const given: CellFunction = () => {
    calls += 1;
    return { value: 1 };
  };
  const opened = (formula: string) => {
    const { sheet, workbook, SpreadsheetApp } = started();
    workbook.addFunctions({ GIVEN: given });
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('B1:B100').setFormula('=GIVEN(A1)');
    sheet.getRange('D1').setFormula(formula);
    SpreadsheetApp.flush();
    const again = createWorkbook({ data: JSON.parse(JSON.stringify(workbook.exportData())), waits: true });
    calls = 0;
    again.addFunctions({ GIVEN: given });
    return services(again).sheet;
  };
  const single = opened('=SUM(A1:A3)');
  expect(calls).toBe(0);
  expect(values(single, 'D1:D3')).toEqual([[6], [''], ['']]);
  expect(values(single, 'B1:B3')).toEqual([[1], [1], [1]]);
  expect(calls).toBe(3);
  const spilling = opened('=A1:A3');
  expect(values(spilling, 'D3')).toEqual([[3]]);
  expect(values(spilling, 'D1:D3')).toEqual([[1], [2], [3]]);
});
