import { createWorkbook } from '../../host/index';
import { services, started } from './start';

type Host = ReturnType<typeof services>;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet on which everything that can follow its cells stands at C3:D4, and a formula in L12 that refers there. */
function furnished() {
  const host = started({ rows: 12, columns: 12 });
  const { sheet, spreadsheet, SpreadsheetApp } = host;
  const range = sheet.getRange('C3:D4');
  range.setValues([
    [1, 2],
    [3, 4],
  ]);
  sheet.getRange('L12').setFormula('=SUM(C3:D4)');
  sheet.getRange('C3').setNote('first');
  sheet.getRange('D4').setNote('last');
  spreadsheet.setNamedRange('figures', range);
  range.protect().setWarningOnly(true).setDescription('computed');
  range.setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build());
  sheet.setConditionalFormatRules([
    SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().setBold(true).setRanges([range]).build(),
  ]);
  SpreadsheetApp.flush();
  return host;
}

/** The cells, as A1, that `is` holds of, in a block as large as the sheet. */
function cells<T>(sheet: Sheet, block: readonly (readonly T[])[], is: (value: T) => boolean): string[] {
  const found: string[] = [];
  for (const [row, values] of block.entries()) {
    for (const [column, value] of values.entries()) {
      if (is(value)) found.push(sheet.getRange(row + 1, column + 1).getA1Notation());
    }
  }
  return found;
}

/** Where it all stands now. */
function places({ sheet, spreadsheet, SpreadsheetApp }: Host) {
  const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
  const formulas = all
    .getFormulas()
    .flat()
    .filter((formula) => formula !== '');
  return {
    formula: formulas.join(' '),
    values: cells(sheet, all.getValues(), (value) => [1, 2, 3, 4].includes(Number(value))).join(' '),
    notes: cells(sheet, all.getNotes(), (note) => note !== '').join(' '),
    validated: cells(sheet, all.getDataValidations(), (rule) => rule !== null).join(' '),
    named: spreadsheet.getRangeByName('figures')?.getA1Notation(),
    guarded: sheet
      .getProtections(SpreadsheetApp.ProtectionType.RANGE)
      .map((one) => one.getRange().getA1Notation())
      .join(' '),
    conditional: sheet
      .getConditionalFormatRules()
      .map((rule) =>
        rule
          .getRanges()
          .map((one) => one.getA1Notation())
          .join(' '),
      )
      .join(' '),
  };
}

const whole = (range: string, corners: string, four: string) => ({
  formula: `=SUM(${range})`,
  values: four,
  notes: corners,
  validated: four,
  named: range,
  guarded: range,
  conditional: range,
});

