import fc from 'fast-check';
import { headcountNeeded, hiresNeeded } from '../../src/maths/headcount';

test.each([
  [45, 12, 4],
  [45, 15, 3],
  [87, 12, 8],
  [0, 12, 0],
  [12, 12, 1],
  [2.1, 0.7, 3],
])('a workload of %d at %d a person needs %d', (workload, span, expected) => {
  expect(headcountNeeded(workload, span)).toBe(expected);
});

test('the people needed can do the workload, and one fewer cannot', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 50 }), (workload, span) => {
      const needed = headcountNeeded(workload, span);
      expect(needed * span).toBeGreaterThanOrEqual(workload);
      expect((needed - 1) * span).toBeLessThan(workload);
    }),
  );
});

test.each([
  [8, 6, 1, 3],
  [8, 9, 0, 0],
  [8, 9, 3, 2],
])('needed %d, current %d, leavers %d: hire %d', (needed, current, leavers, expected) => {
  expect(hiresNeeded(needed, current, leavers)).toBe(expected);
});
