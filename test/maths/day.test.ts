import { calendarDate, dayNumber, daysInMonth, monthsLater } from '../../src/maths/day';

// Serials as any spreadsheet shows them for these dates under a number format.
test.each([
  [1899, 12, 30, 0],
  [1900, 1, 1, 2],
  [1970, 1, 1, 25569],
  [2000, 2, 29, 36585],
  [2027, 1, 1, 46388],
])('%i-%i-%i is day %i, and back', (year, month, day, serial) => {
  expect(dayNumber(year, month, day)).toBe(serial);
  expect(calendarDate(serial)).toEqual({ year, month, day });
});

test('months beyond December carry over', () => {
  expect(dayNumber(2026, 13, 1)).toBe(dayNumber(2027, 1, 1));
  expect(dayNumber(2026, 0, 1)).toBe(dayNumber(2025, 12, 1));
});

test.each([
  [2027, 2, 28],
  [2028, 2, 29],
  [2027, 12, 31],
  [2100, 2, 28],
])('%i-%i has %i days', (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days);
});

test('a year later is the same day of the next year', () => {
  expect(monthsLater(dayNumber(2027, 4, 1), 12)).toBe(dayNumber(2028, 4, 1));
  expect(monthsLater(dayNumber(2027, 4, 1), -12)).toBe(dayNumber(2026, 4, 1));
});
