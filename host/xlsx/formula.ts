import { CompiledFormula, type Model } from '@odoo/o-spreadsheet';
import type { Position } from '../cells';
import { googleFormula } from '../dialect';
import { isForeign } from '../engine/functions';
import { writable } from './letters';

/** Functions newer than the file format, which writes them with a prefix. */
const PREFIXED = new Set([
  'CEILING.MATH',
  'CONCAT',
  'DAYS',
  'FLOOR.MATH',
  'FORMULATEXT',
  'IFNA',
  'IFS',
  'ISFORMULA',
  'ISOWEEKNUM',
  'MAXIFS',
  'MINIFS',
  'NUMBERVALUE',
  'PERCENTILE.EXC',
  'PERCENTILE.INC',
  'RANK.AVG',
  'RANK.EQ',
  'SHEET',
  'SHEETS',
  'STDEV.P',
  'STDEV.S',
  'SWITCH',
  'TEXTJOIN',
  'UNICHAR',
  'UNICODE',
  'VAR.P',
  'VAR.S',
  'XOR',
]);

/** Functions that answer with a block: Excel has them since 2021, LibreOffice since 24.8, some of them. */
const BLOCKS = new Set([
  'BYCOL',
  'BYROW',
  'CHOOSECOLS',
  'CHOOSEROWS',
  'FILTER',
  'HSTACK',
  'RANDARRAY',
  'SEQUENCE',
  'SORT',
  'SORTBY',
  'TOCOL',
  'TOROW',
  'UNIQUE',
  'VSTACK',
  'XLOOKUP',
  'XMATCH',
]);

/** Functions of Google Sheets alone. */
const GOOGLES = new Set([
  'ARRAYFORMULA',
  'ARRAY_CONSTRAIN',
  'COUNTUNIQUE',
  'COUNTUNIQUEIFS',
  'FLATTEN',
  'GOOGLEFINANCE',
  'GOOGLETRANSLATE',
  'IMAGE',
  'IMPORTDATA',
  'IMPORTHTML',
  'IMPORTRANGE',
  'IMPORTXML',
  'ISDATE',
  'ISEMAIL',
  'ISURL',
  'JOIN',
  'MULTIPLY',
  'QUERY',
  'REGEXEXTRACT',
  'REGEXMATCH',
  'REGEXREPLACE',
  'SPARKLINE',
  'SPLIT',
  'TO_DATE',
  'TO_PERCENT',
  'TO_TEXT',
]);

/** Why another program would read a formula differently, or not at all. */
export type Doubt = 'googleOnly' | 'newFunction' | 'spills';

/** Rewrites what stands outside a formula's strings and quoted sheet names. */
function outside(formula: string, rewrite: (part: string) => string): string {
  return formula.replace(/("(?:[^"]|"")*"|'(?:[^']|'')*')|([^"']+)/g, (_all, kept?: string, part?: string) =>
    part === undefined ? (kept ?? '') : rewrite(part),
  );
}

/** What a formula calls, in capitals, each once. */
export interface Called {
  readonly functions: readonly string[];
  /** The cell functions of add-ons among them. */
  readonly cellFunctions: readonly string[];
}

/** A string, a quoted sheet name, or a function's name. */
const STRING_OR_CALL = /"[^"]*"|'[^']*'|([A-Za-z_][A-Za-z0-9_.]*)\(/g;

function calledIn(formula: string): Called {
  const names = new Set<string>();
  for (const [, name] of formula.matchAll(STRING_OR_CALL)) if (name) names.add(name.toUpperCase());
  const functions = [...names];
  return { functions, cellFunctions: functions.filter((name) => isForeign(name) && !GOOGLES.has(name)) };
}

/** By the engine's code, which formulas that differ in what they refer to have in common. */
const called = new WeakMap<object, Called>();

/** A formula that a cell has: its text as Google would write it, with its open ranges ended, and what it calls. */
export interface HeldFormula extends Called {
  readonly text: string;
}

/**
 * A formula as a workbook file has it: without `=`, open ranges ended at the sheet's last row or column, sheet names
 * quoted, newer functions prefixed. `=SUM(stores!B4:B)` → `SUM('stores'!B4:B1000)`.
 */
export function fileFormula(formula: string): string {
  const quoted = outside(formula, (part) =>
    part
      .replace(/([\p{L}\p{N}_.]+)!/gu, "'$1'!")
      .replace(/([A-Za-z_][A-Za-z0-9_.]*)\(/g, (call, name: string) =>
        PREFIXED.has(name.toUpperCase()) ? `_xlfn.${call}` : call,
      ),
  );
  return writable(quoted.replace(/^=/, ''));
}

/** The formula of a cell; `undefined` where there is none. */
export function formulaHeldAt(model: Model, position: Position): HeldFormula | undefined {
  const cell = model.getters.getCell(position);
  if (!cell?.isFormula || cell.compiledFormula.isBadExpression) return undefined;
  const { compiledFormula } = cell;
  const text = googleFormula(compiledFormula.toFormulaString(model.getters, { useBoundedReference: true }));
  const calls = called.get(compiledFormula.execute) ?? calledIn(text);
  called.set(compiledFormula.execute, calls);
  return { text, ...calls };
}

/** A formula of a rule, relative to the first cell it applies to, as a workbook file has it. */
export function ruleFormula(model: Model, formula: string, sheetId: string): string {
  const compiled = CompiledFormula.Compile(formula, sheetId, model.getters);
  const text = compiled.isBadExpression
    ? formula
    : compiled.toFormulaString(model.getters, { useBoundedReference: true });
  return fileFormula(googleFormula(text));
}

/** What other programs would make of a formula: nothing to say of most. */
export function doubtOf({ functions }: Called, spills: boolean): Doubt | undefined {
  if (functions.some((name) => GOOGLES.has(name))) return 'googleOnly';
  if (functions.some((name) => BLOCKS.has(name))) return 'newFunction';
  return spills ? 'spills' : undefined;
}
