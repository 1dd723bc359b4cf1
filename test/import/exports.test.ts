import { answered, optionsOf } from '../../sidebar/import/ask';
import { gridOfText, opened } from '../../sidebar/import/import';
import type { Question } from '../../sidebar/import/read/reading';
import type { Scalar } from '../../src/model/answer';
import { nameOf, targetOf } from './target';

/*
 * Lists as tills, spreadsheets and colleagues of several countries write them: what has one meaning is read, what has two is
 * asked, and the answer that is offered first is a sensible one.
 */

const targets = { stores: targetOf('stores'), actuals: targetOf('actuals') } as const;
type Values = Readonly<Record<string, Scalar | readonly (number | null)[] | undefined>>;

interface Case {
  readonly name: string;
  readonly into: keyof typeof targets;
  readonly lines: readonly string[];
  /** What is asked, one after the other, as the first answer is given to each. */
  readonly asks?: readonly Question['ask'][];
  /** The records by then, by their ids. */
  readonly records: Readonly<Record<string, Values>>;
  readonly faults?: readonly string[];
}

const months = (...values: readonly (number | null)[]): readonly (number | null)[] => [
  ...values,
  ...Array<null>(12 - values.length).fill(null),
];
const own = { ownership: 'selfOperated' };
const franchised = { ownership: 'franchised' };

