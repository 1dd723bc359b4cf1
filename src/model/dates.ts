import type { Day } from '../maths/day';
import { midnightOf } from '../maths/localDay';

/** Whether a value is a Date, of whatever realm: `instanceof` knows those of one only. */
export function isDate(value: unknown): value is Date {
  return typeof value === 'object' && Object.prototype.toString.call(value) === '[object Date]';
}

/**
 * Arguments of a cell's function with their dates as days. A date cell arrives as an instant, which is a day only by the
 * clocks of the workbook's place; here it becomes midnight UTC of that day, for which no clocks are needed. `dayOf` is
 * asked for once a date is met; ranges without one stay as they are.
 */
export function datesAsDays(raw: ArrayLike<unknown>, dayOf: () => (instant: number) => Day): ArrayLike<unknown> {
  let known: ((instant: number) => Day) | undefined;
  const asDay = (value: unknown): unknown => {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      const cells: readonly unknown[] = value;
      let changed: unknown[] | undefined;
      for (let index = 0; index < cells.length; index += 1) {
        const day = asDay(cells[index]);
        if (day === cells[index]) continue;
        changed ??= [...cells];
        changed[index] = day;
      }
      return changed ?? value;
    }
    if (!isDate(value) || Number.isNaN(Number(value))) return value;
    known ??= dayOf();
    return new Date(midnightOf(known(Number(value))));
  };
  return Array.from(raw, asDay);
}
