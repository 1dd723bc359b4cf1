import { type Option, optionsOf } from '../../sidebar/import/ask';
import type { ImportFault } from '../../sidebar/import/fault';
import type { Notice } from '../../sidebar/import/notice';
import type { Fact, Question } from '../../sidebar/import/read/reading';
import { words } from '../../sidebar/import/text';
import { factText, faultText, noticeText, optionText, questionLine } from '../../sidebar/import/words';
import { targetOf } from './target';

const stores = targetOf('stores');
const headerAt = (index: number): string => ['No', 'Name', 'Kind', 'Start', 'Sum', 'Up'][index] ?? '';
const keyAt = (index: number): string =>
  ['storeId', 'name', 'ownership', 'openedOn', 'lastYearSales', 'growth'][index] ?? '';

const label = { zh: '增长', en: 'Growth' };

const faults: readonly (readonly [ImportFault, string, string])[] = [
  [
    { code: 'otherHeaders', file: 'b.csv', first: 'a.csv' },
    'b.csv: has other headers or another unit than a.csv; import it by itself',
    'b.csv：表头或单位与 a.csv 不同，请单独导入',
  ],
  [
    { code: 'formulaCell', row: 4, column: 'Sum', got: '=B2+C2' },
    'row 4, column “Sum”: holds the formula "=B2+C2" and not what it comes to; open the file in a spreadsheet and save it there',
    '第 4 行“Sum”列：只有公式 "=B2+C2"，没有算出的值；请用表格软件打开并保存后再导入',
  ],
  [
    { code: 'oldWorkbook' },
    'the file: is a workbook of an old kind (.xls); save it as .xlsx and choose that',
    '文件：是旧格式的工作簿（.xls）；请另存为 .xlsx 后再选择',
  ],
  [
    { code: 'markup' },
    'the file: is a web page, XML or JSON, whatever its name says; open it in a spreadsheet and save it as .xlsx',
    '文件：无论名称如何，内容是网页、XML 或 JSON；请在表格软件中打开并另存为 .xlsx',
  ],
  [
    { code: 'turned' },
    'the file: its records stand side by side, one in each column; turn it in a spreadsheet (paste, transposed) and import that',
    '文件：每列是一条记录；请在表格软件中转置（选择性粘贴）后再导入',
  ],
  [
    { code: 'noReader' },
    'the file: what reads workbooks could not be fetched; try again, or save the file as .csv',
    '文件：未能取得读取工作簿的程序；请重试，或另存为 .csv',
  ],
  [
    { code: 'locked' },
    'the file: is a workbook with a password; save it without one',
    '文件：工作簿有密码；请去掉密码后另存',
  ],
  [
    { code: 'brokenFile' },
    'the file: cannot be read as a workbook; open it in a spreadsheet and save it as .xlsx',
    '文件：不能作为工作簿读取；请在表格软件中打开并另存为 .xlsx',
  ],
  [
    { code: 'notEncoded', encoding: 'gb18030' },
    'the file: is not text in gb18030; choose another encoding',
    '文件：不是 gb18030 编码的文本；请选择其他编码',
  ],
  [
    { code: 'noSheet', got: 'X', known: 'A, B' },
    'the file: has no sheet “X”; it has A, B',
    '文件：没有工作表“X”；其中有 A, B',
  ],
  [
    { code: 'tooLarge', got: '105 MB', most: '25 MB' },
    'the file: has 105 MB; at most 25 MB are read',
    '文件：大小为 105 MB；最多读取 25 MB',
  ],
  [
    { code: 'unpacksTooLarge', got: '3000 MB', most: '100 MB' },
    'the file: unpacks to 3000 MB; at most 100 MB are read',
    '文件：解压后为 3000 MB；最多读取 100 MB',
  ],
  [
    { code: 'tooManyRows', most: 50_000 },
    'the file: has more than 50000 rows; at most so many are read',
    '文件：超过 50000 行；最多读取这么多行',
  ],
  [
    { code: 'tooManyColumns', row: 1, most: 1000 },
    'row 1: has more than 1000 columns; at most so many are read',
    '第 1 行：超过 1000 列；最多读取这么多列',
  ],
  [
    { code: 'tooManyFiles', most: 20 },
    'the file: more than 20 at once; at most so many are read',
    '文件：一次超过 20 个；最多读取这么多',
  ],
  [
    { code: 'noDay', row: 2, column: 'Start', got: '2026-03' },
    'row 2, column “Start”: "2026-03" names no day; write it as 2026-03-16',
    '第 2 行“Start”列："2026-03" 没有写日；请写作 2026-03-16',
  ],
];

