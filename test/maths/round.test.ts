import fc from 'fast-check';
import { inUnits, multiple, rounded, roundedTo } from '../../src/maths/round';

test.each([
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [1.0049, 2, 1],
  [0.285, 2, 0.29],
  [2.675, 2, 2.68],
  [0.4999999, 0, 0],
  [-0.4, 0, 0],
  [848571.42857, 2, 848571.43],
  [123456789012345.5, 0, 123456789012346],
  [9007199254740991, 0, 9007199254740991],
])('%d to %i decimals is %d', (value, digits, expected) => {
  expect(rounded(value, digits)).toBe(expected);
});

test('never answers -0, which a cell would show as -0', () => {
  expect(Object.is(rounded(-0.2), 0)).toBe(true);
});

test.each([
  [848571.43, 0.01, 848571.43],
  [848571.4349, 0.01, 848571.43],
  [28.5, 1, 29],
  [1234, 100, 1200],
  [1250, 100, 1300],
  [0.3, 0.1, 0.3],
  [1697142.857142857, 0.01, 1697142.86],
])('%d to the nearest %d is %d', (value, unit, expected) => {
  expect(roundedTo(value, unit)).toBe(expected);
});

test('a whole number of cents is the decimal a person writes, and counts as that many cents', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (cents) => {
      const digits = String(cents).padStart(3, '0');
      expect(String(multiple(cents, 0.01))).toBe(String(Number(`${digits.slice(0, -2)}.${digits.slice(-2)}`)));
      expect(inUnits(multiple(cents, 0.01), 0.01)).toBe(cents);
    }),
  );
});

test('a half cent typed as a decimal goes away from zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (cents) => {
      const half = Number(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}5`);
      expect(rounded(half * 100)).toBe(cents + 1);
      expect(rounded(half, 2)).toBe(Number(((cents + 1) / 100).toFixed(2)));
    }),
  );
});
