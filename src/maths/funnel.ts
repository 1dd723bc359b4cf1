import { cleared } from './round';

/** How many are left after each stage, unrounded: 40 leads at 40 %, 50 %, 75 % are 16, 8, 6. Rates are fractions. */
export function funnelExpected(leads: number, rates: readonly number[]): number[] {
  let left = leads;
  return rates.map((rate) => {
    left *= rate;
    return left;
  });
}

/**
 * The whole number needed at the start of each stage, first stage first, each the next one ÷ its rate, rounded up: 6
 * openings at 40 %, 50 %, 75 % need 40 leads, 16, 8. Rates are fractions above 0.
 */
export function funnelRequired(openings: number, rates: readonly number[]): number[] {
  let needed = openings;
  const stages: number[] = [];
  for (const rate of [...rates].reverse()) {
    // 21 ÷ 0.7 is 30, not the 30.000000000000004 that would be rounded up to 31.
    needed = Math.ceil(cleared(needed / rate));
    stages.unshift(needed);
  }
  return stages;
}
