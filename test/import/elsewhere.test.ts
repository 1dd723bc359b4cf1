import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { gridOfText, importOf, importText, opened } from '../../sidebar/import/import';
import { headerOf } from '../../sidebar/import/table';
import type { Import } from '../../sidebar/import/taken';
import { factText, faultText, questionLine } from '../../sidebar/import/words';
import { readWorkbook } from '../../sidebar/import/workbook';
import { writtenDay } from '../../src/model/written/day';
import { factorIn } from '../../src/model/written/units';
import { targetOf } from './target';

const stores = targetOf('stores');

/** What is asked, with the column that is guessed; what is wrong; and the records that were read. */
function shown(text: string) {
  const file = opened(gridOfText(text, stores), stores);
  const found = file.read(file.first);
  const headerAt = (index: number): string => headerOf(file.table, index);
  const asked = found.questions.map((question) => {
    const guess = question.ask === 'column' && question.guess !== undefined ? ` ${headerAt(question.guess)}?` : '';
    return questionLine(question, 'en', stores, headerAt, (index) => file.first.matching[index]?.key ?? '') + guess;
  });
  return { asked, faults: found.faults.map((fault) => faultText(fault, 'en')), records: valuesOf(found) };
}

const valuesOf = ({ records }: Import): readonly unknown[] => records.map(({ values }) => values);

const asksId = (column: string): readonly string[] => [`Which column is “Store ID”? ${column}?`];

describe('lists in languages whose headers are not known: the id is asked, totals are left out, nothing is read wrong', () => {
  test.each<[string, string, string]>([
    [
      'German',
      'Filialnr.',
      'Filialnr.;Filiale;Umsatz Vorjahr\n0012;Mitte;1.234.567,50\n0013;Nord;987.000\nGesamtsumme;;2.221.567,50\n',
    ],
    [
      'French',
      'Code magasin',
      'Code magasin;Magasin;CA N-1\nM01;Lyon;1 250 000,00 €\nM02;Paris;980 000 €\nTotal général;;2 230 000 €\n',
    ],
    [
      'Spanish',
      'Código tienda',
      'Código tienda;Nombre tienda;Ventas\n001;Sol;1.250.000\n002;Luna;980.000,50\nTotal general;;2.230.000,50\n',
    ],
    [
      'Portuguese',
      'Código da loja',
      'Código da loja;Nome;Faturamento\n001;Sul;1.250,5\n002;Norte;980,3\nTotal geral;;2.230,8\n',
    ],
    [
      'Italian',
      'Codice negozio',
      'Codice negozio;Negozio;Fatturato\n01;Roma;1.250.000\n02;Milano;980.000\nTotale;;2.230.000\n',
    ],
    ['Japanese', '店舗コード', '店舗コード,店舗名,売上高\n0001,銀座店,120500\n0002,新宿店,98000\n総計,,218500\n'],
    ['Korean', '점포코드', '점포코드,점포명,매출액\n001,강남점,1250000\n002,홍대점,980000\n합계,,2230000\n'],
    ['Vietnamese', 'Mã', 'Mã,Tên,Doanh thu\nCH01,Quận 1,1250000000\nCH02,Quận 3,980500000\nTổng cộng,,2230500000\n'],
    ['Thai', 'รหัสสาขา', 'รหัสสาขา,ชื่อสาขา,ยอดขาย\nB01,สยาม,1250000\nB02,อโศก,980500\nรวม,,2230500\n'],
    ['Russian', 'Код', 'Код;Название;Выручка\n01;Центр;1250000\n02;Север;980000\nИтого;;2230000\n'],
    ['Polish', 'Kod', 'Kod;Sklep;Obrót\n01;Rynek;1250000\n02;Nowy;980000\nRazem;;2230000\n'],
  ])('%s', (_, column, text) => {
    const { asked, faults, records } = shown(text);
    expect(asked).toEqual(asksId(column));
    expect(faults).toEqual(['the file: lacks the column “Ownership”, which every row needs']);
    expect(records).toEqual([]);
  });

  test('traditional characters are read as the simplified ones, with years of Taiwan’s era', () => {
    const text =
      '門市代號,門市名稱,性質,開幕日,年營業額(萬元)\nA01,信義店,加盟,108/03/16,120.5\nA02,中山店,直營,109/11/01,98\n合計,,,,218.5\n';
    expect(shown(text)).toEqual({
      asked: [],
      faults: [],
      records: [
        { storeId: 'A01', name: '信義店', ownership: 'franchised', openedOn: '2019-03-16', lastYearSales: 1_205_000 },
        { storeId: 'A02', name: '中山店', ownership: 'selfOperated', openedOn: '2020-11-01', lastYearSales: 980_000 },
      ],
    });
  });
});

