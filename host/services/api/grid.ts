import type { Execution } from '../../execution';
import type { Input, Patch, Place, Style } from '../../extras';
import { eachCell, LONGEST, placeOf } from '../place';
import { type Rule, setRules } from '../validation';
import { only } from './fields';

type Schema = GoogleAppsScript.Sheets.Schema.CellData;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;
type Color = GoogleAppsScript.Sheets.Schema.ColorStyle;
type Validation = GoogleAppsScript.Sheets.Schema.DataValidationRule;

/** `{red: 1}` → `#ff0000`. */
export function hex(style: Color | undefined): string | undefined {
  const color = style?.rgbColor;
  if (!color) return undefined;
  const parts = [color.red, color.green, color.blue].map((part = 0) => Math.round(part * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** What a cell holds; text is text, whatever it looks like. `usFormula`: a formula of the file's locale in US form. */
export function inputOf(
  value: NonNullable<Schema['userEnteredValue']>,
  where: string,
  usFormula: (formula: string) => string,
): Input {
  only(value, ['stringValue', 'numberValue', 'boolValue', 'formulaValue'], where);
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  if ((stringValue ?? formulaValue ?? '').length > LONGEST)
    throw new Error(
      `Invalid ${where}: Your input contains more than the maximum of ${LONGEST} characters in a single cell.`,
    );
  if (formulaValue !== undefined) return { kind: 'formula', formula: usFormula(formulaValue) };
  if (numberValue !== undefined) return { kind: 'number', number: numberValue };
  if (boolValue !== undefined) return { kind: 'boolean', boolean: boolValue };
  return stringValue === undefined ? { kind: 'blank' } : { kind: 'text', text: stringValue };
}

const ALIGNED: Readonly<Record<string, Style['align']>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };
const UPRIGHT: Readonly<Record<string, Style['verticalAlign']>> = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' };

/** Patterns of kinds that say none. */
const PATTERNS: Readonly<Record<string, string>> = { TEXT: '@' };

/** A cell's look in the engine's words, its number format still in Google's. */
export function lookOf(
  format: Format,
  where: string,
): { readonly format?: string; readonly style: NonNullable<Patch['style']> } {
  only(
    format,
    ['numberFormat', 'backgroundColorStyle', 'horizontalAlignment', 'verticalAlignment', 'wrapStrategy', 'textFormat'],
    where,
  );
  const { numberFormat, backgroundColorStyle, horizontalAlignment = '', verticalAlignment = '', textFormat } = format;
  if (textFormat) only(textFormat, ['foregroundColorStyle', 'bold', 'fontSize'], `${where}.text_format`);
  const { type, pattern = PATTERNS[type ?? ''] } = numberFormat ?? {};
  if (numberFormat && (type === undefined || pattern === undefined))
    throw new Error(`Invalid value at '${where}.number_format': a type and a pattern are needed here`);
  return {
    ...(pattern !== undefined && { format: pattern }),
    style: {
      fillColor: hex(backgroundColorStyle),
      textColor: hex(textFormat?.foregroundColorStyle),
      bold: textFormat?.bold || undefined,
      fontSize: textFormat?.fontSize,
      align: ALIGNED[horizontalAlignment],
      verticalAlign: UPRIGHT[verticalAlignment],
      wrapping: format.wrapStrategy === 'WRAP' ? 'wrap' : undefined,
    },
  };
}

/** Conditions in the engine's words. */
const CHECKS: Readonly<Record<string, Rule['type']>> = {
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_GREATER: 'isGreaterThan',
  NUMBER_GREATER_THAN_EQ: 'isGreaterOrEqualTo',
  DATE_IS_VALID: 'dateIsValid',
  BOOLEAN: 'isBoolean',
  ONE_OF_RANGE: 'isValueInRange',
};

/** A check in the engine's words. */
export function ruleOf(execution: Execution, sheet: string, validation: Validation, where: string): Rule {
  only(validation, ['condition', 'inputMessage', 'strict', 'showCustomUi'], where);
  const { condition, inputMessage = '', strict = false, showCustomUi = false } = validation;
  const type = CHECKS[condition?.type ?? ''];
  if (type === undefined) throw new Error(`${condition?.type} at '${where}' is not implemented in the local host`);
  const given = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  const { getters } = execution.model;
  const values =
    type === 'isValueInRange'
      ? given.map((address) => {
          const place = placeOf(execution.model, address.replace(/^=/, ''), sheet);
          const range = getters.getRangeFromZone(place.sheet, place.zone);
          return getters.getRangeString(range, undefined, { useFixedReference: true });
        })
      : given;
  const dropdown = type === 'isValueInRange' ? showCustomUi : true;
  return { type, values, dropdown, allowInvalid: !strict, help: inputMessage };
}

/** Gives every cell of a place what one cell is to hold, its look and its rule; what is left out stays. */
export function paint(execution: Execution, place: Place, cell: Schema, where: string): void {
  only(cell, ['userEnteredValue', 'userEnteredFormat', 'dataValidation'], where);
  const { sheet, zone } = place;
  const { userEnteredValue, userEnteredFormat, dataValidation } = cell;
  const { format, style } = userEnteredFormat ? lookOf(userEnteredFormat, `${where}.user_entered_format`) : {};
  const input =
    userEnteredValue &&
    inputOf(userEnteredValue, `${where}.user_entered_value`, (formula) => execution.workbook.usFormula(formula));
  if (input || style) {
    const patch = {
      ...(input && { input }),
      ...(format !== undefined && { format: execution.formatName(format) }),
      ...(style && { style }),
    };
    eachCell(zone, (col, row) => execution.hold({ sheet, col, row, ...patch }));
    execution.commit();
  }
  if (!dataValidation) return;
  const rule = ruleOf(execution, sheet, dataValidation, where);
  setRules(execution, place, () => rule);
}
