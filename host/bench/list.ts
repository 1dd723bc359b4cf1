import { type CellValue, writeXlsx } from 'hucre/xlsx';

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const headers = ['门店编码', '店铺名称', '性质', '开业日期', '年销售额', '面积', '城市'];

/** A store of a list as companies keep them: words, a date, money, months of the plan year. */
function storeAt(index: number): readonly CellValue[] {
  const opened = new Date(Date.UTC(2008 + (index % 18), index % 12, 1 + (index % 28)));
  return [
    `S${index + 1}`,
    `第${index + 1}店`,
    index % 5 === 0 ? '直营' : '加盟店',
    opened,
    1_000_000 + ((index * 7919) % 900_000),
    80 + (index % 50),
    `城市${index % 30}`,
    ...months.map((month) => 90_000 + ((index * 31 + month * 977) % 9999)),
  ];
}

const rowsOf = (stores: number): readonly (readonly CellValue[])[] => [
  [...headers, ...months.map((month) => `2027年${month}月目标`)],
  ...Array.from({ length: stores }, (_, index) => storeAt(index)),
];

const plainText = (cell: CellValue): string =>
  cell instanceof Date ? `${cell.getUTCFullYear()}/${cell.getUTCMonth() + 1}/${cell.getUTCDate()}` : String(cell ?? '');

/** A list of so many stores and 19 columns as text. */
export const listText = (stores: number): Buffer =>
  Buffer.from(
    rowsOf(stores)
      .map((row) => row.map(plainText).join(','))
      .join('\n'),
  );

/** The same list as a workbook, its dates real ones. */
export const listWorkbook = async (stores: number): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '门店', rows: rowsOf(stores).map((row) => [...row]) }] }));
