import { change, product, ratio, sum } from '../../src/maths/figure';

test.each([
  ['a sum leaves blanks out', sum([1, null, 2]), 3],
  ['a sum of zeros is 0', sum([0, 0]), 0],
  ['a sum of blanks is blank', sum([null, null]), null],
  ['a sum of nothing is blank', sum([]), null],
  ['a product', product(2, 3, 4), 24],
  ['a product with a blank is blank', product(2, null), null],
  ['a product with 0 is 0', product(0, 5), 0],
  ['a ratio', ratio(1, 4), 0.25],
  ['a ratio to 0 is blank', ratio(1, 0), null],
  ['a ratio of a blank is blank', ratio(null, 4), null],
  ['a change', change(6, 4), 0.5],
  ['a change from 0 is blank', change(6, 0), null],
])('%s', (_, actual, expected) => {
  expect(actual).toBe(expected);
});
