import { SIGNATURES } from '../../host/services/signatures';
import { declaredSignatures } from './declared';
import { started } from './start';

test('what members may be called with is what Google declares', () => {
  const declared = Object.entries(declaredSignatures()).map(([type, members]) => [
    type,
    Object.fromEntries(Object.entries(members).map(([name, overloads]) => [name, overloads.join('|')])),
  ]);
  expect(SIGNATURES).toEqual(Object.fromEntries(declared));
  expect(SIGNATURES.Range).toMatchObject({ getCell: 'n,n', setFontSizes: 'n[][]', setBackgrounds: 's?[][]' });
  expect(SIGNATURES.DataValidationBuilder).toMatchObject({ requireDate: '', requireNumberBetween: 'n,n' });
});

type Host = ReturnType<typeof started>;

/** Calls a member as a script does, whose arguments nobody has checked. */
const call = (handle: object, member: string, ...args: readonly unknown[]): unknown =>
  Reflect.apply(Reflect.get(handle, member), handle, args);

describe('what fits no overload is refused, in Google’s words', () => {
  const cases: readonly (readonly [types: string, name: string, act: (host: Host) => unknown])[] = [
    ['String,number', 'SpreadsheetApp.Sheet.getRange', ({ sheet }) => call(sheet, 'getRange', '1', 2)],
    ['null,number', 'SpreadsheetApp.Sheet.getRange', ({ sheet }) => call(sheet, 'getRange', undefined, 2)],
    ['number', 'SpreadsheetApp.Sheet.setFrozenRows', ({ sheet }) => call(sheet, 'setFrozenRows', Number.NaN)],
    ['number', 'SpreadsheetApp.Sheet.setName', ({ sheet }) => call(sheet, 'setName', 5)],
    ['String', 'SpreadsheetApp.Range.setWrap', ({ sheet }) => call(sheet.getRange('A1'), 'setWrap', 'yes')],
    [
      'null[][]',
      'SpreadsheetApp.Range.setNumberFormats',
      ({ sheet }) => call(sheet.getRange('A1'), 'setNumberFormats', [[null]]),
    ],
    [
      'String',
      'SpreadsheetApp.DataValidationBuilder.requireDate',
      ({ SpreadsheetApp }) => call(SpreadsheetApp.newDataValidation(), 'requireDate', 'x'),
    ],
    [
      'Date',
      'SpreadsheetApp.DataValidationBuilder.requireDateAfter',
      ({ SpreadsheetApp }) => call(SpreadsheetApp.newDataValidation(), 'requireDateAfter', new Date(Number.NaN)),
    ],
    ['String', 'SpreadsheetApp.Sheet.getProtections', ({ sheet }) => call(sheet, 'getProtections', 'SHEET')],
    [
      'Object',
      'SpreadsheetApp.Range.setDataValidation',
      ({ sheet }) => call(sheet.getRange('A1'), 'setDataValidation', {}),
    ],
    ['String', 'Lock.tryLock', ({ LockService }) => call(LockService.getDocumentLock(), 'tryLock', 'x')],
  ];
  test.each(cases)('(%s) for %s', (types, name, act) => {
    expect(() => act(started())).toThrow(`The parameters (${types}) don't match the method signature for ${name}.`);
  });
});

test('what Google takes is taken: null for a colour, numbers for notes, lists and dates', () => {
  const { sheet, SpreadsheetApp } = started();
  const range = sheet.getRange('A1:B1');
  expect(
    range
      .setBackground(null)
      .setBackgrounds([[null, '#ff0000']])
      .getBackgrounds(),
  ).toEqual([['#ffffff', '#ff0000']]);
  expect(SpreadsheetApp.newDataValidation().requireValueInList(['a'], true).getCriteriaValues()).toEqual([['a'], true]);
  expect(SpreadsheetApp.newDataValidation().requireDateAfter(new Date(0)).getCriteriaValues()).toHaveLength(1);
});