const notices: readonly (readonly [Notice, string, string])[] = [
  [
    { code: 'spans', headers: ['1–2月', 'Q1'] },
    'columns with several months in one figure, left out, since here each month stands by itself; where you have the months, give each a column of its own: “1–2月”, “Q1”',
    '几个月合为一数的列，不导入（这里按月分列；如有各月数据，请每月一列）：“1–2月”、“Q1”',
  ],
  [
    { code: 'called', rows: [{ row: 3, why: 'total', text: '合计 · 加盟' }] },
    'row 3 (合计 · 加盟): called like a total, taken as a row of its own, as was said',
    '第 3 行（合计 · 加盟）：名称像合计，按所选照常导入',
  ],
  [
    { code: 'setAside', why: 'ruled', rows: [{ row: 2, why: 'ruled', text: '--- · :--' }] },
    'row 2 (--- · :--): a line drawn between rows, left out',
    '第 2 行（--- · :--）：行间的分隔线，不导入',
  ],
  [
    { code: 'computedColumns', headers: ['Flag', 'Floor'] },
    'columns that the workbook computes, left out: “Flag”, “Floor”',
    '由工作簿计算的列，不导入：“Flag”、“Floor”',
  ],
  [
    { code: 'takenColumn', column: 'No' },
    'column “No”: is left out, since another column is taken for the same',
    '“No”列：已有另一列对应同一项目，不导入',
  ],
  [
    { code: 'otherYear', headers: ['2024-01', '2024-02'] },
    'columns of other years, left out: “2024-01”, “2024-02”',
    '其他年份的列，不导入：“2024-01”、“2024-02”',
  ],
  [
    { code: 'unknownColumns', headers: ['A', 'B'] },
    'columns that fill no field, left out: “A”, “B”',
    '不对应任何项目的列，不导入：“A”、“B”',
  ],
  [
    { code: 'lastYearMonths', columns: 12 },
    'months taken for last year’s and left out, since the plan has its own: 12',
    '12 列月份视为去年各月，不导入：计划有自己的各月',
  ],
  [
    { code: 'typesOver', columns: 12, labels: [{ zh: '各月', en: 'Jan…Dec' }] },
    '12 columns will take the place of formulas: Jan…Dec',
    '12 列将替代公式：各月',
  ],
  [
    { code: 'typesOver', columns: 1, labels: [label] },
    'a column will take the place of formulas: Growth',
    '有一列将替代公式：增长',
  ],
  [
    { code: 'noChoices', column: 'channel', label: { zh: '渠道', en: 'Channel' }, texts: ['Web'] },
    'column “channel”: is left out; what it says is none of the choices of “Channel”: "Web"',
    '“channel”列：不导入；"Web" 不是“渠道”的选项',
  ],
  [
    { code: 'notRead', column: 'Up', label, texts: ['high'] },
    'column “Up”: is left out; nothing in it can be read as “Growth”, such as "high"',
    '“Up”列：不导入；其中没有能作为“增长”读取的内容，例如 "high"',
  ],
  [
    { code: 'setAside', why: 'heading', rows: [{ row: 2, why: 'heading', text: '一、直营店' }] },
    'row 2 (一、直营店): heads the rows below, left out',
    '第 2 行（一、直营店）：是下面各行的标题，不导入',
  ],
  [
    { code: 'nothings', cells: 3, texts: ['-', 'NA'] },
    'cells that hold a sign for nothing, read as blank: 3 ("-", "NA")',
    '3 个单元格只有表示“无”的符号，按空白读取："-"、"NA"',
  ],
  [
    { code: 'setAside', why: 'sum', rows: [{ row: 9, why: 'sum', text: '华东' }] },
    'row 9 (华东): the sum of other rows, left out',
    '第 9 行（华东）：等于其他行之和，不导入',
  ],
  [
    {
      code: 'setAside',
      why: 'repeated',
      rows: [3, 6, 9, 12].map((row) => ({ row, file: 'b.csv', why: 'repeated', text: 'No' })),
    },
    'b.csv, row 3 (No), b.csv, row 6 (No), b.csv, row 9 (No) and 1 more: the headers once more, left out',
    'b.csv 第 3 行（No）、b.csv 第 6 行（No）、b.csv 第 9 行（No），另有 1 行：重复的表头，不导入',
  ],
  [
    { code: 'forAll', label: { zh: '性质', en: 'Ownership' }, field: 'ownership', value: 'franchised' },
    '“Ownership” is Franchised in every row',
    '“性质”在各行均为 加盟',
  ],
  [
    { code: 'hiddenRows', rows: 2 },
    'rows that the spreadsheet hides, read all the same: 2',
    '2 行在表格中被隐藏，仍然读取',
  ],
  [
    { code: 'withoutMonths', rows: [{ row: 2, text: 'A1' }] },
    'row 2 (A1): sales of last year and no month open in it, in no average',
    '第 2 行（A1）：有去年业绩而去年无营业月，不计入平均',
  ],
  [
    { code: 'otherYears', year: 2026, rows: 1234 },
    'rows of other years than 2026, left out: 1,234',
    '2026 年以外的行，不导入：1,234',
  ],
  [
    { code: 'totalOff', row: 9, column: '业绩', total: 2_100_000, sum: 1_900_000.5 },
    'row 9, column “业绩”: the total says 2,100,000, its rows add up to 1,900,000.5: rows may be missing, or stand in the file twice',
    '第 9 行“业绩”列：合计为 2,100,000，各行相加为 1,900,000.5：可能缺行，或有重复的行',
  ],
  [
    { code: 'totalsOff', rows: 2 },
    'further totals that are not the sum of their rows: 2',
    '另有 2 行合计与各行之和不符',
  ],
  [{ code: 'rowsLeft', rows: 2 }, 'rows left out as was said: 2', '按所选不导入的行：2'],
  [
    { code: 'marked', text: '退货', rows: 1200, sum: 34_500.5, way: '' },
    'lines that say "退货", left out: 1,200 (they amount to 34,500.5)',
    '写明"退货"的行，不导入：1,200（金额共 34,500.5）',
  ],
  [
    { code: 'marked', text: 'Refund', rows: 2, sum: 38, way: 'takenOff' },
    'lines that say "Refund", taken off: 2 (they amount to 38)',
    '写明"Refund"的行，从业绩中扣减：2（金额共 38）',
  ],
  [
    { code: 'marked', text: 'Refund', rows: 2, sum: 38, way: 'counts' },
    'lines that say "Refund", counted as sales: 2 (they amount to 38)',
    '写明"Refund"的行，计入业绩：2（金额共 38）',
  ],
];

