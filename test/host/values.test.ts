import { started } from './start';

describe('setValues reads text as if it had been typed', () => {
  const cases: readonly [text: string, value: unknown, format: string][] = [
    ['01234', 1234, 'General'],
    ["'01234", '01234', 'General'],
    ['10%', 0.1, '0%'],
    ['12.5%', 0.125, '0.00%'],
    ['1,234', 1234, '#,##0'],
    ['TRUE', true, 'General'],
    ['=1+1', 2, 'General'],
    ['plain', 'plain', 'General'],
    ['', '', 'General'],
  ];
  test.each(cases)('%p is %p', (text, value, format) => {
    const { sheet } = started();
    sheet.getRange('A1').setValues([[text]]);
    expect(sheet.getRange('A1').getValue()).toEqual(value);
    expect(sheet.getRange('A1').getNumberFormat()).toBe(format);
  });
});

test('what does not fill the range is refused in Google’s words', () => {
  const { sheet } = started();
  expect(() => sheet.getRange(1, 1, 3, 1).setValues([[1], [2]])).toThrow(
    'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.',
  );
  expect(() => sheet.getRange(1, 1, 1, 3).setValues([[1, 2]])).toThrow(
    'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
  );
  expect(() => sheet.getRange(1, 27)).toThrow('The coordinates of the range are outside the dimensions of the sheet.');
});
