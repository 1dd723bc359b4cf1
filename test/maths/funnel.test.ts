import fc from 'fast-check';
import { funnelExpected, funnelRequired } from '../../src/maths/funnel';
import { frozen } from '../frozen';

test('what is left after each stage', () => {
  expect(funnelExpected(40, frozen([0.4, 0.5, 0.75]))).toEqual([16, 8, 6]);
});

test.each([
  [6, [0.4, 0.5, 0.75], [40, 16, 8]],
  [21, [0.7], [30]],
  [1, [0.3], [4]],
  [7, [0.1], [70]],
  [0, [0.5, 0.5], [0, 0]],
  [5, [1, 1], [5, 5]],
  [3, [0.333, 1], [10, 3]],
])('%d openings at %j need %j', (openings, rates, expected) => {
  expect(funnelRequired(openings, frozen(rates))).toEqual(expected);
});

test('what is required is enough, and one fewer at any stage is not', () => {
  const percent = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.array(percent, { minLength: 1, maxLength: 5 }),
      (openings, percents) => {
        const needed = funnelRequired(
          openings,
          percents.map((rate) => rate / 100),
        );
        const next = [...needed.slice(1), openings];
        for (const [stage, count] of needed.entries()) {
          // In whole hundredths, so that no fraction blurs the comparison.
          expect(count * (percents[stage] ?? 0)).toBeGreaterThanOrEqual((next[stage] ?? 0) * 100);
          expect((count - 1) * (percents[stage] ?? 0)).toBeLessThan((next[stage] ?? 0) * 100);
        }
      },
    ),
  );
});
