import { createWorkbook } from '../../host/workbook';
import { localDays } from '../../src/maths/localDay';
import { cell } from '../../src/model/cellFunction';
import { datesAsDays } from '../../src/model/dates';
import { isoDate } from '../../src/model/value';
import { deskOn } from '../engine/addon';
import { column, functionNamed, message } from './call';

/** How far clocks are ahead of UTC, as the runtime's own calendar tells. */
function offsetIn(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour, minute, second } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
}

/** What a formula answers in a workbook of a time zone, called as the bundle calls it. */
function called(timeZone: string, name: string, ...args: readonly unknown[]): unknown {
  const dayOf = () => localDays(offsetIn(timeZone));
  return cell(functionNamed(name), datesAsDays(args, dayOf), () => 'en');
}

describe('the day of an instant', () => {
  test.each([
    ['Asia/Shanghai', '2027-01-05T12:00Z', '2027-01-05'],
    ['Asia/Shanghai', '2027-01-04T16:00Z', '2027-01-05'],
    ['Asia/Shanghai', '2027-01-04T15:59Z', '2027-01-04'],
    ['America/New_York', '2027-03-14T04:59Z', '2027-03-13'],
    // Clocks are set forward at 07:00 UTC of that day.
    ['America/New_York', '2027-03-14T05:00Z', '2027-03-14'],
    ['America/New_York', '2027-03-15T03:59Z', '2027-03-14'],
    ['America/New_York', '2027-03-15T04:00Z', '2027-03-15'],
    ['Asia/Kathmandu', '2027-06-01T18:14Z', '2027-06-01'],
    ['Asia/Kathmandu', '2027-06-01T18:15Z', '2027-06-02'],
    ['Pacific/Kiritimati', '2027-01-01T10:00Z', '2027-01-02'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59Z', '2026-12-31'],
  ])('in %s, %s is %s', (timeZone, instant, day) => {
    expect(isoDate(localDays(offsetIn(timeZone))(Date.parse(instant)))).toBe(day);
  });

  test('is that of the place’s calendar at every hour of a year with its clocks set twice', () => {
    const offsetAt = offsetIn('Europe/Berlin');
    let questions = 0;
    const dayOf = localDays((instant) => {
      questions += 1;
      return offsetAt(instant);
    });
    const start = Date.UTC(2027, 0, 1);
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const instant = start + hour * 3_600_000;
      const shown = new Date(instant + offsetAt(instant)).toISOString().slice(0, 10);
      expect([hour, isoDate(dayOf(instant))]).toEqual([hour, shown]);
    }
    expect(questions).toBeLessThan(130);
  });
});

describe('purchases with their times, as a sheet in Asia/Shanghai hands them over', () => {
  const at = (time: string): Date => new Date(`${time}:00+08:00`);

  test('two on one day are one purchase day', () => {
    const days = column([at('2027-01-05T10:00'), at('2027-01-05T20:00'), at('2027-01-05T12:00')]);
    expect(called('Asia/Shanghai', 'REPURCHASE_RATE', column(['A', 'A', 'B']), days)).toBe(0);
  });

  test('the evening of a period’s last day is in it', () => {
    const days = column([at('2027-01-05T10:00'), at('2027-06-30T20:00'), at('2027-02-05T09:00')]);
    const [from, to] = [at('2027-01-01T00:00'), at('2027-06-30T00:00')];
    expect(called('Asia/Shanghai', 'PERIOD_REPURCHASE_RATE', column(['A', 'A', 'B']), days, from, to)).toBe(0.5);
  });

  test('a date where a number is expected is told as the day it is', () => {
    expect(() => called('Asia/Shanghai', 'AVG_STORE_BASELINE', at('2026-03-16T00:00'), 20, 10)).toThrow(
      'total_sales: expected a number of 0 or more, got 2026-03-16',
    );
  });
});

test('ranges without a date stay as they are, and no clock is asked', () => {
  const block = column([1, 2, '', 'x', true, null]);
  const taken = datesAsDays([block, 5, undefined], () => {
    throw new Error('asked');
  });
  expect(Array.from(taken)).toEqual([block, 5, undefined]);
  expect(taken[0]).toBe(block);
});

test.each([
  ['a month as digits', [202603, '2026-01-01'], 'opened_on: expected a date from 1950 to 2150, got 202603'],
  ['a year for a first of a month', ['2026-03-16', 2026], 'year_start: expected the first day of a month, got 2026'],
  [
    'a day that is no first',
    ['2026-03-16', '2026-01-15'],
    'year_start: expected the first day of a month, got "2026-01-15"',
  ],
  ['a share', ['50%', '2026-01-01'], 'opened_on: expected a date from 1950 to 2150, got "50%"'],
  [
    'a share that would be a day',
    ['4600000%', '2026-01-01'],
    'opened_on: expected a date from 1950 to 2150, got "4600000%"',
  ],
  ['before 1950', ['1949-12-31', '2026-01-01'], 'opened_on: expected a date from 1950 to 2150, got "1949-12-31"'],
  ['after 2150', ['2151-01-01', '2026-01-01'], 'opened_on: expected a date from 1950 to 2150, got "2151-01-01"'],
])('%s is no date', (_, args, said) => {
  expect(message('en', 'OPERATING_MONTHS', ...args)).toBe(said);
});

test('a month of less than nothing has no season', () => {
  const months = [1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
  expect(message('en', 'SEASON_INDEX', [months])).toBe(
    'monthly_sales: expected a number of 0 or more, got -1 (row 1, column 3)',
  );
});

test('in a cell the workbook’s own clocks count', () => {
  const desk = deskOn(createWorkbook({ timeZone: 'America/New_York' }));
  desk.addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheets()[0];
    sheet?.getRange('A1:A3').setValues([['A'], ['A'], ['B']]);
    sheet
      ?.getRange('B1:B3')
      .setNumberFormat('yyyy-mm-dd hh:mm')
      .setValues([[46392.4], [46392.9], [46392.5]]);
    sheet?.getRange('C1').setFormula('=REPURCHASE_RATE(A1:A3,B1:B3)');
    expect(sheet?.getRange('C1').getValue()).toBe(0);
  });
});
