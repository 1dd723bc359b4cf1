import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, opened } from '../../sidebar/import/import';
import type { Remembered } from '../../sidebar/import/memory';
import { work } from '../../sidebar/import/read/column';
import { knowing } from '../../sidebar/import/target';
import { noticeText } from '../../sidebar/import/words';
import { remembering } from '../../sidebar/intake/remembering';
import { nameOf, targetOf } from './target';

const fileOf = (lines: readonly string[], firstMonth = 1, remembered: Remembered = {}) => {
  const target = targetOf('actuals', firstMonth);
  return opened(gridOfText(lines.join('\n'), target, remembered), target, remembered);
};

const read = (lines: readonly string[], firstMonth = 1) => {
  const file = fileOf(lines, firstMonth);
  return { shape: file.shape, ...file.read(file.first) };
};

/** Twelve months, those given by their number in the year. */
const months = (sold: Readonly<Record<number, number>>): (number | null)[] =>
  Array.from({ length: 12 }, (_, month) => sold[month + 1] ?? null);

const values = (found: ReturnType<typeof read>) => found.records.map((record) => record.values);

const lines = [
  'S1,2027-01-03,100',
  'S2,2027-01-03,40.5',
  'S1,2027-01-31,250.25',
  'S1,2027-03-01,0',
  'S2,2027-02-01,-8',
];

test.each([
  ['门店编码,营业日期,实收金额'],
  ['店铺编号,销售日期,销售额'],
  ['Store code,Business date,Net sales'],
  ['Store ID,Date,Amount'],
])('lines under %s are added up by store and month: blank is not known, 0 is none, returns count', (header) => {
  const found = read([header, ...lines]);
  expect([found.shape, found.questions, found.faults]).toEqual(['lines', [], []]);
  expect(values(found)).toEqual([
    { storeId: 'S1', sales: months({ 1: 350.25, 3: 0 }) },
    { storeId: 'S2', sales: months({ 1: 40.5, 2: -8 }) },
  ]);
  expect(found.notices).toEqual([{ code: 'addedUp', lines: 5, stores: 2, first: '2027-01-03', last: '2027-03-01' }]);
});

test.each([
  ['2027-02', '2027-03'],
  ['202702', '202703'],
  ['2027年2月', '2027年3月'],
  ['2月', '3月'],
  ['Feb', 'Mar'],
  ['Feb-27', 'Mar-27'],
])('a line may be a whole month, such as %s: data reach its last day', (second, third) => {
  const found = read(['Store ID,Month,Sales', `S1,${second},5`, `S1,${third},7`]);
  expect(values(found)).toEqual([{ storeId: 'S1', sales: months({ 2: 5, 3: 7 }) }]);
  expect(found.days).toEqual({ first: '2027-02-01', last: '2027-03-31' });
});

test('a file with columns of months has a row for each store', () => {
  expect(read(['Store ID,Date,Jan,Feb', 'S1,2027-03-01,5,6']).shape).toBe('records');
  expect(read(['门店编码,2026-01,2026-02', 'S1,5,6']).shape).toBe('records');
  expect(read(['门店编码', 'S1']).shape).toBe('records');
});

test('of a year from April, January is its tenth month, and what lies outside is left out and told', () => {
  const found = read(
    ['Store ID,Date,Amount', 'S1,2027-03-31,1', 'S1,2027-04-01,2', 'S1,2028-01-05,4', 'S1,2028-04-01,8'],
    4,
  );
  expect(values(found)).toEqual([{ storeId: 'S1', sales: months({ 1: 2, 10: 4 }) }]);
  expect(found.notices).toContainEqual({ code: 'outsideYear', rows: 2, first: '2027-03-31', last: '2028-04-01' });
});

