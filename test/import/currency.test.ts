import { writeXlsx } from 'hucre/xlsx';
import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, importOf, importText, opened } from '../../sidebar/import/import';
import type { Import } from '../../sidebar/import/taken';
import { faultText, noticeText } from '../../sidebar/import/words';
import { readWorkbook } from '../../sidebar/import/workbook';
import { currencyIn, currencyOfUnit, shared } from '../../src/model/written/currency';
import { targetOf } from './target';

const stores = targetOf('stores');
const said = ({ faults }: Import): readonly string[] => faults.map((fault) => faultText(fault, 'en'));
const sales = (found: Import): Readonly<Record<string, unknown>> =>
  Object.fromEntries(found.records.map(({ values }) => [String(values.storeId), values.lastYearSales]));
const another = 'amounts of two currencies are not added up';

describe('what people write means currencies', () => {
  test.each([
    ['¥', '元', true],
    ['¥', 'JPY', true],
    ['元', 'NT$', true],
    ['$', 'US$', true],
    ['$', 'HK$', true],
    ['US$', 'HK$', false],
    ['¥', '$', false],
    ['€', '$', false],
    ['人民币', '美元', false],
    ['￥', 'RMB', true],
  ])('%s and %s: %s', (one, other, isSame) => {
    expect(shared(currencyIn(one) ?? [], currencyIn(other) ?? []).length > 0).toBe(isSame);
  });

  test.each([
    ['万元', 'CNY'],
    ['千美元', 'USD'],
    ['RMB k', 'CNY'],
    ['in EUR', 'EUR'],
    ['thousands', undefined],
    ['markets', undefined],
  ])('a unit of %s is %s', (unit, first) => {
    expect(currencyOfUnit(unit)?.[0]).toBe(first);
  });
});

describe('amounts of one currency are read, whatever they write', () => {
  test.each([
    [
      '¥, ￥, 元, 万 and none',
      '编号,性质,去年业绩\nA1,加盟,¥880000\nA2,加盟,￥88万\nA3,加盟,880000元\nA4,加盟,880000\n',
    ],
    [
      'a header of 元 beside ¥',
      '编号,性质,去年业绩(元)\nA1,加盟,¥880000\nA2,加盟,880000\nA3,加盟,880000\nA4,加盟,880000\n',
    ],
    [
      'a column of one currency',
      '编号,性质,币种,去年业绩\nA1,加盟,CNY,880000\nA2,加盟,人民币,¥880000\nA3,加盟,-,880000\nA4,加盟,RMB,880000\n',
    ],
    [
      '$ alone',
      'Store ID,Ownership,Sales\nA1,Franchised,"$880,000"\nA2,Franchised,"US$ 880,000"\nA3,Franchised,880000 USD\nA4,Franchised,880000\n',
    ],
    ['美元 in the header', '编号,性质,去年业绩(万美元)\nA1,加盟,88\nA2,加盟,$88\nA3,加盟,88万美元\nA4,加盟,88\n'],
  ])('%s', (_, text) => {
    const found = importText(text, stores);
    expect([said(found), found.questions, sales(found)]).toEqual([
      [],
      [],
      { A1: 880_000, A2: 880_000, A3: 880_000, A4: 880_000 },
    ]);
  });
});

