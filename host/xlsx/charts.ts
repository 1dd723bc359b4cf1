import type { SheetChart } from 'hucre/xlsx';
import { displayAt } from '../cells';
import type { Execution } from '../execution';
import type { Place } from '../extras';
import { type Chart, chartsIn } from '../services/chart';
import { a1 } from '../services/place';

/** Rows that have no height of their own, in pixels. */
const ROW_HEIGHT = 20;

/** The charts of a sheet as a workbook file has them. */
export function fileCharts(execution: Execution, sheetId: string): SheetChart[] {
  return chartsIn(execution, sheetId).map((chart): SheetChart => {
    const [categories, ...series] = chart.places.flatMap(columnsOf);
    const { title, isStacked, colors, width, height } = chart.options;
    return {
      type: 'column',
      ...(typeof title === 'string' && { title, titleFontSize: 12 }),
      barGrouping: isStacked === true ? 'stacked' : 'clustered',
      gapWidth: 60,
      legend: 'bottom',
      axes: { y: { numberFormat: { formatCode: '#,##0' } } },
      anchor: {
        from: { row: chart.row - 1, col: chart.column - 1 },
        to: cornerOf(execution, sheetId, chart, Number(width), Number(height)),
      },
      series: series.map((place, index) => {
        const color: unknown = Array.isArray(colors) ? colors[index] : undefined;
        return {
          name: headOf(execution, place),
          values: reference(execution, below(place, chart.headers)),
          ...(categories && { categories: reference(execution, below(categories, chart.headers)) }),
          ...(typeof color === 'string' && { color: color.replace('#', '').toUpperCase() }),
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
