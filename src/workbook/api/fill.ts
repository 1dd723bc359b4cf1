import type { Drawing } from '../drawing';
import { line } from './cell';
import type { CellData, Request } from './json';
import type { LookOf } from './look';
import { gridRange } from './sheet';

const reference = /(\$?[A-Z]{1,3})(\$?)(\d+)(?![\d(])/g;

/** A formula moved down as `repeatCell` moves it: `=$C5+D$5+E4` from row 5 to row 9 is `=$C9+D$5+E8`. */
export function moved(formula: string, from: number, to: number): string {
  return formula.replace(reference, (all, column: string, fixed: string, row: string) =>
    fixed === '$' ? all : `${column}${Number(row) + to - from}`,
  );
}

interface Run<T> {
  readonly start: number;
  readonly length: number;
  readonly value: T;
}

/** Runs down a column, rows 1-based; rows without a value are left out. */
function runsDown<T>(
  values: readonly (T | undefined)[],
  first: number,
  same: (value: T, run: Run<T>, row: number) => boolean,
): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const row = first + index;
    const last = runs[runs.length - 1];
    if (last && last.start + last.length === row && same(value, last, row))
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ start: row, length: 1, value });
  }
  return runs;
}

interface Block {
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
  readonly cell: CellData;
}

const isEmpty = (cell: object): boolean => Object.keys(cell).length === 0;

/** Rectangles of one look, from runs of neighbouring columns. */
function lookBlocks(drawing: Drawing, whole: number, lookOf: LookOf): readonly Block[] {
  const done: Block[] = [];
  let open: Block[] = [];
  for (let column = 1; column <= drawing.plan.columns.length; column += 1) {
    const looks = drawing.cells.slice(whole).map((line) => {
      const cell = line[column - 1];
      const look = cell && lookOf(cell);
      return look && !isEmpty(look) ? look : undefined;
    });
    const next: Block[] = [];
    for (const { start, length, value } of runsDown(looks, whole + 1, (look, run) => look === run.value)) {
      const left = open.findIndex((block) => block.row === start && block.rows === length && block.cell === value);
      const found = open[left];
      if (found) {
        open.splice(left, 1);
        next.push({ ...found, columns: found.columns + 1 });
      } else next.push({ row: start, rows: length, column, columns: 1, cell: value });
    }
    done.push(...open);
    open = next;
  }
  return [...done, ...open];
}

function formulaBlocks(drawing: Drawing, whole: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let column = 1; column <= drawing.plan.columns.length; column += 1) {
    const formulas = drawing.cells.slice(whole).map((line) => {
      const content = line[column - 1]?.content;
      return content !== null && typeof content === 'object' ? content.formula : undefined;
    });
    const runs = runsDown(formulas, whole + 1, (formula, run, row) => moved(run.value, run.start, row) === formula);
    for (const { start, length, value } of runs) {
      const cell = { userEnteredValue: { formulaValue: value } };
      blocks.push({ row: start, rows: length, column, columns: 1, cell });
    }
  }
  return blocks;
}

/** The lines of a form: drawn at once, they cost a request what one cell's would. */
function lines({ grid }: Drawing, sheetId: number): readonly Request[] {
  if (!grid) return [];
  const sides = { top: line, bottom: line, innerHorizontal: line };
  return [{ updateBorders: { range: gridRange(sheetId, grid), ...sides } }];
}

/** What a tab still needs: its lines, and its rows below the first `whole`: looks, checks, formulas, by rectangles. */
export function fillOf(drawing: Drawing, sheetId: number, whole: number, lookOf: LookOf): readonly Request[] {
  const repeat = (fields: string, blocks: readonly Block[]): readonly Request[] =>
    blocks.map(({ cell, ...area }) => ({ repeatCell: { range: gridRange(sheetId, area), cell, fields } }));
  return [
    ...repeat('userEnteredFormat,dataValidation', lookBlocks(drawing, whole, lookOf)),
    ...repeat('userEnteredValue', formulaBlocks(drawing, whole)),
    ...lines(drawing, sheetId),
  ];
}
