import { createWorkbook, loadAddon } from '../../host/index';

const code = `
function onOpen() {
  SpreadsheetApp.getUi().createAddonMenu().addItem('Fill', 'fill').addToUi();
}
function fill() {
  var sheet = SpreadsheetApp.getActive().getActiveSheet();
  sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
  sheet.getRange('B1').setFormula('=TWICE(A1:A3)');
  sheet.getRange('C1:D1').setFormulas([['=IFERROR(REFUSE(A1),"caught")', '=REFUSE(A1)']]);
}
function values(range) {
  return SpreadsheetApp.getActive().getActiveSheet().getRange(range).getValues();
}
/** @customfunction */
function TWICE(rows) {
  return rows.map(function (row) { return [row[0] * 2]; });
}
/** @customfunction */
function REFUSE(value) {
  throw new Error('refused ' + value);
}
`;

const addon = () => loadAddon({ code, workbook: createWorkbook() });

test('the menu is built without authority, and its items run', () => {
  const user = addon();
  expect(user.menu()).toEqual({
    kind: 'menu',
    caption: '',
    entries: [{ kind: 'item', caption: 'Fill', functionName: 'fill' }],
  });
  user.choose('Fill');
  expect(user.run('values', 'A1:D3')).toEqual([
    [1, 2, 'caught', '#ERROR!'],
    [2, 4, '', ''],
    [3, 6, '', ''],
  ]);
});

test('one call of a cell function answers a whole column', () => {
  const user = addon();
  user.choose('Fill');
  expect(user.cellCalls).toEqual({ TWICE: 1, REFUSE: 2 });
});

test('where the add-on has never been used its functions are unknown, and a formula can fall back', () => {
  const workbook = createWorkbook();
  const user = loadAddon({ code, workbook, cells: false });
  user.choose('Fill');
  expect(user.run('values', 'B1:D1')).toEqual([['#NAME?', 'caught', '#NAME?']]);
});
