import { helpers, type Model } from '@odoo/o-spreadsheet';
import { googleError, googleFormula, PLAIN_TEXT } from './dialect';
import type { Input } from './extras';
import { instantOf } from './zones';

/** A cell of the engine, counted from 0. */
export interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** The literal text of a cell that holds text, before the engine reads links out of it. */
function literal(model: Model, position: Position): string | undefined {
  const cell = model.getters.getCell(position);
  if (!cell || cell.isFormula || typeof cell.parsedValue !== 'string') return undefined;
  if (cell.format === PLAIN_TEXT) return cell.content;
  return cell.parsedValue;
}

/** A cell's value as `getValue` gives it: `''` for a blank, a Date where the format is one, text for an error. */
export function valueAt(model: Model, position: Position, timeZone: string): unknown {
  const cell = model.getters.getEvaluatedCell(position);
  switch (cell.type) {
    case 'empty':
      return '';
    case 'error':
      return errorAt(model, position, cell.value);
    case 'number':
      return cell.format !== undefined && helpers.isDateTimeFormat(cell.format)
        ? new Date(instantOf(cell.value, timeZone))
        : cell.value;
    case 'boolean':
      return cell.value;
    case 'text':
      return literal(model, position) ?? cell.value;
  }
}

/** What puts a cell's value, without its formula, into another. */
export function valueInput(model: Model, position: Position): Input {
  const cell = model.getters.getEvaluatedCell(position);
  switch (cell.type) {
    case 'error':
      return { kind: 'error', error: cell.value };
    case 'number':
      return { kind: 'number', number: cell.value };
    case 'boolean':
      return { kind: 'boolean', boolean: cell.value };
    case 'text': {
      const text = literal(model, position) ?? cell.value;
      return text === '' ? { kind: 'blank' } : { kind: 'text', text };
    }
    default:
      return { kind: 'blank' };
  }
}

/** An error in Google's words: a name that nobody defined is `#NAME?`, a formula that does not parse `#ERROR!`. */
function errorAt(model: Model, position: Position, error: string): string {
  const cell = model.getters.getCell(position);
  if (error === '#BAD_EXPR' && cell?.isFormula && !cell.compiledFormula.isBadExpression) return '#NAME?';
  return googleError(error);
}

/** A cell as it is shown. */
export function displayAt(model: Model, position: Position): string {
  const cell = model.getters.getEvaluatedCell(position);
  if (cell.type === 'error') return errorAt(model, position, cell.value);
  if (cell.type === 'text') return literal(model, position) ?? cell.formattedValue;
  return cell.formattedValue;
}

/** Formulas in Google's words, as they are while the sheets are named so. */
interface Worded {
  readonly names: string;
  readonly texts: WeakMap<object, string>;
}

const worded = new WeakMap<Model, Worded>();

/** What gives a cell's formula with its `=`, or `''`. To put many in words again and again would take long. */
export function formulasOf(model: Model): (position: Position) => string {
  const { getters } = model;
  const names = JSON.stringify(getters.getSheetIds().map((id) => getters.getSheetName(id)));
  const before = worded.get(model);
  const { texts } = before?.names === names ? before : { texts: new WeakMap<object, string>() };
  worded.set(model, { names, texts });
  return (position) => {
    const cell = getters.getCell(position);
    if (!cell?.isFormula) return '';
    const known = texts.get(cell.compiledFormula);
    if (known !== undefined) return known;
    const text = googleFormula(cell.compiledFormula.toFormulaString(getters));
    texts.set(cell.compiledFormula, text);
    return text;
  };
}

/** A cell's formula with its `=`, or `''`. */
export const formulaAt = (model: Model, position: Position): string => formulasOf(model)(position);
