import { CompiledFormula } from '@odoo/o-spreadsheet';
import { createWorkbook } from '../../host/index';
import { started } from './start';

/** Formulas in pairs of one kind: after the first, the second is not read letter by letter any more. */
const pairs = [
  ['=A1', '=B2'],
  ['=$A1+A$1*$A$1', '=$C7+D$8*$E$9'],
  ['=SUM(A1:B2)', '=SUM(C3:D40)'],
  ['=SUM(A1:A1)', '=SUM(A1:B1)'],
  ['=SUM(A1:B1)', '=SUM(A1:A1)'],
  ['=SUM(A2:A)', '=SUM(B3:B)'],
  ['=SUM(A:A)', '=SUM(B:B)'],
  ['=SUM(1:2)', '=SUM(3:4)'],
  ["='Two words'!A1", "='Two words'!B2"],
  ["=SUM('Two words'!$A$4:$A)", "=SUM('Two words'!$B$5:$B)"],
  ["='a-b'!A1", "='a-b'!B2"],
  ['=门店!A1', '=门店!B2'],
  ["='门店'!A1", "='门店'!B2"],
  ['=Other!A1', '=Other!B2'],
  ['=Nowhere!A1', '=Nowhere!B2'],
  ['="A1"&A1', '="A1"&B2'],
  ['="a ""A1"" b"&A1', '="a ""A1"" b"&B2'],
  ['=ATAN2(A1,B1)', '=ATAN2(C2,D2)'],
  ['=A1+1.5', '=B2+1.5'],
  ['=A1+1.5', '=A1+2.5'],
  ['=a1', '=b2'],
  ['=IF(A1="","",INDEX(B$4:B,A1)/C1)', '=IF(A2="","",INDEX(D$4:D,A2)/C2)'],
  ['=A1:B2', '=B2:C3'],
  ['=#REF!+A1', '=#REF!+B2'],
  ['=NAMED+A1', '=NAMED+B2'],
  ['=SUM(A1', '=SUM(B2'],
  ['=A1%', '=B2%'],
  ['=-A1^2', '=-B2^2'],
  ['=XFD1048576', '=XFE1048577'],
] as const;

function model() {
  const { spreadsheet, workbook } = started();
  for (const name of ['Other', 'Two words', 'a-b', '门店']) spreadsheet.insertSheet(name);
  return workbook.model;
}

let spaces = ' ';

/** What a compiled formula says of itself; the engine drops what is undefined. */
function told({ rangeDependencies, literalValues, symbols, normalizedFormula, isBadExpression }: CompiledFormula) {
  const words = normalizedFormula.replace(/ /g, '');
  return JSON.parse(JSON.stringify({ rangeDependencies, literalValues, symbols, words, isBadExpression }));
}

test.each(pairs)('%s and %s are read as each is read alone', (first, second) => {
  const { getters } = model();
  const [sheetId = ''] = getters.getSheetIds();
  CompiledFormula.Compile(first, sheetId, getters);
  const compiled = CompiledFormula.Compile(second, sheetId, getters);
  // Among spaces, which the engine drops, it is a kind of its own.
  spaces += ' ';
  const alone = CompiledFormula.Compile(second.replace('=', `=${spaces}`), sheetId, getters);
  expect(told(compiled)).toEqual(told(alone));
  if (!compiled.isBadExpression) {
    expect(compiled.toFormulaString(getters)).toBe(alone.toFormulaString(getters));
  }
});

test('a reference to a whole column follows the rows that its sheet has now', () => {
  const { sheet } = started({ rows: 5 });
  sheet.getRange('A1:A5').setValues([[1], [1], [1], [1], [1]]);
  sheet.getRange('B1').setFormula('=SUM(A1:A)');
  sheet.insertRowsAfter(5, 5);
  sheet.getRange('A10').setValue(10);
  sheet.getRange('B2').setFormula('=SUM(A2:A)');
  expect(sheet.getRange('B1:B2').getValues()).toEqual([[15], [14]]);
});

test('a name of a sheet means the sheet that has it now', () => {
  const { sheet, spreadsheet } = started();
  const [first, second] = [spreadsheet.insertSheet('Figures'), spreadsheet.insertSheet('Spare')];
  first.getRange('A1').setValue(1);
  second.getRange('A1').setValue(2);
  sheet.getRange('A1').setFormula('=Figures!A1');
  first.setName('Old');
  second.setName('Figures');
  sheet.getRange('A2').setFormula('=Figures!A1');
  expect(sheet.getRange('A1:A2').getValues()).toEqual([[1], [2]]);
  expect(sheet.getRange('A1:A2').getFormulas()).toEqual([['=Old!A1'], ['=Figures!A1']]);
});

test('a workbook that is opened reads its formulas the same way', () => {
  const { sheet, workbook, SpreadsheetApp } = started();
  sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
  sheet.getRange('B1:B3').setFormulas([['=A1*2'], ['=A2*2'], ['=A3*2']]);
  SpreadsheetApp.flush();
  const { getters } = createWorkbook({ data: workbook.exportData() }).model;
  const [sheetId = ''] = getters.getSheetIds();
  const shown = [0, 1, 2].map((row) => getters.getEvaluatedCell({ sheetId, col: 1, row }).value);
  expect(shown).toEqual([2, 4, 6]);
});