const cases: readonly Case[] = [
  {
    name: 'a chain’s report: a title of last year, its unit in a line, totals by kind, a line to sign',
    into: 'stores',
    lines: [
      '门店销售汇总表(2026年度),,,,,',
      ',,,,单位:万元,',
      '门店编码,门店名称,经营类型,开业时间,营业额,坪数',
      'SH001,徐汇店,直营,2019.05.01,320.5,30坪',
      'SH002,静安店,加盟,2020.11.15,180,25坪',
      '直营小计,,,,320.5,',
      '加盟小计,,,,180,',
      '总计,,,,500.5,',
      '制表：甲,,,审核：,,',
    ],
    records: {
      SH001: { name: '徐汇店', ...own, openedOn: '2019-05-01', lastYearSales: 3_205_000 },
      SH002: { name: '静安店', ...franchised, openedOn: '2020-11-15', lastYearSales: 1_800_000 },
    },
  },
  {
    name: 'sales of two years side by side: last year’s is meant',
    into: 'stores',
    lines: ['店铺编号,店铺性质,2025年销售(万),2026年销售(万)', 'A01,直营,100,120', 'A02,加盟,90,95'],
    asks: ['perhaps'],
    records: { A01: { ...own, lastYearSales: 1_200_000 }, A02: { ...franchised, lastYearSales: 950_000 } },
  },
  {
    name: 'target and actual of last year, and this year’s target',
    into: 'stores',
    lines: ['门店编号,性质,2026目标,2026实际,2027目标', 'A1,加盟,1200000,1100000,1300000'],
    asks: ['perhaps'],
    records: { A1: { ...franchised, lastYearSales: 1_100_000 } },
  },
  {
    name: 'sales with and without tax: which one is asked',
    into: 'stores',
    lines: ['门店编号,性质,销售额(含税),销售额(不含税)', 'A1,加盟,1130000,1000000'],
    asks: ['twice'],
    records: { A1: { ...franchised, lastYearSales: 1_130_000 } },
  },
  ...['2025年门店销售汇总表', '2027年门店一览', '25-26年门店'].map(
    (title): Case => ({
      name: `sales without a year below ${title}: whether they are last year’s is asked`,
      into: 'stores',
      lines: [title, '编号,性质,销售额', 'A1,加盟,880000', 'A2,直营,780000'],
      asks: ['perhaps'],
      records: { A1: { ...franchised, lastYearSales: 880_000 }, A2: { ...own, lastYearSales: 780_000 } },
    }),
  ),
  ...['2026年门店销售汇总表', '26年门店'].map(
    (title): Case => ({
      name: `sales without a year below ${title} are last year’s`,
      into: 'stores',
      lines: [title, '编号,性质,销售额', 'A1,加盟,880000', 'A2,直营,780000'],
      records: { A1: { ...franchised, lastYearSales: 880_000 }, A2: { ...own, lastYearSales: 780_000 } },
    }),
  ),
  {
    name: 'headers of a form to fill in',
    into: 'stores',
    lines: ['"编号\n(必填)",*店名,经营性质（必填）,去年业绩(万元)*', 'A1,东店,加盟,88'],
    records: { A1: { name: '东店', ...franchised, lastYearSales: 880_000 } },
  },
  {
    name: 'yes and no',
    into: 'stores',
    lines: ['Store ID,Franchise?,Net Sales', 'A1,Y,880000', 'A2,N,500000'],
    records: { A1: { ...franchised, lastYearSales: 880_000 }, A2: { ...own, lastYearSales: 500_000 } },
  },
  {
    name: 'no day of closing',
    into: 'stores',
    lines: ['门店编号,性质,闭店日期', 'A1,加盟,永久', 'A2,加盟,2027-06-30'],
    records: { A1: franchised, A2: { ...franchised, closedOn: '2027-06-30' } },
  },
  {
    name: 'Japanese, in thousands',
    into: 'stores',
    lines: [
      '店舗コード,店舗名,形態,開店日,売上高(千円)',
      '001,渋谷店,直営,2019年4月1日,120000',
      '002,新宿店,FC,2020年5月1日,98000',
    ],
    asks: ['column', 'perhaps'],
    records: {
      '001': { name: '渋谷店', ...own, openedOn: '2019-04-01', lastYearSales: 120_000_000 },
      '002': { name: '新宿店', ...franchised, openedOn: '2020-05-01', lastYearSales: 98_000_000 },
    },
  },
  {
    name: 'Spanish',
    into: 'stores',
    lines: [
      'Código,Tienda,Propiedad,Fecha de apertura,Ventas',
      '001,Centro,Propia,15/03/2019,"1.250.000,50"',
      '002,Norte,Franquicia,01/12/2020,"830.000,00"',
    ],
    asks: ['column', 'perhaps', 'perhaps'],
    records: {
      '001': { name: 'Centro', ...own, openedOn: '2019-03-15', lastYearSales: 1_250_000.5 },
      '002': { name: 'Norte', ...franchised, openedOn: '2020-12-01', lastYearSales: 830_000 },
    },
  },
  {
    name: 'French, in thousands, with spaces',
    into: 'stores',
    lines: [
      'Code magasin;Enseigne;Statut;Date d’ouverture;CA 2026 (k)',
      '001;Lyon;Succursale;15/03/2019;1 250,5',
      '002;Paris;Franchise;01/12/2020;830',
    ],
    asks: ['column', 'perhaps', 'perhaps'],
    records: {
      '001': { name: 'Lyon', ...own, openedOn: '2019-03-15', lastYearSales: 1_250_500 },
      '002': { name: 'Paris', ...franchised, openedOn: '2020-12-01', lastYearSales: 830_000 },
    },
  },
  {
    name: 'Portuguese: an amount is no name of a store',
    into: 'stores',
    lines: ['Loja;Tipo;Faturamento', '001;Própria;1.250.000,00', '002;Franquia;830.000,00'],
    asks: ['column', 'perhaps'],
    records: { '001': { ...own, lastYearSales: 1_250_000 }, '002': { ...franchised, lastYearSales: 830_000 } },
  },
  {
    name: 'months without a unit that are no less than a store sells',
    into: 'stores',
    lines: ['编号,性质,1月,2月(元),3月', 'A1,加盟,8500,90000,10000', 'A2,加盟,7000,60000,5000'],
    records: {
      A1: { ...franchised, months: months(8500, 90_000, 10_000) },
      A2: { ...franchised, months: months(7000, 60_000, 5000) },
    },
  },
  ...["Sales '000", 'Sales $000'].map(
    (header): Case => ({
      name: `thousands in a header: ${header}`,
      into: 'stores',
      lines: [`Store ID,Ownership,${header}`, 'A1,Franchised,1200', 'A2,Franchised,900'],
      records: { A1: { ...franchised, lastYearSales: 1_200_000 }, A2: { ...franchised, lastYearSales: 900_000 } },
    }),
  ),
  {
    name: 'a share and a rank are no sales',
    into: 'stores',
    lines: ['编号,性质,业绩占比,业绩排名', 'A1,加盟,12%,1', 'A2,加盟,8%,2'],
    records: { A1: franchised, A2: franchised },
  },
  {
    name: 'months of opening under a header of their own',
    into: 'stores',
    lines: ['编号,性质,开业（年月）', 'A1,加盟,2019-03', 'A2,加盟,2020-11'],
    asks: ['perhaps', 'firstDay'],
    records: { A1: { ...franchised, openedOn: '2019-03-01' }, A2: { ...franchised, openedOn: '2020-11-01' } },
  },
  {
    name: 'years of two digits in a column that is only vaguely called',
    into: 'stores',
    lines: ['Store #,Ownership,Open', 'A1,Franchise,3/15/19', 'A2,Franchise,11/20/20'],
    records: {},
    faults: ['shortYear', 'shortYear'],
  },
  {
    name: 'days in columns: the first of a month is no month',
    into: 'actuals',
    lines: ['编号,2027-01-01,2027-01-02', 'A1,100,200'],
    asks: ['column', 'column'],
    records: {},
  },
  {
    name: 'months as a spreadsheet writes them',
    into: 'actuals',
    lines: ['编号,2027-01-01,2027-02-01', 'A1,100,200'],
    records: { A1: { sales: months(100, 200) } },
  },
  {
    name: 'targets and actuals below their months',
    into: 'actuals',
    lines: [',1月,,2月,', '编号,目标,实际,目标,实际', 'A1,100,90,110,95'],
    records: { A1: { sales: months(90, 95) } },
  },
  {
    name: 'the same, for a plan',
    into: 'stores',
    lines: [',,1月,,2月,', '编号,性质,目标,实际,目标,实际', 'A1,加盟,100,90,110,95'],
    records: { A1: { ...franchised, months: months(100, 110) } },
  },
  {
    name: 'months as numbers',
    into: 'actuals',
    lines: ['Store ID,Month,Sales', 'A1,1,900', 'A1,02,800'],
    records: { A1: { sales: months(900, 800) } },
  },
  {
    name: 'a number is no month where days are wanted',
    into: 'actuals',
    lines: ['Store ID,Date,Sales', 'A1,1,900', 'A1,2,800'],
    records: {},
    faults: ['date', 'date'],
  },
  {
    name: 'a till’s export: the store is the column that is called so',
    into: 'actuals',
    lines: ['门店,日期,星期,客单价,客流,销售额', 'A1,2027/1/5,二,35.2,120,4224', 'A1,2027/1/6,三,35.2,100,3520'],
    asks: ['column'],
    records: { A1: { sales: months(7744) } },
  },
  {
    name: 'an export with discounts: no negative figure is a store',
    into: 'actuals',
    lines: ['Outlet,Date,Discount,Net sales', 'A1,1/5/2027,-100,900', 'A1,1/13/2027,-50,500'],
    asks: ['column'],
    records: { A1: { sales: months(1400) } },
  },
];

