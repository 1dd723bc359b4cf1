import { narrow } from '../../src/model/written/narrow';
import { bareText, type Cell, isBlank } from './cell';
import type { Row } from './grid';
import { type Heading, headingOf } from './heading';
import { monthHeads, monthNamed } from './period';
import type { Table } from './table';
import { yearsIn } from './years';

const years =
  /^(?:年|年份|年度|财年|会计年度|year|fiscal ?year|fy|calendar ?year|año|ano|année|jahr|jaar|anno|год|연도|năm)$/i;

/**
 * Lines whose year and month stand in columns of their own: the month's cells say both, `2026-03`. A month whose year is
 * missing says nothing, since it would be taken for the plan's.
 */
export function joined(table: Table): Table {
  const { headings, body } = table;
  const at = (names: RegExp): readonly number[] =>
    headings.flatMap(({ text }: Heading, index) => (names.test(text.trim()) ? [index] : []));
  const [[year, ...otherYears], [month, ...otherMonths]] = [at(years), at(monthHeads)];
  if (year === undefined || month === undefined || otherYears.length > 0 || otherMonths.length > 0) return table;
  // Few months and years stand in many lines.
  const [monthIn, yearIn] = [once(monthOf), once(yearOf)];
  if (!body.some(({ cells }) => monthIn(cells[month]) !== undefined)) return table;
  const both = ({ cells, ...row }: Row): Row => {
    const which = monthIn(cells[month]);
    if (which === undefined) return { cells, ...row };
    const of = yearIn(cells[year]);
    const said = of === undefined ? '' : `${of}-${String(which).padStart(2, '0')}`;
    return { ...row, cells: cells.map((cell, index) => (index === month ? said : cell)) };
  };
  return { ...table, body: body.map(both) };
}

function once(tell: (text: string) => number | undefined): (cell: Cell | undefined) => number | undefined {
  const told = new Map<string, number | undefined>();
  return (cell) => {
    const text = cell === undefined || isBlank(cell) ? '' : narrow(bareText(cell)).toLowerCase();
    if (!told.has(text)) told.set(text, tell(text));
    return told.get(text);
  };
}

/** A month without its year: `3`, `3月`, `Mar`. */
function monthOf(text: string): number | undefined {
  if (headingOf(text).year !== undefined) return undefined;
  return monthNamed(/^\d{1,2}$/.test(text) ? `${text}月` : text);
}

function yearOf(text: string): number | undefined {
  const { sure } = yearsIn(text);
  return sure.length === 1 ? sure[0] : undefined;
}
