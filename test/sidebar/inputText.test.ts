import fc from 'fast-check';
import { lists } from '../../sidebar/planParts';
import { inputText, looksLikeFraction, typedValue } from '../../sidebar/value/inputText';
import { readText } from '../../sidebar/value/readText';
import type { Field } from '../../src/model/field';
import { field, terms } from './kit';

const growth = field('baseline', 'growth');
const progress = field('expansion', 'progress');
const target = field('settings', 'companyTarget');
const price = field('rates', 'priceNow');
const channel = field('expansion', 'channel');
const opened = field('stores', 'openedOn');
const area = field('stores', 'area');

test.each([
  ['12', 0.12],
  ['12%', 0.12],
  ['12 %', 0.12],
  ['１２％', 0.12],
  ['10.71', 0.1071],
  ['1.1', 0.011],
  ['-5', -0.05],
  ['0.12', 0.0012],
  ['100', 1],
  ['', null],
  ['  ', null],
])('a growth typed as %j is %p', (text, value) => {
  expect(typedValue(growth, text, lists, terms)).toEqual({ value });
});

test.each([
  ['15000', 150_000_000],
  ['15,000', 150_000_000],
  ['15000万', 150_000_000],
  ['1.5亿', 150_000_000],
  ['1.5 亿元', 150_000_000],
  ['350元', 350],
  ['３５０元', 350],
  ['350千元', 350_000],
  ['12.5k', 12_500],
  ['1.2M', 1_200_000],
  ['¥14.82', 148_200],
  ['120百万', 120_000_000],
  ['一亿二千万', 120_000_000],
  ['一百二十', 1_200_000],
  ['1.234,56', 12_345_600],
  ['0', 0],
  ['', null],
])('money shown in 10,000s and typed as %j is %p in the currency’s unit', (text, value) => {
  expect(typedValue(target, text, lists, terms)).toEqual({ value });
});

test.each([
  [growth, 'twelve', 'number'],
  [growth, '-101', 'atLeast'],
  [progress, '101', 'atMost'],
  [target, '-1', 'atLeast'],
  [target, '12%', 'number'],
  [target, '万', 'number'],
  [target, '1 2', 'number'],
])('%#: %j is refused as %j', (of, text, rule) => {
  expect(typedValue(of, String(text), lists, terms)).toMatchObject({ fault: { rule } });
});

test.each<[Field, string, string | undefined]>([
  [target, '15000', undefined],
  [target, '15,000.50', undefined],
  [target, '1.2亿', '120,000,000 CNY'],
  [target, '350元', '350 CNY'],
  [target, '1.500', '15,000 CNY'],
  [target, 'x', undefined],
  [target, '', undefined],
  [price, '1.200,50', '1,200.5 CNY'],
  [growth, '12%', undefined],
  [growth, '１２', undefined],
  [growth, '12,5', '12.50%'],
  [opened, '16.03.2026', '16 Mar 2026'],
  [opened, '2026-03-16', undefined],
  [opened, '3/4/2026', undefined],
  [area, '1000 sq ft', '92.9'],
])('%#: %j shows what it was read as', (of, text, shown) => {
  expect(readText(of, text, lists, terms)).toBe(shown);
});

test('a price is in the currency’s unit whatever money is shown in', () => {
  expect(typedValue(price, '199.9', lists, terms)).toEqual({ value: 199.9 });
});

test.each([
  ['mall', 'mall'],
  ['商场招募', 'mall'],
  ['Mall placement', 'mall'],
  ['校园招募', '校园招募'],
])('a choice that takes other text: %j is %j', (text, value) => {
  expect(typedValue(channel, text, lists, terms)).toEqual({ value });
});

test.each([
  [growth, 0.12, '12'],
  [growth, 0.1071, '10.71'],
  [growth, -0.05, '-5'],
  [target, 150_000_000, '15000'],
  [target, 1_754_080, '175.408'],
  [target, 0, '0'],
  [target, null, ''],
])('%#: %p stands in its input as %j', (of, value, text) => {
  expect(inputText(of, value, terms)).toBe(text);
});

test('what stands in an input is, typed again, the value it came from', () => {
  const cents = fc.integer({ min: 0, max: 10 ** 13 }).map((count) => count / 100);
  const points = fc.integer({ min: -10_000, max: 100_000 }).map((count) => count / 10_000);
  fc.assert(
    fc.property(cents, points, fc.constantFrom(1, 1000, 10_000), (money, share, unit) => {
      const own = { ...terms, unit };
      expect(typedValue(target, inputText(target, money, own), lists, own)).toEqual({ value: money });
      expect(typedValue(growth, inputText(growth, share, own), lists, own)).toEqual({ value: share });
    }),
  );
});

test.each([
  ['0.12', true],
  ['.5', true],
  ['-0.1', true],
  ['0', false],
  ['0.0', false],
  ['12', false],
  ['0.12%', false],
  ['1.2', false],
])('%j in a percentage was likely meant as a fraction: %p', (text, likely) => {
  expect(looksLikeFraction(growth, text)).toBe(likely);
  expect(looksLikeFraction(target, text)).toBe(false);
});
