import { createWorkbook, Execution, servicesOf, type Workbook } from '../../host/index';
import { planner } from './start';

/** The first sheet as one user has it, and what else it takes. */
function user(workbook: Workbook) {
  const { SpreadsheetApp } = servicesOf(new Execution(workbook, planner));
  const [sheet] = SpreadsheetApp.getActive().getSheets();
  if (!sheet) throw new Error('a workbook has a sheet');
  const copy = (from: string, to: string): void =>
    sheet.getRange(from).copyTo(sheet.getRange(to), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);
  return { sheet, copy, flush: () => SpreadsheetApp.flush() };
}

describe('values that are copied', () => {
  test('are what stands there when the copy is committed, before what was written behind it', () => {
    const workbook = createWorkbook();
    const [mine, other] = [user(workbook), user(workbook)];
    mine.copy('A1:B1', 'D1');
    mine.sheet.getRange('A1').setValue('mine');
    other.sheet.getRange('A1:B1').setValues([['theirs', 7]]);
    other.flush();
    expect(mine.sheet.getRange('A1:E1').getValues()).toEqual([['mine', 7, '', 'theirs', 7]]);
  });

  test('take in what was written before them', () => {
    const { sheet, copy } = user(createWorkbook());
    sheet.getRange('A1:A3').setValues([[2], [3], ['=A1*A2']]);
    copy('A1:A3', 'C1');
    expect(sheet.getRange('C1:C3').getValues()).toEqual([[2], [3], [6]]);
    expect(sheet.getRange('C1:C3').getFormulas()).toEqual([[''], [''], ['']]);
  });

  test.each<readonly [string, string | number | boolean]>([
    ['text like a number', "'0123"],
    ['text like a formula', "'=1+1"],
    ['a number', 1.5],
    ['a tick', true],
  ])('%s stays what it is', (_, value) => {
    const { sheet, copy } = user(createWorkbook());
    sheet.getRange('A1').setValue(value);
    copy('A1', 'B1');
    const [[one, other] = []] = sheet.getRange('A1:B1').getValues();
    expect(other).toBe(one);
    expect(sheet.getRange('B1').getFormula()).toBe('');
  });

  test('must have room', () => {
    const { sheet, copy } = user(createWorkbook({ rows: 5, columns: 3 }));
    expect(() => copy('A1:A5', 'B2')).toThrow();
    expect(sheet.getLastRow()).toBe(0);
  });
});
