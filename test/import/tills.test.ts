import { answered, optionsOf } from '../../sidebar/import/ask';
import { textOf } from '../../sidebar/import/bytes';
import { gridOfText, type Opened, opened, openedTogether } from '../../sidebar/import/import';
import { nameOf, targetOf } from './target';

/*
 * Exports of tills and tables as people keep them, each with its figures by hand: the months that are known of each store,
 * what is asked before anything is written, and what is refused.
 */

interface Case {
  readonly name: string;
  readonly file: string | Uint8Array;
  readonly into?: 'actuals' | 'lastSales' | 'stores';
  readonly firstMonth?: number;
  readonly planYear?: number;
  /** What is asked, in order; each is answered with its first option before the figures are looked at, but for columns. */
  readonly asks?: readonly string[];
  /** `A1 1:100 2:90`, a store a line; of a list of stores `A1 120000`. */
  readonly has?: readonly string[];
  readonly faults?: readonly string[];
}

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const cases: readonly Case[] = [
  {
    name: 'a daily report with its period above and its total below; two amounts',
    file: lines(
      '门店营业日报,,,,,,',
      '统计时间：2027-01-01 至 2027-01-31,,,,,,',
      '营业日期,门店编码,门店名称,营业额(元),优惠金额,实收金额(元),订单数',
      '2027-01-05,M01,东店,"1,200.50",100.5,"1,100.00",30',
      '2027-01-06,M01,东店,900,0,900.00,20',
      '2027-01-05,M02,西店,800,50,750,12',
      '合计,,,"2,900.50",150.5,"2,750.00",62',
    ),
    asks: ['twice'],
    has: ['M01 1:2100.5', 'M02 1:800'],
  },
  {
    name: 'tabs, days with dots, what was due and what came in',
    file: lines(
      '店铺名称\t店铺编码\t营业日期\t账单数\t应收(元)\t实收(元)\t人均',
      '东店\tM01\t2027.01.05\t30\t1200.00\t1100.00\t36.7',
      '西店\tM02\t2027.01.05\t12\t800.00\t750.00\t62.5',
    ),
    has: ['M01 1:1100', 'M02 1:750'],
  },
  {
    name: 'months by name, a location, brackets for less than nothing',
    file: lines(
      'Sales Summary,,,',
      '01/01/2027 - 03/31/2027,,,',
      'Location,Jan 2027,Feb 2027,Mar 2027',
      'M01,"$1,200.50",$900.00,"$1,000.00"',
      'M02,$800.00,$750.00,($20.00)',
      'Total,"$2,000.50","$1,650.00",$980.00',
    ),
    has: ['M01 1:1200.5 2:900 3:1000', 'M02 1:800 2:750 3:-20'],
  },
  {
    name: 'receipts with quantities, tax and discounts; one is given back',
    file: lines(
      'Date,Time,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Store ID',
      '01/05/2027,10:00:00,Bowl,2,$20.00,($2.00),$18.00,$1.50,M01',
      '01/25/2027,11:00:00,Bowl,1,$10.00,$0.00,$10.00,$0.75,M01',
      '01/06/2027,11:00:00,Bowl,-1,($10.00),$0.00,($10.00),($0.75),M02',
    ),
    has: ['M01 1:28', 'M02 1:-10'],
  },
  {
    name: 'a code beside a location, days in eight digits',
    file: lines(
      'Location,Location Code,Business Date,Net Sales,Gross Sales,Guests',
      '"Main St, Downtown",M01,20270105,"1,200.00","1,300.00",30',
      '"Main St, Downtown",M01,20270106,900,950,20',
      'Harbor,M02,20270105,800,820,11',
    ),
    has: ['M01 1:2100', 'M02 1:800'],
  },
  {
    name: 'codes of stores that look like months, in lines by day and by month',
    file: lines('门店编号,月份,销售额', 'M01,2027-01,1000', 'M02,2027-02,900', 'M03,2027-01,800'),
    has: ['M01 1:1000', 'M02 2:900', 'M03 1:800'],
  },
  {
    name: 'the same below lines that name things',
    file: lines('商户号：88001,,', '门店编号,1月,2月', 'M01,1000,900', 'M02,800,700', 'M03,1,2'),
    has: ['M01 1:1000 2:900', 'M02 1:800 2:700', 'M03 1:1 2:2'],
  },
  {
    name: 'ids that stand once for several lines, as a pivot table has them',
    file: lines('门店编号,月份,销售额', 'A1,2027-01,1000', ',2027-02,900', 'A2,2027-01,700', ',2027-02,600'),
    asks: ['above'],
    has: ['A1 1:1000 2:900', 'A2 1:700 2:600'],
  },
  {
    name: 'one month, which the title says',
    file: lines('2027年1月门店业绩表,,', '门店编号,店名,业绩', 'A1,东店,1000', 'A2,西店,900', '合计,,1900'),
    has: ['A1 1:1000', 'A2 1:900'],
  },
  {
    name: 'one month, beside the day that figures are known up to',
    file: lines('2027-1月门店业绩,,', '数据截至：2027-01-31,,', '门店编号,店名,业绩', 'A1,东店,1000'),
    has: ['A1 1:1000'],
  },
  {
    name: 'one month, beside a sum of the year so far',
    file: lines('2027年3月,,', '本年累计业绩,,', '门店编号,店名,业绩', 'A1,东店,1000'),
    asks: ['column'],
  },
  {
    name: 'one month, which a period above says',
    file: lines(
      '商户号：88001,,,',
      '账期：2027-02-01 至 2027-02-28,,,',
      '门店编号,交易笔数,交易金额,手续费',
      'A1,30,1200.50,4.56',
    ),
    has: ['A1 2:1200.5'],
  },
  {
    name: 'one month, in English',
    file: lines('Sales for March 2027,,', 'Store ID,Name,Net sales', 'A1,East,1000'),
    has: ['A1 3:1000'],
  },
  {
    name: 'the day on which it was made is none',
    file: lines('制表日期：2027年2月,,', '门店编号,店名,业绩', 'A1,东店,1000'),
    asks: ['column'],
  },
  {
    name: 'a period of two months is none',
    file: lines('统计时间：2027-01-01 至 2027-02-28,,', '门店编号,店名,业绩', 'A1,东店,1000'),
    asks: ['column'],
  },
  {
    name: 'figures of several units in one column',
    file: lines('门店编号,1月,2月', 'A1,12万,120000', 'A2,8.5万,"85,000元"'),
    has: ['A1 1:120000 2:120000', 'A2 1:85000 2:85000'],
  },
  {
    name: 'a month twice, alike',
    file: lines('门店编号,1月,1月,2月', 'A1,1000,1000,900'),
    has: ['A1 1:1000 2:900'],
  },
  {
    name: 'a month twice, not alike',
    file: lines('门店编号,1月,1月,2月', 'A1,1000,1001,900'),
    asks: ['twice'],
    has: ['A1 1:1000 2:900'],
  },
  {
    name: 'blank columns between',
    file: lines('门店编号,,1月,,2月,', 'A1,,1000,,900,', 'A2,,700,,600,'),
    has: ['A1 1:1000 2:900', 'A2 1:700 2:600'],
  },
  {
    name: 'subtotals by city',
    file: lines(
      '城市,门店编号,1月,2月',
      '上海,A1,1000,900',
      '上海,A2,700,600',
      '上海小计,,1700,1500',
      '北京,A3,500,400',
      '北京小计,,500,400',
      '总计,,2200,1900',
    ),
    has: ['A1 1:1000 2:900', 'A2 1:700 2:600', 'A3 1:500 2:400'],
  },
  {
    name: 'notes below',
    file: lines(
      '门店编号,1月,2月',
      'A1,1000,900',
      '',
      '注：1、以上数据不含税；',
      '2、A3 店未开业。',
      '制表人：财务部,审核：',
    ),
    has: ['A1 1:1000 2:900'],
  },
  {
    name: 'quarters between months',
    file: lines('门店编号,1月,2月,3月,一季度,4月', 'A1,100,200,300,600,400'),
    has: ['A1 1:100 2:200 3:300 4:400'],
  },
  {
    name: 'months below ways of selling and their total: the total counts',
    file: lines(
      '门店编号,堂食,,外卖,,合计,',
      ',1月,2月,1月,2月,1月,2月',
      'A1,100,200,10,20,110,220',
      'A2,300,400,30,40,330,440',
    ),
    has: ['A1 1:110 2:220', 'A2 1:330 2:440'],
  },
  {
    name: 'the same without a total: each month is asked about',
    file: lines('门店编号,堂食,,外卖,', ',1月,2月,1月,2月', 'A1,100,200,10,20'),
    asks: ['twice', 'twice'],
    has: ['A1 1:100 2:200'],
  },
  {
    name: 'targets and what was sold below each month',
    file: lines('门店编号,1月,,2月,', ',目标,实际,目标,实际', 'A1,100,90,200,210'),
    has: ['A1 1:90 2:210'],
  },
  {
    name: 'targets and what was sold below each other',
    file: lines(
      '门店编号,指标,1月,2月',
      'A1,目标,100,200',
      'A1,实际,90,210',
      'A1,达成率,90%,105%',
      'A2,目标,300,400',
      'A2,实际,310,390',
    ),
    has: ['A1 1:90 2:210', 'A2 1:310 2:390'],
  },
  {
    name: 'the same in English, by month',
    file: lines(
      'Store ID,Month,Type,Amount',
      'A1,2027-01,Budget,100',
      'A1,2027-01,Actual,90',
      'A1,2027-01,Variance,-10',
    ),
    has: ['A1 1:90'],
  },
  {
    name: 'what is given back, as less than nothing and as a word',
    file: lines(
      '门店编号,日期,类型,金额',
      'A1,2027-01-05,销售,1000',
      'A1,2027-01-06,退货,-100',
      'A2,2027-01-05,销售,500',
      'A2,2027-01-07,退货,50',
    ),
    asks: ['marked'],
    has: ['A1 1:900', 'A2 1:500'],
  },
  {
    name: 'a minus behind, decimal commas, days with dots',
    file: lines('门店编号;日期;金额', 'A1;05.01.2027;1200,50', 'A1;26.01.2027;200,00-'),
    has: ['A1 1:1000.5'],
  },
  {
    name: 'a table drawn with lines',
    file: lines('|门店编号|1月|2月|', '|---|---|---|', '|A1|1,000|900|', '|A2|-|800|'),
    has: ['A1 1:1000 2:900', 'A2 2:800'],
  },
  {
    name: 'percentages beside months',
    file: lines('门店编号,1月,同比,2月,同比', 'A1,1000,5%,900,-3%', 'A2,800,1%,700,2%'),
    has: ['A1 1:1000 2:900', 'A2 1:800 2:700'],
  },
  {
    name: 'months and what they come to so far',
    file: lines('门店编号,1月,1月累计,2月,2月累计', 'A1,1000,1000,900,1900'),
    has: ['A1 1:1000 2:900'],
  },
  {
    name: 'months that a sign keeps from becoming dates',
    file: lines('门店编号,\'2027-01,="2027-02"', 'A1,5,6'),
    has: ['A1 1:5 2:6'],
  },
  {
    name: 'sep= and thousands by dots',
    file: lines('sep=;', '门店编号;1月;2月', 'A1;1.000,5;2.000,25', 'A2;500;600'),
    has: ['A1 1:1000.5 2:2000.25', 'A2 1:500 2:600'],
  },
  {
    name: 'the headers once more on each page, with its subtotal',
    file: lines('门店编号,1月', 'A1,1000', '本页小计,1000', '门店编号,1月', 'A2,500', '本页小计,500', '总计,1500'),
    has: ['A1 1:1000', 'A2 1:500'],
  },
  {
    name: 'thousands, as a line above says',
    file: lines('单位：千元,,', '门店编号,1月,2月', 'A1,120,98'),
    has: ['A1 1:120000 2:98000'],
  },
  {
    name: 'two currencies in a row',
    file: lines('门店编号,1月,2月', 'A1,¥1000,$900', 'A2,¥500,¥400'),
    has: ['A2 1:500 2:400'],
    faults: ['otherCurrency'],
  },
  {
    name: 'year and month in columns of their own',
    file: lines('门店编号,年,月,销售额', 'A1,2027,1,1000', 'A1,2027,2,900', 'A1,2026,12,800'),
    has: ['A1 1:1000 2:900'],
  },
  {
    name: 'a year that starts in April, by two digits',
    file: lines(
      '门店编号,26.4,26.5,26.6,26.7,26.8,26.9,26.1,26.11,26.12,27.1,27.2,27.3',
      'A1,1,2,3,4,5,6,7,8,9,10,11,12',
    ),
    firstMonth: 4,
    planYear: 2026,
    has: ['A1 1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10 11:11 12:12'],
  },
  {
    name: 'nothing, in several signs',
    file: lines('门店编号,1月,2月', 'A1,-0,—', 'A2,0.00,--'),
    has: ['A1 1:0', 'A2 1:0'],
  },
  {
    name: 'failed formulas',
    file: lines('门店编号,1月,2月', 'A1,#DIV/0!,900', 'A2,100,#N/A'),
    has: ['A2 1:100'],
    faults: ['errorCell'],
  },
  {
    name: 'with and without tax',
    file: lines('门店编号,1月含税,1月不含税', 'A1,1060,1000'),
    asks: ['twice'],
    has: ['A1 1:1060'],
  },
  {
    name: 'weeks, which are of no month',
    file: lines('门店编号,周次,销售额', 'A1,2027-W01,1000', 'A1,2027-W02,900'),
    asks: ['column'],
  },
  {
    name: 'quarters by two digits, which are no months',
    file: lines('门店编号,27Q1,27Q2', 'A1,1,2'),
    has: ['A1'],
  },
  {
    name: 'a year without words among the headers',
    file: lines('门店编号,1月,2月,2026', 'M01,100,200,1500', 'M02,300,400,2500'),
    has: ['M01 1:100 2:200', 'M02 1:300 2:400'],
  },
  {
    name: 'traditional characters and numerals',
    file: lines('門市編號,一月,二月,三月', 'A1,1000,900,800'),
    has: ['A1 1:1000 2:900 3:800'],
  },
  {
    name: 'UTF-16 with tabs, days as text',
    file: utf16('门店编号\t营业日期\t实收金额\r\nA1\t2027年1月5日\t1,200.00\r\nA1\t2027年2月5日\t800\r\n'),
    has: ['A1 1:1200 2:800'],
  },
  {
    // 门店编号,27.1,27.2,27.3 ⏎ A1,1,2,3 ⏎
    name: 'GB18030, months by two digits',
    file: Buffer.from('c3c5b5eab1e0bac52c32372e312c32372e322c32372e330a41312c312c322c330a', 'hex'),
    has: ['A1 1:1 2:2 3:3'],
  },
  {
    name: 'a mark at the beginning, and rows that end otherwise',
    file: lines('\ufeff门店编号,1月\r', 'A1,100\r', 'A2,200'),
    has: ['A1 1:100', 'A2 1:200'],
  },
  {
    name: 'last year’s months, some below their year',
    file: lines(',2026年,,2027年', '门店编号,11月,12月,1月', 'A1,100,200,300'),
    has: ['A1 1:300'],
  },
  {
    name: 'last year’s sales by month',
    file: lines('门店编号,26.1,26.2,26.3', 'A1,100,200,300'),
    into: 'lastSales',
    planYear: 2026,
    has: ['A1 1:100 2:200 3:300'],
  },
  {
    name: 'a pivot table’s headers',
    file: lines('行标签,求和项:1月,求和项:2月', 'A1,100,200', '总计,100,200'),
    asks: ['column'],
    has: ['A1 1:100 2:200'],
  },
  {
    name: 'a store twice, once for each till',
    file: lines('门店编号,1月,2月', 'A1,100,200', 'A2,1,2', 'A1,300,400'),
    has: ['A1 1:100 2:200', 'A2 1:1 2:2'],
    faults: ['unique'],
  },
  {
    name: 'lines without an amount',
    file: lines('门店编号,日期,金额', 'A1,2027-01-05,', 'A1,2027-01-06,50'),
    has: ['A1 1:50'],
  },
  {
    name: 'a month that is half read',
    file: lines('门店编号,日期,金额', 'A1,2027-01-05,abc', 'A1,2027-01-06,50', 'A1,2027-02-06,70'),
    has: ['A1 2:70'],
    faults: ['number'],
  },
  {
    name: 'a list with a column of states, numbers as ids and two years of sales',
    file: lines(
      '编号,性质,门店状态,2025年销售,2026年销售',
      '1.0,加盟,营业,100000,120000',
      '2.0,直营,已闭店,90000,98000',
    ),
    into: 'stores',
    asks: ['perhaps', 'ended'],
    has: ['1 120000'],
  },
  {
    name: 'a list whose sales are in 万 beside a name with its code',
    file: lines('门店编码,门店名称,经营性质,去年业绩(万元)', '"=""001""",东店,加盟,120', '"=""002""",西店,自营,98.5'),
    into: 'stores',
    has: ['001 1200000', '002 985000'],
  },
  {
    name: 'a list with #, quoted figures and a year in its header',
    file: lines('#,Store,Ownership,Sales 2026', '1,East,Franchise,"120,000"', '2,West,Corporate,"98,000"'),
    into: 'stores',
    has: ['1 120000', '2 98000'],
  },
  {
    name: 'a list with a day that is still to come, and blanks around everything',
    file: lines('编号, 性质 ,关店日期,去年 业绩', ' A1 , 加盟 ,至今, 120000 '),
    into: 'stores',
    has: ['A1 120000'],
  },
];

