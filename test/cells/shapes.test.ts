import { call, column } from './call';

const flat = Array(12).fill(1);
const late = [...Array(11).fill(0), 12];

test.each([
  ['single values answer a single value', ['STORE_TARGET', 100, 0, 12], 1200],
  ['a range of one cell is a single value', ['STORE_TARGET', [[100]], 0, 12], 1200],
  ['a column answers a column', ['STORE_TARGET', [[100], [200]], [[0], [1]], [[12], [6]]], [[1200], [2400]]],
  ['single values apply to every row', ['STORE_TARGET', 100, [[0], [1]], 12], [[1200], [2400]]],
  ['a range of one cell applies to every row', ['STORE_TARGET', [[100]], [[0], [1]], 12], [[1200], [2400]]],
  ['blank rows answer blank', ['STORE_TARGET', [[100], [''], [200]], 0, [[12], [''], [6]]], [[1200], [''], [1200]]],
  ['only columns make a row blank', ['STORE_TARGET', [[100], ['']], 0, 12], [[1200], ['']]],
  ['null is blank as well', ['STORE_TARGET', [[100], [null]], 0, 12], [[1200], ['']]],
  ['rows of twelve for single targets', ['PHASE_TARGET', 120, [flat]], [Array(12).fill(10)]],
  ['one season for all targets', ['PHASE_TARGET', [[120], [240]], [flat]], [Array(12).fill(10), Array(12).fill(20)]],
  [
    'a season for each target',
    ['PHASE_TARGET', [[120], [240]], [flat, late]],
    [Array(12).fill(10), [...Array(11).fill(0), 240]],
  ],
  ['a season in a column', ['PHASE_TARGET', [[120], [240]], column(flat)], [Array(12).fill(10), Array(12).fill(20)]],
  [
    'twelve targets by a season in a column',
    ['PHASE_TARGET', column(Array(12).fill(12)), column(flat)],
    Array(12).fill(flat),
  ],
  [
    'a season for each of two targets, target given once',
    ['PHASE_TARGET', 120, [flat, late]],
    [Array(12).fill(10), [...Array(11).fill(0), 120]],
  ],
  [
    'blank targets answer blank months',
    ['PHASE_TARGET', [[''], [120]], [flat]],
    [Array(12).fill(''), Array(12).fill(10)],
  ],
  [
    'a unit for each target',
    ['PHASE_TARGET', [[120], [1200]], [flat], [[''], [100]]],
    [Array(12).fill(10), Array(12).fill(100)],
  ],
  [
    'weights in a block',
    [
      'SPREAD_TARGET',
      10,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['a blank weight has no part', ['SPREAD_TARGET', 10, [[1], [''], [1]]], [[5], [''], [5]]],
  ['a blank bound does not bind', ['SPREAD_TARGET', 10, [[1, 1]], 1, [[7, '']], [['', '']]], [[7, 3]]],
  ['bounds may lie the other way', ['SPREAD_TARGET', 10, [[1, 1]], 1, [[7], [0]]], [[7, 3]]],
  ['rows blank in both lists are skipped', ['BASELINE_FROM_STORES', [[10], [''], [20]], [[1], [''], [2]]], 10],
  ['a list lies either way', ['BASELINE_FROM_STORES', [[10, 20]], [[1], [2]]], 10],
  ['stores not yet open have neither', ['BASELINE_FROM_STORES', [[10], ['']], [[1], [0]]], 10],
  [
    'years with a gap are left out',
    ['SEASON_INDEX', [flat, [...flat.slice(1), ''], late]],
    [[...Array(11).fill(0.5), 6.5]],
  ],
])('%s', (_, [name, ...args], expected) => {
  expect(call(String(name), ...args)).toEqual(expected);
});

const twelve = [Array(12).fill('')];

test.each([
  ['single values', ['STORE_TARGET', '', '', '']],
  ['ranges of one cell', ['STORE_TARGET', [['']], [[null]], [[undefined]]]],
  ['an optional one left out', ['OPERATING_MONTHS', '', '']],
  ['a whole argument beside them is filled', ['PHASE_TARGET', '', [flat]]],
  ['a funnel beside them is filled', ['FUNNEL_REQUIRED', '', [[0.4, 0.5]]]],
  ['a row of twelve', ['NEW_STORE_SALES', '', twelve, [[0.5, 1]]]],
  ['a row of twelve as a column', ['NEW_STORE_SALES', '', column(Array(12).fill('')), [[0.5, 1]]]],
  ['rows of five', ['RATE_PRICE_EFFECTS', [['', '', '', '', '']], [['', '', '', '', '']]]],
  ['a row whose blanks mean something', ['COVERED_TARGET', twelve, [flat], twelve]],
  ['a function of whole ranges', ['BASELINE_FROM_STORES', '', [['']]]],
  ['a total and its weights', ['SPREAD_TARGET', '', '']],
])('a call about nothing answers blank: %s', (_, [name, ...args]) => {
  expect(call(String(name), ...args)).toBe('');
});

test.each([
  ['one blank beside filled values', ['STORE_TARGET', '', 0, 12], /baseline/],
  ['no argument at all', ['STORE_TARGET'], /baseline/],
  ['a total beside weights', ['SPREAD_TARGET', '', [[1, 1]]], /total/],
  ['a blank column of whole values', ['BASELINE_FROM_STORES', [[''], ['']], [[''], ['']]], /sales/],
  ['required ones left out', ['STORE_TARGET', ''], /baseline/],
  ['an error value', ['STORE_TARGET', '#N/A', '', ''], /baseline/],
])('a call is about something with %s', (_, [name, ...args], message) => {
  expect(() => call(String(name), ...args)).toThrow(message);
});

test('a blank opening date is open from before, unless the year is blank too', () => {
  expect(call('OPERATING_MONTHS', '', '2026-01-01')).toBe(12);
});

test.each([
  ['left out', []],
  ['undefined', [undefined]],
  ['null', [null]],
  ['an empty cell', ['']],
])('an optional argument is the default when %s', (_, unit) => {
  expect(call('SPREAD_TARGET', 10, [[1, 1, 1]], ...unit)).toEqual([[4, 3, 3]]);
  expect(call('PHASE_TARGET', 120, [flat], ...unit)).toEqual([Array(12).fill(10)]);
  expect(call('OPERATING_MONTHS', '2026-07-01', '2026-01-01', ...unit)).toBe(6);
});

test('a whole column at once: 10,000 targets in one call', () => {
  const targets = Array.from({ length: 10_000 }, (_, index) => [index * 12]);
  const answer = call('PHASE_TARGET', targets, [flat]);
  expect(answer).toHaveLength(10_000);
  expect(Object(answer)[9_999]).toEqual(Array(12).fill(9_999));
});
