import { checkOf } from '../check';
import type { Drawing } from '../drawing';
import type { Atlas } from '../formula';
import type { Cell } from '../image';
import type { RuleWords } from '../text';
import { dataValidation, formatOf } from './cell';
import type { CellData, DataValidation } from './json';

/** What a cell looks like and what may be typed into it. */
export type Look = Pick<CellData, 'userEnteredFormat' | 'dataValidation'>;

/** The look of a cell, but for the lines of a form; equal looks are one object. */
export type LookOf = (cell: Cell) => Look;

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
  return ({ plan }) =>
    (cell) => {
      const { look, align, wrap, format, rule } = cell;
      const key = `${look} ${align} ${wrap} ${plan.hidden} ${format} ${rule ? textOf(rule) : ''}`;
      const known = made.get(key);
      if (known) return known;
      const userEnteredFormat = formatOf(cell, !plan.hidden);
      const dataValidation = validation(rule);
      const fresh: Look = {
        ...(userEnteredFormat && { userEnteredFormat }),
        ...(dataValidation && { dataValidation }),
      };
      made.set(key, fresh);
      return fresh;
    };
}