test('several lines of one day are asked about, and the answer is remembered', () => {
  const twice = ['Store ID,Date,Amount', 'S1,2027-01-03,100', 's1,2027-01-03,30', 'S2,2027-01-03,1'];
  const file = fileOf(twice);
  const [question, ...more] = file.read(file.first).questions;
  expect([question, more]).toEqual([{ ask: 'sameDay', index: 2, stores: 1, days: 1, got: 'S1 · 2027-01-03' }, []]);
  const sums = (question ? optionsOf(question) : []).map((option) => {
    const answers = answered(file.first, option);
    const again = fileOf(twice, 1, remembering(file, answers));
    for (const one of [file.read(answers), again.read(again.first)]) expect(one.questions).toEqual([]);
    return file.read(answers).records.map((record) => record.values.sales);
  });
  expect(sums).toEqual([
    [months({ 1: 130 }), months({ 1: 1 })],
    [months({ 1: 30 }), months({ 1: 1 })],
  ]);
});

test.each<[string, readonly string[], string]>([
  ['a month among days', ['S1,2027-02,100', 'S2,2027-03-01,5'], '2027-03-01'],
  ['digits without signs', ['S1,202702,100', 'S2,20270301,5'], '2027-03-01'],
  ['a month after days', ['S1,2027-02-03,100', 'S2,2027-03,5'], '2027-03-31'],
  ['a month with its own day', ['S1,2027-03,100', 'S2,2027-03-05,5'], '2027-03-31'],
])('whether a line is of a day or a month is told of each: %s', (_, given, last) => {
  const found = read(['Store ID,Date,Amount', ...given]);
  expect([found.questions, found.days?.last]).toEqual([[], last]);
});

test.each([
  ['2027-02', '2027-02-03', '2027-02-01'],
  ['202702', '20270203', '20270201'],
])('a month beside days of it is asked about as a day that comes twice is: %s and %s', (month, day, first) => {
  const sums = (given: readonly string[]) => {
    const file = fileOf(['Store ID,Date,Amount', ...given, 'S2,2027-02-03,9']);
    const [question, ...more] = file.read(file.first).questions;
    expect([question, more]).toEqual([{ ask: 'sameDay', index: 2, stores: 1, days: 1, got: 'S1 · 2027-02' }, []]);
    return (question ? optionsOf(question) : []).map(
      (option) => file.read(answered(file.first, option)).records[0]?.values.sales,
    );
  };
  // All, or whichever stands last: the month, or all of its days.
  expect(sums([`S1,${month},100`, `S1,${first},30`, `S1,${day},50`])).toEqual([months({ 2: 180 }), months({ 2: 80 })]);
  expect(sums([`S1,${first},30`, `S1,${day},50`, `S1,${month},100`])).toEqual([months({ 2: 180 }), months({ 2: 100 })]);
});

test('what is wrong is told line by line; a store of which a day is not known is left out, and named', () => {
  const found = read([
    'Store ID,Date,Amount',
    ',2027-01-03,1',
    'S1,,2',
    'S1,soon,4',
    'S1,2027-01-03,much',
    'S1,2027-01-04,',
    'S1,2027-01-05,8',
    'S2,2027-01-05,16',
    'Total,,31',
  ]);
  expect(found.faults.map((fault) => [nameOf(fault), fault.row, fault.column])).toEqual([
    ['needed', 2, 'Store ID'],
    ['needed', 3, 'Date'],
    ['date', 4, 'Date'],
    ['number', 5, 'Amount'],
  ]);
  expect(values(found)).toEqual([{ storeId: 'S2', sales: months({ 1: 16 }) }]);
  expect(found.notices.map(({ code }) => code)).toEqual(['setAside', 'addedUp', 'linesWrong', 'withoutAmount']);
  expect(found.notices).toContainEqual({ code: 'linesWrong', months: 1, texts: ['S1'] });
  expect(found.notices).toContainEqual(expect.objectContaining({ code: 'addedUp', lines: 1, stores: 1 }));
});

