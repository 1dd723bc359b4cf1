/** The growth over the baseline that reaches the target, a fraction: target ÷ (baseline a month × months open) − 1. */
export function requiredGrowth(target: number, baseline: number, operatingTime: number): number {
  return target / (baseline * operatingTime) - 1;
}
