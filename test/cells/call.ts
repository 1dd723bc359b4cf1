import { cellFunctions } from '../../src/functions';
import { type CellFunction, type CellResult, cell } from '../../src/model/cellFunction';
import type { CellHelp } from '../../src/model/help';
import type { Language } from '../../src/model/language';
import { cellHelp } from '../../src/sections/help';

export function functionNamed(name: string): CellFunction {
  const found = cellFunctions.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no cell function ${name}`);
  return found;
}

function helpNamed(name: string): CellHelp {
  const help = cellHelp[name];
  if (!help) throw new Error(`no help for ${name}`);
  return help;
}

/** Every cell function with its help, in the order of the reference. */
export const described = cellFunctions.map(({ name, args }) => ({ name, args, help: helpNamed(name) }));

/** What the formula `=NAME(args)` answers. */
export function call(name: string, ...args: readonly unknown[]): CellResult {
  return cell(functionNamed(name), args, () => 'en');
}

/** The message that `=NAME(args)` shows; fails if it answers instead. */
export function message(language: Language, name: string, ...args: readonly unknown[]): string {
  let answer: CellResult;
  try {
    answer = cell(functionNamed(name), args, () => language);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  throw new Error(`${name} answered ${JSON.stringify(answer)}`);
}

/** A column of cells. */
export function column<T>(values: readonly T[]): readonly (readonly T[])[] {
  return values.map((value) => [value]);
}

/** Expects the same shape and, in numbers, the same to `digits` decimals. */
export function expectClose(actual: unknown, expected: unknown, digits: number): void {
  if (typeof expected === 'number') {
    expect(actual).toBeCloseTo(expected, digits);
    return;
  }
  if (!Array.isArray(expected)) {
    expect(actual).toBe(expected);
    return;
  }
  expect(actual).toHaveLength(expected.length);
  const rows: readonly unknown[] = expected;
  for (const [index, inner] of rows.entries()) expectClose(Object(actual)[index], inner, digits);
}