test.each([
  ['an amount that cannot be read', 'S1,2027-02-03,much'],
  ['a cell too many', 'S1,2027-02-03,5,6'],
  ['an amount in another currency', 'S1,2027-02-03,€5'],
])('a month of a store that lacks a line is left out, not smaller: %s', (_, line) => {
  const found = read([
    'Store ID,Date,Amount',
    'S1,2027-01-03,$10',
    'S1,2027-02-01,$20',
    line,
    's1,2027-02-28,$40',
    'S2,2027-02-01,$80',
  ]);
  expect(found.faults).toHaveLength(1);
  expect(values(found)).toEqual([
    { storeId: 'S1', sales: months({ 1: 10 }) },
    { storeId: 'S2', sales: months({ 2: 80 }) },
  ]);
  const left = found.notices.find(({ code }) => code === 'linesWrong');
  expect(left).toEqual({ code: 'linesWrong', months: 1, texts: ['S1 · 2027-02'] });
  expect(left && noticeText(left, 'en', targetOf('actuals'))).toContain('left out as a whole');
  expect(left && noticeText(left, 'zh', targetOf('actuals'))).toContain('不导入：1 处');
  expect(found.notices).toContainEqual(expect.objectContaining({ code: 'addedUp', lines: 2, stores: 2 }));
});

test.each([
  ['编号,年份,月份,销售额', '1', '2'],
  ['编号,年,月,销售额', '1月', '2月'],
  ['Store ID,Year,Month,Sales', 'Jan', 'Feb'],
])('year and month in columns of their own, %s, are one month', (header, first, second) => {
  const found = read([header, `S1,2026,${first},70`, `S1,2027,${first},80`, `S1,2027,${second},90`, `S1,,${second},5`]);
  // A month without its year is none of the plan's.
  expect(found.faults.map((fault) => [nameOf(fault), fault.row])).toEqual([['needed', 5]]);
  const whole = read([header, `S1,2026,${first},70`, `S1,2027,${first},80`, `S1,2027,${second},90`]);
  expect([whole.questions, values(whole)]).toEqual([[], [{ storeId: 'S1', sales: months({ 1: 80, 2: 90 }) }]]);
  expect(whole.notices.map(({ code }) => code)).toContain('outsideYear');
});

describe('months without a year below a title', () => {
  const lines = ['编号,月份,销售额', 'S1,1月,80', 'S1,2月,90'];

  test.each(['2026年销售', '26年销售', 'FY26'])('%s are of that year', (title) => {
    const found = read([title, ...lines]);
    expect([found.questions, found.records]).toEqual([[], []]);
    expect(found.notices).toContainEqual({ code: 'outsideYear', rows: 2, first: '2026-01-01', last: '2026-02-01' });
  });

  test('of the plan’s year are the plan’s', () => {
    expect(values(read(['2027年销售', ...lines]))).toEqual([{ storeId: 'S1', sales: months({ 1: 80, 2: 90 }) }]);
  });

  test('of several years are asked about, and are of the one that is said; the next file is asked again', () => {
    const file = fileOf(['26-27年销售', ...lines]);
    const [question] = file.read(file.first).questions;
    expect(question).toEqual({ ask: 'monthYear', index: 1, got: '1月', named: [2026, 2027] });
    const [last, own] = question ? optionsOf(question) : [];
    if (!last || !own) throw new Error('there is no such answer');
    expect(file.read(answered(file.first, last)).records).toEqual([]);
    const answers = answered(file.first, own);
    expect(file.read(answers).records.map((record) => record.values)).toEqual([
      { storeId: 'S1', sales: months({ 1: 80, 2: 90 }) },
    ]);
    const again = fileOf(['26-27年销售', ...lines], 1, remembering(file, answers));
    expect(again.read(again.first).questions.map(({ ask }) => ask)).toEqual(['monthYear']);
  });
});

test('columns without a known header are asked for, with the likely one offered', () => {
  const file = fileOf(['Tienda,Fecha,Hora,Importe', 'S1,2027-01-03,a,5', 'S2,2027-01-04,b,6']);
  const { questions } = file.read(file.first);
  expect(questions.map((question) => question.ask === 'column' && [question.field, question.guess])).toEqual([
    ['storeId', 0],
    ['day', 1],
    ['amount', 3],
  ]);
});

