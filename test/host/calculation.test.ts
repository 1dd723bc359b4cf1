import { createWorkbook } from '../../host/index';
import { numbersFrom } from '../numbers';
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
  /** Changes before it: with the first all values go, from the second on those that depend on what has changed. */
  const cases = changes.flatMap(([name, change]) => [0, 2].map((before) => ({ name, change, before })));
  test.each(cases)('after $name, with $before changes before', ({ change, before }) => {
    const { sheet, workbook } = furnished(500);
    for (let index = 0; index < before; index += 1) {
      sheet.getRange('A20').setValue(index);
      values(sheet, 'C480');
    }
    change(sheet);
    const below = values(sheet, 'A450:D480');
    const all = sheet.getDataRange().getValues();
    const anew = services(createWorkbook({ data: workbook.exportData() }))
      .sheet.getDataRange()
      .getValues();
    expect({ below, all }).toEqual({ below: anew.slice(449, 480), all: anew });
  });
});

test.each([1, 2, 3, 4, 5, 6])('what depends on what is found among formulas of every kind (%i)', (seed) => {
  const { sheet, spreadsheet, workbook, SpreadsheetApp } = started({ rows: 40, columns: 8 });
  const other = spreadsheet.insertSheet('Other');
  const next = numbersFrom(seed);
  const row = () => next(30) + 1;
  const kinds: readonly ((at: number) => string)[] = [
    (at) => `=A${at}+1`,
    (at) => `=IF(A${at}>50,$A$${row()},B${Math.max(1, at - 1)})`,
    () => `=SUM(A${row()}:A35)`,
    (at) => `=A${Math.max(1, at - 2)}*2+Other!A${at}`,
    () => `=SUM(Other!$A$2:$A$9)+A$${row()}`,
  ];
  // In runs and by themselves, each column built on those to its left.
  for (const [column, letter] of ['B', 'C', 'D', 'E'].entries()) {
    for (let at = 1; at <= 30; at += 1) {
      const kind = kinds[at % 7 === 0 ? next(kinds.length) : column];
      const formula = kind?.(at).replace(/B(?=\d)/, column === 1 ? 'A' : 'B') ?? '';
      sheet.getRange(`${letter}${at}`).setFormula(formula);
    }
  }
  other.getRange('A1:A30').setFormulas(Array.from({ length: 30 }, (_, index) => [`=Sheet1!$A$${index + 1}+10`]));
  SpreadsheetApp.flush();
  for (let change = 0; change < 25; change += 1) {
    const at = row();
    if (change % 5 === 4) sheet.getRange(`E${at}`).setFormula(`=A${row()}+C${at}`);
    else sheet.getRange(`A${at}`).setValue(next(100));
    const seen = sheet.getDataRange().getValues();
    const anew = services(createWorkbook({ data: workbook.exportData() }))
      .sheet.getDataRange()
      .getValues();
    expect(seen).toEqual(anew);
  }
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
