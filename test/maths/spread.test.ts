import fc from 'fast-check';
import { type SpreadFault, spread } from '../../src/maths/spread';
import { frozen } from '../frozen';

const times = (count: number, value: number): number[] => Array(count).fill(value);

function parts(result: number[] | SpreadFault): number[] {
  if (!Array.isArray(result)) throw new Error(`no parts: ${JSON.stringify(result)}`);
  return result;
}

test.each([
  ['60 000 by full and reduced weights', 60_000, [1, 1, 1, 0.8, 0.6], 1, [13637, 13636, 13636, 10909, 8182]],
  ['1 579 by the same', 1579, [1, 1, 1, 0.8, 0.6], 1, [359, 359, 359, 287, 215]],
  [
    '60 000 by 17 weekdays and 14 weekend days',
    60_000,
    [...times(17, 1), ...times(14, 1.5)],
    1,
    [...times(17, 1579), ...times(5, 2369), ...times(9, 2368)],
  ],
  ['100 by shares', 100, [13.626332, 47.989636, 9.596008, 28.788024], 1, [14, 48, 9, 29]],
  ['equal remainders, the earlier part first', 10, [1, 1, 1, 1], 1, [3, 3, 2, 2]],
  ['equal remainders of unequal weights: 0.5 and 1.5', 2, [0.3, 0.9], 1, [1, 1]],
  ['cents', 0.3, [1, 1], 0.01, [0.15, 0.15]],
  ['an odd cent', 0.31, [1, 1], 0.01, [0.16, 0.15]],
  ['hundreds', 1000, [1, 1, 1], 100, [400, 300, 300]],
  ['a part without weight gets nothing', 7, [0, 1, 0], 1, [0, 7, 0]],
  ['nothing to spread', 0, [1, 2], 1, [0, 0]],
  ['nothing to spread over nothing', 0, [0, 0], 1, [0, 0]],
])('%s', (_, total, weights, unit, expected) => {
  expect(spread(total, frozen(weights), unit)).toEqual(expected);
});

test.each([
  ['clamped below and above', 100, [1, 1, 1, 1], [40, 0, 0, 0], [100, 10, 100, 100], [40, 10, 25, 25]],
  ['only the minimum binds, though a maximum seemed to', 100, [1, 2, 3], [60, 0, 0], [100, 100, 45], [60, 16, 24]],
  ['only the maximum binds, though a minimum seemed to', 100, [6, 3, 1], [0, 0, 15], [20, 100, 100], [20, 60, 20]],
  ['blank bounds do not bind', 10, [1, 1], [null, 7], [null, null], [3, 7]],
  ['all fixed', 10, [1, 1], [4, 6], [4, 6], [4, 6]],
  ['a part without weight gets its minimum', 10, [0, 1], [2, 0], [5, 100], [2, 8]],
])('%s', (_, total, weights, minimums, maximums, expected) => {
  expect(spread(total, frozen(weights), 1, frozen({ minimums, maximums }))).toEqual(expected);
});

test.each([
  ['a total that is no multiple', 10.5, [1, 1], 1, {}, { fault: 'notMultiple' }],
  ['a total finer than the unit', 0.305, [1, 1], 0.01, {}, { fault: 'notMultiple' }],
  ['more units than doubles can tell apart', 10 ** 12, [1], 0.01, {}, { fault: 'tooManyUnits' }],
  ['weights of 0', 10, [0, 0], 1, {}, { fault: 'noWeight' }],
  ['minimums above the total', 10, [1, 1], 1, { minimums: [6, 7] }, { fault: 'minimumsExceed', by: 3 }],
  ['maximums below the total', 10, [1, 1], 1, { maximums: [6, 1] }, { fault: 'maximumsFallShort', by: 3 }],
  [
    'a minimum above its maximum',
    10,
    [1, 1],
    1,
    { minimums: [0, 7], maximums: [9, 6] },
    { fault: 'crossedBounds', index: 1 },
  ],
  [
    'weight only where the maximum is reached',
    100,
    [0, 1],
    1,
    { minimums: [40, 0], maximums: [null, 10] },
    { fault: 'maximumsFallShort', by: 50 },
  ],
  [
    'room only where there is no weight, all of it counted',
    100,
    [0, 1],
    1,
    { maximums: [20, 10] },
    { fault: 'maximumsFallShort', by: 90 },
  ],
  ['weights of 0 with room for the total', 10, [0, 0], 1, { maximums: [9, 9] }, { fault: 'noWeight' }],
])('%s is a fault', (_, total, weights, unit, bounds, expected) => {
  expect(spread(total, weights, unit, bounds)).toEqual(expected);
});

