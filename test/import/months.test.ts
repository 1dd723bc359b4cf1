import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import { monthsNamed } from '../../sidebar/import/period';
import type { Target } from '../../sidebar/import/target';
import { noticeText } from '../../sidebar/import/words';
import { remembering } from '../../sidebar/intake/remembering';
import { targetOf } from './target';

const targets = {
  stores: targetOf('stores'),
  actuals: targetOf('actuals'),
  // Its own year is the one before the plan's.
  lastSales: targetOf('lastSales', 1, 2026),
  history: targetOf('history'),
} as const;
type Into = keyof typeof targets;

const fileOf = (lines: readonly string[], target: Target): Opened =>
  opened(gridOfText(lines.join('\n'), target), target);

/** What the columns behind the store's own fill, or why they fill nothing. */
const keysOf = ({ first, table }: Opened): readonly string[] =>
  first.matching.flatMap(({ key, out }, index) =>
    ['编号', '性质', '年份'].includes(table.headings[index]?.text ?? '') ? [] : [key === '' ? (out ?? '') : key],
  );

const told = (file: Opened, target: Target): string =>
  file
    .read(file.first)
    .notices.map((notice) => noticeText(notice, 'en', target))
    .join('\n');

describe('the year of months, as headers, groups and titles say it', () => {
  const [last, other] = ['lastYearMonths', 'otherYear'];
  const header = '编号,性质,1月,2月';
  test.each<[string, readonly string[], Readonly<Partial<Record<Into, readonly string[]>>>]>([
    [
      '2026-01',
      ['编号,性质,2026-01,2026-02'],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      '2026年1月',
      ['编号,性质,2026年1月,2026年2月'],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'Jan-26',
      ['编号,性质,Jan-26,Feb-26'],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      '26年1月',
      ['编号,性质,26年1月,26年2月'],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'a title of two digits',
      ['26年门店销售,,,', header],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'a title in the years of a reign',
      ['令和8年度 店舗別売上,,,', header],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'a group above them',
      [',,2026年,', header],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'a title',
      ['2026年门店销售,,,', header],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'a title of two years',
      ['2025-2026年门店销售,,,', header],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      'a title in words',
      ['去年门店销售,,,', header],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    [
      '去年1月',
      ['编号,性质,去年1月,去年2月'],
      { stores: [last, last], actuals: [last, last], lastSales: ['sales.1', 'sales.2'] },
    ],
    ['今年1月', ['编号,性质,今年1月,今年2月'], { stores: ['months.1', 'months.2'], actuals: ['sales.1', 'sales.2'] }],
    ['前年1月', ['编号,性质,前年1月,前年2月'], { stores: [other, other], actuals: [other, other] }],
    [
      'the plan’s year',
      ['2027年门店销售,,,', header],
      { stores: ['months.1', 'months.2'], actuals: ['sales.1', 'sales.2'], lastSales: [other, other] },
    ],
    [
      'a day on which it was made',
      ['制表日期：2026-12-28,,,', header],
      { stores: ['months.1', 'months.2'], actuals: ['sales.1', 'sales.2'] },
    ],
    ['the month in which it was made', ['导出时间：2026年12月,,,', header], { actuals: ['sales.1', 'sales.2'] }],
    ['targets by a title', ['2026年门店销售,,,', '编号,性质,1月目标,2月目标'], { stores: ['months.1', 'months.2'] }],
    [
      'none',
      [header],
      { stores: ['months.1', 'months.2'], actuals: ['sales.1', 'sales.2'], lastSales: ['sales.1', 'sales.2'] },
    ],
    ['years gone by, each its row', ['2024–2026年各月销售,,', '年份,1月,2月'], { history: ['months.1', 'months.2'] }],
  ])('%s', (_, head, expected) => {
    for (const into of Object.keys(expected) as Into[]) {
      const first = into === 'history' ? '2025,100000,90000' : 'A1,加盟,100000,90000';
      expect([into, keysOf(fileOf([...head, first], targets[into]))]).toEqual([into, expected[into]]);
    }
  });
});

test.each<[string, readonly [number, number] | undefined]>([
  ['1-2月', [1, 2]],
  ['01月-02月', [1, 2]],
  ['1月+2月', [1, 2]],
  ['1、2月', [1, 2]],
  ['一二月', [1, 2]],
  ['一至二月', [1, 2]],
  ['10-12月', [10, 12]],
  ['jan-feb', [1, 2]],
  ['january & february', [1, 2]],
  ['q2', [4, 6]],
  ['第三季度', [7, 9]],
  ['下半年', [7, 12]],
  ['12月', undefined],
  ['十二月', undefined],
  ['1-12月', undefined],
  ['2-1月', undefined],
  ['11-13月', undefined],
  ['jan-26', undefined],
  ['1', undefined],
])('%s names several months, or none', (name, expected) => {
  expect(monthsNamed(name)).toEqual(expected);
});

describe('several months in one figure', () => {
  test.each(['1-2月', '1–2月', '１－２月', '1月+2月', '2026年1-2月', 'Jan-Feb', 'Jan–Feb 2026'])(
    '%s is never a month of its own: left out and named',
    (header) => {
      const year = header.includes('2026') ? '2026年' : '';
      const lines = [`编号,性质,${header},${year}3月`, 'A1,加盟,100000,90000'];
      const plan = fileOf(lines, targets.actuals);
      expect(keysOf(plan)).toEqual(year === '' ? ['span', 'sales.3'] : ['lastYearMonths', 'lastYearMonths']);
      const last = fileOf(lines, targets.lastSales);
      expect(keysOf(last)).toEqual(['span', 'sales.3']);
      expect(told(last, targets.lastSales)).toContain(
        `columns with several months in one figure, left out, since here each month stands by itself; where you have the months, give each a column of its own: “${header}”`,
      );
    },
  );

  test('what was remembered of December says nothing of January to February', () => {
    const lines = ['编号,性质,1-2月,3月', 'A1,加盟,100000,90000'];
    const file = opened(gridOfText(lines.join('\n'), targets.actuals), targets.actuals, { '12月': 'sales.12' });
    expect(keysOf(file)).toEqual(['span', 'sales.3']);
  });

  test.each([
    ['two months and ten', ['1-2月', ...Array.from({ length: 10 }, (_, at) => `${at + 3}月`)]],
    ['quarters', ['Q1', 'Q2', 'Q3', 'Q4']],
    [
      'months with quarters between them',
      Array.from({ length: 12 }, (_, at) =>
        at % 3 === 2 ? [`${at + 1}月`, `Q${(at + 1) / 3}`] : [`${at + 1}月`],
      ).flat(),
    ],
  ])('last year’s sales are the sum of %s, once said so', (_, months) => {
    const figures = months.map((header) => (header.startsWith('Q') && months.length > 4 ? '999999' : '100000'));
    const file = fileOf(['2026年销售', `编号,性质,${months.join()}`, `A1,加盟,${figures.join()}`], targets.stores);
    const [asked, ...more] = file.read(file.first).questions;
    const [yes] = asked?.ask === 'addUp' ? optionsOf(asked) : [];
    if (!yes) throw new Error('it is not asked');
    expect(more).toEqual([]);
    const { records } = file.read(answered(file.first, yes));
    expect(records.map(({ values }) => values.lastYearSales)).toEqual([
      figures.filter((one) => one === '100000').length * 100_000,
    ]);
  });

  test('years gone by keep January and February in one figure, and say so', () => {
    const file = fileOf(['年份,1–2月,3月', '2025,300,100'], targets.history);
    expect(file.read(file.first).records.map(({ values }) => values)).toEqual([
      { year: 2025, together: true, months: [300, null, 100, ...Array(9).fill(null)] },
    ]);
    expect(told(file, targets.history)).toContain('“Jan–Feb in one” is yes in every row');
  });

  test('where it is known how they share, each month has its part, to the cent; beside either month it is their sum', () => {
    const target: Target = { ...targets.lastSales, shares: [3, 2] };
    const file = fileOf(['编号,1-2月,3月', 'A1,100.01,7', 'A2,,8', '合计,100.01,15'], target);
    const { records, questions } = file.read(file.first);
    expect(questions).toEqual([]);
    // 100.01 × 0.6 = 60.006.
    expect(records.map(({ values }) => (values.sales as readonly (number | null)[]).slice(0, 3))).toEqual([
      [60.01, 40, 7],
      [null, null, 8],
    ]);
    const both = fileOf(['编号,1月,2月,1-2月', 'A1,1,2,3'], target);
    expect(keysOf(both)).toEqual(['sales.1', 'sales.2', 'span']);
  });
});

test.each([
  ['各店销售（万元）', 10_000],
  ['2026年各店销售(千元)', 1000],
  ['Sales by store (thousands)', 1000],
  ['门店清单(1000)', undefined],
  ['门店面积(m)', undefined],
])('%s above a table says what money counts in, or nothing', (title, factor) => {
  const file = fileOf([title, '编号,性质,去年业绩', 'A1,加盟,880', 'A2,加盟,900'], targets.stores);
  const { taken, questions } = file.read(file.first);
  const facts = taken.flatMap((one) => one.facts.flatMap((fact) => (fact.fact === 'factor' ? [fact.factor] : [])));
  expect([facts, questions.length]).toEqual(factor === undefined ? [[], 1] : [[factor], 0]);
});

describe('targets are no figures of what was sold, nor the other way round', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['in headers', ['编号,性质,1月目标,1月实际'], ['', 'sales.1'], ['months.1', '']],
    ['in English', ['编号,性质,Jan target,Jan actual'], ['', 'sales.1'], ['months.1', '']],
    ['with the year', ['编号,性质,2027年1月目标,2027年1月实际销售额'], ['', 'sales.1'], ['months.1', '']],
    [
      'in groups above them, merged or not',
      [',,目标,,实际,', '编号,性质,1月,2月,1月,2月'],
      ['', '', 'sales.1', 'sales.2'],
      ['months.1', 'months.2', '', ''],
    ],
  ])('%s', (_, head, sold, planned) => {
    const row = 'A1,加盟,100000,90000,110000,95000'
      .split(',')
      .slice(0, (head[head.length - 1] ?? '').split(',').length);
    expect(keysOf(fileOf([...head, row.join()], targets.actuals))).toEqual(sold);
    expect(keysOf(fileOf([...head, row.join()], targets.stores))).toEqual(planned);
  });

  test('two years side by side in a text, each below its year', () => {
    const lines = [',,2026年,,2027年,', '编号,店名,1月,2月,1月,2月', 'A1,东,1,2,3,4'];
    const [, , ...keys] = fileOf(lines, targets.actuals).first.matching.map(({ key, out }) => key || out);
    expect(keys).toEqual(['lastYearMonths', 'lastYearMonths', 'sales.1', 'sales.2']);
  });
});

