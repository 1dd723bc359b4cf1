import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx';
import { createWorkbook, doubtfulFormulas, exportXlsx, loadAddon } from '../../host/index';

const code = `
  function fill() {
    var book = SpreadsheetApp.getActive();
    book.rename('Region plan');
    var sheet = book.getSheets()[0].setName('2027 目标');
    var lists = book.insertSheet('lists', 1);
    lists.getRange('A1:A2').setValues([['franchised'], ['self-operated']]);
    lists.hideSheet();
    sheet.getRange('A1:F1').setValues([['Name', 'Opened', 'Sales', 'Growth', 'Target', 'Check']]).setFontWeight('bold')
      .setBackground('#d9ead3').setHorizontalAlignment('center').setWrap(true);
    sheet.getRange('A2:A3').setNumberFormat('@').setValues([['007'], ["'=1+1"]]);
    sheet.getRange('B2:B3').setNumberFormat('yyyy-MM-dd').setValues([['2026-03-16'], ['']]);
    sheet.getRange('C2:C3').setNumberFormat('#,##0').setValues([[1200000], [800000]]);
    sheet.getRange('D2:D3').setNumberFormat('0.0%').setValues([[0.1], [-0.05]]);
    sheet.getRange('E2:E3').setNumberFormat('#,##0').setFormulas([['=TARGET(C2,D2)'], ['=C3*(1+D3)']]);
    sheet.getRange('F2:F3').setFormulas([['=IF(E2>1000000,"say ""yes""","")'], ['=1/0']]);
    sheet.getRange('A5:E5').setFormulas([['=COUNTIFS(C2:C,">0",lists!A:A,"<>")', '=SUM(C2:C)', '=IFNA(NA(),5)', '=total*2', '=C2=C3']]);
    sheet.getRange('A1').setNote('the name');
    sheet.getRange('E2').setNote('what to reach');
    book.setNamedRange('total', sheet.getRange('B5'));
    sheet.getRange('C7:E7').merge();
    sheet.getRange('C7').setBorder(true, null, true, null, null, null, '#ff0000', SpreadsheetApp.BorderStyle.SOLID_MEDIUM);
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    sheet.setColumnWidth(1, 145);
    sheet.setRowHeightsForced(1, 1, 40);
    sheet.hideRows(8);
    sheet.hideColumns(6);
    sheet.setTabColor('#336699');
    sheet.getRange('A1:F3').createFilter();
    var validation = function () { return SpreadsheetApp.newDataValidation().setAllowInvalid(false).setHelpText('help'); };
    sheet.getRange('A2:A9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(lists.getRange('A1:A2')).build());
    sheet.getRange('B2:B9').setDataValidation(validation().requireDate().build());
    sheet.getRange('C2:C9').setDataValidation(validation().requireNumberGreaterThanOrEqualTo(0).build());
    sheet.getRange('D2:D9').setDataValidation(validation().requireNumberBetween(-1, 10).build());
    sheet.setConditionalFormatRules([
      SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$D2<0').setBackground('#ffcccc').setBold(true)
        .setRanges([sheet.getRange('A2:D9')]).build(),
      SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(5).setFontColor('#006600')
        .setRanges([sheet.getRange('C2:C9')]).build(),
    ]);
    sheet.protect().setWarningOnly(true);
  }
  /** @customfunction */
  function TARGET(sales, growth) { return sales * (1 + growth); }`;

async function written() {
  const addon = loadAddon({ code, workbook: createWorkbook({ rows: 20, columns: 6, timeZone: 'Asia/Shanghai' }) });
  addon.command('fill');
  return { addon, book: await readXlsx(await exportXlsx(addon.workbook), { readStyles: true }) };
}

let book: Awaited<ReturnType<typeof written>>['book'];
let sheet: Sheet;

beforeAll(async () => {
  ({ book } = await written());
  const [first] = book.sheets;
  if (!first) throw new Error('the file has no sheet');
  sheet = first;
});

/** A cell of the file by row and column, counted from 0. */
function cell(row: number, column: number): Cell {
  const found = sheet.cells?.get(`${row},${column}`);
  if (!found) throw new Error(`the file has no cell ${row},${column}`);
  return found;
}

