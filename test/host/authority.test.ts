import { type Authority, createWorkbook, Execution, loadAddon, type Services, servicesOf } from '../../host/index';
import { planner } from './start';

const services = (authority: Authority, hideLocale = false) =>
  servicesOf(new Execution(createWorkbook(), planner, { authority, hideLocale }));

type Call = readonly [what: string, call: (services: Services) => unknown];

describe('under AuthMode.NONE', () => {
  const refused: readonly Call[] = [
    ['SpreadsheetApp.getActive', ({ SpreadsheetApp }) => SpreadsheetApp.getActive()],
    ['SpreadsheetApp.getActiveSpreadsheet', ({ SpreadsheetApp }) => SpreadsheetApp.getActiveSpreadsheet()],
    ['SpreadsheetApp.flush', ({ SpreadsheetApp }) => SpreadsheetApp.flush()],
    ['PropertiesService.getDocumentProperties', ({ PropertiesService }) => PropertiesService.getDocumentProperties()],
    ['LockService.getDocumentLock', ({ LockService }) => LockService.getDocumentLock()],
    ['Session.getActiveUser', ({ Session }) => Session.getActiveUser()],
    ['Ui.alert', ({ SpreadsheetApp }) => SpreadsheetApp.getUi().alert('hello')],
    [
      'Ui.showSidebar',
      ({ SpreadsheetApp, HtmlService }) => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('')),
    ],
  ];
  test.each(refused)('%s is refused in Google’s words', (name, call) => {
    expect(() => call(services('NONE'))).toThrow(`You do not have permission to call ${name}. Required permissions: `);
  });

  const allowed: readonly Call[] = [
    ['a menu', ({ SpreadsheetApp }) => SpreadsheetApp.getUi().createAddonMenu().addItem('a', 'b').addToUi()],
    ['the user’s locale', ({ Session }) => Session.getActiveUserLocale()],
    ['ScriptApp.AuthMode', ({ ScriptApp }) => ScriptApp.AuthMode.NONE],
  ];
  test.each(allowed)('%s is allowed', (_what, call) => {
    expect(() => call(services('NONE'))).not.toThrow();
  });

  test('the user’s locale may be refused too', () => {
    expect(() => services('NONE', true).Session.getActiveUserLocale()).toThrow('You do not have permission');
  });

  test('onOpen is given the mode, and a forbidden call at load kills the menu', () => {
    const code = (load: string) => `
      ${load}
      function onOpen(e) {
        var none = e.authMode === ScriptApp.AuthMode.NONE;
        SpreadsheetApp.getUi().createAddonMenu().addItem(none ? 'none' : 'more', 'x').addToUi();
      }`;
    const menu = (load: string) => loadAddon({ code: code(load), workbook: createWorkbook() }).menu();
    expect(menu('')).toMatchObject({ entries: [{ caption: 'none' }] });
    expect(() => menu('SpreadsheetApp.getActive();')).toThrow('You do not have permission');
  });
});

describe('a cell function', () => {
  const refused: readonly Call[] = [
    ['setValue', ({ SpreadsheetApp }) => SpreadsheetApp.getActive().getActiveSheet()],
    ['Session', ({ Session }) => Session.getActiveUserLocale()],
    ['LockService', ({ LockService }) => LockService.getDocumentLock()],
    ['a flush', ({ SpreadsheetApp }) => SpreadsheetApp.flush()],
  ];
  test.each(refused)('cannot use %s', (_what, call) => {
    expect(() => call(services('CELL'))).toThrow('You do not have permission to call');
  });

  test('can read the workbook’s locale', () => {
    expect(services('CELL').SpreadsheetApp.getActive().getSpreadsheetLocale()).toBe('en_US');
  });
});

describe('a simple trigger', () => {
  const code = `
    var seen = [];
    function onEdit(e) {
      e.range.offset(0, 1).setValue(e.value + ' was ' + (e.oldValue === undefined ? 'blank' : e.oldValue));
      e.source.getActiveSheet().getRange('C1').setValue('[' + Session.getActiveUser().getEmail() + ']');
    }
    function value(at) { return SpreadsheetApp.getActive().getRange(at).getValue(); }`;

  test('is told of a typed cell, may write, and is not told who typed', () => {
    const addon = loadAddon({ code, workbook: createWorkbook() });
    addon.type('Sheet1', 'A1', '5');
    expect([addon.run('value', 'A1'), addon.run('value', 'B1'), addon.run('value', 'C1')]).toEqual([
      5,
      '5 was blank',
      '[]',
    ]);
    addon.type('Sheet1', 'A1', '6');
    expect(addon.run('value', 'B1')).toBe('6 was 5');
  });

  test('cannot show a sidebar', () => {
    expect(() =>
      services('LIMITED').SpreadsheetApp.getUi().showSidebar(services('FULL').HtmlService.createHtmlOutput('')),
    ).toThrow('You do not have permission');
  });
});
