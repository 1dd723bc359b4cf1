/**
 * Whether a day lies before the one that it must not lie before: both as day numbers or both as `2027-03-16`. What is
 * blank, or no day at all, lies before none.
 */
export function isEarly(day: unknown, least: unknown): boolean {
  if (typeof day === 'number' && typeof least === 'number') return day < least;
  return typeof day === 'string' && typeof least === 'string' && day < least;
}
