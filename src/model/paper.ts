import type { Formula } from './field';
import { blankIf, blankUnless } from './formulas';
import type { ReportCell, ReportRow } from './tab';

/** How many columns the form has; beside them stand the charts and what they are drawn from. */
export const wide = 8;

/** Pixels: a line; two lines of text or large figures; three lines, or room for a hand. Few, since each is set by a call. */
export const heights = { line: 28, two: 44, three: 60 } as const;

/** A figure in the display unit; blank stays blank. */
export const money = (reference: string): string => blankUnless([`{${reference}}`], `{${reference}}/{means.unitSize}`);
/** Words, as they stand. */
export const plain = (reference: string): string => blankIf(`{${reference}}=""`, `{${reference}}`);
/** A number or a day; blank where there is none. */
export const number = (reference: string): string => blankUnless([`{${reference}}`], `{${reference}}`);
export const sumMoney = (references: readonly string[]): string =>
  `SUM(${references.map((path) => `{${path}}`).join(',')})/{means.unitSize}`;

export const months = (quarter: number): readonly number[] => [1, 2, 3].map((month) => (quarter - 1) * 3 + month);

/** A figure of one kind in one column. */
export const figure = (
  at: number,
  formula: Formula,
  kind: NonNullable<ReportCell['kind']>,
  look: ReportCell['look'] = 'cell',
): ReportCell => ({ at, formula, kind, look });

/** Formats of figures beside which words stand, off which they keep. */
export const apart = {
  decimal: '#,##0.00"   "',
  count: '#,##0"   "',
  rate: '0.0%"   "',
  money: '#,##0"   "',
  text: '@"   "',
} as const;

/** How a head stands over its column: over words to the left, over figures as they do. */
const aligned = {
  left: { align: 'left' },
  right: { align: 'right' },
  apart: { align: 'right', format: apart.text },
} as const;

/** A row that names the columns below it. */
export function header(
  id: string,
  texts: readonly (readonly [at: number, text: string, align?: keyof typeof aligned])[],
  height: number = heights.line,
): ReportRow {
  const cells = texts.map(([at, text, align], index): ReportCell => {
    const span = (texts[index + 1]?.[0] ?? wide + 1) - at;
    return { at, text, look: 'header', ...(align && aligned[align]), ...(span > 1 ? { span } : {}) };
  });
  return { id, height, cells };
}

export const heading = (id: string): ReportRow => ({
  id,
  height: heights.line,
  cells: [{ at: 1, span: wide, text: id, look: 'heading', overflow: true, align: 'left' }],
});
