import { narrow } from '../../src/model/written/narrow';
import { cellText, isBlank } from './cell';
import type { Row } from './grid';
import { headingOf } from './heading';
import { lastOfMonth } from './lines';
import { namesOf } from './names';
import { periodIn } from './period';
import type { Table } from './table';
import type { Target } from './target';

const day = '(20\\d\\d)\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})日?';
/** `2027-01-01 至 2027-01-31`, `01/01/2027 - 01/31/2027` is written otherwise and tells nothing here. */
const range = new RegExp(`${day}\\s*(?:[-–~～]|至|到|to)\\s*${day}`, 'i');
/** A day, also one that figures are known up to: of which month they are it does not say. */
const oneDay = new RegExp(`(?:截[至止]到?\\s*:?\\s*)?${day}`, 'g');
const month =
  /(?<!\d)20\d\d\s*(?:年\s*\d{1,2}\s*月|[-/.]\s*\d{1,2}(?![-/.\d]))|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+20\d\d/gi;
/** When a list was made, not what it is of. */
const made = /制表|打印|导出|下载|生成|更新|printed|generated|exported|created|downloaded|as of/i;

/** What makes more than one month of it: a sum since a month or up to one, and spans that end in it. */
const running =
  /累计|截至|截止|止|年初|至今|以来|月份?起|季|半年|滚动|近.{0,3}月|前.{0,3}月|\b(?:ytd|qtd|ltm|ttm|mat)\b|to[- ]date|cumulative|through|until|\btill\b|since|\bup to\b|\bas at\b|\bto\b|ended|ending|quarter|half|rolling|trailing|\b(?:last|past)\b|months/i;
/** What makes less of it, or other figures than what was sold. */
const other =
  /旬|周(?!期)|星期|预算|目标|计划|预测|预计|同比|环比|同期|去年|上年|week|fortnight|budget|forecast|target|plan|outlook|prior|previous|last year|growth/i;
const joiner = '\\s*(?:[-–—~至到和与及、,&+]|and|to)\\s*';
const joined = new RegExp(
  `\\d\\s*月份?${joiner}(?:20\\d\\d\\s*年\\s*)?\\d{1,2}\\s*月|(?<!\\d)\\d{1,2}${joiner}\\d{1,2}\\s*月|20\\d\\d\\s*[-/.]\\s*\\d{1,2}\\s*(?:[–—~至到]|to)\\s*\\d`,
  'i',
);
const names = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=[a-z]*\b)/gi;

/** Whether a line above a table, without its days, may be of something else than the sales of one whole month. */
const isOfOther = (line: string): boolean =>
  running.test(line) || other.test(line) || joined.test(line) || new Set(line.toLowerCase().match(names)).size > 1;

const two = (text: string): string => text.padStart(2, '0');

const unsure = 'unsure';

/** The month, or the last day of a part of it, that a line above a table is of; 'unsure' of what may be something else. */
function timeOf({ cells }: Row): string | undefined {
  const line = narrow([...new Set(cells.filter((cell) => !isBlank(cell)).map(cellText))].join(' '));
  if (made.test(line)) return undefined;
  const [, year = '', first = '', from = '', toYear, last = '', to = ''] = range.exec(line) ?? [];
  if (year !== '') {
    if (year !== toYear || Number(first) !== Number(last)) return undefined;
    const end = `${year}-${two(last)}-${two(to)}`;
    return Number(from) === 1 && lastOfMonth(end) === end ? end.slice(0, 7) : end;
  }
  const rest = line.replace(oneDay, ' ');
  if (isOfOther(rest)) return unsure;
  const months = [...rest.matchAll(month)].flatMap(([text]) => {
    const period = periodIn(text.replace(/\s+/g, /\p{L}{3}/u.test(text) ? ' ' : '').toLowerCase());
    return period?.months === 1 ? `${period.year}-${two(String(period.month))}` : [];
  });
  // A number beside the month may be of it, too: `13 weeks`, `3M`, `3月/4月`.
  if (months.length > 0 && /\d/.test(rest.replace(month, ' '))) return unsure;
  const [only] = months;
  return new Set(months).size === 1 ? only : undefined;
}

/** The one time that lines above a file's table are of; undefined where they say none, or more than one. */
function timeAbove(above: readonly Row[]): string | undefined {
  const said = new Set(above.map(timeOf).filter((time) => time !== undefined));
  const [only] = said;
  return said.size === 1 && only !== unsure ? only : undefined;
}

/**
 * Lines of one month that only a line above them says: `2027年1月门店业绩`. It stands in a column of its own, as long as no
 * other is their day's. Of several files each has its own.
 */
export function titled(table: Table, target: Target, dayField: string): Table {
  const nameOf = namesOf(target);
  if (table.headings.some((heading) => heading.text !== '' && nameOf(heading)?.key === dayField)) return table;
  const times = new Map<string | undefined, string>();
  for (const file of new Set(table.body.map((row) => row.file))) {
    const time = timeAbove(table.above.filter((row) => row.file === file));
    if (time === undefined) return table;
    times.set(file, time);
  }
  if (times.size === 0) return table;
  const saying = table.above.find((row) => timeOf(row) !== undefined)?.cells.find((cell) => !isBlank(cell));
  const text = times.size === 1 ? cellText(saying).trim() : '';
  // What heads a column of months.
  const heading = { ...headingOf('月份'), text: text === '' ? [...new Set(times.values())].join(', ') : text };
  const filled = ({ cells, ...row }: Row): Row => {
    const own = Array.from({ length: table.width }, (_, index) => cells[index] ?? '');
    return cells.length > table.width ? { ...row, cells } : { ...row, cells: [...own, times.get(row.file) ?? ''] };
  };
  return {
    ...table,
    headings: [...table.headings, heading],
    width: table.width + 1,
    body: table.body.map(filled),
  };
}