test('a sum of a store’s months, called so where its month stands, is no line of it', () => {
  const lines = ['门店编码,月份,销售额', 'A1,2027年1月,100000', 'A1,2027年2月,90000', 'A1,合计,190000', '总计,,190000'];
  const { records, faults, notices } = fileOf(lines, targets.actuals).read(fileOf(lines, targets.actuals).first);
  expect(faults).toEqual([]);
  expect(notices.filter(({ code }) => code === 'totalOff')).toEqual([]);
  expect(records.map(({ values }) => values.sales)).toEqual([[100_000, 90_000, ...Array(10).fill(null)]]);
});

test.each([
  ['German', 'Betriebsform', 'Franchise', 'Eigenbetrieb'],
  ['French', 'Statut', 'Franchisé', 'Succursale'],
  ['Spanish', 'Tipo', 'Franquicia', 'Propia'],
  ['Japanese', '区分', 'FC', '直営'],
  ['Korean', '구분', '가맹', '직영'],
])('who runs a store is told by what a column of %s says', (_, header, franchised, own) => {
  const file = fileOf([`编号,${header}`, `A1,${franchised}`, `A2,${own}`], targets.stores);
  expect(file.read(file.first).records.map(({ values }) => values.ownership)).toEqual(['franchised', 'selfOperated']);
});

