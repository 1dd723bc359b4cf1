import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import { knowing } from '../../sidebar/import/target';
import { noticeText, optionText, questionText } from '../../sidebar/import/words';
import { nameOf, targetOf } from './target';

const stores = targetOf('stores');
const fileOf = (text: string, target = stores): Opened => opened(gridOfText(text, target), target);
const questionsIn = (file: Opened) => file.read(file.first).questions;
const asked = (file: Opened): readonly string[] =>
  questionsIn(file).map((question) =>
    question.ask === 'ended' ? `${question.text}: ${question.rows.length}` : question.ask,
  );

/** The stores and their closing days once the questions are answered alike. */
const answeredWith = (file: Opened, at: number) => {
  const answers = questionsIn(file).reduce((so, question) => {
    const option = optionsOf(question)[at];
    return option ? answered(so, option) : so;
  }, file.first);
  const { records, notices, faults } = file.read(answers);
  return { stores: records.map(({ values }) => [values.storeId, values.closedOn ?? null]), notices, faults };
};

const head = '编号,性质,门店状态';

test.each<[string, string, readonly string[]]>([
  ['closed', `${head}\nA1,加盟,营业\nA2,加盟,已闭店\nA3,加盟,已闭店\n`, ['已闭店: 2']],
  ['closed and shut for a time', `${head}\nA1,加盟,营业中\nA2,加盟,停业\nA3,加盟,装修中\n`, ['停业: 1', '装修中: 1']],
  [
    'in English',
    'store id,ownership,status\nA1,Franchised,Open\nA2,Franchised,Closed\nA3,Franchised,Temporarily closed',
    ['Closed: 1', 'Temporarily closed: 1'],
  ],
  ['in a column that is called otherwise', '编号,性质,备注\nA1,加盟,\nA2,加盟,已撤店\n', ['已撤店: 1']],
  ['no to whether it is open', '编号,性质,是否营业\nA1,加盟,是\nA2,加盟,否\n', ['否: 1']],
  ['yes to whether it is closed', 'store id,ownership,is_closed\nA1,Franchised,0\nA2,Franchised,1\n', ['1: 1']],
  ['with a day of some', '编号,性质,门店状态,关店日期\nA1,加盟,已闭店,2026-05-31\nA2,加盟,已闭店,\n', ['已闭店: 1']],
  ['with a day of all', '编号,性质,门店状态,关店日期\nA1,加盟,已闭店,2026-05-31\n', []],
  ['none', `${head}\nA1,加盟,营业\nA2,加盟,正常\nA3,加盟,未关店\n`, []],
  ['of something else', '编号,性质,订单状态\nA1,加盟,已关闭\n', []],
  ['no to something else', '编号,性质,是否旗舰店\nA1,加盟,否\n', []],
  ['in the store’s own name', '编号,店名,性质\nA1,关闭,加盟\n', []],
  ['in a row that is no store', `${head}\nA1,加盟,营业\n合计,,停业\n`, []],
])('a state without its day is asked about: %s', (_, text, expected) => {
  expect(asked(fileOf(text))).toEqual(expected);
});

test('what the plan knows the closing day of is not asked about, and keeps it whatever is said of others', () => {
  const known = knowing(stores, ['A2', 'A3', 'a4'], ['A3', 'a4']);
  const file = fileOf(`${head}\nA1,加盟,营业\nA2,加盟,已闭店\nA3,加盟,已闭店\nA4,加盟,已闭店\n`, known);
  expect(asked(file)).toEqual(['已闭店: 1']);
  expect(answeredWith(file, 1).stores).toEqual([
    ['A1', null],
    ['A2', '2026-12-31'],
    ['A3', null],
    ['A4', null],
  ]);
});

describe('what becomes of them', () => {
  const file = fileOf('编号,性质,门店状态,关店日期\nA1,加盟,营业,\nA2,加盟,闭店,2026-05-31\nA3,加盟,闭店,\n');

  test.each<[string, number, readonly (readonly [string, string | null])[], string]>([
    [
      'left out',
      0,
      [
        ['A1', null],
        ['A2', '2026-05-31'],
      ],
      'that say "闭店", left out: row 4 (A3 · 加盟 · 闭店)',
    ],
    [
      'closed before the year',
      1,
      [
        ['A1', null],
        ['A2', '2026-05-31'],
        ['A3', '2026-12-31'],
      ],
      'that say "闭店", closed on 2026-12-31: row 4 (A3 · 加盟 · 闭店)',
    ],
    [
      'open',
      2,
      [
        ['A1', null],
        ['A2', '2026-05-31'],
        ['A3', null],
      ],
      'that say "闭店", taken without a closing day, as open: row 4 (A3 · 加盟 · 闭店)',
    ],
  ])('%s', (_, at, expected, said) => {
    const { stores: found, notices } = answeredWith(file, at);
    expect(found).toEqual(expected);
    expect(notices.map((notice) => noticeText(notice, 'en', stores))).toContain(said);
  });

  test('without a column of days, too', () => {
    const without = fileOf(`${head}\nA1,加盟,营业\nA2,加盟,闭店\n`);
    expect(answeredWith(without, 1)).toMatchObject({
      stores: [
        ['A1', null],
        ['A2', '2026-12-31'],
      ],
      faults: [],
    });
  });

  test('a year that starts in April begins where the last one ends', () => {
    const target = targetOf('stores', 4);
    expect(answeredWith(fileOf(`${head}\nA2,加盟,闭店\n`, target), 1).stores).toEqual([['A2', '2027-03-31']]);
  });

  test('a day before the store opened is told by its row', () => {
    const late = fileOf('编号,性质,开业日期,门店状态\nA2,加盟,2027-02-01,闭店\n');
    expect(answeredWith(late, 1).faults.map(nameOf)).toEqual(['notBefore']);
  });

  test('in words', () => {
    const [question] = questionsIn(file);
    if (!question) throw new Error('nothing is asked');
    const said = (['zh', 'en'] as const).map((language) => [
      questionText(question, language, stores, String, String),
      ...optionsOf(question).map((option) => optionText(option, language, stores, String)),
    ]);
    expect(said).toEqual([
      [
        '写明"闭店"而没有关店日：第 4 行（A3 · 加盟 · 闭店）。没有关店日的门店按全年营业计。如何处理？',
        '不导入这些行',
        '计划年度前关店（2026-12-31）',
        '按营业导入',
      ],
      [
        'It says "闭店", and no closing day: row 4 (A3 · 加盟 · 闭店). Without one a store counts as open all year. What of these rows?',
        'leave these rows out',
        'closed on 2026-12-31, before the plan’s year',
        'take them as open',
      ],
    ]);
  });
});
