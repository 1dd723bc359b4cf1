import fc from 'fast-check';
import type { Figure } from '../../src/maths/figure';
import {
  carryForward,
  changeTotal,
  respread,
  respreadStores,
  type WorkingMonths,
  type YearToRespread,
} from '../../src/maths/respread';
import { frozen } from '../frozen';

const flat: readonly number[] = Array(12).fill(1);
const all: readonly boolean[] = Array(12).fill(true);
const none: readonly boolean[] = Array(12).fill(false);

const sum = (values: readonly number[]): number => values.reduce((left, right) => left + right, 0);
const blanks = (count: number): readonly Figure[] => Array(count).fill(null);

function year(months: readonly number[], sold: readonly Figure[], more: Partial<YearToRespread> = {}): YearToRespread {
  return frozen({
    months,
    year: sum(months),
    sold: [...sold, ...blanks(12 - sold.length)],
    past: all.map((_, month) => month < sold.length),
    held: none,
    open: all,
    least: null,
    most: null,
    ...more,
  });
}

/** Three months gone, October held. */
const store = year(
  [100, 70, 90, 100, 100, 95, 90, 95, 100, 120, 110, 130].map((thousands) => thousands * 1000),
  [88_000, 71_000, 79_500],
  { held: all.map((_, month) => month === 9) },
);

test('carried forward: 841 500 in hundreds, and with the sales so far the year’s 1 200 000', () => {
  expect(carryForward([store], flat, 100)).toEqual({
    amount: 841_500,
    years: [
      {
        months: [100_000, 70_000, 90_000, 102_600, 102_600, 97_500, 92_400, 97_500, 102_600, 120_000, 112_900, 133_400],
        year: 1_200_000,
        // 260 000 less 238 500.
        carried: 21_500,
      },
    ],
  });
});

test('raised to 1 250 000: 870 000 in hundreds, and with the targets so far the new total', () => {
  expect(changeTotal(1_250_000, [store], flat, 100)).toEqual({
    amount: 870_000,
    years: [
      {
        months: [
          100_000, 70_000, 90_000, 106_100, 106_100, 100_800, 95_500, 100_800, 106_100, 120_000, 116_700, 137_900,
        ],
        year: 1_250_000,
        carried: 0,
      },
    ],
  });
});

test('carried forward again a month later: the year stays, and what was carried is not carried twice', () => {
  const once = carryForward([store], flat, 100);
  const [before] = 'years' in once ? once.years : [];
  if (!before) throw new Error('not carried');
  const april = year(before.months, [88_000, 71_000, 79_500, 110_000], { year: before.year, held: store.held });
  const again = carryForward([april], flat, 100);
  // 1 200 000 less 348 500 and 120 000; of the past 362 600 was the target.
  expect(again).toMatchObject({ amount: 731_500, years: [{ year: 1_200_000, carried: 14_100 }] });
});

const flatYear = (month: number): readonly number[] => Array(12).fill(month);

test('several stores: the total stays, what one lacks all make up for by what they have left', () => {
  const stores = [year(flatYear(300), [0]), year(flatYear(100), [100])];
  // 4 800 less 100; 3 : 1.
  expect(carryForward(stores, flat, 1)).toMatchObject({
    amount: 4700,
    years: [
      { year: 3525, carried: 300 },
      { year: 1275, carried: 0 },
    ],
  });
});

test('a store without targets that gives back makes up for it itself: no year lies below 0', () => {
  const stores = [year(flatYear(100), [90]), year(flatYear(0), [-500])];
  // 1 200 less 90, and 500 more: 500 of them are the second's own.
  expect(carryForward(stores, flat, 1)).toMatchObject({
    amount: 1610,
    years: [
      { year: 1200, carried: 10 },
      { year: 0, carried: 500 },
    ],
  });
  // Nothing is free to make up for it.
  const closed = year(flatYear(0), [-500.25], { open: none });
  expect(carryForward([stores[0] ?? closed, closed], flat, 1)).toEqual({ fault: 'belowNothing', by: 500.25, index: 1 });
});

test('a month gone without figures is taken at its target', () => {
  expect(carryForward([year(flatYear(100), [90, null])], flat, 10)).toMatchObject({
    amount: 1010,
    years: [{ carried: 10, year: 1200 }],
  });
});

