import fc from 'fast-check';
import { calendarDate, dayNumber, daysInMonth, monthsLater } from '../../src/maths/day';

// Serials as any spreadsheet shows them for these dates under a number format.
test.each([
  [1899, 12, 30, 0],
  [1900, 1, 1, 2],
  [1970, 1, 1, 25569],
  [2000, 2, 29, 36585],
  [2000, 3, 1, 36586],
  [2100, 2, 28, 73109],
  [2100, 3, 1, 73110],
  [2400, 2, 29, 182682],
  [2027, 1, 1, 46388],
])('%i-%i-%i is day %i, and back', (year, month, day, serial) => {
  expect(dayNumber(year, month, day)).toBe(serial);
  expect(calendarDate(serial)).toEqual({ year, month, day });
});

test('months beyond December carry over', () => {
  expect(dayNumber(2026, 13, 1)).toBe(dayNumber(2027, 1, 1));
  expect(dayNumber(2026, 0, 1)).toBe(dayNumber(2025, 12, 1));
});

test('the calendar is that of Date, four thousand years either way', () => {
  const day = fc.integer({ min: -1_500_000, max: 2_958_465 });
  fc.assert(
    fc.property(day, fc.integer({ min: -30, max: 40 }), (serial, month) => {
      const date = new Date((serial - 25569) * 86_400_000);
      const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(calendarDate(serial)).toEqual(expected);
      expect(dayNumber(expected.year, expected.month, expected.day)).toBe(serial);
      const carried = new Date(0);
      carried.setUTCFullYear(expected.year, month - 1, expected.day);
      expect(dayNumber(expected.year, month, expected.day)).toBe(25569 + carried.getTime() / 86_400_000);
    }),
    { numRuns: 2000 },
  );
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
