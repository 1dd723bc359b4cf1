import type { Argument, Cell } from './arguments';
import type { Block, CellFunction, CellResult } from './cellFunction';
import type { Text } from './language';

/**
 * What a cell function is for: shown on the autocomplete card and in the reference, never needed to compute. Arguments
 * are in their order, each as the reference writes it: `[unit]` may be left out.
 */
export interface CellHelp<Written extends string = string> {
  readonly text: Text;
  readonly args: Readonly<Record<Written, Text>>;
  /** What comes out, and in which shape. */
  readonly result: Text;
  /** A worked case: what the formula is given, a range as rows, and what it answers, to nine decimals. */
  readonly example: { readonly args: readonly (Cell | Block)[]; readonly result: CellResult };
}

/** The argument as the reference writes it. */
export function written({ name, need }: Argument<unknown>): string {
  return need === 'optional' ? `[${name}]` : name;
}

/** The worked case as a formula, without its equals sign, and its answer: `F({1, 2; 3, 4}, 5)` and `15`. */
export function workedCase(name: string, { example }: CellHelp): { readonly formula: string; readonly result: string } {
  return { formula: `${name}(${example.args.map(literal).join(', ')})`, result: literal(example.result) };
}

function literal(value: Cell | Block): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value !== 'object') return String(value);
  return `{${value.map((row) => row.map(literal).join(', ')).join('; ')}}`;
}

type Written<A> =
  A extends Argument<unknown, infer Name, infer Need> ? (Need extends 'optional' ? `[${Name}]` : Name) : never;

/** The help of each of these functions by its name; with a function or an argument left out it does not compile. */
export type HelpOf<Functions extends readonly CellFunction[]> = {
  readonly [F in Functions[number] as F['name']]: CellHelp<Written<F['args'][number]>>;
};
