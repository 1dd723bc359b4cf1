import { type Area, rectangles } from '../workbook/areas';
import { type Chart, chartColumns, ground, hasLegend, lineWidth } from '../workbook/charts';
import { type Check, checkOf } from '../workbook/check';
import type { NoteChange } from '../workbook/diff';
import type { Drawing } from '../workbook/drawing';
import { columnLetters } from '../workbook/formula';
import type { Highlight, Scene } from '../workbook/highlights';
import type { Cell } from '../workbook/image';
import type { Rule, TabPlan } from '../workbook/plan';
import { strokes } from '../workbook/strokes';
import type { RuleWords } from '../workbook/text';
import { fontSize, lineColor, reportHeight, tabColors, theme } from '../workbook/theme';
import { clockOf } from './clock';
import { verbatim } from './escape';
import type { OurSheet, Spreadsheet } from './read';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

/** What printing needs to know of the workbook around a tab. */
export interface Surroundings extends Scene {
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly words: RuleWords;
  /** The same in every language. */
  readonly labels: readonly ((list: string, choice: string) => string)[];
  /** Rules built so far. */
  readonly built: Map<string, Validation | null>;
}

/**
 * Makes tabs of their plans' sizes, hidden, behind the others: formulas of other tabs can refer to them from now on. How
 * large a new tab comes is asked of the first one only.
 */
export function tabMaker(file: Spreadsheet): (plan: TabPlan, rows: number) => OurSheet {
  const { dayOf } = clockOf(file);
  let place = file.getNumSheets();
  let fresh: readonly [rows: number, columns: number] | undefined;
  return (plan, rows) => {
    const sheet = file.insertSheet(plan.title, place);
    place += 1;
    try {
      sheet.hideSheet();
      fresh ??= [sheet.getMaxRows(), sheet.getMaxColumns()];
      resize(sheet, fresh, rows, plan.columns.length + (plan.spareColumns ?? 0));
    } catch (error) {
      removeTab(file, sheet);
      throw error;
    }
    return { id: plan.id, sheet, shape: plan.shape, dayOf, stage: 'filling' };
  };
}

function resize(sheet: Sheet, fresh: readonly [rows: number, columns: number], rows: number, columns: number): void {
  const [maxRows, maxColumns] = fresh;
  if (maxRows > rows) sheet.deleteRows(rows + 1, maxRows - rows);
  if (maxRows < rows) sheet.insertRowsAfter(maxRows, rows - maxRows);
  if (maxColumns > columns) sheet.deleteColumns(columns + 1, maxColumns - columns);
  if (maxColumns < columns) sheet.insertColumnsAfter(maxColumns, columns - maxColumns);
}

/** Fills a tab made by `tabMaker`: cells, looks, rules, widths, highlights, protection, filter, names. */
export function fillTab(file: Spreadsheet, sheet: Sheet, drawing: Drawing, around: Surroundings): void {
  const { plan, cells, merges, stacks, highlights, open, filter, grid, charts, names } = drawing;
  printBlock(sheet, 1, 1, cells, around);
  if (plan.use) sheet.setTabColor(tabColors[plan.use]);
  if (!plan.hidden) sheet.getRange(1, 1, cells.length, plan.columns.length).setVerticalAlignment('middle');
  for (const area of merges) rangeOf(sheet, area).mergeAcross();
  for (const area of stacks) rangeOf(sheet, area).mergeVertically();
  setWidths(sheet, plan);
  setHeights(sheet, plan);
  hideKeys(sheet, plan);
  if (plan.frozenRows > 0) sheet.setFrozenRows(plan.frozenRows);
  if (plan.frozenColumns > 0) sheet.setFrozenColumns(plan.frozenColumns);
  if (highlights.length > 0) sheet.setConditionalFormatRules(highlightRules(sheet, highlights));
  protect(sheet, open);
  if (filter) rangeOf(sheet, filter).createFilter();
  if (grid) drawLines(sheet, grid);
  for (const chart of charts) sheet.insertChart(builtChart(sheet, chart));
  nameCells(file, sheet, names);
}

/** Names cells that people cite. */
export function nameCells(file: Spreadsheet, sheet: Sheet, names: Drawing['names']): void {
  for (const { name, row, column } of names) file.setNamedRange(name, sheet.getRange(row, column));
}

/** Writes a rectangle of a new tab's cells with everything that belongs to a cell, each property in one call. */
function printBlock(
  sheet: Sheet,
  row: number,
  column: number,
  cells: readonly (readonly Cell[])[],
  around: Surroundings,
): void {
  const [first] = cells;
  if (!first || first.length === 0) return;
  const range = sheet.getRange(row, column, cells.length, first.length);
  // Formats come first: in a cell with the format `@` text stays text.
  range.setNumberFormats(cells.map((line) => line.map((cell) => cell.format)));
  range.setValues(cells.map((line) => line.map((cell) => verbatim(cell.content, cell.format))));
  printStyles(range, cells, around);
}

