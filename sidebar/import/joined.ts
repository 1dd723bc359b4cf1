import { narrow } from '../../src/model/written/narrow';
import { bareText, type Cell, isBlank } from './cell';
import type { Row } from './grid';
import { type Heading, headingOf } from './heading';
import { monthNamed } from './period';
import type { Table } from './table';
import { yearsIn } from './years';

const years =
  /^(?:年|年份|年度|财年|会计年度|year|fiscal ?year|fy|calendar ?year|año|ano|année|jahr|jaar|anno|год|연도|năm)$/i;
const months =
  /^(?:月|月份|month|fiscal ?month|month ?(?:name|no\.?|number)|mes|mês|mois|monat|maand|mese|месяц|월|tháng)$/i;

/**
 * Lines whose year and month stand in columns of their own: the month's cells say both, `2026-03`. A month whose year is
 * missing says nothing, since it would be taken for the plan's.
 */
export function joined(table: Table): Table {
  const { headings, body } = table;
  const at = (names: RegExp): readonly number[] =>
    headings.flatMap(({ text }: Heading, index) => (names.test(text.trim()) ? [index] : []));
  const [[year, ...otherYears], [month, ...otherMonths]] = [at(years), at(months)];
  if (year === undefined || month === undefined || otherYears.length > 0 || otherMonths.length > 0) return table;
  const isPair = ({ cells }: Row): boolean =>
    isBlank(cells[month]) ||
    (monthIn(cells[month]) !== undefined && (isBlank(cells[year]) || yearIn(cells[year]) !== undefined));
  if (!body.some(({ cells }) => monthIn(cells[month]) !== undefined)) return table;
  // Totals and notes below the lines hold what they like.
  const both = ({ cells, ...row }: Row): Row => {
    if (!isPair({ cells, ...row }) || isBlank(cells[month])) return { cells, ...row };
    const [of, which] = [yearIn(cells[year]), monthIn(cells[month]) ?? 0];
    const said = of === undefined ? '' : `${of}-${String(which).padStart(2, '0')}`;
    return { ...row, cells: cells.map((cell, index) => (index === month ? said : cell)) };
  };
  return { ...table, body: body.map(both) };
}

/** A month without its year: `3`, `3月`, `Mar`. */
function monthIn(cell: Cell | undefined): number | undefined {
  const text = cell === undefined || isBlank(cell) ? '' : narrow(bareText(cell)).toLowerCase();
  if (headingOf(text).year !== undefined) return undefined;
  return monthNamed(/^\d{1,2}$/.test(text) ? `${text}月` : text);
}

function yearIn(cell: Cell | undefined): number | undefined {
  const text = cell === undefined || isBlank(cell) ? '' : narrow(bareText(cell)).toLowerCase();
  const { sure } = yearsIn(text);
  return sure.length === 1 ? sure[0] : undefined;
}
