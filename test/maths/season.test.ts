import fc from 'fast-check';
import { phaseTarget } from '../../src/maths/phaseTarget';
import { seasonIndex } from '../../src/maths/seasonIndex';
import { threeYears } from '../retail';

const worked = [
  0.892747, 0.881359, 1.002705, 0.986612, 1.048835, 1.000514, 1.021314, 1.036428, 0.963298, 1.002383, 1.008498,
  1.155308,
];
const workedMonths = [
  892747, 881358, 1002705, 986612, 1048835, 1000514, 1021314, 1036428, 963298, 1002383, 1008498, 1155308,
];

test('the season index of three real years', () => {
  const index = seasonIndex(threeYears);
  for (const [month, expected] of worked.entries()) expect(index[month]).toBeCloseTo(expected, 6);
});

test('each year counts alike, however much it sold', () => {
  const early = [2, ...Array(10).fill(1), 0];
  const late = [0, ...Array(10).fill(1000), 2000];
  const index = seasonIndex([early, late]);
  for (const month of index) expect(month).toBeCloseTo(1, 12);
});

test('adds up to 12', () => {
  const year = fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(year, { minLength: 1, maxLength: 5 }), (years) => {
      expect(seasonIndex(years).reduce((left, right) => left + right, 0)).toBeCloseTo(12, 9);
    }),
  );
});

test('a year’s target by the unrounded index', () => {
  expect(phaseTarget(12_000_000, seasonIndex(threeYears))).toEqual(workedMonths);
});