const facts: readonly (readonly [Fact, string, string])[] = [
  [{ fact: 'share', share: 0.59926 }, '59.93% of it, as the two months share', '取其中 59.93%（按两个月的占比）'],
  [{ fact: 'order', order: 'dmy' }, 'day/month/year', '日/月/年'],
  [{ fact: 'order', order: 'mdy' }, 'month/day/year', '月/日/年'],
  [{ fact: 'order', order: 'roc' }, 'years of Taiwan’s era', '民国纪年'],
  [{ fact: 'serial' }, 'days counted by a spreadsheet', '表格的日期序号'],
  [{ fact: 'firstDay' }, 'months as their first day', '月份取当月一日'],
  [{ fact: 'sum' }, 'added up by store', '按门店相加'],
  [{ fact: 'sum', year: 2026 }, 'added up by store, 2026', '按门店相加（2026 年）'],
  [{ fact: 'point', point: '.' }, 'decimal point', '小数点为“.”'],
  [{ fact: 'point', point: ',' }, 'decimal comma', '小数点为“,”'],
  [{ fact: 'metres', metres: 0.09290304 }, '× 0.092903 to m²', '×0.092903 换算为㎡'],
  [{ fact: 'percent', percent: 'percent' }, '10 is 10%', '10 即 10%'],
  [{ fact: 'percent', percent: 'fraction' }, '0.1 is 10%', '0.1 即 10%'],
  [{ fact: 'factor', factor: 10_000 }, 'in ten thousands', '单位：万元'],
  [{ fact: 'factor', factor: 1 }, 'in the currency’s unit', '单位：元'],
];

