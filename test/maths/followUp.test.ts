import { dayNumber, monthsLater } from '../../src/maths/day';
import { evenDays, weekDays } from '../../src/maths/dayWeight';
import { daysLeft, elapsedShares } from '../../src/maths/elapsed';
import type { Figure } from '../../src/maths/figure';
import { type FollowedStore, type FollowUp, type FollowUpTerms, followUp, followUpOf } from '../../src/maths/followUp';
import { forecastYear } from '../../src/maths/forecast';
import { asNumber, type Fraction, fraction, minus, over, plus, times, total, zero } from '../fraction';
import { frozen } from '../frozen';
import { numbersFrom } from '../numbers';

const yearStart = dayNumber(2027, 1, 1);
const through = dayNumber(2027, 4, 15);
const terms: FollowUpTerms = { method: 'season', coverageLine: 0.95, green: 1, amber: 0.9 };

const blanks: readonly Figure[] = Array(8).fill(null);
const elapsed = elapsedShares(through, yearStart);

function store(
  targets: readonly number[],
  actuals: readonly Figure[],
  closedOn: number | null = null,
  manualForecast: Figure = null,
): FollowedStore {
  return frozen({
    targets,
    actuals: [...actuals, ...blanks],
    elapsed,
    daysLeft: daysLeft(through, yearStart, closedOn),
    manualForecast,
  });
}

const times12 = (length: number, value: number): number[] => Array(length).fill(value);
const stores = {
  A: store(times12(12, 100_000), [90_000, 105_000, 98_000, 47_000]),
  B: store([80_000, 60_000, 70_000, 80_000, ...times12(8, 91_250)], [80_000, null, 77_000, 44_000]),
  C: store([...times12(6, 50_000), ...times12(6, 0)], [40_000, 45_000, 50_000, 20_000], dayNumber(2027, 6, 30)),
  N: store([0, 0, 64_286, 90_000, 109_286, ...times12(7, 128_571)], [null, null, 50_000, 42_000]),
};
const followed = Object.values(stores).map((each) => followUp(each, terms));
const region = followUpOf(followed, terms);

