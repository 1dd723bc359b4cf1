import type { Check } from '../check';
import { columnLetters, quoted } from '../formula';
import type { Cell, Written } from '../image';
import { lineColor, theme } from '../theme';
import type {
  BooleanCondition,
  Border,
  CellFormat,
  ColorStyle,
  DataValidation,
  ExtendedValue,
  NumberFormat,
} from './json';

/** `#fff8dc` → parts of 1 with the three decimals that tell all 256 apart; a part of 0 is left out, as Google does. */
export function colorStyle(hex: string): ColorStyle {
  const part = (start: number): number =>
    Math.round((Number.parseInt(hex.slice(start, start + 2), 16) / 255) * 1000) / 1000;
  const [red, green, blue] = [part(1), part(3), part(5)];
  return { rgbColor: { ...(red && { red }), ...(green && { green }), ...(blue && { blue }) } };
}

/** What a cell looks like that says nothing of it. */
const usual = { background: '#ffffff', color: '#000000' } as const;

/** What is left of a pattern without its quoted words: `"第"0"名"` → `0`. */
const withoutWords = (pattern: string): string => pattern.replace(/"[^"]*"|\\./g, '');

/** Google's kind of a pattern; undefined for the automatic format. */
export function numberFormat(pattern: string): NumberFormat | undefined {
  if (pattern === 'General' || pattern === '') return undefined;
  if (pattern === '@') return { type: 'TEXT' };
  const bare = withoutWords(pattern);
  if (bare.includes('%')) return { type: 'PERCENT', pattern };
  return { type: /[ymd]/i.test(bare) ? 'DATE' : 'NUMBER', pattern };
}

const aligned = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

/** Thin lines of a form. */
export const line: Border = { style: 'SOLID', colorStyle: colorStyle(lineColor) };

/** A cell's look; undefined if it has none of its own. */
export function formatOf({ look, format, align, wrap }: Cell, middle: boolean): CellFormat | undefined {
  const { background, color, bold, size } = theme[look];
  const number = numberFormat(format);
  const text = {
    ...(color === usual.color ? {} : { foregroundColorStyle: colorStyle(color) }),
    ...(size === undefined ? {} : { fontSize: size }),
    ...(bold ? { bold } : {}),
  };
  const made: CellFormat = {
    ...(number && { numberFormat: number }),
    ...(background === null || background === usual.background ? {} : { backgroundColorStyle: colorStyle(background) }),
    ...(align && { horizontalAlignment: aligned[align] }),
    ...(middle ? { verticalAlignment: 'MIDDLE' } : {}),
    ...(wrap ? { wrapStrategy: 'WRAP' } : {}),
    ...(Object.keys(text).length > 0 ? { textFormat: text } : {}),
  };
  return Object.keys(made).length > 0 ? made : undefined;
}

/** What a cell holds; text stays text here, whatever it looks like. */
export function entered(content: Written): ExtendedValue | undefined {
  if (content === null || content === '') return undefined;
  if (typeof content === 'object') return { formulaValue: content.formula };
  if (typeof content === 'number') return { numberValue: content };
  return typeof content === 'boolean' ? { boolValue: content } : { stringValue: content };
}

const condition = (type: BooleanCondition['type'], ...values: readonly (string | number)[]): BooleanCondition =>
  values.length === 0 ? { type } : { type, values: values.map((value) => ({ userEnteredValue: String(value) })) };

/** `='选项'!$B$2:$B$3`; to the tab's end `='人员名单'!$B$4:$B`. */
function choicesAddress({ row, column, rows }: Extract<Check, { readonly type: 'range' }>, title: string): string {
  const letters = columnLetters(column);
  const end = rows === undefined ? `$${letters}` : `$${letters}$${row + rows - 1}`;
  return `=${quoted(title)}$${letters}$${row}:${end}`;
}

/** A check as the API has it; `title` is the present name of a tab. */
export function dataValidation(check: Check, title: (tab: string) => string): DataValidation {
  switch (check.type) {
    case 'range':
      return {
        condition: condition('ONE_OF_RANGE', choicesAddress(check, title(check.tab))),
        inputMessage: check.help,
        showCustomUi: true,
        ...(check.open ? {} : { strict: true }),
      };
    case 'between':
      return { condition: condition('NUMBER_BETWEEN', check.min, check.max), inputMessage: check.help };
    case 'atLeast':
      return { condition: condition('NUMBER_GREATER_THAN_EQ', check.min), inputMessage: check.help };
    case 'above':
      return { condition: condition('NUMBER_GREATER', check.min), inputMessage: check.help };
    case 'date':
      return { condition: condition('DATE_IS_VALID'), inputMessage: check.help };
    case 'tick':
      return { condition: condition('BOOLEAN') };
  }
}
