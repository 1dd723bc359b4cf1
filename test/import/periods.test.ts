import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import type { Answers } from '../../sidebar/import/matching';
import { periodIn } from '../../sidebar/import/period';
import type { Import } from '../../sidebar/import/taken';
import { noticeText } from '../../sidebar/import/words';
import { targetOf } from './target';

test.each([
  ['2026-03', 2026, 3, 1],
  ['202603', 2026, 3, 1],
  ['2026年3月', 2026, 3, 1],
  ['2026.3', 2026, 3, 1],
  ['dec-25', 2025, 12, 1],
  ['december 2025', 2025, 12, 1],
  ["sept '25", 2025, 9, 1],
  ['2025 dec', 2025, 12, 1],
  ['2025 q4', 2025, 10, 3],
  ['2025q1', 2025, 1, 3],
  ['q4 2025', 2025, 10, 3],
  ['4q25', 2025, 10, 3],
  ['2025年第四季度', 2025, 10, 3],
  ['2025年2季度', 2025, 4, 3],
  ['2025年上半年', 2025, 1, 6],
  ['h2 2025', 2025, 7, 6],
  ['fy2025', 2025, undefined, 12],
  ['fy25', 2025, undefined, 12],
  ['2025', 2025, undefined, 12],
  ['2025年度', 2025, undefined, 12],
])('%s is a period', (text, year, month, months) => {
  expect(periodIn(text)).toEqual({ year, month, months });
});

test.each(['25-dec', 'q5 2025', '2025-13', '1999', 'store 2025', '120000', 'dec', '3月', ''])('%s is none', (text) => {
  expect(periodIn(text)).toBeUndefined();
});

/** A file of the plan for 2027, of which last year is 2026. */
const fileOf = (header: string, rows: readonly string[], firstMonth = 1): Opened => {
  const stores = targetOf('stores', firstMonth);
  return opened(gridOfText([header, ...rows].join('\n'), stores), stores);
};

const salesOf = ({ records }: Import) => records.map(({ values }) => [values.storeId, values.lastYearSales]);
const askedOf = ({ questions }: Import) =>
  questions.map((question) => ('years' in question ? question.years?.map(({ year }) => year) : question.ask));

/** Read with the first option of each question, or what stands at `choices` for it. */
function readWith(file: Opened, ...choices: readonly number[]): Import {
  let answers: Answers = file.first;
  for (const choice of choices) {
    const [question] = file.read(answers).questions;
    const option = question && optionsOf(question)[choice];
    if (!option) throw new Error('there is no such answer');
    answers = answered(answers, option);
  }
  return file.read(answers);
}

describe('rows of two years in one column of periods', () => {
  const twoYears = (one: string, other: string): readonly string[] =>
    ['A1', 'A2'].flatMap((id, at) => [`${id},加盟,${one},${100_000 + at}`, `${id},加盟,${other},${200_000 + at}`]);

  test.each([
    ['FY2025', 'FY2026'],
    ['Dec-25', 'Dec-26'],
    ['December 2025', 'December 2026'],
    ['2025 Q4', '2026 Q4'],
    ['Q4 2025', 'Q4 2026'],
    ['2025年第四季度', '2026年第四季度'],
    ['202512', '202612'],
    ['2025', '2026'],
  ])('%s and %s: asked which year is meant, and only that is added up', (one, other) => {
    const file = fileOf('编号,性质,期间,去年业绩(元)', twoYears(one, other));
    expect(askedOf(file.read(file.first))).toEqual([[2026, 2025]]);
    expect(salesOf(readWith(file, 0))).toEqual([
      ['A1', 200_000],
      ['A2', 200_001],
    ]);
  });

  test('a quarter that lies in two plan years tells nothing: all rows are asked about as one', () => {
    const file = fileOf('编号,性质,期间,去年业绩(元)', twoYears('2025 Q1', '2026 Q1'), 3);
    expect(askedOf(file.read(file.first))).toEqual(['sum']);
  });
});

test('rows of the year before last alone are not taken for last year’s unasked', () => {
  const rows = ['A1', 'A2'].flatMap((id) => [`${id},加盟,2025-01,100000`, `${id},加盟,2025-02,110000`]);
  const file = fileOf('编号,性质,月份,去年业绩(元)', rows);
  expect(askedOf(file.read(file.first))).toEqual([[2025]]);
  const last = fileOf(
    '编号,性质,月份,去年业绩(元)',
    rows.map((row) => row.replace('2025', '2026')),
  );
  expect(askedOf(last.read(last.first))).toEqual(['sum']);
  expect(salesOf(readWith(last, 0))).toEqual([
    ['A1', 210_000],
    ['A2', 210_000],
  ]);
});

describe('a row of the whole year beside rows of its months', () => {
  const months = (id: string): readonly string[] => [`${id},加盟,2026-01,100000`, `${id},加盟,2026-02,110000`];
  const header = '编号,性质,月份,去年业绩(元)';

  test.each(['', '2026', '2026年', 'FY2026'])('“%s” with their sum is left out, and told', (period) => {
    const rows = ['A1', 'A2'].flatMap((id) => [...months(id), `${id},加盟,${period},210000`]);
    const file = fileOf(header, rows);
    const found = readWith(file, 0);
    expect(salesOf(found)).toEqual([
      ['A1', 210_000],
      ['A2', 210_000],
    ]);
    const told = found.notices.map((notice) => noticeText(notice, 'en', targetOf('stores')));
    expect(told.join('\n')).toContain('row 4');
    expect(told.join('\n')).toContain('row 7');
  });

  test('with another figure it is asked about', () => {
    const rows = ['A1', 'A2'].flatMap((id) => [...months(id), ...(id === 'A1' ? ['A1,加盟,,90000'] : [])]);
    const file = fileOf(header, rows);
    expect(askedOf(file.read(file.first))).toContain('total');
    const at = askedOf(file.read(file.first)).indexOf('total');
    const asked = file.read(file.first).questions[at];
    const [total, record] = asked ? optionsOf(asked) : [];
    if (!total || !record) throw new Error('there is no such answer');
    const summed = (first: typeof total): Import => {
      const answers = answered(file.first, first);
      const [sum] = file.read(answers).questions.flatMap((question) => optionsOf(question)[0] ?? []);
      return file.read(sum ? answered(answers, sum) : answers);
    };
    expect(salesOf(summed(total))[0]).toEqual(['A1', 210_000]);
    expect(salesOf(summed(record))[0]).toEqual(['A1', 300_000]);
  });
});
