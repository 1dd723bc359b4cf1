import fc from 'fast-check';
import { ratePriceEffects, ratePriceSales } from '../../src/maths/ratePrice';
import { frozen } from '../frozen';

test.each([
  [[200, 0.5, 0.5, 1.5, 200], 15_000],
  [[2600, 0.3, 0.15, 1, 100], 11_700],
  [[2600, 0, 0.15, 1, 100], 0],
])('%j sell %d', (drivers, expected) => {
  expect(ratePriceSales(frozen(drivers))).toBeCloseTo(expected, 6);
});

const now = frozen([200, 0.5, 0.5, 1.5, 200]);
const target = frozen([220, 0.48, 0.55, 1.6, 195]);

test('the worked case', () => {
  expect(ratePriceSales(target)).toBeCloseTo(18_120.96, 2);
  const effects = ratePriceEffects(now, target);
  for (const [index, expected] of [1574.57, -675.84, 1574.57, 1066.72, -419.06].entries()) {
    expect(effects[index]).toBeCloseTo(expected, 2);
  }
});

function orders(indexes: readonly number[]): number[][] {
  if (indexes.length === 0) return [[]];
  return indexes.flatMap((first) => orders(indexes.filter((index) => index !== first)).map((rest) => [first, ...rest]));
}
const every = orders([0, 1, 2, 3, 4]);

/** Each driver's change in sales, one after the other, averaged over all 120 orders. */
function averagedChanges(from: readonly number[], to: readonly number[]): number[] {
  const effects = from.map(() => 0);
  for (const order of every) {
    const drivers = [...from];
    for (const index of order) {
      const before = drivers.reduce((a, b) => a * b);
      drivers[index] = to[index] ?? 0;
      effects[index] = (effects[index] ?? 0) + (drivers.reduce((a, b) => a * b) - before) / every.length;
    }
  }
  return effects;
}

const driver = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true }));
const drivers = fc.tuple(driver, driver, driver, driver, driver);

test('the parts are the changes averaged over every order, zeros included, and add up to the difference', () => {
  fc.assert(
    fc.property(drivers, drivers, (from, to) => {
      const scale = Math.max(
        1,
        ratePriceSales(from),
        ratePriceSales(to),
        ratePriceSales(from.map((value, index) => Math.max(value, to[index] ?? 0))),
      );
      const effects = ratePriceEffects(from, to);
      for (const [index, expected] of averagedChanges(from, to).entries()) {
        expect((effects[index] ?? 0) / scale).toBeCloseTo(expected / scale, 10);
      }
      const sum = effects.reduce((a, b) => a + b);
      expect(sum / scale).toBeCloseTo((ratePriceSales(to) - ratePriceSales(from)) / scale, 10);
    }),
  );
});