test('a store that closes gets only what it trades in, and what it had beyond goes on', () => {
  const closing = year(flatYear(100), [100, 100], { open: all.map((_, month) => month < 4) });
  const other = year(flatYear(100), [100, 100]);
  const spread = changeTotal(2400, [closing, other], flat, 1);
  // 2 000 over 200 and 1 000.
  expect(spread).toMatchObject({ amount: 2000 });
  const [first, second] = 'years' in spread ? spread.years : [];
  expect(first?.months.slice(2)).toEqual([167, 166, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(sum(second?.months.slice(2) ?? [])).toBe(1667);
});

test('a year’s floor and ceiling count what stands fast in it', () => {
  const stores = [year(flatYear(100), [100], { most: 1250 }), year(flatYear(100), [100], { least: 1500 })];
  const spread = changeTotal(2800, stores, flat, 1);
  expect('years' in spread && spread.years.map((one) => one.year)).toEqual([1250, 1550]);
  expect(changeTotal(2600, stores, flat, 1)).toMatchObject({ years: [{ year: 1100 }, { year: 1500 }] });
});

test.each<[string, number, YearToRespread, unknown]>([
  ['less than the floor', 1000, year(flatYear(100), [100], { least: 1200 }), { fault: 'minimumsExceed', by: 200 }],
  ['more than the ceiling', 1300, year(flatYear(100), [100], { most: 1200 }), { fault: 'maximumsFallShort', by: 100 }],
  [
    'a floor above the ceiling',
    1200,
    year(flatYear(100), [], { least: 900, most: 800 }),
    { fault: 'crossedBounds', index: 0 },
  ],
  ['nothing free', 1300, year(flatYear(100), [], { held: all }), { fault: 'nothingFree', by: 100 }],
  ['less than what stands fast', 150, year(flatYear(100), [100, 100]), { fault: 'beyond', by: 50 }],
])('%s is refused with the amount', (_, total, one, expected) => {
  expect(changeTotal(total, [one], flat, 1)).toEqual(expected);
});

test('sales beyond the year are refused with the amount', () => {
  expect(carryForward([year(flatYear(100), [1500])], flat, 1)).toEqual({ fault: 'beyond', by: 300 });
});

const two = (values: readonly number[], rest: Partial<WorkingMonths> = {}): WorkingMonths =>
  frozen({ values, free: values.map(() => true), season: values.map((_, month) => month + 1), ...rest });

test.each<[string, number, WorkingMonths, number, unknown]>([
  ['what is less than a unit goes to the last month', 1000.37, two([1, 1]), 100, [500, 500.37]],
  ['and past a month without weight', 1000.37, two([1, 1, 0]), 100, [500, 500.37, 0]],
  ['and past a month without room', 1000.37, two([1, 1], { maximums: [null, 500] }), 100, [500.37, 500]],
  [
    'with room nowhere that is said',
    1000.37,
    two([1, 1], { maximums: [500, 500] }),
    100,
    { fault: 'maximumsFallShort', by: 0.37 },
  ],
  ['working targets of 0: by the season', 90, two([0, 0]), 1, [30, 60]],
  ['nothing at all anywhere', 90, two([0, 0], { season: [0, 0] }), 1, { fault: 'noWeight' }],
  ['bounds in whole units', 1000, two([1, 1], { minimums: [610, 0] }), 100, [700, 300]],
  ['nothing may change', 500, two([1, 1], { free: [false, false] }), 1, { fault: 'nothingFree', by: 500 }],
  ['nothing may change, nor has to', 0, two([7, 8], { free: [false, false] }), 1, [7, 8]],
  ['a month that stays', 90, two([1, 5, 2], { free: [true, false, true] }), 1, [30, 5, 60]],
])('%s', (_, amount, working, unit, expected) => {
  expect(respread(amount, working, unit)).toEqual(expected);
});

test('several stores: first by their free months, then within each', () => {
  const stores = [
    two([100, 200, 100], { free: [false, true, true] }),
    two([50, 50, 50], { free: [false, true, true] }),
    two([9, 9, 9], { free: [false, false, false] }),
  ];
  // 300 : 100 of 800.
  expect(respreadStores(800, stores, 1)).toEqual([
    [100, 400, 200],
    [50, 100, 100],
    [9, 9, 9],
  ]);
});

test('a store’s bounds hold at the first step already', () => {
  const stores = [two([100, 100], { maximums: [110, 120] }), two([100, 100])];
  expect(respreadStores(1000, stores, 10)).toEqual([
    [110, 120],
    [390, 380],
  ]);
});

test('no store may change', () => {
  expect(respreadStores(10, [two([1], { free: [false] })], 1)).toEqual({ fault: 'nothingFree', by: 10 });
});

const amounts = fc.array(fc.nat(200_000), { minLength: 12, maxLength: 12 });
const ticks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });

