import type { Scalar } from '../../src/model/answer';
import { narrow } from '../../src/model/written/narrow';
import type { Parted, TotalRow } from './aside';
import { bareText, cellText, isBlank } from './cell';
import type { Row } from './grid';
import { type Column, rowName } from './records';
import { coarsest, isNear } from './sums';

/** A total by its words whose figure is no sum of rows. */
export interface TotalOff {
  readonly row: number;
  readonly file?: string;
  readonly column: string;
  readonly total: number;
  /** What its rows come to: of the sums it could be the nearest one. */
  readonly sum: number;
}

/** A total whose figure is no sum of the file's rows; further ones, counted. */
export type TotalsNotice =
  | ({ readonly code: 'totalOff' } & TotalOff)
  | { readonly code: 'totalsOff'; readonly rows: number };

/** Reads the cells of a file's totals as a column is read: a value for each; none where it is unclear what they say. */
export type ReadTotals = (column: Column) => readonly Scalar[];

/** What stands in a total's row and is no sum: a mean, a share, a rank. */
const noSum =
  /平均|均值|最[大小高低]|中位|标准差|占比|比例|同比|环比|增长|average|avg|mean|median|max|min|dev|share|growth/i;

/** The words of a total, and what stands around them. */
const totalWords =
  /合计|总计|小计|累计|共计|总和|汇总|合計|總計|小計|grand|sub-?|total(?:es|s|e)?|sum|gesamt|summe|geral|\bof\b|\bfor\b|[\s:：()（）-]/gi;

/** So many totals before and behind a total are looked at as where its rows begin or end. */
const mostEnds = 50;

/**
 * Totals that are set aside by their words and are no sum of a file's rows: of those since a total before them or the
 * start; where totals stand above their rows, of those up to a total behind them or the end; or of all that say what the total is of. `readTotals` reads the
 * totals' own cells as their column is read; nothing is told of a column in which something cannot be read.
 */
export function totalsOff(
  { rows, totals }: Pick<Parted, 'rows' | 'totals'>,
  left: ReadonlySet<number>,
  columns: readonly Column[],
  readTotals: ReadTotals,
): readonly TotalOff[] {
  const sums = totals.filter(({ row }) => !row.cells.some((cell) => typeof cell === 'string' && noSum.test(cell)));
  if (sums.length === 0) return [];
  const files = fileEnds(rows);
  const off: TotalOff[] = [];
  const told = new Set<string>();
  for (const column of columns) {
    const { field, read, header } = column;
    if (field.kind !== 'money' || read.faults.size > 0 || read.questions.length > 0 || read.pending.size > 0) continue;
    const figures = read.values.map((value, at) => (typeof value === 'number' && !left.has(at) ? value : 0));
    const step = coarsest(figures);
    const through = [0];
    const counts = [0];
    for (const [at, figure] of figures.entries()) {
      through.push((through[at] ?? 0) + figure);
      counts.push((counts[at] ?? 0) + (figure === 0 ? 0 : 1));
    }
    const values = readTotals(column);
    for (const [place, total] of sums.entries()) {
      const value = values[totals.indexOf(total)];
      const name = rowName(total.row);
      if (typeof value !== 'number' || value === 0 || told.has(name)) continue;
      let nearest: number | undefined;
      const isOf = (sum: number, count: number): boolean => {
        if (isNear(value, sum, count, step)) return true;
        if (count > 0 && (nearest === undefined || Math.abs(sum - value) < Math.abs(nearest - value))) nearest = sum;
        return false;
      };
      const [start, end] = files.get(total.row.file) ?? [0, rows.length];
      const { before } = total;
      const isBetween = ([from, to]: readonly [number, number]): boolean =>
        isOf((through[to] ?? 0) - (through[from] ?? 0), (counts[to] ?? 0) - (counts[from] ?? 0));
      const isSum =
        starts(sums, place, start).some((from) => isBetween([from, before])) ||
        (isAbove(sums, total, start) && ends(sums, place, end).some((to) => isBetween([before, to]))) ||
        isOfNamed(total, rows.slice(start, end), (at) => figures[start + at] ?? 0, isOf);
      if (isSum || nearest === undefined) continue;
      told.add(name);
      const { row, file } = total.row;
      off.push({
        row,
        ...(file !== undefined && { file }),
        column: header,
        total: value,
        sum: Number(nearest.toFixed(6)),
      });
    }
  }
  return off.sort((one, other) => (one.file === other.file ? one.row - other.row : 0));
}

/** So many totals are told one by one. */
const mostTold = 5;

/** What is told of totals that are no sum of their rows: the first of them one by one, then how many more there are. */
export function noticesOfTotals(off: readonly TotalOff[]): readonly TotalsNotice[] {
  const more = off.length - mostTold;
  return [
    ...off.slice(0, mostTold).map((one): TotalsNotice => ({ code: 'totalOff', ...one })),
    ...(more > 0 ? [{ code: 'totalsOff', rows: more } as const] : []),
  ];
}

/** Where the rows of each file begin and end. */
function fileEnds(rows: readonly Row[]): ReadonlyMap<string | undefined, readonly [number, number]> {
  const found = new Map<string | undefined, [number, number]>();
  for (const [at, { file }] of rows.entries()) {
    const known = found.get(file);
    if (known) known[1] = at + 1;
    else found.set(file, [at, at + 1]);
  }
  return found;
}

/** Where the rows above a total may begin: behind the totals before it, and where the file does. */
function starts(sums: readonly TotalRow[], place: number, start: number): readonly number[] {
  const before = sums.slice(Math.max(0, place - mostEnds), place).map((one) => one.before);
  return [...new Set([...before.reverse(), start])].filter(
    (from) => from >= start && from < (sums[place]?.before ?? 0),
  );
}

/** Whether totals stand above their rows: the first of a file stands above all of them. */
const isAbove = (sums: readonly TotalRow[], { row }: TotalRow, start: number): boolean =>
  sums.find((one) => one.row.file === row.file)?.before === start;

/** Where the rows below a total may end: before the totals behind it, and where the file does. */
function ends(sums: readonly TotalRow[], place: number, end: number): readonly number[] {
  const behind = sums.slice(place + 1, place + 1 + mostEnds).map((one) => one.before);
  return [...new Set([...behind, end])].filter((to) => to <= end && to > (sums[place]?.before ?? 0));
}

/** Whether a total is that of the rows that say what it is of: `加盟合计`, wherever they stand. */
function isOfNamed(
  { row }: TotalRow,
  rows: readonly Row[],
  figureAt: (at: number) => number,
  isOf: (sum: number, count: number) => boolean,
): boolean {
  const stems = row.cells.flatMap((cell) => {
    const stem =
      isBlank(cell) || typeof cell !== 'string' ? '' : narrow(bareText(cell)).replace(totalWords, '').toLowerCase();
    return /\p{L}/u.test(stem) ? [stem] : [];
  });
  return stems.some((stem) => {
    let [sum, count] = [0, 0];
    for (const [at, { cells }] of rows.entries()) {
      const isNamed = cells.some((cell) => {
        const text = typeof cell === 'string' ? narrow(cellText(cell)).replace(/[\s-]/g, '').toLowerCase() : '';
        return text !== '' && (text.startsWith(stem) || stem.startsWith(text));
      });
      if (!isNamed) continue;
      sum += figureAt(at);
      count += 1;
    }
    return count > 0 && isOf(sum, count);
  });
}