/** The same without what cells hold: of rows and columns that are there already, where people may have typed. */
export function printLooks(
  sheet: Sheet,
  row: number,
  column: number,
  cells: readonly (readonly Cell[])[],
  around: Surroundings,
): void {
  const [first] = cells;
  if (!first || first.length === 0) return;
  const range = sheet.getRange(row, column, cells.length, first.length);
  range.setNumberFormats(cells.map((line) => line.map((cell) => cell.format)));
  printStyles(range, cells, around);
}

function printStyles(range: Range, cells: readonly (readonly Cell[])[], around: Surroundings): void {
  const each = <T>(pick: (cell: Cell) => T): T[][] => cells.map((line) => line.map(pick));
  range.setBackgrounds(each((cell) => theme[cell.look].background));
  range.setFontColors(each((cell) => theme[cell.look].color));
  range.setFontWeights(each((cell) => (theme[cell.look].bold ? 'bold' : 'normal')));
  if (cells.some((line) => line.some((cell) => theme[cell.look].size !== undefined)))
    range.setFontSizes(each((cell) => theme[cell.look].size ?? fontSize));
  range.setHorizontalAlignments(each((cell) => cell.align));
  range.setWraps(each((cell) => cell.wrap));
  if (cells.some((line) => line.some((cell) => cell.note !== ''))) range.setNotes(each((cell) => cell.note));
  if (cells.some((line) => line.some((cell) => cell.rule !== undefined))) {
    range.setDataValidations(each((cell) => validation(cell.rule, around, around.built)));
  }
}

/** Draws thin lines above, between and below rows; the sheet's own are then hidden. */
export function drawLines(sheet: Sheet, area: Area): void {
  const { BorderStyle } = SpreadsheetApp;
  rangeOf(sheet, area).setBorder(true, null, true, null, null, true, lineColor, BorderStyle.SOLID);
  sheet.setHiddenGridlines(true);
}

/** A chart of its tab's own cells, ready to be inserted. */
function builtChart(sheet: Sheet, chart: Chart): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const { kind, title, row, column, width, height, top, bottom, series } = chart;
  const empty = sheet.newChart();
  let builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder =
    kind === 'lines' ? empty.asLineChart() : empty.asColumnChart();
  for (const [first, columns] of chartColumns(chart)) {
    builder = builder.addRange(sheet.getRange(top, first, bottom - top + 1, columns));
  }
  builder =
    kind === 'lines' ? builder.setOption('series', linesOf(series)) : builder.setOption('isStacked', 'absolute');
  // What steps stand on is of the ground's colour, as no column can go without one for certain: it would come over grid lines.
  if (kind === 'steps') builder = builder.setOption('vAxis.gridlines.color', ground);
  return builder
    .setNumHeaders(1)
    .setPosition(row, column, 0, 0)
    .setOption('useFirstColumnAsDomain', true)
    .setOption('title', title)
    .setOption('width', width)
    .setOption('height', height)
    .setOption('legend', { position: hasLegend(chart) ? 'bottom' : 'none' })
    .setOption(
      'colors',
      series.map(({ color }) => color),
    )
    .build();
}

/** How each line is drawn, by its number from 0; a dash of so many pixels, and a gap. */
const linesOf = (series: Chart['series']): Readonly<Record<string, object>> =>
  Object.fromEntries(
    series.map(({ dashed }, index) => [index, { lineWidth, ...(dashed ? { lineDashStyle: [4, 4] } : {}) }]),
  );

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

/** The validation of one rule. */
export const validationOf = (rule: Rule, around: Surroundings): Validation | null =>
  validation(rule, around, around.built);

function buildValidation(rule: Rule, around: Surroundings): Validation | null {
  const check = checkOf(rule, around.atlas, around.words);
  const builder = check && criterion(check, around.sheets);
  if (!builder) return null;
  return 'help' in check ? builder.setHelpText(check.help).build() : builder.build();
}

/** What a rule asks for; of numbers and days it only warns, so that what was typed stays to be read, or to be mended. */
function criterion(check: Check, sheets: Surroundings['sheets']): Builder | undefined {
  const builder = SpreadsheetApp.newDataValidation();
  switch (check.type) {
    case 'range': {
      const range = choicesRange(check, sheets.get(check.tab));
      return range && builder.requireValueInRange(range, true).setAllowInvalid(check.open);
    }
    case 'between':
      return builder.requireNumberBetween(check.min, check.max).setAllowInvalid(true);
    case 'atLeast':
      return builder.requireNumberGreaterThanOrEqualTo(check.min).setAllowInvalid(true);
    case 'above':
      return builder.requireNumberGreaterThan(check.min).setAllowInvalid(true);
    case 'date':
      return builder.requireDate().setAllowInvalid(true);
    case 'tick':
      return builder.requireCheckbox();
  }
}

