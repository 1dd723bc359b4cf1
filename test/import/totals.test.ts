import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, importText, opened, openedTogether } from '../../sidebar/import/import';
import type { Import } from '../../sidebar/import/taken';
import { knowing } from '../../sidebar/import/target';
import { faultText, noticeText } from '../../sidebar/import/words';
import { remembering } from '../../sidebar/intake/remembering';
import { targetOf } from './target';

const stores = targetOf('stores');
const said = ({ notices }: Import): readonly string[] =>
  notices.flatMap((notice) =>
    notice.code === 'totalOff' || notice.code === 'totalsOff' ? [noticeText(notice, 'en', stores)] : [],
  );

const head = '编号,店名,性质,去年业绩\n';

describe('a total that is set aside and is not the sum of its rows is said', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'rows are missing',
      `${head}A1,东店,加盟,800000\nA2,西店,自营,700000\n合计,,,2100000\n`,
      [
        'row 4, column “去年业绩”: the total says 2,100,000, its rows add up to 1,500,000: rows may be missing, or stand in the file twice',
      ],
    ],
    ['it is their sum', `${head}A1,东店,加盟,800000\nA2,西店,自营,700000\n合计,,,1500000\n`, []],
    [
      'a subtotal, and the grand total with it',
      `${head}A1,,加盟,800000\nA2,,加盟,100000\n小计,,,900000\nB1,,自营,700000\n小计,,,950000\n总计,,,1850000\n`,
      [
        'row 6, column “去年业绩”: the total says 950,000, its rows add up to 700,000',
        'row 7, column “去年业绩”: the total says 1,850,000, its rows add up to 1,600,000',
      ],
    ],
    [
      'subtotals of subtotals',
      `${head}A1,,加盟,100000\n小计,,,100000\nA2,,加盟,200000\n小计,,,200000\n华东合计,,,300000\nB1,,自营,700000\n小计,,,700000\n总计,,,1000000\n`,
      [],
    ],
    [
      'totals by what rows say, wherever they stand',
      `${head}A1,,加盟,100000\nA2,,自营,200000\nA3,,加盟,300000\n加盟合计,,,400000\n自营合计,,,200000\n总计,,,600000\n`,
      [],
    ],
    [
      'the same, one of them off',
      `${head}A1,,加盟,100000\nA2,,自营,210000\nA3,,加盟,300000\n加盟合计,,,450000\n自营合计,,,210000\n`,
      ['row 5, column “去年业绩”: the total says 450,000, its rows add up to 400,000'],
    ],
    ['a total above its rows', `${head}合计,,,1500000\nA1,东店,加盟,800000\nA2,西店,自营,700000\n`, []],
    ['a mean is no sum', `${head}A1,,加盟,800000\nA2,,自营,700000\n平均,,,750000\n合计,,,1500000\n`, []],
    ['a total in 万 of figures in 元, rounded', `${head}A1,,加盟,812345\nA2,,自营,700000\n合计,,,151.2345万\n`, []],
    [
      'a total in the file’s unit',
      '编号,性质,去年业绩(万元)\nA1,加盟,81.2\nA2,自营,70\n合计,,161.2\n',
      ['row 4, column “去年业绩(万元)”: the total says 1,612,000, its rows add up to 1,512,000'],
    ],
    [
      'the decimal sign of its column',
      'Store ID;Ownership;Sales\nA1;Franchised;1.234.567,50\nA2;Franchised;765.432,50\nTotal;;2.000.000\n',
      [],
    ],
    ['sales of nothing said', `${head}A1,东店,加盟,\n合计,,,0\n`, []],
    ['a row that cannot be read is told of itself', `${head}A1,,加盟,abc\nA2,,自营,700000\n合计,,,1500000\n`, []],
    [
      'many, the first ones one by one',
      `${head}${Array.from({ length: 7 }, (_, at) => `A${at},,加盟,100000\n小计,,,7${at}0000\n`).join('')}`,
      [...[3, 5, 7, 9, 11].map((row) => `row ${row}, `), 'further totals that are not the sum of their rows: 2'],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(importText(text, stores))).toEqual(expected.map((one) => expect.stringContaining(one)));
  });

  test('of an export of lines', () => {
    const text = '门店编号,销售日期,销售额\nA1,2027-01-05,100\nA1,2027-01-06,200\n合计,,500\n';
    expect(said(importText(text, targetOf('actuals')))).toEqual([
      expect.stringContaining('row 4, column “销售额”: the total says 500, its rows add up to 300'),
    ]);
  });

  test('of several files, each by itself', () => {
    const grid = (text: string) => gridOfText(head + text, stores);
    const file = openedTogether(
      [
        { name: 'a.csv', grid: grid('A1,,加盟,100000\n合计,,,100000\n') },
        { name: 'b.csv', grid: grid('B1,,加盟,200000\nB2,,加盟,300000\n合计,,,600000\n') },
      ],
      stores,
    );
    if ('fault' in file) throw new Error(faultText(file.fault, 'en'));
    expect(said(file.read(file.first))).toEqual([
      expect.stringContaining('b.csv, row 4, column “去年业绩”: the total says 600,000, its rows add up to 500,000'),
    ]);
  });
});