const questions: readonly (readonly [Question, string, string])[] = [
  [
    { ask: 'order', index: 3, got: '3/4/2020', dmy: '', mdy: '' },
    'column “Start”: Which is the day and which the month of "3/4/2020"?',
    '“Start”列："3/4/2020" 哪个是日，哪个是月？',
  ],
  [
    { ask: 'era', index: 3, got: '940704', roc: '' },
    'column “Start”: Is "940704" a date of Taiwan’s era?',
    '“Start”列："940704" 是民国纪年的日期吗？',
  ],
  [
    { ask: 'firstDay', index: 3, got: '2019-05', first: '' },
    'column “Start”: "2019-05" names no day: is the first of the month meant?',
    '“Start”列："2019-05" 没有写日，是否取当月一日？',
  ],
  [
    { ask: 'monthYear', index: 3, got: '1月', named: [2026, 2027] },
    'column “Start”: Which year are months such as "1月" of: 2026, 2027?',
    '“Start”列："1月" 这样的月份是哪一年的：2026、2027？',
  ],
  [
    { ask: 'point', index: 4, got: '950.000', point: 950, comma: 950_000 },
    'column “Sum”: Which figure is "950.000"?',
    '“Sum”列："950.000" 是哪个数？',
  ],
  [
    { ask: 'factor', index: 4, got: '95', value: 95 },
    'column “Sum”: What do figures such as "95" count in?',
    '“Sum”列："95" 这样的数以什么为单位？',
  ],
  [
    { ask: 'scale', index: 4, got: '1200000', beside: '88', own: 1, unit: 10_000 },
    'column “Sum”: What does "1200000" count in, beside "88"?',
    '“Sum”列："1200000" 以什么为单位？其他的写作 "88"',
  ],
  [
    { ask: 'bareFactor', index: 4, got: '120', beside: '88万' },
    'column “Sum”: What do figures without a unit such as "120" count in, beside "88万"?',
    '“Sum”列：没有写单位的数（如 "120"）以什么为单位？其他的写作 "88万"',
  ],
  [
    { ask: 'percent', index: 5, got: '0.1', percent: 0.001, fraction: 0.1 },
    'column “Up”: How much is "0.1"?',
    '“Up”列："0.1" 是多少？',
  ],
  [
    { ask: 'overHundred', index: 5, got: '150', value: 1.5 },
    'column “Up”: Is "150" a growth of 150%?',
    '“Up”列："150" 是增长 150% 吗？',
  ],
  [
    { ask: 'values', index: 2, texts: ['Leased', 'JV'] },
    'column “Kind”: What is meant by "Leased", "JV", as “Ownership”?',
    '“Kind”列："Leased"、"JV" 是哪种“性质”？',
  ],
  [
    { ask: 'perhaps', index: 3, key: 'openedOn', got: '2020-01-02' },
    'column “Start”: Is what it holds, such as "2020-01-02", “Opened”?',
    '“Start”列："2020-01-02" 这样的内容是“开业”吗？',
  ],
  [
    { ask: 'sum', index: 4, rows: 24, stores: 2 },
    'column “Sum”: 2 stores stand in 24 rows. Add their figures up, a year for each?',
    '“Sum”列：2 家门店共有 24 行，是否按门店相加为全年？',
  ],
  [
    { ask: 'sum', index: 4, rows: 1485, stores: 45, years: [{ year: 2011, months: 12 }] },
    'column “Sum”: 45 stores stand in 1,485 rows, of several years. Which year’s figures are added up?',
    '“Sum”列：45 家门店共有 1,485 行，跨多个年度。按门店相加哪一年的数？',
  ],
  [
    { ask: 'addUp', key: 'lastYearSales', indices: [3, 4, 5] },
    'Are the months “Start” to “Up” together “Last year’s sales”?',
    '“Start”至“Up”各月相加，是否就是“去年业绩”？',
  ],
  [
    { ask: 'called', index: 0, text: '合计', rows: [{ row: 3, text: '合计 · 加盟' }], since: 'whole' },
    'column “No”: Is "合计" a total? It is called like one, but has all that a row of its own needs and is not the sum of other rows: row 3 (合计 · 加盟).',
    '“No”列："合计" 是合计吗？名称像合计，但所需各项齐全，又不等于其他行之和：第 3 行（合计 · 加盟）。',
  ],
  [
    { ask: 'called', index: 1, text: '合计', rows: [{ row: 4, text: 'HJ01 · 合计' }], since: 'sum' },
    'column “Name”: Is "合计" a total? It is called like one and has the sum of other rows, but it has a key of its own and all that a row needs: row 4 (HJ01 · 合计).',
    '“Name”列："合计" 是合计吗？名称像合计，又等于其他行之和，但有自己的编号，所需各项齐全：第 4 行（HJ01 · 合计）。',
  ],
  [
    {
      ask: 'monthsOf',
      named: [2026, 2027],
      planYear: 2027,
      keys: [2, 3, 4, 5].map((index) => ({ index, key: 'months.1' })),
    },
    'Which year are “Kind” … “Up” of? The lines above speak of 2026, 2027.',
    '“Kind” … “Up” 是哪一年的？表格上方提到 2026、2027。',
  ],
  [
    { ask: 'called', index: 0, text: 'Total', rows: [{ row: 3, text: 'Total' }], since: 'known' },
    'column “No”: Is "Total" a total? It is called like one, but the workbook has a row with this key: row 3 (Total).',
    '“No”列："Total" 是合计吗？名称像合计，但工作簿中已有这个编号：第 3 行（Total）。',
  ],
  [
    { ask: 'total', row: 5, text: '华东 · 600', alike: ['5'] },
    'Is row 5 (华东 · 600) a total? It has the sum of other rows, and all that a row of its own needs.',
    '第 5 行（华东 · 600）等于其他行之和，所需各项又都齐全：是合计吗？',
  ],
  [
    { ask: 'marked', index: 3, text: '退货', rows: 1200, sum: 34_500.5 },
    'column “Start”: 1,200 lines say "退货", and amount to 34,500.5. How do they count?',
    '“Start”列：有 1,200 行写明"退货"，金额共 34,500.5：怎样计算？',
  ],
  [{ ask: 'column', field: 'storeId', guess: undefined, also: [] }, 'Which column is “Store ID”?', '哪一列是“编号”？'],
  [
    { ask: 'twice', key: 'lastYearSales', indices: [4, 5] },
    'Which column is “Last year’s sales”: “Sum”, “Up”?',
    '哪一列是“去年业绩”：“Sum”、“Up”？',
  ],
];

