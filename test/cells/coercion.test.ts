import vm from 'node:vm';
import { above0, count, date, growth, id, isBlank, number, rate, share } from '../../src/model/reader';
import { call } from './call';

test.each([
  [5, 5],
  [-0.5, -0.5],
  ['5', 5],
  [' 5 ', 5],
  ['1,200', 1200],
  ['1,234,567.5', 1234567.5],
  ['-1,200', -1200],
  ['+3', 3],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['12%', 0.12],
  ['12.5 %', 0.125],
  ['-3%', -0.03],
  ['\uff11\uff12', 12],
  ['\uff11\uff0c\uff12\uff10\uff10\uff0e\uff15', 1200.5],
  ['\uff11\uff12\uff05', 0.12],
  ['\uff0d\uff15', -5],
  ['−5', -5],
  ['\u30007\u3000', 7],
])('%p reads as the number %p', (cell, expected) => {
  expect(number.read(cell)).toBe(expected);
});

test.each([
  'abc',
  '5 stores',
  '1,2',
  '12,00',
  '1,2345',
  '1,200,00',
  '1.2.3',
  '--5',
  '%',
  '-',
  '.',
  'e5',
  '12%%',
  '0x10',
  'Infinity',
  'NaN',
  '2026-03-16',
  'TRUE',
  true,
  false,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  new Date(0),
])('%p is no number, never 0 or 1', (cell) => {
  expect(number.read(cell)).toBeUndefined();
});

test.each([
  ['above0', above0, [0.01, 1], [0, -1]],
  ['count', count, [0, 3, '3'], [-1, 0.5, '1%']],
  ['growth', growth, [-1, 0, 3], [-1.01]],
  ['rate', rate, [0.01, 1, '100%'], [0, 1.01, -0.1]],
  ['share', share, [0, 1, '0%'], [1.01, -0.1]],
])('%s keeps its bounds', (_, reader, inside, outside) => {
  for (const cell of inside) expect(reader.read(cell)).toBeDefined();
  for (const cell of outside) expect(reader.read(cell)).toBeUndefined();
});

// 2026-03-16 is 46097 in every spreadsheet.
test.each([
  ['ISO', '2026-03-16'],
  ['slashes', '2026/3/16'],
  ['dots', '2026.03.16'],
  ['Chinese', '2026年3月16日'],
  ['full-width', '\uff12\uff10\uff12\uff16\uff0d\uff10\uff13\uff0d\uff11\uff16'],
  ['a serial', 46097],
  ['a serial with a time', 46097.75],
  ['a serial as text', '46097'],
])('a date as %s', (_, cell) => {
  expect(date.read(cell)).toBe(46097);
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '16.03.2026',
  '3/4/2026',
  '2026-03',
  'March',
  '',
  -1,
  20260316,
  true,
  Number.NaN,
])('%p is no date', (cell) => {
  expect(date.read(cell)).toBeUndefined();
});

test('midnight UTC stands for its day', () => {
  expect(date.read(new Date(Date.UTC(2026, 2, 16)))).toBe(46097);
});

test('a date of another realm, where instanceof fails', () => {
  const foreign: unknown = vm.runInNewContext('new Date(Date.UTC(2026, 2, 16))');
  expect(foreign instanceof Date).toBe(false);
  expect(date.read(foreign)).toBe(46097);
  expect(number.read(foreign)).toBeUndefined();
});

test('arrays of another realm are ranges', () => {
  const foreign: unknown = vm.runInNewContext('[[100], [200]]');
  expect(call('STORE_TARGET', foreign, 0, 12)).toEqual([[1200], [2400]]);
});

test.each([
  ['00004', '00004'],
  [4, '4'],
  [' A ', 'A'],
])('%p identifies as %p', (cell, expected) => {
  expect(id.read(cell)).toBe(expected);
});

test.each([[''], [null], [undefined]])('%p is blank', (cell) => {
  expect(isBlank(cell)).toBe(true);
});

test.each([[0], [false], [' '], ['0']])('%p is not blank', (cell) => {
  expect(isBlank(cell)).toBe(false);
});
