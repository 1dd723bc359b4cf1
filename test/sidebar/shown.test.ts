import { lists } from '../../sidebar/planParts';
import { words } from '../../sidebar/text';
import { dateText, figureText, moneyText, percentText, shownText, signed, unitText } from '../../sidebar/value/shown';
import { plainTerms } from '../../sidebar/value/terms';
import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { field, terms } from './kit';

const zh = { ...terms, language: 'zh' as const };

test.each([
  [145_941_428.57, 10_000, '14,594.14'],
  [-4_058_571.43, 10_000, '−405.86'],
  [-4_058_571.43, 1, '−4,058,571'],
  [12.5, 1, '12.5'],
  [1_234_567, 1000, '1,234.57'],
  [-0.001, 10_000, '0.00'],
])('%p in units of %p reads %j', (value, unit, text) => {
  expect(moneyText(value, { unit })).toBe(text);
});

test.each([
  [0.107_142_857, '10.71%'],
  [-0.002, '−0.20%'],
  [0, '0.00%'],
])('%p reads %j', (value, text) => {
  expect(percentText(value)).toBe(text);
});

test.each([
  ['1,200.00', 1200, '+1,200.00'],
  ['−405.86', -405.86, '−405.86'],
  ['0.00', 0.001, '0.00'],
])('%j with its sign is %j', (text, value, expected) => {
  expect(signed(text, value)).toBe(expected);
});

const table: readonly (readonly [Field, Scalar, string, string])[] = [
  [field('stores', 'ownership'), 'franchised', 'Franchised', '加盟'],
  [field('stores', 'openedOn'), '2027-03-16', '16 Mar 2027', '2027年3月16日'],
  [field('settings', 'planYear'), 2027, '2027', '2027'],
  [field('stores', 'lastYearMonths'), 9.516_129, '9.52', '9.52'],
  [field('expansion', 'expectedOpenings'), 2.304, '2.30', '2.30'],
  [field('expansion', 'enabled'), true, 'Yes', '是'],
  [field('stores', 'name'), '<b>徐家汇</b>', '<b>徐家汇</b>', '<b>徐家汇</b>'],
  [field('expansion', 'channel'), '校园招募', '校园招募', '校园招募'],
  [field('stores', 'lastYearSales'), null, '', ''],
];

test.each(table)('%#: %p reads in both languages', (of, value, english, chinese) => {
  expect([shownText(of, value, lists, terms), shownText(of, value, lists, zh)]).toEqual([english, chinese]);
});

test.each([
  [10_000, 'CNY', '10,000 CNY', '万元'],
  [1000, 'CNY', '1,000 CNY', '千元'],
  [1, 'CNY', 'CNY', '元'],
  [10_000, 'USD', '10,000 USD', '万USD'],
])('money in units of %p %s stands in %j, in Chinese in %j', (unit, currency, english, chinese) => {
  const of = field('settings', 'companyTarget');
  const own = { ...plainTerms('en'), unit, currency };
  expect([unitText(of, own), unitText(of, { ...own, language: 'zh' })]).toEqual([english, chinese]);
});

test('an amount in units of thousands is told from its unit', () => {
  expect([words.en, words.zh].map(({ withUnit, money }) => withUnit('+9.26', money(1000, 'CNY')))).toEqual([
    '+9.26 × 1,000 CNY',
    '+9.26千元',
  ]);
});

test('text that is no date stays as it is', () => {
  expect(dateText('soon', 'en')).toBe('soon');
});

test.each([
  [field('rates', 'ticketNow'), 340, '340.00 CNY', '340.00元'],
  [field('rates', 'ticketNow'), null, '', ''],
  [field('rates', 'salesNow'), 128_520, '12.85', '12.85'],
])('%#: the figure %p says its unit where it is not the form’s', (of, value, english, chinese) => {
  expect([figureText(of, value, lists, terms), figureText(of, value, lists, zh)]).toEqual([english, chinese]);
});