describe('formulas, notes, names, rules and protections follow their cells', () => {
  const moves: readonly [what: string, change: (sheet: Sheet) => unknown, where: ReturnType<typeof whole>][] = [
    ['nothing', () => {}, whole('C3:D4', 'C3 D4', 'C3 D3 C4 D4')],
    ['rows before', (sheet) => sheet.insertRowsBefore(1, 2), whole('C5:D6', 'C5 D6', 'C5 D5 C6 D6')],
    ['rows after', (sheet) => sheet.insertRowsAfter(6, 2), whole('C3:D4', 'C3 D4', 'C3 D3 C4 D4')],
    ['columns before', (sheet) => sheet.insertColumnsBefore(2, 1), whole('D3:E4', 'D3 E4', 'D3 E3 D4 E4')],
    ['rows deleted above', (sheet) => sheet.deleteRows(1, 2), whole('C1:D2', 'C1 D2', 'C1 D1 C2 D2')],
    ['columns deleted before', (sheet) => sheet.deleteColumns(1, 1), whole('B3:C4', 'B3 C4', 'B3 C3 B4 C4')],
    [
      'both columns moved right',
      (sheet) => sheet.moveColumns(sheet.getRange('C1:D1'), 8),
      whole('F3:G4', 'F3 G4', 'F3 G3 F4 G4'),
    ],
    [
      'both columns moved left',
      (sheet) => sheet.moveColumns(sheet.getRange('C1:D1'), 1),
      whole('A3:B4', 'A3 B4', 'A3 B3 A4 B4'),
    ],
    [
      'both rows moved down',
      (sheet) => sheet.moveRows(sheet.getRange('A3:A4'), 9),
      whole('C7:D8', 'C7 D8', 'C7 D7 C8 D8'),
    ],
    ['the tab renamed', (sheet) => sheet.setName('改名 1'), whole('C3:D4', 'C3 D4', 'C3 D3 C4 D4')],
  ];
  test.each(moves)('%s', (_what, change, where) => {
    const host = furnished();
    change(host.sheet);
    expect(places(host)).toEqual(where);
  });

  test('columns move on a sheet that is hidden or not shown, and hidden ones stay hidden', () => {
    const { sheet, spreadsheet } = started();
    sheet.getRange('A1:D1').setValues([['a', 'b', 'c', 'd']]);
    sheet.hideColumns(1);
    spreadsheet.insertSheet('other');
    sheet.hideSheet();
    sheet.moveColumns(sheet.getRange('A1'), 4);
    expect(sheet.getRange('A1:D1').getValues()).toEqual([['b', 'c', 'a', 'd']]);
    expect([1, 2, 3, 4].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([false, false, true, false]);
    expect(sheet.isSheetHidden()).toBe(true);
  });

  test('a row inserted within stretches ranges, and notes stay with their cells', () => {
    const host = furnished();
    host.sheet.insertRowsAfter(3, 1);
    expect(places(host)).toMatchObject({
      formula: '=SUM(C3:D5)',
      notes: 'C3 D5',
      named: 'C3:D5',
      guarded: 'C3:D5',
      conditional: 'C3:D5',
    });
  });

  test('a row deleted within takes its note along', () => {
    const host = furnished();
    host.sheet.deleteRow(3);
    expect(places(host)).toMatchObject({
      formula: '=SUM(C3:D3)',
      notes: 'D3',
      named: 'C3:D3',
      guarded: 'C3:D3',
      conditional: 'C3:D3',
    });
  });

  test('undone, all is as it was', () => {
    const host = furnished();
    const before = places(host);
    host.sheet.insertRowsBefore(1, 2);
    expect(places(host)).not.toEqual(before);
    host.execution.dispatch('REQUEST_UNDO');
    expect(places(host)).toEqual(before);
  });

  test('saved and opened again, all is where it was', () => {
    const host = furnished();
    host.sheet.insertRowsBefore(1, 2);
    const before = places(host);
    const again = services(createWorkbook({ data: JSON.parse(JSON.stringify(host.workbook.exportData())) }));
    expect(places(again)).toEqual(before);
  });
});

describe('the list that a validation rule takes its choices from', () => {
  const moves: readonly [what: string, change: (lists: Sheet, host: Host) => unknown, tab: string, at: string][] = [
    ['nothing', () => {}, 'lists', 'A2:A4'],
    ['rows before', (lists) => lists.insertRowsBefore(1, 3), 'lists', 'A5:A7'],
    ['a row within', (lists) => lists.insertRowsAfter(3, 1), 'lists', 'A2:A5'],
    ['a column before', (lists) => lists.insertColumnsBefore(1, 1), 'lists', 'B2:B4'],
    ['the tab renamed by a script', (lists) => lists.setName('改名 选项'), '改名 选项', 'A2:A4'],
    [
      'the tab renamed by a person',
      (_lists, { execution }) => {
        const sheetId = execution.model.getters.getSheetIdByName('lists') ?? '';
        execution.dispatch('RENAME_SHEET', { sheetId, newName: 'by hand', oldName: 'lists' });
      },
      'by hand',
      'A2:A4',
    ],
  ];
  test.each(moves)('follows %s', (_what, change, tab, at) => {
    const host = started();
    const { sheet, spreadsheet, SpreadsheetApp } = host;
    const lists = spreadsheet.insertSheet('lists');
    const rule = SpreadsheetApp.newDataValidation().requireValueInRange(lists.getRange('A2:A4'));
    sheet.getRange('A1:B9').setDataValidation(rule.setAllowInvalid(false).setHelpText('choose').build());
    change(lists, host);
    const read = sheet.getRange('B9').getDataValidation();
    const [range] = read?.getCriteriaValues() ?? [];
    expect([range.getSheet().getName(), range.getA1Notation()]).toEqual([tab, at]);
    expect([read?.getAllowInvalid(), read?.getHelpText()]).toEqual([false, 'choose']);
  });
});

describe('a sort', () => {
  function table() {
    const host = started();
    host.sheet.getRange('A2:C5').setValues([
      ['pear', 3, '=B2*2'],
      ['apple', 1, '=B3*2'],
      ['', '', ''],
      ['fig', 2, '=B5*$B$2'],
    ]);
    host.sheet.getRange('A2').setNote('pear note').setBackground('#ffcc00');
    return host;
  }

  test('moves contents, looks and notes, adapts formulas as copies, and puts blanks last', () => {
    const { sheet } = table();
    sheet.getRange('A2:C5').sort(2);
    expect(sheet.getRange('A2:B5').getValues()).toEqual([
      ['apple', 1],
      ['fig', 2],
      ['pear', 3],
      ['', ''],
    ]);
    expect(sheet.getRange('C2:C5').getFormulas().flat()).toEqual(['=B2*2', '=B3*$B$2', '=B4*2', '']);
    expect(sheet.getRange('A2:A5').getNotes().flat()).toEqual(['', '', 'pear note', '']);
    expect(sheet.getRange('A2:A5').getBackgrounds().flat()).toEqual(['#ffffff', '#ffffff', '#ffcc00', '#ffffff']);
  });

  test('goes down when asked, blanks last still', () => {
    const { sheet } = table();
    sheet.getRange('A2:C5').sort({ column: 1, ascending: false });
    expect(sheet.getRange('A2:A5').getValues().flat()).toEqual(['pear', 'fig', 'apple', '']);
  });

  test('by several columns, and equal rows keep their order', () => {
    const { sheet } = started();
    sheet.getRange('A1:B4').setValues([
      ['b', 1],
      ['a', 2],
      ['b', 0],
      ['a', 1],
    ]);
    sheet.getRange('A1:B4').sort([
      { column: 1, ascending: true },
      { column: 2, ascending: false },
    ]);
    expect(sheet.getRange('A1:B4').getValues()).toEqual([
      ['a', 2],
      ['a', 1],
      ['b', 1],
      ['b', 0],
    ]);
    sheet.getRange('A1:B4').sort(1);
    expect(sheet.getRange('A1:B4').getValues()).toEqual([
      ['a', 2],
      ['a', 1],
      ['b', 1],
      ['b', 0],
    ]);
  });

  test('keeps text that looks like a number, and plain-text cells, as they are', () => {
    const { sheet } = started();
    sheet.getRange('B1:B3').setNumberFormat('@');
    sheet.getRange('A1:B3').setValues([
      ["'10", "'=1"],
      ["'9", '007'],
      ['b', 'x'],
    ]);
    sheet.getRange('A1:B3').sort({ column: 1, ascending: false });
    expect(sheet.getRange('A1:B3').getValues()).toEqual([
      ['b', 'x'],
      ['9', '007'],
      ['10', '=1'],
    ]);
  });

  test('of a filter leaves its header where it is', () => {
    const { sheet } = started();
    sheet.getRange('A1:B3').setValues([
      ['name', 'n'],
      ['x', 2],
      ['y', 1],
    ]);
    sheet.getRange('A1:B3').createFilter();
    sheet.getFilter()?.sort(2, true);
    expect(sheet.getRange('A1:B3').getValues()).toEqual([
      ['name', 'n'],
      ['y', 1],
      ['x', 2],
    ]);
    expect(sheet.getFilter()?.getRange().getA1Notation()).toBe('A1:B3');
    sheet.getFilter()?.remove();
    expect(sheet.getFilter()).toBeNull();
  });
});

describe('developer metadata', () => {
  test('is found by key, value and place', () => {
    const { spreadsheet, sheet, SpreadsheetApp } = started();
    const { DOCUMENT } = SpreadsheetApp.DeveloperMetadataVisibility;
    const other = spreadsheet.insertSheet('other');
    sheet.addDeveloperMetadata('tab', 'stores', DOCUMENT);
    other.addDeveloperMetadata('tab', 'settings', DOCUMENT);
    spreadsheet.addDeveloperMetadata('version', '1');
    const found = spreadsheet.createDeveloperMetadataFinder().withKey('tab').find();
    expect(found.map((entry) => [entry.getValue(), entry.getLocation().getSheet()?.getName()])).toEqual([
      ['stores', 'Sheet1'],
      ['settings', 'other'],
    ]);
    const [first] = spreadsheet.createDeveloperMetadataFinder().withKey('tab').withValue('settings').find();
    expect(String(first?.getLocation().getLocationType())).toBe('SHEET');
    expect(first?.getVisibility()).toBe(DOCUMENT);
    expect(sheet.getDeveloperMetadata().map((entry) => entry.getKey())).toEqual(['tab']);
    expect(spreadsheet.getDeveloperMetadata().map((entry) => entry.getKey())).toEqual(['version']);
    first?.setValue('changed');
    expect(other.getDeveloperMetadata()[0]?.getValue()).toBe('changed');
    first?.remove();
    expect(other.getDeveloperMetadata()).toEqual([]);
  });

  test('goes along with a duplicated tab, with its value as it was, and away with a deleted one', () => {
    const { spreadsheet, sheet } = started();
    sheet.addDeveloperMetadata('tab', String(sheet.getSheetId()));
    sheet.activate();
    const copy = spreadsheet.duplicateActiveSheet();
    expect(copy.getSheetId()).not.toBe(sheet.getSheetId());
    expect(copy.getDeveloperMetadata().map((entry) => entry.getValue())).toEqual([String(sheet.getSheetId())]);
    const ids = spreadsheet
      .createDeveloperMetadataFinder()
      .withKey('tab')
      .find()
      .map((entry) => entry.getId());
    expect(new Set(ids).size).toBe(2);
    spreadsheet.deleteSheet(copy);
    expect(spreadsheet.createDeveloperMetadataFinder().withKey('tab').find()).toHaveLength(1);
  });
});

describe('sheets', () => {
  test('are inserted where asked, become active, and have Google’s size', () => {
    const { spreadsheet } = started();
    spreadsheet.insertSheet('second', 0);
    const third = spreadsheet.insertSheet('third', 2);
    expect(spreadsheet.getSheets().map((sheet) => sheet.getName())).toEqual(['second', 'Sheet1', 'third']);
    expect(spreadsheet.getActiveSheet().getName()).toBe('third');
    expect([third.getMaxRows(), third.getMaxColumns(), third.getIndex()]).toEqual([1000, 26, 3]);
    expect(spreadsheet.getSheetByName('Third')).toBeNull();
    expect(spreadsheet.getSheetById(third.getSheetId())?.getName()).toBe('third');
  });

  test('can be hidden, moved past hidden ones, and shown again', () => {
    const { spreadsheet, sheet } = started();
    const hidden = spreadsheet.insertSheet('hidden', 1);
    const last = spreadsheet.insertSheet('last', 2);
    hidden.hideSheet();
    last.activate();
    spreadsheet.moveActiveSheet(1);
    expect(spreadsheet.getSheets().map((one) => [one.getName(), one.isSheetHidden()])).toEqual([
      ['last', false],
      ['Sheet1', false],
      ['hidden', true],
    ]);
    hidden.showSheet();
    expect(hidden.isSheetHidden()).toBe(false);
    last.hideSheet();
    hidden.hideSheet();
    expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
  });

  test('that are hidden can be deleted; the last one cannot', () => {
    const { spreadsheet, sheet } = started();
    const hidden = spreadsheet.insertSheet('hidden');
    hidden.hideSheet();
    spreadsheet.deleteSheet(hidden);
    expect(spreadsheet.getNumSheets()).toBe(1);
    expect(() => spreadsheet.deleteSheet(sheet)).toThrow("You can't remove all the sheets in a document.");
  });

  test('a deleted one leaves #REF! behind', () => {
    const { spreadsheet, sheet } = started();
    const other = spreadsheet.insertSheet('other');
    other.getRange('A1').setValue(7);
    sheet.getRange('A1').setFormula('=other!A1');
    expect(sheet.getRange('A1').getValue()).toBe(7);
    spreadsheet.deleteSheet(other);
    expect(sheet.getRange('A1').getValue()).toBe('#REF!');
  });

  test('a name that is taken is refused in Google’s words', () => {
    const { spreadsheet, sheet } = started();
    spreadsheet.insertSheet('other');
    const words = 'A sheet with the name "other" already exists. Please enter another name.';
    expect(() => spreadsheet.insertSheet('other')).toThrow(words);
    expect(() => sheet.setName('other')).toThrow(words);
  });

  test('answer a block of values by its place and size', () => {
    const { sheet } = started();
    sheet.getRange('B2:C3').setValues([
      [1, 'two'],
      [true, ''],
    ]);
    expect(sheet.getSheetValues(2, 2, 2, 2)).toEqual([
      [1, 'two'],
      [true, ''],
    ]);
    expect(sheet.getSheetValues(1, 3, 2, 1)).toEqual([[''], ['two']]);
  });

  test('know their last row and column, also where a formula spills or shows nothing', () => {
    const { sheet } = started();
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([0, 0, 'A1']);
    sheet.getRange('B3').setFormula('=""');
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:B3');
    sheet.getRange('A5:A6').setValues([[1], [2]]);
    sheet.getRange('C5').setFormula('=TRANSPOSE(A5:A6)');
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:D6');
    sheet.getRange('H20').setBackground('#ffcc00');
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:D6');
  });

  test('freeze, hide, size and colour are read as they were set', () => {
    const { sheet } = started();
    sheet.setFrozenRows(3);
    sheet.setFrozenColumns(2);
    sheet.hideRows(1);
    sheet.hideColumns(1, 2);
    sheet.setColumnWidths(3, 2, 120);
    sheet.setRowHeightsForced(2, 1, 40);
    sheet.setTabColor('#ff0000');
    sheet.setHiddenGridlines(true);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([3, 2]);
    expect([sheet.isRowHiddenByUser(1), sheet.isRowHiddenByUser(2)]).toEqual([true, false]);
    expect([sheet.isColumnHiddenByUser(2), sheet.isColumnHiddenByUser(3)]).toEqual([true, false]);
    expect([sheet.getColumnWidth(3), sheet.getColumnWidth(5)]).toEqual([120, 100]);
    expect([sheet.getRowHeight(2), sheet.getRowHeight(3)]).toEqual([40, 21]);
    expect([sheet.getTabColor(), sheet.hasHiddenGridlines()]).toEqual(['#ff0000', true]);
    sheet.setFrozenRows(0);
    sheet.showRows(1);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.isRowHiddenByUser(1)]).toEqual([0, 2, false]);
  });

  test('not all rows can be deleted, nor all below the frozen ones', () => {
    const { sheet } = started({ rows: 5 });
    expect(() => sheet.deleteRows(1, 5)).toThrow("You can't delete all the rows on the sheet.");
    sheet.setFrozenRows(2);
    expect(() => sheet.deleteRows(3, 3)).toThrow('Sorry, it is not possible to delete all non-frozen rows.');
    sheet.deleteRows(4, 2);
    expect(sheet.getMaxRows()).toBe(3);
  });
});

