import type { Addon } from '../../host/addon';
import type { servicesOf } from '../../host/services/index';
import { gid } from '../../host/services/place';
import type { Workbook } from '../../host/workbook';
import { theme } from '../../src/workbook/theme';
import { ourSheets } from './book';

type Services = ReturnType<typeof servicesOf>;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Looks that are one to the eye. */
const alike: Readonly<Record<string, string>> = {
  label: 'white',
  computed: 'white',
  plain: 'white',
  headerDefault: 'header',
};

/** A cell's colours and weight as the look they belong to. */
function lookOf(background: string, color: string, weight: string): string {
  const found = Object.entries(theme).find(
    ([, style]) =>
      (style.background ?? '#ffffff') === background && style.color === color && style.bold === (weight === 'bold'),
  );
  if (found) return alike[found[0]] ?? found[0];
  return background === '#ffffff' && color === '#000000' ? 'bare' : `${background} ${color} ${weight}`;
}

/** A text on one line. */
const onOneLine = (text: string): string => text.replace(/\n/g, ' ⏎ ');

interface Block {
  readonly formulas: string[][];
  readonly values: string[][];
  readonly formats: string[][];
  readonly looks: string[][];
  readonly aligned: readonly (readonly (string | null)[])[];
  readonly wrapped: string[][];
  readonly notes: string[][];
  readonly rules: readonly (readonly (GoogleAppsScript.Spreadsheet.DataValidation | null)[])[];
}

function blockOf(range: Range): Block {
  const colors = range.getFontColors();
  const weights = range.getFontWeights();
  return {
    formulas: range.getFormulas(),
    values: range.getDisplayValues(),
    formats: range.getNumberFormats(),
    looks: range
      .getBackgrounds()
      .map((line, row) =>
        line.map((fill, column) => lookOf(fill, colors[row]?.[column] ?? '', String(weights[row]?.[column] ?? ''))),
      ),
    aligned: range.getHorizontalAlignments(),
    wrapped: range.getWrapStrategies().map((line) => line.map(String)),
    notes: range.getNotes(),
    rules: range.getDataValidations(),
  };
}

const shapes: Readonly<Record<string, string>> = {
  NUMBER_BETWEEN: 'number from … to',
  NUMBER_GREATER_THAN: 'number above',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'number of at least',
  DATE_IS_VALID_DATE: 'date',
  VALUE_IN_RANGE: 'one of',
  CHECKBOX: 'tick',
};

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && 'getA1Notation' in value;

function ruleText(rule: GoogleAppsScript.Spreadsheet.DataValidation | null): string {
  if (!rule) return '';
  const type = String(rule.getCriteriaType());
  const values: readonly unknown[] = rule.getCriteriaValues();
  const given = values.map((value) =>
    isRange(value) ? `${value.getSheet().getName()}!${value.getA1Notation()}` : String(value),
  );
  const strict = rule.getAllowInvalid() ? '' : ' only';
  return `${shapes[type] ?? type}${strict} ${given.join(' ')} “${rule.getHelpText() ?? ''}”`;
}

/** Column letters from 0. */
function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

