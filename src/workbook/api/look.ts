import { checkOf } from '../check';
import type { Drawing } from '../drawing';
import type { Atlas } from '../formula';
import type { Cell } from '../image';
import type { RuleWords } from '../text';
import { dataValidation, formatOf, line } from './cell';
import type { Borders, CellData, DataValidation } from './json';

/** What a cell looks like and what may be typed into it. */
export type Look = Pick<CellData, 'userEnteredFormat' | 'dataValidation'>;

/** The look of a cell at a row and column, 1-based; equal looks are one object. */
export type LookOf = (cell: Cell, row: number, column: number) => Look;

/** Sides of a cell in a form, as a text: each line is drawn once, by the cell above it or to its left. */
function sidesAt(grid: Drawing['grid'], row: number, column: number): string {
  if (!grid) return '';
  const [down, across] = [row - grid.row, column - grid.column];
  if (down < 0 || across < 0 || down >= grid.rows || across >= grid.columns) return '';
  return `${down === 0 ? 't' : ''}${across === 0 ? 'l' : ''}br`;
}

function bordersOf(sides: string): Borders | undefined {
  if (sides === '') return undefined;
  return {
    ...(sides.includes('t') ? { top: line } : {}),
    ...(sides.includes('l') ? { left: line } : {}),
    bottom: line,
    right: line,
  };
}

/** Looks of a workbook's cells, each made once: thousands of cells have the same. */
export function looks(atlas: Atlas, words: RuleWords): (drawing: Drawing) => LookOf {
  const made = new Map<string, Look>();
  const checks = new Map<string, DataValidation | undefined>();
  // Cells of a column share one rule: its text is made once.
  const texts = new WeakMap<NonNullable<Cell['rule']>, string>();
  const textOf = (rule: NonNullable<Cell['rule']>): string => {
    const text = texts.get(rule) ?? JSON.stringify(rule);
    texts.set(rule, text);
    return text;
  };
  const title = (tab: string): string => atlas.placements.get(tab)?.title ?? tab;
  const validation = (rule: Cell['rule']): DataValidation | undefined => {
    if (!rule) return undefined;
    const key = textOf(rule);
    if (!checks.has(key)) {
      const check = checkOf(rule, atlas, words);
      checks.set(key, check && dataValidation(check, title));
    }
    return checks.get(key);
  };
  return ({ plan, grid }) =>
    (cell, row, column) => {
      const sides = sidesAt(grid, row, column);
      const { look, align, wrap, format, rule } = cell;
      const key = `${look} ${align} ${wrap} ${plan.hidden} ${sides} ${format} ${rule ? textOf(rule) : ''}`;
      const known = made.get(key);
      if (known) return known;
      const userEnteredFormat = formatOf(cell, !plan.hidden, bordersOf(sides));
      const dataValidation = validation(rule);
      const fresh: Look = {
        ...(userEnteredFormat && { userEnteredFormat }),
        ...(dataValidation && { dataValidation }),
      };
      made.set(key, fresh);
      return fresh;
    };
}
