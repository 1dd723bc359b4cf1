import fc from 'fast-check';
import { periodRepurchase, repurchase } from '../../src/maths/repurchase';
import { frozen } from '../frozen';

/** a: days 1 and 11. b: twice on day 5. c: days 20 and 22. d: day 30, the last. */
const purchases = frozen({
  customers: ['a', 'b', 'b', 'a', 'c', 'c', 'd'],
  days: [11, 5, 5, 1, 20, 22, 30],
});

test.each([
  ['no window: on two days or more out of all', null, null, { again: 2, customers: 4 }],
  ['within 10 days: d’s window has not ended', 10, null, { again: 2, customers: 3 }],
  ['within 9 days: a came a day too late', 9, null, { again: 1, customers: 3 }],
  ['windows that end on the day count', 20, 25, { again: 1, customers: 2 }],
  ['purchases after the day are not seen', null, 21, { again: 1, customers: 3 }],
  ['a window nobody has seen the end of', 365, null, { again: 0, customers: 0 }],
])('%s', (_, windowDays, asOf, expected) => {
  expect(repurchase(purchases, windowDays, asOf)).toEqual(expected);
});

test.each([
  ['all of it', 1, 30, { again: 2, customers: 4 }],
  ['a’s first day is before', 2, 30, { again: 1, customers: 4 }],
  ['both ends count', 20, 22, { again: 1, customers: 1 }],
  ['a second day after the end is not seen', 20, 21, { again: 0, customers: 1 }],
  ['nobody', 40, 50, { again: 0, customers: 0 }],
])('period: %s', (_, from, to, expected) => {
  expect(periodRepurchase(purchases, from, to)).toEqual(expected);
});

const list = fc.array(
  fc.record({ customer: fc.constantFrom('a', 'b', 'c', 'd', 'e'), day: fc.integer({ min: 1, max: 40 }) }),
  {
    maxLength: 30,
  },
);

test('agrees with sets of days, whatever the order of the purchases', () => {
  const any = fc.option(fc.integer({ min: 1, max: 20 }), { nil: null });
  fc.assert(
    fc.property(list, any, fc.integer({ min: 1, max: 45 }), (bought, windowDays, asOf) => {
      const days = new Map<string, Set<number>>();
      for (const { customer, day } of bought) {
        if (day <= asOf) days.set(customer, (days.get(customer) ?? new Set()).add(day));
      }
      const sorted = [...days.values()].map((set) => [...set].sort((a, b) => a - b));
      const seen = sorted.filter(([first = 0]) => windowDays === null || first + windowDays <= asOf);
      const again = seen.filter(
        ([first = 0, second]) => second !== undefined && (windowDays === null || second - first <= windowDays),
      );
      expect(
        repurchase(
          { customers: bought.map(({ customer }) => customer), days: bought.map(({ day }) => day) },
          windowDays,
          asOf,
        ),
      ).toEqual({ again: again.length, customers: seen.length });
    }),
    { numRuns: 300 },
  );
});