function cellText(block: Block, row: number, column: number): string {
  const pick = <T>(matrix: readonly (readonly T[])[]): T | undefined => matrix[row]?.[column];
  const formula = pick(block.formulas) ?? '';
  const value = onOneLine(pick(block.values) ?? '');
  // What the clock says is another thing every day.
  const shown =
    formula === '' ? value : /TODAY\(/.test(formula) ? formula : `${formula} → ${value === '' ? '∅' : value}`;
  const format = pick(block.formats) ?? '';
  const note = pick(block.notes) ?? '';
  const rule = ruleText(pick(block.rules) ?? null);
  const details = [
    shown,
    format === '0.###############' || format === '' ? '' : `[${format}]`,
    rule === '' ? '' : `{${rule}}`,
    note === '' ? '' : `✎ ${onOneLine(note)}`,
  ];
  const layout = `${pick(block.aligned)}${pick(block.wrapped) === 'WRAP' ? ' wrap' : ''}`;
  return [pick(block.looks), layout, ...details].filter(Boolean).join(' | ');
}

/** Equal neighbours as one: `A–C 104`. */
function runsOf(values: readonly string[], name: (index: number) => string): string {
  const runs: { first: number; last: number; value: string }[] = [];
  for (const [index, value] of values.entries()) {
    const last = runs[runs.length - 1];
    if (last?.value === value) last.last = index;
    else runs.push({ first: index, last: index, value });
  }
  return runs
    .map(({ first, last, value }) => `${name(first)}${last > first ? `–${name(last)}` : ''} ${value}`)
    .join(', ');
}

function headOf(sheet: Sheet, services: Services): readonly string[] {
  const [height, width] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const columns = Array.from(
    { length: width },
    (_, index) => `${sheet.getColumnWidth(index + 1)}${sheet.isColumnHiddenByUser(index + 1) ? ' hidden' : ''}`,
  );
  const rows = Array.from(
    { length: height },
    (_, index) => `${sheet.getRowHeight(index + 1)}${sheet.isRowHiddenByUser(index + 1) ? ' hidden' : ''}`,
  );
  const { SHEET } = services.SpreadsheetApp.ProtectionType;
  const lines = [
    `tab: ${sheet.getName()}${sheet.isSheetHidden() ? ' (hidden)' : ''}, ${height} rows × ${width} columns, frozen: ${sheet.getFrozenRows()} rows, ${sheet.getFrozenColumns()} columns`,
    `widths: ${runsOf(columns, letters)}`,
    `heights: ${runsOf(rows, (index) => String(index + 1))}`,
  ];
  const filter = sheet.getFilter();
  if (filter) lines.push(`filter: ${filter.getRange().getA1Notation()}`);
  for (const protection of sheet.getProtections(SHEET)) {
    const open = protection.getUnprotectedRanges().map((range) => range.getA1Notation());
    lines.push(`protected${protection.isWarningOnly() ? ' by a warning' : ''}, open: ${open.join(' ')}`);
  }
  for (const named of [...sheet.getNamedRanges()].sort((one, other) => one.getName().localeCompare(other.getName()))) {
    lines.push(`name: ${named.getName()} ${named.getRange().getA1Notation()}`);
  }
  for (const rule of sheet.getConditionalFormatRules()) {
    const condition = rule.getBooleanCondition();
    const ranges = rule.getRanges().map((range) => range.getA1Notation());
    const look = [condition?.getBackground(), condition?.getFontColor(), condition?.getBold() ? 'bold' : ''];
    lines.push(
      `highlight: ${ranges.join(' ')} ${condition?.getCriteriaValues().join(' ')} → ${look.filter(Boolean).join(' ')}`,
    );
  }
  return lines;
}

/** Nothing to say of: an empty white cell. */
const isNothing = (cell: string): boolean => /^(bare|white) \| \w+$/.test(cell);

/**
 * A row's text without its own number, that of the row above, and its number below the frozen rows: rows that differ in no
 * more are like each other.
 */
function withoutNumber(text: string, row: number, frozen: number): string {
  return text
    .replace(/(\$[A-Z]{1,3})(\d+)/g, (own, column: string, digits: string) => {
      if (Number(digits) === row - 1) return `${column}«row above»`;
      return Number(digits) === row ? `${column}«row»` : own;
    })
    .replace(/((?:\||→) [a-z]?)(\d+)(?= |$)/gm, (own, before: string, digits: string) => {
      if (Number(digits) === row) return `${before}«row»`;
      return Number(digits) === row - frozen ? `${before}«n»` : own;
    });
}

/** The lines of the cells of a block, a row's below each other; rows that are like the one above are counted only. */
function bodyOf(block: Block, width: number, frozen: number): readonly string[] {
  const lines: string[] = [];
  let above = '';
  let same = 0;
  const told = (): void => {
    if (same > 0) lines.push(`  … and ${same} more like it`);
    same = 0;
  };
  for (const row of block.values.keys()) {
    const cells = Array.from({ length: width }, (_, column) => cellText(block, row, column));
    const text = withoutNumber(cells.join('\n'), row + 1, frozen);
    if (text === above) {
      same += 1;
      continue;
    }
    told();
    above = text;
    for (const [column, cell] of cells.entries()) {
      if (!isNothing(cell)) lines.push(`${letters(column)}${row + 1}  ${cell}`);
    }
  }
  told();
  return lines;
}

/** A tab as text, a cell a line: look, alignment, what it holds (a formula with what it shows), format, rule, note. */
export function printed(addon: Addon, workbook: Workbook, tab: string): string {
  const id = ourSheets(workbook).get(tab);
  if (id === undefined) throw new Error(`the workbook has no tab ${tab}`);
  return addon.use((services) => {
    const sheet = services.SpreadsheetApp.getActive()
      .getSheets()
      .find((candidate) => candidate.getSheetId() === gid(id));
    if (!sheet) throw new Error(`the workbook has no sheet ${id}`);
    const width = sheet.getMaxColumns();
    const block = blockOf(sheet.getRange(1, 1, sheet.getMaxRows(), width));
    return `${[...headOf(sheet, services), ...bodyOf(block, width, sheet.getFrozenRows())].join('\n')}\n`;
  });
}
