import fc from 'fast-check';
import { ratePriceEffects } from '../../src/maths/ratePrice';
import { varianceParts } from '../../src/maths/varianceParts';
import { asNumber, type Fraction, fraction, minus, plus, times, total, zero } from '../fraction';
import { frozen } from '../frozen';

test.each<[string, readonly number[], readonly number[], readonly number[]]>([
  ['months and sales a month', [8, 100_000], [5, 110_000], [-315_000, 65_000]],
  ['three factors', [1, 1, 1], [2, 2, 2], [7 / 3, 7 / 3, 7 / 3]],
  ['one that stays', [3, 5], [3, 7], [0, 6]],
  ['from nothing', [0, 0], [4, 5], [10, 10]],
  ['a single one', [7], [9], [2]],
  ['none', [], [], []],
])('%s', (_, before, after, expected) => {
  const parts = varianceParts(frozen(before), frozen(after));
  expect(parts).toHaveLength(expected.length);
  for (const [index, part] of parts.entries()) expect(part).toBeCloseTo(expected[index] ?? 0, 9);
});

/** Each factor's change over every order in which the factors may change, exactly. */
function byAllOrders(before: readonly number[], after: readonly number[]): readonly Fraction[] {
  const sums: Fraction[] = before.map(() => zero);
  let orders = 0n;
  const go = (now: readonly number[], left: readonly number[]): void => {
    if (left.length === 0) orders += 1n;
    for (const factor of left) {
      const next = now.map((value, index) => (index === factor ? (after[index] ?? 0) : value));
      const rest = left.filter((other) => other !== factor);
      const paths = rest.reduce((product, _, index) => product * BigInt(index + 1), 1n);
      const of = (values: readonly number[]): Fraction =>
        values.map((value) => fraction(value)).reduce(times, fraction(1));
      sums[factor] = plus(sums[factor] ?? zero, times(minus(of(next), of(now)), fraction(paths)));
      go(next, rest);
    }
  };
  go(
    before,
    before.map((_, index) => index),
  );
  return sums.map((sum) => times(sum, fraction(1, orders)));
}

const factor = fc.integer({ min: -20, max: 20 });
const pairs = fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 5 });

test('it is the mean over all orders, which adds up exactly', () => {
  fc.assert(
    fc.property(pairs, (both) => {
      const [before, after] = [both.map(([from]) => from), both.map(([, to]) => to)];
      const exact = byAllOrders(before, after);
      const parts = varianceParts(before, after);
      for (const [index, part] of parts.entries()) expect(part).toBeCloseTo(asNumber(exact[index] ?? zero), 6);
      const difference = after.reduce((one, two) => one * two, 1) - before.reduce((one, two) => one * two, 1);
      expect(asNumber(total(exact))).toBe(difference);
    }),
    { numRuns: 60 },
  );
});

const amount = fc.double({ min: 0, max: 1e4, noNaN: true });

test('of any factors the parts add up to the change, to the last place of the largest', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 8 }), (both) => {
      const [before, after] = [both.map(([from]) => from), both.map(([, to]) => to)];
      const parts = varianceParts(before, after);
      const difference = after.reduce((one, two) => one * two, 1) - before.reduce((one, two) => one * two, 1);
      const largest = Math.max(...parts.map(Math.abs), Math.abs(difference));
      const sum = parts.reduce((one, two) => one + two, 0);
      expect(Math.abs(sum - difference)).toBeLessThanOrEqual(largest * parts.length * 2 ** -52);
    }),
  );
});

test('of five it is what the drivers of a store have', () => {
  const [now, target] = [
    [200, 0.25, 0.3, 1.4, 180],
    [220, 0.28, 0.33, 1.5, 175],
  ];
  for (const [index, part] of ratePriceEffects(now, target).entries())
    expect(varianceParts(now, target)[index]).toBeCloseTo(part, 6);
});