describe('months without a year below a title that speaks of the plan’s year and another are asked about', () => {
  const header = '编号,性质,1月,2月';
  const askedOf = (lines: readonly string[], target: Target) =>
    fileOf(lines, target)
      .read(fileOf(lines, target).first)
      .questions.map(({ ask }) => ask);

  test.each<[string, readonly string[], boolean]>([
    ['one line', ['2026-2027年门店业绩', header], true],
    ['two lines', ['2027年计划', '2026年数据', header], true],
    ['last year in words', ['2027年目标与去年业绩', header], true],
    ['years of two digits', ['26-27年门店业绩', header], true],
    ['a split year', ['2026/27 sales', header], true],
    ['a split fiscal year', ['FY26/27', header], true],
    ['what may be a split year, or something else', ['Sales 25/26', header], true],
    ['two years above the months', [',,26-27年,', header], true],
    ['not a number that stands as an id', ['2027年业绩 编号2026', header], false],
    ['not the mark of a document', ['川商〔2026〕12号 2027年业绩', header], false],
    ['not how many there are', ['2027年业绩（共2026家店）', header], false],
    ['not last year alone', ['26年门店业绩', header], false],
    ['not a day of printing in two digits', ['2027年业绩', '打印日期：26-12-20', header], false],
    ['last year by its letters', ['2027 vs LY', header], true],
    ['not of the plan’s own alone', ['2027年门店业绩', header], false],
    ['not a day of printing', ['2027年门店业绩', '打印日期：2026-12-20', header], false],
    ['not below groups that say it', ['2026-2027年门店业绩', ',,2027年,', header], false],
    ['not months that say it', ['2026-2027年门店业绩', '编号,性质,2027年1月,2027年2月'], false],
    ['not targets', ['2026-2027年门店业绩', '编号,性质,1月目标,2月目标'], false],
  ])('%s', (_, head, isAsked) => {
    expect(askedOf([...head, 'A1,加盟,80000,70000'], targets.stores)).toEqual(isAsked ? ['monthsOf'] : []);
  });

  test('which of two columns of one month is meant is asked first: an answer for some would choose them', () => {
    const lines = ['2026-2027业绩', '编号,1月,2月,1月,2月', 'A1,1,2,3,4'];
    expect(askedOf(lines, targets.actuals)).toEqual(['twice', 'twice']);
    const file = fileOf(lines, targets.actuals);
    let answers = file.first;
    for (let left = 2; left > 0; left -= 1) {
      const [question] = file.read(answers).questions;
      const [, right] = question ? optionsOf(question) : [];
      if (!right) throw new Error('there is no such answer');
      answers = answered(answers, right);
    }
    const { questions, records } = file.read(answers);
    expect([questions, records.map(({ values }) => values.sales)]).toEqual([[], [[3, 4, ...Array(10).fill(null)]]]);
  });

  test('a plan year of two calendar years is its own', () => {
    const lines = ['2027-2028财年目标', header, 'A1,加盟,80000,70000'];
    expect(askedOf(lines, targetOf('stores', 4))).toEqual([]);
    expect(askedOf(lines, targets.stores)).toEqual(['monthsOf']);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'the next calendar year, in which its last months lie',
      ['2028年业绩', '编号,性质,1月,2月'],
      ['months.10', 'months.11'],
    ],
    [
      'its own as a calendar year, of the months before its first alone',
      ['2027年业绩', '编号,性质,3月,4月'],
      ['months.12'],
    ],
  ])('of a plan year that starts in April: %s', (_, head, keys) => {
    const target = targetOf('stores', 4);
    const file = fileOf([...head, 'A1,加盟,80000,70000'], target);
    const [question] = file.read(file.first).questions;
    expect(question?.ask === 'monthsOf' && question.keys.map(({ key }) => key)).toEqual(keys);
  });

  test.each<[string, readonly string[]]>([
    ['2027年', ['lastYearMonths', 'months.1']],
    ['2027财年', ['months.12', 'months.1']],
  ])('months of it below %s', (group, keys) => {
    const { first } = fileOf([`,,${group},`, '编号,性质,3月,4月', 'A1,加盟,8,7'], targetOf('stores', 4));
    expect(first.matching.slice(2).map(({ key, out }) => (key === '' ? out : key))).toEqual(keys);
  });

  test.each(['FY27', '2027财年', '2027年度'])('%s is a plan’s year as a whole', (title) => {
    expect(askedOf([title, '编号,性质,3月,4月', 'A1,加盟,80000,70000'], targetOf('stores', 4))).toEqual([]);
  });

  test('as it is answered they are the plan’s, or left out, which the next file knows nothing of', () => {
    const file = fileOf(['2026-2027年门店业绩', header, 'A1,加盟,80000,70000'], targets.stores);
    const [question] = file.read(file.first).questions;
    const [own, other] = question ? optionsOf(question) : [];
    if (!own || !other) throw new Error('there is no such answer');
    const taken = file.read(answered(file.first, own));
    expect([taken.questions, taken.records.map(({ values }) => values.months)]).toEqual([
      [],
      [[80_000, 70_000, ...Array(10).fill(null)]],
    ]);
    const answers = answered(file.first, other);
    const left = file.read(answers);
    expect([left.questions, left.records.map(({ values }) => values.months)]).toEqual([[], [undefined]]);
    expect(left.notices.map((notice) => noticeText(notice, 'en', targets.stores))).toEqual([
      'columns of other years, left out: “1月”, “2月”',
      expect.stringContaining('above the headers'),
    ]);
    expect(Object.keys(remembering(file, answers))).toEqual(['编号', '性质']);
  });
});

