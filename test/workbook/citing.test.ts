import { citing } from '../../src/workbook/formula';

const rows: readonly (readonly [formula: string, now: string])[] = [
  ['=B5', '=C5'],
  ['=$B$5+B6', '=$C$5+C6'],
  ['=SUM(B5:B9,A1)', '=SUM(C5:C9,A1)'],
  ['=SUM(B$4:B)', '=SUM(C$4:C)'],
  ['=IF(B5="B5","B6",B7)', '=IF(C5="B5","B6",C7)'],
  ['=Lists!B5+B5', '=Lists!B5+C5'],
  ["='B5 ''27'!B5*B5", "='B5 ''27'!B5*C5"],
  ['=门店!B5+B5', '=门店!B5+C5'],
  ['=LOG10(B5)+AB2', '=LOG10(C5)+AB2'],
];

test.each(rows)('column B stands in C by now: %s is %s', (formula, now) => {
  expect(citing(formula, (column) => (column === 2 ? 3 : column))).toBe(now);
});
