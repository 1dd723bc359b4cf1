import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened, openedTogether } from '../../sidebar/import/import';
import type { Target } from '../../sidebar/import/target';
import { optionText, questionText } from '../../sidebar/import/words';
import { targetOf } from './target';

const actuals = targetOf('actuals');
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);
const two = (month: number): string => String(month).padStart(2, '0');

const fileOf = (headers: readonly string[], target: Target = actuals): Opened => {
  const figures = headers.map((_, index) => 10_000 + index);
  const lines = [['编号', '性质', ...headers].join(','), ['A1', '加盟', ...figures].join(',')];
  return opened(gridOfText(lines.join('\n'), target), target);
};

/** What the columns behind the store's own fill, or why they fill nothing. */
const keysOf = ({ first }: Opened): readonly string[] =>
  first.matching.slice(2).map(({ key, out }) => (key === '' ? (out ?? '') : key));

const asked = (file: Opened): readonly string[] => file.read(file.first).questions.map(({ ask }) => ask);

describe('twelve headers that are months by each other, or by themselves', () => {
  const months = twelve.map((month) => `sales.${month}`);
  test.each<[string, (month: number) => string]>([
    ['27.1, whose zero a spreadsheet has dropped in October', (month) => `27.${month === 10 ? 1 : month}`],
    ['27.01', (month) => `27.${two(month)}`],
    ['27/1', (month) => `27/${month}`],
    ['27-1', (month) => `27-${month}`],
    ['27.1月', (month) => `27.${month}月`],
    ['2701', (month) => `27${two(month)}`],
    ['1/27', (month) => `${month}/27`],
    ['01-27', (month) => `${two(month)}-27`],
    ['1月/27', (month) => `${month}月/27`],
    ['M1-27', (month) => `M${month}-27`],
    ['2027.1, the same', (month) => `2027.${month === 10 ? 1 : month}`],
    ['202701', (month) => `2027${two(month)}`],
    ['01/2027', (month) => `${two(month)}/2027`],
    ['1月2027年', (month) => `${month}月2027年`],
    ['2027M01', (month) => `2027M${two(month)}`],
    ['27M1', (month) => `27M${month}`],
    ['M01 2027', (month) => `M${two(month)} 2027`],
    ['FY27 P1', (month) => `FY27 P${month}`],
    ['P01', (month) => `P${two(month)}`],
    ['Period 1', (month) => `Period ${month}`],
    ['1月销售(27年)', (month) => `${month}月销售(27年)`],
    ['1月（2027年）', (month) => `${month}月（2027年）`],
    ['1月(含税)', (month) => `${month}月(含税)`],
    ['销售额(2027-01)', (month) => `销售额(2027-${two(month)})`],
    ['销售额_202701', (month) => `销售额_2027${two(month)}`],
    ['2027-01销售额', (month) => `2027-${two(month)}销售额`],
    ['业绩1月', (month) => `业绩${month}月`],
    ['求和项:1月', (month) => `求和项:${month}月`],
    ['Sum of 2027-01', (month) => `Sum of 2027-${two(month)}`],
    ['1', (month) => String(month)],
    ['the first, year first', (month) => `2027/${month}/1`],
    ['the first, month first', (month) => `${month}/1/2027`],
    ['the first, day first', (month) => `01.${two(month)}.2027`],
    ['the first, as a spreadsheet counts days', (month) => String(46_388 - 1 + dayOfYear(month))],
    ['the last, month first', (month) => `${month}/${daysOf(month)}/2027`],
    ['the last, day first', (month) => `${daysOf(month)}.${month}.27`],
    ['the last, year first', (month) => `2027-${two(month)}-${daysOf(month)}`],
  ])('%s', (_, header) => {
    const file = fileOf(twelve.map(header));
    expect([keysOf(file), asked(file)]).toEqual([months, []]);
    expect(file.read(file.first).records[0]?.values.sales).toEqual(twelve.map((month) => 9_999 + month));
  });

  test.each<[string, readonly string[]]>([
    ['27-Jan', ['27-Jan', '27-Feb', '27-Mar']],
    ['in other languages', ['janv. 27', 'févr. 27', 'mars 27']],
    ['in other languages, year first', ['2027 enero', '2027 febrero', '2027 marzo']],
    ['in Chinese numerals', ['27年一月', '2027年二月', '27年三月']],
    ['元月', ['27年元月', '27年2月', '27年3月']],
    ['with a unit and a word', ['27.1销售额(元)', '27.2销售额(元)', '27.3销售额(元)']],
  ])('%s', (_, headers) => {
    const file = fileOf(headers);
    expect([keysOf(file), asked(file)]).toEqual([['sales.1', 'sales.2', 'sales.3'], []]);
  });

  test('of two years, one beside the other, those of the plan’s year count', () => {
    const file = fileOf(['26.1', '27.1', '26.2', '27.2', '26.3', '27.3']);
    expect(keysOf(file)).toEqual([
      'lastYearMonths',
      'sales.1',
      'lastYearMonths',
      'sales.2',
      'lastYearMonths',
      'sales.3',
    ]);
  });

  test('over the end of a year', () => {
    const file = fileOf(['26.11', '26.12', '27.1']);
    expect(keysOf(file)).toEqual(['lastYearMonths', 'lastYearMonths', 'sales.1']);
  });

  test('below a year of their own row', () => {
    const lines = [`,,2027年${','.repeat(11)}`, `编号,性质,${twelve.join(',')}`, `A1,加盟,${twelve.join(',')}`];
    const file = opened(gridOfText(lines.join('\n'), actuals), actuals);
    expect(keysOf(file)).toEqual(months);
  });

  test('in several files, the second of which goes on', () => {
    const grid = (headers: string, figures: string) => gridOfText(`编号,性质,${headers}\nA1,加盟,${figures}`, actuals);
    const files = [
      { name: 'a.csv', grid: grid('27.1,27.2,27.3', '1,2,3') },
      { name: 'b.csv', grid: grid('27.4,27.5,27.6', '4,5,6') },
    ];
    const file = openedTogether(files, actuals);
    expect('fault' in file ? file.fault : keysOf(file)).toEqual(months.slice(0, 6));
  });

  test('last year’s months in brackets are no figure of the whole year', () => {
    expect(keysOf(fileOf(['销售额(2026-01)', '销售额(2026-02)'], targetOf('stores')))).toEqual([
      'lastYearMonths',
      'lastYearMonths',
    ]);
  });
});

