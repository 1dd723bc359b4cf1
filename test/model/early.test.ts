import { isEarly } from '../../src/model/early';

test.each([
  [46_000, 46_001, true],
  [46_001, 46_001, false],
  [46_002, 46_001, false],
  ['2027-03-15', '2027-03-16', true],
  ['2027-03-16', '2027-03-16', false],
  ['2027-10-01', '2027-09-30', false],
  [null, '2027-03-16', false],
  ['2027-03-15', null, false],
  [undefined, 46_001, false],
  [46_000, '2027-03-16', false],
])('%p before %p: %p', (day, least, expected) => {
  expect(isEarly(day, least)).toBe(expected);
});