describe('15 April 2027, flat days', () => {
  test.each<[keyof typeof stores, ...number[]]>([
    ['A', 1_200_000, 340_000, 350_000, 350_000, 97.1429, 1, 1_190_000, 1_165_714.29, 1_170_166.67, 3307.69],
    ['B', 1_020_000, 201_000, 190_000, 250_000, 105.7895, 0.76, 1_031_000, 1_079_052.63, 1_069_733.33, 2919.23],
    ['C', 300_000, 155_000, 175_000, 175_000, 88.5714, 1, 280_000, 265_714.29, 267_500, 1907.89],
    ['N', 1_163_569, 92_000, 109_286, 109_286, 84.1828, 1, 1_146_283, 979_524.81, 911_994.24, 4121.42],
  ])('%s', (name, year, actual, covered, due, percent, coverage, atPlan, season, recent, perDay) => {
    const row = followUp(stores[name], terms);
    expect([row.year, row.actual, row.covered, row.due]).toEqual([year, actual, covered, due]);
    expect((row.achievement ?? 0) * 100).toBeCloseTo(percent ?? 0, 4);
    expect(row.coverage).toBe(coverage);
    expect(row.forecasts.atPlan).toBeCloseTo(atPlan ?? 0, 2);
    expect(row.forecasts.season).toBeCloseTo(season ?? 0, 2);
    expect(row.forecasts.recent).toBeCloseTo(recent ?? 0, 2);
    expect(row.used).toBe(row.forecasts.season);
    expect(row.perDay).toBeCloseTo(perDay ?? 0, 2);
  });

  test('status', () => {
    expect(followed.map(({ status }) => status)).toEqual(['amber', 'missing', 'red', 'red']);
  });

  test('gap, what is missing, the rest, and what it needs', () => {
    expect(followed.map(({ gap }) => gap)).toEqual([-10_000, 11_000, -20_000, -17_286]);
    expect(followed.map(({ missing }) => missing)).toEqual([0, 60_000, 0, 0]);
    expect(followed.map(({ rest }) => rest)).toEqual([850_000, 770_000, 125_000, 1_054_283]);
    const rates = [860_000 / 850_000, 759_000 / 770_000, 145_000 / 125_000, 1_071_569 / 1_054_283];
    for (const [index, rate] of rates.entries()) expect(followed[index]?.requiredRate).toBeCloseTo(rate, 12);
  });

  test('weighted time progress of a store that closes is not the calendar’s', () => {
    expect(followUp(stores.C, terms).timeProgress).toBeCloseTo(0.5833, 4);
  });

  test('year done ÷ time progress is the achievement where nothing is missing', () => {
    const { yearDone, timeProgress, achievement } = followUp(stores.A, terms);
    expect((yearDone ?? 0) / (timeProgress ?? 1)).toBeCloseTo(achievement ?? 0, 12);
  });

  test('the region is the sum of its stores', () => {
    expect([region.year, region.actual, region.covered, region.due]).toEqual([3_683_569, 788_000, 824_286, 884_286]);
    expect((region.achievement ?? 0) * 100).toBeCloseTo(95.5979, 4);
    expect((region.coverage ?? 0) * 100).toBeCloseTo(93.21, 2);
    expect(region.forecasts.atPlan).toBe(3_647_283);
    expect(region.forecasts.season).toBeCloseTo(3_490_006.01, 2);
    expect(region.forecasts.recent).toBeCloseTo(3_419_394.24, 2);
    expect(region.used).toBe(region.forecasts.season);
    expect(region.perDay).toBeCloseTo(3307.69 + 2919.23 + 1907.89 + 4121.42, 1);
    expect(region.gap).toBe(-36_286);
    expect(region.status).toBe('missing');
    expect(region.early).toBe(0);
  });

  test('with a lower line for coverage the region has a colour', () => {
    expect(followUpOf(followed, { ...terms, coverageLine: 0.9 }).status).toBe('amber');
  });
});

test('a forecast as typed goes before every method, in the region too', () => {
  const typed = followUp({ ...stores.A, manualForecast: 1_000_000 }, terms);
  expect(typed.used).toBe(1_000_000);
  expect(typed.forecasts.season).toBeCloseTo(1_165_714.29, 2);
  expect(followUpOf([typed, followUp(stores.C, terms)], terms).used).toBeCloseTo(1_265_714.29, 2);
});

test.each([
  ['nothing known', [null, null, null, null], null, 'missing', null],
  ['only the open month', [null, null, null, 60_000], 1.2, 'missing', 60_000],
  ['0 is a figure', [0, 0, 0, 0], 0, 'red', 0],
  ['sales after the day are not seen', [100_000, 100_000, 100_000, 50_000, 99_000], 1, 'green', 350_000],
  ['returns make a month negative', [-5000, 100_000, 100_000, 50_000], 0.7, 'red', 245_000],
])('%s', (_, actuals, achieved, status, actual) => {
  const row = followUp({ ...stores.A, actuals: [...actuals, ...Array(12 - actuals.length).fill(null)] }, terms);
  expect(row.achievement).toBe(achieved);
  expect(row.status).toBe(status);
  expect(row.actual).toBe(actual);
});

test.each([
  ['nothing known', [null, null, null, null], 1_200_000],
  ['half a month', [null, null, null, 60_000], 60_000 + 1_150_000],
  ['a full month without target', [50_000, null, null, null], 50_000 + 1_100_000],
])('without a full month against a target a store is taken at plan: %s', (_, actuals, expected) => {
  const [first = 0, ...others] = stores.A.targets;
  const targets = actuals[0] === null ? [first, ...others] : [0, ...others];
  const row = followUp({ ...stores.A, targets, actuals: [...actuals, ...blanks] }, terms);
  expect(row.early).toBe(1);
  expect(row.forecasts).toEqual({ atPlan: expected, season: expected, recent: expected });
});