test('months that were matched before are not the plan’s without a question below a title of another year', () => {
  const lines = ['2026年门店业绩', '编号,性质,1月,2月', 'A1,加盟,80000,70000'];
  const target = targets.stores;
  const file = opened(gridOfText(lines.join('\n'), target), target, { '1月': 'months.1', '2月': 'months.2' });
  const { questions, records } = file.read(file.first);
  expect([questions.map(({ ask }) => ask), records]).toEqual([['monthsOf'], []]);
});

test.each(['26年销售额', 'FY26 sales', "Sales '26"])('%s is last year’s', (header) => {
  const { first } = fileOf([`编号,性质,${header}`, 'A1,加盟,800000'], targets.stores);
  expect(first.matching.map(({ key }) => key)).toEqual(['storeId', 'ownership', 'lastYearSales']);
});

test('quarters alone are no lines of sales', () => {
  for (const header of ['编号,Q1,Q2', '编号,一季度,二季度', '编号,1-3月,4-6月']) {
    const { shape, first, read } = fileOf([header, 'A1,240000,250000', 'A2,240000,260000'], targets.actuals);
    expect([shape, first.matching.map(({ key, out }) => out ?? key)]).toEqual(['records', ['storeId', 'span', 'span']]);
    const { records, notices } = read(first);
    expect([records.map(({ values }) => values), notices.map(({ code }) => code)]).toEqual([
      [{ storeId: 'A1' }, { storeId: 'A2' }],
      ['spans'],
    ]);
  }
});
