import { type Argument, type Cell, isBlankValue, type Taken } from './arguments';
import { faultMessage, inRow, PlanError } from './error';
import type { Language } from './language';

/** Rows of cells. */
export type Block = readonly (readonly Cell[])[];

/** What a cell function answers: one value, or rows that spill. */
export type CellResult = Cell | Block;

/** A cell function as it computes; what it is for is said in its help (help.ts), which no cell needs. */
export interface CellFunction<
  Name extends string = string,
  A extends readonly Argument<unknown>[] = readonly Argument<unknown>[],
> {
  readonly name: Name;
  readonly args: A;
  /** Throws PlanError on bad input. */
  run(args: ArrayLike<unknown>): CellResult;
}

/** The values that arguments are read as, in their order. */
type Values<A extends readonly Argument<unknown>[]> = { [I in keyof A]: A[I] extends Argument<infer T> ? T : never };

interface Description<Name extends string, A extends readonly Argument<unknown>[]> {
  readonly name: Name;
  readonly args: A;
  /** The answer for one row: a cell, or a row of cells; of a function of whole ranges, also a block. Throws PlanError. */
  readonly compute: (...values: Values<A>) => CellResult | readonly Cell[];
}

/**
 * A cell function from its description. `compute` sees one row at a time, already read and checked; that columns are
 * answered by a column, single values apply to every row, and blank rows answer blank is done here for all alike.
 */
export function cellFunction<Name extends string, const A extends readonly Argument<unknown>[]>({
  name,
  args,
  compute,
}: Description<Name, A>): CellFunction<Name, A> {
  const row = (taken: readonly Taken<unknown>[], index: number): CellResult | readonly Cell[] => {
    // Each argument's reader answers its own type, in the order of `args`: what Values says, which map cannot.
    const values = taken.map((argument) => argument.value(index)) as Values<A>;
    return compute(...values);
  };
  return {
    name,
    args,
    run(raw) {
      if (raw.length > args.length) throw new PlanError('tooMany', { name, most: args.length, count: raw.length });
      if (isBlankCall(args, raw)) return '';
      const taken = args.map((argument, index) => argument.take(raw[index]));
      const height = commonHeight(args, taken);
      if (height === 1) return alone(row(taken, 0));
      const blank = blankRows(args, taken);
      const answers: (readonly Cell[])[] = [];
      try {
        while (answers.length < height) answers.push(blank(answers.length) ? [] : cellsOf(row(taken, answers.length)));
      } catch (error) {
        throw error instanceof PlanError ? inRow(error, answers.length + 1) : error;
      }
      return padded(answers);
    },
  };
}

/**
 * Whether a call is about a row with nothing in it: every argument that has a value for each row is a single blank, or,
 * of a function of whole ranges only, every argument. A formula that is copied down stays quiet beside blank cells.
 */
function isBlankCall(args: readonly Argument<unknown>[], raw: ArrayLike<unknown>): boolean {
  const isOfRows = args.some(({ scope }) => scope === 'row');
  let isRequired = false;
  for (const [index, argument] of args.entries()) {
    // One that was left out is missed, not blank.
    if (argument.need === 'required' && index >= raw.length) return false;
    if (isOfRows && argument.scope !== 'row') continue;
    if (!isBlankValue(argument, raw[index])) return false;
    isRequired ||= argument.need === 'required';
  }
  return isRequired;
}

/** What stands in a cell: the answer, or an error with its message in the language that is then asked for. */
export function cell(called: CellFunction, args: ArrayLike<unknown>, language: () => Language): CellResult {
  try {
    return called.run(args);
  } catch (error) {
    if (error instanceof PlanError) throw new Error(faultMessage(error, language()));
    throw error;
  }
}

/** The height of the columns given, 1 if there are none; columns of different heights are an error. */
function commonHeight(args: readonly Argument<unknown>[], taken: readonly Taken<unknown>[]): number {
  let height = 1;
  let tall = '';
  for (const [index, { rows }] of taken.entries()) {
    const argument = args[index]?.name ?? '';
    if (rows === 1 || rows === height) continue;
    if (height > 1) throw new PlanError('heights', { argument, rows, other: tall, otherRows: height });
    height = rows;
    tall = argument;
  }
  return height;
}

/**
 * Whether every column given is blank in a row. Where a blank means something in every column given (no opening date:
 * open from before), no row is blank.
 */
function blankRows(args: readonly Argument<unknown>[], taken: readonly Taken<unknown>[]): (row: number) => boolean {
  const columns = taken.filter(({ rows }) => rows > 1);
  const required = taken.some(({ rows }, index) => rows > 1 && args[index]?.need === 'required');
  return (row) => required && columns.every((column) => column.blank(row));
}

function alone(answer: CellResult | readonly Cell[]): CellResult {
  if (typeof answer !== 'object') return answer;
  return isBlock(answer) ? answer : [answer];
}

function cellsOf(answer: CellResult | readonly Cell[]): readonly Cell[] {
  if (typeof answer !== 'object') return [answer];
  return isBlock(answer) ? answer.flat() : answer;
}

function isBlock(rows: readonly Cell[] | Block): rows is Block {
  return typeof rows[0] === 'object';
}

/** Rows of one width, blank where an answer has no cell. */
function padded(rows: readonly (readonly Cell[])[]): Block {
  let width = 1;
  for (const row of rows) if (row.length > width) width = row.length;
  return rows.map((row) => (row.length === width ? row : [...row, ...Array(width - row.length).fill('')]));
}
