import { dayNumber } from '../maths/day';
import { planYears } from './calendar';
import { type Kind, numericKinds } from './field';

/** What a number of another kind was typed or pasted as, where the grid took it for that: `50%`, or a day. */
export type ShownAs = 'percent' | 'day';

/** Days of the years that a plan can have to do with. */
const days = { first: dayNumber(planYears.first, 1, 1), last: dayNumber(planYears.last, 12, 31) };

/** Of larger numbers none is taken for a percentage: 1000% is typed by nobody. */
const leastNoPercent = 10;

/** Whether a number may have been typed as a percentage or a day: only then its cell's format is worth a look. */
export function maySayAnother(kind: Kind, value: unknown): value is number {
  if (!numericKinds.has(kind) || typeof value !== 'number' || value === 0) return false;
  return Math.abs(value) < leastNoPercent || (value >= days.first && value < days.last + 1);
}

/**
 * What a number looks like in a cell of a kind that holds no such thing, by the cell's format; undefined of what is as it
 * should be. Where the grid keeps the format of a cell of money, less than one unit of it tells a percentage.
 */
export function shownAs(kind: Kind, format: string, value: number): ShownAs | undefined {
  // Signs of currencies and colours stand in brackets, letters that are written as they are in quotes or behind a stroke.
  const signs = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/[ymdhs]/i.test(signs)) return 'day';
  if (kind === 'rate' || kind === 'growth') return undefined;
  return signs.includes('%') || (kind === 'money' && Math.abs(value) < 1) ? 'percent' : undefined;
}
