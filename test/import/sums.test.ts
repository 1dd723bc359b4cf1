import fc from 'fast-check';
import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, type Opened, opened } from '../../sidebar/import/import';
import type { Answers } from '../../sidebar/import/matching';
import type { Import } from '../../sidebar/import/taken';
import { noticeText } from '../../sidebar/import/words';
import { targetOf } from './target';

const stores = targetOf('stores');

const fileOf = (rows: readonly string[]): Opened =>
  opened(gridOfText(['编号,店名,性质,去年业绩(元)', ...rows].join('\n'), stores), stores);

/** The file read with an answer to each question about totals, one after the other. */
function answeredAll(
  file: Opened,
  as: (row: number) => 'total' | 'record',
): { readonly found: Import; readonly asked: readonly number[] } {
  let answers: Answers = file.first;
  const asked: number[] = [];
  for (;;) {
    const found = file.read(answers);
    const [question] = found.questions;
    if (question === undefined) return { found, asked };
    // Any amount may stand beside any other here.
    if (question.ask === 'scale') {
      answers = answered(answers, { set: 'reading', index: question.index, reading: { scale: 'even' } });
      continue;
    }
    if (question.ask !== 'total') throw new Error(`asked about ${question.ask}`);
    const said = as(question.row);
    const option = optionsOf(question).find((one) => one.set === 'rows' && one.as === said);
    if (!option) throw new Error(`${said} is no answer`);
    answers = answered(answers, option);
    asked.push(question.row);
  }
}

const idsOf = ({ records }: Import): readonly unknown[] => records.map(({ values }) => values.storeId);
const told = ({ notices }: Import): readonly string[] => notices.map((notice) => noticeText(notice, 'en', stores));

