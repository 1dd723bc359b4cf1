import { chosen, type Figure, type Group, middled } from '../../host/bench/figure';
import { tableOf } from '../../host/bench/table';

const figure = (value: number, unit: Figure['unit'] = 'ms'): Figure => ({ name: 'a save', value, unit, most: 15 });

describe('several runs', () => {
  test('times are the medians of three, whichever came first', () => {
    expect(middled([[figure(30)], [figure(10)], [figure(20)]])).toEqual([figure(20)]);
    expect(middled([[figure(1.2, 'power')], [figure(1.1, 'power')], [figure(1.9, 'power')]])).toEqual([
      figure(1.2, 'power'),
    ]);
  });

  test('one run is taken as it is', () => {
    expect(middled([[figure(30), figure(7, 'calls')]])).toEqual([figure(30), figure(7, 'calls')]);
  });

  test.each(['calls', 'bytes'] as const)('%s that differ between runs are an error, not a median', (unit) => {
    expect(() => middled([[figure(7, unit)], [figure(8, unit)], [figure(7, unit)]])).toThrow(
      `a save differs between runs: 7, 8, 7 ${unit}`,
    );
  });

  test('a figure that only one run has is an error', () => {
    expect(() => middled([[figure(7, 'calls')], []])).toThrow('differs between runs');
  });
});

describe('the groups asked for', () => {
  const groups: readonly Group[] = ['Script', 'Typing in the grid', 'The page in Chromium'].map((title) => ({
    title,
    runs: 1,
    figures: () => [],
  }));
  const titles = (...asked: readonly string[]) => chosen(groups, asked).map(({ title }) => title);

  test.each([
    [[], ['Script', 'Typing in the grid', 'The page in Chromium']],
    [['Script'], ['Script']],
    [['typing'], ['Typing in the grid']],
    [
      ['chromium', 'SCRIPT'],
      ['Script', 'The page in Chromium'],
    ],
    [['nothing of the kind'], []],
  ])('%j: %j', (asked, expected) => expect(titles(...asked)).toEqual(expected));
});

test('a table has the target beside each figure, and whether it is met', () => {
  const lines = tableOf({ title: 'Saving' }, [
    { name: 'a save', value: 14, unit: 'calls', most: 15 },
    { name: 'a slow save', value: 1234.5, unit: 'ms', most: 1000 },
    { name: 'another way', value: 100, unit: 'calls', most: 'comparison', note: 'lacks: a lock' },
  ]);
  expect(lines.slice(0, 2)).toEqual(['', 'Saving']);
  expect(lines.slice(3)).toEqual([
    '  a save             14  calls        ≤ 15  ✓',
    '  a slow save  1,234.50  ms     ≤ 1,000.00  ✗',
    '  another way       100  calls           –     lacks: a lock',
  ]);
});
