/**
 * Sales of a store-month: Σ sales ÷ Σ months open. The same as total ÷ stores ÷ average operating time, and not the mean
 * of the stores' own averages: 120, 42 and 18 over 12, 6 and 3 months are 180 ÷ 21 = 8.571…
 */
export function storeMonthMean(sales: readonly number[], times: readonly number[]): number {
  let total = 0;
  let months = 0;
  for (const value of sales) total += value;
  for (const value of times) months += value;
  return total / months;
}
