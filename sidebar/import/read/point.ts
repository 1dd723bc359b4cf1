import type { Point, Written } from '../../../src/model/written/number';

/** How the decimal signs of a column are read, and how that is known. */
export type PointFound = Point | 'unclear';

export interface Clues {
  /** What stood between the cells of the text. */
  readonly delimiter: string | undefined;
  /** Figures have two decimals at most. */
  readonly isMoney: boolean;
  /** Figures are whole. */
  readonly isWhole: boolean;
  readonly max: number | undefined;
  /** The figures count in thousands or more: three decimals are as good as two. */
  readonly isScaled: boolean;
  /** The file is Chinese, where the decimal sign is a point. */
  readonly isHan: boolean;
}

/**
 * The one decimal sign of a column, from all its figures: that with which all of them are numbers. Where both would do
 * and would give other figures, the likely one by what is told of the column, else unclear.
 */
export function pointOf(written: readonly Pick<Written, 'core' | 'as'>[], clues: Clues): PointFound {
  let [onlyPoint, onlyComma] = [false, false];
  const both: Pick<Written, 'core' | 'as'>[] = [];
  for (const one of written) {
    const { '.': point, ',': comma } = one.as;
    if (point !== undefined && comma === undefined) onlyPoint = true;
    else if (comma !== undefined && point === undefined) onlyComma = true;
    else if (point !== comma) both.push(one);
  }
  // No sign makes numbers of all: one column has one reading.
  if (onlyPoint && onlyComma) return 'unclear';
  if (onlyPoint || onlyComma || both.length === 0) return onlyComma ? ',' : '.';
  const fits = (point: Point): boolean =>
    both.every(({ as }) => {
      const value = as[point] ?? Number.NaN;
      return (clues.max === undefined || value <= clues.max) && (!clues.isWhole || Number.isInteger(value));
    });
  if (fits('.') !== fits(',')) return fits('.') ? '.' : ',';
  const signs = new Set(both.map(({ core }) => (core.includes('.') ? '.' : ',')));
  if (signs.size > 1 || !clues.isMoney) return 'unclear';
  // Three digits follow the sign: groups, or three decimals, which only amounts in thousands or more have.
  const isSemicolon = clues.delimiter === ';';
  if (clues.isScaled) return clues.isHan && !isSemicolon ? '.' : 'unclear';
  if (signs.has(',')) return isSemicolon ? 'unclear' : '.';
  return isSemicolon ? ',' : 'unclear';
}
