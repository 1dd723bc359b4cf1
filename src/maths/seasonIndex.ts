/**
 * The season index of twelve months, adding up to 12: each month's share of its year × 12, averaged over the years. Each
 * year is twelve months of sales with a total above 0.
 */
export function seasonIndex(years: readonly (readonly number[])[]): number[] {
  const index: number[] = Array(12).fill(0);
  for (const year of years) {
    let total = 0;
    for (const sales of year) total += sales;
    for (const [month, sales] of year.entries()) {
      index[month] = (index[month] ?? 0) + (sales / total) * (12 / years.length);
    }
  }
  return index;
}
