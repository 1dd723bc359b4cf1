import { type Area, rectangles, typedAreas } from '../workbook/areas';
import type { TabChange } from '../workbook/diff';
import { type Atlas, columnLetters, resolved, withLabels } from '../workbook/formula';
import type { Cell } from '../workbook/image';
import { kinds } from '../workbook/kinds';
import { bodyStart, type Placement } from '../workbook/place';
import type { HighlightPlan, Rule, TabPlan } from '../workbook/plan';
import type { RuleWords } from '../workbook/text';
import { highlightTheme, theme } from '../workbook/theme';
import { typed } from './escape';
import type { OurSheet } from './read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

/** What printing needs to know of the workbook around a tab. */
export interface Surroundings {
  readonly atlas: Atlas;
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly words: RuleWords;
  /** A choice's label in the workbook's language. */
  readonly label: (list: string, choice: string) => string;
  /** The same in every language. */
  readonly labels: readonly ((list: string, choice: string) => string)[];
  /** Rules built so far. */
  readonly built: Map<string, Validation | null>;
}

/** Adds a tab of the plan's size, hidden: other tabs' formulas can refer to it from now on. */
export function createTab(plan: TabPlan, rows: number): OurSheet {
  const workbook = SpreadsheetApp.getActive();
  const sheet = workbook.insertSheet(plan.title, workbook.getNumSheets());
  sheet.hideSheet();
  resize(sheet, rows, plan.columns.length);
  return { id: plan.id, sheet, shape: plan.shape, unfinished: true };
}

function resize(sheet: Sheet, rows: number, columns: number): void {
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (maxRows > rows) sheet.deleteRows(rows + 1, maxRows - rows);
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxColumns > columns) sheet.deleteColumns(columns + 1, maxColumns - columns);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
}

/** Fills a tab made by `createTab`: cells, looks, rules, widths, highlights, protection, filter, names. */
export function fillTab(
  sheet: Sheet,
  plan: TabPlan,
  placement: Placement,
  image: readonly (readonly Cell[])[],
  around: Surroundings,
): void {
  printBlock(sheet, 1, 1, image, around);
  sheet.getRange(1, 1, image.length, plan.columns.length).setVerticalAlignment('middle');
  mergeCells(sheet, plan, placement);
  setWidths(sheet, plan);
  setHeights(sheet, plan);
  hideKeys(sheet, plan);
  if (plan.frozenRows > 0) sheet.setFrozenRows(plan.frozenRows);
  if (plan.frozenColumns > 0) sheet.setFrozenColumns(plan.frozenColumns);
  const rules = highlightRules(sheet, plan, placement, image.length, around);
  if (rules.length > 0) sheet.setConditionalFormatRules([...rules]);
  protect(sheet, plan, placement, image.length);
  if (plan.body && !plan.hidden) {
    const first = bodyStart(placement) - 1;
    sheet.getRange(first, 1, image.length - first + 1, plan.columns.length).createFilter();
  }
  for (const { name, row, column } of plan.names) {
    const [atRow, atColumn] = [placement.rows.get(row), placement.columns.get(column)];
    if (atRow !== undefined && atColumn !== undefined)
      SpreadsheetApp.getActive().setNamedRange(name, sheet.getRange(atRow, atColumn));
  }
}

/** Writes a rectangle of cells with everything that belongs to a cell, each property in one call. */
export function printBlock(
  sheet: Sheet,
  row: number,
  column: number,
  cells: readonly (readonly Cell[])[],
  around: Surroundings,
): void {
  const [first] = cells;
  if (!first || first.length === 0) return;
  const range = sheet.getRange(row, column, cells.length, first.length);
  const each = <T>(pick: (cell: Cell) => T): T[][] => cells.map((line) => line.map(pick));
  // Formats come first: in a cell with the format `@` text stays text.
  range.setNumberFormats(each((cell) => cell.format));
  range.setValues(each((cell) => typed(cell.content, cell.format)));
  range.setBackgrounds(each((cell) => theme[cell.look].background));
  range.setFontColors(each((cell) => theme[cell.look].color));
  range.setFontWeights(each((cell) => (theme[cell.look].bold ? 'bold' : 'normal')));
  range.setHorizontalAlignments(each((cell) => cell.align));
  range.setWraps(each((cell) => cell.wrap));
  if (cells.some((line) => line.some((cell) => cell.note !== ''))) range.setNotes(each((cell) => cell.note));
  if (cells.some((line) => line.some((cell) => cell.rule !== undefined))) {
    range.setDataValidations(each((cell) => validation(cell.rule, around, around.built)));
  }
}

