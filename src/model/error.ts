import type { Language } from './language';
import { en, zh } from './text';

export type FaultCode = keyof typeof en.faults;

/** What a fault's sentence is filled with; null is a blank cell, `row` and `column` count from 1 within the argument. */
export type FaultParams = Readonly<Record<string, string | number | null>>;

const words = { en, zh };

/** Bad input, as data; it is put into words where people see it, in their language. */
export class PlanError extends Error {
  constructor(
    readonly code: FaultCode,
    readonly params: FaultParams = {},
  ) {
    super(code);
    this.name = 'PlanError';
  }
}

/** The same fault, said to be in `row` (from 1) unless it knows its position already. */
export function inRow(error: PlanError, row: number): PlanError {
  if (error.params.row !== undefined || error.params.column !== undefined) return error;
  return new PlanError(error.code, { ...error.params, row });
}

/** The fault in words: `store_count: expected a whole number above 0, got 0 (row 37)`. */
export function faultMessage({ code, params }: PlanError, language: Language): string {
  const text = words[language];
  const filled: FaultParams = { ...params, where: position(params, language) };
  return fill(text.faults[code], filled, text.blank);
}

function position(params: FaultParams, language: Language): string {
  const { positions } = words[language];
  const { row, column } = params;
  if (row !== undefined && column !== undefined) return fill(positions.cell, params, '');
  if (row !== undefined) return fill(positions.row, params, '');
  if (column !== undefined) return fill(positions.column, params, '');
  return '';
}

function fill(sentence: string, params: FaultParams, blank: string): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? blank));
}
