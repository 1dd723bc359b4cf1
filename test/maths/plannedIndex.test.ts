import { dayNumber } from '../../src/maths/day';
import { festivalDays, usualWindows } from '../../src/maths/festival';
import { type KnownYear, plannedIndex, wholeYears } from '../../src/maths/plannedIndex';
import { frozen } from '../frozen';

const january = (year: number): number => dayNumber(year, 1, 1);
const rest: readonly number[] = Array(9).fill(3000);
const year = (start: number, quarter: readonly (number | null)[], together = false): KnownYear =>
  frozen({ yearStart: january(start), months: [...quarter, ...rest], together });

const past = [year(2024, [3700, 2810, 3080]), year(2025, [4030, 2360, 3100]), year(2026, [3350, 3220, 2920])];
const [first, second] = past.map(({ yearStart, months }) => ({ yearStart, months }));

test('the index of 2027, with the festival and without', () => {
  const aware = plannedIndex(past, january(2027), usualWindows);
  const plain = plannedIndex(past, january(2027));
  for (const [month, [asPlain, asAware]] of [
    [1.213471, 1.285867],
    [0.918862, 0.820977],
    [0.996611, 1.0221],
  ].entries()) {
    expect(aware.index[month]).toBeCloseTo(asAware ?? 0, 6);
    expect(aware.plain[month]).toBeCloseTo(asPlain ?? 0, 6);
    expect(plain.index[month]).toBeCloseTo(asPlain ?? 0, 6);
  }
  expect([aware.isAware, plain.isAware]).toEqual([true, false]);
});

test('without a year 1 each, with one whose festival is not known plain', () => {
  expect(plannedIndex([], january(2027), usualWindows)).toEqual({
    index: Array(12).fill(1),
    plain: Array(12).fill(1),
    isAware: false,
    years: 0,
  });
  const early = [...past, year(2009, [3000, 3000, 3000])];
  expect(plannedIndex(early, january(2027), usualWindows)).toEqual(plannedIndex(early, january(2027)));
});

describe('January and February in one figure', () => {
  // As 2024 and 2025 sold of their years, 36,590 and 36,490: 0.101121 and 0.110441 against 0.076797 and 0.064675.
  const share = 0.211562 / (0.211562 + 0.141472);
  test.each([
    ['in February', [null, 6570, 2920]],
    ['in January', [6570, null, 2920]],
  ])('%s, as the other years sold them', (_, quarter) => {
    const [, , split] = wholeYears([...past.slice(0, 2), year(2026, quarter, true)]);
    expect(split?.sales[0]).toBeCloseTo(6570 * share, 1);
    expect((split?.sales[0] ?? 0) + (split?.sales[1] ?? 0)).toBeCloseTo(6570, 9);
    expect(split?.sales.slice(2)).toEqual([2920, ...rest]);
  });

  test('with the festival by what a weighed day sold: of 33.5 and 32.2 days what each had', () => {
    const [, , split] = wholeYears(
      [...past.slice(0, 2), year(2026, [null, 6570, 2920], true)],
      festivalDays(usualWindows),
    );
    expect(split?.sales[0]).toBeCloseTo(3350, 0);
    expect(split?.sales[1]).toBeCloseTo(3220, 0);
  });

  test.each([
    ['of a year alone: halves', [year(2026, [null, 6000, 3000], true)], [[3000, 3000, 3000, ...rest]]],
    ['another month is not known', [{ ...year(2026, [null, 6000], true), months: [null, 6000, null, ...rest] }], []],
    ['both are there: as they stand', [year(2026, [1, 2, 3], true)], [[1, 2, 3, ...rest]]],
    ['neither is there', [{ ...year(2026, [], true), months: [null, null, 3000, ...rest] }], []],
    ['nobody says so: a month is not known', [year(2026, [null, 6000, 3000])], []],
    // A year from February has January last: the two are no neighbours.
    [
      'of a year from February',
      [{ yearStart: dayNumber(2026, 2, 1), months: [6000, ...rest, 3000, null], together: true }],
      [],
    ],
  ])('%s', (_, years, expected) => {
    expect(wholeYears(years).map(({ sales }) => sales)).toEqual(expected);
  });

  test('a year that is whole does not change', () => {
    expect(wholeYears(past.slice(0, 2))).toEqual([
      { yearStart: first?.yearStart, sales: first?.months },
      { yearStart: second?.yearStart, sales: second?.months },
    ]);
  });
});
