import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import { optionText, questionText } from '../../sidebar/import/words';
import { nameOf, targetOf } from './target';

/** Lines of a till, a hundred each and one more from line to line. */
const linesOf = (days: readonly string[], firstMonth = 1, above: readonly string[] = []): Opened => {
  const target = targetOf('actuals', firstMonth);
  const lines = [...above, '门店编号\t日期\t金额', ...days.map((day, at) => `A1\t${day}\t${100 + at}`)];
  return opened(gridOfText(lines.join('\n'), target), target);
};

/** What months have, without those of which nothing is known: `1: 201`. */
const monthsOf = (file: Opened, answers = file.first): string => {
  const sales = file.read(answers).records[0]?.values.sales;
  const months = Array.isArray(sales) ? sales : [];
  return months.flatMap((value, index) => (value === null ? [] : `${index + 1}: ${value}`)).join(', ');
};

describe('days of lines with two digits of their year, or none, in the one order that all of them can have', () => {
  test.each<[string, readonly string[], string]>([
    ['year first', ['27.1.15', '27.1.16', '27.2.3'], '1: 201, 2: 102'],
    ['year first, with dashes', ['27-01-15', '27-02-03'], '1: 100, 2: 101'],
    ['month first', ['1/15/27', '2/3/27'], '1: 100, 2: 101'],
    ['month first, with a time', ['1/15/27 10:30', '2/3/27 9:00 PM'], '1: 100, 2: 101'],
    ['day first', ['15/1/27', '3/2/27'], '1: 100, 2: 101'],
    ['day first, with dots', ['15.01.27', '03.02.27'], '1: 100, 2: 101'],
    ['in Chinese', ['27年1月15日', '27年2月3日'], '1: 100, 2: 101'],
    ['by name', ['15-Jan-27', '3-Feb-27'], '1: 100, 2: 101'],
    ['by name, month first', ['Jan 15, 27', 'Feb 3, 27'], '1: 100, 2: 101'],
    ['six digits', ['270115', '270203'], '1: 100, 2: 101'],
    ['six digits, day first', ['150127', '030227'], '1: 100, 2: 101'],
    ['without a year, in Chinese', ['1月15日', '2月3号'], '1: 100, 2: 101'],
    ['without a year, month first', ['1/15', '2/3'], '1: 100, 2: 101'],
    ['without a year, by name', ['15-Jan', '3-Feb'], '1: 100, 2: 101'],
    ['alike in two orders', ['27.1.27', '27.2.27'], '1: 100, 2: 101'],
    ['whole months', ['2701', '2702'], '1: 100, 2: 101'],
    ['whole months with a sign', ['27.1', '27.2'], '1: 100, 2: 101'],
    ['whole months, month first', ['1/27', '2/27'], '1: 100, 2: 101'],
    ['whole months by name', ['Jan-27', 'Feb-27'], '1: 100, 2: 101'],
    ['days by name, of which one is 27', ['Jan-27', 'Jan-28', 'Feb-3'], '1: 201, 2: 102'],
    ['periods', ['P1', 'P2'], '1: 100, 2: 101'],
    ['periods of a year', ['FY27 P01', 'FY27 P02'], '1: 100, 2: 101'],
    ['as statistics have it', ['2027M01', '2027M02'], '1: 100, 2: 101'],
    ['month before year', ['01/2027', '02/2027'], '1: 100, 2: 101'],
    ['a spreadsheet’s count of days', ['46402', '46421'], '1: 100, 2: 101'],
    ['eight digits', ['20270115', '20270203'], '1: 100, 2: 101'],
  ])('%s', (_, days, expected) => {
    const file = linesOf(days);
    const { questions, faults } = file.read(file.first);
    expect([questions, faults, monthsOf(file)]).toEqual([[], [], expected]);
  });

  test('where the plan’s year starts in April, days without a year before it are of the next one', () => {
    expect(monthsOf(linesOf(['4月15日', '1月15日'], 4))).toBe('1: 100, 10: 101');
    expect(monthsOf(linesOf(['P1', 'P12'], 4))).toBe('1: 100, 12: 101');
  });
});

describe('days that can have several orders are asked about', () => {
  test.each<[string, readonly string[], readonly string[], string]>([
    ['day or month first', ['1/2/27', '2/3/27'], ['2027-02-01', '2027-01-02'], '2: 100, 3: 101'],
    ['year or day first', ['26.2.27', '27.2.27'], ['2026-02-27', '2027-02-26'], '2: 101'],
    ['one month, or the day of it', ['27.1'], ['2027-01', '2027-01-27'], '1: 100'],
    ['the same by name', ['27-Jan', '28-Jan'], ['2027-01-27', '2027-01'], '1: 201'],
    ['six digits', ['010227', '020327'], ['2027-02-01', '2027-01-02'], '2: 100, 3: 101'],
  ])('%s', (_, days, expected, months) => {
    const file = linesOf(days);
    const { questions, records } = file.read(file.first);
    const [question] = questions;
    const options = question ? optionsOf(question) : [];
    expect([questions.map(({ ask }) => ask), records]).toEqual([['shortDay'], []]);
    expect(options.map((option) => optionText(option, 'en', file.target, () => ''))).toEqual(expected);
    if (options[0]) expect(monthsOf(file, answered(file.first, options[0]))).toBe(months);
  });

  test('in words', () => {
    const file = linesOf(['1/2/27', '2/3/27']);
    const [question] = file.read(file.first).questions;
    const said = (['zh', 'en'] as const).map(
      (language) => question && questionText(question, language, file.target, String, String),
    );
    expect(said).toEqual(['"1/2/27" 是哪一天或哪一月？', 'Which day or month is "1/2/27"?']);
  });

  test('days without a year, below lines that speak of two, by the year', () => {
    const file = linesOf(['1月15日', '2月3日'], 1, ['2026-2027年销售']);
    expect(file.read(file.first).questions.map(({ ask }) => ask)).toEqual(['monthYear']);
  });
});

test.each<[string, readonly string[], readonly string[]]>([
  ['of an order that some cannot have', ['1/15/27', '15/1/27'], ['shortYear', 'shortYear']],
  ['of years long gone', ['98.1.15', '98.1.16'], ['shortYear', 'shortYear']],
  ['six digits that are no day of any era', ['270199', '270198'], ['shortYear', 'shortYear']],
  ['January or October', ['27.9', '27.1', '27.11'], ['lostTen']],
  ['the same with four digits of the year', ['2027.9', '2027.1', '2027.12'], ['lostTen']],
  ['the thirteenth period', ['P13'], ['date']],
])('%s: told by row, and nothing read of it', (_, days, expected) => {
  const file = linesOf(days);
  const { faults, questions } = file.read(file.first);
  expect([faults.map(nameOf), questions]).toEqual([expected, []]);
  expect(monthsOf(file)).toBe('');
});

test('January is January where October is there, or nothing behind August is', () => {
  expect(monthsOf(linesOf(['27.1', '27.9', '27.10']))).toBe('1: 100, 9: 101, 10: 102');
  expect(monthsOf(linesOf(['27.1', '27.2', '27.8']))).toBe('1: 100, 2: 101, 8: 102');
});

test('the day on which a store opened still needs its whole year', () => {
  const target = targetOf('stores');
  const file = opened(gridOfText('编号,性质,开业日期\nA1,加盟,26.1.15\nA2,加盟,1/15/26\n', target), target);
  expect(file.read(file.first).faults.map(nameOf)).toEqual(['shortYear', 'shortYear']);
});
