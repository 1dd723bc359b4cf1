/**
 * What the average store sold in a month of trading: total sales ÷ number of stores ÷ average operating time in months,
 * the reference formula printed on the planning form. 12,000,000 over 20 stores open 10 months is 60,000.
 */
export function averageStore(totalSales: number, storeCount: number, averageOperatingTime: number): number {
  return totalSales / storeCount / averageOperatingTime;
}