function read(given: Case): { readonly file: Opened; readonly target: ReturnType<typeof targetOf> } {
  const target = targetOf(given.into ?? 'actuals', given.firstMonth, given.planYear);
  const decoded = typeof given.file === 'string' ? { text: given.file } : textOf(given.file, undefined);
  if ('fault' in decoded) throw new Error(nameOf(decoded.fault));
  return { file: opened(gridOfText(decoded.text, target), target), target };
}

test.each([
  '2027年1月-3月门店业绩',
  '2027年1月至3月门店业绩',
  '2027年1月～3月门店业绩',
  '2027年1、2月门店业绩',
  '2027年1月和2月门店业绩',
  '2027-01至03门店业绩',
  '2027年3月累计业绩',
  '截至2027年3月的业绩',
  '年初至2027年3月业绩',
  '自2027年1月起的业绩',
  'Sales for Jan - Mar 2027',
  'Sales for January to March 2027',
  'Sales for Jan & Feb 2027',
  'Sales January, February and March 2027',
  'Sales through March 2027',
  'Sales YTD Mar 2027',
  'Year to date, March 2027',
  'Quarter ended March 2027',
  'Three months ended March 2027',
  '3M to Mar 2027',
  '13 weeks to March 2027',
  'Year to March 2027',
  'Up to March 2027',
  'H1 to June 2027',
  'LTM March 2027',
  'Rolling sales March 2027',
  'Week 2 March 2027',
  'Budget March 2027',
  '2027年3月止业绩',
  '2027年3月前三个月业绩',
  '近三个月业绩2027年3月',
  '2027年3月季度销售',
  '2027年3月/4月业绩',
  '2027年3月上旬业绩',
  '2027年3月第1周业绩',
  '2027年3月预算',
  '2027年3月目标',
  '上年同期2027年3月业绩',
])('%s is no title of one month', (title) => {
  const { file } = read({ name: title, file: lines(`"${title}",,`, '门店编号,店名,业绩', 'A1,东店,1000') });
  expect(file.read(file.first).questions.map(({ ask }) => ask)).toEqual(['column']);
});