/** The validation of a rule, built once for all its cells. */
function validation(
  rule: Rule | undefined,
  around: Surroundings,
  built: Map<string, Validation | null>,
): Validation | null {
  if (!rule) return null;
  const key = JSON.stringify(rule);
  const known = built.get(key);
  if (known !== undefined) return known;
  const made = buildValidation(rule, around);
  built.set(key, made);
  return made;
}

function columnRange(around: Surroundings, tab: string, column: string, rows: number | undefined): Range | undefined {
  const [placement, sheet] = [around.atlas.placements.get(tab), around.sheets.get(tab)];
  const at = placement?.columns.get(column);
  if (!placement || !sheet || at === undefined) return undefined;
  const top = placement.rows.get('1') ?? bodyStart(placement);
  return rows === undefined
    ? sheet.getRange(`${columnLetters(at)}${top}:${columnLetters(at)}`)
    : sheet.getRange(top, at, rows, 1);
}

/** The validation of one rule. */
export const validationOf = (rule: Rule, around: Surroundings): Validation | null =>
  validation(rule, around, around.built);

function buildValidation(rule: Rule, around: Surroundings): Validation | null {
  const builder = SpreadsheetApp.newDataValidation();
  const { words } = around;
  if (rule.type === 'choice') {
    const range = columnRange(around, 'lists', rule.list, around.atlas.lists.get(rule.list)?.length ?? 1);
    return range
      ? builder
          .requireValueInRange(range, true)
          .setAllowInvalid(rule.open === true)
          .setHelpText(words.choice)
          .build()
      : null;
  }
  if (rule.type === 'person') {
    const range = columnRange(around, 'people', 'person', undefined);
    return range
      ? builder.requireValueInRange(range, true).setAllowInvalid(true).setHelpText(words.person).build()
      : null;
  }
  if (rule.type === 'date') return builder.requireDate().setAllowInvalid(false).setHelpText(words.date).build();
  if (rule.type === 'tick') return builder.requireCheckbox().build();
  const { min, max } = rule;
  if (min !== undefined && max !== undefined && !rule.above) {
    return builder
      .requireNumberBetween(min, max)
      .setAllowInvalid(false)
      .setHelpText(words.between(String(min), String(max)))
      .build();
  }
  if (min !== undefined && rule.above)
    return builder
      .requireNumberGreaterThan(min)
      .setAllowInvalid(false)
      .setHelpText(words.above(String(min)))
      .build();
  if (min !== undefined)
    return builder
      .requireNumberGreaterThanOrEqualTo(min)
      .setAllowInvalid(false)
      .setHelpText(words.atLeast(String(min)))
      .build();
  // Any number at all: what a sheet can hold ends far below this.
  return builder.requireNumberBetween(-1e15, 1e15).setAllowInvalid(false).setHelpText(words.number).build();
}

/** Runs of equal neighbours: where each starts, how many, and what they have in common. */
function runs<T>(
  values: readonly T[],
): readonly { readonly start: number; readonly length: number; readonly value: T }[] {
  const found: { start: number; length: number; value: T }[] = [];
  for (const [index, value] of values.entries()) {
    const last = found[found.length - 1];
    if (last && last.value === value) last.length += 1;
    else found.push({ start: index + 1, length: 1, value });
  }
  return found;
}

/** Merges row by row; rows below each other that merge the same columns in one call. */
function mergeCells(sheet: Sheet, plan: TabPlan, placement: Placement): void {
  const cells = plan.merges.flatMap(({ row, column, columns }) => {
    const [atRow, atColumn] = [placement.rows.get(row), placement.columns.get(column)];
    return atRow === undefined || atColumn === undefined ? [] : [{ row: atRow, column: atColumn, columns }];
  });
  const blocks: { row: number; column: number; columns: number; rows: number }[] = [];
  for (const cell of cells.sort(
    (one, other) => one.column - other.column || one.columns - other.columns || one.row - other.row,
  )) {
    const last = blocks[blocks.length - 1];
    if (last && last.column === cell.column && last.columns === cell.columns && last.row + last.rows === cell.row)
      last.rows += 1;
    else blocks.push({ ...cell, rows: 1 });
  }
  for (const { row, column, rows, columns } of blocks) sheet.getRange(row, column, rows, columns).mergeAcross();
}

function setWidths(sheet: Sheet, plan: TabPlan): void {
  const widths = plan.columns.map((column) => column.width);
  const usual = kinds.money.width;
  sheet.setColumnWidths(1, widths.length, usual);
  for (const { start, length, value } of runs(widths)) if (value !== usual) sheet.setColumnWidths(start, length, value);
}

