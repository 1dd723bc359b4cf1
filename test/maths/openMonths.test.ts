import fc from 'fast-check';
import { dayNumber } from '../../src/maths/day';
import { openMonths, openShares } from '../../src/maths/openMonths';
import { frozen } from '../frozen';

const year = dayNumber(2026, 1, 1);
const fiscal = dayNumber(2026, 4, 1);
const on = (text: string): number => {
  const [y = 0, m = 0, d = 0] = text.split('-').map(Number);
  return dayNumber(y, m, d);
};

test.each([
  ['opened in mid March', '2026-03-16', null, year, 16 / 31 + 9],
  ['opened and closed in the year', '2026-02-01', '2026-04-15', year, 2.5],
  ['open from before', null, null, year, 12],
  ['opened before the year', '2019-05-05', null, year, 12],
  ['opened on the first day', '2026-01-01', null, year, 12],
  ['opened on the last day', '2026-12-31', null, year, 1 / 31],
  ['opened after the year', '2027-01-01', null, year, 0],
  ['closed before the year', null, '2025-12-31', year, 0],
  ['closed on the first day', null, '2026-01-01', year, 1 / 31],
  ['closed on 30 June', null, '2026-06-30', year, 6],
  ['one day only', '2026-02-14', '2026-02-14', year, 1 / 28],
  ['closed before it opened', '2026-05-01', '2026-04-01', year, 0],
  ['a year from April, opened in it', '2026-03-16', null, fiscal, 12],
  ['a year from April, closed in February', null, '2027-02-14', fiscal, 10.5],
])('%s', (_, opened, closed, start, expected) => {
  const span = frozen({ openedOn: opened === null ? null : on(opened), closedOn: closed === null ? null : on(closed) });
  expect(openMonths(span, start)).toBeCloseTo(expected, 12);
});

/** Day by day through the calendar: each open day adds 1 ÷ days of its month. */
function countedMonths(openedOn: number | null, closedOn: number | null, yearStart: Date): number[] {
  const shares: number[] = [];
  for (let month = 0; month < 12; month += 1) {
    const first = new Date(Date.UTC(yearStart.getUTCFullYear(), yearStart.getUTCMonth() + month, 1));
    const next = new Date(Date.UTC(yearStart.getUTCFullYear(), yearStart.getUTCMonth() + month + 1, 1));
    let days = 0;
    let open = 0;
    for (let time = first.getTime(); time < next.getTime(); time += 86_400_000) {
      const serial = Math.round(time / 86_400_000) + 25569;
      days += 1;
      if ((openedOn === null || openedOn <= serial) && (closedOn === null || serial <= closedOn)) open += 1;
    }
    shares.push(open / days);
  }
  return shares;
}

test('shares and months agree with counting the days of the calendar', () => {
  const day = fc.option(fc.integer({ min: dayNumber(2026, 6, 1), max: dayNumber(2029, 6, 1) }), { nil: null });
  fc.assert(
    fc.property(day, day, fc.integer({ min: 1, max: 12 }), (openedOn, closedOn, firstMonth) => {
      const start = new Date(Date.UTC(2027, firstMonth - 1, 1));
      const expected = countedMonths(openedOn, closedOn, start);
      const yearStart = dayNumber(2027, firstMonth, 1);
      const shares = openShares({ openedOn, closedOn }, yearStart);
      for (const [month, share] of expected.entries()) expect(shares[month]).toBeCloseTo(share, 12);
      expect(openMonths({ openedOn, closedOn }, yearStart)).toBeCloseTo(
        expected.reduce((left, right) => left + right, 0),
        9,
      );
    }),
    { numRuns: 60 },
  );
});
