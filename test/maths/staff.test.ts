import { certCoverage, retentionRate } from '../../src/maths/staff';

test('coverage and retention', () => {
  expect(certCoverage(48, 50)).toBeCloseTo(0.96, 12);
  expect(retentionRate(50, 6)).toBeCloseTo(0.88, 12);
});
