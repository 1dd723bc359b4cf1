import { newStoreSales } from '../../src/maths/newStoreSales';
import { frozen } from '../frozen';

const ramp = frozen([0.5, 0.7, 0.85, 1]);

test('one store in month 3, two in 6, one in 10', () => {
  const sales = newStoreSales(60_000, frozen([0, 0, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0]), ramp);
  const expected = [0, 0, 30_000, 42_000, 51_000, 120_000, 144_000, 162_000, 180_000, 210_000, 222_000, 231_000];
  for (const [month, value] of expected.entries()) expect(sales[month]).toBeCloseTo(value, 6);
});

test('the golden case’s openings', () => {
  const sales = newStoreSales(900_000 / 7, frozen([0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0]), ramp);
  expect(sales.reduce((a, b) => a + b)).toBeCloseTo(12_638_571.43, 2);
});

test('a month’s season scales what is sold in it', () => {
  const flat = newStoreSales(100, [1, 0, 1], [0.5, 1]);
  expect(flat).toEqual([50, 100, 150]);
  expect(newStoreSales(100, [1, 0, 1], [0.5, 1], [1, 2, 0])).toEqual([50, 200, 0]);
});

test('a ramp of one share is that share from the first month on', () => {
  expect(newStoreSales(100, [1, 0, 0], [1])).toEqual([100, 100, 100]);
});
