/**
 * What is said of a file. `{where}` is one of the places; `{got}` is the cell as it came, quoted.
 */
export const en = {
  separator: ', ',
  months: 'Jan…Dec',
  dates: '2026-03-16, 2026/3/16, 2026年3月16日 or 16-Mar-2026',
  places: {
    file: 'the file',
    column: 'column “{column}”',
    row: 'row {row}',
    rowLine: 'row {row} (line {line})',
    cell: 'row {row}, column “{column}”',
    cellLine: 'row {row} (line {line}), column “{column}”',
  },
  faults: {
    notUtf8: '{where}: is not text in UTF-8; in Excel choose “Save as” and the type “CSV UTF-8”',
    empty: '{where}: is empty; expected a row of headers and a row for each record',
    noRecords: '{where}: has headers and no rows below them',
    unclosedQuote: '{where}: a quote is opened and never closed',
    brokenQuote: '{where}: something follows a closing quote; write a quote inside quotes twice: ""',
    cellCount: '{where}: expected {expected} cells as in the header, got {got}',
    unnamedColumn: '{where}: has cells and no header',
    unknownColumn: '{where}: is not known; expected one of {known}',
    columnTwice: '{where}: comes twice, the first time as “{first}”',
    missingColumn: '{where}: lacks the column “{label}”, which every row needs',
  },
  notices: {
    computedColumn: 'column “{column}”: is computed in the workbook and was left out',
  },
};

export const zh: typeof en = {
  separator: '、',
  months: '1月…12月',
  dates: '2026-03-16、2026/3/16、2026年3月16日 或 16-Mar-2026',
  places: {
    file: '文件',
    column: '“{column}”列',
    row: '第 {row} 行',
    rowLine: '第 {row} 行（文本第 {line} 行）',
    cell: '第 {row} 行“{column}”列',
    cellLine: '第 {row} 行（文本第 {line} 行）“{column}”列',
  },
  faults: {
    notUtf8: '{where}：不是 UTF-8 编码的文本；请在 Excel 中“另存为”，类型选“CSV UTF-8”',
    empty: '{where}：是空的；应有一行表头，以及每条记录一行',
    noRecords: '{where}：只有表头，下面没有数据行',
    unclosedQuote: '{where}：引号没有收尾',
    brokenQuote: '{where}：收尾引号后面还有内容；引号之内的引号要写两次：""',
    cellCount: '{where}：应与表头一样有 {expected} 个单元格，实际为 {got} 个',
    unnamedColumn: '{where}：有内容但没有表头',
    unknownColumn: '{where}：无法识别；可用的列有 {known}',
    columnTwice: '{where}：重复，前面已有“{first}”',
    missingColumn: '{where}：缺少“{label}”列，每行都必须填写',
  },
  notices: {
    computedColumn: '“{column}”列：由工作簿计算，没有导入',
  },
};

export const words = { en, zh };
