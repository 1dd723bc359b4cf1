import { narrow, unseen } from '../../src/model/written/narrow';

/** A day that a spreadsheet holds as a date: `2026-03-16`. */
export interface DayCell {
  readonly day: string;
}

/** A number that a spreadsheet shows as a percentage: 12 for 12 %. */
export interface PercentCell {
  readonly percent: number;
}

/** An amount that a spreadsheet shows with a word beside it that says what it counts in: `$`, `万元`. */
export interface AmountCell {
  readonly amount: number;
  readonly unit: string;
}

/** A number in a cell that is merged over several rows: it is of all of them together. */
export interface SharedCell {
  readonly shared: number;
}

/** One cell of a file: text as it stands, or what a spreadsheet holds without any doubt of separators and orders. */
export type Cell = string | number | boolean | DayCell | PercentCell | AmountCell | SharedCell;

/** The cell as a message quotes it, and as text fields take it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') {
    if ('day' in cell) return cell.day;
    if ('shared' in cell) return String(cell.shared);
    return 'percent' in cell ? `${cell.percent}%` : `${cell.amount} ${cell.unit}`;
  }
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** What Excel writes to keep a text from becoming a number: `="001"`, and `'001`. */
const kept = /^="([^"]*)"$/;
const marked = /^'(?=[\d=+-])/;

/** Letters, digits and signs of ASCII alone, as most cells of most files hold: nothing is around them. */
const plain = /^[!#-&(-<>-~][!-~]*$/;

/** The text of a cell without what a spreadsheet wrote around it, and without spaces at its ends. */
export function bareText(cell: Cell | undefined): string {
  if (typeof cell === 'string' && plain.test(cell)) return cell;
  const text = cellText(cell).replace(unseen, '').trim();
  const [, inner] = kept.exec(text) ?? [];
  return (inner ?? text.replace(marked, '')).trim();
}

const placeholders: ReadonlySet<string> = new Set([
  'na',
  'n/a',
  'n.a.',
  '#n/a',
  'nan',
  'null',
  '(null)',
  'nil',
  'none',
  '-',
  '--',
  '---',
  '/',
  '\\',
  '\\n',
  '无',
  '暂无',
  '未知',
  '待定',
  '空',
]);

/** Whether a cell holds nothing but a sign for nothing: `NA`, `-`, `/`, `NULL`, `#N/A`. */
export const isPlaceholder = (text: string): boolean =>
  text.length <= 6 && !/\d/.test(text) && placeholders.has(narrow(text).toLowerCase());

/** Whether a cell holds nothing at all. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && (cell === '' || bareText(cell) === ''));