describe('rows that are the sum of others', () => {
  test.each<[string, readonly string[], readonly number[], readonly string[]]>([
    ['a store that happens to have the sum', ['A1,,加盟,100', 'A2,,加盟,200', 'A3,,加盟,300'], [4], ['A1', 'A2']],
    [
      'subtotals, and a grand total of all',
      ['A1,,加盟,100', 'A2,,加盟,250', 'E,,加盟,350', 'B1,,直营,70', 'B2,,直营,80', 'W,,直营,150', 'Z,,直营,500'],
      [4, 7, 8],
      ['A1', 'A2', 'B1', 'B2'],
    ],
    [
      'subtotals of subtotals',
      [
        ...['A1,,加盟,1', 'A2,,加盟,2', 'a,,加盟,3', 'B1,,加盟,5', 'B2,,加盟,6', 'b,,加盟,11', 'ab,,加盟,14'],
        ...['C1,,加盟,40', 'C2,,加盟,50', 'c,,加盟,90', 'D1,,加盟,7', 'D2,,加盟,8', 'd,,加盟,15', 'cd,,加盟,105'],
        'all,,加盟,119',
      ],
      [4, 7, 8, 11, 14, 15, 16],
      ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'D1', 'D2'],
    ],
    [
      'a grand total without the word below subtotals with it',
      ['A1,,加盟,100', 'A2,,加盟,250', '小计,,,350', 'B1,,加盟,70', '小计,,,70', 'Z,,加盟,420'],
      [7],
      ['A1', 'A2', 'B1'],
    ],
    ['a total above all', ['Z,,加盟,600', 'A1,,加盟,100', 'A2,,加盟,500'], [2], ['A1', 'A2']],
    [
      'totals above what they add up, as a pivot table has them',
      ['E,,加盟,350', 'A1,,加盟,100', 'A2,,加盟,250', 'W,,加盟,70', 'B1,,加盟,70', '总计,,,420'],
      [2, 5],
      ['A1', 'A2', 'B1'],
    ],
  ])('%s', (_, rows, asked, ids) => {
    const file = fileOf(rows);
    expect(file.read(file.first).records).toEqual([]);
    const totals = answeredAll(file, () => 'total');
    expect(totals.asked).toEqual(asked);
    expect(idsOf(totals.found)).toEqual(ids);
    expect(totals.found.faults).toEqual([]);
    const [first = 0] = asked;
    expect(idsOf(answeredAll(file, (row) => (row === first ? 'record' : 'total')).found)).toContain(
      rows[first - 2]?.split(',')[0],
    );
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['without an ownership', ['A1,,加盟,100', 'A2,,加盟,200', 'E,,,300'], ['row 4 (E · 300)']],
    ['without an id, and of one store', ['A1,,加盟,100', ',East,,100', 'B1,,加盟,70'], ['row 3 (East · 100)']],
  ])('one %s is no store: it is left out and told', (_, rows, notices) => {
    const file = fileOf(rows);
    const found = file.read(file.first);
    expect(found.questions).toEqual([]);
    expect(found.faults).toEqual([]);
    expect(told(found)).toEqual(notices.map((notice) => `${notice}: the sum of other rows, left out`));
  });

  test.each<[string, string, readonly string[], readonly number[]]>([
    // 88.1 and 123.4 are 211.5.
    ['to a whole 万 below figures with one decimal', '万元', ['A1,,加盟,88.1', 'A2,,加盟,123.4', 'Z,,加盟,212'], [4]],
    // 1,234,567 and 2,345,678 are 3,580,245.
    ['to ten thousands below figures in 元', '元', ['A1,,加盟,1234567', 'A2,,加盟,2345678', 'Z,,加盟,3580000'], [4]],
    // Each of the three may be half a hundred off.
    [
      'the figures, and not the total',
      '元',
      ['A1,,加盟,123500', 'A2,,加盟,234600', 'A3,,加盟,51700', 'Z,,加盟,409700'],
      [5],
    ],
    [
      'a store that is near the sum of others, to the 元',
      '元',
      ['A1,,加盟,1234567', 'A2,,加盟,2345678', 'B,,加盟,3581111'],
      [],
    ],
    [
      'a store that is a round figure further from it',
      '元',
      ['A1,,加盟,1234567', 'A2,,加盟,2345678', 'B,,加盟,3600000'],
      [],
    ],
  ])('a total whose figures were rounded, %s', (_, unit, rows, totals) => {
    const file = opened(gridOfText([`编号,店名,性质,去年业绩(${unit})`, ...rows].join('\n'), stores), stores);
    const asked = file
      .read(file.first)
      .questions.map((question) => (question.ask === 'total' ? question.row : question.ask));
    expect(asked).toEqual(totals);
  });

  test('all of them are told to be totals at once', () => {
    const file = fileOf(['A1,,加盟,100', 'A2,,加盟,200', 'E,,加盟,300', 'B1,,加盟,1', 'B2,,加盟,2', 'W,,加盟,3']);
    const [question] = file.read(file.first).questions;
    const all = question && optionsOf(question).at(-1);
    expect(all).toEqual({ set: 'rows', rows: ['4', '7'], as: 'total' });
    expect(all && idsOf(file.read(answered(file.first, all)))).toEqual(['A1', 'A2', 'B1', 'B2']);
  });

  test('however stores are grouped, no total of two or more is taken for a store unasked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 2, maxLength: 6 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.boolean(),
        fc.boolean(),
        (groups, isBelow, isGrand) => {
          const rows: string[] = [];
          const totals = new Set<number>();
          const add = (id: string, amount: number, isTotal: boolean): void => {
            rows.push(`${id},,加盟,${amount}`);
            if (isTotal) totals.add(rows.length + 1);
          };
          for (const [group, amounts] of groups.entries()) {
            const total = amounts.reduce((sum, amount) => sum + amount, 0);
            if (!isBelow) add(`T${group}`, total, true);
            for (const [index, amount] of amounts.entries()) add(`S${group}-${index}`, amount, false);
            if (isBelow) add(`T${group}`, total, true);
          }
          if (isBelow && isGrand)
            add(
              'Z',
              groups.flat().reduce((sum, amount) => sum + amount, 0),
              true,
            );
          const { found, asked } = answeredAll(fileOf(rows), (row) => (totals.has(row) ? 'total' : 'record'));
          expect(asked).toEqual(expect.arrayContaining([...totals]));
          expect(found.records).toHaveLength(groups.flat().length);
        },
      ),
      { numRuns: 100 },
    );
  });
});