test.each<[string, number | undefined]>([
  ['bn', 1_000_000_000],
  ['in billions', 1_000_000_000],
  ['亿元', 100_000_000],
  ['T€', 1000],
  ['TEUR', 1000],
  ['R$ mil', 1000],
  ['千円', 1000],
  ['천원', 1000],
  ['тыс. руб.', 1000],
  ['млн ₽', 1_000_000],
  ['triệu đồng', 1_000_000],
  ['tỷ đồng', 1_000_000_000],
  ['ล้านบาท', 1_000_000],
  ['Mrd. €', 1_000_000_000],
  ['lakhs', 100_000],
  ['₹ crore', 10_000_000],
  ['x1000', 1000],
  ['tons', undefined],
  ['t', undefined],
  ['USD mil', undefined],
])('a unit of %s', (unit, factor) => {
  expect(factorIn(unit)).toBe(factor);
});

test.each([
  ['108/03/16', '2019-03-16'],
  ['104年7月4日', '2015-07-04'],
  ['108/13/16', undefined],
  ['208/03/16', undefined],
])('a year of three digits is one of Taiwan’s era: %s', (text, iso) => {
  const day = writtenDay(text);
  expect('iso' in day ? day.iso : undefined).toBe(iso);
});

const head = '编号,性质,';

describe('what says nothing by its header is asked, and not left out without a word', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'last year as a header',
      `${head}2025年,2026年\nA1,加盟,850000,900000\nA2,直营,750000,790000\n`,
      ['column “2026年”: Is what it holds, such as "900000", “Last year’s sales”?'],
    ],
    [
      'halves of a year and their total',
      `${head}上半年销售额,下半年销售额,合计\nA1,加盟,500000,600000,1100000\nA2,直营,400000,450000,850000\n`,
      ['column “合计”: Is what it holds, such as "1100000", “Last year’s sales”?'],
    ],
    ['a total of targets', `${head}1月目标,2月目标,合计\nA1,加盟,50000,60000,110000\n`, []],
    [
      'two stores in 万',
      `${head}去年业绩\nA1,加盟,120\nA2,直营,98\n`,
      ['column “去年业绩”: What do figures such as "98" count in?'],
    ],
  ])('%s', (_, text, asked) => {
    expect(shown(text).asked).toEqual(asked);
  });
});

describe('a column of units beside the figures', () => {
  const sales = (text: string): readonly unknown[] =>
    importText(text, stores).records.map(({ values }) => values.lastYearSales);
  const factsOf = (text: string): readonly string[] =>
    importText(text, stores).taken.flatMap(({ facts }) => facts.map((fact) => factText(fact, 'en', stores)));

  test.each<[string, string, readonly unknown[], readonly string[]]>([
    [
      'of one unit',
      `${head}去年业绩,单位\nA1,加盟,88,万元\nA2,直营,77,万元\n`,
      [880_000, 770_000],
      ['in ten thousands'],
    ],
    [
      'each row its own',
      `${head}去年业绩,单位\nA1,加盟,88,万元\nA2,直营,770000,元\nA3,直营,66万,\n`,
      [880_000, 770_000, 660_000],
      ['each row in the unit that it says'],
    ],
    ['the header says another', `${head}去年业绩(元),单位\nA1,加盟,880000,万元\n`, [880_000], []],
    [
      'another figure’s',
      `${head}去年业绩,注册资本,资本单位\nA1,加盟,880000,50,万元\nA2,加盟,760000,30,万元\n`,
      [880_000, 760_000],
      [],
    ],
    [
      'its own, and another figure’s',
      `${head}去年业绩,单位,注册资本,资本单位\nA1,加盟,880000,元,50,万元\nA2,加盟,760000,元,30,万元\n`,
      [880_000, 760_000],
      [],
    ],
    ['another figure’s, before it', '编号,面积单位,性质,面积,去年业绩\nA1,万,加盟,88,990000\n', [990_000], []],
    [
      'before the figures, some columns away',
      '编号,单位,性质,城市,去年业绩\nA1,万元,加盟,上海,99\n',
      [990_000],
      ['in ten thousands'],
    ],
    [
      'named after them, behind another figure',
      `${head}去年业绩,押金,业绩单位\nA1,加盟,99,5000,万元\n`,
      [990_000],
      ['in ten thousands'],
    ],
    [
      'sizes of stores are none',
      'Store ID,Band,Ownership,Sales\nA1,mio,Franchised,880000\nA2,tsd,Franchised,870000\n',
      [880_000, 870_000],
      [],
    ],
    [
      'what could be a grade is none',
      `${head}去年业绩,备用\nA1,加盟,880000,M\nA2,直营,770000,K\n`,
      [880_000, 770_000],
      [],
    ],
  ])('%s', (_, text, expected, facts) => {
    expect([sales(text), factsOf(text)]).toEqual([expected, facts]);
  });
});