function setHeights(sheet: Sheet, plan: TabPlan): void {
  for (const { start, length, value } of runs(plan.rows.map((row) => row.height))) {
    if (value !== undefined) sheet.setRowHeightsForced(start, length, value);
  }
}

function hideKeys(sheet: Sheet, plan: TabPlan): void {
  for (const { start, length, value } of runs(plan.columns.map((column) => column.hidden)))
    if (value) sheet.hideColumns(start, length);
  for (const { start, length, value } of runs(plan.rows.map((row) => row.hidden)))
    if (value) sheet.hideRows(start, length);
}

const rangeOf = (sheet: Sheet, area: Area): Range => sheet.getRange(area.row, area.column, area.rows, area.columns);

/** Where a highlight applies: the body of a table, every row of fixed rows, or one row of a record. */
function highlightAreas(highlight: HighlightPlan, plan: TabPlan, placement: Placement, rows: number): readonly Area[] {
  const start = bodyStart(placement);
  const row = highlight.row === undefined ? start : placement.rows.get(highlight.row);
  const columns = highlight.columns
    .map((key) => placement.columns.get(key))
    .filter((column) => column !== undefined)
    .sort((one, other) => one - other);
  if (row === undefined) return [];
  const height = highlight.row !== undefined ? 1 : rows - start + 1;
  const areas: Area[] = [];
  for (const column of columns) {
    const last = areas[areas.length - 1];
    if (last && last.column + last.columns === column) areas[areas.length - 1] = { ...last, columns: last.columns + 1 };
    else areas.push({ row, column, rows: height, columns: 1 });
  }
  return plan.body || highlight.row !== undefined || height > 0 ? areas : [];
}

/** The rules that show a tab's highlights. */
export function highlightRules(
  sheet: Sheet,
  plan: TabPlan,
  placement: Placement,
  rows: number,
  around: Surroundings,
): readonly GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  const rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] = [];
  for (const highlight of plan.highlights) {
    const areas = highlightAreas(highlight, plan, placement, rows);
    const [first] = areas;
    if (!first) continue;
    const { formula } = resolved(withLabels(highlight.formula, around.label), around.atlas, {
      tab: plan.id,
      row: first.row,
      column: first.column,
    });
    if (formula === undefined) continue;
    const { background, color, bold } = highlightTheme[highlight.look];
    const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setFontColor(color);
    if (background !== undefined) builder.setBackground(background);
    if (bold) builder.setBold(true);
    rules.push(builder.setRanges(areas.map((area) => rangeOf(sheet, area))).build());
  }
  return rules;
}

/** Everything but what people type warns before it is changed. It never refuses: other users' saves must go through. */
function protect(sheet: Sheet, plan: TabPlan, placement: Placement, rows: number): void {
  const protection = sheet.protect();
  protection.setWarningOnly(true);
  const areas = typedAreas(plan, placement, rows);
  if (areas.length > 0) protection.setUnprotectedRanges(areas.map((area) => rangeOf(sheet, area)));
}

/** Makes an existing tab as its plan says: what was added first, then the changed cells in blocks. */
export function applyChange(sheet: Sheet, change: TabChange, around: Surroundings): void {
  const { state } = change;
  if (change.columnsToInsert > 0) sheet.insertColumnsAfter(state.maxColumns, change.columnsToInsert);
  if (change.rowsToInsert > 0)
    sheet.insertRowsAfter(change.plan.body ? state.maxRows - 1 : state.maxRows, change.rowsToInsert);
  for (const { row, column, cells } of change.additions) printBlock(sheet, row, column, cells, around);
  writeChanges(sheet, change);
  if (change.title !== undefined) sheet.setName(change.title);
}

function writeChanges(sheet: Sheet, { changes, notes }: TabChange): void {
  for (const block of rectangles(
    changes.map((change) => ({ row: change.row, column: change.column, value: change })),
  )) {
    const [first] = block.values;
    if (!first) continue;
    const range = sheet.getRange(block.row, block.column, block.values.length, first.length);
    // Unknown here whether the cell has the format `@`; escaping as if it had not is right in both.
    range.setValues(block.values.map((line) => line.map((change) => typed(change.content, ''))));
  }
  const noted = changes.flatMap(({ row, column, note }) => (note === undefined ? [] : [{ row, column, note }]));
  for (const block of rectangles([...noted, ...notes].map(({ row, column, note }) => ({ row, column, value: note })))) {
    const range = sheet.getRange(block.row, block.column, block.values.length, block.values[0]?.length ?? 1);
    range.setNotes(block.values.map((line) => [...line]));
  }
}

/** Removes a tab that was never finished: nothing refers to it, nobody has seen it. */
export function removeTab(sheet: Sheet): void {
  SpreadsheetApp.getActive().deleteSheet(sheet);
}
