/**
 * Sales of a year's openings by month: each opening brings the mature store's baseline × its ramp share in its 1st, 2nd,
 * 3rd … month, the last share going on, × the month's season index. The opening month counts, even if part.
 */
export function newStoreSales(
  baseline: number,
  openingsByMonth: readonly number[],
  ramp: readonly number[],
  seasonIndex: readonly number[] = [],
): number[] {
  return openingsByMonth.map((_, month) => {
    let matureStores = 0;
    for (let opened = 0; opened <= month; opened += 1) {
      const share = ramp[Math.min(month - opened, ramp.length - 1)] ?? 0;
      matureStores += (openingsByMonth[opened] ?? 0) * share;
    }
    return baseline * matureStores * (seasonIndex[month] ?? 1);
  });
}