test('the recent pace is that of the last three full months with figures', () => {
  const actuals = [10, 20, 30, 40, null, 60, ...Array(6).fill(null)];
  const elapsedTo = elapsedShares(dayNumber(2027, 6, 30), yearStart);
  const months = { targets: times12(12, 100), actuals, elapsed: elapsedTo };
  expect(forecastYear('recent', months)).toBeCloseTo(160 + ((30 + 40 + 60) / 300) * 700, 9);
});

test('a store that opens after the day has nothing due, and no status', () => {
  const row = followUp(store([...times12(6, 0), ...times12(6, 10)], [null, null, null, null]), terms);
  expect([row.achievement, row.coverage, row.status]).toEqual([null, null, null]);
});

test('when the year is over nothing is needed any more', () => {
  const row = followUp({ ...stores.A, elapsed: times12(12, 1), actuals: times12(12, 90_000), daysLeft: 0 }, terms);
  expect([row.perDay, row.requiredRate, row.used]).toEqual([null, null, 1_080_000]);
});

/** A day of the week as JavaScript’s own calendar has it. */
const weekday = (day: number): number => new Date(Date.UTC(1899, 11, 30 + day)).getUTCDay();

interface RandomStore {
  readonly openedOn: number | null;
  readonly closedOn: number | null;
  readonly targets: readonly number[];
  readonly actuals: readonly Figure[];
}

interface Exact {
  readonly year: Fraction;
  readonly due: Fraction;
  readonly covered: Fraction;
  readonly actual: Fraction;
  /** Whether any month begun has a figure. */
  readonly isKnown: boolean;
  readonly forecasts: Readonly<Record<'atPlan' | 'season' | 'recent', Fraction>>;
}

/** Every day of the year with its own part of its month’s target, in exact fractions. */
function dayByDay(each: RandomStore, asOf: number, weekend: number): Exact {
  let year = zero;
  let due = zero;
  let covered = zero;
  let actual = zero;
  let isKnown = false;
  const full: (readonly [sales: Fraction, target: Fraction])[] = [];
  for (const [month, amount] of each.targets.entries()) {
    const target = fraction(amount);
    const days: number[] = [];
    for (let day = monthsLater(yearStart, month); day < monthsLater(yearStart, month + 1); day += 1) days.push(day);
    const open = days.filter((day) => day >= (each.openedOn ?? 0) && day <= (each.closedOn ?? day));
    const trading = open.length > 0 ? open : days;
    // Halves, so that weights are whole numbers.
    const weight = (day: number): number => (weekday(day) % 6 === 0 ? weekend * 2 : 2);
    const all = trading.reduce((sum, day) => sum + weight(day), 0);
    const isOver = asOf >= (days[days.length - 1] ?? 0);
    const gone = isOver ? trading : trading.filter((day) => day <= asOf);
    const part = times(
      target,
      fraction(
        gone.reduce((sum, day) => sum + weight(day), 0),
        all,
      ),
    );
    const sold = each.actuals[month] ?? null;
    year = plus(year, target);
    due = plus(due, part);
    if (sold === null || gone.length === 0) continue;
    covered = plus(covered, part);
    actual = plus(actual, fraction(sold));
    isKnown = true;
    if (gone.length === trading.length && amount > 0) full.push([fraction(sold), target]);
  }
  const open = minus(year, covered);
  const pace = (months: readonly (readonly [Fraction, Fraction])[]): Fraction =>
    over(total(months.map(([sales]) => sales)), total(months.map(([, target]) => target)));
  const at = (rate: Fraction): Fraction => (full.length === 0 ? plus(actual, open) : plus(actual, times(rate, open)));
  return {
    year,
    due,
    covered,
    actual,
    isKnown,
    forecasts: {
      atPlan: plus(actual, open),
      season: full.length === 0 ? at(zero) : at(over(actual, covered)),
      recent: full.length === 0 ? at(zero) : at(pace(full.slice(-3))),
    },
  };
}