describe('a row that is called like a total and may be a store is asked about', () => {
  const askedOf = ({ questions }: Import): readonly string[] =>
    questions.flatMap((question) => (question.ask === 'called' ? [question.text] : []));
  const idsOf = ({ records }: Import) => records.map(({ values }) => values.storeId);

  test.each<[string, string, readonly string[]]>([
    ['its id', `${head}A1,东店,加盟,800000\n合计,合计店,加盟,500000\n`, ['合计']],
    ['its name', `${head}A1,东店,加盟,800000\nA2,累计,加盟,500000\n`, ['累计']],
    ['its id in a list without money', 'Store ID,Ownership\nA1,Franchised\nTotal,Franchised\n', ['Total']],
    [
      'its name beside an id of its own, although it is the sum',
      `${head}A1,东店,加盟,800000\nA2,西店,自营,700000\nHJ01,合计,加盟,1500000\n`,
      ['合计'],
    ],
    ['not where it is the sum', `${head}A1,东店,加盟,800000\nA2,西店,加盟,1\n合计,,加盟,800001\n`, []],
    ['not a mean', `${head}A1,东店,加盟,800000\nA2,西店,加盟,600000\n平均,,加盟,700000\n`, []],
    ['not where it lacks what a store needs', `${head}A1,东店,加盟,800000\n合计,,,500000\n`, []],
    ['not what only sounds like one', `${head}A1,东店,加盟,800000\n累计店,累计店,加盟,500000\n`, []],
  ])('%s', (_, text, expected) => {
    expect(askedOf(importText(text, stores))).toEqual(expected);
  });

  test('left out or taken as is said, which is told, and remembered for the next file', () => {
    const file = opened(gridOfText(`${head}A1,东店,加盟,800000\n合计,合计店,加盟,500000\n`, stores), stores);
    const [question] = file.read(file.first).questions;
    const [total, record] = question ? optionsOf(question) : [];
    if (!total || !record) throw new Error('there is no such answer');
    expect(idsOf(file.read(answered(file.first, total)))).toEqual(['A1']);
    const answers = answered(file.first, record);
    const found = file.read(answers);
    expect(idsOf(found)).toEqual(['A1', '合计']);
    expect(found.notices.map((notice) => noticeText(notice, 'en', stores)).join()).toContain(
      'row 3 (合计 · 合计店 · 加盟 · 500000): called like a total, taken as a row of its own',
    );
    const kept = remembering(file, answers);
    expect(kept['编号=合计']).toBe('record');
    const again = importText(`${head}合计,合计店,加盟,600000\nA1,东店,加盟,800000\n`, stores, kept);
    expect(idsOf(again)).toEqual(['合计', 'A1']);
  });

  test('once: a record by its name is not asked about by its sum; what was remembered of another file is', () => {
    const sum = `${head}A1,东店,加盟,800000\nA2,西店,自营,700000\nHJ01,合计,加盟,1500000\n`;
    const file = opened(gridOfText(sum, stores), stores);
    const [question, ...more] = file.read(file.first).questions;
    expect([question?.ask, more]).toEqual(['called', []]);
    const [, record] = question ? optionsOf(question) : [];
    if (!record) throw new Error('there is no such answer');
    const answers = answered(file.first, record);
    const found = file.read(answers);
    expect([found.questions, idsOf(found)]).toEqual([[], ['A1', 'A2', 'HJ01']]);
    expect(importText(sum, stores, remembering(file, answers)).questions.map(({ ask }) => ask)).toEqual(['total']);
  });

  test('among sales too, where the plan has a store of that id', () => {
    const actuals = targetOf('actuals');
    const text = '编号,1月,2月\nA1,100000,90000\nTotal,100001,90001\n';
    expect(askedOf(importText(text, knowing(actuals, ['A1'])))).toEqual([]);
    expect(askedOf(importText(text, knowing(actuals, ['A1', 'TOTAL'])))).toEqual(['Total']);
    const lines = '编号,日期,金额\nA1,2027-03-01,500\nTotal,2027-03-01,700\nTotal,2027-03-02,800\n';
    expect(askedOf(importText(lines, knowing(actuals, ['A1', 'Total'])))).toEqual(['Total']);
  });
});