describe('headers that may be months are asked about', () => {
  const leave = 'leave the columns out';
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['one', ['27.1'], ['yes, “27.1” is January 2027', 'yes, “27.1” is October 2027', leave], ['sales.1']],
    ['two', ['27.1', '27.2'], ['yes, “27.1” is January 2027', leave], ['sales.1', 'sales.2']],
    ['apart', ['27/1', '27/3'], ['yes, “27/1” is January 2027', leave], ['sales.1', 'sales.3']],
    ['of two years', ['26.2', '27.2'], ['yes, “26.2” is February 2026', leave], ['lastYearMonths', 'sales.2']],
    [
      'four digits, three of them',
      ['2701', '2702', '2703'],
      ['yes, “2701” is January 2027', leave],
      ['sales.1', 'sales.2', 'sales.3'],
    ],
    ['numbers', ['1', '2', '3'], ['yes, “1” is January', leave], ['sales.1', 'sales.2', 'sales.3']],
    ['days, or months', ['1/1/2027', '2/1/2027'], ['yes, “1/1/2027” is January 2027', leave], ['sales.1', 'sales.2']],
    [
      'three days, or three years',
      ['Jan-26', 'Jan-27'],
      ['yes, “Jan-26” is January 2026', leave],
      ['lastYearMonths', 'sales.1'],
    ],
    [
      '2027.1 alone',
      ['2027.1'],
      ['yes, “2027.1” is January 2027', 'yes, “2027.1” is October 2027', leave],
      ['sales.1'],
    ],
  ])('%s', (_, headers, expected, keys) => {
    const file = fileOf(headers);
    const { questions, records } = file.read(file.first);
    const headerAt = (index: number): string => file.table.headings[index]?.text ?? '';
    const options = questions.flatMap(optionsOf);
    expect([questions.map(({ ask }) => ask), records]).toEqual([['months'], []]);
    expect(options.map((option) => optionText(option, 'en', actuals, headerAt))).toEqual(expected);
    const [yes, no] = [options[0], options.at(-1)];
    if (!yes || !no) throw new Error('no answers');
    const is = answered(file.first, yes);
    expect(keysOf({ ...file, first: is })).toEqual(keys);
    expect([file.read(is).questions, file.read(is).records.length]).toEqual([[], 1]);
    expect(file.read(answered(file.first, no)).questions).toEqual([]);
  });

  test('in words', () => {
    const file = fileOf(['27.1', '27.2']);
    const [question] = file.read(file.first).questions;
    const headerAt = (index: number): string => file.table.headings[index]?.text ?? '';
    expect(question && questionText(question, 'zh', actuals, headerAt, () => '')).toBe('“27.1”、“27.2” 是月份吗？');
    const [option] = question ? optionsOf(question) : [];
    expect(option && optionText(option, 'zh', actuals, headerAt)).toBe('是，“27.1”即2027年1月');
  });
});

