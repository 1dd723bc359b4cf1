import type { Execution } from '../execution';
import type { Place } from '../extras';
import { placeOfRange, rangeOf } from './given';
import { a1 } from './place';
import { type Members, StandIn, standInOf } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder &
  GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder;
type GoogleOptions = GoogleAppsScript.Charts.ChartOptions;
type Getters = Execution['model']['getters'];
type Definition = ReturnType<Getters['getChartDefinition']>;
type Drawn = Extract<Definition, { type: 'bar' | 'line' }>;

/** A chart of columns or of lines: where it stands, and what it is drawn from, a place of columns side by side each. */
export interface Chart {
  /** Absent until it is inserted. */
  readonly id: string | undefined;
  /** Undefined until a builder is told. */
  readonly type: 'columns' | 'lines' | undefined;
  readonly places: readonly Place[];
  readonly headers: number;
  /** The cell of its upper left corner, counted from 1, and pixels from there. */
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a chart measures on Google unless it is told otherwise, in pixels. */
const WIDTH = 600;
const HEIGHT = 371;

const OPTIONS = [
  ...['title', 'width', 'height', 'isStacked', 'colors', 'legend', 'series', 'useFirstColumnAsDomain'],
  // Until the chart is inserted: the engine keeps no colour of grid lines.
  'vAxis.gridlines.color',
];

const readers = {
  getChartId: 'free',
  getNumHeaders: 'free',
  getOptions: 'free',
  getRanges: 'free',
  modify: 'free',
} as const satisfies Members<Google>;

const optionMembers = { get: 'free' } as const satisfies Members<GoogleOptions>;

const members = {
  addRange: 'free',
  asColumnChart: 'free',
  asLineChart: 'free',
  build: 'free',
  clearRanges: 'free',
  getRanges: 'free',
  setNumHeaders: 'free',
  setOption: 'free',
  setPosition: 'free',
} as const satisfies Members<GoogleBuilder>;

class OptionsStandIn extends StandIn<GoogleOptions> implements Pick<GoogleOptions, keyof typeof optionMembers> {
  constructor(
    execution: Execution,
    private readonly options: Chart['options'],
  ) {
    super(execution, 'ChartOptions', optionMembers);
  }
  get(option: string) {
    return this.options[option] ?? null;
  }
}

class ChartStandIn extends StandIn<Google> implements Pick<Google, keyof typeof readers> {
  constructor(
    execution: Execution,
    readonly chart: Chart,
  ) {
    super(execution, 'EmbeddedChart', readers);
  }
  getChartId() {
    return this.chart.id === undefined ? null : Number(this.chart.id);
  }
  getNumHeaders() {
    return this.chart.headers;
  }
  getOptions() {
    return new OptionsStandIn(this.execution, this.chart.options).self;
  }
  getRanges() {
    return this.chart.places.map((place) => rangeOf(this.execution, place));
  }
  modify() {
    return new BuilderStandIn(this.execution, this.chart).self;
  }
}

class BuilderStandIn extends StandIn<GoogleBuilder> implements Pick<GoogleBuilder, keyof typeof members> {
  constructor(
    execution: Execution,
    private chart: Chart,
  ) {
    super(execution, 'EmbeddedChartBuilder', members);
  }
  override get printed() {
    return 'com.google.apps.maestro.server.beans.trix.impl.ChartPropertyApiEmbeddedChartBuilder@1';
  }
  private with(part: Partial<Chart>) {
    this.chart = { ...this.chart, ...part };
    return this.self;
  }
  asColumnChart() {
    return this.with({ type: 'columns' });
  }
  asLineChart() {
    return this.with({ type: 'lines' });
  }
  addRange(range: GoogleAppsScript.Spreadsheet.Range) {
    const place = placeOfRange(range, 'SpreadsheetApp.EmbeddedChartBuilder.addRange');
    return this.with({ places: [...this.chart.places, place] });
  }
  clearRanges() {
    return this.with({ places: [] });
  }
  getRanges() {
    return this.chart.places.map((place) => rangeOf(this.execution, place));
  }
  setNumHeaders(headers: number) {
    return this.with({ headers });
  }
  setOption(option: string, value: unknown) {
    if (!OPTIONS.includes(option)) throw new Error(`The chart option ${option} is not implemented in the local host`);
    return this.with({ options: { ...this.chart.options, [option]: value } });
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number) {
    if (row < 1 || column < 1) throw new Error('A chart must stand on the sheet.');
    return this.with({ row, column, offsetX, offsetY });
  }
  build() {
    if (!this.chart.type)
      throw new Error('A chart that is no column or line chart is not implemented in the local host');
    return new ChartStandIn(this.execution, this.chart).self;
  }
}

/** A builder for a chart with nothing in it yet. */
export function newChart(execution: Execution): GoogleBuilder {
  const empty = { places: [], headers: 0, row: 1, column: 1, offsetX: 0, offsetY: 0, options: {} };
  return new BuilderStandIn(execution, { id: undefined, type: undefined, ...empty }).self;
}

/** The columns of a chart's data, each by itself. */
function columnsOf(execution: Execution, sheetId: string, places: readonly Place[]): string[] {
  return places.flatMap(({ sheet, zone }) => {
    const name = sheet === sheetId ? '' : `'${execution.model.getters.getSheetName(sheet)}'!`;
    return Array.from({ length: zone.right - zone.left + 1 }, (_, index) => {
      const column = zone.left + index;
      return name + a1({ ...zone, left: column, right: column });
    });
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The engine keeps no dashes: the colour of a dashed line is a hair less than opaque, by which the page and a file know it.
 */
export const dashedMark = 'fe';

const lineOf = (color: string | undefined): object =>
  color?.length === 9 && color.toLowerCase().endsWith(dashedMark) ? { lineDashStyle: [4, 4] } : {};

/** A chart in the engine's words: the first column says what stands on the axis. */
function definitionOf(execution: Execution, sheetId: string, chart: Chart): Drawn {
  const [labelRange, ...series] = columnsOf(execution, sheetId, chart.places);
  const { title, isStacked, colors, legend } = chart.options;
  const color = (index: number): string | undefined => {
    const given: unknown = Array.isArray(colors) ? colors[index] : undefined;
    return isText(given) ? given + (isDashed(chart, index) ? dashedMark : '') : undefined;
  };
  const dataSets = series.map((dataRange, index) => ({ dataSetId: String(index), dataRange }));
  const common = {
    title: isText(title) ? { text: title } : {},
    legendPosition: positionOf(legend),
    dataSource: { type: 'range', dataSets, dataSetsHaveTitle: chart.headers > 0, ...(labelRange && { labelRange }) },
    dataSetStyles: Object.fromEntries(
      dataSets.map(({ dataSetId }, index) => {
        const backgroundColor = color(index);
        return [dataSetId, backgroundColor === undefined ? {} : { backgroundColor }];
      }),
    ),
  } as const;
  return chart.type === 'lines'
    ? { type: 'line', labelsAsText: true, stacked: false, cumulative: false, hideDataMarkers: true, ...common }
    : { type: 'bar', stacked: isStacked === true || isStacked === 'true' || isStacked === 'absolute', ...common };
}

/** Whether a line was asked for in dashes. */
export function isDashed({ options: { series } }: Pick<Chart, 'options'>, index: number): boolean {
  const lines: Readonly<Record<string, unknown>> = typeof series === 'object' && series !== null ? { ...series } : {};
  const line = lines[index];
  return typeof line === 'object' && line !== null && 'lineDashStyle' in line;
}

const POSITIONS = ['top', 'bottom', 'left', 'right', 'none'] as const;

function positionOf(legend: unknown): Drawn['legendPosition'] {
  const asked = typeof legend === 'object' && legend !== null && 'position' in legend ? legend.position : undefined;
  return POSITIONS.find((position) => position === asked) ?? 'right';
}

/** Ranges in the order they are given; columns side by side are one. */
function placesIn(getters: Getters, sheetId: string, { dataSource }: Drawn): Place[] {
  if (dataSource.type !== 'range') return [];
  const places: Place[] = [];
  const ranges = [dataSource.labelRange, ...dataSource.dataSets.map(({ dataRange }) => dataRange)];
  for (const range of ranges.filter(isText)) {
    const { sheetId: sheet, zone } = getters.getRangeFromSheetXC(sheetId, range);
    const { left, right, top, bottom } = zone;
    const last = places[places.length - 1];
    const follows = last?.sheet === sheet && last.zone.right + 1 === left && last.zone.top === top;
    if (last && follows && last.zone.bottom === bottom)
      places[places.length - 1] = { sheet, zone: { ...last.zone, right } };
    else places.push({ sheet, zone: { left, right, top, bottom } });
  }
  return places;
}

/** The charts of columns and of lines of a sheet, as the engine draws them. */
export function chartsIn(execution: Execution, sheetId: string): readonly Chart[] {
  const { getters } = execution.model;
  return getters.getChartIds(sheetId).flatMap((id): readonly Chart[] => {
    const definition = getters.getChartDefinition(id);
    const figure = getters.getFigure(sheetId, getters.getFigureIdFromChartId(id));
    if (!figure || (definition.type !== 'line' && (definition.type !== 'bar' || definition.horizontal))) return [];
    const { title, stacked, legendPosition, dataSource, dataSetStyles } = definition;
    const sets = dataSource.type === 'range' ? dataSource.dataSets : [];
    const kept = sets.map(({ dataSetId }) => dataSetStyles[dataSetId]?.backgroundColor);
    const colors = kept.map((color) => color?.slice(0, 7));
    const isLines = definition.type === 'line';
    return [
      {
        id,
        type: isLines ? 'lines' : 'columns',
        places: placesIn(getters, sheetId, definition),
        headers: dataSource.type === 'range' && dataSource.dataSetsHaveTitle ? 1 : 0,
        row: figure.row + 1,
        column: figure.col + 1,
        offsetX: figure.offset.x,
        offsetY: figure.offset.y,
        options: {
          title: title.text ?? '',
          width: figure.width,
          height: figure.height,
          ...(isLines
            ? { series: Object.fromEntries(kept.map((color, index) => [index, lineOf(color)])) }
            : { isStacked: stacked }),
          legend: { position: legendPosition },
          ...(colors.every(isText) && { colors }),
        },
      },
    ];
  });
}

/** The chart behind a handle that a script passed to `member`. */
const chartOf = (value: unknown, member: string): Chart => standInOf(value, ChartStandIn, member).chart;

export function chartsOf(execution: Execution, sheetId: string): Google[] {
  return chartsIn(execution, sheetId).map((chart) => new ChartStandIn(execution, chart).self);
}

const pixels = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

export function insertChart(execution: Execution, sheetId: string, value: unknown, id: string): void {
  const chart = chartOf(value, 'SpreadsheetApp.Sheet.insertChart');
  const { row, column, offsetX, offsetY, options } = chart;
  execution.dispatch('CREATE_CHART', {
    sheetId,
    chartId: id,
    figureId: id,
    col: column - 1,
    row: row - 1,
    offset: { x: offsetX, y: offsetY },
    size: { width: pixels(options.width, WIDTH), height: pixels(options.height, HEIGHT) },
    definition: definitionOf(execution, sheetId, chart),
  });
}

/** Draws an inserted chart as its handle now says; it stays where it stands. */
export function updateChart(execution: Execution, sheetId: string, value: unknown): void {
  const chart = chartOf(value, 'SpreadsheetApp.Sheet.updateChart');
  const chartId = inserted(execution, sheetId, chart);
  const figureId = execution.model.getters.getFigureIdFromChartId(chartId);
  execution.dispatch('UPDATE_CHART', {
    sheetId,
    chartId,
    figureId,
    definition: definitionOf(execution, sheetId, chart),
  });
}

export function removeChart(execution: Execution, sheetId: string, value: unknown): void {
  const chartId = inserted(execution, sheetId, chartOf(value, 'SpreadsheetApp.Sheet.removeChart'));
  const figureId = execution.model.getters.getFigureIdFromChartId(chartId);
  execution.dispatch('DELETE_FIGURE', { sheetId, figureId });
}

function inserted(execution: Execution, sheetId: string, { id }: Chart): string {
  if (id !== undefined && execution.model.getters.getChartIds(sheetId).includes(id)) return id;
  throw new Error('The chart is not on this sheet.');
}
