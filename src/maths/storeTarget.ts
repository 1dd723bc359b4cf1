/** A store's target: baseline a month × (1 + growth) × months open; growth as a fraction, 0.1 for 10 %. */
export function storeTarget(baseline: number, growth: number, operatingTime: number): number {
  return baseline * (1 + growth) * operatingTime;
}