test('sheets, title and names', () => {
  expect(book.sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([
    ['2027 目标', false],
    ['lists', true],
  ]);
  expect(book.properties?.title).toBe('Region plan');
  expect(book.namedRanges).toEqual([{ name: 'total', range: "'2027 目标'!$B$5" }]);
});

test('text stays text, dates are serials under their format', () => {
  expect(sheet.rows[1]?.[0]).toBe('007');
  expect(sheet.rows[2]?.[0]).toBe('=1+1');
  expect(cell(2, 0).formula).toBeUndefined();
  expect(sheet.rows[1]?.[1]).toEqual(new Date('2026-03-16T00:00:00.000Z'));
  expect(sheet.rows[2]?.[1] ?? null).toBeNull();
});

const formulas: readonly [row: number, column: number, formula: string, result: unknown][] = [
  [2, 4, 'C3*(1+D3)', 760_000],
  [1, 5, 'IF(E2>1000000,"say ""yes""","")', 'say "yes"'],
  [2, 5, '1/0', '#DIV/0!'],
  [4, 1, 'SUM(C2:C20)', 2_000_005],
  [4, 2, '_xlfn.IFNA(NA(),5)', 5],
  [4, 3, 'total*2', 4_000_010],
  [4, 4, 'C2=C3', false],
];
test.each(formulas)('cell %p,%p is =%s, with its result', (row, column, formula, result) => {
  expect(cell(row, column).formula).toBe(formula);
  expect(sheet.rows[row]?.[column]).toBe(result);
});

test('open ranges end with their sheet, and sheet names are quoted', () => {
  expect(cell(4, 0).formula).toBe('COUNTIFS(C2:C20,">0",\'lists\'!A1:A1000,"<>")');
});

test('a formula with a cell function goes out as its value, its note naming function and formula', () => {
  expect(cell(1, 4).formula).toBeUndefined();
  expect(cell(1, 4).value).toBeCloseTo(1_320_000, 6);
  expect(cell(1, 4).comment?.text).toBe('what to reach\n\nƒ TARGET\n=TARGET(C2,D2)');
  expect(cell(0, 0).comment?.text).toBe('the name');
});

test('looks', () => {
  const { style } = cell(0, 0);
  expect(style?.font).toMatchObject({ name: 'Arial', size: 10, bold: true });
  expect(style?.fill).toMatchObject({ pattern: 'solid', fgColor: { rgb: 'D9EAD3' } });
  expect(style?.alignment).toMatchObject({ horizontal: 'center', wrapText: true });
  expect(cell(1, 2).style?.numFmt).toBe('#,##0');
  expect(cell(1, 3).style?.numFmt).toBe('0.0%');
  expect(cell(1, 0).style?.numFmt).toBe('@');
  expect(cell(1, 1).style?.numFmt).toBe('yyyy-MM-dd');
  expect(cell(6, 2).style?.border).toMatchObject({ top: { style: 'medium' }, bottom: { style: 'medium' } });
});

test('sizes, hidden things, frozen panes, merges, filter, tab', () => {
  // 145 pixels are 20 digits of 7 pixels and 5 around them; 40 pixels are 30 points.
  expect(sheet.columns?.[0]?.width).toBe(20);
  expect(sheet.columns?.[5]?.hidden).toBe(true);
  expect(sheet.rowDefs?.get(0)?.height).toBe(30);
  expect(sheet.rowDefs?.get(7)?.hidden).toBe(true);
  expect(sheet.freezePane).toEqual({ rows: 1, columns: 2 });
  expect(sheet.merges).toEqual([{ startRow: 6, startCol: 2, endRow: 6, endCol: 4 }]);
  expect(sheet.autoFilter?.range).toBe('A1:F3');
  expect(sheet.view?.tabColor?.rgb).toMatch(/336699$/);
});

test('validation', () => {
  expect(sheet.dataValidations).toEqual([
    expect.objectContaining({ type: 'list', formula1: "'lists'!$A$1:$A$2", range: 'A2:A9' }),
    expect.objectContaining({ type: 'date', range: 'B2:B9', errorStyle: 'stop', errorMessage: 'help' }),
    expect.objectContaining({ type: 'decimal', operator: 'greaterThanOrEqual', formula1: '0', range: 'C2:C9' }),
    expect.objectContaining({ type: 'decimal', operator: 'between', formula1: '-1', formula2: '10', range: 'D2:D9' }),
  ]);
});

test('conditional formats, in order', () => {
  expect(
    sheet.conditionalRules?.map(({ type, formula, operator, range, priority }) => [
      type,
      formula,
      operator,
      range,
      priority,
    ]),
  ).toEqual([
    ['expression', '$D2<0', undefined, 'A2:D9', 1],
    ['cellIs', '5', 'greaterThan', 'C2:C9', 2],
  ]);
});

test('a protection that warns locks nothing', () => {
  expect(sheet.protection).toBeUndefined();
});

test('formulas that other programs read differently are told', async () => {
  const { addon } = await written();
  addon.use(({ SpreadsheetApp }) => {
    const target = SpreadsheetApp.getActive().getSheetByName('lists');
    target?.getRange('C1').setFormula('=TRANSPOSE(A1:A2)');
    target?.getRange('C3').setFormula('=SUM(FILTER(A1:A2,A1:A2<>""))');
    target?.getRange('C4').setFormula('=REGEXMATCH(A1,"x")');
    target?.getRange('C5').setFormula('=SUM(A1:A2)');
  });
  expect(doubtfulFormulas(addon.workbook).map(({ sheet, cell, doubt }) => [sheet, cell, doubt])).toEqual([
    ['lists', 'C1', 'spills'],
    ['lists', 'C3', 'newFunction'],
    ['lists', 'C4', 'googleOnly'],
  ]);
});