test('which of day and month comes first is asked as ever', () => {
  expect(read(['Store ID,Date,Amount', 'S1,3/4/2027,5']).questions.map(({ ask }) => ask)).toEqual(['order']);
});

test('100,000 lines: each cell is looked at once, step by step, stopped and gone on with', () => {
  const stores = 1000;
  const days = Array.from({ length: 100 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10));
  const cents = (store: number, day: number): number => (store * 7919 + day * 104_729) % 100_000;
  const text = ['门店编码,营业日期,实收金额'];
  for (const [day, iso] of days.entries())
    for (let store = 0; store < stores; store += 1) text.push(`S${store},${iso},${cents(store, day) / 100}`);
  const file = fileOf(text);
  const before = work.cells;
  let steps = 0;
  const first = file.columns(file.first);
  for (; steps < 10; steps += 1) expect(first.next().done).toBe(false);
  // Stopped here, and gone on with.
  for (const share of first) {
    expect(share).toBeLessThanOrEqual(1);
    steps += 1;
  }
  // A step for each column, within it for each 10,000 cells, of figures for their parts as well; and for each 5,000 lines.
  expect(steps).toBe(3 + 4 * 9 + 20);
  const { records, questions, faults } = file.read(file.first);
  expect(work.cells - before).toBe(300_000);
  expect([questions, faults, records.length]).toEqual([[], [], stores]);
  for (const [store, { values: held }] of records.entries()) {
    const sums = months({});
    for (const [day, iso] of days.entries()) {
      const month = Number(iso.slice(5, 7)) - 1;
      sums[month] = (sums[month] ?? 0) + cents(store, day);
    }
    const expected = sums.map((sum) => (sum === null ? null : sum / 100));
    if (store % 97 === 0) expect(held).toEqual({ storeId: `S${store}`, sales: expected });
  }
});

describe('the column of store codes, where its header does not tell, by the codes that the plan knows', () => {
  const known = knowing(targetOf('actuals'), ['S1', 'S2', 'S3']);
  const days = (code: (day: number, store: string) => string): string =>
    [1, 2, 3].flatMap((day) => ['S1', 's2'].map((store) => code(day, store))).join('\n');

  test.each<[string, string]>([
    ['code', `code,日期,销售额\n${days((day, store) => `${store},2027-01-0${day},10`)}\n`],
    [
      '编码 beside one of goods',
      `商品,编码,日期,销售额\n${days((day, store) => `G${day},${store},2027-01-0${day},10`)}\n`,
    ],
    [
      'ids of receipts beside it',
      `id,kasse,date,amount\n${days((day, store) => `${day}${store},${store},2027-01-0${day},10`)}\n`,
    ],
    [
      'a store that is new among them',
      `code,日期,销售额\nN9,2027-01-01,5\n${days((day, store) => `${store},2027-01-0${day},10`)}\n`,
    ],
  ])('%s', (_, text) => {
    const file = opened(gridOfText(text, known), known);
    const found = file.read(file.first);
    expect([found.questions, found.faults]).toEqual([[], []]);
    expect(found.taken.find(({ match }) => match.key === 'storeId')?.match.by).toBe('content');
    expect(found.records.map(({ values: { storeId } }) => storeId)).toEqual(expect.arrayContaining(['S1', 's2']));
  });

  test.each<[string, string]>([
    ['nothing of it is known', `code,日期,销售额\n${days((day) => `G${day},2027-01-0${day},10`)}\n`],
    ['two columns hold them', `von,nach,日期,销售额\n${days((day, store) => `${store},S3,2027-01-0${day},10`)}\n`],
  ])('asked where %s', (_, text) => {
    const file = opened(gridOfText(text, known), known);
    expect(file.read(file.first).questions).toEqual([expect.objectContaining({ ask: 'column', field: 'storeId' })]);
  });
});

test('a year that says none is no year of the plan’s', () => {
  const found = read(['编号,年份,月份,销售额', 'S1,去年,1,70', 'S1,2027,2,90']);
  expect(found.faults.map((fault) => [nameOf(fault), fault.row])).toEqual([['needed', 2]]);
});
