import { CompiledFormula, type Model } from '@odoo/o-spreadsheet';
import type { Position } from '../cells';
import { googleFormula } from '../dialect';
import { isForeign } from '../engine/functions';

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

/** The functions a formula calls, in capitals, each once. */
export function functionsOf(formula: string): string[] {
  const names = new Set<string>();
  outside(formula, (part) => {
    for (const [, name] of part.matchAll(/([A-Za-z_][A-Za-z0-9_.]*)\(/g)) if (name) names.add(name.toUpperCase());
    return part;
  });
  return [...names];
}

/** The cell functions of add-ons among the functions a formula calls. */
export function cellFunctionsIn(formula: string): string[] {
  return functionsOf(formula).filter((name) => isForeign(name) && !GOOGLES.has(name));
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
  return quoted.replace(/^=/, '');
}

/** The formula of a cell with its open ranges ended, as Google would write it; `undefined` where there is none. */
export function boundedFormulaAt(model: Model, position: Position): string | undefined {
  const cell = model.getters.getCell(position);
  if (!cell?.isFormula || cell.compiledFormula.isBadExpression) return undefined;
  return googleFormula(cell.compiledFormula.toFormulaString(model.getters, { useBoundedReference: true }));
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
export function doubtOf(formula: string, spills: boolean): Doubt | undefined {
  const names = functionsOf(formula);
  if (names.some((name) => GOOGLES.has(name))) return 'googleOnly';
  if (names.some((name) => BLOCKS.has(name))) return 'newFunction';
  return spills ? 'spills' : undefined;
}
