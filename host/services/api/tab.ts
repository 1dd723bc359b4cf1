import type { Execution } from '../../execution';
import type { Place } from '../../extras';
import { newCondition } from '../condition';
import { createFilter } from '../filter';
import { rangeOf, sheetOf } from '../given';
import { protectPlace } from '../protection';
import { only } from './fields';
import { hex } from './grid';

type Schema = GoogleAppsScript.Sheets.Schema.Sheet;
type Range = GoogleAppsScript.Sheets.Schema.GridRange;
type Condition = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;
type Protection = GoogleAppsScript.Sheets.Schema.ProtectedRange;
type Chart = GoogleAppsScript.Sheets.Schema.EmbeddedChart;
/** The declared type is older than the field. */
type Styled = GoogleAppsScript.Sheets.Schema.BasicChartSeries & {
  readonly colorStyle?: GoogleAppsScript.Sheets.Schema.ColorStyle;
};

/** A range's place; without an end it goes on to the sheet's. */
export function placeIn(execution: Execution, range: Range | undefined, where: string): Place {
  const { sheetId, startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex } = range ?? {};
  const sheet = String(sheetId ?? 0);
  if (!execution.model.getters.tryGetSheet(sheet)) throw new Error(`Invalid ${where}: No grid with id: ${sheetId}`);
  const { numberOfRows, numberOfCols } = execution.model.getters.getSheetSize(sheet);
  const zone = {
    left: startColumnIndex,
    right: (endColumnIndex ?? numberOfCols) - 1,
    top: startRowIndex,
    bottom: (endRowIndex ?? numberOfRows) - 1,
  };
  if (zone.right >= numberOfCols || zone.bottom >= numberOfRows)
    throw new Error(
      `Invalid ${where}: Range exceeds grid limits. Max rows: ${numberOfRows}, max columns: ${numberOfCols}`,
    );
  return { sheet, zone };
}

function conditionOf(execution: Execution, rule: Condition | undefined, where: string) {
  only(rule ?? {}, ['ranges', 'booleanRule'], where);
  const { condition, format } = rule?.booleanRule ?? {};
  const places = (rule?.ranges ?? []).map((range) => placeIn(execution, range, where));
  const [first] = places;
  const formula = condition?.values?.[0]?.userEnteredValue;
  if (condition?.type !== 'CUSTOM_FORMULA' || formula === undefined || !first)
    throw new Error(`${condition?.type} at '${where}' is not implemented in the local host`);
  only(format ?? {}, ['backgroundColorStyle', 'textFormat'], `${where}.format`);
  const builder = newCondition(execution)
    .whenFormulaSatisfied(formula)
    .setRanges(places.map((place) => rangeOf(execution, place)));
  const [background, color] = [hex(format?.backgroundColorStyle), hex(format?.textFormat?.foregroundColorStyle)];
  if (background !== undefined) builder.setBackground(background);
  if (color !== undefined) builder.setFontColor(color);
  if (format?.textFormat?.bold) builder.setBold(true);
  return { sheet: first.sheet, rule: builder.build() };
}

/** Adds a conditional format at its place among the others. */
export function addCondition(execution: Execution, given: Condition | undefined, index: number, where: string): void {
  const { sheet, rule } = conditionOf(execution, given, where);
  const tab = sheetOf(execution, sheet);
  const rules = tab.getConditionalFormatRules();
  tab.setConditionalFormatRules([...rules.slice(0, index), rule, ...rules.slice(index)]);
}

/** Gives a new tab all its conditional formats. */
export function addConditions(
  execution: Execution,
  { properties, conditionalFormats = [] }: Schema,
  where: string,
): void {
  if (conditionalFormats.length === 0) return;
  const rules = conditionalFormats.map((given) => conditionOf(execution, given, where).rule);
  sheetOf(execution, String(properties?.sheetId)).setConditionalFormatRules(rules);
}

export function addProtection(execution: Execution, given: Protection | undefined, where: string): void {
  only(given ?? {}, ['range', 'unprotectedRanges', 'warningOnly'], where);
  const place = placeIn(execution, given?.range, where);
  const isWhole = given?.range?.startRowIndex === undefined && given?.range?.startColumnIndex === undefined;
  const protection = protectPlace(execution, place, isWhole);
  if (given?.warningOnly) protection.setWarningOnly(true);
  const open = (given?.unprotectedRanges ?? []).map((range) => rangeOf(execution, placeIn(execution, range, where)));
  if (open.length > 0) protection.setUnprotectedRanges(open);
}

export function addFilter(execution: Execution, given: Schema['basicFilter'], where: string): void {
  only(given ?? {}, ['range'], where);
  createFilter(execution, placeIn(execution, given?.range, where));
}