describe('amounts of another currency than the others are named and not taken', () => {
  const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    [
      'signs',
      '编号,性质,去年业绩\nA1,加盟,¥880000\nA2,加盟,$120000\nA3,加盟,990000元\nA4,加盟,€70000\n',
      [
        'row 3, column “去年业绩”: "$120000" is another currency than “¥880000” in row 2',
        'row 5, column “去年业绩”: "€70000"',
      ],
      ['A1', 'A3'],
    ],
    [
      'a column of currencies',
      'Store ID,Ownership,Currency,Sales\nA1,Franchised,CNY,880000\nA2,Franchised,USD,120000\nA3,Franchised,CNY,990000\nA4,Franchised,USD,\n',
      ['row 3, column “Sales”: "USD" is another currency than “CNY” in row 2'],
      ['A1', 'A3', 'A4'],
    ],
    [
      'a column of currencies without a known header',
      '编号,性质,备用,去年业绩\nA1,加盟,人民币,880000\nA2,加盟,港币,920000\nA3,加盟,人民币,990000\n',
      ['row 3, column “去年业绩”: "港币" is another currency than “人民币” in row 2'],
      ['A1', 'A3'],
    ],
    [
      'a currency that nobody knows',
      '编号,性质,币种,去年业绩\nA1,加盟,CNY,880000\nA2,加盟,XXX,920000\n',
      ['row 3, column “去年业绩”: "XXX" is another currency than “CNY” in row 2'],
      ['A1'],
    ],
    [
      'a header against a cell',
      'Store ID;Ownership;Sales (EUR)\nA1;Franchised;880000\nA2;Franchised;$120000\nA3;Franchised;990000\n',
      ['row 3, column “Sales (EUR)”: "$120000" is another currency than “Sales (EUR)” in row 1'],
      ['A1', 'A3'],
    ],
  ];

  test.each(cases)('%s', (_, text, faults, left) => {
    const found = importText(text, stores);
    expect(said(found)).toEqual(faults.map((fault) => expect.stringContaining(fault)));
    for (const one of said(found)) expect(one).toContain(another);
    expect(Object.keys(sales(found))).toEqual(left);
  });

  test.each<[string, string, Readonly<Record<string, number>>, readonly string[]]>([
    [
      'a unit beside it',
      '编号,性质,去年业绩,单位\nA1,加盟,88,万元\nA2,加盟,80,万美元\nA3,加盟,90,万元\n',
      { A1: 880_000, A3: 900_000 },
      ['"万美元" is another currency than “万元” in row 2'],
    ],
    [
      'the currency of another figure is not its own',
      'Store ID,Ownership,Sales last year,Deposit,Deposit currency\nA1,Franchised,¥880000,5,USD\nA2,Franchised,¥870000,5,USD\n',
      { A1: 880_000, A2: 870_000 },
      [],
    ],
    [
      'each figure has its own currency beside it',
      'Store ID,Ownership,Sales last year,Currency,Rent,Currency\nA1,Franchised,100000,CNY,5,USD\nA2,Franchised,200000,CNY,5,USD\n',
      { A1: 100_000, A2: 200_000 },
      [],
    ],
    [
      'initials of people are no currencies',
      'Store ID,Ownership,Rep,Sales last year\nA1,Franchised,RM,880000\nA2,Franchised,RS,870000\n',
      { A1: 880_000, A2: 870_000 },
      [],
    ],
  ])('%s', (_, text, figures, wrong) => {
    const found = importText(text, stores);
    expect([sales(found), said(found)]).toEqual([figures, wrong.map((one) => expect.stringContaining(one))]);
  });

  test('of lines added up by store, a unit tells another currency as a column of currencies does', () => {
    const text =
      '门店编号,销售日期,单位,销售额\nA1,2027-01-05,万元,10\nA1,2027-01-06,万美元,10\nB1,2027-01-06,万元,5\n';
    const found = importText(text, targetOf('actuals'));
    expect(said(found)).toEqual([expect.stringContaining('"万美元" is another currency')]);
    expect(found.records.map(({ values }) => [values.storeId, Object.values(values)[1]])).toEqual([
      ['B1', [50_000, ...Array.from({ length: 11 }, () => null)]],
    ]);
  });

  test('of lines added up by store, the line is named and the store’s month left out, not made smaller', () => {
    const found = importText(
      'Store ID,Date,Currency,Amount\nA1,2027-01-05,CNY,100\nA1,2027-01-06,USD,100\nA1,2027-01-07,CNY,300\nB1,2027-01-07,CNY,50\n',
      targetOf('actuals'),
    );
    expect(said(found)).toEqual([expect.stringContaining('row 3, column “Amount”: "USD" is another currency')]);
    expect(found.records.map(({ values }) => [values.storeId, Object.values(values)[1]])).toEqual([
      ['B1', [50, ...Array.from({ length: 11 }, () => null)]],
    ]);
  });

  test('as the format of a workbook’s cell shows it', async () => {
    const shown = (row: number, numFmt: string): [string, object] => [`${row},2`, { style: { numFmt } }];
    const rows = [
      ['编号', '性质', '去年业绩'],
      ['A1', '加盟', 880_000],
      ['A2', '加盟', 950.125],
      ['A3', '加盟', 990_000],
    ];
    const cells = new Map([shown(1, '"¥"#,##0'), shown(2, '[$$-409]#,##0.00'), shown(3, '#,##0')]);
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows, cells }] });
    const read = await readWorkbook(bytes, undefined);
    if ('fault' in read) throw new Error(faultText(read.fault, 'en'));
    const found = importOf(read.grid, stores);
    expect(said(found)).toEqual([
      'row 3, column “去年业绩”: "950.125 $" is another currency than “880000 ¥” in row 2; amounts of two currencies are not added up',
    ]);
    expect(sales(found)).toEqual({ A1: 880_000, A3: 990_000 });
  });
});

