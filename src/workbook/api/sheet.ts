import type { Area } from '../areas';
import { type Chart, hasLegend, lineWidth } from '../charts';
import type { Drawing } from '../drawing';
import { tabColors } from '../theme';
import { colorStyle, entered } from './cell';
import type {
  CellData,
  ChartData,
  ConditionalFormatRule,
  DimensionProperties,
  EmbeddedChart,
  GridRange,
  RowData,
  Sheet,
} from './json';
import type { LookOf } from './look';

/** An area, 1-based, as a range of the API. */
export function gridRange(sheetId: number, { row, column, rows, columns }: Area): GridRange {
  return {
    sheetId,
    startRowIndex: row - 1,
    endRowIndex: row - 1 + rows,
    startColumnIndex: column - 1,
    endColumnIndex: column - 1 + columns,
  };
}

/** A list without the entries at its end that say nothing. */
function trimmed<T extends object>(entries: readonly T[]): T[] {
  let length = entries.length;
  while (length > 0 && Object.keys(entries[length - 1] ?? {}).length === 0) length -= 1;
  return entries.slice(0, length);
}

/** Rows of cells: the first `whole` with everything, those below with what was typed and with notes alone. */
function rowsOf({ cells }: Drawing, whole: number, lookOf: LookOf): RowData[] {
  return trimmed(
    cells.map((cellsInRow, index): RowData => {
      const isWhole = index < whole;
      const values = cellsInRow.map((cell): CellData => {
        const value = entered(cell.content);
        const shown = isWhole || (value && !('formulaValue' in value));
        return {
          ...(value && shown ? { userEnteredValue: value } : {}),
          ...(isWhole ? lookOf(cell) : {}),
          ...(cell.note === '' ? {} : { note: cell.note }),
        };
      });
      const row = trimmed(values);
      return row.length === 0 ? {} : { values: row };
    }),
  );
}

function conditionalFormat(
  sheetId: number,
  { areas, formula, background, color, bold }: Drawing['highlights'][number],
): ConditionalFormatRule {
  return {
    ranges: areas.map((area) => gridRange(sheetId, area)),
    booleanRule: {
      condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
      format: {
        ...(background === undefined ? {} : { backgroundColorStyle: colorStyle(background) }),
        textFormat: { foregroundColorStyle: colorStyle(color), ...(bold ? { bold } : {}) },
      },
    },
  };
}

function embeddedChart(sheetId: number, chart: Chart): EmbeddedChart {
  const { kind, title, row, column, width, height, top, bottom, categories, series } = chart;
  const isLines = kind === 'lines';
  const data = (at: number): ChartData => ({
    sourceRange: { sources: [gridRange(sheetId, { row: top, column: at, rows: bottom - top + 1, columns: 1 })] },
  });
  return {
    spec: {
      title,
      basicChart: {
        chartType: isLines ? 'LINE' : 'COLUMN',
        ...(isLines ? {} : { stackedType: 'STACKED' }),
        legendPosition: hasLegend(chart) ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
        headerCount: 1,
        domains: [{ domain: data(categories) }],
        series: series.map((one) => ({
          series: data(one.column),
          targetAxis: 'LEFT_AXIS',
          colorStyle: colorStyle(one.color),
          ...(isLines ? { lineStyle: { type: one.dashed ? 'MEDIUM_DASHED' : 'SOLID', width: lineWidth } } : {}),
        })),
      },
    },
    position: {
      overlayPosition: {
        anchorCell: { sheetId, rowIndex: row - 1, columnIndex: column - 1 },
        widthPixels: width,
        heightPixels: height,
      },
    },
  };
}

function dimension(pixels: number | undefined, hidden: boolean): DimensionProperties {
  return { ...(pixels === undefined ? {} : { pixelSize: pixels }), ...(hidden ? { hiddenByUser: true } : {}) };
}

/** A tab as a sheet of the API; of its rows the first `whole` come with looks, checks and formulas. */
export function sheetOf(drawing: Drawing, sheetId: number, index: number, whole: number, lookOf: LookOf): Sheet {
  const { plan, cells, merges, stacks, highlights, open, filter, grid, charts } = drawing;
  const range = (area: Area): GridRange => gridRange(sheetId, area);
  const rowByRow = merges.flatMap((area) =>
    Array.from({ length: area.rows }, (_, down) => range({ ...area, row: area.row + down, rows: 1 })),
  );
  const columnByColumn = stacks.flatMap((area) =>
    Array.from({ length: area.columns }, (_, across) => range({ ...area, column: area.column + across, columns: 1 })),
  );
  const merged = [...rowByRow, ...columnByColumn];
  return {
    properties: {
      sheetId,
      title: plan.title,
      index,
      ...(plan.hidden ? { hidden: true } : {}),
      ...(plan.use ? { tabColorStyle: colorStyle(tabColors[plan.use]) } : {}),
      gridProperties: {
        rowCount: cells.length,
        columnCount: plan.columns.length + (plan.spareColumns ?? 0),
        ...(plan.frozenRows > 0 ? { frozenRowCount: plan.frozenRows } : {}),
        ...(plan.frozenColumns > 0 ? { frozenColumnCount: plan.frozenColumns } : {}),
        ...(grid ? { hideGridlines: true } : {}),
      },
    },
    data: [
      {
        rowData: rowsOf(drawing, whole, lookOf),
        rowMetadata: trimmed(plan.rows.map(({ height, hidden }) => dimension(height, hidden))),
        columnMetadata: plan.columns.map(({ width, hidden }) => dimension(width, hidden)),
      },
    ],
    ...(merged.length > 0 ? { merges: merged } : {}),
    ...(highlights.length > 0
      ? { conditionalFormats: highlights.map((highlight) => conditionalFormat(sheetId, highlight)) }
      : {}),
    protectedRanges: [
      { range: { sheetId }, ...(open.length > 0 ? { unprotectedRanges: open.map(range) } : {}), warningOnly: true },
    ],
    ...(filter ? { basicFilter: { range: range(filter) } } : {}),
    ...(charts.length > 0 ? { charts: charts.map((chart) => embeddedChart(sheetId, chart)) } : {}),
  };
}