test('whatever the amount, both steps add up to it, in units, and nothing else moves', () => {
  const stores = fc.array(fc.record({ values: amounts, free: ticks }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(stores, fc.nat(10 ** 9), fc.constantFrom(1, 100), (list, cents, unit) => {
      const amount = cents / 100;
      const spreads = respreadStores(
        amount,
        list.map((each) => frozen({ ...each, season: flat })),
        unit,
      );
      const isFree = (store: number, month: number): boolean => list[store]?.free[month] ?? false;
      if (!Array.isArray(spreads)) {
        expect(list.every(({ free }) => free.every((tick) => !tick)) && amount > 0).toBe(true);
        return;
      }
      let free = 0;
      let odd = 0;
      for (const [store, row] of spreads.entries()) {
        for (const [month, value] of row.entries()) {
          if (!isFree(store, month)) {
            expect(value).toBe(list[store]?.values[month]);
            continue;
          }
          free += value;
          if (Math.round(value * 100) % (unit * 100) !== 0) odd += 1;
        }
      }
      expect(free).toBeCloseTo(amount, 4);
      expect(odd).toBeLessThanOrEqual(1);
    }),
  );
});

const cents = (value: number): number => Math.round(value * 100);

/** Nothing, little, with cents, and a chain's millions: what months hold. */
const money = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat(200_000) },
  { weight: 2, arbitrary: fc.nat(20_000_000).map((amount) => amount / 100) },
  { weight: 1, arbitrary: fc.nat(10 ** 11) },
);
const twelve = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 12, maxLength: 12 });
/** Months that all hold the same, or nothing, as often as any. */
const anyMonths = fc.oneof(
  twelve(money),
  money.map((amount) => Array<number>(12).fill(amount)),
);
/** All ticked, none, all but one, or any. */
const anyTicks = fc.oneof(
  fc.constantFrom(all, none),
  fc.nat(11).map((free) => all.map((_, month) => month !== free)),
  twelve(fc.boolean()),
);
/** Sold, given back, or not known. */
const anySales = twelve(
  fc.option(
    fc.oneof({ weight: 5, arbitrary: money }, { weight: 1, arbitrary: fc.integer({ min: -50_000, max: -1 }) }),
    { freq: 4 },
  ),
);
/** Of a year's target: no bound, the target itself, nothing, or some share of it. */
const anyBound = fc.option(
  fc.oneof(
    fc.constantFrom(0, 1),
    fc.integer({ min: 1, max: 300 }).map((percent) => percent / 100),
  ),
);

const anyYear = fc
  .record({
    months: anyMonths,
    sold: anySales,
    gone: fc.nat(12),
    held: anyTicks,
    openUntil: fc.integer({ min: -1, max: 11 }),
    bounds: fc.tuple(anyBound, anyBound),
  })
  .map(({ months, sold, gone, held, openUntil, bounds: [least, most] }): YearToRespread => {
    const total = sum(months);
    const share = (of: number | null): Figure => (of === null ? null : cents(total * of) / 100);
    return year(months, [], {
      sold: sold.map((sales, month) => (month < gone ? sales : null)),
      past: all.map((_, month) => month < gone),
      held,
      open: all.map((_, month) => month <= openUntil),
      least: share(least),
      most: share(most),
    });
  });
const anyYears = fc.array(anyYear, { minLength: 1, maxLength: 5 });

/** What of a store's year no re-spread may change, in cents; the months that one may. */
function standing(
  store: YearToRespread,
  isCarried: boolean,
): { readonly fast: number; readonly free: readonly number[] } {
  let fast = 0;
  const free: number[] = [];
  for (const [month, target] of store.months.entries()) {
    if (store.past[month]) fast += cents(isCarried ? (store.sold[month] ?? target) : target);
    else if (store.held[month]) fast += cents(target);
    else if (store.open[month]) free.push(month);
  }
  return { fast, free };
}

