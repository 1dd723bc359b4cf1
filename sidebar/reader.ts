/** What reads workbooks: a script of its own, fetched when the first one is chosen. */
export { readWorkbook } from './import/workbook';
