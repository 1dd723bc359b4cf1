import type { SheetChart } from 'hucre/xlsx';
import { ground } from '../../src/workbook/charts';
import { displayAt } from '../cells';
import type { Execution } from '../execution';
import type { Place } from '../extras';
import { type Chart, chartsIn, isDashed } from '../services/chart';
import { a1 } from '../services/place';

/** What bears other columns is not drawn, so that it covers neither the axis nor grid lines. */
const unseen = { theme: 'bg1', alpha: 0 } as const;

/** Rows that have no height of their own, in pixels. */
const ROW_HEIGHT = 20;

/** The charts of a sheet as a workbook file has them. */
export function fileCharts(execution: Execution, sheetId: string): SheetChart[] {
  return chartsIn(execution, sheetId).map((chart): SheetChart => {
    const [categories, ...series] = chart.places.flatMap(columnsOf);
    const { title, isStacked, colors, legend, width, height } = chart.options;
    const isLines = chart.type === 'lines';
    const format = formatOf(execution, series[0], chart.headers);
    return {
      type: isLines ? 'line' : 'column',
      ...(typeof title === 'string' && { title, titleFontSize: 12 }),
      ...(isLines ? {} : { barGrouping: isStacked === true ? 'stacked' : 'clustered', gapWidth: 60 }),
      legend: isNone(legend) ? false : 'bottom',
      // What stands on the axis stays below the columns where some of them go below 0, as Google has it.
      // Where nothing is said of small marks on an axis, LibreOffice draws many.
      axes: {
        x: { tickLblPos: 'low', majorTickMark: 'none', minorTickMark: 'none' },
        y: { numberFormat: { formatCode: format }, majorTickMark: 'out', minorTickMark: 'none' },
      },
      anchor: {
        from: { row: chart.row - 1, col: chart.column - 1 },
        to: cornerOf(execution, sheetId, chart, Number(width), Number(height)),
      },
      series: series.map((place, index) => {
        const color: unknown = Array.isArray(colors) ? colors[index] : undefined;
        return {
          name: headOf(execution, place),
          values: reference(execution, toLast(execution, below(place, chart.headers), isLines)),
          ...(categories && { categories: reference(execution, below(categories, chart.headers)) }),
          ...(typeof color === 'string' && { color: color === ground ? unseen : color.replace('#', '').toUpperCase() }),
          ...(isLines && {
            marker: { symbol: 'none' as const },
            stroke: { width: 1.5, dash: isDashed(chart, index) ? ('dash' as const) : ('solid' as const) },
          }),
        };
      }),
    };
  });
}

function columnsOf({ sheet, zone }: Place): Place[] {
  return Array.from({ length: zone.right - zone.left + 1 }, (_, index) => {
    const column = zone.left + index;
    return { sheet, zone: { ...zone, left: column, right: column } };
  });
}

const below = ({ sheet, zone }: Place, headers: number): Place => ({
  sheet,
  zone: { ...zone, top: zone.top + headers },
});

const headOf = (execution: Execution, { sheet, zone }: Place): string =>
  displayAt(execution.model, { sheetId: sheet, row: zone.top, col: zone.left });

const isNone = (legend: unknown): boolean =>
  typeof legend === 'object' && legend !== null && 'position' in legend && legend.position === 'none';

/** The axis shows rates as rates, and amounts whole. */
function formatOf({ model }: Execution, series: Place | undefined, headers: number): string {
  if (!series) return '#,##0';
  const { sheet, zone } = below(series, headers);
  const { format } = model.getters.getEvaluatedCell({ sheetId: sheet, col: zone.left, row: zone.top });
  return format?.includes('%') ? '0%' : '#,##0';
}

/** A line ends at its last figure: Excel draws a formula’s empty text after it as 0. */
function toLast({ model }: Execution, place: Place, isLine: boolean): Place {
  const { sheet, zone } = place;
  let { bottom } = zone;
  const isFigure = (row: number): boolean =>
    typeof model.getters.getEvaluatedCell({ sheetId: sheet, col: zone.left, row }).value === 'number';
  while (isLine && bottom > zone.top && !isFigure(bottom)) bottom -= 1;
  return { sheet, zone: { ...zone, bottom } };
}

function reference(execution: Execution, { sheet, zone }: Place): string {
  const name = execution.model.getters.getSheetName(sheet).replace(/'/g, "''");
  return `'${name}'!${a1(zone).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

/** The cell that a chart's lower right corner falls in. */
function cornerOf(
  { model: { getters } }: Execution,
  sheetId: string,
  { row, column }: Chart,
  width: number,
  height: number,
): { readonly row: number; readonly col: number } {
  const last = (from: number, room: number, sizeOf: (index: number) => number): number => {
    let index = from;
    for (let rest = room; rest > 0; index += 1) rest -= sizeOf(index);
    return index;
  };
  return {
    row: last(row - 1, height, (index) =>
      getters.isRowHidden(sheetId, index) ? 0 : (getters.getUserRowSize(sheetId, index) ?? ROW_HEIGHT),
    ),
    col: last(column - 1, width, (index) =>
      getters.isColHidden(sheetId, index) ? 0 : Math.max(1, getters.getColSize(sheetId, index)),
    ),
  };
}