const options: readonly (readonly [Option, string, string])[] = [
  [{ set: 'out', index: 3 }, 'leave the column out', '此列不导入'],
  [{ set: 'key', index: 3, key: 'openedOn', out: [] }, 'Start', 'Start'],
  [
    {
      set: 'keys',
      keys: [
        { index: 0, key: 'storeId' },
        { index: 1, key: 'name' },
      ],
    },
    '“No” is Store ID, “Name” is Store name',
    '“No”是编号、“Name”是店名',
  ],
  [{ set: 'reading', index: 3, reading: { order: 'dmy' }, shows: '2020-04-03' }, '2020-04-03', '2020-04-03'],
  [{ set: 'reading', index: 4, reading: { point: ',' }, shows: 950_000 }, '950,000', '950,000'],
  [{ set: 'reading', index: 4, reading: { factor: 1000 } }, 'thousands', '千元'],
  [{ set: 'reading', index: 5, reading: { percent: 'fraction' }, shows: 0.1 }, '10%', '10%'],
  [{ set: 'reading', index: 3, reading: { year: 2026 } }, '2026', '2026'],
  [{ set: 'reading', index: 4, reading: { sum: true } }, 'yes', '是'],
  [
    { set: 'reading', index: 4, reading: { sum: 2011 }, shows: 12 },
    '2011: months with figures 12',
    '2011 年：12 个月有数',
  ],
  [{ set: 'keys', keys: [3, 4].map((index) => ({ index, key: '+lastYearSales' })) }, 'yes', '是'],
  [{ set: 'keys', keys: [3, 4].map((index) => ({ index, key: '' })) }, 'leave the columns out', '这些列不导入'],
  [{ set: 'counted', index: 3, text: 'x', way: '' }, 'leave these lines out', '这些行不导入'],
  [{ set: 'counted', index: 3, text: 'x', way: 'takenOff' }, 'take their amounts off', '从业绩中扣减'],
  [{ set: 'counted', index: 3, text: 'x', way: 'counts' }, 'count them as sales', '计入业绩'],
  [{ set: 'called', index: 0, text: '合计', as: 'record', rows: ['3'] }, 'no total, take it', '不是合计，照常导入'],
  [{ set: 'rows', rows: ['5'], as: 'total' }, 'a total, leave it out', '是合计，不导入'],
  [{ set: 'rows', rows: ['5'], as: 'record' }, 'no total, take it', '不是合计，照常导入'],
  [{ set: 'rows', rows: ['5', '9'], as: 'total' }, 'all 2 such rows are totals', '这样的 2 行都是合计'],
];