/** Whether a refusal is so: by sums of whole units in cents, without a look at how anything is shared out. */
function isSo(
  fault: string,
  by: number,
  total: number,
  stores: readonly YearToRespread[],
  isCarried: boolean,
  unit: number,
): boolean {
  const each = stores.map((store) => ({ store, ...standing(store, isCarried) }));
  const amount = cents(total) - sum(each.map(({ fast }) => fast));
  const open = each.filter(({ free }) => free.length > 0);
  const size = unit * 100;
  const isWeighed = open.some(({ store, free }) => free.some((month) => (store.months[month] ?? 0) > 0));
  const bounds = open.map(({ store, fast, free }) => {
    const low = Math.max(0, Math.ceil((Math.max(0, cents(store.least ?? 0)) - fast) / size)) * size;
    const high = store.most === null ? Number.POSITIVE_INFINITY : Math.floor((cents(store.most) - fast) / size) * size;
    return { low, high, weighs: !isWeighed || free.some((month) => (store.months[month] ?? 0) > 0) };
  });
  if (fault === 'belowNothing') return each.some(({ fast, free }) => free.length === 0 && fast === -cents(by));
  if (fault === 'beyond') return amount < 0 && cents(by) === -amount;
  if (fault === 'nothingFree') return open.length === 0 && amount > 0 && cents(by) === amount;
  if (fault === 'crossedBounds') return bounds.some(({ low, high }) => low > high);
  const [least, most] = [
    sum(bounds.map(({ low }) => low)),
    sum(bounds.map(({ low, high, weighs }) => (weighs ? high : low))),
  ];
  if (fault === 'minimumsExceed') return least > amount - (amount % size) && by > 0;
  if (fault === 'maximumsFallShort') return most < amount && by > 0;
  return false;
}

test('whatever the stores: what is gone and held stays, what is closed has none, bounds are kept, and the years add up to the total; else it is refused, and truly', () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(anyYears, money, fc.nat(3), fc.constantFrom(1, 100), (stores, raised, kind, unit) => {
      const before = sum(stores.map((one) => one.year));
      const isCarried = kind < 2;
      // Half of what is changed is changed by a little.
      const total = isCarried ? before : kind === 2 ? raised : cents(before * 1.03) / 100;
      const spread = isCarried ? carryForward(stores, flat, unit) : changeTotal(total, stores, flat, unit);
      const outcome = 'fault' in spread ? spread.fault : 'done';
      met.set(outcome, (met.get(outcome) ?? 0) + 1);
      if ('fault' in spread) {
        const by = 'by' in spread ? spread.by : 0;
        expect([spread.fault, isSo(spread.fault, by, total, stores, isCarried, unit)]).toEqual([spread.fault, true]);
        return;
      }
      expect(cents(sum(spread.years.map((one) => one.year)))).toBe(cents(total));
      for (const [index, { months, year: now, carried }] of spread.years.entries()) {
        const store = stores[index];
        if (!store) throw new Error('a store too many');
        const { free } = standing(store, isCarried);
        expect(cents(sum(months) - carried)).toBe(cents(now));
        const lacked = store.months.map((target, month) =>
          store.past[month] ? target - (store.sold[month] ?? target) : 0,
        );
        expect(cents(carried)).toBe(isCarried ? cents(sum(lacked)) : 0);
        for (const [month, target] of months.entries()) {
          if (store.past[month] || store.held[month]) expect(target).toBe(store.months[month]);
          else if (!store.open[month]) expect(target).toBe(0);
          else expect(target).toBeGreaterThanOrEqual(0);
        }
        if (free.length === 0) continue;
        expect(now).toBeGreaterThanOrEqual(Math.max(0, store.least ?? 0));
        if (store.most !== null) expect(now).toBeLessThanOrEqual(store.most);
      }
    }),
    { numRuns: 1000, seed: 27 },
  );
  // Each way it can end has been met.
  const kinds = [
    'done',
    'beyond',
    'nothingFree',
    'belowNothing',
    'crossedBounds',
    'minimumsExceed',
    'maximumsFallShort',
  ];
  expect(kinds.filter((kind) => (met.get(kind) ?? 0) < 3)).toEqual([]);
});