describe('bare numbers where the plan’s year starts in April', () => {
  const april = targetOf('actuals', 4);

  test('from 1 on they may count the plan’s year, too: asked, and of the calendar once it is said', () => {
    const file = fileOf(twelve.map(String), april);
    const [question] = file.read(file.first).questions;
    const [yes, no] = question ? optionsOf(question) : [];
    if (!yes || !no) throw new Error('no answers');
    expect([keysOf(file), asked(file)]).toEqual([Array(12).fill(''), ['months']]);
    expect(optionText(yes, 'zh', april, String)).toBe('是，“1”即1月');
    expect(optionText(yes, 'en', april, String)).toBe('yes, “1” is January');
    // April’s figure is the fourth column’s, March’s the third’s.
    const [record] = file.read(answered(file.first, yes)).records;
    expect(record?.values.sales).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((column) => 9_999 + column));
    expect(file.read(answered(file.first, no)).records.flatMap(({ values }) => values.sales ?? [])).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['with their months’ sign', twelve.map((month) => `${month}月`)],
    ['with their years', twelve.map((month) => `${month}/${month < 4 ? 2028 : 2027}`)],
    ['as periods', twelve.map((month) => `P${month}`)],
  ])('%s they are months by themselves', (_, headers) => {
    expect(asked(fileOf(headers, april))).toEqual([]);
  });
});

test.each<[string, readonly string[]]>([
  ['numbers of stores that go on', ['2701', '2702', '2703', '2713']],
  ['days of a month', twelve.map(String).concat('13')],
  ['weeks', ['W1', 'W2', 'W3']],
  ['days, day first', ['26.1', '27.1', '28.1', '29.1']],
  ['days by name', ['Jan-01', 'Jan-02', 'Jan-03']],
  ['thirteen periods', ['P1', 'P2', 'P13']],
  ['a forecast', ['12月(预计)']],
  ['other figures of a month', ['1月客流', '1月折扣率']],
  ['figures with a decimal sign, of no year near', ['12.5', '13.5']],
])('%s are no months', (_, headers) => {
  const target = targetOf('stores');
  expect(keysOf(fileOf(headers, target))).toEqual(headers.map(() => ''));
  expect(asked(fileOf(headers, target))).not.toContain('months');
});

describe('any run of months, forwards or back, is read right or asked about, never wrong', () => {
  const shapes: Readonly<Record<string, (month: number) => string>> = {
    '27.1': (month) => `27.${month === 10 ? 1 : month}`,
    '2027.1': (month) => `2027.${month === 10 ? 1 : month}`,
    '27/1': (month) => `27/${month}`,
    '1/27': (month) => `${month}/27`,
    '2701': (month) => `27${two(month)}`,
    '1/1/2027': (month) => `${month}/1/2027`,
    '1.1.2027': (month) => `1.${month}.2027`,
    '31/1/2027': (month) => `${daysOf(month)}/${month}/2027`,
    '27-Jan': (month) =>
      `27-${new Date(Date.UTC(2027, month - 1, 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' })}`,
    '1': String,
  };
  test.each(Object.entries(shapes))('%s', (_, header) => {
    const wrong: string[] = [];
    for (let first = 1; first <= 12; first += 1)
      for (const length of [1, 2, 3, 12].filter((most) => first + most <= 13))
        for (const isBack of [false, true]) {
          const run = Array.from({ length }, (_, index) => first + index);
          const wanted = isBack ? [...run].reverse() : run;
          const headers = wanted.map(header);
          const file = fileOf(headers);
          const { questions } = file.read(file.first);
          const isRight = String(keysOf(file)) === String(wanted.map((month) => `sales.${month}`));
          if (!isRight && questions.length === 0) wrong.push(`${headers} as ${keysOf(file)}`);
          // What is asked has the right answer among its first ones.
          const [question] = questions;
          const answers =
            question?.ask === 'months' ? optionsOf(question).map((option) => answered(file.first, option)) : [];
          const found = answers.map((first) => String(keysOf({ ...file, first })));
          if (answers.length > 0 && !found.includes(String(wanted.map((month) => `sales.${month}`))))
            wrong.push(`${headers} asked as ${found}`);
        }
    expect(wrong).toEqual([]);
  });
});

function daysOf(month: number): number {
  return new Date(Date.UTC(2027, month, 0)).getUTCDate();
}

function dayOfYear(month: number): number {
  return (Date.UTC(2027, month - 1, 1) - Date.UTC(2027, 0, 1)) / 86_400_000 + 1;
}
