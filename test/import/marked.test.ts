import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, opened } from '../../sidebar/import/import';
import { type Counted, countedWays } from '../../sidebar/import/marked';
import type { Answers } from '../../sidebar/import/matching';
import type { Remembered } from '../../sidebar/import/memory';
import { remembering } from '../../sidebar/intake/remembering';
import { targetOf } from './target';

const fileOf = (lines: readonly string[], remembered: Remembered = {}, part = 'actuals') => {
  const target = targetOf(part, 1);
  return opened(gridOfText(lines.join('\n'), target, remembered), target, remembered);
};

/** The answers once each question of marks has this way, and what was asked. */
function said(file: ReturnType<typeof fileOf>, way: Counted, first = file.first): Answers {
  const at = countedWays.indexOf(way);
  let answers = first;
  for (const question of file.read(answers).questions) {
    const option = question.ask === 'marked' ? optionsOf(question)[at] : undefined;
    if (option) answers = answered(answers, option);
  }
  return answers;
}

const asked = (file: ReturnType<typeof fileOf>, answers = file.first) =>
  file.read(answers).questions.flatMap((question) => (question.ask === 'marked' ? [question] : []));

const january = (file: ReturnType<typeof fileOf>, answers: Answers) =>
  file.read(answers).records.map(({ values }) => {
    const sales: unknown = values.sales;
    return Array.isArray(sales) ? sales[0] : undefined;
  });

const till = [
  '门店编码,营业日期,实收金额,单据类型',
  'S1,2027-01-03,100,销售',
  'S1,2027-01-04,30,退货',
  'S1,2027-01-05,500,销售',
  'S2,2027-01-03,40,销售',
  'S2,2027-01-04,8,退货',
];

test.each<[Counted, readonly number[], number, string]>([
  // 100 + 500 and 40; less 30 and 8; with them.
  ['', [600, 40], 3, 'leaves them out'],
  ['takenOff', [570, 32], 5, 'takes them off'],
  ['counts', [630, 48], 5, 'counts them'],
])('lines marked as given back are asked about: %j gives %j', (way, sums, lines) => {
  const file = fileOf(till);
  expect(file.read(file.first).records).toEqual([]);
  expect(asked(file)).toEqual([{ ask: 'marked', index: 3, text: '退货', rows: 2, sum: 38 }]);
  const answers = said(file, way);
  const found = file.read(answers);
  expect(found.questions).toEqual([]);
  expect(january(file, answers)).toEqual(sums);
  expect(found.notices).toContainEqual({ code: 'marked', text: '退货', rows: 2, sum: 38, way });
  expect(found.notices).toContainEqual(expect.objectContaining({ code: 'addedUp', lines }));
  expect(found.notices.filter(({ code }) => code === 'withoutAmount')).toEqual([]);
});

test('what was said is remembered with the column, for the next file', () => {
  const first = fileOf(till);
  const next = fileOf(till, remembering(first, said(first, 'takenOff')));
  expect(asked(next)).toEqual([]);
  expect(january(next, next.first)).toEqual([570, 32]);
});

test.each([
  ['已取消'],
  ['交易关闭'],
  ['已退款'],
  ['作废'],
  ['Refunded'],
  ['Return'],
  ['CANCELLED'],
  ['Void'],
  ['storniert'],
  ['Remboursé'],
  ['Devolución'],
  ['возврат'],
  ['返品'],
])('%s is such a mark', (mark) => {
  const file = fileOf(['Store ID,Date,Amount,Status', 'S1,2027-01-03,100,ok', `S1,2027-01-04,30,${mark}`]);
  expect(asked(file)).toEqual([{ ask: 'marked', index: 3, text: mark, rows: 1, sum: 30 }]);
});

test.each([
  ['is not given back', ['未退款', '无退货', 'No refund', 'Non-refundable', 'completed', '已完成']],
  ['could be given back', ['7天无理由退货', '支持退货', '可退换', 'Free returns', 'Return policy']],
  ['was to be given back in vain', ['退款失败', '退款关闭', '退货已拒绝', 'refund rejected']],
  ['is a name that has such a word in it, one of many', Array.from({ length: 40 }, (_, n) => `Return street ${n}`)],
  ['is a long remark', ['The customer came to return a parcel and bought another']],
])('a line that %s is a sale', (_, marks) => {
  const file = fileOf([
    'Store ID,Date,Amount,Status',
    ...marks.map((mark, n) => `S1,2027-01-${String(1 + (n % 28)).padStart(2, '0')},10,${mark}`),
  ]);
  expect(asked(file)).toEqual([]);
});

test('amounts that are taken off already are not asked about', () => {
  const file = fileOf(['Store ID,Date,Amount,Type', 'S1,2027-01-03,100,sale', 'S1,2027-01-04,-30,refund']);
  expect(asked(file)).toEqual([]);
  expect(january(file, file.first)).toEqual([70]);
});

test('lines that two columns mark are left out once: those without an amount are told all the same', () => {
  const file = fileOf([
    'Store ID,Date,Amount,Type,Status',
    'S1,2027-01-03,100,sale,ok',
    'S1,2027-01-04,30,refund,已取消',
    'S1,2027-01-05,20,refund,已取消',
    'S1,2027-01-06,,sale,ok',
  ]);
  const answers = said(file, '');
  expect(january(file, answers)).toEqual([100]);
  const { notices } = file.read(answers);
  expect(notices.filter(({ code }) => code === 'withoutAmount')).toEqual([{ code: 'withoutAmount', rows: 1 }]);
});

test('receipts that are added up to a store’s year are asked about in the same way', () => {
  const rows = ['S1', 'S2'].flatMap((store) => [
    `${store},加盟,100,完成`,
    `${store},加盟,200,完成`,
    `${store},加盟,70,已取消`,
  ]);
  const file = fileOf(['门店编码,性质,去年业绩,订单状态', ...rows], {}, 'stores');
  const sum = file.read(file.first).questions.find(({ ask }) => ask === 'sum');
  const adding = sum ? answered(file.first, optionsOf(sum)[0] ?? { set: 'out', index: 9 }) : file.first;
  expect(asked(file, adding)).toEqual([{ ask: 'marked', index: 3, text: '已取消', rows: 2, sum: 140 }]);
  const sold = (way: Counted) => file.read(said(file, way, adding)).records.map(({ values }) => values.lastYearSales);
  expect([sold(''), sold('takenOff'), sold('counts')]).toEqual([
    [300, 300],
    [230, 230],
    [370, 370],
  ]);
});