describe('of rows that are added up to a store’s year, what is wrong in any is named and the store left out', () => {
  test.each([
    ['abc', 'row 3, column “销售额”: expected a number such as 1200 or 1,200, got "abc"'],
    ['#REF!', 'row 3, column “销售额”: holds the error "#REF!"'],
    ['$90000', 'row 3, column “销售额”: "$90000" is another currency than “¥100000” in row 2'],
  ])('%s', (amount, fault) => {
    const text = `编号,性质,月份,销售额\nA1,加盟,1月,¥100000\nA1,加盟,2月,${amount}\nA2,加盟,1月,¥50000\nA2,加盟,2月,60000\n`;
    const file = opened(gridOfText(text, stores), stores);
    const [question] = file.read(file.first).questions;
    const [option] = question ? optionsOf(question) : [];
    if (!option) throw new Error('nothing is asked');
    const found = file.read(answered(file.first, option));
    expect(said(found)).toEqual([expect.stringContaining(fault)]);
    expect(sales(found)).toEqual({ A2: 110_000 });
  });
});

describe('a file in another currency than the plan', () => {
  const list = (sales: string): string => `Store ID,Ownership,${sales}\nA2,Franchised,870000\n`;
  const told = (text: string, currency: string | undefined): readonly string[] => {
    const target = { ...stores, currency };
    return importText(text, target).notices.flatMap((notice) =>
      notice.code === 'planCurrency' ? [noticeText(notice, 'en', target), noticeText(notice, 'zh', target)] : [],
    );
  };
  test.each([
    ['Sales\nA1,Franchised,"$880,000"', 'CNY', '“$880,000”', 2],
    ['Sales (USD)\nA1,Franchised,880000', 'EUR', '“Sales (USD)”', 1],
    // Of a sign of several what tells which one it means is named.
    ['Sales (元)\nA1,Franchised,¥880000', 'JPY', '“Sales (元)”', 1],
    ['Sales,Currency\nA1,Franchised,¥880000,JPY', 'CNY', '“JPY”', 2],
    ['Sales\nA1,Franchised,¥880000\nA3,Franchised,JPY 880000', 'CNY', '“JPY 880000”', 3],
  ])('is said: %s in a plan of %s', (sales, currency, got, row) => {
    const [en = '', zh = ''] = told(list(sales), currency);
    expect(en).toContain(`(row ${row}), the plan counts in ${currency}`);
    expect(en).toContain(got.slice(1, -1));
    expect(zh).toContain(`而计划以 ${currency} 计`);
  });

  test('is said of a unit in a line above the headers', () => {
    const [en = ''] = told('单位：万美元,,\n编号,性质,去年业绩\nA1,加盟,88\n', 'CNY');
    expect(en).toContain('万美元');
    expect(en).toContain('(row 1), the plan counts in CNY');
  });

  test.each([
    ['Sales\nA1,Franchised,"$880,000"', 'USD'],
    ['Sales\nA1,Franchised,"$880,000"', 'HKD'],
    ['Sales\nA1,Franchised,880000', 'CNY'],
    ['Sales (元)\nA1,Franchised,¥880000', 'CNY'],
    ['Sales (円)\nA1,Franchised,¥880000', 'JPY'],
    ['Sales\nA1,Franchised,¥880000\nA3,Franchised,JPY 880000', 'JPY'],
    ['Sales\nA1,Franchised,"$880,000"', undefined],
  ])('is not: %s in a plan of %s', (sales, currency) => {
    expect(told(list(sales), currency)).toEqual([]);
  });
});