describe('protections', () => {
  test('warn, never refuse, and a sheet’s leaves ranges open', () => {
    const { sheet, SpreadsheetApp } = started();
    const protection = sheet.protect().setDescription('computed').setWarningOnly(true);
    protection.setUnprotectedRanges([sheet.getRange('B2:B9')]);
    sheet.getRange('A1').setValue(1);
    expect(sheet.getRange('A1').getValue()).toBe(1);
    const [read] = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
    expect(read?.getProtectionType()).toBe(SpreadsheetApp.ProtectionType.SHEET);
    expect([read?.isWarningOnly(), read?.getDescription(), read?.canEdit()]).toEqual([true, 'computed', true]);
    expect(read?.getUnprotectedRanges().map((range) => range.getA1Notation())).toEqual(['B2:B9']);
    expect(sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)).toEqual([]);
    read?.remove();
    expect(sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)).toEqual([]);
  });
});

describe('names', () => {
  test('are set, moved, used by formulas and removed', () => {
    const { spreadsheet, sheet } = started();
    sheet.getRange('A1:B1').setValues([[5, 7]]);
    spreadsheet.setNamedRange('baseline_avgStore', sheet.getRange('A1'));
    sheet.getRange('C1').setFormula('=baseline_avgStore*2');
    expect(sheet.getRange('C1').getValue()).toBe(10);
    spreadsheet.setNamedRange('baseline_avgStore', sheet.getRange('B1'));
    expect(sheet.getRange('C1').getValue()).toBe(14);
    expect(spreadsheet.getNamedRanges().map((one) => [one.getName(), one.getRange().getA1Notation()])).toEqual([
      ['baseline_avgStore', 'B1'],
    ]);
    spreadsheet.removeNamedRange('baseline_avgStore');
    expect(sheet.getRange('C1').getValue()).toBe('#NAME?');
    expect(spreadsheet.getRangeByName('baseline_avgStore')).toBeNull();
    expect(() => spreadsheet.setNamedRange('A1', sheet.getRange('A1'))).toThrow('A1');
  });
});
