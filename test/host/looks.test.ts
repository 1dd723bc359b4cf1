import { started } from './start';

type Range = GoogleAppsScript.Spreadsheet.Range;

describe('looks are read as they were set', () => {
  type Case = readonly [
    what: string,
    set: (range: Range) => unknown,
    get: (range: Range) => readonly (readonly unknown[])[],
    value: unknown,
    untouched: unknown,
  ];
  const cases: readonly Case[] = [
    ['background', (at) => at.setBackground('#ffffcc'), (at) => at.getBackgrounds(), '#ffffcc', '#ffffff'],
    [
      'no background',
      (at) => at.setBackground('#fc0').setBackground(null),
      (at) => at.getBackgrounds(),
      '#ffffff',
      '#ffffff',
    ],
    ['font colour', (at) => at.setFontColor('#333333'), (at) => at.getFontColors(), '#333333', '#000000'],
    ['bold', (at) => at.setFontWeight('bold'), (at) => at.getFontWeights(), 'bold', 'normal'],
    [
      'not bold',
      (at) => at.setFontWeight('bold').setFontWeight('normal'),
      (at) => at.getFontWeights(),
      'normal',
      'normal',
    ],
    ['italic', (at) => at.setFontStyle('italic'), (at) => at.getFontStyles(), 'italic', 'normal'],
    ['size', (at) => at.setFontSize(14), (at) => at.getFontSizes(), 14, 10],
    ['across', (at) => at.setHorizontalAlignment('right'), (at) => at.getHorizontalAlignments(), 'right', 'general'],
    ['upright', (at) => at.setVerticalAlignment('middle'), (at) => at.getVerticalAlignments(), 'middle', 'bottom'],
    [
      'wrapped',
      (at) => at.setWrap(true),
      (at) => at.getWrapStrategies().map((row) => row.map(String)),
      'WRAP',
      'OVERFLOW',
    ],
    [
      'number format',
      (at) => at.setNumberFormat('#,##0.0'),
      (at) => at.getNumberFormats(),
      '#,##0.0',
      '0.###############',
    ],
    ['note', (at) => at.setNote('why'), (at) => at.getNotes(), 'why', ''],
  ];
  test.each(cases)('%s', (_what, set, get, value, untouched) => {
    const { sheet } = started();
    const range = sheet.getRange('B2:C3');
    set(range);
    expect(get(range)).toEqual([
      [value, value],
      [value, value],
    ]);
    expect(get(sheet.getRange('A1'))).toEqual([[untouched]]);
  });

  test('one look leaves the others', () => {
    const { sheet } = started();
    sheet.getRange('A1').setFontWeight('bold').setBackground('#ffffcc').setNumberFormat('0.0').setValue(1);
    sheet.getRange('A1').setFontColor('#333333');
    expect(sheet.getRange('A1').getFontWeights()).toEqual([['bold']]);
    expect(sheet.getRange('A1').getBackgrounds()).toEqual([['#ffffcc']]);
    expect(sheet.getRange('A1').getDisplayValue()).toBe('1.0');
  });

  test('clearing contents leaves looks, clearing looks leaves contents', () => {
    const { sheet } = started();
    sheet.getRange('A1').setValue(1).setFontWeight('bold');
    sheet.getRange('A1').clearContent();
    expect([sheet.getRange('A1').getValue(), sheet.getRange('A1').getFontWeight()]).toEqual(['', 'bold']);
    sheet.getRange('A1').setValue(2).clearFormat();
    expect([sheet.getRange('A1').getValue(), sheet.getRange('A1').getFontWeight()]).toEqual([2, 'normal']);
  });

  test('what Google does not know is refused', () => {
    const { sheet } = started();
    // @ts-expect-error: no such alignment
    expect(() => sheet.getRange('A1').setHorizontalAlignment('leftish')).toThrow('leftish');
    expect(() => sheet.getRange('A1').setBackground('reddish')).toThrow('reddish');
    expect(sheet.getRange('A1').setBackground('#FC0').getBackground()).toBe('#ffcc00');
  });
});

describe('number formats', () => {
  const shown: readonly [format: string, value: number, text: string][] = [
    ['0.00', 1234.5, '1234.50'],
    ['#,##0', 1234567.6, '1,234,568'],
    ['0.0%', 0.1234, '12.3%'],
    ['#,##0.0,"k"', 12_345, '12.3k'],
    ['#,##0;[Red]-#,##0', -1234, '-1,234'],
    ['¥#,##0', 1234, '¥1,234'],
    ['0"月"', 3, '3月'],
    ['0万', 3, '3万'],
    ['yyyy-MM-dd', 46_097, '2026-03-16'],
    ['yyyy"年"M"月"d"日"', 46_097, '2026年3月16日'],
    ['M/d/yyyy H:mm', 46_097.25, '3/16/2026 06:00'],
  ];
  test.each(shown)('%s shows %p as %p, and is given back as it was', (format, value, text) => {
    const { sheet } = started();
    sheet.getRange('A1').setValue(value).setNumberFormat(format);
    expect(sheet.getRange('A1').getDisplayValue()).toBe(text);
    expect(sheet.getRange('A1').getNumberFormat()).toBe(format);
  });

  test.each(['General', 'general', '0.###############'])(
    '%s is no format: Google gives back what it shows by',
    (format) => {
      const { sheet } = started();
      const cell = sheet.getRange('A1').setValue(1.5).setNumberFormat('0.00').setNumberFormat(format);
      expect([cell.getDisplayValue(), cell.getNumberFormat()]).toEqual(['1.5', '0.###############']);
    },
  );

  test('two that look the same here stay two', () => {
    const { sheet } = started();
    sheet.getRange('A1:C1').setNumberFormats([['yyyy-MM-dd', 'yyyy-mm-dd', 'YYYY-MM-DD']]);
    expect(sheet.getRange('A1:C1').getNumberFormats()).toEqual([['yyyy-MM-dd', 'yyyy-mm-dd', 'YYYY-MM-DD']]);
  });
});

