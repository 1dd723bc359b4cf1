import { input } from '../../src/model/field';
import { parsed } from '../../src/model/parse';
import { valueFaults } from '../../src/model/rules';
import { choicesOf, fromCell, toCell } from '../../src/model/value';

const month = input('month', 'month');
const choices = choicesOf([]);

test.each(['2027-03', '2027/3', '2027.03', '2027年3月', '２０２７-03', '2027-03-16', '2027/3/16', '16-Mar-2027'])(
  '%s is March 2027',
  (text) => expect(parsed(month, text, [])).toEqual({ value: '2027-03' }),
);

test.each(['2027-13', '2027-00', 'March', '3', '03-2027', '1899-12'])('%s is no month', (text) => {
  expect(parsed(month, text, [])).toEqual({ fault: { rule: 'month', params: {} } });
});

test('a cell holds its first day; any other day of it is read as the month', () => {
  expect(toCell(month, '2027-01', 'en', choices)).toBe(46_388);
  expect([46_388, 46_388.5, 46_418, 46_419].map((day) => fromCell(month, day, choices))).toEqual([
    '2027-01',
    '2027-01',
    '2027-01',
    '2027-02',
  ]);
  expect([fromCell(month, '', choices), fromCell(month, 'soon', choices)]).toEqual([null, 'soon']);
});

test('what comes in a request is a month, or blank', () => {
  const broken = (value: string | number | null) => valueFaults(month, undefined, value, []).map(({ rule }) => rule);
  expect(['2027-12', null].map(broken)).toEqual([[], []]);
  expect(['2027-13', '2027-03-16', 'soon', 3].map(broken)).toEqual([['month'], ['month'], ['month'], ['month']]);
});
