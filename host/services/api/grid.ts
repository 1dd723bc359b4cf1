import type { Execution } from '../../execution';
import type { Input, Note, Patch, Place, Style } from '../../extras';
import { drawBorders } from '../borders';
import { placeOf } from '../place';
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

/** What a cell holds; text is text, whatever it looks like. */
function inputOf(value: NonNullable<Schema['userEnteredValue']>, where: string): Input {
  only(value, ['stringValue', 'numberValue', 'boolValue', 'formulaValue'], where);
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  if (formulaValue !== undefined) return { kind: 'formula', formula: formulaValue };
  if (numberValue !== undefined) return { kind: 'number', number: numberValue };
  if (boolValue !== undefined) return { kind: 'boolean', boolean: boolValue };
  return stringValue === undefined ? { kind: 'blank' } : { kind: 'text', text: stringValue };
}

const ALIGNED: Readonly<Record<string, Style['align']>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };
const UPRIGHT: Readonly<Record<string, Style['verticalAlign']>> = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' };

/** Patterns of kinds that say none. */
const PATTERNS: Readonly<Record<string, string>> = { TEXT: '@' };

function lookOf(execution: Execution, format: Format, where: string): Pick<Patch, 'format' | 'style'> {
  only(
    format,
    [
      'numberFormat',
      'backgroundColorStyle',
      'horizontalAlignment',
      'verticalAlignment',
      'wrapStrategy',
      'textFormat',
      'borders',
    ],
    where,
  );
  const { numberFormat, backgroundColorStyle, horizontalAlignment = '', verticalAlignment = '', textFormat } = format;
  if (textFormat) only(textFormat, ['foregroundColorStyle', 'bold', 'fontSize'], `${where}.text_format`);
  const { type, pattern = PATTERNS[type ?? ''] } = numberFormat ?? {};
  if (numberFormat && (type === undefined || pattern === undefined))
    throw new Error(`Invalid value at '${where}.number_format': a type and a pattern are needed here`);
  return {
    ...(pattern !== undefined && { format: execution.formatName(pattern) }),
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

function ruleOf(execution: Execution, sheet: string, validation: Validation, where: string): Rule {
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

const CELL = ['userEnteredValue', 'userEnteredFormat', 'note', 'dataValidation'];

/** Writes cells row by row from a place on; blanks are left as they are. */
export function writeRows(
  execution: Execution,
  sheet: string,
  top: number,
  left: number,
  rows: readonly (readonly Schema[])[],
  where: string,
): void {
  const notes: Note[] = [];
  for (const [down, cells] of rows.entries()) {
    for (const [across, cell] of cells.entries()) {
      const at = `${where}.row_data[${down}].values[${across}]`;
      only(cell, CELL, at);
      const [row, col] = [top + down, left + across];
      const { userEnteredValue, userEnteredFormat, note } = cell;
      const patch = {
        sheet,
        col,
        row,
        ...(userEnteredValue && { input: inputOf(userEnteredValue, `${at}.user_entered_value`) }),
        ...(userEnteredFormat && lookOf(execution, userEnteredFormat, `${at}.user_entered_format`)),
      };
      if (userEnteredValue || userEnteredFormat) execution.hold(patch);
      if (note) notes.push({ place: { sheet, zone: { left: col, right: col, top: row, bottom: row } }, text: note });
    }
  }
  execution.commit();
  const { workbook } = execution;
  if (notes.length > 0) workbook.keep({ notes: [...workbook.extras.kept.notes, ...notes] });
  rows.forEach((cells, down) => {
    cells.forEach(({ userEnteredFormat }, across) => {
      if (userEnteredFormat?.borders) drawSides(execution, sheet, top + down, left + across, userEnteredFormat.borders);
    });
  });
}

function drawSides(
  execution: Execution,
  sheet: string,
  row: number,
  col: number,
  borders: NonNullable<Format['borders']>,
): void {
  const line = borders.bottom ?? borders.top ?? borders.left ?? borders.right;
  const side = (border: object | undefined): true | null => (border ? true : null);
  const sides = {
    top: side(borders.top),
    left: side(borders.left),
    bottom: side(borders.bottom),
    right: side(borders.right),
    vertical: null,
    horizontal: null,
  };
  const place: Place = { sheet, zone: { left: col, right: col, top: row, bottom: row } };
  drawBorders(execution, place, sides, hex(line?.colorStyle) ?? null, line?.style ?? null);
}

/** Gives cells of rows their rules; those without keep what they have. */
export function writeRules(
  execution: Execution,
  sheet: string,
  top: number,
  left: number,
  rows: readonly (readonly Schema[])[],
  where: string,
): void {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (!rows.some((cells) => cells.some(({ dataValidation }) => dataValidation))) return;
  const made = new Map<Validation, Rule>();
  const held = new Set<string>();
  rows.forEach((cells, down) => {
    cells.forEach((_, across) => {
      const [col, row] = [left + across, top + down];
      const cell = execution.model.getters.getCell({ sheetId: sheet, col, row });
      if (cell && (cell.isFormula || cell.content !== '')) held.add(`${col} ${row}`);
    });
  });
  const place = { sheet, zone: { left, right: left + width - 1, top, bottom: top + rows.length - 1 } };
  setRules(execution, place, (down, across) => {
    const validation = rows[down]?.[across]?.dataValidation;
    if (!validation) return null;
    const rule = made.get(validation) ?? ruleOf(execution, sheet, validation, `${where}[${down}][${across}]`);
    made.set(validation, rule);
    return rule;
  });
  // The engine unticks every box it is given; on Google a blank cell stays blank.
  rows.forEach((cells, down) => {
    cells.forEach(({ dataValidation, userEnteredValue }, across) => {
      const [col, row] = [left + across, top + down];
      if (dataValidation?.condition?.type !== 'BOOLEAN' || userEnteredValue) return;
      if (!held.has(`${col} ${row}`)) execution.hold({ sheet, col, row, input: { kind: 'blank' } });
    });
  });
  execution.commit();
}