describe('merged cells', () => {
  test('belong together, row by row if asked, and come apart', () => {
    const { sheet } = started();
    sheet.getRange('A1:C2').mergeAcross();
    expect(
      sheet
        .getRange('A1:C2')
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(['A1:C1', 'A2:C2']);
    expect(sheet.getRange('B1').isPartOfMerge()).toBe(true);
    expect(sheet.getRange('D1').isPartOfMerge()).toBe(false);
    sheet.getRange('A1:C2').breakApart();
    expect(sheet.getRange('A1:C2').isPartOfMerge()).toBe(false);
  });
});

describe('borders', () => {
  const borderAt = (host: ReturnType<typeof started>, col: number, row: number) =>
    Object.keys(host.workbook.model.getters.getCellBorder({ sheetId: '0', col, row }) ?? {}).sort();

  test('are drawn round a range and between its cells, left alone with null, taken away with false', () => {
    const host = started();
    const range = host.sheet.getRange('B2:C3');
    range.setBorder(true, true, true, true, null, null);
    expect(borderAt(host, 1, 1)).toEqual(['left', 'top']);
    range.setBorder(null, null, null, null, true, true);
    expect(borderAt(host, 1, 1)).toEqual(['bottom', 'left', 'right', 'top']);
    range.setBorder(false, null, null, null, null, null);
    expect(borderAt(host, 1, 1)).toEqual(['bottom', 'left', 'right']);
    range.setBorder(false, false, false, false, false, false);
    expect(borderAt(host, 1, 1)).toEqual([]);
  });
});

describe('a data validation rule', () => {
  type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
  const date = new Date('2026-03-15T16:00:00.000Z');
  const rules: readonly [type: string, build: (builder: Builder) => Builder, values: unknown[]][] = [
    ['VALUE_IN_LIST', (builder) => builder.requireValueInList(['a', 'b'], false), [['a', 'b'], false]],
    ['NUMBER_BETWEEN', (builder) => builder.requireNumberBetween(0, 1), [0, 1]],
    ['NUMBER_GREATER_THAN_OR_EQUAL_TO', (builder) => builder.requireNumberGreaterThanOrEqualTo(-1), [-1]],
    ['DATE_IS_VALID_DATE', (builder) => builder.requireDate(), []],
    ['DATE_BETWEEN', (builder) => builder.requireDateBetween(date, date), [date, date]],
    ['DATE_ON_OR_AFTER', (builder) => builder.requireDateOnOrAfter(date), [date]],
    ['CHECKBOX', (builder) => builder.requireCheckbox(), []],
    ['CUSTOM_FORMULA', (builder) => builder.requireFormulaSatisfied('=A1>0'), ['=A1>0']],
    ['TEXT_CONTAINS', (builder) => builder.requireTextContains('x'), ['x']],
  ];
  test.each(rules)('%s is read as it was built', (type, build, values) => {
    const { sheet, SpreadsheetApp } = started({ timeZone: 'Asia/Shanghai' });
    const rule = build(SpreadsheetApp.newDataValidation()).setAllowInvalid(false).setHelpText('help').build();
    sheet.getRange('A1:A3').setDataValidation(rule);
    const read = sheet.getRange('A2').getDataValidation();
    expect(String(read?.getCriteriaType())).toBe(type);
    expect(read?.getCriteriaValues()).toEqual(values);
    expect(read?.getAllowInvalid()).toBe(false);
    expect(read?.getHelpText()).toBe('help');
    expect(sheet.getRange('B2').getDataValidation()).toBeNull();
  });

  test('on a range names that range', () => {
    const { spreadsheet, sheet, SpreadsheetApp } = started();
    const lists = spreadsheet.insertSheet('选项 1');
    const rule = SpreadsheetApp.newDataValidation().requireValueInRange(lists.getRange('A2:A4'), true).build();
    sheet.getRange('A1').setDataValidation(rule);
    const [range, dropdown] = sheet.getRange('A1').getDataValidation()?.getCriteriaValues() ?? [];
    expect([range.getSheet().getName(), range.getA1Notation(), dropdown]).toEqual(['选项 1', 'A2:A4', true]);
  });

  test('can differ from cell to cell, and be taken away', () => {
    const { sheet, SpreadsheetApp } = started();
    const list = SpreadsheetApp.newDataValidation().requireValueInList(['a']).build();
    const number = SpreadsheetApp.newDataValidation().requireNumberGreaterThan(0).build();
    const types = () =>
      sheet
        .getRange('A1:B2')
        .getDataValidations()
        .map((row) => row.map((rule) => rule && String(rule.getCriteriaType())));
    sheet.getRange('A1:B2').setDataValidations([
      [list, number],
      [null, number],
    ]);
    expect(types()).toEqual([
      ['VALUE_IN_LIST', 'NUMBER_GREATER_THAN'],
      [null, 'NUMBER_GREATER_THAN'],
    ]);
    sheet.getRange('B1').setDataValidation(null);
    expect(types()).toEqual([
      ['VALUE_IN_LIST', null],
      [null, 'NUMBER_GREATER_THAN'],
    ]);
  });

  test('that rejects what a script writes fails at the flush, and the cell stays as it was', () => {
    const { sheet, SpreadsheetApp } = started();
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build();
    sheet.getRange('B2').setDataValidation(rule).setValue('a');
    SpreadsheetApp.flush();
    sheet.getRange('B2').setValue('c');
    expect(() => SpreadsheetApp.flush()).toThrow(
      'The data you entered in cell B2 violates the data validation rules set on this cell.',
    );
    expect(sheet.getRange('B2').getValue()).toBe('a');
  });

  test.each([
    ['""', 'a number', (builder) => builder.requireNumberGreaterThan(0)],
    ['""', 'a date', (builder) => builder.requireDate()],
    ['""', 'a choice', (builder) => builder.requireValueInList(['a', 'b'])],
    ['1/0', 'a number', (builder) => builder.requireNumberGreaterThan(0)],
    ['0', 'a number above 0', (builder) => builder.requireNumberGreaterThan(0)],
  ] satisfies readonly (readonly [
    string,
    string,
    (builder: GoogleAppsScript.Spreadsheet.DataValidationBuilder) => GoogleAppsScript.Spreadsheet.DataValidationBuilder,
  ])[])('that asks for more than a formula’s %s refuses it: %s', (formula, _, require) => {
    const { sheet, SpreadsheetApp } = started();
    const rule = require(SpreadsheetApp.newDataValidation()).setAllowInvalid(false).build();
    sheet.getRange('B2').setDataValidation(rule).setFormula(`=${formula}`);
    expect(() => SpreadsheetApp.flush()).toThrow('violates the data validation rules');
    expect(sheet.getRange('B2').getFormula()).toBe('');
  });

  test('that comes after what was written does not look back', () => {
    const { sheet, SpreadsheetApp } = started();
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build();
    sheet.getRange('B2').setValue('c').setDataValidation(rule);
    SpreadsheetApp.flush();
    expect(sheet.getRange('B2').getValue()).toBe('c');
  });

  test('that only warns lets a script write anything', () => {
    const { sheet, SpreadsheetApp } = started();
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build();
    sheet.getRange('B2').setDataValidation(rule).setValue('c');
    expect(sheet.getRange('B2').getValue()).toBe('c');
  });
});

describe('a conditional format', () => {
  test('is read as it was built, in order', () => {
    const { sheet, SpreadsheetApp } = started();
    const late = SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=$B2="late"')
      .setBackground('#ffcccc')
      .setBold(true)
      .setRanges([sheet.getRange('A2:C9'), sheet.getRange('E2:E9')])
      .build();
    const blank = SpreadsheetApp.newConditionalFormatRule()
      .whenCellEmpty()
      .setFontColor('#999999')
      .setRanges([sheet.getRange('A2:A9')])
      .build();
    sheet.setConditionalFormatRules([late, blank]);
    const read = sheet.getConditionalFormatRules().map((rule) => {
      const condition = rule.getBooleanCondition();
      return [
        rule.getRanges().map((range) => range.getA1Notation()),
        String(condition?.getCriteriaType()),
        condition?.getCriteriaValues(),
        condition?.getBackground(),
        condition?.getFontColor(),
        condition?.getBold(),
      ];
    });
    expect(read).toEqual([
      [['A2:C9', 'E2:E9'], 'CUSTOM_FORMULA', ['=$B2="late"'], '#ffcccc', null, true],
      [['A2:A9'], 'CELL_EMPTY', [], null, '#999999', null],
    ]);
  });

  test('applies row by row, and the first that holds wins', () => {
    const { workbook, sheet, SpreadsheetApp } = started();
    sheet.getRange('B2:B3').setValues([['late'], ['done']]);
    const rule = (formula: string, color: string) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenFormulaSatisfied(formula)
        .setBackground(color)
        .setRanges([sheet.getRange('A2:B3')])
        .build();
    sheet.setConditionalFormatRules([rule('=$B2="late"', '#ff0000'), rule('=$B2<>""', '#00ff00')]);
    SpreadsheetApp.flush();
    const shown = [1, 2].map(
      (row) => workbook.model.getters.getCellConditionalFormatStyle({ sheetId: '0', col: 0, row })?.fillColor,
    );
    expect(shown).toEqual(['#ff0000', '#00ff00']);
  });
});