const wholeWeights = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })
  .filter((weights) => weights.some((weight) => weight > 0));

/** Largest remainder in whole numbers only: remainders are (total × weight) mod Σ weights, without any division. */
function countedParts(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((left, right) => left + BigInt(right), 0n);
  const exact = weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, part: product / all, remainder: product % all };
  });
  const left = BigInt(total) - exact.reduce((sum, { part }) => sum + part, 0n);
  const order = [...exact].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const entry of order.slice(0, Number(left))) entry.part += 1n;
  return exact.map(({ part }) => Number(part));
}

test('agrees with the largest remainder in whole-number arithmetic, equal remainders in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 9 }), wholeWeights, (total, weights) => {
      expect(spread(total, weights)).toEqual(countedParts(total, weights));
    }),
    { numRuns: 500 },
  );
});

test('weights scaled by any fraction give the same parts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 7 }),
      wholeWeights,
      fc.constantFrom(0.1, 0.3, 1 / 3, 0.01, 7),
      (total, weights, scale) => {
        expect(
          spread(
            total,
            weights.map((weight) => weight * scale),
          ),
        ).toEqual(countedParts(total, weights));
      },
    ),
    { numRuns: 500 },
  );
});

const fractions = fc
  .array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 60 })
  .filter((weights) => weights.some((weight) => weight > 1e-6));

test('parts add up exactly, each within one unit of its share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 10 }),
      fractions,
      fc.constantFrom(1, 0.01, 100, 0.5),
      (units, weights, unit) => {
        const all = weights.reduce((left, right) => left + right, 0);
        const counts = parts(spread(units * unit, weights, unit)).map((part) => part / unit);
        expect(counts.reduce((left, right) => left + Math.round(right), 0)).toBe(units);
        for (const [index, count] of counts.entries()) {
          expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-4);
          expect(Math.abs(count - (units * (weights[index] ?? 0)) / all)).toBeLessThan(1 + 1e-4);
        }
      },
    ),
  );
});

test('bounds that can hold are held, and the parts still add up', () => {
  const part = fc.record({
    weight: fc.integer({ min: 1, max: 20 }),
    low: fc.integer({ min: 0, max: 30 }),
    room: fc.integer({ min: 0, max: 30 }),
  });
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, at) => {
        const least = list.reduce((left, { low }) => left + low, 0);
        const most = list.reduce((left, { low, room }) => left + low + room, 0);
        const total = least + Math.floor((most - least) * at);
        const minimums = list.map(({ low }) => low);
        const maximums = list.map(({ low, room }) => low + room);
        const counts = parts(
          spread(
            total,
            list.map(({ weight }) => weight),
            1,
            { minimums, maximums },
          ),
        );
        expect(counts.reduce((left, right) => left + right, 0)).toBe(total);
        for (const [index, count] of counts.entries()) {
          expect(count).toBeGreaterThanOrEqual(minimums[index] ?? 0);
          expect(count).toBeLessThanOrEqual(maximums[index] ?? 0);
        }
        // Parts at none of their bounds stand in the proportion of their weights, within the unit they are rounded by.
        const free = counts
          .map((count, index) => ({ count, weight: list[index]?.weight ?? 0, index }))
          .filter(({ count, index }) => count > (minimums[index] ?? 0) && count < (maximums[index] ?? 0));
        for (const left of free) {
          for (const right of free) {
            const [most, least] = [(left.count + 1) / left.weight, (right.count - 1) / right.weight];
            expect(least).toBeLessThanOrEqual(most + 1e-9);
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});