test.each(faults)('a fault: %j', (fault, en, zh) => {
  expect([faultText(fault, 'en'), faultText(fault, 'zh')]).toEqual([en, zh]);
});

test.each(notices)('a notice: %j', (notice, en, zh) => {
  expect([noticeText(notice, 'en', stores), noticeText(notice, 'zh', stores)]).toEqual([en, zh]);
});

test.each(facts)('how a column is read: %j', (fact, en, zh) => {
  expect([factText(fact, 'en', stores), factText(fact, 'zh', stores)]).toEqual([en, zh]);
});

test.each(questions)('a question: %j', (question, en, zh) => {
  const said = (language: 'en' | 'zh'): string => questionLine(question, language, stores, headerAt, keyAt);
  expect([said('en'), said('zh')]).toEqual([en, zh]);
});

test('a year that does not start with the calendar’s is named by both', () => {
  const target = targetOf('stores', 4);
  const question: Question = { ask: 'monthYear', index: 3, got: '1月', named: [2027, 2028] };
  expect(questionLine(question, 'en', target, headerAt, keyAt)).toContain('of: 2027/28, 2028/29?');
  const [, option] = optionsOf(question);
  expect(option && optionText(option, 'en', target, headerAt)).toBe('2028/29');
});

test.each(options)('an answer: %j', (option, en, zh) => {
  const said = (language: 'en' | 'zh'): string => optionText(option, language, stores, headerAt);
  expect([said('en'), said('zh')]).toEqual([en, zh]);
});

test.each(['notices', 'facts', 'questions', 'places', 'options'] as const)(
  'the %s have the same blanks to fill in both languages',
  (kind) => {
    const blanks = (sentences: Readonly<Record<string, string>>): readonly string[] =>
      Object.entries(sentences).map(([name, text]) => `${name} ${(text.match(/\{\w+\}/g) ?? []).sort().join(' ')}`);
    expect(blanks(words.zh[kind])).toEqual(blanks(words.en[kind]));
  },
);

test('what money counts in is named in the plan’s own currency', () => {
  const factor: Fact = { fact: 'factor', factor: 10_000 };
  const said = (currency: string | undefined) => factText(factor, 'zh', { ...stores, currency });
  expect([said(undefined), said('CNY'), said('JPY')]).toEqual(['单位：万元', '单位：万元', '单位：万JPY']);
  const option = optionsOf({ ask: 'factor', index: 4, got: '120', value: 120 })[0];
  if (!option) throw new Error('there is no such answer');
  expect(optionText(option, 'zh', { ...stores, currency: 'JPY' }, headerAt)).toBe('JPY');
});
