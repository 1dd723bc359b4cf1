import type { Cell } from './cell';
import type { Row } from './grid';
import type { Heading } from './heading';
import type { Table } from './table';
import type { Target } from './target';

/**
 * A table in which a column of January and February in one figure is two columns, where it is known how the two share:
 * the same cells in both, of which each reads its part. Beside a column of either month it stays the sum that it is.
 */
export function apart(table: Table, { tab, shares }: Target): Table {
  if (!shares || !tab.fields.some(({ monthly }) => monthly)) return table;
  const { headings } = table;
  const isPair = ({ span }: Heading): boolean => span?.[0] === 1 && span[1] === 2;
  const places = headings.flatMap((heading, index) => (isPair(heading) ? [index] : []));
  const [at] = places;
  if (at === undefined || places.length > 1 || headings.some(({ month = 0 }) => month === 1 || month === 2))
    return table;
  const twice = ({ cells, ...row }: Row): Row => ({ ...row, cells: doubled(cells, at) });
  return {
    ...table,
    headings: headings.flatMap((heading, index) => (index === at ? partsOf(heading, shares) : [heading])),
    width: table.width + 1,
    body: table.body.map(twice),
  };
}

const doubled = (cells: readonly Cell[], at: number): readonly Cell[] => {
  const cell = cells[at];
  return cell === undefined ? cells : [...cells.slice(0, at), cell, cell, ...cells.slice(at + 1)];
};

/** January and February of a header that names both, each with what stands below it of its own. */
function partsOf(heading: Heading, [january, february]: readonly [number, number]): readonly Heading[] {
  const first = january / (january + february);
  return [
    { from: 0, to: first },
    { from: first, to: 1 },
  ].map((share, index) => {
    const text = `${heading.text} (${index + 1})`;
    return { ...heading, text, name: text, month: index + 1, span: undefined, share };
  });
}