test.each(cases.map((one) => [one.name, one] as const))('%s', (_, { into, lines, asks = [], records, faults = [] }) => {
  const target = targets[into];
  const file = opened(gridOfText(lines.join('\n'), target), target);
  const asked: string[] = [];
  let answers = file.first;
  for (let [question] = file.read(answers).questions; question; [question] = file.read(answers).questions) {
    asked.push(question.ask);
    const [first] = optionsOf(question);
    if (!first || asked.length > 8) break;
    answers = answered(answers, first);
  }
  expect(asked).toEqual(asks);
  const found = file.read(answers);
  expect(found.faults.map(nameOf)).toEqual(faults);
  const held = found.records.map(({ values: { storeId, ...values } }) => [String(storeId), values]);
  expect(Object.fromEntries(held)).toEqual(records);
});

describe('months without a unit, too small for any store', () => {
  const lines = ['编号,性质,1月,2月(元),3月', 'A1,加盟,8.5,90000,10', 'A2,加盟,7,60000,5'];
  const file = opened(gridOfText(lines.join('\n'), targets.stores), targets.stores);

  test('are asked about once for all of them, but for the one that says its own', () => {
    const [question, ...more] = file.read(file.first).questions;
    expect([question?.ask, more]).toEqual(['factor', []]);
    const tenThousands = question && optionsOf(question)[2];
    if (!tenThousands) throw new Error('there is no such answer');
    const { questions, records } = file.read(answered(file.first, tenThousands));
    expect([questions, records.map(({ values }) => values.months)]).toEqual([
      [],
      [months(85_000, 90_000, 100_000), months(70_000, 60_000, 50_000)],
    ]);
  });
});

test('where a semicolon parts the cells, three digits behind a point are asked about again once they count in 万', () => {
  const text = ['编号;性质;去年业绩', 'A1;加盟;1.234', 'A2;加盟;2.345'].join('\n');
  const file = opened(gridOfText(text, targets.stores), targets.stores);
  const [question] = file.read(file.first).questions;
  const tenThousands = question && optionsOf(question)[2];
  if (!tenThousands) throw new Error('there is no such answer');
  // 1,234 × 10,000, or 1.234 × 10,000: both are what a store may sell.
  expect(file.read(answered(file.first, tenThousands)).questions.map(({ ask }) => ask)).toEqual(['point']);
});
