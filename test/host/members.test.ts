import { appOf } from '../../host/services/app';
import { started } from './start';

describe('a member that is not implemented throws and says its name', () => {
  const cases: readonly [name: string, use: (host: ReturnType<typeof started>) => unknown][] = [
    ['SpreadsheetApp.openById', ({ SpreadsheetApp }) => SpreadsheetApp.openById('x')],
    ['SpreadsheetApp.newRichTextValue', ({ SpreadsheetApp }) => SpreadsheetApp.newRichTextValue()],
    ['Spreadsheet.getViewers', ({ spreadsheet }) => spreadsheet.getViewers()],
    ['Sheet.getSlicers', ({ sheet }) => sheet.getSlicers()],
    ['Range.applyRowBanding', ({ sheet }) => sheet.getRange('A1').applyRowBanding()],
    ['RangeList.check', ({ sheet }) => sheet.getRangeList(['A1']).check()],
    ['Protection.removeEditors', ({ sheet }) => sheet.protect().removeEditors([])],
    ['LockService.getScriptLock', ({ LockService }) => LockService.getScriptLock()],
    ['Utilities.newBlob', ({ Utilities }) => Utilities.newBlob('')],
    ['HtmlService.getUserAgent', ({ HtmlService }) => HtmlService.getUserAgent()],
    ['PropertiesService.getScriptProperties', ({ PropertiesService }) => PropertiesService.getScriptProperties()],
    ['ScriptApp.newTrigger', ({ ScriptApp }) => ScriptApp.newTrigger('x')],
    [
      'Filter.setColumnFilterCriteria',
      ({ sheet }) => sheet.getRange('A1:B2').createFilter().setColumnFilterCriteria(1, null),
    ],
  ];
  test.each(cases)('%s', (name, use) => {
    expect(() => use(started())).toThrow(`${name} is not implemented in the local host`);
  });
});

test('a handle of another type is refused', () => {
  const { sheet, spreadsheet } = started();
  // @ts-expect-error: a sheet is no range
  expect(() => spreadsheet.setNamedRange('name', sheet)).toThrow("don't match the method signature");
});

test('enums print their names and are the same everywhere', () => {
  const [one, other] = [started(), started()];
  expect(String(one.SpreadsheetApp.ProtectionType.SHEET)).toBe('SHEET');
  expect(one.SpreadsheetApp.ProtectionType.SHEET).toBe(appOf(other.execution).ProtectionType.SHEET);
});

describe('utilities', () => {
  test.each([
    ['yyyy-MM-dd', 'Asia/Shanghai', '2026-03-16'],
    ['yyyy-MM-dd HH:mm:ss', 'Pacific/Honolulu', '2026-03-15 08:30:00'],
    ["d/M/yy 'at' H", 'Etc/UTC', '15/3/26 at 18'],
  ])('a date as %s in %s', (format, zone, text) => {
    expect(started().Utilities.formatDate(new Date('2026-03-15T18:30:00Z'), zone, format)).toBe(text);
  });

  test('sleep is counted, not waited for', () => {
    const { Utilities, workbook } = started();
    Utilities.sleep(90_000);
    expect(workbook.slept).toBe(90_000);
  });

  test('no two ids are alike', () => {
    const { Utilities } = started();
    const ids = Array.from({ length: 100 }, () => Utilities.getUuid());
    expect(new Set(ids).size).toBe(100);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('scattered ranges', () => {
  test('are changed alike in one call', () => {
    const { sheet, execution } = started();
    const list = sheet.getRangeList(['A1', 'C3:D4']);
    list.setValue('x').setBackground('#ffcc00');
    expect(execution.ledger.total).toBe(2);
    expect(list.getRanges().map((range) => range.getValues())).toEqual([
      [['x']],
      [
        ['x', 'x'],
        ['x', 'x'],
      ],
    ]);
    expect(sheet.getRange('B2').getBackground()).toBe('#ffffff');
  });
});
