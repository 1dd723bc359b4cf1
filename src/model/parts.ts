import { mostUnits, type SpreadFault } from '../maths/spread';
import { PlanError } from './error';

/** What the arguments of a spread are called, and where their parts stand, for the message. */
export interface SpreadCall {
  readonly total: string;
  readonly weights: string;
  readonly amount: number;
  readonly unit: number;
  /** What a part at fault held, and where it stands. */
  readonly part?: (index: number) => {
    readonly got: number;
    readonly maximum: number;
    readonly row?: number;
    readonly column?: number;
  };
}

/** The parts of a spread; throws PlanError naming the argument that kept it from being one. */
export function partsOf(result: number[] | SpreadFault, { total, weights, amount, unit, part }: SpreadCall): number[] {
  if (Array.isArray(result)) return result;
  switch (result.fault) {
    case 'notMultiple':
      throw new PlanError(result.fault, { argument: total, unit, got: amount });
    case 'tooManyUnits':
      throw new PlanError(result.fault, { argument: total, unit, got: amount, most: mostUnits });
    case 'noWeight':
      throw new PlanError(result.fault, { argument: weights });
    case 'crossedBounds':
      throw new PlanError(result.fault, { argument: 'minimums', ...part?.(result.index) });
    case 'minimumsExceed':
      throw new PlanError(result.fault, { argument: 'minimums', by: result.by });
    case 'maximumsFallShort':
      throw new PlanError(result.fault, { argument: 'maximums', by: result.by });
  }
}
