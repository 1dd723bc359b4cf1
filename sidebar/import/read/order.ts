import type { Order, WrittenDay } from '../../../src/model/written/day';

/**
 * The order of day and month for each sign between them, from all dates of a column that are written with it: unclear
 * where none tells it, or some tell one and some the other. A date that reads alike either way asks for none.
 */
export function orderOf(days: readonly WrittenDay[]): ReadonlyMap<string, Order | 'unclear'> {
  const told = new Map<string, { dmy: boolean; mdy: boolean; asks: boolean }>();
  for (const day of days) {
    if (!('sign' in day)) continue;
    const found = told.get(day.sign) ?? { dmy: false, mdy: false, asks: false };
    told.set(day.sign, found);
    if (day.first > 12 && day.second <= 12) found.dmy = true;
    else if (day.second > 12 && day.first <= 12) found.mdy = true;
    else if (day.first !== day.second) found.asks = true;
  }
  return new Map(
    [...told].map(([sign, { dmy, mdy, asks }]) => [sign, asks && dmy === mdy ? 'unclear' : mdy ? 'mdy' : 'dmy']),
  );
}