function randomStore(pick: (below: number) => number): RandomStore {
  const openedOn = pick(3) === 0 ? yearStart + pick(365) : null;
  const closedOn = pick(4) === 0 ? (openedOn ?? yearStart) + pick(300) : null;
  const targets = Array.from({ length: 12 }, (_, month) => {
    const isOpen =
      (openedOn ?? 0) < monthsLater(yearStart, month + 1) && (closedOn ?? Infinity) >= monthsLater(yearStart, month);
    return isOpen ? pick(200_000) : 0;
  });
  const actuals = targets.map(() => (pick(5) === 0 ? null : pick(220_000) - (pick(20) === 0 ? 5000 : 0)));
  return { openedOn, closedOn, targets, actuals };
}

/** The same to 12 digits or so. */
function expectNear(actual: Figure, expected: Fraction, scale = 1): void {
  expect((actual ?? Number.NaN) / scale).toBeCloseTo(asNumber(expected) / scale, 6);
}

test.each(Array.from({ length: 40 }, (_, seed) => [seed]))(
  'random region %i, day by day in exact fractions',
  (seed) => {
    const pick = numbersFrom(seed + 1);
    const weekend = pick(2) === 0 ? 1 : 1.5;
    const asOf = yearStart - 5 + pick(375);
    const list = Array.from({ length: 1 + pick(12) }, () => randomStore(pick));
    const rows = list.map((each) =>
      followUp(
        {
          targets: each.targets,
          actuals: each.actuals,
          elapsed: elapsedShares(asOf, yearStart, weekend === 1 ? evenDays : weekDays(weekend), each),
          daysLeft: daysLeft(asOf, yearStart, each.closedOn),
          manualForecast: null,
        },
        terms,
      ),
    );
    const exact = list.map((each) => dayByDay(each, asOf, weekend));
    for (const [index, row] of rows.entries()) expectSame(row, exact[index] ?? dayByDay(randomStore(pick), 0, 1));
    expectSame(followUpOf(rows, terms), {
      year: total(exact.map(({ year }) => year)),
      due: total(exact.map(({ due }) => due)),
      covered: total(exact.map(({ covered }) => covered)),
      actual: total(exact.map(({ actual }) => actual)),
      isKnown: exact.some(({ isKnown }) => isKnown),
      forecasts: {
        atPlan: total(exact.map(({ forecasts }) => forecasts.atPlan)),
        season: total(exact.map(({ forecasts }) => forecasts.season)),
        recent: total(exact.map(({ forecasts }) => forecasts.recent)),
      },
    });
  },
);

function expectSame(row: FollowUp, exact: Exact): void {
  const { year, due, covered, actual, isKnown, forecasts } = exact;
  for (const [figure, expected] of [
    [row.year, year],
    [row.due, due],
    [row.covered, covered],
    [row.missing, minus(due, covered)],
    [row.rest, minus(year, due)],
  ] as const)
    expectNear(figure, expected);
  // What nothing is known of is blank, in tabs and here.
  for (const [figure, expected] of [
    [row.actual, actual],
    [row.gap, minus(actual, covered)],
  ] as const) {
    if (isKnown) expectNear(figure, expected);
    else expect(figure).toBeNull();
  }
  // A pace far from 1 over a small covered part carries the noise of doubles with it.
  for (const method of ['atPlan', 'season', 'recent'] as const)
    expectNear(row.forecasts[method], forecasts[method], Math.max(1, Math.abs(asNumber(forecasts[method])) / 1e6));
  if (asNumber(covered) > 0) expectNear(row.achievement, over(actual, covered));
  else expect(row.achievement).toBeNull();
  if (asNumber(due) > 0) expectNear(row.coverage, over(covered, due));
  if (asNumber(minus(year, due)) > 0)
    expectNear(row.requiredRate, over(minus(minus(year, actual), minus(due, covered)), minus(year, due)));
  const pace = asNumber(covered) > 0 ? asNumber(over(actual, covered)) : 0;
  const coverage = asNumber(due) > 0 ? asNumber(over(covered, due)) : null;
  const colour = pace >= 1 ? 'green' : pace >= 0.9 ? 'amber' : 'red';
  expect(row.status).toBe(coverage === null ? null : coverage < 0.95 ? 'missing' : colour);
}