/** Rows above the records of a table in which nobody has inserted any: keys, labels and totals. */
const mostHeads = 3;

/** Where choices stand; undefined while that is nowhere. */
function choicesRange(
  { row, column, rows }: Extract<Check, { readonly type: 'range' }>,
  sheet: Sheet | undefined,
): Range | undefined {
  if (rows !== undefined) return sheet?.getRange(row, column, rows, 1);
  // Where there are no records, a head that people have deleted is planned below the tab's end until it is put back.
  const isThere = sheet !== undefined && (row <= mostHeads + 1 || row <= sheet.getMaxRows());
  return isThere ? sheet.getRange(`${columnLetters(column)}${row}:${columnLetters(column)}`) : undefined;
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

/** What is hidden has no size to be seen: it goes with what stands before it, the first with what stands behind it. */
function asNeighbours(sizes: readonly (number | undefined)[], otherwise: number): readonly number[] {
  let last = sizes.find((size) => size !== undefined) ?? otherwise;
  return sizes.map((size) => {
    last = size ?? last;
    return last;
  });
}

function setWidths(sheet: Sheet, plan: TabPlan): void {
  const sizes = plan.columns.map(({ width, hidden }) => (hidden ? undefined : width));
  for (const { start, length, value } of strokes(asNeighbours(sizes, plan.columns[0]?.width ?? 0))) {
    sheet.setColumnWidths(start, length, value);
  }
}

function setHeights(sheet: Sheet, plan: TabPlan): void {
  if (plan.shape === 'report') {
    const sizes = plan.rows.map(({ height, hidden }) => (hidden ? undefined : (height ?? reportHeight)));
    for (const { start, length, value } of strokes(asNeighbours(sizes, reportHeight))) {
      sheet.setRowHeightsForced(start, length, value);
    }
    return;
  }
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

/** The rules that show a tab's highlights. */
export function highlightRules(
  sheet: Sheet,
  highlights: readonly Highlight[],
): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  return highlights.map(({ areas, formula, background, color, bold }) => {
    const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setFontColor(color);
    if (background !== undefined) builder.setBackground(background);
    if (bold) builder.setBold(true);
    return builder.setRanges(areas.map((area) => rangeOf(sheet, area))).build();
  });
}

/** Everything but what people type warns before it is changed. It never refuses: other users' saves must go through. */
function protect(sheet: Sheet, open: readonly Area[]): void {
  const protection = sheet.protect();
  protection.setWarningOnly(true);
  if (open.length > 0) protection.setUnprotectedRanges(open.map((area) => rangeOf(sheet, area)));
}

/** Of more blocks of notes than this those between them are written along as they were read. */
const mostBlocks = 8;

/** A note as it is to be: ours, and below it what people have written there. */
function withTheirs(note: string, held: string, isOurs: (line: string) => boolean): string {
  const theirs = held.split('\n').filter((line) => line.trim() !== '' && !isOurs(line));
  return [note, ...theirs].filter((line) => line !== '').join('\n');
}

/**
 * Notes of single cells, with what people have written in them: read at once, what comes back writes them. What a person
 * writes into one of these very cells between the two is written over: notes have no copy to be put back from.
 */
export function notesFor(sheet: Sheet, notes: readonly NoteChange[], isOurs: (line: string) => boolean): () => void {
  if (notes.length === 0) return () => {};
  const [rows, columns] = [notes.map(({ row }) => row), notes.map(({ column }) => column)];
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const range = sheet.getRange(top, left, Math.max(...rows) - top + 1, Math.max(...columns) - left + 1);
  const all = range.getNotes();
  const wanted = notes.flatMap(({ row, column, note }) => {
    const line = all[row - top];
    const held = line?.[column - left] ?? '';
    const value = withTheirs(note, held, isOurs);
    // What stays as it is is not written: someone may write there meanwhile.
    if (!line || value === held) return [];
    line[column - left] = value;
    return [{ row, column, value }];
  });
  const blocks = rectangles(wanted);
  if (blocks.length > mostBlocks) return () => void range.setNotes(all);
  return () => {
    for (const { row, column, values } of blocks)
      sheet.getRange(row, column, values.length, values[0]?.length ?? 1).setNotes(values.map((line) => [...line]));
  };
}

/** Removes a tab that was never finished: nothing refers to it, nobody has seen it. */
export function removeTab(file: Spreadsheet, sheet: Sheet): void {
  file.deleteSheet(sheet);
}