/** Sizes of rows or columns, and whether they are hidden. */
export function setSizes(
  execution: Execution,
  given: GoogleAppsScript.Sheets.Schema.UpdateDimensionPropertiesRequest | undefined,
  where: string,
): void {
  only(given ?? {}, ['range', 'properties', 'fields'], where);
  const { range, properties, fields = '' } = given ?? {};
  only(properties ?? {}, ['pixelSize', 'hiddenByUser'], `${where}.properties`);
  const { sheetId, dimension, startIndex = 0, endIndex = 0 } = range ?? {};
  const [first, count] = [startIndex + 1, endIndex - startIndex];
  const along = dimension === 'ROWS' ? 'rows' : 'columns';
  const indexes = { [dimension === 'ROWS' ? 'endRowIndex' : 'endColumnIndex']: endIndex };
  const { sheet } = placeIn(execution, { sheetId, ...indexes }, where);
  const tab = sheetOf(execution, sheet);
  for (const field of fields.split(',')) {
    if (field === 'pixelSize' && along === 'rows') tab.setRowHeightsForced(first, count, properties?.pixelSize ?? 0);
    else if (field === 'pixelSize') tab.setColumnWidths(first, count, properties?.pixelSize ?? 0);
    else if (field !== 'hiddenByUser' || !properties?.hiddenByUser)
      throw new Error(`Invalid ${where}: the field ${field} is not implemented here`);
    else if (along === 'rows') tab.hideRows(first, count);
    else tab.hideColumns(first, count);
  }
}

/** Shows the cells of a place as one. */
export function mergeCells(
  execution: Execution,
  given: GoogleAppsScript.Sheets.Schema.MergeCellsRequest | undefined,
  where: string,
): void {
  only(given ?? {}, ['range', 'mergeType'], where);
  if (given?.mergeType !== 'MERGE_ALL')
    throw new Error(`${given?.mergeType} at '${where}' is not implemented in the local host`);
  rangeOf(execution, placeIn(execution, given.range, where)).merge();
}

const legends: ReadonlyMap<string, string> = new Map([
  ['BOTTOM_LEGEND', 'bottom'],
  ['NO_LEGEND', 'none'],
]);

const dashed = { lineDashStyle: [4, 4] };

/** Draws a chart of stacked columns, or of lines; others are not implemented. */
export function addChart(execution: Execution, given: Chart | undefined, where: string): void {
  only(given ?? {}, ['spec', 'position'], where);
  only(given?.spec ?? {}, ['title', 'basicChart'], `${where}.spec`);
  const {
    chartType,
    stackedType,
    legendPosition,
    headerCount = 0,
    domains = [],
    series = [],
  } = given?.spec?.basicChart ?? {};
  const at = given?.position?.overlayPosition;
  const isLines = chartType === 'LINE' && stackedType === undefined;
  const position = legends.get(legendPosition ?? '');
  if (!position || !(isLines || (chartType === 'COLUMN' && stackedType === 'STACKED')))
    throw new Error(`${chartType} ${stackedType} ${legendPosition} at '${where}' is not implemented in the local host`);
  const sources = [...domains.map(({ domain }) => domain), ...series.map((one) => one.series)];
  const places: Place[] = [];
  for (const source of sources) {
    const place = placeIn(execution, source?.sourceRange?.sources?.[0], where);
    const last = places[places.length - 1];
    if (last && last.zone.right + 1 === place.zone.left)
      places[places.length - 1] = { ...last, zone: { ...last.zone, right: place.zone.right } };
    else places.push(place);
  }
  const styled: readonly Styled[] = series;
  const tab = sheetOf(execution, String(at?.anchorCell?.sheetId));
  let builder: GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder = isLines
    ? tab.newChart().asLineChart()
    : tab.newChart().asColumnChart();
  for (const place of places) builder = builder.addRange(rangeOf(execution, place));
  const dashes = series.map(({ lineStyle }, index) => [index, /DASHED/.test(lineStyle?.type ?? '') ? dashed : {}]);
  builder = isLines
    ? builder.setOption('series', Object.fromEntries(dashes))
    : builder.setOption('isStacked', 'absolute');
  const chart = builder
    .setNumHeaders(headerCount)
    .setPosition((at?.anchorCell?.rowIndex ?? 0) + 1, (at?.anchorCell?.columnIndex ?? 0) + 1, 0, 0)
    .setOption('title', given?.spec?.title ?? '')
    .setOption('width', at?.widthPixels ?? 600)
    .setOption('height', at?.heightPixels ?? 371)
    .setOption('legend', { position })
    .setOption(
      'colors',
      styled.map(({ colorStyle }) => hex(colorStyle)),
    )
    .build();
  tab.insertChart(chart);
}
