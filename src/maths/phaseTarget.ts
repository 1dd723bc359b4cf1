import { type SpreadFault, spread } from './spread';

/** A year's target over twelve months in proportion to the season index, as `spread` does. */
export function phaseTarget(annualTarget: number, seasonIndex: readonly number[], unit = 1): number[] | SpreadFault {
  return spread(annualTarget, seasonIndex, unit);
}