test('notes below totals, and the day of a report, are no records', () => {
  const { faults, records } = shown(
    `编号,店名,性质,去年业绩\nA1,东,加盟,880000\n合计,,,880000\n制表人：财务部,,,\n2027年1月5日,,,\n2027/1/5,,,\n`,
  );
  expect([faults, records.length]).toEqual([[], 1]);
});

describe('a workbook’s cells as they are shown', () => {
  const imported = async (
    rows: (string | number | null)[][],
    formats: Readonly<Record<string, string>>,
    merges: NonNullable<WriteSheet['merges']> = [],
  ) => {
    const cells = new Map(Object.entries(formats).map(([at, numFmt]) => [at, { style: { numFmt } }]));
    const read = await readWorkbook(await writeXlsx({ sheets: [{ name: 'S', rows, cells, merges }] }), undefined);
    if ('fault' in read) throw new Error(faultText(read.fault, 'en'));
    return importOf(read.grid, stores);
  };
  const figures = (found: Import): readonly unknown[] => found.records.map(({ values }) => values.lastYearSales);

  test('a unit in a number’s format is the number’s, where the format does not scale it', async () => {
    const rows = [
      ['编号', '性质', '去年业绩'],
      ...[88.5, 88.5, 885_000, 885_000, 885_000, 0.885].map((one, at) => [`A${at}`, '加盟', one]),
    ];
    const found = await imported(rows, {
      '1,2': '0.0"万"',
      '2,2': '#,##0.00万元;-#,##0.00万元',
      '3,2': '0!.0,"万"',
      '4,2': '#,##0,"k"',
      '5,2': '0.0,,"M"',
      '6,2': '0.000"百万"',
    });
    expect([found.questions, found.faults]).toEqual([[], []]);
    expect(figures(found)).toEqual([885_000, 885_000, 885_000, 885_000, 885_000, 885_000]);
  });

  test('digits of a date that are a number', async () => {
    const found = await imported(
      [
        ['编号', '性质', '开业日期'],
        ['A1', '加盟', 20240316],
        ['A2', '加盟', 45383],
      ],
      {},
    );
    expect(found.records.map(({ values }) => values.openedOn)).toEqual(['2024-03-16', '2024-04-01']);
  });

  test('a figure merged over several stores is of none of them; a word or an id is of each', async () => {
    const merge = (startRow: number, startCol: number, endRow: number) => ({
      startRow,
      startCol,
      endRow,
      endCol: startCol,
    });
    const found = await imported(
      [
        ['编号', '性质', '去年业绩'],
        ['A1', '加盟', 880_000],
        ['A2', null, null],
        ['A3', '直营', 770_000],
      ],
      {},
      [merge(1, 1, 2), merge(1, 2, 2)],
    );
    expect(found.faults.map((fault) => faultText(fault, 'en'))).toEqual(
      [2, 3].map(
        (row) =>
          `row ${row}, column “去年业绩”: "880000" stands in a cell that is merged over several rows; write to each what is its own`,
      ),
    );
    expect(figures(found)).toEqual([770_000]);
  });
});