test.each([
  '2027年3月门店业绩',
  '华东区2027年3月份各店销售明细表',
  '2027-03 门店营业额',
  'Store sales, March 2027',
  'East region - Mar 2027 sales report',
])('%s is the title of one month', (title) => {
  const { file } = read({ name: title, file: lines(`"${title}",,`, '门店编号,店名,业绩', 'A1,东店,1000') });
  const got = file.read(file.first);
  expect(got.questions).toEqual([]);
  expect(got.records.map(({ values }) => values)).toMatchObject([{ storeId: 'A1' }]);
});

describe('files that are taken together, each with its title', () => {
  const target = targetOf('actuals');
  const together = (...titles: readonly string[]) => {
    const files = titles.map((title, at) => {
      const text = lines(...(title === '' ? [] : [`${title},,`]), '门店编号,店名,业绩', `A1,东店,${1000 + at}`);
      return { name: `${at + 1}.csv`, grid: gridOfText(text, target) };
    });
    const file = openedTogether(files, target);
    if ('fault' in file) throw new Error(nameOf(file.fault));
    const { questions, records } = file.read(file.first);
    return { asks: questions.map(({ ask }) => ask), sales: records.map(({ values }) => values.sales) };
  };
  const none = Array(10).fill(null);

  test('are of the months of their own titles', () => {
    const found = together('2027年1月门店业绩', '2027年2月门店业绩');
    expect(found).toEqual({ asks: [], sales: [[1000, 1001, ...none]] });
  });

  test.each(['', '2027年1月至3月门店业绩'])('one with “%s” for a title is not of the other’s month', (title) => {
    expect(together('2027年1月门店业绩', title)).toEqual({ asks: ['column'], sales: [] });
  });
});

test.each(cases)('$name', (given) => {
  const { file } = read(given);
  const { questions, faults } = file.read(file.first);
  expect([questions.map(({ ask }) => ask), faults.map(nameOf)]).toEqual([given.asks ?? [], given.faults ?? []]);
  const answers = questions.reduce((so, question) => {
    const [first] = optionsOf(question);
    return first ? answered(so, first) : so;
  }, file.first);
  const { records } = file.read(answers);
  const said = records.map(({ values: { storeId, sales, lastYearSales } }) => {
    const months = Array.isArray(sales) ? sales : [];
    const known = months.flatMap((value, index) => (value === null ? [] : [`${index + 1}:${value}`]));
    return [storeId, ...(given.into === 'stores' ? [lastYearSales] : known)].join(' ');
  });
  expect(said).toEqual(given.has ?? []);
});
